import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { replaceFile } from '../../pipeline/base/replace-file.ts';
import { main } from '../../pipeline/cli.ts';
import { isByTheWay } from '../../pipeline/commands/watch.ts';
import { folderOf, labFolder, labYaml, magie, moisson, now, sacrifice } from './moisson.ts';

const register = `id\tstate\tdatestamp\tdigest\tinto\tkeys
work/gone\tdeleted\t2026-01-01T00:00:00Z\tabc\t\tdoi:10.1234/gone
work/old\tmerged\t2026-01-01T00:00:00Z\tabc\twork/x\tdoi:10.1234/old
`;

/** A folder as a build leaves it, as far as a server looks. */
function builtFolder(): string {
  return folderOf({
    'data/lab.yaml': labYaml,
    'data/register.tsv': register,
    'out/site/index.html': 'accueil',
    'out/site/work/x.html': 'x',
    'out/site/work/x.ttl': 'x',
    'out/site/work/gone.html': 'retirée',
  });
}

interface Served {
  readonly address: string;
  readonly err: () => string;
  stop(): Promise<number>;
}

/** Starts a server on a free port as a person would. */
async function served(argv: readonly string[], language = 'C'): Promise<Served> {
  let err = '';
  let interrupt = () => {};
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      err += chunk.toString();
      done();
    },
  });
  const code = main(['serve', ...argv, '--port', '0'], {
    out: sink,
    err: sink,
    environment: { LANG: language },
    clock: () => new Date(now),
    onInterrupt: (stop) => {
      interrupt = stop;
      return () => {};
    },
  });
  const stop = () => {
    interrupt();
    return code;
  };
  onTestFinished(async () => {
    await stop();
  });
  const address = await vi.waitUntil(() => /http:\/\/\S+/.exec(err)?.[0], { timeout: 90_000 });
  return { address, err: () => err, stop };
}

describe('moisson serve', () => {
  test('says where it is, answers, and ends on Ctrl-C', async () => {
    const { address, err, stop } = await served([builtFolder()]);
    expect(err()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/id\/ – Ctrl-C to stop\n$/);
    expect(await (await fetch(address)).text()).toBe('accueil');
    const thing = await fetch(new URL('work/x', address), { headers: { Accept: 'text/turtle' } });
    expect([thing.status, thing.url, await thing.text()]).toEqual([200, `${address}work/x.ttl`, 'x']);
    expect(await stop()).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  test('asks a store in the place of the dump, which need not be there', async () => {
    const store = createServer((_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'application/sparql-results+json' })
        .end('{"head":{},"boolean":true}'),
    ).listen(0, '127.0.0.1');
    onTestFinished(() => void store.close());
    await new Promise((resolve) => store.once('listening', resolve));
    const { port } = store.address() as AddressInfo;
    const { address } = await served([builtFolder(), '--store', `http://127.0.0.1:${port}/query`]);
    const answer = await fetch(new URL('sparql?query=ASK%20%7B%7D', address));
    expect(await answer.json()).toEqual({ head: {}, boolean: true });
  });

  test('refuses an address of a store that is none', async () => {
    const { code, err } = await moisson(['serve', builtFolder(), '--store', 'localhost:7878']);
    expect([code, err]).toEqual([2, expect.stringContaining('expected http:// or https://')]);
  });

  test('speaks French', async () => {
    const { err } = await served([builtFolder()], 'fr_FR.UTF-8');
    expect(err()).toMatch(/\/id\/ ; Ctrl-C pour arrêter\n$/);
  });

  test('knows from the register what is no more', async () => {
    const { address } = await served([builtFolder()]);
    const status = async (path: string) =>
      (await fetch(new URL(path, address), { redirect: 'manual' })).status;
    expect(await status('work/gone')).toBe(410);
    expect(await status('work/old.ttl')).toBe(301);
  });

  test('looks at the register again when a build in another window has written it', async () => {
    const folder = builtFolder();
    const { address, err } = await served([folder]);
    const status = async (path: string) =>
      (await fetch(new URL(path, address), { redirect: 'manual' })).status;
    const file = join(folder, 'data/register.tsv');
    expect([await status('work/x'), await status('work/gone')]).toEqual([303, 410]);

    const withdrawn = 'work/x\tdeleted\t2026-01-02T00:00:00Z\tabc\t\tdoi:10.1234/x\n';
    replaceFile(file, register + withdrawn);
    expect([await status('work/x'), await status('work/gone')]).toEqual([410, 410]);

    replaceFile(file, 'no register\n');
    expect([await status('work/x'), await status('work/gone')]).toEqual([410, 410]);
    expect(err().match(/^moisson: .*register\.tsv/gm)).toHaveLength(1);

    replaceFile(file, register);
    expect([await status('work/x'), await status('work/gone')]).toEqual([303, 410]);

    rmSync(file);
    expect([await status('work/x'), await status('work/gone')]).toEqual([303, 303]);
  });

  test('answers harvesters where the lab is a repository, as the last build left it', async () => {
    const oai = 'oai: { domain: data.example.org, email: web@labo.example.org }\n';
    const folder = labFolder({ 'data/lab.yaml': labYaml + oai });
    await moisson(['build', folder]);
    const { address } = await served([folder]);
    const list = async (path: string) =>
      (await fetch(new URL(`${path}?verb=ListIdentifiers&metadataPrefix=oai_dc`, address))).text();
    const headers = (reply: string) =>
      [...reply.matchAll(/<header( status="deleted")?>\s*<identifier>oai:data.example.org:([^<]*)/g)].map(
        ([, status, id]) => `${id}${status ?? ''}`,
      );
    const [one, other] = headers(await list('/oai'));
    expect([one, other]).toEqual([expect.stringMatching(/^work\//), expect.stringMatching(/^work\//)]);
    expect(headers(await list('/id/oai'))).toEqual([one, other]);

    writeFileSync(join(folder, 'data/articles.txt'), `Articles\n\n${magie}`);
    await moisson(['build', folder], { LANG: 'C', NOW: '2027-03-01T00:00:00Z' });
    const reply = await list('/oai');
    expect(headers(reply)).toEqual([
      expect.stringContaining('work/hubert-1904'),
      expect.stringMatching(/^work\/hubert-1899.* status="deleted"$/),
    ]);
    expect(reply).toContain('<datestamp>2027-03-01T00:00:00Z</datestamp>');
    expect(reply.match(/<setSpec>person:marcel-mauss<\/setSpec>/g)).toHaveLength(2);
  });

  test('answers SPARQL on the last build, and leads to its VoID description', async () => {
    const folder = labFolder();
    await moisson(['build', folder]);
    const { address } = await served([folder]);
    const titles = async (path: string) => {
      const query = 'SELECT ?t { ?w a bibo:AcademicArticle ; dcterms:title ?t } ORDER BY ?t';
      const url = new URL(`${path}?query=${encodeURIComponent(query)}`, address);
      const answer = await fetch(url, { headers: { Accept: 'text/csv' } });
      return (await answer.text()).split('\r\n').slice(1, -1);
    };
    const both = [expect.stringContaining('Esquisse'), expect.stringContaining('Essai')];
    for (const path of ['/sparql', '/query', '/id/sparql', '/id/query'])
      expect(await titles(path)).toEqual(both);

    const description = await fetch(new URL('/id/sparql', address));
    expect(await description.text()).toContain(`sd:endpoint <${address}sparql>`);
    const about = await fetch(new URL('/.well-known/void', address));
    expect([about.status, about.url]).toEqual([200, `${address}void.ttl`]);
    expect(await about.text()).toContain('a void:Dataset');

    writeFileSync(join(folder, 'data/articles.txt'), `Articles\n\n${magie}`);
    await moisson(['build', folder]);
    expect(await titles('/sparql')).toEqual([expect.stringContaining('Esquisse')]);
  });

  test('has no endpoint where a build left no dump', async () => {
    const { address } = await served([builtFolder()]);
    expect((await fetch(new URL('/sparql?query=ASK%20%7B%7D', address))).status).toBe(404);
  });

  test('is no repository where lab.yaml does not say so', async () => {
    const { address } = await served([builtFolder()]);
    expect((await fetch(new URL('/oai?verb=Identify', address))).status).toBe(404);
  });

  test('HEAD has the length of the document and no document', async () => {
    const { address } = await served([builtFolder()]);
    const answer = await fetch(new URL('work/x.ttl', address), {
      method: 'HEAD',
      headers: { 'Accept-Encoding': 'identity' },
    });
    expect([answer.status, answer.headers.get('Content-Length'), await answer.text()]).toEqual([
      200,
      '1',
      '',
    ]);
  });

  test.each([
    ['a path that leads out', 'GET /id/../../data/lab.yaml HTTP/1.1', 404],
    ['an escaped path that leads out', 'GET /id/%2e%2e/%2e%2e/data/lab.yaml HTTP/1.1', 404],
    ['two slashes', 'GET //id/index.html HTTP/1.1', 404],
    ['a backslash', 'GET /id/\\..\\data HTTP/1.1', 400],
    ['a header that is too long', 'GET /id/ HTTP/1.1\r\nX-Long: '.padEnd(20_000, 'x'), 431],
    ['no HTTP', 'GARBAGE', 400],
  ])('%s is refused', async (_, line, status) => {
    const { address } = await served([builtFolder()]);
    const { hostname, port } = new URL(address);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`),
      );
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', (error) => (text === '' ? reject(error) : resolve(text)));
    });
    expect(answer.split('\r\n')[0]).toContain(` ${status} `);
  });

  test('a port in use: exit 3', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await vi.waitUntil(() => other.address() !== null);
    const { port } = other.address() as AddressInfo;
    const { code, err } = await moisson(['serve', builtFolder(), '--port', String(port)]);
    expect([code, err]).toEqual([
      3,
      `moisson: 127.0.0.1:${port}: this port is in use; choose another with --port (EADDRINUSE)\n`,
    ]);
  });

  test('no site: exit 3, and how to get one', async () => {
    const folder = labFolder();
    const { code, err } = await moisson(['serve', folder, '--port', '0']);
    expect([code, err]).toEqual([
      3,
      `moisson: ${join(folder, 'out/site')}: no site yet; “moisson build ${folder}” makes it\n`,
    ]);
  });

  test('no lab: exit 3', async () => {
    const { code, err } = await moisson(['serve', folderOf({}), '--port', '0']);
    expect(code).toBe(3);
    expect(err).toContain('lab.yaml');
  });

  test.each(['x', '-1', '65536', '1.5'])('--port %s: exit 2', async (port) => {
    const { code, err } = await moisson(['serve', builtFolder(), `--port=${port}`]);
    expect([code, err]).toEqual([2, `moisson: --port ${port}: expected a number from 0 to 65535\n`]);
  });

  test('--host that this machine does not have: exit 3', async () => {
    const { code } = await moisson(['serve', builtFolder(), '--host', '192.0.2.1', '--port', '0']);
    expect(code).toBe(3);
  });
});

describe('moisson serve --watch', () => {
  test('builds, builds again when data/ changes, and keeps the last good site', async () => {
    const folder = labFolder({ 'data/articles.txt': `Articles\n\n${sacrifice}` });
    const { address, err } = await served([folder, '--watch']);
    const home = async () => (await fetch(address)).text();
    const lines = () => err().match(/^.*→.*$/gm) ?? [];
    expect(lines()[0]).toMatch(/^1 works/);
    expect(await home()).not.toContain('magie');

    writeFileSync(join(folder, 'data/articles.txt'), `Articles\n\n${sacrifice}\n${magie}`);
    await vi.waitUntil(() => lines().length > 1, { timeout: 90_000 });
    expect(lines()[1]).toMatch(/^2 works/);
    expect(await home()).toContain('magie');

    writeFileSync(join(folder, 'data/lab.yaml'), 'name: 1\n');
    await vi.waitUntil(() => err().includes('moisson: '), { timeout: 90_000 });
    expect(await home()).toContain('magie');

    // The build wrote the register each time, and that was no reason to build again.
    await setTimeout(500);
    expect(existsSync(join(folder, 'data/register.tsv'))).toBe(true);
    expect(lines()).toHaveLength(2);
  }, 120_000);

  test('without a site and with a build that fails there is nothing to serve', async () => {
    const folder = labFolder({ 'data/lab.yaml': 'name: 1\n' });
    const { code } = await moisson(['serve', folder, '--watch', '--port', '0']);
    expect(code).not.toBe(0);
  });

  test.each([
    ['register.tsv', true],
    ['register.tsv.tmp', true],
    ['.articles.txt.swp', true],
    ['articles.txt~', true],
    ['#articles.txt#', true],
    ['articles.txt', false],
    ['sources/export.ris', false],
  ])('%s is none that a person wrote: %s', (path, is) => expect(isByTheWay(path)).toBe(is));
});

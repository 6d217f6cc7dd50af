import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { main } from '../../pipeline/cli.ts';
import type { Context } from '../../pipeline/commands/context.ts';
import { load } from '../../pipeline/commands/load.ts';
import { folderOf, labFolder, moisson, now } from '../commands/moisson.ts';
import { graphStoreServer, type Plan } from './graph-store-server.ts';

const graph = 'https://data.example.org/id/dataset';
const triple = (at: number) =>
  `<https://data.example.org/id/${at}> <http://purl.org/dc/terms/title> "n° ${at}"@fr .`;
const quad = (at: number, name = graph) => triple(at).replace(/\.$/, `<${name}> .`);
const linesOf = (count: number, of = quad) =>
  Array.from({ length: count }, (_, at) => `${of(at)}\n`).join('');
const triples = (count: number) => Array.from({ length: count }, (_, at) => triple(at)).sort();

const dump = (content: string | Uint8Array, name = 'lab.nq') => join(folderOf({ [name]: content }), name);

/** Loads in pieces so small that ten statements are many. */
async function loadSmall(
  address: string,
  file: string,
  command: { readonly isReplaced?: boolean; readonly update?: string; readonly graph?: string } = {},
) {
  let err = '';
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      err += chunk.toString();
      done();
    },
  });
  const context: Context = {
    language: 'en',
    out: sink,
    err: sink,
    now,
    time: () => now,
    environment: {},
    onInterrupt: () => () => {},
  };
  const sizes = { piece: 300, whole: 500 };
  try {
    await load(address, [file], { isReplaced: false, ...command }, context, sizes);
  } catch (error) {
    err += `${error instanceof Error ? error.message : error}\n`;
  }
  return err;
}

/** Runs something in which waiting takes no time. */
async function withoutWaiting<T>(run: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let isDone = false;
    const result = run().finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(50);
    }
    return await result;
  } finally {
    vi.useRealTimers();
  }
}

describe('moisson load', () => {
  test('loads the dump of a lab into the graph of its dataset', async () => {
    const store = await graphStoreServer();
    const folder = labFolder();
    await moisson(['build', folder]);
    const { code, err, out } = await moisson(['load', store.address, folder]);
    expect([code, out]).toEqual([0, '']);
    const held = store.graphs();
    expect(Object.keys(held)).toEqual([graph]);
    const count = held[graph]?.length ?? 0;
    expect(err).toBe(`${count} statements → <${graph}>\n2 requests\n`);
    const { out: counted } = await moisson([
      'query',
      'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }',
      `${folder}/out/mon-labo.nq`,
      '--format',
      'csv',
    ]);
    expect(counted.split('\r\n')[1]).toBe(String(count));
  });

  test.each([
    ['the graphs of N-Quads', 'lab.nq', [], graph],
    ['N-Triples into the default graph', 'lab.nt', [], 'default'],
    ['everything into the graph that is asked for', 'lab.nq', ['--graph', 'urn:x'], 'urn:x'],
    ['everything into the default graph', 'lab.nq', ['--graph', 'default'], 'default'],
    ['a compressed dump', 'lab.nq.gz', [], graph],
  ])('%s', async (_, name, options, into) => {
    const store = await graphStoreServer();
    const text = linesOf(3, name.includes('.nt') ? triple : quad);
    const file = dump(name.endsWith('.gz') ? gzipSync(text) : text, name);
    expect((await moisson(['load', store.address, file, ...options])).code).toBe(0);
    expect(store.graphs()).toEqual({ [into]: triples(3) });
  });

  test('adds to what is there, and replaces it only when asked', async () => {
    const store = await graphStoreServer();
    store.hold(graph, triple(9));
    const file = dump(linesOf(1));
    await moisson(['load', store.address, file]);
    expect(store.graphs()).toEqual({ [graph]: [triple(0), triple(9)] });
    await moisson(['load', store.address, file, '--replace']);
    expect(store.graphs()).toEqual({ [graph]: [triple(0)] });
    // At once: the store is never without the graph.
    expect(store.arrived.at(-1)).toMatchObject({ method: 'PUT', graph });
  });

  test('sends pieces of whole statements, each graph in its own', async () => {
    const store = await graphStoreServer();
    const file = dump(
      Array.from({ length: 20 }, (_, at) => `${quad(at, at % 2 ? graph : 'urn:other')}\n`).join(''),
    );
    const err = await loadSmall(store.address, file);
    expect(err).toBe(`10 statements → <urn:other>\n10 statements → <${graph}>\n7 requests\n`);
    const held = store.graphs();
    expect([held[graph]?.length, held['urn:other']?.length]).toEqual([10, 10]);
  });
});

describe('a graph too large for one request', () => {
  const file = () => dump(linesOf(30));

  test('is loaded beside and takes the place of the old one by one update', async () => {
    const store = await graphStoreServer();
    store.hold(graph, triple(99));
    const err = await loadSmall(store.address, file(), { isReplaced: true, update: store.update });
    expect(store.graphs()).toEqual({ [graph]: triples(30) });
    expect(err).toContain(`is large: loaded into <${graph}#loading>, which takes its place by one update`);
    expect(store.arrived.filter((each) => each.graph === graph && each.body.length > 4)).toEqual([]);
  });

  test('is replaced in place without an update, which is said before', async () => {
    const store = await graphStoreServer();
    store.hold('default', triple(99));
    const err = await loadSmall(store.address, dump(linesOf(30, triple), 'lab.nt'), { isReplaced: true });
    expect(store.graphs()).toEqual({ default: triples(30) });
    expect(err).toContain(
      'until the end it is there only in part; with --update URL it would be replaced at once',
    );
  });

  test('goes beside when the store finds one request too large', async () => {
    const store = await graphStoreServer({ largest: 500 });
    store.hold(graph, triple(99));
    const { code } = await moisson(['load', store.address, file(), '--replace', '--update', store.update]);
    // Too large as well are pieces of the usual size: they go in two until they are small enough, or none would be left.
    expect(code).toBe(3);
    expect(store.graphs()).toEqual({ [graph]: [triple(99)] });
  });

  test('goes in halves when the store finds a piece too large', async () => {
    const store = await graphStoreServer({ largest: 40_000 });
    const many = dump(linesOf(1000));
    expect((await moisson(['load', store.address, many, '--replace'])).code).toBe(0);
    expect(store.graphs()[graph]).toHaveLength(1000);
    expect(Math.max(...store.arrived.map(({ body }) => Buffer.byteLength(body)))).toBeLessThanOrEqual(40_000);
  });
});

describe('trouble', () => {
  const busy = (count: number, status: number): Plan => {
    let left = count;
    return (arrived) => {
      if (arrived.body.length < 10 || left === 0) return undefined;
      left -= 1;
      return new Response('', { status, headers: { 'Retry-After': '0' } });
    };
  };

  test.each([429, 503, 504])('%i: asks again', async (status) => {
    const store = await graphStoreServer({ plan: busy(2, status) });
    const { code, err } = await moisson(['load', store.address, dump(linesOf(3))]);
    expect([code, store.graphs()]).toEqual([0, { [graph]: triples(3) }]);
    expect(err.match(/again in 0 s/g)).toHaveLength(2);
  });

  test('a connection that breaks after the store has taken a piece: it is sent again, and nothing is there twice', async () => {
    let isCut = false;
    const store = await graphStoreServer({
      plan: ({ body }) => {
        if (body.length < 10 || isCut) return undefined;
        isCut = true;
        return 'cut';
      },
    });
    const { code } = await withoutWaiting(() => moisson(['load', store.address, dump(linesOf(3))]));
    expect([code, store.graphs()]).toEqual([0, { [graph]: triples(3) }]);
  });

  test.each([
    ['adding', {}, `of the graph <${graph}>, at least 8 of 30 statements; the same command`],
    [
      'replacing in place',
      { isReplaced: true },
      `of the graph <${graph}>, at least 8 of 30 statements; the same command`,
    ],
  ])('a failure in the middle of %s says what the store holds', async (_, command, said) => {
    const broken: Plan = ({ body }) =>
      body.includes('n° 10"') ? new Response('disk full', { status: 507 }) : undefined;
    const store = await graphStoreServer({ plan: broken });
    const err = await loadSmall(store.address, dump(linesOf(30)), command);
    expect(err).toContain(said);
    expect(err).toContain(`${store.address}: has no room left (HTTP 507 disk full)`);
    expect(store.graphs()[graph]).toHaveLength(8);
  });

  test('a failure beside leaves the old graph, and no draft', async () => {
    const broken: Plan = ({ body }) =>
      body.includes('n° 10"') ? new Response('', { status: 507 }) : undefined;
    const store = await graphStoreServer({ plan: broken });
    store.hold(graph, triple(99));
    const err = await loadSmall(store.address, dump(linesOf(30)), { isReplaced: true, update: store.update });
    expect(err).toContain('HTTP 507');
    expect(err).not.toContain('in the store');
    expect(store.graphs()).toEqual({ [graph]: [triple(99)] });
  });

  test('a draft that cannot be cleared away is named', async () => {
    let isBroken = false;
    const store = await graphStoreServer({
      plan: ({ body }) => {
        isBroken ||= body.includes('n° 10"');
        return isBroken ? new Response('', { status: 507 }) : undefined;
      },
    });
    const err = await loadSmall(store.address, dump(linesOf(30)), { isReplaced: true, update: store.update });
    expect(err).toContain(`the graph <${graph}> as before, and <${graph}#loading>, a draft of 8 statements`);
  });

  test('an update that fails says that the graph may be the old one', async () => {
    const store = await graphStoreServer({
      plan: (arrived) => (arrived.graph === 'update' ? new Response('', { status: 501 }) : undefined),
    });
    const err = await loadSmall(store.address, dump(linesOf(30)), { isReplaced: true, update: store.update });
    expect(err).toContain(`<${graph}#loading>, whole, may not have taken the place of the graph <${graph}>`);
    expect(store.graphs()[`${graph}#loading`]).toHaveLength(30);
  });

  test('Ctrl-C says what the store holds', async () => {
    let interrupt = () => {};
    let err = '';
    const sink = new Writable({
      write(chunk: Buffer, _, done) {
        err += chunk.toString();
        done();
      },
    });
    const store = await graphStoreServer({
      plan: ({ body }) => {
        if (body.length < 10) return undefined;
        interrupt();
        return new Response('', { status: 503, headers: { 'Retry-After': '3000' } });
      },
    });
    const code = await main(['load', store.address, dump(linesOf(3))], {
      out: sink,
      err: sink,
      environment: { LANG: 'C' },
      clock: () => new Date(now),
      onInterrupt: (stop) => {
        interrupt = stop;
        return () => {};
      },
    });
    expect([code, err]).toEqual([3, expect.stringContaining('at least 0 of 3 statements')]);
    expect(err).toMatch(/moisson: interrupted\n$/);
  });

  test.each([
    ['no such dataset', {}, '/nothing', 'check the name of the dataset'],
    ['a store that is read-only', { isReadOnly: true }, '/store', 'a store opened read-only'],
    ['a store that asks who it is', { asks: 'Basic' as const }, '/store', 'STORE_LOGIN and STORE_PASSWORD'],
  ])('%s', async (_, options, path, said) => {
    const store = await graphStoreServer(options);
    const { code, err } = await moisson(['load', new URL(path, store.address).href, dump(linesOf(3))]);
    expect([code, err]).toEqual([3, expect.stringContaining(said)]);
    expect(err).not.toContain('statements');
  });

  test('a store that is not there', async () => {
    const { code, err } = await withoutWaiting(() =>
      moisson(['load', 'http://127.0.0.1:9/store', dump(linesOf(3))]),
    );
    expect([code, err]).toEqual([3, expect.stringContaining('http://127.0.0.1:9/store: broken connection')]);
  });
});

describe('an account', () => {
  const account = { LANG: 'C', STORE_LOGIN: 'labo', STORE_PASSWORD: 'secret' };

  test.each([
    ['Basic' as const, account],
    ['Digest' as const, account],
    ['Bearer' as const, { LANG: 'C', STORE_TOKEN: 'jeton' }],
  ])('%s', async (asks, environment) => {
    const store = await graphStoreServer({ asks });
    const { code } = await moisson(['load', store.address, dump(linesOf(3)), '--replace'], environment);
    expect([code, store.graphs()]).toEqual([0, { [graph]: triples(3) }]);
  });

  test('a wrong password is refused once, and never said', async () => {
    for (const asks of ['Basic', 'Digest'] as const) {
      const store = await graphStoreServer({ asks });
      const { code, err } = await moisson(['load', store.address, dump(linesOf(3))], {
        ...account,
        STORE_PASSWORD: 'hunter2',
      });
      expect([code, store.arrived]).toEqual([3, []]);
      expect(err).not.toContain('hunter2');
    }
  });

  test('from a file that only its owner reads', async () => {
    const store = await graphStoreServer({ asks: 'Basic' });
    const file = join(folderOf({}), 'account');
    writeFileSync(file, 'labo\nsecret\n');
    chmodSync(file, 0o644);
    const argv = ['load', store.address, dump(linesOf(3)), '--credentials', file];
    expect((await moisson(argv)).err).toContain(`chmod 600 ${file}`);
    chmodSync(file, 0o600);
    expect((await moisson(argv)).code).toBe(0);
  });

  test('does not cross the network in the clear', async () => {
    const { code, err } = await moisson(['load', 'http://store.example.org/store', dump(linesOf(3))], {
      LANG: 'C',
      STORE_TOKEN: 'jeton',
    });
    expect([code, err]).toEqual([2, expect.stringContaining('take the https address')]);
    expect(err).not.toContain('jeton');
  });

  test('a key in the address is not said again', async () => {
    const store = await graphStoreServer({
      plan: () => new Response('no access for access-token=hunter2', { status: 403 }),
    });
    const { code, err } = await moisson(['load', `${store.address}?access-token=hunter2`, dump(linesOf(3))]);
    expect([code, err]).toEqual([3, expect.stringContaining('(HTTP 403 no access for access-token=…)')]);
  });

  test('does not go in the address', async () => {
    const { code, err } = await moisson([
      'load',
      'https://labo:hunter2@store.example.org/',
      dump(linesOf(3)),
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining('no account in the address')]);
    expect(err).not.toContain('hunter2');
  });
});

describe('what is not sent', () => {
  test.each([
    ['a blank node', `${quad(1)}\n_:a <urn:p> <urn:o> .\n`, 'lab.nq:2: blank node'],
    ['a blank node as an object', '<urn:s> <urn:p> _:a <urn:g> .\n', 'lab.nq:1: blank node'],
    [
      'what is no statement',
      `${quad(1)}\n\n# a comment\n<urn:s> <urn:p> .\n`,
      'lab.nq:4: neither N-Triples nor N-Quads',
    ],
    ['nothing', '# nothing\n', 'no statement'],
    ['bytes that are not UTF-8', Buffer.from([0x3c, 0xff, 0x3e]), 'lab.nq:1: not in UTF-8'],
  ])('%s', async (_, content, said) => {
    const store = await graphStoreServer();
    const { code, err } = await moisson(['load', store.address, dump(content)]);
    expect([code, err, store.arrived]).toEqual([3, expect.stringContaining(said), []]);
  });

  test('a damaged archive', async () => {
    const store = await graphStoreServer();
    const bytes = gzipSync(linesOf(1000)).subarray(0, 500);
    const { code, err } = await moisson(['load', store.address, dump(bytes, 'lab.nq.gz')]);
    expect([code, err, store.arrived]).toEqual([3, expect.stringContaining('damaged gzip'), []]);
  });

  test.each([
    ['an address that is none', ['load', 'localhost:7878'], 'expected an http or https address'],
    [
      'a graph in the address',
      ['load', 'http://localhost:7878/store?default'],
      'the graph is said by --graph',
    ],
    [
      'a graph that is no IRI',
      ['load', 'http://localhost:7878/store', '--graph', 'x y'],
      'expected an absolute IRI',
    ],
    ['another format', ['load', 'http://localhost:7878/store', 'lab.ttl'], 'lab.ttl: expected .nt or .nq'],
  ])('%s', async (_, argv, said) => {
    const { code, err } = await moisson(argv);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});

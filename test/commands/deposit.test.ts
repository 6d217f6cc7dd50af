import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { swordErrors } from '../deposit/sword-errors.ts';
import {
  entry,
  type Plan,
  responseOf,
  type Search,
  type SwordServer,
  swordError,
  swordServer,
} from '../deposit/sword-server.ts';
import { fileOf, labFolder, labYaml, moisson } from './moisson.ts';

const account = { LANG: 'C', HAL_LOGIN: 'labo', HAL_PASSWORD: 'secret' };
const members = (more = '') =>
  `${labYaml.replace(
    'given: Marcel }',
    'given: Marcel, affiliations: [{ organisation: École pratique des hautes études }] }',
  )}organisations:
  - { name: École pratique des hautes études, ror: 046b3cj80 }
hal:
  domain: shs.socio
${more}`;
const [essay, sketch] = [
  'work/hubert-1899-essai-sur-la-nature',
  'work/hubert-1904-esquisse-d-une-theorie-generale',
];

interface Lab extends SwordServer {
  readonly folder: string;
  deposit(words: readonly string[], environment?: Record<string, string>): ReturnType<typeof moisson>;
}

async function lab({
  plan,
  search,
  yaml = members(),
  files = {},
}: {
  plan?: Plan;
  search?: Search;
  yaml?: string;
  files?: Record<string, string | Uint8Array>;
} = {}): Promise<Lab> {
  const server = await swordServer(plan, search);
  const folder = labFolder({ 'data/lab.yaml': yaml, ...files });
  return {
    ...server,
    folder,
    deposit: (words, environment = account) =>
      moisson(['deposit', folder, ...words, '--server', server.address], environment),
  };
}

const lines = (folder: string) =>
  fileOf(folder, 'data/deposits.tsv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

describe('without --send', () => {
  test('what would be sent is shown, and nothing is asked of anybody', async () => {
    const { deposit, arrived, searched, folder } = await lab();
    const { code, out, err } = await deposit([], { LANG: 'C' });
    expect(code).toBe(0);
    expect(out).toMatch(/^work\/hubert-1899-\S+: ready: POST http:\S+\/sword\/hal, \d+ bytes$/m);
    expect(out).toContain('  Content-Type: text/xml\n');
    expect(err).toContain('2 to send, 0 incomplete, 0 in HAL already; nothing is sent without --send');
    expect([arrived, searched]).toEqual([[], []]);
    expect(existsSync(join(folder, 'data/deposits.tsv'))).toBe(false);
  });

  test('what is missing is said of each work, with where to fill it in', async () => {
    const { deposit } = await lab({ yaml: labYaml });
    const { code, out } = await deposit([essay]);
    expect(code).toBe(1);
    expect(out).toBe(
      `${essay}: missing a domain of HAL: in data/lab.yaml (hal: domain), or in the source or data/corrections.yaml
${essay}: missing the affiliation of one author at least: in data/lab.yaml (people: affiliations, organisations), or in the source or data/corrections.yaml
`,
    );
  });

  test('a work that is not there is no work', async () => {
    const { deposit } = await lab();
    const { code, err } = await deposit(['work/hubert-1899-essai-sur-la-natur']);
    expect(code).toBe(2);
    expect(err).toContain(`no work “work/hubert-1899-essai-sur-la-natur”; did you mean “${essay}”?`);
  });

  test('the test server is meant unless another is named', async () => {
    const folder = labFolder({ 'data/lab.yaml': members('  portal: halshs\n') });
    const of = async (...words: string[]) => (await moisson(['deposit', folder, ...words])).out;
    expect(await of()).toContain('POST https://api-preprod.archives-ouvertes.fr/sword/halshs,');
    expect(await of('--server', 'production')).toContain(
      'POST https://api.archives-ouvertes.fr/sword/halshs,',
    );
  });
});

describe('with --send', () => {
  test('each work is sent as HAL wants it, and its answer kept', async () => {
    const { deposit, arrived, folder, address } = await lab({
      plan: (_, count) => entry(`hal-0000000${count}`, 202),
    });
    const { code, out, err } = await deposit(['--send']);
    expect([code, err]).toEqual([0, '2 sent, 0 refused or incomplete\n']);
    expect(out).toContain(`${essay}: online, version 1: hal-00000001 (${address})`);
    expect(arrived.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /sword/hal',
      'POST /sword/hal',
    ]);
    expect(arrived[0]?.headers.get('content-type')).toBe('text/xml');
    expect(arrived[0]?.headers.get('content-disposition')).toBeNull();
    expect(lines(folder).map((cells) => [...cells.slice(0, 6), cells[7]])).toEqual([
      [essay, address, 'hal-00000001', '1', 'online', '2026-01-15T08:00:00Z', 'pw&01'],
      [sketch, address, 'hal-00000002', '1', 'online', '2026-01-15T08:00:00Z', 'pw&02'],
    ]);
    expect(`${out}${err}${fileOf(folder, 'data/deposits.tsv')}`).not.toContain('secret');

    const again = await deposit(['--send']);
    expect([again.code, again.err, arrived.length]).toEqual([0, '0 sent, 0 refused or incomplete\n', 2]);
  });

  test('a file goes with its TEI, in a ZIP', async () => {
    const pdf = '%PDF-1.4 essai';
    const { deposit, arrived, folder } = await lab({
      yaml: members(`  onBehalfOf: [idhal|henri-hubert, labo2]
  files:
    - { work: ${essay}, file: Texte intégral.PDF, origin: author, embargo: "2027-01-01" }
`),
      files: { 'data/Texte intégral.PDF': pdf },
    });
    const { code, out } = await deposit([essay, '--send']);
    expect([code, out]).toEqual([0, expect.stringContaining('sent, waits for a moderator: hal-01234567')]);
    const [{ headers, files, tei, body } = { headers: new Headers() }] = arrived;
    expect(headers.get('content-type')).toBe('application/zip');
    expect(headers.get('content-disposition')).toBe('attachment; filename=meta.xml');
    expect(headers.get('on-behalf-of')).toBe('idhal|henri-hubert;labo2');
    expect(files).toEqual(['hubert-1899-essai-sur-la-nature.pdf']);
    expect(tei).toMatch(
      /<ref type="file" subtype="author" n="1" target="hubert-1899-essai-sur-la-nature.pdf">\s*<date notBefore="2027-01-01"\/>/,
    );
    expect(body?.includes('.DS_Store')).toBe(false);
    expect(lines(folder)[0]?.[4]).toBe('verify');
  });

  test('a file that is not there holds its work back, and no other', async () => {
    const { deposit, arrived } = await lab({
      yaml: members(`  files: [{ work: ${essay}, file: no.pdf, origin: author }]\n`),
    });
    const { code, out } = await deposit(['--send']);
    expect(code).toBe(1);
    expect(out).toMatch(/1899-\S+: no such file: \S+no\.pdf \(data\/lab\.yaml, hal: files\)/);
    expect(arrived).toHaveLength(1);
  });

  test.each<[string, object, RegExp | undefined]>([
    [
      'title, year and name',
      { producedDateY_i: 1900, authLastName_s: ['Hubert'] },
      /probably has it already, under the same title: hal-01/,
    ],
    ['another year', { producedDateY_i: 1909, authLastName_s: ['Hubert'] }, undefined],
    ['other people', { producedDateY_i: 1899, authLastName_s: ['Durkheim'] }, undefined],
    [
      'a title that only begins so',
      { title_s: ['Essai sur la nature et la fonction du sacrifice humain'] },
      undefined,
    ],
  ])('a document of HAL with %s', async (_, fields, said) => {
    const search: Search = (query) =>
      query.includes('sacrifice')
        ? [{ halId_s: 'hal-01', title_s: ['Essai sur la Nature et la Fonction du Sacrifice'], ...fields }]
        : [];
    const { deposit, arrived, searched } = await lab({ search });
    const { code, out } = await deposit([essay, '--send']);
    expect(searched).toEqual(['title_t:"Essai sur la nature et la fonction du sacrifice"']);
    expect([code, arrived.length]).toEqual(said ? [1, 0] : [0, 1]);
    if (said) expect(out).toMatch(said);
    await deposit([essay, '--send', '--new']);
    expect(arrived).toHaveLength(1);
  });

  test.each(swordErrors)('$title', async ({ answer, isFinal = false }) => {
    const { deposit, arrived, folder } = await lab({ plan: () => responseOf(answer) });
    const { code, out } = await deposit(['--send']);
    expect(code).toBe(1);
    expect(arrived).toHaveLength(isFinal ? 1 : 2);
    expect(lines(folder)[0]?.slice(0, 5)).toEqual([essay, expect.any(String), '', '', 'refused']);
    // What is kept is what was said, and says more than a number.
    expect(out).toContain(lines(folder)[0]?.[8]?.slice(0, 40));
    expect(out.split('\n')[0]?.length).toBeGreaterThan(essay.length + 8);
  });

  test('a busy server is left alone for as long as it says', async () => {
    const { deposit, arrived } = await lab({
      plan: (_, count) =>
        count === 1 ? new Response('', { status: 503, headers: { 'Retry-After': '0' } }) : undefined,
    });
    const { code, err } = await deposit([essay, '--send']);
    expect([code, arrived.length]).toEqual([0, 2]);
    expect(err).toContain('HTTP 503: HAL is busy; again in 0 s');
  });

  test('a connection that breaks is not tried again: it may have arrived', async () => {
    const { deposit, arrived } = await lab({
      plan: () =>
        new Response(new ReadableStream({ start: (to) => to.error(new Error('broken')) }), { status: 202 }),
    });
    const { code, out } = await deposit(['--send']);
    expect([code, arrived.length]).toEqual([1, 1]);
    expect(out).toContain('it may have arrived: look for the work in HAL before sending it again');
  });
});

describe('what was deposited', () => {
  test('is sent anew when it changed, and only then', async () => {
    const { deposit, arrived, folder } = await lab();
    await deposit([essay, '--send']);
    writeFileSync(join(folder, 'data/lab.yaml'), members().replace('shs.socio', 'shs.hist'));
    const dry = await deposit([essay]);
    expect(dry.out).toBe(`${essay}: changed since it was deposited (hal-01234567); --update would send it\n`);
    const { code, out } = await deposit([essay, '--send', '--update']);
    expect([code, out]).toEqual([0, expect.stringContaining('online, version 2: hal-01234567')]);
    expect(arrived.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /sword/hal',
      'PUT /sword/hal-01234567',
    ]);
    expect((await deposit([essay])).out).toBe(`${essay}: deposited, unchanged: hal-01234567\n`);
  });

  test.each([
    ['accept', '', 'online'],
    ['verify', '', 'waits for a moderator'],
    ['update', 'Il manque la page', 'a moderator asks for a correction – Il manque la page'],
    ['delete', '', 'deleted'],
  ])('--status: %s', async (status, comment, words) => {
    const { deposit } = await lab({
      plan: ({ method }) =>
        method === 'GET'
          ? new Response(
              `<?xml version="1.0" encoding="utf-8"?>\n<document id="hal-01234567" version="3" password="new"><status>${status}</status>\n<comment>${comment}</comment></document>`,
            )
          : undefined,
    });
    await deposit([essay, '--send']);
    const { code, out } = await deposit(['--status']);
    expect([code, out]).toEqual([0, `${essay}: hal-01234567: ${words}\n`]);
  });

  test('is taken out when it is named, and may then be sent again', async () => {
    const { deposit, arrived, folder } = await lab();
    await deposit(['--send']);
    expect((await deposit(['--delete', '--send'])).code).toBe(2);
    expect((await deposit([essay, '--delete'])).out).toBe(
      `${essay}: would be taken out of HAL (hal-01234567)\n`,
    );
    const { code, out } = await deposit([essay, '--delete', '--send']);
    expect([code, out]).toEqual([0, `${essay}: taken out of HAL (hal-01234567)\n`]);
    expect(arrived.at(-1)?.method).toBe('DELETE');
    expect(lines(folder).map((cells) => cells[4])).toEqual(['deleted', 'online']);
    expect((await deposit([essay])).out).toContain('ready: POST');
  });

  test('what HAL refused, or was taken out, is not to be taken out', async () => {
    const { deposit, arrived } = await lab({
      plan: ({ method, tei }) =>
        method === 'POST' && tei.includes('Esquisse') ? responseOf(swordError('DocError', 'no')) : undefined,
    });
    await deposit(['--send']);
    await deposit([essay, '--delete', '--send']);
    const { code, out } = await deposit([essay, sketch, '--delete', '--send']);
    expect([code, out]).toEqual([0, '']);
    expect(arrived.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  test('stays known when HAL refuses an update', async () => {
    const { deposit, folder } = await lab({
      plan: ({ method }) =>
        method === 'PUT'
          ? responseOf(swordError('ErrorBadRequest', 'Paper Id can not be updated'))
          : undefined,
    });
    await deposit([essay, '--send']);
    writeFileSync(join(folder, 'data/lab.yaml'), members().replace('shs.socio', 'shs.hist'));
    const { code, out } = await deposit([essay, '--send', '--update']);
    expect([code, out]).toEqual([
      1,
      `${essay}: this account may not change this notice: only one of its owners may\n`,
    ]);
    expect(lines(folder)[0]?.[2]).toBe('hal-01234567');
  });

  test('has its HAL identifier in the graph once it is online there', async () => {
    const folder = labFolder({
      'data/lab.yaml': members(),
      'data/deposits.tsv': `work\tserver\tid\tversion\tstatus\tsent\tdigest\tpassword\tsaid
${essay}\tproduction\thal-01234567\t1\tonline\t2026-01-01T00:00:00Z\tx\tp\t
${sketch}\tpreprod\thal-07654321\t1\tonline\t2026-01-01T00:00:00Z\tx\tp\t
`,
    });
    await moisson(['build', folder]);
    const turtle = fileOf(folder, 'out/mon-labo.ttl');
    expect(turtle).toContain('hal-01234567');
    expect(turtle).not.toContain('hal-07654321');
    expect(fileOf(folder, 'out/report.md')).toContain('déposée dans HAL');
  });

  test('a damaged line stops everything', async () => {
    const { deposit } = await lab({ files: { 'data/deposits.tsv': 'work/x\tproduction\n' } });
    const { code, err } = await deposit(['--send']);
    expect([code, err]).toEqual([3, expect.stringMatching(/deposits\.tsv:1: damaged line of a deposit/)]);
  });
});

describe('the account', () => {
  test.each([
    ['none', { LANG: 'C' }, [], /set HAL_LOGIN and HAL_PASSWORD/],
    ['a wrong one', { ...account, HAL_PASSWORD: 'no' }, [], /HAL does not know this account/],
  ])('%s', async (_, environment, words, said) => {
    const { deposit, arrived } = await lab();
    const { code, out, err } = await deposit(['--send', ...words], environment);
    expect([code > 0, arrived.length]).toEqual([true, 0]);
    expect(out + err).toMatch(said);
  });

  test('from a file that nobody else can read', async () => {
    const { deposit, arrived, folder } = await lab({ files: { 'hal.txt': 'labo\nsecret\n' } });
    const file = join(folder, 'hal.txt');
    chmodSync(file, 0o644);
    const open = await deposit([essay, '--send', '--credentials', file], { LANG: 'C' });
    expect([open.code, open.err]).toEqual([2, `moisson: ${file}: others can read it; chmod 600 ${file}\n`]);
    chmodSync(file, 0o600);
    expect((await deposit([essay, '--send', '--credentials', file], { LANG: 'C' })).code).toBe(0);
    expect(arrived).toHaveLength(1);
  });

  test('is not sent over a line that others can read', async () => {
    const folder = labFolder({ 'data/lab.yaml': members() });
    const { code, err } = await moisson(['deposit', folder, '--server', 'http://hal.example.org/'], account);
    expect([code, err]).toEqual([
      2,
      'moisson: --server http://hal.example.org/: expected preprod, production or an https address\n',
    ]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { main } from '../../pipeline/cli.ts';
import { fileOf, folderOf, labFolder, labYaml, moisson } from './moisson.ts';

afterEach(() => vi.unstubAllGlobals());

/** The web, as far as it is asked: the answers by what their address begins with. */
function web(answer: (url: URL, headers: Headers) => string): void {
  vi.stubGlobal('fetch', async (address: string, { headers, signal }: RequestInit) => {
    signal?.throwIfAborted();
    return new Response(answer(new URL(address), new Headers(headers)));
  });
}

const doc = (number: number) => ({
  docid: String(number),
  halId_s: `hal-0000000${number}`,
  docType_s: 'ART',
  doiId_s: `10.1000/w${number}`,
  title_s: [`Titre ${number}`],
  fr_title_s: [`Titre ${number}`],
  language_s: ['fr'],
  authFullName_s: ['Ada Exemple'],
  publicationDate_s: '2024',
  journalTitle_s: 'Revue',
});
const hal = (numbers: readonly number[], numFound: number, nextCursorMark: string) =>
  JSON.stringify({ response: { numFound, start: 0, docs: numbers.map(doc) }, nextCursorMark });

const oai = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01T00:00:00Z</responseDate><request>x</request>${inner}</OAI-PMH>`;
const identity =
  '<Identify><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>';
const list = `<ListRecords><record><header><identifier>oai:x:1</identifier><datestamp>2026-01-01</datestamp></header>
<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Titre 1</dc:title><dc:creator>Exemple, Ada</dc:creator><dc:date>2024</dc:date><dc:type>article</dc:type>
<dc:identifier>https://doi.org/10.1000/W1</dc:identifier><dc:identifier>https://revue.example.org/1</dc:identifier>
</oai_dc:dc></metadata></record></ListRecords>`;

test('copies a collection of HAL, and says who asks', async () => {
  const agents: (string | null)[] = [];
  web((_, headers) => {
    agents.push(headers.get('user-agent'));
    return hal([1, 2], 2, 'c');
  });
  const folder = join(folderOf({}), 'copy');
  const argv = ['harvest', 'https://hal.science/LABO', '--contact', 'web@labo.example.org', '-o', folder];
  const run = await moisson(argv);
  expect([run.code, run.err]).toEqual([
    0,
    `2 records; 1 replies asked for → ${join(folder, 'records.json')}\n`,
  ]);
  expect(agents).toEqual([expect.stringMatching(/^Moisson\/\S+ \(mailto:web@labo\.example\.org\)$/)]);
  const read = await moisson(['convert', join(folder, 'records.json'), '--to', 'ris']);
  expect(read.out.match(/^TI .*/gm)).toEqual(['TI  - Titre 1', 'TI  - Titre 2']);
});

test('names the folder after the address, without the key in it', async () => {
  web(() => JSON.stringify({ meta: { count: 0, next_cursor: null }, results: [] }));
  const before = process.cwd();
  onTestFinished(() => process.chdir(before));
  const folder = folderOf({});
  process.chdir(folder);
  const run = await moisson(['harvest', 'https://openalex.org/works?filter=author.id:A1&api_key=s3cr3t']);
  expect([run.code, run.err]).toEqual([0, expect.stringMatching(/^openalex finds nothing .*\n0 records;/)]);
  expect(readdirSync(join(folder, 'harvest'))).toEqual([
    'openalex-openalex-org-works-filter-author-id-a1-api-key',
  ]);
  expect(fileOf(folder, `harvest/${readdirSync(join(folder, 'harvest'))[0]}/harvest.json`)).not.toMatch(
    /s3cr3t/,
  );
});

test('is interrupted, says that it will go on, and does', async () => {
  let stop = () => {};
  const asked: (string | null)[] = [];
  web(({ searchParams }) => {
    const cursor = searchParams.get('cursorMark');
    asked.push(cursor);
    if (asked.length === 2) {
      stop();
      throw new Error('cut');
    }
    return cursor === '*' ? hal([1], 2, 'c') : hal([2], 2, 'd');
  });
  const folder = join(folderOf({}), 'copy');
  const argv = ['harvest', 'https://hal.science/LABO', '-o', folder];
  let err = '';
  const stream = new Writable({
    write(chunk, _, done) {
      err += chunk;
      done();
    },
  });
  const code = await main(argv, {
    out: stream,
    err: stream,
    environment: { LANG: 'C' },
    clock: () => new Date(0),
    onInterrupt: (given) => {
      stop = given;
      return () => {};
    },
  });
  expect([code, err]).toEqual([3, 'interrupted; the same command goes on from here\n']);
  expect((await moisson(argv)).code).toBe(0);
  expect(asked).toEqual(['*', 'c', 'c']);
  const records = JSON.parse(readFileSync(join(folder, 'records.json'), 'utf8')) as { docid: string }[];
  expect(records.map(({ docid }) => docid)).toEqual(['1', '2']);
});

test('gives a lab one work of what two sources know by the same DOI', async () => {
  web(({ host, searchParams }) => {
    if (host === 'api.archives-ouvertes.fr') return hal([1], 1, 'c');
    return oai(searchParams.get('verb') === 'Identify' ? identity : list);
  });
  const folder = labFolder({
    'data/lab.yaml': labYaml.replace(
      '  - { name: articles, file: articles.txt }',
      '  - { name: hal, file: hal/records.json }\n  - { name: revue, file: revue/records.xml }',
    ),
  });
  const data = join(folder, 'data');
  await moisson(['harvest', 'https://hal.science/LABO', '-o', join(data, 'hal')]);
  await moisson([
    'harvest',
    'https://revue.example.org/oai',
    '--prefix',
    'oai_dc',
    '-o',
    join(data, 'revue'),
  ]);
  const built = await moisson(['build', folder]);
  expect([built.code, built.err]).toEqual([0, expect.not.stringContaining('moisson:')]);
  const works = fileOf(folder, 'out/mon-labo.ndjson').trimEnd().split('\n');
  expect(works).toHaveLength(1);
  expect(works[0]).toMatch(/hal-00000001/);
  expect(works[0]).toMatch(/https:\/\/revue\.example\.org\/1/);
});

describe('refuses', () => {
  test.each([
    [
      'a prefix',
      ['https://hal.science/LABO', '--prefix', 'oai_dc'],
      /--prefix only makes sense .* OAI-PMH.*\(hal\)/,
    ],
    ['a set', ['10.1000/w1', '--set', 'x'], /--set only makes sense .*\(crossref\)/],
    ['a date', ['https://openalex.org/A1', '--from', '2026-01-01'], /--from only makes sense .*\(openalex\)/],
    ['an end', ['10.1000/w1', '--api', 'datacite', '--until', '2026-01-01'], /--until only .*\(datacite\)/],
    [
      'an unclear address',
      ['https://hal.science/browse'],
      /no address that is understood for hal; expected:/,
    ],
    ['another API', ['10.1000/w1', '--api', 'scopus'], /scopus/],
    ['an identifier for OAI-PMH', ['10.1000/w1', '--api', 'oai'], /no address of the web/],
  ])('%s', async (_, argv, message) => {
    const run = await moisson(['harvest', ...argv]);
    expect([run.code, run.err]).toEqual([2, expect.stringMatching(message)]);
  });
});

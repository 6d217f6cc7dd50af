import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { choiceOf, HarvestFolder, harvestApi } from '../../pipeline/fetch/index.ts';
import { readerNamed, readersOf } from '../../pipeline/read/index.ts';
import { listen } from '../../pipeline/serve/index.ts';
import { folderOf, moisson } from '../commands/moisson.ts';

type Answer = (url: URL, request: Request) => Response | Promise<Response>;

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });

/** How an API gives records by their numbers: a page of a list with the cursor after it, and one record alone. */
interface Sample {
  readonly address: string;
  /** The parameter that the cursor is sent in, and the first one. */
  readonly cursor: readonly [name: string, first: string];
  page(numbers: readonly number[], size: number, next: string | undefined): unknown;
  id(record: Record<string, unknown>): unknown;
  idOf(number: number): string;
}

const doi = (number: number) => `10.1000/w${number}`;
const halRecord = (number: number) => ({
  docid: String(number),
  halId_s: `hal-0000000${number}`,
  docType_s: 'ART',
  title_s: [`Titre ${number}`],
  authFullName_s: ['Ada Exemple'],
  producedDate_s: '2024',
});
const crossrefRecord = (number: number) => ({
  DOI: doi(number),
  type: 'journal-article',
  'reference-count': 0,
  title: [`Titre ${number}`],
  author: [{ given: 'Ada', family: 'Exemple' }],
  issued: { 'date-parts': [[2024]] },
});
const openalexRecord = (number: number) => ({
  id: `https://openalex.org/W${number}`,
  display_name: `Titre ${number}`,
  title: `Titre ${number}`,
  type: 'article',
  publication_year: 2024,
  authorships: [{ author: { id: 'https://openalex.org/A1', display_name: 'Ada Exemple' } }],
});
const dataciteRecord = (number: number) => ({
  id: doi(number),
  type: 'dois',
  attributes: {
    doi: doi(number),
    creators: [{ name: 'Exemple, Ada' }],
    titles: [{ title: `Titre ${number}` }],
    publicationYear: 2024,
    types: { resourceTypeGeneral: 'Dataset' },
  },
});

const samples = {
  hal: {
    address: 'https://hal.science/LABO',
    cursor: ['cursorMark', '*'],
    page: (numbers, numFound, nextCursorMark) => ({
      response: { numFound, start: 0, docs: numbers.map(halRecord) },
      nextCursorMark,
    }),
    id: ({ halId_s }) => halId_s,
    idOf: (number) => `hal-0000000${number}`,
  },
  crossref: {
    address: 'https://orcid.org/0000-0002-1825-0097',
    cursor: ['cursor', '*'],
    page: (numbers, size, next) => ({
      status: 'ok',
      'message-type': 'work-list',
      message: { 'total-results': size, items: numbers.map(crossrefRecord), 'next-cursor': next },
    }),
    id: ({ DOI }) => DOI,
    idOf: doi,
  },
  openalex: {
    address: 'https://openalex.org/works?filter=author.id:A1&api_key=secret',
    cursor: ['cursor', '*'],
    page: (numbers, count, next) => ({
      meta: { count, per_page: 100, page: null, next_cursor: next ?? null },
      results: numbers.map(openalexRecord),
    }),
    id: ({ id }) => id,
    idOf: (number) => `https://openalex.org/W${number}`,
  },
  datacite: {
    address: 'https://api.datacite.org/dois?query=soin',
    cursor: ['page[cursor]', '1'],
    page: (numbers, total, next) => ({
      data: numbers.map(dataciteRecord),
      meta: { total },
      links: next && { next: `https://api.datacite.org/dois?page%5Bcursor%5D=${next}&query=soin` },
    }),
    id: ({ id }) => id,
    idOf: doi,
  },
} satisfies Record<string, Sample>;
type Name = keyof typeof samples;
const names = Object.keys(samples) as readonly Name[];

interface Run {
  readonly asked: readonly URL[];
  readonly waits: readonly number[];
  readonly told: readonly string[];
  readonly folder: HarvestFolder;
  go(more?: {
    readonly stopAfter?: number;
    readonly isFull?: boolean;
    readonly address?: string;
    readonly contact?: string;
  }): ReturnType<typeof harvestApi>;
}

/** A server whose answers are these, one after the other; the last one stays. */
async function harvesting(name: Name, answers: readonly Answer[]): Promise<Run> {
  const asked: URL[] = [];
  const waits: number[] = [];
  const told: string[] = [];
  const server = await listen(
    (request) => {
      const url = new URL(request.url);
      asked.push(url);
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      return answer ? answer(url, request) : new Response(null, { status: 404 });
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(() => server.close());
  const folder = new HarvestFolder(`${folderOf({})}/harvest`, 'json');
  return {
    asked,
    waits,
    told,
    folder,
    go: ({ isFull = false, address = samples[name].address, contact, stopAfter } = {}) => {
      const stop = new AbortController();
      let steps = 0;
      const choice = choiceOf(address, undefined);
      if (!choice) throw new Error('no API');
      return harvestApi(choice, folder, {
        userAgent: 'Moisson/test',
        origin: server.address,
        contact,
        signal: stop.signal,
        tries: 4,
        silence: 2000,
        wait: async (milliseconds) => {
          waits.push(milliseconds);
        },
        told: ({ en }) => told.push(en),
        isFull,
        step: () => {
          steps += 1;
          if (steps === stopAfter) stop.abort();
        },
      });
    },
  };
}

const idsIn = (run: Run, name: Name) =>
  (JSON.parse(readFileSync(run.folder.records, 'utf8')) as Record<string, unknown>[]).map(samples[name].id);
const ids = (name: Name, numbers: readonly number[]) => numbers.map((number) => samples[name].idOf(number));
const replies = (run: Run) => readdirSync(`${run.folder.path}/replies`);
const cursors = (run: Run, name: Name) =>
  run.asked.map(({ searchParams }) => searchParams.get(samples[name].cursor[0]));

/** Three pages of five records. */
const pages = (name: Name): readonly [Answer, Answer, Answer] => {
  const { page } = samples[name];
  return [
    () => json(page([1, 2], 5, 'c1')),
    () => json(page([3, 4], 5, 'c2')),
    () => json(page([5], 5, name === 'datacite' || name === 'openalex' ? undefined : 'c3')),
  ];
};
const whole = [1, 2, 3, 4, 5];

describe.each(names)('%s', (name) => {
  const { page, cursor } = samples[name];

  test('gives three pages, each record once, as its reader reads them', async () => {
    const run = await harvesting(name, pages(name));
    expect(await run.go({ contact: 'web@labo.example.org' })).toMatchObject({ records: 5, replies: 3 });
    expect(idsIn(run, name)).toEqual(ids(name, whole));
    expect(cursors(run, name)).toEqual([cursor[1], 'c1', 'c2']);
    expect(replies(run)).toEqual(['000001.json', '000002.json', '000003.json']);
    expect(run.told).toEqual([]);
    const text = readFileSync(run.folder.records, 'utf8');
    expect(readersOf(text, run.folder.records).map((reader) => reader.name)).toEqual([name]);
    expect([...(readerNamed(name)?.cut(text) ?? [])]).toHaveLength(5);
    const read = await moisson(['convert', run.folder.records, '--to', 'ris']);
    expect([read.code, read.out.match(/^TI {2}- Titre \d$/gm)]).toEqual([
      0,
      whole.map((number) => `TI  - Titre ${number}`),
    ]);
  });

  test('goes on where it was interrupted', async () => {
    const [one, two, three] = pages(name);
    const run = await harvesting(name, [one, () => new Response('no', { status: 403 }), two, three]);
    await expect(run.go()).rejects.toThrow(/HTTP 403/);
    expect(existsSync(run.folder.records)).toBe(false);
    await run.go();
    expect(cursors(run, name)).toEqual([cursor[1], 'c1', 'c1', 'c2']);
    expect(idsIn(run, name)).toEqual(ids(name, whole));
  });

  test('begins a complete harvest anew, and sees what is gone', async () => {
    const run = await harvesting(name, [...pages(name), () => json(page([2, 6], 2, undefined))]);
    await run.go();
    await run.go();
    expect(cursors(run, name).at(-1)).toBe(cursor[1]);
    expect([idsIn(run, name), replies(run)]).toEqual([ids(name, [2, 6]), ['000001.json']]);
  });

  test('keeps once what comes twice', async () => {
    const run = await harvesting(name, [
      () => json(page([1, 2], 3, 'c1')),
      () => json(page([2, 3], 3, 'c2')),
    ]);
    await run.go();
    expect(idsIn(run, name)).toEqual(ids(name, [1, 2, 3]));
  });

  test('has nothing to give', async () => {
    const run = await harvesting(name, [() => json(page([], 0, undefined))]);
    expect(await run.go()).toMatchObject({ records: 0 });
    expect(readFileSync(run.folder.records, 'utf8')).toBe('[\n]\n');
    expect(run.told).toEqual([`${name} finds nothing by this address`]);
  });

  test('asks again when it is told to wait, or gets a page of HTML', async () => {
    const [one, two, three] = pages(name);
    const run = await harvesting(name, [
      () => new Response('busy', { status: 429, headers: { 'Retry-After': '7' } }),
      one,
      () => new Response('<html>Maintenance</html>'),
      two,
      () => new Response('{"cut'),
      three,
    ]);
    await run.go();
    expect(idsIn(run, name)).toEqual(ids(name, whole));
    expect(run.waits).toEqual([7000, 1000, 1000]);
    expect(run.told).toEqual([expect.stringMatching(/HTTP 429.*again in 7 s/)]);
  });

  test('says when there are fewer than were announced', async () => {
    const run = await harvesting(name, [() => json(page([1], 3, 'c1')), () => json(page([], 3, 'c2'))]);
    expect(await run.go()).toMatchObject({ records: 1 });
    expect(run.told).toEqual([`${name} announced 3 records and gave 1`]);
  });

  test.each([
    ['the same cursor and page', 'c1'],
    ['the same page under other cursors', undefined],
  ])('stops at %s, and keeps what is there', async (_, same) => {
    let count = 0;
    const run = await harvesting(name, [
      () => {
        count += 1;
        return json(page([1, 2], 5, same ?? `c${count}`));
      },
    ]);
    await expect(run.go()).rejects.toThrow(/the same page again and again; 2 records of 5 are kept in /);
    expect(replies(run)).toEqual(['000001.json']);
  });

  test('begins again when its cursor is not taken any more', async () => {
    const [one, two, three] = pages(name);
    const gone = () => new Response('gone', { status: 404 });
    const run = await harvesting(name, [
      one,
      () => new Response('no', { status: 403 }),
      gone,
      one,
      two,
      three,
    ]);
    await expect(run.go()).rejects.toThrow(/HTTP 403/);
    await run.go();
    expect(run.told).toEqual([expect.stringMatching(/it begins again/)]);
    expect(idsIn(run, name)).toEqual(ids(name, whole));
  });

  test('is not harvested into the folder of another harvest, unless in full', async () => {
    const run = await harvesting(name, [() => json(page([1], 1, undefined))]);
    await run.go();
    writeFileSync(`${run.folder.path}/records.xml`, '');
    const state = readFileSync(`${run.folder.path}/harvest.json`, 'utf8');
    expect(state).not.toMatch(/secret|web@/);
    writeFileSync(
      `${run.folder.path}/harvest.json`,
      '{ "request": { "baseUrl": "https://x.org/oai", "prefix": "oai_dc" }, "replies": 9, "isComplete": true }',
    );
    await expect(run.go()).rejects.toThrow(/another harvest \(https:\/\/x\.org\/oai --prefix oai_dc\)/);
    await run.go({ isFull: true });
    expect(existsSync(`${run.folder.path}/records.xml`)).toBe(false);
  });

  test('is stopped after its first page, and has each record once in the end', async () => {
    const [one, two, three] = pages(name);
    const run = await harvesting(name, [one, two, three]);
    await expect(run.go({ stopAfter: 1 })).rejects.toThrow(/abort/i);
    expect(replies(run)).toEqual(['000001.json']);
    await run.go();
    expect(cursors(run, name)).toEqual([cursor[1], 'c1', 'c2']);
    expect(idsIn(run, name)).toEqual(ids(name, whole));
  });
});

describe('an error in JSON', () => {
  test.each<[name: Name, reply: unknown, message: RegExp, asked: number]>([
    ['hal', { error: { msg: 'undefined field x_s', code: 400 } }, /refused: 400 – undefined field x_s/, 1],
    ['hal', { error: { msg: 'busy', code: 503 } }, /refused: 503 – busy/, 4],
    [
      'crossref',
      { status: 'failed', 'message-type': 'validation-failure', message: [{ message: 'no filter x' }] },
      /refused: failed – no filter x/,
      1,
    ],
    ['openalex', { error: 'Invalid query.', message: 'x is no field' }, /Invalid query\. – x is no field/, 1],
    ['datacite', { errors: [{ status: '400', title: 'Bad query' }] }, /refused: 400 – Bad query/, 1],
    ['hal', { response: {} }, /no reply of the API: “{"response":{}}”/, 4],
    ['crossref', [], /no reply of the API: “\[\]”/, 4],
  ])('of %s: %j', async (name, reply, message, asked) => {
    const run = await harvesting(name, [() => json(reply)]);
    await expect(run.go()).rejects.toThrow(message);
    expect(run.asked).toHaveLength(asked);
  });

  test('does not tell a key', async () => {
    const run = await harvesting('openalex', [() => new Response('no', { status: 401 })]);
    const told = await run.go().catch((error: Error) => error.message);
    expect(told).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/works\?filter=author\.id%3AA1: HTTP 401/);
  });
});

describe('asks', () => {
  test.each<[name: Name, address: string, expected: Readonly<Record<string, string>>]>([
    ['hal', 'https://hal.science/LABO', { q: '*:*', sort: 'docid asc', rows: '200', wt: 'json' }],
    [
      'hal',
      'https://api.archives-ouvertes.fr/search/?q=a&sort=producedDate_tdate+desc,docid+desc',
      { sort: 'producedDate_tdate desc,docid asc' },
    ],
    ['crossref', samples.crossref.address, { rows: '200', mailto: 'web@labo.example.org' }],
    ['openalex', samples.openalex.address, { per_page: '100', api_key: 'secret' }],
    ['datacite', samples.datacite.address, { 'page[size]': '250', affiliation: 'true', publisher: 'true' }],
  ])('%s for what it needs: %s', async (name, address, expected) => {
    const run = await harvesting(name, [() => json(samples[name].page([1], 1, undefined))]);
    await run.go({ address, contact: 'web@labo.example.org' });
    expect(Object.fromEntries(run.asked[0]?.searchParams ?? [])).toMatchObject(expected);
  });

  test.each<[name: Name, address: string, path: string, reply: unknown, id: string]>([
    [
      'crossref',
      '10.1000/W1',
      '/works/10.1000%2Fw1',
      { status: 'ok', 'message-type': 'work', message: crossrefRecord(1) },
      doi(1),
    ],
    ['openalex', 'https://openalex.org/W1', '/works/W1', openalexRecord(1), 'https://openalex.org/W1'],
    [
      'datacite',
      'https://commons.datacite.org/doi.org/10.1000/w1',
      '/dois/10.1000%2Fw1',
      { data: dataciteRecord(1) },
      doi(1),
    ],
  ])('%s for one work: %s', async (name, address, path, reply, id) => {
    const run = await harvesting(name, [() => json(reply)]);
    await run.go({ address });
    expect([run.asked.map(({ pathname }) => pathname), idsIn(run, name)]).toEqual([[path], [id]]);
    const text = readFileSync(run.folder.records, 'utf8');
    expect(readersOf(text, run.folder.records).map((reader) => reader.name)).toEqual([name]);
  });

  test('HAL for the name of a portal', async () => {
    const docs = [{ code: 'tel', url: 'https://theses.hal.science' }];
    const run = await harvesting('hal', [
      () => json({ response: { docs } }),
      () => json(samples.hal.page([1], 1, 'c')),
    ]);
    await run.go({ address: 'https://theses.hal.science/search/index?q=soin' });
    expect(run.asked.map(({ pathname }) => pathname)).toEqual(['/ref/instance', '/search/tel/']);
    const other = await harvesting('hal', [() => json({ response: { docs } })]);
    const address = 'https://autre.hal.science/search/index?q=soin';
    await expect(other.go({ address })).rejects.toThrow(/autre\.hal\.science is not in it/);
  });

  test('OpenAlex for numbered pages, without a key', async () => {
    const numbered = (page: number, numbers: readonly number[], count: number) =>
      json({ meta: { count, page, per_page: 2 }, results: numbers.map(openalexRecord) });
    const address = 'https://openalex.org/A1';
    const run = await harvesting('openalex', [() => numbered(1, [1, 2], 3), () => numbered(2, [3], 3)]);
    await run.go({ address });
    expect(run.asked.map(({ searchParams }) => searchParams.get('page'))).toEqual(['1', '2']);
    expect(idsIn(run, 'openalex')).toEqual(ids('openalex', [1, 2, 3]));
    const large = await harvesting('openalex', [() => numbered(1, [1, 2], 10_001)]);
    await expect(large.go({ address })).rejects.toThrow(/10001 records: .* only with a key/);
  });

  test('Crossref again from the beginning, when a page went by unseen', async () => {
    const [one, two, three] = pages('crossref');
    const run = await harvesting('crossref', [
      one,
      () => new Response('cut', { status: 502 }),
      three,
      () => json(samples.crossref.page([], 5, 'c3')),
      one,
      two,
      three,
    ]);
    await run.go();
    expect(idsIn(run, 'crossref')).toEqual(ids('crossref', whole));
  });

  test('Crossref by a cursor that stays the same', async () => {
    const { page } = samples.crossref;
    const run = await harvesting('crossref', [
      () => json(page([1, 2], 4, 'c')),
      () => json(page([3, 4], 4, 'c')),
    ]);
    await run.go();
    expect(idsIn(run, 'crossref')).toEqual(ids('crossref', [1, 2, 3, 4]));
  });
});

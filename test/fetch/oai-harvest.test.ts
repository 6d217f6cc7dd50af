import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HarvestFolder, harvest } from '../../pipeline/fetch/index.ts';
import { listen } from '../../pipeline/serve/index.ts';
import { folderOf } from '../commands/moisson.ts';

type Answer = (query: URLSearchParams, request: Request) => Response | Promise<Response>;

const xml = (inner: string, head = '<?xml version="1.0" encoding="UTF-8"?>\n') =>
  `${head}<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-02-01T12:00:00Z</responseDate><request>x</request>${inner}</OAI-PMH>`;
const record = (id: string, title = id, datestamp = '2026-01-15T08:00:00Z') =>
  `<record><header><identifier>oai:x:${id}</identifier><datestamp>${datestamp}</datestamp></header><metadata><dc xmlns="http://purl.org/dc/elements/1.1/"><title>${title}</title></dc></metadata></record>`;
const list = (records: readonly string[], token?: string) =>
  xml(
    `<ListRecords>${records.join('')}${token === undefined ? '' : `<resumptionToken>${token}</resumptionToken>`}</ListRecords>`,
  );
const counted = (records: readonly string[], token: string, size: number) =>
  xml(
    `<ListRecords>${records.join('')}<resumptionToken completeListSize="${size}">${token}</resumptionToken></ListRecords>`,
  );
const fault = (code: string) => xml(`<error code="${code}">so</error>`);
const ok = (text: string | Buffer, headers: Record<string, string> = { 'Content-Type': 'text/xml' }) =>
  new Response(text, { headers });
const identity = (deleted = 'persistent') =>
  ok(
    xml(
      `<Identify><deletedRecord>${deleted}</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>`,
    ),
  );

interface Run {
  readonly address: string;
  readonly asked: readonly string[];
  readonly waits: readonly number[];
  readonly told: readonly string[];
  readonly folder: HarvestFolder;
  go(more?: { readonly isFull?: boolean; readonly prefix?: string }): ReturnType<typeof harvest>;
}

/** A repository whose answers to ListRecords are these, one after the other; the last one stays. */
async function harvesting(answers: readonly Answer[], other: Answer = () => identity()): Promise<Run> {
  const asked: string[] = [];
  const waits: number[] = [];
  const told: string[] = [];
  const server = await listen(
    (request) => {
      const query = new URL(request.url).searchParams;
      if (query.get('verb') !== 'ListRecords') return other(query, request);
      asked.push(
        [...query]
          .filter(([name]) => name !== 'verb')
          .map((each) => each.join('='))
          .join('&'),
      );
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      return answer ? answer(query, request) : new Response(null, { status: 404 });
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(() => server.close());
  const folder = new HarvestFolder(`${folderOf({})}/harvest`);
  const baseUrl = new URL('oai', server.address).href;
  return {
    address: baseUrl,
    asked,
    waits,
    told,
    folder,
    go: ({ isFull = false, prefix = 'oai_dc' } = {}) =>
      harvest({ baseUrl, prefix }, folder, {
        userAgent: 'Moisson/test',
        tries: 4,
        silence: 300,
        wait: async (milliseconds) => {
          waits.push(milliseconds);
        },
        told: ({ en }) => told.push(en),
        isFull,
        step: () => {},
      }),
  };
}

const titles = ({ folder }: Run) =>
  [...readFileSync(folder.records, 'utf8').matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);

const two = [() => ok(list([record('a'), record('b')], 't1')), () => ok(list([record('c')], ''))];
const whole = ['a', 'b', 'c'];

describe('ends with a right copy', () => {
  const fails =
    (status: number, headers: Record<string, string> = {}) =>
    () =>
      new Response('busy', { status, headers });
  const latin = '<?xml version="1.0" encoding="ISO-8859-1"?>\n';

  test.each<
    [
      what: string,
      answers: readonly Answer[],
      titles: readonly string[],
      waits: readonly number[],
      told: RegExp | undefined,
    ]
  >([
    ['two pages', two, whole, [], undefined],
    ['a list without a token', [() => ok(list([record('a')]))], ['a'], [], undefined],
    ['nothing to give', [() => ok(fault('noRecordsMatch'))], [], [], undefined],
    [
      '503 with seconds',
      [fails(503, { 'Retry-After': '7' }), ...two],
      whole,
      [7000],
      /HTTP 503.*again in 7 s/,
    ],
    [
      '429 with a date',
      [
        fails(429, { 'Retry-After': 'Sun, 01 Feb 2026 12:00:09 GMT', Date: 'Sun, 01 Feb 2026 12:00:00 GMT' }),
        ...two,
      ],
      whole,
      [9000],
      /HTTP 429/,
    ],
    ['503 without a time', [fails(503), fails(503), ...two], whole, [1000, 2000], /HTTP 503/],
    ['500 on the second page', [two[0] as Answer, fails(500), two[1] as Answer], whole, [1000], /HTTP 500/],
    [
      'a page of HTML with status 200',
      [() => ok('<html><body>Maintenance</body></html>'), ...two],
      whole,
      [1000],
      undefined,
    ],
    ['an empty answer', [() => ok(''), ...two], whole, [1000], undefined],
    ['gzip that nobody announced', [() => ok(gzipSync(list([record('a')])))], ['a'], [], undefined],
    ['a byte order mark', [() => ok(`\ufeff${list([record('a')])}`)], ['a'], [], undefined],
    [
      'characters that XML does not allow',
      [() => ok(list([record('a', 'x\u0003y\ufffe')]))],
      ['xy'],
      [],
      /2 characters/,
    ],
    [
      'bytes that mean nothing',
      [() => ok(Buffer.from(list([record('a', 'x\u00e9y')]).replace(/^<\?xml[^>]*>\n/, ''), 'latin1'))],
      ['x\ufffdy'],
      [],
      /1 characters/,
    ],
    [
      'another encoding, declared',
      [() => ok(Buffer.from(list([record('a', 'été')]).replace(/^<\?xml[^>]*>\n/, latin), 'latin1'))],
      ['été'],
      [],
      undefined,
    ],
    [
      'another encoding, by the server alone',
      [
        () =>
          ok(Buffer.from(list([record('a', 'été')]).replace(/^<\?xml[^>]*>\n/, ''), 'latin1'), {
            'Content-Type': 'text/xml; charset=iso-8859-1',
          }),
      ],
      ['été'],
      [],
      undefined,
    ],
    [
      'a prolog in each record',
      [() => ok(list([record('a').replace('<dc', '<?xml version="1.0"?><dc')]))],
      ['a'],
      [],
      undefined,
    ],
    [
      'a prefix for the protocol',
      [
        () =>
          ok(
            list([record('a'), record('b')])
              .replace('xmlns=', 'xmlns:o=')
              .replace(/<(\/?)(OAI-PMH|ListRecords|record|header|identifier|datestamp|metadata)/g, '<$1o:$2'),
          ),
      ],
      ['a', 'b'],
      [],
      undefined,
    ],
    [
      'fewer records than announced',
      [() => ok(counted([record('a')], '', 3))],
      ['a'],
      [],
      /announced 3 records and gave 1/,
    ],
    [
      'a token on the last page',
      [() => ok(counted([record('a')], 't1', 1)), () => ok(fault('badResumptionToken'))],
      ['a'],
      [],
      undefined,
    ],
    [
      'a list that is not taken up again',
      [
        () => ok(list([record('a', 'a', '2026-01-01T00:00:00Z')], 't1')),
        () => ok(fault('badResumptionToken')),
        ...two,
      ],
      whole,
      [],
      /begins again at 2026-01-01T00:00:00Z/,
    ],
    [
      'a token that wants the prefix',
      [two[0] as Answer, () => ok(fault('badArgument')), two[1] as Answer],
      whole,
      [],
      undefined,
    ],
    [
      'a record given twice',
      [() => ok(list([record('a', 'old'), record('b')], 't1')), () => ok(list([record('a', 'new')], ''))],
      ['b', 'new'],
      [],
      undefined,
    ],
    [
      'dates that are none',
      [() => ok(list([record('a', 'a', '15/01/2026'), record('b', 'b', '2026-01-15T08:00:00')]))],
      ['a', 'b'],
      [],
      undefined,
    ],
    [
      'a redirect',
      [
        () => new Response(null, { status: 302, headers: { Location: '/oai?verb=ListRecords&moved=1' } }),
        ...two,
      ],
      whole,
      [],
      undefined,
    ],
    [
      'a body that stops',
      [
        () =>
          ok(
            new ReadableStream({
              start: (controller) => controller.enqueue(new TextEncoder().encode('<OAI-PMH>')),
            }) as never,
          ),
        ...two,
      ],
      whole,
      [1000],
      /nothing received/,
    ],
    [
      'a body that is cut off',
      [
        () => ok(new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) }) as never),
        ...two,
      ],
      whole,
      [1000],
      /broken connection/,
    ],
  ])('%s', async (_, answers, expected, waits, told) => {
    const run = await harvesting(answers);
    const { records } = await run.go();
    expect(titles(run)).toEqual(expected);
    expect(records).toBe(expected.length);
    expect(run.waits).toEqual(waits);
    expect(run.told.join('\n')).toMatch(told ?? /^$/);
  });

  test('without a record that is not well formed, which is reported with its line', async () => {
    const broken = record('b').replace('</title>', '</titel>');
    const run = await harvesting([() => ok(list([record('a'), `\n${broken}`, record('c')]))]);
    const { faults } = await run.go();
    expect(titles(run)).toEqual(['a', 'c']);
    expect(faults).toEqual([{ reply: 1, line: 3, reason: 'unexpected close tag.' }]);
  });

  test('of the richest format that can be read', async () => {
    const formats = ['oai_dc', 'marcxml', 'oai_openaire', 'oai_qdc'];
    const run = await harvesting(two, (query) =>
      query.get('verb') === 'Identify'
        ? identity()
        : ok(
            xml(
              `<ListMetadataFormats>${formats.map((each) => `<metadataFormat><metadataPrefix>${each}</metadataPrefix></metadataFormat>`).join('')}</ListMetadataFormats>`,
            ),
          ),
    );
    const baseUrl = run.address;
    await harvest({ baseUrl }, run.folder, {
      userAgent: 'x',
      tries: 1,
      silence: 1000,
      wait: async () => {},
      told: () => {},
      isFull: false,
      step: () => {},
    });
    expect(run.asked[0]).toBe('metadataPrefix=oai_openaire');
  });
});

describe('ends with a clear message, and keeps what is there', () => {
  test.each<[what: string, answers: readonly Answer[], message: RegExp]>([
    [
      'the same token again',
      [() => ok(list([record('a')], 't1')), () => ok(list([record('b')], 't1'))],
      /same page again and again/,
    ],
    [
      'the same page again',
      [() => ok(list([record('a')], 't1')), () => ok(list([record('a')], 't2'))],
      /same page again and again/,
    ],
    [
      'a list that is never taken up again',
      [
        () => ok(list([record('a')], 't1')),
        () => ok(fault('badResumptionToken')),
        () => ok(list([record('b')], 't1')),
        () => ok(fault('badResumptionToken')),
        () => ok(list([record('c')], 't1')),
        () => ok(fault('badResumptionToken')),
        () => ok(list([record('d')], 't1')),
        () => ok(fault('badResumptionToken')),
      ],
      /does not go on with its lists/,
    ],
    [
      'a format that is not there',
      [() => ok(fault('cannotDisseminateFormat'))],
      /refuses: cannotDisseminateFormat – so/,
    ],
    ['404', [() => new Response('no', { status: 404 })], /HTTP 404/],
    ['503 without end', [() => new Response('no', { status: 503 })], /HTTP 503/],
    [
      'a wait of days',
      [() => new Response('no', { status: 503, headers: { 'Retry-After': '86400' } })],
      /HTTP 503/,
    ],
    ['a page of HTML without end', [() => ok('<html>Accueil</html>')], /no reply of OAI-PMH: “<html>Accueil/],
    [
      'a redirect without end',
      [(_, { url }) => new Response(null, { status: 302, headers: { Location: url } })],
      /redirect/,
    ],
  ])('%s', async (_, answers, message) => {
    const run = await harvesting(answers);
    await expect(run.go()).rejects.toThrow(message);
  });
});

describe('goes on', () => {
  test('where it was cut off, by the token of the last reply that was kept', async () => {
    const run = await harvesting([
      two[0] as Answer,
      () => new Response('no', { status: 404 }),
      two[1] as Answer,
    ]);
    await expect(run.go()).rejects.toThrow(/404/);
    await run.go();
    expect(run.asked).toEqual(['metadataPrefix=oai_dc', 'resumptionToken=t1', 'resumptionToken=t1']);
    expect(titles(run)).toEqual(whole);
  });

  test('with what changed since the day before the last harvest began; what was withdrawn is no more', async () => {
    const gone =
      '<record><header status="deleted"><identifier>oai:x:b</identifier><datestamp>2026-01-31T00:00:00Z</datestamp></header></record>';
    const run = await harvesting([...two, () => ok(list([record('a', 'new'), gone]))]);
    await run.go();
    expect(await run.go()).toMatchObject({ records: 2, deleted: 1, replies: 1 });
    expect(run.asked.at(-1)).toBe('metadataPrefix=oai_dc&from=2026-01-31T00:00:00Z');
    expect(titles(run)).toEqual(['c', 'new']);
  });

  test('from the beginning when it is told to, and forgets what is not there any more', async () => {
    const run = await harvesting([...two, () => ok(list([record('d')]))]);
    await run.go();
    await run.go({ isFull: true });
    expect(run.asked.at(-1)).toBe('metadataPrefix=oai_dc');
    expect(titles(run)).toEqual(['d']);
  });

  test('not in the folder of another harvest', async () => {
    const run = await harvesting(two);
    await run.go();
    await expect(run.go({ prefix: 'oai_qdc' })).rejects.toThrow(/holds another harvest .*--prefix oai_dc/);
  });

  test('and says that what is withdrawn cannot be seen where the repository does not say it', async () => {
    const run = await harvesting(two, () => identity('no'));
    await run.go();
    expect(run.told).toEqual([expect.stringContaining('--full')]);
  });
});

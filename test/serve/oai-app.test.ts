import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { OaiRecord } from '../../pipeline/base/oai.ts';
import { oaiApp, type Repository } from '../../pipeline/serve/oai-app.ts';
import { oaiFormats } from '../../pipeline/write/index.ts';
import { many as manyOf, recordOf, sampleWorks, stamp } from './oai-records.ts';
import { repositoryOf } from './oai-repository.ts';
import { faultsIn, hasSchemas } from './oai-schemas.ts';

const works = sampleWorks();
const oai = 'http://localhost/oai';

const many = (count: number) => manyOf(count, works);

async function replyOf(repository: Repository, query: string): Promise<string> {
  const response = await oaiApp(repository)(new Request(`${oai}?${query}`));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml; charset=UTF-8']);
  return response.text();
}

const codesIn = (reply: string) => [...reply.matchAll(/<error code="(\w+)"/g)].map(([, code]) => code);
const identifiersIn = (reply: string) =>
  [...reply.matchAll(/<identifier>oai:data\.example\.org:([^<]*)<\/identifier>/g)].map(([, id]) => id);
/** Empty after the last page, absent where the list is whole. */
const tokenIn = (reply: string) => {
  const [, token] = /<resumptionToken[^>]*?(?:\/>|>([^<]+)<)/.exec(reply) ?? ['', undefined];
  return token ?? (reply.includes('<resumptionToken') ? '' : undefined);
};

/** All replies of a list, the first one and those to its tokens. */
async function pagesOf(repository: Repository, query: string): Promise<readonly string[]> {
  const verb = /verb=\w+/.exec(query)?.[0];
  const pages = [await replyOf(repository, query)];
  for (let token = tokenIn(pages[0] ?? ''); token; token = tokenIn(pages.at(-1) ?? ''))
    pages.push(await replyOf(repository, `${verb}&resumptionToken=${token}`));
  return pages;
}

// oai-pmh section 2, with what the protocol says besides; nothing that was wrong is repeated.
describe('each fault has its code', () => {
  test.each([
    ['junk', 'badVerb'],
    ['', 'badVerb'],
    ['verb=junk', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=identify', 'badVerb'],
    ['verb=toString', 'badVerb'],
    ['verb=Identify&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListSets&resumptionToken=junk', 'badResumptionToken'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=GetRecord&identifier=oai:data.example.org:work/000001', 'badArgument'],
    ['verb=GetRecord&identifier=invalid"id&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=GetRecord&identifier=oai:data.example.org:work/none&metadataPrefix=oai_dc', 'idDoesNotExist'],
    ['verb=GetRecord&identifier=oai:other.example.org:work/000001&metadataPrefix=oai_dc', 'idDoesNotExist'],
    [
      'verb=GetRecord&identifier=oai:data.example.org:work/000001&metadataPrefix=marc',
      'cannotDisseminateFormat',
    ],
    ['verb=ListMetadataFormats&identifier=oai:data.example.org:work/none', 'idDoesNotExist'],
    ['verb=ListIdentifiers&until=junk', 'badArgument'],
    ['verb=ListIdentifiers&from=junk', 'badArgument'],
    ['verb=ListIdentifiers&resumptionToken=junk&until=2000-02-05', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=junk', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=junk', 'badArgument'],
    ['verb=ListRecords&resumptionToken=junk', 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=', 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=WzFd', 'badResumptionToken'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=junk&until=1990-01-10', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai%20dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=été', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=none', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2002-02-05&until=2002-02-06T05:35:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00:00.5Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=2025-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2027-01-01', 'noRecordsMatch'],
  ])('%s: %s', async (query, code) => {
    const reply = await replyOf(repositoryOf(many(10)), query);
    expect(codesIn(reply)).toEqual([code]);
    if (code === 'badVerb' || code === 'badArgument') expect(reply).toContain(`<request>${oai}</request>`);
    if (hasSchemas) expect(faultsIn(reply, 'oai_dc')).toEqual([]);
  });

  test('a repository without records has no sets and nothing to list', async () => {
    const repository = repositoryOf([]);
    expect(codesIn(await replyOf(repository, 'verb=ListSets'))).toEqual(['noSetHierarchy']);
    expect(codesIn(await replyOf(repository, 'verb=ListRecords&metadataPrefix=oai_dc'))).toEqual([
      'noRecordsMatch',
    ]);
    const identity = await replyOf(repository, 'verb=Identify');
    if (hasSchemas) expect(faultsIn(identity, 'oai_dc')).toEqual([]);
  });
});

describe.skipIf(!hasSchemas)('by the schemas of OAI-PMH and of its format', () => {
  test.each(oaiFormats.map(({ prefix }) => prefix))(
    'every reply in %s is valid',
    { timeout: 120_000 },
    async (prefix) => {
      // Of the two that no harvester has to know, some stand for all.
      const repository = repositoryOf(many(prefix.startsWith('oai_') ? 10_000 : 1000));
      const pages = await pagesOf(repository, `verb=ListRecords&metadataPrefix=${prefix}`);
      for (const page of pages) expect(faultsIn(page, prefix)).toEqual([]);
      const carried = works.filter((work) =>
        oaiFormats.find((each) => each.prefix === prefix)?.carries(work),
      );
      expect(pages.length).toBeGreaterThan(carried.length > 0 ? 3 : 0);
      const query = `verb=GetRecord&identifier=oai:data.example.org:work/000007&metadataPrefix=${prefix}`;
      expect(faultsIn(await replyOf(repository, query), prefix)).toEqual([]);
    },
  );

  test.each([
    'verb=Identify',
    'verb=ListSets',
    'verb=ListMetadataFormats',
    'verb=ListIdentifiers&metadataPrefix=rdf',
  ])('every reply to %s is valid', async (query) => {
    for (const page of await pagesOf(repositoryOf(many(1000)), query))
      expect(faultsIn(page, 'oai_dc')).toEqual([]);
  });
});

describe('a list', () => {
  const all = [...many(1001)].map(({ id }) => id);

  test.each([
    ['everything', '', (at: number) => at >= 0],
    ['a set', '&set=third', (at: number) => at % 3 === 0],
    ['a day', '&from=2026-01-01&until=2026-01-01', (at: number) => at >= 0],
    ['from a second', `&from=${stamp(300)}`, (at: number) => at >= 300],
    ['until a second', `&until=${stamp(700)}`, (at: number) => at <= 700],
    [
      'a set between seconds',
      `&set=third&from=${stamp(300)}&until=${stamp(900)}`,
      (at: number) => at % 3 === 0 && at >= 300 && at <= 900,
    ],
  ])('of %s has each record once, in pages that count', async (_, query, isIn) => {
    const pages = await pagesOf(
      repositoryOf(many(1001)),
      `verb=ListIdentifiers&metadataPrefix=oai_dc${query}`,
    );
    const wanted = all.filter((_, at) => isIn(at));
    expect(pages.flatMap(identifiersIn)).toEqual(wanted);
    const cursors = pages.map((page) => /cursor="(\d+)"/.exec(page)?.[1]);
    expect(cursors).toEqual(pages.map((_, at) => (pages.length > 1 ? String(at * 200) : undefined)));
    for (const page of pages.length > 1 ? pages : [])
      expect(page).toContain(`completeListSize="${wanted.length}"`);
    // The last page of a list that was cut ends with an empty token (section 3.5).
    expect(tokenIn(pages.at(-1) ?? '')).toBe(pages.length > 1 ? '' : undefined);
  });

  test('of exactly two pages has no third one', async () => {
    const pages = await pagesOf(repositoryOf(many(400)), 'verb=ListIdentifiers&metadataPrefix=oai_dc');
    expect(pages.map((page) => identifiersIn(page).length)).toEqual([200, 200]);
  });

  test('goes on where it was while records change: none is skipped, and one that changed comes again as it is now', async () => {
    const records = [...many(600)];
    const before = repositoryOf(records);
    const first = await replyOf(before, 'verb=ListRecords&metadataPrefix=oai_dc');
    const token = tokenIn(first);
    // One that was given, one that was not, and a new one.
    const changed = records.map((each, at) =>
      at === 5 || at === 500 ? { ...each, datestamp: stamp(10_000) } : each,
    );
    const added = { ...(records[1] as OaiRecord), id: 'work/new', datestamp: stamp(10_001) };
    const after = repositoryOf([...changed, added]);
    const rest = await pagesOf(after, `verb=ListRecords&resumptionToken=${token}`);
    const seen = [first, ...rest].flatMap(identifiersIn);
    expect(new Set(seen)).toEqual(new Set([...records.map(({ id }) => id), 'work/new']));
    expect(seen.filter((id, at) => seen.indexOf(id) !== at)).toEqual(['work/000005']);
  });

  test('gives the same page for the same token', async () => {
    const repository = repositoryOf(many(500));
    const token = tokenIn(await replyOf(repository, 'verb=ListRecords&metadataPrefix=oai_dc'));
    expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
    const [one, two] = [
      await replyOf(repository, `verb=ListRecords&resumptionToken=${token}`),
      await replyOf(repository, `verb=ListRecords&resumptionToken=${token}`),
    ];
    expect(one).toBe(two);
  });

  test('shows what was withdrawn in every format and in its sets, as a header alone', async () => {
    const repository = repositoryOf(many(100));
    for (const { prefix } of oaiFormats) {
      const reply = await replyOf(repository, `verb=ListRecords&metadataPrefix=${prefix}`);
      expect(reply.match(/<header status="deleted">/g)).toHaveLength(5);
    }
    const reply = await replyOf(
      repository,
      'verb=GetRecord&metadataPrefix=rdf&identifier=oai:data.example.org:work/000027',
    );
    expect(reply).toContain('<header status="deleted">');
    expect(reply).toContain('<setSpec>third</setSpec>');
    expect(reply).not.toContain('<metadata>');
  });

  test('leaves out what its format cannot say, and says so of one', async () => {
    const [work] = works;
    if (!work) throw new Error('no sample');
    const nobody = { ...work, id: 'work/nobody', contributions: [] };
    const repository = repositoryOf([recordOf(work), recordOf(nobody)]);
    expect(identifiersIn(await replyOf(repository, 'verb=ListRecords&metadataPrefix=oai_dc'))).toContain(
      'work/nobody',
    );
    expect(identifiersIn(await replyOf(repository, 'verb=ListRecords&metadataPrefix=hal_tei'))).toEqual([
      work.id,
    ]);
    const identifier = 'identifier=oai:data.example.org:work/nobody';
    expect(codesIn(await replyOf(repository, `verb=GetRecord&metadataPrefix=hal_tei&${identifier}`))).toEqual(
      ['cannotDisseminateFormat'],
    );
    expect(await replyOf(repository, `verb=ListMetadataFormats&${identifier}`)).not.toContain('hal_tei');
  });
});

describe('by HTTP', () => {
  test('a posted form is answered as an address is', async () => {
    const repository = repositoryOf(many(3));
    const body = 'verb=ListRecords&metadataPrefix=oai_dc';
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const posted = await oaiApp(repository)(new Request(oai, { method: 'POST', headers, body }));
    expect(await posted.text()).toBe(await replyOf(repository, body));
  });

  test('a form that is too long is none', async () => {
    const body = `verb=Identify&x=${'x'.repeat(70_000)}`;
    const response = await oaiApp(repositoryOf([]))(new Request(oai, { method: 'POST', body }));
    expect(response.status).toBe(413);
  });

  test('a reply is compressed for whoever takes it', async () => {
    const repository = repositoryOf(many(3));
    const request = new Request(`${oai}?verb=Identify`, { headers: { 'Accept-Encoding': 'gzip' } });
    const response = await oaiApp(repository)(request);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(text).toBe(await replyOf(repository, 'verb=Identify'));
  });

  test('more requests than can be answered are asked to come again', async () => {
    const app = oaiApp(repositoryOf(many(3)));
    const responses = await Promise.all(
      Array.from({ length: 40 }, () => app(new Request(`${oai}?verb=Identify`))),
    );
    expect(responses.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(32);
    const [late] = responses.filter(({ status }) => status === 503);
    expect(late?.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  test('its base URL is the one that the lab gives, else the one that was asked', async () => {
    expect(await replyOf(repositoryOf([]), 'verb=Identify')).toContain(`<baseURL>${oai}</baseURL>`);
    const url = 'https://data.example.org/oai';
    const reply = await replyOf(repositoryOf([], { url }), 'verb=Identify');
    expect(reply).toContain(`<baseURL>${url}</baseURL>`);
    expect(reply).toContain(`<request verb="Identify">${url}</request>`);
  });
});

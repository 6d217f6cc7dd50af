import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SparqlLimits } from '../../pipeline/serve/sparql-limits.ts';
import { type Asked, endpointOf, manyQuads } from './sparql-endpoint.ts';

async function endpoint(quads: string, limits: Partial<SparqlLimits> = {}): Promise<Asked> {
  const asked = await endpointOf(quads, { limits });
  onTestFinished(() => asked.stop());
  return asked;
}

const count = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
// 2000 quads: a number of rows with 13 digits.
const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
const cross = 'SELECT * { ?a ?b ?c . ?d ?e ?f }';

async function told(answer: Response): Promise<readonly [number, string]> {
  return [answer.status, await answer.text()];
}

describe('a query that never ends', () => {
  test('is ended, while another is answered', async () => {
    const { ask, rows } = await endpoint(manyQuads(2000), { time: 3000 });
    await rows(count);
    const never = ask(endless);
    await setTimeout(100);
    const start = Date.now();
    expect(await rows(count)).toEqual([['2000']]);
    // The second thread loads its graph first.
    expect(Date.now() - start).toBeLessThan(3000);
    expect(await told(await never)).toEqual([503, expect.stringMatching(/^the query was ended after 3 s/)]);
    expect(await rows(count)).toEqual([['2000']]);
  });

  test('holds up the others where memory has no room for a second graph', async () => {
    const { ask, rows } = await endpoint(manyQuads(2000), { time: 1500, machine: 0 });
    await rows(count);
    const start = Date.now();
    const never = ask(endless);
    await setTimeout(100);
    expect(await rows(count)).toEqual([['2000']]);
    expect(Date.now() - start).toBeGreaterThan(1400);
    expect((await never).status).toBe(503);
  });

  test('takes all threads for its time only: who waits too long is asked to come back', async () => {
    const { ask, rows } = await endpoint(manyQuads(2000), { time: 1500, wait: 400, threads: 1, waiting: 1 });
    await loaded(ask);
    const never = ask(endless);
    await setTimeout(100);
    const waits = ask(count);
    await setTimeout(100);
    const refused = await ask(count);
    expect(refused.headers.get('Retry-After')).toBe('5');
    expect(await told(refused)).toEqual([503, expect.stringMatching(/^too many queries at a time/)]);
    expect((await waits).status).toBe(503);
    expect((await never).status).toBe(503);
    await loaded(ask);
    expect(await rows(count)).toEqual([['2000']]);
  });

  /** Until the graph is loaded. */
  async function loaded(ask: Asked['ask']): Promise<void> {
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await ask(count)).status === 200) return;
      await setTimeout(100);
    }
  }
});

test('fifty clients at a time are all answered', async () => {
  const { rows } = await endpoint(manyQuads(100));
  const all = await Promise.all(Array.from({ length: 50 }, () => rows(count)));
  expect(all).toEqual(Array.from({ length: 50 }, () => [['100']]));
});

describe('an answer', () => {
  test.each([
    ['application/sparql-results+json', 10],
    ['application/sparql-results+xml', 10],
    ['text/csv', 10],
    ['text/tab-separated-values', 10],
  ])('in %s has at most %i rows', async (accept, limit) => {
    const { ask } = await endpoint(manyQuads(20), { rows: limit });
    const get = (more: string) => ask(`SELECT * { ?s ?p ?o } ${more}`, { headers: { Accept: accept } });
    expect((await get(`LIMIT ${limit}`)).status).toBe(200);
    expect(await told(await get(''))).toEqual([422, expect.stringMatching(/more than 10 rows/)]);
    expect((await get('LIMIT 11 OFFSET 2')).status).toBe(422);
    expect((await get('OFFSET 15')).status).toBe(200);
  });

  test('of a million rows is refused by the limit of rows, and by that of bytes', async () => {
    const { ask, rows } = await endpoint(manyQuads(1000), { bytes: 1_000_000 });
    expect(await told(await ask(cross))).toEqual([422, expect.stringMatching(/more than 1000000 bytes/)]);
    expect(await rows(count)).toEqual([['1000']]);
    const graph = 'CONSTRUCT { ?a ?e ?f } WHERE { ?a ?b ?c . ?d ?e ?f }';
    expect(await told(await ask(`${graph} LIMIT 100000`))).toEqual([422, expect.stringMatching(/bytes/)]);
    const narrow = await endpoint(manyQuads(1000));
    expect(await told(await narrow.ask(cross.replace('*', '?a ?d')))).toEqual([
      422,
      expect.stringMatching(/more than 100000 rows/),
    ]);
  });

  test('that takes too much memory ends its thread only', async () => {
    const { ask, rows } = await endpoint(manyQuads(2000), { memory: 256 * 2 ** 20, time: 20_000 });
    const sorted = 'SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c';
    expect(await told(await ask(sorted))).toEqual([422, expect.stringMatching(/too much memory/)]);
    expect(await rows(count)).toEqual([['2000']]);
  });

  test('is given up when the client does not read it', async () => {
    const { address, ask, rows } = await endpoint(manyQuads(1000), { unread: 1_000_000, stall: 1500 });
    await rows(count);
    const large = `${cross} LIMIT 60000`;
    const { port, pathname } = new URL(address);
    const socket = connect(Number(port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => {});
    socket.pause();
    socket.write(`GET ${pathname}?query=${encodeURIComponent(large)} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    for (let tries = 0; tries < 100 && (await ask(count)).status === 200; tries += 1) await setTimeout(50);
    expect(await told(await ask(count))).toEqual([503, expect.stringMatching(/wait to be read/)]);
    await setTimeout(1800);
    expect(await rows(count)).toEqual([['1000']]);
  });
});

test('a query of 10 MB is refused, and one that is nested too deep', async () => {
  const { address, ask, rows } = await endpoint(manyQuads(10));
  const post = (body: string) =>
    fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/sparql-query' }, body });
  const large = `ASK { FILTER("${'x'.repeat(10_000_000)}" = "") }`;
  expect(await told(await post(large))).toEqual([413, 'a query has at most 1048576 bytes\n']);
  const deep = `SELECT (${'('.repeat(200_000)}1${')'.repeat(200_000)} AS ?n) {}`;
  expect(await told(await post(deep))).toEqual([422, expect.stringMatching(/nested too deep/)]);
  expect((await ask('ASK {}')).status).toBe(200);
  expect(await rows(count)).toEqual([['10']]);
});

test('a query without end of 10 MB is refused too', async () => {
  const { address } = await endpoint(manyQuads(10));
  const part = new TextEncoder().encode('# comment\n'.repeat(10_000));
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(part) });
  const headers = { 'Content-Type': 'application/sparql-query' };
  // The server may cut the line before the client has its answer.
  const status = await fetch(address, { method: 'POST', headers, body, duplex: 'half' } as RequestInit).then(
    (answer) => answer.status,
    () => 413,
  );
  expect(status).toBe(413);
});

test('no other server is ever asked', async () => {
  const contacts: string[] = [];
  const other = createServer((request, response) => {
    contacts.push(String(request.url));
    response.end();
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const at = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const { ask } = await endpoint(manyQuads(10));
  const asked: readonly (readonly [string, number])[] = [
    [`SELECT * { SERVICE <${at}/a> { ?s ?p ?o } }`, 403],
    [`SELECT * { SERVICE SILENT <${at}/b> { ?s ?p ?o } }`, 403],
    [`SELECT * { VALUES ?g { <${at}/c> } SERVICE ?g { ?s ?p ?o } }`, 403],
    [`LOAD <${at}/d>`, 403],
    [`SELECT * FROM <${at}/e> { ?s ?p ?o }`, 200],
    [`SELECT * { GRAPH <${at}/f> { ?s ?p ?o } }`, 200],
    [`DESCRIBE <${at}/g>`, 200],
    [`\\u0053ELECT * { SERV\\u0049CE SILENT <${at}/h> {} }`, 400],
  ];
  for (const [query, status] of asked) {
    const answer = await ask(query);
    expect([query, answer.status]).toEqual([query, status]);
    await answer.text();
  }
  const dataset = `default-graph-uri=${encodeURIComponent(`${at}/i`)}`;
  expect((await ask('ASK {}')).status).toBe(200);
  await ask(`SELECT * { ?s ?p ?o }&${dataset}`);
  expect(contacts).toEqual([]);
});

describe('the graph', () => {
  test('is the one that was there, whatever a build puts in its place', async () => {
    const { dump, rows, ask } = await endpoint(manyQuads(1000), { time: 1000 });
    writeFileSync(`${dump}.new`, manyQuads(60));
    renameSync(`${dump}.new`, dump);
    expect(await rows(count)).toEqual([['1000']]);
    // A thread that loads it anew, in the place of one that was ended, loads what was there too.
    expect((await ask(endless)).status).toBe(503);
    expect(await rows(count)).toEqual([['1000']]);
  });

  test('of another build is another endpoint: what is under way ends on this one', async () => {
    const { app, ask, rows } = await endpoint(manyQuads(100), { threads: 1 });
    await rows(count);
    const under = ask('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?f < ?i) }');
    const next = ask(count);
    await setTimeout(100);
    await app.retire();
    expect([(await under).status, (await next).status]).toEqual([200, 200]);
    expect((await ask(count)).status).toBe(503);
  });

  test('that is too large is not held: it says so, and where to go', async () => {
    const { ask, told: complaints } = await endpoint(manyQuads(50), { quads: 49 });
    const words = /^the graph has more than 49 quads.*--store/;
    expect(await told(await ask(count))).toEqual([503, expect.stringMatching(words)]);
    expect(await told(await ask(count))).toEqual([503, expect.stringMatching(words)]);
    expect(complaints.map(({ en }) => en)).toEqual([expect.stringMatching(words)]);
    const { rows } = await endpoint(manyQuads(50), { quads: 50 });
    expect(await rows(count)).toEqual([['50']]);
  });

  test('that cannot be read says so', async () => {
    const { ask, told: complaints } = await endpoint('<a> <b>');
    expect(await told(await ask(count))).toEqual([503, expect.stringMatching(/could not be loaded/)]);
    expect(complaints).toHaveLength(1);
  });
});

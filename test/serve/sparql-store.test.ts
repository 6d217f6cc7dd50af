import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Words } from '../../pipeline/base/words.ts';
import { listen, sparqlApp } from '../../pipeline/serve/index.ts';
import type { SparqlLimits } from '../../pipeline/serve/sparql-limits.ts';
import { type Asked, endpointOf, manyQuads } from './sparql-endpoint.ts';

/** An endpoint of ours in front of a store. */
async function inFrontOf(store: string, limits: Partial<SparqlLimits> = {}) {
  const told: Words[] = [];
  const app = sparqlApp({
    graph: { store: new URL(store) },
    base: 'https://data.example.org/id/',
    own: 'en',
    limits,
    onUnfit: (words) => told.push(words),
  });
  const server = await listen(app.answer, { host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await Promise.all([server.close(), app.close()]);
  });
  const address = `${server.address}sparql`;
  const ask = (query: string, init: RequestInit = {}) =>
    fetch(`${address}?query=${encodeURIComponent(query)}`, init);
  return { address, told, ask };
}

/** A store that does as it is told, and keeps what it was asked. */
async function standIn(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(body);
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/query`, asked };
}

const results = (rows: number) =>
  JSON.stringify({
    head: { vars: ['n'] },
    results: {
      bindings: Array.from({ length: rows }, (_, n) => ({ n: { type: 'literal', value: `${n}` } })),
    },
  });
const json = { 'Content-Type': 'application/sparql-results+json' };

describe('in front of a store', () => {
  let store: Asked;
  beforeAll(async () => {
    store = await endpointOf(manyQuads(20));
  });
  afterAll(() => store.stop());

  test.each([
    ['application/sparql-results+json', 'SELECT ?t { <1> dcterms:title ?t }', /"value":"n° 1"/],
    ['application/sparql-results+xml', 'SELECT ?t { <1> dcterms:title ?t }', /<literal xml:lang="fr">n° 1</],
    ['text/csv', 'SELECT ?t { <1> dcterms:title ?t }', /^t\r\nn° 1\r\n$/],
    ['text/tab-separated-values', 'SELECT ?t { <1> dcterms:title ?t }', /^\?t\n"n° 1"@fr\n$/],
    ['text/csv', 'ASK { <1> dcterms:title ?t }', /^true\r\n$/],
    ['text/csv', 'SELECT (10 - 3 - 2 AS ?n) {}', /^n\r\n5\r\n$/],
    ['application/n-triples', 'DESCRIBE <1>', /^<https:\/\/data.example.org\/id\/1> .*"n° 1"@fr \.\n$/],
    ['text/turtle', 'CONSTRUCT WHERE { <1> ?p ?o }', /"n° 1"@fr/],
  ])('%s of %s', async (type, query, pattern) => {
    const { ask, told } = await inFrontOf(store.address);
    const answer = await ask(query, { headers: { Accept: type } });
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.text()).toMatch(pattern);
    expect(told).toEqual([]);
  });

  test('POST in both ways, HEAD, and a dataset', async () => {
    const { address } = await inFrontOf(store.address);
    const query = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
    const posts = await Promise.all([
      fetch(address, { method: 'POST', body: new URLSearchParams({ query }) }),
      fetch(address, {
        method: 'POST',
        body: query,
        headers: { 'Content-Type': 'application/sparql-query' },
      }),
    ]);
    for (const answer of posts) expect(await answer.text()).toContain('"value":"20"');
    const elsewhere = new URLSearchParams({ query, 'default-graph-uri': 'urn:none' });
    expect(await (await fetch(`${address}?${elsewhere}`)).text()).toContain('"value":"0"');
    const head = await fetch(`${address}?${new URLSearchParams({ query })}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('what the endpoint is: it does not say which graphs the store has', async () => {
    const { address } = await inFrontOf(store.address);
    const turtle = await (await fetch(address)).text();
    const quads = new Parser().parse(turtle);
    const names = quads.map(({ predicate }) => predicate.value.split('#')[1]);
    expect(names).toContain('resultFormat');
    expect(names).not.toContain('namedGraph');
    expect(turtle).not.toContain('UnionDefaultGraph');
  });

  test('a query that the store cannot read: its line is the line of the client', async () => {
    const { ask } = await inFrontOf(store.address);
    const answer = await ask('SELECT ?t {\n<1> dcterms:title }');
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('SPARQL query refused'),
    ]);
  });

  test.each([
    ['rows', { rows: 10 }, 'SELECT ?s { ?s ?p ?o }', 'more than 10 rows'],
    ['bytes', { bytes: 500 }, 'CONSTRUCT WHERE { ?s ?p ?o }', 'more than 500 bytes'],
  ])('an answer of too many %s', async (_, limits, query, said) => {
    const { ask } = await inFrontOf(store.address, limits);
    const answer = await ask(query);
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(said)]);
  });
});

describe('what never comes to the store', () => {
  test.each([
    ['an update', 'DELETE WHERE { ?s ?p ?o }', 403],
    ['LOAD', 'LOAD <http://127.0.0.1/>', 403],
    ['SERVICE', 'SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }', 403],
    ['orders to Virtuoso', 'DEFINE get:soft "replace" SELECT * FROM <http://127.0.0.1/> { ?s ?p ?o }', 403],
    ['a query that is too long', `SELECT * { ?s ?p "${'x'.repeat(2000)}" }`, 413],
  ])('%s', async (_, query, status) => {
    const store = await standIn((_request, response) => response.end());
    const { address } = await inFrontOf(store.address, { body: 1000 });
    const answer = await fetch(address, {
      method: 'POST',
      body: query,
      headers: { 'Content-Type': 'application/sparql-query' },
    });
    expect([answer.status, store.asked]).toEqual([status, []]);
  });

  test('more rows than an answer may have', async () => {
    const store = await standIn((_request, response) => response.writeHead(200, json).end(results(3)));
    const { ask } = await inFrontOf(store.address, { rows: 10 });
    await ask('SELECT ?n { ?s ?p ?n } LIMIT 5000');
    expect(new URLSearchParams(store.asked[0]).get('query')).toMatch(/LIMIT 11$/);
  });
});

describe('a store in trouble', () => {
  test('that is not there: said once to whoever runs the server', async () => {
    const { ask, told } = await inFrontOf('http://127.0.0.1:9/query?key=hunter2');
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await ask('ASK {}');
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([502, '5']);
      expect(await answer.text()).toBe('the store behind this endpoint does not answer; try again later\n');
    }
    expect(told.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^http:\/\/127.0.0.1:9\/query: the store does not answer: /),
    ]);
    expect(told[0]?.en).not.toContain('hunter2');
  });

  test('that points elsewhere is not followed', async () => {
    const other = await standIn((_request, response) => response.writeHead(200, json).end(results(1)));
    const store = await standIn((_request, response) =>
      response.writeHead(307, { Location: other.address }).end(),
    );
    const { ask, told } = await inFrontOf(store.address);
    expect((await ask('SELECT * {}')).status).toBe(502);
    expect([other.asked, told[0]?.en]).toEqual([[], expect.stringContaining('HTTP 307')]);
  });

  test.each([
    [500, 502, '5'],
    [401, 502, '5'],
    [503, 503, '17'],
    [429, 503, '17'],
  ])('that says %i: %i', async (said, status, after) => {
    const store = await standIn((_request, response) =>
      response.writeHead(said, { 'Retry-After': '17' }).end('a secret of the store'),
    );
    const { ask } = await inFrontOf(store.address);
    const answer = await ask('ASK {}');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, after]);
    expect(await answer.text()).not.toContain('secret');
  });

  test('that answers in another format', async () => {
    const store = await standIn((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<script>'),
    );
    const { ask } = await inFrontOf(store.address);
    const answer = await ask('ASK {}');
    expect([answer.status, await answer.text()]).toEqual([
      406,
      expect.stringContaining('does not answer in'),
    ]);
  });

  test('that never answers, or never ends: the query is given up, and the store sees it', async () => {
    for (const begin of [false, true]) {
      let isGivenUp = false;
      const store = await standIn((_request, response) => {
        if (begin) response.writeHead(200, json).write('{');
        response.on('close', () => {
          isGivenUp = true;
        });
      });
      const { ask } = await inFrontOf(store.address, { time: 200 });
      const answer = await ask('ASK {}');
      expect([answer.status, await answer.text()]).toEqual([
        503,
        expect.stringContaining('ended after 0.2 s'),
      ]);
      await expect.poll(() => isGivenUp).toBe(true);
    }
  });

  test('whose answer has no end is given up at the limit', async () => {
    let sent = 0;
    const store = await standIn((_request, response) => {
      response.writeHead(200, json);
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000))) sent += 10_000;
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    const { ask } = await inFrontOf(store.address, { bytes: 100_000 });
    expect((await ask('ASK {}')).status).toBe(422);
    expect(sent).toBeLessThan(20_000_000);
  });

  test('has no more queries at a time than it is given, and a client that goes away ends its own', async () => {
    let under = 0;
    let most = 0;
    const ends: (() => void)[] = [];
    const store = await standIn((_request, response) => {
      under += 1;
      most = Math.max(most, under);
      response.on('close', () => {
        under -= 1;
      });
      ends.push(() => response.writeHead(200, json).end('{"head":{},"boolean":true}'));
    });
    const { ask } = await inFrontOf(store.address, { atStore: 2, waiting: 3, wait: 20_000 });
    const gone = new AbortController();
    const leaving = ask('ASK {}', { signal: gone.signal }).catch(() => 'gone');
    await expect.poll(() => ends.length).toBe(1);
    const others = Array.from({ length: 4 }, () => ask('ASK {}'));
    await expect.poll(() => ends.length).toBe(2);
    // Three wait: one more is sent away.
    await expect.poll(async () => (await ask('ASK {}', { method: 'HEAD' })).status).toBe(503);
    gone.abort();
    expect(await leaving).toBe('gone');
    for (let at = 1; at < 5; at += 1) {
      await expect.poll(() => ends.length).toBeGreaterThan(at);
      ends[at]?.();
    }
    const statuses = (await Promise.all(others)).map(({ status }) => status);
    expect([statuses, most]).toEqual([[200, 200, 200, 200], 2]);
  });
});

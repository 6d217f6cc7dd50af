import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../pipeline/serve/index.ts';
import { endpointOf } from '../serve/sparql-endpoint.ts';
import { moisson } from './moisson.ts';

const graph = '<https://data.example.org/id/dataset>';
const work = '<https://data.example.org/id/work/x>';
const quads = `${work} <http://purl.org/dc/terms/title> "Un titre"@fr ${graph} .
${work} <http://purl.org/dc/terms/issued> "2019"^^<http://www.w3.org/2001/XMLSchema#gYear> ${graph} .
${work} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/ScholarlyArticle> ${graph} .
${work} <http://www.w3.org/ns/prov#wasDerivedFrom> <https://data.example.org/id/source/a> ${graph} .
`;

async function endpoint(): Promise<string> {
  const opened = await endpointOf(quads);
  onTestFinished(() => opened.stop());
  return opened.address;
}

/** A server that gives this answer to whatever it is asked, and counts. */
async function answering(answers: readonly Response[]) {
  let count = 0;
  const server = await listen(() => (answers[count++] ?? new Response('', { status: 500 })).clone(), {
    host: '127.0.0.1',
    port: 0,
  });
  onTestFinished(() => server.close());
  return { address: `${server.address}sparql`, count: () => count };
}

describe('an endpoint in the place of files', () => {
  test.each([
    ['a table', 'SELECT ?title { ?work dcterms:title ?title }', [], 'title\n────────\nUn titre\n'],
    ['CSV', 'SELECT ?title { ?work dcterms:title ?title }', ['--format', 'csv'], 'title\r\nUn titre\r\n'],
    ['yes or no', 'ASK { ?work dcterms:title ?title }', [], 'true\n'],
    ['arithmetic from left to right', 'SELECT (10 - 3 - 2 AS ?n) {}', ['--format', 'csv'], 'n\r\n5\r\n'],
  ])('%s', async (_, query, options, out) => {
    const address = await endpoint();
    expect(await moisson(['query', query, address, ...options])).toEqual({ code: 0, out, err: '' });
  });

  test('a graph', async () => {
    const { out } = await moisson(['query', 'DESCRIBE ?s { ?s dcterms:title ?t }', await endpoint()]);
    expect(out).toContain('dcterms:title "Un titre"@fr');
    expect(out).toContain('a schema:ScholarlyArticle');
  });

  test('a question by its name, with headings in French', async () => {
    const { out, code } = await moisson(['query', 'works', await endpoint(), '--lang', 'fr']);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^date +titre +œuvre\n.*\n2019 +Un titre +https:.*x\n$/),
    ]);
  });

  test('a query that it refuses, in its own words', async () => {
    const { code, err } = await moisson(['query', 'SELECT ?s { ?s ?p }', await endpoint()]);
    expect([code, err]).toEqual([
      3,
      expect.stringMatching(/sparql: query refused: HTTP 400 SPARQL query refused: error at/),
    ]);
  });

  test('a query that would write is not sent', async () => {
    const { address, count } = await answering([]);
    const { code, err } = await moisson(['query', 'DELETE WHERE { ?s ?p ?o }', address]);
    expect([code, count(), err]).toEqual([2, 0, expect.stringContaining('a query only reads')]);
  });

  test.each([
    ['nothing there', new Response('', { status: 404 }), 'no SPARQL endpoint at this address (HTTP 404'],
    [
      'another address',
      new Response('', { status: 301, headers: { Location: 'https://x.example/sparql' } }),
      'points elsewhere (https://x.example/sparql)',
    ],
    [
      'a page',
      new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
      'does not answer as a SPARQL endpoint (Content-Type: text/html)',
    ],
    [
      'JSON that is something else',
      Response.json({ head: {} }),
      'does not answer as a SPARQL endpoint (Content-Type: application/json)',
    ],
    ['a query that takes too long', new Response('too slow', { status: 503 }), 'HTTP 503 too slow'],
  ])('%s', async (_, answer, said) => {
    const { address, count } = await answering([answer]);
    const { code, err } = await moisson(['query', 'SELECT * { ?s ?p ?o }', address]);
    expect([code, count(), err]).toEqual([3, 1, expect.stringContaining(said)]);
  });

  test('a graph in a format that is not read', async () => {
    const { address } = await answering([
      new Response('<rdf/>', { headers: { 'Content-Type': 'application/rdf+xml' } }),
    ]);
    const { code, err } = await moisson(['query', 'CONSTRUCT WHERE { ?s ?p ?o }', address]);
    expect([code, err]).toEqual([3, expect.stringContaining('application/rdf+xml')]);
  });

  test('one that is busy is asked again', async () => {
    const { address, count } = await answering([
      new Response('', { status: 503, headers: { 'Retry-After': '0' } }),
      Response.json({ head: {}, boolean: true }),
    ]);
    const { code, out } = await moisson(['query', 'ASK {}', address]);
    expect([code, out, count()]).toEqual([0, 'true\n', 2]);
  });

  test.each([
    ['with a password', ['https://labo:hunter2@x.example/'], 'without an account or a password'],
    ['beside files', ['https://x.example/', 'out/labacces.nq'], 'one endpoint, or files, but not both'],
  ])('%s', async (_, words, said) => {
    const { code, err } = await moisson(['query', 'ASK {}', ...words]);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(err).not.toContain('hunter2');
  });
});

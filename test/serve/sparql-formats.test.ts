import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse as csvRows } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, endpointOf } from './sparql-endpoint.ts';

const subject = 'https://data.example.org/id/work/x';
const awkward = 'Le « don »,\n"essai" <b>&amp;\t\\ ok';
const literal = awkward
  .replaceAll('\\', '\\\\')
  .replaceAll('"', '\\"')
  .replaceAll('\n', '\\n')
  .replaceAll('\t', '\\t');
const graph = '<https://data.example.org/id/dataset>';
const quads = `<${subject}> <http://purl.org/dc/terms/title> "${literal}"@fr ${graph} .
<${subject}> <http://schema.org/position> "7"^^<http://www.w3.org/2001/XMLSchema#integer> ${graph} .
<${subject}> <http://schema.org/author> <https://data.example.org/id/person/émile> ${graph} .
<${subject}> <http://schema.org/about> _:b ${graph} .
`;

let endpoint: Asked;
beforeAll(async () => {
  endpoint = await endpointOf(quads);
});
afterAll(() => endpoint.stop());

async function answer(query: string, accept: string): Promise<string> {
  const response = await endpoint.ask(query, { headers: { Accept: accept } });
  expect(response.status).toBe(200);
  return response.text();
}

describe('rows, read back', () => {
  const title = 'SELECT ?s ?title ?none { ?s dcterms:title ?title }';

  test('JSON', async () => {
    expect(JSON.parse(await answer(title, 'application/sparql-results+json'))).toEqual({
      head: { vars: ['s', 'title', 'none'] },
      results: {
        bindings: [
          {
            s: { type: 'uri', value: subject },
            title: { type: 'literal', value: awkward, 'xml:lang': 'fr' },
          },
        ],
      },
    });
  });

  test('XML', async () => {
    const parser = new SaxesParser({ xmlns: true });
    const [names, texts]: [string[], string[]] = [[], []];
    parser.on('opentag', ({ local, uri }) => {
      expect(uri).toBe('http://www.w3.org/2005/sparql-results#');
      names.push(local);
    });
    parser.on('text', (found) => texts.push(found));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(await answer(title, 'application/sparql-results+xml')).close();
    const bound = ['binding', 'uri', 'binding', 'literal'];
    const variables = ['variable', 'variable', 'variable'];
    expect(names).toEqual(['sparql', 'head', ...variables, 'results', 'result', ...bound]);
    expect(texts.filter((each) => each !== '')).toEqual([subject, awkward]);
  });

  test('CSV', async () => {
    const csv = await answer(title, 'text/csv');
    expect(csvRows(csv, { record_delimiter: '\r\n' })).toEqual([
      ['s', 'title', 'none'],
      [subject, awkward, ''],
    ]);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test('TSV', async () => {
    const tsv = await answer(title, 'text/tab-separated-values');
    const [head, row = '', ...rest] = tsv.split('\n');
    expect([head, rest]).toEqual(['?s\t?title\t?none', ['']]);
    const [s, found, none] = row.split('\t');
    const [quad] = new Parser().parse(`${s} <urn:p> ${found} .`);
    expect([quad?.subject.value, quad?.object.value, none]).toEqual([subject, awkward, '']);
  });

  test.each([
    ['application/sparql-results+json', '{"head":{},"boolean":true}'],
    ['text/csv', 'true\r\n'],
    ['text/tab-separated-values', 'true'],
  ])('ASK in %s', async (accept, wanted) => {
    expect((await answer('ASK { ?s dcterms:title ?title }', accept)).trim()).toBe(wanted.trim());
  });
});

describe('a graph, read back', () => {
  const readers: Readonly<Record<string, (found: string) => Promise<readonly Quad[]>>> = {
    'text/turtle': async (found) => new Parser().parse(found),
    'application/n-triples': async (found) => new Parser({ format: 'N-Triples' }).parse(found),
    'application/ld+json': async (found) => {
      const nquads = await jsonld.toRDF(JSON.parse(found), { format: 'application/n-quads' });
      return new Parser({ format: 'N-Quads' }).parse(String(nquads));
    },
    'application/rdf+xml': async (found) =>
      (await Readable.from([found]).pipe(new RdfXmlParser()).toArray()) as Quad[],
  };
  const said = (read: readonly Quad[]) =>
    read
      .map(({ predicate, object }) =>
        object.termType === 'Literal'
          ? [predicate.value, object.value, object.language || object.datatype.value]
          : [predicate.value, object.termType === 'BlankNode' ? 'blank' : object.value],
      )
      .sort();

  test.each([
    ...Object.keys(readers).map((type) => [type, `CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }`]),
    ...Object.keys(readers).map((type) => [type, `DESCRIBE <${subject}>`]),
  ])('%s of %s', async (type, query) => {
    const read = await readers[type]?.(await answer(query, type));
    expect(said(read ?? [])).toEqual([
      ['http://purl.org/dc/terms/title', awkward, 'fr'],
      ['http://schema.org/about', 'blank'],
      ['http://schema.org/author', 'https://data.example.org/id/person/émile'],
      ['http://schema.org/position', '7', 'http://www.w3.org/2001/XMLSchema#integer'],
    ]);
  });

  const sd = 'http://www.w3.org/ns/sparql-service-description#';

  test.each(Object.keys(readers))('the description of the service in %s', async (type) => {
    const response = await fetch(endpoint.address, { headers: { Accept: type } });
    expect(response.headers.get('Content-Type')?.split(';')[0]).toBe(type);
    const read = (await readers[type]?.(await response.text())) ?? [];
    const found = (predicate: string) =>
      read.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);
    expect(found(`${sd}endpoint`)).toEqual([endpoint.address]);
    expect(found(`${sd}supportedLanguage`)).toEqual([`${sd}SPARQL11Query`]);
    expect(found(`${sd}feature`)).toEqual([`${sd}UnionDefaultGraph`]);
    expect(found(`${sd}resultFormat`)).toHaveLength(8);
    expect(found(`${sd}name`)).toEqual(['https://data.example.org/id/dataset']);
    expect(found('http://rdfs.org/ns/void#sparqlEndpoint')).toEqual([endpoint.address]);
  });

  test('the description in no other format', async () => {
    const response = await fetch(endpoint.address, { headers: { Accept: 'text/csv' } });
    expect([response.status, await response.text()]).toEqual([406, expect.stringContaining('text/turtle')]);
  });
});

test('a dump that is compressed', async () => {
  const zipped = await endpointOf(quads, { isGzip: true });
  try {
    const asked = await zipped.ask('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', {
      headers: { Accept: 'text/csv' },
    });
    expect(await text(asked.body as never)).toBe('n\r\n4\r\n');
  } finally {
    await zipped.stop();
  }
});

test('a chain of differences or quotients is worked out from left to right', async () => {
  const rows = await endpoint.rows('SELECT (10 - 3 - 2 AS ?a) (12 / 3 / 2 AS ?b) (18 - 1 + 1 AS ?c) {}');
  expect(rows.map((row) => row.map(Number))).toEqual([[5, 2, 18]]);
});

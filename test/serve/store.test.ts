import { describe, expect, test } from 'vitest';
import { formatAnswer, openStore, rdfFormatOf } from '../../pipeline/serve/index.ts';

const data = `<https://data.example.org/a> <http://purl.org/dc/terms/title> "Le don, « essai »"@fr <https://data.example.org/g> .
<https://data.example.org/b> <http://purl.org/dc/terms/title> "a \\"b\\"" .
<https://data.example.org/b> <http://schema.org/position> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
`;

async function store() {
  const opened = await openStore();
  opened.load(data, 'application/n-quads', 'data.nq');
  return opened;
}

const ask = async (sparql: string) => (await store()).query(sparql);

describe('the store', () => {
  test('sees all graphs as one, and knows the usual prefixes', async () => {
    const answer = await ask('SELECT ?s ?none { ?s dcterms:title ?t } ORDER BY ?s');
    expect(answer).toMatchObject({
      kind: 'select',
      variables: ['s', 'none'],
      rows: [{ s: { type: 'uri', value: 'https://data.example.org/a' } }, {}],
    });
  });

  test.each([
    ['ASK { ?s schema:position 1 }', { kind: 'ask', yes: true }],
    [
      '# INSERT is only a comment\nASK { <https://data.example.org/insert> ?p "DELETE" }',
      { kind: 'ask', yes: false },
    ],
  ])('%s', async (sparql, answer) => expect(await ask(sparql)).toEqual(answer));

  test.each([
    'INSERT DATA { <a:a> <a:b> <a:c> }',
    'prefix a: <urn:a> DELETE WHERE { ?s ?p ?o }',
    'CLEAR ALL',
    'LOAD <http://localhost/x>',
  ])('refuses %s', async (sparql) => {
    await expect(ask(sparql)).rejects.toThrow(/a query only reads/);
  });

  test('refuses SERVICE: nothing is fetched', async () => {
    await expect(ask('SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }')).rejects.toThrow(
      /SPARQL query refused/,
    );
  });

  test('says on which line of the person’s own query it stumbled', async () => {
    await expect(ask('SELECT ?s {\n ?s dcterms:title }')).rejects.toMatchObject({
      words: {
        fr: expect.stringMatching(/^requête SPARQL refusée : erreur ligne 2, colonne \d+ : attendu : /),
        en: expect.stringMatching(/^SPARQL query refused: error at 2:\d+: expected /),
      },
    });
  });

  test('says which file cannot be read', async () => {
    const opened = await openStore();
    expect(() => opened.load('<a> <b>', 'text/turtle', 'broken.ttl')).toThrow(
      /broken\.ttl: RDF that cannot be read/,
    );
  });

  test('loads a large text in parts, none of its lines cut', async () => {
    const opened = await openStore();
    const lines = Array.from(
      { length: 120_000 },
      (_, index) =>
        `<https://data.example.org/${index}> <http://purl.org/dc/terms/title> "${'é'.repeat(20)}" .\n`,
    );
    opened.load(lines.join(''), 'application/n-triples', 'large.nt');
    expect(opened.query('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')).toMatchObject({
      rows: [{ n: { value: '120000' } }],
    });
  });

  test('keeps a blank node one, however far apart its lines', async () => {
    const opened = await openStore();
    const far = `<https://data.example.org/far> <http://schema.org/text> "${'x'.repeat(9 * 2 ** 20)}" .\n`;
    const text = `_:b <http://schema.org/name> "n" .\n${far}_:b <http://schema.org/url> <https://a.example/> .\n`;
    opened.load(text, 'application/n-triples', 'large.nt');
    expect(opened.query('ASK { ?b schema:name "n" ; schema:url ?url }')).toEqual({ kind: 'ask', yes: true });
  });

  test.each([
    ['SELECT ?s { ?s dcterms:title ?t }', 2],
    ['SELECT ?s FROM <https://data.example.org/g> { ?s dcterms:title ?t }', 1],
    ['PREFIX d: <https://data.example.org/> SELECT ?s FROM d:g { ?s dcterms:title ?t }', 1],
    ['SELECT ?s FROM NAMED <https://data.example.org/g> { GRAPH ?g { ?s dcterms:title ?t } }', 1],
    ['PREFIX from: <http://purl.org/dc/terms/> SELECT ?from { ?from from:title ?t }', 2],
    ['SELECT ?s { ?s dcterms:title ?t } # FROM <https://data.example.org/g>', 2],
    ['SELECT ?s { ?s dcterms:title ?t FILTER(?t != """a\n FROM <https://a.example/>""") }', 2],
  ])('looks where the query says: %s', async (sparql, count) => {
    expect((await ask(sparql)) as { rows?: unknown }).toMatchObject({ rows: { length: count } });
  });

  test.each([
    ['PREFIX add: <http://purl.org/dc/terms/> SELECT ?load { ?load add:title ?t }', 'select'],
    ['PREFIX select: <http://purl.org/dc/terms/> DESCRIBE ?s { ?s select:title ?t }', 'graph'],
    ["# don't clear: ask\nCONSTRUCT { ?s a ?t } WHERE { ?s dcterms:title ?t }", 'graph'],
  ])('is not misled by a name: %s', async (sparql, kind) => expect((await ask(sparql)).kind).toBe(kind));

  // The engine alone reads a chain of minus or division from the right.
  test.each([
    ['10 - 3 - 2', '5'],
    ['12 / 3 / 2', '2'],
    ['18 - 1 + 1', '18'],
  ])('does chained arithmetic: %s', async (sum, n) =>
    expect(await ask(`SELECT (${sum} AS ?n) {}`)).toMatchObject({ rows: [{ n: { value: n } }] }),
  );
});

describe('an answer', () => {
  const rows = 'SELECT ?s ?t { ?s dcterms:title ?t } ORDER BY ?s';

  test('as a table has aligned columns', async () => {
    expect(formatAnswer(await ask(`${rows} LIMIT 1`), 'table')).toBe(
      's                           t\n──────────────────────────  ─────────────────\nhttps://data.example.org/a  Le don, « essai »\n',
    );
    expect(formatAnswer(await ask('SELECT ?p { <https://data.example.org/b> ?p 1 }'), 'table')).toBe(
      'p\n───────────────\nschema:position\n',
    );
  });

  test.each([
    ['SELECT ("a\\u001b[31mred\\u009b" AS ?x) {}', 'x\n──────────\na\ufffd[31mred\ufffd\n'],
    ['SELECT ("a\\n b" AS ?x) {}', 'x\n───\na b\n'],
    ['SELECT ("e\u0301社👩‍🔬" AS ?x) (1 AS ?y) {}', 'x      y\n─────  ─\ne\u0301社👩‍🔬  1\n'],
  ])('as a table cannot command the terminal nor lose its columns: %s', async (sparql, shown) => {
    expect(formatAnswer(await ask(sparql), 'table')).toBe(shown);
  });

  test('tells a blank node from a text', async () => {
    const answer = await ask('SELECT ?b { BIND(BNODE() AS ?b) }');
    expect(formatAnswer(answer, 'csv')).toMatch(/^b\r\n_:\w+\r\n$/);
    expect(formatAnswer(answer, 'table')).toMatch(/\n_:\w+\n$/);
  });

  test('as CSV is quoted, with CRLF', async () => {
    expect(formatAnswer(await ask(rows), 'csv')).toBe(
      's,t\r\nhttps://data.example.org/a,"Le don, « essai »"\r\nhttps://data.example.org/b,"a ""b"""\r\n',
    );
  });

  test('as JSON keeps language and type', async () => {
    const { results } = JSON.parse(formatAnswer(await ask(rows), 'json')) as {
      results: { bindings: object[] };
    };
    expect(results.bindings[0]).toEqual({
      s: { type: 'uri', value: 'https://data.example.org/a' },
      t: { type: 'literal', value: 'Le don, « essai »', 'xml:lang': 'fr' },
    });
    expect(JSON.parse(formatAnswer(await ask('ASK { }'), 'json'))).toEqual({ head: {}, boolean: true });
  });

  test('as Turtle is for graphs', async () => {
    expect(
      formatAnswer(
        await ask('CONSTRUCT { ?s schema:name ?t } { ?s dcterms:title ?t } ORDER BY ?s LIMIT 1'),
        'turtle',
      ),
    ).toContain('<https://data.example.org/a> schema:name "Le don, « essai »"@fr');
    expect(() => formatAnswer({ kind: 'ask', yes: true }, 'turtle')).toThrow(/CONSTRUCT/);
    expect(() => formatAnswer({ kind: 'graph', quads: [] }, 'table')).toThrow(/SELECT/);
  });
});

test('Turtle is sorted, each subject once, and keeps an IRI that looks like a prefixed name', async () => {
  const graph = '<a:2> a <a:C> . <a:1> <a:p> <dc:42>, "\u{1f600}", ?t ; a <a:C> .';
  const text = formatAnswer(
    await ask(`CONSTRUCT { ${graph} } { <https://data.example.org/b> dcterms:title ?t }`),
    'turtle',
  );
  expect(text.slice(text.indexOf('\n\n') + 2)).toBe(
    '<a:1> a <a:C>;\n    <a:p> "a \\"b\\"", <dc:42>, "😀".\n<a:2> a <a:C>.\n',
  );
});

test.each([
  ['a.ttl', 'text/turtle'],
  ['A.NT.gz', 'application/n-triples'],
  ['x/y.jsonld', 'application/ld+json'],
  ['notes.txt', undefined],
  ['README', undefined],
])('%s is %s', (file, type) => {
  expect(rdfFormatOf(file)).toBe(type);
});

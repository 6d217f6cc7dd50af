import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, endpointOf } from './sparql-endpoint.ts';

const at = (name: string) => `http://kasei.us/2009/09/sparql/data/${name}.rdf`;
const names = ['data0', 'data1', 'data2', 'data3'] as const;
const quads = names
  .map(
    (name) =>
      `<${at(name)}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Document> <${at(name)}> .\n`,
  )
  .join('');

let endpoint: Asked;
beforeAll(async () => {
  endpoint = await endpointOf(quads);
});
afterAll(() => endpoint.stop());

const form = 'application/x-www-form-urlencoded';
const direct = 'application/sparql-query';
const json = 'application/sparql-results+json';

interface Sent {
  readonly method?: string;
  /** Arguments in the address. */
  readonly search?: readonly (readonly [string, string])[];
  readonly type?: string | undefined;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly accept?: string;
}

const fields = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');

function send({ method = 'GET', search = [], type, body, accept }: Sent): Promise<Response> {
  const query = search.length > 0 ? `?${fields(search)}` : '';
  // A text would get a type of its own.
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return fetch(endpoint.address + query, {
    method,
    headers: { ...(type && { 'Content-Type': type }), ...(accept && { Accept: accept }) },
    ...(bytes && { body: bytes }),
  });
}

const graphs = (defaults: readonly string[], named: readonly string[] = []) => [
  ...defaults.map((name) => ['default-graph-uri', at(name)] as const),
  ...named.map((name) => ['named-graph-uri', at(name)] as const),
];
const isDocument = (name: string) => `<${at(name)}> a <http://xmlns.com/foaf/0.1/Document>`;
const both = `ASK { ${isDocument('data1')} . ${isDocument('data2')} FILTER NOT EXISTS { ${isDocument('data3')} } }`;
const onlyNamed = `ASK { GRAPH ?g { ${isDocument('data1')} } GRAPH ?h { ${isDocument('data2')} } FILTER NOT EXISTS { ?s ?p ?o } FILTER NOT EXISTS { GRAPH ?i { ${isDocument('data3')} } } }`;
const full = `ASK { ${isDocument('data3')} GRAPH ?g { ${isDocument('data1')} } GRAPH ?h { ${isDocument('data2')} } FILTER NOT EXISTS { ?s ?p ?o FILTER(?s != <${at('data3')}>) } }`;
const several = `ASK FROM <${at('data3')}> { GRAPH ?g { ${isDocument('data1')} } ${isDocument('data2')} FILTER NOT EXISTS { ${isDocument('data3')} } }`;

// The names are those of the W3C suite, https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/.
describe('the protocol lets one ask', () => {
  // biome-ignore format: a table
  const asked: readonly (readonly [string, Sent])[] = [
    ['query_get', { search: [['query', 'ASK {}']] }],
    ['query_post_form', { method: 'POST', type: form, body: fields([['query', 'ASK {}']]) }],
    ['query_post_form, UTF-8', { method: 'POST', type: `${form}; charset=UTF-8`, body: 'query=ASK%20%7B%7D' }],
    ['query_post_direct', { method: 'POST', type: direct, body: 'ASK {}' }],
    ['query_post_direct, UTF-8', { method: 'POST', type: `${direct};charset="utf-8"`, body: 'ASK { FILTER("é" = "\\u00e9") }' }],
    ['query_dataset_default_graph', { method: 'POST', search: graphs(['data1']), type: direct, body: `ASK { ${isDocument('data1')} FILTER NOT EXISTS { ${isDocument('data2')} } }` }],
    ['query_dataset_default_graphs_get', { search: [['query', both], ...graphs(['data1', 'data2'])] }],
    ['query_dataset_default_graphs_post', { method: 'POST', search: graphs(['data1', 'data2']), type: direct, body: both }],
    ['query_dataset_named_graphs_get', { search: [['query', onlyNamed], ...graphs([], ['data1', 'data2'])] }],
    ['query_dataset_named_graphs_post', { method: 'POST', search: graphs([], ['data1', 'data2']), type: direct, body: onlyNamed }],
    ['query_dataset_full', { method: 'POST', search: graphs(['data3'], ['data1', 'data2']), type: direct, body: full }],
    ['query_dataset_full, in a form', { method: 'POST', type: form, body: fields([['query', full], ...graphs(['data3'], ['data1', 'data2'])]) }],
    ['query_multiple_dataset', { method: 'POST', search: graphs(['data2'], ['data1']), type: direct, body: several }],
    ['without a dataset: the union of all graphs', { search: [['query', `ASK { ${isDocument('data0')} . ${isDocument('data3')} }`]] }],
    ['with the dataset of the query', { search: [['query', `ASK FROM <${at('data1')}> { ?s ?p ?o FILTER NOT EXISTS { ${isDocument('data3')} } }`]] }],
  ];

  test.each(asked)('%s', async (_, sent) => {
    const answer = await send(sent);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, json]);
    expect(await answer.json()).toMatchObject({ boolean: true });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
});

describe('the type that a client takes', () => {
  const select = 'SELECT (1 AS ?n) {}';
  // Relative IRIs, as in the W3C suite: what they are relative to is the service's own choice.
  const construct = 'CONSTRUCT { <s> <p> 1 } WHERE {}';
  test.each([
    ['query_content_type_select', select, undefined, json],
    [
      'query_content_type_select',
      select,
      'application/sparql-results+xml, */*;q=0.1',
      'application/sparql-results+xml',
    ],
    ['query_content_type_select', select, 'text/csv', 'text/csv; charset=utf-8'],
    [
      'query_content_type_select',
      select,
      'text/tab-separated-values',
      'text/tab-separated-values; charset=utf-8',
    ],
    ['query_content_type_select', select, 'application/json', 'application/json'],
    ['query_content_type_select', select, 'text/html,application/xml;q=0.9,*/*;q=0.8', json],
    ['query_content_type_ask', 'ASK {}', 'application/sparql-results+xml', 'application/sparql-results+xml'],
    ['query_content_type_describe', `DESCRIBE <${at('data1')}>`, undefined, 'text/turtle; charset=utf-8'],
    ['query_content_type_construct', construct, 'text/turtle', 'text/turtle; charset=utf-8'],
    ['query_content_type_construct', construct, 'application/n-triples', 'application/n-triples'],
    ['query_content_type_construct', construct, 'application/rdf+xml', 'application/rdf+xml'],
    [
      'query_content_type_construct',
      construct,
      'application/ld+json;profile="http://a/"',
      'application/ld+json',
    ],
    ['nothing of it', select, 'text/turtle', 406],
    ['nothing of it', construct, 'text/csv', 406],
  ])('%s: %s, %s → %s', async (_, query, accept, wanted) => {
    const answer = await send({ search: [['query', query]], ...(accept && { accept }) });
    expect(answer.status === 200 ? answer.headers.get('Content-Type') : answer.status).toBe(wanted);
    expect(answer.headers.get('Vary')).toMatch(/^Accept/);
    await answer.text();
  });
});

describe('the protocol refuses', () => {
  const insert = 'INSERT DATA { <urn:a> <urn:b> <urn:c> }';
  const utf16 = new Uint8Array(Buffer.from('ASK {}', 'utf16le'));
  // biome-ignore format: a table
  const refused: readonly (readonly [string, Sent, number, RegExp])[] = [
    ['bad_query_method', { method: 'PUT', search: [['query', 'ASK {}']] }, 405, /^PUT is not allowed/],
    ['bad_query_method, DELETE', { method: 'DELETE', search: [['query', 'ASK {}']] }, 405, /^DELETE/],
    ['bad_multiple_queries', { search: [['query', 'ASK {}'], ['query', 'SELECT * {}']] }, 400, /more than once/],
    ['bad_multiple_queries, in a form', { method: 'POST', type: form, body: 'query=ASK%20%7B%7D&query=a' }, 400, /more than once/],
    ['bad_multiple_queries, two places', { method: 'POST', search: [['query', 'ASK {}']], type: direct, body: 'ASK {}' }, 400, /more than once/],
    ['bad_query_wrong_media_type', { method: 'POST', type: 'text/plain', body: 'ASK {}' }, 415, /^expected Content-Type/],
    ['bad_query_missing_form_type', { method: 'POST', body: 'query=ASK%20%7B%7D' }, 415, /^expected Content-Type/],
    ['bad_query_missing_direct_type', { method: 'POST', body: 'ASK {}' }, 415, /^expected Content-Type/],
    ['bad_query_non_utf8', { method: 'POST', type: `${direct}; charset=UTF-16`, body: utf16 }, 415, /in UTF-8/],
    ['bad_query_non_utf8, unsaid', { method: 'POST', type: direct, body: new Uint8Array([0x41, 0xe9]) }, 400, /UTF-8/],
    ['bad_query_syntax', { search: [['query', 'ASK {']] }, 400, /SPARQL query refused: error at 1:6/],
    ['bad_query_syntax, at the end', { search: [['query', 'SELECT * {']] }, 400, /refused: error at the end/],
    ['bad_query_syntax, a line', { search: [['query', 'SELECT ?s\n{ ?s dcterms:title }']] }, 400, /refused: error at 2:\d+: expected/],
    ['two queries in one', { search: [['query', 'ASK {} ASK {}']] }, 400, /refused/],
    ['no query', { search: [['default-graph-uri', 'urn:a']] }, 400, /query= is missing/],
    ['an empty query', { search: [['query', '']] }, 400, /refused/],
    ['no IRI', { search: [['query', 'ASK {}'], ['default-graph-uri', 'a b']] }, 400, /“a b” is no absolute IRI/],
    ['bad_update_get', { search: [['update', 'CLEAR NAMED']] }, 403, /only reads/],
    ['bad_multiple_updates', { method: 'POST', type: form, body: 'update=CLEAR+ALL&update=CLEAR+ALL' }, 403, /only reads/],
    ['bad_update_wrong_media_type', { method: 'POST', type: 'text/plain', body: 'CLEAR NAMED' }, 415, /expected/],
    ['bad_update_missing_form_type', { method: 'POST', body: 'update=CLEAR+NAMED' }, 415, /expected/],
    ['bad_update_non_utf8', { method: 'POST', type: 'application/sparql-update; charset=UTF-16', body: utf16 }, 415, /UTF-8/],
    ['bad_update_syntax', { method: 'POST', type: form, body: 'update=CLEAR%20XYZ' }, 403, /only reads/],
    ['bad_update_dataset_conflict', { method: 'POST', type: form, body: `using-named-graph-uri=urn%3Aa&update=${encodeURIComponent(insert)}` }, 403, /only reads/],
    ['update_post_form', { method: 'POST', type: form, body: fields([['update', insert]]) }, 403, /only reads/],
    ['update_post_direct', { method: 'POST', type: 'application/sparql-update', body: insert }, 403, /only reads/],
    ['an update as a query', { search: [['query', insert]] }, 403, /INSERT: this endpoint only reads/],
    ['LOAD', { search: [['query', 'LOAD <http://127.0.0.1/>']] }, 403, /LOAD: this endpoint only reads/],
  ];

  test.each(refused)('%s', async (_, sent, status, words) => {
    const answer = await send(sent);
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(words)]);
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    if (status === 405) expect(answer.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS');
  });

  test('in the language of the person', async () => {
    const answer = await endpoint.ask('CLEAR ALL', { headers: { 'Accept-Language': 'fr' } });
    expect(await answer.text()).toBe('CLEAR : ce point d’accès ne fait que lire\n');
    expect(answer.headers.get('Content-Language')).toBe('fr');
  });
});

test('HEAD says what GET says, without the answer', async () => {
  const [get, head] = [await endpoint.ask('ASK {}'), await endpoint.ask('ASK {}', { method: 'HEAD' })];
  expect([head.status, await head.text()]).toEqual([200, '']);
  for (const name of ['Content-Type', 'Content-Length'])
    expect(head.headers.get(name)).toBe(get.headers.get(name));
});

test('a script of another site is told what it may do', async () => {
  const answer = await fetch(endpoint.address, { method: 'OPTIONS' });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, POST, OPTIONS');
  expect(answer.headers.get('Access-Control-Allow-Headers')).toBe('*');
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
});

test('relative IRIs are those of the lab', async () => {
  const answer = await endpoint.ask('SELECT (<work/x> AS ?work) {}', { headers: { Accept: 'text/csv' } });
  expect(await answer.text()).toBe('work\r\nhttps://data.example.org/id/work/x\r\n');
});

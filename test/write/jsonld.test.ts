import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ontologyFile } from '../../pipeline/base/code-list.ts';
import { bibo, dcterms, namespaces, prism, rdf, schema, xsd } from '../../pipeline/base/terms.ts';
import { jsonld } from '../../pipeline/write/jsonld.ts';
import { dataset, entryOf, type Statement } from './sample.ts';

const work = `${dataset.base}work/deplier`;

test('a node has one property on each line, in the order of the mapping', async () => {
  const { one } = await jsonld.open(dataset);
  const statements: readonly Statement[] = [
    [work, dcterms('title'), 'language', 'Déplier la question numérique', 'FR'],
    [work, rdf('type'), 'iri', schema('ScholarlyArticle').iri],
    [work, rdf('type'), 'iri', bibo('AcademicArticle').iri],
    [work, schema('author'), 'iri', `${dataset.base}person/francois-sorin`],
    [work, dcterms('issued'), 'typed', '2023-03-03', xsd('date')],
    [work, schema('isAccessibleForFree'), 'typed', 'true', xsd('boolean')],
  ];
  expect(one(entryOf(statements))).toBe(`    {
      "@id": "${work}",
      "@type": ["ScholarlyArticle", "bibo:AcademicArticle"],
      "dcterms:title": { "@value": "Déplier la question numérique", "@language": "fr" },
      "author": "https://data.example.org/lab/person/francois-sorin",
      "dcterms:issued": { "@value": "2023-03-03", "@type": "xsd:date" },
      "isAccessibleForFree": true
    }`);
});

describe('a value', () => {
  test.each<readonly [string, Statement, unknown]>([
    [
      'an IRI under a key of IRIs is a string',
      [work, schema('url'), 'iri', 'https://a.example/'],
      'https://a.example/',
    ],
    [
      'an IRI under another key says so',
      [work, prism('url'), 'iri', 'https://a.example/'],
      { '@id': 'https://a.example/' },
    ],
    [
      'a text under a key of IRIs says so',
      [work, schema('publisher'), 'literal', 'Érès'],
      { '@value': 'Érès' },
    ],
    ['a text under another key is a string', [work, schema('issueNumber'), 'literal', '1-2'], '1-2'],
    ['a whole number is a number', [work, schema('position'), 'typed', '12', xsd('integer')], 12],
    [
      'a number that would come back otherwise is not',
      [work, schema('position'), 'typed', '012', xsd('integer')],
      { '@value': '012', '@type': 'xsd:integer' },
    ],
    [
      'an IRI that looks like a prefixed name is not expanded',
      [work, schema('url'), 'iri', 'dc:42'],
      { '@context': { dc: null }, '@id': 'dc:42' },
    ],
  ])('%s', async (_claim, statement, expected) => {
    const { one } = await jsonld.open(dataset);
    const node: Record<string, unknown> = JSON.parse(one(entryOf([statement])));
    expect(node[statement[1].key]).toEqual(expected);
  });
});

test('a subject that a processor would expand is refused', async () => {
  const { one } = await jsonld.open(dataset);
  expect(() => one(entryOf([['dc:42', schema('name'), 'literal', 'a']]))).toThrow('dc:42');
});

describe('the context', () => {
  const context: Record<string, unknown> = JSON.parse(readFileSync(ontologyFile('context.jsonld'), 'utf8'))[
    '@context'
  ];

  test('declares the namespaces that the program uses, and schema.org for bare names', () => {
    expect(context).toMatchObject({ '@vocab': namespaces.schema, ...namespaces });
  });

  test('defines nothing else than properties whose values are IRIs', () => {
    const others = Object.entries(context).filter(([key]) => key !== '@vocab' && !(key in namespaces));
    expect(others.filter(([, definition]) => JSON.stringify(definition) !== '{"@type":"@id"}')).toEqual([]);
    const prefixes = others.flatMap(([key]) => (key.includes(':') ? [key.split(':')[0] ?? ''] : []));
    expect(prefixes.filter((prefix) => !(prefix in namespaces))).toEqual([]);
  });
});

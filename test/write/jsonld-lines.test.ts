import { describe, expect, test } from 'vitest';
import { bibo, dcterms, namespaces, rdf, schema, xsd } from '../../pipeline/base/terms.ts';
import { writers } from '../../pipeline/write/index.ts';
import { jsonldLines } from '../../pipeline/write/jsonld-lines.ts';
import { dataset, entries, entryOf, type Statement } from './sample.ts';

const work = `${dataset.base}work/deplier`;
const written = async (...statements: Statement[]) =>
  (await jsonldLines.open(dataset)).one(entryOf(statements));
const nodesOf = (line: string): readonly Record<string, unknown>[] => JSON.parse(line)['@graph'];

test('a work is one line: a node for each subject, several values of a property in a list', async () => {
  const line = await written(
    [work, rdf('type'), 'iri', schema('ScholarlyArticle').iri],
    [work, rdf('type'), 'iri', bibo('AcademicArticle').iri],
    [work, dcterms('title'), 'language', 'Déplier la\nquestion "numérique"', 'FR'],
    [work, dcterms('contributor'), 'iri', `${dataset.base}person/pierre-mazet`],
    [work, dcterms('issued'), 'typed', '2023-03-03', xsd('date')],
    [work, dcterms('contributor'), 'iri', `${dataset.base}person/francois-sorin`],
    [work, schema('isAccessibleForFree'), 'typed', 'true', xsd('boolean')],
    [`${work}#signature-1`, schema('position'), 'typed', '1', xsd('integer')],
  );
  expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(nodesOf(line)).toEqual([
    {
      '@id': work,
      '@type': ['ScholarlyArticle', 'bibo:AcademicArticle'],
      'dcterms:title': { '@value': 'Déplier la\nquestion "numérique"', '@language': 'fr' },
      'dcterms:contributor': [
        { '@id': `${dataset.base}person/pierre-mazet` },
        { '@id': `${dataset.base}person/francois-sorin` },
      ],
      'dcterms:issued': { '@value': '2023-03-03', '@type': 'xsd:date' },
      isAccessibleForFree: true,
    },
    { '@id': `${work}#signature-1`, position: 1 },
  ]);
});

test('the context of a line is the prefixes and no more', async () => {
  const line = await written([work, schema('name'), 'literal', 'a']);
  expect(JSON.parse(line)['@context']).toEqual({ '@vocab': namespaces.schema, ...namespaces });
});

test('a thing of which nothing is said has no line', async () => expect(await written()).toBe(''));

test('the end of a file name stands for one format', () => {
  const ends = writers.filter(({ extension }) => `works${jsonldLines.extension}`.endsWith(extension));
  expect(ends.map(({ name }) => name)).toEqual(['jsonld-lines']);
});

describe('an IRI that looks like a prefixed name', () => {
  test('is not expanded', async () => {
    const [node] = nodesOf(await written([work, schema('url'), 'iri', 'dc:42']));
    expect(node?.url).toEqual({ '@context': { dc: null }, '@id': 'dc:42' });
  });

  test('is refused as a subject, and leaves nothing to the next entry', async () => {
    const { one } = await jsonldLines.open(dataset);
    const statements: readonly Statement[] = [
      [work, schema('name'), 'literal', 'a'],
      ['dc:42', schema('name'), 'literal', 'b'],
    ];
    expect(() => one(entryOf(statements))).toThrow('dc:42');
    const { one: fresh } = await jsonldLines.open(dataset);
    expect(entries.map(one)).toEqual(entries.map(fresh));
  });
});

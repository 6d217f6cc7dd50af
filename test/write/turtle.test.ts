import { expect, test } from 'vitest';
import { bibo, dcterms, rdf, schema, xsd } from '../../pipeline/base/terms.ts';
import { trig } from '../../pipeline/write/trig.ts';
import { turtle } from '../../pipeline/write/turtle.ts';
import { parsersOf } from './parsers.ts';
import { dataset, entries, entryOf, type Statement } from './sample.ts';

const work = `${dataset.base}work/vers-etat-plateforme`;

const statements: readonly Statement[] = [
  [`${work}#authors-1`, rdf('rest'), 'iri', rdf('nil').iri],
  [work, schema('author'), 'iri', `${dataset.base}person/pierre-mazet`],
  [work, dcterms('title'), 'language', 'Vers l’État plateforme', 'fr'],
  [work, rdf('type'), 'iri', schema('ScholarlyArticle').iri],
  [work, dcterms('issued'), 'typed', '2019-04-02', xsd('date')],
  [work, rdf('type'), 'iri', bibo('AcademicArticle').iri],
  [work, schema('author'), 'iri', `${dataset.base}person/pierre-mazet`],
];

const block = `<${work}> a bibo:AcademicArticle, schema:ScholarlyArticle;
    dcterms:issued "2019-04-02"^^xsd:date;
    dcterms:title "Vers l’État plateforme"@fr;
    schema:author <https://data.example.org/lab/person/pierre-mazet>.
<${work}#authors-1> rdf:rest rdf:nil.
`;

test('Turtle puts a subject in one block, classes first, each statement once, local IRIs in full', async () => {
  const { one } = await turtle.open(dataset);
  expect(one(entryOf(statements))).toBe(block);
});

test('TriG puts the blocks of an entry in the graph', async () => {
  const { one } = await trig.open(dataset);
  expect(one(entryOf(statements))).toBe(`<${dataset.graph}> {\n${block.trimEnd().replace(/\.$/, '')}\n}\n`);
});

test('TriG said directly is the same graph in the same place', async () => {
  const [opened, direct] = [await trig.open(dataset), trig.direct?.(dataset)];
  if (!direct) throw new Error('unreachable');
  const file = ({ head, one, between, tail }: typeof direct) => head + entries.map(one).join(between) + tail;
  for (const parse of Object.values(parsersOf['application/trig'] ?? {})) {
    expect(await parse(file(direct))).toEqual(await parse(file(opened)));
  }
});

test('the head declares the prefixes in order', async () => {
  const { head } = await turtle.open(dataset);
  const declared = [...head.matchAll(/^@prefix (\w+): <[^>]+>\.$/gm)].map(([, prefix]) => prefix);
  expect(declared).toEqual([...declared].sort());
  expect(declared).toContain('schema');
});

test.each([
  ['http://schema.org/a/b', '<http://schema.org/a/b>'],
  ['http://schema.org/a.', '<http://schema.org/a.>'],
  ["http://schema.org/a'b", "<http://schema.org/a'b>"],
  ['http://schema.org/', '<http://schema.org/>'],
  ['http://schema.org/42', 'schema:42'],
  ['dc:42', '<dc:42>'],
  ['https://example.org/𝒳', '<https://example.org/𝒳>'],
])('the IRI %s is written %s', async (iri, written) => {
  const { one } = await turtle.open(dataset);
  expect(one(entryOf([[work, schema('sameAs'), 'iri', iri]]))).toMatch(
    new RegExp(`[ :/]sameAs>? ${written.replace(/[.]/g, '\\.')}\\.\n$`),
  );
});

test.each([
  ['👩‍🔬', '"👩‍🔬"'],
  ['\\U0001f600', '"\\\\U0001f600"'],
  ['\\\u{1f600}', '"\\\\\u{1f600}"'],
])('the text %s is legible', async (value, written) => {
  const { one } = await turtle.open(dataset);
  expect(one(entryOf([[work, schema('name'), 'literal', value]]))).toBe(
    `<${work}> schema:name ${written}.\n`,
  );
});

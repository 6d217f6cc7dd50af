import { describe, expect, test } from 'vitest';
import { bibo, dcterms, rdf, schema, type Term, xsd } from '../../pipeline/base/terms.ts';
import { directTurtle } from '../../pipeline/write/direct-turtle.ts';
import { turtle } from '../../pipeline/write/turtle.ts';
import { dataset, entries, entryOf, type Statement } from './sample.ts';

const work = `${dataset.base}work/vers-etat-plateforme`;
const written = (...statements: Statement[]) => directTurtle().one(entryOf(statements));

test('a subject is one block, in the order of the mapping, each run of a property on one line', () => {
  expect(
    written(
      [work, rdf('type'), 'iri', schema('ScholarlyArticle').iri],
      [work, rdf('type'), 'iri', bibo('AcademicArticle').iri],
      [work, dcterms('title'), 'language', 'Vers l’État plateforme', 'FR'],
      [work, dcterms('issued'), 'typed', '2019-04-02', xsd('date')],
      [work, schema('author'), 'iri', `${dataset.base}person/pierre-mazet`],
      [`${work}#authors-1`, rdf('rest'), 'iri', rdf('nil').iri],
      [work, dcterms('title'), 'literal', 'Vers l’État plateforme'],
    ),
  ).toBe(`<${work}> a schema:ScholarlyArticle, bibo:AcademicArticle;
    dcterms:title "Vers l’État plateforme"@fr;
    dcterms:issued "2019-04-02"^^xsd:date;
    schema:author <https://data.example.org/lab/person/pierre-mazet> .
<${work}#authors-1> rdf:rest rdf:nil .
<${work}> dcterms:title "Vers l’État plateforme" .
`);
});

test('a thing of which nothing is said has no block', () => expect(written()).toBe(''));

test('the head is the one of sorted Turtle', async () => {
  expect(directTurtle().head.trim()).toBe((await turtle.open(dataset)).head.trim());
});

test.each([
  ['http://schema.org/a/b', '<http://schema.org/a/b>'],
  ['http://schema.org/a.', '<http://schema.org/a.>'],
  ['http://schema.org/a.b', '<http://schema.org/a.b>'],
  ["http://schema.org/a'b", "<http://schema.org/a'b>"],
  ['http://schema.org/-a', '<http://schema.org/-a>'],
  ['http://schema.org/', '<http://schema.org/>'],
  ['http://schema.org/42', 'schema:42'],
  ['http://purl.org/coar/resource_type/c_6501', 'coar:c_6501'],
  ['dc:42', '<dc:42>'],
  ['urn:ISSN:1234-5679', '<urn:ISSN:1234-5679>'],
])('the IRI %s is written %s', (iri, text) => {
  expect(written([work, schema('sameAs'), 'iri', iri])).toBe(`<${work}> schema:sameAs ${text} .\n`);
});

describe('a typed value is bare only if Turtle reads the same characters back', () => {
  test.each<readonly [string, Term, string]>([
    ['12', xsd('integer'), '12'],
    ['-012', xsd('integer'), '-012'],
    ['1 2', xsd('integer'), '"1 2"^^xsd:integer'],
    ['12', xsd('nonNegativeInteger'), '"12"^^xsd:nonNegativeInteger'],
    ['1.50', xsd('decimal'), '"1.50"^^xsd:decimal'],
    ['true', xsd('boolean'), 'true'],
    ['0', xsd('boolean'), '"0"^^xsd:boolean'],
    ['true', xsd('string'), '"true"'],
  ])('%s as %o', (value, datatype, text) => {
    expect(written([work, schema('position'), 'typed', value, datatype])).toBe(
      `<${work}> schema:position ${text} .\n`,
    );
  });
});

test('an entry that broke off leaves nothing to the next', () => {
  const { one } = directTurtle();
  const broken = {
    iri: work,
    describe: (sink: { literal: (term: Term, value: string) => void }) => {
      sink.literal(schema('name'), 'a');
      throw new Error('broken off');
    },
  };
  expect(() => one(broken)).toThrow('broken off');
  expect(entries.map(one)).toEqual(entries.map(directTurtle().one));
});

import { expect, test } from 'vitest';
import type { Statistics } from '../../pipeline/base/entity.ts';
import type { Entry } from '../../pipeline/base/sink.ts';
import { dcterms, rdf, schema, voidTerm, xsd } from '../../pipeline/base/terms.ts';
import { Counting } from '../../pipeline/publish/statistics.ts';

const base = 'https://data.example.org/id/';

function entry(iri: string, describe: Entry['describe']): Entry {
  return { iri: base + iri, describe };
}

const work = entry('work/x', (sink) => {
  sink.iri(rdf('type'), schema('Book').iri);
  sink.literal(dcterms('title'), 'Un');
  sink.literal(dcterms('title'), 'Un');
  sink.language(dcterms('title'), 'Un', 'fr');
  sink.subject(`${base}work/x#list-1`);
  sink.iri(rdf('first'), `${base}person/a`);
});
// Two entries of one document, which say something twice between them.
const below = entry('work/x#contributor-1', (sink) => {
  sink.iri(rdf('type'), schema('Person').iri);
  sink.subject(`${base}work/x`);
  sink.literal(dcterms('title'), 'Un');
});

const description = ({ triples }: Statistics) =>
  entry('dataset', (sink) => {
    sink.iri(rdf('type'), voidTerm('Dataset').iri);
    sink.typed(voidTerm('triples'), String(triples), xsd('integer'));
    sink.literal(dcterms('title'), 'Un');
  });

function counted(entries: readonly Entry[]) {
  const counting = new Counting(entries, description);
  for (const each of entries) counting.count(each);
  return counting.described();
}

test('counts each statement once, whoever says it, and the description with them', () => {
  const { statistics } = counted([work, below]);
  expect(statistics).toMatchObject({ triples: 8, entities: 4, distinctObjects: 7 });
  expect(statistics.properties).toContainEqual({ iri: dcterms('title').iri, count: 3 });
  expect(statistics.classes.map(({ count }) => count)).toEqual([1, 1, 1]);
});

test('a description that says again what an entry said is counted once', () => {
  const known = entry('dataset', (sink) => sink.literal(dcterms('title'), 'Un'));
  expect(counted([known]).statistics.triples).toBe(3);
});

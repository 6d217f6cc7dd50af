import { expect, test } from 'vitest';
import type { Term } from '../../pipeline/base/terms.ts';
import { datasetRows } from '../../pipeline/map/dataset.ts';
import * as entities from '../../pipeline/map/entity.ts';
import type { Row } from '../../pipeline/map/row.ts';
import { relationRows, workRows } from '../../pipeline/map/work.ts';
import { publishedNamespaces, publishedTerms } from '../vocabularies.ts';

type AnyRow = Row<never>;

const tables = [
  workRows,
  relationRows,
  datasetRows,
  ...Object.values(entities).filter(Array.isArray),
] as readonly (readonly AnyRow[])[];
const termsOf = (rows: readonly AnyRow[]): readonly Term[] =>
  rows.flatMap(({ terms, below }) => [...terms, ...termsOf(below ?? [])]);

test('every property that the mapping writes exists in its vocabulary', async () => {
  const published = await publishedTerms();
  const written = [...new Set(tables.flatMap(termsOf).map(({ iri }) => iri))];
  const checked = written.filter((iri) => publishedNamespaces.some((namespace) => iri.startsWith(namespace)));
  expect(checked.length).toBeGreaterThan(80);
  expect(checked.filter((iri) => !published.has(iri))).toEqual([]);
});

test('PRISM, which has no published file here, is used for these two alone', () => {
  const prism = tables.flatMap(termsOf).filter(({ prefix }) => prefix === 'prism');
  expect([...new Set(prism.map(({ name }) => name))].sort()).toEqual(['issueName', 'section']);
});

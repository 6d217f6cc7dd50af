import { expect, test } from 'vitest';
import { schemeName } from '../../pipeline/base/scheme-name.ts';

test.each([
  ['Local accession number', 'local-accession-number'],
  ['ORCID', 'orcid'],
  ['Crossref Funder ID', 'crossref-funder-id'],
  ['n° d’inventaire', 'n-d-inventaire'],
  ['Numéro éditeur', 'numero-editeur'],
  ['publisher_id', 'publisher-id'],
  ['2D code', 'd-code'],
  [' (other) ', 'other'],
  ['УДК', undefined],
  ['123', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s → %s', (words, name) => expect(schemeName(words)).toBe(name));

test('what comes out is such a name, and comes out again', () => {
  const name = schemeName('Scopus Author ID (Elsevier)') ?? '';
  expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(schemeName(name)).toBe(name);
});

test('a name of any length is read in no time', () => {
  expect(schemeName('- '.repeat(1_000_000))).toBeUndefined();
});

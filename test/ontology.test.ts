import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Parser } from 'n3';
import { describe, expect, test } from 'vitest';
import { codeList, ontologyFile } from '../pipeline/base/code-list.ts';
import { isIri } from '../pipeline/base/iri.ts';
import { namespaces } from '../pipeline/base/terms.ts';
import { roles, workTypes } from '../pipeline/base/work.ts';
import { publishedNamespaces, publishedTerms } from './vocabularies.ts';

const names = readdirSync(ontologyFile('.'))
  .filter((file) => file.endsWith('.csv'))
  .map((file) => file.replace('.csv', ''));
const text = (file: string) => readFileSync(ontologyFile(file), 'utf8');

/** All codes of a column, those that are only read included. */
function codes(name: string, column: string): readonly string[] {
  const rows = parse(text(`${name}.csv`), { columns: true }) as Record<string, string>[];
  return rows.flatMap((row) => (row[column] ?? '').split('|')).filter(Boolean);
}

describe('the code lists', () => {
  test.each(names)('%s: each word has its own line, and a label in French and in English', (name) => {
    const { terms, write } = codeList(name);
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms.filter((term) => term === '' || !write('fr', term) || !write('en', term))).toEqual([]);
  });

  test.each([
    ['types', workTypes],
    ['roles', roles],
    ['access', ['open', 'embargoed', 'restricted', 'metadataOnly', 'unknown']],
    [
      'status',
      [
        'published',
        'inPress',
        'preprint',
        'retracted',
        'withdrawn',
        'corrected',
        'expressionOfConcern',
        'deleted',
      ],
    ],
    ['containers', ['journal', 'book', 'proceedings', 'series', 'website', 'magazine', 'newspaper']],
  ])('%s holds the words of the model and no others', (name, words) => {
    expect(codeList(name).terms.toSorted()).toEqual([...words].toSorted());
  });

  // The first line that claims a code reads it, so the general word stands before the narrower ones that share it.
  test.each([
    ['types', 'schema', 'ScholarlyArticle', 'article'],
    ['types', 'schema', 'Article', 'other'],
    ['types', 'bibo', 'Document', 'other'],
    ['types', 'coar', 'c_1843', 'other'],
    ['types', 'hal', 'ART', 'article'],
    ['types', 'hal', 'ART/ARTREV', 'reviewArticle'],
    ['types', 'hal', 'UNDEFINED', 'preprint'],
    ['types', 'hal', 'HDR', 'thesis'],
    ['types', 'csl', 'article', 'preprint'],
    ['types', 'csl', 'speech', 'talk'],
    ['types', 'bibtex', 'mastersthesis', 'thesis'],
    ['types', 'bibtex', 'misc', 'other'],
    ['types', 'ris', 'GEN', 'other'],
    ['types', 'ris', 'CONF', 'proceedingsPaper'],
    ['types', 'ris', 'SLIDE', 'talk'],
    ['types', 'datacite', 'Text', 'other'],
    ['types', 'infoEuRepo', 'review', 'review'],
    ['types', 'openalex', 'review', 'reviewArticle'],
    ['types', 'crossref', 'monograph', 'book'],
    ['types', 'fr', 'Chapitre d’ouvrage', 'chapter'],
    ['roles', 'dcterms', 'contributor', 'contributor'],
    ['roles', 'datacite', 'Other', 'contributor'],
    ['roles', 'hal', 'oth', 'other'],
    ['roles', 'hal', 'crp', 'author'],
    ['roles', 'marc', 'dgs', 'supervisor'],
    ['languages', 'iso639-2b', 'fre', 'fr'],
    ['languages', 'iso639-2t', 'fra', 'fr'],
    ['languages', 'iso639-3', 'rcf', 'rcf'],
    ['languages', 'fr', 'Français', 'fr'],
    ['languages', 'en', 'castilian', 'es'],
    ['languages', 'fr', 'créole réunionnais', 'rcf'],
    ['licences', 'spdx', 'cc-by-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    [
      'licences',
      'hal',
      'http://creativecommons.org/licenses/by/4.0/',
      'https://creativecommons.org/licenses/by/4.0/',
    ],
    ['licences', 'fr', 'CC BY-NC-ND 3.0', 'https://creativecommons.org/licenses/by-nc-nd/3.0/'],
    ['status', 'schema', 'Retracted', 'retracted'],
    ['status', 'bibtex', 'forthcoming', 'inPress'],
    ['containers', 'schema', 'Periodical', 'journal'],
    ['access', 'infoEuRepo', 'openAccess', 'open'],
  ])('%s: %s %s is read as %s', (name, column, code, word) => {
    expect(codeList(name).read(column, code)).toBe(word);
  });

  test.each([
    ['types', 'bibtex', 'thesis', 'thesis'],
    ['types', 'coar', 'thesis', 'c_46ec'],
    ['types', 'datacite', 'popularArticle', 'Text'],
    ['types', 'ris', 'poster', 'SLIDE'],
    ['types', 'hal', 'dataPaper', 'ART'],
    ['types', 'hal', 'dataset', undefined],
    ['roles', 'dcterms', 'editor', 'contributor'],
    ['roles', 'marc', 'author', 'aut'],
    ['languages', 'iso639-2b', 'de', 'ger'],
    ['languages', 'iso639-3', 'he', 'heb'],
    ['languages', 'iso639-2t', 'de', 'deu'],
    ['licences', 'openalex', 'https://creativecommons.org/licenses/by/2.0/', 'cc-by'],
    ['access', 'free', 'embargoed', 'false'],
    ['access', 'free', 'unknown', undefined],
    ['status', 'schema', 'published', undefined],
    ['status', 'bibo', 'inPress', 'forthcoming'],
  ])('%s: %s of %s is written %s', (name, column, word, code) => {
    expect(codeList(name).write(column, word)).toBe(code);
  });

  test.each([
    ['openalex', 'cc-by'],
    ['hal', 'http://creativecommons.org/licenses/by/'],
    ['hal', 'http://hal.archives-ouvertes.fr/licences/etalab/'],
    ['fr', 'CC BY'],
  ])('licences: %s %s names no version, and none is made up', (column, code) => {
    expect(codeList('licences').read(column, code)).not.toMatch(/\d/);
  });

  test('licences are named by an IRI', () => {
    expect(codeList('licences').terms.filter((term) => !isIri(term))).toEqual([]);
  });

  test('languages hold the 183 of ISO 639-1', () => {
    expect(codeList('languages').terms.filter((term) => term.length === 2)).toHaveLength(183);
  });

  test.each(codeList('languages').columns)(
    'languages: nothing in the column %s means two of them',
    (column) => {
      const all = codes('languages', column);
      expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
    },
  );
});

describe('the terms', () => {
  test.each([
    ['types', 'schema', ''],
    ['types', 'bibo', ''],
    ['roles', 'schema', ''],
    ['roles', 'dcterms', ''],
    ['containers', 'schema', ''],
    ['containers', 'bibo', ''],
    ['status', 'bibo', 'status/'],
  ] as const)('of %s, column %s, are published', async (name, column, folder) => {
    const published = await publishedTerms();
    const terms = codes(name, column).map((local) => namespaces[column] + folder + local);
    expect(terms.length).toBeGreaterThan(0);
    expect(terms.filter((term) => !published.has(term))).toEqual([]);
  });

  test.each(['shapes.ttl', 'alignment.ttl'])('of %s are published', async (file) => {
    const published = await publishedTerms();
    const quads = new Parser().parse(text(file));
    const iris = quads.flatMap(({ subject, predicate, object }) => [
      subject.value,
      predicate.value,
      object.value,
    ]);
    const ours = iris.filter((iri) => publishedNamespaces.some((namespace) => iri.startsWith(namespace)));
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter((iri) => !published.has(iri))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Work } from '../../pipeline/base/work.ts';
import { cluster } from '../../pipeline/reconcile/cluster.ts';
import { author, doi, reviewed, workOf } from '../works.ts';

const journal = (title: string, issn: readonly string[] = []): NonNullable<Work['container']> => ({
  type: 'journal',
  titles: [{ value: title }],
  shortTitles: [],
  issn: issn.map((value) => ({ value })),
  isbn: [],
  editors: [],
  identifiers: [],
});

const dated = (value: string): Work['dates'] => [{ event: 'published', value }];

describe('two records', () => {
  test.each<[string, Partial<Work> & { title?: string }, Partial<Work> & { title?: string }]>([
    [
      'share a DOI',
      { identifiers: [doi('10.5555/1')] },
      { title: 'The gift', identifiers: [doi('10.5555/1')] },
    ],
    [
      'share a HAL id',
      { identifiers: [{ scheme: 'hal', value: 'hal-01', iri: 'https://hal.science/hal-01' }] },
      {
        title: 'Le don',
        identifiers: [{ scheme: 'hal', value: 'hal-01', iri: 'https://hal.science/hal-01' }],
      },
    ],
    [
      'differ in case, accents and punctuation',
      { title: 'Vers l’État plateforme : la suite' },
      { title: "VERS L'ETAT PLATEFORME. La suite" },
    ],
    ['are a year apart', { dates: dated('1925') }, { dates: dated('1924-12') }],
    ['differ in a silent container', { container: journal('L’Année sociologique') }, {}],
    [
      'name one journal in two ways, by ISSN',
      { container: journal('L’Année sociologique', ['0066-2399']) },
      { container: journal('Annee sociol.', ['0066-2399']) },
    ],
    [
      'hold the subtitle apart or not',
      { title: 'Le don : forme et raison' },
      {
        titles: [
          { role: 'main', text: { value: 'Le don' } },
          { role: 'subtitle', text: { value: 'forme et raison' } },
        ],
      },
    ],
  ])('K2 that %s are one work', (_, a, b) => {
    const { clusters, findings } = cluster([reviewed(workOf(a)), reviewed(workOf(b), 9)]);
    expect(clusters.map((each) => each.length)).toEqual([2]);
    expect(findings.map(({ rule }) => rule)).toEqual(['works-merged']);
  });

  test.each<[string, Partial<Work> & { title?: string }, Partial<Work> & { title?: string }]>([
    ['are two years apart', { dates: dated('1925') }, { dates: dated('1923') }],
    ['have no year on one side', { dates: dated('1925') }, { dates: [] }],
    [
      'are in two journals',
      { container: journal('L’Année sociologique') },
      { container: journal('Revue de métaphysique') },
    ],
    ['have two ids given by hand', { id: 'work/don-a' }, { id: 'work/don-b' }],
  ])('K2 of one title and creator that %s are only a suggestion', (_, a, b) => {
    const { clusters, findings } = cluster([reviewed(workOf(a)), reviewed(workOf(b), 9)]);
    expect(clusters.map((each) => each.length)).toEqual([1, 1]);
    expect(findings.map(({ rule, place }) => [rule, place.line])).toEqual([['duplicate-possible', 9]]);
  });

  test.each<[string, Partial<Work> & { title?: string }]>([
    ['another title', { title: 'Essai sur la magie' }],
    ['another first creator', { contributions: [author('Henri', 'Hubert')] }],
    ['an invalid identifier in common', { title: 'Autre', identifiers: [{ scheme: 'doi', value: 'n/a' }] }],
  ])('with %s have nothing to do with each other', (_, other) => {
    const { clusters, findings } = cluster([
      reviewed(workOf({ identifiers: [{ scheme: 'doi', value: 'n/a' }] })),
      reviewed(workOf(other)),
    ]);
    expect([clusters.length, findings]).toEqual([2, []]);
  });
});

test('three records linked in a chain are one work, in the order of the sources', () => {
  const records = [
    workOf({ identifiers: [doi('10.5555/1')] }),
    workOf({ title: 'B', identifiers: [doi('10.5555/2')] }),
    workOf({ title: 'C', identifiers: [doi('10.5555/2'), doi('10.5555/1')] }),
  ];
  const { clusters } = cluster(records.map((work, index) => reviewed(work, index)));
  expect(clusters.map((each) => each.map(({ place }) => place.line))).toEqual([[0, 1, 2]]);
});

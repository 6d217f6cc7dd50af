import { describe, expect, test } from 'vitest';
import type { Work } from '../../pipeline/base/work.ts';
import { merge } from '../../pipeline/reconcile/merge.ts';
import { author, doi, orcid, reviewed, workOf } from '../works.ts';

const merged = (works: readonly (Partial<Work> & { title?: string; source?: string })[], prefer = {}) =>
  merge(
    works.map((work, index) => reviewed(workOf(work), index + 1)),
    prefer,
  );
const dated = (value: string): Work['dates'] => [{ event: 'published', value }];

describe('one work of several records', () => {
  test.each([
    ['the more precise of two that agree', ['2018-01', '2018-01-24'], '2018-01-24', 0],
    ['the first of two that do not', ['2018-03', '2018-01-24'], '2018-03', 1],
    ['the only one', ['2018'], '2018', 0],
  ])('has %s dates', (_, values, value, disagreements) => {
    const { thing, findings } = merged(values.map((each) => ({ dates: dated(each) })));
    expect(thing.dates.map((date) => date.value)).toEqual([value]);
    expect(findings.filter(({ rule }) => rule === 'sources-disagree')).toHaveLength(disagreements);
  });

  test('D4 a doubtful date yields to any other, and stays in the provenance', () => {
    const doubtful: Work['provenance'] = [
      {
        path: 'dates.published',
        source: { name: 'openalex', system: 'openalex' },
        confidence: 'doubtful',
        chosen: true,
      },
    ];
    const { thing } = merged([
      { dates: dated('2020-01-01'), provenance: doubtful },
      { dates: dated('2019-11'), source: 'crossref' },
    ]);
    expect(thing.dates[0]).toMatchObject({ value: '2019-11', source: 'crossref' });
    expect(thing.provenance).toContainEqual(expect.objectContaining({ value: '2020-01-01', chosen: false }));
  });

  test('follows the order that the lab prefers, field by field', () => {
    const records = [
      {
        title: 'Essai sur le don.',
        source: 'articles',
        position: { pages: { raw: '30-186', start: '30', end: '186' } },
      },
      {
        title: 'Essai sur le don',
        source: 'hal',
        position: { pages: { raw: '31-186', start: '31', end: '186' } },
      },
    ];
    expect(merged(records).thing.position?.pages?.raw).toBe('30-186');
    const { thing, findings } = merged(records, { 'position.pages': ['hal'] });
    expect(thing.position?.pages?.raw).toBe('31-186');
    expect(thing.titles[0]?.text.value).toBe('Essai sur le don.');
    expect(findings.map(({ message }) => message.en)).toEqual([
      'position.pages: “31-186” chosen, “30-186” said by articles',
    ]);
  });

  test('puts together what does not contradict: identifiers, links, abstracts by language', () => {
    const { thing } = merged([
      { identifiers: [doi('10.5555/1')], abstracts: [{ value: 'Résumé', lang: 'fr' }] },
      {
        identifiers: [doi('10.5555/1'), { scheme: 'hal', value: 'hal-1' }],
        abstracts: [
          { value: 'Abstract', lang: 'en' },
          { value: 'Autre résumé', lang: 'fr' },
        ],
      },
    ]);
    expect(thing.identifiers.map(({ value }) => value)).toEqual(['10.5555/1', 'hal-1']);
    expect(thing.abstracts.map(({ value }) => value)).toEqual(['Résumé', 'Abstract']);
  });

  test('the same name at the same place lends its identifiers, another one does not', () => {
    const identifiers = [orcid('0000-0002-1825-0097')];
    const { thing } = merged([
      { contributions: [author('Ada', 'Exemple'), author('Marcel', 'Mauss', { position: 2 })] },
      {
        contributions: [
          author('A.', 'Exemple', { identifiers }),
          author('Henri', 'Hubert', { position: 2, identifiers }),
        ],
      },
    ]);
    expect(thing.contributions.map((each) => each.identifiers.length)).toEqual([1, 0]);
  });

  test('a main title in another language is a translated one', () => {
    const { thing } = merged([
      { title: 'Essai sur le don' },
      { titles: [{ role: 'main', text: { value: 'The gift', lang: 'en' } }] },
    ]);
    expect(thing.titles.map(({ role, text }) => [role, text.value])).toEqual([
      ['main', 'Essai sur le don'],
      ['translated', 'The gift'],
    ]);
  });

  test('typography alone is no disagreement', () => {
    expect(merged([{ title: 'L’État plateforme' }, { title: "L'Etat plateforme" }]).findings).toEqual([]);
  });

  test('one record stays as it is', () => {
    const only = reviewed(workOf());
    expect(merge([only], {})).toBe(only);
  });
});

import { describe, expect, test } from 'vitest';
import type { Work } from '../../pipeline/base/work.ts';
import { check, isFit } from '../../pipeline/check/index.ts';
import { doi, reviewed, workOf } from '../works.ts';

const whole: Partial<Work> = {
  abstracts: [{ value: 'Résumé.', lang: 'fr' }],
  container: {
    type: 'journal',
    titles: [{ value: 'L’Année sociologique' }],
    shortTitles: [],
    issn: [],
    isbn: [],
    editors: [],
    identifiers: [],
  },
  position: { pages: { raw: '30-186', start: '30', end: '186' } },
  identifiers: [doi('10.5555/1')],
};
const rulesOf = (work: Partial<Work>) =>
  check(reviewed(workOf({ ...whole, ...work }))).findings.map(({ rule }) => rule);

describe('check', () => {
  test('says nothing of a whole record', () => expect(rulesOf({})).toEqual([]));

  test.each<[string, Partial<Work>]>([
    ['creator-missing', { contributions: [] }],
    ['issued-missing', { dates: [] }],
    ['container-missing', { container: undefined }],
    ['pages-missing', { position: { issue: '1' } }],
    ['doi-missing', { identifiers: [], links: [{ role: 'landing', url: 'https://data.example.org/' }] }],
    ['abstract-missing', { abstracts: [] }],
    ['language-missing', { languages: [] }],
    ['pages-reversed', { position: { pages: { raw: '186-30', start: '186', end: '30' } } }],
  ])('%s', (rule, work) => expect(rulesOf(work)).toEqual([rule]));

  test('link-missing when neither a link nor an identifier leads anywhere', () => {
    expect(rulesOf({ identifiers: [] })).toEqual(['doi-missing', 'link-missing']);
  });

  test.each<[string, Partial<Work>]>([
    ['a date of what is in press', { dates: [], status: 'inPress' }],
    ['pages where there is an article number', { position: { articleNumber: 'e1042' } }],
    [
      'a journal, pages or DOI of a report',
      {
        type: 'report',
        container: undefined,
        position: undefined,
        identifiers: [],
        links: [{ role: 'landing', url: 'https://data.example.org/' }],
      },
    ],
  ])('does not miss %s', (_, work) => expect(rulesOf(work)).toEqual([]));

  test('finds what the schema forbids, by its path, and such a work is not fit', () => {
    const record = check(reviewed(workOf({ ...whole, dates: [{ event: 'published', value: '2023-13' }] })));
    expect(record.findings).toEqual([
      expect.objectContaining({ level: 'error', rule: 'schema', field: 'dates.0.value' }),
    ]);
    expect(record.findings[0]?.message.fr).toContain('2023-13');
    expect(isFit(record)).toBe(false);
  });

  test('a work without a title is not fit', () => {
    const record = check(reviewed(workOf({ ...whole, titles: [] })));
    expect(record.findings.map(({ rule }) => rule)).toContain('title-missing');
    expect(isFit(record)).toBe(false);
    expect(isFit(check(reviewed(workOf(whole))))).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import type { Draft } from '../../pipeline/base/draft.ts';
import { tidy } from '../../pipeline/tidy/index.ts';

const origin = { source: { name: 'articles', system: 'page' }, file: 'articles.txt', line: 7 };
const tidied = (draft: Partial<Draft>) => tidy({ origin, ...draft });
const rulesOf = (draft: Partial<Draft>) => tidied(draft).findings.map(({ rule }) => rule);
const published = (words: string): Partial<Draft> => ({ dates: [{ event: 'published', words }] });

describe('a draft becomes a work', () => {
  test('with nothing said, nothing is invented', () => {
    const { thing, findings } = tidied({});
    expect(findings).toEqual([]);
    expect(JSON.parse(JSON.stringify(thing))).toEqual({
      type: 'other',
      titles: [],
      abstracts: [],
      contributions: [],
      dates: [],
      identifiers: [],
      links: [],
      languages: [],
      subjects: [],
      licences: [],
      funding: [],
      relations: [],
      references: [],
      status: 'published',
      notes: [],
      provenance: [{ path: '*', source: origin.source, confidence: 'stated', chosen: true }],
      unmapped: [],
    });
  });

  test('an unknown type is kept as other, with the words of the source and a finding', () => {
    const { thing, findings } = tidied({ type: { list: 'crossref', code: 'hologram' } });
    expect(thing.type).toBe('other');
    expect(thing.unmapped).toEqual([{ source: 'articles', path: 'type', value: 'hologram' }]);
    expect(findings[0]).toMatchObject({ rule: 'type-unknown', place: { file: 'articles.txt', line: 7 } });
  });

  test.each([
    ['D1 keeps the precision of the words', 'juin 2023', '2023-06', []],
    ['D6 takes no date from', 'à paraître', undefined, []],
    ['keeps words that are no date', 'un jour', undefined, ['date-not-understood']],
  ])('%s: %s', (_, words, value, rules) => {
    const { thing, findings } = tidied(published(words));
    expect(thing.dates.map((date) => date.value)).toEqual(value ? [value] : []);
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(thing.unmapped.map((each) => each.value)).toEqual(value ? [] : [words]);
  });

  test('D6 à paraître is a status', () =>
    expect(tidied(published('à paraître')).thing.status).toBe('inPress'));

  test('D4 a first of January from OpenAlex is doubtful', () => {
    const { thing, findings } = tidied({
      ...published('2020-01-01'),
      origin: { ...origin, source: { name: 'openalex', system: 'openalex' } },
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['date-doubtful']);
    expect(thing.provenance).toEqual([
      expect.objectContaining({ path: '*', confidence: 'stated' }),
      expect.objectContaining({ path: 'dates.published', confidence: 'doubtful' }),
    ]);
  });

  test.each([
    ['print before online', { publishedPrint: '2018-01', publishedOnline: '2018-03-02' }, '2018-01'],
    [
      'the more precise of two that agree',
      { publishedPrint: '2018-01', publishedOnline: '2018-01-24' },
      '2018-01-24',
    ],
    [
      'the simple date when it says more',
      { published: '2018-01-24', publishedPrint: '2018-01' },
      '2018-01-24',
    ],
    ['the simple date alone', { published: '2018' }, '2018'],
  ])('published is %s', (_, dates, value) => {
    const words = Object.entries(dates).map(([event, date]) => ({
      event: event as 'published',
      words: date,
    }));
    expect(tidied({ dates: words }).thing.dates[0]).toMatchObject({ event: 'published', value });
  });

  test('published keeps the simple date that the others contradict', () => {
    const { thing } = tidied({
      dates: [
        { event: 'published', words: '1984-03-07' },
        { event: 'publishedOnline', words: '1984-07-17' },
      ],
    });
    expect([thing.dates[0]?.value, thing.unmapped.map(({ value }) => value)]).toEqual([
      '1984-07-17',
      ['1984-03-07'],
    ]);
  });

  test('a text of tags alone says nothing', () => {
    const { thing } = tidied({
      titles: [
        { role: 'main', text: { value: 'Titre' } },
        { role: 'subtitle', text: { value: '<b></b>' } },
      ],
      abstracts: [{ value: '<jats:p/>', markup: 'html' }],
    });
    expect([thing.titles.length, thing.abstracts]).toEqual([1, []]);
  });

  test('N4 names in one phrase are numbered in printed order, and an open list is reported', () => {
    const { thing, findings } = tidied({
      contributions: [{ role: 'author', names: 'Pierre Mazet, François Sorin et al.' }],
    });
    expect(thing.contributions.map(({ position, family }) => [position, family])).toEqual([
      [1, 'Mazet'],
      [2, 'Sorin'],
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(['creators-incomplete']);
  });

  test.each([
    [
      'I2 a wrong ORCID',
      {
        contributions: [
          {
            role: 'author' as const,
            nameAsPrinted: 'Ada Exemple',
            identifiers: [{ scheme: 'orcid', value: '0000-0002-1825-0098' }],
          },
        ],
      },
      ['identifier-invalid'],
    ],
    [
      'I3 a wrong ISSN',
      { container: { type: 'journal' as const, issn: [{ value: '1234-5678' }] } },
      ['identifier-invalid'],
    ],
    [
      'a link that is none',
      { links: [{ role: 'landing' as const, url: 'Disponible en ligne' }] },
      ['address-invalid'],
    ],
    ['an unknown language', { languages: ['klingonais'] }, ['language-unknown']],
    [
      'control characters',
      { titles: [{ role: 'main' as const, text: { value: 'a\u0007b' } }] },
      ['control-characters'],
    ],
    [
      'a licence without version',
      { licences: [{ words: 'http://creativecommons.org/licenses/by/' }] },
      ['licence-unversioned'],
    ],
    [
      'a licence from no date',
      { licences: [{ words: 'cc-by', from: 'un jour' }] },
      ['licence-unversioned', 'date-not-understood'],
    ],
  ])('%s is reported', (_, draft, rules) => expect(rulesOf(draft)).toEqual(rules));

  test('T3 markup in a title is kept when allowed, and its text when not', () => {
    const titles = [
      'CO<sub>2</sub> & <i>in vivo</i>',
      '<b onclick="x()">gras</b><script>alert(1)</script>',
      'a &amp;amp; b',
      'p < 0.05',
    ].map((value) => ({ role: 'main' as const, text: { value } }));
    expect(tidied({ titles }).thing.titles.map(({ text }) => [text.value, text.markup])).toEqual([
      ['CO<sub>2</sub> &amp; <i>in vivo</i>', 'html'],
      ['<b>gras</b>&lt;script&gt;alert(1)&lt;/script&gt;', 'html'],
      ['a & b', undefined],
      ['p < 0.05', undefined],
    ]);
  });

  test('every field says where it comes from', () => {
    const { thing } = tidied({
      titles: [{ role: 'main', text: { value: 'Titre' } }],
      dates: [{ event: 'published', words: 'juin 2023' }],
      evidence: [{ path: 'dates.published', words: 'juin 2023', rule: 'page-date', line: 9, column: 21 }],
    });
    expect(thing.provenance).toEqual([
      { path: 'titles.main', source: origin.source, confidence: 'stated', chosen: true },
      {
        path: 'dates.published',
        source: origin.source,
        words: 'juin 2023',
        line: 9,
        column: 21,
        confidence: 'normalised',
        rule: 'page-date D1',
        chosen: true,
      },
    ]);
  });

  test('a record’s own provenance is kept as it is', () => {
    const provenance = [
      { path: '*', source: { name: 'hal', system: 'hal' }, confidence: 'stated' as const, chosen: true },
    ];
    expect(
      tidied({ titles: [{ role: 'main', text: { value: 'Titre' } }], provenance }).thing.provenance,
    ).toBe(provenance);
  });
});

import { describe, expect, test } from 'vitest';
import { domainScheme } from '../../pipeline/base/hal-words.ts';
import type { IdentifiedWork, Work } from '../../pipeline/base/work.ts';
import type { HalFile } from '../../pipeline/write/hal-tei-dates.ts';
import { halDeposit, halNeeds } from '../../pipeline/write/index.ts';
import { annee, author, workOf } from '../works.ts';
import { faultsIn, hasSchema } from './aofr.ts';

const domain = { text: { value: 'shs.socio' }, scheme: domainScheme, code: 'shs.socio' };
const mauss = author('Marcel', 'Mauss', { affiliations: [{ nameAsPrinted: 'EPHE', ids: [] }] });
const event: Work['event'] = {
  name: { value: 'Congrès', lang: 'fr' },
  start: '1925-06-01',
  place: 'Paris',
  country: 'FR',
};
const link = { role: 'fulltext', url: 'https://example.org/x.pdf' } as const;
const file = { target: 'x.pdf', origin: 'author', embargo: '2027-01-01' };

/** A work with what HAL wants of every type. */
const whole = (fields: Partial<Work> = {}): Work =>
  workOf({ contributions: [mauss], subjects: [domain], container: annee, ...fields });
const names = (fields: Partial<Work>) => halNeeds(whole(fields)).map(({ name }) => name);

describe('hal.md section 3: required metadata', () => {
  test.each<[type: string, fields: Partial<Work>, missing: readonly string[]]>([
    ['an article', {}, []],
    ['an article without a journal or a date', { container: undefined, dates: [] }, ['journal', 'date']],
    ['any work without a domain', { subjects: [] }, ['domain']],
    ['any work without a language', { languages: [] }, ['language']],
    [
      'a title without a language',
      { titles: [{ role: 'main', text: { value: 'Essai' } }] },
      ['titleLanguage'],
    ],
    ['nobody’s', { contributions: [] }, ['author', 'affiliation']],
    ['an author of one name', { contributions: [{ ...mauss, given: undefined }] }, ['names']],
    ['an author without affiliation', { contributions: [author('Marcel', 'Mauss')] }, ['affiliation']],
    ['a conference paper', { type: 'proceedingsPaper', event }, []],
    [
      'a conference paper of which little is said',
      { type: 'proceedingsPaper', dates: [] },
      ['event', 'eventDate', 'city', 'country', 'date'],
    ],
    ['a poster without a date of its own', { type: 'poster', event, dates: [] }, []],
    ['a chapter without its book', { type: 'chapter', container: undefined }, ['book']],
    ['a book', { type: 'book', container: undefined }, []],
    ['a report without an institution', { type: 'report' }, ['institution']],
    [
      'a thesis',
      { type: 'thesis', dates: [] },
      ['abstract', 'keyword', 'defence', 'institution', 'director', 'file'],
    ],
    ['a lecture without its file, though one is elsewhere', { type: 'lecture', links: [link] }, ['file']],
    ['anything else that stands nowhere', { type: 'other', container: undefined }, ['place']],
    ['a dataset, which HAL does not take', { type: 'dataset' }, ['type']],
  ])('%s', (_, fields, missing) => expect(names(fields)).toEqual(missing));

  test('a file goes with the deposit or is missing', () =>
    expect(halNeeds(whole({ type: 'lecture' }), true)).toEqual([]));

  test('each need says where it can be filled in, in both languages', () => {
    for (const { words, where } of halNeeds(
      workOf({ type: 'thesis', titles: [], contributions: [], dates: [], languages: [] }),
    ))
      for (const language of ['fr', 'en'] as const)
        expect([words[language], where[language]]).not.toContain('');
  });

  test.skipIf(!hasSchema).each<[string, fields: Partial<Work>, sent?: HalFile]>([
    ['an article', {}],
    ['a conference paper', { type: 'proceedingsPaper', event }],
    ['a chapter', { type: 'chapter' }],
    ['a book', { type: 'book' }],
    ['a lecture', { type: 'lecture' }, file],
    ['an article with its file', { dates: [{ event: 'written', value: '2022' }, ...whole().dates] }, file],
    ['a file without an embargo', {}, { ...file, embargo: undefined }],
  ] as const)('%s that lacks nothing is valid by HAL’s schema', (_, fields, sent) => {
    const work: IdentifiedWork = { ...whole(fields), id: 'work/x' };
    expect(halNeeds(work, sent !== undefined)).toEqual([]);
    expect(faultsIn(halDeposit(work, sent))).toEqual([]);
  });
});

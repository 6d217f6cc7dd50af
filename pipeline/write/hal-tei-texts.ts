import { classScheme, domainScheme } from '../base/hal-words.ts';
import { plainText } from '../base/plain-text.ts';
import type { LangText, Review, Subject, Title, Work } from '../base/work.ts';
import { halTypology, isPopular } from './hal-tei-types.ts';
import { languageTag } from './language-tag.ts';
import { listElement, textElement, type Written } from './xml-element.ts';

/**
 * One text for each language, the first: HAL keeps no more and would put the last in its place. A text whose language
 * nobody knows is tagged `und`, which HAL takes as English, and so stands in the place of an English one (hal.md section
 * 3, trap 2).
 */
function onePerLanguage<T>(all: readonly T[], text: (one: T) => LangText): readonly T[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const lang = languageTag(text(one).lang) ?? 'en';
    if (seen.has(lang) || plainText(text(one)).trim() === '') return false;
    seen.add(lang);
    return true;
  });
}

/** Always with its language, for a missing one is no better than `und`, and the schema wants one of some. */
function spoken(name: string, text: LangText, attributes?: Written['attributes']): readonly Written[] {
  return textElement(name, plainText(text), { ...attributes, 'xml:lang': languageTag(text.lang) ?? 'und' });
}

const ofRole = ({ titles: all }: Pick<Work, 'titles'>, role: Title['role']) =>
  all.filter((title) => title.role === role);

/** The titles that HAL has a place for, the main one first; a short title has none. */
export function toldTitles(work: Pick<Work, 'titles'>): readonly Title[] {
  const all = (['main', 'translated', 'alternative'] as const).flatMap((role) => ofRole(work, role));
  return onePerLanguage(all, ({ text }) => text);
}

/** One subtitle for each language. */
export function toldSubtitles(work: Pick<Work, 'titles'>): readonly Title[] {
  return onePerLanguage(ofRole(work, 'subtitle'), ({ text }) => text);
}

/** One abstract for each language. */
export function toldAbstracts(work: Pick<Work, 'abstracts'>): readonly LangText[] {
  return onePerLanguage(work.abstracts, (text) => text);
}

/** The titles of `analytic`, and its subtitles. */
export function titles(work: Work): readonly Written[] {
  return [
    ...toldTitles(work).flatMap(({ text }) => spoken('title', text)),
    ...toldSubtitles(work).flatMap(({ text }) => spoken('title', text, { type: 'sub' })),
  ];
}

export function abstracts(work: Work): readonly Written[] {
  return toldAbstracts(work).flatMap((text) => spoken('abstract', text));
}

/** The one language that HAL has room for. */
export function toldLanguage({ languages }: Pick<Work, 'languages'>): string | undefined {
  return languages.find((each) => languageTag(each) !== undefined);
}

export function language(work: Work): readonly Written[] {
  const ident = languageTag(toldLanguage(work));
  if (ident === undefined) return [];
  return [{ name: 'langUsage', inside: [{ name: 'language', attributes: { ident }, inside: '' }] }];
}

/** The classifications that the schema of deposits has. */
const classes: ReadonlySet<string> = new Set(['classification', 'acm2012', 'acm', 'mesh', 'jel']);

/** The scheme of HAL that a subject is of; `author` for words, and for the terms of what HAL does not know. */
export function subjectScheme({ scheme, code }: Subject): string {
  if (scheme === domainScheme && code !== undefined) return 'halDomain';
  const name = scheme?.startsWith(classScheme) ? scheme.slice(classScheme.length) : '';
  return classes.has(name) ? name : 'author';
}

/** The codes of HAL's domains that a work has: it wants one at least. */
export function halDomains({ subjects }: Pick<Work, 'subjects'>): readonly string[] {
  return subjects.flatMap((each) => (subjectScheme(each) === 'halDomain' ? (each.code ?? []) : []));
}

/** Keywords, then the terms of classifications, then the type. */
export function textClass(work: Work): readonly Written[] {
  const terms = work.subjects.filter((each) => subjectScheme(each) === 'author');
  const codes = work.subjects.filter((each) => subjectScheme(each) !== 'author');
  const type = halTypology(work);
  return listElement('textClass', [
    ...listElement(
      'keywords',
      terms.flatMap(({ text }) => spoken('term', text)),
      { scheme: 'author' },
    ),
    ...codes.map(classCode),
    ...(type === undefined ? [] : [classElement('halTypology', type)]),
  ]);
}

function classElement(scheme: string, n: string | undefined, inside = ''): Written {
  return { name: 'classCode', attributes: { scheme, n }, inside };
}

function classCode(subject: Subject): Written {
  const words = plainText(subject.text);
  return classElement(subjectScheme(subject), subject.code, words === subject.code ? '' : words);
}

const audiences: Readonly<Record<NonNullable<Review['audience']>, string>> = {
  unset: '1',
  international: '2',
  national: '3',
};
const yesOrNo = (is: boolean | undefined) => (is === undefined ? undefined : is ? '1' : '0');

/**
 * What is known of peer review and audience, and nothing else, though HAL wants all three. The first note is HAL's
 * comment, the second its description; it has room for one of each.
 */
export function notesStmt(work: Work): readonly Written[] {
  const { notes, review } = work;
  return listElement('notesStmt', [
    ...note('commentary', notes[0]),
    ...note('description', notes[1]),
    ...flag('audience', review?.audience && audiences[review.audience]),
    ...flag('popular', yesOrNo(isPopular(work))),
    ...flag('peer', yesOrNo(review?.peerReviewed)),
  ]);
}

function note(type: string, text: LangText | undefined): readonly Written[] {
  return text === undefined ? [] : textElement('note', plainText(text), { type });
}

function flag(type: string, n: string | undefined): readonly Written[] {
  return n === undefined ? [] : [{ name: 'note', attributes: { type, n }, inside: '' }];
}

import type { Draft } from '../base/draft.ts';
import type { LangText, Subject } from '../base/work.ts';
import { keep, keepOthers, kindOf, partAt, partsOf, type TeiPart } from './hal-tei-part.ts';
import { classSubject, domainSubject, isReviewCode, langText, type reviewOf, typeOf } from './hal-words.ts';
import { attribute, rawText, textOf } from './xml-tree.ts';

/** Texts with their languages. */
export function spoken(
  parts: readonly TeiPart[],
  wordsOf: (part: TeiPart) => string | undefined = ({ of }) => textOf(of),
): readonly LangText[] {
  return parts.flatMap((part) => {
    const value = wordsOf(part);
    return value === undefined ? [] : [langText(value, attribute(part.of, 'xml:lang'))];
  });
}

/** The paragraphs of a text, parted by an empty line: exports make elements of them, a deposit may not. */
export function paragraphsOf(part: TeiPart): string | undefined {
  const elements = partsOf(part, 'p').flatMap(({ of }) => textOf(of) ?? []);
  if (elements.length > 0) return elements.join('\n\n');
  const words = rawText(part.of)
    .split(/\n[ \t\r]*\n/)
    .map((each) => each.replace(/[ \t\r\n]+/g, ' ').trim());
  return words.filter((each) => each !== '').join('\n\n') || undefined;
}

/** The titles, or the subtitles, of `analytic` and of `titleStmt`, which repeats them. */
export function titlesIn(parents: readonly (TeiPart | undefined)[], isSub: boolean): readonly LangText[] {
  const all = parents.flatMap((parent) => partsOf(parent, 'title'));
  return spoken(all.filter(({ of }) => (attribute(of, 'type') === 'sub') === isSub));
}

/** HAL's type, with its subtype where the tree of types tells one: `REPORT.RESREPORT`. */
export function typology(
  textClass: TeiPart | undefined,
  isPopular: boolean,
): { readonly code: string; readonly type: Draft['type'] } {
  const codes = partsOf(textClass, 'classCode');
  const codeIn = (scheme: string) =>
    codes.flatMap((part) => (kindOf(part) === scheme ? (attribute(part.of, 'n') ?? []) : []))[0];
  const [main, subtype] = codeIn('halTreeTypology')?.split('.') ?? [];
  const code = main ?? codeIn('halTypology');
  const { type, usesSubtype } = typeOf(code, subtype, isPopular);
  for (const part of codes) {
    const [scheme = '', n] = [kindOf(part), attribute(part.of, 'n')];
    const isSaid = n === code || (usesSubtype && (n === subtype || n === `${main}.${subtype}`));
    if (typologies.has(scheme) && !isSaid) keep(part);
  }
  return { code: code ?? '', type };
}

const typologies = new Set(['halTypology', 'halOldTypology', 'halTreeTypology']);
const ofTextClass = new Set(['keywords', 'classCode']);

/** Keywords in their languages, domains, and the terms of other classifications. */
export function subjectsIn(textClass: TeiPart | undefined): readonly Subject[] {
  keepOthers(textClass, ofTextClass);
  return [
    ...partsOf(textClass, 'keywords').flatMap(keywordsIn),
    ...partsOf(textClass, 'classCode').flatMap(subjectOf),
  ];
}

function keywordsIn(keywords: TeiPart): readonly Subject[] {
  const scheme = kindOf(keywords) ?? 'author';
  return spoken(partsOf(keywords, 'term')).map((text) =>
    scheme === 'author' ? { text } : { ...classSubject(scheme, text.value), text },
  );
}

function subjectOf(part: TeiPart): readonly Subject[] {
  const [scheme = '', code, value] = [kindOf(part), attribute(part.of, 'n'), textOf(part.of)];
  if (typologies.has(scheme)) return [];
  if (scheme === 'halDomain' && code !== undefined) {
    return [domainSubject(code, value === undefined ? undefined : { value })];
  }
  const text = value ?? code;
  return text === undefined ? [] : [classSubject(scheme, text, code)];
}

const ofNotes = new Set(['note']);

/** Peer review and audience by their codes, the depositor's words, and what else is said of the deposit, kept. */
export function notesIn(statement: TeiPart | undefined): {
  readonly review: Parameters<typeof reviewOf>[0];
  readonly texts: readonly LangText[];
} {
  keepOthers(statement, ofNotes);
  const review = new Map<string, string>();
  const texts: LangText[] = [];
  for (const note of partsOf(statement, 'note')) {
    const [kind = '', code, value] = [kindOf(note), attribute(note.of, 'n'), textOf(note.of)];
    if ((kind === 'commentary' || kind === 'description') && value !== undefined) {
      texts.push(langText(value, attribute(note.of, 'xml:lang')));
    } else if (isReviewKind(kind) && code !== undefined && isReviewCode(kind, code)) review.set(kind, code);
    else keep(note);
  }
  return { review: Object.fromEntries(review), texts };
}

const isReviewKind = (kind: string): kind is 'peer' | 'audience' | 'popular' =>
  kind === 'peer' || kind === 'audience' || kind === 'popular';

/** The collaborations that sign a work. */
export function consortiaIn(profile: TeiPart | undefined): readonly string[] {
  return partsOf(partAt(profile, 'particDesc')).flatMap((part) => {
    const name = textOf(part.of);
    if (part.of.name === 'org' && kindOf(part) === 'consortium') return name ?? [];
    keep(part);
    return [];
  });
}

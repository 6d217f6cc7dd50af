import { codeList } from '../base/code-list.ts';
import type { Draft, DraftContribution } from '../base/draft.ts';
import { precision } from '../base/edtf.ts';
import { classScheme, domainConcept, domainScheme, halRelations, halSchemes } from '../base/hal-words.ts';
import { encodeIriPart } from '../base/iri.ts';
import type { LangText, RelationType, Review, Subject, Title } from '../base/work.ts';

/** What HAL's type, subtype and audience make of a work (hal.md section 2), and whether the subtype was used. */
export function typeOf(
  code: string | undefined,
  subtype: string | undefined,
  isPopular: boolean,
): { readonly type: Draft['type']; readonly usesSubtype: boolean } {
  if (code === undefined) return { type: undefined, usesSubtype: false };
  const finer = subtype === undefined ? undefined : `${code}/${subtype}`;
  if (finer !== undefined && codeList('types').read('hal', finer)) {
    return { type: { list: 'hal', code: finer }, usesSubtype: true };
  }
  const isForAll = isPopular && code.toUpperCase() === 'ART';
  return {
    type: isForAll ? { list: 'work', code: 'popularArticle' } : { list: 'hal', code },
    usesSubtype: false,
  };
}

/** A preprint is not published yet; what is in press says so itself. */
export function statusOf(type: Draft['type'], isInPress: boolean): string | undefined {
  if (isInPress) return 'inPress';
  if (type?.list !== 'hal') return undefined;
  return codeList('types').read('hal', type.code) === 'preprint' ? 'preprint' : undefined;
}

/** The role of an author by HAL's code, a MARC relator for the most part; one that nobody knows is a contributor's. */
export function roleOf(
  code: string | undefined,
): Pick<DraftContribution, 'role' | 'marcRelator' | 'corresponding'> {
  const said = code?.trim().toLowerCase() || 'aut';
  if (said === 'aut') return { role: 'author' };
  if (said === 'crp') return { role: 'author', corresponding: true };
  const roles = codeList('roles');
  const marc = roles.read('marc', said);
  const role = (roles.read('hal', said) ?? marc ?? 'contributor') as DraftContribution['role'];
  return marc === role ? { role, marcRelator: said } : { role };
}

/** Whether a role says more than the model can hold: `coding`. */
export function saysMore(code: string | undefined): boolean {
  const said = code?.trim().toLowerCase() || 'aut';
  return said !== 'aut' && said !== 'crp' && roleOf(said).marcRelator === undefined;
}

const renamed: ReadonlyMap<string, string> = new Map(halSchemes);

/** The scheme of a work's identifier, by HAL's word for it. */
export function workScheme(word: string): string {
  const scheme = tight(word);
  return renamed.get(scheme) ?? scheme;
}

/** The scheme of a person's identifier: arXiv numbers people as well as papers. */
export function personScheme(word: string): string {
  const scheme = tight(word);
  if (scheme === 'halauthor') return 'halauthorid';
  return scheme === 'arxiv' ? 'arxiv-author' : scheme;
}

/** The scheme of an organisation's identifier. */
export const structureScheme = (word: string): string => tight(word);

const tight = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A domain of HAL as a concept of its graph (hal.md section 6), by its label when that is known. */
export function domainSubject(code: string, label: LangText | undefined): Subject {
  return { text: label ?? { value: code }, scheme: domainScheme, concept: domainConcept(code), code };
}

/** A term of another classification, `mesh` or `acm2012`, under the name that HAL's own schema gives it. */
export function classSubject(scheme: string, value: string, code?: string): Subject {
  const iri = /^https?:\/\//.test(scheme) ? scheme : `${classScheme}${encodeIriPart(scheme)}`;
  return { text: { value }, scheme: iri, ...(code === undefined || code === value ? {} : { code }) };
}

const relations: ReadonlyMap<string, RelationType> = new Map(
  halRelations.flatMap(([type, words]) => words.map((word) => [word.toLowerCase(), type] as const)),
);

/** HAL's word for how two works are related. */
export const relationOf = (word: string): RelationType | undefined => relations.get(word.toLowerCase());

const audiences: ReadonlyMap<string, Review['audience']> = new Map([
  ['1', 'unset'],
  ['2', 'international'],
  ['3', 'national'],
]);

/** Peer review and audience by HAL's codes; undefined when none was said. */
export function reviewOf(said: {
  readonly peer?: string | undefined;
  readonly audience?: string | undefined;
  readonly popular?: string | undefined;
}): Review | undefined {
  const [peerReviewed, popularScience] = [yesOrNo(said.peer), yesOrNo(said.popular)];
  const audience = audiences.get(said.audience ?? '');
  if (peerReviewed === undefined && audience === undefined && popularScience === undefined) return undefined;
  return { peerReviewed, audience, popularScience };
}

/** `1` and `0`; anything else says nothing that the model can hold. */
const yesOrNo = (code: string | undefined): boolean | undefined =>
  code === '1' ? true : code === '0' ? false : undefined;

/** Whether a code is one of those that `reviewOf` reads. */
export const isReviewCode = (kind: 'peer' | 'audience' | 'popular', code: string): boolean =>
  kind === 'audience' ? audiences.has(code) : yesOrNo(code) !== undefined;

/** The title in the language of the text is the main one; one in another language translates it. */
export function titlesOf(
  titles: readonly LangText[],
  subtitles: readonly LangText[],
  how: { readonly language: string | undefined; readonly first?: string | undefined },
): readonly Title[] {
  const all = once(titles);
  const main =
    all.find(({ lang }) => lang !== undefined && lang === how.language) ??
    all.find(({ value }) => value === how.first) ??
    all[0];
  const roleOfOther = ({ lang }: LangText) =>
    lang !== undefined && main?.lang !== undefined && lang !== main.lang ? 'translated' : 'alternative';
  return [
    ...(main === undefined ? [] : [{ role: 'main' as const, text: main }]),
    ...once(subtitles).map((text) => ({ role: 'subtitle' as const, text })),
    ...all.filter((text) => text !== main).map((text) => ({ role: roleOfOther(text), text }) as const),
  ];
}

/** Texts without those that are said twice in a language. */
export function once(texts: readonly LangText[]): readonly LangText[] {
  if (texts.length < 2) return texts;
  const seen = new Set<string>();
  return texts.filter(({ value, lang }) => {
    const key = `${lang ?? ''}\t${value}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A text with its language; `und` is none. */
export function langText(value: string, lang: string | undefined): LangText {
  return lang === undefined || lang === 'und' ? { value } : { value, lang };
}

/** A date that stands where the model holds final values. */
export function finalDate(words: string | undefined): string | undefined {
  return words !== undefined && precision(words) !== undefined ? words : undefined;
}

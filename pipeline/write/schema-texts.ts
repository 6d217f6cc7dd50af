import { plainText } from '../base/plain-text.ts';
import { type LangText, mainTitle, type Subject, type Title, type Work } from '../base/work.ts';
import { inLanguage, type Json, type JsonObject, object, ownLanguage, tagged, tagOf } from './json-ld.ts';
import { type Base, named } from './schema-names.ts';

/** Where a title other than the main one goes, and with which language. */
export interface TitlePlace {
  readonly key: 'alternativeHeadline' | 'alternateName';
  readonly lang: string | undefined;
}

/**
 * A subtitle is an `alternativeHeadline`, any other title an `alternateName`, which translates the main title if it is
 * tagged with another language, and only then: what would be taken for something else loses its tag or is not said.
 */
export function placeOfTitle(work: Work, { role, text }: Title): TitlePlace | undefined {
  const own = ownLanguage(work);
  const main = mainTitle(work);
  const lang = tagOf(text);
  const isOther = lang !== undefined && lang !== ((main && tagOf(main)) ?? own);
  if (role === 'subtitle') return { key: 'alternativeHeadline', lang: isOther ? undefined : lang };
  if (role === 'alternative') return { key: 'alternateName', lang: isOther ? undefined : lang };
  return role === 'translated' && isOther ? { key: 'alternateName', lang } : undefined;
}

/** The titles: `headline` is what search engines read, without a language of its own. */
export function titlesOf(work: Work): Record<string, Json | undefined> {
  const main = mainTitle(work);
  const own = ownLanguage(work);
  const placed = work.titles.map((title) => ({ title, place: placeOfTitle(work, title) }));
  const at = (key: TitlePlace['key']) =>
    placed.flatMap(({ title, place }) =>
      place?.key === key ? [{ value: plainText(title.text), lang: place.lang }] : [],
    );
  return {
    name: main && inLanguage(main, own),
    headline: main && plainText(main),
    alternativeHeadline: at('alternativeHeadline').map((text) => inLanguage(text, own)),
    alternateName: at('alternateName').map(tagged),
  };
}

/** The abstracts; the first of them also as the `description` that most readers look for, with the notes. */
export function abstractsOf(work: Work): Record<string, Json | undefined> {
  const own = ownLanguage(work);
  const [first] = work.abstracts;
  const texts = (all: readonly LangText[]) => all.map((text) => inLanguage(text, own));
  return {
    abstract: texts(work.abstracts),
    // Without an abstract beside it, a note would be taken for one.
    description: first && [plainText(first), ...texts(work.notes)],
  };
}

/** Keywords as texts, one value each (L1), and concepts of a vocabulary as what the work is about. */
export function subjectsOf(work: Work, base: Base): Record<string, Json | undefined> {
  const [concepts, words] = [true, false].map((wanted) =>
    work.subjects.filter((subject) => isConcept(subject) === wanted),
  );
  return {
    keywords: [...(words ?? []), ...(concepts ?? [])].map(({ text }) => keyword(text)),
    about: (concepts ?? []).map((subject) => concept(subject, base)),
  };
}

/** Whether a subject says more than its words. */
export function isConcept({ scheme, concept: iri, code, id }: Subject): boolean {
  return [scheme, iri, code, id].some((value) => value !== undefined);
}

/** Whoever reads a text of several words splits it at `;` and `,`; a term has one name. */
function keyword(text: LangText): Json {
  return /[;,]/.test(plainText(text)) ? { '@type': 'DefinedTerm', name: tagged(text) } : tagged(text);
}

const isWeb = (iri: string | undefined) => (iri !== undefined && /^https?:/i.test(iri) ? iri : undefined);

function concept({ id, text, scheme, concept: iri, code }: Subject, base: Base): JsonObject {
  const own = named(base, id);
  return object({
    '@type': 'DefinedTerm',
    '@id': own ?? isWeb(iri),
    name: tagged(text),
    url: own === undefined ? undefined : isWeb(iri),
    termCode: code,
    inDefinedTermSet: isWeb(scheme),
  });
}

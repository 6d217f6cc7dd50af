import { plainText } from '../base/plain-text.ts';
import { dateOf, type LangText, mainTitle, type Title, type Work } from '../base/work.ts';

/** The languages that have columns of their own: those of the people who will read the table. */
export const columnLanguages = { fr: 'français', en: 'anglais' } as const;
export type ColumnLanguage = keyof typeof columnLanguages;

/** The language whose column a text stands in; undefined in the column without one. */
export function columnLanguage({ lang }: LangText): ColumnLanguage | undefined {
  return lang === 'fr' || lang === 'en' ? lang : undefined;
}

/** Plain texts that say something. */
export function plainTexts(texts: readonly LangText[]): readonly string[] {
  return texts.map(plainText).filter((text) => text !== '');
}

export function textsIn(texts: readonly LangText[], language: ColumnLanguage | undefined): readonly string[] {
  return plainTexts(texts.filter((text) => columnLanguage(text) === language));
}

export function titlesAs({ titles }: Work, role: Title['role']): readonly string[] {
  return plainTexts(titles.filter((title) => title.role === role).map(({ text }) => text));
}

/** The language whose column a translated title stands in: there, the same words as the main title would be that one. */
export function titleLanguage(work: Work, { role, text }: Title): ColumnLanguage | undefined {
  const main = mainTitle(work);
  const isSame = main !== undefined && plainText(main) === plainText(text);
  return role === 'translated' && !isSame ? columnLanguage(text) : undefined;
}

export function translatedTitles(work: Work, language: ColumnLanguage | undefined): readonly string[] {
  const { titles } = work;
  return plainTexts(
    titles
      .filter((title) => title.role === 'translated' && titleLanguage(work, title) === language)
      .map(({ text }) => text),
  );
}

/** A date online that is later than the one in print would be taken for the date of publication. */
export function onlineDate(work: Work): string | undefined {
  const online = dateOf(work, 'publishedOnline');
  return online !== undefined && dateOf(work, 'published')?.startsWith(online) ? online : undefined;
}

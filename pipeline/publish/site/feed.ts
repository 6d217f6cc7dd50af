import { plainText } from '../../base/plain-text.ts';
import type { Language } from '../../base/words.ts';
import { type Contribution, type IdentifiedWork, type LangText, mainTitle } from '../../base/work.ts';
import { displayName, referenceDate } from '../../write/index.ts';
import { addressOf } from './address.ts';
import { dateWords } from './date-words.ts';
import { word } from './page-words.ts';
import { asUri } from './signposts.ts';
import { plainLine } from './text.ts';
import { newestChange, type View } from './view.ts';

/** The newest works as feeds tell of them, whatever the syntax. */
export interface Feed {
  readonly language: Language;
  readonly title: LangText;
  /** Address of the home page. */
  readonly home: string;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** A work in a feed. It has no time of publication: feeds want one to the second, which no date of a work is. */
export interface FeedEntry {
  readonly work: IdentifiedWork;
  /** The IRI of the work, which stays whatever else changes. */
  readonly id: string;
  readonly page: string;
  readonly title: LangText;
  /** The date in words and the abstract; absent when there is neither. */
  readonly summary: LangText | undefined;
  readonly authors: readonly FeedAuthor[];
  /** The last change of the record. */
  readonly updated: string;
}

interface FeedAuthor {
  readonly name: string;
  readonly page?: string | undefined;
}

// What feed readers show at once.
const mostEntries = 50;

/** The feed in a language. There is none when nobody knows when anything changed, for feeds must say it. */
export function feedOf(view: View, language: Language): Feed | undefined {
  const { lab, own, works, title, datestamps } = view;
  const newest = works.filter(({ id }) => datestamps.has(id)).slice(0, mostEntries);
  const ids = newest.map(({ id }) => id);
  const updated = newestChange(view, ids) ?? newestChange(view);
  if (updated === undefined) return undefined;
  return {
    language,
    title,
    home: asUri(addressOf(lab.base, 'index', language, own)),
    updated,
    entries: newest.map((work) => entryOf(view, work, language)),
  };
}

/** The file of a feed: `feed.atom` in the language of the site, `feed.en.atom` in the other one. */
export function feedName(extension: 'atom' | 'json', language: Language, own: Language): string {
  return language === own ? `feed.${extension}` : `feed.${language}.${extension}`;
}

function entryOf(view: View, work: IdentifiedWork, language: Language): FeedEntry {
  const { lab, own, datestamps } = view;
  const main = mainTitle(work);
  return {
    work,
    id: asUri(lab.base + work.id),
    page: asUri(addressOf(lab.base, work.id, language, own)),
    title: main ? titleOf(work, main) : { value: word('noTitle', language), lang: language },
    summary: summaryOf(work, language),
    authors: work.contributions
      .filter(({ role }) => role === 'author')
      .map((one) => authorOf(view, one, language)),
    updated: datestamps.get(work.id) ?? '',
  };
}

function titleOf({ titles }: IdentifiedWork, main: LangText): LangText {
  const subtitle = titles.find(({ role }) => role === 'subtitle')?.text;
  const colon = main.lang?.startsWith('fr') ? '\u00a0: ' : ': ';
  const value = [main, subtitle].flatMap((text) => (text ? plainLine(text) : [])).join(colon);
  return { value, lang: main.lang };
}

function authorOf({ lab, own }: View, one: Contribution, language: Language): FeedAuthor {
  const page = one.agent === undefined ? undefined : asUri(addressOf(lab.base, one.agent, language, own));
  return { name: displayName(one), page };
}

/** The date and the abstract, all in one language: a date has words in ours, and is written in figures in others. */
function summaryOf(work: IdentifiedWork, language: Language): LangText | undefined {
  const abstract = work.abstracts.find(({ lang }) => lang?.startsWith(language)) ?? work.abstracts[0];
  const date = referenceDate(work);
  if (abstract === undefined && date === undefined) return undefined;
  const lang = abstract ? abstract.lang : language;
  const spoken =
    lang === undefined ? language : (['fr', 'en'] as const).find((each) => lang.startsWith(each));
  const words = date !== undefined && spoken !== undefined ? dateWords(date, spoken) : date;
  const parts = [words === undefined ? undefined : `${words}.`, abstract && plainText(abstract).trim()];
  return { value: parts.filter(Boolean).join(' '), lang };
}

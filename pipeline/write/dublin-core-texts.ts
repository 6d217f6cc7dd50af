import { plainText } from '../base/plain-text.ts';
import { type LangText, mainTitle, type Work } from '../base/work.ts';
import { type Statement, sayIn } from './dublin-core.ts';

/** `T : S` in French, `T: S` elsewhere (crosswalk section 3); the main title alone when they are in two languages. */
export function wholeTitle(work: Pick<Work, 'titles'>): LangText | undefined {
  const main = mainTitle(work);
  const subtitle = joinedSubtitle(work);
  if (!main || !subtitle) return main;
  const colon = main.lang?.startsWith('fr') ? ' : ' : ': ';
  return { value: plainText(main) + colon + plainText(subtitle), lang: main.lang };
}

/** The subtitle that stands in the whole title. */
export function joinedSubtitle(work: Pick<Work, 'titles'>): LangText | undefined {
  const lang = mainTitle(work)?.lang;
  const subtitle = work.titles.find(({ role }) => role === 'subtitle')?.text;
  return subtitle?.lang === undefined || subtitle.lang === lang ? subtitle : undefined;
}

/** The whole title first, then all others, the subtitle by itself among them. */
export function titles(work: Work, other: 'dc:title' | 'dcterms:alternative'): readonly Statement[] {
  const whole = wholeTitle(work);
  const main = mainTitle(work);
  const rest = work.titles.filter(({ text }) => text !== main);
  return [...(whole ? [sayIn('dc:title', whole)] : []), ...rest.map(({ text }) => sayIn(other, text))];
}

/** Where `description` is all there is, the longest one in a language is taken for its abstract. */
export function longestAbstract(
  { abstracts }: Pick<Work, 'abstracts'>,
  lang: string | undefined,
): LangText | undefined {
  let longest: LangText | undefined;
  for (const text of abstracts) {
    if (text.lang === lang && lengthOf(text) > lengthOf(longest)) longest = text;
  }
  return longest;
}

/** Notes that nobody can take for an abstract, because a longer one stands before them. */
export function plainNotes(work: Pick<Work, 'abstracts' | 'notes'>): readonly LangText[] {
  return work.notes.filter((note) => lengthOf(longestAbstract(work, note.lang)) >= lengthOf(note));
}

const lengthOf = (text: LangText | undefined) => (text === undefined ? 0 : plainText(text).length);

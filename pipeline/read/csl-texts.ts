import { codeList } from '../base/code-list.ts';
import type { Draft } from '../base/draft.ts';
import type { Subject, Title } from '../base/work.ts';
import { textsOf } from './csl-container.ts';
import { type Part, wordsOf } from './json-part.ts';

const none: readonly never[] = [];

const titleKeys: readonly (readonly [key: string, role: Title['role']])[] = [
  ['title', 'main'],
  ['subtitle', 'subtitle'],
  ['title-short', 'short'],
  ['shortTitle', 'short'],
  ['short-title', 'short'],
  ['original-title', 'alternative'],
];

/** The title is in the language of the item; the language of an original title is not said. One said twice is one. */
export function titlesOf(record: Part, languages: readonly string[]): readonly Title[] {
  const [language] = languages;
  const lang =
    language !== undefined && languages.length === 1 && isLanguage(language) ? language : undefined;
  const titles: Title[] = [];
  for (const [key, role] of titleKeys) {
    for (const value of textsOf(record, key)) {
      if (titles.some(({ text }) => text.value === value)) continue;
      const isOther = role === 'alternative' || (role === 'main' && titles.length > 0);
      titles.push({ role: isOther ? 'alternative' : role, text: isOther ? { value } : { value, lang } });
    }
  }
  return titles;
}

/** One language, or several in one text. */
export function languagesOf(record: Part): readonly string[] {
  const said = textsOf(record, 'language');
  if (said.length === 0 || (said.length === 1 && /^[A-Za-z-]+$/.test(said[0] ?? ''))) return said;
  return said.flatMap((text) =>
    text
      .split(/[;,|]/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  );
}

/** Whether the words are a language that we know, so that a title may bear it. */
function isLanguage(text: string): boolean {
  const code = /^[a-z]{2,3}(?=$|[-_][a-z0-9_-]+$)/i.exec(text)?.[0];
  const columns = code === undefined ? names : codes;
  return columns.some((column) => codeList('languages').read(column, code ?? text) !== undefined);
}

const names = ['en', 'fr'] as const;
const codes = ['bcp47', 'iso639-3', 'iso639-2b'] as const;

/** L1: keywords in one text are parted by semicolons or lines; CSL does not say that a comma parts them. */
export function subjectsOf(record: Part, isAddedTo: boolean): readonly Subject[] {
  const said = textsOf(record, 'keyword');
  if (said.length === 0 && !isAddedTo) return none;
  const all = new Set<string>();
  const add = (value: string) => {
    const word = value.trim();
    if (word !== '') all.add(word);
  };
  for (const text of said) text.split(/[;\n]/).forEach(add);
  if (isAddedTo) [...wordsOf(record, 'categories'), ...wordsOf(record, 'subject')].forEach(add);
  return Array.from(all, (value) => ({ text: { value } }));
}

/** CSL has one note for all: empty lines part several. */
export function notesOf(record: Part): Draft['notes'] {
  const [notes, annotations] = [textsOf(record, 'note'), textsOf(record, 'annote')];
  if (notes.length + annotations.length === 0) return none;
  const all = [...notes.flatMap((text) => text.split(/\r?\n\s*\n/)), ...annotations];
  return asTexts(all.filter((value) => value.trim() !== ''));
}

/** Texts of no said language. */
export function asTexts(values: readonly string[]): readonly { readonly value: string }[] {
  return values.length === 0 ? none : values.map((value) => ({ value }));
}

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { codeList, ontologyFile } from '../base/code-list.ts';
import { fold, foldTight } from '../base/fold.ts';

/** A column of a table: its heading as printed, and what it is understood as. */
export interface Column {
  readonly heading: string;
  /** A field of `ontology/headings.csv`; absent when nobody knows the heading. */
  readonly field?: string | undefined;
  /** Language that the heading says its texts are in: `Titre (anglais)`, `fr_title_s`. */
  readonly lang?: string | undefined;
  /** Whether the cells are lists as HAL's search engine writes them, with commas that `\,` escapes. */
  readonly isSolr: boolean;
}

/** The column under a heading; `own` is what the lab says of its own headings. */
export function columnOf(printed: string, own: Readonly<Record<string, string>> = {}): Column {
  const heading = printed.trim();
  const isSolr = solr.test(heading);
  const said = ownField(heading, own);
  if (said !== undefined) return { heading, field: said, lang: withLanguage(heading)?.lang, isSolr: false };
  const field = fieldOf(heading);
  if (field !== undefined || heading.length > longest) return { heading, field, isSolr };
  const spoken = withLanguage(heading);
  const inLanguage = spoken && fieldOf(spoken.words);
  if (inLanguage !== undefined && texts.has(inLanguage)) {
    return { heading, field: inLanguage, lang: spoken?.lang, isSolr };
  }
  return { heading, field: fieldOf(heading.replace(/\s*(?:\([^()]*\)|\d+)$/, '')), isSolr };
}

/** A field by any of its headings, case, accents, spaces and punctuation aside. */
export function fieldOf(heading: string): string | undefined {
  return heading.length > longest ? undefined : headings().get(foldTight(heading));
}

const longest = 200;
const solr = /^[a-z][a-zA-Z\d]*(?:_[a-zA-Z]+)*_(?:s|i|t|fs)$/;
/** The fields whose values are in a language. */
const texts: ReadonlySet<string> = new Set([
  ...['titles.main', 'titles.subtitle', 'titles.short', 'titles.alternative', 'abstracts', 'subjects'],
  ...['notes', 'container.titles', 'container.journal', 'container.book'],
]);

function ownField(heading: string, own: Readonly<Record<string, string>>): string | undefined {
  const key = Object.keys(own).find((each) => each === heading || foldTight(each) === foldTight(heading));
  return key === undefined ? undefined : own[key];
}

/** `Résumé en anglais`, `Title [fr]`, `abstract_en`, `en_title_s`: the language and the heading without it. */
function withLanguage(heading: string): { words: string; lang: string } | undefined {
  const words = fold(heading.replaceAll('_', ' ')).split(' ');
  const last = languageOf(words.at(-1) ?? '');
  if (last !== undefined && words.length > 1) {
    const rest = words.slice(0, -1);
    return { words: (inWords.has(rest.at(-1) ?? '') ? rest.slice(0, -1) : rest).join(' '), lang: last };
  }
  const [first = '', ...rest] = words;
  const lang = first.length === 2 ? languageOf(first) : undefined;
  return lang === undefined || rest.length === 0 ? undefined : { words: rest.join(' '), lang };
}

const inWords: ReadonlySet<string> = new Set(['en', 'in']);

function languageOf(word: string): string | undefined {
  const list = codeList('languages');
  if (/^[a-z]{2}$/.test(word)) return list.read('bcp47', word);
  return languageNames().get(word);
}

let names: ReadonlyMap<string, string> | undefined;

function languageNames(): ReadonlyMap<string, string> {
  const list = codeList('languages');
  names ??= new Map(
    list.terms.flatMap((term) =>
      ['fr', 'en'].flatMap((column) => {
        const name = list.write(column, term);
        return name === undefined ? [] : [[fold(name), term] as const];
      }),
    ),
  );
  return names;
}

let known: ReadonlyMap<string, string> | undefined;

/** `ontology/headings.csv`: one line for each field, one column for each language or tool that names it. */
function headings(): ReadonlyMap<string, string> {
  if (known) return known;
  const found = new Map<string, string>();
  const [, ...rows] = parse(readFileSync(ontologyFile('headings.csv'), 'utf8')) as string[][];
  for (const [field = '', ...cells] of rows) {
    for (const heading of cells.flatMap((cell) => cell.split('|'))) {
      const key = foldTight(heading);
      if (key !== '' && !found.has(key)) found.set(key, field);
    }
  }
  known = found;
  return found;
}

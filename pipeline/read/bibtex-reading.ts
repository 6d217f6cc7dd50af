import type { Origin, Remark } from '../base/draft.ts';
import { decodeLatex, markedLatex } from '../base/latex.ts';
import { verbatimLatex } from '../base/latex-verbatim.ts';
import type { LangText, Unmapped } from '../base/work.ts';
import type { Resolved } from './bibtex-resolve.ts';

/** One entry on its way to a draft: its fields, which of them were read, and what was kept or noted on the way. */
export interface Reading {
  readonly type: string;
  readonly values: ReadonlyMap<string, string>;
  readonly taken: Set<string>;
  readonly kept: Unmapped[];
  readonly remarks: Remark[];
  readonly origin: Origin;
}

export function reading({ type }: Resolved, values: ReadonlyMap<string, string>, origin: Origin): Reading {
  return { type, values, taken: new Set(), kept: [], remarks: [], origin };
}

/** The LaTeX of a field, its white space reduced as BibTeX does; it counts as read. */
export function raw(on: Reading, name: string): string | undefined {
  const value = on.values.get(name);
  if (value === undefined) return undefined;
  on.taken.add(name);
  return spaced(value);
}

/** The words of a field in plain text (T4). */
export function plain(on: Reading, name: string): string | undefined {
  const value = raw(on, name);
  return value === undefined ? undefined : said(decodeLatex(value));
}

/** The words of a field with their emphasis (T3). */
export function marked(on: Reading, name: string): LangText | undefined {
  const value = raw(on, name);
  return value === undefined ? undefined : text(value);
}

/** The same of a long text, whose paragraphs an empty line parts. */
export function paragraphs(on: Reading, name: string): LangText | undefined {
  const value = on.values.get(name);
  if (value === undefined) return undefined;
  on.taken.add(name);
  return text(
    value
      .split(/\n[^\S\n]*\n/)
      .map(spaced)
      .filter(Boolean)
      .join('\n\n'),
  );
}

/** A field that is no prose: an address, an identifier. */
export function verbatim(on: Reading, name: string): string | undefined {
  const value = raw(on, name);
  return value === undefined ? undefined : said(verbatimLatex(value));
}

/** The first of several fields that says something; the others are kept, unless they say the same. */
export function firstOf<T>(
  on: Reading,
  names: readonly string[],
  read: (on: Reading, name: string) => T | undefined,
): T | undefined {
  const [first, ...others] = names.filter((name) => on.values.has(name));
  if (first === undefined) return undefined;
  for (const name of others) if (sameWords(on, first, name)) on.taken.add(name);
  return read(on, first);
}

/** Whether two fields say the same. */
export function sameWords(on: Reading, first: string, second: string): boolean {
  const [a, b] = [on.values.get(first), on.values.get(second)];
  return a !== undefined && b !== undefined && decodeLatex(spaced(a)) === decodeLatex(spaced(b));
}

/** Keeps a value that found no place; what is empty says nothing. */
export function keep({ kept, origin }: Reading, path: string, value: string | undefined): void {
  if (value !== undefined && value !== '') kept.push({ source: origin.source.name, path, value });
}

/** Notes that a field whose words were read was not understood, so that it is kept with those nobody read. */
export function giveBack(on: Reading, ...names: readonly string[]): void {
  for (const name of names) on.taken.delete(name);
}

/** What programs note about their own files and databases, and what only orders or lays out a printed list. */
export const ignored: ReadonlySet<string> = new Set([
  ...['timestamp', 'owner', 'creationdate', 'modificationdate', 'date-added', 'date-modified', 'dateadded'],
  ...['datemodified', '__markedentry', 'added-at', 'interhash', 'intrahash', 'biburl', 'bibsource'],
  ...['options', 'presort', 'sortkey', 'sortname', 'sortshorthand', 'sorttitle', 'sortyear', 'indextitle'],
  ...['indexsorttitle', 'execute', 'langidopts', 'hyphenation', 'nameaddon+an', 'gender'],
]);
const database = /^bdsk-(?:file|url)-\d+$/;
const paths: ReadonlySet<string> = new Set([
  'file',
  'pdf',
  'local-url',
  'localfile',
  'verba',
  'verbb',
  'verbc',
]);

/** Keeps every field that nobody read, a path as it is and words in plain text. */
export function keepOthers(on: Reading): void {
  for (const [name, value] of on.values) {
    if (on.taken.has(name) || ignored.has(name) || database.test(name)) continue;
    keep(on, name, leftover(name, value));
  }
}

/** A field's value for keeping. */
export function leftover(name: string, value: string): string {
  const words = spaced(value);
  if (paths.has(name)) return words;
  return /^(?:url|urldate|ee|eprint|doi)$/.test(name) ? verbatimLatex(words) : decodeLatex(words).trim();
}

function text(value: string): LangText | undefined {
  const { value: words, markup } = markedLatex(value);
  const whole = said(words);
  return whole === undefined ? undefined : markup ? { value: whole, markup } : { value: whole };
}

const said = (words: string): string | undefined => words.trim() || undefined;
// Not the no-break space, which is the author's.
const spaced = (value: string) =>
  (/[\t\r\n\f\v]| {2}/.test(value) ? value.replace(/[ \t\r\n\f\v]+/g, ' ') : value).trim();

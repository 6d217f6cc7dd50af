import { fieldOf } from '../csv-headings.ts';
import { absolute, isLabel } from './anchors.ts';
import type { Block } from './block.ts';
import { inlineOf } from './inline.ts';

/** Whether the headings of a table name fields: a title and one more, and half of all. */
export function nameFields(headings: readonly string[]): boolean {
  const known = headings.map((heading) => fieldOf(plain(heading))).filter((field) => field !== undefined);
  return (
    known.includes('titles.main') &&
    new Set(known).size >= 2 &&
    known.length * 2 >= headings.filter(Boolean).length
  );
}

/** One record as headings and cells, which the reader of tables understands; addresses behind words are a cell more. */
export function fieldsBlock(headings: readonly string[], cells: readonly string[], line: number): Block {
  const marked = cells.map((cell) => inlineOf(cell));
  const addresses = marked.flatMap(({ text, styles }) =>
    styles.flatMap(({ kind, start, end, target }) => {
      const address = kind === 'link' ? absolute(target) : undefined;
      return address && text.slice(start, end) !== address ? [address] : [];
    }),
  );
  const words = marked.map(({ text, styles }) => {
    // `[pdf](https://…)` says no more than its address.
    const isLink = styles.some(({ kind, end }) => kind === 'link' && end === text.trimEnd().length);
    return isLink && isLabel(text) && addresses.length > 0 && !/10\.\d{4}/.test(text) ? '' : text;
  });
  const columns = [...headings.map(plain), ...(addresses.length > 0 ? ['URL'] : [])];
  const row = [...words, ...(addresses.length > 0 ? [[...new Set(addresses)].join(' ; ')] : [])];
  return { kind: 'fields', line, source: `${lineOf(columns)}\n${lineOf(row)}` };
}

/** The record with what the headings of the page say of it, where it has no column of its own for that. */
export function fieldsWith(
  source: string,
  said: { year?: string | undefined; type?: string | undefined },
): string {
  const [headings = '', row = ''] = source.split('\n');
  const has = (field: string) => headings.split('\t').some((each) => fieldOf(each) === field);
  const more: [string, string][] = [];
  if (said.year && !has('dates.published')) more.push(['year', said.year]);
  if (said.type && !has('type')) more.push(['type', said.type]);
  return [
    [headings, ...more.map(([heading]) => heading)].join('\t'),
    [row, ...more.map(([, words]) => words)].join('\t'),
  ].join('\n');
}

/** Whether a piece of a page is such a record. */
export const isFields = (text: string) => {
  const [first = ''] = text.split('\n', 1);
  return first.includes('\t') && nameFields(first.split('\t'));
};

const plain = (source: string) => inlineOf(source).text.replace(/\s+/g, ' ').trim();

const lineOf = (cells: readonly string[]) =>
  cells
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join('\t');

import { partedList, partedTexts, unguarded } from '../base/table-cell.ts';
import type { Unmapped } from '../base/work.ts';
import type { Column } from './csv-headings.ts';

/** What one cell says, under which heading, and in which language when the heading says so. */
export interface Cell {
  readonly heading: string;
  readonly words: string;
  readonly lang?: string | undefined;
}

/** The cells of one row by field, in the order of the columns; those that nobody takes are left over. */
export interface Row {
  readonly fields: Map<string, Cell[]>;
  readonly left: Cell[];
}

/** Signs for an empty cell that spreadsheets and databases write. */
const nothing = /^(?:n\/a|#n\/a|null|[-–—]+)$/i;
/** The fields that hold several values in one cell of HAL. */
const lists =
  /^(?:titles|abstracts|subjects|contributions|languages|notes|isbn|links|publisher|funding|container\.series)/;

/** The cells that say something, by the field of their column. */
export function rowIn(columns: readonly Column[], cells: readonly string[]): Row {
  const row: Row = { fields: new Map(), left: [] };
  for (const [index, column] of columns.entries()) {
    const words = cells[index]?.trim() ?? '';
    if (words === '' || (words.length < 6 && nothing.test(words))) continue;
    const { heading, field, lang, isSolr } = column;
    if (field === undefined) {
      row.left.push({ heading: heading === '' ? `column ${index + 1}` : heading, words: unguarded(words) });
      continue;
    }
    const plain = unguarded(words);
    const values = isSolr && lists.test(field) ? solrValues(plain) : partedTexts(plain);
    const said = row.fields.get(field) ?? [];
    said.push(
      ...values.map((each) =>
        lang === undefined ? { heading, words: each } : { heading, words: each, lang },
      ),
    );
    row.fields.set(field, said);
  }
  return row;
}

/** `Sorin François,Mazet Pierre`, where a comma that belongs to a value is written `\,`. */
function solrValues(words: string): readonly string[] {
  return words
    .split(/(?<!\\),(?!\s)/)
    .map((each) => each.replace(/\\([,\\])/g, '$1').trim())
    .filter((each) => each !== '');
}

const none: readonly Cell[] = [];

/** The cells of a field, which are then taken. */
export function takeCells({ fields }: Row, name: string): readonly Cell[] {
  const cells = fields.get(name);
  if (!cells) return none;
  fields.delete(name);
  return cells;
}

/** The words of the first cell of a field; other words for the same are left over. */
export function takeWords(row: Row, name: string): string | undefined {
  const cells = takeCells(row, name);
  const first = cells[0]?.words;
  for (const cell of cells) if (cell.words !== first) row.left.push(cell);
  return first;
}

/** The values in some cells, parted at semicolons, bars and line breaks, never at commas (L1). */
export function takeList(row: Row, name: string): readonly Cell[] {
  const cells = takeCells(row, name);
  return cells.length === 0
    ? none
    : cells.flatMap((cell) => partedList(cell.words).map((words) => ({ ...cell, words })));
}

/** What was left, and what was never taken, by heading. */
export function leftCells({ fields, left }: Row, source: string): readonly Unmapped[] {
  const all = fields.size === 0 ? left : [...left, ...[...fields.values()].flat()];
  return all.map(({ heading, words }) => ({ source, path: heading, value: words }));
}

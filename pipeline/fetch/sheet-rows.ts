import { type NumberFormat, shown } from './number-format.ts';
import type { XmlHandler } from './xml-events.ts';
import { TooMuch } from './zip.ts';

/** The cells of one row that say something, from left to right. */
export interface SheetRow {
  readonly number: number;
  readonly columns: number[];
  readonly cells: string[];
  /** Whether a cell is a number or a date, which a heading is not. */
  readonly hasNumbers: boolean;
}

/** One sheet as it is shown. */
export interface Sheet {
  readonly name: string;
  readonly rows: SheetRow[];
}

/** What the cells of a sheet refer to. */
export interface Book {
  readonly strings: readonly string[];
  readonly formats: readonly (NumberFormat | undefined)[];
  readonly is1904: boolean;
  /** Addresses by relation, for links. */
  readonly targets: ReadonlyMap<string, string>;
}

/** Links stand in columns of their own, after all others. */
export const linkColumns = 100_000;
const mostCells = 20_000_000;
const mostFilled = 100_000;
const lastRow = 1_048_576;

/** Collects the rows of a sheet (ECMA-376 part 1, section 18.3) into `sheet`. */
export function sheetHandler(sheet: Sheet, book: Book): XmlHandler {
  let row: { number: number; columns: number[]; cells: string[]; hasNumbers: boolean } | undefined;
  let [number, column, count] = [0, 0, 0];
  let [type, style, words] = ['', '', ''];
  let isValue = false;
  let isPhonetic = false;
  const merged: string[] = [];
  const links: (readonly [ref: string, url: string])[] = [];

  const endCell = () => {
    const said = cellWords(type, words, style, book);
    if (!row || said.trim() === '') return;
    row.columns.push(column);
    row.cells.push(said);
    if (type === '' || type === 'n' || type === 'd') row.hasNumbers = true;
    count += 1;
    if (count > mostCells) throw new TooMuch();
  };
  return {
    open(name, attribute) {
      if (name === 'row') {
        number = Math.min(Number(attribute('r') ?? number + 1) || number + 1, lastRow);
        column = 0;
        row = { number, columns: [], cells: [], hasNumbers: false };
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        [type, style, words] = [attribute('t') ?? '', attribute('s') ?? '', ''];
      } else if (name === 'v' || name === 't') isValue = !isPhonetic;
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 'mergeCell') merged.push(attribute('ref') ?? '');
      else if (name === 'hyperlink') {
        const url = book.targets.get(attribute('id') ?? '');
        if (url !== undefined) links.push([attribute('ref') ?? '', url]);
        if (links.length > mostFilled) throw new TooMuch();
      }
    },
    text(said) {
      if (isValue) words += said;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c') endCell();
      else if (name === 'row' && row && row.cells.length > 0) sheet.rows.push(row);
      else if (name === 'worksheet') {
        fillMerged(sheet.rows, merged);
        addLinks(sheet.rows, links);
      }
    },
  };
}

function cellWords(type: string, words: string, style: string, { strings, formats, is1904 }: Book): string {
  if (words === '') return '';
  switch (type) {
    case 's':
      return strings[Number(words)] ?? '';
    case 'b':
      return words === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return words.replace(/T00:00:00(?:\.0+)?Z?$/, '');
    case 'str':
    case 'inlineStr':
      return unescaped(words);
    case 'e':
      return words;
    default:
      return shown(words.trim(), formats[Number(style)], is1904);
  }
}

/** `_x000D_`: characters that XML cannot hold (ECMA-376 part 1, section 22.9.2.19). */
export function unescaped(words: string): string {
  if (!words.includes('_x')) return words;
  return words.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** `AB12` → 28. */
function columnOf(ref: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(ref ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

const rowOf = (ref: string) => Number(/\d+$/.exec(ref)?.[0] ?? 0);

/** A cell merged over several rows says the same for each of them; over several columns it is said once. */
function fillMerged(rows: readonly SheetRow[], merged: readonly string[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  let filled = 0;
  for (const ref of merged) {
    const [from = '', to = ''] = ref.split(':');
    const column = columnOf(from);
    const value = column === undefined ? undefined : cellAt(byNumber.get(rowOf(from)), column);
    if (column === undefined || value === undefined) continue;
    for (let number = rowOf(from) + 1; number <= Math.min(rowOf(to), lastRow); number += 1) {
      filled += 1;
      if (filled > mostFilled) throw new TooMuch();
      const row = byNumber.get(number);
      if (row && cellAt(row, column) === undefined) put(row, column, value);
    }
  }
}

/** The address behind a cell, unless the cell shows it. */
function addLinks(rows: readonly SheetRow[], links: readonly (readonly [ref: string, url: string])[]): void {
  if (links.length === 0) return;
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const [ref, url] of links) {
    const [from = ''] = ref.split(':');
    const [row, column] = [byNumber.get(rowOf(from)), columnOf(from)];
    if (!row || column === undefined || !/^https?:/i.test(url)) continue;
    const words = cellAt(row, column);
    if (words !== undefined && words.trim() !== url && cellAt(row, linkColumns + column) === undefined) {
      put(row, linkColumns + column, url);
    }
  }
}

function cellAt(row: SheetRow | undefined, column: number): string | undefined {
  const index = row?.columns.indexOf(column) ?? -1;
  return row?.cells[index];
}

function put({ columns, cells }: SheetRow, column: number, value: string): void {
  const after = columns.findIndex((each) => each > column);
  const at = after < 0 ? columns.length : after;
  columns.splice(at, 0, column);
  cells.splice(at, 0, value);
}

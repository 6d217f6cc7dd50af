import { CsvError, parse } from 'csv-parse/sync';
import { Unreadable } from './reader.ts';

/**
 * The cells of one row (RFC 4180). The parser is asked where quotation marks are not as they should be: of the others,
 * one by one, it would cost three times what it costs on a whole file.
 */
export function cellsOf(row: string, delimiter: string): readonly string[] {
  if (!row.includes('"')) return row.split(delimiter);
  const plain = plainCells(row, delimiter);
  if (plain) return plain;
  try {
    const rows: readonly (readonly string[])[] = parse(row, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: recordEnds,
    });
    const [cells] = rows;
    if (cells && rows.length === 1) return cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  throw unclosed();
}

function unclosed(): Unreadable {
  return new Unreadable({
    fr: 'guillemet ouvert qui n’est pas fermé, ou fermé au milieu d’une cellule',
    en: 'a quotation mark that is opened and not closed, or closed inside a cell',
  });
}

/** Cells that are quoted whole or begin with no mark, whose marks are then characters; undefined when one is neither. */
function plainCells(row: string, delimiter: string): readonly string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    let end = at;
    if (row.charCodeAt(at) === quote) {
      const close = closingQuote(row, at);
      end = close + 1;
      if (close < 0) throw unclosed();
      if (end < row.length && row[end] !== delimiter) return undefined;
      const inside = row.slice(at + 1, close);
      cells.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside);
    } else {
      const next = row.indexOf(delimiter, at);
      end = next < 0 ? row.length : next;
      const cell = row.slice(at, end);
      if (cell.includes('\n')) return undefined;
      cells.push(cell);
    }
    if (end >= row.length) return cells;
    at = end + 1;
  }
}

const recordEnds = ['\r\n', '\n'];

/** The cells of what may be no row at all. */
export function triedCells(row: string, delimiter: string): readonly string[] {
  try {
    return cellsOf(row, delimiter);
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}

const quote = 0x22;

/** Where each row begins and ends, without its line end. */
export function* rowsFrom(
  text: string,
  from: number,
  delimiter: string,
  lineEnd: string,
): Iterable<readonly [start: number, end: number]> {
  let nextQuote = text.indexOf('"', from);
  for (let start = from; start < text.length; ) {
    let end = lineEndAt(text, start, lineEnd);
    if (nextQuote >= 0 && nextQuote < start) nextQuote = text.indexOf('"', start);
    if (nextQuote >= 0 && nextQuote < end) end = quotedEnd(text, start, end, delimiter, lineEnd);
    yield [start, text[end - 1] === '\r' && end > start ? end - 1 : end];
    start = end + 1;
  }
}

/** Where a row with quotation marks ends; its first line end when a mark is not closed as it should be. */
function quotedEnd(
  text: string,
  start: number,
  firstEnd: number,
  delimiter: string,
  lineEnd: string,
): number {
  const part = delimiter.charCodeAt(0);
  const stop = lineEnd.charCodeAt(0);
  let at = start;
  for (;;) {
    const isQuoted = text.charCodeAt(at) === quote;
    if (isQuoted) {
      const close = closingQuote(text, at);
      if (close < 0) return firstEnd;
      const after = text.charCodeAt(close + 1);
      const isClosed =
        Number.isNaN(after) || after === part || after === stop || (after === 0x0d && stop === 0x0a);
      // In the middle of a line it is one more character of the cell.
      if (!isClosed && close > firstEnd) return firstEnd;
      at = close + 1;
    }
    while (at < text.length && text.charCodeAt(at) !== part && text.charCodeAt(at) !== stop) at += 1;
    if (at >= text.length || text.charCodeAt(at) === stop) return at;
    at += 1;
  }
}

function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== quote) return at;
  }
  return -1;
}

/** Files of old Macintosh programs end their lines with a carriage return alone. */
export const lineEndOf = (text: string) => (text.includes('\n') || !text.includes('\r') ? '\n' : '\r');

function lineEndAt(text: string, start: number, lineEnd: string): number {
  const end = text.indexOf(lineEnd, start);
  return end < 0 ? text.length : end;
}

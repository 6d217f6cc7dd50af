import { cellsOf, lineEndOf, rowsFrom, triedCells } from './csv-cells.ts';
import { type Column, columnOf, fieldOf } from './csv-headings.ts';
import { type Piece, Unreadable } from './reader.ts';

const delimiters = [',', ';', '\t', '|'] as const;
/** No table of the field has more headings; each record carries them. */
const longestHeading = 32_768;
/** Lines above the headings that a spreadsheet may begin with. */
const mostAbove = 20;

/** The line of headings in a text, and how its cells are parted. */
interface HeadingLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly delimiter: string;
  /** How many of its cells name different fields. */
  readonly known: number;
  readonly cells: number;
}

/** JSON, XML, BibTeX, Refer, Markdown, YAML, RIS. */
const otherStart = /^[\s\ufeff]*(?:[[{<@%|#]|[A-Z][A-Z\d] {0,2}- |---)/;

/**
 * Whether a text is a table whose headings we know, at least two of them and half of all or four, and one of the rows
 * that follow has as many cells: a sentence may hold `titre, auteur, année` too.
 */
export function isTable(head: string): boolean {
  if (otherStart.test(head)) return false;
  const line = headingLine(head);
  if (line === undefined || line.known < 2 || (line.known < 4 && line.known * 2 < line.cells)) return false;
  const width = triedCells(line.text, line.delimiter).length;
  let rows = 0;
  for (const [start, end] of rowsFrom(head, line.end, line.delimiter, lineEndOf(head))) {
    const row = head.slice(start, end);
    if (!/\S/.test(row)) continue;
    if (end === head.length || triedCells(row, line.delimiter).length === width) return true;
    rows += 1;
    if (rows === mostAbove) return false;
  }
  return rows === 0;
}

/**
 * Cuts a table into its rows, each after the headings so that it can be read alone. A cell in quotation marks may hold
 * line breaks; one that never ends is cut with its line, so that it takes no other row with it.
 */
export function* cutTable(text: string): Iterable<Piece> {
  const headings = headingLine(text.slice(0, 4 * longestHeading));
  if (!headings) {
    if (/\S/.test(text)) yield { text, line: 1, kind: 'record' };
    return;
  }
  const above = text.slice(0, headings.start).replace(/^\ufeff?(?:sep=.\r?\n)?/i, '');
  if (/[^\s",;|]/.test(above)) yield { text: above, line: 1, kind: 'aside' };

  const lineEnd = lineEndOf(text);
  const rows = rowsFrom(text, headings.end, headings.delimiter, lineEnd);
  let line = 1 + count(text, lineEnd, 0, headings.end);
  let counted = headings.end;
  for (const [start, end] of rows) {
    line += count(text, lineEnd, counted, start);
    counted = start;
    const row = text.slice(start, end);
    if (!/[^\s",;|]/.test(row) || row === headings.text) continue;
    yield { text: `${headings.text}\n${row}`, line, kind: 'record' };
  }
}

/** A table's headings as understood, compiled once. */
export interface Table {
  readonly columns: readonly Column[];
  readonly delimiter: string;
}

/** The cells of a piece, and the columns that they stand in. */
export function rowOf(
  piece: Piece,
  own: Readonly<Record<string, string>> | undefined,
): { table: Table; cells: readonly string[] } {
  const { headings, table } = compiled(piece, own);
  const row = piece.text.slice(headings.length);
  const cells = cellsOf(row, table.delimiter);
  const { length } = table.columns;
  if (cells.length < length || cells.slice(length).some((cell) => cell.trim() !== '')) {
    throw new Unreadable({
      fr: `${cells.length} cellules pour ${length} colonnes ; vérifier les guillemets et les séparateurs de la ligne`,
      en: `${cells.length} cells for ${length} columns; check the quotation marks and separators of the row`,
    });
  }
  return { table, cells };
}

interface Compiled {
  /** With the line end after them. */
  readonly headings: string;
  readonly own: Readonly<Record<string, string>> | undefined;
  readonly table: Table;
}

// Every row of a file brings the same headings: those of the row before are kept, and nothing else.
let last: Compiled | undefined;

function compiled({ text }: Piece, own: Compiled['own']): Compiled {
  if (last && last.own === own && text.startsWith(last.headings)) return last;
  const line = headingLine(text.slice(0, longestHeading + 1), 1);
  if (!line) {
    throw new Unreadable({
      fr: 'aucune ligne d’en-têtes (au moins deux colonnes séparées par « , », « ; », « | » ou des tabulations)',
      en: 'no line of headings (at least two columns parted by “,”, “;”, “|” or tabs)',
    });
  }
  const columns = cellsOf(line.text, line.delimiter).map((heading) => columnOf(heading, own));
  last = { headings: `${line.text}\n`, own, table: { columns, delimiter: line.delimiter } };
  return last;
}

/** The best line of headings: the one with most known fields, else the first with two cells. */
function headingLine(text: string, lines: number = mostAbove): HeadingLine | undefined {
  const [mark = ''] = /^\ufeff?(?:sep=.\r?\n)?/i.exec(text) ?? [];
  const lineEnd = lineEndOf(text);
  let best: HeadingLine | undefined;
  for (const delimiter of delimiters) {
    let seen = 0;
    for (const [start, end] of rowsFrom(text, mark.length, delimiter, lineEnd)) {
      seen += 1;
      if (seen > lines) break;
      const line = text.slice(start, end);
      if (line.length > longestHeading || !line.includes(delimiter)) continue;
      const cells = triedCells(line, delimiter).filter((cell) => cell.trim() !== '');
      if (cells.length < 2) continue;
      const known = new Set(cells.map((cell) => fieldOf(cell)).filter((field) => field !== undefined)).size;
      const found = { text: line, start, end, delimiter, known, cells: cells.length };
      if (!best || known > best.known || (known === best.known && isBefore(found, best))) best = found;
    }
  }
  return best;
}

/** Of two lines that say as much, the earlier; of two readings of one, that with more cells. */
const isBefore = (a: HeadingLine, b: HeadingLine) =>
  a.start < b.start || (a.start === b.start && a.cells > b.cells);

function count(text: string, lineEnd: string, from: number, to: number): number {
  let found = 0;
  for (let at = text.indexOf(lineEnd, from); at >= 0 && at < to; at = text.indexOf(lineEnd, at + 1))
    found += 1;
  return found;
}

import { type NumberFormat, numberFormat } from './number-format.ts';
import { linkColumns, type Sheet, type SheetRow, sheetHandler, unescaped } from './sheet-rows.ts';
import { type XmlHandler, xmlTaker } from './xml-events.ts';
import { isZip, TooMuch, unzip } from './zip.ts';

/** A workbook as one table in CSV, and the names of sheets that are none of it. */
export interface WorkbookText {
  readonly text: string;
  readonly leftOut: readonly string[];
}

/** Whether bytes are an Office Open XML workbook (XLSX, XLSM). */
export function isWorkbook(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isZip(bytes) && view.includes('xl/workbook.xml');
}

/**
 * The first sheet with a line of headings, as CSV (RFC 4180), and after it the rows of those that have the same
 * headings. Cells say what the sheet shows: formulas their last result, dates as precisely as their format.
 */
export function workbookText(bytes: Uint8Array): WorkbookText {
  const sheets = sheetsOf(bytes).filter(({ rows }) => rows.length > 0);
  const first = sheets.find((sheet) => headingRow(sheet) !== undefined) ?? sheets[0];
  if (!first) return { text: '', leftOut: [] };
  const headings = headingsOf(first);
  const others = sheets.filter((sheet) => sheet !== first);
  const same = others.filter((sheet) => headings !== '' && headingsOf(sheet) === headings);
  const leftOut = others.filter((sheet) => !same.includes(sheet)).map(({ name }) => name);
  const more = same.map((sheet) => csvOf(sheet, headingRow(sheet)?.number ?? 0));
  return { text: [csvOf(first, 0), ...more].join(''), leftOut };
}

interface Parts {
  readonly sheets: { name: string; id: string }[];
  readonly strings: string[];
  readonly formats: (NumberFormat | undefined)[];
  readonly relations: Map<string, Map<string, string>>;
  is1904: boolean;
}

const bookPart = 'xl/workbook.xml';

/** The archive is walked twice, for what cells refer to may come after them. */
function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const parts: Parts = { sheets: [], strings: [], formats: [], relations: new Map(), is1904: false };
  unzip(bytes, (name) => {
    const handler = partHandler(name, parts);
    return handler && xmlTaker(handler);
  });
  const targets = parts.relations.get('xl/_rels/workbook.xml.rels') ?? new Map<string, string>();
  const files = parts.sheets.map(({ name, id }) => ({ name, file: pathOf(targets.get(id) ?? '') }));
  const sheets = new Map<string, Sheet>();
  unzip(bytes, (name) => {
    const found = files.find(({ file }) => file === name && /(?:^|\/)worksheets\//.test(file));
    if (!found || sheets.has(name)) return undefined;
    const sheet: Sheet = { name: found.name, rows: [] };
    sheets.set(name, sheet);
    const links = parts.relations.get(name.replace(/([^/]+)$/, '_rels/$1.rels')) ?? new Map<string, string>();
    return xmlTaker(sheetHandler(sheet, { ...parts, targets: links }));
  });
  return files.flatMap(({ file }) => sheets.get(file) ?? []);
}

const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

function partHandler(name: string, parts: Parts): XmlHandler | undefined {
  if (name === bookPart) return bookHandler(parts);
  if (/^xl\/sharedStrings\d*\.xml$/i.test(name)) return stringsHandler(parts);
  if (/^xl\/styles\d*\.xml$/i.test(name)) return stylesHandler(parts);
  return /^xl\/(?:worksheets\/)?_rels\/[^/]+\.rels$/.test(name) ? relationsHandler(name, parts) : undefined;
}

function bookHandler(parts: Parts): XmlHandler {
  return {
    open(name, attribute) {
      if (name === 'sheet') parts.sheets.push({ name: attribute('name') ?? '', id: attribute('id') ?? '' });
      else if (name === 'workbookPr') parts.is1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
    },
  };
}

function relationsHandler(file: string, { relations }: Parts): XmlHandler {
  const targets = new Map<string, string>();
  relations.set(file, targets);
  return {
    open(name, attribute) {
      if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
    },
  };
}

/** Texts with their parts in different type joined, without how they are pronounced. */
function stringsHandler({ strings }: Parts): XmlHandler {
  let words = '';
  let [isText, isPhonetic] = [false, false];
  return {
    open(name) {
      if (name === 'si') words = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text(said) {
      if (isText) words += said;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') strings.push(unescaped(words));
    },
  };
}

function stylesHandler({ formats }: Parts): XmlHandler {
  const codes = new Map<number, string>();
  let isOfCells = false;
  return {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) {
        const id = Number(attribute('numFmtId') ?? 0);
        formats.push(numberFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  };
}

/** The first row of two texts or more that rows follow. */
function headingRow({ rows }: Sheet): SheetRow | undefined {
  return rows.slice(0, -1).find(({ cells, hasNumbers }) => cells.length > 1 && !hasNumbers);
}

function headingsOf(sheet: Sheet): string {
  const row = headingRow(sheet);
  return row === undefined ? '' : lineOf(row, usedColumns(sheet), row);
}

const usedColumns = ({ rows }: Sheet): readonly number[] =>
  [...new Set(rows.flatMap(({ columns }) => columns))].sort((a, b) => a - b);

/** More than Node holds in one text, with room for what is made of it. */
const longest = 256 * 1024 * 1024;

/** The rows below a row, each on the line of its number as long as no cell holds a line break. */
function csvOf(sheet: Sheet, below: number): string {
  const columns = usedColumns(sheet);
  const headings = headingRow(sheet);
  let text = '';
  let line = below + 1;
  for (const row of sheet.rows) {
    if (row.number <= below) continue;
    if (below === 0) text += '\n'.repeat(Math.max(0, row.number - line));
    text += `${lineOf(row, columns, headings)}\n`;
    line = row.number + 1;
    if (text.length > longest) throw new TooMuch();
  }
  return text;
}

/** One row; a column of links is headed by the heading of the cells that the links are on. */
function lineOf(row: SheetRow, columns: readonly number[], headings: SheetRow | undefined): string {
  let at = 0;
  const cells = columns.map((column) => {
    const isSaid = row.columns[at] === column;
    const words = isSaid ? (row.cells[at] ?? '') : '';
    if (isSaid) at += 1;
    if (row !== headings || column <= linkColumns) return words;
    const linked = row.columns.indexOf(column - linkColumns);
    return `${row.cells[linked] ?? ''} → url`.trim();
  });
  return cells.map(quoted).join(',');
}

const quoted = (words: string) =>
  /[",\r\n;|\t]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;

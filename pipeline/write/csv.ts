import { guarded } from '../base/table-cell.ts';
import { csvCarries } from './csv-carries.ts';
import { csvColumns, headingOf } from './csv-columns.ts';
import type { Writer } from './writer.ts';

/**
 * A table for spreadsheets, one row a work (RFC 4180 but for the signs named here). Its headings are French, and so it is
 * parted by semicolons, as French spreadsheets open it; the byte order mark makes Excel show the accents. Lines end in a
 * line feed like those of our other formats.
 */
export const csv: Writer = {
  name: 'csv',
  aliases: ['table'],
  title: {
    fr: 'Tableau pour tableurs (CSV, point-virgule)',
    en: 'Table for spreadsheets (CSV, semicolons, French headings)',
  },
  mediaType: 'text/csv',
  extension: '.csv',
  takes: 'works',
  carries: csvCarries,
  lines: false,

  open: async () => ({
    head: `\ufeff${row(csvColumns.map(headingOf))}`,
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      return row(csvColumns.map(({ of }) => of(work) ?? ''));
    },
    between: '',
    tail: '',
  }),
};

const row = (cells: readonly string[]) => `${cells.map(cell).join(';')}\n`;

// Signs that other programs part cells at are quoted too.
function cell(text: string): string {
  const words = guarded(text);
  return /[";,|\t\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

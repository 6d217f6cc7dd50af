import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/**
 * A matrix of equal meanings: one row for each meaning, one column for each vocabulary. A cell `a|b` reads both and
 * writes the first. The first column holds the model's own words.
 */
export interface CodeList {
  readonly columns: readonly string[];
  /** The model's words, in the order of the file. */
  readonly terms: readonly string[];
  /** The model's word for a code of a vocabulary; letter case is ignored. */
  read(column: string, code: string): string | undefined;
  /** The code of a vocabulary for the model's word. */
  write(column: string, term: string): string | undefined;
}

const lists = new Map<string, CodeList>();

/** The code list `ontology/<name>.csv`, read once. */
export function codeList(name: string): CodeList {
  const known = lists.get(name);
  if (known) return known;
  const list = parseCodeList(readFileSync(ontologyFile(`${name}.csv`), 'utf8'));
  lists.set(name, list);
  return list;
}

/** A file of `ontology/`, which the package carries beside the program. */
export function ontologyFile(name: string): URL {
  return new URL(`../../ontology/${name}`, import.meta.url);
}

/** The code list in a CSV text with a heading line. */
export function parseCodeList(csv: string): CodeList {
  const [columns = [], ...rows] = parse(csv) as string[][];
  const reading = new Map(columns.map((column) => [column, new Map<string, string>()]));
  const writing = new Map(columns.map((column) => [column, new Map<string, string>()]));

  for (const row of rows) {
    const term = row[0] ?? '';
    for (const [index, column] of columns.entries()) {
      for (const [rank, code] of (row[index] ?? '').split('|').filter(Boolean).entries()) {
        const known = reading.get(column);
        // The first row that claims a code reads it, so that a later, narrower row may share it on the way out.
        if (!known?.has(code.toLowerCase())) known?.set(code.toLowerCase(), term);
        if (rank === 0) writing.get(column)?.set(term, code);
      }
    }
  }

  return {
    columns,
    terms: rows.map((row) => row[0] ?? ''),
    read: (column, code) => reading.get(column)?.get(code.trim().toLowerCase()),
    write: (column, term) => writing.get(column)?.get(term),
  };
}

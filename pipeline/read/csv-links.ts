import type { DraftIdentifier } from '../base/draft.ts';
import type { Link } from '../base/work.ts';
import { identifiersIn } from './csv-people.ts';
import { type Row, takeCells } from './csv-row.ts';
import { bareDoi } from './doi.ts';

/** What identifies a row's work. */
export interface RowIdentifiers {
  /** An id that this program gave, and that came back in a table. */
  readonly id?: string | undefined;
  readonly all: readonly DraftIdentifier[];
}

const schemes = ['doi', 'hal', 'pmid', 'pmcid', 'arxiv', 'nnt', 'ark', 'handle', 'wos', 'openalex'].map(
  (scheme) => [scheme, `identifiers.${scheme}`] as const,
);
const ourId = /^work\/[^\s|]+$/;
// A DOI may hold semicolons (I1).
const beforeDoi = /[\s;|,]+(?=(?:https?:\/\/\S{0,60}?)?10\.\d{4})/i;

export function identifiersOf(row: Row): RowIdentifiers {
  const found = new Map<string, DraftIdentifier>();
  const add = (scheme: string | undefined, value: string) => {
    const key = `${scheme} ${(scheme === 'doi' ? bareDoi(value) : undefined) ?? value}`;
    if (!found.has(key)) found.set(key, scheme === undefined ? { value } : { scheme, value });
  };
  for (const [scheme, field] of schemes) {
    for (const { words } of takeCells(row, field)) {
      for (const value of words.split(scheme === 'doi' ? beforeDoi : /[\s;|]+(?=\S)/))
        if (isSaid(value, scheme)) add(scheme, value.replace(/[;|]$/, ''));
    }
  }
  let id: string | undefined;
  for (const cell of [...takeCells(row, 'id'), ...takeCells(row, 'identifiers')]) {
    if (ourId.test(cell.words)) {
      id ??= cell.words;
      continue;
    }
    for (const words of cell.words.split(/[\s;|]+/)) {
      const [known] = identifiersIn(words);
      if (known?.scheme !== undefined) add(known.scheme, known.value);
      else if (bareDoi(words) !== undefined || /^https?:\/\//i.test(words)) add(undefined, words);
      else row.left.push({ ...cell, words });
    }
  }
  return { id, all: [...found.values()] };
}

/** `doi: 10.…` is parted at its space. */
const isSaid = (value: string, scheme: string) => value.replace(/:$/, '').toLowerCase() !== scheme;

const linkFields: readonly (readonly [field: string, role: Link['role']])[] = [
  ['links.landing', 'landing'],
  ['links.fulltext', 'fulltext'],
  ['links.publisher', 'publisher'],
  ['links.other', 'other'],
];

/** The addresses; one at doi.org of the work's own DOI is the DOI again. */
export function linksOf(row: Row, { all }: RowIdentifiers): readonly Link[] {
  const dois = new Set(all.flatMap(({ scheme, value }) => (scheme === 'doi' ? (bareDoi(value) ?? []) : [])));
  const links = new Map<string, Link>();
  for (const [field, role] of linkFields) {
    for (const { words } of takeCells(row, field)) {
      for (const url of words.split(/[;|,\s]+(?=https?:\/\/)/i)) {
        const doi = bareDoi(url);
        if (doi !== undefined && dois.has(doi)) continue;
        if (!links.has(url)) links.set(url, { role, url });
      }
    }
  }
  return [...links.values()];
}

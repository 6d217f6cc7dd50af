import type { Identifier, Link, Work } from '../base/work.ts';
import { isbnIn, isInBook } from './csv-place.ts';

/** The schemes that have a column of their own. */
export const columnSchemes = [
  ...(['doi', 'hal', 'pmid', 'pmcid', 'arxiv', 'nnt', 'ark', 'handle', 'wos', 'openalex'] as const),
];

const inColumn: ReadonlySet<string> = new Set(columnSchemes);
const plainValue = /^(?!\/\/)[^\s;|]+$/;

/** Where an identifier stands: in the column of its scheme, or as `scheme:value` among the others; else it is lost. */
export function placeOfIdentifier(
  work: Work,
  { scheme, value }: Identifier,
): 'column' | 'others' | undefined {
  if (scheme === 'doi' && /^10\.\d{4}\S*$/.test(value) && !/[;|,]10\.\d{4}/.test(value)) return 'column';
  if (scheme === 'isbn' && !isInBook(work) && isbnIn(work).includes(value)) return 'column';
  if (!plainValue.test(value)) return undefined;
  if (inColumn.has(scheme)) return 'column';
  return /^[a-z][a-z\d-]*$/.test(scheme) ? 'others' : undefined;
}

export function identifiersIn(work: Work, scheme: string): readonly string[] {
  const own = work.identifiers.filter(
    (each) => each.scheme === scheme && placeOfIdentifier(work, each) === 'column',
  );
  return [...new Set(own.map(({ value }) => value))];
}

export function otherIdentifiers(work: Work): readonly string[] {
  const others = work.identifiers.filter((each) => placeOfIdentifier(work, each) === 'others');
  return [...new Set(others.map(({ scheme, value }) => `${scheme}:${value}`))];
}

type LinkColumn = 'landing' | 'fulltext' | 'publisher' | 'other';
const linkColumns: readonly LinkColumn[] = ['landing', 'fulltext', 'publisher', 'other'];

export function linkColumn({ role }: Link): LinkColumn {
  return linkColumns.find((column) => column === role) ?? 'other';
}

const doiAddress = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i;

/** The addresses that are written: each once, and no DOI that has its own column. */
export function writtenLinks(work: Work): readonly Link[] {
  const dois = new Set(identifiersIn(work, 'doi').map((value) => value.toLowerCase()));
  const seen = new Set<string>();
  const ordered = linkColumns.flatMap((column) => work.links.filter((link) => linkColumn(link) === column));
  return ordered.filter(({ url }) => {
    if (!/^https?:\/\//i.test(url) || /[;|,\s]https?:\/\//i.test(url)) return false;
    if (dois.has(doiAddress.exec(url)?.[1]?.toLowerCase() ?? '') || seen.has(url)) return false;
    seen.add(url);
    return true;
  });
}

export function linksIn(work: Work, column: LinkColumn): readonly string[] {
  return writtenLinks(work)
    .filter((link) => linkColumn(link) === column)
    .map(({ url }) => url);
}

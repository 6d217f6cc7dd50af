import type { DraftIdentifier } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import type { Link } from '../base/work.ts';
import { bareDoi } from './doi.ts';
import { leave, type RisRecord, take } from './ris-record.ts';

/** What identifies the work: its DOI, wherever it stands, and what a database numbers it with. */
export function identifiersOf(record: RisRecord): readonly DraftIdentifier[] {
  const dois = new Map(take(record, 'DO').map((value) => [bareDoi(value) ?? value, value]));
  const isSaid = dois.size > 0;
  for (const tag of ['M3', 'N1', 'L3', 'UR', 'LK']) {
    for (const value of take(record, tag)) {
      const doi = bareDoi(value);
      // Another DOI than the work's own may be that of its book or of a related work.
      if (doi === undefined || (isSaid && !dois.has(doi))) putBack(record, tag, value);
      else if (!isSaid) dois.set(doi, value);
    }
  }
  return [...[...dois.values()].map((value) => ({ scheme: 'doi', value })), ...numbered(record)];
}

function putBack({ tags }: RisRecord, tag: string, value: string): void {
  const values = tags.get(tag);
  if (values) values.push(value);
  else tags.set(tag, [value]);
}

// biome-ignore format: a table
const databases: readonly (readonly [database: RegExp, number: RegExp, scheme: string])[] = [
  [/^(?:pubmed|medline|ncbi|nlm)\b/i, /^\d{1,9}$/,                       'pmid'],
  [/^/,                               /^PMC\d{1,9}$/i,                   'pmcid'],
  [/^/,                               /^WOS:[A-Z\d]+$/i,                 'wos'],
  [/^/,                               /^arxiv:\S+$/i,                    'arxiv'],
  [/^hal\b/i,                         /^[a-z]+-\d{8}(?:v\d+)?$/i,        'hal'],
  [/^theses\.fr\b/i,                  /^\d{4}[A-Z]{2,4}[A-Z\d]{4,6}$/i, 'nnt'],
];
/** Names that say nothing more than the scheme of the number does. */
const sameNames = /^(?:PubMed|arXiv|HAL|theses\.fr|Web of Science)$/i;
/** `23690738[pmid]`, as PubMed exports its own numbers. */
const labelled = /^(\S+)\[(pmid|pmcid|doi)\]$/i;

function numbered(record: RisRecord): readonly DraftIdentifier[] {
  const database = [...(record.tags.get('DB') ?? []), ...(record.tags.get('DP') ?? [])].join(' ');
  const found = new Map<string, DraftIdentifier>();
  const add = (scheme: string, value: string) => found.set(`${scheme} ${value}`, { scheme, value });
  for (const value of take(record, 'AN')) {
    const known = databases.find(([name, number]) => name.test(database) && number.test(value));
    if (known) add(known[2], value);
    else leave(record, 'AN', value);
  }
  if (found.size > 0 && sameNames.test(database)) take(record, 'DB');
  // EndNote's place for a PMCID.
  for (const value of take(record, 'C2')) {
    if (/^PMC\d{1,9}$/i.test(value)) add('pmcid', value);
    else leave(record, 'C2', value);
  }
  for (const tag of ['U1', 'U2', 'U3', 'U4', 'U5']) {
    for (const value of take(record, tag)) {
      const [, number, scheme] = labelled.exec(value) ?? [];
      if (number !== undefined && scheme !== undefined) add(scheme.toLowerCase(), number);
      else leave(record, tag, value);
    }
  }
  return [...found.values()];
}

// biome-ignore format: a table
const linkTags: readonly (readonly [tag: string, role: Link['role']])[] = [
  ['UR', 'landing'],
  ['L1', 'fulltext'],
  ['L2', 'fulltext'],
  ['L3', 'other'],
  ['L4', 'other'],
  ['LK', 'other'],
];

/** The addresses, several of which may stand on one line; files of the person's own machine are left. */
export function linksOf(record: RisRecord): readonly Link[] {
  const links = new Map<string, Link>();
  for (const [tag, role] of linkTags) {
    for (const url of take(record, tag).flatMap((words) => words.split(/[;\s]\s*(?=https?:\/\/)/i))) {
      if (tag !== 'UR' && !isWebAddress(url)) leave(record, tag, url);
      else if (!links.has(url)) links.set(url, { role, url });
    }
  }
  return [...links.values()];
}

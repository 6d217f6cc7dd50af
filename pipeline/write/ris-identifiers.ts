import { isWebAddress } from '../base/iri.ts';
import type { Identifier, Link, Work } from '../base/work.ts';
import { risType } from './ris-type.ts';
import type { Tag } from './ris-words.ts';

/** A number in a database, as readers of RIS know it: which database, and what its numbers look like. */
// biome-ignore format: a table
const databases: readonly (readonly [scheme: string, database: string | undefined, number: RegExp, before: string])[] = [
  ['pmid',  'PubMed',         /^\d{1,9}$/,                       ''],
  ['hal',   'HAL',            /^[a-z]+-\d{8}$/,                  ''],
  ['nnt',   'theses.fr',      /^\d{4}[A-Z]{2,4}[A-Z\d]{4,6}$/,   ''],
  ['arxiv', 'arXiv',          /^\S+$/,                           'arXiv:'],
  ['wos',   'Web of Science', /^WOS:[A-Z\d]+$/,                  ''],
];

interface Accession {
  readonly identifier: Identifier;
  readonly database: string | undefined;
  readonly words: string;
}

/** The number of the record in one database: `AN` and `DB` hold one each. */
export function accessionOf({ identifiers }: Work): Accession | undefined {
  for (const [scheme, database, number, before] of databases) {
    const identifier = identifiers.find((each) => each.scheme === scheme && number.test(each.value));
    if (identifier) return { identifier, database, words: before + identifier.value };
  }
  return undefined;
}

/** Zotero keeps the last DOI of several: the first alone is written, bare (I1). */
export const doiOf = ({ identifiers }: Work): Identifier | undefined =>
  identifiers.find(({ scheme, value }) => scheme === 'doi' && bareDoi.test(value));

/** EndNote has the PMCID of a journal article in `C2`, which is something else in other types. */
export function pmcidOf({ type, identifiers }: Work): Identifier | undefined {
  if (risType(type).code !== 'JOUR') return undefined;
  return identifiers.find(({ scheme, value }) => scheme === 'pmcid' && /^PMC\d{1,9}$/.test(value));
}

const bareDoi = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;
const doiAddress = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s?)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i;

/** The DOI that a text is and nothing else. */
export const doiIn = (text: string) => doiAddress.exec(text.trim())?.[1]?.toLowerCase();

/** A link and the tag that says what it is. */
export interface RisLink {
  readonly link: Link;
  readonly tag: string;
  /** The role that it comes back with. */
  readonly role: Link['role'];
}

const order = ['UR', 'L1', 'L2', 'LK'];

/** Each address once. The address of a DOI is the DOI again to every reader, and one without a DOI beside it becomes it. */
export function linksOf(work: Work): readonly RisLink[] {
  const doi = doiOf(work)?.value.toLowerCase();
  const all = work.links.flatMap((link): readonly RisLink[] => {
    const { tag, role } = tagOf(link);
    const itsDoi = doiIn(link.url);
    const isDoi =
      itsDoi !== undefined && tag !== 'L1' && tag !== 'L2' && (doi === undefined || itsDoi === doi);
    const isOne = !/[;\s]\s*https?:\/\//i.test(link.url);
    return isOne && !isDoi && (tag === 'UR' || isWebAddress(link.url)) ? [{ link, tag, role }] : [];
  });
  const seen = new Set<string>();
  return order.flatMap((tag) =>
    all.filter((each) => {
      if (each.tag !== tag || seen.has(each.link.url)) return false;
      seen.add(each.link.url);
      return true;
    }),
  );
}

function tagOf({ role, mediaType }: Link): Pick<RisLink, 'tag' | 'role'> {
  if (role === 'landing' || role === 'publisher') return { tag: 'UR', role: 'landing' };
  if (role === 'fulltext') return { tag: mediaType === 'text/html' ? 'L2' : 'L1', role };
  return { tag: 'LK', role: 'other' };
}

export function identifierTags(work: Work): readonly Tag[] {
  const accession = accessionOf(work);
  return [
    ['DO', doiOf(work)?.value],
    ['DB', accession?.database],
    ['AN', accession?.words],
    ['C2', pmcidOf(work)?.value],
    ...linksOf(work).map(({ tag, link }): Tag => [tag, link.url]),
  ];
}

import { encodeIriPart } from '../base/iri.ts';
import type { Identifier, Iri } from '../base/work.ts';

/** How DataCite's records spell a scheme, where it lives, and whether they give the whole address. */
interface Spelling {
  readonly label: string;
  readonly uri?: string | undefined;
  readonly isAddress?: true | undefined;
}

const spellings: ReadonlyMap<string, Spelling> = new Map<string, Spelling>([
  ['orcid', { label: 'ORCID', uri: 'https://orcid.org', isAddress: true }],
  ['ror', { label: 'ROR', uri: 'https://ror.org', isAddress: true }],
  ['isni', { label: 'ISNI', uri: 'https://isni.org', isAddress: true }],
  ['viaf', { label: 'VIAF', uri: 'http://viaf.org' }],
  ['wikidata', { label: 'Wikidata', uri: 'https://www.wikidata.org' }],
  ['grid', { label: 'GRID' }],
  ['idref', { label: 'IdRef', uri: 'https://www.idref.fr' }],
  ['idhal', { label: 'IdHAL' }],
  ['rnsr', { label: 'RNSR' }],
  ['doi', { label: 'DOI' }],
  ['hal', { label: 'HAL' }],
  ['handle', { label: 'Handle' }],
  ['ark', { label: 'ARK' }],
  ['arxiv', { label: 'arXiv' }],
  ['pmid', { label: 'PMID' }],
  ['pmcid', { label: 'PMCID' }],
  ['isbn', { label: 'ISBN' }],
  ['issn', { label: 'ISSN' }],
  ['url', { label: 'URL' }],
  ['nnt', { label: 'NNT' }],
  ['oai', { label: 'OAI' }],
  ['openalex', { label: 'OpenAlex' }],
  // The word of DataCite's lists for what is in none of them.
  ['unknown', { label: 'Other' }],
]);

/** An identifier in words: its value, its scheme, and where the scheme lives. */
export interface Spelt {
  readonly value: string;
  readonly scheme: string;
  readonly schemeUri?: string | undefined;
}

/** An identifier as DataCite's records spell it. */
export function spelt({ scheme, value, iri }: Identifier): Spelt {
  const { label, uri, isAddress } = spellings.get(scheme) ?? { label: scheme };
  return { value: isAddress && iri !== undefined ? iri : value, scheme: label, schemeUri: uri };
}

/** A scheme that calls itself `other` says nothing that DataCite's own `Other` does not: it comes back unknown. */
export function isSchemeSaid(identifier: Identifier | undefined): boolean {
  return identifier !== undefined && identifier.scheme !== 'other';
}

/** Of each identifier whether it has not come yet; the record says each once. */
export function areNew(ids: readonly Identifier[]): readonly boolean[] {
  const seen = new Set<string>();
  return ids.map(({ scheme, value }) => seen.size < seen.add(`${scheme} ${value}`).size);
}

const best = ['ror', 'isni', 'grid', 'orcid', 'wikidata', 'idref'];

/** Of the identifiers of an organisation the one that is read most, where DataCite has room for one. */
export function chosen(ids: readonly Identifier[]): Identifier | undefined {
  return ids.toSorted((a, b) => rank(a) - rank(b))[0];
}

const rank = ({ scheme }: Identifier) => (best.includes(scheme) ? best.indexOf(scheme) : best.length);

/** What a related identifier is: a value and its type, a word of DataCite's list. */
export interface Pointer {
  readonly value: string;
  readonly type: string;
}

const forms: readonly (readonly [type: string, form: RegExp])[] = [
  ['DOI', /^https:\/\/doi\.org\/(10\.\d{4,9}(?:\.\d+)*\/\S+)$/],
  ['arXiv', /^https:\/\/arxiv\.org\/abs\/(\d{4}\.\d{4,5})$/],
  ['PMID', /^https:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/(\d{1,9})\/$/],
  ['Handle', /^https:\/\/hdl\.handle\.net\/(\d[\d.]*\/\S+)$/],
];

/** How DataCite points at an IRI; undefined for one that its list of types has no word for (`info:`). */
export function pointerTo(iri: Iri): Pointer | undefined {
  for (const [type, form] of forms) {
    const value = decoded(form.exec(iri)?.[1]);
    if (value !== undefined) return { value, type };
  }
  if (/^urn:/i.test(iri)) return { value: iri, type: 'URN' };
  return /^https?:/i.test(iri) ? { value: iri, type: 'URL' } : undefined;
}

/** A name without its percent signs, if these are the ones that its IRI needs and no others. */
function decoded(part: string | undefined): string | undefined {
  if (part === undefined || !part.includes('%')) return part;
  try {
    const value = decodeURIComponent(part);
    return encodeIriPart(value) === part ? value : undefined;
  } catch {
    // Bytes that are no UTF-8 are in the IRI as they are.
    return undefined;
  }
}

/** How DataCite points at a journal or book by one of its identifiers; undefined where it has no type for the scheme. */
export function pointerOf({ scheme, value, iri }: Identifier): Pointer | undefined {
  const label = pointerTypes.get(scheme);
  if (label !== undefined) return { value, type: label };
  return iri !== undefined && isTelling.has(scheme) ? { value: iri, type: 'URL' } : undefined;
}

const pointerTypes: ReadonlyMap<string, string> = new Map([
  ['doi', 'DOI'],
  ['handle', 'Handle'],
  ['ark', 'ARK'],
  ['arxiv', 'arXiv'],
  ['pmid', 'PMID'],
  ['issn', 'ISSN'],
  ['isbn', 'ISBN'],
]);
// Their addresses say whose they are.
const isTelling: ReadonlySet<string> = new Set([
  ...['url', 'hal', 'idref', 'viaf', 'openalex', 'wikidata', 'nnt', 'pmcid'],
]);

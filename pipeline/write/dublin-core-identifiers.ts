import { isFileAddress, isHalPage } from '../base/address-form.ts';
import { isIri } from '../base/iri.ts';
import type { Identifier, Link, Work } from '../base/work.ts';

/** Schemes whose IRI is what everybody knows, best known first. */
const resolved = ['doi', 'handle', 'hal', 'pmid', 'pmcid', 'arxiv', 'nnt', 'url'] as const;
/** Schemes that are checked: a value without an IRI failed, and is told to nobody (vocabularies section 5). */
const checked: ReadonlySet<string> = new Set([...resolved, 'isbn', 'issn', 'ark', 'openalex', 'wikidata']);

/** Pages about the work and places where it can be had, as opposed to what stands beside it. */
const own: ReadonlySet<Link['role']> = new Set(['landing', 'publisher', 'fulltext']);

/** Whether a link is to the work itself. */
export const isOwnLink = ({ role }: Link): boolean => own.has(role);

/** Addresses of the work: pages first, then identifiers with their resolvers, a DOI first, then files. */
export function addressesOf(work: Work, page: string | undefined): readonly string[] {
  const link = (role: Link['role']) => work.links.filter((each) => each.role === role).map(({ url }) => url);
  return [
    ...new Set([
      ...(page === undefined ? [] : [page]),
      ...link('landing'),
      ...identifierAddresses(work),
      ...link('publisher'),
      ...link('fulltext'),
    ]),
  ];
}

/** Identifiers that name the work wherever they are read. */
export function identifierAddresses({ identifiers, links }: Work): readonly string[] {
  const byScheme = resolved.flatMap((scheme) => identifiers.filter((each) => each.scheme === scheme));
  const others = identifiers.filter(({ scheme }) => ['ark', 'isbn', 'urn'].includes(scheme));
  return [...byScheme, ...others]
    .filter((each) => each.scheme !== 'hal' || !links.some(({ url }) => isPageOf(each, url)))
    .map(addressOf)
    .filter((address) => address !== undefined);
}

/** Whether an address is HAL's page of that identifier, of whatever version. */
export function isPageOf({ value }: Identifier, url: string): boolean {
  if (!isHalPage(url)) return false;
  const end = url.slice(url.lastIndexOf('/') + 1).toLowerCase();
  return end.startsWith(value.toLowerCase()) && /^(?:v\d+)?$/.test(end.slice(value.length));
}

function addressOf({ scheme, value, iri }: Identifier): string | undefined {
  if (scheme === 'urn') return isIri(value) ? value : undefined;
  if (iri === undefined) return undefined;
  // The hyphens of an ISBN, and the form of an ARK, are the source's own.
  if (scheme === 'isbn' && /^[\dXx-]+$/.test(value)) return `urn:isbn:${value}`;
  return scheme === 'ark' ? value : iri;
}

/** The others, with their scheme, as OpenAIRE 3 writes them: `info:eu-repo/semantics/altIdentifier/wos/000…`. */
export function otherIdentifiers({ identifiers }: Work): readonly string[] {
  return identifiers
    .filter(isOther)
    .map(({ scheme, value }) => `info:eu-repo/semantics/altIdentifier/${scheme}/${value}`);
}

export function isOther({ scheme, iri }: Identifier): boolean {
  if (scheme === 'unknown' || scheme === 'issn' || !/^[\w-]+$/.test(scheme)) return false;
  if (scheme === 'openalex' || scheme === 'wikidata') return iri !== undefined;
  return scheme !== 'urn' && !checked.has(scheme);
}

/** The role that the address alone shows. */
export function shownRole(url: string): 'landing' | 'fulltext' {
  return isFileAddress(url) ? 'fulltext' : 'landing';
}

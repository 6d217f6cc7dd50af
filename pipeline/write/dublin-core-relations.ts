import { isWebAddress } from '../base/iri.ts';
import { plainText } from '../base/plain-text.ts';
import type { Container, Link, Reference, Relation, RelationType, Work } from '../base/work.ts';
import { isOwnLink } from './dublin-core-identifiers.ts';
import { grantIri } from './grant-iri.ts';
import { decoded } from './percent.ts';

/** What a relation points to; a work of the same lab has no address here. */
export function targetOf({ target }: Relation): string | undefined {
  return target.id ?? target.citation;
}

/** Grants that have a name of their own. */
export function grantsOf({ funding }: Work): readonly string[] {
  return funding.flatMap((each) => grantIri(each) ?? []);
}

const doi = 'https://doi.org/';

/** `info:eu-repo/semantics/reference/doi/10.5555/cited`, for what the work cites (OpenAIRE 3); words alone have none. */
export function referenceName({ id }: Reference): string | undefined {
  if (id === undefined) return undefined;
  if (id.startsWith(doi)) return `info:eu-repo/semantics/reference/doi/${decoded(id.slice(doi.length))}`;
  return isWebAddress(id) ? `info:eu-repo/semantics/reference/url/${id}` : undefined;
}

/** Addresses of what stands beside the work. */
export function besides({ links }: Work): readonly string[] {
  return links.filter((link) => !isOwnLink(link)).map(besideName);
}

function besideName({ role, url }: Link): string {
  return role === 'dataset' ? `info:eu-repo/semantics/dataset/url/${url}` : url;
}

/** `Cahiers du LabAccès ; 4`. */
export function seriesLine({ series }: Pick<Container, 'series'>): string | undefined {
  if (!series) return undefined;
  return [plainText(series.title), series.number].filter(Boolean).join(' ; ');
}

const relationNames: Readonly<Partial<Record<RelationType, string>>> = {
  isPartOf: 'dcterms:isPartOf',
  hasPart: 'dcterms:hasPart',
  isVersionOf: 'dcterms:isVersionOf',
  hasVersion: 'dcterms:hasVersion',
  replaces: 'dcterms:replaces',
  isReplacedBy: 'dcterms:isReplacedBy',
  cites: 'dcterms:references',
  isCitedBy: 'dcterms:isReferencedBy',
};

/** The refinement for a relation; `relation` for those that the DCMI terms have no word for. */
export function relationName(type: RelationType): string {
  return relationNames[type] ?? 'dc:relation';
}

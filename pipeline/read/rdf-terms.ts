import { namespaces } from '../base/terms.ts';

/** Namespaces besides our own that publishers of bibliographic RDF use, and other spellings of ours. */
const foreign: Readonly<Record<string, readonly string[]>> = {
  schema: ['https://schema.org/'],
  prism: [
    'http://prismstandard.org/namespaces/1.2/basic/',
    'http://prismstandard.org/namespaces/basic/1.2/',
    'http://prismstandard.org/namespaces/basic/2.1/',
    'http://prismstandard.org/namespaces/basic/3.0/',
  ],
  fabio: ['http://purl.org/spar/fabio/'],
  cito: ['http://purl.org/spar/cito/'],
  pro: ['http://purl.org/spar/pro/'],
  marcrel: ['http://id.loc.gov/vocabulary/relators/', 'http://www.loc.gov/loc.terms/relators/'],
  rdau: ['http://rdaregistry.info/Elements/u/'],
  rdam: ['http://rdaregistry.info/Elements/m/'],
  rdac: ['http://rdaregistry.info/Elements/c/'],
  hal: ['http://data.archives-ouvertes.fr/schema/', 'https://data.archives-ouvertes.fr/schema/'],
  ore: ['http://www.openarchives.org/ore/terms/'],
  persee: ['http://data.persee.fr/ontology/persee-ontology/'],
  vcard: ['http://www.w3.org/2006/vcard/ns#', 'http://nwalsh.com/rdf/vCard#'],
  org: ['http://www.w3.org/ns/org#'],
  biro: ['http://purl.org/spar/biro/'],
};

const prefixOf: ReadonlyMap<string, string> = new Map([
  ...Object.entries(namespaces).map(([prefix, namespace]) => [namespace, prefix] as const),
  ...Object.entries(foreign).flatMap(([prefix, all]) => all.map((namespace) => [namespace, prefix] as const)),
]);

/** The vocabularies by whose IRIs a graph about publications is known. */
export const bibliographic: readonly string[] = [
  ...[namespaces.bibo, namespaces.dcterms, namespaces.dc],
  ...(foreign.fabio ?? []),
  ...(foreign.marcrel ?? []),
];

const keys = new Map<string, string>();
const mostKeys = 20_000;

/** `dcterms:title` for the IRI of a term, whatever the spelling of its namespace; an unknown term's own IRI. */
export function keyOf(iri: string): string {
  const known = keys.get(iri);
  if (known !== undefined) return known;
  const end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
  const prefix = prefixOf.get(iri.slice(0, end));
  const key = prefix === undefined ? iri : `${prefix}:${iri.slice(end)}`;
  if (keys.size >= mostKeys) keys.clear();
  keys.set(iri, key);
  return key;
}

/** What a thing is called. */
export const titleKeys: readonly string[] = [
  ...['dcterms:title', 'schema:name', 'dc:title', 'skos:prefLabel', 'rdfs:label'],
];

import type { DraftIdentifier } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import type { Link } from '../base/work.ts';
import { bareDoi } from './doi.ts';
import { isReference } from './rdf-graph.ts';
import { addresses, classes, iris, type Reading, saidBy, textOf, thing, word, words } from './rdf-node.ts';

const numbers: readonly (readonly [key: string, scheme: string])[] = [
  ['bibo:doi', 'doi'],
  ['prism:doi', 'doi'],
  ['bibo:pmid', 'pmid'],
  ['fabio:hasPubMedId', 'pmid'],
  ['fabio:hasPubMedCentralId', 'pmcid'],
  ['bibo:isbn', 'isbn'],
  ['bibo:isbn13', 'isbn'],
  ['bibo:isbn10', 'isbn'],
  ['prism:isbn', 'isbn'],
  ['schema:isbn', 'isbn'],
  ['bibo:handle', 'handle'],
  ['bibo:issn', 'issn'],
  ['hal:arxiv', 'arxiv'],
  ['hal:pubmed', 'pmid'],
  ['hal:pubmedcentral', 'pmcid'],
];

/**
 * The identifiers, each once: our graphs say each as a node (`schema:PropertyValue`), as a number, as a text and as an
 * address. The address of a work that is none of ours identifies it, too.
 */
export function identifiersOf(reading: Reading): readonly DraftIdentifier[] {
  const { work, base } = reading;
  const found = new Identifiers();
  for (const said of saidBy(work, 'schema:identifier')) {
    const node = isReference(said.value) ? thing(reading, said.value.id) : undefined;
    const value = node && word(node, 'schema:value');
    if (!node || value === undefined) continue;
    said.taken = true;
    classes(node);
    const scheme = word(node, 'schema:propertyID');
    found.add({ ...(scheme && { scheme }), value }, ...addresses(node, 'schema:url'));
  }
  for (const [key, scheme] of numbers) {
    for (const value of words(work, key)) found.add({ scheme, value });
  }
  for (const value of words(work, 'dcterms:identifier', 'dc:identifier', 'schema:identifier'))
    found.add({ value });
  const same = addresses(work, ...(base === undefined ? ['schema:sameAs', 'owl:sameAs'] : []));
  for (const value of same) found.add({ value });
  if (base === undefined && isWebAddress(work.id)) found.add({ value: work.id });
  takeKnown(reading, found);
  return found.all;
}

/** In our graphs `schema:sameAs` repeats the identifiers; what it says besides is a relation. */
function takeKnown({ work }: Reading, found: Identifiers): void {
  for (const said of saidBy(work, 'schema:sameAs')) {
    if (isReference(said.value) && found.has(said.value.id)) said.taken = true;
  }
}

class Identifiers {
  readonly all: DraftIdentifier[] = [];
  readonly #known = new Set<string>();

  add(identifier: DraftIdentifier, ...aliases: readonly string[]): void {
    const isNew = !this.has(identifier.value);
    for (const form of [identifier.value, ...aliases]) this.#known.add(formOf(form));
    if (isNew) this.all.push(identifier);
  }

  has(value: string): boolean {
    return this.#known.has(formOf(value));
  }
}

const resolvers =
  /^(?:https?:\/\/(?:hdl\.handle\.net\/|hal\.science\/|pubmed\.ncbi\.nlm\.nih\.gov\/|arxiv\.org\/abs\/|theses\.fr\/)|https?:\/\/www\.ncbi\.nlm\.nih\.gov\/pmc\/articles\/|urn:isbn:|https:\/\/portal\.issn\.org\/resource\/ISSN\/)/i;

/** The same for an identifier and its address; books and journals have numbers with and without hyphens. */
function formOf(value: string): string {
  const doi = bareDoi(decoded(value));
  if (doi !== undefined) return doi;
  const bare = value.replace(resolvers, '').replace(/\/$/, '').toLowerCase();
  if (!/^[\dx\s-]+$/.test(bare)) return bare;
  const digits = bare.replace(/[\s-]/g, '');
  // I4: ten digits and thirteen of one book differ in the first three and the last.
  if (digits.length === 13) return digits.slice(0, 12);
  return digits.length === 10 ? `978${digits.slice(0, 9)}` : digits;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Percent signs that are none of an encoding.
    return value;
  }
}

/** Pages and files. `schema:url` without `foaf:isPrimaryTopicOf` is, where both are used, the publisher's. */
export function linksOf(reading: Reading): readonly Link[] {
  const { work, base } = reading;
  const pages = addresses(work, 'foaf:isPrimaryTopicOf', 'foaf:page', 'schema:mainEntityOfPage');
  const urls = addresses(work, 'schema:url', 'bibo:uri', 'prism:url', 'foaf:homepage', 'fabio:hasURL');
  const landing = [...new Set([...pages, ...(base === undefined ? urls : [])])];
  const publisher = urls.filter((url) => !landing.includes(url));
  const files = addresses(
    work,
    'ore:aggregates',
    'dcterms:hasFormat',
    'schema:contentUrl',
    'dcat:downloadURL',
  );
  const others = addresses(work, 'rdfs:seeAlso');
  return [
    ...landing.map((url): Link => ({ role: 'landing', url })),
    ...publisher.map((url): Link => ({ role: 'publisher', url })),
    ...encodings(reading),
    ...files.map((url): Link => ({ role: 'fulltext', url })),
    ...others.map((url): Link => ({ role: 'other', url })),
  ];
}

/** `schema:encoding` → `schema:MediaObject` */
function encodings(reading: Reading): readonly Link[] {
  return saidBy(reading.work, 'schema:encoding', 'schema:associatedMedia').flatMap(
    (said): readonly Link[] => {
      const node = isReference(said.value) ? thing(reading, said.value.id) : undefined;
      const url = node && addresses(node, 'schema:contentUrl', 'schema:url')[0];
      if (!node || url === undefined) return [];
      said.taken = true;
      classes(node);
      const licence = iris(node, 'schema:license')[0];
      const link = {
        mediaType: word(node, 'schema:encodingFormat'),
        bytes: bytesOf(node),
        licence,
        checksum: word(node, 'schema:sha256'),
      };
      const stated = Object.fromEntries(Object.entries(link).filter(([, value]) => value !== undefined));
      return [{ role: 'fulltext', url, ...stated }];
    },
  );
}

/** `48213 B`; a size in other units is not exact and is left. */
function bytesOf(node: Parameters<typeof saidBy>[0]): number | undefined {
  const said = saidBy(node, 'schema:contentSize')[0];
  const digits = said && /^(\d{1,15})(?: ?B)?$/.exec(textOf(said.value)?.value ?? '')?.[1];
  if (!said || digits === undefined) return undefined;
  said.taken = true;
  return Number(digits);
}

import { isWebAddress } from '../base/iri.ts';
import type { Identifier, Issn, Link, RelationType, Work } from '../base/work.ts';
import { isPageOf } from './dublin-core-identifiers.ts';
import { decoded } from './percent.ts';
import { listElement, textElement, type Written } from './xml-element.ts';

/** A value with the type that says what it is. */
export interface Typed {
  readonly type: string;
  readonly value: string;
}

/** How the schema calls the schemes of works. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    doi: 'DOI',
    handle: 'Handle',
    ark: 'ARK',
    arxiv: 'arXiv',
    pmid: 'PMID',
    isbn: 'ISBN',
    bibcode: 'bibcode',
    wos: 'WOS',
    urn: 'URN',
    url: 'URL',
  }),
);
/** Schemes whose values are checked: one without an IRI failed (vocabularies section 5). */
const checked: ReadonlySet<string> = new Set([
  ...[
    'doi',
    'handle',
    'hal',
    'ark',
    'arxiv',
    'pmid',
    'pmcid',
    'nnt',
    'isbn',
    'issn',
    'openalex',
    'wikidata',
    'url',
  ],
]);

/** Whether an identifier is told to anybody. */
export function isTold({ scheme, value, iri }: Identifier): boolean {
  if (scheme === 'unknown' || scheme === 'issn') return false;
  // A number of a publisher that has the form of a DOI would be taken for one.
  return checked.has(scheme) ? iri !== undefined : !/^10\.\d{4}/.test(value);
}

/** All that identifies the work, the best first: DOI, handle, ARK, then its page, then what is only known somewhere. */
export function identifiersOf(work: Work, page: string | undefined): readonly Typed[] {
  const told = work.identifiers.filter(isTold);
  const best = ['doi', 'handle', 'ark'].flatMap((scheme) => told.filter((each) => each.scheme === scheme));
  const urls = [page, ...ofRole(work, 'landing'), ...ofRole(work, 'publisher')].filter(
    (url) => url !== undefined,
  );
  const rest = told.filter((each) => !best.includes(each));
  return [
    ...best.map(typed),
    ...[...new Set(urls)].map((value) => ({ type: 'URL', value })),
    ...rest.filter((each) => each.scheme !== 'hal' || !urls.some((url) => isPageOf(each, url))).map(typed),
  ];
}

const ofRole = ({ links }: Work, role: Link['role']) =>
  links.filter((link) => link.role === role).map(({ url }) => url);

function typed({ scheme, value, iri }: Identifier): Typed {
  if (scheme === 'hal' && iri !== undefined) return { type: 'URL', value: iri };
  return { type: names.get(scheme) ?? scheme, value };
}

/** The types that the one identifier of a record may have, as the guidelines spell them. */
const primary: ReadonlyMap<string, string> = new Map([
  ['DOI', 'DOI'],
  ['Handle', 'HANDLE'],
  ['ARK', 'ARK'],
  ['URN', 'URN'],
  ['URL', 'URL'],
]);

/** `datacite:identifier`, of which there is one: the first that the guidelines have a type for. */
export function identifier(work: Work, page: string | undefined): readonly Written[] {
  const first = identifiersOf(work, page).find(({ type }) => primary.has(type));
  return textElement('datacite:identifier', first?.value, { identifierType: primary.get(first?.type ?? '') });
}

/** All the others. */
export function alternateIdentifiers(work: Work, page: string | undefined): readonly Written[] {
  const all = identifiersOf(work, page);
  const first = all.find(({ type }) => primary.has(type));
  return listElement(
    'datacite:alternateIdentifiers',
    all
      .filter((each) => each !== first)
      .flatMap(({ type, value }) =>
        textElement('datacite:alternateIdentifier', value, { alternateIdentifierType: type }),
      ),
  );
}

const issnTypes = { electronic: 'EISSN', print: 'PISSN', linking: 'LISSN' } as const;
const issnType = ({ medium }: Issn) => (medium ? issnTypes[medium] : 'ISSN');

const relationTypes: Readonly<Partial<Record<RelationType, string>>> = {
  isPartOf: 'IsPartOf',
  hasPart: 'HasPart',
  isVersionOf: 'IsVersionOf',
  hasVersion: 'HasVersion',
  replaces: 'IsNewVersionOf',
  isReplacedBy: 'IsPreviousVersionOf',
  cites: 'Cites',
  isCitedBy: 'IsCitedBy',
  isSupplementTo: 'IsSupplementTo',
  isSupplementedBy: 'IsSupplementedBy',
  reviews: 'Reviews',
  isReviewedBy: 'IsReviewedBy',
  isIdenticalTo: 'IsIdenticalTo',
};

/** The type of a relation in the schema of the guidelines, which has none for the mere fact that there is one. */
export function relationType(type: RelationType): string | undefined {
  return relationTypes[type];
}

/** What the schema calls an IRI, and the value it wants; undefined for what it has no type for. */
export function typedIri(iri: string): Typed | undefined {
  const doi = /^https:\/\/doi\.org\/(10\..+)$/.exec(iri)?.[1];
  if (doi !== undefined) return { type: 'DOI', value: decoded(doi) };
  const isbn = /^urn:isbn:(.+)$/i.exec(iri)?.[1];
  if (isbn !== undefined) return { type: 'ISBN', value: isbn };
  if (/^urn:/i.test(iri)) return { type: 'URN', value: iri };
  return isWebAddress(iri) ? { type: 'URL', value: iri } : undefined;
}

/** The journal or book by its numbers, other works by their relation, and what is cited. */
export function relatedIdentifiers({ container, relations, references }: Work): readonly Written[] {
  const held = [
    ...(container?.issn ?? []).map((issn) => ({ type: issnType(issn), value: issn.value })),
    ...(container?.isbn ?? []).map((value) => ({ type: 'ISBN', value })),
    ...(container?.url === undefined ? [] : [{ type: 'URL', value: container.url }]),
  ];
  return listElement('datacite:relatedIdentifiers', [
    ...held.flatMap((each) => related(each, 'IsPartOf')),
    ...relations.flatMap(({ type, target }) => related(target.id && typedIri(target.id), relationType(type))),
    ...references.flatMap(({ id }) => related(id && typedIri(id), 'References')),
  ]);
}

function related(said: Typed | '' | undefined, relation: string | undefined): readonly Written[] {
  if (!said || relation === undefined) return [];
  return textElement('datacite:relatedIdentifier', said.value, {
    relatedIdentifierType: said.type,
    relationType: relation,
  });
}

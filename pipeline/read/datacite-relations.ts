import { encodeIriPart, isIri } from '../base/iri.ts';
import type { Iri, Issn, Reference, Relation, RelationType } from '../base/work.ts';
import { said } from './datacite-words.ts';
import { doiIri } from './doi.ts';
import { keep, keepOthers, keepWhole, type Part, partsOf, words } from './json-part.ts';

/** What a record says of other works, and the numbers of what it appeared in. */
export interface Related {
  readonly relations: readonly Relation[];
  readonly references: readonly Reference[];
  readonly issn: readonly Issn[];
  readonly isbn: readonly string[];
}

const types: ReadonlyMap<string, RelationType> = new Map(
  Object.entries<RelationType>({
    IsVersionOf: 'isVersionOf',
    HasVersion: 'hasVersion',
    IsTranslationOf: 'isTranslationOf',
    HasTranslation: 'hasTranslation',
    IsPartOf: 'isPartOf',
    IsPublishedIn: 'isPartOf',
    HasPart: 'hasPart',
    IsNewVersionOf: 'replaces',
    Obsoletes: 'replaces',
    IsPreviousVersionOf: 'isReplacedBy',
    IsObsoletedBy: 'isReplacedBy',
    Cites: 'cites',
    References: 'cites',
    IsCitedBy: 'isCitedBy',
    IsReferencedBy: 'isCitedBy',
    IsSupplementTo: 'isSupplementTo',
    IsSupplementedBy: 'isSupplementedBy',
    Reviews: 'reviews',
    IsReviewedBy: 'isReviewedBy',
    IsIdenticalTo: 'isIdenticalTo',
  }),
);
const containing: ReadonlySet<string> = new Set(['IsPartOf', 'IsPublishedIn']);
const known: ReadonlySet<string> = new Set(['relatedIdentifier', 'relatedIdentifierType', 'relationType']);

/** The related identifiers, and the related items that are no container, each other work once. */
export function relatedOf(record: Part, items: readonly Part[]): Related {
  const links: Link[] = items.flatMap((item) => itemLink(item) ?? []);
  const issn: Issn[] = [];
  const isbn: string[] = [];
  for (const part of partsOf(record, 'relatedIdentifiers')) {
    keepOthers(part, known);
    const value = said(part, 'relatedIdentifier');
    const kind = words(part, 'relatedIdentifierType');
    const number = containing.has(String(part.of.relationType)) ? kind?.toUpperCase() : undefined;
    const medium = media.get(number ?? '');
    if (value === undefined) for (const key of known) keep(part, key, part.of[key]);
    else if (number?.endsWith('ISSN')) issn.push({ value, medium });
    else if (number === 'ISBN') isbn.push(value);
    else links.push({ type: typeOf(part), target: target(value, kind) });
  }
  const each = once(links);
  return {
    relations: each.filter(({ type }) => type !== 'cites'),
    references: each.filter(({ type }) => type === 'cites').map((link) => link.target),
    issn,
    isbn,
  };
}

const media: ReadonlyMap<string, Issn['medium']> = new Map([
  ['EISSN', 'electronic'],
  ['LISSN', 'linking'],
]);

interface Link {
  readonly type: RelationType;
  readonly target: { readonly id?: Iri | undefined; readonly citation?: string | undefined };
}

/** The type of a link; a word that the model does not have is kept beside a link of no kind. */
function typeOf(part: Part): RelationType {
  const word = words(part, 'relationType');
  const type = types.get(word ?? '');
  if (type === undefined) keep(part, 'relationType', word);
  return type ?? 'isRelatedTo';
}

/** The first of several links to one work is the fuller one, for related items come first. */
function once(links: readonly Link[]): readonly Link[] {
  const found = new Map<string, Link>();
  for (const link of links) {
    const key = `${link.type} ${link.target.id ?? link.target.citation}`;
    if (!found.has(key)) found.set(key, link);
  }
  return [...found.values()];
}

const ofItem: ReadonlySet<string> = new Set([
  ...['relationType', 'relatedItemIdentifier', 'relatedItemIdentifierType', 'titles', 'creators'],
  ...['publicationYear', 'volume', 'issue', 'number', 'firstPage', 'lastPage', 'publisher', 'edition'],
]);
const ofItemOfNoType: ReadonlySet<string> = new Set([...ofItem, 'relatedItemType']);

/** A related item: its identifier, and its pieces in a row as its citation. */
function itemLink(part: Part): Link | undefined {
  const { id, citation } = itemTarget(part);
  const pieces = [
    ...wordsIn(part, 'creators', 'name'),
    words(part, 'publicationYear'),
    ...wordsIn(part, 'titles', 'title'),
    ...['volume', 'issue', 'number'].map((key) => words(part, key)),
    pagesOf(part),
    ...['publisher', 'edition'].map((key) => words(part, key)),
    citation,
  ];
  const row = pieces.filter((piece) => piece !== undefined).join(', ');
  if (id === undefined && row === '') {
    keepWhole(part);
    return undefined;
  }
  keepOthers(part, part.of.relatedItemType === 'Other' ? ofItemOfNoType : ofItem);
  return { type: typeOf(part), target: { id, citation: row === '' ? undefined : row } };
}

const saidByName: ReadonlySet<string> = new Set(['name', 'title', 'nameType', 'givenName', 'familyName']);

function wordsIn(part: Part, list: string, key: string): readonly (string | undefined)[] {
  return partsOf(part, list).map((each) => {
    keepOthers(each, saidByName);
    return words(each, key);
  });
}

/** `50-60` of a first and a last page. */
export function pagesOf(part: Part): string | undefined {
  const [first, last] = [words(part, 'firstPage'), words(part, 'lastPage')];
  return first === undefined || last === undefined || first === last ? (first ?? last) : `${first}-${last}`;
}

/** The identifier of a related item, an object in JSON and in XML. */
export function itemIdentifier(part: Part): {
  readonly kind?: string | undefined;
  readonly value?: string | undefined;
} {
  const inner = part.of.relatedItemIdentifier;
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) {
    return { kind: words(part, 'relatedItemIdentifierType'), value: words(part, 'relatedItemIdentifier') };
  }
  const own: Part = {
    of: Object.fromEntries(Object.entries(inner)),
    path: `${part.path}.relatedItemIdentifier`,
    left: part.left,
  };
  keepOthers(own, ofItemIdentifier);
  return { kind: words(own, 'relatedItemIdentifierType'), value: words(own, 'relatedItemIdentifier') };
}

const ofItemIdentifier: ReadonlySet<string> = new Set(['relatedItemIdentifier', 'relatedItemIdentifierType']);

function itemTarget(part: Part): Link['target'] {
  const { kind, value } = itemIdentifier(part);
  return value === undefined ? {} : target(value, kind);
}

/** The IRI of what is meant, or its words where the scheme gives none. */
export function target(value: string, kind: string | undefined): Link['target'] {
  const id = iriOf(value.trim(), kind?.toLowerCase() ?? '');
  return id === undefined ? { citation: kind === undefined ? value : `${kind}: ${value}` } : { id };
}

type Form = readonly [form: RegExp, iri: (id: string) => Iri];

/** By identifier type (vocabularies section 5): the forms that are surely right, and their IRI. */
const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  [
    'issn',
    [
      /^(?:issn[: ]*)?(\d{4}-\d{3}[\dXx])$/i,
      (id) => `https://portal.issn.org/resource/ISSN/${id.toUpperCase()}`,
    ],
  ],
  ['isbn', [/^(?:isbn[: ]*)?(97[89](?:[- ]?\d){10})$/i, (id) => `urn:isbn:${id.replace(/[- ]/g, '')}`]],
  [
    'arxiv',
    [
      /^(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/i,
      (id) => `https://arxiv.org/abs/${id}`,
    ],
  ],
  ['pmid', [/^(?:pmid:?\s?)?(\d{1,9})$/i, (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`]],
  ['handle', [/^(?:hdl:)?(\d[\d.]*\/\S+)$/i, (id) => `https://hdl.handle.net/${encodeIriPart(id)}`]],
  ['ark', [/^(ark:\/?\d{5,9}\/\S+)$/i, (id) => `https://n2t.net/${encodeIriPart(id)}`]],
]);

function iriOf(value: string, kind: string): Iri | undefined {
  if (value.length > 2000) return undefined;
  const [form, iri] = forms.get(kind.endsWith('issn') ? 'issn' : kind) ?? [];
  const id = form?.exec(value)?.[1];
  if (id !== undefined && iri) return iri(id);
  return doiIri(value) ?? (isIri(value) && /^(?:https?:|urn:)/i.test(value) ? value : undefined);
}

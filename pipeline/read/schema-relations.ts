import type { DraftIdentifier } from '../base/draft.ts';
import { isIri, isWebAddress } from '../base/iri.ts';
import type { Funding, Identifier, Iri, OrgRef, Reference, Relation, RelationType } from '../base/work.ts';
import { bareDoi, doiIri } from './doi.ts';
import { keep, keepWhole } from './json-part.ts';
import { identifiersAt, identifiersOf, statedAddresses } from './schema-identifiers.ts';
import { keepUnread, type Node, textsOf, type Value, valuesOf, words, wordsOf } from './schema-node.ts';
import { isOrganisation } from './schema-types.ts';

const relationKeys: readonly (readonly [key: string, type: RelationType])[] = [
  ['hasPart', 'hasPart'],
  ['exampleOfWork', 'isVersionOf'],
  ['workExample', 'hasVersion'],
  ['translationOfWork', 'isTranslationOf'],
  ['workTranslation', 'hasTranslation'],
  ['itemReviewed', 'reviews'],
  ['review', 'isReviewedBy'],
  ['reviews', 'isReviewedBy'],
  ['correction', 'isCorrectedBy'],
  ['isBasedOn', 'isRelatedTo'],
  ['isBasedOnUrl', 'isRelatedTo'],
  ['isRelatedTo', 'isRelatedTo'],
  ['mentions', 'isRelatedTo'],
];
/** The model has no word for these: that there is a link is said, and its kind is kept. */
const vague = new Set(['isBasedOn', 'isBasedOnUrl', 'mentions']);

/** The keys of relations. */
export const relationNames: readonly string[] = relationKeys.map(([key]) => key);

/** The other works that a work has to do with, what it is a part of included. */
export function relationsOf(work: Node, wholes: readonly (Node | string)[]): readonly Relation[] {
  const stated = relationKeys.flatMap(([key, type]) =>
    valuesOf(work, key).flatMap((value): readonly Relation[] => {
      const target = targetOf(value.node ?? value.text?.value ?? '');
      if (!target && value.node && Object.keys(value.node.of).length > 1) keepWhole(value.node);
      if (target && vague.has(key)) keep(work, value.at, value.node?.of ?? value.text?.value);
      return target ? [{ type, target }] : [];
    }),
  );
  const holders = wholes.flatMap((whole): readonly Relation[] => {
    const target = targetOf(whole);
    return target ? [{ type: 'isPartOf', target }] : [];
  });
  return [...holders, ...stated];
}

function targetOf(said: Node | string): Relation['target'] | undefined {
  if (typeof said === 'string') {
    const iri = iriOf(said);
    return iri ? { id: iri } : said === '' ? undefined : { citation: said };
  }
  const id = idOf(said);
  const citation = citationOf(said);
  if (said.local !== undefined)
    return { workId: said.local, ...(citation === undefined ? {} : { citation }) };
  if (id === undefined && citation === undefined) return undefined;
  return { ...(id === undefined ? {} : { id }), ...(citation === undefined ? {} : { citation }) };
}

/** The IRI of a DOI or of an address. */
function iriOf(text: string): Iri | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 2000) return undefined;
  // It is encoded as it should be.
  if (/^https:\/\/doi\.org\/10\.[^A-Z]*$/.test(trimmed.replace(/%[0-9A-F]{2}/g, '')) && isWebAddress(trimmed))
    return trimmed;
  return (
    doiIri(trimmed) ??
    (isWebAddress(trimmed) || (isIri(trimmed) && /^urn:/i.test(trimmed)) ? trimmed : undefined)
  );
}

function idOf(node: Node): Iri | undefined {
  const own = node.id === undefined ? undefined : iriOf(node.id);
  if (own !== undefined) return own;
  const said = ['identifier', 'sameAs', 'url'].flatMap((key) =>
    identifiersAt(node, key).map(({ value }) => value),
  );
  return said.map((value) => doiIri(value)).find(Boolean) ?? said.map(iriOf).find(Boolean);
}

const citationKeys = [
  'datePublished',
  'name',
  'headline',
  'isPartOf',
  'volumeNumber',
  'issueNumber',
  'pagination',
  'pageStart',
];
const ofCited = new Set([
  ...citationKeys,
  'author',
  'creator',
  'identifier',
  'sameAs',
  'url',
  'pageEnd',
  'issn',
]);

/** Another work by its words, in the order of a citation. Of who wrote it, the names alone are said. */
function citationOf(node: Node): string | undefined {
  keepUnread(node, ofCited);
  const authors = ['author', 'creator'].flatMap((key) => valuesOf(node, key)).map(agentName);
  const titles = [...new Set([...wordsOf(node, 'name'), ...wordsOf(node, 'headline')])];
  const pages = words(node, 'pagination') ?? words(node, 'pageStart');
  const end = words(node, 'pageEnd');
  const pieces = [
    ...new Set(authors),
    words(node, 'datePublished'),
    ...titles,
    ...wholeNames(node, 0),
    pages === undefined || end === undefined || pages.includes(end) ? pages : `${pages}-${end}`,
  ].filter((piece) => piece !== undefined);
  return pieces.length === 0 ? undefined : pieces.join(', ');
}

function agentName({ text, node }: Value): string | undefined {
  if (text || !node) return text?.value;
  const [family, given] = [words(node, 'familyName'), words(node, 'givenName')];
  const name = [given, family].filter((part) => part !== undefined).join(' ');
  return words(node, 'name') ?? (name === '' ? undefined : name);
}

function wholeNames(node: Node, depth: number): readonly string[] {
  const own = depth === 0 ? [] : wordsOf(node, 'name');
  const numbers = ['volumeNumber', 'issueNumber'].flatMap((key) => wordsOf(node, key));
  const outer = depth > 4 ? [] : valuesOf(node, 'isPartOf').flatMap((value) => partNames(value, depth));
  return [...outer, ...own, ...numbers];
}

function partNames({ text, node }: Value, depth: number): readonly string[] {
  if (text) return [text.value];
  return node ? wholeNames(node, depth + 1) : [];
}

/** The works that this one cites. */
export function referencesOf(work: Node): readonly Reference[] {
  return valuesOf(work, 'citation').flatMap(({ text, node }): readonly Reference[] => {
    if (text) {
      const id = iriOf(text.value);
      return [id === undefined ? { citation: text.value } : { id }];
    }
    const target = node && targetOf(node);
    return target ? [target] : [];
  });
}

const ofGrant = new Set(['identifier', 'name', 'alternateName', 'url', 'sameAs', 'funder', 'sponsor']);

/** One for each grant, and one for each funder that no grant names. */
export function fundingOf(work: Node): readonly Funding[] {
  const grants = [...valuesOf(work, 'funding'), ...valuesOf(work, 'funder').filter(isGrant)].flatMap(grantOf);
  const named = new Set(grants.flatMap(({ funder }) => (funder ? [funder.name] : [])));
  const funders = ['funder', 'sponsor']
    .flatMap((key) => valuesOf(work, key))
    .filter((value) => !isGrant(value))
    .flatMap(funderOf)
    .filter(({ name }) => !named.has(name) && named.add(name));
  return [...grants, ...funders.map((funder) => ({ funder }))];
}

const isGrant = ({ node }: Value) => node?.types.some((type) => type.endsWith('Grant')) === true;

function grantOf(value: Value): readonly Funding[] {
  const { text, node } = value;
  if (text) return [{ title: text }];
  if (!node) return [];
  if (isOrganisation(node.types)) return funderOf(value).map((funder) => ({ funder }));
  keepUnread(node, ofGrant);
  const numbers = identifiersAt(node, 'identifier').map((each) => each.value);
  const awardNumber = numbers.find((each) => iriOf(each) === undefined);
  const addresses = [...numbers, node.id ?? '', ...wordsOf(node, 'url'), ...wordsOf(node, 'sameAs')];
  const awardIri = addresses.map(iriOf).find(Boolean);
  for (const other of numbers)
    if (other !== awardNumber && iriOf(other) !== awardIri) keep(node, 'identifier', other);
  const [title, ...titles] = textsOf(node, 'name');
  for (const other of titles) keep(node, 'name', other);
  const about = { awardNumber, awardIri, title, acronym: words(node, 'alternateName') };
  const funders = ['funder', 'sponsor'].flatMap((key) => valuesOf(node, key)).flatMap(funderOf);
  if (funders.length > 0) return funders.map((funder) => ({ funder, ...about }));
  if (Object.values(about).some((each) => each !== undefined)) return [about];
  return [];
}

const ofFunder = new Set(['name', 'legalName', 'alternateName', 'identifier', 'sameAs', 'url']);

function funderOf({ text, node }: Value): readonly OrgRef[] {
  if (text) return [{ name: text.value, ids: [] }];
  const name = node && (words(node, 'name') ?? words(node, 'legalName') ?? words(node, 'alternateName'));
  if (!node || name === undefined) {
    if (node) keepWhole(node);
    return [];
  }
  keepUnread(node, ofFunder);
  if (name !== words(node, 'alternateName')) keep(node, 'alternateName', node.of.alternateName);
  const addresses = statedAddresses(node);
  const ids = identifiersOf(node, ['identifier', 'sameAs', 'url']).map((each) =>
    finalIdentifier(each, addresses.get(each.value)),
  );
  return [{ name, ids }];
}

const schemes: readonly (readonly [scheme: string, form: RegExp])[] = [
  ['ror', /^https?:\/\/ror\.org\/(0[a-z0-9]{8})\/?$/i],
  ['isni', /^https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?(\d{15}[\dX])$/i],
  ['wikidata', /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/],
];

/** An identifier in its last form, for funding goes through `tidy` as it is. */
function finalIdentifier({ scheme, value }: DraftIdentifier, address: string | undefined): Identifier {
  const doi = bareDoi(value);
  const iri = doiIri(value);
  if (doi !== undefined && iri !== undefined) return { scheme: 'doi', value: doi, iri };
  for (const [name, form] of schemes) {
    const id = form.exec(value)?.[1];
    if (id !== undefined) return { scheme: name, value: id, iri: value };
  }
  const iriSaid = [value, address].find((each) => each !== undefined && isWebAddress(each));
  return {
    scheme: scheme ?? (iriSaid === value ? 'url' : 'unknown'),
    value,
    ...(iriSaid === undefined ? {} : { iri: iriSaid }),
  };
}

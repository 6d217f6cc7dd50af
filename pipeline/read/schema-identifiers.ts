import type { DraftIdentifier } from '../base/draft.ts';
import { isIri } from '../base/iri.ts';
import { bareDoi } from './doi.ts';
import { keep, keepWhole } from './json-part.ts';
import { keepUnread, type Node, valuesOf, words } from './schema-node.ts';

/** Addresses that are identifiers, whatever stands there today. */
const persistent =
  /^(?:doi|urn|info|ark|hdl|swh|arxiv|pmid|isbn|issn):|^https?:\/\/(?:[a-z0-9-]+\.)*(?:doi\.org|handle\.net|orcid\.org|isni\.org|idref\.fr|viaf\.org|wikidata\.org|ror\.org|openalex\.org|theses\.fr|hal\.science|archives-ouvertes\.fr|n2t\.net|w3id\.org|d-nb\.info|isidore\.science|portal\.issn\.org|arxiv\.org|pubmed\.ncbi\.nlm\.nih\.gov)\/|\/ark:\/?\d/i;

/** Whether an address names a thing for good: a DOI, an ARK, a HAL id… */
export function isPersistent(address: string): boolean {
  return address.length < 2000 && persistent.test(address);
}

/** An `@id` that means something outside its text: neither `#me` nor `_:b0` nor a path. */
function globalId(id: string | undefined): string | undefined {
  return id !== undefined && !id.startsWith('_:') && isIri(id) ? id : undefined;
}

/** The identifiers of a thing: its `@id`, then what these keys say, each once. */
export function identifiersOf(node: Node, keys: readonly string[]): readonly DraftIdentifier[] {
  if (node.id === undefined && !keys.some((key) => key in node.of)) return none;
  const id = globalId(node.id);
  const stated = statedAddresses(node);
  const all = [
    ...(id === undefined ? [] : [{ value: id }]),
    ...keys.flatMap((key) => identifiersAt(node, key)),
  ];
  return once(withoutEchoes(all, stated));
}

/** Identifiers without the bare addresses of those that are said with their value. */
function withoutEchoes(
  all: readonly DraftIdentifier[],
  stated: ReadonlyMap<string, string>,
): readonly DraftIdentifier[] {
  if (stated.size === 0) return all;
  const addresses = new Set(stated.values());
  return all.filter(({ scheme, value }) => scheme !== undefined || !addresses.has(value));
}

/** Of the identifiers that have both a value and an address, the address by the value. */
export function statedAddresses(node: Node): ReadonlyMap<string, string> {
  if (node.of.identifier === undefined) return noAddresses;
  return new Map(
    valuesOf(node, 'identifier').flatMap(({ node: inner }) => {
      const { value, url } = inner?.of ?? {};
      return typeof value === 'string' && typeof url === 'string' ? [[value, url] as const] : [];
    }),
  );
}

const noAddresses: ReadonlyMap<string, string> = new Map();

const none: readonly DraftIdentifier[] = [];

/** The identifiers under one key: texts, `PropertyValue`s, objects with an `@id`. */
export function identifiersAt(node: Node, key: string): readonly DraftIdentifier[] {
  return valuesOf(node, key).flatMap(({ text, node: inner }): readonly DraftIdentifier[] => {
    if (text) return [{ value: text.value.trim() }];
    return inner ? identifierOf(inner) : [];
  });
}

/**
 * Each once; the same DOI in another dress is the same, and one whose scheme is said wins. Of two schemes, one number is
 * two identifiers.
 */
export function once(all: readonly DraftIdentifier[]): readonly DraftIdentifier[] {
  if (all.length < 2) return all;
  const found = new Map<string, DraftIdentifier>();
  for (const each of all) {
    const key = keyOf(each.value);
    const before = found.get(key);
    if (!before || before.scheme === undefined) {
      if (!before || each.scheme !== undefined) found.set(key, each);
    } else if (each.scheme !== undefined && each.scheme !== before.scheme) {
      found.set(`${key} ${each.scheme}`, each);
    }
  }
  return [...found.values()];
}

/** Where the id of a scheme is looked up; without it the id is the same. */
const resolver =
  /^https?:\/\/(?:www\.)?(?:orcid\.org\/|ror\.org\/|(?:[a-z0-9-]+\.)*(?:hal\.science|archives-ouvertes\.fr)\/)?/i;

const keyOf = (value: string) =>
  bareDoi(value) ?? value.replace(resolver, '').replace(/\/$/, '').toLowerCase();

const ofIdentifier = new Set(['propertyID', 'value', 'url', 'name']);

function identifierOf(node: Node): readonly DraftIdentifier[] {
  const value = words(node, 'value') ?? words(node, 'url') ?? globalId(node.id);
  if (value === undefined) {
    if (Object.keys(node.of).length > 1) keepWhole(node);
    else keep(node, '@id', node.id);
    return [];
  }
  keepUnread(node, ofIdentifier);
  const said = words(node, 'propertyID');
  const name = words(node, 'name');
  const scheme = said === undefined ? (isScheme(name) ? name : undefined) : schemeOf(said);
  if (name !== undefined && scheme !== name && name !== value && name !== said) keep(node, 'name', name);
  return [{ ...(scheme === undefined ? {} : { scheme: scheme.toLowerCase() }), value }];
}

const isScheme = (name: string | undefined): name is string =>
  name !== undefined &&
  /^(?:doi|hal|orcid|isni|idref|viaf|ror|issn|isbn|ark|handle|arxiv|pmid|pmcid|nnt)$/i.test(name);

/** Properties of Wikidata that stand for a scheme. */
const ofWikidata: ReadonlyMap<string, string> = new Map([
  ['P356', 'doi'],
  ['P496', 'orcid'],
  ['P213', 'isni'],
  ['P214', 'viaf'],
  ['P269', 'idref'],
  ['P6782', 'ror'],
  ['P698', 'pmid'],
  ['P932', 'pmcid'],
  ['P236', 'issn'],
]);

/** `doi`, `DOI`, `https://registry.identifiers.org/registry/doi` → the name of the scheme. */
function schemeOf(said: string): string {
  const last =
    said
      .trim()
      .replace(/[/#:]+$/, '')
      .split(/[/#:]/)
      .at(-1) ?? said;
  return ofWikidata.get(last) ?? last;
}

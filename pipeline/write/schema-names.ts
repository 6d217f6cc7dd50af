import { isWebAddress } from '../base/iri.ts';
import { nameOf } from '../base/values.ts';
import type { Affiliation, Contribution, Identifier, OrgRef, Publisher, Role, Work } from '../base/work.ts';
import { type Json, type JsonObject, object } from './json-ld.ts';

/** The base IRI of local ids; absent where there is none that is somebody's own. */
export type Base = string | undefined;

/** The IRI of a local id. */
export function named(base: Base, id: string | undefined): string | undefined {
  return base === undefined || id === undefined ? undefined : base + id;
}

/** Schemes that identifiers.org knows, by its names for them; propertyID is an IRI for these (web-discovery 2). */
const registered: ReadonlyMap<string, string> = new Map([
  ['pmid', 'pubmed'],
  ['pmcid', 'pmc'],
  ...['doi', 'orcid', 'ror', 'isni', 'viaf', 'issn', 'isbn', 'arxiv', 'ark', 'wikidata'].map(
    (name) => [name, name] as const,
  ),
]);

function propertyOf(scheme: string): string {
  const name = registered.get(scheme);
  return name === undefined ? scheme : `https://registry.identifiers.org/registry/${name}`;
}

/** Identifiers with their scheme; one of no known scheme is its bare value. */
export function identifiersOf(identifiers: readonly Identifier[]): readonly Json[] {
  return identifiers.map(({ scheme, value, iri }) =>
    scheme === 'unknown'
      ? value
      : object({ '@type': 'PropertyValue', propertyID: propertyOf(scheme), value, url: webOnly(iri) }),
  );
}

/** The addresses of identifiers. */
export function sameAs(identifiers: readonly Identifier[]): readonly string[] {
  const addresses = identifiers.flatMap(({ scheme, iri }) => (scheme === 'url' ? [] : (webOnly(iri) ?? [])));
  return [...new Set(addresses)];
}

/** What a thing without a local id is named by: its ORCID, ROR… */
export function persistent(identifiers: readonly Identifier[]): string | undefined {
  return sameAs(identifiers)[0];
}

const webOnly = (iri: string | undefined) => (iri !== undefined && isWebAddress(iri) ? iri : undefined);

/** An identifier that is nothing but an address. */
export function isAddress({ scheme, value, iri }: Identifier): boolean {
  return scheme === 'url' && iri === value;
}

/** What identifies a person or an organisation; a plain address is a page of theirs. */
function naming(
  identifiers: readonly Identifier[],
): Record<'identifier' | 'sameAs' | 'url', readonly Json[]> {
  const [pages, others] = [true, false].map((isPage) =>
    identifiers.filter((each) => isAddress(each) === isPage),
  );
  return {
    identifier: identifiersOf(others ?? []),
    sameAs: sameAs(others ?? []),
    url: (pages ?? []).map(({ value }) => value),
  };
}

/** Nobody said whether it is a person or an organisation: a `Thing`, for a class would be a guess. */
const classes = { person: 'Person', organisation: 'Organization', unknown: 'Thing' } as const;

/** Who contributed: with the family name goes what belongs before it. */
export function agent(one: Contribution, base: Base): JsonObject {
  const { kind, given, family, particle, droppingParticle, suffix } = one;
  const isPerson = kind === 'person';
  const whole = [droppingParticle, particle, family].filter(Boolean).join(' ');
  return object({
    '@type': classes[kind],
    '@id': named(base, one.agent) ?? persistent(one.identifiers),
    name: displayName(one),
    givenName: isPerson ? given : undefined,
    familyName: isPerson && family ? elided(whole) : undefined,
    honorificSuffix: isPerson ? suffix : undefined,
    ...naming(one.identifiers),
    affiliation: one.affiliations.map((each) => affiliation(each, base)),
  });
}

/** `Given particle Family suffix`, with no space after an elision. */
export function displayName(one: Contribution): string {
  return elided(nameOf(one));
}

/** `d’ Ormesson` → `d’Ormesson`. */
const elided = (name: string) => name.replace(/(?<=(?:^| )[dl]['’]) /g, '');

function affiliation({ org, nameAsPrinted, ids, country }: Affiliation, base: Base): JsonObject {
  return object({
    ...organisation({ org, name: nameAsPrinted, ids }, base),
    address: country ? { '@type': 'PostalAddress', addressCountry: country } : undefined,
  });
}

/** An organisation by its name. */
export function organisation({ org, name, ids }: Omit<OrgRef, 'country'>, base: Base): JsonObject {
  return object({
    '@type': 'Organization',
    '@id': named(base, org) ?? persistent(ids),
    name,
    ...naming(ids),
  });
}

/** The publisher and its town. */
export function publisher(work: Work, base: Base): Json | undefined {
  const { publisher: said } = work;
  return said && object({ ...organisation(said, base), address: townOf(said) });
}

function townOf({ place }: Publisher): JsonObject | undefined {
  return place ? { '@type': 'PostalAddress', addressLocality: place } : undefined;
}

/** Roles that have a key of their own; the others stand behind a `Role` that names them. */
const keys: Readonly<Partial<Record<Role, string>>> = {
  author: 'author',
  editor: 'editor',
  translator: 'translator',
  illustrator: 'illustrator',
};

/** Whether a contribution stands behind a `Role`, which has room for its MARC relator. */
export function hasRole({ role, marcRelator }: Contribution): boolean {
  return keys[role] === undefined && (role !== 'contributor' || marcRelator !== undefined);
}

/** Everybody who contributed, by role, each list in its order (L2). */
export function contributors(work: Work, base: Base): Record<string, readonly Json[]> {
  const people: Record<string, Json[]> = {};
  for (const one of work.contributions) {
    const key = keys[one.role] ?? 'contributor';
    const who = agent(one, base);
    const list = people[key] ?? [];
    list.push(hasRole(one) ? inRole(one, who) : who);
    people[key] = list;
  }
  return people;
}

function inRole({ role, marcRelator }: Contribution, contributor: JsonObject): JsonObject {
  const relator = marcRelator && `http://id.loc.gov/vocabulary/relators/${marcRelator}`;
  return object({ '@type': 'Role', roleName: relator ? [role, relator] : role, contributor });
}

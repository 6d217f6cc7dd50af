import { hash } from 'node:crypto';
import { codeList } from '../base/code-list.ts';
import type { DraftAffiliation, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { type Role, roles } from '../base/work.ts';
import { keep, keepWhole } from './json-part.ts';
import { identifiersOf } from './schema-identifiers.ts';
import { eachValue, keepUnread, type Node, type Value, valuesOf, words, wordsOf } from './schema-node.ts';
import { isOrganisation } from './schema-types.ts';

const lists: readonly (readonly [key: string, role: Role])[] = [
  ['author', 'author'],
  ['creator', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['illustrator', 'illustrator'],
  ['contributor', 'contributor'],
];

/** The people and organisations of a work: authors first, then editors and the others, each list in its order. */
export function peopleOf(work: Node): readonly DraftContribution[] {
  const all = lists.map(([key, role]) => contributionsIn(work, key, role));
  const [authors = [], creators = [], ...others] = all;
  if (authors.length === 0 || creators.length === 0) return all.flat();
  // `creator` often says `author` again.
  const names = new Set(authors.map(nameOf));
  return [authors, creators.filter((each) => !names.has(nameOf(each))), ...others].flat();
}

/** The people of one key, in the order of their `position` where each has one. */
export function contributionsIn(owner: Node, key: string, role: Role): readonly DraftContribution[] {
  const people: DraftContribution[] = [];
  const places: number[] = [];
  for (const value of eachValue(owner, key)) {
    for (const { who, place } of contribution(owner, value, key, role)) {
      people.push(who);
      if (place !== undefined) places.push(place);
    }
  }
  if (places.length < 2 || places.length < people.length) return people;
  return people
    .map((who, index) => ({ who, place: places[index] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ who }) => who);
}

function nameOf({ family, given, nameAsPrinted, names }: DraftContribution): string {
  const name = family === undefined ? (nameAsPrinted ?? names ?? '') : `${family}, ${given ?? ''}`;
  const parts = name
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return parts.sort().join(' ');
}

interface Placed {
  readonly who: DraftContribution;
  readonly place: number | undefined;
}

function contribution(owner: Node, { at, text, node }: Value, key: string, role: Role): readonly Placed[] {
  if (text) return [{ who: named(text.value, role), place: undefined }];
  if (!node) return [];
  if (node.types.some((type) => type.endsWith('Role'))) return throughRole(node, key, role);
  const who = agent(node, role);
  if (who) return [{ who, place: placeOf(node) }];
  if (node.id === undefined || Object.keys(node.of).length > 2) keepWhole(node);
  // An address alone names nobody.
  else keep(owner, at, node.id);
  return [];
}

// One name has one comma at most; more are several names in one text, which tidy takes apart.
const several = /;|,[^,]*,|\s(?:and|et|&)\s/;

function named(name: string, role: Role): DraftContribution {
  return several.test(name) ? { role, names: name } : { role, nameAsPrinted: name };
}

const ofRole = new Set(['roleName', 'namedPosition', 'position', 'name', ...lists.map(([key]) => key)]);

/** A `Role` stands between a work and a person, and holds the person under the same key. */
function throughRole(node: Node, key: string, role: Role): readonly Placed[] {
  keepUnread(node, ofRole);
  for (const [other] of lists) if (other !== key) keep(node, other, node.of[other]);
  const { finer, marcRelator } = rolesIn(node);
  const place = placeOf(node);
  return valuesOf(node, key)
    .flatMap((value) => contribution(node, value, '', finer ?? role))
    .map(({ who, place: own }) => ({
      who: marcRelator === undefined ? who : { ...who, marcRelator },
      place: place ?? own,
    }));
}

const relator = /^https?:\/\/id\.loc\.gov\/vocabulary\/relators\/([a-z]{3})$/;

/** The role by its name, and by its MARC relator: `["supervisor", "http://id.loc.gov/vocabulary/relators/ths"]`. */
function rolesIn(node: Node): { readonly finer: Role | undefined; readonly marcRelator: string | undefined } {
  const [said, ...others] = [...wordsOf(node, 'roleName'), ...wordsOf(node, 'namedPosition')].filter(
    (word) => !relator.test(word),
  );
  const [marcRelator] = wordsOf(node, 'roleName').flatMap((word) => relator.exec(word)?.[1] ?? []);
  const finer = roleNamed(said ?? marcRelator ?? '');
  if (said !== undefined && finer === undefined) keep(node, 'roleName', said);
  for (const other of others) if (other !== said) keep(node, 'namedPosition', other);
  return { finer, marcRelator };
}

function roleNamed(words: string): Role | undefined {
  const list = codeList('roles');
  const found = ['work', 'en', 'fr', 'marc'].map((column) => list.read(column, words)).find(Boolean);
  return roles.find((role) => role === found);
}

function placeOf(node: Node): number | undefined {
  const place = Number(node.of.position ?? Number.NaN);
  return Number.isFinite(place) ? place : undefined;
}

const naming = ['identifier', 'sameAs', 'url'];
const ofAgent = new Set([
  ...[
    'name',
    'legalName',
    'givenName',
    'familyName',
    'additionalName',
    'honorificSuffix',
    'position',
    'email',
  ],
  ...['affiliation', 'affiliations', 'worksFor', 'identifier', 'sameAs', 'url'],
]);

function agent(node: Node, role: Role): DraftContribution | undefined {
  const [family, given] = [words(node, 'familyName'), words(node, 'givenName')];
  const name = words(node, 'name') ?? words(node, 'legalName');
  if (family === undefined && given === undefined && name === undefined) return undefined;
  keepUnread(node, ofAgent);
  const isBody = isOrganisation(node.types);
  const identifiers = identifiersOf(node, naming);
  const affiliations = affiliationsOf(node);
  const who: Writable =
    isBody && name !== undefined
      ? { role, kind: 'organisation', nameAsPrinted: name, literal: name }
      : { role };
  // Whoever writes this does not know what it is, and so does not know the parts of its name.
  if (name !== undefined && node.types.length === 1 && node.types[0] === 'Thing') who.literal = name;
  else if (who.kind === undefined) {
    if (node.types.includes('Person')) who.kind = 'person';
    if (name !== undefined) who.nameAsPrinted = name;
    who.family = family;
    who.given = withMiddle(given, words(node, 'additionalName'));
  }
  who.suffix = words(node, 'honorificSuffix');
  if (identifiers.length > 0) who.identifiers = identifiers;
  if (affiliations.length > 0) who.affiliations = affiliations;
  who.emailSha = emailSha(words(node, 'email'));
  return who;
}

/** Filled in place, for a record may name very many people. */
type Writable = { -readonly [Key in keyof DraftContribution]: DraftContribution[Key] };

/** `additionalName` is a middle name, unless the given names hold it already. */
function withMiddle(given: string | undefined, middle: string | undefined): string | undefined {
  if (middle === undefined || given?.split(/\s+/).includes(middle)) return given;
  return given === undefined ? middle : `${given} ${middle}`;
}

/** FOAF, `mbox_sha1sum`: no address in clear ever. */
export function emailSha(email: string | undefined): string | undefined {
  const address = email?.trim().replace(/^mailto:/i, '');
  if (!address) return undefined;
  return hash('sha1', `mailto:${address}`);
}

function affiliationsOf(person: Node): readonly DraftAffiliation[] {
  const { affiliation, affiliations, worksFor } = person.of;
  if (affiliation === undefined && affiliations === undefined && worksFor === undefined) return [];
  const keys = affiliation === undefined ? ['affiliations', 'worksFor'] : ['affiliation'];
  for (const key of ['affiliations', 'worksFor']) if (!keys.includes(key)) keep(person, key, person.of[key]);
  return keys.flatMap((key) => valuesOf(person, key)).flatMap((value) => affiliationOf(person, value));
}

const ofAffiliation = new Set([
  ...['name', 'legalName', 'department', 'parentOrganization', 'identifier', 'sameAs', 'url', 'address'],
]);

/** As a signature prints it: the department before, what it is a part of after. */
function affiliationOf(person: Node, { at, text, node }: Value): readonly DraftAffiliation[] {
  if (text) return [{ nameAsPrinted: text.value }];
  if (!node) return [];
  const inner = node.types.some((type) => type.endsWith('Role')) ? valuesOf(node, 'affiliation') : [];
  if (inner.length > 0) {
    keepUnread(node, new Set(['affiliation']));
    return inner.flatMap((value) =>
      value.node?.types.some((type) => type.endsWith('Role')) ? [] : affiliationOf(node, value),
    );
  }
  const name = words(node, 'name') ?? words(node, 'legalName');
  const printed = [...namesOf(node, 'department'), name, ...namesOf(node, 'parentOrganization')];
  const known = printed.filter((each) => each !== undefined);
  if (known.length === 0) {
    if (node.id === undefined) keepWhole(node);
    else keep(person, at, node.of);
    return [];
  }
  keepUnread(node, ofAffiliation);
  const ids: readonly DraftIdentifier[] = identifiersOf(node, naming);
  return [{ nameAsPrinted: [...new Set(known)].join(', '), ids, country: countryOf(node) }];
}

const ofPart = new Set(['name']);

function namesOf(node: Node, key: string): readonly string[] {
  return valuesOf(node, key).flatMap(({ text, node: inner }) => {
    if (text || !inner) return text ? [text.value] : [];
    keepUnread(inner, ofPart);
    const name = words(inner, 'name');
    if (name === undefined) keepWhole(inner);
    return name === undefined ? [] : [name];
  });
}

/** Of an address, the country when it is said as a code; the rest is kept. */
function countryOf(node: Node): string | undefined {
  const [address] = valuesOf(node, 'address');
  const code = address?.node && /^[A-Z]{2}$/.exec(String(address.node.of.addressCountry ?? ''))?.[0];
  if (address?.node) keepUnread(address.node, code ? new Set(['addressCountry']) : new Set());
  else keep(node, 'address', node.of.address);
  return code;
}

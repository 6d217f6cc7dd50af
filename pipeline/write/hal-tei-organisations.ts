import { structureNumberType } from '../base/hal-words.ts';
import type { Affiliation, Contribution, Identifier, Work } from '../base/work.ts';
import { localId } from './hal-tei-ids.ts';
import { listElement, textElement, type Written } from './xml-element.ts';

/** An organisation that authors of a record sign for, and the id that they name it by. */
export interface Structure {
  readonly id: string;
  readonly of: Affiliation;
}

/** Those that the authors of a work sign for, each once, by what it is known by. */
export type Structures = ReadonlyMap<string, Structure>;

/** The number that HAL's register has for an organisation. */
export function structureNumber({ ids }: Affiliation): string | undefined {
  return ids.find(({ scheme, value }) => scheme === 'hal-structure' && /^\d+$/.test(value))?.value;
}

/** What it is known by: HAL's number, else all that was said of it. */
export function structureKey(one: Affiliation): string {
  const ids = one.ids.map(({ scheme, value }) => `${scheme} ${value}`);
  return structureNumber(one) ?? JSON.stringify([one.nameAsPrinted, ids, one.country]);
}

/** `struct-12345` for one that HAL knows, `localStruct-1` for any other. */
export function structuresOf(work: Work, signers: readonly Contribution[]): Structures {
  const found = new Map<string, Structure>();
  let count = 0;
  for (const of of signers.flatMap(({ affiliations }) => affiliations)) {
    const [key, number] = [structureKey(of), structureNumber(of)];
    if (found.has(key) || of.nameAsPrinted.trim() === '') continue;
    if (number === undefined) count += 1;
    found.set(key, {
      id: number === undefined ? localId('localStruct', work, count) : `struct-${number}`,
      of,
    });
  }
  return found;
}

/** How an author names what he signs for. */
export function affiliationElement(one: Affiliation, structures: Structures): readonly Written[] {
  const id = structures.get(structureKey(one))?.id;
  return id === undefined ? [] : [{ name: 'affiliation', attributes: { ref: `#${id}` }, inside: '' }];
}

/** The organisations that authors sign for, described. */
export function organisations(work: Work, signers: readonly Contribution[]): readonly Written[] {
  return [...structuresOf(work, signers).values()].map(org);
}

/**
 * HAL needs no description of one that it knows, and reads none. For others it is described by its number and not by an
 * id, for most records of a file sign for the same, and an id stands once in a document.
 */
function org({ id, of }: Structure): Written {
  const number = structureNumber(of);
  const { nameAsPrinted, ids } = of;
  const key = countryOf(of);
  const country: readonly Written[] = key ? [{ name: 'country', attributes: { key }, inside: '' }] : [];
  return {
    name: 'org',
    attributes: { type: structureType(of) ?? 'unknown', 'xml:id': number === undefined ? id : undefined },
    inside: [
      ...textElement('idno', number, { type: structureNumberType }),
      ...ids.flatMap(idno),
      ...textElement('orgName', nameAsPrinted),
      ...listElement('desc', listElement('address', country)),
    ],
  };
}

/** The code of a country, and nothing that is none. */
export function countryOf({ country }: Affiliation): string | undefined {
  return country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined;
}

/** HAL's types of structures by the words that their names begin with, the narrowest first. */
const types: readonly (readonly [type: string, names: RegExp])[] = [
  ['researchteam', /^(?:équipe|research team)\b/iu],
  ['department', /^(?:département|department)(?!\p{L})/iu],
  ['laboratory', /^(?:laboratoire|laboratory|umr|unité (?:mixte )?de recherche)\b/iu],
  ['institution', /^(?:université|university|universidad|universität|ministère)(?!\p{L})/iu],
];

/**
 * The type that HAL wants of a structure that it does not know; undefined when neither the register of French research
 * structures (RNSR) nor the first word of its name tells.
 */
export function structureType({ nameAsPrinted, ids }: Affiliation): string | undefined {
  if (ids.some(({ scheme }) => scheme === 'rnsr')) return 'laboratory';
  return types.find(([, names]) => names.test(nameAsPrinted))?.[0];
}

/** How HAL's exports write the schemes of structures: the address of a ROR, and the rest bare. */
const schemes: ReadonlyMap<string, string> = new Map([
  ['ror', 'ROR'],
  ['idref', 'IdRef'],
  ['isni', 'ISNI'],
  ['rnsr', 'RNSR'],
]);

/** Whether an identifier of an organisation can be told: HAL writes the names of schemes as it likes, in letters. */
export function isStructureTold({ scheme, value }: Identifier): boolean {
  return scheme === 'hal-structure' ? /^\d+$/.test(value) : /^[a-z0-9]+$/.test(scheme);
}

function idno(identifier: Identifier): readonly Written[] {
  const { scheme, value, iri } = identifier;
  // HAL's own number is said already.
  if (scheme === 'hal-structure' || !isStructureTold(identifier)) return [];
  return textElement('idno', scheme === 'ror' ? (iri ?? value) : value, {
    type: schemes.get(scheme) ?? scheme,
  });
}

import type { DraftAffiliation, DraftIdentifier } from '../base/draft.ts';
import { type HalRecord, texts } from './hal-fields.ts';
import { structureScheme } from './hal-words.ts';
import { keep } from './json-part.ts';

/** What joins two things in a composed field, and what parts the number of a thing from its name. */
export const facet = '_FacetSep_';
const join = '_JoinSep_';

/** One author's word on one structure: `38348-749031`, `Marie-Sophie Masse`, and the structure. */
interface Signature {
  /** Number and name as they stand together. */
  readonly person: string;
  readonly author: string;
  readonly name: string;
  readonly affiliation: DraftAffiliation;
  /** The composed field as it stands. */
  readonly words: string;
}

/** The signatures of a record, the field they are in, and what of it cannot be read. */
interface Signatures {
  readonly field: string;
  readonly read: readonly Signature[];
  readonly unread: readonly string[];
}

/** The fields that a record's structures are read from. */
export const structureFields: ReadonlySet<string> = new Set([
  ...['structId_i', 'structName_s', 'structCountry_s', 'structType_s', 'structValid_s'],
]);

/**
 * Which author signs for which structure. Where HAL tells the structures that an author named from those above them,
 * the latter are kept apart: nobody signed for them.
 */
export function signatures(record: HalRecord): Signatures {
  const primary = texts(record, 'authIdHasPrimaryStructure_fs');
  const all = texts(record, 'authIdHasStructure_fs');
  const named = new Set(primary);
  const above = primary.length === 0 ? [] : all.filter((each) => !named.has(each));
  if (above.length > 0) keep(record, 'authIdHasStructure_fs', above);
  const register = registerOf(record);
  const used = primary.length > 0 ? named : new Set(all);
  if (used.size === 0) keepStructures(record);
  const read: Signature[] = [];
  const unread: string[] = [];
  for (const words of used) {
    const signature = signatureOf(words, register);
    if (signature) read.push(signature);
    else unread.push(words);
  }
  return {
    field: primary.length > 0 ? 'authIdHasPrimaryStructure_fs' : 'authIdHasStructure_fs',
    read,
    unread,
  };
}

function signatureOf(words: string, register: Register): Signature | undefined {
  const [person, structure] = halves(words, join);
  if (structure.includes(join)) return undefined;
  const [author, name] = halves(person, facet);
  const [id, printed] = halves(structure, facet);
  if (printed.trim() === '') return undefined;
  const own = id === '' ? [] : [{ scheme: 'hal-structure', value: id }];
  const { ids, country } = register.get(id) ?? {};
  return {
    person,
    author,
    name,
    affiliation: {
      // HAL writes `|` for a `/` in a composed field (hal.md section 1).
      nameAsPrinted: printed.replaceAll('|', '/'),
      ids: ids === undefined ? own : [...own, ...ids],
      country,
    },
    words,
  };
}

/** A composed text before and after what joins it. */
function halves(text: string, joint: string): readonly [string, string] {
  const at = text.indexOf(joint);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + joint.length)];
}

type Register = ReadonlyMap<string, Pick<DraftAffiliation, 'ids' | 'country'>>;

/**
 * What is known of each structure by its number. A list that is shorter than the numbers leaves out those that have
 * nothing, so that nobody can say whose its values are (N5): it is kept.
 */
function registerOf(record: HalRecord): Register {
  const ids = new Map<string, DraftIdentifier[]>();
  const placed = new Set<string>();
  const unplaced: string[] = [];
  for (const { key, register, structures } of record.fields.structureIds) {
    const values = texts(record, key);
    const numbers = texts(record, `${structures}Id_i`);
    if (values.length !== numbers.length) {
      unplaced.push(key);
      continue;
    }
    for (const [index, value] of values.entries()) {
      const known = ids.get(numbers[index] ?? '') ?? [];
      if (!known.some((each) => each.value === value))
        known.push({ scheme: structureScheme(register), value });
      ids.set(numbers[index] ?? '', known);
      placed.add(value);
    }
  }
  for (const key of unplaced) {
    const left = texts(record, key).filter((value) => !placed.has(value));
    if (left.length > 0) keep(record, key, left);
    for (const value of left) placed.add(value);
  }
  return withCountries(record, ids);
}

function withCountries(record: HalRecord, ids: ReadonlyMap<string, readonly DraftIdentifier[]>): Register {
  const numbers = texts(record, 'structId_i');
  const countries = texts(record, 'structCountry_s');
  const isAligned = numbers.length === countries.length;
  if (!isAligned) keep(record, 'structCountry_s', countries);
  const register = new Map<string, Pick<DraftAffiliation, 'ids' | 'country'>>();
  for (const [number, known] of ids) register.set(number, { ids: known });
  for (const [index, number] of (isAligned ? numbers : []).entries()) {
    register.set(number, { ids: ids.get(number) ?? [], country: countries[index]?.toUpperCase() });
  }
  return register;
}

/** Structures of a record that does not say whose they are. */
function keepStructures(record: HalRecord): void {
  for (const key of structureFields) keep(record, key, record.of[key]);
}

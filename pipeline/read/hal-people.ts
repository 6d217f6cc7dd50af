import type { DraftAffiliation, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { type HalRecord, texts } from './hal-fields.ts';
import { facet, signatures } from './hal-structures.ts';
import { personScheme, roleOf, saysMore } from './hal-words.ts';
import { keep, type Part } from './json-part.ts';
import { Unreadable } from './reader.ts';

/** An author as the composed fields know him: the only ones where each author has his place (N5). */
interface Author {
  readonly name: string;
  /** `form-person` or the form alone. */
  readonly number?: string | undefined;
  readonly idhal?: string | undefined;
}

/** The fields of authors that are read here; those that hold identifiers besides are named by `personalId`. */
export const authorFields: ReadonlySet<string> = new Set([
  ...['authFullName_s', 'authLastName_s', 'authFirstName_s', 'authMiddleName_s', 'authQuality_s'],
  ...['authIdHal_s', 'authIdHal_i'],
]);
/** More than any work has; a longer list is there to exhaust a reader. */
export const mostAuthors = 50_000;

/** The authors in their order, with what can be said of each by himself. */
export function authorsOf(record: HalRecord): readonly DraftContribution[] {
  const authors = listed(record);
  const parts = nameParts(record, authors);
  const qualities = aligned(record, 'authQuality_s', authors.length);
  const external = externalIds(record, authors);
  const signed = signaturesOf(record, authors);
  if (qualities.some(saysMore)) keep(record, 'authQuality_s', qualities);
  return authors.map((author, index): DraftContribution => {
    const { role, marcRelator, corresponding } = roleOf(qualities[index]);
    return {
      role,
      marcRelator,
      corresponding,
      nameAsPrinted: author.name,
      family: parts[index]?.family,
      given: parts[index]?.given,
      identifiers: external[index] ?? [],
      affiliations: signed[index] ?? [],
    };
  });
}

/** The lists of authors, from the one that says most of each. */
const lists: readonly (readonly [field: string, read: (parts: readonly string[]) => Author])[] = [
  ['authFullNameFormIDPersonIDIDHal_fs', ([name = '', number, idhal]) => ({ name, number, idhal })],
  ['authFullNameIdFormPerson_fs', ([name = '', number]) => ({ name, number })],
  ['authFullNameIdHal_fs', ([name = '', idhal]) => ({ name, idhal })],
  ['authIdHalFullName_fs', ([idhal, name = '']) => ({ name, idhal })],
  ['authIdFullName_fs', ([number, name = '']) => ({ name, number })],
  ['authFullNameId_fs', ([name = '', number]) => ({ name, number })],
  ['authFullName_s', ([name = '']) => ({ name })],
];

/** A list may be cut short, so the first that has as many as any. */
function listed(record: Part): readonly Author[] {
  const all = lists.map(([field, read]) => ({ read, values: texts(record, field) }));
  const names = texts(record, 'authLastName_s').length;
  const most = Math.max(names, ...all.map(({ values }) => values.length));
  if (most > mostAuthors) throw tooMany();
  const whole = all.filter(({ values }) => values.length === most);
  const [best, ...others] = whole;
  if (!best) return fromNames(record);
  const authors = best.values.map((each) => best.read(each.split(facet)));
  if (authors.some(({ idhal }) => idhal !== undefined)) return authors;
  const second = others.find(({ read }) => 'idhal' in read(none));
  if (!second) return authors;
  return authors.map((author, index) => ({
    ...author,
    idhal: second.read((second.values[index] ?? '').split(facet)).idhal,
  }));
}

const none: readonly string[] = [];

/** Why a record with too many authors is not read. */
export function tooMany(): Unreadable {
  return new Unreadable({
    fr: `plus de ${mostAuthors} auteurs`,
    en: `more than ${mostAuthors} authors`,
  });
}

function fromNames(record: Part): readonly Author[] {
  const [families, given] = [texts(record, 'authLastName_s'), texts(record, 'authFirstName_s')];
  return families.map((family, index) => ({
    name: families.length === given.length ? `${given[index]} ${family}` : family,
  }));
}

/** Family and given names, where their lists have a place for each author. */
function nameParts(
  record: Part,
  authors: readonly Author[],
): readonly Pick<DraftContribution, 'family' | 'given'>[] {
  const families = aligned(record, 'authLastName_s', authors.length);
  const given = texts(record, 'authFirstName_s');
  const isWhole = given.length === authors.length;
  const middle = texts(record, 'authMiddleName_s');
  const hasMiddle = isWhole && middle.length === authors.length;
  if (!hasMiddle) keep(record, 'authMiddleName_s', middle);
  const found = new Set<string>();
  const parts = families.map((family, index) => {
    const name = authors[index]?.name ?? '';
    const first = isWhole ? given[index] : beforeFamily(name, family);
    if (first !== undefined) found.add(first);
    const all = hasMiddle && first !== undefined ? `${first} ${middle[index]}` : first;
    return { family, given: all };
  });
  if (!isWhole && given.some((each) => !found.has(each))) keep(record, 'authFirstName_s', given);
  return parts;
}

/** The source prints the given name before the family name. */
function beforeFamily(name: string, family: string): string | undefined {
  return name.endsWith(` ${family}`) ? name.slice(0, -family.length - 1).trim() || undefined : undefined;
}

/** A list that has a value for each author; another is kept, for nobody can say whose its values are (N5). */
function aligned(record: Part, key: string, length: number): readonly string[] {
  const values = texts(record, key);
  if (values.length === length) return values;
  keep(record, key, values);
  return [];
}

/** What the composed fields say of an author himself; a number that HAL calls an IdHAL is one. */
function ownIds({ number = '', idhal }: Author, numeric: ReadonlySet<string>): readonly DraftIdentifier[] {
  const person = number.split('-').at(-1) ?? '';
  return [
    ...(idhal ? [{ scheme: 'idhal', value: idhal }] : []),
    ...(numeric.has(person) ? [{ scheme: 'idhal', value: person }] : []),
    ...(/[1-9]/.test(number) ? [{ scheme: 'halauthorid', value: number }] : []),
  ];
}

/** Each author's own identifiers, then ORCID, IdRef… The spelling of the fields varies (hal.md section 1). */
function externalIds(record: HalRecord, authors: readonly Author[]): readonly (readonly DraftIdentifier[])[] {
  const numeric = new Set(texts(record, 'authIdHal_i'));
  const ids = authors.map((author) => [...ownIds(author, numeric)]);
  const add = (key: string, scheme: string) => {
    const values = texts(record, key);
    const isPlaced = authors.length === 1 || values.length === authors.length;
    if (!isPlaced) keep(record, key, values);
    for (const [index, value] of (isPlaced ? values : []).entries()) {
      const own = ids[authors.length === 1 ? 0 : index];
      if (!own?.some((each) => each.value === value)) own?.push({ scheme, value });
    }
  };
  if (!authors.some(({ idhal }) => idhal !== undefined)) add('authIdHal_s', 'idhal');
  if (!authors.some(({ number }) => number !== undefined)) add('authIdHal_i', 'idhal');
  for (const { key, register } of record.fields.personIds) {
    // IdHALs are in the fields above.
    if (register !== 'IDHAL') add(key, personScheme(register));
  }
  return ids;
}

/** The affiliations of each author: by his number where it is his alone, else by number and name, or name. */
function signaturesOf(
  record: HalRecord,
  authors: readonly Author[],
): readonly (readonly DraftAffiliation[])[] {
  const { field, read, unread } = signatures(record);
  if (read.length + unread.length === 0) return [];
  const places = new Map<string, number>();
  // Homonyms have no place: nobody can say which of them is meant.
  const mark = (key: string, index: number) => places.set(key, places.has(key) ? -1 : index);
  for (const [index, { name, number = '' }] of authors.entries()) {
    mark(`${number}${facet}${name}`, index);
    if (/[1-9]/.test(number)) mark(number, index);
    mark(`${facet}${name}`, index);
  }
  const found: DraftAffiliation[][] = authors.map(() => []);
  const lost = [...unread];
  for (const { person, author, name, affiliation, words } of read) {
    const own = [person, author, `${facet}${name}`].find((key) => (places.get(key) ?? -1) >= 0);
    if (own === undefined) lost.push(words);
    else found[places.get(own) ?? 0]?.push(affiliation);
  }
  if (lost.length > 0) keep(record, field, lost);
  return found;
}

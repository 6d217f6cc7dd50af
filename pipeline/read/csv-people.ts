import type { DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { foldTight } from '../base/fold.ts';
import { partedList } from '../base/table-cell.ts';
import type { Role } from '../base/work.ts';
import { type Cell, type Row, takeCells, takeList } from './csv-row.ts';
import { namesIn, refuseTooMany } from './name-count.ts';

/** Names with identifiers after them: `Eser, Oktay [orcid:0000-0003-0483-5825]`. */
export interface Identified {
  readonly name: string;
  readonly identifiers: readonly DraftIdentifier[];
  readonly isOrganisation: boolean;
}

/** The people of a row: authors with what stands beside them in columns of their own, then the other roles. */
export function peopleOf(row: Row): readonly DraftContribution[] {
  const authors = authorsOf(row);
  const others = otherRoles.flatMap(([role, field]) => namesOf(takeCells(row, field), role));
  return [...beside(row, authors), ...others];
}

const otherRoles = (['editor', 'translator', 'supervisor', 'illustrator', 'contributor'] as const).map(
  (role) => [role, `contributions.${role}`] as const,
);

/** Family and given names in two columns say most, then whole names, then the column of authors. */
function authorsOf(row: Row): readonly DraftContribution[] {
  const parted = partedNames(row);
  const whole = takeCells(row, 'contributions.author.fullName');
  const plain = takeCells(row, 'contributions.author');
  if (parted.length > 0) {
    row.left.push(...plain);
    if (whole.length !== parted.length) row.left.push(...whole);
    return parted.map((parts, index) => {
      const printed = whole.length === parted.length ? whole[index]?.words : undefined;
      return { role: 'author', ...parts, ...(printed === undefined ? {} : { nameAsPrinted: printed }) };
    });
  }
  if (whole.length > 0) row.left.push(...plain);
  return namesOf(whole.length > 0 ? whole : plain, 'author');
}

interface Parted {
  readonly family: string;
  readonly given: string;
}

/** Two columns that run side by side; when they do not, one alone says the names, and the other is left over. */
function partedNames(row: Row): readonly Parted[] {
  const families = takeList(row, 'contributions.author.family');
  const givens = takeList(row, 'contributions.author.given');
  if (families.length === givens.length) {
    return families.map(({ words: family }, index) => ({ family, given: givens[index]?.words ?? '' }));
  }
  row.left.push(...givens);
  if (row.fields.has('contributions.author') || row.fields.has('contributions.author.fullName')) {
    row.left.push(...families);
  } else row.fields.set('contributions.author', [...families]);
  return [];
}

/** The names in some cells: several cells, or several in one. */
function namesOf(cells: readonly Cell[], role: Role): readonly DraftContribution[] {
  return cells.flatMap(({ words }) => {
    const names = partedList(words);
    refuseTooMany(names.length > 1 ? names.length : namesIn(words, separators));
    // A separator after the only name says too that names are not parted otherwise.
    const isList = names.length > 1 || /[;|]$/.test(words);
    return names.map((each) => contribution(each, role, isList));
  });
}

const unnamed = /\b(?:et al|et coll)\b|^(?:and|et) /i;
/** `A, B et C` on one line: tidy takes it apart, where the words show how. */
const phrase = / (?:et|and|&) |,/;
const conjunction = / (?:et|and|&) /;
const separators = new RegExp(phrase, 'g');

function contribution(words: string, role: Role, isList: boolean): DraftContribution {
  const { name: printed, identifiers, isOrganisation } = identified(words.replace(finalComma, ''));
  if (isOrganisation)
    return { role, kind: 'organisation', nameAsPrinted: printed, literal: printed, identifiers };
  const [name, scopus] = withoutScopusId(printed);
  const ids = [...identifiers, ...scopus];
  const of = ids.length > 0 ? { identifiers: ids } : {};
  const isOne = isList || ids.length > 0 || (isFamilyFirst(name) && !conjunction.test(name));
  if (unnamed.test(name) || (!isOne && phrase.test(name))) return { role, names: name };
  return { role, nameAsPrinted: name, ...of };
}

/**
 * `Ioannidis, John P. A.`: one family name, and what else could follow its only comma than the given ones? No expression
 * asks it, which has to remember each letter of a name of millions.
 */
function isFamilyFirst(name: string): boolean {
  const comma = name.indexOf(', ');
  const isOnly = comma > 0 && name.indexOf(',') === comma && !name.includes(',', comma + 1);
  return isOnly && comma + 2 < name.length && !/\s/.test(name.slice(0, comma));
}

const finalComma = /\s*,\s*$/;
const inBrackets = /\s*\[([^[\]]*)\]$/;

/** A name without the identifiers that OpenCitations writes after it, or the word that says that it is no person's. */
export function identified(words: string): Identified {
  const [whole = '', inside = ''] = inBrackets.exec(words) ?? [];
  const identifiers = identifiersIn(inside);
  const isOrganisation = /(?:^|\s)organi[sz]ation(?:\s|$)/i.test(inside);
  const isSaid = whole !== words && (identifiers.length > 0 || isOrganisation);
  const name = isSaid ? words.slice(0, -whole.length).replace(finalComma, '') : words;
  return { name, identifiers, isOrganisation };
}

/** `doi:10.… isbn:978…`, parted by spaces. */
export function identifiersIn(words: string): readonly DraftIdentifier[] {
  return words.split(/\s+/).flatMap((each) => {
    const [, scheme, value] = /^([a-z][a-z\d-]*):(?!\/\/)(\S+)$/i.exec(each) ?? [];
    return scheme === undefined || value === undefined ? [] : [{ scheme: scheme.toLowerCase(), value }];
  });
}

/** `Sorin, François (57190000000)`, as Scopus numbers authors. */
function withoutScopusId(name: string): [string, readonly DraftIdentifier[]] {
  const [whole, value] = /\s*\((\d{10,11})\)$/.exec(name) ?? [];
  return whole === undefined || value === undefined
    ? [name, []]
    : [name.slice(0, -whole.length), [{ scheme: 'scopus', value }]];
}

const columns: readonly (readonly [field: string, scheme: string])[] = [
  ['contributions.author.orcid', 'orcid'],
  ['contributions.author.idhal', 'idhal'],
  ['contributions.author.idref', 'idref'],
];

/** Identifiers and affiliations in columns beside the authors, where it is sure whose they are (N5). */
function beside(row: Row, authors: readonly DraftContribution[]): readonly DraftContribution[] {
  let people = authors;
  for (const [field, scheme] of columns) people = numbered(row, people, field, scheme);
  const [only, ...more] = people;
  if (only === undefined || only.names !== undefined || more.length > 0) return people;
  const affiliations = takeList(row, 'contributions.author.affiliation');
  return affiliations.length === 0
    ? people
    : [{ ...only, affiliations: affiliations.map(({ words }) => ({ nameAsPrinted: words })) }];
}

/** `Sorin, François/0000-0002-…` names its author; a bare one is of the author in its place, if there are as many. */
function numbered(
  row: Row,
  people: readonly DraftContribution[],
  field: string,
  scheme: string,
): readonly DraftContribution[] {
  const cells = takeCells(row, field);
  if (cells.length === 0) return people;
  const values = cells.flatMap((cell) =>
    cell.words.split(/[;|,\n]\s*(?!\p{L}+\s*\/)/u).map((words) => ({ ...cell, words: words.trim() })),
  );
  const isParallel = values.length === people.length && people.every(({ names }) => names === undefined);
  const given = new Map<number, string>();
  for (const [index, value] of values.entries()) {
    if (value.words === '') continue;
    const [, name, number] = /^(.+?)\s*\/\s*([\dX-]+)$/i.exec(value.words) ?? [];
    const at = name === undefined ? (isParallel ? index : -1) : positionOf(people, name);
    if (at < 0) row.left.push(value);
    else given.set(at, number ?? value.words);
  }
  return people.map((person, index) => {
    const value = given.get(index);
    return value === undefined
      ? person
      : { ...person, identifiers: [...(person.identifiers ?? []), { scheme, value }] };
  });
}

function positionOf(people: readonly DraftContribution[], name: string): number {
  const wanted = foldTight(name);
  const found = people.flatMap((person, index) => (foldTight(printedOf(person)) === wanted ? [index] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}

const printedOf = ({ nameAsPrinted, family = '', given = '' }: DraftContribution) =>
  nameAsPrinted ?? `${family}, ${given}`;

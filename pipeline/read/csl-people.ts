import { codeList } from '../base/code-list.ts';
import type { DraftAffiliation, DraftContribution } from '../base/draft.ts';
import { type Role, roles } from '../base/work.ts';
import { identifiersOf } from './crossref-people.ts';
import { isObject, type Json, keep, keepOthers, keepWhole, type Part, words } from './json-part.ts';

/** The name variables of CSL 1.0.2 whose people had a hand in the work. */
export const nameVariables = [
  ...['author', 'editor', 'translator', 'editorial-director', 'collection-editor', 'compiler', 'illustrator'],
  ...['original-author', 'interviewer', 'recipient', 'director', 'script-writer', 'composer', 'performer'],
  ...['narrator', 'producer', 'executive-producer', 'series-creator', 'host', 'guest', 'chair', 'organizer'],
  ...['curator', 'contributor'],
] as const;

const ranks: ReadonlyMap<string, number> = new Map(nameVariables.map((name, index) => [name, index]));

/** The people and organisations of an item: authors first, then the other variables, each in its order. */
export function cslPeople(record: Part): readonly DraftContribution[] {
  let people: readonly DraftContribution[] = none;
  for (const variable of variablesIn(record)) {
    const done = doneBy(variable);
    // The model has no word for what these people did.
    if (done.role === 'other' && done.marcRelator === undefined) keep(record, variable, record.of[variable]);
    people =
      people.length === 0 ? namesOf(record, variable, done) : [...people, ...namesOf(record, variable, done)];
  }
  return people;
}

/** The variables that an item has, in our order. */
function variablesIn(record: Part): readonly string[] {
  const said: string[] = [];
  for (const key in record.of) if (ranks.has(key)) said.push(key);
  return said.length < 2 ? said : said.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

const none: readonly never[] = [];

type Done = Pick<DraftContribution, 'role' | 'marcRelator'>;
const known = new Map<string, Done>();

/** What the people of a variable did, looked up once. */
function doneBy(variable: string): Done {
  const before = known.get(variable);
  if (before) return before;
  const done = { role: roleOf('csl', variable), marcRelator: codeList('relators').read('csl', variable) };
  known.set(variable, done);
  return done;
}

/** What a person did, in the model's word for the word of a column of `ontology/roles.csv`. */
export function roleOf(column: string, code: string): Role {
  const word = codeList('roles').read(column, code);
  return roles.find((role) => role === word) ?? 'other';
}

/** The names that a variable holds, and what they did; a name that is no object is taken as it is printed. */
export function namesOf(record: Part, variable: string, done: Done): readonly DraftContribution[] {
  const value = record.of[variable];
  const list: readonly unknown[] = Array.isArray(value) ? value : value ? [value] : none;
  const within = record.path === '' ? variable : `${record.path}.${variable}`;
  const names: DraftContribution[] = [];
  let isUnderstood = true;
  let index = 0;
  for (const each of list) {
    if (typeof each === 'string') {
      if (/\S/.test(each)) names.push({ ...done, nameAsPrinted: each });
    } else if (isObject(each)) {
      const name = nameOf({ of: each, path: `${within}.${index}`, left: record.left }, done);
      if (name) names.push(name);
    } else isUnderstood = false;
    index += 1;
  }
  if (!isUnderstood) keep(record, variable, value);
  return names;
}

/** Zotero and citeproc: quotation marks around a family name keep its particles in it. */
export function unquoted(family: string | undefined): string | undefined {
  return family?.startsWith('"') ? (/^"([^"]+)"$/.exec(family)?.[1] ?? family) : family;
}

const ofName = new Set([
  ...['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'comma-suffix'],
  ...['static-ordering', 'literal', 'name', 'isInstitution', 'ORCID', 'authenticated-orcid', 'affiliation'],
  // How citeproc is to read the family name, and a place in the list that Crossref says again.
  ...['parse-names', 'sequence'],
]);

function nameOf(part: Part, { role, marcRelator }: Done): DraftContribution | undefined {
  const [family, given] = [unquoted(words(part, 'family')), words(part, 'given')];
  if (isPlain(part.of) && (family !== undefined || given !== undefined))
    return { role, marcRelator, family, given };
  const literal = words(part, 'literal') ?? words(part, 'name');
  if (family === undefined && given === undefined) {
    if (literal === undefined) keepWhole(part);
    return literal === undefined ? undefined : whole(part, literal, { role, marcRelator });
  }
  keepOthers(part, ofName);
  const suffix = words(part, 'suffix');
  const nameAsPrinted = literal ?? printed(part, family, given, suffix);
  const name = {
    role,
    marcRelator,
    family,
    given,
    particle: words(part, 'non-dropping-particle'),
    droppingParticle: words(part, 'dropping-particle'),
    suffix,
    identifiers: orcidOf(part),
    affiliations: affiliationsOf(part),
  };
  // To add a field costs more than all the rest here, and few names need it.
  return nameAsPrinted === undefined ? name : { nameAsPrinted, ...name };
}

/** Whether a name says its two parts and nothing else, as nearly all do. */
function isPlain(name: Json): boolean {
  for (const key in name) if (key !== 'family' && key !== 'given') return false;
  return true;
}

/** A name that cannot be split (CSL 1.0.2, name variables): whose it is, it does not say (N1). */
function whole(part: Part, literal: string, { role, marcRelator }: Done): DraftContribution {
  keepOthers(part, ofName);
  const name = {
    role,
    marcRelator,
    nameAsPrinted: literal,
    literal,
    identifiers: orcidOf(part),
    affiliations: affiliationsOf(part),
  };
  return isSet(part, 'isInstitution') ? { kind: 'organisation', ...name } : name;
}

/** How a name is printed when its parts do not stand in the usual order (N3) or have a comma; else undefined. */
function printed(
  part: Part,
  family: string | undefined,
  given: string | undefined,
  suffix: string | undefined,
): string | undefined {
  if (family === undefined || given === undefined) return undefined;
  if (isSet(part, 'static-ordering')) return `${family} ${given}`;
  if (suffix === undefined || !isSet(part, 'comma-suffix')) return undefined;
  const particles = [words(part, 'dropping-particle'), words(part, 'non-dropping-particle')];
  const name = [given, ...particles, family].filter((each) => each !== undefined).join(' ');
  return `${name.replace(/(?<= [dl]['’]) /g, '')}, ${suffix}`;
}

/** Flags are booleans, numbers or texts (csl-data.json). */
function isSet(part: Part, flag: string): boolean {
  const value = part.of[flag];
  return value === true || value === 1 || value === '1' || value === 'true';
}

function orcidOf(part: Part): DraftContribution['identifiers'] {
  const value = words(part, 'ORCID');
  if (value === undefined) return undefined;
  const assertedBy = part.of['authenticated-orcid'] === true ? 'author' : undefined;
  return [{ scheme: 'orcid', value, assertedBy }];
}

const ofAffiliation = new Set(['name', 'id']);

function affiliationsOf(person: Part): readonly DraftAffiliation[] | undefined {
  const value = person.of.affiliation;
  if (value === undefined || value === null) return undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((each, index) => {
    if (typeof each === 'string') return /\S/.test(each) ? [{ nameAsPrinted: each }] : [];
    const part: Part = {
      ...person,
      of: isObject(each) ? each : {},
      path: `${person.path}.affiliation.${index}`,
    };
    const nameAsPrinted = words(part, 'name');
    if (nameAsPrinted === undefined) {
      keep(person, `affiliation.${index}`, each);
      return [];
    }
    keepOthers(part, ofAffiliation);
    return [{ nameAsPrinted, ids: part.of.id === undefined ? [] : identifiersOf(part, 'id') }];
  });
}

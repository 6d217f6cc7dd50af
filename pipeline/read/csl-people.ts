import { codeList } from '../base/code-list.ts';
import type { DraftAffiliation, DraftContribution } from '../base/draft.ts';
import { type Role, roles } from '../base/work.ts';
import { identifiersOf } from './crossref-people.ts';
import { isObject, keep, keepOthers, keepWhole, type Part, words } from './json-part.ts';

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
  const people: DraftContribution[] = [];
  const said = Object.keys(record.of).filter((key) => ranks.has(key));
  for (const variable of said.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))) {
    const { role, marcRelator } = doneBy(variable);
    // The model has no word for what these people did.
    if (role === 'other' && marcRelator === undefined) keep(record, variable, record.of[variable]);
    for (const name of namesOf(record, variable)) people.push({ role, marcRelator, ...name });
  }
  return people;
}

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

type Name = Omit<DraftContribution, 'role'>;

/** The names that a variable holds; a name that is no object is taken as it is printed. */
export function namesOf(record: Part, variable: string): readonly Name[] {
  const value = record.of[variable];
  const list: readonly unknown[] = Array.isArray(value) ? value : value ? [value] : [];
  const within = record.path === '' ? variable : `${record.path}.${variable}`;
  const names: Name[] = [];
  let isUnderstood = true;
  for (const [index, each] of list.entries()) {
    if (typeof each === 'string') {
      if (/\S/.test(each)) names.push({ nameAsPrinted: each });
    } else if (isObject(each)) {
      const name = nameOf({ of: each, path: `${within}.${index}`, left: record.left });
      if (name) names.push(name);
    } else isUnderstood = false;
  }
  if (!isUnderstood) keep(record, variable, value);
  return names;
}

/** Zotero and citeproc: quotation marks around a family name keep its particles in it. */
export function unquoted(family: string | undefined): string | undefined {
  return family === undefined ? undefined : (/^"([^"]+)"$/.exec(family)?.[1] ?? family);
}

const ofName = new Set([
  ...['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'comma-suffix'],
  ...['static-ordering', 'literal', 'name', 'isInstitution', 'ORCID', 'authenticated-orcid', 'affiliation'],
  // How citeproc is to read the family name, and a place in the list that Crossref says again.
  ...['parse-names', 'sequence'],
]);

function nameOf(part: Part): Name | undefined {
  const [family, given] = [unquoted(words(part, 'family')), words(part, 'given')];
  const literal = words(part, 'literal') ?? words(part, 'name');
  if (family === undefined && given === undefined && literal === undefined) {
    keepWhole(part);
    return undefined;
  }
  keepOthers(part, ofName);
  const others = { identifiers: orcidOf(part), affiliations: affiliationsOf(part) };
  if (family === undefined && given === undefined && literal !== undefined) {
    // A name that cannot be split (CSL 1.0.2, name variables): whose it is, it does not say (N1).
    const whole = { nameAsPrinted: literal, literal, ...others };
    return isSet(part, 'isInstitution') ? { kind: 'organisation', ...whole } : whole;
  }
  const name = {
    family,
    given,
    particle: words(part, 'non-dropping-particle'),
    droppingParticle: words(part, 'dropping-particle'),
    suffix: words(part, 'suffix'),
    ...others,
  };
  const nameAsPrinted = literal ?? printed(part, name);
  return nameAsPrinted === undefined ? name : { nameAsPrinted, ...name };
}

/** How a name is printed when its parts do not stand in the usual order (N3) or have a comma; else undefined. */
function printed(
  part: Part,
  name: Pick<DraftContribution, 'family' | 'given' | 'suffix'>,
): string | undefined {
  const { family, given, suffix } = name;
  if (family === undefined || given === undefined) return undefined;
  if (isSet(part, 'static-ordering')) return `${family} ${given}`;
  if (suffix === undefined || !isSet(part, 'comma-suffix')) return undefined;
  const particles = [words(part, 'dropping-particle'), words(part, 'non-dropping-particle')];
  const whole = [given, ...particles, family].filter((each) => each !== undefined).join(' ');
  return `${whole.replace(/(?<= [dl]['’]) /g, '')}, ${suffix}`;
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

import { codeList } from '../base/code-list.ts';
import type { DraftAffiliation, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { schemeName } from '../base/scheme-name.ts';
import type { Role } from '../base/work.ts';
import { said } from './datacite-words.ts';
import { keep, keepOthers, keepWhole, type Part, partsOf, words } from './json-part.ts';

/** The creators, then the contributors, each in their order; those who paid are among the funding. */
export function peopleOf(record: Part): readonly DraftContribution[] {
  return [
    ...partsOf(record, 'creators').flatMap((part) => person(part, 'author') ?? []),
    ...contributorsOf(record).flatMap((part) => (isFunder(part) ? [] : (person(part, roleOf(part)) ?? []))),
  ];
}

/** The contributors of one record or of one related item. */
export function contributorsOf(owner: Part): readonly Part[] {
  return partsOf(owner, 'contributors');
}

/** Kernels 2 and 3 name funders among the contributors. */
export function isFunder(part: Part): boolean {
  return part.of.contributorType === 'Funder';
}

/** The role, by `roles.csv`; the type's word is kept when the role says less. */
export function roleOf(part: Part): Role {
  const type = words(part, 'contributorType');
  const list = codeList('roles');
  const role = type === undefined ? undefined : list.read('datacite', type);
  if (role === undefined || list.write('datacite', role) !== type) keep(part, 'contributorType', type);
  return (role as Role | undefined) ?? 'contributor';
}

const known: ReadonlySet<string> = new Set([
  ...['name', 'nameType', 'givenName', 'familyName', 'nameIdentifiers', 'affiliation', 'contributorType'],
  // As JSON of 2018 has them.
  ...['type', 'id'],
]);

/** A person or an organisation as printed, with what the record tells apart. */
export function person(part: Part, role: Role): DraftContribution | undefined {
  const [name, given, family] = [said(part, 'name'), said(part, 'givenName'), said(part, 'familyName')];
  if (name === undefined && given === undefined && family === undefined) {
    if (Object.keys(part.of).length > 0) keepWhole(part);
    return undefined;
  }
  keepOthers(part, known);
  const kind = kindOf(part);
  if (kind === 'organisation') {
    // The REST API repeats the name of an organisation as a family name.
    for (const key of ['givenName', 'familyName']) if (part.of[key] !== name) keep(part, key, part.of[key]);
    const literal = name ?? family ?? given;
    return {
      role,
      kind,
      nameAsPrinted: name,
      literal,
      identifiers: idsOf(part),
      affiliations: affiliationsOf(part),
    };
  }
  const parts = nameParts(name, family, given);
  return { role, kind, identifiers: idsOf(part), affiliations: affiliationsOf(part), ...parts };
}

type NameParts = Pick<DraftContribution, 'nameAsPrinted' | 'family' | 'given' | 'suffix'>;

/**
 * The parts of a name, and the name as printed: not when it is the parts in the order that DataCite prescribes for all
 * (`Family, Given`), to which only a suffix may be added.
 */
function nameParts(
  name: string | undefined,
  family: string | undefined,
  given: string | undefined,
): NameParts {
  if (name === undefined) return { family, given };
  // The REST API repeats a name that it cannot split as a family name: that tells nothing apart.
  if (given === undefined && family === name) return { nameAsPrinted: name };
  const ordered = `${family}, ${given}`;
  if (family === undefined || given === undefined || !name.startsWith(ordered))
    return { nameAsPrinted: name, family, given };
  if (name === ordered) return { family, given };
  const suffix = /^, ([^\d,]{1,20})$/.exec(name.slice(ordered.length))?.[1];
  return suffix === undefined ? { nameAsPrinted: name, family, given } : { family, given, suffix };
}

const kinds: ReadonlyMap<string, 'person' | 'organisation'> = new Map([
  ['personal', 'person'],
  ['person', 'person'],
  ['organizational', 'organisation'],
  ['organization', 'organisation'],
]);

function kindOf(part: Part): DraftContribution['kind'] {
  const key = part.of.nameType === undefined || part.of.nameType === null ? 'type' : 'nameType';
  const type = words(part, key);
  const kind = kinds.get(type?.toLowerCase() ?? '');
  if (kind === undefined) keep(part, key, type);
  return kind;
}

const ofIdentifier: ReadonlySet<string> = new Set(['nameIdentifier', 'nameIdentifierScheme', 'schemeUri']);

function idsOf(part: Part): readonly DraftIdentifier[] {
  const id = words(part, 'id');
  const stated = partsOf(part, 'nameIdentifiers').flatMap((each) => {
    keepOthers(each, ofIdentifier);
    return identifier(each, 'nameIdentifier', 'nameIdentifierScheme');
  });
  return id === undefined ? stated : [{ value: id }, ...stated];
}

// Whose address everybody knows: for these, `schemeUri` says nothing more.
const wellKnown: ReadonlySet<string> = new Set([
  ...[
    'orcid',
    'isni',
    'ror',
    'grid',
    'viaf',
    'doi',
    'wikidata',
    'idref',
    'crossref-funder-id',
    'crossref-funder',
  ],
]);

/** An identifier with its scheme, from keys of one object. */
export function identifier(part: Part, key: string, schemeKey: string): readonly DraftIdentifier[] {
  const value = said(part, key);
  const named = words(part, schemeKey);
  const scheme = schemeOf(named);
  if (value === undefined || scheme === undefined || !wellKnown.has(scheme))
    keep(part, 'schemeUri', part.of.schemeUri);
  if (value === undefined || (scheme === undefined && named !== other)) keep(part, schemeKey, named);
  return value === undefined ? [] : [{ scheme, value }];
}

// DataCite's word for a scheme that is in none of its lists.
const other = 'Other';

/** The name of a scheme; of `Other` only the form of the value can tell. */
export function schemeOf(named: string | undefined): string | undefined {
  return named === other ? undefined : schemeName(named);
}

const ofAffiliation: ReadonlySet<string> = new Set([
  ...['name', 'affiliationIdentifier', 'affiliationIdentifierScheme', 'schemeUri'],
]);

/** Names alone, or objects with an identifier (schema 4.3). */
function affiliationsOf(part: Part): readonly DraftAffiliation[] {
  const value = part.of.affiliation;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const named = list.filter((each) => typeof each === 'string' && each.trim() !== '');
  if (named.length === list.length) return named.map((name) => ({ nameAsPrinted: String(name) }));
  const objects = {
    ...part,
    of: { affiliation: list.map((each) => (typeof each === 'string' ? { name: each } : each)) },
  };
  return partsOf(objects, 'affiliation').flatMap((each) => {
    keepOthers(each, ofAffiliation);
    const name = said(each, 'name');
    const ids = identifier(each, 'affiliationIdentifier', 'affiliationIdentifierScheme');
    if (name !== undefined) return [{ nameAsPrinted: name, ids }];
    keep(each, 'affiliationIdentifier', each.of.affiliationIdentifier);
    return [];
  });
}

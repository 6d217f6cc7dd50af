import type { DraftAffiliation, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import type { Role } from '../base/work.ts';
import { keep, keepOthers, keepWhole, type Part, partsOf, words, wordsOf } from './json-part.ts';

const lists: readonly (readonly [key: string, role: Role])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['chair', 'other'],
];

/** The people and organisations of a record: authors first, then editors, translators and chairs, each in its order. */
export function peopleOf(record: Part): readonly DraftContribution[] {
  const people: DraftContribution[] = [];
  for (const [key, role] of lists) {
    for (const part of partsOf(record, key)) {
      const one = person(part, key, role);
      if (one) people.push(one);
    }
  }
  return people;
}

const known = new Set([
  ...['given', 'family', 'name', 'suffix', 'ORCID', 'authenticated-orcid', 'affiliation', 'role'],
  // Its place in the list says the same.
  'sequence',
]);

function person(part: Part, list: string, role: Role): DraftContribution | undefined {
  const [family, given, name] = [words(part, 'family'), words(part, 'given'), words(part, 'name')];
  if (family === undefined && given === undefined && name === undefined) {
    keepWhole(part);
    return undefined;
  }
  keepOthers(part, known);
  keepRoles(part, list);
  // The model has no word for who chairs a conference.
  if (role === 'other') keep(part, 'role', list);
  const isOrganisation = name !== undefined && family === undefined && given === undefined;
  if (!isOrganisation) keep(part, 'name', name);
  const parts = isOrganisation
    ? { kind: 'organisation' as const, nameAsPrinted: name, literal: name }
    : { family, given };
  return {
    role,
    ...parts,
    suffix: words(part, 'suffix'),
    identifiers: orcid(part),
    affiliations: affiliationsOf(part),
  };
}

/** Newer records repeat the list's name as a role; another role says more. */
function keepRoles(part: Part, list: string): void {
  for (const each of partsOf(part, 'role')) {
    if (each.of.role !== list) keep(each, 'role', each.of.role);
  }
}

function orcid(part: Part): readonly DraftIdentifier[] | undefined {
  const value = words(part, 'ORCID');
  if (value === undefined) return undefined;
  const assertedBy = part.of['authenticated-orcid'] === true ? 'author' : 'publisher';
  return [{ scheme: 'orcid', value, assertedBy }];
}

const ofAffiliation = new Set(['name', 'id', 'place', 'department']);

function affiliationsOf(person: Part): readonly DraftAffiliation[] {
  return partsOf(person, 'affiliation').flatMap((part) => {
    keepOthers(part, ofAffiliation);
    const name = words(part, 'name');
    // As a signature prints them: the department before, the place after.
    const printed = [...wordsOf(part, 'department'), ...(name ? [name] : []), ...wordsOf(part, 'place')];
    const ids = identifiersOf(part, 'id');
    if (printed.length > 0) return [{ nameAsPrinted: printed.join(', '), ids }];
    keep(part, 'id', part.of.id);
    return [];
  });
}

const ofIdentifier = new Set(['id', 'id-type', 'asserted-by']);

/** `[{"id": "https://ror.org/…", "id-type": "ROR", "asserted-by": "publisher"}]`. */
export function identifiersOf(owner: Part, key: string): readonly DraftIdentifier[] {
  return partsOf(owner, key).flatMap((part) => {
    keepOthers(part, ofIdentifier);
    const value = words(part, 'id');
    if (value === undefined) return [];
    return [
      { scheme: words(part, 'id-type')?.toLowerCase(), value, assertedBy: assertedBy(part, 'asserted-by') },
    ];
  });
}

/** Crossref matches some identifiers itself. */
export function assertedBy(part: Part, key: string): DraftIdentifier['assertedBy'] {
  const by = part.of[key];
  return by === 'publisher' ? 'publisher' : by === 'crossref' ? 'machine' : undefined;
}

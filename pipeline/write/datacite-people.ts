import { codeList } from '../base/code-list.ts';
import { nameOf } from '../base/values.ts';
import type { Affiliation, Contribution, Role } from '../base/work.ts';
import { chosen, spelt } from './datacite-identifiers.ts';
import { listed } from './datacite-lists.ts';
import { familyFirst, familyName, givenName } from './family-first.ts';

/** A creator, which is DataCite's word for an author. */
export function creator(one: Contribution) {
  return {
    ...named(one),
    nameIdentifiers: listed(
      one.identifiers.map((each) => {
        const { value, scheme, schemeUri } = spelt(each);
        return { nameIdentifier: value, nameIdentifierScheme: scheme, schemeUri };
      }),
    ),
    affiliation: listed(one.affiliations.map(affiliation)),
  };
}

/** Whoever else contributed. */
export function contributor(one: Contribution) {
  return { ...creator(one), contributorType: contributorType(one.role) };
}

/** An editor of a related item, of whom DataCite has the name alone. */
export function editor(one: Contribution) {
  return { ...named(one), contributorType: contributorType('editor') };
}

/** DataCite's word for a role. */
export function contributorType(role: Role): string {
  return codeList('roles').write('datacite', role) ?? 'Other';
}

const nameTypes = { person: 'Personal', organisation: 'Organizational', unknown: undefined } as const;

/** `Family, Given, Suffix` and the parts, as DataCite advises; whole where nobody told the parts apart (N1). */
function named(one: Contribution) {
  const nameType = nameTypes[one.kind];
  if (one.kind === 'organisation') return { name: nameOf(one), nameType };
  // Said alone, so that nobody takes it apart.
  if (!one.family) return { name: nameOf(one), nameType, givenName: one.literal ? undefined : one.given };
  return {
    name: familyFirst(one),
    nameType,
    givenName: givenName(one) || undefined,
    familyName: familyName(one),
  };
}

/** An affiliation as printed, with one identifier: DataCite has room for no more. */
function affiliation({ nameAsPrinted, ids }: Affiliation) {
  const id = chosen(ids);
  if (!id) return { name: nameAsPrinted };
  const { value, scheme, schemeUri } = spelt(id);
  return {
    name: nameAsPrinted,
    affiliationIdentifier: value,
    affiliationIdentifierScheme: scheme,
    schemeUri,
  };
}

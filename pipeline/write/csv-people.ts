import { nameOf } from '../base/values.ts';
import type { Contribution, Role, Work } from '../base/work.ts';
import { familyFirst } from './family-first.ts';

/** The columns of people by role; who did something else is a contributor. */
const columns: ReadonlySet<Role> = new Set<Role>([
  'author',
  'editor',
  'translator',
  'supervisor',
  'illustrator',
]);

/** The role whose column names a contribution. */
export function columnRole({ role }: Contribution): Role {
  return columns.has(role) ? role : 'contributor';
}

export function peopleAs({ contributions }: Work, role: Role): readonly Contribution[] {
  return contributions.filter((one) => columnRole(one) === role && nameOf(one) !== '');
}

/** `Family, Given, Suffix`; an organisation says that it is one, and is not split at its commas (N1). */
export function csvName(one: Contribution): string {
  return one.kind === 'organisation' ? `${nameOf(one)} [organisation]` : familyFirst(one);
}

const familyGiven = /^[^\s,]+, [^,]+$/;
const severalNames = / (?:et|and|&) |,/;

/** Whether a name that stands alone could be taken for several. */
export function looksLikeSeveral(name: string): boolean {
  if (name.endsWith(' [organisation]')) return false;
  return severalNames.test(name) && (!familyGiven.test(name) || / (?:et|and|&) /.test(name));
}

export const authorSchemes = ['orcid', 'idhal', 'idref'] as const;
type AuthorScheme = (typeof authorSchemes)[number];

/** The identifiers of one scheme in the order of the authors, one for each; empty where an author has none. */
export function authorIdentifiers(work: Work, scheme: AuthorScheme): readonly string[] {
  const values = peopleAs(work, 'author').map((one) => identifierAs(one, scheme)?.value ?? '');
  return values.some((value) => value !== '') ? values : [];
}

export function identifierAs({ identifiers }: Contribution, scheme: AuthorScheme) {
  return identifiers.find((each) => each.scheme === scheme && /^[^\s;|,/]+$/.test(each.value));
}

/** The affiliations of the only author: of several, one column would not say whose they are (N5). */
export function soleAffiliations(work: Work): readonly string[] {
  const [only, ...more] = peopleAs(work, 'author');
  return only && more.length === 0 ? only.affiliations.map(({ nameAsPrinted }) => nameAsPrinted) : [];
}

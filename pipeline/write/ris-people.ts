import { plainText } from '../base/plain-text.ts';
import { nameOf } from '../base/values.ts';
import type { Contribution, Role, Work } from '../base/work.ts';
import { familyFirst } from './family-first.ts';
import { risType } from './ris-type.ts';
import { isSuffixKnown } from './split-again.ts';

/** A contribution, the list that names it, and the role that this list gives it. */
export interface Signed {
  readonly one: Contribution;
  readonly tag: string;
  readonly role: Role;
}

const books: ReadonlySet<string> = new Set(['BOOK', 'EDBOOK']);
/** Whose second authors are editors for Zotero and EndNote alike; elsewhere `ED` says so to Zotero. */
const halves: ReadonlySet<string> = new Set(['JOUR', 'CHAP', 'CPAPER', 'GEN', 'UNPB']);
/** Whose fourth list holds whoever else had a hand in them, and no translators. */
const withContributors: ReadonlySet<string> = new Set(['CPAPER', 'SLIDE', 'VIDEO', 'DATA']);
const inSeries: ReadonlySet<string> = new Set(['BOOK', 'EDBOOK', 'RPRT']);

/** The people of a work who have a list, in the order of the lists; the others are lost. */
export function signedOf(work: Work): readonly Signed[] {
  const { code } = risType(work.type);
  const isEdited = code === 'EDBOOK' && isEditedOnly(work);
  const signed = work.contributions.flatMap((one): readonly Signed[] => {
    const list = nameOf(one) === '' ? undefined : listOf(code, one.role, isEdited);
    return list === undefined ? [] : [{ one, ...list }];
  });
  const editors = seriesEditors(work).map((one): Signed => ({ one, tag: 'A2', role: 'editor' }));
  const all = [...signed, ...editors, ...bookEditors(work, signed)];
  return tags.flatMap((tag) => all.filter((each) => each.tag === tag));
}

const tags = ['AU', 'A2', 'A3', 'A4', 'ED'] as const;

/** In EndNote and Zotero the authors of an edited book are its editors. */
function isEditedOnly(work: Work): boolean {
  return !work.contributions.some(({ role }) => role === 'author') && seriesEditors(work).length === 0;
}

function listOf(code: string, role: Role, isEdited: boolean): Omit<Signed, 'one'> | undefined {
  if (role === 'author') return { tag: 'AU', role };
  if (role === 'editor') {
    return { tag: isEdited ? 'AU' : books.has(code) ? 'A3' : halves.has(code) ? 'A2' : 'ED', role };
  }
  if (role === 'translator' && !withContributors.has(code)) return { tag: 'A4', role };
  if (code === 'THES')
    return role === 'supervisor' ? { tag: 'A3', role } : { tag: 'A2', role: 'contributor' };
  return withContributors.has(code) ? { tag: 'A4', role: 'contributor' } : undefined;
}

/** The role that a contribution comes back with; undefined when it is lost. */
export function rolesBack(work: Work): readonly (Role | undefined)[] {
  const { code } = risType(work.type);
  const isEdited = code === 'EDBOOK' && isEditedOnly(work);
  const hasEditors =
    work.contributions.some(({ role }) => role === 'editor') || seriesEditors(work).length > 0;
  return work.contributions.map((one) => {
    const list = listOf(code, one.role, isEdited);
    return list?.tag === 'AU' && code === 'EDBOOK' && (isEdited || !hasEditors) ? 'editor' : list?.role;
  });
}

/** The editors of the series that a book or report is part of. */
export function seriesEditors({ type, container }: Work): readonly Contribution[] {
  const isNamed = (container?.titles ?? []).some((title) => plainText(title) !== '');
  return container && isNamed && inSeries.has(risType(type).code) ? container.editors : [];
}

/** Of a part of a book, those of the book, unless they are named already. */
function bookEditors({ type, container }: Work, signed: readonly Signed[]): readonly Signed[] {
  const { code } = risType(type);
  if (code !== 'CHAP' && code !== 'CPAPER') return [];
  const known = new Set(signed.filter(({ tag }) => tag === 'A2').map(({ one }) => nameOf(one)));
  const others = (container?.editors ?? []).filter((one) => !known.has(nameOf(one)));
  return others.map((one) => ({ one, tag: 'A2', role: 'editor' }));
}

/**
 * `Family, Given, Suffix`. Zotero and EndNote take no name apart that ends in a comma: an organisation's does, and a
 * comma inside it is written as the low one that looks the same (U+201A), which our reader writes back (N1, T5).
 */
export function risName(one: Contribution): string {
  if (one.kind !== 'organisation') return familyFirst(one);
  const name = nameOf(one);
  return name.includes(' ') ? `${name.replaceAll(',', '\u201a')},` : name;
}

/** Whether a name comes back whole: `;` parts names for every reader, and a comma a family name from a given one. */
export function isNameKept(one: Contribution): boolean {
  const name = nameOf(one);
  if (name === '' || name.includes(';')) return false;
  return one.kind === 'organisation' || (isSuffixKnown(one) && !name.includes(','));
}

/** The only author, whose addresses are then certain (N5). */
export function onlyAuthor(work: Work): Contribution | undefined {
  const authors = signedOf(work).filter(({ tag }) => tag === 'AU');
  const [only, ...more] = authors;
  return only?.one.role === 'author' && more.length === 0 && rolesBack(work).includes('author')
    ? only.one
    : undefined;
}

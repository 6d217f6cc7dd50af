import { isIdentifierAddress } from '../base/address-form.ts';
import { isWebAddress } from '../base/iri.ts';
import type { Carrying, Keeps } from '../base/losses.ts';
import { usualContainer } from '../base/usual-container.ts';
import { nameOf } from '../base/values.ts';
import { type Container, type Contribution, mainTitle, type Title, type Work } from '../base/work.ts';
import { identifierAddresses, isOther, isOwnLink, shownRole } from './dublin-core-identifiers.ts';
import { simpleSubject, subjectForm } from './dublin-core-subjects.ts';
import { joinedSubtitle } from './dublin-core-texts.ts';
import { versionNames } from './dublin-core-types.ts';
import { familyFirst } from './family-first.ts';
import { type GrantWords, grantIri, grantWords } from './grant-iri.ts';
import { languageTag } from './language-tag.ts';
import { extentOf, isReadable, placeLine } from './place-line.ts';

/** The item that the value with this index is of: the values of a kind are of those items alone that have it. */
export function nth<T>(items: readonly T[], has: (item: T) => unknown, index: number): T | undefined {
  return items.filter((item) => has(item) !== undefined && has(item) !== '')[index];
}

/** Whether nothing before it is the same: what is said twice is read as one. */
export function isFirst<T>(
  items: readonly T[],
  item: T | undefined,
  key: (item: T) => string | undefined,
): boolean {
  return item !== undefined && items.find((each) => key(each) === key(item)) === item;
}

/** What a reader of Dublin Core, simple or qualified, can tell again. */
export const dublinCoreCarries: Carrying = {
  type: true,
  'titles.main': isWhole,
  'titles.subtitle': (_, index, work) => isKept(work, ofRole(work, 'subtitle')[index]),
  'titles.translated': (_, index, work) => isKept(work, ofRole(work, 'translated')[index]),
  'titles.alternative': (_, index, work) => isKept(work, ofRole(work, 'alternative')[index]),
  'titles.lang': (_, index, work) => {
    const title = nth(work.titles, ({ text }) => text.lang, index);
    return isKept(work, title) && languageTag(title?.text.lang) !== undefined;
  },
  // Nothing shows that a name before a comma is no family name; N1 knows an organisation by its words.
  contributions: (_, index, { contributions }) => isNameKept(contributions[index]),
  'contributions.role': (_, index, work) => isRoleKept(work, work.contributions[index]),
  // Nothing in Dublin Core says which; a family and a given name are those of a person.
  'contributions.kind': (_, index, { contributions }) => {
    const one = nth(contributions, ({ kind }) => (kind === 'unknown' ? undefined : kind), index);
    return one?.kind === 'person' && isSplit(one);
  },
  'contributions.parts': (_, index, { contributions }) => {
    const one = nth(contributions, ({ family }) => family, index);
    return one !== undefined && isSplit(one);
  },
  'contributions.nameAsPrinted': (name, _, { contributions }) =>
    contributions.some(
      (one) => one.nameAsPrinted === name && familyFirst(one) === name && nameOf(one) !== name,
    ),
  'container.issn': (_, index, { container }) =>
    isFirst(container?.issn ?? [], container?.issn[index], ({ value }) => value),
  'position.volume': (value, _, work) => isReadable('volume', value) && /\d/.test(placeLine(work) ?? ''),
  'position.issue': (value) => isReadable('issue', value),
  'position.pages': (value, _, { position }) =>
    extentOf(position) === undefined ? isReadable('pages', value) : /^\d+\s?p(?:ages|\.)?$/.test(value),
  'publisher.name': (name) => !/^(?:HAL )?CCSD$/.test(name),
  identifiers: isIdentifierKept,
  links: (_, index, { links }) => {
    const link = links[index];
    return link !== undefined && isOnce(links, link) && (isOwnLink(link) || link.role === 'dataset');
  },
  'links.mediaType': (_, index, { links }) => {
    const link = nth(links, ({ mediaType }) => mediaType, index);
    const extension = /\.(pdf|epub)(?:$|[?#])/i.exec(link?.url ?? '')?.[1]?.toLowerCase();
    return link?.role === 'fulltext' && extension !== undefined && link.mediaType === mediaTypes[extension];
  },
  languages: true,
  subjects: (words, index, { subjects }) =>
    !words.includes(';') &&
    isFirst(subjects, subjects[index], (each) => `${each.text.lang} ${simpleSubject(each).words}`),
  'access.status': (status, _, { access }) => status !== 'unknown' || access?.embargoUntil !== undefined,
  'access.embargoUntil': true,
  licences: (_, index, { licences }) =>
    isFirst(licences, licences[index], ({ iri, text }) => iri ?? text?.value),
  'funding.funder': grantKeeps('funder', ({ funder }) => funder?.name),
  'funding.programme': grantKeeps('programme', ({ programme }) => programme),
  'funding.awardNumber': grantKeeps('awardNumber', ({ awardNumber }) => awardNumber),
  'funding.title': grantKeeps('title', ({ title }) => title?.value),
  'funding.acronym': grantKeeps('acronym', ({ acronym }) => acronym),
  'funding.awardIri': (iri, _, { funding }) => funding.some((each) => grantIri(each) === iri),
  status: (status, _, { type }) => status === 'preprint' && type === 'preprint',
};

const mediaTypes: Readonly<Record<string, string>> = { pdf: 'application/pdf', epub: 'application/epub+zip' };

const ofRole = ({ titles }: Work, role: Title['role']) => titles.filter((title) => title.role === role);

/** Whether a title comes back in its role, which its language alone shows. */
function isKept(work: Work, title: Title | undefined): boolean {
  if (!title) return false;
  if (title.role === 'main') return true;
  if (title.role === 'subtitle') return joinedSubtitle(work) === title.text;
  return title.role === (isForeign(work, title) ? 'translated' : 'alternative');
}

function isForeign({ titles, languages }: Work, { text }: Title): boolean {
  const original = mainTitle({ titles })?.lang ?? (languages.length === 1 ? languages[0] : undefined);
  return text.lang !== undefined && original !== undefined && primary(text.lang) !== primary(original);
}

const primary = (tag: string) => tag.split('-')[0];

/** Works whose contributors nobody takes for their authors, though there be no author. */
const edited: ReadonlySet<string> = new Set(['book', 'editedBook', 'proceedings']);

function isNameKept(one: Contribution | undefined): boolean {
  if (!one || nameOf(one).includes(';')) return false;
  return one.kind === 'organisation' || one.family !== undefined || !nameOf(one).includes(',');
}

function isRoleKept({ type, contributions }: Work, one: Contribution | undefined): boolean {
  if (!isNameKept(one)) return false;
  if (one?.role === 'author') return true;
  const hasAuthor = contributions.some(({ role }) => role === 'author');
  return one?.role === 'contributor' && (hasAuthor || edited.has(type));
}

/** Whether the parts of a name can be told again from `Family, Given`. */
function isSplit({ kind, family, given, droppingParticle = 'de' }: Contribution): boolean {
  if (kind !== 'person' || !family || !given || /[,;]/.test(family + given)) return false;
  return /^(?:de|d[’']|von|van|du|des)$/.test(droppingParticle);
}

function isIdentifierKept(_value: string, index: number, work: Work): boolean {
  const identifier = work.identifiers[index];
  if (!identifier || identifier.scheme === 'url') return false;
  if (!isFirst(work.identifiers, identifier, ({ value }) => value.toLowerCase())) return false;
  if (isOther(identifier)) return true;
  if (identifier.scheme === 'isbn' && (isPart(work) || !/^[\dXx-]+$/.test(identifier.value))) return false;
  return identifierAddresses({ ...work, identifiers: [identifier], links: [] }).length > 0;
}

function grantKeeps(
  part: keyof GrantWords,
  of: (funding: Work['funding'][number]) => string | undefined,
): Keeps {
  return (value, index, { funding }) => {
    const iri = grantIri(nth(funding, of, index) ?? {});
    return iri !== undefined && grantWords(iri)[part] === value;
  };
}

/** Whether works of this type stand in something whose title and ISBN are then told from their own. */
export const isPart = ({ type }: Work): boolean => usualContainer(type) !== undefined;

/** The kind of container that a reader takes it for, by the type of the work and the numbers said. */
export function shownContainer(
  work: Work,
  { issn, isbn }: Pick<Container, 'issn' | 'isbn'>,
): Container['type'] {
  const usual = usualContainer(work.type) ?? 'series';
  return usual === 'proceedings' && issn.length > 0 && isbn.length === 0 ? 'journal' : usual;
}

/** Whether an address is read as a link, and not as an identifier nor as one that was said before. */
export function isOnce(links: Work['links'], link: Work['links'][number]): boolean {
  return isWebAddress(link.url) && !isIdentifierAddress(link.url) && isFirst(links, link, ({ url }) => url);
}

/** Whether a file's version comes back: the record has one for all, which is that of what is taken for a full text. */
export function versionKeeps(isFile: (link: Work['links'][number], links: Work['links']) => boolean): Keeps {
  return (_, index, work) => {
    const link = nth(work.links, ({ version }) => version, index);
    return link?.role === 'fulltext' && versionNames(work) !== undefined && isFile(link, work.links);
  };
}

/** Whether a link's role is what its address shows. */
export function isShown(link: Work['links'][number], links: Work['links']): boolean {
  return isOnce(links, link) && (link.role === 'dataset' || shownRole(link.url) === link.role);
}

/** How a subject is said, if there is one. */
export function formOf(subject: Work['subjects'][number] | undefined): string {
  return subject ? subjectForm(subject) : '';
}

/** XML is broken into lines anywhere: only empty ones part paragraphs. */
export function isWhole(text: string): boolean {
  return !/(?<!\n)\n(?!\n)|\n{3}/.test(text);
}

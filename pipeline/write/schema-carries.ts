import { codeList } from '../base/code-list.ts';
import type { Carrying, Keeps } from '../base/losses.ts';
import { plainText } from '../base/plain-text.ts';
import { nameOf } from '../base/values.ts';
import type { LangText, Link, Title, Work } from '../base/work.ts';
import { firsts } from './firsts.ts';
import { tagOf } from './json-ld.ts';
import { kept } from './kept.ts';
import { isPlainAgain } from './plain-words.ts';
import { isLeftover } from './schema-leftovers.ts';
import {
  fileRole,
  isFile,
  isFirstFunder,
  isFirstLink,
  isGrant,
  isPage,
  isReference,
  relationKey,
  sha256,
} from './schema-links.ts';
import { displayName, hasRole } from './schema-names.ts';
import { isBook, paginationOf } from './schema-place.ts';
import { isConcept, placeOfTitle } from './schema-texts.ts';

const plain: Keeps = (value) => isPlainAgain(value);

/** A value of the title that it is of; `nth` picks the titles that have such a value. */
const ofTitle =
  (nth: (title: Title) => boolean, keeps: (title: Title, work: Work) => boolean): Keeps =>
  (_value, index, work) => {
    const title = work.titles.filter(nth)[index];
    return title !== undefined && keeps(title, work);
  };

const titled = (role: Title['role']): Keeps =>
  ofTitle(
    (title) => title.role === role && plainText(title.text) !== '',
    (title, work) => isPlainAgain(plainText(title.text)) && placeOfTitle(work, title) !== undefined,
  );

function keepsLanguage(title: Title, work: Work): boolean {
  if (title.role === 'main')
    return title === work.titles.find(({ role }) => role === 'main') && isTag(title.text);
  return isTag(title.text) && placeOfTitle(work, title)?.lang === title.text.lang;
}

const isTag = (text: LangText) => tagOf(text) !== undefined;
const isTagged = (lang: string) => lang !== 'mul' && lang !== 'und';
const tag: Keeps = isTagged;

/** A value of the link that it is of. */
const ofLink =
  (has: (link: Link) => unknown, keeps: (link: Link, work: Work) => boolean): Keeps =>
  (_value, index, work) => {
    const link = work.links.filter((each) => has(each) !== undefined)[index];
    return link !== undefined && isFirstLink(work, link) && keeps(link, work);
  };

/** A file comes back in the role that files of such a work have, and any other link as one of no known role. */
function keepsRole(link: Link, work: Work): boolean {
  if (isFile(work, link)) return link.role === fileRole(work);
  return isPage(link) || link.role === 'other';
}

const ofFile = (has: (link: Link) => unknown, keeps: (link: Link) => boolean = () => true) =>
  ofLink(has, (link, work) => isFile(work, link) && keeps(link));

const readsBack = (list: string, column: string, term: string) => {
  const code = codeList(list).write(column, term);
  return code !== undefined && code !== '' && codeList(list).read(column, code) === term;
};

/** A person's name is taken apart again by the particles of its family name, which are known in lower case alone. */
function keepsParts(value: string): boolean {
  const [family = '', , particle = '', dropping = ''] = value.split('|');
  if (/^\p{Ll}+ /u.test(family)) return false;
  if (particle !== '' && !/^(?!de\b)\p{Ll}+(?: \p{Ll}+)*$/u.test(particle)) return false;
  return dropping === '' || dropping === 'de' || (particle === '' && /^d['’]$/.test(dropping));
}

/** A plain word that a concept of the work also has is said once. */
const keepsSubject = kept(({ subjects }) => {
  const said = subjects.filter(({ text }) => plainText(text) !== '');
  const wordsOf = ({ text }: Work['subjects'][number]) => `${text.lang ?? ''} ${plainText(text)}`;
  const ofConcepts = new Set(said.filter(isConcept).map(wordsOf));
  const first = firsts(said.map(wordsOf));
  return said.map(
    (each, index) =>
      isPlainAgain(plainText(each.text)) &&
      (isConcept(each) || (first[index] === true && !ofConcepts.has(wordsOf(each)))),
  );
});

const web: Keeps = (value) => / https?:\/\/\S+$/i.test(value);

/** A funder that no grant names is said once. */
const isFunderSaid = (one: Work['funding'][number] | undefined, { funding }: Work) =>
  one !== undefined && (isGrant(one) || isFirstFunder(funding, one));

/** A note beside an abstract that does not say it again. */
const isNote = ({ abstracts }: Work, note: string) =>
  abstracts.length > 0 && !abstracts.some((text) => plainText(text) === note);

const inBook: Keeps = (_value, _index, { container }) => container !== undefined && isBook(container);

/** What JSON-LD of schema.org says of a work. */
export const schemaCarries: Carrying = {
  type: (value) => readsBack('types', 'coar', value) || readsBack('types', 'schema', value),
  'titles.main': (value, index) => index === 0 && isPlainAgain(value),
  'titles.subtitle': titled('subtitle'),
  'titles.translated': titled('translated'),
  'titles.alternative': titled('alternative'),
  'titles.lang': ofTitle(({ text }) => Boolean(text.lang), keepsLanguage),
  abstracts: plain,
  'abstracts.lang': tag,
  contributions: plain,
  'contributions.role': true,
  'contributions.marcRelator': kept(({ contributions }) =>
    contributions.filter(({ marcRelator }) => marcRelator).map(hasRole),
  ),
  'contributions.kind': true,
  'contributions.parts': keepsParts,
  'contributions.nameAsPrinted': kept(({ contributions }) =>
    contributions
      .filter((one) => one.nameAsPrinted && one.nameAsPrinted !== nameOf(one))
      .map((one) => displayName(one) === one.nameAsPrinted),
  ),
  'contributions.identifiers': true,
  'contributions.affiliations': plain,
  'contributions.affiliations.ids': true,
  'contributions.affiliations.country': (value) => /: [A-Z]{2}$/.test(value),
  'dates.published': true,
  'dates.written': true,
  'dates.modified': true,
  'dates.copyright': (value) => /^[1-9]\d{3}$/.test(value),
  'container.type': (value) => readsBack('containers', 'schema', value),
  'container.titles': plain,
  'container.titles.lang': tag,
  'container.shortTitles': true,
  'container.issn': kept(({ container }) => firsts((container?.issn ?? []).map(({ value }) => value))),
  'container.isbn': inBook,
  'container.editors': plain,
  'container.series': (value, index, work) => isPlainAgain(value) && inBook(value, index, work),
  'container.series.number': inBook,
  'container.identifiers': true,
  'container.url': true,
  'position.volume': true,
  'position.issue': true,
  'position.issueTitle': plain,
  'position.pages': true,
  'position.articleNumber': (value, _index, work) =>
    [value, `article ${value}`].includes(paginationOf(work).pagination ?? ''),
  'position.section': plain,
  'publisher.name': plain,
  'publisher.place': true,
  'publisher.ids': true,
  identifiers: kept(({ identifiers }) =>
    firsts(identifiers.map(({ scheme, value }) => `${scheme} ${value}`)),
  ),
  links: ofLink(
    () => true,
    () => true,
  ),
  'links.role': ofLink(({ role }) => role, keepsRole),
  'links.mediaType': ofFile(
    ({ mediaType }) => mediaType,
    ({ mediaType }) => /^[a-z]+\/[a-z0-9.+-]+/i.test(mediaType ?? ''),
  ),
  'links.access': ofFile(
    ({ access }) => access,
    ({ access }) => access !== 'unknown',
  ),
  'links.licence': ofFile(({ licence }) => licence),
  'links.bytes': ofFile(({ bytes }) => bytes),
  'links.checksum': ofFile(
    ({ checksum }) => checksum,
    (link) => sha256(link) !== undefined,
  ),
  languages: true,
  subjects: keepsSubject,
  'subjects.lang': (value) => !/ (?:mul|und)$/.test(value),
  'subjects.scheme': web,
  'subjects.concept': web,
  'subjects.code': true,
  'access.status': (value) => value !== 'unknown',
  licences: true,
  'funding.funder': (value, index, work) =>
    isPlainAgain(value) && isFunderSaid(work.funding.filter(({ funder }) => funder?.name)[index], work),
  'funding.funder.ids': (_value, index, work) => {
    const all = work.funding.flatMap((one) => (one.funder?.ids ?? []).map(() => one));
    return isFunderSaid(all[index], work);
  },
  'funding.awardNumber': (value) => !/^(?:https?:|urn:|(?:doi:)?10\.\d)/i.test(value),
  'funding.awardIri': (value) => isReference(value),
  'funding.title': plain,
  'funding.acronym': true,
  relations: (_value, index, work) => {
    const relation = work.relations[index];
    return relation !== undefined && relationKey(work, relation) !== undefined;
  },
  references: (_value, index, { references }) => {
    const { id } = references[index] ?? {};
    return id === undefined || isReference(id);
  },
  'references.citation': kept(({ references }) =>
    references.filter(({ id, citation }) => id && citation).map(({ id = '' }) => isReference(id)),
  ),
  status: true,
  notes: (value, _index, work) => isPlainAgain(value) && isNote(work, value),
  unmapped: (_value, index, work) => {
    const each = work.unmapped[index];
    return each !== undefined && isLeftover(work, each);
  },
  'notes.lang': (value, index, work) => {
    const note = work.notes.filter(({ lang }) => lang)[index];
    return note !== undefined && isTagged(value) && isNote(work, plainText(note));
  },
};

import { isIdentifierAddress } from '../base/address-form.ts';
import type { Carrying } from '../base/losses.ts';
import { plainText } from '../base/plain-text.ts';
import type { Funding, Identifier, Link, Subject, Work } from '../base/work.ts';
import {
  dublinCoreCarries,
  formOf,
  isFirst,
  isPart,
  isWhole,
  nth,
  shownContainer,
  versionKeeps,
} from './dublin-core-carries.ts';
import { availableDate } from './dublin-core-dates.ts';
import { shownRole } from './dublin-core-identifiers.ts';
import { isLeftover, openaireLeftovers } from './dublin-core-leftovers.ts';
import { targetOf } from './dublin-core-relations.ts';
import { languageTag } from './language-tag.ts';
import { oaiDcCarries } from './oai-dc-carries.ts';
import { isTold, relationType, typedIri } from './openaire-identifiers.ts';
import { files, funderType, toldFunder } from './openaire-parts.ts';
import { contributorType, toldIdentifier } from './openaire-people.ts';
import { placeLine } from './place-line.ts';

const ofFunder =
  (of: (funding: Funding) => unknown) =>
  (_: string, index: number, { funding }: Work) =>
    nth(funding, of, index)?.funder !== undefined;
const isTagged = (lang: string) => languageTag(lang) !== undefined;

/** What the guidelines have an element for. */
export const openaireCarries: Carrying = {
  type: true,
  'titles.main': isWhole,
  'titles.subtitle': true,
  'titles.translated': true,
  'titles.alternative': true,
  'titles.lang': (value) => !value.startsWith('short ') && isTagged(value.slice(value.indexOf(' ') + 1)),
  abstracts: oaiDcCarries.abstracts ?? true,
  'abstracts.lang': oaiDcCarries['abstracts.lang'] ?? true,
  notes: oaiDcCarries.notes ?? true,
  'notes.lang': oaiDcCarries['notes.lang'] ?? true,
  contributions: true,
  'contributions.role': (_, index, { contributions }) => {
    const one = contributions[index];
    return (
      one?.role === 'author' ||
      one?.role === 'contributor' ||
      (one !== undefined && contributorType(one) !== 'Other')
    );
  },
  'contributions.kind': true,
  'contributions.parts': (_, index, { contributions }) => {
    const one = nth(contributions, ({ family }) => family, index);
    return one?.kind === 'person' && /^(?:de|d[’']|von|van|du|des)?$/.test(one.droppingParticle ?? '');
  },
  'contributions.nameAsPrinted': dublinCoreCarries['contributions.nameAsPrinted'] ?? true,
  'contributions.identifiers': true,
  'contributions.affiliations': true,
  'contributions.affiliations.ids': (_, index, { contributions }) => {
    const all = contributions.flatMap(({ affiliations }) =>
      affiliations.flatMap((one) => one.ids.map((id) => ({ one, id }))),
    );
    const each = all[index];
    return each !== undefined && toldIdentifier(each.one) === each.id;
  },
  'dates.published': true,
  'dates.accepted': true,
  'dates.submitted': true,
  'dates.written': true,
  'dates.copyright': true,
  'dates.modified': true,
  'dates.available': (date, _, work) => availableDate(work) === date,
  'container.type': (type, _, work) => {
    const { issn = [], isbn = [], titles = [] } = work.container ?? {};
    return issn.length + isbn.length + titles.length > 0 && shownContainer(work, { issn, isbn }) === type;
  },
  'container.titles': (_, index) => index === 0,
  'container.issn': dublinCoreCarries['container.issn'] ?? true,
  'container.issn.medium': oaiDcCarries['container.issn.medium'] ?? true,
  'container.isbn': true,
  'position.volume': true,
  'position.issue': true,
  'position.pages': (raw, _, { position }) => {
    const { start, end, total } = position?.pages ?? {};
    return total === undefined
      ? raw === (end === undefined ? start : `${start}-${end}`)
      : /^\d+\s?p(?:ages|\.)?$/.test(raw);
  },
  'publisher.name': dublinCoreCarries['publisher.name'] ?? true,
  identifiers: (_, index, work) => {
    const identifier = work.identifiers[index];
    return (
      identifier !== undefined &&
      isFirst(work.identifiers, identifier, ({ value }) => value.toLowerCase()) &&
      isTold(identifier) &&
      isReadBack(work, identifier)
    );
  },
  links: (_, index, { links }) => {
    const link = links[index];
    return link !== undefined && (isFile(link) || !isIdentifierAddress(link.url));
  },
  'links.role': (_, index, { links }) => {
    const link = links[index];
    if (link === undefined || link.role === 'publisher' || link.role === 'supplement') return false;
    return isFile(link) || (!isIdentifierAddress(link.url) && shownRole(link.url) === link.role);
  },
  'links.mediaType': (_, index, { links }) => isFile(nth(links, ({ mediaType }) => mediaType, index)),
  'links.access': (_, index, { links }) => {
    const link = nth(links, ({ access }) => access, index);
    return isFile(link) && link?.access !== 'unknown';
  },
  'links.version': versionKeeps(isFile),
  languages: true,
  subjects: (words, index, { subjects }) =>
    !words.includes(';') &&
    (hasAddress(subjects[index]) ||
      isFirst(
        subjects.filter((each) => !hasAddress(each)),
        subjects[index],
        ({ text }) => `${text.lang} ${plainText(text)}`,
      )),
  'subjects.lang': (_, index, { subjects }) =>
    isTagged(nth(subjects, ({ text }) => text.lang, index)?.text.lang ?? ''),
  'subjects.scheme': true,
  'subjects.concept': true,
  'subjects.code': (_, index, { subjects }) =>
    ['classification', 'scheme'].includes(formOf(nth(subjects, ({ code }) => code, index))),
  'access.status': (status) => status !== 'unknown',
  'access.embargoUntil': (_, __, { access }) => access?.status === 'embargoed',
  licences: (_, index, { licences }) =>
    isFirst(licences, licences[index], ({ iri, text, from }) => `${iri ?? text?.value} ${from}`),
  'licences.from': true,
  'funding.funder': true,
  'funding.funder.ids': (_, index, { funding }) => {
    const all = funding.flatMap((one) => (one.funder?.ids ?? []).map((id) => ({ one, id })));
    const each = all[index];
    return each !== undefined && toldFunder(each.one) === each.id && funderType(each.id) !== 'Other';
  },
  'funding.programme': ofFunder(({ programme }) => programme),
  'funding.awardNumber': ofFunder(({ awardNumber }) => awardNumber),
  'funding.awardIri': (_, index, { funding }) => {
    const one = nth(funding, ({ awardIri }) => awardIri, index);
    return one?.funder !== undefined && one.awardNumber !== undefined;
  },
  'funding.title': ofFunder(({ title }) => title?.value),
  relations: (_, index, { relations }) => {
    const { type = 'cites', target } = relations[index] ?? {};
    if (!isFirst(relations, relations[index], (each) => `${each.type} ${targetOf(each)}`)) return false;
    if (type === 'cites' || type === 'replaces' || type === 'isReplacedBy') return false;
    const said = target?.id === undefined ? undefined : typedIri(target.id);
    // The ISBN of what holds the work is that of its book.
    return (
      relationType(type) !== undefined && said !== undefined && !(type === 'isPartOf' && said.type === 'ISBN')
    );
  },
  references: (_, index, { references }) => {
    const reference = nth(references, (each) => each.id ?? each.citation, index);
    const id = reference?.id;
    return (
      id !== undefined && isFirst(references, reference, (each) => each.id) && typedIri(id) !== undefined
    );
  },
  status: dublinCoreCarries.status ?? true,
  citationText: (words, _, work) => words.length > 15 && /\d/.test(words) && words !== placeLine(work),
  unmapped: (_, index, work) => {
    const each = work.unmapped[index];
    return each !== undefined && isLeftover(work, each, openaireLeftovers);
  },
};

/** Whether more than its words are said of a subject, which is then another one. */
const hasAddress = (subject: Subject | undefined) => (subject?.scheme ?? subject?.concept) !== undefined;

/** Whether a link is said as a file, and not as a page. */
function isFile(link: Link | undefined): boolean {
  return link !== undefined && files({ links: [link] }).length > 0;
}

function isReadBack(work: Work, { scheme, value }: Identifier): boolean {
  // Prose is a citation to whoever reads it.
  if (value.length > 30 && /\s\S+\s\S+\s/.test(value)) return false;
  return scheme !== 'url' && !(scheme === 'isbn' && isPart(work));
}

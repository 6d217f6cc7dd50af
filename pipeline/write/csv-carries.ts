import { type Carrying, firstOnly } from '../base/losses.ts';
import { plainText } from '../base/plain-text.ts';
import { nameOf } from '../base/values.ts';
import type { Contribution, Work } from '../base/work.ts';
import { licencesOf, plainDate } from './csv-columns.ts';
import { fundingOf } from './csv-funding.ts';
import { linkColumn, placeOfIdentifier, writtenLinks } from './csv-identifiers.ts';
import { authorSchemes, columnRole, identifierAs } from './csv-people.ts';
import { placeOf } from './csv-place.ts';
import { columnLanguage, onlineDate, titleLanguage } from './csv-texts.ts';
import { kept } from './kept.ts';
import { isPlainAgain } from './plain-words.ts';
import { isSplitAgain, isSuffixKnown } from './split-again.ts';

/** The contributions that have a value of some kind, and whether each comes back with it. */
const people = (has: (one: Contribution) => boolean, keeps: (one: Contribution) => boolean) =>
  kept(({ contributions }) => contributions.filter(has).map((one) => nameOf(one) !== '' && keeps(one)));

const areFirst = (values: readonly string[], written: readonly string[]) =>
  values.map((value, index) => written.includes(value) && values.indexOf(value) === index);

/** What the columns say so that it can be read again. Relations, references and what is said of files have none. */
export const csvCarries: Carrying = {
  type: true,
  'titles.main': (value, index) => index === 0 && isPlainAgain(value),
  'titles.subtitle': isPlainAgain,
  'titles.short': isPlainAgain,
  'titles.translated': isPlainAgain,
  'titles.alternative': isPlainAgain,
  'titles.lang': kept((work) =>
    work.titles.filter(({ text }) => text.lang).map((title) => titleLanguage(work, title) !== undefined),
  ),
  abstracts: isPlainAgain,
  'abstracts.lang': kept(({ abstracts }) =>
    abstracts.filter(({ lang }) => lang).map((text) => columnLanguage(text) !== undefined),
  ),
  contributions: people((one) => nameOf(one) !== '', isWhole),
  'contributions.role': people(
    () => true,
    (one) => columnRole(one) === one.role && isWhole(one),
  ),
  'contributions.kind': people(
    ({ kind }) => kind !== 'unknown',
    (one) => one.kind === 'organisation' || isSplitAgain(one),
  ),
  'contributions.parts': people(({ family }) => Boolean(family), isSplitAgain),
  'contributions.identifiers': kept(({ contributions }) =>
    contributions.flatMap((one) => {
      const written = authorSchemes.map((scheme) => identifierAs(one, scheme));
      return one.identifiers.map((each) => one.role === 'author' && written.includes(each));
    }),
  ),
  'contributions.affiliations': kept(({ contributions }) => {
    const isSole = contributions.filter(({ role }) => role === 'author').length === 1;
    return contributions.flatMap((one) => one.affiliations.map(() => isSole && one.role === 'author'));
  }),
  'dates.published': true,
  'dates.publishedOnline': (_, __, work) => onlineDate(work) !== undefined,
  'dates.accepted': true,
  'dates.submitted': true,
  'dates.defended': true,
  'dates.written': true,
  'dates.deposited': true,
  'container.type': (_, __, work) => placeOf(work) !== undefined,
  'container.titles': (value, index) => index === 0 && isPlainAgain(value),
  'container.shortTitles': kept((work) =>
    areFirst((work.container?.shortTitles ?? []).filter(Boolean), placeOf(work)?.shortTitles ?? []),
  ),
  'container.issn': kept(({ container }) => {
    const all = (container?.issn ?? []).map(({ value }) => value);
    return areFirst(all, all);
  }),
  'container.issn.medium': (value, _, work) =>
    value.endsWith(' electronic') &&
    (placeOf(work)?.issn ?? []).some((each) => each.medium === 'electronic' && value.startsWith(each.value)),
  'container.isbn': kept((work) => areFirst(work.container?.isbn ?? [], placeOf(work)?.isbn ?? [])),
  'container.series': (value, _, work) => placeOf(work)?.series === value && isPlainAgain(value),
  'container.series.number': (_, __, work) => placeOf(work)?.seriesNumber !== undefined,
  'position.volume': true,
  'position.issue': true,
  'position.issueTitle': isPlainAgain,
  'position.pages': true,
  'position.articleNumber': true,
  'position.section': isPlainAgain,
  'event.name': isPlainAgain,
  'event.start': (value) => plainDate(value) !== undefined,
  'event.end': (value) => plainDate(value) !== undefined,
  'event.place': true,
  'event.country': (value) => /^[A-Z]{2}$/.test(value),
  'publisher.name': isPlainAgain,
  'publisher.place': true,
  identifiers: kept((work) => {
    const all = work.identifiers.map(({ scheme, value }) => `${scheme} ${value}`);
    return work.identifiers.map(
      (each, index) => placeOfIdentifier(work, each) !== undefined && all.indexOf(all[index] ?? '') === index,
    );
  }),
  links: kept((work) => areWritten(work)),
  'links.role': kept((work) =>
    areWritten(work).map((isWritten, index) => {
      const link = work.links[index];
      return isWritten && link !== undefined && linkColumn(link) === link.role;
    }),
  ),
  languages: true,
  subjects: isPlainAgain,
  'subjects.lang': kept(({ subjects }) =>
    subjects.filter(({ text }) => text.lang).map(({ text }) => columnLanguage(text) !== undefined),
  ),
  'access.status': true,
  licences: kept((work) => {
    const written = licencesOf(work);
    return work.licences.map(({ iri, text }) => written.includes(iri ?? (text ? plainText(text) : '')));
  }),
  'funding.funder': true,
  'funding.awardNumber': (_, __, work) => fundingOf(work).numbers.length > 0,
  status: true,
  'review.peerReviewed': true,
  'review.popularScience': true,
  notes: isPlainAgain,
  citationText: firstOnly,
};

/** A comma inside a name would part a family name from a given one. */
function isWhole(one: Contribution): boolean {
  return one.kind === 'organisation' || (isSuffixKnown(one) && !nameOf(one).includes(','));
}

function areWritten(work: Work): readonly boolean[] {
  const written = new Set(writtenLinks(work));
  return work.links.map((link) => written.has(link));
}

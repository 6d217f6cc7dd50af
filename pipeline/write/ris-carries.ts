import type { Carrying } from '../base/losses.ts';
import { nameOf } from '../base/values.ts';
import type { Contribution } from '../base/work.ts';
import { kept } from './kept.ts';
import { isPlainAgain } from './plain-words.ts';
import { accessionOf, doiIn, doiOf, linksOf, pmcidOf } from './ris-identifiers.ts';
import { leftovers } from './ris-leftovers.ts';
import { isNameKept, onlyAuthor, risName, rolesBack, seriesEditors } from './ris-people.ts';
import { hostOf, isEventSaid, isHostSaid, ownIsbn, venueOf } from './ris-place.ts';
import { arePagesKept, isArticleNumberKept, isSectionKept, isVolumeKept } from './ris-position.ts';
import { titleOf } from './ris-titles.ts';
import { isTypeKept, risType } from './ris-type.ts';
import { isSplitAgain } from './split-again.ts';

/** The contributions that have a value of some kind, and whether each comes back with it. */
const people = (
  has: (one: Contribution) => boolean,
  keeps: (one: Contribution, role: string) => boolean = () => true,
) =>
  kept((work) => {
    const roles = rolesBack(work);
    return work.contributions.flatMap((one, index) => {
      const role = roles[index];
      return has(one) ? [role !== undefined && isNameKept(one) && keeps(one, role)] : [];
    });
  });

const isNamed = (one: Contribution) => nameOf(one) !== '';
const areFirst = (values: readonly string[]) => values.map((value, index) => values.indexOf(value) === index);

/** What RIS says so that it can be read again. Languages, licences, money, access and references have no tag. */
export const risCarries: Carrying = {
  type: (_, __, { type }) => isTypeKept(type),
  // The subtitle stands in the title, and nothing shows where it begins.
  'titles.main': (value, index, work) =>
    index === 0 && isPlainAgain(value) && !work.titles.some(({ role }) => role === 'subtitle'),
  'titles.short': (value, _, work) => isPlainAgain(value) && value !== titleOf(work),
  'titles.translated': isPlainAgain,
  abstracts: (value, index) => index === 0 && isPlainAgain(value),
  contributions: people(isNamed),
  'contributions.role': people(
    () => true,
    (one, role) => one.role === role,
  ),
  'contributions.kind': people(
    ({ kind }) => kind !== 'unknown',
    (one) => (one.kind === 'organisation' ? risName(one).endsWith(',') : isSplitAgain(one)),
  ),
  'contributions.parts': people(({ family }) => Boolean(family), isSplitAgain),
  'contributions.affiliations': kept((work) => {
    const only = onlyAuthor(work);
    return work.contributions.flatMap((one) => one.affiliations.map(() => one === only));
  }),
  'dates.published': true,
  'container.type': (type, _, work) => isHostSaid(work) && hostOf(work)?.kind === type,
  'container.titles': (value, index, work) =>
    index === 0 && hostOf(work)?.title === value && isPlainAgain(value),
  'container.shortTitles': kept((work) => {
    const all = (work.container?.shortTitles ?? []).filter((short) => short !== '');
    const written = hostOf(work)?.shortTitles ?? [];
    return all.map((short, index) => written.includes(short) && all.indexOf(short) === index);
  }),
  'container.issn': kept((work) => {
    const written = hostOf(work)?.issn ?? [];
    const all = (work.container?.issn ?? []).map(({ value }) => value);
    return all.map((value, index) => written.includes(value) && all.indexOf(value) === index);
  }),
  'container.isbn': kept((work) => {
    const written = hostOf(work)?.isbn ?? [];
    return areFirst(work.container?.isbn ?? []).map(
      (isFirst, index) => isFirst && written.includes(work.container?.isbn[index] ?? ''),
    );
  }),
  'container.editors': kept((work) =>
    (work.container?.editors ?? []).map((one) => seriesEditors(work).includes(one) && isNameKept(one)),
  ),
  'container.series': (value, _, work) => hostOf(work)?.series === value && isPlainAgain(value),
  'container.series.number': (value, _, work) => hostOf(work)?.seriesNumber === value,
  'position.volume': (_, __, work) => isVolumeKept(work),
  'position.issue': true,
  'position.pages': (_, __, work) => arePagesKept(work),
  'position.articleNumber': (_, __, work) => isArticleNumberKept(work),
  'position.section': (_, __, work) => isSectionKept(work),
  'event.name': (_, __, work) => isEventSaid(work),
  'event.place': (_, __, work) => venueOf(work).eventPlace !== undefined,
  'publisher.name': true,
  'publisher.place': (_, __, work) => venueOf(work).publisherPlace !== undefined,
  identifiers: kept((work) => {
    const written = new Set([doiOf(work), accessionOf(work)?.identifier, pmcidOf(work)]);
    const isbn = ownIsbn(work);
    const numbers = work.identifiers.map(({ scheme, value }) => `${scheme} ${value}`);
    return work.identifiers.map(
      (each, index) =>
        written.has(each) ||
        (each.scheme === 'isbn' &&
          isbn.includes(each.value) &&
          numbers.indexOf(numbers[index] ?? '') === index),
    );
  }),
  links: kept((work) => {
    const written = new Set(linksOf(work).map(({ link }) => link));
    return work.links.map((link) => written.has(link));
  }),
  'links.role': kept((work) => {
    const roles = new Map(linksOf(work).map(({ link, role }) => [link, role]));
    return work.links.map((link) => roles.get(link) === link.role);
  }),
  languages: true,
  subjects: (value) => !value.includes(';') && isPlainAgain(value),
  relations: (_, index, { relations }) => {
    const { type, target } = relations[index] ?? {};
    return type === 'reviews' && (target?.id ?? target?.citation) !== undefined;
  },
  status: (value, _, work) =>
    (value === 'preprint' && risType(work.type).code === 'UNPB') ||
    (value === 'retracted' && /^RETRACTED(?: ARTICLE)?\s?:/.test(titleOf(work))),
  notes: (value) => isPlainAgain(value) && doiIn(value) === undefined && !figures.test(value),
  unmapped: kept((work) => {
    const written = new Set(leftovers(work));
    return work.unmapped.map((each) => written.has(each));
  }),
};

/** What databases write among the notes is told from one. */
const figures = /^(?:cited by\s?:?\s?\d+|export date\s?:)/i;

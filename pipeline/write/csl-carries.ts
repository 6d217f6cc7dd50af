import { codeList } from '../base/code-list.ts';
import { type Carrying, firstOnly } from '../base/losses.ts';
import { plainText } from '../base/plain-text.ts';
import { nameOf } from '../base/values.ts';
import type { Pages, Work } from '../base/work.ts';
import { availableDate, cslDate } from './csl-date.ts';
import { articleNumber, cslHost, cslPages, eventDate, hostVariable, issueTitle } from './csl-host.ts';
import { leftovers } from './csl-leftovers.ts';
import { cslPrinted, cslVariable, isSplit } from './csl-names.ts';
import { isCslMarkup } from './csl-text.ts';
import {
  cslAbstract,
  cslIdentifiers,
  cslKeywords,
  cslLicence,
  cslLink,
  cslTitles,
  cslType,
  isRead,
  noteParagraph,
  ownIsbn,
  titleLanguage,
} from './csl-work.ts';
import { nth } from './dublin-core-carries.ts';

/** What a reader of CSL-JSON can tell again. */
export const cslCarries: Carrying = {
  type: true,
  // The subtitle stands in the title, and nothing shows where it begins.
  'titles.main': (_, index, work) => index === 0 && cslTitles(work).subtitle === undefined,
  'titles.short': (_, index, work) => isTitle(work, 'short', index),
  'titles.alternative': (_, index, work) => isTitle(work, 'alternative', index),
  'titles.lang': (_, index, work) => {
    const title = nth(work.titles, ({ text }) => text.lang, index);
    const { main, short } = cslTitles(work);
    return (title === main || title === short) && title?.text.lang === titleLanguage(work);
  },
  markup: (html, _, work) => {
    const { main, subtitle, short, original } = cslTitles(work);
    const written = [subtitle ? undefined : main, short, original];
    return isCslMarkup(html) && written.some((title) => title?.text.value === html);
  },
  abstracts: (_, index, work) => work.abstracts[index] === cslAbstract(work),
  contributions: true,
  'contributions.role': (_, index, { contributions }) => {
    const one = contributions[index];
    return one !== undefined && cslVariable(one).role === one.role;
  },
  'contributions.marcRelator': (_, index, { contributions }) => {
    const one = nth(contributions, ({ marcRelator }) => marcRelator, index);
    return one !== undefined && cslVariable(one).marcRelator === one.marcRelator;
  },
  // A name that is not split is anybody's.
  'contributions.kind': (_, index, { contributions }) => {
    const one = nth(contributions, ({ kind }) => (kind === 'unknown' ? undefined : kind), index);
    return one !== undefined && isSplit(one);
  },
  'contributions.parts': (_, index, { contributions }) => {
    const one = nth(contributions, ({ family }) => family, index);
    return one !== undefined && isSplit(one);
  },
  'contributions.nameAsPrinted': (_, index, { contributions }) => {
    const one = nth(contributions, (each) => each.nameAsPrinted !== nameOf(each) || undefined, index);
    return one !== undefined && cslPrinted(one) === one.nameAsPrinted;
  },
  'dates.published': (date) => cslDate(date) !== undefined,
  'dates.publishedOnline': (_, __, work) => availableDate(work) !== undefined,
  'dates.submitted': (date) => cslDate(date) !== undefined,
  'container.type': (type, _, work) => cslHost(work).type === type,
  'container.titles': firstOnly,
  'container.shortTitles': (_, index, work) => index === 0 && !cslHost(work).isSeries,
  'container.issn': true,
  'container.isbn': (isbn, _, work) => cslHost(work).isbn.includes(isbn),
  'container.editors': (_, index, work) => {
    const one = work.container?.editors[index];
    return one !== undefined && hostVariable(work, one) === 'container-author';
  },
  'container.series': (_, __, work) => cslHost(work).series !== undefined,
  'container.series.number': (_, __, work) => cslHost(work).series !== undefined,
  'position.volume': true,
  'position.issue': true,
  'position.issueTitle': (_, __, work) => issueTitle(work, cslHost(work)) !== undefined,
  'position.pages': (_, __, { position }) => isPagesAgain(position?.pages),
  'position.articleNumber': (_, __, work) => articleNumber(work) !== undefined,
  'position.section': true,
  'event.name': true,
  'event.start': (_, __, { event }) => eventDate(event) !== undefined,
  'event.end': (end, _, { event }) =>
    eventDate(event) !== undefined && end !== event?.start && !end.includes('/'),
  'event.place': true,
  'publisher.name': true,
  'publisher.place': true,
  identifiers: (_, index, work) => {
    const { doi, pmid, pmcid, hal, number } = cslIdentifiers(work);
    const one = work.identifiers[index];
    return one !== undefined && [doi, pmid, pmcid, hal, number, ...ownIsbn(work)].includes(one);
  },
  links: (_, index, work) => {
    const link = cslLink(work);
    return link !== undefined && link === work.links[index] && isRead(link);
  },
  'links.role': (_, index, work) => {
    const link = cslLink(work);
    return link?.role === 'landing' && link === work.links[index] && isRead(link);
  },
  languages: true,
  subjects: (words, index, work) => {
    const isFirst = work.subjects.findIndex(({ text }) => plainText(text) === words) === index;
    return isFirst && cslKeywords(work).includes(words);
  },
  licences: (words, index, work) => index === 0 && isLicence(words, work),
  status: (status) => codeList('status').write('csl', status) !== undefined,
  unmapped: (_, index, work) => {
    const one = work.unmapped[index];
    const isGenre = one?.path === 'genre' && cslType(work).genre !== undefined;
    return one !== undefined && !isGenre && leftovers(work).includes(one);
  },
  notes: (note) => noteParagraph(note) === note,
};

function isTitle(work: Work, role: 'short' | 'alternative', index: number): boolean {
  const { short, original } = cslTitles(work);
  const title = work.titles.filter((each) => each.role === role)[index];
  return title !== undefined && title === (role === 'short' ? short : original);
}

/** A range is told by its ends, and a total by its number; other words must stand as they were. */
function isPagesAgain(pages: Pages | undefined): boolean {
  if (!pages || (pages.start && pages.end)) return true;
  return (cslPages(pages) ?? `${pages.total} p.`) === pages.raw;
}

function isLicence(words: string, work: Work): boolean {
  const licence = cslLicence(work);
  return words === (licence?.iri ?? (licence?.text && plainText(licence.text)));
}

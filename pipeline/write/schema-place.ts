import { codeList } from '../base/code-list.ts';
import { plainText } from '../base/plain-text.ts';
import type { Container, Contribution, Work } from '../base/work.ts';
import { type Json, type JsonObject, object, tagged } from './json-ld.ts';
import { agent, type Base, identifiersOf, isAddress, named, sameAs } from './schema-names.ts';

/** What appears in books has no ISSN in schema.org; the series of the book has. */
export function isBook({ type }: Container): boolean {
  return type === 'book' || type === 'proceedings';
}

/** The chain issue → volume → periodical or book; levels that are unknown are left out (web-discovery 2). */
export function placeOf({ container, position }: Work, base: Base): JsonObject | undefined {
  const holder = container && holderOf(container, base);
  const { volume, issue, issueTitle } = position ?? {};
  const part = container?.part === container?.id ? undefined : named(base, container?.part);
  const isIssue = issue !== undefined || issueTitle !== undefined;
  const outer =
    volume === undefined
      ? holder
      : object({
          '@type': 'PublicationVolume',
          '@id': isIssue ? undefined : part,
          volumeNumber: volume,
          isPartOf: holder,
        });
  if (!isIssue) return outer;
  return object({
    '@type': 'PublicationIssue',
    '@id': part,
    issueNumber: issue,
    name: issueTitle && tagged(issueTitle),
    isPartOf: outer,
  });
}

function holderOf(container: Container, base: Base): JsonObject {
  const { titles, shortTitles, issn, isbn, editors, series, identifiers, url } = container;
  const numbers = issn.map(({ value }) => value);
  const inBook = isBook(container);
  return object({
    '@type': codeList('containers').write('schema', container.type),
    '@id': named(base, container.id),
    name: titles.map(tagged),
    alternateName: shortTitles,
    issn: inBook ? [] : numbers,
    isbn: inBook ? isbn : [],
    editor: editors.map((one) => agent(withoutPlace(one), base)),
    identifier: identifiersOf(identifiers.filter((each) => !isAddress(each))),
    sameAs: [...sameAs(identifiers), ...identifiers.filter(isAddress).map(({ value }) => value)],
    url,
    ...(inBook && (series || numbers.length > 0) ? inSeries(series, numbers) : {}),
  });
}

/** Somebody known by a place in the list of contributors has none there, but in the list of the book's editors. */
const withoutPlace = (one: Contribution): Contribution =>
  one.agent?.includes('#') ? { ...one, agent: undefined } : one;

/** `position` is the place of the book in its series. */
function inSeries(series: Container['series'], issn: readonly string[]): Record<string, Json | undefined> {
  return {
    position: series?.number,
    isPartOf: object({ '@type': 'BookSeries', name: series && tagged(series.title), issn }),
  };
}

/** What tells where in its container a work stands. */
export interface Pagination {
  readonly pageStart?: string | undefined;
  readonly pageEnd?: string | undefined;
  /** As printed, where that is more than first and last page; or the number of the article. */
  readonly pagination?: string | undefined;
  readonly numberOfPages?: number | undefined;
}

/** First and last page, or the words of the source; of a book, how many pages it has. */
export function paginationOf({ type, position }: Work): Pagination {
  const { pages } = position ?? {};
  const { raw, start, end, total } = pages ?? {};
  const range = end === undefined || end === start ? start : `${start}-${end}`;
  const numberOfPages = isWholeBook(type) ? total : undefined;
  const isSaid = raw === range || (numberOfPages !== undefined && raw === `${total} p.`);
  const printed = raw !== undefined && !isSaid ? raw : articleNumber(position?.articleNumber);
  return {
    pageStart: start,
    pageEnd: start === undefined ? undefined : end,
    pagination: printed,
    numberOfPages,
  };
}

const isWholeBook = (type: Work['type']) =>
  type === 'book' || type === 'editedBook' || type === 'proceedings';

/** schema.org has no term for it but `pagination`; one that would be taken for a page says what it is (P1). */
function articleNumber(number: string | undefined): string | undefined {
  if (number === undefined || /^(?:[a-z]{0,2}\d{5,}[a-z]?|e\d+)$/i.test(number)) return number;
  return /^\S+$/.test(number) ? `article ${number}` : undefined;
}

/** The section of the journal. */
export function sectionOf({ position }: Work): string | undefined {
  return position?.section && plainText(position.section);
}

import { cslContainer, cslHome } from '../base/csl-container.ts';
import { nameOf } from '../base/values.ts';
import type { Container, ContainerType, Contribution, Pages, Work, WorkEvent } from '../base/work.ts';
import { type CslDate, cslDate } from './csl-date.ts';
import { cslVariable } from './csl-names.ts';
import { cslRich } from './csl-text.ts';

/** What a work stands in, as the variables of CSL have it. */
export interface CslHost {
  readonly container: Container | undefined;
  /** A whole work in a series: that is its collection, and it has no container. */
  readonly isSeries: boolean;
  /** What the container is read as; undefined when nothing of it is said. */
  readonly type: ContainerType | undefined;
  readonly isbn: readonly string[];
  /** The series of the container, which needs one. */
  readonly series: Container['series'];
}

/** What a work stands in, as far as CSL can say it. */
export function cslHost(work: Work): CslHost {
  const { container, type, position } = work;
  if (!container) return { container, isSeries: false, type: undefined, isbn: [], series: undefined };
  const { titles, shortTitles, issn } = container;
  const isHeld = cslHome(type) !== undefined;
  if (isInSeries(work)) {
    return { container, isSeries: true, type: 'series', isbn: [], series: undefined };
  }
  const isbn = isHeld ? container.isbn.filter(isPlainIsbn) : [];
  const hasAuthor = container.editors.some((one) => hostVariable(work, one) === 'container-author');
  const isNamed = titles.length + shortTitles.length + isbn.length > 0 || hasAuthor;
  return {
    container,
    isSeries: false,
    type: isNamed || issn.length > 0 ? cslContainer(type, position?.issue !== undefined) : undefined,
    isbn,
    series: isNamed ? container.series : undefined,
  };
}

function isInSeries({ container, type }: Work): boolean {
  return container?.type === 'series' && cslHome(type) === undefined && container.titles.length > 0;
}

/**
 * Who made the book of a chapter: its author is a `container-author`; the `editor` of a chapter is that of its book.
 * Anything else has no variable, for the `editor` of an article edited the article.
 */
export function hostVariable(work: Work, one: Contribution): 'container-author' | 'editor' | undefined {
  if (one.role === 'author') return isInSeries(work) ? undefined : 'container-author';
  const isInBook = work.type === 'chapter' || work.type === 'proceedingsPaper';
  if (one.role !== 'editor' || !isInBook) return undefined;
  const isSaid = work.contributions.some(
    (each) => cslVariable(each).name === 'editor' && nameOf(each) === nameOf(one),
  );
  return isSaid ? undefined : 'editor';
}

/** Whether an ISBN can stand in a list of several. */
export const isPlainIsbn = (value: string): boolean => /^[\dXx][\dXx -]*$/.test(value);

/** Special issues have titles; the volumes of a book have others (CSL 1.0.2, `volume-title`). */
export function issueTitle({ position }: Work, { type }: CslHost): string | undefined {
  const isPeriodical = type === 'journal' || type === 'magazine';
  return isPeriodical && position?.issueTitle ? cslRich(position.issueTitle) : undefined;
}

const label = /^(?:pages?|pp?)(?:\.|(?=[\s\d]))\s*/i;

/** The pages without the label that a style puts before them. */
export function cslPages(pages: Pages | undefined): string | undefined {
  if (!pages || pages.total !== undefined) return undefined;
  return pages.start === undefined ? pages.raw : pages.raw.replace(label, '');
}

/** The number of an article in its journal; other works have no number there. */
export function articleNumber({ type, position }: Work): string | undefined {
  return cslHome(type) === 'journal' ? position?.articleNumber : undefined;
}

/** When a conference was: a day, or two. */
export function eventDate(event: WorkEvent | undefined): CslDate | undefined {
  const { start, end } = event ?? {};
  if (start === undefined || start.includes('/')) return undefined;
  const isLonger = end !== undefined && end !== start && !end.includes('/');
  return cslDate(isLonger ? `${start}/${end}` : start);
}

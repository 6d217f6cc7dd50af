import { codeList } from '../base/code-list.ts';
import { plainText } from '../base/plain-text.ts';
import { usualContainer } from '../base/usual-container.ts';
import type { Container, ContainerType, Work } from '../base/work.ts';

/** What the columns say of what a work appeared in. */
export interface CsvPlace {
  readonly type: ContainerType;
  readonly title: string | undefined;
  /** Of a journal or book that is itself in a series. */
  readonly series: string | undefined;
  readonly seriesNumber: string | undefined;
  readonly shortTitles: readonly string[];
  readonly issn: Container['issn'];
  readonly isbn: readonly string[];
}

const isbnForm = /^(?:97[89][ -]?(?:\d[ -]?){9}\d|(?:\d[ -]?){9}[\dx])$/i;
const parts: ReadonlySet<string> = new Set(['book', 'proceedings']);

export function placeOf({ container }: Work): CsvPlace | undefined {
  if (!container) return undefined;
  const [first] = container.titles;
  const title = (first && plainText(first)) || undefined;
  const { type, series: within } = container;
  const series = type === 'series' || !within ? undefined : plainText(within.title) || undefined;
  const shortTitles = [...new Set(container.shortTitles)].filter((short) => short !== '' && short !== title);
  const issn = container.issn.filter(
    (each, index) => container.issn.findIndex(({ value }) => value === each.value) === index,
  );
  const isbn = parts.has(type) ? distinctIsbn(container.isbn) : [];
  const isSaid =
    title !== undefined || series !== undefined || shortTitles.length + issn.length + isbn.length > 0;
  if (!isSaid) return undefined;
  const seriesNumber = series === undefined ? undefined : within?.number;
  return { type, title, series, seriesNumber, shortTitles, issn, isbn };
}

const distinctIsbn = (all: readonly string[]) => [...new Set(all)].filter((value) => isbnForm.test(value));

const ownColumn: ReadonlySet<ContainerType> = new Set<ContainerType>(['journal', 'book', 'proceedings']);

/** The title, in the column of its kind. */
export function titleIn(work: Work, column: ContainerType | 'other'): string | undefined {
  const place = placeOf(work);
  if (!place) return undefined;
  if (column === 'series') return place.type === 'series' ? place.title : place.series;
  const isOwn =
    column === 'other' ? !ownColumn.has(place.type) && place.type !== 'series' : place.type === column;
  return isOwn ? place.title : undefined;
}

/** The kind of what it appeared in, where no column says it. */
export function typeWords(work: Work): string | undefined {
  const place = placeOf(work);
  if (!place || (ownColumn.has(place.type) && place.title !== undefined)) return undefined;
  return codeList('containers').write('fr', place.type);
}

/** The ISBNs in the column: those of the book around the work, else the work's own. */
export function isbnIn(work: Work): readonly string[] {
  return isInBook(work) ? (placeOf(work)?.isbn ?? []) : ownIsbn(work).filter((value) => isbnForm.test(value));
}

/** Whether an ISBN beside the work would be taken for that of a book around it. */
export function isInBook(work: Work): boolean {
  return parts.has(placeOf(work)?.type ?? usualContainer(work.type) ?? '');
}

const ownIsbn = ({ identifiers }: Work) => [
  ...new Set(identifiers.filter(({ scheme }) => scheme === 'isbn').map(({ value }) => value)),
];

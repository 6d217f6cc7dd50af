import { plainText } from '../base/plain-text.ts';
import type { ContainerType, Work } from '../base/work.ts';
import { risType } from './ris-type.ts';
import type { Tag } from './ris-words.ts';

/** What works of each type stand in, for the readers of RIS. */
const kinds: ReadonlyMap<string, ContainerType> = new Map([
  ['JOUR', 'journal'],
  ['MGZN', 'magazine'],
  ['NEWS', 'newspaper'],
  ['CHAP', 'book'],
  ['CPAPER', 'proceedings'],
  ['ELEC', 'website'],
  ['BLOG', 'website'],
  ['BOOK', 'series'],
  ['EDBOOK', 'series'],
  ['RPRT', 'series'],
  ['COMP', 'series'],
]);

/** What is said of where a work appeared. */
export interface RisHost {
  /** The kind that the tags show. */
  readonly kind: ContainerType;
  readonly titleTag: string;
  readonly title: string | undefined;
  readonly shortTitles: readonly string[];
  readonly issn: readonly string[];
  readonly isbn: readonly string[];
  readonly series: string | undefined;
  readonly seriesNumber: string | undefined;
}

const isbnForm = /^(?:97[89][ -]?(?:\d[ -]?){9}\d|(?:\d[ -]?){9}[\dx])$/i;
const issnForm = /^\d{4}-\d{3}[\dX]$/;

/** What a work appeared in, as far as its type has tags for it. */
export function hostOf({ type, container }: Work): RisHost | undefined {
  if (!container) return undefined;
  const { code } = risType(type);
  const [first] = container.titles;
  const title = (first && plainText(first)) || undefined;
  const shortTitles = [...new Set(container.shortTitles)].filter((short) => short !== title && short !== '');
  const kind = kinds.get(code) ?? impliedKind(code, container.type, title, shortTitles);
  if (kind === undefined) return undefined;
  const series =
    kind === 'series' || !container.series ? undefined : plainText(container.series.title) || undefined;
  return {
    kind,
    titleTag: { CPAPER: 'C3', THES: 'T3' }[code] ?? (kinds.has(code) ? 'T2' : 'JF'),
    title,
    shortTitles,
    issn: [...new Set(container.issn.map(({ value }) => value))].filter((value) => issnForm.test(value)),
    isbn: isPart(kind) ? distinctIsbn(container.isbn) : [],
    series,
    seriesNumber: code === 'CHAP' && series !== undefined ? container.series?.number : undefined,
  };
}

/** Of the other types, a thesis may be in a series; what has the tags of a journal is taken for an article. */
function impliedKind(
  code: string,
  type: ContainerType,
  title: string | undefined,
  shortTitles: readonly string[],
): ContainerType | undefined {
  if (code === 'THES') return type === 'series' && title !== undefined ? 'series' : undefined;
  return title !== undefined || shortTitles.length > 0 ? 'journal' : undefined;
}

const isPart = (kind: ContainerType | undefined) => kind === 'book' || kind === 'proceedings';

const distinctIsbn = (all: readonly string[]) => [...new Set(all)].filter((value) => isbnForm.test(value));

/** The ISBNs of the work itself; those of a part are taken for the book's. */
export function ownIsbn(work: Work): readonly string[] {
  if (isPart(kinds.get(risType(work.type).code))) return [];
  return distinctIsbn(work.identifiers.filter(({ scheme }) => scheme === 'isbn').map(({ value }) => value));
}

/** Whether anything is said of what the work appeared in. */
export function isHostSaid(work: Work): boolean {
  const host = hostOf(work);
  if (!host) return false;
  const { title, series, shortTitles, issn, isbn } = host;
  return title !== undefined || series !== undefined || shortTitles.length + issn.length + isbn.length > 0;
}

/** Zotero keeps the first number alone: that of what it has a field for stands first. */
export function hostTags(work: Work): readonly Tag[] {
  const host = hostOf(work);
  const issn = (host?.issn ?? []).map((value): Tag => ['SN', value]);
  const isbn = [...ownIsbn(work), ...(host?.isbn ?? [])].map((value): Tag => ['SN', value]);
  const isPeriodical = host !== undefined && ['journal', 'magazine', 'newspaper'].includes(host.kind);
  return [
    [host?.titleTag ?? '', host?.title],
    ...(host?.shortTitles ?? []).map((short): Tag => ['J2', short]),
    ['T3', host?.series],
    ['SV', host?.seriesNumber],
    ...(isPeriodical ? [...issn, ...isbn] : [...isbn, ...issn]),
  ];
}

/** The tags of a meeting and a publisher: EndNote has the city of a meeting in `CY` and the publisher's in `C1`. */
export interface RisVenue {
  readonly event: string | undefined;
  readonly eventPlace: Tag | undefined;
  readonly publisher: string | undefined;
  readonly publisherPlace: Tag | undefined;
}

export function venueOf({ type, event, publisher }: Work): RisVenue {
  const { code } = risType(type);
  const isMeeting = code === 'CPAPER' || code === 'SLIDE';
  const name = isMeeting && event ? plainText(event.name) || undefined : undefined;
  const place = name === undefined ? undefined : event?.place;
  const ofPublisher = publisher?.name ? publisher.place : undefined;
  return {
    event: name,
    // Alone beside a publisher, `CY` would be the publisher's.
    eventPlace: place
      ? [code === 'CPAPER' && publisher?.name && !ofPublisher ? 'C1' : 'CY', place]
      : undefined,
    publisher: publisher?.name || undefined,
    publisherPlace: publisherPlace(code, ofPublisher, name, place),
  };
}

function publisherPlace(
  code: string,
  words: string | undefined,
  event: string | undefined,
  eventPlace: string | undefined,
): Tag | undefined {
  if (!words) return undefined;
  if (event === undefined) return ['CY', words];
  if (eventPlace) return ['C1', words];
  // Of a talk, the only place is that of the meeting.
  return code === 'SLIDE' ? undefined : ['CY', words];
}

/** Whether the name of a meeting is told from the title of its proceedings. */
export function isEventSaid(work: Work): boolean {
  const { event, eventPlace } = venueOf(work);
  if (event === undefined) return false;
  return risType(work.type).code === 'SLIDE' || eventPlace !== undefined || hostOf(work)?.title !== undefined;
}

export function venueTags(work: Work): readonly Tag[] {
  const { event, eventPlace, publisher, publisherPlace } = venueOf(work);
  return [
    ['T2', event],
    ['PB', publisher],
    ...[eventPlace, publisherPlace].filter((tag) => tag !== undefined),
  ];
}

import type { DraftContainer, DraftIdentifier, DraftPosition } from '../base/draft.ts';
import type { ContainerType, Issn, WorkEvent, WorkType } from '../base/work.ts';
import { edtfDate } from './csl-date.ts';
import { namesOf } from './csl-people.ts';
import { isObject, keep, keepOthers, type Part, partAt, words, wordsOf } from './json-part.ts';

/** Works that appear inside something, and in what. */
const homes: ReadonlyMap<WorkType | undefined, ContainerType> = new Map(
  Object.entries<ContainerType>({
    article: 'journal',
    reviewArticle: 'journal',
    editorial: 'journal',
    dataPaper: 'journal',
    review: 'journal',
    chapter: 'book',
    proceedingsPaper: 'proceedings',
    talk: 'proceedings',
    poster: 'proceedings',
    popularArticle: 'magazine',
    newspaperArticle: 'newspaper',
    webArticle: 'website',
    blogPost: 'website',
  }) as readonly [WorkType, ContainerType][],
);
/** Where works that stand alone are put. */
const shelves: ReadonlyMap<WorkType | undefined, ContainerType> = new Map([
  ['preprint', 'website'],
  ['dataset', 'website'],
  ['software', 'website'],
]);

/** What the work appeared in: a journal, a book, a site; for one that is a whole, its series. */
export function containerOf(record: Part, type: WorkType | undefined): DraftContainer | undefined {
  const titles = textsOf(record, 'container-title').map((value) => ({ value }));
  const shortTitles = shortTitlesOf(record);
  const issn = isSerial(record) ? [] : issnOf(record);
  const isbn = homes.has(type) ? isbnOf(record) : [];
  const authors = namesOf(record, 'container-author').map((name) => ({ role: 'author' as const, ...name }));
  const [series, ...others] = textsOf(record, 'collection-title');
  if (others.length > 0) keep(record, 'collection-title', record.of['collection-title']);
  if (titles.length + shortTitles.length + isbn.length + authors.length > 0 || (!series && issn.length > 0)) {
    const number = series === undefined ? undefined : words(record, 'collection-number');
    if (series === undefined) keep(record, 'collection-number', record.of['collection-number']);
    return {
      type: homes.get(type) ?? shelves.get(type) ?? shelf(record),
      titles,
      shortTitles,
      issn,
      isbn,
      editors: authors,
      series: series === undefined ? undefined : { title: { value: series }, number },
    };
  }
  return series === undefined ? undefined : { type: 'series', titles: [{ value: series }], issn };
}

/** A work of no known kind that stands in an issue stands in a journal. */
function shelf(record: Part): ContainerType {
  return record.of.issue !== undefined ? 'journal' : 'series';
}

function shortTitlesOf(record: Part): readonly string[] {
  const all = ['container-title-short', 'journalAbbreviation', 'short-container-title'].flatMap((key) =>
    textsOf(record, key),
  );
  return [...new Set(all)];
}

/** A journal or an issue that is described itself. */
const isSerial = (record: Part) => record.of.type === 'periodical';

/** The ISBNs of a whole, and the ISSNs of a journal that is described itself. */
export function ownNumbers(record: Part, type: WorkType | undefined): readonly DraftIdentifier[] {
  return [
    ...(homes.has(type) ? [] : isbnOf(record)).map((value) => ({ scheme: 'isbn', value })),
    ...(isSerial(record) ? issnOf(record) : []).map(({ value }) => ({ scheme: 'issn', value })),
  ];
}

/** Several ISBNs may share one text; spaces inside one do not part it, and `(pbk.)` after one is kept. */
function isbnOf(record: Part): readonly string[] {
  return textsOf(record, 'ISBN').flatMap((text) => {
    const bare = text.replace(/\([^()]{1,60}\)/g, ',');
    if (bare !== text) keep(record, 'ISBN', text);
    return bare.split(/[,;]/).flatMap((piece) => {
      const tokens = piece.trim().split(/\s+/);
      return tokens.every((token) => /^[\dXx-]{10,17}$/.test(token))
        ? tokens
        : [piece.trim()].filter(Boolean);
    });
  });
}

/** I3: all that share one text, with the medium that stands after each. */
function issnOf(record: Part): readonly Issn[] {
  return textsOf(record, 'ISSN').flatMap((text) =>
    text.split(/[,;]/).flatMap((piece): readonly Issn[] => {
      const [, value, mark] = marked.exec(piece) ?? [];
      const medium = media.get(mark?.toLowerCase() ?? '');
      if (value !== undefined && medium !== undefined) return [{ value, medium }];
      const tokens = piece.trim().split(/\s+/);
      const isList = tokens.every((token) => /^\d{4}-?\d{3}[\dXx]$/.test(token));
      return (isList ? tokens : [piece.trim()]).filter(Boolean).map((each) => ({ value: each }));
    }),
  );
}

const marked = /^\s?([\dXx-]{8,9})\s\(?([a-z]{4,12})\.?\)?\s?$/i;
const media: ReadonlyMap<string, Issn['medium']> = new Map([
  ['print', 'print'],
  ['online', 'electronic'],
  ['electronic', 'electronic'],
  ['elec', 'electronic'],
  ['linking', 'linking'],
]);

/** Volume, issue and pages. A work in a series has its number there for a volume. */
export function positionOf(
  record: Part,
  type: WorkType | undefined,
  container: DraftContainer | undefined,
): DraftPosition | undefined {
  const isInSeries = container?.series === undefined && textsOf(record, 'collection-title').length > 0;
  const number = isInSeries ? words(record, 'collection-number') : undefined;
  if (number !== undefined) keep(record, 'volume', record.of.volume);
  if (!container) keep(record, 'collection-number', record.of['collection-number']);
  const volume = number ?? words(record, 'volume');
  const issue = words(record, 'issue');
  const section = words(record, 'section');
  const position = {
    volume,
    issue,
    issueTitle: issueTitleOf(record, container),
    pages: pagesOf(record),
    articleNumber: words(record, 'article-number') ?? (isArticle(type) ? words(record, 'number') : undefined),
    section: section === undefined ? undefined : { value: section },
  };
  return Object.values(position).every((value) => value === undefined) ? undefined : position;
}

/** Whether the `number` of such a work is its own in a journal (crosswalk 2.4, article number). */
export function isArticle(type: WorkType | undefined): boolean {
  return homes.get(type) === 'journal';
}

/** `volume-title` also names a special issue (CSL 1.0.2); the volume of a book is none. */
function issueTitleOf(record: Part, container: DraftContainer | undefined): DraftPosition['issueTitle'] {
  const isPeriodical = container?.type === 'journal' || container?.type === 'magazine';
  const title = isPeriodical ? words(record, 'volume-title') : undefined;
  if (!isPeriodical) keep(record, 'volume-title', record.of['volume-title']);
  return title === undefined ? undefined : { value: title };
}

/** The pages, else the first of them, else how many there are: `206` → `206 p.` (P1). */
function pagesOf(record: Part): string | undefined {
  const [pages, first] = [words(record, 'page'), words(record, 'page-first')];
  const total = words(record, 'number-of-pages');
  const said = pages ?? first;
  if (first !== undefined && !said?.startsWith(first)) keep(record, 'page-first', first);
  if (said === undefined && total !== undefined && /^\d{1,6}$/.test(total)) return `${total} p.`;
  keep(record, 'number-of-pages', total);
  return said;
}

/** The conference or other event; its dates and place say nothing without its name, and are kept. */
export function eventOf(record: Part): WorkEvent | undefined {
  if (isObject(record.of.event)) return statedEvent(record);
  const [title, older] = [words(record, 'event-title'), words(record, 'event')];
  const name = title ?? older;
  if (older !== name) keep(record, 'event', older);
  if (name === undefined) {
    // Zotero says the place of publication twice.
    if (record.of['event-place'] !== record.of['publisher-place'])
      keep(record, 'event-place', record.of['event-place']);
    keep(record, 'event-date', record.of['event-date']);
    return undefined;
  }
  const [start, end] = edtfDate(record, 'event-date')?.split('/') ?? [];
  return {
    name: { value: name },
    start,
    end: end === '..' ? undefined : end,
    place: words(record, 'event-place'),
  };
}

const ofEvent = new Set(['name', 'location']);

/** Crossref says an event as an object in its CSL too. */
function statedEvent(record: Part): WorkEvent | undefined {
  const part = partAt(record, 'event');
  const name = part && words(part, 'name');
  if (!part || name === undefined) {
    keep(record, 'event', record.of.event);
    return undefined;
  }
  keepOthers(part, ofEvent);
  return { name: { value: name }, place: words(part, 'location') };
}

/** A text, a number or a list of texts: Crossref gives lists where CSL has one text. */
export function textsOf(record: Part, key: string): readonly string[] {
  const value = record.of[key];
  if (value === undefined) return [];
  if (Array.isArray(value)) return wordsOf(record, key);
  const text = words(record, key);
  return text === undefined ? [] : [text];
}

import { cslContainer, cslHome } from '../base/csl-container.ts';
import type { DraftContainer, DraftIdentifier, DraftPosition } from '../base/draft.ts';
import type { Issn, WorkEvent, WorkType } from '../base/work.ts';
import { edtfDate } from './csl-date.ts';
import { namesOf } from './csl-people.ts';
import { isObject, keep, keepOthers, type Part, partAt, words, wordsOf } from './json-part.ts';

/** What the work appeared in: a journal, a book, a site; for one that is a whole, its series. */
export function containerOf(record: Part, type: WorkType | undefined): DraftContainer | undefined {
  const titles = textsOf(record, 'container-title');
  const shortTitles = shortTitlesOf(record);
  const issn = isSerial(record) ? [] : issnOf(record);
  const isbn = cslHome(type) === undefined ? [] : isbnOf(record);
  const authors = namesOf(record, 'container-author', asAuthor);
  const [series, ...others] = textsOf(record, 'collection-title');
  if (others.length > 0) keep(record, 'collection-title', record.of['collection-title']);
  if (titles.length + shortTitles.length + isbn.length + authors.length > 0 || (!series && issn.length > 0)) {
    const number = series === undefined ? undefined : words(record, 'collection-number');
    if (series === undefined) keep(record, 'collection-number', record.of['collection-number']);
    return {
      type: cslContainer(type, record.of.issue !== undefined),
      titles: titles.map((value) => ({ value })),
      shortTitles,
      issn,
      isbn,
      editors: authors,
      series: series === undefined ? undefined : { title: { value: series }, number },
    };
  }
  return series === undefined ? undefined : { type: 'series', titles: [{ value: series }], issn };
}

const asAuthor = { role: 'author' } as const;

const shortTitleKeys = ['container-title-short', 'journalAbbreviation', 'short-container-title'] as const;

function shortTitlesOf(record: Part): readonly string[] {
  let all: readonly string[] = none;
  for (const key of shortTitleKeys) {
    const more = textsOf(record, key);
    if (more.length > 0) all = all.length === 0 ? more : [...new Set([...all, ...more])];
  }
  return all;
}

/** A journal or an issue that is described itself. */
const isSerial = (record: Part) => record.of.type === 'periodical';

/** The ISBNs of a whole, and the ISSNs of a journal that is described itself. */
export function ownNumbers(record: Part, type: WorkType | undefined): readonly DraftIdentifier[] {
  const isbn = cslHome(type) === undefined ? isbnOf(record) : none;
  const issn = isSerial(record) ? issnOf(record) : none;
  if (isbn.length + issn.length === 0) return none;
  return [
    ...isbn.map((value) => ({ scheme: 'isbn', value })),
    ...issn.map(({ value }) => ({ scheme: 'issn', value })),
  ];
}

const oneIsbn = /^[\dXx-]{10,17}$/;
const oneIssn = /^\d{4}-?\d{3}[\dXx]$/;

/** Several ISBNs may share one text; spaces inside one do not part it, and `(pbk.)` after one is kept. */
function isbnOf(record: Part): readonly string[] {
  const said = textsOf(record, 'ISBN');
  if (said.length === 0 || (said.length === 1 && oneIsbn.test(said[0] ?? ''))) return said;
  return said.flatMap((text) => {
    const bare = text.replace(/\([^()]{1,60}\)/g, ',');
    if (bare !== text) keep(record, 'ISBN', text);
    return bare.split(/[,;]/).flatMap((piece) => {
      const tokens = piece.trim().split(/\s+/);
      return tokens.every((token) => oneIsbn.test(token)) ? tokens : [piece.trim()].filter(Boolean);
    });
  });
}

/** I3: all that share one text, with the medium that stands after each. */
function issnOf(record: Part): readonly Issn[] {
  const said = textsOf(record, 'ISSN');
  if (said.length === 0) return none;
  return said.flatMap((text) => (oneIssn.test(text) ? [{ value: text }] : text.split(/[,;]/).flatMap(issns)));
}

function issns(piece: string): readonly Issn[] {
  const [, value, mark] = marked.exec(piece) ?? [];
  const medium = media.get(mark?.toLowerCase() ?? '');
  if (value !== undefined && medium !== undefined) return [{ value, medium }];
  const tokens = piece.trim().split(/\s+/);
  const isList = tokens.every((token) => oneIssn.test(token));
  return (isList ? tokens : [piece.trim()]).filter(Boolean).map((each) => ({ value: each }));
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
  for (const part of Object.values(position)) if (part !== undefined) return position;
  return undefined;
}

/** Whether the `number` of such a work is its own in a journal (crosswalk 2.4, article number). */
export function isArticle(type: WorkType | undefined): boolean {
  return cslHome(type) === 'journal';
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

const none: readonly never[] = [];

/** A text, a number or a list of texts: Crossref gives lists where CSL has one text. */
export function textsOf(record: Part, key: string): readonly string[] {
  const value = record.of[key];
  if (value === undefined) return none;
  if (Array.isArray(value)) return wordsOf(record, key);
  const text = words(record, key);
  return text === undefined ? none : [text];
}

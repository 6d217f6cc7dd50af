import type { DraftContainer, DraftIdentifier, DraftPosition } from '../base/draft.ts';
import type { ContainerType, Issn, WorkEvent } from '../base/work.ts';
import { dateWords } from './date-parts.ts';
import { keep, keepOthers, keepWhole, type Part, partAt, partsOf, words, wordsOf } from './json-part.ts';

const containerTypes: ReadonlyMap<string, ContainerType> = new Map(
  Object.entries<ContainerType>({
    'journal-article': 'journal',
    'journal-issue': 'journal',
    'journal-volume': 'journal',
    'book-chapter': 'book',
    'book-part': 'book',
    'book-section': 'book',
    'book-track': 'book',
    'reference-entry': 'book',
    'proceedings-article': 'proceedings',
    'posted-content': 'website',
    dataset: 'website',
  }),
);

/** Works that have no number of their own: an ISBN on their record is the book's. */
const parts: ReadonlySet<string> = new Set([
  ...['book-chapter', 'book-part', 'book-section', 'book-track', 'reference-entry'],
  ...['proceedings-article', 'journal-article'],
]);
/** Works that come out in issues or volumes: an ISSN on their record is their own. */
const serials: ReadonlySet<string> = new Set([
  ...['journal', 'book-series', 'proceedings-series', 'report-series', 'standard-series'],
]);

/** What the work appeared in: a journal, a book, proceedings; for a whole book, its series. */
export function containerOf(record: Part, type: string): DraftContainer | undefined {
  const titles = wordsOf(record, 'container-title');
  const shortTitles = wordsOf(record, 'short-container-title');
  const issn = serials.has(type) ? [] : issnOf(record);
  const isbn = parts.has(type) ? wordsOf(record, 'ISBN') : [];
  if (titles.length + shortTitles.length + issn.length + isbn.length === 0) return undefined;
  return {
    type: containerTypes.get(type) ?? 'series',
    titles: titles.map((value) => ({ value })),
    shortTitles,
    issn,
    isbn,
  };
}

/** The ISBNs of a book and the ISSNs of a journal that is described itself. */
export function ownNumbers(record: Part, type: string): readonly DraftIdentifier[] {
  // An identifier has no medium.
  if (serials.has(type)) keep(record, 'issn-type', record.of['issn-type']);
  return [
    ...(parts.has(type) ? [] : wordsOf(record, 'ISBN')).map((value) => ({ scheme: 'isbn', value })),
    ...(serials.has(type) ? issnOf(record) : []).map(({ value }) => ({ scheme: 'issn', value })),
  ];
}

const media: ReadonlyMap<string, Issn['medium']> = new Map(
  Object.entries<Issn['medium']>({
    print: 'print',
    pissn: 'print',
    electronic: 'electronic',
    eissn: 'electronic',
    linking: 'linking',
    lissn: 'linking',
  }),
);

const ofIssn = new Set(['value', 'type']);

/** `issn-type` with what each is for, and what `ISSN` alone has (I3: both are kept). */
function issnOf(record: Part): readonly Issn[] {
  const found: Issn[] = [];
  for (const part of partsOf(record, 'issn-type')) {
    keepOthers(part, ofIssn);
    const value = words(part, 'value');
    const type = words(part, 'type');
    const medium = media.get(type ?? '');
    if (value !== undefined) found.push(medium ? { value, medium } : { value });
    if (value === undefined || (type !== undefined && !medium)) keep(part, 'type', type);
  }
  for (const value of wordsOf(record, 'ISSN')) {
    if (!found.some((each) => each.value === value)) found.push({ value });
  }
  return found;
}

/** Volume, issue and pages; the issue may be said beside its own dates only. */
export function positionOf(record: Part): DraftPosition | undefined {
  const [volume, pages] = [words(record, 'volume'), words(record, 'page')];
  const issue = words(record, 'issue') ?? issueOf(record);
  const articleNumber = words(record, 'article-number');
  if (!volume && !issue && !pages && !articleNumber) return undefined;
  return { volume, issue, pages, articleNumber };
}

const issueDates = ['published-print', 'published-online'] as const;
const ofIssue = new Set(['issue', ...issueDates]);

/** The number in `journal-issue`; what that says otherwise than the record itself is kept. */
function issueOf(record: Part): string | undefined {
  return words(journalIssue(record), 'issue');
}

/** Keeps what `journal-issue` says that the record itself does not. */
export function keepIssue(record: Part): void {
  if (record.of['journal-issue'] === undefined) return;
  const part = journalIssue(record);
  keepOthers(part, ofIssue);
  const [issue, other] = [words(record, 'issue'), words(part, 'issue')];
  if (issue !== undefined && issue !== other) keep(part, 'issue', other);
  for (const key of issueDates) {
    const date = dateWords(part, key);
    if (date !== undefined && date !== dateWords(record, key)) keep(part, key, part.of[key]);
  }
}

function journalIssue(record: Part): Part {
  return partAt(record, 'journal-issue') ?? { ...record, of: {} };
}

const ofEvent = new Set(['name', 'acronym', 'location', 'start', 'end']);

/** The conference of a paper. */
export function eventOf(record: Part): WorkEvent | undefined {
  const part = partAt(record, 'event');
  const name = part && words(part, 'name');
  if (!part || name === undefined) {
    if (part) keepWhole(part);
    return undefined;
  }
  keepOthers(part, ofEvent);
  return {
    name: { value: name },
    acronym: words(part, 'acronym'),
    start: dateWords(part, 'start'),
    end: dateWords(part, 'end'),
    place: words(part, 'location'),
  };
}

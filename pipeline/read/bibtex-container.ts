import type { DraftContainer, DraftIdentifier, DraftPosition } from '../base/draft.ts';
import { isEdtf } from '../base/edtf.ts';
import type { ContainerType, Issn, LangText, WorkEvent, WorkType } from '../base/work.ts';
import { bookAuthors } from './bibtex-people.ts';
import {
  firstOf,
  giveBack,
  keep,
  marked,
  plain,
  type Reading,
  sameWords,
  verbatim,
} from './bibtex-reading.ts';

/** Works that appear inside something, and in what; the ISBN of such an entry is that of the whole. */
const homes: ReadonlyMap<WorkType, ContainerType> = new Map<WorkType, ContainerType>([
  ['article', 'journal'],
  ['reviewArticle', 'journal'],
  ['editorial', 'journal'],
  ['dataPaper', 'journal'],
  ['review', 'journal'],
  ['popularArticle', 'magazine'],
  ['newspaperArticle', 'newspaper'],
  ['chapter', 'book'],
  ['proceedingsPaper', 'proceedings'],
  ['talk', 'proceedings'],
  ['poster', 'proceedings'],
]);

/** What the work appeared in: a journal, a book, proceedings; for one that is a whole, its set or its series. */
export function containerOf(on: Reading, type: WorkType): DraftContainer | undefined {
  const home = homes.get(type);
  const host = hostOf(on, home);
  const issn = issnOf(on);
  const isbn = home === undefined ? [] : isbnOf(on);
  const authors = bookAuthors(on);
  const shortTitles = [shortTitleOf(on, host?.type)].filter((title) => title !== undefined);
  // The series of a journal is a number or `newseries`, and no title.
  const series = host && periodicals.has(host.type) ? undefined : marked(on, 'series');
  if (host || isbn.length + authors.length + shortTitles.length > 0 || (!series && issn.length > 0)) {
    return {
      type: host?.type ?? home ?? 'series',
      titles: host ? [host.title] : [],
      shortTitles,
      issn,
      isbn,
      editors: authors,
      series: series && { title: series, number: plain(on, 'number') },
    };
  }
  return series && { type: 'series', titles: [series], issn };
}

interface Host {
  readonly type: ContainerType;
  readonly title: LangText;
}

const periodicals: ReadonlySet<ContainerType> = new Set(['journal', 'magazine', 'newspaper']);

/** The journal of an article, the book of a chapter; else the set of volumes, or whatever else it says that it is in. */
function hostOf(on: Reading, home: ContainerType | undefined): Host | undefined {
  const journal = (): Host | undefined => {
    const title = journalTitle(on);
    return title && { type: home && periodicals.has(home) ? home : 'journal', title };
  };
  const book = (): Host | undefined => {
    const title = whole(on, 'booktitle', 'booksubtitle');
    return title && { type: home && !periodicals.has(home) ? home : 'book', title };
  };
  const set = (): Host | undefined => {
    const title = whole(on, 'maintitle', 'mainsubtitle');
    return title && { type: 'book', title };
  };
  // A whole that repeats its title for its parts to inherit is in no other book.
  if (sameWords(on, 'title', 'booktitle')) on.taken.add('booktitle');
  const isWhole = /^(?:mv)?(?:book|proceedings|collection|reference)$/.test(on.type);
  const isInBook = home !== undefined && !periodicals.has(home);
  const order = isWhole ? [journal, set] : isInBook ? [book, journal, set] : [journal, book, set];
  for (const find of order) {
    const host = find();
    if (host) return host;
  }
  return undefined;
}

const journalNames = ['journaltitle', 'fjournal', 'journal'];

/** MathSciNet gives the journal's whole name as `fjournal`, and its abbreviation as `journal`. */
function journalTitle(on: Reading): LangText | undefined {
  const name = journalNames.find((each) => on.values.has(each));
  return name === undefined || on.taken.has(name) ? undefined : whole(on, name, 'journalsubtitle');
}

function shortTitleOf(on: Reading, host: ContainerType | undefined): string | undefined {
  const isAbbreviated = on.values.has('fjournal') && !on.values.has('journaltitle') && host !== undefined;
  return plain(on, 'shortjournal') ?? (isAbbreviated ? plain(on, 'journal') : undefined);
}

/** A title with its subtitle, as a list of references prints them. */
function whole(on: Reading, name: string, subname: string): LangText | undefined {
  if (on.taken.has(name)) return undefined;
  const title = marked(on, name);
  const subtitle = title && marked(on, subname);
  if (!subtitle) return title;
  const joint = /[.:?!…]$/.test(title.value) ? ' ' : ': ';
  const value = title.value + joint + subtitle.value;
  return title.markup || subtitle.markup ? { value, markup: 'html' } : { value };
}

/** Volume, issue, pages. A whole in a series has its number there for a volume. */
export function positionOf(on: Reading, container: DraftContainer | undefined): DraftPosition | undefined {
  const isInSeries = container?.type === 'series' && container.titles?.length === 1;
  const hasIssues = container !== undefined && container.series === undefined && !isInSeries;
  const position = {
    volume: (isInSeries ? plain(on, 'number') : undefined) ?? plain(on, 'volume'),
    issue: hasIssues ? firstOf(on, ['number', 'issue'], plain) : plain(on, 'issue'),
    issueTitle: whole(on, 'issuetitle', 'issuesubtitle'),
    pages: pagesOf(on),
    articleNumber: firstOf(on, ['eid', 'articleno', 'article-number'], verbatim),
  };
  return Object.values(position).every((value) => value === undefined) ? undefined : position;
}

/** The pages, else how many there are: `206` → `206 p.` (P1). */
function pagesOf(on: Reading): string | undefined {
  const pages = plain(on, 'pages');
  const total = pages === undefined ? plain(on, 'pagetotal') : undefined;
  return total !== undefined && /^\d+$/.test(total) ? `${total} p.` : (pages ?? total);
}

/** I3: all that share one field, with the medium that stands after each. */
export function issnOf(on: Reading): readonly Issn[] {
  const electronic = verbatim(on, 'eissn');
  const stated = (verbatim(on, 'issn') ?? '').split(/[,;]|\s(?=\d{4}-)/).flatMap((piece): readonly Issn[] => {
    const [, value = '', mark = ''] = /^\s*(.*?)\s*(?:\(([^()]*)\))?\s*$/.exec(piece) ?? [];
    if (value === '') return [];
    const medium = media.find(([words]) => words.test(mark))?.[1];
    return [medium ? { value, medium } : { value }];
  });
  return electronic === undefined ? stated : [...stated, { value: electronic, medium: 'electronic' }];
}

const media: readonly (readonly [RegExp, NonNullable<Issn['medium']>])[] = [
  [/print|imprim/i, 'print'],
  [/online|electronic|en ligne/i, 'electronic'],
  [/linking/i, 'linking'],
];

/** Several ISBNs may share one field; spaces inside one do not part it. */
function isbnOf(on: Reading): readonly string[] {
  return (verbatim(on, 'isbn') ?? '').split(/[,;/]|\s+and\s+/).flatMap((piece) => {
    const tokens = piece.trim().split(/\s+/);
    return tokens.every((token) => /^[\dXx-]{10,17}$/.test(token)) ? tokens : [piece.trim()].filter(Boolean);
  });
}

/** The ISBNs of a work that is a whole. */
export function ownIsbn(on: Reading, type: WorkType): readonly DraftIdentifier[] {
  return homes.has(type) ? [] : isbnOf(on).map((value) => ({ scheme: 'isbn', value }));
}

/** The conference or other event; its dates and place say nothing without its name, and are kept. */
export function eventOf(on: Reading): WorkEvent | undefined {
  const name = marked(on, 'eventtitle');
  if (!name) return undefined;
  const words = verbatim(on, 'eventdate');
  const dates = words !== undefined && isEdtf(words) ? words.split('/') : [];
  if (dates.length === 0) keep(on, 'eventdate', words);
  const [start, end] = dates.map((date) => (isEdtf(date) ? date : undefined));
  return { name, start, end, place: plain(on, 'venue') };
}

const publishers = ['publisher', 'school', 'institution', 'organization'];
const places = ['address', 'location'];

/** Who published, or whose thesis or report it is, and where (crosswalk 2.4); a place without a name is kept. */
export function publisherOf(
  on: Reading,
): { readonly name: string; readonly place: string | undefined } | undefined {
  const name = firstOf(on, publishers, plain);
  const place = firstOf(on, places, plain);
  if (name !== undefined) return { name, place };
  giveBack(on, ...places);
  return undefined;
}

import { codeList } from '../base/code-list.ts';
import type { Draft, DraftPosition, Origin } from '../base/draft.ts';
import type { Access, Funding, LangText, Review, Title, WorkEvent } from '../base/work.ts';
import { containerOf, publisherOf } from './csv-container.ts';
import { identifiersOf, linksOf } from './csv-links.ts';
import { peopleOf } from './csv-people.ts';
import { leftCells, type Row, rowIn, takeCells, takeList, takeWords } from './csv-row.ts';
import { cutTable, isTable, rowOf } from './csv-table.ts';
import { chosenDate, withYear } from './date-choice.ts';
import type { Piece, Reader } from './reader.ts';

/**
 * Tables with a line of headings, in French or English or as HAL, Zotero, OpenCitations, Scopus and Web of Science
 * export them (`ontology/headings.csv`), or as `columns:` of the source in `lab.yaml` says.
 */
export const csv: Reader = {
  name: 'csv',
  title: { fr: 'Tableau (CSV, TSV, classeur XLSX)', en: 'Table (CSV, TSV, XLSX workbook)' },
  mediaType: 'text/csv',
  extensions: ['.csv', '.tsv', '.tab', '.xlsx', '.xlsm'],
  sniff: isTable,
  cut: cutTable,
  parse: (piece, origin) => draftOf(piece, origin),
};

function draftOf(piece: Piece, origin: Origin): Draft {
  const { table, cells } = rowOf(piece, origin.columns);
  const row = rowIn(table.columns, cells);
  const type = typeOf(row);
  const word = type && codeList('types').read(type.list, type.code);
  const container = containerOf(row, word);
  const identifiers = identifiersOf(row);
  const links = linksOf(row, identifiers);
  return {
    origin,
    ...(identifiers.id === undefined ? {} : { id: identifiers.id }),
    type,
    titles: titlesOf(row),
    abstracts: textsOf(row, 'abstracts'),
    contributions: peopleOf(row),
    dates: datesOf(row),
    container: container.container,
    position: positionOf(row),
    event: eventOf(row),
    publisher: publisherOf(row),
    identifiers: [...identifiers.all, ...container.identifiers],
    links,
    languages: takeList(row, 'languages').flatMap(({ words }) => words.split(/\s*,\s*/)),
    subjects: takeList(row, 'subjects').map(({ words, lang }) => ({ text: textIn(words, lang) })),
    access: accessOf(row),
    licences: licencesOf(row),
    funding: fundingOf(row),
    status: statusOf(row),
    review: reviewOf(row),
    notes: textsOf(row, 'notes'),
    citationText: citationOf(row),
    unmapped: leftCells(row, origin.source.name),
  };
}

const textIn = (value: string, lang: string | undefined): LangText =>
  lang === undefined ? { value } : { value, lang };

const textsOf = (row: Row, field: string): readonly LangText[] =>
  takeCells(row, field).map(({ words, lang }) => textIn(words, lang));

function citationOf(row: Row): LangText | undefined {
  const value = takeWords(row, 'citationText');
  return value === undefined ? undefined : { value };
}

const typeLists = [
  'work',
  'fr',
  'en',
  'zotero',
  'hal',
  'csl',
  'crossref',
  'openalex',
  'datacite',
  'ris',
  'bibtex',
  'schema',
];

/** The first type that is known, in whatever vocabulary; else the words as they are. */
function typeOf(row: Row): Draft['type'] {
  const cells = takeCells(row, 'type');
  if (cells.length === 0) return undefined;
  const list = codeList('types');
  const lists = typeLists.filter((column) => list.columns.includes(column));
  for (const cell of cells) {
    const forms = [cell.words, cell.words.replaceAll("'", '’'), cell.words.replace(/\s+/g, '-')];
    for (const code of forms) {
      const known = lists.find((column) => list.read(column, code) !== undefined);
      if (known === undefined) continue;
      row.left.push(...cells.filter((other) => other !== cell));
      return { list: known, code };
    }
  }
  const [first, ...others] = cells;
  row.left.push(...others);
  return first === undefined ? undefined : { list: 'fr', code: first.words };
}

/** The title whose column names no language is the main one, or the first; one in another language is a translation. */
function titlesOf(row: Row): readonly Title[] {
  const cells = takeCells(row, 'titles.main');
  const main = cells.find(({ lang }) => lang === undefined) ?? cells[0];
  const role = (lang: string | undefined) => (lang === undefined ? 'alternative' : 'translated');
  const said = (field: string, as: Title['role']) =>
    takeCells(row, field).map(({ words, lang }): Title => ({ role: as, text: textIn(words, lang) }));
  return [
    ...(main === undefined ? [] : [{ role: 'main' as const, text: textIn(main.words, main.lang) }]),
    ...said('titles.subtitle', 'subtitle'),
    ...cells
      .filter((cell) => cell !== main && cell.words !== main?.words)
      .map(({ words, lang }): Title => ({ role: role(lang), text: textIn(words, lang) })),
    ...said('titles.short', 'short'),
    ...said('titles.translated', 'translated'),
    ...said('titles.alternative', 'alternative'),
  ];
}

const events = (
  ['publishedOnline', 'accepted', 'submitted', 'defended', 'written', 'deposited'] as const
).map((event) => [event, `dates.${event}`] as const);

function datesOf(row: Row): Draft['dates'] {
  const cells = takeCells(row, 'dates.published');
  const { words, others } = chosenDate(withYear(cells.map((cell) => cell.words)));
  row.left.push(...cells.filter((cell) => others.includes(cell.words)));
  const published = words === undefined ? undefined : withMonth(row, words);
  return [
    ...(published === undefined ? [] : [{ event: 'published' as const, words: published }]),
    ...events.flatMap(([event, field]) => {
      const date = takeWords(row, field);
      return date === undefined ? [] : [{ event, words: date }];
    }),
  ];
}

/** D1: a year beside columns of months and days, which are left over where the date has its own. */
function withMonth(row: Row, words: string): string {
  if (!/^\d{4}$/.test(words)) return words;
  const month = takeWords(row, 'dates.published.month');
  if (month === undefined) return words;
  const day = takeWords(row, 'dates.published.day');
  const days = day === undefined ? [] : [day];
  if (!/^\d{1,2}$/.test(month)) return [...days, month, words].join(' ');
  return [words, month, ...days].map((part) => part.padStart(2, '0')).join('-');
}

function positionOf(row: Row): DraftPosition | undefined {
  const issueTitle = takeWords(row, 'position.issueTitle');
  const section = takeWords(row, 'position.section');
  const position = {
    volume: takeWords(row, 'position.volume'),
    issue: takeWords(row, 'position.issue'),
    issueTitle: issueTitle === undefined ? undefined : { value: issueTitle },
    pages: pagesOf(row),
    articleNumber: takeWords(row, 'position.articleNumber'),
    section: section === undefined ? undefined : { value: section },
  };
  return Object.values(position).some((value) => value !== undefined) ? position : undefined;
}

/** A range, or its two ends; how many they are only where nothing else is said, for both have one place. */
function pagesOf(row: Row): string | undefined {
  const range = takeWords(row, 'position.pages');
  if (range !== undefined) return range;
  const [start, end] = [takeWords(row, 'position.pages.start'), takeWords(row, 'position.pages.end')];
  if (start !== undefined) return end === undefined || end === start ? start : `${start}-${end}`;
  if (end !== undefined) return end;
  const total = takeWords(row, 'position.pages.total');
  return total !== undefined && /^\d+$/.test(total) ? `${total} p.` : total;
}

const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** A meeting without a name, and dates that are no ISO 8601, find no place. */
function eventOf(row: Row): WorkEvent | undefined {
  const value = takeWords(row, 'event.name');
  if (value === undefined) return undefined;
  const only = (field: string, form: RegExp) =>
    form.test(row.fields.get(field)?.[0]?.words ?? '') ? takeWords(row, field) : undefined;
  return {
    name: { value },
    start: only('event.start', isoDate),
    end: only('event.end', isoDate),
    place: takeWords(row, 'event.place'),
    country: only('event.country', /^[a-z]{2}$/i)?.toUpperCase(),
  };
}

const yes = /^(?:true|vrai|oui|yes|1|x)$/i;
const no = /^(?:false|faux|non|no|0)$/i;

/** Words that say whether; others are left. */
function whether(row: Row, field: string): boolean | undefined {
  const words = row.fields.get(field)?.[0]?.words ?? '';
  if (!yes.test(words) && !no.test(words)) return undefined;
  takeWords(row, field);
  return yes.test(words);
}

function reviewOf(row: Row): Review | undefined {
  const peerReviewed = whether(row, 'review.peerReviewed');
  const popularScience = whether(row, 'review.popularScience');
  return peerReviewed === undefined && popularScience === undefined
    ? undefined
    : { peerReviewed, popularScience };
}

/** That a text is not open says not how it is closed. */
function accessOf(row: Row): Draft['access'] {
  const [cell] = row.fields.get('access') ?? [];
  if (!cell) return undefined;
  const list = codeList('access');
  const columns = ['work', 'infoEuRepo', 'coar', 'fr', 'en'];
  const known = columns.map((column) => list.read(column, cell.words)).find((each) => each !== undefined);
  const status = known ?? (yes.test(cell.words) || /\bopen access\b/i.test(cell.words) ? 'open' : undefined);
  if (status === undefined) return undefined;
  takeWords(row, 'access');
  return { status: status as Access };
}

function statusOf(row: Row): string | undefined {
  const words = row.fields.get('status')?.[0]?.words;
  if (words === undefined) return undefined;
  const list = codeList('status');
  const status = ['work', 'fr', 'en', 'csl']
    .map((column) => list.read(column, words))
    .find((each) => each !== undefined);
  if (status !== undefined) takeWords(row, 'status');
  return status;
}

/** Several addresses may stand in one cell. */
function licencesOf(row: Row): Draft['licences'] {
  return takeCells(row, 'licences').flatMap((cell) =>
    cell.words.split(/[;|,\s]+(?=https?:\/\/)/i).map((words) => ({ words })),
  );
}

function fundingOf(row: Row): readonly Funding[] {
  const numbers = takeList(row, 'funding.awardNumber').map(({ words }) => words);
  const funders = takeList(row, 'funding.funder').map(({ words }) => ({ name: words, ids: [] }));
  const [funder] = funders;
  if (funder && funders.length === 1 && numbers.length > 0)
    return numbers.map((awardNumber) => ({ funder, awardNumber }));
  return [...funders.map((each) => ({ funder: each })), ...numbers.map((awardNumber) => ({ awardNumber }))];
}

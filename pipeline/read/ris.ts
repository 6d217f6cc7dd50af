import { codeList } from '../base/code-list.ts';
import type { Draft, DraftPosition, Origin } from '../base/draft.ts';
import { seasonNumber } from '../base/months.ts';
import type { DateEvent, LangText, Title } from '../base/work.ts';
import { chosenDate, withYear } from './date-choice.ts';
import type { Piece, Reader } from './reader.ts';
import { eventOf, placeOf, publisherOf } from './ris-container.ts';
import { identifiersOf, linksOf } from './ris-links.ts';
import { peopleOf } from './ris-people.ts';
import { cutRis, isRis, leave, leftOver, type RisRecord, risRecord, take, takeOne } from './ris-record.ts';

/** RIS, as reference managers, publishers and databases write it (crosswalk section 2). */
export const ris: Reader = {
  name: 'ris',
  title: { fr: 'RIS (Zotero, EndNote, éditeurs)', en: 'RIS (Zotero, EndNote, publishers)' },
  mediaType: 'application/x-research-info-systems',
  extensions: ['.ris'],
  sniff: isRis,
  cut: cutRis,
  parse: (piece, origin) => draftOf(piece, origin),
};

function draftOf(piece: Piece, origin: Origin): Draft {
  const record = risRecord(piece);
  const code = takeOne(record, 'TY');
  const type = code?.toUpperCase() ?? '';
  const kind = kindOf(record, type);
  const titles = titlesOf(record, type);
  const { contributions, ofSeries } = peopleOf(record, type);
  const identifiers = identifiersOf(record);
  const event = eventOf(record, type);
  const publisher = publisherOf(record, type);
  const place = placeOf(record, type, ofSeries);
  const reviewed = take(record, 'RI').map((citation) => ({ type: 'reviews' as const, target: { citation } }));
  return {
    origin,
    type: kind ?? (code === undefined ? undefined : { list: 'ris', code }),
    titles,
    abstracts: abstractsOf(record),
    contributions,
    dates: datesOf(record),
    container: place.container,
    position: positionOf(record, type),
    event,
    publisher,
    identifiers: [...identifiers, ...place.identifiers],
    links: linksOf(record),
    languages: take(record, 'LA').flatMap((words) => listed(words, /[;,]/)),
    subjects: take(record, 'KW')
      .flatMap((words) => listed(words, /;/))
      .map((value) => ({ text: { value } })),
    relations: reviewed,
    status: statusOf(type, titles),
    notes: notesOf(record),
    unmapped: leftOver(record, origin.source.name),
  };
}

/** What `M3` says of works that share a type: `Book review` in `JOUR`, `Working paper` in `RPRT`. */
function kindOf(record: RisRecord, type: string): Draft['type'] {
  const list = codeList('types');
  const [code, ...more] = record.tags.get('M3') ?? [];
  const word = code === undefined || more.length > 0 ? undefined : list.read('risKind', code);
  if (code === undefined || word === undefined || list.write('ris', word) !== type) return undefined;
  take(record, 'M3');
  return { list: 'risKind', code };
}

/** L1: at semicolons, never at commas. */
function listed(words: string, separator: RegExp): readonly string[] {
  return words
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

const wholes: ReadonlySet<string> = new Set(['BOOK', 'EBOOK', 'EDBOOK', 'UNPB', 'UNPD', 'CLSWK']);

/** The first title is the main one; a title said twice is one. `BT` is the title of a whole book without another. */
function titlesOf(record: RisRecord, type: string): readonly Title[] {
  const [main, ...more] = new Set(take(record, 'TI', 'T1', 'CT'));
  const first = main ?? (wholes.has(type) ? takeOne(record, 'BT') : undefined);
  const title = (role: Title['role']) => (value: string) => ({ role, text: { value } });
  return [
    ...(first === undefined ? [] : [title('main')(first)]),
    ...more.map(title('alternative')),
    ...take(record, 'TT').map(title('translated')),
    ...take(record, 'ST')
      .filter((value) => value !== first)
      .map(title('short')),
  ];
}

/** What the format has no word for, publishers write before the title. */
function statusOf(type: string, [main]: readonly Title[]): string | undefined {
  if (type === 'INPR') return 'inPress';
  if (type === 'UNPB' || type === 'UNPD') return 'preprint';
  return main && /^RETRACTED(?: ARTICLE)?\s?:/.test(main.text.value) ? 'retracted' : undefined;
}

/** Often said twice; an `N2` that differs is no abstract. */
function abstractsOf(record: RisRecord): readonly LangText[] {
  const value = takeOne(record, 'AB', 'N2');
  return value === undefined ? [] : [{ value }];
}

/** Figures that Scopus writes among the notes. */
const figures = /^(?:cited by\s?:?\s?\d+|export date\s?:)/i;

function notesOf(record: RisRecord): readonly LangText[] {
  return take(record, 'N1').flatMap((value) => {
    if (!figures.test(value)) return [{ value }];
    leave(record, 'N1', value);
    return [];
  });
}

const events: ReadonlyMap<string, DateEvent> = new Map([
  ['received', 'submitted'],
  ['submitted', 'submitted'],
  ['accepted', 'accepted'],
  ['epub', 'publishedOnline'],
  ['online', 'publishedOnline'],
  ['electronic', 'publishedOnline'],
  ['print', 'publishedPrint'],
]);
/** `year/month/day/other info`, each part of which may be empty. */
const withInfo = /^(\d{4}\/\d{0,2}\/\d{0,2})\/(\S.*)$/;

function datesOf(record: RisRecord): Draft['dates'] {
  const dates: { event: DateEvent; words: string }[] = [];
  const simply: string[] = [];
  const tags = new Map<string, string>();
  for (const tag of ['PY', 'Y1', 'DA']) {
    for (const words of take(record, tag)) {
      tags.set(words, tag);
      const [, date = '', info = ''] = withInfo.exec(words) ?? [];
      const event = events.get(info.toLowerCase());
      if (event && !dates.some((each) => each.event === event)) dates.push({ event, words: date });
      else if (event || (info !== '' && seasonNumber(info) === undefined)) {
        leave(record, tag, words);
        if (!event) simply.push(date);
      } else simply.push(words);
    }
  }
  const { words, others } = chosenDate(withYear(simply));
  for (const other of others) leave(record, tags.get(other) ?? 'DA', other);
  return words === undefined ? dates : [{ event: 'published', words }, ...dates];
}

const sections: ReadonlySet<string> = new Set(['NEWS', 'MGZN']);
/** Of these `SP` alone counts the pages, as EndNote and Zotero write them. */
const counted: ReadonlySet<string> = new Set(['BOOK', 'EBOOK', 'EDBOOK', 'THES', 'DISS']);
const articles: ReadonlySet<string> = new Set(['JOUR', 'EJOUR', 'INPR', 'MGZN', 'NEWS', 'CONF', 'CPAPER']);

function positionOf(record: RisRecord, type: string): DraftPosition | undefined {
  const section = sections.has(type) ? takeOne(record, 'SE') : undefined;
  const position = {
    volume: takeOne(record, 'VL'),
    issue: takeOne(record, 'IS'),
    pages: pagesOf(record, type),
    articleNumber: articles.has(type) ? takeOne(record, 'C7') : undefined,
    section: section === undefined ? undefined : { value: section },
  };
  return Object.values(position).some((value) => value !== undefined) ? position : undefined;
}

/** `SP` and `EP`, or the whole range in one of them. */
function pagesOf(record: RisRecord, type: string): string | undefined {
  const [start, end] = [takeOne(record, 'SP'), takeOne(record, 'EP')];
  if (start === undefined || end === undefined) {
    const only = start ?? end;
    return counted.has(type) && end === undefined && only && /^\d+$/.test(only) ? `${only} p.` : only;
  }
  if (start === end || /[-–].*\d$/.test(start)) {
    if (!start.endsWith(end)) leave(record, 'EP', end);
    return start;
  }
  return /^\S+[-–]/.test(end) && end.startsWith(start) ? end : `${start}-${end}`;
}

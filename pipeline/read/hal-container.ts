import type { Draft, DraftContainer, DraftIdentifier, DraftPosition } from '../base/draft.ts';
import type { Issn, WorkEvent } from '../base/work.ts';
import { one, texts } from './hal-fields.ts';
import { type Hosted, hosted } from './hal-host.ts';
import { finalDate } from './hal-words.ts';
import { keep, type Part } from './json-part.ts';

/** The fields of what holds the work, of where it stands there, and of who published it. */
export const containerFields: ReadonlySet<string> = new Set([
  ...[
    'journalTitle_s',
    'journalTitleAbbr_s',
    'journalIssn_s',
    'journalEissn_s',
    'journalId_i',
    'journalUrl_s',
  ],
  ...['journalPublisher_s', 'bookTitle_s', 'source_s', 'serie_s', 'bookCollection_s', 'isbn_s', 'eisbn_s'],
  ...['scientificEditor_s', 'seriesEditor_s', 'volume_s', 'issue_s', 'page_s', 'number_s'],
  ...['publisher_s', 'publicationLocation_s', 'authorityInstitution_s'],
  ...['conferenceTitle_s', 'city_s', 'country_s'],
]);

const fieldOf = { books: 'source_s', serie: 'serie_s', seriesEditors: 'seriesEditor_s' } as const;

/** What holds the work, and what is its own. */
export function hostedOf(record: Part, code: string): Hosted {
  const serie = one(record, 'serie_s');
  const collection = one(record, 'bookCollection_s');
  if (serie !== undefined) keep(record, 'bookCollection_s', collection);
  const all = hosted({
    code,
    journal: journalOf(record),
    books: [...texts(record, 'bookTitle_s'), ...texts(record, 'source_s')],
    serie: serie ?? collection,
    isbn: [...texts(record, 'isbn_s'), ...texts(record, 'eisbn_s')],
    editors: texts(record, 'scientificEditor_s'),
    seriesEditors: texts(record, 'seriesEditor_s'),
  });
  for (const field of ['books', 'serie', 'seriesEditors'] as const) {
    const left = all.left.filter(([of]) => of === field).map(([, value]) => value);
    if (left.length > 0) keep(record, fieldOf[field], left);
  }
  return all;
}

function journalOf(record: Part): DraftContainer | undefined {
  const titles = texts(record, 'journalTitle_s');
  const issn: readonly Issn[] = [
    ...texts(record, 'journalIssn_s').map((value): Issn => ({ value, medium: 'print' })),
    ...texts(record, 'journalEissn_s').map((value): Issn => ({ value, medium: 'electronic' })),
  ];
  const [number, url] = [one(record, 'journalId_i'), one(record, 'journalUrl_s')];
  if (titles.length + issn.length === 0) {
    keep(record, 'journalId_i', number);
    keep(record, 'journalUrl_s', url);
    return undefined;
  }
  return {
    type: 'journal',
    titles: titles.map((value) => ({ value })),
    shortTitles: texts(record, 'journalTitleAbbr_s'),
    issn,
    identifiers: number === undefined ? [] : [{ scheme: 'hal-journal', value: number }],
    url,
  };
}

/** A number is that of a report or patent; of another work, its article number. */
export function ownNumber(code: string): string | undefined {
  return ['REPORT', 'PATENT'].includes(code.toUpperCase()) ? `${code.toLowerCase()}-number` : undefined;
}

/** The numbers of a report or patent. */
export function numbersOf(record: Part, code: string): readonly DraftIdentifier[] {
  const scheme = ownNumber(code);
  return scheme === undefined ? [] : texts(record, 'number_s').map((value) => ({ scheme, value }));
}

/** Volume, issue and pages as printed. */
export function positionOf(record: Part, code: string): DraftPosition | undefined {
  const position: DraftPosition = {
    volume: one(record, 'volume_s'),
    issue: one(record, 'issue_s'),
    pages: one(record, 'page_s'),
    articleNumber: ownNumber(code) === undefined ? one(record, 'number_s') : undefined,
  };
  return Object.values(position).every((value) => value === undefined) ? undefined : position;
}

/** The publisher, else the journal's; of a thesis or report the institution that it was made at. */
export function publisherOf(record: Part): Draft['publisher'] {
  const [publishers, journal] = [texts(record, 'publisher_s'), texts(record, 'journalPublisher_s')];
  const institutions = texts(record, 'authorityInstitution_s');
  const [name, ...others] = [...publishers, ...journal, ...institutions];
  const place = one(record, 'publicationLocation_s');
  const rest = [...new Set(others)].filter((each) => each !== name);
  if (rest.length > 0) keep(record, publishers.length > 0 ? 'publisher_s' : 'authorityInstitution_s', rest);
  if (name === undefined) keep(record, 'publicationLocation_s', place);
  return name === undefined ? undefined : { name, place };
}

/** The conference; a date that is none, and a place without a conference, are kept. */
export function eventOf(record: Part): WorkEvent | undefined {
  const name = one(record, 'conferenceTitle_s');
  const [place, country] = [one(record, 'city_s'), one(record, 'country_s')?.toUpperCase()];
  const [start, end] = [date(record, 'conferenceStartDate_s'), date(record, 'conferenceEndDate_s')];
  if (name !== undefined) return { name: { value: name }, start, end, place, country };
  keep(record, 'city_s', place);
  keep(record, 'country_s', country);
  keep(record, 'conferenceStartDate_s', start);
  keep(record, 'conferenceEndDate_s', end);
  return undefined;
}

function date(record: Part, key: string): string | undefined {
  const words = one(record, key);
  const final = finalDate(words);
  if (final === undefined) keep(record, key, words);
  return final;
}

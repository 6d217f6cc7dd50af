import { isEdtf } from '../base/edtf.ts';
import { seasonNumber } from '../base/months.ts';
import { isObject, keep, keepOthers, type Part, partAt, words } from './json-part.ts';

/**
 * The words of a CSL date: `{"date-parts": [[2013, 6]]}` → `2013-06`, with its season (D3) and its doubt, or its own words
 * where it has no parts. A date is also taken when it is a text, and never gets a part that it does not have (D1).
 */
export function cslDate(record: Part, key: string): string | undefined {
  if (!isObject(record.of[key])) return words(record, key);
  const part = partAt(record, key);
  if (!part) return undefined;
  keepOthers(part, ofDate);
  const parts = partsDate(part);
  const text = textDate(part);
  const isAbout = isSaidTrue(part.of.circa);
  if (parts === undefined) {
    keep(part, 'season', part.of.season);
    return text === undefined || !isAbout ? text : `ca. ${text}`;
  }
  if (text !== parts) keep(part, 'raw', text);
  const dated = withSeason(part, parts);
  return isAbout ? dated.replace(/\d(?=$|\/)/g, '$&~') : dated;
}

/** A date that is EDTF already, for what `tidy` does not touch; any other is kept. */
export function edtfDate(record: Part, key: string): string | undefined {
  const date = cslDate(record, key);
  if (date === undefined || isEdtf(date)) return date;
  keep(record, key, record.of[key]);
  return undefined;
}

// Crossref says `date-parts` again as `date-time` and `timestamp`.
const ofDate = new Set(['date-parts', 'season', 'circa', 'literal', 'raw', 'date-time', 'timestamp']);

function textDate(part: Part): string | undefined {
  const [raw, literal] = [words(part, 'raw'), words(part, 'literal')];
  if (raw !== undefined && raw !== literal) keep(part, 'literal', literal);
  return raw ?? literal;
}

const isSaidTrue = (value: unknown) =>
  value === true || (typeof value === 'number' && value !== 0) || /^(?!0$|false$)./i.test(asText(value));
const asText = (value: unknown) => (typeof value === 'string' ? value : '');

/** One date or two; undefined when there is none, or when it is kept because it is not understood. */
function partsDate(part: Part): string | undefined {
  const value = part.of['date-parts'];
  if (value === undefined || value === null) return undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  // `[2013, 6]` for `[[2013, 6]]` is a common slip.
  const dates = (list.some(Array.isArray) ? list : [list]).map(oneDate);
  if (dates.every(isNoDate)) return undefined;
  const [start, end = nothing] = dates;
  if (dates.length <= 2 && !dates.includes(undefined) && !isNoDate(start)) {
    return end === nothing || end === start ? start : `${start}/${end}`;
  }
  keep(part, 'date-parts', value);
  return undefined;
}

const nothing = '';
// citeproc: an end of zeros leaves a range open.
const open = '..';
const isNoDate = (date: string | undefined) => date === nothing || date === open;

/** Undefined when it is not understood. */
function oneDate(parts: unknown): string | undefined {
  const list: readonly unknown[] = Array.isArray(parts) ? parts : [parts];
  const last = list.findLastIndex((part) => part !== null && part !== '' && part !== 0 && part !== '0');
  if (last < 0) return list.some((part) => part === 0 || part === '0') ? open : nothing;
  const [year, month, day] = list.map(Number);
  if (last > 2 || !isWithin(year, 1, 9999)) return undefined;
  const text = String(year).padStart(4, '0');
  if (last === 0) return text;
  const season = last === 1 ? seasonOf(month) : undefined;
  if (season !== undefined) return `${text}-${season}`;
  if (!isWithin(month, 1, 12)) return undefined;
  if (last === 1) return `${text}-${twoDigits(month)}`;
  return isWithin(day, 1, 31) ? `${text}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

/** citeproc numbers the seasons 13 to 16 after the months, EDTF 21 to 24. */
function seasonOf(month: number | undefined): number | undefined {
  if (isWithin(month, 13, 16)) return month + 8;
  return isWithin(month, 21, 24) ? month : undefined;
}

/** A season belongs to a year alone; another date already says more. */
function withSeason(part: Part, date: string): string {
  const { season } = part.of;
  if (season === undefined) return date;
  const number = /^[1-4]$/.test(String(season)) ? Number(season) + 20 : seasonNumber(asText(season));
  if (number !== undefined && /^\d{4}$/.test(date)) return `${date}-${number}`;
  keep(part, 'season', season);
  return date;
}

const isWithin = (part: number | undefined, from: number, to: number): part is number =>
  part !== undefined && Number.isInteger(part) && part >= from && part <= to;
const twoDigits = (part: number) => String(part).padStart(2, '0');

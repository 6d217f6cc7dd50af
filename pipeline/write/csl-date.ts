import { isEdtf } from '../base/edtf.ts';
import { dateOf, type Edtf, type Work } from '../base/work.ts';

/** A date of CSL-JSON (csl-data.json, `date-variable`). */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[] | undefined;
  readonly season?: number | undefined;
  readonly circa?: true | undefined;
  readonly literal?: string | undefined;
}

const side = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)$/;

/**
 * EDTF as the parts that are known, one date or the two of an interval, with its season and whether it is approximate.
 * What parts cannot say, such as a doubt (`1850?`), is printed as it stands; undefined for what begins nowhere.
 */
export function cslDate(date: Edtf): CslDate | undefined {
  const [first = '', last] = date.split('/');
  const start = side.exec(first);
  if (!start) return /^\d/.test(first) && isEdtf(date) ? { literal: date } : undefined;
  if (last === undefined) return single(start);
  // citeproc: an end of zeros leaves the range open.
  if (last === '..' && start[4] === '') return { 'date-parts': [partsOf(start), [0, 0, 0]] };
  const end = side.exec(last);
  if (!end || start[4] !== end[4]) return { literal: date };
  return { 'date-parts': [partsOf(start), partsOf(end)], circa: circa(start) };
}

function single(date: RegExpExecArray): CslDate {
  const month = Number(date[2] ?? 0);
  if (month <= 12) return { 'date-parts': [partsOf(date)], circa: circa(date) };
  return { 'date-parts': [[Number(date[1])]], season: month - 20, circa: circa(date) };
}

const circa = (date: RegExpExecArray) => (date[4] === '~' ? true : undefined);

/** No part that is not known (D1). A season in an interval is numbered after the months, 13 to 16, as citeproc does. */
function partsOf([, year, month, day]: RegExpExecArray): readonly number[] {
  const parts = [Number(year)];
  if (month !== undefined) parts.push(Number(month) > 20 ? Number(month) - 8 : Number(month));
  if (day !== undefined) parts.push(Number(day));
  return parts;
}

/** The date of publication; that of a thesis is the day of its defence. */
export function issuedDate(work: Work): CslDate | undefined {
  const date = dateOf(work, 'published') ?? (work.type === 'thesis' ? dateOf(work, 'defended') : undefined);
  return date === undefined ? undefined : cslDate(date);
}

/** The date online, unless whoever reads it would take it for that of publication, which it is not. */
export function availableDate(work: Work): CslDate | undefined {
  const [published, online] = [dateOf(work, 'published'), dateOf(work, 'publishedOnline')];
  return online !== undefined && published?.startsWith(online) ? cslDate(online) : undefined;
}

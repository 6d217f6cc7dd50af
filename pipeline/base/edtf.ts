import type { Edtf } from './work.ts';

const oneDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/;

/** How precise a plain EDTF date is; `other` for intervals, seasons and approximate dates; undefined if it is none. */
export function precision(date: Edtf): 'year' | 'month' | 'day' | 'other' | undefined {
  const match = oneDate.exec(date);
  if (!match) return isInterval(date) ? 'other' : undefined;
  const [, year, month, day] = match;
  if (!isReal(Number(year), month, day)) return undefined;
  if (/[~?%]$/.test(date) || Number(month) > 20) return 'other';
  return day ? 'day' : month ? 'month' : 'year';
}

function isInterval(text: string): boolean {
  const sides = text.split('/');
  if (sides.length !== 2 || text === '/') return false;
  return sides.every((side) => side === '' || side === '..' || (!side.includes('/') && isEdtf(side)));
}

/** Whether the text is a date that EDTF knows and the calendar has. */
export function isEdtf(text: string): boolean {
  return precision(text) !== undefined;
}

/** The one year that a date lies in, or undefined when it spans several. */
export function yearOf(date: Edtf): string | undefined {
  const [start, end] = date.split('/').map((side) => /^\d{4}/.exec(side)?.[0]);
  return date.includes('/') && start !== end ? undefined : start;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isReal(year: number, month: string | undefined, day: string | undefined): boolean {
  if (month === undefined) return true;
  const m = Number(month);
  // EDTF level 1: 21 to 24 are the seasons, which have no days.
  if (m >= 21 && m <= 24) return day === undefined;
  if (m < 1 || m > 12) return false;
  if (day === undefined) return true;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return Number(day) >= 1 && Number(day) <= (m === 2 && isLeap ? 29 : (lengths[m - 1] ?? 0));
}

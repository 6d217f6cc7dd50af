import type { Draft } from '../base/draft.ts';
import { isEdtf } from '../base/edtf.ts';
import { monthNumber, seasonNumber } from '../base/months.ts';
import { giveBack, plain, type Reading, verbatim } from './bibtex-reading.ts';

/** The date of the work, `date` or `year` with `month` and `day`; and that of its first edition (crosswalk 2.3). */
export function datesOf(on: Reading): NonNullable<Draft['dates']> {
  const issued = issuedOf(on);
  const first = verbatim(on, 'origdate');
  return [
    ...(issued === undefined ? [] : [{ event: 'published' as const, words: issued }]),
    ...(first === undefined ? [] : [{ event: 'written' as const, words: first }]),
  ];
}

/** BibLaTeX reads `date` before `year` and `month`; what these say otherwise is kept. */
function issuedOf(on: Reading): string | undefined {
  // In EDTF, `~` is no space.
  const date = verbatim(on, 'date');
  if (date === undefined) return composed(on);
  const other = composed(on);
  if (other !== undefined && !isWithin(other, date)) giveBack(on, 'year', 'month', 'day');
  return date;
}

/** D1: `2023` and `jun` are `2023-06`; a month that is none is kept, and leaves the year. */
function composed(on: Reading): string | undefined {
  const [year, month, day] = [plain(on, 'year'), plain(on, 'month'), plain(on, 'day')];
  if (year === undefined) {
    giveBack(on, 'month', 'day');
    return undefined;
  }
  const words = /^\d{4}$/.test(year) ? withMonth(year, month && normal(month), day) : undefined;
  if (words === undefined) giveBack(on, 'month', 'day');
  else if (day !== undefined && !words.includes(String(Number(day)))) giveBack(on, 'day');
  return words ?? year;
}

function withMonth(year: string, month: string | undefined, day: string | undefined): string | undefined {
  if (month === undefined) return undefined;
  const number = /^\d{1,2}$/.test(month)
    ? Number(month)
    : isOneWord.test(month)
      ? monthNumber(month)
      : undefined;
  if (number !== undefined && number >= 1 && number <= 12) {
    const start = `${year}-${two(number)}`;
    const whole = day !== undefined && /^\d{1,2}$/.test(day) ? `${start}-${two(Number(day))}` : start;
    return isEdtf(whole) ? whole : start;
  }
  return isMonthPhrase(month) ? `${month} ${year}` : undefined;
}

const isOneWord = /^\p{L}+\.?$/u;
const phrase =
  /^(?:(?:\d{1,2}(?:er|st|nd|rd|th)?(?:-\d{1,2})? )?\p{L}+\.?|\p{L}+\.? \d{1,2}(?:st|nd|rd|th)?(?:-\d{1,2})?|\p{L}+\.? ?[-/] ?\p{L}+\.?)$/u;

/** `2 sep`, `July 30th`, `jan-feb`, `Spring`: words and numbers that together with a year are a date. */
function isMonthPhrase(month: string): boolean {
  const names = month.match(/\p{L}{3,}/gu) ?? [];
  return (
    phrase.test(month) &&
    names.every((name) => monthNumber(name) !== undefined || seasonNumber(name) !== undefined)
  );
}

const normal = (month: string) =>
  month
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ?[\u2010-\u2015] ?/g, '-')
    .trim();
const two = (part: number) => String(part).padStart(2, '0');

/** Whether a date says all that another says. */
function isWithin(other: string, date: string): boolean {
  return date.startsWith(other) || date.split('/').some((side) => side.startsWith(other));
}

import { isEdtf, yearOf } from '../base/edtf.ts';
import { monthNumber, seasonNumber } from '../base/months.ts';
import type { DateEvent, Edtf } from '../base/work.ts';

/** A date as understood: a value, or the knowledge that there is none. */
export interface TidyDate {
  readonly value?: Edtf | undefined;
  readonly status?: 'inPress' | undefined;
  /** The rule of the crosswalk (section 5) that it was read by. */
  readonly rule: string;
}

/** Crosswalk D1, D3, D6: date words as EDTF, never more precise than the words; undefined when not understood. */
export function tidyDate(words: string): TidyDate | undefined {
  if (plainDate.test(words))
    return isEdtf(words) && !isPlaceholder(words) ? { value: words, rule: 'D1' } : unsaid(words);
  const day = stamped.exec(words)?.[1];
  if (day !== undefined && isEdtf(day) && !isPlaceholder(day)) return { value: day, rule: 'D1' };
  // No date is that long, and so no expression below sees a long text.
  if (words.length > longest) return undefined;
  const text = trimmed(words);
  return noDate(text) ?? uncertain(text) ?? certain(text);
}

/** D4: sources that pad a year or a month to its first day make such a day doubtful. */
export function isDoubtful(value: Edtf, system: string, event: DateEvent): boolean {
  return padding.has(system) && !clocked.has(event) && /^\d{4}-\d{2}-01$/.test(value);
}

const padding: ReadonlySet<string> = new Set(['openalex', 'hal', 'hal-tei', 'oai-dc', 'qdc', 'openaire']);
/** What a machine dates, or a contract: these days are meant. */
const clocked: ReadonlySet<DateEvent> = new Set<DateEvent>(['deposited', 'modified', 'available']);
const longest = 100;
const plainDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
// As machines write it, several times in a record.
const stamped = /^(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}:\d{2}$/;
const isPlaceholder = (date: string) => date.startsWith('0000') || date.startsWith('9999');

const missing =
  /^(?:s\.? ?d\.?|n\.? ?d\.?|sans date|no date|undated|non daté|date inconnue|inconnue|unknown)$/;
const inPress =
  /^(?:à para[iî]tre|a para[iî]tre|forthcoming|in press|sous presse|to appear|en cours de publication)(?:[ ,:(]+(?:en |in )?(.{4,40}?)\)?)?$/;
const inPressAfter = /^(.{4,40}?)[ ,(]+(?:à para[iî]tre|forthcoming|in press|sous presse|to appear)\)?$/;
const twoDigits =
  /^['’]?\d{2}$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$|^(?:0?[1-9]|1[0-2])[/.-]\d{2}$|^(?:\d{1,2} )?\p{L}+\.? ['’]?\d{2}$/u;

/** D6: words that say that there is no date, or none yet. */
function noDate(text: string): TidyDate | undefined {
  if (missing.test(text)) return { rule: 'D6' };
  const press = inPress.exec(text) ?? inPressAfter.exec(text);
  if (press) {
    const expected = press[1] === undefined ? undefined : certain(press[1])?.value;
    return press[1] !== undefined && expected === undefined
      ? undefined
      : { value: expected, status: 'inPress', rule: 'D6' };
  }
  if (!twoDigits.test(text)) return undefined;
  const word = /\p{L}+/u.exec(text)?.[0];
  return word === undefined || monthNumber(word) || seasonNumber(word) ? { rule: 'D6' } : undefined;
}

const about = /^(?:vers|circa|ca\.?|c\.|env\.?|environ|about|around|approx\.?) ?(.+)$/;

/** `vers 2020` → `2020~`, `2020?` → itself. */
function uncertain(text: string): TidyDate | undefined {
  const [, near] = about.exec(text) ?? [];
  const doubted = /^(.+\S) ?\(?\?\)?$/.exec(text)?.[1];
  const inner = near ?? doubted;
  if (inner === undefined) return undefined;
  const value = certain(inner)?.value;
  return value && plainDate.test(value) ? { value: `${value}${near ? '~' : '?'}`, rule: 'D1' } : undefined;
}

function certain(text: string): TidyDate | undefined {
  for (const [form, read] of forms) {
    const match = form.exec(text);
    if (!match) continue;
    const found = read(match.groups ?? {});
    if (found) return found;
  }
  return undefined;
}

type Parts = Readonly<Record<string, string | undefined>>;
type Form = readonly [form: RegExp, read: (parts: Parts) => TidyDate | undefined];

const word = '\\p{L}+\\.?';
const day = '\\d{1,2}(?:er|e|st|nd|rd|th)?';
const weekday =
  '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)\\.? )?';
const to = ' ?(?:-|à|au|to|et|and|/) ?';

/** The forms of a date, tried in this order; commas are spaces and dashes hyphens by now (vocabularies, 6 and 8). */
// biome-ignore format: a table
const forms: readonly Form[] = [
  ['(?<value>-?\\d{4}[\\d~?%./-]{0,20})',                     ({ value = '' }) => edtf(value)],
  ['(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})[t ]\\d{2}:\\d{2}.*', date],
  ['(?<y>\\d{4})([-/. ])(?<m>\\d{1,2})(?:\\2(?<d>\\d{1,2}))?', date],
  ['(?<y>\\d{4})/(?<m>\\d{0,2})/(?<d>\\d{0,2})(?:/(?<rest>.*))?', ris],
  ['(?<d>\\d{1,2})([/. -])(?<m>\\d{1,2})\\2(?<y>\\d{4})',      date],
  ['(?<m>\\d{1,2})[/.-](?<y>\\d{4})',                         date],
  ['(?<y>1[5-9]\\d\\d|20\\d\\d)(?<m>\\d{2})(?<d>\\d{2})',      date],
  ['(?:©|copyright|cop\\.?|c) ?(?<y>\\d{4})',                 date],
  ['(?<y>\\d{4})[a-h]',                                       date],
  ['(?<y>\\d{4}) ?(?:-|à|to|et|and|/) ?(?<y2>\\d{4})',        range],
  [`${weekday}(?<d>${day}) (?:de |of )?(?<w>${word}) (?:de |of )?(?<y>\\d{4})`, date],
  [`${weekday}(?<w>${word}) (?<d>${day}) (?<y>\\d{4})`,        date],
  [`(?<d>${day})[-/](?<w>${word})[-/](?<y>\\d{4})`,            date],
  [`(?<y>\\d{4})[-/ ](?<w>${word})(?:[-/ ](?<d>${day}))?`,     date],
  [`(?<w>${word}) (?:de |of )?(?<y>\\d{4})`,                   date],
  [`(?<w>${word})${to}(?<w2>${word}) (?<y2>\\d{4})`,           range],
  [`(?<w>${word}) (?<y>\\d{4})${to}(?<w2>${word}) (?<y2>\\d{4})`, range],
  [`(?:du )?(?<d>${day})${to}(?<d2>${day}) (?<w2>${word}) (?<y2>\\d{4})`, range],
  [`(?:du )?(?<d>${day}) (?<w>${word})(?: (?<y>\\d{4}))?${to}(?<d2>${day}) (?<w2>${word}) (?<y2>\\d{4})`, range],
  [`(?<w>${word}) (?<d>${day})${to}(?<d2>${day}) (?<y2>\\d{4})`, range],
  [`(?<w>${word}) (?<y>\\d{4})${to}(?<y2>\\d{4})`,             winter],
  ['(?<q>[1-4])(?:er|e|st|nd|rd|th)? (?:trimestre|trim\\.?|quarter) (?<y>\\d{4})', quarter],
  ['[tq] ?(?<q>[1-4]) (?<y>\\d{4})',                           quarter],
].map(([form, read]): Form => [new RegExp(`^${form}$`, 'u'), read as Form[1]]);

/** EDTF as it is, and what a missing part leaves of it. */
function edtf(value: string): TidyDate | undefined {
  if (isPlaceholder(value)) return unsaid(value);
  const sides = value.split('/');
  if (!isEdtf(value)) return unsaid(value);
  return sides.length === 2 ? interval(sides[0], sides[1]) : { value, rule: 'D1' };
}

/** `2023-06-00`, `2023-00`, `0000`: what is zero is missing (vocabularies, 6). */
function unsaid(value: string): TidyDate | undefined {
  if (/^(?:0000|9999)(?:-\d\d){0,2}$/.test(value)) return { rule: 'D6' };
  const [, y, m, d] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value) ?? [];
  return y && (m === '00' || d === '00') ? date({ y, m, d }) : undefined;
}

function date({ y = '', w, m, d }: Parts): TidyDate | undefined {
  const season = w === undefined ? undefined : seasonNumber(w);
  if (season !== undefined) return d === undefined ? made(`${y}-${season}`, 'D3') : undefined;
  const value = edtfOf(y, w === undefined ? m : monthNumber(w), d);
  return value === undefined ? undefined : made(value, 'D1');
}

/** RIS: `year/month/day/other info`, each part of which may be empty. */
function ris({ y = '', m, d, rest = '' }: Parts): TidyDate | undefined {
  const season = m || d ? undefined : seasonNumber(rest);
  return season === undefined
    ? date({ y, m: m || undefined, d: d || undefined })
    : made(`${y}-${season}`, 'D3');
}

/** D3: `janvier-mars 2023` → `2023-01/2023-03`; of what EDTF has no interval for, such as two seasons, the year. */
function range({ y, w, d, y2 = '', w2, d2 }: Parts): TidyDate | undefined {
  const year = y ?? y2;
  const lastWord = w2 ?? w;
  if (w !== undefined && w2 !== undefined && seasonNumber(w) && seasonNumber(w2)) {
    return year === y2 ? made(year, 'D3') : interval(year, y2);
  }
  const firstMonth = w === undefined ? lastWord && monthNumber(lastWord) : monthNumber(w);
  const lastMonth = lastWord && monthNumber(lastWord);
  if (lastWord !== undefined && !(firstMonth && lastMonth)) return undefined;
  return interval(edtfOf(year, firstMonth || undefined, d), edtfOf(y2, lastMonth || undefined, d2));
}

/** `hiver 2022-2023` begins in one year and ends in the next; EDTF's winter has only one. */
function winter({ y, w = '', y2 }: Parts): TidyDate | undefined {
  return seasonNumber(w) ? interval(y, y2) : undefined;
}

function quarter({ y = '', q }: Parts): TidyDate | undefined {
  const last = Number(q) * 3;
  return interval(edtfOf(y, last - 2, undefined), edtfOf(y, last, undefined));
}

function interval(start: string | undefined, end: string | undefined): TidyDate | undefined {
  if (start === undefined || end === undefined) return undefined;
  const common = Math.min(start.length, end.length);
  const isBackwards = /^\d/.test(start) && /^\d/.test(end) && start.slice(0, common) > end.slice(0, common);
  if (isBackwards || start === end) return undefined;
  return made(`${start}/${end}`, 'D3');
}

/** A plain date from its parts, a zero part being missing; undefined for a day without a month. */
function edtfOf(
  year: string,
  month: string | number | undefined,
  day: string | undefined,
): string | undefined {
  const m = Number(month ?? 0);
  const d = day === undefined ? 0 : Number.parseInt(day, 10);
  if (Number.isNaN(m) || (m === 0 && d > 0)) return undefined;
  if (month !== undefined && m > 12) return undefined;
  return m === 0 ? year : d === 0 ? `${year}-${two(m)}` : `${year}-${two(m)}-${two(d)}`;
}

function made(value: string, rule: string): TidyDate | undefined {
  if (isPlaceholder(value)) return { rule: 'D6' };
  return isEdtf(value) && yearOf(value) !== '0000' ? { value, rule } : undefined;
}

const two = (number: number) => String(number).padStart(2, '0');

/** The words without what surrounds a date: brackets, articles, final stops; commas as spaces, dashes as hyphens. */
function trimmed(words: string): string {
  let text = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]|--/g, '-')
    .replace(/[\s,]+/g, ' ')
    .trim();
  const whole = /^(?:\((.*)\)|\[(.*)\])[.;:]?$/.exec(text);
  text = (whole?.[1] ?? whole?.[2] ?? text).trim();
  if (!/^(?:s\.? ?d|n\.? ?d)\.$/.test(text)) text = text.replace(/(?<=[\p{L}\d)]) ?[.;:]$/u, '');
  return text
    .replace(/^info:eu-repo\/date\/[a-z]+\//, '')
    .replace(/^(?:le|the|en|in|on) (?!press|cours)/, '')
    .replace(/ \d{1,2}:\d{2}(?::\d{2})?(?: [a-z]{1,4}| ?[+-]\d{4})?$/, '')
    .replace(/^premier (?=\p{L})/u, '1er ')
    .replace(/(?<=\p{L})\.(?=\d)/gu, '. ');
}

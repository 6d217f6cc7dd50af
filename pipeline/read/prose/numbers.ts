import type { RuleName } from './rules.ts';
import type { Field, Tape } from './tape.ts';
import { inPress, isDate, matches, monthDate, year } from './words.ts';

const dash = '\\s?[-‐‑–—−]\\s?';
const page = '(?:[A-Za-z]{0,2}\\d{1,6}[a-z]?|[ivxlc]{1,7}(?![\\p{L}]))';
const range = `${page}(?:(?:${dash}|\\s?à\\s?|\\sto\\s)${page})?`;
const surelyRange = `[a-z]{0,2}\\d{1,6}${dash}[a-z]{0,2}\\d{1,6}`;
const couple = `\\d{1,4}[A-Z]?(?:\\s?(?:[-‐‑–—/&]|et|and)\\s?\\d{1,4}[A-Z]?)?(?:\\s?bis)?`;
const end = '(?![\\p{L}\\d])';

interface Form {
  readonly rule: RuleName;
  readonly pattern: RegExp;
}

const form = (rule: RuleName, source: string, flags = 'dgiu'): Form => ({
  rule,
  pattern: new RegExp(source, flags),
});

/** How numbers say by their own form what they are; the first that finds free words has them. */
// biome-ignore format: a table
const forms: readonly Form[] = [
  form('vancouver',       `(?<date>${year}(?:\\s\\p{L}{3,9}\\.?(?:\\s\\d{1,2})?)?)\\s?;\\s?(?<volume>\\d{1,4})(?:\\s?\\((?<issue>[^()]{1,15})\\))?\\s?:\\s?(?<pages>${range})`),
  form('year-issue',      `(?<date>${year})\\s?/\\s?(?<issue>\\d{1,2}(?:[-–]\\d{1,2})?)(?![\\d/])(?:\\s*\\(\\s?(?:vol\\.?|volume|t\\.)\\s?(?<volume>\\d{1,4})\\s?\\))?(?:\\s*,?\\s*\\(?\\s?n[°º]s?\\s?(?<whole>\\d{1,4}(?:[-–]\\d{1,4})?)\\s?\\)?)?`),
  form('pages-labelled',  `(?<![\\p{L}])(?:pp?|pages?|págs?|pags?|pg|col(?=\\.\\s?\\d)|s(?=\\.\\s\\d+${dash}\\d))\\s?[.:]?\\s?(?:de\\s)?(?<pages>${range}(?:,\\s\\d{1,4}(?:${dash}\\d{1,4})?(?=\\s*[.;)]|$))?)${end}`),
  form('pages-labelled',  `(?<![\\d/-])(?!${year}[-–])(?<pages>\\d{1,4}[-‐‑–—]\\d{1,4})\\s?(?:pages?|pp?)(?![\\p{L}\\d])\\.?`),
  form('pages-total',     `(?<![\\d-])(?<total>\\d{1,4}\\s?(?:pages?|pp?)(?![\\p{L}\\d])\\.?)`),
  form('pages-total',     `(?:pagine|pages)\\s?:\\s?(?<total>\\d{1,4})(?!${dash}\\d)`),
  form('volume-labelled', `(?<![\\p{L}])(?:vol(?:umes?|s)?\\.?|tome\\s|t\\.|bd\\.|v\\.)\\s?(?<volume>\\d{1,4}(?:[/-]\\d{1,3})?[A-Z]?|[IVXLC]{1,7}(?![\\p{L}]))(?:\\(C\\))?(?:\\s?[,(]\\s?(?:n[°ºo]s?\\.?|no\\.?|issue|iss\\.)?\\s?(?<issue>${couple}|[ABD-Z])\\s?\\))?${end}`),
  form('volume-roman',    `(?<=^\\s?|[,.»”"\\u0001]\\s?)(?<volume>[IVXLC]{1,7})\\s?(?:,\\s?(?:n[°º]s?\\s?)?|[/-]|\\(n?[°º]?\\s?)(?<issue>\\d{1,3}(?:[-–]\\d{1,3})?)\\)?(?=\\s*[,.:(\\u0001])`, 'dgu'),
  form('issue-special',   `(?<issue>(?:numéro\\sspécial|n[°º]\\sspécial|hors[-\\s]série|special\\sissue)(?:\\s?(?:n[°º]\\s?)?\\d{1,4})?)(?![\\p{L}\\d])`),
  form('volume-before',   `(?<=^\\s?|[\\p{L}\\u0001.,]\\s|\\u0001)(?!${year})(?<volume>\\d{1,4}),\\s(?=n\\s?[°ºo]s?\\.?\\s?\\d)`),
  form('issue-labelled',  `(?<![\\p{L}])(?:n\\s?\\.?\\s?[°º]s?\\.?|nos?\\.?\\s|no\\.|nr\\.?|núm\\.?|num(?:[ée]ros?|\\.)?\\s|issues?\\s|iss\\.|fasc(?:icule)?\\.?\\s|livraison\\s|livr\\.|№|#)\\s?(?<issue>${couple})(?:\\s?\\(\\d{1,3}\\))?${end}`),
  form('volume-issue',    `(?<![\\d/-])(?<volume>\\d{1,4}[A-Z]?)\\s?\\((?!(?:1[6-9]|20)\\d\\d\\))(?:n[°ºo]\\.?\\s?)?(?<issue>${couple}|\\p{L}{2,6}\\.?\\s?\\d{0,3}|[A-Z])\\)(?:\\s?[:,]\\s?(?:pp?\\.\\s?)?(?<pages>${surelyRange}|(?<=[:]\\s?)${page}|(?<=,\\s)(?!(?:1[6-9]|20)\\d\\d(?!\\d))[e]?\\d{1,6}(?=\\s*[.;]|\\s*$)))?${end}`),
  form('volume-comma',    `(?<=[.,»”"]\\s|\\p{Ll}\\s)(?<volume>\\d{1,4}),\\s(?<issue>\\d{1,3}(?:[-–]\\d{1,3})?)(?=\\s\\((?:\\p{L}+\\s)?${year}\\))`),
  form('volume-slash',    `(?<![\\d/.-])(?<volume>\\d{1,3})/(?<issue>\\d{1,2}[A-Z]?)(?=\\s*[,.;(\\u0001]|\\s*$)`),
  form('volume-pages',    `(?<![\\d/:.-])(?<volume>\\d{1,4})\\s?:\\s?(?<pages>${surelyRange})${end}`),
  form('volume-colon',    `(?<![\\d/:.-])(?<volume>\\d{1,4}):(?<issue>\\d{1,2})(?=\\s*\\(${year}\\)\\s*[,:]\\s*(?:pp?\\.\\s?)?(?:\\u0001|\\d+${dash}\\d+))`),
  form('issue-bar',       `(?<![\\d/])(?:n\\s?[°º]\\s?)?(?<issue>\\d{1,4}(?:[-–]\\d{1,3})?)\\s?\\|\\s?(?<date>${year})`),
  form('issue-bracketed', `(?<=^\\s?|[,\\u0001]\\s?)\\(\\s?(?<issue>\\d{1,3}(?:[-–/]\\d{1,3})?)\\s?\\)(?=\\s*[,.:])`),
  form('volume-article',  `(?<![\\d/:.-])(?<volume>\\d{1,4}):(?<article>\\d{1,7})(?![\\d:])`),
  form('date-month',      `(?<![\\d/-])(?<date>${monthDate})(?![\\d/])`),
  form('date-press',      `(?<date>${inPress})`),
  form('volume-year',     `(?<![\\d/-])(?<volume>\\d{1,4})\\s?\\((?<date>${year})\\)`),
  form('date-bracketed',  `\\(\\s?(?<date>${year})\\s?\\)`),
  form('date-year',       `(?<![\\d/:.-]|[-–—])(?<date>${year})(?![\\d/]|\\s?[-–—]\\s?\\d)`),
];

const fields: ReadonlySet<string> = new Set(['date', 'volume', 'issue', 'pages', 'total', 'article']);

/** Claims the numbers of a stretch by the words and signs around them. */
export function claimNumbers(tape: Tape, from: number, to: number): void {
  for (const { rule, pattern } of forms) {
    const free = tape.free(from, to);
    for (const match of matches(pattern, free)) {
      if (rule === 'date-month' && !isDate(match.groups?.date ?? '')) continue;
      if (rule === 'date-year' && isOfWords(tape, free.slice(0, match.index), match[0])) continue;
      const groups = match.indices?.groups ?? {};
      const said = Object.entries(groups).flatMap(([name, place]) => (place ? [{ name, place }] : []));
      // Said twice in one notice, the first place has it; a later one stays open.
      if (
        said.some(
          ({ name }) => name !== 'date' && name !== 'whole' && fields.has(name) && tape.first(name as Field),
        )
      )
        continue;
      for (const { name, place } of said) {
        const [start, finish] = place;
        if (!fields.has(name)) continue;
        tape.claim(name as Field, from + start, from + finish, rule);
      }
      const start = from + match.index;
      // The label and the brackets are understood with the number.
      tape.taken.fill(1, start, start + match[0].length);
    }
  }
}

/** `Étude nationale 2014` after another year in the head: a year of the name. */
function isOfWords(tape: Tape, before: string, words: string): boolean {
  const first = tape.first('date')?.value;
  return first !== undefined && !first.includes(words) && /\p{L}\s$/u.test(before);
}

/** The earliest place from which on a stretch is nothing but the particulars of a place in print. */
export function firstNumber(text: string, from: number, to: number, isReview = false): number | undefined {
  const stretch = text.slice(from, to);
  const strong: number[] = [];
  const weak: { at: number; end: number; isBracketed: boolean }[] = [];
  for (const { rule, pattern } of forms) {
    for (const match of matches(pattern, stretch)) {
      if (match.index <= 3 || (rule === 'date-month' && !isDate(match[0]))) continue;
      const isWeak = rule.startsWith('date') || rule === 'pages-total' || rule === 'volume-year';
      if (!isWeak) strong.push(match.index);
      const before = stretch.slice(0, match.index).trimEnd().at(-1) ?? '';
      const isBracketed = match[0].startsWith('(');
      const end = match.index + match[0].length;
      if (
        isWeak &&
        (/[.,;:(\d]/.test(before) || isBracketed || rule === 'volume-year') &&
        !hasProse(stretch.slice(end))
      )
        weak.push({ at: match.index, end, isBracketed });
    }
  }
  // A bare number and a range after a title: `Revue 12, 45-67`.
  const bare = numberAndRange.exec(stretch);
  if (bare) strong.push(bare.index + 1);
  // `Revue, 81, 2003, 904-912`.
  const parted = numberThenYear.exec(stretch);
  if (parted) strong.push(parted.index);
  const first = strong.length === 0 ? undefined : Math.min(...strong);
  // A year in brackets well before the volume is of the title: `À propos de Sarah Brayne (2021), …`.
  if (isReview && first !== undefined) return from + first;
  const early = weak.filter(
    ({ at, end, isBracketed }) =>
      first === undefined || (at < first && !(isBracketed && first - end > 12) && first - end < 60),
  );
  const places = [...early.map(({ at }) => at), ...(first === undefined ? [] : [first])];
  return places.length === 0 ? undefined : from + Math.min(...places);
}

const numberThenYear = new RegExp(
  `,\\s\\d{1,4}(?:[-–/]\\d{1,4})?(?=,\\s(?:${year}(?![\\d-])|${surelyRange}|pp?\\.))`,
  'iu',
);
const numberAndRange = new RegExp(`\\s(\\d{1,4}),\\s?(?:pp?\\.\\s?)?${surelyRange}`, 'iu');

/** A date inside a title is followed by more of the title. */
const hasProse = (text: string) => text.split(/[,.;:()]/).some((part) => part.trim().split(/\s+/).length > 7);

const bareNumber =
  /(?<=[,;.)\u0001]\s?|^\s?|\s)(\d{1,4}[A-Z]?(?:\s?[-‐‑–/]\s?\d{1,4}[A-Z]?)?|e\d{3,8})(?=\s*(?:[,;.)(\u0001]|$))/dgu;

/**
 * What bare numbers after a journal are, by their place (crosswalk P2): `81, 13-28` is issue and pages, `128` an issue.
 * A small consecutive range alone (`1-2`) could be either and stays open.
 */
export function claimBare(tape: Tape, from: number, to: number): void {
  const bare = [...matches(bareNumber, tape.free(from, to))].map(({ 1: words = '', indices }) => {
    const start = from + (indices?.[1]?.[0] ?? 0);
    return { words, start, end: start + words.length };
  });
  const has = (field: Field) => tape.first(field) !== undefined;
  const take = (field: Field, each: (typeof bare)[number] | undefined) => {
    if (each && !has(field)) tape.claim(field, each.start, each.end, 'numbers-by-place', { inferred: true });
  };
  const [a, b, c] = bare;
  if (!a || bare.length > 3) return;
  // `96-2`, `16-3A`: a second number that is smaller is the issue of a volume.
  const [, volume = '', issue = ''] = /^(\d{1,3})[-‐‑–](\d{1,2}[A-Z]?)$/.exec(a.words) ?? [];
  if (
    volume &&
    Number.parseInt(issue, 10) < Number(volume) &&
    (has('pages') || b) &&
    !has('issue') &&
    !has('volume')
  ) {
    tape.claim('volume', a.start, a.start + volume.length, 'numbers-by-place', { inferred: true });
    tape.claim('issue', a.end - issue.length, a.end, 'numbers-by-place', { inferred: true });
    tape.taken.fill(1, a.start, a.end);
    if (b) take('pages', b);
    return;
  }
  const isNumbered = has('volume') || has('issue');
  if (c) {
    if (isNumbered || has('pages')) return;
    take('volume', a);
    take('issue', b);
    take('pages', c);
  } else if (b) {
    if (isNumbered && has('pages')) return;
    if (isRange(b.words) && !has('pages')) {
      take(isNumbered ? 'open' : 'issue', isNumbered ? undefined : a);
      take('pages', b);
    } else if (!isNumbered) {
      take('volume', a);
      take('issue', b);
    }
  } else if (has('pages')) {
    if (!has('issue') && !has('volume')) take('issue', a);
  } else if (isNumbered) {
    if (isRange(a.words) || /^e\d/.test(a.words)) take('pages', a);
  } else if (!isRange(a.words)) take('issue', a);
  else if (isStep(a.words)) {
    // `27-28` is a double issue unless it could be two pages of a first issue.
    if (Number.parseInt(a.words, 10) > 12) take('issue', a);
  } else take('pages', a);
}

const rangeAlone = new RegExp(`^[\\s.,;:]*(\\d{1,4})${dash}(\\d{1,4})(?=\\s*[.,;)])`, 'u');

/** `Titre. 261-284.`: a range alone, right after a title that is marked as one. */
export function claimRange(tape: Tape, from: number): void {
  if (tape.first('pages')) return;
  const found = rangeAlone.exec(tape.free(from));
  const [whole = '', first = '', last = ''] = found ?? [];
  if (Number(last) <= Number(first) + 1) return;
  tape.claim('pages', from + whole.indexOf(first), from + whole.length, 'numbers-by-place', {
    inferred: true,
  });
}

const isRange = (words: string) => /\d\s?[-‐‑–]\s?\d/.test(words);

function isStep(words: string): boolean {
  const [first = 0, last = 0] = words.split(/[-‐‑–]/).map(Number);
  return last - first === 1;
}

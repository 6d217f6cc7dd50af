import { monthNumber, seasonNumber } from '../base/months.ts';

/** One date said in several places. */
export interface DateChoice {
  readonly words?: string | undefined;
  /** What agrees with the chosen words says nothing more; these do not agree. */
  readonly others: readonly string[];
}

/**
 * The most precise words for one date among several, in the order in which they are believed: `2019` and `2019/05/17`
 * give the latter; of `2013-07-22` and `2013-07-28` the second is another date (D1).
 */
export function chosenDate(candidates: readonly string[]): DateChoice {
  const [believed, ...rest] = candidates.toSorted((a, b) => Number(hasYear(b)) - Number(hasYear(a)));
  if (believed === undefined) return { others: [] };
  let chosen = believed;
  const others: string[] = [];
  for (const words of rest) {
    if (isPartOf(chosen, words)) chosen = words;
    else if (!isPartOf(words, chosen)) others.push(words);
  }
  return { words: chosen, others };
}

const year = /(?<!\d)\d{4}(?!\d)/;
const hasYear = (words: string) => year.test(words.slice(0, 100));

/** Whether the first words say no more than the second. */
function isPartOf(less: string, more: string): boolean {
  if (less === more) return true;
  const [a, b] = [numbersOf(less), numbersOf(more)];
  if (a !== undefined && b !== undefined) return b === a || b.startsWith(`${a}-`);
  // `2015` in `October 2015`.
  return a?.length === 4 && b === undefined && year.exec(more.slice(0, 100))?.[0] === a;
}

/** `2001/09/01/`, `2012///`, `2016-09` in the order year, month, day; a zero or empty part is missing. */
const numbers = /^(\d{4})(?:[/-](\d{0,2})(?:[/-](\d{0,2})\/?)?)?$/;

function numbersOf(words: string): string | undefined {
  const match = numbers.exec(words.trim());
  if (!match) return undefined;
  const parts = match.slice(1).map((part) => Number(part ?? 0));
  const missing = parts.indexOf(0);
  return parts
    .slice(0, missing < 0 ? 3 : missing)
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');
}

const dayAndMonth = /^(?:\d{1,2}\.? )?(\p{L}{3,10})\.?(?:-(\p{L}{3,10})\.?)?(?: \d{1,2})?$/u;

/** Some say the year in one place and `Jan` or `Mar 3` in another: the latter get their year. */
export function withYear(simply: readonly string[]): readonly string[] {
  const year = simply.find((words) => /^\d{4}(?:\/\/\/?)?$/.test(words))?.slice(0, 4);
  return simply.map((words) => {
    const names = dayAndMonth.exec(words)?.slice(1) ?? [];
    const isDate = names.length > 0 && names.every((name) => name === undefined || isMonth(name));
    return isDate && year !== undefined ? `${words} ${year}` : words;
  });
}

const isMonth = (name: string) => monthNumber(name) !== undefined || seasonNumber(name) !== undefined;

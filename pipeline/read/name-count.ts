import { Unreadable } from './reader.ts';

/** Six times the longest list of authors that was ever published. */
const mostNames = 100_000;

/** Refuses a record with more names than any work has. */
export function refuseTooMany(names: number): void {
  if (names <= mostNames) return;
  throw new Unreadable({
    fr: `plus de ${mostNames} noms dans une notice`,
    en: `more than ${mostNames} names in one record`,
  });
}

/** How many names a phrase may hold, by what parts them; counted no further than needed. */
export function namesIn(phrase: string, separator: RegExp): number {
  let names = 1;
  for (const _ of phrase.matchAll(separator)) {
    names += 1;
    if (names > mostNames) break;
  }
  return names;
}

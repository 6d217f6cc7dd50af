import type { Issn } from '../base/work.ts';

/** The ISSNs and ISBNs in a field that may hold either, and the words around them that say something else. */
export interface SerialNumbers {
  readonly issn: readonly Issn[];
  readonly isbn: readonly string[];
  readonly rest: string;
}

// An ISBN of thirteen or ten digits with its groups, or an ISSN with its hyphen or without.
const number =
  /(?<![\d-])(?:(97[89][ -]?(?:\d[ -]?){9}\d|(?:\d[ -]?){9}[\dx])|(\d{4}[-\u2010\u2011\u2013]?\d{3}[\dx]))(?![\dx-])(?:\s*\((print|electronic|online|linking)\))?/gi;
const label = /\b(?:[epl]-?)?is[sb]n(?:-?1[03])?\b\s*:?|[\s;,|/]+/gi;
const media: ReadonlyMap<string, Issn['medium']> = new Map([
  ['print', 'print'],
  ['electronic', 'electronic'],
  ['online', 'electronic'],
  ['linking', 'linking'],
]);
// Longer than any such field.
const longest = 2000;

/** `0028-0836 (Print)`, `978-2-7535-1234-5; 2-7535-1234-X`: the numbers as printed, unchecked. */
export function serialNumbers(words: string): SerialNumbers {
  if (words.length > longest) return { issn: [], isbn: [], rest: words };
  const issn: Issn[] = [];
  const isbn: string[] = [];
  let rest = words;
  for (const [whole, book, serial, medium] of words.matchAll(number)) {
    rest = rest.replace(whole, ' ');
    if (book !== undefined) isbn.push(book);
    else if (serial !== undefined) {
      const known = media.get(medium?.toLowerCase() ?? '');
      issn.push(known ? { value: serial, medium: known } : { value: serial });
    }
  }
  return { issn, isbn, rest: rest.replace(label, ' ').trim() };
}

/** Each ISSN once, with its medium when one of its mentions has it (I3). */
export function distinctIssn(all: readonly Issn[]): readonly Issn[] {
  const key = ({ value }: Issn) => value.replace(/[^\dx]/gi, '').toUpperCase();
  const found = new Map<string, Issn>();
  for (const issn of all) if (!found.get(key(issn))?.medium) found.set(key(issn), issn);
  return [...found.values()];
}

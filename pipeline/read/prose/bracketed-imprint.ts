import { isPlace, isPublisher } from './publishers.ts';
import type { Tape } from './tape.ts';
import { matches, year } from './words.ts';

/** `(New York: Rives Press, 2019)`, `(Paris, Seuil, 2021)`, `(Seuil, 2021)`. */
const bracketed = new RegExp(
  `\\(\\s?(?:(?<place>\\p{Lu}[^():;]{1,40}?)\\s?(?<sign>[:,])\\s?)?(?<house>\\p{Lu}[^():;,]{1,60}?)[,;]\\s?(?<date>${year})\\s?\\)`,
  'dgu',
);

interface Place {
  readonly start: number;
  readonly end: number;
  /** Where each of its parts stands. */
  readonly parts: Readonly<Record<string, readonly [number, number] | undefined>>;
}

/** The first bracket from an offset on that holds a publisher and a year, and perhaps a place. */
export function imprintIn(text: string, from = 0): Place | undefined {
  for (const match of matches(bracketed, text.slice(from))) {
    const { place = '', sign, house = '' } = match.groups ?? {};
    // Between commas only what is known tells an imprint from another remark: `(Revue, Dossier, 2019)`.
    if (sign !== ':' && !isPlace(place) && !isPublisher(house)) continue;
    const parts = Object.fromEntries(
      Object.entries(match.indices?.groups ?? {}).map(([name, at]) => [
        name,
        at && ([from + at[0], from + at[1]] as const),
      ]),
    );
    const start = from + match.index;
    return { start, end: start + match[0].length, parts };
  }
  return undefined;
}

/** Claims such a bracket as what it says of the work. */
export function claimBracketedImprint(tape: Tape, from: number): void {
  const found = imprintIn(tape.free(), from);
  if (!found) return;
  const { place, house, date } = found.parts;
  if (place) tape.claim('place', ...place, 'imprint-in-brackets');
  if (house) tape.claim('publisher', ...house, 'imprint-in-brackets');
  if (date) tape.claim('date', ...date, 'imprint-in-brackets');
  tape.taken.fill(1, found.start, found.end);
}

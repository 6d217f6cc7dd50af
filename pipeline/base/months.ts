import { fold } from './fold.ts';

/** The names of each month in French and English, whole and shortened, without dots; whole in Spanish, Italian, Portuguese, German. */
// biome-ignore format: a table
const months: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january', 'enero', 'gennaio', 'janeiro', 'januar'],
  ['février', 'févr', 'fév', 'february', 'feb', 'febrero', 'febbraio', 'fevereiro', 'februar'],
  ['mars', 'mar', 'march', 'marzo', 'março', 'märz'],
  ['avril', 'avr', 'april', 'apr', 'abril', 'aprile'],
  ['mai', 'may', 'mayo', 'maggio', 'maio'],
  ['juin', 'june', 'jun', 'junio', 'giugno', 'junho', 'juni'],
  ['juillet', 'juill', 'juil', 'july', 'jul', 'julio', 'luglio', 'julho', 'juli'],
  ['août', 'august', 'aug', 'agosto'],
  ['septembre', 'september', 'sept', 'sep', 'septiembre', 'settembre', 'setembro'],
  ['octobre', 'october', 'oct', 'octubre', 'ottobre', 'outubro', 'oktober'],
  ['novembre', 'november', 'nov', 'noviembre', 'novembro'],
  ['décembre', 'december', 'déc', 'dec', 'diciembre', 'dicembre', 'dezembro', 'dezember'],
];

/** Seasons by their EDTF number, from 21. */
const seasons: readonly (readonly string[])[] = [
  ['printemps', 'spring'],
  ['été', 'summer'],
  ['automne', 'autumn', 'fall'],
  ['hiver', 'winter'],
];

const monthNumbers = numbered(months, 1);
const seasonNumbers = numbered(seasons, 21);

/** `févr.`, `Fevrier`, `February` → 2. */
export function monthNumber(word: string): number | undefined {
  return monthNumbers.get(fold(word));
}

/** The EDTF number of a season: `printemps` → 21, `winter` → 24. */
export function seasonNumber(word: string): number | undefined {
  return seasonNumbers.get(fold(word));
}

/**
 * The month and season names as the source of a regular expression (flags `iu`), longest first, accents optional, the
 * dot of an abbreviation left to the caller. For finding where a date begins.
 */
export const monthWords: string = [...new Set([...months, ...seasons].flat())]
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map((word) => word.replace(/[^a-z]/g, optionalAccent))
  .join('|');

function numbered(names: readonly (readonly string[])[], first: number): ReadonlyMap<string, number> {
  return new Map(names.flatMap((row, index) => row.map((name) => [fold(name), index + first] as const)));
}

/** `é` → é, e, or e with a combining accent, as files from macOS have it. */
function optionalAccent(letter: string): string {
  const [base = '', accent = ''] = letter.normalize('NFD');
  return `(?:${letter}|${base}${accent}?)`;
}

import { type Random, randomFrom } from './random.ts';
import { familyName, givenName, phrase, placeName } from './words.ts';

// People, journals and institutions that come back in many records. Each is computed from its number alone, so that
// none has to be remembered.

/** Somebody who does not exist. */
export interface Author {
  readonly family: string;
  readonly given: string;
  readonly orcid: string;
  readonly affiliation: string;
}

/** A journal that does not exist. */
export interface Journal {
  readonly title: string;
  readonly short: string;
  readonly publisher: string;
  readonly member: string;
  readonly language: 'en' | 'fr';
  readonly print: string;
  readonly electronic: string;
}

/** How many there are; few of them are met often, as in life. */
const authors = 400_000;
const journals = 4_000;
const institutions = 3_000;

/** One of the authors. */
export function author(random: Random): Author {
  const number = oftenLow(random, authors);
  const own = randomFrom(number * 7 + 1);
  return {
    family: own.chance(0.06) ? `${familyName(own)}-${familyName(own)}` : familyName(own),
    given: givenName(own),
    orcid: orcidOf(number),
    affiliation: institution(own),
  };
}

/** One of the journals. */
export function journal(random: Random): Journal {
  const number = oftenLow(random, journals);
  const own = randomFrom(number * 11 + 5);
  const language = own.chance(0.74) ? 'en' : 'fr';
  const words = phrase(own, language, own.below(4) + 2);
  const title = own.chance(0.023) ? `${words} &amp; ${phrase(own, language, 1)}` : words;
  return {
    title,
    short: title
      .split(' ')
      .map((word) => `${word.slice(0, 4)}.`)
      .join(' '),
    publisher: `${own.pick(['Presses', 'Éditions', 'University Press of', 'Society of'])} ${placeName(own)}`,
    member: String(own.below(9_000) + 100),
    language,
    print: issnOf(number * 2),
    electronic: issnOf(number * 2 + 1),
  };
}

/** One of the institutions, as an affiliation prints it. */
export function institution(random: Random): string {
  const own = randomFrom(oftenLow(random, institutions) * 13 + 3);
  const place = placeName(own);
  return own.chance(0.7)
    ? `Department of ${phrase(own, 'en', 2)}, University of ${place}, ${placeName(own)}`
    : `Laboratoire ${phrase(own, 'fr', 2)}, Université de ${place}`;
}

function oftenLow(random: Random, limit: number): number {
  return Math.floor(random.next() ** 2 * limit);
}

/** Right by its check digit (ISO 7064), yet before the first number that ORCID gives to anybody. */
function orcidOf(number: number): string {
  const digits = `00000000${String(number + 1_000_000).padStart(7, '0')}`;
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return `${digits}${check === 10 ? 'X' : check}`.replace(/(.{4})(?=.)/g, '$1-');
}

/** Right by its check digit (ISO 3297), yet among numbers that begin with 9, which no journal has. */
function issnOf(number: number): string {
  const digits = `9${String(number).padStart(6, '0')}`;
  const total = [...digits].reduce((sum, digit, index) => sum + Number(digit) * (8 - index), 0);
  const check = (11 - (total % 11)) % 11;
  return `${digits.slice(0, 4)}-${digits.slice(4)}${check === 10 ? 'X' : check}`;
}

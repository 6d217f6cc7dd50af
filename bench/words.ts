import type { Random } from './random.ts';

// Ordinary words that make titles and abstracts of no real work, and syllables that make names of nobody.

type Words = readonly [string, ...string[]];

const listOf = (text: string): Words => {
  const [first = '', ...others] = text.trim().split(/\s+/);
  return [first, ...others];
};

// biome-ignore format: a table
const vocabulary: Readonly<Record<'en' | 'fr', Words>> = {
  en: listOf(`analysis social care health access rights policy study effects practice between young adults school
    evidence region model data work public network of the and in for with from towards under across early rural urban
    survey methods history memory language learning growth protein cell light surface water climate risk response
    structure dynamics measure quality design network theory application comparison review role change family
    participation institutions knowledge local national long-term evaluation experience treatment patients outcomes`),
  fr: listOf(`analyse sociale accès droits santé politiques étude effets pratiques entre jeunes adultes école enquête
    région modèle données travail public réseau de la les et dans pour avec depuis vers sous précarité insertion
    histoire mémoire langue apprentissage croissance protéine cellule lumière surface eau climat risque réponse
    structure dynamique mesure qualité conception théorie application comparaison rôle évolution famille participation
    institutions savoirs territoires évaluation expérience traitement résultats non-recours œuvre où déjà près être`),
};

const familySyllables = listOf(
  'bra vel tor mi sén qua lu dor ri fen gat o zu pel nar thi cos wen ja ük håm do lis ',
);
const givenSyllables = listOf('a le mi na ro ti é su va lo ja ne ki do');
const placeSyllables = listOf('mont val bel ro che vil nor sur lac gra ter on');
const initials = 'ABCDEFGHIJKLMNOPRSTUVY';

/** Some words of a language, the first with a capital. */
export function phrase(random: Random, language: 'en' | 'fr', length: number): string {
  const words = Array.from({ length }, () => random.pick(vocabulary[language]));
  return capital(words.join(' '));
}

/** Some sentences, until there are about `size` characters. */
export function sentences(random: Random, language: 'en' | 'fr', size: number): string {
  let text = '';
  while (text.length < size) {
    const end = random.chance(0.15) ? ` (n = ${random.below(900) + 12}). ` : '. ';
    text += phrase(random, language, random.below(14) + 8) + end;
  }
  return text.trimEnd();
}

/** A name put together from syllables. */
export const familyName = (random: Random) => capital(joined(random, familySyllables, 3));
export const givenName = (random: Random) => capital(joined(random, givenSyllables, 3));
export const placeName = (random: Random) => capital(joined(random, placeSyllables, 3));
export const initial = (random: Random) => `${initials[random.below(initials.length)]}.`;

function joined(random: Random, syllables: Words, count: number): string {
  return Array.from({ length: count }, () => random.pick(syllables)).join('');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

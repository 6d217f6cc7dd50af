import {
  articles,
  droppedParticles,
  familyStarts,
  keptParticles,
  suffix,
  titleStarts,
} from './name-words.ts';

/** The parts of a person's name. */
export interface NameParts {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly particle?: string | undefined;
  readonly droppingParticle?: string | undefined;
  readonly suffix?: string | undefined;
}

/** Takes a printed name apart by its own structure (N3); undefined when nothing tells family from given name. */
export function partsOf(printed: string): NameParts | undefined {
  if (printed.length > longest) return undefined;
  const text = printed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/,$/, '');
  return text.includes(',') ? familyFirst(text) : inOrder(text.split(' '));
}

/** The particles in front of a family name, which is put in normal case: `de La Fontaine`, `VON DER LEYEN` (N2, N3). */
export function familyParts(printed: string): NameParts {
  const tokens = printed.trim().split(/ +/);
  const words = tokens.map((token, index) => (isShouted(token) ? unshouted(token, index, tokens) : token));
  const kept: string[] = [];
  const dropped: string[] = [];
  let start = 0;
  for (; start < words.length - 1; start += 1) {
    const word = words[start] ?? '';
    if (articles.has(word)) break;
    if (droppedParticles.has(word) && kept.length === 0) dropped.push(word);
    // After `van`, Dutch `de` is no French one.
    else if (keptParticles.has(word) || (kept.length > 0 && word === 'de')) kept.push(word);
    else break;
  }
  const family = words.slice(start).join(' ');
  const elided = kept.length + dropped.length === 0 ? /^(d['’])(?=\p{Lu})/u.exec(family)?.[1] : undefined;
  if (elided !== undefined) return { family: family.slice(elided.length), droppingParticle: elided };
  return { family, particle: joined(kept), droppingParticle: joined(dropped) };
}

/** A given name in normal case; initials stay as they are. */
export function givenName(printed: string): string {
  const letters = printed.replace(/[^\p{L}]/gu, '');
  return letters.length > 3 && printed.split(/[ -]/).every(isShouted)
    ? printed.split(' ').map(capitalised).join(' ')
    : printed;
}

/** Whether a word stands for the first letters of given names: `F.`, `J.-P.`, `JM`. */
export function isInitials(word: string): boolean {
  return (
    /^(?:\p{Lu}\p{Ll}{0,2}\.-?|\p{Lu}\.?-?){1,4}$/u.test(word) && (word.includes('.') || word.length <= 3)
  );
}

// Longer than any name that is one.
const longest = 200;

/** `Family, Given`, `Family, Given, Jr`, `Family, Jr, Given` as BibTeX has it. */
function familyFirst(text: string): NameParts | undefined {
  const pieces = text.split(',').map((piece) => piece.trim());
  const [family = '', second = '', third] = pieces;
  if (family === '' || second === '' || pieces.length > 3) return undefined;
  if (third === undefined) {
    if (!suffix.test(second)) return named(family, second);
    const whole = inOrder(family.split(' '));
    return whole && { ...whole, suffix: second };
  }
  if (suffix.test(second)) return named(family, third, second);
  return suffix.test(third) ? named(family, second, third) : undefined;
}

function inOrder(tokens: readonly string[]): NameParts | undefined {
  const last = tokens.at(-1) ?? '';
  if (tokens.length > 2 && suffix.test(last)) {
    const whole = inOrder(tokens.slice(0, -1));
    return whole && { ...whole, suffix: last };
  }
  if (tokens.length < 2 || tokens.length > 8 || !tokens.every(isNameWord)) return undefined;
  return shouted(tokens) ?? initialled(tokens) ?? givenFirst(tokens);
}

/** `SORIN François`, `François SORIN`, `LE GOFF Pierre`: capitals mark the family name. */
function shouted(tokens: readonly string[]): NameParts | undefined {
  const marks = tokens.map((token) => isShouted(token) && !isInitials(token));
  const last = marks.lastIndexOf(true);
  let start = marks.indexOf(true);
  if (start < 0 || marks.slice(start, last).includes(false)) return undefined;
  while (start > 0 && startsParticle((tokens[start - 1] ?? '').toLowerCase())) start -= 1;
  const given = [...tokens.slice(0, start), ...tokens.slice(last + 1)];
  const isAtOneEnd = start === 0 || last === tokens.length - 1;
  if (given.length === 0 || !isAtOneEnd) return undefined;
  return named(tokens.slice(start, last + 1).join(' '), given.join(' '));
}

/** `F. Sorin`, `Sorin F.`, `Amiotte Suchet A.`: initials are the given name. */
function initialled(tokens: readonly string[]): NameParts | undefined {
  const isFirst = isInitials(tokens[0] ?? '');
  const isLast = isInitials(tokens.at(-1) ?? '');
  if (isFirst === isLast) return undefined;
  if (isFirst) return givenFirst(tokens);
  if (isUndecided(tokens.at(-1) ?? '')) return undefined;
  let end = tokens.length;
  while (end > 1 && isInitials(tokens[end - 1] ?? '')) end -= 1;
  return named(tokens.slice(0, end).join(' '), tokens.slice(end).join(' '));
}

/** `Pierre-Yves Le Goff`: the family name begins at a particle, or else is the last word. */
function givenFirst(tokens: readonly string[]): NameParts | undefined {
  const [first = ''] = tokens;
  const isAllCapitals = tokens.every((token) => isInitials(token) || isShouted(token));
  if (titleStarts.has(first) || isUndecided(first) || isAllCapitals) return undefined;
  let start = tokens.findIndex(
    (token, index) => index > 0 && index < tokens.length - 1 && familyStarts.has(token),
  );
  const particle = tokens.findIndex((token, index) => index > 0 && startsParticle(token));
  if (particle > 0 && (start < 0 || particle < start)) start = particle;
  if (start < 0) start = tokens.length - 1;
  if (isInitials(tokens.at(-1) ?? '') || tokens.slice(start + 1).some(isStray)) return undefined;
  return named(tokens.slice(start).join(' '), tokens.slice(0, start).join(' '));
}

function named(family: string, given: string, suffixWords?: string): NameParts {
  const parts = familyParts(family);
  const tail = givenTail(given);
  return {
    family: parts.family,
    given: givenName(tail.given ?? given),
    particle: parts.particle,
    droppingParticle: joined(
      [tail.droppingParticle, parts.droppingParticle].filter((word) => word !== undefined),
    ),
    suffix: suffixWords,
  };
}

/** CSL: a particle printed after the given name is a dropping one: `Ormesson, Jean d’`. */
export function givenTail(given: string): Pick<NameParts, 'given' | 'droppingParticle'> {
  const [, before, particle] = /^(\S.*) (de|d[’']|von|van|du|des)$/.exec(given) ?? [];
  return before === undefined ? { given } : { given: before.trim(), droppingParticle: particle };
}

/** A word in capitals, whatever its prefix: `SORIN`, `O’NEILL`, `d’ORMESSON`, `McDONALD`. */
const isShouted = (word: string) => /^(?:d['’]|Mc)?\p{Lu}['’]?\p{Lu}[\p{Lu}\p{M}'’-]*$/u.test(word);
/** `LI Wei` or `AM Martin`: two or three capitals with a vowel are a family name or initials. */
const isUndecided = (word: string) => /^\p{Lu}{2,3}$/u.test(word) && /[AEIOUY]/.test(word);
const startsParticle = (token: string) =>
  keptParticles.has(token) ||
  droppedParticles.has(token) ||
  articles.has(token) ||
  /^d['’]\p{Lu}/u.test(token);
/** A capital, a particle, or a lower-case word that elides (`d’Ormesson`); no digits, no brackets. */
const isNameWord = (token: string) =>
  /^(?:\p{Lu}|[ld]['’]\p{Lu})[\p{L}\p{M}.'’·-]*$/u.test(token) || startsParticle(token);
const isStray = (token: string) => isInitials(token) && token.includes('.');

/** `O’NEILL` → `O’Neill`, `DE` → `de`, `LE` → `Le`. */
function unshouted(word: string, index: number, all: readonly string[]): string {
  const lower = word.toLowerCase();
  const isParticle = lower === 'de' || ['van', 'von', 'der', 'den', 'zu', 'ter', 'ten'].includes(lower);
  if (isParticle && index < all.length - 1) return lower;
  return /^d['’]/i.test(word) ? `d${word[1]}${capitalised(word.slice(2))}` : capitalised(word);
}

function capitalised(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?:^|[-'’.])\p{L}/gu, (start) => start.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

const joined = (words: readonly string[]) => (words.length === 0 ? undefined : words.join(' '));

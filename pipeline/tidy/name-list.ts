import { isInitials } from './name-parts.ts';
import {
  articles,
  droppedParticles,
  familyStarts,
  hasOrganisationWord,
  keptParticles,
  suffix,
} from './name-words.ts';

/**
 * N4: the names in a phrase, `Par A, B et C`; `incomplete` holds the words (`et al.`) that say that some are missing.
 * A comma parts two names, or one family name from its given name, as the words on both sides show; none parts an
 * organisation (N1). A phrase longer than any list of authors stays whole.
 */
export function splitNames(words: string): { names: readonly string[]; incomplete: string | undefined } {
  if (words.length > longestPhrase) return { names: [words.trim()], incomplete: undefined };
  const whole = words.replace(/\s+/g, ' ').trim().replace(lead, '');
  const incomplete = unnamed.exec(whole)?.[1];
  const phrase = incomplete === undefined ? whole : whole.replace(unnamedAll, ' ; ');
  const names = phrase
    .split(';')
    .flatMap(conjoined)
    .map(withoutStop)
    .flatMap(separated)
    .map(withoutStop)
    .filter((name) => name !== '');
  return { names, incomplete };
}

// No list of authors fills as much; taking more apart would only fill the memory, so it stays whole.
const longestPhrase = 4_000_000;
const lead = /^(?:par|by|avec|with) (?:: )?/i;
const unnamed =
  /(?<!\p{L})((?:et|and|&) ?(?:al|alii|alia|others|autres|coll)\.?|et\. al\.?)(?=[)\]]? ?(?:[,;.)\]]|$))/iu;
const unnamedAll = new RegExp(`[,(\\[]?(?: ?)${unnamed.source}[)\\]]?`, 'giu');
const conjunction =
  /,? (?:et|and|&|avec la (?:collaboration|participation|contribution) (?:de |d['’])|en collaboration avec|in collaboration with|avec|with) ?(?=\S)/giu;

/** At `et`, `and`, `&`, `avec`, but not inside an organisation: `Institut de la statistique et des études`. */
function conjoined(chunk: string): readonly string[] {
  const names: string[] = [];
  let start = 0;
  for (const { 0: words, index } of chunk.matchAll(conjunction)) {
    // The conjunction is a word of its own, not the beginning of one.
    if (!words.endsWith(' ') && !/['’]$/.test(words)) continue;
    const before = chunk.slice(start, index);
    const after = chunk.slice(index + words.length, index + words.length + longestName);
    if (hasOrganisationWord(before) && !startsName(after)) continue;
    names.push(before);
    start = index + words.length;
  }
  return [...names, chunk.slice(start)];
}

const longestName = 100;

/** What follows `et` after an organisation is another name when it reads as one: a capital, and more than one word. */
function startsName(words: string): boolean {
  return /^\p{Lu}/u.test(words) && (/^[^\s,]+,? \p{Lu}/u.test(words) || hasOrganisationWord(words));
}

/** At the commas of one chunk. */
function separated(chunk: string): readonly string[] {
  if (!chunk.includes(',')) return [chunk.trim()];
  const pieces = pieced(chunk);
  const firstBody = pieces.findIndex(hasOrganisationWord);
  if (firstBody < 0) return paired(pieces);
  return [...paired(pieces.slice(0, firstBody)), pieces.slice(firstBody).join(', ')];
}

/** The pieces between commas; a `Jr` belongs to what stands before it. */
function pieced(chunk: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of chunk.split(',').map((words) => words.trim())) {
    if (piece === '') continue;
    if (pieces.length > 0 && suffix.test(piece)) pieces.push(`${pieces.pop()}, ${piece}`);
    else pieces.push(piece);
  }
  return pieces;
}

/** `Mazet, P., Sorin, F.` is two names, `Pierre Mazet, François Sorin` too. */
function paired(pieces: readonly string[]): readonly string[] {
  const isAllPairs = areAllPairs(pieces);
  const names: string[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const [piece = '', next] = [pieces[i], pieces[i + 1]];
    const isPair = next !== undefined && (isAllPairs || (familyLike(piece) !== 'no' && isInitialsOnly(next)));
    names.push(isPair ? `${piece}, ${next}` : piece);
    if (isPair) i += 1;
  }
  return names;
}

function areAllPairs(pieces: readonly string[]): boolean {
  if (pieces.length % 2 !== 0) return false;
  return pieces.every((piece, index) => {
    if (index % 2 === 0) return familyLike(piece) !== 'no';
    if (!isGivenLike(piece)) return false;
    if (isInitialsOnly(piece) || familyLike(pieces[index - 1] ?? '') === 'surely') return true;
    // `Amiotte Suchet, Aurélien`: one word is no whole name. In a longer list it could be anybody's.
    return pieces.length === 2 && !piece.includes(' ');
  });
}

/** Whether words are a family name alone: one word, or several that particles or capitals hold together. */
function familyLike(piece: string): 'surely' | 'perhaps' | 'no' {
  const tokens = (piece.split(', ')[0] ?? '').split(' ');
  if (tokens.length > 4 || tokens.some((token) => isInitials(token) && token.length < 3)) return 'no';
  const rest = tokens.findIndex((token) => !isParticle(token));
  const isName = tokens.every((token) => isParticle(token) || isCapital.test(token));
  if (!isName || rest < 0) return 'no';
  const isShouted = tokens.every((token) => token === token.toUpperCase());
  return rest === tokens.length - 1 || isShouted ? 'surely' : 'perhaps';
}

const isCapital = /^(?:\p{Lu}|[dl]['’]\p{Lu})[\p{L}\p{M}'’-]*$/u;
const isInitialsOnly = (piece: string) => piece.split(' ').every(isInitials);
const isParticle = (token: string) =>
  keptParticles.has(token) || droppedParticles.has(token) || articles.has(token) || familyStarts.has(token);

/** One to three given names or initials. */
function isGivenLike(piece: string): boolean {
  const tokens = (piece.split(', ')[0] ?? '').split(' ');
  return (
    tokens.length <= 3 &&
    tokens.every(
      (token, index) => isCapital.test(token) || isInitials(token) || (index > 0 && isParticle(token)),
    )
  );
}

/** Without the stop of the sentence; that of an initial or of `Jr.` stays. */
function withoutStop(name: string): string {
  const trimmed = name.trim();
  return /\p{Ll}{2}\.$/u.test(trimmed) && !/\b(?:jr|sr)\.$/i.test(trimmed) ? trimmed.slice(0, -1) : trimmed;
}

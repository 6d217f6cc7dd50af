import type { DraftContribution } from '../base/draft.ts';
import { decodeLatex } from '../base/latex.ts';

/** A name of a list as it is printed, with the parts that BibTeX's own grammar tells apart. */
export type ReadName = Pick<
  DraftContribution,
  | 'names'
  | 'nameAsPrinted'
  | 'kind'
  | 'literal'
  | 'family'
  | 'given'
  | 'particle'
  | 'droppingParticle'
  | 'suffix'
>;

/** The names of a list; `incomplete` holds the words that say that some are missing (N4). */
export interface NameList {
  readonly names: readonly ReadName[];
  readonly incomplete: string | undefined;
}

/** What parts a list: the separator, and the same with what holds its pieces together. */
export interface Separator {
  readonly alone: RegExp;
  readonly token: RegExp;
  /** Whether round and square brackets hold a piece together too. */
  readonly brackets: boolean;
}

export function separator(form: RegExp, { brackets = false } = {}): Separator {
  const holding = brackets ? '[{}()（）[\\]]' : '[{}]';
  return {
    alone: new RegExp(form.source, 'i'),
    token: new RegExp(`\\\\[^A-Za-z\\s]|${holding}|(${form.source})`, 'gi'),
    brackets,
  };
}

/** The pieces of a value between separators that stand outside its braces. */
export function outsideBraces(value: string, between: Separator): readonly string[] {
  if (!between.alone.test(value)) return [value.trim()];
  const isPlain = !value.includes('{') && !(between.brackets && bracket.test(value));
  return (isPlain ? value.split(between.alone) : held(value, between)).map((piece) => piece.trim());
}

const bracket = /[(（[]/;

function held(value: string, between: Separator): readonly string[] {
  const { token } = between;
  const pieces: string[] = [];
  let depth = 0;
  let bracketed = 0;
  let start = 0;
  token.lastIndex = 0;
  for (let match = token.exec(value); match; match = token.exec(value)) {
    const sign = match[0];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if ('([（'.includes(sign)) bracketed += 1;
    else if (')]）'.includes(sign)) bracketed = Math.max(0, bracketed - 1);
    else if (match[1] !== undefined && depth === 0 && bracketed === 0) {
      pieces.push(value.slice(start, match.index));
      start = token.lastIndex;
    }
  }
  // A bracket that nothing closes holds nothing together.
  if (bracketed > 0) return held(value, separator(between.alone));
  pieces.push(value.slice(start));
  return pieces;
}

const and = separator(/ and(?= )/);
// No name has one: who writes it means `and`.
const semicolon = separator(/(?<!&#?\w{1,8});(?= )/);
const comma = separator(/,/);
const space = separator(/ /);
const others = /^others$/i;
const etAl = /(?:^|,?\s)(et\.?\s?al(?:ii|ia)?\.?|u\.\s?a\.)$/i;

/** The names of a field in BibTeX or BibLaTeX, its white space reduced: `Sorin, François and {Insee} and others`. */
export function nameList(field: string): NameList {
  const names: ReadName[] = [];
  let incomplete: string | undefined;
  for (const piece of outsideBraces(` ${field} `, and)) {
    if (others.test(piece)) {
      incomplete = 'and others';
      continue;
    }
    const open = etAl.exec(piece)?.[1];
    if (open !== undefined) incomplete = open;
    const said = open === undefined ? piece : piece.replace(etAl, '');
    for (const source of said.includes(';') ? outsideBraces(`${said} `, semicolon) : [said]) {
      const name = nameOf(source);
      if (name) names.push(name);
    }
  }
  return { names, incomplete };
}

function nameOf(source: string): ReadName | undefined {
  const piece = withoutCommas(source);
  const printed = words(piece);
  if (!/[\p{L}\p{N}]/u.test(printed)) return undefined;
  if (isBraced(piece)) return { kind: 'organisation', nameAsPrinted: printed, literal: printed };
  return labelled(piece) ?? structured(piece, printed);
}

function withoutCommas(words: string): string {
  let start = 0;
  let end = words.length;
  while (start < end && ', '.includes(words[start] ?? '')) start += 1;
  while (end > start && ', '.includes(words[end - 1] ?? '')) end -= 1;
  return words.slice(start, end);
}

/** Whether one pair of braces holds it all: `{Ministère de la Culture}` (N1). */
function isBraced(piece: string): boolean {
  if (!piece.startsWith('{') || !piece.endsWith('}')) return false;
  let depth = 0;
  for (let at = 0; at < piece.length; at += 1) {
    if (piece[at] === '{') depth += 1;
    else if (piece[at] === '}') depth -= 1;
    if (depth === 0) return at === piece.length - 1;
  }
  return false;
}

/**
 * `First von Last`, `von Last, First`, `von Last, Jr, First`. Particles stay with the family name, and what no comma or
 * brace tells apart stays whole, for tidy to read.
 */
function structured(piece: string, printed: string): ReadName {
  const [first = '', ...rest] = outsideBraces(piece, comma);
  if (rest.length === 0) return inOrder(first, printed);
  if (rest.length > 2) return { names: printed };
  const [family, second = '', third] = [first, ...rest].map(words);
  if (!family) return { nameAsPrinted: printed };
  if (third !== undefined) return suffixed(printed, family, second, third);
  // Prose after a comma is no given name: `Ministère de la Culture, département des études`.
  if (!isGiven.test(second) || suffix.test(second)) return { nameAsPrinted: printed };
  return { nameAsPrinted: printed, family, given: second };
}

const suffix = /^(?:jr|sr|junior|senior|[ivx]{1,4}|\d(?:st|nd|rd|th))\.?$/i;
/** Capitals and initials, whatever the script, perhaps with a particle at the end: `Jean de`, `J.-P.`, `a.k.`. */
const isGiven =
  /^(?![^ ]+(?: [^ ]+){5})(?:(?:[^\p{Ll} ][^ ]*|\p{Ll}\.[^ ]*)(?: |$))+(?:(?:de|d['’]|von|van|du|des|of|la|el)(?: |$))*$/u;

function suffixed(nameAsPrinted: string, family: string, second: string, third: string): ReadName {
  if (suffix.test(second)) return { nameAsPrinted, family, suffix: second, given: third };
  // The order of other styles: `King, Martin Luther, Jr.`.
  return suffix.test(third) ? { nameAsPrinted, family, given: second, suffix: third } : { nameAsPrinted };
}

/** Braces hold several words of a family name together: `Federico {García Lorca}`. */
function inOrder(piece: string, nameAsPrinted: string): ReadName {
  const tokens = outsideBraces(piece, space).filter((token) => token !== '');
  const last = words(tokens.at(-1) ?? '');
  const given = tokens.slice(0, -1).map(words).join(' ');
  return last.includes(' ') && isGiven.test(given)
    ? { nameAsPrinted, family: last, given }
    : { nameAsPrinted };
}

const label = /^(?:family|given|prefix|suffix|useprefix|id|[a-z]+-i)\s*=/i;

/** Extended names of BibLaTeX (manual, section 3.5): `family=Beumont, given=Simon, prefix=de, useprefix=true`. */
function labelled(piece: string): ReadName | undefined {
  if (!label.test(piece)) return undefined;
  const parts = new Map<string, string>();
  for (const pair of outsideQuotes(piece)) {
    const [, name = '', value = ''] = /^([a-z-]+)\s*=\s*(.*)$/i.exec(pair) ?? [];
    const said = words(value.replace(/^"(.*)"$/, '$1'));
    if (said !== '') parts.set(name.toLowerCase(), said);
  }
  const [family, given, prefix] = ['family', 'given', 'prefix'].map((name) => parts.get(name));
  const isDropping = parts.get('useprefix')?.toLowerCase() === 'false';
  const name = {
    family,
    given,
    particle: isDropping ? undefined : prefix,
    droppingParticle: isDropping ? prefix : undefined,
    suffix: parts.get('suffix'),
  };
  if (family === undefined && given === undefined) return { nameAsPrinted: words(piece) };
  return { nameAsPrinted: [given, prefix, family, name.suffix].filter(Boolean).join(' '), ...name };
}

/** The pairs between commas; one between quotation marks or braces does not part them. */
function outsideQuotes(piece: string): readonly string[] {
  const pairs: string[] = [];
  for (const part of outsideBraces(piece, comma)) {
    const open = pairs.at(-1);
    const isOpen = open !== undefined && (open.split('"').length - 1) % 2 === 1;
    if (isOpen) pairs[pairs.length - 1] = `${open}, ${part}`;
    else pairs.push(part);
  }
  return pairs.map((pair) => pair.replace(/^"(.*)"$/, '$1'));
}

/** Plain text with ordinary spaces: `Donald~E.` */
const words = (latex: string) =>
  decodeLatex(latex)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

import { isLabel } from './anchors.ts';
import { asideAt } from './beside-title.ts';
import type { Head } from './head.ts';
import { isImprint } from './imprint.ts';
import type { Style } from './inline.ts';
import { namesAt, namesIn } from './people.ts';
import { reviewAt } from './review.ts';
import type { RuleName } from './rules.ts';
import type { Tape } from './tape.ts';
import type { TitlePlace } from './title-place.ts';
import { matches, opensQuote, quoteEnd } from './words.ts';

/** The title by the way it is set (quotation marks, bold, a link, italics), else the words after the names. */
export function titlePlace(tape: Tape, head: Head): TitlePlace | undefined {
  const { text } = tape;
  const at = skipSpace(text, head.at);
  // After the names comes the container: the title stands elsewhere.
  if (/^(?:in|dans)\s/i.test(text.slice(at, at + 6))) return undefined;
  return (
    quotedAt(tape, at) ??
    ownLine(tape, at, head) ??
    reviewAt(tape, at) ??
    styledAt(tape, at, head) ??
    laterQuote(tape, at, head) ??
    (head.names ? undefined : beforeBy(tape, at)) ??
    plainAt(tape, at, head)
  );
}

/** A title on its own line: below it, or above it, one that is names and nothing else. */
function ownLine({ text }: Tape, at: number, { names }: Head): TitlePlace | undefined {
  const end = text.indexOf('\n', at);
  if (end < at + 8 || /[,;]\s*$/.test(text.slice(at, end))) return undefined;
  const next = text.slice(end + 1).split('\n', 1)[0] ?? '';
  const isParted = names ? /^\s*\n/.test(text.slice(names.end)) : namesIn(next) !== undefined;
  return isParted ? { start: at, end, rule: 'title-own-line', after: end } : undefined;
}

const skipSpace = (text: string, at: number) =>
  at + (/^[\s]*/.exec(text.slice(at, at + 50))?.[0].length ?? 0);

function quotedAt({ text }: Tape, at: number): TitlePlace | undefined {
  if (!opensQuote(text[at])) return undefined;
  const end = quoteEnd(text, at);
  // Single marks also quote a word: a title in them is long, and what follows is not more of it.
  if (
    text[at] === '‘' &&
    (end === undefined || end - at < 15 || !/^\s*(?:[.,;(]|in\s|dans\s)/i.test(text.slice(end + 1, end + 8)))
  )
    return undefined;
  if (end === undefined || end - at < 3) return undefined;
  return { start: at + 1, end, rule: 'title-quoted', after: end + 1 };
}

/** A bold or linked stretch that is long enough to be a title begins here; or an italic one. */
function styledAt(tape: Tape, at: number, head: Head): TitlePlace | undefined {
  const { text, styles } = tape;
  const near = styles.filter(
    (style) => style.start >= at - 2 && style.start <= at + 3 && style.end > at && isWordy(tape, style),
  );
  const bold = near.find(({ kind }) => kind === 'bold') ?? laterBold(tape, at, head);
  const link = near.find((style) => style.kind === 'link' && !isLabel(text.slice(style.start, style.end)));
  const italic = near.find(({ kind }) => kind === 'italic');
  for (const [style, rule] of [
    [bold, 'title-bold'],
    [link, 'title-linked'],
    [italic, 'title-italic'],
  ] as const) {
    if (style) return within(text, style, rule);
  }
  return undefined;
}

/** A quotation that fills a styled stretch is the title without its marks. */
function within(text: string, { start, end }: Style, rule: RuleName): TitlePlace {
  const first = skipSpace(text, start);
  const close = opensQuote(text[first]) ? quoteEnd(text, first) : undefined;
  if (close !== undefined && /^[\s.,]*$/.test(text.slice(close + 1, end)))
    return { start: first + 1, end: close, rule, after: Math.max(end, close + 1) };
  return { start: first, end, rule, after: end };
}

/** A title in bold may stand behind a word or two that nobody understood. */
function laterBold(tape: Tape, at: number, { names }: Head): Style | undefined {
  if (names) return undefined;
  return tape.styles.find(
    (style) =>
      style.kind === 'bold' &&
      style.start > at &&
      style.start < at + 150 &&
      isWordy(tape, style) &&
      tape.text.slice(style.start, style.end).split(/\s+/).length >= 4,
  );
}

const isWordy = (tape: Tape, { start, end }: Style) =>
  /\p{L}{3}/u.test(tape.text.slice(start, end)) && tape.isFree(start, end) && end - start >= 6;

/** A quotation after words that are no names: those stay open, the title is sure all the same. */
function laterQuote(tape: Tape, at: number, { names }: Head): TitlePlace | undefined {
  const { text } = tape;
  for (let index = at; index < Math.min(text.length, at + 250); index += 1) {
    if (!opensQuote(text[index]) || text[index] === '‘') continue;
    const before = text.slice(0, index).trimEnd().at(-1) ?? '';
    const isParted = /[.,:;)\n]/.test(before);
    const end = quoteEnd(text, index);
    if (end === undefined) return undefined;
    const words = text
      .slice(index + 1, end)
      .trim()
      .split(/\s+/).length;
    const follows = text.slice(end + 1);
    // `Titre, Paris, Seuil, « Bibliothèque des sciences humaines », 1981`: a series.
    if (
      text
        .slice(at, index)
        .split(',')
        .some((part, place) => place > 0 && isImprint(part.trim()))
    )
      return undefined;
    if (isParted && !names && words >= 3 && /^\s*(?:[.,;:(]|in\s|dans\s|$)/i.test(follows))
      return { start: index + 1, end, rule: 'title-quoted', after: end + 1 };
    index = end;
  }
  return undefined;
}

const byWord = /[\s,.]+(?:par|by)[\s,]+(?=\p{Lu})/gu;

/** `Chapitre 2 : Un outil pour mesurer, par D. Galvez`. */
function beforeBy({ text }: Tape, at: number): TitlePlace | undefined {
  for (const { 0: words, index } of matches(byWord, text.slice(at))) {
    const list = namesAt(text, at + index + words.length);
    if (list && index > 8 && /^[\s.]*$/.test(text.slice(list.end)))
      return { start: at, end: at + index, rule: 'title-before-by', after: at + index };
  }
  return undefined;
}

const inside = /[.,;?!…»”"]\s+(?:in|dans)(?:\s?:)?\s+(?=[\p{Lu}«“"‘]|l['’]|le\s|la\s|les\s)/giu;

/** Without any mark: to the first italic words, to `in` or `dans`, or to the end of what could be title and journal. */
function plainAt(tape: Tape, at: number, head: Head): TitlePlace | undefined {
  const { text } = tape;
  if (at >= text.length) return undefined;
  const italic = tape.styles.find(
    ({ kind, start, end }) =>
      kind === 'italic' &&
      start > at + 8 &&
      end - start > 2 &&
      tape.isFree(start, end) &&
      /\p{L}{2}/u.test(text.slice(start, end)),
  );
  inside.lastIndex = at;
  const marker = inside.exec(text);
  const inAt = marker ? marker.index + 1 : undefined;
  const stop = italic && lastBoundary(text, at, italic.start);
  if (inAt !== undefined && (stop === undefined || inAt <= stop + 12)) {
    return { start: at, end: inAt, rule: 'title-before-in', after: inAt };
  }
  if (italic && stop !== undefined) {
    const aside = asideAt(text.slice(at, stop));
    const end =
      aside === undefined
        ? head.names
          ? (beforeNames(text, at, stop) ?? stop)
          : stop
        : lengthBefore(text, at, at + aside);
    return { start: at, end, rule: 'title-before-italic', after: end };
  }
  const end = endOfFree(tape, at);
  return end > at + 2 ? { start: at, end, rule: 'title-plain', after: end, isOpen: true } : undefined;
}

const lengthBefore = (text: string, at: number, end: number) => at + text.slice(at, end).trimEnd().length;

const sentenceEnds = /[.?!]\s+(?=\p{Lu})/gu;

/** `Titre. Anne Blanc; Marc Leroy. _Livre_`: where the editors of the book begin, in HAL's order. */
function beforeNames(text: string, at: number, stop: number): number | undefined {
  for (const { 0: sign, index } of matches(sentenceEnds, text.slice(at, stop))) {
    const list = namesIn(text.slice(at + index + sign.length, stop));
    if (list && index > 8 && (list.isSure || list.names.length > 1))
      return at + index + (sign.startsWith('.') ? 0 : 1);
  }
  return undefined;
}

/** Where the words before an italic stretch end: at its start, or before an `in` or `dans` of it. */
function lastBoundary(text: string, at: number, italic: number): number | undefined {
  const before = text.slice(at, italic);
  const found = /[\s,.;]*(?:(?<=[\s,.;])(?:in|dans)(?:\s?:)?)?[\s«“"]*$/iu.exec(before);
  const end = at + (found?.index ?? before.length);
  return end > at + 4 && /[.,;:?!»”"]/.test(text.slice(end - 1, italic)) ? end : undefined;
}

function endOfFree(tape: Tape, at: number): number {
  let end = at;
  while (end < tape.text.length && !tape.taken[end]) end += 1;
  return end;
}

/** What is put around or after a title and is not of it. */
export function titleWords(words: string): string {
  const flat = words
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
  const whole =
    /^[«“"]\s*([^«»“”"]+?)\s*[»”"]\.?$/.exec(flat)?.[1] ?? /^'([^'].{8,}[^'])'[.,]?$/.exec(flat)?.[1] ?? flat;
  return whole
    .replace(/^(?:chapitre|chapter|chap\.)\s\d{1,3}\s?[.:–-]\s*(?=\p{L})/iu, '')
    .replace(/^(?:sujet|titre) (?:de (?:la )?thèse|de l['’]article)\s?:\s*/i, '')
    .replace(/(?<!\b\p{Lu}|\.)[.,;:]+$/u, '')
    .trim();
}

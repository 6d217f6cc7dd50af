import { isLabel } from './anchors.ts';
import type { Style } from './inline.ts';
import { namesAt, namesIn } from './people.ts';
import { isPlace, isPublisher } from './publishers.ts';
import type { RuleName } from './rules.ts';
import type { Tape } from './tape.ts';
import { editorRole, matchAt, matches, opensQuote, quoteEnd } from './words.ts';

const marker =
  /[\s,.;:?!…–—-]*(?:(?:publié|paru|published|à paraître|forthcoming|(?:book )?chapter|chapitre|article|essay)\s)?(?:in|dans)(?![\p{L}-])\s?:?\s*/iuy;
const role = new RegExp(`[\\s,]*(${editorRole})[\\s,:.]*`, 'iuy');
/** Words before the names of editors: `sous la direction de`, `edited by`. */
export const editorsSaid =
  /(?<=[\s,.;(\u0001])(?:sous la dir(?:ection|\.)?(?: scientifique)?(?: de| d['’])?|(?:ouvrage |dossier |numéro |revue )?(?:dir\p{L}{2,6}|coord\p{L}{2,8}|édité\p{L}{0,2}) par|edited by|ed\. by|coord(?:onné|\.) par|dir\. par|éd\. par|eds?\.? by|sous la coordination (?:de|d['’])|curatore\s?:|(?<=\()(?:dir|éd|coord)\.\s(?=\p{Lu}))\s*/giu;

/** What holds the work: where its title stands, and where the particulars that follow it begin. */
export interface ContainerPlace {
  /** `in` or `dans` came before it. */
  readonly isInside: boolean;
  readonly after: number;
}

/** Claims what stands after `in` or `dans`, or in italics after the title, with its editors. */
export function claimContainer(tape: Tape, from: number): ContainerPlace {
  claimEditorWords(tape, from);
  const inside = matchAt(marker, tape.text, from) ?? spanishAt(tape, from);
  if (inside && inside[0].trim() !== '' && tape.isFree(from, from + inside[0].length)) {
    tape.taken.fill(1, from, from + inside[0].length);
    const after = insideAt(tape, from + inside[0].length);
    claimEditorParts(tape, from);
    return { isInside: true, after };
  }
  claimEditorParts(tape, from);
  const style = containerStyle(tape, from);
  if (style) claimEditorsBetween(tape, from, style);
  if (!style) return { isInside: false, after: from };
  claimHeld(tape, style.start, style.end, style.kind === 'italic' ? 'container-italic' : 'container-linked');
  return { isInside: false, after: style.end };
}

const spanish = /[\s,.;:]*\ben(:?)\s+/iuy;

/** `en Perrin, C. (coord.), Libro`: in French no names with a role follow `en`, and no colon. */
function spanishAt(tape: Tape, from: number): RegExpExecArray | undefined {
  const found = matchAt(spanish, tape.text, from);
  if (!found) return undefined;
  const at = from + found[0].length;
  const list = namesAt(tape.text, at);
  const isBook = found[1] !== '' || startsStyled(tape, at) || (list && matchAt(role, tape.text, list.end));
  return isBook ? found : undefined;
}

/** `(sous la direction de A et B)`, `edited by A and B`. */
function claimEditorWords(tape: Tape, from: number): void {
  for (const { 0: words, index } of matches(editorsSaid, tape.free(from))) {
    const start = from + index + words.length;
    const list = namesAt(tape.text, start);
    if (!list || !tape.isFree(start, list.end)) continue;
    tape.claim('editors', start, list.end, 'editors-by-words');
    tape.taken.fill(1, from + index, start);
  }
}

/** `Titre. Anne Blanc; Marc Leroy. _Livre_`: nothing but names before the book, in HAL's order. */
function claimEditorsBetween(tape: Tape, from: number, { start }: Style): void {
  const between = tape.text.slice(from, start);
  const list = tape.first('authors') && tape.isFree(from, start) ? namesIn(between) : undefined;
  if (!list || tape.first('editors') || !(list.isSure || list.names.length > 1)) return;
  const at = from + (/^[\s,;:.]*/.exec(between)?.[0].length ?? 0);
  tape.claim('editors', at, from + list.end, 'editors-before-title', { inferred: true });
}

const partStart = /(?<=[,.;(]\s?|\u0001\s?)(?=\p{Lu})/gu;

/** `…. E. G. Carayannis Ed. Springer`: names and their role as a part of their own. */
function claimEditorParts(tape: Tape, from: number): void {
  if (tape.first('editors')) return;
  for (const { index } of matches(partStart, tape.free(from))) {
    const start = from + index;
    const list = namesAt(tape.text, start);
    const said = list && matchAt(role, tape.text, list.end);
    if (!list || !said || !list.isSure || !tape.isFree(start, list.end) || isStyled(tape, start)) continue;
    tape.claim('editors', start, list.end, 'editors-in');
    tape.taken.fill(1, list.end, list.end + said[0].length);
    return;
  }
}

const isStyled = (tape: Tape, at: number) =>
  tape.styles.some(({ kind, start, end }) => kind === 'italic' && start <= at && end > at);

/** Editors, then the title of the book; or the title, then the editors. */
function insideAt(tape: Tape, from: number): number {
  const { text } = tape;
  let at = from;
  const list = namesAt(text, at);
  if (list && tape.isFree(at, list.end) && !startsStyled(tape, at)) {
    const { end } = list;
    const said = matchAt(role, text, end);
    const next = said
      ? end + said[0].length
      : end + (/^[\s,:.;]*/.exec(text.slice(end, end + 8))?.[0].length ?? 0);
    const isTitleNext = said !== null || startsStyled(tape, next) || /^[.]$/.test(text[list.end - 1] ?? '');
    if ((said || (isTitleNext && list.isSure)) && next < text.length) {
      tape.claim(
        'editors',
        at,
        list.end,
        said ? 'editors-in' : 'editors-before-title',
        said ? {} : { inferred: true },
      );
      if (said) tape.taken.fill(1, list.end, next);
      at = next;
    }
  }
  return bookTitleAt(tape, at);
}

function startsStyled(tape: Tape, at: number): boolean {
  return (
    opensQuote(tape.text[at]) ||
    tape.styles.some(({ kind, start }) => (kind === 'italic' || kind === 'link') && Math.abs(start - at) <= 1)
  );
}

function bookTitleAt(tape: Tape, from: number): number {
  const { text } = tape;
  const at = from + (/^\s*/.exec(text.slice(from, from + 20))?.[0].length ?? 0);
  const style = tape.styles.find(
    ({ kind, start, end }) =>
      (kind === 'italic' || kind === 'link') && Math.abs(start - at) <= 1 && end > at + 2,
  );
  const isLinkLabel = style?.kind === 'link' && isLabel(text.slice(style.start, style.end));
  let end: number;
  if (style && !isLinkLabel) {
    claimHeld(tape, style.start, style.end, 'container-in');
    end = style.end;
  } else if (opensQuote(text[at]) && quoteEnd(text, at) !== undefined) {
    end = quoteEnd(text, at) ?? at;
    claimHeld(tape, at + 1, end, 'container-in');
    tape.taken.fill(1, at, at + 1);
    tape.taken.fill(1, end, end + 1);
    end += 1;
  } else {
    end = at + plainLength(tape.free(at));
    const isSeries = /^(?:coll(?:ection|\.)|série|series)(?![\p{L}])/iu.test(text.slice(at, end));
    if (isSeries) end = at;
    else if (/\p{L}{4}|\p{Lu}/u.test(text.slice(at, end))) claimHeld(tape, at, end, 'container-in');
  }
  // `Livre (A et B, dir.)`, `Livre, A. B. (éd.)`: the editors after the title.
  const parted = /^[\s,(.:]*/.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  const list = tape.first('editors') ? undefined : namesAt(text, end + parted);
  const said = list && matchAt(role, text, list.end);
  if (list && said && tape.isFree(end + parted, list.end)) {
    tape.claim('editors', end + parted, list.end, 'editors-after-title');
    tape.taken.fill(1, list.end, list.end + said[0].length);
    end = list.end + said[0].length;
  }
  return end;
}

/** Where a place ends words that begin otherwise. */
function placeEnding(words: string): number | undefined {
  const found = /\s(?:New York|\S+)$/.exec(words);
  return found && isPlace(found[0].trim()) ? found.index : undefined;
}

const particular =
  /^(?:\d|n\s?[°º]|nos?\.?\s\d|vol|t\.|tome|pp?\.|pages?\s|coll|série|dir|éd|eds?\.|sous|edited|coord|isbn|issn|\p{L}+\s(?:19|20)\d\d)/iu;

const titlePart = /(?<!(?:^|[\s(])(?:\p{Lu}|St|vol|coll))\.\s+(?=\p{Lu})|,\s+|\s?:\s+(?=\p{Lu})|\.?\s*$/gu;

/** How long a title without marks is: up to a number, a place, a publisher. */
function plainLength(free: string): number {
  const whole = /^[^\u0001\n()[\]]*/u.exec(free)?.[0] ?? '';
  const ends: { end: number; isComma: boolean; words: string }[] = [];
  let at = 0;
  for (const { 0: sign, index } of matches(titlePart, whole)) {
    const words = whole.slice(at, index);
    // `Anthology: The Century New York: Rives Press`: no sign before the place.
    const placed = sign.includes(':') ? placeEnding(words) : undefined;
    if (placed !== undefined && isPublisher(whole.slice(index + sign.length).split(/[,.]/)[0] ?? ''))
      return at + placed;
    if (ends.length > 0 && (particular.test(words) || isPlace(words.trim()) || isPublisher(words)))
      return ends.at(-1)?.end ?? index;
    if (words.trim()) ends.push({ end: index, isComma: sign.startsWith(','), words });
    at = index + sign.length;
  }
  const [last, before] = [ends.at(-1), ends.at(-2)];
  // `Livre, Éditeur inconnu`: a last capitalised part after a comma is the publisher's.
  const isPublished =
    before?.isComma === true &&
    last !== undefined &&
    /^\p{Lu}/u.test(last.words) &&
    last.words.split(/\s+/).length <= 5;
  return (isPublished ? before?.end : last?.end) ?? whole.length;
}

/** Italics after the title are the container; so is a short link that is no label. */
function containerStyle(tape: Tape, from: number): Style | undefined {
  const { text, styles } = tape;
  return styles.find(
    ({ kind, start, end }) =>
      (kind === 'italic' || kind === 'link') &&
      start >= from &&
      end - start > 2 &&
      /\p{L}{2}/u.test(text.slice(start, end)) &&
      !isLabel(text.slice(start, end)) &&
      !/^(?:in|dans|et al\.?|ibid\.?|vol\.?|dir\.?|pp?\.)$/i.test(text.slice(start, end).trim()) &&
      tape.isFree(start, end),
  );
}

const number =
  /^(?<title>.*\p{L})[\s,]+(?<number>(?:n[°º]\s?|no\.?\s|#)?(?:\d{1,4}(?:bis|ter)?|(?:19|20)\d{2}[-‐‑/]\d{1,3}))\s*,?$/iu;

/** Claims the title of what holds the work; also a series and its number in one stretch: `Document de travail n° 5`. */
export function claimHeld(tape: Tape, start: number, end: number, rule: RuleName, inferred = false): void {
  const words = tape.text.slice(start, end);
  const { title = words, number: numbered = '' } =
    rule !== 'container-in' ? (number.exec(words)?.groups ?? {}) : {};
  const edge = /[\s,;:.]*$/.exec(title)?.index ?? title.length;
  const lead = /^\s*/.exec(title)?.[0].length ?? 0;
  const isAbbreviated = /\.$/.test(title) && /(?:\p{L}{1,6}\.\s?){2,}$|\b\p{Lu}\p{L}{0,4}\.$/u.test(title);
  tape.claim('container', start + lead, start + (isAbbreviated ? title.trimEnd().length : edge), rule, {
    inferred,
  });
  if (numbered && !/^(?:19|20)\d\d$/.test(numbered)) {
    const place = start + words.lastIndexOf(numbered);
    // APA sets the volume in italics with the journal: `_Revue, 14_(2)`.
    const isVolume = /^\s?\(\d/.test(tape.text.slice(end, end + 3));
    const isIssue =
      /^n/i.test(numbered) ||
      /(?:paper|document|cahier|report|rapport|note|focus|brief|série|series)/iu.test(title) ||
      (tape.first('pages') === undefined && !tape.first('issue') && !isVolume);
    const field = isIssue && !tape.first('issue') ? 'issue' : 'volume';
    if (!tape.first(field)) tape.claim(field, place, place + numbered.length, 'number-of-series');
  }
  tape.taken.fill(1, start, end);
}

import { absolute, claimBullet, claimIdentifiers, isLabel } from './anchors.ts';
import { claimBracketedImprint } from './bracketed-imprint.ts';
import { claimContainer } from './container.ts';
import { claimHead, type Head } from './head.ts';
import { inlineOf, plainOf } from './inline.ts';
import { claimKindWords, isThesisDeposit, type Kind, kindOf } from './kind.ts';
import { claimNotes } from './notes.ts';
import { claimBare, claimNumbers, claimRange } from './numbers.ts';
import { namesAt } from './people.ts';
import { claimPlainContainer } from './plain-container.ts';
import { claimPublisher } from './publisher.ts';
import { claimReviewed } from './review.ts';
import { Tape } from './tape.ts';
import { titlePlace, titleWords } from './title.ts';
import { closed } from './title-end.ts';
import type { TitlePlace } from './title-place.ts';
import { matchAt, matches, opensQuote, quoteEnd } from './words.ts';

/** A notice as its words were understood. */
export interface Reading {
  readonly tape: Tape;
  /** The order of the names that the page shows elsewhere. */
  readonly order?: 'family' | undefined;
  /** For each character of the tape, where it stands in the source. */
  readonly at: readonly number[];
  readonly title: { readonly words: string; readonly start: number; readonly rule: string } | undefined;
  readonly kind: Kind;
  /** Addresses behind words that are more than a label. */
  readonly links: readonly { readonly start: number; readonly address: string }[];
  /** Words that no rule understood. */
  readonly open: readonly { readonly start: number; readonly words: string }[];
}

/** What is known of a notice before it is read. */
export interface Hints {
  /** The kind that a heading gives. */
  readonly type?: string | undefined;
  readonly order?: 'family' | undefined;
  /** Whether the text has no marks of Markdown or HTML. */
  readonly isPlain?: boolean | undefined;
}

/** Reads one citation: first what is certain by its form, then the stretches between. */
export function readingOf(source: string, { type: heading, order, isPlain }: Hints = {}): Reading {
  const marked = isPlain ? plainOf(source) : inlineOf(source);
  const tape = new Tape(marked);
  const from = claimBullet(tape);
  claimIdentifiers(tape);
  const head = claimHead(tape, from, order);
  const place = titlePlace(tape, head);
  const said = place ? claimAround(tape, place, head, heading) : undefined;
  const title = place ? claimTitle(tape, said?.place ?? place) : undefined;
  const kind = kindOf(tape, {
    said: said?.kind,
    heading,
    isInside: said?.isInside ?? false,
    title: title?.words ?? '',
  });
  return { tape, order, at: marked.at, title, kind, links: linksOf(tape), open: openOf(tape) };
}

/** Bare pages close the notice: `Berlin, 2004, 436-472.` */
const endsInRange = /[\u0001,.]\s*\d{1,4}\s?[-‐‑–]\s?\d{1,4}\s*\.?\s*$/u;

interface Around {
  readonly place: TitlePlace;
  readonly kind: string | undefined;
  readonly isInside: boolean;
}

/** Claims everything after the title; where no mark ends the title, first finds where it ends. */
function claimAround(tape: Tape, marked: TitlePlace, head: Head, heading: string | undefined): Around {
  const { text } = tape;
  const isThesisLike = heading === 'thesis' || isThesisDeposit(tape);
  const place = marked.isOpen ? closed(tape, marked, head, isThesisLike) : marked;
  tape.taken.fill(1, place.start, place.end);
  if (marked.rule === 'title-quoted') tape.taken.fill(1, place.end, place.after);
  let from = claimTranslated(tape, place.after);
  if (place.rule === 'title-review') from = claimReviewed(tape, from);
  else claimBracketedImprint(tape, from);
  if (!head.names && !tape.first('with')) from = claimNamesAfter(tape, from);
  claimNotes(tape, from);
  const container = claimContainer(tape, from);
  const kind = claimKindWords(tape, from);
  const hadContainer = tape.first('container') !== undefined;
  claimNumbers(tape, hadContainer ? container.after : from, text.length);
  if (hadContainer) claimNumbers(tape, from, container.after);
  const numbered = tape.first('volume') !== undefined || tape.first('issue') !== undefined;
  const isThesis =
    kind === 'thesis' || tape.first('supervisors') !== undefined || (isThesisLike && !hadContainer);
  // Without a number or a date nothing shows that the words after the title are a journal.
  const isPlaced = numbered || tape.first('pages') !== undefined || tape.first('date') !== undefined;
  const isSpoken = kind === 'talk' || kind === 'poster';
  if (!hadContainer && !isThesis && !isSpoken && isPlaced && place.rule !== 'title-italic')
    claimPlainContainer(tape, from, {
      isJournal: numbered || tape.first('pages') !== undefined || endsInRange.test(tape.free(from)),
      isQuoted: place.rule === 'title-quoted',
    });
  if (tape.first('container')) claimBare(tape, container.after, text.length);
  else if (head.names && marked.rule !== 'title-plain') claimRange(tape, from);
  const isBook = container.isInside || isThesis || (!tape.first('container') && !numbered && !isSpoken);
  claimPublisher(tape, container.after, { isBook, isThesis });
  return { place, kind, isInside: container.isInside };
}

/** `(« Le journalisme … »)` after the title: the same in another language. */
function claimTranslated(tape: Tape, from: number): number {
  const { text } = tape;
  const at = from + (matchAt(/\s*[([]\s*/y, text, from)?.[0].length ?? 0);
  const end = at > from && opensQuote(text[at]) ? quoteEnd(text, at) : undefined;
  const close = end === undefined ? undefined : matchAt(/\s*[)\]]/y, text, end + 1);
  if (end === undefined || !close) return from;
  tape.claim('translated', at + 1, end, 'title-translated');
  const after = end + 1 + close[0].length;
  tape.taken.fill(1, from, after);
  return after;
}

/** A title first, then its authors. */
function claimNamesAfter(tape: Tape, from: number): number {
  const { text } = tape;
  const at =
    from +
    (matchAt(
      /[\s,.;:–—|-]*(?:(?:(?:par|by),?|de|auteurs?\s?:|authors?\s?:)\s+(?=\p{Lu}))?/iuy,
      text,
      from,
    )?.[0].length ?? 0);
  const list = namesAt(text, at);
  if (!list || !tape.isFree(at, list.end)) return from;
  const isAlone = /^\s*(?:[.,;:(\n]|$)/.test(text.slice(list.end));
  const isStyled = tape.styles.some(
    ({ kind, start }) => kind === 'italic' && start >= at && start < list.end,
  );
  if (!isAlone || isStyled) return from;
  tape.claim('authors', at, list.end, 'names-after-title');
  tape.taken.fill(1, from, at);
  return list.end;
}

/** `ApJ, 660, 1118`: a journal and its numbers; the notice has no title. */
const numbersOnly = /^\S{1,10}(?:\s\S{1,10}){0,3},?\s\d{1,4},\s?[A-Z]?\d{1,6}$/u;

function claimTitle(tape: Tape, { start, end, rule }: TitlePlace): Reading['title'] {
  const words = titleWords(tape.text.slice(start, end));
  if (!/\p{L}{2}/u.test(words) || numbersOnly.test(words)) return undefined;
  tape.claim('title', start, end, rule, { value: words });
  return { words, start, rule };
}

function linksOf(tape: Tape): Reading['links'] {
  return tape.styles.flatMap(({ kind, start, end, target }) => {
    const address = kind === 'link' ? absolute(target) : undefined;
    return address && !isLabel(tape.text.slice(start, end)) ? [{ start, address }] : [];
  });
}

const freeWords = /[^\u0001]+/g;

/** What is left: words between the claims, but not the signs and small words that join them. */
function openOf(tape: Tape): Reading['open'] {
  const found: { start: number; words: string }[] = [];
  for (const { 0: words, index } of matches(freeWords, tape.free())) {
    const trimmed = words.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '').replace(/\s+/g, ' ');
    if (!/[\p{L}\p{N}]{2}|\d/u.test(trimmed)) continue;
    if (
      /^(?:et|and|in|dans|avec|with|à|p|pp|n|no|vol|le|la|les|the|chap|dir|eds?|de|du|and summary in|pdf|url|doi)$/i.test(
        trimmed,
      )
    )
      continue;
    found.push({ start: index + words.indexOf(trimmed[0] ?? ''), words: trimmed });
  }
  return found;
}

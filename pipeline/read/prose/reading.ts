import { absolute, claimBullet, claimIdentifiers, isLabel } from './anchors.ts';
import { claimContainer, claimPlainContainer } from './container.ts';
import { claimHead, type Head } from './head.ts';
import { isImprint } from './imprint.ts';
import { inlineOf, plainOf } from './inline.ts';
import { claimKindWords, isReview, type Kind, kindOf, kindWordsAt } from './kind.ts';
import { claimNotes } from './notes.ts';
import { claimBare, claimNumbers, claimRange, firstNumber } from './numbers.ts';
import { namesAt } from './people.ts';
import { claimPublisher } from './publisher.ts';
import { isPlace, isPublisher } from './publishers.ts';
import { Tape } from './tape.ts';
import { type TitlePlace, titlePlace, titleWords } from './title.ts';
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
  const said = place ? claimAround(tape, place, head) : undefined;
  const title = place ? claimTitle(tape, said?.place ?? place) : undefined;
  const kind = kindOf(tape, {
    said: said?.kind,
    heading,
    isInside: said?.isInside ?? false,
    title: title?.words ?? '',
  });
  return { tape, order, at: marked.at, title, kind, links: linksOf(tape), open: openOf(tape) };
}

interface Around {
  readonly place: TitlePlace;
  readonly kind: string | undefined;
  readonly isInside: boolean;
}

/** Claims everything after the title; where no mark ends the title, first finds where it ends. */
function claimAround(tape: Tape, marked: TitlePlace, head: Head): Around {
  const { text } = tape;
  const place = marked.isOpen ? closed(tape, marked, head) : marked;
  tape.taken.fill(1, place.start, place.end);
  if (marked.rule === 'title-quoted') tape.taken.fill(1, place.end, place.after);
  let from = claimTranslated(tape, place.after);
  if (!head.names) from = claimNamesAfter(tape, from);
  claimNotes(tape, from);
  const container = claimContainer(tape, from);
  const kind = claimKindWords(tape, from);
  const hadContainer = tape.first('container') !== undefined;
  claimNumbers(tape, hadContainer ? container.after : from, text.length);
  if (hadContainer) claimNumbers(tape, from, container.after);
  const numbered = tape.first('volume') !== undefined || tape.first('issue') !== undefined;
  const isThesis = kind === 'thesis' || tape.first('supervisors') !== undefined;
  // Without a number or a date nothing shows that the words after the title are a journal.
  const isPlaced = numbered || tape.first('pages') !== undefined || tape.first('date') !== undefined;
  if (!hadContainer && !isThesis && isPlaced && place.rule !== 'title-italic')
    claimPlainContainer(tape, from, {
      isJournal: numbered || tape.first('pages') !== undefined,
      isQuoted: place.rule === 'title-quoted',
    });
  if (tape.first('container')) claimBare(tape, container.after, text.length);
  else if (head.names && marked.rule !== 'title-plain') claimRange(tape, from);
  const isBook = container.isInside || isThesis || (!tape.first('container') && !numbered);
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
    (matchAt(/[\s,.;:–—|-]*(?:(?:par|by|de|auteurs?\s?:|authors?\s?:)\s+(?=\p{Lu}))?/iuy, text, from)?.[0]
      .length ?? 0);
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

/** Where a title without any mark ends: before the journal, which stands before the first number. */
function closed(tape: Tape, place: TitlePlace, head: Head): TitlePlace {
  const { text } = tape;
  const number = firstNumber(text, place.start, place.end, isReview(text.slice(place.start, place.end)));
  const whole = text.slice(place.start, number ?? place.end);
  const kind = kindWordsAt(whole);
  const stretch = kind ? whole.slice(0, kind.at) : whole;
  const isNumbered =
    number !== undefined && !/^\(?(?:1[6-9]|20)\d\d[a-h]?(?!\/)/.test(text.slice(number).trimStart());
  const comma = isReview(stretch) ? commaBefore(stretch) : undefined;
  const length =
    comma ?? (kind && kind.type !== 'talk' ? trimmedLength(stretch) : titleLength(stretch, head, isNumbered));
  const end = place.start + length;
  return { ...place, end, after: end };
}

const trimmedLength = (stretch: string) => stretch.replace(/[\s,;:(–—-]+$/, '').length;

function titleLength(stretch: string, head: Head, isNumbered: boolean): number {
  const pieces = sentences(stretch);
  const [first] = pieces;
  if (!first) return stretch.length;
  // `Titre. Paris, Seuil`, `Titre ? Sous-titre. A. Nom et B. Nom, Paris`: names, places and publishers are no titles.
  const other = pieces.findIndex(
    ({ start, end }, index) => index > 0 && isImprint(stretch.slice(start, end)),
  );
  const sentence = other > 0 ? (pieces[other - 1]?.end ?? first.end) : undefined;
  const part = imprintAfterComma(stretch);
  if (sentence !== undefined || part !== undefined)
    return Math.min(sentence ?? stretch.length, part ?? stretch.length);
  const last = pieces.at(-1);
  const isAsked = last !== undefined && /[?!]\s*$/.test(stretch.slice(0, last.start));
  if (pieces.length === 1 || (isAsked && !isNumbered && pieces.length === 2)) {
    const comma = commaBefore(stretch);
    return !head.isStopped && comma !== undefined ? comma : trimmedLength(stretch);
  }
  // `Titre. Sous-titre. Revue 12`: the last sentence before the numbers is the journal.
  let journal = pieces.length - 1;
  // `J. Bot. Soc. Bot. France`: the stops of abbreviations end no sentence.
  while (journal > 1 && isShortened(stretch, pieces[journal - 1])) journal -= 1;
  return pieces[journal - 1]?.end ?? first.end;
}

function isShortened(stretch: string, piece: { start: number; end: number } | undefined): boolean {
  const words = piece ? stretch.slice(piece.start, piece.end).split(/[\s.]+/) : [];
  return words.length <= 3 && words.every((word) => word.length <= 6 && /^\p{Lu}/u.test(word));
}

const commaWords = /,\s+(?=\p{L})/gu;

/** `Titre, collection Repères`, `Titre, Paris, Seuil`: where the title ends before an imprint. */
function imprintAfterComma(stretch: string): number | undefined {
  for (const { index } of matches(commaWords, stretch)) {
    const part =
      stretch
        .slice(index + 1)
        .trimStart()
        .split(/[,.]/)[0] ?? '';
    if (/^(?:coll(?:ection)?|série)\s/iu.test(part) || isPlace(part.trim()) || isPublisher(part))
      return index;
  }
  return undefined;
}

/** `Titre, Revue, 12`: the last part after a comma. */
function commaBefore(stretch: string): number | undefined {
  const whole = stretch.slice(0, trimmedLength(stretch));
  const comma = whole.lastIndexOf(', ');
  return comma > 8 && /^\p{Lu}|^l['’]\p{Lu}/u.test(whole.slice(comma + 2)) ? comma : undefined;
}

const sentenceEnd =
  /(?<!(?:^|[\s(])(?:\p{Lu}|St|vs|cf|etc|ed|éd|vol|coll|dir|coord|Int|Rev|Proc|Ann|Bull|Soc|Sci|Am|Eur|Trans))\.(?:\s+(?=[\p{Lu}«“"\d])|\s*$)|[?!]\s+(?=\p{Lu}\p{L}+)/gu;

/** The sentences of a stretch; an abbreviation or an initial ends none. */
function sentences(stretch: string): readonly { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const { 0: stop, index } of matches(sentenceEnd, stretch)) {
    const end = index + (stop.startsWith('.') ? 0 : 1);
    if (end - start > 2) found.push({ start, end });
    start = index + stop.length;
  }
  if (/\p{L}{2}/u.test(stretch.slice(start)))
    found.push({ start, end: stretch.replace(/[\s,;(]+$/, '').length });
  return found;
}

function claimTitle(tape: Tape, { start, end, rule }: TitlePlace): Reading['title'] {
  const words = titleWords(tape.text.slice(start, end));
  if (!/\p{L}{2}/u.test(words)) return undefined;
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

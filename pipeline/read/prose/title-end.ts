import { asideAt } from './beside-title.ts';
import type { Head } from './head.ts';
import { isImprint } from './imprint.ts';
import { journalEnding } from './journals.ts';
import { isReview, kindWordsAt } from './kind.ts';
import { firstNumber } from './numbers.ts';
import { isInstitution, isPlace, isPublisher, startsWithPlace } from './publishers.ts';
import type { Tape } from './tape.ts';
import type { TitlePlace } from './title-place.ts';
import { matches } from './words.ts';

/** Where a title without any mark ends: before the journal, which stands before the first number. */
export function closed(tape: Tape, place: TitlePlace, head: Head, isThesis: boolean): TitlePlace {
  const { text } = tape;
  const thesis = isThesis ? thesisAt(tape, place) : undefined;
  if (thesis) return thesis;
  const number = firstNumber(text, place.start, place.end, isReview(text.slice(place.start, place.end)));
  const whole = text.slice(place.start, number ?? place.end);
  const kind = kindWordsAt(whole);
  const aside = asideAt(text.slice(place.start, place.end));
  const cut = Math.min(kind?.at ?? whole.length, aside ?? whole.length);
  const stretch = whole.slice(0, cut);
  const numbers = number === undefined ? '' : text.slice(number, number + 120).trimStart();
  const comma = isReview(stretch) ? commaBefore(stretch) : undefined;
  // What is said beside it or of its kind ends a title: no journal is in it.
  const isCut = aside === cut || (kind !== undefined && kind.type !== 'talk');
  const length = comma ?? titleLength(stretch, { ...head, ...numbersSay(numbers), isCut });
  const end = place.start + length;
  return { ...place, end, after: end };
}

/** What the numbers after a title and what holds it say of both. */
interface Numbers {
  /** They begin with a volume, an issue or pages, not with a year. */
  readonly isNumbered: boolean;
  /** Pages from … to: something holds the work. */
  readonly isPaged: boolean;
  /** A number of pages in all, as books have. */
  readonly isTotal: boolean;
}

function numbersSay(numbers: string): Numbers {
  const isPaged = /(?<!\d)\d{1,4}\s?[-‐‑–—]\s?\d{1,4}(?!\d)|(?<!\p{L})pp?\.\s?\d/u.test(
    numbers.replace(/^\D?(?:1[6-9]|20)\d\d/, ''),
  );
  return {
    isNumbered:
      numbers !== '' &&
      !/^\d{1,4}\s?p(?:ages?|\.)?(?!\p{L})/u.test(numbers) &&
      !/^\(?(?:1[6-9]|20)\d\d[a-h]?(?!\/)/.test(numbers),
    isPaged,
    isTotal: !isPaged && /(?<!\d)\d{2,4}\s?p(?:ages|\.)?(?!\p{L})/u.test(numbers),
  };
}

/** `Titre. Discipline. Université Rennes 2, 2017`: HAL's order for a thesis. */
function thesisAt(tape: Tape, place: TitlePlace): TitlePlace | undefined {
  const stretch = tape.text.slice(place.start, place.end);
  const pieces = sentences(stretch);
  const at = pieces.findIndex(
    ({ start, end }, index) => index > 0 && isInstitution(stretch.slice(start, end).split(',')[0] ?? ''),
  );
  const [last, before] = [pieces[at - 1], pieces[at - 2]];
  if (!last) return undefined;
  const isDiscipline =
    before !== undefined && stretch.slice(last.start, last.end).trim().split(/\s+/).length <= 6;
  if (isDiscipline)
    tape.claim('kind', place.start + last.start, place.start + last.end, 'discipline-of-thesis', {
      inferred: true,
    });
  const end = place.start + (isDiscipline ? before : last).end;
  return { ...place, end, after: end };
}

const trimmedLength = (stretch: string) => stretch.replace(/[\s,;:(–—-]+$/, '').length;

interface Piece {
  readonly start: number;
  readonly end: number;
}

type Surely = Numbers & Pick<Head, 'isStopped' | 'names'> & { readonly isCut: boolean };

function titleLength(stretch: string, said: Surely): number {
  const named = journalEnding(stretch);
  if (named !== undefined && named > 8) return trimmedLength(stretch.slice(0, named).replace(/[\s.]+$/, ''));
  const pieces = sentences(stretch);
  const [first] = pieces;
  if (!first) return stretch.length;
  const imprint = imprintAt(stretch, pieces, said);
  if (imprint !== undefined) return imprint;
  if (said.isCut) return trimmedLength(stretch);
  const comma = commaBefore(stretch);
  // `C. Perrin, Titre. Sous-titre, Revue, 12`: where commas part the names from the title, so they do the journal.
  const isParted = said.names !== undefined && !said.isStopped;
  if (isParted && said.isNumbered && comma !== undefined) return comma;
  const last = pieces.at(-1);
  const isAsked = last !== undefined && /[?!]\s*$/.test(stretch.slice(0, last.start));
  if (pieces.length === 1 || (isAsked && !said.isNumbered && pieces.length === 2))
    return !said.isStopped && comma !== undefined ? comma : trimmedLength(stretch);
  // `Titre. Une longue suite, 108 p.`: a book has no journal, and few words are those of its publisher.
  if (said.isTotal && !said.isNumbered && last && isSubtitle(stretch.slice(last.start, last.end)))
    return trimmedLength(stretch);
  // `Titre. Sous-titre. Revue 12`: the last sentence before the numbers is the journal.
  let journal = pieces.length - 1;
  // `J. Bot. Soc. Bot. France`: the stops of abbreviations end no sentence.
  while (journal > 1 && isShortened(stretch, pieces[journal - 1])) journal -= 1;
  return pieces[journal - 1]?.end ?? first.end;
}

/** `Titre. Revue, Éditeur, 2013, 45 (3), pp.12-30`, HAL's order: the sentence before the publisher is the journal. */
function lastBefore(pieces: readonly Piece[], part: number): number | undefined {
  const at = pieces.findLastIndex(({ start }) => start < part);
  return pieces[at - 1]?.end;
}

const isSubtitle = (words: string) =>
  words.split(/\s+/).length > 4 || /^(?:une?|des|pour|vers|entre|comment|a|an|towards?|how)\s/iu.test(words);

/** `Titre. Paris, Seuil`, `Titre ? Sous-titre. A. Nom et B. Nom, Paris`: names, places and publishers are no titles. */
function imprintAt(stretch: string, pieces: readonly Piece[], said: Surely): number | undefined {
  const other = pieces.findIndex(
    (piece, index) =>
      index > 0 &&
      isImprint(stretch.slice(piece.start, piece.end)) &&
      !isShortened(stretch, pieces[index - 1]),
  );
  const sentence = other > 0 ? pieces[other - 1]?.end : undefined;
  const part = imprintAfterComma(stretch);
  if (part === undefined || (sentence ?? part) < part) return sentence;
  if (said.isStopped) {
    const last = lastBefore(pieces, part);
    if (last === undefined || said.isPaged) return last ?? part;
    // `Titre. Rives-Bleues, Rennes, 1986`: a publisher whom nobody knows, before the place.
    const house = stretch.slice(last, part).replace(/^[\s.]+/, '');
    return /^(?:\p{Lu}[\p{L}&.-]*(?:,?\s|$)){1,3}$/u.test(house) ? last : part;
  }
  const before = stretch.slice(0, part);
  const held = commaBefore(before);
  if (held === undefined) return part;
  // Pages from … to: what stands before the place is the book that holds the work.
  if (said.isPaged && said.names) return held;
  // `Titre, Rives-Bleues, Rennes, 1984`: a publisher whom nobody knows, before the place.
  const rest = stretch
    .slice(part + 1)
    .replace(/[\s,(]+$/, '')
    .trim();
  const house = before.slice(held + 1).trim();
  const isHouse =
    isPlace(rest) && house.split(/\s+/).length <= 3 && !/^(?:les?|la|une?|the|an?)\s/iu.test(house);
  return isHouse ? held : part;
}

function isShortened(stretch: string, piece: Piece | undefined): boolean {
  const words = piece ? stretch.slice(piece.start, piece.end).split(/[\s.]+/) : [];
  return words.length <= 3 && words.every((word) => word.length <= 6 && /^\p{Lu}/u.test(word));
}

const commaWords = /,\s+(?=\p{L})/gu;

/** `Titre, collection Repères`, `Titre, Paris, Seuil`: where the title ends before an imprint. */
function imprintAfterComma(stretch: string): number | undefined {
  for (const { index } of matches(commaWords, stretch)) {
    const rest = stretch.slice(index + 1).trimStart();
    const [part = ''] = rest.split(/[,.]/, 1);
    // `Modernité, fantôme, Japon. Paris, Seuil`: a place that ends the title, for another follows.
    const after = rest.slice(part.length);
    if (isPlace(part.trim()) && after.startsWith('.') && startsWithPlace(after.slice(1).trim())) continue;
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
  /(?<!(?:^|[\s(.])(?:\p{Lu}|St|vs|cf|etc|ed|éd|vol|coll|dir|coord|Int|Rev|Proc|Ann|Bull|Soc|Sci|Am|Eur|Trans))\.(?:\s+(?=[\p{Lu}«“"\d])|\s*$)|[?!]\s+(?=\p{Lu}\p{L}+)/gu;

/** The sentences of a stretch; an abbreviation or an initial ends none. */
function sentences(stretch: string): readonly Piece[] {
  const found: Piece[] = [];
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

import type { Head } from './head.ts';
import { isImprint } from './imprint.ts';
import { isReview, kindWordsAt } from './kind.ts';
import { firstNumber } from './numbers.ts';
import { isInstitution, isPlace, isPublisher } from './publishers.ts';
import type { Tape } from './tape.ts';
import type { TitlePlace } from './title.ts';
import { matches } from './words.ts';

/** Where a title without any mark ends: before the journal, which stands before the first number. */
export function closed(tape: Tape, place: TitlePlace, head: Head, isThesis: boolean): TitlePlace {
  const { text } = tape;
  const thesis = isThesis ? thesisAt(tape, place) : undefined;
  if (thesis) return thesis;
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

import { imprintIn } from './bracketed-imprint.ts';
import { isReview } from './kind.ts';
import { isPlace, isPublisher } from './publishers.ts';
import type { Tape } from './tape.ts';
import type { TitlePlace } from './title-place.ts';

/** Numbers right after italics: those are the journal, and the reviewed book is in plain words. */
const numbered = /^[\s,.;(]*(?:n\s?[°º]|no\.|vol|t\.|tome|\d|[IVXLC]+\b|printemps|été|automne|hiver)/iu;

/** `Compte rendu de Marc Leroy, _Les rivières_, …`: the reviewed book in italics ends the title. */
export function reviewAt(tape: Tape, at: number): TitlePlace | undefined {
  const { text } = tape;
  if (!isReview(text.slice(at, at + 60))) return undefined;
  const [book, journal] = tape.styles.filter(
    ({ kind, start, end }) =>
      kind === 'italic' &&
      start > at &&
      end - start > 2 &&
      tape.isFree(start, end) &&
      /\p{L}{2}/u.test(text.slice(start, end)),
  );
  if (!book || book.start - at > 200) return undefined;
  if (!journal && numbered.test(text.slice(book.end, book.end + 30))) return undefined;
  return { start: at, end: book.end, rule: 'title-review', after: book.end };
}

/** The language of the words before the names of a review; the reviewed book may be in another. */
export function reviewTongue(title: string): string | undefined {
  if (!isReview(title)) return undefined;
  if (/^(?:compte|recension|note|à propos|lecture)(?![\p{L}])/iu.test(title)) return 'fr';
  return /^(?:book )?review/i.test(title) ? 'en' : undefined;
}

/** Claims what the notice of a review says of the reviewed book: its publisher and year. Gives where that ends. */
export function claimReviewed(tape: Tape, from: number): number {
  const { text } = tape;
  const journal = tape.styles.find(({ kind, start }) => kind === 'italic' && start >= from);
  const end = journal?.start ?? plainEnd(text, from);
  if (end <= from || !tape.isFree(from, end)) return from;
  const lead = /^[\s,.;:]*/.exec(text.slice(from, end))?.[0].length ?? 0;
  const words = text.slice(from + lead, end).replace(/[\s,.;:]+(?:(?:in|dans)\s*)?$/i, '');
  if (!/[\p{L}\d]/u.test(words)) return from;
  tape.claim('note', from + lead, from + lead + words.length, 'other-work');
  return from + lead + words.length;
}

/** Where places, publishers, a year and pages in all end, before a journal in plain words. */
function plainEnd(text: string, from: number): number {
  const bracket = imprintIn(text, from);
  if (bracket && bracket.start - from < 4) return bracket.end;
  let at = from;
  for (const part of text.slice(from).split(/(?<=,)/)) {
    const words = part.replace(/^[\s,:]+|[\s,.]+$/g, '');
    const isOfBook =
      words === '' ||
      isPlace(words) ||
      isPublisher(words) ||
      /^(?:(?:19|20)\d\d|\d{1,4}\s?p(?:ages|\.)?)$/i.test(words);
    if (!isOfBook) break;
    at += part.length;
  }
  return at;
}

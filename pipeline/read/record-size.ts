import { type Piece, Unreadable } from './reader.ts';

// The records of the largest collaborations, with thousands of authors, are half as long at most.
const longest = 16_000_000;

/** The piece, unless it is longer than any record of one work: what is would only exhaust the machine. */
export function ofBearableSize(piece: Piece): Piece {
  refuseLonger(piece.text.length);
  return piece;
}

/** Refuses a record of more characters than any of one work has. */
export function refuseLonger(length: number): void {
  if (length <= longest) return;
  const millions = longest / 1_000_000;
  throw new Unreadable({
    fr: `notice de plus de ${millions} millions de caractères`,
    en: `record of more than ${millions} million characters`,
  });
}

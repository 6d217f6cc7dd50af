import type { LangText } from '../base/work.ts';
import { isObject, keep, type Part } from './json-part.ts';

/**
 * The abstract, from the words and the positions where each stands. Positions are only an order: one that is far off
 * makes no gap and needs no room.
 */
export function abstractOf(record: Part): LangText | undefined {
  const index = record.of.abstract_inverted_index;
  if (index === undefined || index === null) return undefined;
  const placed = isObject(index) ? placedWords(index) : undefined;
  if (!placed) {
    keep(record, 'abstract_inverted_index', index);
    return undefined;
  }
  placed.sort(([a], [b]) => a - b);
  const value = placed
    .map(([, word]) => word)
    .join(' ')
    .trim();
  return value === '' ? undefined : { value };
}

type Placed = readonly [position: number, word: string];

/** Undefined when something in it is no position. */
function placedWords(index: Readonly<Record<string, unknown>>): Placed[] | undefined {
  const placed: Placed[] = [];
  for (const word in index) {
    const positions: unknown = index[word];
    if (!Array.isArray(positions)) return undefined;
    for (const position of positions as readonly unknown[]) {
      if (typeof position !== 'number' || !Number.isInteger(position) || position < 0) return undefined;
      placed.push([position, word]);
    }
  }
  return placed;
}

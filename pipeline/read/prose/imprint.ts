import { namesAt } from './people.ts';
import { isPublisher, startsWithPlace } from './publishers.ts';

/** Whether words begin with what no title does: a place, a publisher, several names. */
export const isImprint = (words: string) =>
  isPublisher(words.split(',')[0] ?? '') ||
  startsWithPlace(words) ||
  (namesAt(words, 0)?.names.length ?? 0) >= 2;

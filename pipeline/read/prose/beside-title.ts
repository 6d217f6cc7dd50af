import { imprintIn } from './bracketed-imprint.ts';
import { editorsSaid } from './container.ts';
import { matches } from './words.ts';

const others = /\((?:en collab\S* avec|avec|with|in collaboration with)\s+(?=\p{Lu})/giu;

/** Where what is said beside a title begins, though no sign ends it: its editors, others, an imprint in brackets. */
export function asideAt(words: string): number | undefined {
  const places = [editorsSaid, others].flatMap((pattern) =>
    [...matches(pattern, words)].map(({ index }) => index),
  );
  const bracket = imprintIn(words)?.start;
  const found = [...places, ...(bracket === undefined ? [] : [bracket])].filter((index) => index > 8);
  return found.length === 0 ? undefined : Math.min(...found);
}

import { fold } from '../base/fold.ts';

// The seven vocabularies of a page say the same names and titles, and each list is compared with each.
const longest = 200;
const most = 500;

/** The same function, which remembers what it made of the last short texts, no more than a few pages say. */
export function remembering<Made extends {}>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (made.size >= most) made.clear();
    if (text.length <= longest) made.set(text, value);
    return value;
  };
}

/** A text folded for comparing, as `fold` does. */
export const folded = remembering(fold);

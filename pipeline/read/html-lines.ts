import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Tags } from './html-tree.ts';

/**
 * On which lines elements of a page begin, told by its tags: the third `meta` of the tree is the third of the text.
 * Asked for places, parse5 takes half as long again, and most of a page is asked for none. One line for each element, 1
 * for those that are not asked for; undefined when the text has more or fewer tags of such a name than the tree has
 * elements: some stand in a `template` or a `noscript`.
 */
export function linesOf(
  elements: readonly Tree.Element[],
  isAsked: (element: Tree.Element) => boolean,
  { text, starts }: Tags,
): readonly number[] | undefined {
  const counts = new Map<string, Count>();
  const places: Place[] = [];
  let index = 0;
  for (const element of elements) {
    const { tagName } = element;
    let count = counts.get(tagName);
    if (!count) {
      count = { starts: starts.get(tagName) ?? [], seen: 0, isAsked: false };
      counts.set(tagName, count);
    }
    if (isAsked(element)) {
      count.isAsked = true;
      places.push({ index, at: count.starts[count.seen] ?? -1 });
    }
    count.seen += 1;
    index += 1;
  }
  for (const count of counts.values())
    if (count.isAsked && count.seen !== count.starts.length) return undefined;
  return linesAt(places, text, elements.length);
}

/** The tags of a name, and how many elements of the tree have had theirs. */
interface Count {
  readonly starts: readonly number[];
  seen: number;
  isAsked: boolean;
}

/** Where an element begins in the text. */
interface Place {
  readonly index: number;
  readonly at: number;
}

/** Places as lines; in their own order, for the tree may have them in another. */
function linesAt(places: Place[], text: string, count: number): readonly number[] {
  const lines: number[] = Array(count).fill(1);
  let line = 1;
  let past = 0;
  for (const { index, at } of places.sort((a, b) => a.at - b.at)) {
    for (; past < at; past += 1) if (isLineEnd(text, past)) line += 1;
    lines[index] = line;
  }
  return lines;
}

/** As HTML counts (section 13.2.3.5): a carriage return ends a line too, unless a line feed follows. */
function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a);
}

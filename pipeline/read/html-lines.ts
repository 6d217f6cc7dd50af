import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Tags } from './html-tree.ts';

/**
 * On which lines elements of a page begin, told by its tags: the third `meta` of the tree is the third of the text.
 * Asked for places, parse5 takes half as long again, and most of a page is asked for none. Undefined when the text has
 * more or fewer tags of such a name than the tree has elements: some stand in a `template` or a `noscript`.
 */
export function linesOf(
  elements: readonly Tree.Element[],
  isAsked: (element: Tree.Element) => boolean,
  { text, starts }: Tags,
): ReadonlyMap<Tree.Element, number> | undefined {
  const found = new Map<Tree.Element, number>();
  const seen = new Map<string, number>();
  const names = new Set<string>();
  for (const element of elements) {
    const { tagName } = element;
    const before = seen.get(tagName) ?? 0;
    seen.set(tagName, before + 1);
    if (!isAsked(element)) continue;
    names.add(tagName);
    found.set(element, starts.get(tagName)?.[before] ?? -1);
  }
  for (const name of names) if (seen.get(name) !== starts.get(name)?.length) return undefined;
  return linesAt(found, text);
}

/** Places as lines; in their own order, for the tree may have them in another. */
function linesAt(places: ReadonlyMap<Tree.Element, number>, text: string): ReadonlyMap<Tree.Element, number> {
  const lines = new Map<Tree.Element, number>();
  let line = 1;
  let at = 0;
  for (const [element, place] of [...places].sort(([, a], [, b]) => a - b)) {
    for (; at < place; at += 1) if (isLineEnd(text, at)) line += 1;
    lines.set(element, line);
  }
  return lines;
}

/** As HTML counts (section 13.2.3.5): a carriage return ends a line too, unless a line feed follows. */
function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a);
}

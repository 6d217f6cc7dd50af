import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree, type TreeAdapter } from 'parse5';
import { Unreadable } from './reader.ts';

// What a landing page never reaches, and a text made to exhaust a reader does.
const longest = 10_000_000;
const mostElements = 150_000;
const deepest = 500;
const mostAttributeWork = 300_000_000;

/** The tree of a page, with places or without; one that is too large, too deep or too thick is refused before it costs anything. */
export function treeOf({ text, work }: Tags, hasPlaces: boolean): Tree.Document {
  if (work > mostAttributeWork) throw tooLarge();
  grown.elements = 0;
  grown.depth = 0;
  return parse(text, { sourceCodeLocationInfo: hasPlaces, treeAdapter: bounded });
}

// How far the tree at hand has grown. One adapter serves all pages, for with a new one each time parse5 takes a fifth
// longer; pages are parsed one after the other.
const grown = { elements: 0, depth: 0 };

const bounded: TreeAdapter<Tree.DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  createElement(name, namespace, attributes) {
    grown.elements += 1;
    if (grown.elements > mostElements) throw tooLarge();
    return defaultTreeAdapter.createElement(name, namespace, attributes);
  },
  onItemPush() {
    grown.depth += 1;
    if (grown.depth > deepest) throw tooLarge();
  },
  onItemPop() {
    grown.depth -= 1;
  },
  // Nobody asks where an element ends, and parse5 looks for no end of what seems to have no beginning.
  getNodeSourceCodeLocation: () => undefined,
};

/** Elements whose content is no markup. */
const raw: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'textarea', 'title'].map((name) => [name, new RegExp(`</${name}`, 'gi')]),
);

/** The tags of a page, found by a look at its text alone. */
export interface Tags {
  readonly text: string;
  /** Where the start tags of each name begin. */
  readonly starts: ReadonlyMap<string, readonly number[]>;
  /** parse5 compares each attribute of a tag with all before it: how many comparisons the text asks for. */
  readonly work: number;
}

/** The tags of a page that is not too large to be one. */
export function tagsOf(text: string): Tags {
  if (text.length > longest) throw tooLarge();
  const starts = new Map<string, number[]>();
  let work = 0;
  let at = text.indexOf('<');
  while (at >= 0 && work <= mostAttributeWork) {
    const comment = text.startsWith('<!--', at) ? text.indexOf('-->', at) : undefined;
    const name = comment === undefined ? nameAt(text, at + 1) : '';
    if (comment !== undefined) at = comment;
    else if (name !== '') {
      const begun = starts.get(name);
      if (begun) begun.push(at);
      else starts.set(name, [at]);
      const { end, attributes } = tagAt(text, at);
      work += (attributes * attributes) / 2;
      at = endOf(raw.get(name), text, end);
    }
    at = at < 0 ? -1 : text.indexOf('<', at + 1);
  }
  return { text, starts, work };
}

/** The name of a tag in lower case, after `/` where one ends; empty for what is no tag. */
function nameAt(text: string, start: number): string {
  const first = text.charCodeAt(start) === 0x2f ? start + 1 : start;
  if (!isLetter(text.charCodeAt(first))) return '';
  let end = first + 1;
  while (isNamePart(text.charCodeAt(end)) && end < start + longestName) end += 1;
  return text.slice(start, end).toLowerCase();
}

// No element that anybody asks for has a longer one.
const longestName = 20;

const isLetter = (code: number) => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isNamePart = (code: number) => isLetter(code) || (code >= 0x30 && code <= 0x39);

/** Where a raw element ends, or its tag does when it is not raw. */
function endOf(closing: RegExp | undefined, text: string, from: number): number {
  if (!closing) return from;
  closing.lastIndex = from;
  return (closing.exec(text)?.index ?? text.length + 1) - 1;
}

const isSpace = (code: number) => code <= 0x20 || code === 0x2f;

/** The end of a tag and how many attributes it has; a quotation mark only opens a value after `=`. */
function tagAt(text: string, start: number): { end: number; attributes: number } {
  let attributes = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3e) return { end: at, attributes };
    if (code === 0x3d) {
      while (at + 1 < text.length && text.charCodeAt(at + 1) <= 0x20) at += 1;
      const quote = text[at + 1];
      if (quote !== '"' && quote !== "'") continue;
      const end = text.indexOf(quote, at + 2);
      if (end < 0) break;
      at = end;
      if (!isSpace(text.charCodeAt(at + 1))) attributes += 1;
    } else if (isSpace(code) && !isSpace(text.charCodeAt(at + 1))) attributes += 1;
  }
  return { end: text.length, attributes };
}

function tooLarge(): Unreadable {
  return new Unreadable({
    fr: 'page trop grande ou trop imbriquée pour être celle d’une publication',
    en: 'the page is too large or too deeply nested to be that of a work',
  });
}

/** Every element in the order of the text; those of templates are none. */
export function elementsOf(document: Tree.Document): readonly Tree.Element[] {
  const elements: Tree.Element[] = [];
  const open: Tree.ChildNode[] = document.childNodes.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node)) continue;
    elements.push(node);
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child) open.push(child);
    }
  }
  return elements;
}

/** The value of an attribute. */
export function attributeOf(element: Tree.Element, name: string): string | undefined {
  // Asked a dozen times of each element: only a name with a prefix is put together.
  for (const { name: local, prefix, value } of element.attrs)
    if (local === name || (prefix && `${prefix}:${local}` === name)) return value;
  return undefined;
}

// Longer than any title or abstract.
const longestText = 50_000;

/** The text inside an element, white space as one space. */
export function textOf(element: Tree.Element): string {
  const pieces: string[] = [];
  let length = 0;
  const open: Tree.ChildNode[] = element.childNodes.toReversed();
  for (let node = open.pop(); node && length < longestText; node = open.pop()) {
    if ('value' in node) {
      pieces.push(node.value);
      length += node.value.length;
    } else if ('tagName' in node && node.tagName !== 'script' && node.tagName !== 'style') {
      // An element costs something too, so that a nest of empty ones ends.
      length += 10;
      if (node.tagName === 'br' || node.tagName === 'p') pieces.push(' ');
      for (const child of node.childNodes.toReversed()) open.push(child);
    }
  }
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

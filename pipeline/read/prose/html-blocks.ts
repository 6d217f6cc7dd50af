import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree, type TreeAdapter } from 'parse5';
import { Unreadable } from '../reader.ts';
import type { Block } from './block.ts';
import { fieldsBlock, nameFields } from './fields.ts';

const silent: ReadonlySet<string> = new Set(
  'script style template noscript iframe svg head button select textarea object canvas audio video math'.split(
    ' ',
  ),
);
const furniture: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'form', 'dialog']);
const blocks: ReadonlySet<string> = new Set(
  'p div li ul ol dl dt dd tr table tbody thead tfoot section article main header blockquote center figure figcaption address h1 h2 h3 h4 h5 h6 hr body html details summary pre'.split(
    ' ',
  ),
);
const inline: Readonly<Record<string, string>> = {
  em: 'em',
  i: 'em',
  cite: 'em',
  b: 'strong',
  strong: 'strong',
  a: 'a',
};
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const hiddenClass = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|hidden|d-none)(?:\s|$)/;

// More than any page of a lab; a text made to exhaust a reader has more.
const deepest = 400;
const mostElements = 1_000_000;

/** The blocks of a page in HTML, each with inline marks only; scripts, menus, footers and hidden text are apart. */
export function blocksOfHtml(text: string): readonly Block[] {
  return new Walk().read(documentOf(text));
}

function documentOf(text: string): Tree.Document {
  let elements = 0;
  let depth = 0;
  const tooLarge = () =>
    new Unreadable({
      fr: 'page trop grande ou trop imbriquée pour être une page de publications',
      en: 'the page is too large or too deeply nested to be a page of publications',
    });
  const treeAdapter: TreeAdapter<Tree.DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      elements += 1;
      if (elements > mostElements) throw tooLarge();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    onItemPush() {
      depth += 1;
      if (depth > deepest) throw tooLarge();
    },
    onItemPop() {
      depth -= 1;
    },
  };
  return parse(text, { sourceCodeLocationInfo: true, treeAdapter });
}

/** A walk through the tree of a page, with the block that is being put together. */
class Walk {
  readonly found: Block[] = [];
  pieces: string[] = [];
  line = 0;
  kind: Block['kind'] = 'paragraph';
  level: number | undefined;
  cells = 0;

  read(document: Tree.Document): readonly Block[] {
    for (const child of document.childNodes) this.node(child);
    this.end();
    return this.found;
  }

  node(node: Tree.ChildNode): void {
    if (node.nodeName === '#text' && 'value' in node) {
      this.words(node.value, node.sourceCodeLocation?.startLine ?? 1);
      return;
    }
    if (!('tagName' in node) || silent.has(node.tagName)) return;
    if (furniture.has(node.tagName) || isHidden(node) || isMenu(node)) {
      this.end();
      const words = textOf(node);
      if (words)
        this.found.push({ kind: 'hidden', line: node.sourceCodeLocation?.startLine ?? 1, source: words });
      return;
    }
    if (blocks.has(node.tagName)) this.block(node);
    else this.inline(node);
  }

  block(node: Tree.Element): void {
    this.end();
    if (node.tagName === 'table' && this.fields(node)) return;
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    this.kind = level
      ? 'heading'
      : node.tagName === 'li' || node.tagName === 'dd'
        ? 'item'
        : node.tagName === 'tr'
          ? 'row'
          : this.kindWithin(node);
    this.level = level ? Number(level) : undefined;
    this.cells = 0;
    for (const child of node.childNodes) this.node(child);
    this.end();
    this.kind = 'paragraph';
    this.level = undefined;
  }

  /** A table whose first row names fields: a record a row. */
  fields(table: Tree.Element): boolean {
    const [head, ...rows] = rowsOf(table).map((row) => ({ row, cells: cellsOf(row) }));
    const headings = head?.cells.map((cell) => new Walk().source(cell)) ?? [];
    if (!head || !nameFields(headings)) return false;
    for (const { row, cells } of rows) {
      const words = cells.map((cell) => new Walk().source(cell));
      if (words.some(Boolean))
        this.found.push(fieldsBlock(headings, words, row.sourceCodeLocation?.startLine ?? 1));
    }
    return true;
  }

  /** The words of an element with their marks. */
  source(node: Tree.Element): string {
    for (const child of node.childNodes) this.node(child);
    this.end();
    return this.found.map(({ source }) => source).join('\n');
  }

  /** The first paragraph of an item is the item. */
  kindWithin(node: Tree.Element): Block['kind'] {
    const parent = node.parentNode;
    const isFirst = parent && 'tagName' in parent && parent.tagName === 'li' && !this.hasItem(parent);
    return isFirst ? 'item' : 'paragraph';
  }

  hasItem(item: Tree.Element): boolean {
    const last = this.found.at(-1);
    return last !== undefined && last.line >= (item.sourceCodeLocation?.startLine ?? Number.MAX_SAFE_INTEGER);
  }

  inline(node: Tree.Element): void {
    const { tagName } = node;
    const isCell = tagName === 'td' || tagName === 'th';
    if (tagName === 'br') this.pieces.push('<br>');
    else if (isCell && this.pieces.some((piece) => piece.trim())) this.pieces.push('<br>');
    const name = inline[tagName] ?? (isSmallCapitals(node) ? 'small' : undefined);
    const href = tagName === 'a' ? attribute(node, 'href')?.trim() : undefined;
    if (name) this.pieces.push(tagName === 'a' ? `<a href="${attributeText(href ?? '')}">` : `<${name}>`);
    for (const child of node.childNodes) this.node(child);
    if (name) this.pieces.push(`</${name}>`);
  }

  words(text: string, line: number): void {
    // Line breaks of the source stay, for they tell on which line a value stands; they mean no more than a space.
    if (this.line === 0 && text.trim()) {
      const lead = /^\s*/.exec(text)?.[0] ?? '';
      this.line = line + lead.split('\n').length - 1;
    }
    this.pieces.push(escaped(text).replace(/[ \t\r\f\n]+/g, (space) => (space.includes('\n') ? '\n' : ' ')));
  }

  end(): void {
    const whole = this.pieces.join('').trim();
    const { line, kind, level } = this;
    this.pieces = [];
    this.line = 0;
    if (!/[\p{L}\p{N}]/u.test(whole.replace(/<[^>]*>/g, ''))) return;
    // Two line breaks in a row part paragraphs, where the editor of a site knows no other way.
    for (const [index, part] of whole.split(/(?:\s*<br>\s*){2,}/).entries()) {
      const source = part
        .replace(/\s*\n\s*/g, ' ')
        .replace(/\s*<br>\s*/g, '\n')
        .trim();
      if (source) this.found.push({ kind: index === 0 ? kind : 'paragraph', level, line, source });
    }
  }
}

const elements = (node: Tree.Element) =>
  node.childNodes.filter((child): child is Tree.Element => 'tagName' in child);

const rowsOf = (table: Tree.Element): readonly Tree.Element[] =>
  elements(table).flatMap((child) =>
    child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [],
  );

const cellsOf = (row: Tree.Element) =>
  elements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

/** What Markdown would take for a mark is escaped. */
function escaped(text: string): string {
  return text
    .replace(/[\\*_[\]]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

const attributeText = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function attribute(node: Tree.Element, name: string): string | undefined {
  return node.attrs.find((each) => each.name === name)?.value;
}

function isHidden(node: Tree.Element): boolean {
  if (node.attrs.length === 0) return false;
  return (
    attribute(node, 'hidden') !== undefined ||
    attribute(node, 'aria-hidden') === 'true' ||
    hiddenStyle.test(attribute(node, 'style') ?? '') ||
    hiddenClass.test(attribute(node, 'class') ?? '')
  );
}

/** The head of a page, a list of other pages. */
function isMenu(node: Tree.Element): boolean {
  const role = attribute(node, 'role');
  if (role === 'navigation' || role === 'banner' || role === 'contentinfo' || role === 'search') return true;
  const parent = node.parentNode;
  return node.tagName === 'header' && parent !== null && 'tagName' in parent && parent.tagName === 'body';
}

const isSmallCapitals = (node: Tree.Element) =>
  /small-caps/i.test(attribute(node, 'style') ?? '') ||
  /small-?caps|(?:^|\s)sc(?:\s|$)/i.test(attribute(node, 'class') ?? '');

const longestHidden = 2000;

function textOf(node: Tree.Element): string {
  const pieces: string[] = [];
  let length = 0;
  const open: Tree.ChildNode[] = node.childNodes.toReversed();
  for (let next = open.pop(); next && length < longestHidden; next = open.pop()) {
    if ('value' in next && next.nodeName === '#text') {
      pieces.push(next.value);
      length += next.value.length;
    } else if ('tagName' in next && !silent.has(next.tagName)) {
      pieces.push(' ');
      open.push(...next.childNodes.toReversed());
    }
  }
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

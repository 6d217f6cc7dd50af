import { decodeEntities } from '../../base/html-entities.ts';

/** How some words are set: what typography tells of them. */
export interface Style {
  readonly kind: 'italic' | 'bold' | 'small' | 'link';
  /** Offsets in the text; the end is not part of it. */
  readonly start: number;
  readonly end: number;
  readonly target?: string | undefined;
}

/** Plain words with the styles they were set in. A line break that the page made is `\n`. */
export interface Marked {
  readonly text: string;
  readonly styles: readonly Style[];
  /** For each character of the text, where it stands in the source. */
  readonly at: readonly number[];
}

type Kind = Style['kind'];
interface Open {
  readonly kind: Kind;
  readonly mark: string;
  readonly start: number;
  /** Where its mark stands in the source. */
  readonly from: number;
  readonly target?: string | undefined;
}

const tags: Readonly<Record<string, Kind>> = {
  em: 'italic',
  i: 'italic',
  cite: 'italic',
  b: 'bold',
  strong: 'bold',
  small: 'small',
  a: 'link',
};
const tag = /<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)\/?>/iy;
const mark = /\*{1,3}|_{1,3}/y;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,30});/iy;

/** Reads Markdown's and HTML's marks of words: emphasis, strong text, links, line breaks. Other tags are dropped. */
export function inlineOf(source: string, literal: ReadonlySet<number> = new Set()): Marked {
  const styles: Style[] = [];
  const at: number[] = [];
  const open: Open[] = [];
  let text = '';

  const put = (words: string, from: number): void => {
    for (let index = 0; index < words.length; index += 1) at.push(from);
    text += words;
  };
  const close = (index: number): void => {
    const [found] = open.splice(index, 1);
    if (found && text.length > found.start)
      styles.push({ kind: found.kind, start: found.start, end: text.length, target: found.target });
  };
  const readTag = (index: number, [whole, slash, name = '', attributes = '']: RegExpExecArray): number => {
    const kind = tags[name.toLowerCase()];
    if (name.toLowerCase() === 'br') put('\n', index);
    else if (kind && slash) {
      const found = open.findLastIndex(({ mark: by }) => by === name.toLowerCase());
      if (found >= 0) close(found);
    } else if (kind)
      open.push({
        kind,
        mark: name.toLowerCase(),
        start: text.length,
        from: index,
        target: hrefOf(attributes),
      });
    return index + whole.length;
  };

  const links = linksIn(source);
  for (let index = 0; index < source.length; ) {
    const char = source[index] ?? '';
    const link = links.get(index);
    if (link?.kind === 'open') {
      open.push({ kind: 'link', mark: '[', start: text.length, from: index, target: link.target });
      index += 1;
    } else if (link?.kind === 'close') {
      close(open.findLastIndex(({ mark: by }) => by === '['));
      index = link.end;
    } else if (link?.kind === 'skip') index = link.end;
    else if (char === '\\' && /[!-/:-@[-`{-~]/.test(source[index + 1] ?? '')) {
      put(source[index + 1] ?? '', index + 1);
      index += 2;
    } else if (char === '<') {
      const found = matchAt(tag, source, index);
      const address = found ? undefined : /^<(https?:\/\/[^\s<>]+)>/i.exec(source.slice(index, index + 2000));
      if (found) index = readTag(index, found);
      else if (address) {
        put(address[1] ?? '', index + 1);
        index += address[0].length;
      } else {
        put(char, index);
        index += 1;
      }
    } else if (char === '&') {
      const found = matchAt(entity, source, index)?.[0];
      put(found ? decodeEntities(found) : char, index);
      index += found?.length ?? 1;
    } else if (char === '*' || char === '_') {
      const found = matchAt(mark, source, index)?.[0] ?? char;
      const side = literal.has(index) ? 'none' : sideOf(source, index, found);
      const opened = open.findLastIndex(({ mark: by }) => by === found);
      if (side !== 'open' && side !== 'none' && opened >= 0) close(opened);
      else if (side === 'open' || side === 'either')
        open.push({
          kind: found.length >= 2 ? 'bold' : 'italic',
          mark: found,
          start: text.length,
          from: index,
        });
      else put(found, index);
      index += found.length;
    } else {
      put(char, index);
      index += 1;
    }
  }
  // A mark that nothing closes is a character of the text.
  const stray = open.filter(({ mark: by }) => /^[*_]/.test(by));
  if (stray.length > 0 && literal.size === 0) return inlineOf(source, new Set(stray.map(({ from }) => from)));
  return { text, styles: styles.sort((a, b) => a.start - b.start || b.end - a.end), at };
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}

/** Whether a mark can open, close, either or neither, by what stands around it (CommonMark, left- and right-flanking). */
function sideOf(source: string, index: number, found: string): 'open' | 'close' | 'either' | 'none' {
  const before = source[index - 1] ?? ' ';
  const after = source[index + found.length] ?? ' ';
  const isWord = (char: string) => /[\p{L}\p{N}]/u.test(char);
  if (found.startsWith('_') && isWord(before) && isWord(after)) return 'none';
  const opens = !/\s/.test(after);
  const closes = !/\s/.test(before);
  if (opens && closes) return isWord(after) && !isWord(before) ? 'open' : isWord(before) ? 'close' : 'either';
  return opens ? 'open' : closes ? 'close' : 'none';
}

type Edge =
  | { readonly kind: 'open'; readonly target: string }
  | { readonly kind: 'close'; readonly end: number }
  | { readonly kind: 'skip'; readonly end: number };

/** Where Markdown's `[words](address)` begin and end; pictures and `{#names}` are to be skipped. */
function linksIn(source: string): ReadonlyMap<number, Edge> {
  const edges = new Map<number, Edge>();
  const brackets: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const char = source[index];
    if (char === '\\') index += 1;
    else if (char === '[') brackets.push(index);
    else if (char === ']' && brackets.length > 0) {
      const start = brackets.pop() ?? 0;
      if (source[index + 1] !== '(') continue;
      const end = addressEnd(source, index + 1);
      if (end === undefined) continue;
      const target = source
        .slice(index + 2, end - 1)
        .trim()
        .replace(/\s+["'].*$/s, '')
        .replace(/^<(.*)>$/, '$1');
      if (source[start - 1] === '!') edges.set(start - 1, { kind: 'skip', end });
      else {
        edges.set(start, { kind: 'open', target });
        edges.set(index, {
          kind: 'close',
          end: /^\{[^{}\n]{0,80}\}/.test(source.slice(end, end + 90)) ? source.indexOf('}', end) + 1 : end,
        });
      }
      index = end - 1;
    }
  }
  return edges;
}

const longestAddress = 4000;

function addressEnd(source: string, from: number): number | undefined {
  let depth = 0;
  for (let index = from; index < source.length && index < from + longestAddress; index += 1) {
    if (source[index] === '(') depth += 1;
    if (source[index] === ')') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

function hrefOf(attributes: string): string | undefined {
  const [, double, single, bare] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  const target = double ?? single ?? bare;
  return target === undefined ? undefined : decodeEntities(target).trim();
}

/** A text without marks: its words are all there is. */
export function plainOf(source: string): Marked {
  return { text: source, styles: [], at: Array.from({ length: source.length }, (_, index) => index) };
}

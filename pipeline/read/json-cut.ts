import type { Piece } from './reader.ts';

/** How the replies of an API wrap their records. */
export interface Replies {
  /** What a reply begins with, and a record never does: `{"status":`. */
  readonly start: RegExp;
  /** The keys that lead to the records, from outside: `message`, `items`. */
  readonly inside: readonly string[];
}

/**
 * Cuts JSON into records, each in its own words: one record or one reply on each line, or a document that is a record,
 * a list of records, or a reply. The text is walked once and never parsed here.
 */
export function cutJson(replies: Replies): (text: string) => Iterable<Piece> {
  return function* cut(text) {
    const start = skipSpace(text, 0);
    if (start === text.length) return;
    if (text[start] === '{' && isOnePerLine(text, start)) yield* onePerLine(text, replies);
    else yield* placed(text, recordsIn(text, start, replies), 1);
  };
}

/** A record from one offset to another. */
type Stretch = readonly [from: number, to: number];

/** Whether the first line is a whole value, or a broken one before another line that begins a value. */
function isOnePerLine(text: string, start: number): boolean {
  const newline = text.indexOf('\n', start);
  if (newline < 0) return true;
  const end = valueEnd(text, start);
  if (end > 0) return end <= newline;
  const before = text.slice(start, newline).trimEnd();
  return text[skipSpace(text, newline)] === '{' && !/[{[,:]$/.test(before);
}

function* onePerLine(text: string, replies: Replies): Iterable<Piece> {
  let line = 1;
  for (let from = 0; from < text.length; line += 1) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const start = skipSpace(text, from);
    if (start < to) {
      const record = text.slice(start, text[to - 1] === '\r' ? to - 1 : to);
      if (isReply(record, 0, replies)) yield* placed(record, recordsIn(record, 0, replies), line);
      else yield { text: record, line, kind: 'record' };
    }
    from = to + 1;
  }
}

/** Gives each stretch its line. */
function* placed(text: string, stretches: Iterable<Stretch>, first: number): Iterable<Piece> {
  let line = first;
  // The next line end that was not counted: looked for once, however many records stand before it.
  let next = text.indexOf('\n');
  for (const [from, to] of stretches) {
    for (; next >= 0 && next < from; next = text.indexOf('\n', next + 1)) line += 1;
    yield { text: text.slice(from, to).trimEnd(), line, kind: 'record' };
  }
}

const isReply = (text: string, at: number, { start }: Replies) => start.test(text.slice(at, at + 100));

/** The records of a value: itself, the items of a list, or what a reply holds. */
function* recordsIn(text: string, start: number, replies: Replies): Iterable<Stretch> {
  const at = skipSpace(text, start);
  if (text[at] === '[') yield* itemsOf(text, at + 1, replies);
  else if (isReply(text, at, replies)) {
    const inner = memberAt(text, at, replies.inside);
    if (inner !== undefined) yield* recordsIn(text, inner, replies);
    // An answer that is cut short inside is rejected whole, and an empty one holds nothing.
    else if (valueEnd(text, at) < 0) yield [at, text.length];
  } else if (at < text.length) yield [at, wholeTo(text, at)];
}

/** Where a value ends, or the text does when the value has no end. */
function wholeTo(text: string, start: number): number {
  const end = valueEnd(text, start);
  // What stands after a value makes the text no JSON: it is read with it, and rejected with it.
  return end < 0 || !/[\s,}\]]/.test(text[end] ?? ' ') ? text.length : end;
}

/** Where the value of one of these keys of an object begins. */
function memberAt(text: string, start: number, keys: readonly string[]): number | undefined {
  for (let at = skipSpace(text, start + 1); text[at] === '"'; ) {
    const keyEnd = stringEnd(text, at);
    const colon = skipSpace(text, keyEnd);
    if (keyEnd < 0 || text[colon] !== ':') return undefined;
    const value = skipSpace(text, colon + 1);
    if (keys.includes(text.slice(at + 1, keyEnd - 1))) return value;
    const end = valueEnd(text, value);
    if (end < 0) return undefined;
    const after = skipSpace(text, end);
    at = text[after] === ',' ? skipSpace(text, after + 1) : text.length;
  }
  return undefined;
}

/** The items of a list; after one whose brackets do not match, the next line that begins an item. */
function* itemsOf(text: string, start: number, replies: Replies): Iterable<Stretch> {
  let at = skipSpace(text, start);
  while (at < text.length && text[at] !== ']') {
    const end = valueEnd(text, at);
    const after = end < 0 ? -1 : skipSpace(text, end);
    if (after >= 0 && (after === text.length || text[after] === ',' || text[after] === ']')) {
      if (isReply(text, at, replies)) yield* recordsIn(text, at, replies);
      else yield [at, end];
      at = text[after] === ',' ? skipSpace(text, after + 1) : after;
    } else {
      const next = nextItem(text, at);
      yield [at, next];
      at = next;
    }
  }
}

/** Where the next line begins with a brace that stands no further in than this item's. */
function nextItem(text: string, item: number): number {
  const indent = item - (text.lastIndexOf('\n', item) + 1);
  for (let newline = text.indexOf('\n', item); newline >= 0; newline = text.indexOf('\n', newline + 1)) {
    const start = skipSpace(text, newline);
    if (text[start] === '{' && start - (text.lastIndexOf('\n', start) + 1) <= indent) return start;
  }
  return text.length;
}

const quote = 0x22;
const backslash = 0x5c;
const lineEnd = 0x0a;
const comma = 0x2c;
// Asked of every character: two comparisons cost less than half of a look-up in a map.
const closing = (code: number) => (code === 0x7b ? 0x7d : code === 0x5b ? 0x5d : undefined);
const isClosing = (code: number) => code === 0x7d || code === 0x5d;

/** Where a value ends; -1 when its brackets do not match or a text in it does not end. */
function valueEnd(text: string, start: number): number {
  const open: number[] = [];
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const close = closing(code);
    if (close !== undefined) open.push(close);
    else if (code === quote) {
      const end = stringEnd(text, at);
      if (end < 0) return -1;
      if (open.length === 0) return end;
      at = end - 1;
    } else if (isClosing(code)) {
      if (open.length === 0) return at;
      if (open.pop() !== code) return -1;
      if (open.length === 0) return at + 1;
    } else if (code === comma && open.length === 0) return at;
  }
  return open.length === 0 ? text.length : -1;
}

/** Where a text in quotation marks ends; JSON (RFC 8259, section 7) allows no line end in it. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === lineEnd) return -1;
    if (code === backslash) at += 1;
  }
  return -1;
}

/** The first offset that is no space; a byte order mark is one. */
function skipSpace(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0xfeff) return at;
  }
  return at;
}

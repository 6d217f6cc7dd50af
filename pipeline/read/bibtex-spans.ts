/** A stretch of a BibTeX file. */
export interface Span {
  /** `silent`: what is no record and is passed over (comments, preambles, data to inherit, settings of a style). */
  readonly kind: 'record' | 'string' | 'silent' | 'aside';
  readonly start: number;
  readonly end: number;
  /** Whether its closing brace was found. */
  readonly isWhole: boolean;
}

const opening = /%[^\n]*|(?<![\w.])@\s*([A-Za-z][\w+:-]*)\s*([{(])/g;
const lineOpening =
  /^[^\S\r\n]*@\s*(?:[a-z][\w+:-]*\s*[{(]\s*(?:,|[^\s,{}"=][^,{}"=\r\n]*,|[a-z][\w+:-]*\s*=)|(?:string|comment|preamble)\s*[{(])/gim;
const silent: ReadonlySet<string> = new Set([
  ...['comment', 'preamble', 'xdata', 'ieeetranbstctl', 'control', 'settings', 'bibnote'],
]);
/** Entries that an extra brace has cut short go on with a field. */
const moreFields = /\s*(?:,\s*)?[a-z][\w+:-]*\s*=\s*["{\w]/iy;
// A comment without an end is looked for to the end of the file: not for each of many.
const mostEndlessComments = 20;

/** Whether a text has an entry that begins on a line of its own. */
export function hasEntry(head: string): boolean {
  lineOpening.lastIndex = 0;
  return lineOpening.test(head);
}

/**
 * The stretches of a file, in their order. In an entry whose braces do not match, the next line that begins another
 * entry ends it; comments may hold whole entries.
 */
export function* spansOf(text: string): Iterable<Span> {
  let at = 0;
  let nextLine = -1;
  let endless = 0;
  for (let open = nextOpening(text, at); open; open = nextOpening(text, at)) {
    const { start, bracket, type } = open;
    if (start > at) yield { kind: 'aside', start: at, end: start, isWhole: true };
    if (type === 'comment') {
      const end = endless < mostEndlessComments ? closing(text, bracket, text.length) : -1;
      if (end < 0) endless += 1;
      at = end < 0 ? lineEnd(text, bracket) : end;
      continue;
    }
    if (nextLine <= bracket) nextLine = nextLineOpening(text, bracket);
    const end = closing(text, bracket, nextLine);
    const isWhole = end >= 0 && !goesOn(text, end);
    at = isWhole ? end : nextLine;
    yield { kind: kindOf(type, isWhole), start, end: at, isWhole };
  }
  if (at < text.length) yield { kind: 'aside', start: at, end: text.length, isWhole: true };
}

function kindOf(type: string, isWhole: boolean): Span['kind'] {
  if (type === 'string') return isWhole ? 'string' : 'aside';
  if (type === 'set') return 'aside';
  return silent.has(type) && isWhole ? 'silent' : 'record';
}

interface Opening {
  readonly start: number;
  /** Where its bracket stands. */
  readonly bracket: number;
  readonly type: string;
}

function nextOpening(text: string, from: number): Opening | undefined {
  opening.lastIndex = from;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const type = match[1];
    if (type !== undefined)
      return { start: match.index, bracket: opening.lastIndex - 1, type: type.toLowerCase() };
  }
  return undefined;
}

function nextLineOpening(text: string, from: number): number {
  lineOpening.lastIndex = from;
  return lineOpening.exec(text)?.index ?? text.length;
}

function goesOn(text: string, end: number): boolean {
  moreFields.lastIndex = end;
  return moreFields.test(text);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
const quote = 0x22;

/** After the bracket that closes the one at `open`; -1 when there is none before `limit`. */
function closing(text: string, open: number, limit: number): number {
  const inParentheses = text.charCodeAt(open) === openParenthesis;
  let depth = inParentheses ? 0 : 1;
  let isQuoted = false;
  for (let at = open + 1; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === openBrace) depth += 1;
    else if (code === closeBrace) {
      depth -= 1;
      if (depth === 0 && !inParentheses) return at + 1;
      if (depth < 0) return -1;
    } else if (inParentheses && depth === 0) {
      if (code === quote) isQuoted = !isQuoted;
      else if (code === closeParenthesis && !isQuoted) return at + 1;
    }
  }
  return -1;
}

/** One of the elements, and the line that it begins at, from 1. */
export interface CutElement {
  /** Local name; empty for a text without such an element. */
  readonly name: string;
  readonly text: string;
  readonly line: number;
  readonly kind: 'record';
}

/**
 * Cuts XML into the outermost elements of these local names, each as text that can be read by itself: prefixes that an
 * element around it declares are declared on it. The text is walked once and never parsed here, so that a fault in one
 * record spoils no other. A text without such an element is one piece.
 */
export function* cutXml(text: string, isRecord: (localName: string) => boolean): Iterable<CutElement> {
  const scan: Scan = { text, isRecord, unended: new Set(), places: new Map(), ends: undefined };
  const around: Around[] = [];
  let line = 1;
  let counted = 0;
  let found = false;
  for (let tag = nextTag(scan, 0); tag; ) {
    if (tag.kind === 'close' || !isRecord(local(tag.name))) {
      walkPast(text, tag, around);
      tag = nextTag(scan, tag.to);
      continue;
    }
    const { from, to: startEnd, name, isEmpty } = tag;
    const to = isEmpty ? startEnd : elementEnd(scan, tag);
    line += newlines(text, counted, from);
    counted = from;
    found = true;
    const start = withDeclarations(text.slice(from, startEnd), name, around.at(-1)?.inherited ?? nothing);
    yield { name: local(name), text: start + text.slice(startEnd, to), line, kind: 'record' };
    tag = nextTag(scan, to);
  }
  if (!found && text.trim() !== '') yield { name: '', text, line: 1, kind: 'record' };
}

interface Scan {
  readonly text: string;
  readonly isRecord: (localName: string) => boolean;
  /** The kinds of passage that are known to end nowhere further on, so that they are not looked for again. */
  readonly unended: Set<string>;
  /** Where words that were looked for stand next, from where that was on. */
  readonly places: Map<string, number>;
  /** Where each record that begins further on ends, by its beginning; only looked for when one seems to hold another. */
  ends: ReadonlyMap<number, number> | undefined;
}

interface Tag {
  readonly kind: 'open' | 'close';
  /** Qualified name. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly isEmpty: boolean;
}

/**
 * The next tag, or the next whose name begins in some way: of the others, hundreds in a record, nothing is made. Comments,
 * CDATA sections, instructions and declarations are passed over.
 */
function nextTag(scan: Scan, start: number, beginning = ''): Tag | undefined {
  const { text } = scan;
  for (let from = text.indexOf('<', start); from >= 0; from = text.indexOf('<', from)) {
    const past = passedOver(scan, from);
    if (past === undefined && text.startsWith(beginning, nameStart(text, from))) return tagAt(text, from);
    from = past ?? tagEnd(text, from);
  }
  return undefined;
}

const nameStart = (text: string, from: number) => from + (text.charCodeAt(from + 1) === slash ? 2 : 1);

function tagAt(text: string, from: number): Tag {
  const to = tagEnd(text, from);
  return {
    kind: text.charCodeAt(from + 1) === slash ? 'close' : 'open',
    name: text.slice(nameStart(text, from), nameEnd(text, from + 2, to)),
    from,
    to,
    isEmpty: text.charCodeAt(to - 2) === slash && text.charCodeAt(to - 1) === greater,
  };
}

const [lineFeed, less, greater, slash, doubleQuote, singleQuote] = [
  0x0a, 0x3c, 0x3e, 0x2f, 0x22, 0x27,
] as const;

/** Where the name in a tag ends. */
function nameEnd(text: string, start: number, tagEnds: number): number {
  let at = start;
  for (; at < tagEnds; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === slash || code === greater || code === less) break;
  }
  return at;
}

const passages: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '--'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!DOCTYPE', ''],
  ['<!', '>'],
];

/** After what begins here and is no tag; after its first characters alone when it does not end. */
function passedOver(scan: Scan, from: number): number | undefined {
  const { text, unended } = scan;
  const next = text.charCodeAt(from + 1);
  if (next !== 0x21 && next !== 0x3f) return undefined;
  const [start = '', end = ''] = passages.find(([begins]) => text.startsWith(begins, from)) ?? [];
  const inside = from + start.length;
  if (unended.has(start)) return inside;
  if (start === '<!DOCTYPE') {
    const past = doctypeEnd(text, inside);
    if (past < 0) unended.add(start);
    return past < 0 ? inside : past;
  }
  const at = text.indexOf(end, inside);
  if (at < 0) unended.add(start);
  if (at < 0) return inside;
  // XML 1.0, section 2.5: no `--` inside a comment, so that one that is never closed swallows no record.
  if (start === '<!--') return text.charCodeAt(at + 2) === greater ? at + 3 : inside;
  return at + end.length;
}

/** After a document type with its declarations, which may hold anything in quotation marks. */
function doctypeEnd(text: string, start: number): number {
  let quote = 0;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === doubleQuote || code === singleQuote) quote = code;
    else if (code === less && text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      if (end < 0) return -1;
      at = end + 2;
    } else if (code === less || text[at] === '[') depth += 1;
    else if (text[at] === ']') depth -= 1;
    else if (code === greater) {
      if (depth <= 0) return at + 1;
      depth -= 1;
    }
  }
  return -1;
}

/**
 * After the `>` of a tag; one in quotation marks does not end it. At a `<`, which no tag may hold (XML 1.0, section
 * 2.3): a quotation mark that is missing spoils its own tag only.
 */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === less) return at;
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === doubleQuote || code === singleQuote) quote = code;
    else if (code === greater) return at + 1;
  }
  return text.length;
}

/** After the closing tag of a record; where the next one of its name begins when it has none. */
function elementEnd(scan: Scan, record: Tag): number {
  const known = scan.ends?.get(record.from);
  if (known !== undefined) return known;
  const next = nextNamed(scan, record);
  if (next === undefined) return scan.text.length;
  if (next.kind === 'close') return next.to;
  // It holds one like itself, or is not closed: the tags further on tell, and are paired only once.
  scan.ends ??= pairedEnds(scan, record);
  return scan.ends.get(record.from) ?? next.from;
}

function nextNamed(scan: Scan, { name, to }: Tag): Tag | undefined {
  for (let tag = nextLike(scan, to, name); tag; tag = nextLike(scan, tag.to, name)) {
    if (tag.name === name && !(tag.kind === 'open' && tag.isEmpty)) return tag;
  }
  return undefined;
}

/** The next tag whose name begins in some way; the tags between are only looked at where a comment or the like may be. */
function nextLike(scan: Scan, from: number, beginning: string): Tag | undefined {
  const at = Math.min(placeOf(scan, `<${beginning}`, from), placeOf(scan, `</${beginning}`, from));
  if (at === nowhere) return undefined;
  const isPlain = at < markedPlace(scan, '!', from) && at < markedPlace(scan, '?', from);
  return isPlain ? tagAt(scan.text, at) : nextTag(scan, from, beginning);
}

/** Where a `<!` or `<?` stands next. The mark is looked for, which is rarer than what begins every tag. */
function markedPlace(scan: Scan, mark: '!' | '?', from: number): number {
  let at = placeOf(scan, mark, from + 1);
  while (at !== nowhere && scan.text.charCodeAt(at - 1) !== less) at = placeOf(scan, mark, at + 1);
  return at;
}

const nowhere = Number.POSITIVE_INFINITY;

/**
 * Where words stand next, asked for in the order of the text: they are looked for once, however often they are asked for on
 * the way there.
 */
function placeOf({ text, places }: Scan, words: string, from: number): number {
  const known = places.get(words);
  if (known !== undefined && known >= from) return known;
  const at = text.indexOf(words, from);
  const place = at < 0 ? nowhere : at;
  places.set(words, place);
  return place;
}

/** Each closing tag closes the last open one of its name; what is left open has no end. */
function pairedEnds(scan: Scan, first: Tag): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>([[first.name, [first.from]]]);
  for (let tag = nextTag(scan, first.to); tag; tag = nextTag(scan, tag.to)) {
    const { kind, name, from, to, isEmpty } = tag;
    const begun = open.get(name);
    if (kind === 'close') {
      const start = begun?.pop();
      if (start !== undefined) ends.set(start, to);
    } else if (!isEmpty && begun) begun.push(from);
    else if (!isEmpty && scan.isRecord(local(name))) open.set(name, [from]);
  }
  return ends;
}

/** An element around the records. */
interface Around {
  readonly name: string;
  readonly inherited: Inherited;
}

/** The prefixes that are declared on an element and around it, and as they are written on a record. */
interface Inherited {
  readonly declared: ReadonlyMap<string, string>;
  readonly written: string;
}

// More than any reply has. Each record gets a copy of them, and a hostile text would have thousands.
const deepest = 200;
const mostPrefixes = 40;
const declaration = /\sxmlns(?::([^\s=]{1,200}))?\s{0,9}=\s{0,9}("[^"]{0,2000}"|'[^']{0,2000}')/g;

function walkPast(text: string, { kind, name, from, to, isEmpty }: Tag, around: Around[]): void {
  if (kind === 'open') {
    if (isEmpty || around.length >= deepest) return;
    around.push({ name, inherited: withOwn(around.at(-1)?.inherited ?? nothing, text.slice(from, to)) });
    return;
  }
  const open = around.findLastIndex((each) => each.name === name);
  if (open >= 0) around.length = open;
}

const nothing: Inherited = { declared: new Map(), written: '' };

function withOwn(above: Inherited, tag: string): Inherited {
  const own = declaredIn(tag, mostPrefixes - above.declared.size);
  if (own.size === 0) return above;
  const declared = new Map([...above.declared, ...own]);
  return { declared, written: Array.from(declared, written).join('') };
}

const written = ([prefix, value]: readonly [prefix: string, value: string]) =>
  ` xmlns${prefix && `:${prefix}`}=${value}`;

function declaredIn(tag: string, most: number): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  if (!tag.includes('xmlns')) return declared;
  for (const [, prefix = '', value = ''] of tag.matchAll(declaration)) {
    if (declared.size >= most) break;
    declared.set(prefix, value);
  }
  return declared;
}

function withDeclarations(tag: string, name: string, inherited: Inherited): string {
  if (inherited.declared.size === 0) return tag;
  const own = declaredIn(tag, Number.POSITIVE_INFINITY);
  const added =
    own.size === 0
      ? inherited.written
      : [...inherited.declared]
          .filter(([prefix]) => !own.has(prefix))
          .map(written)
          .join('');
  return `<${name}${added}${tag.slice(name.length + 1)}`;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Looks no further than the end: a text without line ends would else be walked to its end for each record. */
function newlines(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === lineFeed) number += 1;
  return number;
}

import { type Cleaned, cleaned, decoded, spaced } from './characters.ts';
import { type Meaning, meaningOf } from './markup.ts';

/** T1 and T2: a plain text in NFC, entities decoded, without control characters or needless spaces. */
export function tidyText(raw: string): Cleaned {
  const { value, controls } = cleaned(decoded(raw));
  return { value: spaced(value), controls };
}

// One white space after the name, so that a long run of spaces is walked once.
const tag = /<(\/?)([A-Za-z][\w:.-]*)(\s[^<>]*|\/)?>/g;
const anyTag = /<\/?[A-Za-z]/;
const escapedTag = /&(?:amp;)*(?:lt|#60|#x3c);/i;
const abstractHeading = /^(?:abstract|résumé|resume|summary)\s?[:.]?$/i;
// Deeper nesting says nothing more and is only there to exhaust a reader.
const deepest = 50;

/**
 * T3: JATS and HTML reduced to the inline markup that a text may hold (`i em b sub sup`, small caps, MathML), well
 * formed and escaped; other tags dropped, their text kept, paragraphs parted by an empty line. `p < 0.05` stays text.
 */
export function tidyMarkup(raw: string): Cleaned & { readonly markup: 'text' | 'html' } {
  const source = withoutComments(raw);
  if (anyTag.test(source)) return new Markup(source, false).read();
  // HAL and Crossref also hold markup that was escaped once too often: `&lt;i&gt;`.
  if (escapedTag.test(source)) {
    const unescaped = decoded(source);
    if (anyTag.test(unescaped)) return new Markup(unescaped, true).read();
  }
  const { value, controls } = tidyText(source);
  return { value, controls, markup: 'text' };
}

interface Open {
  readonly name: string;
  readonly meaning: Meaning;
  /** Where its opening tag stands among the pieces, if it was written. */
  readonly piece: number;
}

/** A piece of the result; tags are not escaped. */
interface Piece {
  text: string;
  readonly tag: string | undefined;
}

/** Reads one marked-up text; the open tags and the pieces live only that long. */
class Markup {
  readonly source: string;
  /** The text is decoded already. */
  readonly plain: boolean;
  readonly pieces: Piece[] = [];
  readonly open: Open[] = [];
  /** How many closing tags of each name are still to come, and how many opening ones are open. */
  readonly toClose = new Map<string, number>();
  readonly opened = new Map<string, number>();
  hasBlocks = false;
  hasMath = false;
  written = 0;
  controls = 0;

  constructor(source: string, plain: boolean) {
    this.source = source;
    this.plain = plain;
  }

  read(): Cleaned & { readonly markup: 'text' | 'html' } {
    const tags = [...this.source.matchAll(tag)];
    for (const [, slash, whole = '', attributes = ''] of tags)
      this.count(localName(whole), slash === '/', attributes);

    let at = 0;
    let skipped: string | undefined;
    for (const match of tags) {
      const [whole, slash, prefixed = '', attributes = ''] = match;
      const name = localName(prefixed);
      const closes = slash === '/';
      if (closes) this.more(this.toClose, name, -1);
      if (skipped !== undefined) {
        if (closes && name === skipped) skipped = undefined;
        else continue;
      } else {
        const meaning = this.meaning(name, prefixed, attributes, closes);
        if (meaning === undefined) continue;
        this.text(this.source.slice(at, match.index));
        if (this.isSilent(name, meaning, closes)) skipped = name;
        else this.tag(name, meaning, closes, whole.endsWith('/>'));
      }
      at = match.index + whole.length;
    }
    if (skipped === undefined) this.text(this.source.slice(at));
    return this.result();
  }

  /** Before the walk: what will be closed, and whether the source has paragraphs or formulas of its own. */
  count(name: string, closes: boolean, attributes: string): void {
    if (closes) this.more(this.toClose, name, 1);
    const meaning = meaningOf(name, attributes);
    if (meaning === 'paragraph' || meaning === 'heading') this.hasBlocks = true;
    if (name === 'math') this.hasMath = true;
  }

  /** Undefined for what only looks like a tag: an unknown word in angle brackets that nothing closes, or a script. */
  meaning(name: string, prefixed: string, attributes: string, closes: boolean): Meaning | undefined {
    const known = meaningOf(name, attributes);
    if (known === 'words') return undefined;
    const isPaired = closes ? (this.opened.get(name) ?? 0) > 0 : (this.toClose.get(name) ?? 0) > 0;
    if (isPaired) return known ?? 'drop';
    if (this.plain) return known === 'break' ? known : undefined;
    return known ?? (prefixed.includes(':') || attributes.endsWith('/') ? 'drop' : undefined);
  }

  isSilent(name: string, meaning: Meaning, closes: boolean): boolean {
    if (closes || (this.toClose.get(name) ?? 0) === 0) return false;
    // JATS gives a formula twice, in TeX and in MathML.
    return meaning === 'silent' || (name === 'tex-math' && this.hasMath);
  }

  tag(name: string, meaning: Meaning, closes: boolean, isEmpty: boolean): void {
    if (meaning === 'break') this.push('\n');
    else if (closes) this.close(name);
    else {
      if (meaning === 'paragraph' || meaning === 'heading') this.push('\n\n');
      if (isEmpty) this.empty(meaning);
      else if ((this.toClose.get(name) ?? 0) > 0) this.begin(name, meaning);
    }
  }

  begin(name: string, meaning: Meaning): void {
    const isKept = typeof meaning === 'object' && this.open.length < deepest;
    this.open.push({ name, meaning, piece: this.pieces.length });
    this.more(this.opened, name, 1);
    this.pieces.push({ text: '', tag: isKept ? meaning.open : '' });
  }

  empty(meaning: Meaning): void {
    // Only MathML has elements that mean something without content, such as `mspace`.
    if (typeof meaning !== 'object' || !meaning.keep.startsWith('m')) return;
    this.pieces.push({ text: '', tag: meaning.open.replace('>', '/>') });
    this.written += 1;
  }

  close(name: string): void {
    if ((this.opened.get(name) ?? 0) === 0) return;
    for (let last = this.open.pop(); last; last = this.open.pop()) {
      this.more(this.opened, last.name, -1);
      if (last.name === name) {
        this.end(last);
        return;
      }
      // Closed by its parent before its own closing tag: it never was well formed.
      this.pieces[last.piece] = { text: '', tag: '' };
    }
  }

  end({ meaning, piece }: Open): void {
    if (meaning === 'heading') this.endHeading(piece);
    if (meaning === 'paragraph' || meaning === 'heading') this.push('\n\n');
    if (typeof meaning !== 'object' || this.pieces[piece]?.tag === '') return;
    if (piece === this.pieces.length - 1) {
      this.pieces.pop();
      return;
    }
    this.pieces.push({ text: '', tag: `</${meaning.keep}>` });
    this.written += 1;
  }

  endHeading(piece: number): void {
    if (this.pieces.length - piece > 3) return;
    const words = this.pieces.slice(piece).map(({ text }) => text);
    if (abstractHeading.test(words.join('').trim())) this.pieces.length = piece;
  }

  text(raw: string): void {
    if (raw === '') return;
    const { value, controls } = cleaned(this.plain ? raw : decoded(raw));
    this.controls += controls;
    this.push(this.hasBlocks ? value.replaceAll('\n', ' ') : value);
  }

  push(text: string): void {
    this.pieces.push({ text, tag: undefined });
  }

  result(): Cleaned & { readonly markup: 'text' | 'html' } {
    // Tags that nothing closed were never written in full.
    for (const { piece } of this.open) this.pieces[piece] = { text: '', tag: '' };
    const plain = paragraphed(this.pieces.map(({ text, tag }) => tag ?? text).join(''));
    const { controls } = this;
    // A text in which `<b>` is no markup has to be escaped, or the next reader would take it for markup.
    if (this.written === 0 && !looksMarkedUp(plain)) return { value: plain, markup: 'text', controls };
    const value = paragraphed(this.pieces.map(({ text, tag }) => tag ?? escaped(text)).join(''));
    return { value, markup: 'html', controls };
  }

  more(counts: Map<string, number>, name: string, by: number): void {
    counts.set(name, (counts.get(name) ?? 0) + by);
  }
}

/** Comments dropped, the text of CDATA sections kept; each end is looked for once. */
function withoutComments(raw: string): string {
  if (!raw.includes('<!')) return raw;
  let text = '';
  let at = 0;
  for (let start = raw.indexOf('<!'); start >= 0; start = raw.indexOf('<!', at)) {
    const isData = raw.startsWith('<![CDATA[', start);
    const isComment = raw.startsWith('<!--', start);
    const end = isData ? raw.indexOf(']]>', start) : isComment ? raw.indexOf('-->', start) : -1;
    if ((isData || isComment) && end < 0) break;
    text += raw.slice(at, start);
    if (isData) text += escaped(raw.slice(start + 9, end));
    if (!isData && !isComment) text += '<!';
    at = isData || isComment ? end + 3 : start + 2;
  }
  return text + raw.slice(at);
}

const paragraphed = (text: string) => spaced(spaced(text).replace(/ ?\n\n[ \n]*/g, '\n\n'));
const looksMarkedUp = (text: string) =>
  anyTag.test(text) &&
  [...text.matchAll(tag)].some(([, , name = '', attributes = '']) => meaningOf(localName(name), attributes));
const escaped = (text: string) => text.replace(/[&<>]/g, (character) => escapes[character] ?? character);
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase();

import { bareScripts, isDegree, isSpeakable } from './latex-math.ts';
import {
  accents,
  fontCommands,
  letters,
  type Style,
  silentArguments,
  styles,
  symbols,
  verbatimArguments,
} from './latex-words.ts';
import { scripted } from './plain-text.ts';
import type { LangText } from './work.ts';

const needsWork = /[\\{}$~]|--|``|''/;
const commandName = /\\(?:([A-Za-z]+)\*?|([\s\S]))/y;
const ordinary = /[^\\{}$~]+/y;
const ligatures = /--|``|''/;
const ordinaryBetween = /[^\\{}$~`'-]+/y;
// A group is read as an index or exponent only when it is short.
const longestScript = 40;

/**
 * T4: LaTeX words as plain text. Braces go, accents are composed, `$…$` stays with its commands in Unicode, or as it is
 * when Unicode has none for them; the only other braces and backslashes left are those that the author escaped.
 */
export function decodeLatex(raw: string): string {
  return needsWork.test(raw) ? new Latex(raw, false).read() : raw;
}

/** The same with its emphasis, small capitals, indices and exponents as inline HTML (T3). */
export function markedLatex(raw: string): Pick<LangText, 'value' | 'markup'> {
  if (!needsWork.test(raw)) return { value: raw };
  const latex = new Latex(raw, true);
  const value = latex.read();
  return latex.isMarked ? { value, markup: 'html' } : { value };
}

interface Group {
  /** Where its content begins among the pieces. */
  readonly start: number;
  readonly kind: 'plain' | 'sub' | 'sup' | 'math';
  /** What stands after it: closing tags and marks. */
  close: string;
}

type Pending = Pick<Group, 'kind' | 'close'> & { readonly open: string };
const nothing: Pending = { kind: 'plain', open: '', close: '' };

/** Reads one text; what is open and what waits for a letter lives only that long. */
class Latex {
  readonly raw: string;
  readonly marks: boolean;
  readonly lastBrace: number;
  readonly ordinary: RegExp;
  readonly out: string[] = [];
  readonly groups: Group[] = [];
  /** The text itself, whose declarations hold to its end. */
  readonly whole: Group = { start: 0, kind: 'plain', close: '' };
  isMarked = false;
  /** Combining accents that wait for their letter. */
  accent = '';
  next = nothing;
  /** Where the formula that is being read ends; and where it began among the pieces. */
  mathEnd = -1;
  mathStart = 0;
  hasNoMath = false;
  at = 0;

  constructor(raw: string, marks: boolean) {
    this.raw = raw;
    this.marks = marks;
    this.lastBrace = raw.lastIndexOf('}');
    this.ordinary = ligatures.test(raw) ? ordinaryBetween : ordinary;
  }

  read(): string {
    while (this.at < this.raw.length) this.step(this.raw[this.at] ?? '');
    for (const { close } of this.groups.reverse()) this.out.push(close);
    this.out.push(this.whole.close);
    return this.out.join('');
  }

  step(character: string): void {
    if (character === '\\') {
      this.command();
      return;
    }
    if (this.accent === '' && this.mathEnd < 0 && this.run()) return;
    this.at += 1;
    if (character === '{') this.openGroup();
    else if (character === '}') this.closeGroup();
    else if (character === '$') this.dollar();
    else if (character === '~') this.write('\u00a0');
    else if (character === ' ' && this.accent) return;
    else if (this.mathEnd >= 0 ? !this.script(character) : !this.ligature(character))
      this.write(this.complete(character));
  }

  /** Ordinary characters, all at once. */
  run(): boolean {
    this.ordinary.lastIndex = this.at;
    if (!this.ordinary.test(this.raw)) return false;
    const end = this.ordinary.lastIndex;
    this.write(this.raw.slice(this.at, end));
    this.at = end;
    return true;
  }

  /** The index and exponent marks of a formula. */
  script(character: string): boolean {
    if (character !== '_' && character !== '^') return false;
    this.write(character);
    if (this.raw[this.at] === '{') this.next = { ...nothing, kind: 'math' };
    return true;
  }

  /** A surrogate pair is one character, and gets one accent. */
  complete(first: string): string {
    if (first < '\ud800' || first > '\udbff') return first;
    this.at += 1;
    return first + (this.raw[this.at - 1] ?? '');
  }

  ligature(character: string): boolean {
    const two = this.raw[this.at] === character;
    if (character === '-' && two) {
      const isLong = this.raw[this.at + 1] === '-';
      this.at += isLong ? 2 : 1;
      this.write(isLong ? '—' : '–');
      return true;
    }
    if ((character === '`' || character === "'") && two) {
      this.at += 1;
      this.write(character === '`' ? '“' : '”');
      return true;
    }
    return false;
  }

  command(): void {
    commandName.lastIndex = this.at;
    const match = commandName.exec(this.raw);
    this.at += match?.[0].length ?? 1;
    const word = match?.[1];
    const name = word ?? match?.[2] ?? '';
    const isSpaced = word !== undefined && /\s/.test(this.raw[this.at] ?? '');
    if (isSpaced) this.skipSpaces();
    this.say(name, word !== undefined, isSpaced);
  }

  say(name: string, isWord: boolean, isSpaced: boolean): void {
    const mark = accents.get(name);
    const style = styles.get(name);
    if (mark !== undefined) this.accent = mark + this.accent;
    else if (style) this.style(style);
    else if (verbatimArguments.has(name)) this.write(this.argument());
    else if (silentArguments.has(name)) this.argument();
    else if (name === 'href') this.link();
    else this.write(this.wordsOf(name, isWord, isSpaced));
  }

  style({ tag, kind, quotes, reach }: Style): void {
    if (quotes) this.next = { kind: 'plain', open: quotes[0], close: quotes[1] };
    else if (!this.marks) this.next = kind ? { ...nothing, kind } : this.next;
    else if (this.mathEnd < 0 && tag) {
      const close = `</${tag.split(' ')[0]}>`;
      if (reach === 'argument') this.next = { kind: 'plain', open: `<${tag}>`, close };
      else this.declare(`<${tag}>`, close);
    }
  }

  /** A style that holds to the end of its group. */
  declare(open: string, close: string): void {
    const group = this.groups.at(-1) ?? this.whole;
    group.close = close + group.close;
    this.out.push(open);
    this.isMarked = true;
  }

  /** What a command prints. */
  wordsOf(name: string, isWord: boolean, isSpaced: boolean): string {
    const letter = letters.get(name);
    if (letter !== undefined) return this.accent && (name === 'i' || name === 'j') ? name : letter;
    // Babel's closing guillemet takes the space before it away.
    if (name === 'fg') this.dropSpace();
    const symbol = symbols.get(name);
    if (symbol !== undefined) return symbol;
    if (fontCommands.has(name)) return '';
    return isWord && (isSpaced || this.raw[this.at] === '{') ? `${name} ` : name;
  }

  dropSpace(): void {
    const last = this.out.at(-1);
    if (last?.endsWith(' ')) this.out[this.out.length - 1] = last.slice(0, -1);
  }

  /** An argument that is not LaTeX: an address's `~` and `_` are its own. Empty when there is none. */
  argument(): string {
    if (this.raw[this.at] !== '{' || this.at > this.lastBrace) return '';
    const end = this.raw.indexOf('}', this.at);
    const words = this.raw.slice(this.at + 1, end);
    this.at = end + 1;
    // No address holds a brace or backslash (RFC 3987): those are the author's escapes.
    return words.replace(/[{}\\]/g, '');
  }

  /** `\href{address}{words}` → `words (address)`. */
  link(): void {
    const address = this.argument();
    if (address === '') return;
    if (this.raw[this.at] === '{') this.next = { ...nothing, close: ` (${address})` };
    else this.write(address);
  }

  openGroup(): void {
    const { open, kind, close } = this.next;
    this.next = nothing;
    if (open !== '') {
      this.out.push(open);
      if (open.startsWith('<')) this.isMarked = true;
    }
    this.groups.push({ start: this.out.length, kind, close });
  }

  closeGroup(): void {
    this.loneAccent();
    const group = this.groups.pop();
    if (!group) return;
    if (group.kind !== 'plain') this.scripts(group.start, group.kind);
    if (group.close !== '') this.out.push(group.close);
  }

  /** An accent without a letter is the sign itself: `\~{}`. */
  loneAccent(): void {
    const marks = this.accent;
    this.accent = '';
    if (marks !== '') this.write(lone.get(marks) ?? ` ${marks}`);
  }

  scripts(start: number, kind: 'sub' | 'sup' | 'math'): void {
    let inside = '';
    for (let i = start; i < this.out.length; i += 1) {
      inside += this.out[i];
      if (inside.length > longestScript) return;
    }
    this.out.length = start;
    this.out.push(kind === 'math' ? bracketed(inside) : scripted(inside, kind));
  }

  dollar(): void {
    if (this.mathEnd >= 0) this.endMath();
    else {
      const end = this.closingDollar();
      if (end < 0) this.write('$');
      else this.math(this.raw.slice(this.at, end), end);
    }
  }

  /** The next dollar that is not escaped; looked for in vain only once. */
  closingDollar(): number {
    let end = this.hasNoMath ? -1 : this.raw.indexOf('$', this.at);
    while (end >= 0 && this.raw[end - 1] === '\\') end = this.raw.indexOf('$', end + 1);
    if (end < 0) this.hasNoMath = true;
    return end;
  }

  math(formula: string, end: number): void {
    const scripts = bareScripts(formula);
    if (isDegree(formula)) this.write('°');
    else if (scripts.length > 0) for (const { place, words } of scripts) this.bareScript(place, words);
    else if (!isSpeakable(formula)) this.write(`$${formula}$`);
    else {
      this.mathEnd = end;
      this.mathStart = this.out.length;
      this.out.push('$');
      return;
    }
    this.at = end + 1;
  }

  /** `CO$_2$` is typography more than a formula. */
  bareScript(place: 'sub' | 'sup', words: string): void {
    this.write(this.marks ? `<${place}>${words}</${place}>` : scripted(words, place));
    if (this.marks) this.isMarked = true;
  }

  /** The dollars around a single sign say nothing: `$\alpha$` → `α`. */
  endMath(): void {
    const [, only, ...more] = this.out.length - this.mathStart < 4 ? this.out.slice(this.mathStart) : [];
    if (only !== undefined && more.length === 0 && [...only].length === 1) this.out.splice(this.mathStart, 1);
    else this.write('$');
    this.mathEnd = -1;
  }

  write(text: string): void {
    if (text === '') return;
    this.out.push(this.accent ? (text + this.accent).normalize('NFC') : text);
    this.accent = '';
    this.next = nothing;
  }

  skipSpaces(): void {
    while (/\s/.test(this.raw[this.at] ?? '')) this.at += 1;
  }
}

const lone: ReadonlyMap<string, string> = new Map([
  ['\u0303', '~'],
  ['\u0302', '^'],
  ['\u0301', '´'],
  ['\u0300', '`'],
  ['\u0308', '¨'],
]);

/** `x_{12}` → `x_(12)`: without its braces, `x_12` would say something else. */
const bracketed = (inside: string) => ([...inside].length > 1 ? `(${inside})` : inside);

import { scripted } from '../base/plain-text.ts';
import { accents, fontCommands, letters, symbols } from './latex-words.ts';

const needsWork = /[\\{}$~]|--|``|''/;
const commandName = /\\(?:([A-Za-z]+)\*?|([\s\S]))/y;
// A group is read as an index or exponent only when it is short.
const longestScript = 40;

/**
 * T4: LaTeX words as plain text. Braces go, accents are composed, `$…$` stays with its commands in Unicode; the only
 * braces and backslashes left are those that the author escaped.
 */
export function decodeLatex(raw: string): string {
  return needsWork.test(raw) ? new Latex(raw).read().normalize('NFC') : raw;
}

type Group = { readonly start: number; readonly kind: 'plain' | 'sub' | 'sup' | 'math' };

/** Reads one text; what is open and what waits for a letter lives only that long. */
class Latex {
  readonly raw: string;
  readonly lastBrace: number;
  readonly out: string[] = [];
  readonly groups: Group[] = [];
  /** Combining accents that wait for their letter. */
  accent = '';
  next: Group['kind'] = 'plain';
  inMath = false;
  at = 0;

  constructor(raw: string) {
    this.raw = raw;
    this.lastBrace = raw.lastIndexOf('}');
  }

  read(): string {
    while (this.at < this.raw.length) this.step(this.raw[this.at] ?? '');
    return this.out.join('');
  }

  step(character: string): void {
    if (character === '\\') {
      this.command();
      return;
    }
    this.at += 1;
    if (character === '{') this.openGroup();
    else if (character === '}') this.closeGroup();
    else if (character === '$') this.dollar();
    else if (character === '~') this.write('\u00a0');
    else if (character === ' ' && this.accent) return;
    else if (this.inMath ? !this.script(character) : !this.ligature(character))
      this.write(this.whole(character));
  }

  /** The index and exponent marks of a formula. */
  script(character: string): boolean {
    if (character !== '_' && character !== '^') return false;
    this.write(character);
    if (this.raw[this.at] === '{') this.next = 'math';
    return true;
  }

  /** A surrogate pair is one character, and gets one accent. */
  whole(first: string): string {
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
    if (word !== undefined && /\s/.test(this.raw[this.at] ?? '')) this.skipSpaces();
    this.say(name, word !== undefined);
  }

  say(name: string, isWord: boolean): void {
    const mark = this.inMath ? undefined : accents.get(name);
    if (mark !== undefined) this.accent = mark + this.accent;
    else if (name === 'textsuperscript' || name === 'up') this.next = 'sup';
    else if (name === 'textsubscript') this.next = 'sub';
    else if (name === 'url') this.verbatim();
    else this.write(this.wordsOf(name, isWord));
  }

  /** What a command prints. */
  wordsOf(name: string, isWord: boolean): string {
    const letter = letters.get(name);
    if (letter !== undefined) return this.accent && (name === 'i' || name === 'j') ? name : letter;
    // Babel's closing guillemet takes the space before it away.
    if (name === 'fg' && this.out.at(-1) === ' ') this.out.pop();
    const symbol = symbols.get(name);
    if (symbol !== undefined) return symbol;
    if (fontCommands.has(name)) return '';
    return isWord && this.raw[this.at] === '{' ? `${name} ` : name;
  }

  /** An address is not LaTeX: its `~` and `_` are its own. */
  verbatim(): void {
    if (this.raw[this.at] !== '{' || this.at > this.lastBrace) return;
    const end = this.raw.indexOf('}', this.at);
    // No address holds a brace or backslash (RFC 3987): those are the author's escapes.
    this.write(this.raw.slice(this.at + 1, end).replace(/[{}\\]/g, ''));
    this.at = end + 1;
  }

  openGroup(): void {
    this.groups.push({ start: this.out.length, kind: this.next });
    this.next = 'plain';
  }

  closeGroup(): void {
    this.accent = '';
    const group = this.groups.pop();
    if (!group || group.kind === 'plain') return;
    let inside = '';
    for (let i = group.start; i < this.out.length; i += 1) {
      inside += this.out[i];
      if (inside.length > longestScript) return;
    }
    this.out.length = group.start;
    this.out.push(group.kind === 'math' ? bracketed(inside) : scripted(inside, group.kind));
  }

  dollar(): void {
    this.inMath = !this.inMath;
    this.write('$');
  }

  write(text: string): void {
    if (text === '') return;
    this.out.push(this.accent ? text + this.accent : text);
    this.accent = '';
    this.next = 'plain';
  }

  skipSpaces(): void {
    while (/\s/.test(this.raw[this.at] ?? '')) this.at += 1;
  }
}

/** `x_{12}` → `x_(12)`: without its braces, `x_12` would say something else. */
const bracketed = (inside: string) => ([...inside].length > 1 ? `(${inside})` : inside);

import { Unreadable } from './reader.ts';

/** An entry as it stands, nothing resolved: `@article{key, name = value, …}` or the same in parentheses. */
export interface Entry {
  /** Lower case. */
  readonly type: string;
  readonly key: string;
  readonly fields: readonly Field[];
  /** Offset after its closing brace. */
  readonly end: number;
}

/** A field; its value is a text, or several joined by `#`, some of them the names of macros. */
export interface Field {
  /** Lower case. */
  readonly name: string;
  readonly value: readonly Part[];
}

export type Part = { readonly text: string } | { readonly macro: string };

/** The value of a macro: what `@string` gave it; undefined when nobody did, as for `jan` to `dec`. */
export type Macros = (name: string) => string | undefined;

const opening = /@\s*([A-Za-z][\w+:-]*)\s*([{(])/y;
// Without two runs of white space side by side, so that a long one is walked once.
const key = /([^\s,{}"=]*)\s*,/y;
const spacedKey = /([^,{}"=\n]*),/y;
const onlyKey = /([^,{}()"=\s]*)\s*(?=[})])/y;
const fieldName = /([^\s=,{}"#()%]+)\s*=/y;
const bareWord = /[^\s,{}"#()=%][^,{}"#()=\n%]*/y;

/** Reads the entry that begins at an offset; unreadable, with the line, when a brace or a quotation mark is missing. */
export function entryAt(text: string, start: number, line: number): Entry {
  return new Scanner(text, start, line).entry();
}

/** Walks one entry from its `@` to its closing brace. */
class Scanner {
  readonly text: string;
  readonly start: number;
  readonly line: number;
  at: number;
  closer = '}';

  constructor(text: string, start: number, line: number) {
    this.text = text;
    this.start = start;
    this.line = line;
    this.at = start;
  }

  entry(): Entry {
    const [, type = '', bracket] = this.take(opening) ?? [];
    if (bracket === undefined) throw this.fault(notAnEntry);
    this.closer = bracket === '{' ? '}' : ')';
    this.blank();
    const isKeyed = type.toLowerCase() !== 'string';
    const name = isKeyed && (this.take(key) ?? this.take(spacedKey) ?? this.take(onlyKey))?.[1];
    return { type: type.toLowerCase(), key: name ? name.trim() : '', fields: this.fields(), end: this.at };
  }

  fields(): readonly Field[] {
    const fields: Field[] = [];
    for (;;) {
      this.skip();
      if (this.text[this.at] === this.closer) {
        this.at += 1;
        return fields;
      }
      const from = this.at;
      const name = this.take(fieldName)?.[1];
      if (name === undefined) throw this.fault(this.at >= this.text.length ? noEnd : notAField, from);
      fields.push({ name: name.toLowerCase(), value: this.value(from) });
    }
  }

  value(from: number): readonly Part[] {
    const parts: Part[] = [];
    for (;;) {
      this.blank();
      const part = this.part(from);
      if (part) parts.push(part);
      this.blank();
      if (this.text[this.at] !== '#') return parts;
      this.at += 1;
    }
  }

  /** Undefined where a value is missing: `note = ,`. */
  part(from: number): Part | undefined {
    const character = this.text[this.at];
    if (character === '{') return { text: this.braced(from) };
    if (character === '"') return { text: this.quoted(from) };
    const word = this.take(bareWord)?.[0].trim();
    if (word === undefined) return undefined;
    return /^\d+$/.test(word) || /\s/.test(word) ? { text: word } : { macro: word };
  }

  braced(from: number): string {
    const start = this.at + 1;
    let depth = 0;
    for (let at = this.at; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === openBrace) depth += 1;
      else if (code === closeBrace) {
        depth -= 1;
        if (depth === 0) {
          this.at = at + 1;
          return this.text.slice(start, at);
        }
      }
    }
    throw this.fault(noEnd, from);
  }

  /** A quotation mark between braces does not end a text. */
  quoted(from: number): string {
    const start = this.at + 1;
    let depth = 0;
    for (let at = start; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === openBrace) depth += 1;
      else if (code === closeBrace) {
        depth -= 1;
        if (depth < 0) break;
      } else if (code === quote && depth === 0) {
        this.at = at + 1;
        return this.text.slice(start, at);
      }
    }
    throw this.fault(noQuote, from);
  }

  /** White space, commas and comments between fields; a comma may be missing. */
  skip(): void {
    for (;;) {
      this.blank();
      const character = this.text[this.at];
      if (character === ',') this.at += 1;
      else if (character === '%') {
        const end = this.text.indexOf('\n', this.at);
        this.at = end < 0 ? this.text.length : end;
      } else return;
    }
  }

  blank(): void {
    while (this.at < this.text.length && isBlank(this.text.charCodeAt(this.at))) this.at += 1;
  }

  take(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.at;
    const match = form.exec(this.text);
    if (match) this.at = form.lastIndex;
    return match ?? undefined;
  }

  fault(words: { readonly fr: string; readonly en: string }, at = this.at): Unreadable {
    const before = this.text.slice(this.start, at).split('\n').length - 1;
    return new Unreadable(words, this.line + before);
  }
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const quote = 0x22;
const isBlank = (code: number) => code <= 0x20 || code === 0xfeff || code === 0xa0;

const notAnEntry = { fr: 'ce n’est pas une entrée BibTeX', en: 'this is not a BibTeX entry' };
const noEnd = {
  fr: 'il manque une accolade fermante : ce champ ou cette entrée ne se termine pas',
  en: 'a closing brace is missing: this field or this entry does not end',
};
const noQuote = {
  fr: 'il manque un guillemet fermant : ce champ ne se termine pas',
  en: 'a closing quotation mark is missing: this field does not end',
};
const notAField = {
  fr: 'un champ « nom = valeur » est attendu ici : il y a peut-être une accolade ou un guillemet de trop avant',
  en: 'a field “name = value” is expected here: there may be a brace or a quotation mark too many before it',
};

import { type Entry, entryAt, type Macros, type Part } from './bibtex-entry.ts';
import { Unreadable } from './reader.ts';

/** An entry whose macros are written out. */
export interface Resolved {
  /** Lower case. */
  readonly type: string;
  readonly key: string;
  /** LaTeX as found, by field name in lower case; what is blank is not said. */
  readonly values: ReadonlyMap<string, string>;
  /** Fields that were given again: BibTeX reads the first. */
  readonly repeated: readonly (readonly [name: string, value: string])[];
}

// More than any entry holds; macros that name each other could make it endless.
const longest = 4 * 1024 * 1024;

/** Writes the macros of an entry out. */
export function resolved({ type, key, fields }: Entry, macros: Macros): Resolved {
  const values = new Map<string, string>();
  const repeated: (readonly [string, string])[] = [];
  let left = longest;
  for (const { name, value } of fields) {
    const text = textOf(value, macros, left);
    if (value.length > 1 || (value[0] && 'macro' in value[0])) left -= text.length;
    if (!/\S/.test(text)) continue;
    if (!values.has(name)) values.set(name, text);
    else if (values.get(name) !== text) repeated.push([name, text]);
  }
  return { type, key, values, repeated };
}

/** The text of a value. A macro that nobody defined is its own name: `month = feb`, `publisher = Springer`. */
export function textOf(value: readonly Part[], macros: Macros, limit: number): string {
  const [first] = value;
  if (value.length === 1 && first && 'text' in first) return first.text;
  const texts: string[] = [];
  let length = 0;
  for (const part of value) {
    const text = 'text' in part ? part.text : (macros(part.macro.toLowerCase()) ?? part.macro);
    length += text.length;
    if (length > limit) throw new Unreadable(tooLong);
    texts.push(text);
  }
  return texts.join('');
}

const tooLong = {
  fr: 'ses macros (@string) sont trop longues une fois développées',
  en: 'its macros (@string) are too long once written out',
};

/** The keys of the entries that an entry inherits from: its `xdata` first, which completes the entry itself. */
export function referencesOf({ values }: Pick<Resolved, 'values'>): readonly string[] {
  const keys = [...(values.get('xdata') ?? '').split(','), values.get('crossref') ?? ''];
  return keys.map((key) => key.trim()).filter((key) => key !== '');
}

/** The entries that stand one after another in a piece: the record first, then what was carried behind it. */
export function entriesOf(text: string, line: number): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = text.indexOf('@'); at >= 0; ) {
    const entry = entryAt(text, at, line);
    entries.push(entry);
    afterSpace.lastIndex = entry.end;
    const rest = afterSpace.exec(text)?.[1];
    if (rest !== undefined && rest !== '@') {
      throw new Unreadable(surplus, line + text.slice(0, entry.end).split('\n').length - 1);
    }
    at = text.indexOf('@', entry.end);
  }
  return entries;
}

const afterSpace = /\s*(\S)/y;
const surplus = {
  fr: 'une accolade ferme l’entrée avant sa fin : il y en a une de trop sur cette ligne ou avant',
  en: 'a brace closes the entry before its end: there is one too many on this line or before it',
};

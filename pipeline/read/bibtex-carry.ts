import { entryAt, type Macros } from './bibtex-entry.ts';
import { carriedFields } from './bibtex-inherit.ts';
import { type Resolved, referencesOf, resolved, textOf } from './bibtex-resolve.ts';
import { spansOf } from './bibtex-spans.ts';
import { Unreadable } from './reader.ts';

// Longer than any name of a journal, and than what any proceedings hand down.
const longestMacro = 10_000;
const longestParent = 8192;
const mostParents = 20;

const reference = /\b(?:crossref|xdata)\s*=\s*["{]?([^"{}\r\n]*)/gi;
const hasReference = /\b(?:crossref|xdata)\s*=/i;
const macroUse = /[=#]\s*([A-Za-z][^\s,{}"#()=%]*)/g;

/** What a parent hands down, as BibTeX, and the keys of its own parents. */
interface Parent {
  readonly text: string;
  readonly keys: readonly string[];
}

/** What an entry needs of the rest of its file, found once, and given to each entry that needs it. */
export class Carried {
  /** By name in lower case, as defined so far, and as first defined anywhere. */
  readonly #defined = new Map<string, string>();
  readonly #anywhere = new Map<string, string>();
  /** By key in lower case: the entries that others refer to. */
  readonly #parents = new Map<string, string>();
  readonly #known = new Map<string, Parent>();

  constructor(text: string) {
    const wanted = referredTo(text);
    if (wanted.size === 0 && !/@\s*string\s*[{(]/i.test(text)) return;
    for (const { kind, start, end, isWhole } of spansOf(text)) {
      if (kind === 'string') define(this.#anywhere, text.slice(start, end), 'first');
      else if (isWhole && kind !== 'aside' && wanted.size > 0) {
        const key = keyOf(text.slice(start, Math.min(end, start + 1000)));
        if (wanted.has(key) && !this.#parents.has(key)) this.#parents.set(key, text.slice(start, end));
      }
    }
  }

  /** Takes note of an `@string`, which holds for the entries after it. */
  define(source: string): void {
    define(this.#defined, source, 'last');
  }

  /** The macros and entries that an entry needs, as BibTeX. */
  behind(entry: string): string {
    return this.#macrosOf(entry) + this.#parentsOf(entry);
  }

  #macrosOf(entry: string): string {
    if (this.#anywhere.size === 0) return '';
    const names = new Set(Array.from(entry.matchAll(macroUse), ([, name = '']) => name.toLowerCase()));
    return [...names]
      .map((name) => [name, this.#macro(name)] as const)
      .map(([name, value]) => (value === undefined ? '' : `\n@string{${name} = {${value}}}`))
      .join('');
  }

  readonly #macro: Macros = (name) => this.#defined.get(name) ?? this.#anywhere.get(name);

  #parentsOf(entry: string): string {
    if (this.#parents.size === 0 || !hasReference.test(entry)) return '';
    const own = this.#read(entry);
    const queue = own ? keysIn(own) : [];
    const carried = new Map<string, string>();
    for (let key = queue.shift(); key !== undefined && carried.size < mostParents; key = queue.shift()) {
      const parent = carried.has(key) ? undefined : this.#parent(key);
      if (!parent) continue;
      carried.set(key, parent.text);
      queue.push(...parent.keys);
    }
    return [...carried.values()].join('');
  }

  /** A parent is read once for all its children. */
  #parent(key: string): Parent | undefined {
    const known = this.#known.get(key);
    const source = known ? undefined : this.#parents.get(key);
    if (source === undefined) return known;
    const parent = this.#read(source);
    const found = { text: parent ? asBibtex(parent) : '', keys: parent ? keysIn(parent) : [] };
    this.#known.set(key, found);
    return found;
  }

  /** Undefined for an entry that cannot be read: it is rejected where it stands. */
  #read(source: string): Resolved | undefined {
    try {
      return resolved(entryAt(source, source.indexOf('@'), 1), this.#macro);
    } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error;
    }
  }
}

const keysIn = (entry: Resolved): string[] => referencesOf(entry).map((key) => key.toLowerCase());

/** A parent with what it hands down and no more, unless even that is too long. */
function asBibtex({ type, key, values }: Resolved): string {
  const fields = [...values].filter(([name]) => type === 'xdata' || carriedFields.has(name));
  const text = fields.map(([name, value]) => `,\n  ${name} = {${value}}`).join('');
  return text.length > longestParent ? '' : `\n@${type}{${key}${text || ','}}`;
}

function referredTo(text: string): ReadonlySet<string> {
  const keys = Array.from(text.matchAll(reference), ([, list = '']) => list.slice(0, 1000).split(','));
  return new Set(keys.flat().map((key) => key.trim().toLowerCase()));
}

function keyOf(head: string): string {
  return (/^@\s*[\w+:-]+\s*[{(]\s*([^,{}"=]*?)\s*,/.exec(head)?.[1] ?? '').toLowerCase();
}

function define(macros: Map<string, string>, source: string, wins: 'first' | 'last'): void {
  try {
    for (const { name, value } of entryAt(source, source.indexOf('@'), 1).fields) {
      if (wins === 'first' && macros.has(name)) continue;
      macros.set(
        name,
        textOf(value, (macro) => macros.get(macro), longestMacro),
      );
    }
  } catch (error) {
    // A definition that cannot be read defines nothing: its name stays where it is used.
    if (!(error instanceof Unreadable)) throw error;
  }
}

import type { Unmapped } from '../base/work.ts';
import { Unreadable } from './reader.ts';

/** An object of the source: its values may be anything, whatever the format says. */
export type Json = Readonly<Record<string, unknown>>;

/** What was not understood of one record, kept as it was. */
export class Leftovers {
  /** The name of the source. */
  readonly source: string;
  readonly kept: Unmapped[] = [];
  // The paths of what is kept, which may be a hundred thousand, and of how many they are known.
  #paths: Set<string> | undefined;
  #known = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Whether something is kept of this path. */
  has(path: string): boolean {
    if (this.kept.length === 0) return false;
    this.#paths ??= new Set();
    for (; this.#known < this.kept.length; this.#known += 1)
      this.#paths.add(this.kept[this.#known]?.path ?? '');
    return this.#paths.has(path);
  }
}

/** One object inside a record, and its path there. */
export interface Part {
  readonly of: Json;
  readonly path: string;
  readonly left: Leftovers;
}

/** Keeps a value of a part that found no place; what is empty says nothing. */
export function keep({ path, left }: Part, key: string | number, value: unknown): void {
  if (isEmpty(value)) return;
  keepWhole({ of: value, path: within(path, String(key)), left });
}

/** Keeps every value whose key is not among those that were read or are ignored on purpose. */
export function keepOthers(part: Part, known: ReadonlySet<string>): void {
  for (const key in part.of) if (!known.has(key)) keep(part, key, part.of[key]);
}

/** Keeps a part whole, once however often it is asked for. */
export function keepWhole({ of: value, path, left }: Omit<Part, 'of'> & { readonly of: unknown }): void {
  if (left.has(path)) return;
  requireBearableDepth(value, path);
  left.kept.push({ source: left.source, path, value });
}

// Deeper than any record that says something; whoever writes it again does so by recursion.
const deepest = 200;

/** Refuses a value that nests too deep to be written again; level by level, for recursion is what it would break. */
function requireBearableDepth(value: unknown, path: string): void {
  let level: readonly object[] = isNested(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) {
      const name = path.slice(0, 100);
      throw new Unreadable({
        fr: `« ${name} » : plus de ${deepest} niveaux d’imbrication`,
        en: `“${name}”: nested more than ${deepest} levels deep`,
      });
    }
    level = level.flatMap((each) => Object.values(each).filter(isNested));
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A text, or a number as one; undefined when nothing is said. */
export function words(part: Part, key: string): string | undefined {
  const value = part.of[key];
  if (typeof value === 'string') return isSaid(value) ? value : undefined;
  if (typeof value === 'number') return String(value);
  keep(part, key, value);
  return undefined;
}

/** The texts of a list; a text where a list was promised is a list of one. */
export function wordsOf(part: Part, key: string): readonly string[] {
  const value = part.of[key];
  if (typeof value === 'string') return isSaid(value) ? [value] : [];
  if (!Array.isArray(value)) {
    keep(part, key, value);
    return [];
  }
  const list: readonly unknown[] = value;
  if (list.every((each) => typeof each === 'string' && isSaid(each))) return list as readonly string[];
  return list.flatMap((each, index) => {
    if (typeof each === 'string') return isSaid(each) ? [each] : [];
    keep(part, `${key}.${index}`, each);
    return [];
  });
}

/** The objects of a list. */
export function partsOf(part: Part, key: string): readonly Part[] {
  const value = part.of[key];
  if (!Array.isArray(value)) {
    keep(part, key, value);
    return [];
  }
  const parts: Part[] = [];
  let index = 0;
  for (const each of value as readonly unknown[]) {
    if (isObject(each)) parts.push({ of: each, path: within(part.path, `${key}.${index}`), left: part.left });
    else keep(part, `${key}.${index}`, each);
    index += 1;
  }
  return parts;
}

/** The object under a key. */
export function partAt(part: Part, key: string): Part | undefined {
  const value = part.of[key];
  if (isObject(value)) return { of: value, path: within(part.path, key), left: part.left };
  keep(part, key, value);
  return undefined;
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first character tells of nearly every text. */
const isSaid = (text: string) => text.charCodeAt(0) > 0x20 || /\S/.test(text);
const within = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

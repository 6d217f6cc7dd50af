import { encodeIriPart } from '../base/iri.ts';
import type { Iri, Unmapped } from '../base/work.ts';

/** An object of the source: its values may be anything, whatever the format says. */
export type Json = Readonly<Record<string, unknown>>;

/** What was not understood of one record, kept as it was. */
export interface Leftovers {
  readonly source: string;
  readonly kept: Unmapped[];
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
  if (left.kept.some((each) => each.path === path)) return;
  left.kept.push({ source: left.source, path, value });
}

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
  for (const [index, each] of value.entries()) {
    if (isObject(each)) parts.push({ of: each, path: within(part.path, `${key}.${index}`), left: part.left });
    else keep(part, `${key}.${index}`, each);
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

/** `{"date-parts": [[2016, 9]]}` → `2016-09`; `[[null]]` says nothing. As many parts as there are, and no more (D1). */
export function dateWords(part: Part, key: string): string | undefined {
  const value = part.of[key];
  if (value === undefined || value === null) return undefined;
  const parts = isObject(value) ? value['date-parts'] : undefined;
  const dates: readonly unknown[] = Array.isArray(parts) ? parts : [];
  if (dates.length > 0 && dates.every(isNoDate)) return undefined;
  const said = dates.map(dateOf);
  if (said.length > 0 && said.length <= 2 && !said.includes(undefined)) return said.join('/');
  keep(part, key, value);
  return undefined;
}

function isNoDate(parts: unknown): boolean {
  return Array.isArray(parts) && parts.every((part) => part === null || part === '');
}

function dateOf(parts: unknown): string | undefined {
  if (!Array.isArray(parts) || parts.length > 3) return undefined;
  const list: readonly unknown[] = parts;
  const [year, month, day] = list.map(Number);
  if (!isWithin(year, 1, 9999)) return undefined;
  const text = String(year).padStart(4, '0');
  if (month === undefined) return text;
  if (!isWithin(month, 1, 12)) return undefined;
  if (day === undefined) return `${text}-${twoDigits(month)}`;
  return isWithin(day, 1, 31) ? `${text}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

const isWithin = (part: number | undefined, from: number, to: number): part is number =>
  part !== undefined && Number.isInteger(part) && part >= from && part <= to;
const twoDigits = (part: number) => String(part).padStart(2, '0');

const doiForm = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s?)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i;

/** A DOI without its resolver, in lower case (I1), for the places of a work that hold IRIs alone. */
export function bareDoi(text: string): string | undefined {
  return doiForm.exec(text.trim())?.[1]?.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The IRI of a DOI (I1). */
export function doiIri(text: string): Iri | undefined {
  const bare = bareDoi(text);
  return bare === undefined ? undefined : `https://doi.org/${encodeIriPart(bare)}`;
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isSaid = (text: string) => /\S/.test(text);
const within = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

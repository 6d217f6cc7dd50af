import { isObject, type Json } from './json-part.ts';
import { jsonObject } from './json-text.ts';
import type { Piece } from './reader.ts';

/** What the REST API says around a record: its own links to clients, to copies and to other records. */
const wrapping: ReadonlySet<string> = new Set(['id', 'attributes', 'type', 'relationships', 'links', 'meta']);

/** The record of a JSON text: JSON:API's `data` and `attributes`, or the attributes alone. */
export function jsonRecord(piece: Piece): Json {
  const whole = jsonObject(piece);
  const data = isObject(whole.data) ? whole.data : whole;
  const { attributes, id } = data;
  if (!isObject(attributes)) return inOneForm(data);
  const others = Object.entries(data).filter(([key]) => !wrapping.has(key));
  // A copy of so wide an object costs more than its parsing: mostly there is nothing to be added.
  if (others.length === 0 && (id === undefined || id === attributes.doi)) return inOneForm(attributes);
  return inOneForm({ id, ...Object.fromEntries(others), ...attributes });
}

/** JSON of 2018 has hyphens in its keys, and that of schema 4.0 the names of the XML elements. */
function inOneForm(record: Json): Json {
  const { types, resourceType, identifier } = record;
  const isOldType = types === undefined && isObject(resourceType);
  const isOldId = isObject(identifier);
  const hyphens = hasHyphens(record) || (isObject(types) && hasHyphens(types));
  if (!isOldType && !isOldId && !hyphens) return record;
  const form = new Map(Object.entries(record).map(([key, value]) => [withoutHyphens(key), value]));
  if (isObject(types)) {
    const entries = Object.entries(types).map(([key, value]) => [withoutHyphens(key), value] as const);
    form.set('types', Object.fromEntries(entries));
  }
  if (isOldType) form.set('types', resourceType).delete('resourceType');
  if (isOldId) {
    form.set('identifiers', [identifier, ...listOf(record.identifiers)]).delete('identifier');
  }
  return Object.fromEntries(form);
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function hasHyphens(record: Json): boolean {
  for (const key in record) if (key.includes('-')) return true;
  return false;
}

function withoutHyphens(key: string): string {
  return key.replace(/-([a-z])/g, (_hyphen, letter: string) => letter.toUpperCase());
}

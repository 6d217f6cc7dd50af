import { cutJson } from './json-cut.ts';
import { isObject, type Json } from './json-part.ts';
import type { Piece } from './reader.ts';

// The collections of an export are an object, those that an item is in a list.
const reply = /^\{\s*(?:"(?:config|items)"\s*:|"collections"\s*:\s*\{)/;
const cut = cutJson({ start: reply, inside: ['items'] });
const childType = /"itemType"\s*:\s*"(?:attachment|note|annotation)"/;
const childTypes: ReadonlySet<unknown> = new Set(['attachment', 'note', 'annotation']);
const keys = /"(?:key|itemKey)"\s*:\s*"([A-Za-z0-9]{1,64})"/g;

/**
 * Cuts Zotero's JSON into items, each with its notes and files: those that stand apart and name it as their `parentItem`
 * are put into it as `children`, so that an item can be read by itself. A note or a file of no item is no work.
 */
export function* cutItems(text: string): Iterable<Piece> {
  if (!childType.test(text)) {
    yield* cut(text);
    return;
  }
  const pieces = [...cut(text)].map((piece) => ({ piece, child: childOf(piece) }));
  const families = familiesOf(pieces.flatMap(({ child }) => (child ? [child] : [])));
  const isTaken = new Set<Child>();
  for (const { piece, child } of pieces) {
    if (child) continue;
    const children =
      families.size === 0 ? [] : childrenOf(piece, families).filter((each) => !isTaken.has(each));
    for (const each of children) isTaken.add(each);
    yield children.length === 0 ? piece : { ...piece, text: withChildren(piece.text, children) };
  }
  for (const { piece, child } of pieces) {
    if (child && !isTaken.has(child)) yield { ...piece, kind: 'aside' };
  }
}

/** A note, a file or a mark in a file, and the item that it names as the one above it. */
interface Child {
  readonly text: string;
  readonly key: string;
  readonly parent: string;
}

/** Undefined for an item, and for what cannot be read: that is rejected by itself. */
function childOf({ text }: Piece): Child | undefined {
  if (!childType.test(text)) return undefined;
  const whole = objectIn(text);
  const data = isObject(whole?.data) ? whole.data : whole;
  if (!data || !childTypes.has(data.itemType)) return undefined;
  return { text, key: String(data.key ?? data.itemKey ?? ''), parent: String(data.parentItem ?? '') };
}

function objectIn(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The children under the key of their item; a mark in a file goes where the file goes. */
function familiesOf(children: readonly Child[]): ReadonlyMap<string, readonly Child[]> {
  const parents = new Map(children.map((child) => [child.key, child.parent]));
  const families = new Map<string, Child[]>();
  for (const child of children) {
    const key = parents.get(child.parent) || child.parent;
    if (key === '') continue;
    const family = families.get(key);
    if (family) family.push(child);
    else families.set(key, [child]);
  }
  return families;
}

function childrenOf({ text }: Piece, families: ReadonlyMap<string, readonly Child[]>): readonly Child[] {
  // What does not end so cannot be read, and nothing goes with it.
  if (!text.endsWith('}')) return [];
  for (const [, key = ''] of text.matchAll(keys)) {
    const family = families.get(key);
    if (family) return family;
  }
  return [];
}

function withChildren(text: string, children: readonly Child[]): string {
  return `${text.slice(0, -1)},"children":[${children.map((child) => child.text).join(',')}]}`;
}

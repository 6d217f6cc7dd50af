import type { Leftovers } from './json-part.ts';
import { attribute, type Element, elementsOf, firstOf, textOf } from './xml-tree.ts';

/** One element of a record and the one around it, and what was not understood of the record. */
export interface TeiPart {
  readonly of: Element;
  readonly around: TeiPart | undefined;
  readonly left: Leftovers;
  /** Its place among its like, from 1, where it needs one to be told from them. */
  readonly place: number | undefined;
}

const none: readonly TeiPart[] = [];

/** The children of a part of a name, or all. */
export function partsOf(parent: TeiPart | undefined, name?: string): readonly TeiPart[] {
  if (!parent) return none;
  const parts: TeiPart[] = [];
  for (const of of parent.of.children) {
    if (typeof of !== 'string' && (name === undefined || of.name === name))
      parts.push({ of, around: parent, left: parent.left, place: undefined });
  }
  return parts;
}

/** The first child of a name. */
export function partAt(parent: TeiPart | undefined, name: string): TeiPart | undefined {
  const of = parent && firstOf(parent.of, name);
  return of && { of, around: parent, left: parent.left, place: undefined };
}

/** Keeps an element as it stands: its text, or its attributes, text and elements. One that says nothing is not kept. */
export function keep(part: TeiPart): void {
  const value = said(part.of);
  if (value !== undefined) keepValue(part, undefined, value);
}

/** Keeps a value of a part, or of what stands inside it at a path. */
export function keepValue(part: TeiPart, inside: string | undefined, value: unknown): void {
  const path = inside === undefined ? pathOf(part) : [pathOf(part), inside].filter(Boolean).join('/');
  part.left.kept.push({ source: part.left.source, path, value });
}

/** Keeps every child whose name is not among these. */
export function keepOthers(parent: TeiPart | undefined, known: ReadonlySet<string>): void {
  if (!parent) return;
  for (const of of parent.of.children) {
    if (typeof of !== 'string' && !known.has(of.name))
      keep({ of, around: parent, left: parent.left, place: undefined });
  }
}

/** The text of each child of a name that says something. */
export function textsOf(parent: TeiPart | undefined, name: string): readonly string[] {
  const texts: string[] = [];
  for (const of of parent?.of.children ?? []) {
    const text = typeof of !== 'string' && of.name === name ? textOf(of) : undefined;
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

/** The kind that an element's `type`, `unit`, `level` or `scheme` tells. */
export function kindOf({ of }: TeiPart): string | undefined {
  if (of.attributes.size === 0) return undefined;
  for (const name of kinds) {
    const kind = attribute(of, name);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

const kinds = ['type', 'unit', 'level', 'scheme'] as const;

/** The path of a part in its record, with the kinds of the elements: `notesStmt/note[@type='degree']`. */
function pathOf({ of, around, place }: TeiPart): string {
  if (!around) return '';
  const name = kinds.find((each) => attribute(of, each) !== undefined);
  const kind = name === undefined ? '' : `[@${name}='${attribute(of, name)}']`;
  const own = `${of.name}${kind}${place === undefined ? '' : `[${place}]`}`;
  const above = pathOf(around);
  return above === '' ? own : `${above}/${own}`;
}

/** Nothing that `parseXml` gives nests deeper than it allows. */
function said(element: Element): unknown {
  const content = contentOf(element);
  const value: Record<string, unknown> = {};
  for (const [name, words] of element.attributes)
    if (words.trim() !== '' && !name.startsWith('xmlns') && !ofPath.has(name)) value[`@${name}`] = words;
  if (Object.keys(value).length === 0) return content;
  if (content !== undefined) value.content = content;
  return value;
}

const ofPath: ReadonlySet<string> = new Set(kinds);

/** Text where there is any, else the elements. */
function contentOf(element: Element): unknown {
  const children = elementsOf(element);
  const isText = element.children.some((child) => typeof child === 'string' && /\S/.test(child));
  if (isText || children.length === 0) return textOf(element);
  const inside = children.flatMap((child) => {
    const value = said(child);
    return value === undefined ? [] : [{ [child.name]: value }];
  });
  return inside.length === 0 ? undefined : inside;
}

import { cutJson } from './json-cut.ts';
import { isObject, type Json } from './json-part.ts';
import type { Piece } from './reader.ts';
import { type Context, contextOf, nameOf, noContext } from './schema-context.ts';
import { baseIn, type Described, idIn, typesIn } from './schema-node.ts';
import { isContainer, isPage, isWork } from './schema-types.ts';

/** Cuts JSON values as they stand: documents, items of a list, lines. */
const cutPlain = cutJson({ start: /(?!)/, inside: [] });

/**
 * Cuts JSON-LD into works. Of a list or a `@graph`, each piece holds a work and those objects beside it that it refers
 * to, in their own words; objects that no work refers to are text between records.
 */
export function* cutSchema(text: string): Iterable<Piece> {
  const documents = cutPlain(text);
  if (!/^[\s\ufeff]*\[/.test(text)) {
    for (const document of documents) yield* cutDocument(document);
    return;
  }
  const items: Item[] = [];
  for (const document of documents) {
    if (graphKey.test(document.text)) yield* cutDocument(document);
    else items.push(itemOf(document, noContext));
  }
  yield* works(items, undefined);
}

// A key, for inside a text its quotation marks would bear a backslash.
const graphKey = /"@graph"\s*:\s*(?=\[)/;

function* cutDocument(document: Piece): Iterable<Piece> {
  const { text, line } = document;
  const graph = graphKey.exec(text);
  if (!graph) {
    yield document;
    return;
  }
  const context = contextIn(text, graph.index);
  const before = text.slice(0, graph.index + graph[0].length);
  const first = line + before.split('\n').length - 1;
  const within = contextOf(context, noContext);
  const items = Array.from(cutPlain(text.slice(before.length)), (piece) =>
    itemOf({ ...piece, line: first + piece.line - 1 }, within),
  );
  yield* works(items, context === undefined ? undefined : JSON.stringify(context));
}

/** The `@context` of a document with a graph: it nearly always stands before it. */
function contextIn(text: string, graph: number): unknown {
  return objectIn(`${text.slice(0, graph)}"@graph":[]}`)?.['@context'] ?? objectIn(text)?.['@context'];
}

function objectIn(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    // What cannot be read is rejected where it is read, with its place.
    return undefined;
  }
}

/** An object of a list or a graph. */
interface Item {
  readonly piece: Piece;
  readonly id: string | undefined;
  readonly kind: 'work' | 'page' | 'container' | 'broken' | 'thing';
  /** The `@id`s that it speaks of, and by which key. */
  readonly links: readonly Link[];
  readonly title: string | undefined;
  /** A work of ours stands for itself, whatever is a part of it. */
  readonly isOurs: boolean;
}

interface Link {
  readonly key: string;
  readonly id: string;
}

function itemOf(piece: Piece, context: Context): Item {
  const of = objectIn(piece.text);
  if (!of) return { piece, id: undefined, kind: 'broken', links: [], title: undefined, isOurs: false };
  const types = typesIn(of, context);
  const inner = '@context' in of ? contextOf(of['@context'], context) : context;
  const kind = isWork(types) ? 'work' : isPage(types) ? 'page' : isContainer(types) ? 'container' : 'thing';
  const links = linksIn(of, inner);
  const title = kind === 'work' ? titleIn({ of, context: inner }) : undefined;
  const isOwn = kind === 'work' || kind === 'page';
  return {
    piece,
    id: idIn({ of, context: inner }),
    kind,
    links: isOwn ? links : links.filter(({ key }) => !back.has(key)),
    title,
    isOurs: baseIn(of) !== undefined,
  };
}

/** A title that is a plain text: enough for another work to speak of this one. */
function titleIn({ of, context }: Described): string | undefined {
  for (const key in of) {
    const name = nameOf(key, context);
    const value = of[key];
    if ((name === 'name' || name === 'headline') && typeof value === 'string') return value;
  }
  return undefined;
}

/** What leads from a journal, a site or a person back to everything that it holds or made. */
const back: ReadonlySet<string> = new Set([
  ...[
    'hasPart',
    'workExample',
    'member',
    'employee',
    'subjectOf',
    'mainEntity',
    'blogPost',
    'itemListElement',
  ],
  ...['founder', 'alumni', 'dataset', 'subOrganization', 'potentialAction', 'breadcrumb'],
]);

/** Walked with a list of its own, for a text may be nested as deep as it likes. */
function linksIn(of: Json, context: Context): readonly Link[] {
  const links: Link[] = [];
  const open: { key: string; value: unknown; isOwn: boolean }[] = Object.entries(of).map(([key, value]) => ({
    key: nameOf(key, context),
    value,
    isOwn: false,
  }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { key, value, isOwn } = next;
    if (typeof value === 'string') {
      if (!isOwn && !key.startsWith('@')) links.push({ key, id: value });
    } else if (Array.isArray(value)) {
      for (const inner of value as readonly unknown[]) open.push({ key, value: inner, isOwn });
    } else if (isObject(value)) {
      for (const inner in value) {
        const name = nameOf(inner, context);
        if (name === '@id' && typeof value[inner] === 'string') links.push({ key, id: value[inner] });
        else if (name === '@list' || name === '@set') open.push({ key, value: value[inner], isOwn });
        else if (name !== '@value') open.push({ key: name, value: value[inner], isOwn: false });
      }
    }
  }
  return links;
}

function* works(items: readonly Item[], context: string | undefined): Iterable<Piece> {
  const byId = new Map<string, Item[]>();
  for (const item of items) {
    if (item.id === undefined) continue;
    const same = byId.get(item.id);
    if (same) same.push(item);
    else byId.set(item.id, [item]);
  }
  const chosen = recordsOf(items, byId);
  const used = new Set<Item>();
  const whole: Whole = { byId, chosen, context, used, shared: new Map() };
  for (const item of items) {
    if (item.kind === 'broken') yield item.piece;
    else if (chosen.has(item)) yield joined(item, whole);
  }
  for (const item of items) {
    if (item.kind !== 'broken' && !chosen.has(item) && !used.has(item))
      yield { ...item.piece, kind: 'aside' };
  }
}

/** What the works of one list or graph share while it is cut. */
interface Whole {
  readonly byId: ReadonlyMap<string, readonly Item[]>;
  readonly chosen: ReadonlySet<Item>;
  readonly context: string | undefined;
  readonly used: Set<Item>;
  readonly shared: Map<Item, string>;
}

/** The works, each `@id` once, without those that others appear in; where there are none, the pages. */
function recordsOf(items: readonly Item[], byId: ReadonlyMap<string, readonly Item[]>): ReadonlySet<Item> {
  const holders = new Set(
    items.flatMap(({ kind, links }) =>
      kind === 'work' ? links.flatMap(({ key, id }) => (key === 'isPartOf' ? [id] : [])) : [],
    ),
  );
  const isFirst = (item: Item) => item.id === undefined || byId.get(item.id)?.find(isWorkItem) === item;
  const found = items.filter((item) => isWorkItem(item) && isFirst(item));
  const outer = found.filter(({ id, isOurs }) => isOurs || id === undefined || !holders.has(id));
  if (found.length > 0) return new Set(outer.length > 0 ? outer : found);
  return new Set(items.filter(({ kind }) => kind === 'page').slice(0, 1));
}

const isWorkItem = ({ kind }: Item) => kind === 'work';

// More than any work speaks of.
const most = 20_000;

/** A work and what it refers to, near or far, as one text; of other works, no more than their titles. */
function joined(item: Item, { byId, chosen, context, used, shared }: Whole): Piece {
  const found = new Set([item]);
  const named: string[] = [];
  for (const from of found) {
    for (const { key, id } of from.links) {
      if (from !== item && back.has(key)) continue;
      for (const other of byId.get(id) ?? []) {
        if (found.size + named.length >= most || found.has(other)) continue;
        if (!chosen.has(other) || other.id === item.id) found.add(other);
        else if (from === item) named.push(stubOf(other, shared));
      }
    }
  }
  for (const each of found) used.add(each);
  if (found.size + named.length === 1 && context === undefined) return item.piece;
  const texts = Array.from(found, (each) => (each === item ? each.piece.text : sharedText(each, shared)));
  const graph = [...texts, ...named].join(',');
  const text = `{${context === undefined ? '' : `"@context":${context},`}"@graph":[${graph}]}`;
  return { text, line: item.piece.line, kind: 'record' };
}

/** Of a work beside another, its title alone. */
function stubOf(item: Item, shared: Map<Item, string>): string {
  const known = shared.get(item);
  if (known !== undefined) return known;
  const { id, title } = item;
  const named = title === undefined ? {} : { 'https://schema.org/name': title };
  const text = JSON.stringify({ '@id': id, '@type': 'https://schema.org/CreativeWork', ...named });
  shared.set(item, text);
  return text;
}

/** What an object says beside other works: a journal does not list all its articles in each of them. */
function sharedText(item: Item, shared: Map<Item, string>): string {
  const known = shared.get(item);
  if (known !== undefined) return known;
  const { text } = item.piece;
  const kept = text.length < 4000 ? text : JSON.stringify(withoutBack(objectIn(text) ?? {}));
  shared.set(item, kept);
  return kept;
}

function withoutBack(of: Json): Json {
  return Object.fromEntries(
    Object.entries(of).filter(([key]) => !back.has(key.replace(/^.*[/:]/, '')) || key.startsWith('@')),
  );
}

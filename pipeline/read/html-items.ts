import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf, textOf } from './html-tree.ts';
import type { Json } from './json-part.ts';
import { isWork } from './schema-types.ts';

/** An item of a page, and the line on which it begins. */
export interface Item {
  readonly of: Json;
  readonly from: 'microdata' | 'rdfa';
  readonly line: number;
}

/** Works in microdata (HTML, section 5) or RDFa Lite, each as the JSON-LD that says the same. */
export function itemsIn(document: Tree.Document): readonly Item[] {
  const walk: Walk = { items: [], values: 0, ids: new Map() };
  collectIds(document, walk);
  for (const child of document.childNodes) if ('tagName' in child) visit(child, outside, walk);
  return walk.items.filter(({ of }) => isWork(typesIn(of)));
}

const typesIn = (of: Json): readonly string[] => {
  const types = of['@type'];
  return Array.isArray(types) ? types.filter((type) => typeof type === 'string') : [];
};

interface Walk {
  readonly items: Item[];
  /** How many values were read; a page has few, and reading each costs its text. */
  values: number;
  readonly ids: Map<string, Tree.Element>;
}

/** What surrounds an element. */
interface Around {
  readonly microdata: Record<string, unknown> | undefined;
  readonly rdfa: Record<string, unknown> | undefined;
  /** Whether bare RDFa names are schema.org's. */
  readonly isSchema: boolean;
  readonly lang: string | undefined;
  /** Whether another item refers to this place: items that stand in it are read where they stand. */
  readonly isReferred: boolean;
  readonly depth: number;
}

const outside: Around = {
  microdata: undefined,
  rdfa: undefined,
  isSchema: false,
  lang: undefined,
  isReferred: false,
  depth: 0,
};
const mostValues = 20_000;
const deepest = 600;

function visit(element: Tree.Element, outer: Around, walk: Walk): void {
  if (outer.depth > deepest || walk.values > mostValues) return;
  const around = { ...outer, depth: outer.depth + 1, ...languageOf(element) };
  const microdata = microdataOf(element, around, walk);
  const inner = rdfaOf(element, { ...around, microdata }, walk);
  for (const child of element.childNodes) if ('tagName' in child) visit(child, inner, walk);
}

/** A language that an element inside the page states for its text. */
function languageOf(element: Tree.Element): Pick<Around, 'lang'> | undefined {
  if (element.tagName === 'html') return undefined;
  const lang = attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang');
  return lang ? { lang } : undefined;
}

/** Reads what the element says in microdata; gives the item that its children belong to. */
function microdataOf(element: Tree.Element, around: Around, walk: Walk): Around['microdata'] {
  const names = wordsOf(attributeOf(element, 'itemprop'));
  const isItem = attributeOf(element, 'itemscope') !== undefined;
  if (!isItem) {
    if (names.length > 0 && around.microdata) addAll(around.microdata, names, valueIn(element, around), walk);
    return around.microdata;
  }
  const of: Record<string, unknown> = { '@type': wordsOf(attributeOf(element, 'itemtype')).map(bare) };
  const id = attributeOf(element, 'itemid');
  if (id) of['@id'] = id;
  if (names.length > 0 && around.microdata) addAll(around.microdata, names, of, walk);
  else if (!around.isReferred) walk.items.push({ of, from: 'microdata', line: lineOf(element) });
  refer(element, of, around, walk);
  return of;
}

/** `itemref`: properties that stand elsewhere in the page. */
function refer(element: Tree.Element, of: Record<string, unknown>, around: Around, walk: Walk): void {
  for (const id of wordsOf(attributeOf(element, 'itemref')).slice(0, 100)) {
    const referred = walk.ids.get(id);
    // Each place is read once, so that places that refer to each other end.
    walk.ids.delete(id);
    if (referred) visit(referred, { ...around, microdata: of, rdfa: undefined, isReferred: true }, walk);
  }
}

function collectIds(document: Tree.Document, { ids }: Walk): void {
  const open: Tree.ChildNode[] = [...document.childNodes];
  const referred = new Set<string>();
  const found = new Map<string, Tree.Element>();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node)) continue;
    const id = attributeOf(node, 'id');
    if (id) found.set(id, node);
    for (const each of wordsOf(attributeOf(node, 'itemref'))) referred.add(each);
    for (const child of node.childNodes) open.push(child);
  }
  for (const id of referred) {
    const element = found.get(id);
    if (element) ids.set(id, element);
  }
}

/** Reads what the element says in RDFa Lite; gives what its children are within. */
function rdfaOf(element: Tree.Element, around: Around, walk: Walk): Around {
  const vocab = attributeOf(element, 'vocab');
  const isSchema =
    vocab === undefined ? around.isSchema : /^https?:\/\/(?:www\.)?schema\.org\/?$/.test(vocab);
  const own = (words: string | undefined) => wordsOf(words).flatMap((word) => schemaName(word, isSchema));
  const types = own(attributeOf(element, 'typeof'));
  const names = element.tagName === 'meta' && !around.rdfa ? [] : own(attributeOf(element, 'property'));
  if (types.length === 0) {
    if (names.length > 0 && around.rdfa) addAll(around.rdfa, names, valueIn(element, around), walk);
    return { ...around, isSchema };
  }
  const of: Record<string, unknown> = { '@type': types };
  const id =
    attributeOf(element, 'resource') ?? attributeOf(element, 'about') ?? attributeOf(element, 'href');
  if (id) of['@id'] = id;
  if (names.length > 0 && around.rdfa) addAll(around.rdfa, names, of, walk);
  else walk.items.push({ of, from: 'rdfa', line: lineOf(element) });
  return { ...around, isSchema, rdfa: of };
}

function schemaName(word: string, isSchema: boolean): readonly string[] {
  const name = /^(?:schema:|https?:\/\/(?:www\.)?schema\.org\/)(\w+)$/i.exec(word)?.[1];
  if (name !== undefined) return [name];
  return isSchema && /^\w+$/.test(word) ? [word] : [];
}

const bare = (type: string) => type.replace(/^https?:\/\/(?:www\.)?schema\.org\//i, '');
const wordsOf = (words: string | undefined) => (words ?? '').split(/\s+/).filter(Boolean);
const lineOf = (element: Tree.Element) => element.sourceCodeLocation?.startLine ?? 1;

/** The text of the work itself is no description of it. */
const bodies: ReadonlySet<string> = new Set(['articleBody', 'text', 'reviewBody']);

function addAll(of: Record<string, unknown>, names: readonly string[], value: unknown, walk: Walk): void {
  walk.values += 1;
  if (value === '') return;
  for (const name of names.map(bare)) {
    if (bodies.has(name) || name === '__proto__') continue;
    const said = of[name];
    if (said === undefined) of[name] = value;
    else if (Array.isArray(said)) said.push(value);
    else of[name] = [said, value];
  }
}

const addresses: ReadonlyMap<string, string> = new Map([
  ...['a', 'area', 'link'].map((tag) => [tag, 'href'] as const),
  ...['audio', 'embed', 'iframe', 'img', 'source', 'track', 'video'].map((tag) => [tag, 'src'] as const),
  ['object', 'data'],
  ['data', 'value'],
  ['meter', 'value'],
  ['time', 'datetime'],
]);

/** HTML, section 5.2.4; `content` is heeded on every element, as RDFa has it and as pages write it. */
function valueIn(element: Tree.Element, { lang }: Around): unknown {
  const content = attributeOf(element, 'content') ?? attributeOf(element, 'resource');
  const attribute = addresses.get(element.tagName);
  const said = content ?? (attribute === undefined ? undefined : attributeOf(element, attribute));
  if (said !== undefined) return said.trim();
  const text = textOf(element);
  return lang === undefined || text === '' ? text : { '@value': text, '@language': lang };
}

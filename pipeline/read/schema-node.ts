import type { LangText } from '../base/work.ts';
import { isObject, type Json, keep, type Leftovers, type Part } from './json-part.ts';
import { type Context, contextOf, isPlain, nameOf, termAt } from './schema-context.ts';

/** An object of a JSON-LD text: its keys are schema.org's names, those of other vocabularies stay as written. */
export interface Node extends Part {
  /** Its `@id`, when that is a name outside the text. */
  readonly id: string | undefined;
  /** Its id in the dataset that the text is from: `person/ada-exemple`. */
  readonly local: string | undefined;
  /** The base IRI of the ids of that dataset. */
  readonly base: string | undefined;
  /** schema.org's names of its classes. */
  readonly types: readonly string[];
  readonly context: Context;
  /** The objects of the same text, by `@id`. */
  readonly others: Others;
}

/** What a text says of each `@id`. */
type Others = ReadonlyMap<string, Described>;

/** An object as it stands, and the context in which it does. */
export interface Described {
  readonly of: Json;
  readonly context: Context;
}

/** One value of a key: a text or an object, and its own key, with its number when it stands in a list. */
export interface Value {
  readonly at: string;
  readonly text?: LangText | undefined;
  readonly node?: Node | undefined;
}

/** The outermost object of a record. */
export function rootNode({ of, context }: Described, others: Others, left: Leftovers): Node {
  return nodeFrom(of, '', { context, others, left, base: baseIn(of) });
}

/**
 * The base IRI of a dataset of ours, `…/` where the work is `…/work/…` and said to be in `…/dataset`: what is named
 * below it has its name for the sake of the dataset, and gets one anew in another.
 */
export function baseIn(work: Json): string | undefined {
  const { '@id': id, subjectOf: dataset } = work;
  const name = isObject(dataset) ? dataset['@id'] : undefined;
  if (typeof id !== 'string' || typeof name !== 'string' || !name.endsWith('/dataset')) return undefined;
  const base = name.slice(0, -'dataset'.length);
  return id.startsWith(`${base}work/`) ? base : undefined;
}

type Around = Pick<Node, 'context' | 'others' | 'left' | 'base'>;

function nodeFrom(value: Json, path: string, around: Around): Node {
  const context = '@context' in value ? contextOf(value['@context'], around.context) : around.context;
  const own = meant(value, context);
  const id = typeof own['@id'] === 'string' ? own['@id'] : undefined;
  const described = id === undefined ? undefined : around.others.get(id);
  const isElsewhere = described !== undefined && described.of !== value;
  const of = isElsewhere ? { ...meant(described.of, described.context), ...own } : own;
  const isLocal = around.base !== undefined && id?.startsWith(around.base) === true;
  return {
    of,
    path,
    left: around.left,
    id: isLocal ? undefined : id,
    local: isLocal ? id?.slice(around.base?.length) : undefined,
    base: around.base,
    types: typesOf(of, context),
    // What the description of another place says, it says in the terms of that place.
    context: isElsewhere ? described.context : context,
    others: around.others,
  };
}

function typesOf(of: Json, context: Context): readonly string[] {
  const type = of['@type'];
  if (typeof type === 'string') return [nameOf(type, context)];
  if (!Array.isArray(type)) return [];
  const list: readonly unknown[] = type;
  return list.flatMap((each) => (typeof each === 'string' ? [nameOf(each, context)] : []));
}

/** schema.org's names of the classes of an object, read alone. */
export function typesIn(value: Json, around: Context): readonly string[] {
  const context = '@context' in value ? contextOf(value['@context'], around) : around;
  return typesOf(meant(value, context), context);
}

/** The object with the keys that its own mean; itself when they are those. */
function meant(value: Json, context: Context): Json {
  let isSame = context.language === undefined;
  for (const key in value) isSame &&= isPlain(key, context);
  if (isSame) return value;
  const of: Record<string, unknown> = {};
  for (const key in value) {
    const name = nameOf(key, context);
    const said = coerced(value[key], key, name, context);
    of[name] = name in of ? [of[name], said].flat() : said;
  }
  return of;
}

const texts = new Set([
  'name',
  'headline',
  'alternativeHeadline',
  'alternateName',
  'abstract',
  'description',
]);

/** A value as its term and its context want it read: an IRI, a text in a language, a map of languages. */
function coerced(value: unknown, key: string, name: string, context: Context): unknown {
  if (name.startsWith('@') || name.includes(':')) return value;
  const term = termAt(key, context);
  if (term?.container === '@language' && isObject(value) && !('@value' in value)) return byLanguage(value);
  if ((term?.container === '@index' || term?.container === '@id') && isObject(value))
    return Object.values(value);
  if (term?.type === '@id' || term?.type === '@vocab') return each(value, asReference);
  const language = term?.language ?? (texts.has(name) || name === 'keywords' ? context.language : undefined);
  if (language === undefined) return value;
  return each(value, (said) => (typeof said === 'string' ? { '@value': said, '@language': language } : said));
}

const each = (value: unknown, change: (one: unknown) => unknown): unknown =>
  Array.isArray(value) ? value.map(change) : change(value);
const asReference = (value: unknown) => (typeof value === 'string' ? { '@id': value } : value);

/** JSON-LD 1.1, section 4.6.2; `@none` is a text of no language. */
function byLanguage(value: Json): unknown {
  return Object.entries(value).flatMap(([language, said]) =>
    [said]
      .flat()
      .map((one) =>
        typeof one === 'string' && language !== '@none' ? { '@value': one, '@language': language } : one,
      ),
  );
}

/** Every value of a key; lists and sets are opened, what says nothing is left out, and what is no value is kept. */
export function valuesOf(node: Node, key: string): readonly Value[] {
  const said = node.of[key];
  if (said === undefined || said === null) return none;
  if (typeof said === 'string') return isSaid(said) ? [{ at: key, text: { value: said } }] : none;
  return [...eachValue(node, key)];
}

const none: readonly Value[] = [];
const isSaid = (text: string) => /\S/.test(text);

/** The values of a key one by one, for lists of any length. */
export function* eachValue(node: Node, key: string): Iterable<Value> {
  const said = node.of[key];
  if (said === undefined || said === null) return;
  const isList = Array.isArray(said) || isListed(said);
  let index = 0;
  for (const one of isList ? listed(said) : [said]) {
    const value = valueAt(node, isList ? `${key}.${index}` : key, one);
    index += 1;
    if (value) yield value;
  }
}

function valueAt(node: Node, at: string, one: unknown): Value | undefined {
  const text = textIn(one);
  if (text) return isSaid(text.value) ? { at, text } : undefined;
  if (isObject(one) && !('@value' in one)) {
    return { at, node: nodeFrom(one, node.path === '' ? at : `${node.path}.${at}`, node) };
  }
  keep(node, at, one);
  return undefined;
}

const isListed = (value: unknown): value is Json => isObject(value) && ('@list' in value || '@set' in value);

function listed(value: unknown): readonly unknown[] {
  const list = isListed(value) ? inside(value) : value;
  if (!Array.isArray(list)) return [list];
  const items: readonly unknown[] = list;
  return items.some(isListed) ? items.flatMap((item) => (isListed(item) ? inside(item) : [item])) : items;
}

const inside = (list: Json): unknown => list['@list'] ?? list['@set'];

/**
 * A text, a number or a boolean, bare or as `{"@value": …}`; its datatype says nothing that its words do not. A bare text
 * may be in the language of the work; `@value` alone is in none that is known (JSON-LD 1.1, section 4.2.4), and says so.
 */
function textIn(value: unknown): LangText | undefined {
  if (typeof value === 'string') return { value };
  if (typeof value === 'number' || typeof value === 'boolean') return { value: String(value) };
  if (!isObject(value) || !('@value' in value)) return undefined;
  const inner = value['@value'];
  if (isObject(inner)) return undefined;
  const text = textIn(inner);
  const { '@language': lang, '@type': type } = value;
  if (text === undefined) return undefined;
  if (typeof lang === 'string') return { ...text, lang };
  if (typeof type !== 'string') return { ...text, lang: undefined };
  return /\b(?:HTML|XMLLiteral)$/.test(type) ? { ...text, markup: 'html' } : text;
}

/** The texts of a key; what is no text is kept. */
export function textsOf(node: Node, key: string): readonly LangText[] {
  const said = node.of[key];
  if (said === undefined) return noTexts;
  if (typeof said === 'string') return isSaid(said) ? [{ value: said }] : noTexts;
  return valuesOf(node, key).flatMap(({ at, text, node: inner }) => {
    if (text) return [text];
    keep(node, at, inner?.of);
    return [];
  });
}

const noTexts: readonly LangText[] = [];

/** The words of a key, whatever their language. */
export function wordsOf(node: Node, key: string): readonly string[] {
  return textsOf(node, key).map(({ value }) => value);
}

/** The first words of a key; other words are kept. */
export function words(node: Node, key: string): string | undefined {
  const said = node.of[key];
  if (said === undefined) return undefined;
  if (typeof said === 'string') return isSaid(said) ? said : undefined;
  const [first, ...rest] = wordsOf(node, key);
  for (const [index, other] of rest.entries()) if (other !== first) keep(node, `${key}.${index + 1}`, other);
  return first;
}

/** Keeps every key that is not among those that were read or are ignored on purpose. */
export function keepUnread(node: Node, known: ReadonlySet<string>): void {
  for (const key in node.of) if (!key.startsWith('@') && !known.has(key)) keep(node, key, node.of[key]);
}

/** The objects of a text by `@id`; what several say of one `@id` is put together. */
export function othersIn(nodes: readonly Described[]): Others {
  const others = new Map<string, Described>();
  for (const described of nodes) {
    const id = idIn(described);
    if (id === undefined) continue;
    const said = others.get(id);
    others.set(id, said ? { of: joined(said.of, described.of), context: said.context } : described);
  }
  return others;
}

/** The `@id` of an object, also under another name. */
export function idIn({ of, context }: Described): string | undefined {
  if (typeof of['@id'] === 'string') return of['@id'];
  for (const key in of) {
    const value = of[key];
    if (typeof value === 'string' && nameOf(key, context) === '@id') return value;
  }
  return undefined;
}

function joined(one: Json, two: Json): Json {
  const both: Record<string, unknown> = { ...one };
  for (const key in two) {
    const [a, b] = [one[key], two[key]];
    both[key] = a === undefined || key === '@id' || key === '@context' ? (a ?? b) : [a, b].flat();
  }
  return both;
}

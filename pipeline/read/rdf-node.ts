import type { DraftAffiliation, DraftContribution, Origin } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import { namespaces } from '../base/terms.ts';
import type { LangText, Relation } from '../base/work.ts';
import { isBlank, isReference, nowhere, type Value } from './rdf-graph.ts';
import { type Said, type Thing, thingOf } from './rdf-piece.ts';

export type { Said, Thing } from './rdf-piece.ts';

/** The reading of one work: the things around it, and which of their statements were taken. */
export interface Reading {
  readonly work: Thing;
  readonly things: Map<string, Thing>;
  /** Who says what of the work. */
  readonly incoming: readonly { readonly from: Thing; readonly said: Said }[];
  /** The base of our own graphs, `https://www.labacces.fr/id/`, when the work is of one. */
  readonly base: string | undefined;
  readonly origin: Origin;
  readonly made: Made;
}

/** What was made of things: several statements may lead to one, and it is read once. */
interface Made {
  readonly agent: Map<string, Omit<DraftContribution, 'role'> | undefined>;
  readonly person: Map<string, Omit<DraftContribution, 'role'> | undefined>;
  readonly body: Map<string, DraftAffiliation | undefined>;
  readonly target: Map<string, Relation['target'] | undefined>;
}

/** What `make` makes of a thing, made once. */
export function once<T>(
  made: Map<string, T | undefined>,
  id: string,
  make: () => T | undefined,
): T | undefined {
  if (made.has(id)) return made.get(id);
  // A thing that leads back to itself is not made while it is being made.
  made.set(id, undefined);
  const own = make();
  made.set(id, own);
  return own;
}

/** Begins the reading of the things of a piece, of which the first is the work. */
export function readingOf(pieces: ReadonlyMap<string, Thing>, origin: Origin): Reading {
  const things = new Map(pieces);
  const [work = thingOf('', [])] = things.values();
  const incoming = [...things.values()].flatMap((from) =>
    from === work ? [] : from.said.filter(isAbout(work.id)).map((said) => ({ from, said })),
  );
  const made = { agent: new Map(), person: new Map(), body: new Map(), target: new Map() };
  return { work, things, incoming, base: baseOf(work), origin, made };
}

const isAbout =
  (id: string) =>
  ({ value }: Said) =>
    isReference(value) && value.id === id;

/** The thing of this id, if anything is said of it. */
export const thing = ({ things }: Reading, id: string): Thing | undefined => things.get(id);

/** The statements with these properties that nothing has taken, those of the first property first. */
export function saidBy({ byKey }: Thing, ...keys: readonly string[]): readonly Said[] {
  let found: Said[] | undefined;
  for (const key of keys) {
    const said = byKey.get(key);
    if (!said) continue;
    found ??= [];
    for (const each of said) if (!each.taken) found.push(each);
  }
  return found ?? none;
}

const none: readonly Said[] = [];

/** The first of each key, in order. */
export function uniqueBy<T>(all: readonly T[], keyOfOne: (one: T) => string): readonly T[] {
  const firsts = new Map<string, T>();
  for (const one of all) {
    const key = keyOfOne(one);
    if (!firsts.has(key)) firsts.set(key, one);
  }
  return [...firsts.values()];
}

/** Whether anything is said by one of the properties, taken or not. */
export const says = ({ byKey }: Thing, ...keys: readonly string[]) => keys.some((key) => byKey.has(key));

/** The literals of these properties, each once: several vocabularies say the same. */
export function texts(of: Thing, ...keys: readonly string[]): readonly LangText[] {
  const found = new Map<string, LangText>();
  for (const each of saidBy(of, ...keys)) {
    const text = textOf(each.value);
    if (!text) continue;
    each.taken = true;
    const key = `${text.lang ?? ''}|${text.value}`;
    if (text.value !== '' && !found.has(key)) found.set(key, text);
  }
  return [...found.values()];
}

/** The words of these literals, each once, whatever their language. */
export function words(of: Thing, ...keys: readonly string[]): readonly string[] {
  return [...new Set(texts(of, ...keys).map(({ value }) => value))];
}

/** The first word, the others left where they are. */
export function word(of: Thing, ...keys: readonly string[]): string | undefined {
  const all = saidBy(of, ...keys).filter(({ value }) => textOf(value) !== undefined);
  const first = all.map(({ value }) => textOf(value)?.value).find((value) => value !== '');
  for (const each of all) {
    const value = textOf(each.value)?.value;
    if (value === first || value === '') each.taken = true;
  }
  return first;
}

/** The nodes of these properties, each once. */
export function ids(of: Thing, ...keys: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const each of saidBy(of, ...keys)) {
    if (!isReference(each.value)) continue;
    each.taken = true;
    found.add(each.value.id);
  }
  return [...found];
}

/** The IRIs of these properties, each once; nodes that only the text itself knows have none. */
export function iris(of: Thing, ...keys: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const each of saidBy(of, ...keys)) {
    if (!isReference(each.value) || isLocal(each.value.id)) continue;
    each.taken = true;
    found.add(each.value.id);
  }
  return [...found];
}

/** Whether an id is a blank node's, or relative to a text without a base. */
export const isLocal = (id: string) => isBlank(id) || id.startsWith(nowhere);

/** The addresses of these properties, whether given as nodes or as text, each once. */
export function addresses(of: Thing, ...keys: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const each of saidBy(of, ...keys)) {
    const address = isReference(each.value) ? each.value.id : each.value.text.trim();
    if (!isWebAddress(address)) continue;
    each.taken = true;
    found.add(address);
  }
  return [...found];
}

/** The classes of a thing; they are taken, for a thing's kind is told by its place in the draft. */
export const classes = (of: Thing) => ids(of, 'rdf:type');

const marked: ReadonlySet<string> = new Set([`${namespaces.rdf}XMLLiteral`, `${namespaces.rdf}HTML`]);

/** A literal as a text, marked up when its datatype says so. */
export function textOf(value: Value): LangText | undefined {
  if (isReference(value)) return undefined;
  const { text, lang, datatype } = value;
  // Files indented by hand break lines within texts.
  const trimmed = text.trim();
  const plain = trimmed.includes('\n  ') ? trimmed.replace(/\n[ \t]{2,}/g, ' ') : trimmed;
  if (datatype !== undefined && marked.has(datatype)) return { value: plain, lang, markup: 'html' };
  return lang === undefined ? { value: plain } : { value: plain, lang };
}

/** The things in a list or a container (`rdf:Seq`), in order; undefined when it is neither. */
export function members(reading: Reading, id: string): readonly Value[] | undefined {
  if (id === nil) return [];
  const start = thing(reading, id);
  if (!start) return undefined;
  if (says(start, 'rdf:first', 'rdf:rest')) return ofList(reading, start);
  const numbered = start.said.filter(({ key }) => item.test(key));
  if (numbered.length === 0) return undefined;
  for (const each of start.said) if (each.key === 'rdf:type') each.taken = true;
  return numbered
    .sort((a, b) => Number(a.key.slice(5)) - Number(b.key.slice(5)))
    .map((each) => {
      each.taken = true;
      return each.value;
    });
}

const nil = `${namespaces.rdf}nil`;
const item = /^rdf:_\d{1,9}$/;

function ofList(reading: Reading, start: Thing): readonly Value[] {
  const found: Value[] = [];
  const seen = new Set<string>();
  // A list that bites its tail ends there.
  for (let cell: Thing | undefined = start; cell && !seen.has(cell.id); ) {
    seen.add(cell.id);
    for (const each of saidBy(cell, 'rdf:first')) {
      each.taken = true;
      found.push(each.value);
    }
    for (const each of saidBy(cell, 'rdf:type')) each.taken = true;
    const [rest] = ids(cell, 'rdf:rest');
    cell = rest === undefined ? undefined : thing(reading, rest);
  }
  return found;
}

/**
 * The base of a graph of ours. A work below `work/` alone proves nothing: other catalogues have such addresses, too. Its
 * source, or the nodes that are named below it, do.
 */
function baseOf({ id, said }: Thing): string | undefined {
  for (const { key, value } of said) {
    if (!isReference(value)) continue;
    if (key === 'prov:wasDerivedFrom') {
      const base = value.id.slice(0, value.id.lastIndexOf('/source/') + 1);
      if (base !== '' && id.startsWith(`${base}work/`)) return base;
    } else if (ownNode.test(value.id) && value.id.startsWith(`${id}#`)) {
      const at = id.indexOf('/work/');
      if (at > 0) return id.slice(0, at + 1);
    }
  }
  return undefined;
}

const ownNode = /#(?:signature|authors|editors|identifier|encoding|grant)-\d+$/;

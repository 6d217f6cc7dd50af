import type { Piece } from './reader.ts';
import {
  cutElements,
  type Element,
  elementsOf,
  parseXml,
  readableXml,
  textOf,
  type XmlPiece,
} from './xml-tree.ts';
import { rdfAttribute } from './zotero-rdf-names.ts';

/** What an item is made of besides its own element: its journal, its notes, its files. */
const referring: ReadonlySet<string> = new Set(
  'isPartOf isReferencedBy link presentedAt publisher'.split(' '),
);
const reference =
  /<(?:[\w.-]+:)?(?:isPartOf|isReferencedBy|link|presentedAt|publisher)\s[^<>]{0,200}?(?:resource|nodeID)\s*=\s*["']([^"'<>]*)["']/g;
const about = /^<[^<>]{1,8000}?\s(?:[\w.-]+:)?(?:about|ID|nodeID)\s*=\s*["']([^"'<>]*)["']/;
const itemType = /<(?:[\w.-]+:)?itemType\s*>\s*(\w+)/g;
/** Older exports do not say the type of an item: its element does. */
const bib: ReadonlySet<string> = new Set(
  'Article Book BookSection Thesis Report Manuscript ConferenceProceedings'.split(' '),
);

/** A resource of the file, its own name, and what it refers to. */
interface Resource {
  readonly piece: XmlPiece;
  readonly isItem: boolean;
  readonly name: string | undefined;
  readonly refers: readonly string[];
}

/** An item, and what it refers to. */
export interface RdfItem {
  readonly item: Element;
  readonly below: readonly Element[];
}

/** The piece of an item whose elements are known; its text is only written when it is rejected. */
class ItemPiece implements Piece, RdfItem {
  readonly kind = 'record';
  readonly line: number;
  readonly item: Element;
  readonly below: readonly Element[];
  readonly pieces: readonly XmlPiece[];

  constructor(item: Element, below: readonly Element[], pieces: readonly XmlPiece[]) {
    this.line = pieces[0]?.line ?? item.line;
    this.item = item;
    this.below = below;
    this.pieces = pieces;
  }

  get text(): string {
    return textOfAll(this.pieces);
  }
}

/**
 * Cuts Zotero RDF into items, each with what it refers to and Zotero did not write inside it: a piece with more than its
 * item is itself Zotero RDF, its item first. A journal or a note that cannot be read is rejected by itself, and its item
 * goes on without it. What is neither an item nor of one, such as a collection, is no record.
 */
export function* cutRdf(text: string): Iterable<Piece> {
  const resources = [...cutElements(text, (name) => name !== 'RDF')].map(resourceOf);
  const named = new Map<string, Resource>();
  for (const each of resources)
    if (each.name !== undefined && !named.has(each.name)) named.set(each.name, each);
  const isSound = soundness();
  const told = new Set<Resource>();
  // A thing that many refer to is told to each of them, within reason.
  let budget = 4 * text.length + 1000;
  for (const item of resources) {
    if (!item.isItem) continue;
    const below = budget < 0 ? [] : thingsBelow(item, named).filter(isSound);
    for (const each of below) budget -= each.piece.text.length;
    const isTogether = below.length > 0 && budget >= 0;
    if (isTogether) for (const each of below) told.add(each);
    yield isTogether ? together([item, ...below].map(({ piece }) => piece)) : item.piece;
  }
  for (const each of resources) {
    if (!each.isItem && !told.has(each)) yield isSound(each) ? aside(each.piece) : each.piece;
  }
}

const declarations = /\sxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"]*"|'[^']*')/g;

const aside = ({ text, line }: Piece): Piece => ({
  text: text.replace(declarations, ''),
  line,
  kind: 'aside',
});

/** By its element, else by its text, which says the same as far as it can be read. */
function resourceOf(piece: XmlPiece): Resource {
  const { element, text } = piece;
  const said = element ? saidBy(element) : saidIn(text);
  const { name, refers, types } = said;
  // A note or a file that stands alone is no work, whatever Zotero calls it.
  const isItem = types.length === 0 ? bib.has(piece.name) : types.some((type) => !childTypes.has(type));
  return { piece, isItem, name: name === '' ? undefined : name, refers };
}

interface Said {
  readonly name: string | undefined;
  readonly refers: readonly string[];
  readonly types: readonly string[];
}

function saidIn(text: string): Said {
  return {
    name: about.exec(text)?.[1],
    refers: Array.from(text.matchAll(reference), ([, target = '']) => target),
    types: Array.from(text.matchAll(itemType), ([, type = '']) => type),
  };
}

function saidBy(element: Element): Said {
  const [refers, types]: [string[], string[]] = [[], []];
  const walk = (each: Element) => {
    const target = referring.has(each.name) ? rdfAttribute(each, 'resource', 'nodeID') : undefined;
    if (target !== undefined) refers.push(target);
    const type = each.name === 'itemType' ? textOf(each) : undefined;
    if (type !== undefined) types.push(type);
    for (const child of each.children) if (typeof child !== 'string') walk(child);
  };
  walk(element);
  return { name: rdfAttribute(element, 'about', 'ID', 'nodeID'), refers, types };
}

const childTypes: ReadonlySet<string> = new Set(['attachment', 'note', 'annotation']);

/** Everything that an item is made of, each once. */
function thingsBelow(item: Resource, named: ReadonlyMap<string, Resource>): readonly Resource[] {
  const below = new Set<Resource>();
  const add = (name: string) => {
    const thing = named.get(name);
    if (thing && thing !== item && !thing.isItem) below.add(thing);
  };
  for (const name of item.refers) add(name);
  // A set that grows while it is walked is walked to its end.
  for (const thing of below) for (const name of thing.refers) add(name);
  return [...below];
}

/** Whether a resource can be read, found out once. */
function soundness(): (resource: Resource) => boolean {
  const known = new Map<Resource, boolean>();
  return (resource) => {
    if (resource.piece.element) return true;
    const before = known.get(resource);
    if (before !== undefined) return before;
    const sound = readableXml(resource.piece) !== undefined;
    known.set(resource, sound);
    return sound;
  };
}

/** One piece of an item and what it refers to. */
function together(pieces: readonly XmlPiece[]): Piece {
  const [item, ...below] = pieces.flatMap(({ element }) => element ?? []);
  if (item && below.length === pieces.length - 1) return new ItemPiece(item, below, pieces);
  return { text: textOfAll(pieces), line: pieces[0]?.line ?? 1, kind: 'record' };
}

function textOfAll(pieces: readonly XmlPiece[]): string {
  const words = pieces.map(({ text }) => text).join('\n');
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${words}\n</rdf:RDF>`;
}

/** The item of a piece of this cut; undefined where its elements are not known. */
export function knownItem(piece: Piece | XmlPiece | ItemPiece): RdfItem | undefined {
  if ('item' in piece) return piece;
  return 'element' in piece && piece.element ? { item: piece.element, below: [] } : undefined;
}

/** The item of a piece whose text is to be read. */
export function readItem(piece: Piece): RdfItem {
  const root = parseXml(piece);
  const [item = root, ...below] = root.name === 'RDF' ? elementsOf(root) : [root];
  return { item, below };
}

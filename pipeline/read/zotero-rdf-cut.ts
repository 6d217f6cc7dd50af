import { cutXml } from '../base/xml-cut.ts';
import type { Piece } from './reader.ts';
import { Unreadable } from './reader.ts';
import { parseXml } from './xml-tree.ts';

/** What an item is made of besides its own element: its journal, its notes, its files. */
const reference =
  /<(?:[\w.-]+:)?(?:isPartOf|isReferencedBy|link|presentedAt|publisher)\s[^<>]{0,200}?(?:resource|nodeID)\s*=\s*["']([^"'<>]*)["']/g;
const about = /^<[^<>]{1,8000}?\s(?:[\w.-]+:)?(?:about|ID|nodeID)\s*=\s*["']([^"'<>]*)["']/;
const itemType = /<(?:[\w.-]+:)?itemType\s*>\s*(\w+)/g;
/** Older exports do not say the type of an item: its element does. */
const bib = /^<(?:[\w.-]+:)?(?:Article|Book|BookSection|Thesis|Report|Manuscript|ConferenceProceedings)[\s>]/;

/** A resource of the file, its own name, and what it refers to. */
interface Resource {
  readonly piece: Piece;
  readonly name: string | undefined;
  readonly refers: readonly string[];
}

/**
 * Cuts Zotero RDF into items, each with what it refers to and Zotero did not write inside it: a piece with more than its
 * item is itself Zotero RDF, its item first. A journal or a note that cannot be read is rejected by itself, and its item
 * goes on without it. What is neither an item nor of one, such as a collection, is no record.
 */
export function* cutRdf(text: string): Iterable<Piece> {
  const resources = [...cutXml(text, (name) => name !== 'RDF')].map(resourceOf);
  const named = new Map<string, Resource>();
  for (const each of resources)
    if (each.name !== undefined && !named.has(each.name)) named.set(each.name, each);
  const isSound = soundness();
  const told = new Set<Resource>();
  // A thing that many refer to is told to each of them, within reason.
  let budget = 4 * text.length + 1000;
  for (const item of resources.filter(isItem)) {
    const below = budget < 0 ? [] : thingsBelow(item, named).filter(isSound);
    for (const each of below) budget -= each.piece.text.length;
    const isTogether = below.length > 0 && budget >= 0;
    if (isTogether) for (const each of below) told.add(each);
    yield isTogether ? together(item.piece, below) : item.piece;
  }
  for (const each of resources) {
    if (!isItem(each) && !told.has(each)) yield isSound(each) ? aside(each.piece) : each.piece;
  }
}

const declarations = /\sxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"]*"|'[^']*')/g;

const aside = ({ text, line }: Piece): Piece => ({
  text: text.replace(declarations, ''),
  line,
  kind: 'aside',
});

function resourceOf(piece: Piece): Resource {
  const name = about.exec(piece.text)?.[1];
  const refers = Array.from(piece.text.matchAll(reference), ([, target = '']) => target);
  return { piece, name: name === '' ? undefined : name, refers };
}

/** A note or a file that stands alone is no work, whatever Zotero calls it. */
function isItem({ piece: { text } }: Resource): boolean {
  const types = Array.from(text.matchAll(itemType), ([, type = '']) => type);
  return types.length === 0 ? bib.test(text) : types.some((type) => !childTypes.has(type));
}

const childTypes: ReadonlySet<string> = new Set(['attachment', 'note', 'annotation']);

/** Everything that an item is made of, each once. */
function thingsBelow(item: Resource, named: ReadonlyMap<string, Resource>): readonly Resource[] {
  const below = new Set<Resource>();
  const add = (name: string) => {
    const thing = named.get(name);
    if (thing && thing !== item && !isItem(thing)) below.add(thing);
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
    const before = known.get(resource);
    if (before !== undefined) return before;
    const sound = isWellFormed(resource.piece);
    known.set(resource, sound);
    return sound;
  };
}

function isWellFormed(piece: Piece): boolean {
  try {
    parseXml(piece);
    return true;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

function together(item: Piece, below: readonly Resource[]): Piece {
  const texts = [item, ...below.map(({ piece }) => piece)].map(({ text }) => text);
  return {
    ...item,
    text: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${texts.join('\n')}\n</rdf:RDF>`,
  };
}

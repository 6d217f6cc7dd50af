import { SaxesParser } from 'saxes';
import { cutXml } from '../base/xml-cut.ts';
import type { Piece } from './reader.ts';
import { Unreadable } from './reader.ts';
import { ofBearableSize } from './record-size.ts';

/** An element of XML with its namespace resolved; comments and instructions are left out. */
export interface Element {
  /** Local name, without its prefix. */
  readonly name: string;
  /** Namespace IRI; empty when there is none. */
  readonly namespace: string;
  /** Values by qualified name as written: `xml:lang`, `type`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  /** Line in the file, from 1. */
  readonly line: number;
}

/** An element, or text with its entities resolved. */
export type Node = Element | string;

/** More than any record of the field has; a document that nests deeper is no record. */
const deepest = 200;

interface Open extends Element {
  readonly children: Node[];
}

/**
 * The root element of a piece of XML. Unreadable, with line and column, when it is not well-formed (XML 1.0), nests too
 * deep, or uses an entity of a document type: none is ever read, so that nothing grows and nothing is fetched.
 * Characters that XML does not allow are left out, for repositories do send them: see `controlsIn`.
 */
export function parseXml(piece: Piece): Element {
  const { text, line } = ofBearableSize(piece);
  try {
    return rootOf(text, line);
  } catch (error) {
    // The parser refuses what XML does not allow, so that other texts need not be looked through for it.
    if (error instanceof Unreadable && hasDisallowed(text))
      return rootOf(text.replace(everyDisallowed, ''), line);
    throw error;
  }
}

function rootOf(text: string, line: number): Element {
  const building = new Building(line, () => true);
  building.write(text).close();
  const [root] = building.complete;
  if (root) return root;
  throw new Unreadable({ fr: 'aucun élément XML', en: 'no XML element' }, line);
}

/** The same, undefined for one that is unreadable. */
export function readableXml(piece: Piece): Element | undefined {
  try {
    return parseXml(piece);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** A piece of XML, and its element if that is known. */
export interface XmlPiece extends Piece {
  /** Its local name. */
  readonly name: string;
  readonly element: Element | undefined;
}

/**
 * Cuts a text as `cutXml` does, each piece with its element: the text is parsed along with it, once. Of a long text, and
 * after a fault, no element is known, and each piece is to be parsed by itself.
 */
export function* cutElements(
  text: string,
  isRecord: (localName: string) => boolean,
): Generator<XmlPiece, void, undefined> {
  const elements = text.length > longestParsed ? [].values() : elementsOfText(text, isRecord);
  for (const { name, text: own, line, kind } of cutXml(text, isRecord)) {
    const { value } = elements.next();
    // The line of an element is that of the end of its first tag.
    const element = value && value.name === name && value.line >= line ? value : undefined;
    yield { name, text: own, line, kind, element };
  }
}

// Some wait until the whole text is cut. Those of a longer one would fill the memory meanwhile.
const longestParsed = 2_000_000;
// Read as far as the next element ends, and not much further.
const chunk = 16_384;

function* elementsOfText(
  text: string,
  isRecord: (localName: string) => boolean,
): Generator<Element, void, undefined> {
  const building = new Building(1, isRecord);
  try {
    for (let at = 0; at < text.length; at += chunk) {
      building.write(text.slice(at, at + chunk));
      yield* building.complete.splice(0);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield* building.complete.splice(0);
  }
}

/**
 * Builds the outermost elements of some local names while their text is parsed. The parser has six handlers, and no more:
 * V8 makes a slow dictionary of one that has seven.
 */
class Building {
  /** Those that have ended. */
  readonly complete: Element[] = [];
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #firstLine: number;
  /** Where the last one ended, in characters. */
  #end = 0;

  constructor(firstLine: number, isWanted: (localName: string) => boolean) {
    this.#firstLine = firstLine;
    const parser = this.#parser;
    const open: Open[] = [];
    let depth = 0;
    // Gathered as they come: the parser's own object of them is slow to walk.
    let values: Map<string, string> | undefined;
    parser.on('error', ({ message }) => {
      const words = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
      this.#refuse(`XML mal formé : ${words}`, `XML is not well-formed: ${words}`);
    });
    parser.on('attribute', ({ name, value }) => {
      values ??= new Map();
      values.set(name, value);
    });
    parser.on('opentag', ({ local, uri }) => {
      depth += 1;
      if (depth > deepest)
        this.#refuse(`plus de ${deepest} éléments emboîtés`, `more than ${deepest} nested elements`);
      const attributes = values ?? noValues;
      values = undefined;
      const around = open.at(-1);
      if (around === undefined && !isWanted(local)) return;
      const element: Open = {
        name: local,
        namespace: uri,
        attributes,
        children: [],
        line: firstLine + parser.line - 1,
      };
      around?.children.push(element);
      open.push(element);
    });
    parser.on('closetag', () => {
      depth -= 1;
      const element = open.pop();
      if (!element || open.length > 0) return;
      this.complete.push(element);
      this.#end = parser.position;
    });
    const onText = (words: string) => {
      if (words !== '') open.at(-1)?.children.push(words);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
  }

  /** Goes on with the text. Throws `Unreadable` where it is not well-formed. */
  write(text: string): this {
    this.#parser.write(text);
    return this;
  }

  /** Ends the text. Throws `Unreadable` when something is still open. */
  close(): void {
    this.#parser.close();
  }

  // Thrown out of the parser, which would go on to the end of what it was given.
  #refuse(fr: string, en: string): never {
    const { line, column, position } = this.#parser;
    // The parser closes what a wrong tag leaves open before it says that the tag is wrong.
    if (this.#end === position) this.complete.pop();
    throw new Unreadable({ fr, en }, this.#firstLine + line - 1, column + 1);
  }
}

const noValues: ReadonlyMap<string, string> = new Map();

// XML 1.0, section 2.2, as characters and as references to them.
const character = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const reference = /&#(?:x0{0,6}(?:[0-8bcef]|1[0-9a-f]|fff[ef])|0{0,6}(?:[0-8]|1[124-9]|2\d|3[01]));/i;
const everyDisallowed = new RegExp(`${character.source}|${reference.source}`, 'gi');

function hasDisallowed(text: string): boolean {
  return character.test(text) || (text.includes('&#') && reference.test(text));
}

/** How many characters `parseXml` leaves out because XML does not allow them. */
export function controlsIn({ text }: Piece): number {
  return hasDisallowed(text) ? (text.match(everyDisallowed)?.length ?? 0) : 0;
}

/** The child elements of these names, or all; prefixes do not matter. */
export function elementsOf(parent: Element, ...names: readonly string[]): readonly Element[] {
  const found: Element[] = [];
  for (const child of parent.children)
    if (typeof child !== 'string' && (names.length === 0 || names.includes(child.name))) found.push(child);
  return found;
}

/** The first child element of a name. */
export function firstOf({ children }: Element, name: string): Element | undefined {
  for (const child of children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** The first element at the end of a path of child names: `metadata`, `dc`. */
export function elementAt(parent: Element, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => at && firstOf(at, name), parent);
}

/** Every element at the end of a path of child names. */
export function elementsAt(parent: Element, ...path: readonly string[]): readonly Element[] {
  return path.reduce<readonly Element[]>(
    (at, name) => at.flatMap((each) => elementsOf(each, name)),
    [parent],
  );
}

/** White space that is more than one ordinary space between words. */
const loose = /[ \t\r\n]{2}|[\t\r\n]/;

/** All the text inside, its spaces collapsed; undefined when it says nothing. */
export function textOf(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  const raw = rawText(element);
  const text = (loose.test(raw) ? raw.replace(/[ \t\r\n]+/g, ' ') : raw).trim();
  return text === '' ? undefined : text;
}

/** All the text inside, as it stands. */
export function rawText({ children }: Element): string {
  const [only] = children;
  if (children.length === 1 && typeof only === 'string') return only;
  return children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
}

/** An attribute that says something, by its name as written. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
  return value === '' ? undefined : value;
}

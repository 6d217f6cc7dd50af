import { isBlank, isReference, type Literal, type Value } from './rdf-graph.ts';
import { keyOf } from './rdf-terms.ts';
import { Unreadable } from './reader.ts';

// The text of a piece: N-Triples as written here, which is read here again in a third of the time that n3 takes.

const special = /["\\\u0000-\u001f]/g;
const isSpecial = /["\\\u0000-\u001f]/;

/** One statement as a line of N-Triples; `label` names its blank nodes. */
export function statementLine(
  subject: string,
  property: string,
  value: Value,
  label: (id: string) => string,
): string {
  const object = isReference(value) ? node(value.id, label) : literal(value);
  return `${node(subject, label)} <${property}> ${object} .\n`;
}

function node(id: string, label: (id: string) => string): string {
  return isBlank(id) ? label(id) : `<${id}>`;
}

function literal({ text, lang, datatype }: Literal): string {
  const quoted = `"${isSpecial.test(text) ? text.replace(special, escaped) : text}"`;
  if (lang !== undefined) return `${quoted}@${lang}`;
  return datatype === undefined ? quoted : `${quoted}^^<${datatype}>`;
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One statement about a thing; `taken` once it has become a part of the draft. */
export interface Said {
  readonly property: string;
  /** The property with its usual prefix: `dcterms:title`. */
  readonly key: string;
  readonly value: Value;
  taken: boolean;
}

/** A thing, and what is said of it. */
export interface Thing {
  readonly id: string;
  readonly said: readonly Said[];
  readonly byKey: ReadonlyMap<string, readonly Said[]>;
}

/** The things of a piece, the work first. */
export function readPiece(text: string): ReadonlyMap<string, Thing> {
  const things = new Map<string, Thing>();
  let said: Said[] = [];
  let subject = '';
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const afterSubject = text.indexOf(' ', at);
    const afterProperty = text.indexOf(' ', afterSubject + 1);
    if (end < 0 || afterSubject < 0 || afterProperty < 0 || !text.startsWith(' .', end - 2)) throw broken;
    const id = nodeIn(text.slice(at, afterSubject));
    if (id !== subject) {
      said = [...(things.get(id)?.said ?? [])];
      subject = id;
      things.set(id, { id, said, byKey: new Map() });
    }
    const property = text.slice(afterSubject + 2, afterProperty - 1);
    const value = valueIn(text.slice(afterProperty + 1, end - 2));
    said.push({ property, key: keyOf(property), value, taken: false });
    at = end + 1;
  }
  for (const { id, said: all } of things.values()) things.set(id, thingOf(id, all));
  return things;
}

/** A thing with its statements by property. */
export function thingOf(id: string, said: readonly Said[]): Thing {
  const byKey = new Map<string, Said[]>();
  for (const each of said) {
    const known = byKey.get(each.key);
    if (known) known.push(each);
    else byKey.set(each.key, [each]);
  }
  return { id, said, byKey };
}

const broken = new Unreadable({ fr: 'ce ne sont pas des N-Triples', en: 'these are no N-Triples' });

const nodeIn = (text: string) => (text.startsWith('<') ? text.slice(1, -1) : text);

function valueIn(text: string): Value {
  if (!text.startsWith('"')) return { id: nodeIn(text) };
  const end = text.lastIndexOf('"');
  const quoted = text.slice(1, end);
  const plain = quoted.includes('\\') ? quoted.replace(escapeForm, unescaped) : quoted;
  if (end === text.length - 1) return { text: plain };
  if (text.charAt(end + 1) === '@') return { text: plain, lang: text.slice(end + 2) };
  return { text: plain, datatype: text.slice(end + 4, -1) };
}

const escapeForm = /\\u([0-9a-f]{4})/g;
const unescaped = (_: string, code: string) => String.fromCharCode(Number.parseInt(code, 16));

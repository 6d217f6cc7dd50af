import { byCodePoint } from '../base/order.ts';
import type { Entry, Sink } from '../base/sink.ts';
import { namespaces, rdf, type Term, xsd } from '../base/terms.ts';
import { forbidden } from '../base/xml-characters.ts';
import { prefixed, prefixes } from './prefixes.ts';
import type { Opened } from './writer.ts';

const declarations = prefixes.map(([prefix, namespace]) => `\n  xmlns:${prefix}="${namespace}"`).join('');
const type = rdf('type');
const string = xsd('string').iri;

/** What stands before and after the elements of the subjects. */
export const rdfxmlHead = `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declarations}>\n`;
export const rdfxmlTail = '</rdf:RDF>\n';

/** A statement as the lines of a subject are sorted by, and its line. */
interface Line {
  readonly property: Term;
  readonly value: string;
  /** What tells two values of the same text apart. */
  readonly kind: string;
  readonly xml: string;
}

/** RDF/XML without a library between, the bytes that rdflib's way gives: an entry at a time, its subjects sorted. */
export function directRdfxml(): Opened {
  return {
    head: rdfxmlHead,
    one: (entry) =>
      [...linesOf(entry)]
        .sort(([a], [b]) => byCodePoint(a, b))
        .map(([subject, lines]) => element(subject, lines))
        .join(''),
    between: '',
    tail: rdfxmlTail,
  };
}

/** What an entry says, by subject. */
function linesOf(entry: Entry): ReadonlyMap<string, readonly Line[]> {
  const subjects = new Map<string, Line[]>();
  let about = entry.iri;
  let lines: Line[] | undefined;
  const say = (property: Term, value: string, kind: string, xml: string) => {
    if (lines === undefined) {
      lines = subjects.get(about) ?? [];
      subjects.set(about, lines);
    }
    lines.push({ property, value, kind, xml });
  };
  const text = (property: Term, value: string, kind: string, attribute: string) =>
    say(property, value, kind, `${property.short}${attribute}>${content(value)}</${property.short}>`);

  const sink: Sink = {
    subject: (iri) => {
      about = iri;
      lines = undefined;
    },
    iri: (property, value) =>
      say(property, value, 'NamedNode', `${property.short} rdf:resource="${escaped(value)}"/>`),
    literal: (property, value) => text(property, value, `Literal ${string} `, ''),
    typed: (property, value, { iri }) =>
      text(property, value, `Literal ${iri} `, iri === string ? '' : ` rdf:datatype="${iri}"`),
    language: (property, value, tag) => {
      const lang = tag.toLowerCase();
      text(property, value, `Literal ${namespaces.rdf}langString ${lang}`, ` xml:lang="${lang}"`);
    },
  };
  entry.describe(sink);
  return subjects;
}

/** The element of one subject, named after the first of its classes that a prefix can name. */
function element(subject: string, lines: readonly Line[]): string {
  const sorted = [...lines].sort(inReadingOrder);
  const named = sorted.find(({ property, value }) => property === type && prefixed(value));
  const name = named && prefixed(named.value);
  // As a class, `rdf:Description` gives the element of a subject without one (RDF/XML, section 2.13).
  const tag = name ? `${name.prefix}:${name.name}` : 'rdf:Description';
  let xml = `  <${tag} rdf:about="${escaped(subject)}">\n`;
  let last: Line | undefined;
  for (const line of sorted) {
    const isNew = last === undefined || inReadingOrder(last, line) !== 0;
    last = line;
    if (isNew && !(named && inReadingOrder(named, line) === 0)) xml += `    <${line.xml}\n`;
  }
  return `${xml}  </${tag}>\n`;
}

function inReadingOrder(a: Line, b: Line): number {
  return (
    Number(b.property === type) - Number(a.property === type) ||
    byCodePoint(a.property.iri, b.property.iri) ||
    byCodePoint(a.value, b.value) ||
    byCodePoint(a.kind, b.kind)
  );
}

/** The text of a literal. Raw, a carriage return would be read as a line feed, and `]]>` is not well-formed. */
function content(value: string): string {
  const bad = forbidden.exec(value)?.[0];
  if (bad !== undefined) {
    const code = bad.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw new Error(`XML cannot hold the character U+${code}: ${value}`);
  }
  return escaped(value).replaceAll('\r', '&#xD;').replaceAll(']]>', ']]&gt;');
}

const special = /[&<"]/;
const everySpecial = /[&<"]/g;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

/** What rdflib escapes, in texts and in attributes alike. */
function escaped(value: string): string {
  return special.test(value)
    ? value.replace(everySpecial, (character) => references[character] ?? character)
    : value;
}

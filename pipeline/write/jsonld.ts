import { readFileSync } from 'node:fs';
import { ontologyFile } from '../base/code-list.ts';
import type { Entry, Sink } from '../base/sink.ts';
import { rdf, type Term, xsd } from '../base/terms.ts';
import { mistakablePrefix, prefixed } from './prefixes.ts';
import type { Writer } from './writer.ts';

const [boolean, integer] = [xsd('boolean'), xsd('integer')];

/**
 * JSON-LD 1.1 (W3C): one node for each subject, with the context of `ontology/context.jsonld` written into the file,
 * so that no processor needs the network.
 */
export const jsonld: Writer = {
  name: 'jsonld',
  aliases: ['json-ld'],
  title: { fr: 'JSON-LD, le graphe en JSON', en: 'JSON-LD, the graph as JSON' },
  mediaType: 'application/ld+json',
  extension: '.jsonld',
  takes: 'graph',
  lines: false,

  async open() {
    const context = readFileSync(ontologyFile('context.jsonld'), 'utf8');
    const asIri = keysOfIris(context);
    const opening = context.slice(0, context.lastIndexOf('}')).trimEnd();
    return {
      head: `${opening},\n  "@graph": [\n`,
      one: (entry) => nodes(entry, asIri),
      between: ',\n',
      tail: '\n  ]\n}\n',
    };
  },
};

/** The keys whose strings the context reads as IRIs. */
function keysOfIris(context: string): ReadonlySet<string> {
  const { '@context': definitions } = JSON.parse(context) as {
    '@context': Readonly<Record<string, unknown>>;
  };
  return new Set(Object.keys(definitions).filter((key) => typeof definitions[key] === 'object'));
}

/** The properties of a subject and their values, already as JSON, in the order in which they were said. */
type Properties = Map<string, string[]>;

function nodes(entry: Entry, asIri: ReadonlySet<string>): string {
  const subjects = new Map<string, Properties>();
  let properties: Properties = new Map();
  const say = (key: string, value: string) => {
    const values = properties.get(key);
    if (!values) properties.set(key, [value]);
    else if (!values.includes(value)) values.push(value);
  };

  const sink: Sink = {
    subject: (iri) => {
      // In `@id` there is no way to write it that a processor would not expand.
      if (mistakablePrefix(iri)) throw new Error(`a subject whose scheme is also a prefix: ${iri}`);
      properties = subjects.get(iri) ?? new Map();
      subjects.set(iri, properties);
    },
    iri: (predicate, object) => {
      if (predicate.iri === rdf('type').iri) say('@type', typeName(object));
      else say(predicate.key, reference(object, asIri.has(predicate.key)));
    },
    literal: (predicate, value) => say(predicate.key, plain(value, asIri.has(predicate.key))),
    typed: (predicate, value, datatype) => {
      const native = nativeValue(value, datatype) ?? typedValue(value, datatype, asIri.has(predicate.key));
      say(predicate.key, native);
    },
    language: (predicate, value, tag) => {
      say(
        predicate.key,
        `{ "@value": ${JSON.stringify(value)}, "@language": ${JSON.stringify(tag.toLowerCase())} }`,
      );
    },
  };
  sink.subject(entry.iri);
  entry.describe(sink);
  const said = [...subjects].filter(([, about]) => about.size > 0);
  // A thing of which nothing is said has no place in a graph, yet the list needs a node between its commas.
  if (said.length === 0) return node(entry.iri, new Map([['name', []]]));
  return said.map(([iri, about]) => node(iri, about)).join(',\n');
}

function node(iri: string, properties: Properties): string {
  const { '@type': types, ...others } = Object.fromEntries(properties);
  const ordered = { '@id': [JSON.stringify(iri)], ...(types && { '@type': types }), ...others };
  const members = Object.entries(ordered).map(
    ([key, values]) => `      ${JSON.stringify(key)}: ${oneOrList(values)}`,
  );
  return `    {\n${members.join(',\n')}\n    }`;
}

function oneOrList(values: readonly string[]): string {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : `[${values.join(', ')}]`;
}

/** A class as `@type` has it: schema.org's names bare, the others with their prefix. */
export function typeName(iri: string): string {
  const short = prefixed(iri);
  if (!short) return JSON.stringify(iri);
  return JSON.stringify(short.prefix === 'schema' ? short.name : `${short.prefix}:${short.name}`);
}

function reference(iri: string, isKnownAsIri: boolean): string {
  const prefix = mistakablePrefix(iri);
  if (prefix) return `{ "@context": { "${prefix}": null }, "@id": ${JSON.stringify(iri)} }`;
  return isKnownAsIri ? JSON.stringify(iri) : `{ "@id": ${JSON.stringify(iri)} }`;
}

function plain(value: string, isKnownAsIri: boolean): string {
  return isKnownAsIri ? `{ "@value": ${JSON.stringify(value)} }` : JSON.stringify(value);
}

/** Booleans and whole numbers as JSON has them, if reading gives the same characters back. */
export function nativeValue(value: string, datatype: Term): string | undefined {
  if (datatype.iri === boolean.iri && (value === 'true' || value === 'false')) return value;
  const isInteger = datatype.iri === integer.iri && String(Number.parseInt(value, 10)) === value;
  return isInteger && Number.isSafeInteger(Number(value)) ? value : undefined;
}

function typedValue(value: string, datatype: Term, isKnownAsIri: boolean): string {
  if (datatype.iri === xsd('string').iri) return plain(value, isKnownAsIri);
  return `{ "@value": ${JSON.stringify(value)}, "@type": ${JSON.stringify(datatype.key)} }`;
}

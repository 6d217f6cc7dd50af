import type { Sink } from '../base/sink.ts';
import { namespaces, rdf, type Term, xsd } from '../base/terms.ts';
import { nativeValue, typeName } from './jsonld.ts';
import { mistakablePrefix } from './prefixes.ts';
import type { Opened, Writer } from './writer.ts';

/**
 * JSON-LD 1.1 (W3C), a whole document on each line: an entry with its own short context, so that lines may be cut,
 * mixed and read alone without the network. Media type and extension are those of RDF4J, which reads such files; the
 * extension must end like no other of ours, for `convert` knows a format by the end of a file's name.
 */
export const jsonldLines: Writer = {
  name: 'jsonld-lines',
  aliases: ['jsonldl', 'ndjsonld'],
  title: { fr: 'JSON-LD, un document par ligne', en: 'JSON-LD, one document a line' },
  mediaType: 'application/x-ld+ndjson',
  extension: '.ndjsonld',
  takes: 'graph',
  lines: false,
  open: async () => opened(),
  direct: () => opened(),
};

const [type, string] = [rdf('type'), xsd('string')];
// Prefixes only: an IRI says so itself (`@id`), which is shorter than a context that lists what holds IRIs.
const opening = `{"@context":${JSON.stringify({ '@vocab': namespaces.schema, ...namespaces })},"@graph":[`;
// What JSON.stringify would escape, and surrogates in pairs, which it would not.
const special = /["\\\u0000-\u001f\ud800-\udfff]/;

function opened(): Opened {
  let nodes = '';
  let about = '';
  /** What the open node says by each property, as JSON; `several` have more than one value. */
  const said = new Map<Term, string>();
  const several = new Set<Term>();

  const say = (predicate: Term, value: string) => {
    const known = said.get(predicate);
    said.set(predicate, known === undefined ? value : `${known},${value}`);
    if (known !== undefined) several.add(predicate);
  };
  const close = () => {
    if (said.size === 0) return;
    nodes += `${nodes === '' ? '' : ','}{"@id":"${about}"`;
    for (const [predicate, values] of said) {
      const key = predicate === type ? '@type' : predicate.key;
      nodes += several.has(predicate) ? `,"${key}":[${values}]` : `,"${key}":${values}`;
    }
    nodes += '}';
    said.clear();
    several.clear();
  };

  const sink: Sink = {
    subject: (iri) => {
      close();
      // In `@id` there is no way to write it that a processor would not expand.
      if (mistakablePrefix(iri)) throw new Error(`a subject whose scheme is also a prefix: ${iri}`);
      about = iri;
    },
    iri: (predicate, object) => say(predicate, predicate === type ? typeName(object) : reference(object)),
    literal: (predicate, value) => say(predicate, quoted(value)),
    typed: (predicate, value, datatype) => say(predicate, typed(value, datatype)),
    language: (predicate, value, tag) =>
      say(predicate, `{"@value":${quoted(value)},"@language":"${tag.toLowerCase()}"}`),
  };

  return {
    head: '',
    one(entry) {
      nodes = '';
      said.clear();
      several.clear();
      sink.subject(entry.iri);
      entry.describe(sink);
      close();
      return nodes === '' ? '' : `${opening}${nodes}]}\n`;
    },
    between: '',
    tail: '',
  };
}

function reference(iri: string): string {
  const prefix = mistakablePrefix(iri);
  return prefix ? `{"@context":{"${prefix}":null},"@id":"${iri}"}` : `{"@id":"${iri}"}`;
}

function quoted(value: string): string {
  return special.test(value) ? JSON.stringify(value) : `"${value}"`;
}

function typed(value: string, datatype: Term): string {
  if (datatype === string) return quoted(value);
  return nativeValue(value, datatype) ?? `{"@value":${quoted(value)},"@type":"${datatype.key}"}`;
}

import { contentTypeOf } from '../base/media-types.ts';
import { preferredType } from './negotiate.ts';

/** A way to write an answer. */
export interface SparqlFormat {
  /** What a client asks for, and gets. */
  readonly type: string;
  /** What the engine calls it. */
  readonly engine: string;
  /** Its name in a service description (SPARQL 1.1 Service Description, section 3.2.10). */
  readonly iri?: string;
}

const formats = 'http://www.w3.org/ns/formats/';

// biome-ignore format: a table
/** What SELECT and ASK are answered in; the first to whoever has no preference. */
export const rowFormats: readonly SparqlFormat[] = [
  { type: 'application/sparql-results+json', engine: 'application/sparql-results+json', iri: `${formats}SPARQL_Results_JSON` },
  { type: 'application/sparql-results+xml',  engine: 'application/sparql-results+xml',  iri: `${formats}SPARQL_Results_XML` },
  { type: 'text/csv',                        engine: 'text/csv',                        iri: `${formats}SPARQL_Results_CSV` },
  { type: 'text/tab-separated-values',       engine: 'text/tab-separated-values',       iri: `${formats}SPARQL_Results_TSV` },
  // As scripts ask that know no better.
  { type: 'application/json',                engine: 'application/sparql-results+json' },
];

// biome-ignore format: a table
/** What CONSTRUCT and DESCRIBE are answered in. */
export const graphFormats: readonly SparqlFormat[] = [
  { type: 'text/turtle',           engine: 'text/turtle',           iri: `${formats}Turtle` },
  { type: 'application/n-triples', engine: 'application/n-triples', iri: `${formats}N-Triples` },
  { type: 'application/ld+json',   engine: 'application/ld+json',   iri: `${formats}JSON-LD` },
  { type: 'application/rdf+xml',   engine: 'application/rdf+xml',   iri: `${formats}RDF_XML` },
];

/** The format that suits a client best; undefined when none does. */
export function preferredFormat(
  accept: string | undefined,
  among: readonly SparqlFormat[],
): SparqlFormat | undefined {
  const type = preferredType(
    accept,
    among.map((each) => each.type),
  );
  return among.find((each) => each.type === type);
}

/** The `Content-Type` of an answer: a text's says that it is UTF-8, the others are by their standards. */
export function answerType(type: string): string {
  return contentTypeOf({ type, hasCharset: type.startsWith('text/') });
}

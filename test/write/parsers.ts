import { once } from 'node:events';
import type { Quad } from '@rdfjs/types';
import jsonldProcessor from 'jsonld';
import { DataFactory, Writer as N3Writer, Parser } from 'n3';
import { parse as oxigraphParse } from 'oxigraph';
import { graph, DataFactory as RdflibFactory, parse as rdflibParse } from 'rdflib';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { Statement } from './sample.ts';

const { namedNode, literal, quad, defaultGraph } = DataFactory;

/** A graph as a sorted list of canonical N-Quads: exact, since there is no blank node. */
export type Lines = readonly string[];
type Parse = (text: string) => Lines | Promise<Lines>;

/** What reads each media type back, none of it ours. */
export const parsersOf: Readonly<Record<string, Readonly<Record<string, Parse>>>> = {
  'application/n-triples': { n3: n3('application/n-triples'), oxigraph: oxigraph('application/n-triples') },
  'application/n-quads': { n3: n3('application/n-quads'), oxigraph: oxigraph('application/n-quads') },
  'text/turtle': { n3: n3('text/turtle'), oxigraph: oxigraph('text/turtle'), rdflib },
  'application/trig': { n3: n3('application/trig'), oxigraph: oxigraph('application/trig') },
  'application/ld+json': { jsonld, oxigraph: oxigraph('application/ld+json') },
  'application/x-ld+ndjson': {
    jsonld: eachLine(jsonld),
    oxigraph: eachLine(oxigraph('application/ld+json')),
  },
  'application/rdf+xml': { 'rdfxml-streaming-parser': rdfXml, oxigraph: oxigraph('application/rdf+xml') },
};

/** The graph that the statements are, made without any of our writers. */
export function linesOf(statements: readonly Statement[], inGraph?: string): Lines {
  return sorted(statements.map((statement) => quadOf(statement, inGraph)));
}

function quadOf(statement: Statement, inGraph: string | undefined): Quad {
  const [subject, predicate, kind, value] = statement;
  const object = {
    iri: () => namedNode(value),
    literal: () => literal(value),
    typed: () =>
      literal(value, statement[4] && typeof statement[4] === 'object' ? namedNode(statement[4].iri) : ''),
    language: () => literal(value, typeof statement[4] === 'string' ? statement[4] : ''),
  }[kind]();
  const where = inGraph === undefined ? defaultGraph() : namedNode(inGraph);
  return quad(namedNode(subject), namedNode(predicate.iri), object, where) as Quad;
}

function sorted(quads: Iterable<Quad>): Lines {
  const writer = new N3Writer({ format: 'N-Quads' });
  const lines = [...quads].map((one) => {
    const language = one.object.termType === 'Literal' ? one.object.language : '';
    // Tags are compared as lower case, which is what all our writers write; rdflib keeps what it reads.
    const object = language ? literal(one.object.value, language.toLowerCase()) : one.object;
    return writer.quadToString(one.subject, one.predicate, object, one.graph);
  });
  return [...new Set(lines)].sort();
}

/** rdflib reads `true` as `"1"` and whole numbers through floating point: with it, such values are left aside. */
export function comparable(reader: string, lines: Lines): Lines {
  if (reader !== 'rdflib') return lines;
  return lines.filter((line) => !/#(boolean|integer|decimal|double|nonNegativeInteger)> \.\n$/.test(line));
}

function n3(format: string): Parse {
  return (text) => sorted(new Parser({ format }).parse(text));
}

function oxigraph(format: string): Parse {
  return (text) => sorted(oxigraphParse(text, { format }) as unknown as Quad[]);
}

function rdflib(text: string): Lines {
  // No collections: by default rdflib 2.4.0 refuses a list whose cells have IRIs, which is plain RDF.
  const rdfFactory = { ...RdflibFactory, supports: { ...RdflibFactory.supports, COLLECTIONS: false } };
  const store = graph(undefined, { rdfFactory });
  rdflibParse(text, store, 'https://nobody.example/', 'text/turtle');
  const quads = store.statements.map(
    ({ subject, predicate, object }) => quad(subject as never, predicate as never, object as never) as Quad,
  );
  return sorted(quads);
}

async function rdfXml(text: string): Promise<Lines> {
  const quads: Quad[] = [];
  const parser = new RdfXmlParser();
  parser.on('data', (one: Quad) => quads.push(one));
  const ended = once(parser, 'end');
  parser.end(text);
  await ended;
  return sorted(quads);
}

/** Reads each line as a document by itself. */
function eachLine(parse: Parse): Parse {
  return async (text) => {
    const graphs = await Promise.all(text.split('\n').filter(Boolean).map(parse));
    return [...new Set(graphs.flat())].sort();
  };
}

async function jsonld(text: string): Promise<Lines> {
  const documentLoader = async (url: string): Promise<never> => {
    throw new Error(`the network was asked for ${url}`);
  };
  const options = { format: 'application/n-quads', documentLoader, safe: true };
  const quads = await jsonldProcessor.toRDF(JSON.parse(text), options as never);
  return sorted(new Parser({ format: 'application/n-quads' }).parse(String(quads)));
}

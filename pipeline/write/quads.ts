import type { Quad, Term } from '@rdfjs/types';
import { DataFactory } from 'n3';
import { byCodePoint } from '../base/order.ts';
import type { Entry, Sink } from '../base/sink.ts';
import { rdf, type Term as VocabularyTerm } from '../base/terms.ts';

const { namedNode, literal, quad, defaultGraph } = DataFactory;
const type = rdf('type').iri;

/**
 * The statements of an entry as RDF/JS quads, in the graph given or in the default one. IRIs are not checked here:
 * they were when the record entered.
 */
export function quadsOf(entry: Entry, graph?: string): Quad[] {
  const quads: Quad[] = [];
  const inGraph = graph === undefined ? defaultGraph() : namedNode(graph);
  let about = namedNode(entry.iri);
  const say = (predicate: VocabularyTerm, object: Quad['object']) => {
    quads.push(quad(about, namedNode(predicate.iri), object, inGraph) as Quad);
  };

  const sink: Sink = {
    subject: (iri) => {
      about = namedNode(iri);
    },
    iri: (predicate, object) => say(predicate, namedNode(object)),
    literal: (predicate, value) => say(predicate, literal(value)),
    typed: (predicate, value, datatype) => say(predicate, literal(value, namedNode(datatype.iri))),
    language: (predicate, value, tag) => say(predicate, literal(value, tag.toLowerCase())),
  };
  entry.describe(sink);
  return quads;
}

/** In reading order: by subject, its types first, then by property and value; each statement once. */
export function sortQuads(quads: readonly Quad[]): Quad[] {
  let last: Quad | undefined;
  return [...quads].sort(inReadingOrder).filter((one) => {
    const isNew = last === undefined || inReadingOrder(last, one) !== 0;
    last = one;
    return isNew;
  });
}

function inReadingOrder(a: Quad, b: Quad): number {
  return (
    byCodePoint(a.subject.value, b.subject.value) ||
    Number(b.predicate.value === type) - Number(a.predicate.value === type) ||
    byCodePoint(a.predicate.value, b.predicate.value) ||
    byCodePoint(a.object.value, b.object.value) ||
    byCodePoint(kindOf(a.object), kindOf(b.object)) ||
    byCodePoint(a.graph.value, b.graph.value)
  );
}

/** What tells two terms of the same text apart. */
function kindOf(term: Term): string {
  return term.termType === 'Literal' ? `Literal ${term.datatype.value} ${term.language}` : term.termType;
}

import type { Quad } from '@rdfjs/types';
import { rdf } from '../base/terms.ts';
import { forbidden } from '../base/xml-characters.ts';
import { directRdfxml, rdfxmlHead, rdfxmlTail } from './direct-rdfxml.ts';
import { prefixed, prefixes } from './prefixes.ts';
import type { Writer } from './writer.ts';

const wrapping = /^<rdf:RDF[^>]*>\s*(<[^>]*>)\s*(.*?)\s*(<\/[^>]*>)\s*<\/rdf:RDF>\s*$/s;

/**
 * RDF/XML (W3C) through rdflib's serializer. Left alone, rdflib 2.4.0 is wrong in four ways that our data can meet
 * (`test/write/rdfxml.test.ts` shows each): it sorts properties by the machine's locale, makes up prefixes for classes
 * of other vocabularies, writes a carriage return raw, which XML reads as a line feed, and writes `]]>` raw, which is
 * not well-formed. So it is given one statement at a time, and what it writes is mended: exact, and too slow for a large
 * graph, which the direct form writes in the same bytes.
 */
export const rdfxml: Writer = {
  name: 'rdfxml',
  aliases: ['rdf', 'rdf/xml'],
  title: { fr: 'RDF/XML, pour les outils XML', en: 'RDF/XML, for XML tools' },
  mediaType: 'application/rdf+xml',
  extension: '.rdf',
  takes: 'graph',
  lines: false,

  async open() {
    const [{ quadsOf, sortQuads }, parts] = await Promise.all([import('./quads.ts'), partMaker()]);
    return {
      head: rdfxmlHead,
      one: (entry) =>
        bySubject(sortQuads(quadsOf(entry)))
          .map((quads) => element(quads, parts))
          .join(''),
      between: '',
      tail: rdfxmlTail,
    };
  },

  direct: () => directRdfxml(),
};

/** One statement as XML: the start tag of its subject, the element of its property, the end tag. */
interface Parts {
  readonly start: string;
  readonly property: string;
  readonly end: string;
}

/** Writes a statement about a subject of a class. */
type PartMaker = (className: string, quad: Quad) => Parts;

async function partMaker(): Promise<PartMaker> {
  const { graph, literal, namedNode, Serializer, st } = await import('rdflib');
  // The store stays empty: the serializer only makes its terms with it. No base is set, so IRIs stay whole.
  const serializer = Serializer(graph());
  serializer.setNamespaces(Object.fromEntries(prefixes));
  const type = namedNode(rdf('type').iri);

  const termOf = ({ object }: Quad) => {
    if (object.termType !== 'Literal') return namedNode(object.value);
    return literal(object.value, object.language || namedNode(object.datatype.value));
  };

  return (className, quad) => {
    const subject = namedNode(quad.subject.value);
    const statements = [
      st(subject, type, namedNode(className)),
      st(subject, namedNode(quad.predicate.value), termOf(quad)),
    ];
    const xml: string = serializer.statementsToXML(statements);
    const [, start, property, end] = wrapping.exec(xml) ?? [];
    if (start === undefined || property === undefined || end === undefined)
      throw new Error(`not RDF/XML: ${xml}`);
    return { start, property: mended(property), end };
  };
}

// Exact, since in what rdflib writes these characters can only come from a literal's text.
function mended(property: string): string {
  const bad = forbidden.exec(property)?.[0];
  if (bad !== undefined) {
    const code = bad.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw new Error(`XML cannot hold the character U+${code}: ${property}`);
  }
  return property.replaceAll('\r', '&#xD;').replaceAll(']]>', ']]&gt;');
}

function bySubject(sorted: readonly Quad[]): Quad[][] {
  const groups: Quad[][] = [];
  let group: Quad[] = [];
  for (const quad of sorted) {
    if (group[0]?.subject.value !== quad.subject.value) {
      group = [];
      groups.push(group);
    }
    group.push(quad);
  }
  return groups;
}

/** The element of one subject, named after the first of its classes that a prefix can name. */
function element(quads: readonly Quad[], parts: PartMaker): string {
  const classQuad = quads.find(
    (quad) => quad.predicate.value === rdf('type').iri && prefixed(quad.object.value),
  );
  // As a class, `rdf:Description` gives the element of a subject without one (RDF/XML, section 2.13).
  const className = classQuad?.object.value ?? rdf('Description').iri;
  const written = quads.map((quad) => parts(className, quad));
  const properties = written.flatMap(({ property }, index) =>
    quads[index] === classQuad ? [] : [`    ${property}\n`],
  );
  return `  ${written[0]?.start ?? ''}\n${properties.join('')}  ${written[0]?.end ?? ''}\n`;
}

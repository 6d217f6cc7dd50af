import { cutRdf, refusal } from './rdf-cut.ts';
import { draftOfThings } from './rdf-draft.ts';
import { readPiece } from './rdf-piece.ts';
import { syntaxOf } from './rdf-sniff.ts';
import { type Reader, Unreadable } from './reader.ts';
import { ofBearableSize } from './record-size.ts';

/**
 * Works in RDF: Turtle, TriG, N-Triples, N-Quads, RDF/XML, and JSON-LD whose context stands in it. Our own graphs come
 * back as the works that they were made of; BIBO, DCTERMS, DC, FOAF, schema.org, FaBiO, PRISM, RDA and MARC relators are
 * read as HAL, Persée, IdRef and Sudoc use them.
 */
export const rdf: Reader = {
  name: 'rdf',
  title: {
    fr: 'RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD)',
    en: 'RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD)',
  },
  mediaType: 'text/turtle',
  extensions: ['.ttl', '.nt', '.nq', '.trig', '.rdf', '.xml', '.jsonld', '.ndjsonld'],
  sniff: (head) => syntaxOf(head) !== undefined,
  cut: (text) => cutRdf(text, syntaxOf(text.slice(0, 65_536)) ?? 'blocks'),

  parse(piece, origin) {
    if (piece.text.startsWith(refusal))
      throw refused(piece.text.slice(refusal.length, piece.text.indexOf('\n')));
    return draftOfThings(readPiece(ofBearableSize(piece).text), origin);
  },
};

/** The reason that cutting wrote down. */
function refused(json: string): Unreadable {
  const { fr, en, line, column } = JSON.parse(json) as {
    readonly fr: string;
    readonly en: string;
    readonly line?: number;
    readonly column?: number;
  };
  return new Unreadable({ fr, en }, line, column);
}

import type { Quad } from '@rdfjs/types';
import { bracketed } from '../base/arithmetic.ts';
import { prefixesFor, sparqlQuery } from '../base/sparql-query.ts';
import { refusalOf } from '../base/sparql-refusal.ts';
import type { ResultsJson, Rows } from '../base/sparql-results.ts';
import { exitCode, UserError } from '../base/user-error.ts';

/** What a query gave. */
export type Answer =
  | ({ readonly kind: 'select' } & Rows)
  | { readonly kind: 'ask'; readonly yes: boolean }
  | { readonly kind: 'graph'; readonly quads: readonly Quad[] };

/** A SPARQL store in memory. Queries see the union of all graphs; nothing can be written by a query. */
export interface EmbeddedStore {
  /** Adds an RDF text. `format`: media type; `shown`: what complaints call it. */
  load(text: string, format: string, shown: string): void;
  query(sparql: string): Answer;
}

const formats: Readonly<Record<string, string>> = {
  '.nt': 'application/n-triples',
  '.nq': 'application/n-quads',
  '.ttl': 'text/turtle',
  '.trig': 'application/trig',
  '.rdf': 'application/rdf+xml',
  '.xml': 'application/rdf+xml',
  '.owl': 'application/rdf+xml',
  '.jsonld': 'application/ld+json',
};

/** The media type of an RDF file by its extension, gzip or not. */
export function rdfFormatOf(file: string): string | undefined {
  const extension = /\.[a-z]+$/.exec(file.toLowerCase().replace(/\.gz$/, ''))?.[0];
  return extension === undefined ? undefined : formats[extension];
}

/** Opens an empty store. oxigraph is loaded here, for nothing else needs it. */
export async function openStore(): Promise<EmbeddedStore> {
  const { default: oxigraph } = await import('oxigraph');
  const store = new oxigraph.Store();

  return {
    load(text, format, shown) {
      try {
        for (const chunk of chunks(text, format)) store.load(chunk, { format, no_transaction: true });
      } catch (error) {
        throw unreadable(shown, error);
      }
    },

    query(sparql) {
      const { text, prologue, isGraph, namesItsGraphs } = asked(sparql);
      const options = {
        // The engine would let the union win over the graphs that the query names.
        use_default_graph_as_union: !namesItsGraphs,
        ...(isGraph ? {} : { results_format: 'json' }),
      };
      try {
        const result: unknown = store.query(text, options);
        if (isGraph) return { kind: 'graph', quads: result as readonly Quad[] };
        return rowsIn(JSON.parse(String(result)) as ResultsJson);
      } catch (error) {
        throw new UserError(refusalOf(error, prologue, sparql));
      }
    },
  };
}

/** A query as it goes to an engine, ours or another. */
export interface AskedQuery {
  /** With the prefixes of our vocabularies, and its sums in brackets. */
  readonly text: string;
  /** What stands before it, on a line of its own. */
  readonly prologue: string;
  /** CONSTRUCT or DESCRIBE. */
  readonly isGraph: boolean;
  readonly namesItsGraphs: boolean;
}

/** Makes a query ready. One that would write is a `UserError`. */
export function asked(sparql: string): AskedQuery {
  const { form, isUpdate, namesItsGraphs } = sparqlQuery(sparql);
  if (isUpdate) throw updates(form);
  const prologue = prefixesFor(sparql);
  const isGraph = form === 'CONSTRUCT' || form === 'DESCRIBE';
  return { text: prologue + bracketed(sparql), prologue, isGraph, namesItsGraphs };
}

/** The answer in results as JSON. */
export function rowsIn({ head, results, boolean }: ResultsJson): Answer {
  if (boolean !== undefined) return { kind: 'ask', yes: boolean };
  return { kind: 'select', variables: head.vars ?? [], rows: results?.bindings ?? [] };
}

/**
 * Eight mebibytes at a time where lines are statements: half the time and memory of one large text. Not so with blank
 * nodes, whose labels hold within one load only.
 */
function* chunks(text: string, format: string): Iterable<string> {
  const isOfLines = format === 'application/n-triples' || format === 'application/n-quads';
  const size = isOfLines && !/(?:^|[\s>])_:/.test(text) ? 8 * 1024 * 1024 : text.length;
  for (let start = 0; start < text.length; ) {
    const end =
      start + size < text.length ? text.indexOf('\n', start + size) + 1 || text.length : text.length;
    yield text.slice(start, end);
    start = end;
  }
}

function updates(form: string | undefined): UserError {
  return new UserError({
    fr: `${form} écrit dans le graphe, et une requête ne fait que lire`,
    en: `${form} writes into the graph, and a query only reads`,
  });
}

function unreadable(shown: string, error: unknown): UserError {
  const found = error instanceof Error ? error.message : String(error);
  return new UserError(
    { fr: `${shown} : RDF illisible : ${found}`, en: `${shown}: RDF that cannot be read: ${found}` },
    exitCode.input,
  );
}

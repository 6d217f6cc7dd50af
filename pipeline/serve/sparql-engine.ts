import { bracketed } from '../base/arithmetic.ts';
import { prefixesFor, type SparqlQuery, sparqlQuery } from '../base/sparql-query.ts';
import { refusalOf } from '../base/sparql-refusal.ts';
import { csv, type ResultsJson } from '../base/sparql-results.ts';
import type { Words } from '../base/words.ts';
import { type Counted, dumpPieces, type OpenDump, tooManyQuads } from './sparql-dump.ts';
import { type Refusal, readOnly } from './sparql-fault.ts';
import {
  answerType,
  graphFormats,
  preferredFormat,
  rowFormats,
  type SparqlFormat,
} from './sparql-formats.ts';
import type { SparqlLimits } from './sparql-limits.ts';
import type { SparqlRequest } from './sparql-request.ts';

/** A request, and the formats that its client takes. */
export interface Task extends SparqlRequest {
  readonly accept?: string | undefined;
}

/** What became of a task. */
export type Outcome =
  | { readonly kind: 'answer'; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      /** Has the engine grown or broken, so that another must take its place? */
      readonly isSpent?: boolean;
    };

/** Nothing came of a task, and why. */
export function refused(refusal: Refusal): Extract<Outcome, { kind: 'refused' }> {
  return { kind: 'refused', refusal };
}

/**
 * The graph of a dump in memory, and who answers from it; the words say why there is none. `base`: what relative IRIs of a
 * query without BASE begin with, which the protocol leaves to the service.
 */
export async function openEngine(
  dumps: readonly OpenDump[],
  limits: SparqlLimits,
  base: string,
): Promise<((task: Task) => Outcome) | Words> {
  const { default: oxigraph } = await import('oxigraph');
  const store = new oxigraph.Store();
  const counted: Counted = { lines: 0 };
  for (const dump of dumps) {
    try {
      // One load for a dump, in pieces: a blank node is one from its first line to its last.
      const pieces = dumpPieces(dump, counted, limits.quads);
      store.load(pieces, { format: 'application/n-quads', no_transaction: true });
    } catch (error) {
      if (counted.lines <= limits.quads) return unreadable(dump.path, error);
    }
    if (counted.lines > limits.quads) return tooManyQuads(limits.quads);
  }

  return (task) => {
    const query = sparqlQuery(task.query);
    const refusal = forbidden(query);
    if (refusal !== undefined) return refused(refusal);
    const format = formatOf(query, task.accept);
    if (!('engine' in format)) return refused(format);

    const prologue = prefixesFor(task.query);
    const { dataset } = task;
    const nodes = (iris: readonly string[]) => iris.map((iri) => oxigraph.namedNode(iri));
    try {
      // One more row than is given, to know whether there are more.
      const text = query.form === 'SELECT' ? query.limitedTo(limits.rows + 1) : task.query;
      const result = store.query(prologue + bracketed(text), {
        base_iri: base,
        results_format: engineFormat(format),
        // The engine would let the union win over the graphs that the query names.
        use_default_graph_as_union: dataset === undefined && !query.namesItsGraphs,
        ...(dataset && { default_graph: nodes(dataset.defaults), named_graphs: nodes(dataset.named) }),
      });
      return answerOf(String(result), format, limits);
    } catch (error) {
      return failure(error, prologue, task.query);
    }
  };
}

/** The format of an answer to a query, or why there is none. */
export function formatOf({ form }: SparqlQuery, accept: string | undefined): SparqlFormat | Refusal {
  const among = form === 'CONSTRUCT' || form === 'DESCRIBE' ? graphFormats : rowFormats;
  return preferredFormat(accept, among) ?? unacceptable(among);
}

/**
 * What is refused before an engine sees it. Ours could reach no other server, yet `SERVICE SILENT` would give an empty row;
 * others may, and some take orders of their own before a query.
 */
export function forbidden({ isUpdate, form, asksOthers, hasOrders }: SparqlQuery): Refusal | undefined {
  if (isUpdate) return readOnly(String(form));
  if (hasOrders)
    return {
      status: 403,
      words: { fr: 'DEFINE : ce n’est pas du SPARQL', en: 'DEFINE: this is not SPARQL' },
    };
  if (!asksOthers) return undefined;
  return {
    status: 403,
    words: {
      fr: 'SERVICE : ce point d’accès n’interroge aucun autre serveur',
      en: 'SERVICE: this endpoint asks no other server',
    },
  };
}

/** CSV is written from JSON: the engine ends its lines with LF, where RFC 4180 has CRLF. */
export function engineFormat({ engine }: SparqlFormat): string {
  return engine === 'text/csv' ? 'application/sparql-results+json' : engine;
}

/** An answer of an engine as one of ours, unless it is larger than an answer may be. */
export function answerOf(
  text: string,
  { type, engine }: SparqlFormat,
  { rows, bytes }: SparqlLimits,
): Outcome {
  // A character is a byte at least.
  if (text.length > bytes) return tooLarge(bytes);
  const counted = rowsIn(text, engine);
  if (counted > rows) return tooManyRows(rows);
  const encoded = new TextEncoder().encode(engine === 'text/csv' ? csvOf(text) : text);
  if (encoded.length > bytes) return tooLarge(bytes);
  return { kind: 'answer', type: answerType(type), bytes: encoded };
}

function rowsIn(text: string, engine: string): number {
  switch (engine) {
    case 'application/sparql-results+xml':
      return text.split('<result>').length - 1;
    case 'text/tab-separated-values':
      // Its texts have their line ends escaped.
      return text.split('\n').length - 2;
    case 'text/csv':
    case 'application/sparql-results+json':
      return (JSON.parse(text) as ResultsJson).results?.bindings.length ?? 0;
    default:
      return 0;
  }
}

function csvOf(json: string): string {
  const { head, results, boolean } = JSON.parse(json) as ResultsJson;
  if (boolean !== undefined) return `${boolean}\r\n`;
  return csv({ variables: head.vars ?? [], rows: results?.bindings ?? [] });
}

/** The engine says what is wrong with a query by an `Error`; any other kind of error is its own end. */
function failure(error: unknown, prologue: string, sparql: string): Outcome {
  if (error instanceof Error && error.name === 'Error')
    return refused({ status: 400, words: refusalOf(error, prologue, sparql) });
  const words = {
    fr: 'cette requête demande trop de mémoire, ou est trop imbriquée',
    en: 'this query takes too much memory, or is nested too deep',
  };
  return { ...refused({ status: 422, words }), isSpent: true };
}

function unacceptable(among: readonly SparqlFormat[]): Refusal {
  const types = among.map(({ type }) => type).join(', ');
  return {
    status: 406,
    words: {
      fr: `formats de cette sorte de requête : ${types}`,
      en: `formats of this kind of query: ${types}`,
    },
  };
}

function tooManyRows(rows: number): Outcome {
  const words = {
    fr: `la réponse a plus de ${rows} lignes ; la prendre par parties, avec ORDER BY, LIMIT et OFFSET`,
    en: `the answer has more than ${rows} rows; take it in parts, with ORDER BY, LIMIT and OFFSET`,
  };
  return refused({ status: 422, words });
}

export function tooLarge(bytes: number): Outcome {
  const words = {
    fr: `la réponse a plus de ${bytes} octets ; la prendre par parties, avec LIMIT et OFFSET`,
    en: `the answer has more than ${bytes} bytes; take it in parts, with LIMIT and OFFSET`,
  };
  return { ...refused({ status: 422, words }), isSpent: true };
}

function unreadable(path: string, error: unknown): Words {
  const found = error instanceof Error ? error.message : String(error);
  return {
    fr: `${path} : ce graphe n’a pu être chargé : ${found}`,
    en: `${path}: this graph could not be loaded: ${found}`,
  };
}

import { closeSync, openSync } from 'node:fs';
import { openHeaders, preflightHeaders, safeHeaders } from '../base/media-types.ts';
import type { Language, Words } from '../base/words.ts';
import { said } from './answer.ts';
import type { Handler } from './listen.ts';
import { preferredLanguage } from './negotiate.ts';
import { counted, type Unread } from './sparql-body.ts';
import { description } from './sparql-description.ts';
import { later, type Refusal, SparqlFault } from './sparql-fault.ts';
import { answerType, graphFormats, preferredFormat } from './sparql-formats.ts';
import { type SparqlLimits, sparqlLimits } from './sparql-limits.ts';
import { endpointMethods, sparqlRequestOf } from './sparql-request.ts';
import { SparqlStore } from './sparql-store.ts';
import { SparqlThreads } from './sparql-threads.ts';

/** A graph to be asked, and what is said of it. */
export interface Endpoint {
  /** What is asked: files of N-Quads, `.gz` or not, as they are now, or the endpoint of a store elsewhere. */
  readonly graph: { readonly dumps: readonly string[] } | { readonly store: URL };
  /** Every IRI of the lab begins with it. */
  readonly base: string;
  /** The language of who has no preference. */
  readonly own: Language;
  readonly limits?: Partial<SparqlLimits>;
  /** Told once, when the graph cannot be had. */
  readonly onUnfit: (words: Words) => void;
}

/** An endpoint that answers. */
export interface SparqlApp {
  readonly answer: Handler;
  /** No more requests come: what is under way is answered, then files and memory are given back. */
  retire(): Promise<void>;
  /** Ends what is under way too. */
  close(): Promise<void>;
}

/**
 * The graph of a lab behind the query operation of the SPARQL 1.1 Protocol. Nothing is loaded before the first query. The
 * default graph of a query that names none is the union of all, but for a store elsewhere, which has its own.
 */
export function sparqlApp({ graph, base, own, limits: given, onUnfit }: Endpoint): SparqlApp {
  const limits = { ...sparqlLimits, ...given };
  // What is put in their place later is not seen.
  const dumps = 'dumps' in graph ? graph.dumps : [];
  const open = dumps.map((path) => ({ path, descriptor: openSync(path, 'r') }));
  const options = { limits, base, onUnfit };
  const asker = 'store' in graph ? new SparqlStore(graph.store, options) : new SparqlThreads(open, options);
  const unread: Unread = { bytes: 0 };

  async function answer(request: Request): Promise<Response> {
    if (request.method === 'OPTIONS') return permitted();
    try {
      const asked = await sparqlRequestOf(request, limits.body);
      if (asked === 'description') return await described(request, base, 'dumps' in graph);
      if (unread.bytes > limits.unread) return refusal(request, own, tooMuchUnread);
      const accept = request.headers.get('accept') ?? undefined;
      const outcome = await asker.ask({ ...asked, accept }, request.signal);
      if (outcome.kind === 'refused') return refusal(request, own, outcome.refusal);
      const { type, bytes } = outcome;
      const isHead = request.method === 'HEAD';
      return found(type, bytes.length, isHead ? null : counted(bytes, unread, limits.stall));
    } catch (error) {
      if (error instanceof SparqlFault) return refusal(request, own, error.refusal);
      throw error;
    }
  }

  async function endedBy(end: Promise<void>): Promise<void> {
    await end;
    for (const { descriptor } of open.splice(0)) closeSync(descriptor);
  }

  return {
    answer,
    retire: () => endedBy(asker.retire()),
    close: () => endedBy(asker.close()),
  };
}

async function described(request: Request, base: string, isOwn: boolean): Promise<Response> {
  const format = preferredFormat(request.headers.get('accept') ?? undefined, graphFormats);
  if (format === undefined) {
    const types = graphFormats.map(({ type }) => `${type}\n`).join('');
    return said(406, types, { Vary: 'Accept' });
  }
  const { origin, pathname } = new URL(request.url);
  const about = { endpoint: origin + pathname, dataset: `${base}dataset`, about: `${base}void.ttl`, isOwn };
  const text = new TextEncoder().encode(await description(about, format.engine));
  return found(answerType(format.type), text.length, request.method === 'HEAD' ? null : text);
}

/** What changes with each build is not to be kept without asking. */
function found(
  type: string,
  length: number,
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null,
): Response {
  const headers = {
    ...safeHeaders,
    ...openHeaders,
    'Content-Type': type,
    'Content-Length': String(length),
    'Cache-Control': 'no-cache',
    Vary: 'Accept',
  };
  return new Response(body, { headers });
}

function refusal(request: Request, own: Language, { status, words, fields }: Refusal): Response {
  const languages: readonly Language[] = own === 'fr' ? ['fr', 'en'] : ['en', 'fr'];
  const language = preferredLanguage(request.headers.get('accept-language') ?? undefined, languages) ?? own;
  return said(status, `${words[language]}\n`, {
    'Content-Language': language,
    'Cache-Control': 'no-cache',
    Vary: 'Accept, Accept-Language',
    ...fields,
  });
}

/** Scripts of other sites may ask as they like: nobody is known here. */
function permitted(): Response {
  const headers = {
    ...safeHeaders,
    ...openHeaders,
    ...preflightHeaders,
    Allow: endpointMethods,
    'Access-Control-Allow-Methods': endpointMethods,
  };
  return new Response(null, { status: 204, headers });
}

const tooMuchUnread = later({
  fr: 'trop de réponses attendent d’être lues ; réessayer dans quelques secondes',
  en: 'too many answers wait to be read; try again in a few seconds',
});

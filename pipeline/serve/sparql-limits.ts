/** What one endpoint bears: nobody who asks may take the machine from the others. */
export interface SparqlLimits {
  /** Queries that run at a time, each in a thread with a graph of its own; one, where memory has no room for two. */
  readonly threads: number;
  /** Queries that a store elsewhere is given at a time. */
  readonly atStore: number;
  /** Queries that wait for a thread; more are asked to come back. */
  readonly waiting: number;
  /** Milliseconds that a query waits, for a thread or for the graph to be loaded. */
  readonly wait: number;
  /** Milliseconds that a query runs. */
  readonly time: number;
  /** Rows of an answer. */
  readonly rows: number;
  /** Bytes of an answer: the engine writes the whole of it before anything is sent. */
  readonly bytes: number;
  /** Bytes of the answers that clients have not read yet, in all. */
  readonly unread: number;
  /** Milliseconds after which a client that does not read loses its answer. */
  readonly stall: number;
  /** Bytes of a posted query. */
  readonly body: number;
  /** Quads of the graph. */
  readonly quads: number;
  /** Bytes of memory that a query may take in its thread, beside the graph. */
  readonly memory: number;
  /** Bytes of memory that are free for graphs; of no value, what the machine has when a thread is to start. */
  readonly machine?: number | undefined;
}

const mebibyte = 2 ** 20;

/**
 * Measured (`bench/RESULTS.md`): the graph of 100 000 works, 8.9 million quads, takes 3.4 GB in each thread, of the 4 GiB
 * that the engine can address.
 */
export const sparqlLimits: SparqlLimits = {
  threads: 2,
  atStore: 8,
  waiting: 64,
  wait: 30_000,
  time: 30_000,
  rows: 100_000,
  bytes: 32 * mebibyte,
  unread: 256 * mebibyte,
  stall: 60_000,
  body: mebibyte,
  quads: 9_000_000,
  memory: 1024 * mebibyte,
};

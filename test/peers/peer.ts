import type { Answer } from '../competency/answer.ts';

/** Another SPARQL engine that is asked the same questions, so that no answer rests on one engine's habits. */
export interface Peer {
  readonly name: string;
  /** Looks for the engine; it is no fault of ours when it is not to be had. */
  available(): Promise<Found>;
  /** Loads a graph (N-Quads); the default graph is the union of all graphs. */
  open(nquads: string): Promise<Opened>;
}

export type Found = { readonly version: string } | { readonly skipped: string };

export interface Opened {
  ask(query: string): Promise<Answer>;
  close(): Promise<void>;
}

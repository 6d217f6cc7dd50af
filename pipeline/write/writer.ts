import type { Carrying } from '../base/losses.ts';
import type { Entry } from '../base/sink.ts';
import type { Words } from '../base/words.ts';

/** An output format. */
export interface Writer {
  readonly name: string;
  /** Other names that the command line takes, such as `ttl`. */
  readonly aliases: readonly string[];
  readonly title: Words;
  readonly mediaType: string;
  /** With the dot: `.ttl`. */
  readonly extension: string;
  /** `graph`: takes every entry. `works`: takes entries that are works, and needs no other. */
  readonly takes: 'graph' | 'works';
  /** What it can say of a work; absent for a graph, which says what the mapping says. */
  readonly carries?: Carrying | undefined;
  /** Whether each line is a statement by itself, so that lines may be sorted and made unique. */
  readonly lines: boolean;
  /** Begins one output; what is heavy is loaded here. */
  open(dataset: Dataset): Promise<Opened>;
  /**
   * The same format for a stream of any length: statements in the order in which they are said, nothing sorted, no
   * library between.
   */
  direct?(dataset: Dataset): Opened;
}

/** What an output belongs to. */
export interface Dataset {
  /** The base IRI of all local ids. */
  readonly base: string;
  /** The graph name of N-Quads and TriG. */
  readonly graph: string;
}

/** The parts of one output, in order: head, entries joined by `between`, tail. Shards are laid end to end. */
export interface Opened {
  readonly head: string;
  one(entry: Entry): string;
  readonly between: string;
  readonly tail: string;
}

import type { Clock } from './clock.ts';

/** One way to do the work, run in a process of its own. */
export interface Contender {
  readonly name: string;
  readonly title: string;
  readonly package?: string | undefined;
  /**
   * `run`: from the file to a file. `writing`: from things already read, tidied and checked to text in memory.
   * `memory`: a run whose peak memory alone is of interest.
   */
  readonly kind: 'run' | 'writing' | 'memory';
  /** How what it writes can be read back; absent when it is no RDF. */
  readonly syntax?: 'turtle' | 'jsonld' | undefined;
  /** The share of the records that it is given: slow ones get few. */
  readonly share?: number | undefined;
  /** Loads all that can be loaded before the clock starts. */
  load(): Promise<Job>;
}

export type Job = (task: Task, clock: Clock) => Promise<void>;

/** What one process is to do. */
export interface Task {
  readonly input: string;
  readonly output: string;
  /** How many records `input` holds. */
  readonly records: number;
}

/** A contender that this clone cannot run; it is left out of the table, and the reason is told. */
export class Unavailable extends Error {}

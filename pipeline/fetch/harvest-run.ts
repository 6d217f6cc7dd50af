import type { Manner } from './http.ts';

/** What came of a harvest. */
export interface Harvested {
  /** Records as they are now, and those known to be deleted. */
  readonly records: number;
  readonly deleted: number;
  /** Replies that this run asked for. */
  readonly replies: number;
  /** Records that cannot be read, with the number of the reply and the line in it. */
  readonly faults: readonly { readonly reply: number; readonly line: number; readonly reason: string }[];
}

/** How far it is, for whoever looks on. */
export interface Step {
  readonly given: number;
  readonly size: number | undefined;
}

export interface HarvestOptions extends Manner {
  /** From the beginning, even where a harvest is complete. */
  readonly isFull: boolean;
  step(step: Step): void;
}

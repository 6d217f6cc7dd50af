import type { Place } from './finding.ts';
import { handWritten, refuse } from './hand-written.ts';
import type { Iri, Work } from './work.ts';

/** What a person corrected on one work, and why; it outlives every re-read of the sources. */
export interface Correction {
  /** Local id of the work, such as `work/sorin-2019-les-pratiques-numeriques`. */
  readonly work: string;
  /** The fields as they should be, each whole. */
  readonly set?: Partial<Work> | undefined;
  /** The fields to be taken away. */
  readonly unset: readonly string[];
  readonly reason: string;
  /** Where the person saw it. */
  readonly source?: Iri | undefined;
  readonly place: Place;
}

/** Reads `corrections.yaml`: a list, perhaps empty. All that is wrong in it is said at once, in one `UserError`. */
export function readCorrections(text: string, file: string): readonly Correction[] {
  const { value, complaints, placeOf } = handWritten(text, file, 'corrections');
  if (value === null) return [];
  refuse(complaints, placeOf);
  return (
    value as readonly (Omit<Correction, 'unset' | 'place'> & { readonly unset?: readonly string[] })[]
  ).map((correction, index) => ({
    ...correction,
    unset: correction.unset ?? [],
    place: placeOf(`/${index}`),
  }));
}

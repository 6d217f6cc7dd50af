import type { Term } from './terms.ts';
import type { IdentifiedWork } from './work.ts';

/**
 * Where statements go. The mapping says them one subject after another; a writer turns them into its own text at
 * once, so that no quad object lives between the two.
 */
export interface Sink {
  /** All that follows is about this subject, until the next call. */
  subject(iri: string): void;
  iri(predicate: Term, object: string): void;
  /** A plain string (`xsd:string`). */
  literal(predicate: Term, value: string): void;
  typed(predicate: Term, value: string, datatype: Term): void;
  /** `tag`: BCP 47. */
  language(predicate: Term, value: string, tag: string): void;
}

/** One thing to be written: a work, or something that works refer to. */
export interface Entry {
  /** The IRI of the thing. */
  readonly iri: string;
  /** The work, when the thing is one. */
  readonly work?: IdentifiedWork | undefined;
  /** Says everything about the thing. */
  describe(sink: Sink): void;
}

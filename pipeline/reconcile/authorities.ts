import type { Agent, Concept, Journal, JournalPart, SourceEntity } from '../base/entity.ts';
import type { Container, Contribution, OrgRef, Position, Source, Subject } from '../base/work.ts';

/** The work's own contributors and the editors of what it appeared in are numbered apart. */
export type Signing = 'contributor' | 'container-editor';

/** Who is who: gives each thing that a work refers to its local id, and remembers the thing. */
export interface Authorities {
  /** `work`: local id of the work, for a name that nothing ties to other works; `of`: which of its lists has the name. */
  agent(contribution: Contribution, work: string, of?: Signing): string;
  organisation(organisation: OrgRef): string;
  journal(container: Container): string;
  /** The issue or volume of a journal that a position names; the journal itself when it names none. */
  part(journal: string, position: Position | undefined): string;
  concept(subject: Subject): string | undefined;
  source(source: Source): string;
  /** All that was met so far. */
  readonly met: Met;
}

/** Things by their local id. */
export interface Met {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly journals: ReadonlyMap<string, Journal>;
  readonly parts: ReadonlyMap<string, JournalPart>;
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly sources: ReadonlyMap<string, SourceEntity>;
}

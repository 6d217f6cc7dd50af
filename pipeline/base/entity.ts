import type { ContainerType, Edtf, IdentifiedWork, Identifier, Iri, Issn, LangText, Source } from './work.ts';

// What works refer to, after reconcile: each has its own IRI, `base` + `id`, and is described once.

/** A person or an organisation; `unknown` when nobody said which. */
export interface Agent {
  /** `person/…` or `org/…`. */
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'unknown';
  readonly name: LangText;
  readonly given?: string | undefined;
  /** With its non-dropping particle: `van Gogh`. */
  readonly family?: string | undefined;
  /** Other printed forms of the name. */
  readonly alias: readonly string[];
  /** schema.org class of an organisation, when the lab says it. */
  readonly organisationType?: string | undefined;
  readonly identifiers: readonly Identifier[];
  readonly homepage?: Iri | undefined;
  /** Local ids of the organisations that the lab says a person belongs to. */
  readonly affiliations: readonly string[];
}

/** A journal, a book, a site: what contains works. */
export interface Journal {
  /** `journal/…`, or `book/…` for books and proceedings. */
  readonly id: string;
  readonly type: ContainerType;
  readonly titles: readonly LangText[];
  readonly shortTitles: readonly string[];
  readonly issn: readonly Issn[];
  readonly isbn: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly url?: Iri | undefined;
}

/** A volume or an issue of a journal. */
export interface JournalPart {
  /** Below the journal: `journal/terminal#issue-128`, `journal/x#volume-12_issue-3`. */
  readonly id: string;
  readonly kind: 'volume' | 'issue';
  readonly number: string;
  readonly title?: LangText | undefined;
  /** Local id of what it is a part of: its volume, or the journal. */
  readonly partOf: string;
}

/** A subject with its labels. */
export interface Concept {
  readonly id: string;
  readonly labels: readonly LangText[];
  readonly alias: readonly LangText[];
  readonly exactMatch: readonly Iri[];
}

/** A source that works are derived from. */
export interface SourceEntity extends Source {
  readonly id: string;
}

/** What stays at an IRI whose thing was merged into another or is in no source any more. */
export interface Tombstone {
  readonly id: string;
  readonly state: 'merged' | 'deleted';
  /** Local id of what replaces it. */
  readonly into?: string | undefined;
}

/** How often a class or a property occurs. */
export interface Partition {
  readonly iri: Iri;
  readonly count: number;
}

/** What a dump holds, counted. */
export interface Statistics {
  readonly triples: number;
  /** Distinct subjects. */
  readonly entities: number;
  readonly distinctObjects: number;
  readonly classes: readonly Partition[];
  readonly properties: readonly Partition[];
}

/** One file of the dump. */
export interface Distribution {
  readonly file: string;
  readonly mediaType: string;
  readonly compressed: boolean;
  /** Absent when it depends on the compressing library. */
  readonly bytes?: number | undefined;
}

/** The dataset as a whole. */
export interface DatasetEntity {
  readonly id: 'dataset';
  readonly base: Iri;
  readonly title: LangText;
  readonly description?: LangText | undefined;
  /** The lab's name. */
  readonly publisher: string;
  readonly homepage?: Iri | undefined;
  readonly licence: Iri;
  readonly modified?: Edtf | undefined;
  readonly example?: string | undefined;
  readonly statistics: Statistics;
  readonly sources: readonly string[];
  readonly distributions: readonly Distribution[];
}

/** Everything that a lab publishes, each thing once, each list in the order of its ids. */
export interface Collection {
  readonly works: readonly IdentifiedWork[];
  readonly agents: readonly Agent[];
  readonly journals: readonly Journal[];
  readonly parts: readonly JournalPart[];
  readonly concepts: readonly Concept[];
  readonly sources: readonly SourceEntity[];
  readonly tombstones: readonly Tombstone[];
}

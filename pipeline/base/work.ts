/**
 * A scholarly work as we understand it: the one record into which every input is read and from which every output
 * is made. A missing value is absent: never an empty string, `null` or a placeholder.
 */
export interface Work {
  /** Local part of the work's IRI below the base, such as `work/sorin-2023-motifs-registres`; given by reconcile. */
  readonly id?: string | undefined;
  readonly type: WorkType;
  /** At least one with the role `main`. */
  readonly titles: readonly Title[];
  readonly abstracts: readonly LangText[];
  /** In printed order, which is data. */
  readonly contributions: readonly Contribution[];
  /** At most one for each event. */
  readonly dates: readonly WorkDate[];
  readonly container?: Container | undefined;
  readonly position?: Position | undefined;
  readonly event?: WorkEvent | undefined;
  readonly publisher?: Publisher | undefined;
  readonly identifiers: readonly Identifier[];
  readonly links: readonly Link[];
  /** BCP 47 tags of the text itself; `mul` and `und` are allowed here and never written as a language tag. */
  readonly languages: readonly string[];
  readonly subjects: readonly Subject[];
  readonly access?: { readonly status: Access; readonly embargoUntil?: Edtf | undefined } | undefined;
  readonly licences: readonly Licence[];
  readonly funding: readonly Funding[];
  readonly relations: readonly Relation[];
  readonly references: readonly Reference[];
  readonly status: WorkStatus;
  readonly review?: Review | undefined;
  readonly notes: readonly LangText[];
  /** The citation as found, verbatim. */
  readonly citationText?: LangText | undefined;
  /** Where each field comes from. */
  readonly provenance: readonly Assertion[];
  /** What found no place in this record, kept as it was. */
  readonly unmapped: readonly Unmapped[];
}

/** A work that has been given its IRI. */
export interface IdentifiedWork extends Work {
  readonly id: string;
}

/** A date in EDTF (ISO 8601-2, levels 0 and 1), exactly as precise as the source: `2023`, `2023-06`, `2023-03-03`. */
export type Edtf = string;
/** An absolute IRI (RFC 3987). */
export type Iri = string;

/** A text with its language (BCP 47, lower case); no `lang` means unknown, never guessed. */
export interface LangText {
  readonly value: string;
  readonly lang?: string | undefined;
  /** `html` when the value holds inline HTML (`i em b sub sup span` and MathML only); plain text when absent. */
  readonly markup?: 'text' | 'html' | undefined;
}

export interface Title {
  readonly role: 'main' | 'subtitle' | 'short' | 'translated' | 'alternative';
  readonly text: LangText;
}

export interface Contribution {
  /** 1..n without a gap, over all roles taken together. */
  readonly position: number;
  readonly role: Role;
  /** MARC relator code, such as `aut`, `edt`, `trl`, `ths`. */
  readonly marcRelator?: string | undefined;
  readonly kind: 'person' | 'organisation' | 'unknown';
  /** Local id of the agent, such as `person/francois-sorin`; given by reconcile. */
  readonly agent?: string | undefined;
  /** The name as the source prints it; never rewritten. */
  readonly nameAsPrinted: string;
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  /** Non-dropping particle (CSL): sorted and kept with the family name, as in `van Gogh`. */
  readonly particle?: string | undefined;
  /** Dropping particle (CSL): the `de` of `de La Fontaine`. */
  readonly droppingParticle?: string | undefined;
  readonly suffix?: string | undefined;
  /** The whole name of an organisation, or a name that cannot be split. */
  readonly literal?: string | undefined;
  readonly nameScript?:
    | readonly {
        readonly family?: string | undefined;
        readonly given?: string | undefined;
        readonly lang: string;
      }[]
    | undefined;
  readonly identifiers: readonly Identifier[];
  /** As stated on this work, whatever the present employer. */
  readonly affiliations: readonly Affiliation[];
  readonly corresponding?: boolean | undefined;
  readonly equalContribution?: boolean | undefined;
  /** SHA-1 of the `mailto:` address (FOAF `mbox_sha1sum`); no address in clear ever. */
  readonly emailSha?: string | undefined;
}

export interface Affiliation {
  /** Local id of the organisation; given by reconcile. */
  readonly org?: string | undefined;
  readonly nameAsPrinted: string;
  readonly ids: readonly Identifier[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
}

export interface WorkDate {
  readonly event: DateEvent;
  readonly value: Edtf;
  /** The name of the source that gave it, when several did. */
  readonly source?: string | undefined;
}

export interface Container {
  readonly type: ContainerType;
  /** Local id of the journal or book; given by reconcile. */
  readonly id?: string | undefined;
  /** Local id of the nearest part of it that holds the work: its issue, volume, or itself; given by reconcile. */
  readonly part?: string | undefined;
  readonly titles: readonly LangText[];
  readonly shortTitles: readonly string[];
  readonly issn: readonly Issn[];
  readonly isbn: readonly string[];
  readonly editors: readonly Contribution[];
  readonly series?: { readonly title: LangText; readonly number?: string | undefined } | undefined;
  readonly identifiers: readonly Identifier[];
  readonly url?: Iri | undefined;
}

export interface Issn {
  /** With hyphen, `1234-5679`. */
  readonly value: string;
  readonly medium?: 'print' | 'electronic' | 'linking' | undefined;
}

/** Where in its container the work stands; all strings, as printed. */
export interface Position {
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly issueTitle?: LangText | undefined;
  readonly pages?: Pages | undefined;
  readonly articleNumber?: string | undefined;
  readonly section?: LangText | undefined;
}

/** `start` and `end` only for a real range; `total` for an extent (`102 p.`). */
export interface Pages {
  readonly raw: string;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly total?: number | undefined;
}

export interface WorkEvent {
  readonly name: LangText;
  readonly acronym?: string | undefined;
  readonly start?: Edtf | undefined;
  readonly end?: Edtf | undefined;
  readonly place?: string | undefined;
  readonly country?: string | undefined;
}

export interface Publisher {
  /** Local id of the organisation; given by reconcile. */
  readonly org?: string | undefined;
  readonly name: string;
  readonly place?: string | undefined;
  readonly ids: readonly Identifier[];
}

export interface Identifier {
  /** Lower case: `doi`, `hal`, `orcid`, `idref`, `issn`, `isbn`, `pmid`… */
  readonly scheme: string;
  readonly value: string;
  /** Absent when the value failed its check, so that no wrong link is made. */
  readonly iri?: Iri | undefined;
  readonly assertedBy?: 'author' | 'publisher' | 'curator' | 'machine' | undefined;
}

export interface Link {
  readonly role: 'landing' | 'fulltext' | 'publisher' | 'supplement' | 'dataset' | 'code' | 'other';
  readonly url: Iri;
  readonly mediaType?: string | undefined;
  readonly version?: ArticleVersion | undefined;
  readonly access?: Access | undefined;
  readonly licence?: Iri | undefined;
  readonly from?: Edtf | undefined;
  /** Size in bytes. */
  readonly bytes?: number | undefined;
  readonly checksum?: string | undefined;
}

export interface Subject {
  readonly text: LangText;
  /** Local id of the lab's concept; given by reconcile. */
  readonly id?: string | undefined;
  readonly scheme?: Iri | undefined;
  readonly concept?: Iri | undefined;
  readonly code?: string | undefined;
}

export interface Licence {
  readonly iri?: Iri | undefined;
  readonly text?: LangText | undefined;
  readonly appliesTo?: ArticleVersion | undefined;
  readonly from?: Edtf | undefined;
}

export interface OrgRef {
  /** Local id of the organisation; given by reconcile. */
  readonly org?: string | undefined;
  readonly name: string;
  readonly ids: readonly Identifier[];
  readonly country?: string | undefined;
}

export interface Funding {
  readonly funder?: OrgRef | undefined;
  readonly programme?: string | undefined;
  readonly awardNumber?: string | undefined;
  readonly awardIri?: Iri | undefined;
  readonly title?: LangText | undefined;
  readonly acronym?: string | undefined;
}

export interface Relation {
  readonly type: RelationType;
  readonly target: {
    readonly id?: Iri | undefined;
    /** The `id` of another work of the same lab. */
    readonly workId?: string | undefined;
    readonly citation?: string | undefined;
  };
}

export interface Reference {
  readonly id?: Iri | undefined;
  readonly citation?: string | undefined;
  readonly key?: string | undefined;
}

export interface Review {
  readonly peerReviewed?: boolean | undefined;
  readonly audience?: 'international' | 'national' | 'unset' | undefined;
  readonly popularScience?: boolean | undefined;
}

/** One source's word on one field. */
export interface Assertion {
  /** The field, such as `titles.main`, `dates.published`, `contributions.1`, `position.pages`; `*` for all. */
  readonly path: string;
  /** The value said; absent when it was chosen, for then it is the field's own. */
  readonly value?: unknown;
  readonly source: Source;
  /** The source's own words, when they differ from the value. */
  readonly words?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly confidence: 'stated' | 'normalised' | 'inferred' | 'doubtful';
  /** The rule that found or changed the value, such as `par-line` or `D1`. */
  readonly rule?: string | undefined;
  /** Why a person corrected it. */
  readonly reason?: string | undefined;
  readonly chosen: boolean;
}

/** Where records come from: a file, a harvest, a person's corrections. */
export interface Source {
  /** Short name, unique in the lab: `articles`, `hal`. */
  readonly name: string;
  /** The kind of system or format: `page`, `work`, `crossref`, `correction`. */
  readonly system: string;
  readonly title?: string | undefined;
  /** Media type of what was read. */
  readonly format?: string | undefined;
  readonly recordId?: string | undefined;
  readonly url?: Iri | undefined;
  /** When it was fetched, ISO 8601 with time zone; absent when nobody said. */
  readonly retrieved?: string | undefined;
  readonly sha256?: string | undefined;
}

export interface Unmapped {
  readonly source: string;
  readonly path: string;
  readonly value: unknown;
}

export const workTypes = [
  'article',
  'proceedingsPaper',
  'chapter',
  'book',
  'editedBook',
  'thesis',
  'report',
  'preprint',
  'workingPaper',
  'popularArticle',
  'newspaperArticle',
  'webArticle',
  'blogPost',
  'review',
  'reviewArticle',
  'editorial',
  'dataPaper',
  'proceedings',
  'poster',
  'talk',
  'lecture',
  'dataset',
  'software',
  'image',
  'video',
  'other',
] as const;
export type WorkType = (typeof workTypes)[number];

export const roles = [
  'author',
  'editor',
  'translator',
  'supervisor',
  'reviewer',
  'illustrator',
  'compiler',
  'contributor',
  'other',
] as const;
export type Role = (typeof roles)[number];

export type ContainerType =
  | 'journal'
  | 'book'
  | 'proceedings'
  | 'series'
  | 'website'
  | 'magazine'
  | 'newspaper';
export type DateEvent =
  | 'published'
  | 'publishedPrint'
  | 'publishedOnline'
  | 'accepted'
  | 'submitted'
  | 'written'
  | 'defended'
  | 'deposited'
  | 'modified'
  | 'copyright'
  | 'withdrawn'
  | 'available';
export type Access = 'open' | 'embargoed' | 'restricted' | 'metadataOnly' | 'unknown';
export type ArticleVersion = 'submitted' | 'accepted' | 'published' | 'corrected' | 'other';
export type WorkStatus =
  | 'published'
  | 'inPress'
  | 'preprint'
  | 'retracted'
  | 'withdrawn'
  | 'corrected'
  | 'expressionOfConcern'
  | 'deleted';
export type RelationType =
  | 'isVersionOf'
  | 'hasVersion'
  | 'isTranslationOf'
  | 'hasTranslation'
  | 'isPartOf'
  | 'hasPart'
  | 'replaces'
  | 'isReplacedBy'
  | 'cites'
  | 'isCitedBy'
  | 'isSupplementTo'
  | 'isSupplementedBy'
  | 'reviews'
  | 'isReviewedBy'
  | 'isIdenticalTo'
  | 'isRelatedTo'
  | 'retracts'
  | 'isRetractedBy'
  | 'corrects'
  | 'isCorrectedBy';

/** The main title, if there is one. */
export function mainTitle(work: Pick<Work, 'titles'>): LangText | undefined {
  return work.titles.find((title) => title.role === 'main')?.text;
}

/** The date of one event. */
export function dateOf(work: Pick<Work, 'dates'>, event: DateEvent): Edtf | undefined {
  return work.dates.find((date) => date.event === event)?.value;
}

/** The contributions of one role, in printed order. */
export function contributionsAs(work: Work, role: Role): readonly Contribution[] {
  return work.contributions.filter((contribution) => contribution.role === role);
}

/** The value of the first identifier of a scheme. */
export function identifierOf(
  thing: { readonly identifiers: readonly Identifier[] },
  scheme: string,
): string | undefined {
  return thing.identifiers.find((identifier) => identifier.scheme === scheme)?.value;
}

import type { RuleName } from './finding.ts';
import type { Filling } from './words.ts';
import type {
  Access,
  ArticleVersion,
  Assertion,
  Container,
  ContainerType,
  Contribution,
  DateEvent,
  Funding,
  LangText,
  Link,
  Position,
  Publisher,
  Reference,
  Relation,
  Review,
  Role,
  Source,
  Subject,
  Title,
  Unmapped,
  WorkEvent,
} from './work.ts';

/**
 * A record as read: the words of the source, nothing improved. Readers make drafts; only `tidy` makes works of them.
 * Fields bear the names of the work's; what the source did not say is absent.
 */
export interface Draft {
  readonly origin: Origin;
  /** Local id that the user gave, the strongest identity of all. */
  readonly id?: string | undefined;
  /** The type in the source's words, and the column of `ontology/types.csv` that holds that vocabulary. */
  readonly type?: { readonly list: string; readonly code: string } | undefined;
  readonly titles?: readonly Title[] | undefined;
  readonly abstracts?: readonly LangText[] | undefined;
  readonly contributions?: readonly DraftContribution[] | undefined;
  /** Date words as found: `le 3 mars 2023`, `2023-03-03`. */
  readonly dates?: readonly { readonly event: DateEvent; readonly words: string }[] | undefined;
  readonly container?: DraftContainer | undefined;
  readonly position?: DraftPosition | undefined;
  readonly event?: WorkEvent | undefined;
  readonly publisher?:
    | (Omit<Publisher, 'ids'> & { readonly ids?: readonly DraftIdentifier[] | undefined })
    | undefined;
  readonly identifiers?: readonly DraftIdentifier[] | undefined;
  readonly links?: readonly Link[] | undefined;
  /** Names or codes of any ISO 639 part, or BCP 47. */
  readonly languages?: readonly string[] | undefined;
  readonly subjects?: readonly Subject[] | undefined;
  readonly access?: { readonly status: Access; readonly embargoUntil?: string | undefined } | undefined;
  readonly licences?: readonly DraftLicence[] | undefined;
  readonly funding?: readonly Funding[] | undefined;
  readonly relations?: readonly Relation[] | undefined;
  readonly references?: readonly Reference[] | undefined;
  readonly status?: string | undefined;
  readonly review?: Review | undefined;
  readonly notes?: readonly LangText[] | undefined;
  readonly citationText?: LangText | undefined;
  /** Where in the source each value was found, and by which rule; for sources whose form does not say it. */
  readonly evidence?: readonly Evidence[] | undefined;
  /** What the reader wants a person to know about this record. */
  readonly remarks?: readonly Remark[] | undefined;
  /** Provenance that the record already carries (our own records do); kept as it is. */
  readonly provenance?: readonly Assertion[] | undefined;
  readonly unmapped?: readonly Unmapped[] | undefined;
}

/** Where a record stands: source, file, line; so that every complaint can point. */
export interface Origin {
  readonly source: Source;
  readonly file: string;
  /** First line of the record, from 1. */
  readonly line: number;
  /** Offset in bytes, for formats that are cut in a stream. */
  readonly byte?: number | undefined;
  /** Language that the lab gives to the texts of this source (BCP 47). */
  readonly language?: string | undefined;
  /** What the lab says that the columns of a table are: heading → field of `ontology/headings.csv`. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
}

/** Where a value was found. */
export interface Evidence {
  /** Path of the field, as in `Assertion.path`. */
  readonly path: string;
  /** Absent when they are the value itself. */
  readonly words?: string | undefined;
  readonly rule: string;
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly confidence?: Assertion['confidence'] | undefined;
}

/** A finding that the reader asks for. */
export interface Remark {
  readonly rule: RuleName;
  readonly values: Filling;
  readonly field?: string | undefined;
  readonly line: number;
}

/** The same fields, each of which the source may not have said. */
type Unsaid<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | undefined };

/** A name as found: `name` alone, or the parts that the source tells apart. */
export interface DraftContribution
  extends Unsaid<Omit<Contribution, 'role' | 'identifiers' | 'affiliations'>> {
  readonly role: Role;
  /** Several names in one phrase, `Pierre Mazet et François Sorin`: tidy takes them apart. */
  readonly names?: string | undefined;
  readonly identifiers?: readonly DraftIdentifier[] | undefined;
  readonly affiliations?: readonly DraftAffiliation[] | undefined;
}

export interface DraftAffiliation {
  readonly nameAsPrinted: string;
  readonly ids?: readonly DraftIdentifier[] | undefined;
  readonly country?: string | undefined;
}

export interface DraftContainer
  extends Unsaid<Omit<Container, 'type' | 'issn' | 'editors' | 'identifiers' | 'id'>> {
  readonly type: ContainerType;
  readonly issn?: Container['issn'] | undefined;
  readonly editors?: readonly DraftContribution[] | undefined;
  readonly identifiers?: readonly DraftIdentifier[] | undefined;
}

export interface DraftPosition extends Omit<Position, 'pages'> {
  /** As printed: `pp. 66–79`. */
  readonly pages?: string | undefined;
}

/** `scheme` absent when the source does not say what it is. */
export interface DraftIdentifier {
  readonly scheme?: string | undefined;
  readonly value: string;
  readonly assertedBy?: 'author' | 'publisher' | 'curator' | 'machine' | undefined;
}

/** An IRI or the words of a licence. */
export interface DraftLicence {
  readonly words: string;
  readonly lang?: string | undefined;
  readonly appliesTo?: ArticleVersion | undefined;
  readonly from?: string | undefined;
}

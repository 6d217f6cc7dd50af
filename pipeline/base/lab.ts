import type { ContainerType, Edtf, Iri, Issn, LangText } from './work.ts';

/** `data/lab.yaml`: who the lab is, where its publication lists are, and the authorities it knows. */
export interface Lab {
  readonly name: string;
  /** Every IRI of the lab begins with it; ends with `/`. */
  readonly base: Iri;
  /** Language of the lab's pages and report, and of a source that names none (BCP 47). */
  readonly language: string;
  readonly homepage?: Iri | undefined;
  /** Title of the dataset; made from the lab's name when absent. */
  readonly title?: LangText | undefined;
  readonly description?: LangText | undefined;
  /** Licence of the metadata. */
  readonly licence: Iri;
  readonly sources: readonly LabSource[];
  readonly people: readonly LabPerson[];
  readonly organisations: readonly LabOrganisation[];
  readonly journals: readonly LabJournal[];
  readonly concepts: readonly LabConcept[];
  /** For each field, the sources to believe first; `*` for all fields. Sources not named follow in their order. */
  readonly prefer: Readonly<Record<string, readonly string[]>>;
  /** How the lab's site looks, and what the law wants said on it. */
  readonly site?: LabSite | undefined;
  /** The lab as an OAI-PMH repository; absent when it is none. */
  readonly oai?: LabOai | undefined;
  readonly hal?: LabHal | undefined;
}

/** What a lab says to HAL of all its works. */
export interface LabHal {
  /** Code of a domain of HAL, for works that name none: `shs.socio`. */
  readonly domain?: string | undefined;
  /** The portal that deposits go to; `hal` when absent. */
  readonly portal?: string | undefined;
  /** Who owns deposits beside the account that sends them: logins, or `idhal|…`, `orcid|…`. */
  readonly onBehalfOf: readonly string[];
  /** Full texts, for works that are not in HAL yet. */
  readonly files: readonly LabHalFile[];
}

/** A full text that may be deposited. */
export interface LabHalFile {
  /** Local id of its work. */
  readonly work: string;
  /** Relative to `lab.yaml`. */
  readonly file: string;
  /** Who allows it, in HAL's words (hal.md section 3, `edition/ref/@subtype`). */
  readonly origin: 'author' | 'greenPublisher' | 'publisherAgreement' | 'publisherPaid';
  /** The day from which it may be seen. */
  readonly embargo?: Edtf | undefined;
}

/** What an OAI-PMH repository says of itself (OAI-PMH 2.0, section 4.2). */
export interface LabOai {
  /** Begins every OAI identifier. */
  readonly domain: string;
  readonly email: string;
  /** Its base URL, where it is not the address that was asked. */
  readonly url?: Iri | undefined;
  /** Whether its replies are files of the site, for a host without a program. */
  readonly static: boolean;
  readonly sets: readonly LabSet[];
}

/** A set of the lab's own: the works that have one of these, by type or by local ids. */
export interface LabSet {
  readonly spec: string;
  readonly name: string;
  readonly types: readonly string[];
  readonly people: readonly string[];
  readonly subjects: readonly string[];
  readonly journals: readonly string[];
  readonly works: readonly string[];
}

/** What a lab may say of its site; files are relative to `lab.yaml`. */
export interface LabSite {
  /** A picture: SVG, PNG, JPEG or WebP. */
  readonly logo?: string | undefined;
  /** A style sheet, read after the site's own. */
  readonly stylesheet?: string | undefined;
  /** Colour of links on the light and on the dark ground, `#rrggbb`. */
  readonly colours?: { readonly light?: string | undefined; readonly dark?: string | undefined } | undefined;
  /** Where to write to: an address of the web or an e-mail address. */
  readonly contact?: string | undefined;
  readonly legal?:
    | {
        readonly publisher?: string | undefined;
        readonly director?: string | undefined;
        readonly host?: string | undefined;
      }
    | undefined;
  /** What an audit against the RGAA found. */
  readonly accessibility?:
    | {
        readonly status: 'none' | 'partial' | 'full';
        readonly audited?: Edtf | undefined;
        readonly auditor?: string | undefined;
      }
    | undefined;
}

export interface LabSource {
  readonly name: string;
  /** Relative to `lab.yaml`. */
  readonly file: string;
  /** A reader's name; found from the file when absent. */
  readonly format?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: Iri | undefined;
  /** When the file was taken from its address, ISO 8601. */
  readonly retrieved?: string | undefined;
  readonly language?: string | undefined;
  /** Of a table whose headings are the lab's own: heading → field of `ontology/headings.csv`. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
}

export interface LabPerson {
  readonly family: string;
  readonly given: string;
  /** Other forms of the name, as printed somewhere: `Sorin F.`. */
  readonly alias: readonly string[];
  readonly orcid?: string | undefined;
  readonly idref?: string | undefined;
  readonly idhal?: string | undefined;
  readonly isni?: string | undefined;
  readonly homepage?: Iri | undefined;
  readonly affiliations: readonly Membership[];
}

/** Membership of an organisation, by its name in `organisations`. */
export interface Membership {
  readonly organisation: string;
  readonly from?: Edtf | undefined;
  readonly to?: Edtf | undefined;
}

export interface LabOrganisation {
  readonly name: string;
  readonly language?: string | undefined;
  readonly alias: readonly string[];
  readonly type?:
    | 'ResearchOrganization'
    | 'CollegeOrUniversity'
    | 'GovernmentOrganization'
    | 'Organization'
    | undefined;
  readonly ror?: string | undefined;
  readonly idref?: string | undefined;
  readonly isni?: string | undefined;
  readonly homepage?: Iri | undefined;
}

export interface LabJournal {
  readonly title: string;
  readonly language?: string | undefined;
  readonly alias: readonly string[];
  readonly type: ContainerType;
  readonly issn: readonly Issn[];
  readonly homepage?: Iri | undefined;
}

/** A subject with its labels in several languages. */
export interface LabConcept {
  /** Language tag → preferred label. */
  readonly label: Readonly<Record<string, string>>;
  /** Language tag → other labels. */
  readonly alias: Readonly<Record<string, readonly string[]>>;
  /** The same concept in an authority. */
  readonly exactMatch: readonly Iri[];
}

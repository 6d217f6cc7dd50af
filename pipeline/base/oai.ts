/**
 * A work as an OAI-PMH repository knows it, with what its header says (OAI-PMH 2.0, section 2.5). A withdrawn one has no
 * content, but its header for ever.
 */
export interface OaiRecord {
  /** Local id: `work/x`. */
  readonly id: string;
  /** When the content, the sets or the state last changed, UTC, ISO 8601 to the second. */
  readonly datestamp: string;
  readonly isDeleted: boolean;
  /** Specs of its sets; of a withdrawn work those that it was in. */
  readonly sets: readonly string[];
  /** The work as JSON; absent when withdrawn. */
  readonly work?: string | undefined;
  /** Prefixes of the formats that cannot say it. */
  readonly lacks: readonly string[];
}

export interface OaiSet {
  readonly spec: string;
  readonly name: string;
}

/** `oai:labacces.fr:work/x` (guideline for OAI identifiers, section 2.1). Local ids hold only characters that it allows. */
export function oaiIdentifier(domain: string, id: string): string {
  return `oai:${domain}:${id}`;
}

/** The local id in an OAI identifier of this domain. */
export function localId(domain: string, identifier: string): string | undefined {
  const start = `oai:${domain}:`;
  return identifier.startsWith(start) ? identifier.slice(start.length) : undefined;
}

/** What the register keeps of a thing for its OAI-PMH header. */
export interface OaiState {
  readonly id: string;
  readonly state: 'live' | 'merged' | 'deleted';
  readonly datestamp: string;
  readonly sets: readonly string[];
}

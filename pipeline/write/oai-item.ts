import { type OaiRecord, oaiIdentifier } from '../base/oai.ts';
import type { Entry } from '../base/sink.ts';
import type { IdentifiedWork } from '../base/work.ts';
import type { OaiFormat } from './oai-formats.ts';
import type { OaiItem } from './oai-reply.ts';

/** What a repository knows besides its records. */
export interface OaiSurroundings {
  /** Begins every identifier. */
  readonly domain: string;
  /** The page about a work, by its local id. */
  pageOf(id: string): string;
  /** What the graph says of a work. */
  entryOf(work: IdentifiedWork): Entry;
}

/** A record as a reply shows it: its header, and what it says in a format where one is asked for and it is not withdrawn. */
export function oaiItem(
  { id, datestamp, isDeleted, sets, work: json }: OaiRecord,
  format: OaiFormat | undefined,
  { domain, pageOf, entryOf }: OaiSurroundings,
): OaiItem {
  const header = { identifier: oaiIdentifier(domain, id), datestamp, isDeleted, sets };
  if (format === undefined || json === undefined) return { header };
  const work = JSON.parse(json) as IdentifiedWork;
  return { header, metadata: format.element({ work, entry: entryOf(work), page: pageOf(id) }) };
}

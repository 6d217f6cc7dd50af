import { bibtex } from './bibtex.ts';
import { citations } from './citation.ts';
import { csl } from './csl.ts';
import { csv } from './csv.ts';
import { datacite } from './datacite.ts';
import { halTei } from './hal-tei.ts';
import { highwire } from './highwire.ts';
import { jsonld } from './jsonld.ts';
import { jsonldLines } from './jsonld-lines.ts';
import { ndjson } from './ndjson.ts';
import { nquads } from './nquads.ts';
import { ntriples } from './ntriples.ts';
import { oaiDc } from './oai-dc.ts';
import { openaire } from './openaire.ts';
import { qdc } from './qdc.ts';
import { rdfxml } from './rdfxml.ts';
import { ris } from './ris.ts';
import { schema } from './schema.ts';
import { trig } from './trig.ts';
import { turtle } from './turtle.ts';
import type { Dataset, Opened, Writer } from './writer.ts';

export { citation, type Style } from './citation.ts';
export { referenceDate } from './citation-words.ts';
export { directTurtle } from './direct-turtle.ts';
export { familyFirst } from './family-first.ts';
export { type HalNeed, halNeedNamed, halNeeds } from './hal-needs.ts';
export { halDeposit } from './hal-tei.ts';
export { highwireMeta } from './highwire.ts';
export { jsonldLines } from './jsonld-lines.ts';
export { languageTag } from './language-tag.ts';
export { inGraph, nquads } from './nquads.ts';
export { ntriples } from './ntriples.ts';
export { type OaiFormat, oaiFormats } from './oai-formats.ts';
export { type OaiSurroundings, oaiItem } from './oai-item.ts';
export {
  type OaiErrorCode,
  type OaiItem,
  oaiError,
  oaiGetRecord,
  oaiIdentify,
  oaiList,
  oaiListMetadataFormats,
  oaiListSets,
  oaiReply,
} from './oai-reply.ts';
export { prefixed } from './prefixes.ts';
export { quadsOf } from './quads.ts';
export { schemaJson } from './schema.ts';
export { isFile, isFirstLink } from './schema-links.ts';
export { displayName } from './schema-names.ts';
export { blocksInGraph, trig } from './trig.ts';
export { turtle } from './turtle.ts';
export { mergeUnique, UniqueLines } from './unique-lines.ts';
export type { Dataset, Opened, Writer } from './writer.ts';
export { elementText, textElement, type Written } from './xml-element.ts';

/** Every output format. To add one, write its file and name it here. */
export const writers: readonly Writer[] = [
  ntriples,
  nquads,
  turtle,
  trig,
  // Before `jsonld`, for `.schema.jsonld` ends like its files.
  schema,
  jsonld,
  jsonldLines,
  rdfxml,
  ndjson,
  csl,
  highwire,
  datacite,
  oaiDc,
  qdc,
  openaire,
  halTei,
  bibtex,
  ris,
  csv,
  ...citations,
];

/** The writer of this name or alias; letter case is ignored. */
export function writerNamed(name: string): Writer | undefined {
  const wanted = name.toLowerCase();
  return writers.find((writer) => writer.name === wanted || writer.aliases.includes(wanted));
}

/** Begins an output for a stream of any length: the direct form of the writer where it has one. */
export async function openedFor(writer: Writer, dataset: Dataset): Promise<Opened> {
  return writer.direct?.(dataset) ?? (await writer.open(dataset));
}

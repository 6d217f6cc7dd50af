import { citations } from './citation.ts';
import { jsonld } from './jsonld.ts';
import { jsonldLines } from './jsonld-lines.ts';
import { ndjson } from './ndjson.ts';
import { nquads } from './nquads.ts';
import { ntriples } from './ntriples.ts';
import { rdfxml } from './rdfxml.ts';
import { trig } from './trig.ts';
import { turtle } from './turtle.ts';
import type { Dataset, Opened, Writer } from './writer.ts';

export { quadsOf } from './quads.ts';
export { turtle } from './turtle.ts';
export { mergeUnique, UniqueLines } from './unique-lines.ts';
export type { Dataset, Opened, Writer } from './writer.ts';

/** Every output format. To add one, write its file and name it here. */
export const writers: readonly Writer[] = [
  ntriples,
  nquads,
  turtle,
  trig,
  jsonld,
  jsonldLines,
  rdfxml,
  ndjson,
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

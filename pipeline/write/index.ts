import { jsonld } from './jsonld.ts';
import { ndjson } from './ndjson.ts';
import { nquads } from './nquads.ts';
import { ntriples } from './ntriples.ts';
import { rdfxml } from './rdfxml.ts';
import { trig } from './trig.ts';
import { turtle } from './turtle.ts';
import type { Writer } from './writer.ts';

export { quadsOf } from './quads.ts';
export { turtle } from './turtle.ts';
export type { Dataset, Writer } from './writer.ts';

/** Every output format. To add one, write its file and name it here. */
export const writers: readonly Writer[] = [ntriples, nquads, turtle, trig, jsonld, rdfxml, ndjson];

/** The writer of this name or alias; letter case is ignored. */
export function writerNamed(name: string): Writer | undefined {
  const wanted = name.toLowerCase();
  return writers.find((writer) => writer.name === wanted || writer.aliases.includes(wanted));
}

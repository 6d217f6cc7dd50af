import type { Entry } from '../../base/sink.ts';
import { jsonldLines, type Opened, turtle } from '../../write/index.ts';
import type { OutFile } from '../file.ts';
import type { Openings } from '../openings.ts';
import { workForms } from './address.ts';

/** What a thing is said in besides its pages: what each file ends in, and how it is written. */
export type Forms = readonly (readonly [extension: string, Opened])[];

/** Turtle and JSON-LD, of everything that has an IRI. */
export async function graphFormsIn(openings: Openings): Promise<Forms> {
  return [
    ['.ttl', await openings.direct(turtle)],
    ['.jsonld', await openings.direct(jsonldLines)],
  ];
}

/** What reference managers and archives take, of works. */
export function recordFormsIn(openings: Openings): Promise<Forms> {
  return Promise.all(
    workForms.map(async ({ extension, writer }) => [extension, await openings.whole(writer)] as const),
  );
}

/** A thing in each of the forms, a document of its own each time. */
export function* formFiles(id: string, entry: Entry, forms: Forms): Iterable<OutFile> {
  for (const [extension, { head, one, tail }] of forms)
    yield { path: id + extension, content: head + one(entry) + tail };
}

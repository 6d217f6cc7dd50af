import { join } from 'node:path';
import type { Entry } from '../base/sink.ts';
import type { Iri } from '../base/work.ts';
import { nquads } from '../write/index.ts';
import type { ReadyFile } from './file.ts';
import { TextFile } from './text-file.ts';

/** What one source says by itself. */
export interface SourceGraph {
  /** Names the graph: the IRI of the source. */
  readonly iri: Iri;
  readonly entries: readonly Entry[];
}

/** The file of N-Quads that keeps apart what each source says, written in a folder; `graphs` are asked for one by one. */
export async function sourceGraphsFile(
  graphs: Iterable<SourceGraph>,
  { base, folder, name }: { readonly base: Iri; readonly folder: string; readonly name: string },
): Promise<ReadyFile> {
  const path = `${name}.sources${nquads.extension}`;
  const file = new TextFile(join(folder, path));
  try {
    for (const { iri, entries } of graphs) {
      const parts = await nquads.open({ base, graph: iri });
      for (const entry of entries) file.add(parts.one(entry));
    }
    file.end();
  } finally {
    file.close();
  }
  return { path, ready: file.path };
}

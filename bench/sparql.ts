import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf } from './fork.ts';
import { labFolder } from './lab.ts';
import type { GraphAsked } from './sparql-child.ts';

/** The graph of so many works in the engine of the endpoint, or why it could not be had. */
export type SparqlRow = { readonly works: number } & (GraphAsked | { readonly fault: string });

/** Makes, loads and asks graphs of so many works, each in a process of its own. */
export async function sparqlRows(
  child: URL,
  counts: readonly number[],
  { folder, told }: { folder: string; told: (words: string) => void },
): Promise<readonly SparqlRow[]> {
  const rows: SparqlRow[] = [];
  for (const works of counts) {
    const dump = join(folder, `graph-${works}.nq`);
    const lab = join(folder, `graph-${works}`);
    labFolder(lab, works);
    await answerOf<number>(child, ['write', join(lab, 'data/works.json'), dump]);
    rmSync(lab, { recursive: true });
    told(`graph of ${works} works made`);
    try {
      const asked = await answerOf<GraphAsked>(child, ['ask', dump]);
      told(`graph of ${works} works: ${asked.quads} quads loaded in ${asked.wall.toFixed(1)} s`);
      rows.push({ works, ...asked });
    } catch (error) {
      // The engine addresses 4 GiB: that a graph is too large for it is a result too.
      const fault = error instanceof Error ? error.message : String(error);
      told(`graph of ${works} works: ${fault}`);
      rows.push({ works, fault: `of ${statSync(dump).size} bytes could not be loaded and asked` });
    }
    rmSync(dump);
  }
  return rows;
}

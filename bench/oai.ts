import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf } from './fork.ts';
import type { StoreServed, StoreWritten } from './oai-child.ts';

/** A repository of so many records: what writing its store cost, and how fast its lists are. */
export interface OaiRow {
  readonly records: number;
  readonly written: StoreWritten;
  readonly served: StoreServed;
}

/** Writes and serves stores of so many records, each in a process of its own. */
export async function oaiRows(
  child: URL,
  counts: readonly number[],
  { folder, told }: { folder: string; told: (words: string) => void },
): Promise<readonly OaiRow[]> {
  const rows: OaiRow[] = [];
  for (const records of counts) {
    const path = join(folder, 'oai.sqlite');
    const written = await answerOf<StoreWritten>(child, ['write', path, String(records)]);
    told(`${records} records written in ${written.wall.toFixed(1)} s`);
    const served = await answerOf<StoreServed>(child, ['serve', path, String(records)]);
    told(`${records} records: ${(served.pages / served.wall).toFixed(1)} pages a second`);
    rmSync(path);
    rows.push({ records, written, served });
  }
  return rows;
}

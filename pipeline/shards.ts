import { createReadStream, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Worker } from 'node:worker_threads';
import type { Place, Rejected } from './base/finding.ts';
import type { LossyRecord } from './base/losses.ts';
import type { Range } from './fetch/index.ts';
import type { Message, Shard } from './worker.ts';

export type { Shard } from './worker.ts';

/** What a thread tells at its end. */
export type Finished = Extract<Message, { kind: 'done' }>;

type Shared = Omit<Shard, 'range' | 'output' | 'rejects' | 'losses' | 'distinct'>;

/** Fewer mebibytes than this are read sooner than another thread is warm. */
const leastCells = 2;

/** The shares of a file of so many cells, one for each job that is worth its thread. */
export function ranges(jobs: number, cells: number): readonly Range[] {
  const shares = Math.max(1, Math.min(jobs, Math.floor(cells / leastCells)));
  return Array.from({ length: shares }, (_, index) => ({
    first: Math.floor((cells * index) / shares),
    last: Math.floor((cells * (index + 1)) / shares),
  }));
}

/** A share of a file for each range, with files of its own in `folder`. */
export function planned(
  shares: readonly Range[],
  folder: string,
  {
    isDistinct,
    keepsLosses,
    ...shared
  }: Shared & { readonly isDistinct: boolean; readonly keepsLosses: boolean },
): readonly Shard[] {
  return shares.map((range, index): Shard => {
    const own = (name: string) => join(folder, `${name}-${index}`);
    return {
      ...shared,
      range,
      output: own('shard'),
      rejects: own('rejects'),
      losses: keepsLosses ? own('losses') : undefined,
      distinct: isDistinct ? mkdtempSync(own('runs-')) : undefined,
    };
  });
}

/** What a shard wrote. */
export function outputOf({ output }: Shard): AsyncIterable<Buffer> {
  return createReadStream(output, { highWaterMark: 1024 * 1024 });
}

/** What a shard rejected, its lines counted from the beginning of the source: `before` lines came before the shard. */
export function rejectsOf({ rejects }: Shard, before: number): AsyncIterable<Rejected> {
  return recordsIn<Rejected>(rejects, before);
}

/** The records of which a shard could not write all, counted likewise. */
export async function* lossesOf({ losses }: Shard, before: number): AsyncIterable<LossyRecord> {
  if (losses !== undefined) yield* recordsIn<LossyRecord>(losses, before);
}

async function* recordsIn<T extends { readonly place: Place }>(
  path: string,
  before: number,
): AsyncIterable<T> {
  for await (const text of createInterface({ input: createReadStream(path) })) {
    const record = JSON.parse(text) as T;
    const { line } = record.place;
    yield { ...record, place: { ...record.place, line: line === undefined ? undefined : line + before } };
  }
}

/** Runs a worker thread to its end. */
export function inThread(
  shard: Shard,
  onProgress: (state: { read: number; records: number; rejected: number }) => void,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: shard });
    worker.on('message', (message: Message) =>
      message.kind === 'done' ? resolve(message) : onProgress(message),
    );
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
  });
}

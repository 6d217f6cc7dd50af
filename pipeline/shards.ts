import { createReadStream, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Worker } from 'node:worker_threads';
import type { Rejected } from './base/finding.ts';
import type { Message, Shard } from './worker.ts';

type Shared = Omit<Shard, 'range' | 'output' | 'isApart' | 'rejects' | 'distinct'>;

/** A file's cells shared out evenly, each share with files of its own in `folder`; the first may write into `straight`. */
export function planned(
  jobs: number,
  cells: number,
  folder: string,
  shared: Shared & { readonly isDistinct: boolean; readonly straight: string | undefined },
): readonly Shard[] {
  return Array.from({ length: jobs }, (_, index): Shard => {
    const own = (name: string) => join(folder, `${name}-${index}`);
    const { isDistinct, straight, ...rest } = shared;
    const goesStraight = index === 0 && straight !== undefined;
    return {
      ...rest,
      range: { first: Math.floor((cells * index) / jobs), last: Math.floor((cells * (index + 1)) / jobs) },
      output: goesStraight ? straight : own('shard'),
      isApart: !goesStraight,
      rejects: own('rejects'),
      distinct: isDistinct ? mkdtempSync(own('runs-')) : undefined,
    };
  });
}

/** What a shard wrote. */
export function outputOf({ output }: Shard): AsyncIterable<Buffer> {
  return createReadStream(output, { highWaterMark: 1024 * 1024 });
}

/** What a shard rejected, its lines counted from the beginning of the source: `before` lines came before the shard. */
export async function* rejectsOf({ rejects }: Shard, before: number): AsyncIterable<Rejected> {
  for await (const text of createInterface({ input: createReadStream(rejects) })) {
    const rejected = JSON.parse(text) as Rejected;
    const { line } = rejected.place;
    yield { ...rejected, place: { ...rejected.place, line: line === undefined ? undefined : line + before } };
  }
}

/** Runs a worker thread to its end. */
export function inThread(
  shard: Shard,
  onProgress: (state: { read: number; records: number; rejected: number }) => void,
): Promise<Extract<Message, { kind: 'done' }>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: shard });
    worker.on('message', (message: Message) =>
      message.kind === 'done' ? resolve(message) : onProgress(message),
    );
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
  });
}

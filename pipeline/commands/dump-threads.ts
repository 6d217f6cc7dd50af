import { Worker } from 'node:worker_threads';
import type { Collection } from '../base/entity.ts';
import type { ThreadTask } from '../dump-thread.ts';
import type { Dumped, DumpTask } from '../publish/index.ts';

/**
 * Megabytes that the heap of a thread may have for so many works: a heap that may grow above 2 GB is let to quadruple
 * before it is swept, a smaller one to double, and the less the smaller it is (V8's growing factor). That many works take
 * a third of it.
 */
const heaps: readonly (readonly [mostWorks: number, megabytes: number])[] = [
  [20_000, 1000],
  [50_000, 2000],
];

/** Makes dumps of a collection in threads, which end with it. */
export class DumpThreads {
  readonly #collection: Collection;
  readonly #threads: Worker[] = [];

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  dump(task: DumpTask): Promise<Dumped> {
    const { length } = this.#collection.works;
    const [, megabytes] = heaps.find(([mostWorks]) => length <= mostWorks) ?? [];
    const workerData: ThreadTask = { collection: this.#collection, task };
    const thread = new Worker(new URL('../dump-thread.js', import.meta.url), {
      workerData,
      resourceLimits: megabytes === undefined ? {} : { maxOldGenerationSizeMb: megabytes },
    });
    this.#threads.push(thread);
    return new Promise((resolve, reject) => {
      thread.on('message', (dumped: Dumped) => resolve(dumped));
      thread.on('error', reject);
      thread.on('exit', (code) => reject(new Error(`the thread of the dump ended with ${code}`)));
    });
  }

  async close(): Promise<void> {
    for (const thread of this.#threads) await thread.terminate();
  }
}

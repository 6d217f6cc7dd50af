import { Worker } from 'node:worker_threads';
import type { Collection } from '../base/entity.ts';
import type { ThreadTask } from '../dump-thread.ts';
import type { Dumped, DumpTask } from '../publish/index.ts';

// A heap that may grow above 2 GB is let to quadruple before it is swept, a smaller one to double (V8's growing factor).
// That many works take a third of it.
const mostWorks = 50_000;

/** Makes dumps of a collection in threads, which end with it. */
export class DumpThreads {
  readonly #collection: Collection;
  readonly #threads: Worker[] = [];

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  dump(task: DumpTask): Promise<Dumped> {
    const workerData: ThreadTask = { collection: this.#collection, task };
    const thread = new Worker(new URL('../dump-thread.js', import.meta.url), {
      workerData,
      resourceLimits: {
        ...(this.#collection.works.length > mostWorks ? {} : { maxOldGenerationSizeMb: 2000 }),
      },
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

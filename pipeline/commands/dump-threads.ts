import { Worker } from 'node:worker_threads';
import type { Collection } from '../base/entity.ts';
import type { ThreadTask } from '../dump-thread.ts';
import type { Dumped, DumpTask } from '../publish/index.ts';

/** Makes dumps of a collection in threads, which end with it. */
export class DumpThreads {
  readonly #collection: Collection;
  readonly #threads: Worker[] = [];

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  dump(task: DumpTask): Promise<Dumped> {
    const workerData: ThreadTask = { collection: this.#collection, task };
    const thread = new Worker(new URL('../dump-thread.js', import.meta.url), { workerData });
    this.#threads.push(thread);
    return new Promise((resolve, reject) => {
      let made: Dumped | undefined;
      thread.on('message', (dumped: Dumped) => {
        made = dumped;
        // Its memory is wanted for what follows, and by itself it may stay for seconds.
        thread.terminate().catch(reject);
      });
      thread.on('error', reject);
      thread.on('exit', (code) => {
        if (made) resolve(made);
        else reject(new Error(`the thread of the dump ended with ${code}`));
      });
    });
  }

  async close(): Promise<void> {
    for (const thread of this.#threads) await thread.terminate();
  }
}

import { parentPort, workerData } from 'node:worker_threads';
import type { Collection } from './base/entity.ts';
import { type DumpTask, dump } from './publish/index.ts';
import { datasetEntry, entriesOf } from './stages.ts';

/** What the thread that makes the dump of a lab is given. */
export interface ThreadTask {
  readonly collection: Collection;
  readonly task: DumpTask;
}

const { collection, task } = workerData as ThreadTask;
parentPort?.postMessage(await dump(entriesOf(collection, task.dataset.base), datasetEntry, task));

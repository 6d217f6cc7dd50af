import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { Words } from '../base/words.ts';
import { memoryOf, type OpenDump } from './sparql-dump.ts';
import { type Outcome, openEngine, type Task } from './sparql-engine.ts';
import type { SparqlLimits } from './sparql-limits.ts';

/** What a thread that answers queries is given. */
export interface ThreadData {
  readonly dumps: readonly OpenDump[];
  readonly limits: SparqlLimits;
  /** Of relative IRIs. */
  readonly base: string;
}

/** What it tells: once whether it has the graph, then what became of each task. */
export type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unfit'; readonly words: Words }
  | Outcome;

const page = 65_536;
/** All that WebAssembly of 32 bits addresses. */
const mostPages = 65_536;
const { dumps, limits, base } = workerData as ThreadData;
// The engine sets itself no limit, and V8 knows one for all WebAssembly of a process only. Where V8 should not know this
// flag, the limit is that of WebAssembly.
const pages = Math.ceil((limits.memory + memoryOf(dumps)) / page);
setFlagsFromString(`--wasm-max-mem-pages=${Math.min(pages, mostPages)}`);

// What the engine prints when it breaks is of no use to anybody.
console.error = () => {};

const engine = await openEngine(dumps, limits, base);
const tell = (message: ThreadMessage, moved: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, [...moved]);

if (typeof engine !== 'function') {
  tell({ kind: 'unfit', words: engine });
} else {
  parentPort?.on('message', (task: Task) => {
    const outcome = engine(task);
    tell(outcome, outcome.kind === 'answer' ? [outcome.bytes.buffer] : []);
  });
  tell({ kind: 'ready' });
}

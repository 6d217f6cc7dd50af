import { Worker } from 'node:worker_threads';
import type { Words } from '../base/words.ts';
import { memoryOf, type OpenDump } from './sparql-dump.ts';
import { type Outcome, refused, type Task } from './sparql-engine.ts';
import { type Refusal, tooBusy, tooSlow } from './sparql-fault.ts';
import type { SparqlLimits } from './sparql-limits.ts';
import type { ThreadData, ThreadMessage } from './sparql-thread.ts';

interface Waiting {
  readonly task: Task;
  readonly patience: NodeJS.Timeout;
  readonly answer: (outcome: Outcome) => void;
}

interface Thread {
  readonly worker: Worker;
  state: 'loading' | 'idle' | 'busy';
  /** Ends the task under way with this outcome. */
  finish: (outcome: Outcome) => void;
}

interface Options {
  readonly limits: SparqlLimits;
  /** Of relative IRIs in queries. */
  readonly base: string;
  /** Told once, when the graph cannot be had. */
  readonly onUnfit: (words: Words) => void;
}

/** Threads that answer queries from one state of the graph. They start when they are needed, and end at any time. */
export class SparqlThreads {
  readonly #dumps: readonly OpenDump[];
  readonly #options: Options;
  readonly #threads = new Set<Thread>();
  #queue: readonly Waiting[] = [];
  /** Why no thread can answer. */
  #unfit: Words | undefined;
  /** Told when the last thread of a retired graph has ended. */
  #onEnded: (() => void) | undefined;

  constructor(dumps: readonly OpenDump[], options: Options) {
    this.#dumps = dumps;
    this.#options = options;
  }

  /** Answers a query, after those that came before. A client that goes away does not wait any longer. */
  ask(task: Task, gone?: AbortSignal): Promise<Outcome> {
    const { waiting, wait } = this.#options.limits;
    if (this.#unfit !== undefined) return Promise.resolve(refused({ status: 503, words: this.#unfit }));
    if (this.#onEnded !== undefined || this.#queue.length >= waiting)
      return Promise.resolve(refused(tooBusy));
    return new Promise((resolve) => {
      const patience = setTimeout(() => this.#leave(one, tooBusy), wait);
      const one: Waiting = { task, patience, answer: resolve };
      gone?.addEventListener('abort', () => this.#leave(one, tooBusy), { once: true });
      this.#queue = [...this.#queue, one];
      this.#serve();
    });
  }

  /** No new query comes: threads end when they have answered those that are here. */
  retire(): Promise<void> {
    return new Promise((resolve) => {
      this.#onEnded = resolve;
      this.#serve();
    });
  }

  async close(): Promise<void> {
    this.#onEnded = () => {};
    this.#refuseAll(tooBusy);
    await Promise.all([...this.#threads].map((thread) => this.#end(thread)));
  }

  #leave(one: Waiting, refusal: Refusal): void {
    if (!this.#queue.includes(one)) return;
    this.#queue = this.#queue.filter((each) => each !== one);
    clearTimeout(one.patience);
    one.answer(refused(refusal));
  }

  #refuseAll(refusal: Refusal): void {
    for (const one of this.#queue) this.#leave(one, refusal);
  }

  #serve(): void {
    const threads = [...this.#threads];
    for (const thread of threads.filter(({ state }) => state === 'idle')) {
      const [first, ...others] = this.#queue;
      if (first === undefined) break;
      this.#queue = others;
      this.#give(thread, first);
    }
    if (this.#queue.length === 0) {
      if (this.#onEnded !== undefined) void this.#endIdle(this.#onEnded);
      return;
    }
    const loading = threads.filter(({ state }) => state === 'loading').length;
    if (
      loading < this.#queue.length &&
      threads.length < this.#options.limits.threads &&
      this.#hasRoom(loading)
    )
      this.#start();
  }

  /** Whether the machine has the memory for one more graph beside those that are there; for the first it must have it. */
  #hasRoom(loading: number): boolean {
    const room = this.#options.limits.machine ?? process.availableMemory();
    return this.#threads.size === 0 || memoryOf(this.#dumps) * (loading + 1) < room;
  }

  async #endIdle(onEnded: () => void): Promise<void> {
    const idle = [...this.#threads].filter(({ state }) => state !== 'busy');
    await Promise.all(idle.map((thread) => this.#end(thread)));
    if (this.#threads.size === 0) onEnded();
  }

  #give(thread: Thread, { task, patience, answer }: Waiting): void {
    const { time } = this.#options.limits;
    clearTimeout(patience);
    thread.state = 'busy';
    const clock = setTimeout(() => thread.finish({ ...refused(tooSlow(time)), isSpent: true }), time);
    clock.unref();
    thread.finish = (outcome) => {
      clearTimeout(clock);
      thread.finish = () => {};
      answer(outcome);
      if (outcome.kind === 'refused' && outcome.isSpent) this.#replace(thread);
      else thread.state = 'idle';
      this.#serve();
    };
    thread.worker.postMessage(task);
  }

  /** Another one loads the graph at once, so that the next query need not wait for it. */
  #replace(thread: Thread): void {
    void this.#end(thread);
    if (this.#onEnded === undefined || this.#queue.length > 0) this.#start();
  }

  #start(): void {
    const { limits, base } = this.#options;
    const workerData: ThreadData = { dumps: this.#dumps, limits, base };
    const worker = new Worker(new URL('./sparql-thread.js', import.meta.url), { workerData });
    const thread: Thread = { worker, state: 'loading', finish: () => {} };
    this.#threads.add(thread);
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'ready') thread.state = 'idle';
      else if (message.kind === 'unfit') return this.#giveUp(message.words);
      else return thread.finish(message);
      this.#serve();
    });
    worker.on('error', (error) => this.#lost(thread, error));
    // It does not keep the program from ending; after the listeners, which would hold it.
    worker.unref();
  }

  /** A thread that ends by itself: by its query, or by the graph that it loads. */
  #lost(thread: Thread, error: Error): void {
    if (!this.#threads.has(thread)) return;
    if (thread.state === 'busy') {
      thread.finish({ ...refused(tooMuch), isSpent: true });
      return;
    }
    const { message } = error;
    this.#giveUp({
      fr: `le graphe n’a pu être chargé : ${message}`,
      en: `the graph could not be loaded: ${message}`,
    });
  }

  #giveUp(words: Words): void {
    if (this.#unfit === undefined) this.#options.onUnfit(words);
    this.#unfit = words;
    this.#refuseAll({ status: 503, words });
    for (const thread of this.#threads) if (thread.state !== 'busy') void this.#end(thread);
  }

  async #end(thread: Thread): Promise<void> {
    this.#threads.delete(thread);
    thread.finish(refused(tooBusy));
    await thread.worker.terminate();
  }
}

const tooMuch: Refusal = {
  status: 422,
  words: { fr: 'cette requête demande trop de mémoire', en: 'this query takes too much memory' },
};

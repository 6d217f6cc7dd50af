import { bracketed } from '../base/arithmetic.ts';
import { prefixesFor, type SparqlQuery, sparqlQuery } from '../base/sparql-query.ts';
import { shortened, type Words } from '../base/words.ts';
import {
  answerOf,
  engineFormat,
  forbidden,
  formatOf,
  type Outcome,
  refused,
  type Task,
  tooLarge,
} from './sparql-engine.ts';
import { later, type Refusal, tooBusy, tooSlow } from './sparql-fault.ts';
import type { SparqlFormat } from './sparql-formats.ts';
import type { SparqlLimits } from './sparql-limits.ts';

interface Options {
  readonly limits: SparqlLimits;
  /** What relative IRIs of a query without BASE begin with. */
  readonly base: string;
  /** Told when the store cannot be asked, and not again before it could be. */
  readonly onUnfit: (words: Words) => void;
}

/**
 * A store elsewhere that answers the queries of an endpoint here. What the endpoint refuses never comes to it, what it
 * answers is as limited as an answer of our own, and no other address than its own is ever asked: not one that it points to.
 */
export class SparqlStore {
  readonly #store: URL;
  readonly #options: Options;
  readonly #stop = new AbortController();
  readonly #underway = new Set<Promise<Outcome>>();
  #queue: readonly (() => void)[] = [];
  /** Queries that the store has. */
  #given = 0;
  #isTold = false;

  constructor(store: URL, options: Options) {
    this.#store = store;
    this.#options = options;
  }

  async ask(task: Task, gone?: AbortSignal): Promise<Outcome> {
    const query = sparqlQuery(task.query);
    const refusal = forbidden(query);
    if (refusal !== undefined) return refused(refusal);
    const format = formatOf(query, task.accept);
    if (!('engine' in format)) return refused(format);
    if (!(await this.#turn(gone))) return refused(tooBusy);
    const answer = this.#answer(task, query, format, gone);
    this.#underway.add(answer);
    try {
      return await answer;
    } finally {
      this.#underway.delete(answer);
      const [next, ...others] = this.#queue;
      this.#queue = others;
      if (next) next();
      else this.#given -= 1;
    }
  }

  async retire(): Promise<void> {
    await Promise.allSettled(this.#underway);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.retire();
  }

  /** Waits until fewer queries are under way than the store is given; false when that takes too long. */
  #turn(gone?: AbortSignal): Promise<boolean> {
    const { atStore, waiting, wait } = this.#options.limits;
    if (this.#given < atStore) {
      this.#given += 1;
      return Promise.resolve(true);
    }
    if (this.#queue.length >= waiting) return Promise.resolve(false);
    return new Promise((resolve) => {
      const leave = () => {
        clearTimeout(patience);
        this.#queue = this.#queue.filter((each) => each !== enter);
        resolve(false);
      };
      const enter = () => {
        clearTimeout(patience);
        gone?.removeEventListener('abort', leave);
        resolve(true);
      };
      const patience = setTimeout(leave, wait);
      gone?.addEventListener('abort', leave, { once: true });
      this.#queue = [...this.#queue, enter];
    });
  }

  async #answer(task: Task, query: SparqlQuery, format: SparqlFormat, gone?: AbortSignal): Promise<Outcome> {
    const { limits } = this.#options;
    const late = AbortSignal.timeout(limits.time);
    const signal = AbortSignal.any([late, this.#stop.signal, ...(gone ? [gone] : [])]);
    try {
      const response = await fetch(this.#store, {
        method: 'POST',
        headers: { Accept: engineFormat(format), 'Content-Type': 'application/x-www-form-urlencoded' },
        body: this.#request(task, query),
        redirect: 'manual',
        signal,
      });
      if (!response.ok) return await this.#refused(response);
      this.#isTold = false;
      if (!isOf(response, engineFormat(format))) {
        await response.body?.cancel();
        return refused(otherFormat(format.type));
      }
      const text = await textOf(response, limits.bytes);
      return text === undefined ? tooLarge(limits.bytes) : answerOf(text, format, limits);
    } catch (error) {
      if (late.aborted) return refused(tooSlow(limits.time));
      if (signal.aborted) return refused(tooBusy);
      this.#tell(silent(error));
      return refused(later(unreachable, 502));
    }
  }

  #request({ query: sparql, dataset }: Task, query: SparqlQuery): URLSearchParams {
    // One more row than is given, to know whether there are more.
    const text = query.form === 'SELECT' ? query.limitedTo(this.#options.limits.rows + 1) : sparql;
    // All on the first line: a line that the store names is the client's own.
    const prologue = `BASE <${this.#options.base}> ${prefixesFor(sparql).trimEnd()}`.trimEnd();
    const parameters = new URLSearchParams({ query: `${prologue} ${bracketed(text)}` });
    for (const iri of dataset?.defaults ?? []) parameters.append('default-graph-uri', iri);
    for (const iri of dataset?.named ?? []) parameters.append('named-graph-uri', iri);
    return parameters;
  }

  /** What the store says of a query that it cannot read is passed on; of itself it need not tell everybody. */
  async #refused(response: Response): Promise<Outcome> {
    const { status, headers } = response;
    if (status === 400) {
      const text = (await textOf(response, longestComplaint)) ?? '';
      return refused({ status, words: complaint(/^\s*</.test(text) ? '' : shortened(text)) });
    }
    await response.body?.cancel();
    if (status === 429 || status === 503) {
      const after = headers.get('retry-after');
      const asked = later(busy, 503);
      return refused(after === null ? asked : { ...asked, fields: { 'Retry-After': after } });
    }
    this.#tell({ fr: `l’entrepôt répond par HTTP ${status}`, en: `the store answers with HTTP ${status}` });
    return refused(later(unreachable, 502));
  }

  #tell({ fr, en }: Words): void {
    if (this.#isTold) return;
    this.#isTold = true;
    const { origin, pathname } = this.#store;
    this.#options.onUnfit({ fr: `${origin}${pathname} : ${fr}`, en: `${origin}${pathname}: ${en}` });
  }
}

const longestComplaint = 65_536;

/** Nobody knows what a text in another format is: it is not passed on under the name of this one. */
function isOf({ headers }: Response, engine: string): boolean {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === engine || (engine === 'application/sparql-results+json' && type === 'application/json');
}

/** The text of an answer; undefined when it has more bytes. */
async function textOf(response: Response, most: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).length;
    // Leaving the loop gives up what is still to come.
    if (length > most) return undefined;
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function silent(error: unknown): Words {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const said = code || (cause instanceof Error ? cause.message : String(cause));
  return { fr: `l’entrepôt ne répond pas : ${said}`, en: `the store does not answer: ${said}` };
}

function complaint(said: string): Words {
  const rest = said === '' ? '' : `: ${said}`;
  return { fr: `requête SPARQL refusée${rest && ` ${rest}`}`, en: `SPARQL query refused${rest}` };
}

const unreachable: Words = {
  fr: 'l’entrepôt derrière ce point d’accès ne répond pas ; réessayer plus tard',
  en: 'the store behind this endpoint does not answer; try again later',
};

const busy: Words = {
  fr: 'l’entrepôt derrière ce point d’accès est occupé ; réessayer plus tard',
  en: 'the store behind this endpoint is busy; try again later',
};

const otherFormat = (type: string): Refusal => ({
  status: 406,
  words: {
    fr: `l’entrepôt derrière ce point d’accès ne répond pas en ${type}`,
    en: `the store behind this endpoint does not answer in ${type}`,
  },
});

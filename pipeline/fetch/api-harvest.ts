import { exitCode, UserError } from '../base/user-error.ts';
import { shortened, type Words } from '../base/words.ts';
import type { ApiRecord, Page } from './api.ts';
import type { Choice } from './api-choice.ts';
import { type ApiReply, apiGatherer, apiReply, replyObject } from './api-reply.ts';
import type { HarvestFolder, HarvestState } from './harvest-folder.ts';
import type { Harvested, HarvestOptions } from './harvest-run.ts';
import { get, Unanswered } from './http.ts';

/** How far a harvest is. */
interface ApiState extends HarvestState {
  /** Of the next page; none before the first. */
  readonly cursor?: string | undefined;
}

interface ApiOptions extends HarvestOptions {
  /** An address for whoever looks after the API. */
  readonly contact?: string | undefined;
  /** The server, when it is not the API's own. */
  readonly origin?: string | undefined;
}

/**
 * Harvests an API into a folder: goes on where an interrupted harvest was, and begins a complete one anew, for no API
 * tells what it withdrew, and a list of publications is short. Leaves every reply as it came and each record once. What
 * cannot be mended is a `UserError`; what was kept by then stays.
 */
export async function harvestApi(
  choice: Choice,
  folder: HarvestFolder,
  options: ApiOptions,
): Promise<Harvested> {
  const { api } = choice;
  const baseUrl = await baseUrlOf(choice, options);
  const beginning: ApiState = { request: { baseUrl, api: api.name }, replies: 0, isComplete: false };
  const before = options.isFull ? undefined : folder.state<ApiState>();
  if (before && (before.request.baseUrl !== baseUrl || before.request.api !== api.name))
    throw folder.holds(before.request);
  const state = before === undefined || before.isComplete ? beginning : before;
  // Of a complete harvest everything stays until the next one has its place.
  if (before !== undefined) folder.forget(before);
  const run = new Run(choice, folder, options, state);
  const end = await run.toTheEnd();
  folder.forget(end);
  return { ...folder.gather(end, apiGatherer(api)), replies: run.asked, faults: [] };
}

/** The address of the query, once it is known which place is meant. */
async function baseUrlOf({ api, query }: Choice, options: ApiOptions): Promise<string> {
  const origin = options.origin ?? api.origin;
  if (!query.open) return new URL(query.path, origin).href;
  const { name, list, path } = query.open;
  const { href } = new URL(list, origin);
  const reply = replyObject((await get(href, options)).bytes);
  const known = reply && path(reply);
  if (known !== undefined) return new URL(known, origin).href;
  throw failed(href, { fr: `${name} n’y est pas`, en: `${name} is not in it` });
}

/** A list that falls short, or does not go on, is asked for from its beginning so often. */
const mostRestarts = 1;

/** One run of a harvest, from its state to its end. */
class Run {
  asked = 0;
  readonly #choice: Choice;
  readonly #folder: HarvestFolder;
  readonly #options: ApiOptions;
  #state: ApiState;
  /** Of the records that this list gave. */
  readonly #ids: Set<string>;
  /** A request was made twice, or long ago: where a cursor moves with each request, a page may have been lost. */
  #isDoubtful: boolean;
  #restarts = 0;

  constructor(choice: Choice, folder: HarvestFolder, options: ApiOptions, state: ApiState) {
    this.#choice = choice;
    this.#folder = folder;
    this.#state = state;
    this.#isDoubtful = state.cursor !== undefined;
    this.#options = {
      ...options,
      told: (words) => {
        this.#isDoubtful = true;
        options.told(words);
      },
    };
    const kept = [...folder.replies(state)].flatMap(
      (reply) => apiReply(reply, choice.api).page?.records ?? [],
    );
    this.#ids = new Set(kept.map(({ id }) => id));
  }

  async toTheEnd(): Promise<ApiState> {
    while (!this.#state.isComplete) this.#state = await this.#next();
    return this.#state;
  }

  /** Asks for the next page, keeps it, and gives the state after it. */
  async #next(): Promise<ApiState> {
    const { cursor, ...state } = this.#state;
    const asked = await this.#ask();
    if (asked === undefined) return this.#again();
    const { bytes, page } = asked;
    this.asked += 1;
    const news = this.#news(page.records);
    const given = this.#ids.size;
    if (given === 0 && page.records.length === 0) this.#sayNothingFound();
    const isWhole = page.size !== undefined && given >= page.size;
    const isEnd = isWhole || page.cursor === undefined || page.records.length === 0;
    if (!isEnd && news === 0) throw this.#loops(given, page.size);
    if (isEnd && !isWhole && page.size !== undefined) {
      if (this.#isDoubtful && this.#restarts < mostRestarts) return this.#again();
      this.#complainOf(given, page.size);
    }
    const replies = state.replies + 1;
    const next = { ...state, replies, isComplete: isEnd, ...(!isEnd && { cursor: page.cursor }) };
    this.#folder.keep(next, bytes);
    this.#options.step({ given, size: page.size });
    return next;
  }

  /** Takes note of records, and gives how many of them are new. */
  #news(records: readonly ApiRecord[]): number {
    const before = this.#ids.size;
    for (const { id } of records) this.#ids.add(id);
    return this.#ids.size - before;
  }

  /** The next page, and the bytes that it came in; none when its cursor is not taken any more. */
  async #ask(): Promise<{ readonly bytes: Buffer; readonly page: Page } | undefined> {
    const { request, cursor } = this.#state;
    const { tries, wait, signal } = this.#options;
    const isOld = (refusal: boolean) => refusal && cursor !== undefined && this.#restarts < mostRestarts;
    for (let attempt = 1; ; attempt += 1) {
      const bytes = await this.#answer();
      if (bytes instanceof Unanswered) {
        if (isOld([400, 404, 410].includes(bytes.status ?? 0))) return undefined;
        throw failed(request.baseUrl, bytes.reason);
      }
      const reply = apiReply(bytes, this.#choice.api);
      if (reply.page) return { bytes, page: reply.page };
      const isFinal = reply.refusal !== undefined && !reply.refusal.isPassing;
      if (isOld(isFinal)) return undefined;
      if (isFinal || attempt >= tries) throw failed(request.baseUrl, wordsOf(reply));
      this.#isDoubtful = true;
      await wait(1000 * attempt);
      signal?.throwIfAborted();
    }
  }

  async #answer(): Promise<Buffer | Unanswered> {
    const { api, query } = this.#choice;
    const { contact } = this.#options;
    const url = new URL(this.#state.request.baseUrl);
    const own = { ...query.secret, ...(api.contact && contact && { [api.contact]: contact }) };
    for (const [name, value] of Object.entries(own)) url.searchParams.set(name, value);
    try {
      return (await get(api.page(url, this.#state.cursor).href, this.#options)).bytes;
    } catch (error) {
      if (error instanceof Unanswered) return error;
      throw error;
    }
  }

  /** The whole list once more, from its beginning. */
  #again(): ApiState {
    this.#restarts += 1;
    this.#isDoubtful = false;
    this.#ids.clear();
    this.#options.told({
      fr: 'la liste ne reprend pas où elle s’est arrêtée ; elle recommence',
      en: 'the list does not go on where it stopped; it begins again',
    });
    const state = { request: this.#state.request, replies: 0, isComplete: false };
    this.#folder.save(state);
    return state;
  }

  #sayNothingFound(): void {
    this.#options.told({
      fr: `${this.#choice.api.name} ne trouve rien à cette adresse`,
      en: `${this.#choice.api.name} finds nothing by this address`,
    });
  }

  #complainOf(given: number, size: number): void {
    this.#options.told({
      fr: `${this.#choice.api.name} annonçait ${size} notices et en a donné ${given}`,
      en: `${this.#choice.api.name} announced ${size} records and gave ${given}`,
    });
  }

  /** An API that gives the same records for ever. */
  #loops(given: number, size: number | undefined): UserError {
    const [fr, en] = size === undefined ? ['', ''] : [` sur ${size}`, ` of ${size}`];
    return failed(this.#state.request.baseUrl, {
      fr: `toujours la même page ; ${given} notices${fr} sont gardées dans ${this.#folder.path}/replies`,
      en: `the same page again and again; ${given} records${en} are kept in ${this.#folder.path}/replies`,
    });
  }
}

function wordsOf({ refusal, text }: ApiReply): Words {
  if (refusal) return { fr: `refusé : ${refusal.words}`, en: `refused: ${refusal.words}` };
  const found = shortened(text);
  return { fr: `pas une réponse de l’API : « ${found} »`, en: `no reply of the API: “${found}”` };
}

function failed(url: string, { fr, en }: Words): UserError {
  return new UserError({ fr: `${url} : ${fr}`, en: `${url}: ${en}` }, exitCode.input);
}

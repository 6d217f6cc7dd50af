import { exitCode, UserError } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';
import type { HarvestFolder, HarvestRequest, HarvestState } from './harvest-folder.ts';
import type { Harvested, HarvestOptions } from './harvest-run.ts';
import { type Answer, get, type Manner } from './http.ts';
import { oaiGatherer } from './oai-gatherer.ts';
import { type Fault, parseReply, type Reply, replyText } from './oai-reply.ts';

/** What is asked of a repository. */
interface OaiRequest extends HarvestRequest {
  readonly baseUrl: string;
  readonly prefix: string;
  readonly set?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** How far a harvest is: enough to go on from after whatever happened. */
interface OaiState extends HarvestState {
  readonly request: OaiRequest;
  /** `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`. */
  readonly granularity: string;
  /** `from` of the harvest under way, which may be one for what changed since another. */
  readonly from?: string | undefined;
  /** Records given in it so far. */
  readonly given: number;
  /** When its first reply was given, by the repository's clock. */
  readonly begun?: string | undefined;
  /** Of the last reply; none when the harvest is complete. */
  readonly token?: string | undefined;
  /** `begun` of the last complete harvest. */
  readonly harvested?: string | undefined;
}

/** What is asked for; without a prefix the richest format. */
type Wanted = Pick<OaiRequest, 'baseUrl' | 'set' | 'from' | 'until'> & {
  readonly prefix?: string | undefined;
};

/** The formats that we read, by the prefixes that they go by: the richest first of those that have every record. */
const richest = ['xml-tei', 'oai_openaire', 'oai_datacite', 'datacite', 'oai_qdc', 'qdc', 'oai_dc'];

/**
 * Harvests a repository into a folder (OAI-PMH 2.0; oai-pmh sections 7 and 8): goes on where an interrupted harvest was,
 * asks after a complete one for what changed since, and leaves every reply as it came and each record once. What cannot be
 * mended is a `UserError`; what was kept by then stays.
 */
export async function harvest(
  wanted: Wanted,
  folder: HarvestFolder,
  options: HarvestOptions,
): Promise<Harvested> {
  const before = folder.state<OaiState>();
  const begun =
    before && !options.isFull ? resumed(before, wanted, folder) : await beginning(wanted, options);
  const run = new Run(folder, options, begun);
  const end = await run.toTheEnd();
  folder.forget(end);
  return { ...folder.gather(end, oaiGatherer), replies: run.asked, faults: run.faults };
}

/** Where to go on: at the token of an interrupted harvest, or at the day before the last complete one began. */
function resumed(state: OaiState, wanted: Wanted, folder: HarvestFolder): OaiState {
  const { request } = state;
  const same = (['baseUrl', 'set', 'from', 'until'] as const).every((key) => request[key] === wanted[key]);
  if (!same || (wanted.prefix !== undefined && wanted.prefix !== request.prefix)) throw folder.holds(request);
  folder.forget(state);
  if (!state.isComplete) return state;
  const from = overlapped(state) ?? request.from;
  return { ...state, isComplete: false, from, given: 0, begun: undefined };
}

/**
 * A day earlier than the repository's own clock said, for a record may get its datestamp before it can be seen, and some
 * clocks show local time. What comes twice is kept once.
 */
function overlapped({ harvested, granularity, request }: OaiState): string | undefined {
  const time = Date.parse(harvested ?? '');
  if (Number.isNaN(time)) return undefined;
  const day = new Date(time - 86_400_000).toISOString().slice(0, 10);
  const from = granularity === 'YYYY-MM-DD' ? day : `${day}T00:00:00Z`;
  return request.from !== undefined && request.from > from ? request.from : from;
}

async function beginning(wanted: Wanted, manner: Manner): Promise<OaiState> {
  const identity = await ask(wanted.baseUrl, { verb: 'Identify' }, manner);
  const granularity = identity.reply.value('granularity') ?? 'YYYY-MM-DD';
  if (identity.reply.value('deletedRecord') === 'no')
    manner.told({
      fr: 'ce dépôt ne dit pas ce qu’il retire : --full de temps en temps',
      en: 'this repository does not say what it withdraws: use --full from time to time',
    });
  const prefix = wanted.prefix ?? (await richestOf(wanted.baseUrl, manner));
  const request = { ...wanted, prefix };
  return { request, granularity, replies: 0, given: 0, from: request.from, isComplete: false };
}

async function richestOf(baseUrl: string, manner: Manner): Promise<string> {
  const { reply } = await ask(baseUrl, { verb: 'ListMetadataFormats' }, manner);
  const known = reply.values('metadataPrefix');
  return richest.find((prefix) => known.includes(prefix)) ?? 'oai_dc';
}

interface Asked {
  readonly answer: Answer;
  readonly text: string;
  readonly reply: Reply;
}

/** Asks, and sees to it that the answer is one of OAI-PMH: another kind of page is taken for a passing trouble. */
async function ask(
  baseUrl: string,
  parameters: Readonly<Record<string, string | undefined>>,
  manner: Manner,
): Promise<Asked> {
  const url = new URL(baseUrl);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, value);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await get(url.href, manner);
    const { text, repaired } = replyText(answer);
    if (repaired > 0)
      manner.told({
        fr: `${repaired} caractères que XML n’admet pas, laissés de côté`,
        en: `${repaired} characters that XML does not allow, left out`,
      });
    if (/<(?:[\w.-]+:)?OAI-PMH[\s>]/.test(text.slice(0, 4096)))
      return { answer, text, reply: parseReply(text) };
    if (attempt >= manner.tries) throw noReply(url.href, text);
    await manner.wait(1000 * attempt);
    manner.signal?.throwIfAborted();
  }
}

/** A window that is begun again more often than this without a new record goes nowhere. */
const mostRestarts = 3;

/** One run of a harvest, from its state to its end. */
class Run {
  readonly faults: (Fault & { readonly reply: number })[] = [];
  asked = 0;
  readonly #folder: HarvestFolder;
  readonly #options: HarvestOptions;
  #state: OaiState;
  /** The newest datestamp seen. */
  #newest: string | undefined;
  /** Of the whole list, as last announced. */
  #size: number | undefined;
  #restarts = 0;
  #withPrefix = false;
  /** Identifiers of the last page. */
  #last = '';

  constructor(folder: HarvestFolder, options: HarvestOptions, state: OaiState) {
    this.#folder = folder;
    this.#options = options;
    this.#state = state;
  }

  async toTheEnd(): Promise<OaiState> {
    while (!this.#state.isComplete) this.#state = await this.#next();
    return this.#state;
  }

  /** Asks for the next page, keeps it, and gives the state after it. */
  async #next(): Promise<OaiState> {
    const { request, token, ...state } = this.#state;
    const { answer, text, reply } = await ask(request.baseUrl, this.#parameters(), this.#options);
    this.asked += 1;
    const begun = state.begun ?? reply.responseDate;
    const ended = { ...state, request, begun, harvested: begun ?? state.harvested, isComplete: true };
    const [error] = reply.errors;
    if (error?.code === 'noRecordsMatch') return this.#saved(ended);
    // A token on the last page leads nowhere.
    const isWhole = this.#size !== undefined && state.given >= this.#size;
    if (error?.code === 'badResumptionToken') return isWhole ? this.#saved(ended) : this.#again();
    // Some want the prefix with each token (oai-pmh section 8).
    if (error?.code === 'badArgument' && token !== undefined && !this.#withPrefix) {
      this.#withPrefix = true;
      return this.#state;
    }
    if (error !== undefined) throw refused(request.baseUrl, error);

    this.#refuseRepeat(reply);
    this.#size = reply.size ?? this.#size;
    const replies = state.replies + 1;
    const given = state.given + reply.records.length;
    this.faults.push(...reply.faults.map((fault) => ({ ...fault, reply: replies })));
    for (const { datestamp } of reply.records)
      if (this.#newest === undefined || datestamp > this.#newest) this.#newest = datestamp;
    const next: OaiState = reply.token
      ? { ...this.#state, begun, replies, given, token: reply.token }
      : { ...ended, replies, given };
    if (!reply.token) this.#complainOf(given + reply.faults.length, reply.size);
    this.#folder.keep(next, asUtf8(answer, text));
    this.#options.step({ given, size: reply.size });
    return next;
  }

  #parameters(): Readonly<Record<string, string | undefined>> {
    const { request, from, token } = this.#state;
    const verb = 'ListRecords';
    const { prefix: metadataPrefix, set, until } = request;
    if (token === undefined) return { verb, metadataPrefix, set, from, until };
    return { verb, resumptionToken: token, ...(this.#withPrefix && { metadataPrefix }) };
  }

  #saved(state: OaiState): OaiState {
    this.#folder.save(state);
    return state;
  }

  /** A token that is not taken any more: the list from the newest record that is here. */
  #again(): OaiState {
    const { request, granularity, ...state } = this.#state;
    this.#restarts += 1;
    if (this.#restarts > mostRestarts || state.token === undefined) throw lost(request.baseUrl);
    const newest = granularity === 'YYYY-MM-DD' ? this.#newest?.slice(0, 10) : this.#newest;
    const isDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/.test(newest ?? '');
    this.#options.told({
      fr: `le dépôt ne reprend plus la liste ; elle recommence${isDate ? ` au ${newest}` : ''}`,
      en: `the repository does not go on with the list; it begins again${isDate ? ` at ${newest}` : ''}`,
    });
    return this.#saved({
      ...state,
      request,
      granularity,
      token: undefined,
      from: isDate ? newest : state.from,
    });
  }

  /** A repository that gives the same page for ever (oai-pmh section 8). */
  #refuseRepeat(reply: Reply): void {
    const page = reply.records.map(({ identifier }) => identifier).join('\n');
    const isSame = page !== '' && page === this.#last;
    if (isSame || (reply.token && reply.token === this.#state.token))
      throw loops(this.#state.request.baseUrl);
    this.#last = page;
  }

  /** A list that ends before the number that was announced; one that was begun again is not counted. */
  #complainOf(given: number, size: number | undefined): void {
    if (size === undefined || given >= size || this.#restarts > 0) return;
    this.#options.told({
      fr: `le dépôt annonçait ${size} notices et en a donné ${given}`,
      en: `the repository announced ${size} records and gave ${given}`,
    });
  }
}

/** The bytes as they came, but for an encoding that only the server said. */
function asUtf8({ bytes, charset = 'utf-8' }: Answer, text: string): Buffer {
  const saysItself = /^[^<]{0,4}<\?xml[^>]*encoding/.test(text.slice(0, 256));
  return saysItself || /^utf-?8$/i.test(charset) ? bytes : Buffer.from(text);
}

function noReply(url: string, text: string): UserError {
  const found = text.replace(/\s+/g, ' ').slice(0, 120);
  return new UserError(
    {
      fr: `${url} : pas une réponse OAI-PMH : « ${found} » ; l’adresse de base est-elle la bonne ?`,
      en: `${url}: no reply of OAI-PMH: “${found}”; is the base URL right?`,
    },
    exitCode.input,
  );
}

function refused(url: string, { code, words }: Reply['errors'][number]): UserError {
  const said = words ? `${code} – ${words}` : code;
  return new UserError(
    { fr: `${url} : le dépôt refuse : ${said}`, en: `${url}: the repository refuses: ${said}` },
    exitCode.input,
  );
}

function lost(url: string): UserError {
  return new UserError(
    {
      fr: `${url} : le dépôt ne reprend pas ses listes ; ce qui est moissonné est gardé`,
      en: `${url}: the repository does not go on with its lists; what was harvested is kept`,
    },
    exitCode.input,
  );
}

function loops(url: string): UserError {
  const words: Words = {
    fr: `${url} : le dépôt donne toujours la même page ; ce qui est moissonné est gardé`,
    en: `${url}: the repository gives the same page again and again; what was harvested is kept`,
  };
  return new UserError(words, exitCode.input);
}

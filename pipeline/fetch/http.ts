import { gunzipSync } from 'node:zlib';
import { exitCode, UserError } from '../base/user-error.ts';
import { shortened, type Words } from '../base/words.ts';

/** How a server is asked. */
export interface Manner {
  /** Who asks, with an address to write to. */
  readonly userAgent: string;
  /** Ends the request, and the waiting before it. */
  readonly signal?: AbortSignal | undefined;
  /** How often a request is tried. */
  readonly tries: number;
  /** Milliseconds without a byte after which a server is taken to be silent. */
  readonly silence: number;
  /** Waits so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** Tells that a request is tried again, and why. */
  told(words: Words): void;
}

/** What is sent; a GET when absent. */
export interface Message {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | undefined;
}

/** What came back, whatever it says. */
export interface Received {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** Nothing came back, or not all of it. */
export interface Broken {
  readonly words: Words;
  /** Asking again would not help. */
  readonly isFinal: boolean;
}

/** What a server answered. */
export interface Answer {
  readonly bytes: Buffer;
  /** The encoding in its `Content-Type`. */
  readonly charset: string | undefined;
}

/** Nobody is asked to wait longer, seconds: a server that wants more is left. */
const longestWait = 3600;
/** Bytes of one answer. */
const largestAnswer = 512 * 2 ** 20;

/**
 * The answer of a server with success. One that is busy, broken or silent is asked again, after as long as it says
 * (`Retry-After`, RFC 9110, section 10.2.3), else after ever longer; when that does not help it is a `UserError`.
 */
export function get(url: string, manner: Manner): Promise<Answer> {
  return insisted(url, () => attemptAt(url, manner), manner);
}

/** What comes of trying, as often as it may help; `shown`: what a complaint calls the server. */
export async function insisted<T extends object>(
  shown: string,
  attempt: () => Promise<T | Failure>,
  manner: Pick<Manner, 'tries' | 'wait' | 'told' | 'signal'>,
): Promise<T> {
  for (let count = 1; ; count += 1) {
    const outcome = await attempt();
    if (!('words' in outcome)) return outcome;
    const { words, isFinal, after } = outcome;
    if (isFinal || count >= manner.tries) throw new Unanswered(shown, outcome);
    const seconds = after ?? Math.min(2 ** (count - 1), 60);
    if (seconds > longestWait) throw new Unanswered(shown, outcome);
    manner.told({
      fr: `${words.fr} ; nouvel essai dans ${seconds} s`,
      en: `${words.en}; again in ${seconds} s`,
    });
    await manner.wait(seconds * 1000);
    manner.signal?.throwIfAborted();
  }
}

/** A request that no success came of. */
export class Unanswered extends UserError {
  /** What the server said, without the address: that may be long, or have a key in it. */
  readonly reason: Words;
  readonly status: number | undefined;

  constructor(shown: string, { words, status }: Failure) {
    super({ fr: `${shown} : ${words.fr}`, en: `${shown}: ${words.en}` }, exitCode.input);
    this.reason = words;
    this.status = status;
  }
}

/** An attempt that came to nothing. */
export interface Failure extends Broken {
  /** Of HTTP, when it came to an answer. */
  readonly status?: number | undefined;
  /** Seconds to wait, as the server said. */
  readonly after?: number | undefined;
}

async function attemptAt(url: string, manner: Manner): Promise<Answer | Failure> {
  const received = await exchange(url, { headers: { 'Accept-Encoding': 'gzip, deflate' } }, manner);
  if ('words' in received) return received;
  const { status, bytes } = received;
  if (status >= 200 && status < 300) {
    try {
      return { bytes: unzipped(bytes), charset: charsetOf(received) };
    } catch (error) {
      return { isFinal: false, words: broken(error) };
    }
  }
  const isFinal = status < 500 && status !== 429 && status !== 408;
  return { isFinal, words: statusWords(received), status, after: retryAfter(received) };
}

/** One message and its answer, once; redirections are followed for what is asked, never for what is sent. */
export async function exchange(
  url: string,
  { method = 'GET', headers, body }: Message,
  { userAgent, signal, silence }: Pick<Manner, 'userAgent' | 'signal' | 'silence'>,
): Promise<Received | Broken> {
  const quiet = new AbortController();
  let timer = setTimeout(() => quiet.abort(), silence);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => quiet.abort(), silence);
  };
  try {
    const response = await fetch(url, {
      method,
      headers: { 'User-Agent': userAgent, ...headers },
      redirect: method === 'GET' && !('Authorization' in headers) ? 'follow' : 'manual',
      ...(body && { body }),
      signal: signal ? AbortSignal.any([signal, quiet.signal]) : quiet.signal,
    });
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
      heard();
      chunks.push(chunk as Uint8Array);
      length += (chunk as Uint8Array).length;
      if (length > largestAnswer) return { isFinal: true, words: tooLong };
    }
    const { status, statusText, headers: said } = response;
    return { status, statusText, headers: said, bytes: Buffer.concat(chunks) };
  } catch (error) {
    signal?.throwIfAborted();
    if (quiet.signal.aborted) return { isFinal: false, words: silent(silence) };
    return { isFinal: false, words: broken(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The sentence of a server that explains itself in text; a page for people says less than its status. */
export const sentenceIn = (body: string) => (/^\s*</.test(body) ? '' : shortened(body));

/** What a redirection means for a message that is not sent on; nothing for any other status. */
export function pointsElsewhere({
  status,
  headers,
}: Pick<Received, 'status' | 'headers'>): Words | undefined {
  if (status < 300 || status >= 400) return undefined;
  const to = headers.get('location') ?? '';
  return {
    fr: `renvoie ailleurs (${to}) ; donner cette adresse-là (HTTP ${status})`,
    en: `points elsewhere (${to}); give that address (HTTP ${status})`,
  };
}

/** Some servers compress without saying so. */
function unzipped(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return gunzipSync(bytes, { maxOutputLength: largestAnswer });
}

/** The seconds that a server wants to be left alone, from a number of them or a date (`Retry-After`). */
export function retryAfter({ headers }: Pick<Received, 'headers'>): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const [until, now] = [Date.parse(text), Date.parse(headers.get('date') ?? '')];
  if (Number.isNaN(until)) return undefined;
  return Math.max(0, Math.ceil((until - (Number.isNaN(now) ? Date.now() : now)) / 1000));
}

function charsetOf({ headers }: Received): string | undefined {
  return /charset\s*=\s*"?([^\s";]+)/i.exec(headers.get('content-type') ?? '')?.[1];
}

const statusWords = ({ status, statusText }: Received): Words => {
  const said = `HTTP ${status} ${statusText}`.trim();
  return { fr: said, en: said };
};

const silent = (milliseconds: number): Words => ({
  fr: `rien reçu pendant ${milliseconds / 1000} s`,
  en: `nothing received for ${milliseconds / 1000} s`,
});

const tooLong: Words = {
  fr: 'la réponse dépasse 512 Mio',
  en: 'the answer is longer than 512 MiB',
};

/** What went wrong below HTTP: a name that nobody knows, a refused or broken connection, bytes that are no gzip. */
function broken(error: unknown): Words {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const said = cause instanceof Error ? cause.message : String(cause);
  const words = code && !said.includes(code) ? `${said} (${code})` : said;
  return { fr: `connexion rompue : ${words}`, en: `broken connection: ${words}` };
}

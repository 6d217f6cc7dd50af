import { createHash } from 'node:crypto';
import type { DepositStatus } from '../base/deposits.ts';
import type { Words } from '../base/words.ts';
import { exchange, type Manner, type Message, type Received, retryAfter } from '../fetch/index.ts';
import type { Package } from './package.ts';
import { type Refusal, refusalOf, unclear } from './sword-error.ts';
import { swordValues } from './sword-reply.ts';

/** A collection of HAL and who sends to it (hal.md section 4). */
export interface Account {
  /** `https://api.archives-ouvertes.fr/sword/hal`. */
  readonly collection: string;
  readonly login: string;
  readonly password: string;
  readonly onBehalfOf: readonly string[];
}

/** What HAL took. */
export interface Accepted {
  readonly id: string;
  readonly version: string;
  readonly password: string;
  readonly status: DepositStatus;
  /** What its moderators say. */
  readonly comment?: string | undefined;
}

const packaging = 'http://purl.org/net/sword-types/AOfr';

/** The headers of a package, without those that say who sends it. */
export function packageHeaders({
  contentType,
  disposition,
  bytes,
}: Package): Readonly<Record<string, string>> {
  return {
    Packaging: packaging,
    'Content-Type': contentType,
    ...(disposition !== undefined && { 'Content-Disposition': disposition }),
    'Content-MD5': createHash('md5').update(bytes).digest('hex'),
  };
}

/** Sends a new work. */
export function create(account: Account, sent: Package, manner: Manner): Promise<Accepted | Refusal> {
  return send(account.collection, 'POST', account, sent, manner);
}

/** Sends a work anew that HAL knows by this identifier. */
export function replace(
  account: Account,
  id: string,
  sent: Package,
  manner: Manner,
): Promise<Accepted | Refusal> {
  return send(addressOf(account, id), 'PUT', account, sent, manner);
}

async function send(
  url: string,
  method: 'POST' | 'PUT',
  account: Account,
  sent: Package,
  manner: Manner,
): Promise<Accepted | Refusal> {
  const { onBehalfOf } = account;
  const headers = {
    ...packageHeaders(sent),
    ...authorization(account),
    ...(onBehalfOf.length > 0 && { 'On-Behalf-Of': onBehalfOf.join(';') }),
  };
  const received = await asked(url, { method, headers, body: sent.bytes }, manner);
  if ('words' in received) return received;
  const { value } = swordValues(received.bytes);
  const id = /^([a-z]+[-_]\d+)(?:v\d+)?$/.exec(value('id') ?? '')?.[1];
  if (id === undefined) return unclear(received);
  // 202: a notice, which is online at once; 201: a file, which waits for a moderator; 200: an update.
  const status = received.status === 201 ? 'verify' : 'online';
  return { id, version: value('version') ?? '', password: value('password') ?? '', status };
}

/** Takes a notice back, or a file that is not online yet. */
export async function remove(account: Account, id: string, manner: Manner): Promise<'deleted' | Refusal> {
  const headers = authorization(account);
  const received = await asked(addressOf(account, id), { method: 'DELETE', headers }, manner);
  return 'words' in received ? received : 'deleted';
}

const theirStatuses: Readonly<Record<string, DepositStatus>> = {
  accept: 'online',
  replace: 'online',
  verify: 'verify',
  update: 'update',
  delete: 'deleted',
};

/** Where a deposit is: online, waiting for a moderator, to be mended, deleted. */
export async function statusOf(account: Account, id: string, manner: Manner): Promise<Accepted | Refusal> {
  const received = await asked(addressOf(account, id), { headers: authorization(account) }, manner);
  if ('words' in received) return received;
  const { value, attribute } = swordValues(received.bytes);
  const status = theirStatuses[value('status') ?? ''];
  if (status === undefined) return unclear(received);
  return {
    id: attribute('document', 'id') ?? id,
    version: attribute('document', 'version') ?? '',
    password: attribute('document', 'password') ?? '',
    status,
    comment: value('comment') || undefined,
  };
}

function addressOf({ collection }: Account, id: string): string {
  return new URL(encodeURIComponent(id), collection).href;
}

function authorization({ login, password }: Account): { readonly Authorization: string } {
  return { Authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}` };
}

/** Seconds that a busy server is given when it does not say how many it wants. */
const usualWait = 30;

/**
 * A message and its answer with success. What a server that is busy (429, 503) did not take is sent again; after anything
 * else that goes wrong nobody knows whether it arrived, and it is not.
 */
async function asked(url: string, message: Message, manner: Manner): Promise<Received | Refusal> {
  for (let attempt = 1; ; attempt += 1) {
    const received = await exchange(url, message, manner).catch((error: unknown) => {
      // Whoever interrupts does not know either what has arrived.
      if (manner.signal?.aborted) return { words: interrupted };
      throw error;
    });
    if ('words' in received) return cutOff(received.words);
    const { status } = received;
    if (status >= 200 && status < 300) return received;
    const isBusy = status === 503 || status === 429;
    if (!isBusy || attempt >= manner.tries) return refusalOf(received);
    const seconds = retryAfter(received) ?? usualWait;
    manner.told({
      fr: `HTTP ${status} : HAL est occupé ; nouvel essai dans ${seconds} s`,
      en: `HTTP ${status}: HAL is busy; again in ${seconds} s`,
    });
    await manner.wait(seconds * 1000);
    manner.signal?.throwIfAborted();
  }
}

const interrupted: Words = { fr: 'interrompu', en: 'interrupted' };

function cutOff({ fr, en }: Words): Refusal {
  return {
    words: [
      {
        fr: `${fr} ; l’envoi est peut-être arrivé : chercher l’œuvre dans HAL avant de recommencer`,
        en: `${en}; it may have arrived: look for the work in HAL before sending it again`,
      },
    ],
    isFinal: true,
  };
}

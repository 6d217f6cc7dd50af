import { createHash, randomBytes } from 'node:crypto';

/** Who writes into a store. */
export type StoreAccount =
  | { readonly login: string; readonly password: string }
  | { readonly token: string }
  | undefined;

/** What a store asks of a client that is to prove who it is (RFC 7616, section 3.3). */
interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  readonly hash: 'md5' | 'sha256';
  /** As the store writes it. */
  readonly algorithm: string | undefined;
  readonly hasQuality: boolean;
}

/**
 * Proves who writes: a token as it is (RFC 6750), login and password as they are (RFC 7617) or, where the store asks for it,
 * as a digest (RFC 7616). What could be read on the way is only sent where nobody can.
 */
export class Authorization {
  readonly #account: StoreAccount;
  #challenge: Challenge | undefined;
  #count = 0;
  /** What the store asked for was not said, for it could be read on the way. */
  isWithheld = false;

  constructor(account: StoreAccount) {
    this.#account = account;
  }

  /** The header of a request, if there is anything to say. */
  header(method: string, url: URL): Readonly<Record<string, string>> {
    const account = this.#account;
    if (account === undefined) return {};
    if ('login' in account && this.#challenge)
      return { Authorization: this.#digest(this.#challenge, account, method, url) };
    if (!isPrivate(url)) return {};
    if ('token' in account) return { Authorization: `Bearer ${account.token}` };
    const pair = Buffer.from(`${account.login}:${account.password}`).toString('base64');
    return { Authorization: `Basic ${pair}` };
  }

  /** Learns from a refusal (401) what is asked for: whether it is worth asking again. */
  learn(headers: Headers, url: URL): boolean {
    const account = this.#account;
    if (account === undefined) return false;
    this.isWithheld = !isPrivate(url);
    if (!('login' in account)) return false;
    const asked = headers.get('www-authenticate') ?? '';
    const challenge = challengeIn(asked);
    if (challenge === undefined) return false;
    const isNew = this.#challenge === undefined || /\bstale\s*=\s*"?true/i.test(asked);
    this.isWithheld = false;
    this.#challenge = challenge;
    this.#count = 0;
    return isNew;
  }

  #digest(
    { realm, nonce, opaque, hash, algorithm, hasQuality }: Challenge,
    { login, password }: { readonly login: string; readonly password: string },
    method: string,
    url: URL,
  ): string {
    const of = (text: string) => createHash(hash).update(text).digest('hex');
    const uri = url.pathname + url.search;
    const secret = of(`${login}:${realm}:${password}`);
    const request = of(`${method}:${uri}`);
    this.#count += 1;
    const count = this.#count.toString(16).padStart(8, '0');
    const own = randomBytes(8).toString('hex');
    const response = hasQuality
      ? of(`${secret}:${nonce}:${count}:${own}:auth:${request}`)
      : of(`${secret}:${nonce}:${request}`);
    const parts = [
      `username=${quoted(login)}`,
      `realm=${quoted(realm)}`,
      `nonce=${quoted(nonce)}`,
      `uri=${quoted(uri)}`,
      ...(algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
      `response="${response}"`,
      ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
      ...(hasQuality ? ['qop=auth', `nc=${count}`, `cnonce="${own}"`] : []),
    ];
    return `Digest ${parts.join(', ')}`;
  }
}

/** Whether nobody on the way reads what is sent. */
export function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** The first challenge of a kind that is known here. */
function challengeIn(header: string): Challenge | undefined {
  for (const [, parameters = ''] of header.matchAll(
    /\bDigest\s+((?:[\w-]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s,"]+)\s*,?\s*)+)/gi,
  )) {
    const all = new Map(
      [...parameters.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)].map(
        ([, name = '', text, word]) => [name.toLowerCase(), text?.replace(/\\(.)/g, '$1') ?? word ?? ''],
      ),
    );
    const [algorithm, nonce, quality] = [all.get('algorithm'), all.get('nonce'), all.get('qop')];
    const hash = hashes[(algorithm ?? 'md5').toLowerCase()];
    const hasQuality = quality?.split(/[\s,]+/).includes('auth') ?? false;
    if (nonce === undefined || hash === undefined || (quality !== undefined && !hasQuality)) continue;
    return { realm: all.get('realm') ?? '', nonce, opaque: all.get('opaque'), hash, algorithm, hasQuality };
  }
  return undefined;
}

const hashes: Readonly<Record<string, Challenge['hash']>> = { md5: 'md5', 'sha-256': 'sha256' };

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

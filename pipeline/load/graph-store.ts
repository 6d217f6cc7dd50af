import { UserError } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';
import {
  exchange,
  type Failure,
  insisted,
  type Manner,
  type Message,
  pointsElsewhere,
  type Received,
  retryAfter,
  sentenceIn,
} from '../fetch/index.ts';
import type { Authorization } from './authorization.ts';

/** A store that speaks the SPARQL 1.1 Graph Store Protocol. */
export interface GraphStore {
  /** The address of its graphs, without one of them. */
  readonly address: URL;
  /** Where it takes SPARQL Update, when that is known. */
  readonly update: URL | undefined;
  readonly authorization: Authorization;
  readonly manner: Manner;
}

/** A graph by its IRI, or the one without name. */
export type Graph = { readonly iri: string } | 'default';

/** The address of a store as a person gives it. `option`: what a complaint calls it. */
export function storeAddress(text: string, option: string): URL {
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  // Whatever is wrong with it, a password in it is not said again.
  if (url !== undefined && (url.username !== '' || url.password !== ''))
    throw new UserError({
      fr: `${option} : le compte ne se met pas dans l’adresse ; STORE_LOGIN et STORE_PASSWORD dans l’environnement`,
      en: `${option}: no account in the address; STORE_LOGIN and STORE_PASSWORD go in the environment`,
    });
  if (url === undefined)
    throw new UserError({
      fr: `${option} ${text} : attendu une adresse http ou https, comme http://localhost:7878/store`,
      en: `${option} ${text}: expected an http or https address, such as http://localhost:7878/store`,
    });
  if (['graph', 'graph-uri', 'default'].some((name) => url.searchParams.has(name)))
    throw new UserError({
      fr: `${option} : le graphe se dit par --graph, non dans l’adresse`,
      en: `${option}: the graph is said by --graph, not in the address`,
    });
  url.hash = '';
  return url;
}

const ntriples = 'application/n-triples';

/** Adds statements to a graph. Doing so twice changes nothing: a graph is a set. */
export function add(store: GraphStore, graph: Graph, statements: string): Promise<Received> {
  return send(store, addressOf(store, graph), sent('POST', ntriples, statements));
}

/** Puts statements in the place of a graph. */
export function replace(store: GraphStore, graph: Graph, statements: string): Promise<Received> {
  return send(store, addressOf(store, graph), sent('PUT', ntriples, statements));
}

/** Removes a graph, which need not be there. */
export async function drop(store: GraphStore, graph: Graph): Promise<void> {
  await send(store, addressOf(store, graph), { method: 'DELETE', headers: {} }, [404]);
}

/** Has one graph take the place of another, both or neither (SPARQL 1.1 Update, section 3.2.4). */
export async function move(store: GraphStore, update: URL, from: string, to: Graph): Promise<void> {
  const target = to === 'default' ? 'DEFAULT' : `GRAPH <${to.iri}>`;
  await send(store, update, sent('POST', 'application/sparql-update', `MOVE GRAPH <${from}> TO ${target}`));
}

function addressOf({ address }: GraphStore, graph: Graph): URL {
  const which = graph === 'default' ? 'default' : `graph=${encodeURIComponent(graph.iri)}`;
  return new URL(`${address.href}${address.search === '' ? '?' : '&'}${which}`);
}

function sent(method: string, type: string, text: string): Message {
  return { method, headers: { 'Content-Type': type }, body: new TextEncoder().encode(text) };
}

/** A message that is taken; what a store is too busy for is sent again, and so is what broke on the way. */
function send(
  { authorization, manner }: GraphStore,
  url: URL,
  message: Message,
  alsoFine: readonly number[] = [],
): Promise<Received> {
  const { method = 'GET', headers } = message;
  // An address may have a key in its parameters.
  const shown = url.origin + url.pathname;
  const attempt = async (): Promise<Received | Failure> => {
    for (;;) {
      const own = authorization.header(method, url);
      const received = await exchange(url.href, { ...message, headers: { ...headers, ...own } }, manner);
      if ('words' in received) return received;
      const { status } = received;
      if (status === 401 && authorization.learn(received.headers, url)) continue;
      if ((status >= 200 && status < 300) || alsoFine.includes(status)) return received;
      const isFinal = ![408, 429, 502, 503, 504].includes(status);
      return { isFinal, status, after: retryAfter(received), words: meaning(received, url, authorization) };
    }
  };
  return insisted(shown, attempt, manner);
}

/** What an answer without success means for whoever loads. */
function meaning(received: Received, url: URL, { isWithheld }: Authorization): Words {
  const { status, statusText, bytes } = received;
  // A key that the address bears is not said again.
  const text = sentenceIn(withoutKeys(bytes.subarray(0, 4096).toString('utf8'), url));
  const said = `HTTP ${status} ${text || statusText}`.trim();
  const words = status === 401 && isWithheld ? withheld : meanings[status];
  if (words) return { fr: `${words.fr} (${said})`, en: `${words.en} (${said})` };
  return pointsElsewhere(received) ?? { fr: said, en: said };
}

function withoutKeys(text: string, { searchParams }: URL): string {
  return [...searchParams]
    .filter(([name, value]) => name !== 'graph' && value !== '')
    .reduce(
      (rest, [, value]) => rest.replaceAll(value, '…').replaceAll(encodeURIComponent(value), '…'),
      text,
    );
}

const withheld: Words = {
  fr: 'demande un mot de passe, qui irait en clair sur le réseau ; prendre l’adresse https',
  en: 'asks for a password, which would cross the network in the clear; take the https address',
};

const meanings: Readonly<Record<number, Words>> = {
  400: { fr: 'ne comprend pas l’envoi', en: 'does not understand what was sent' },
  401: {
    fr: 'demande un compte, ou refuse celui-ci : STORE_LOGIN et STORE_PASSWORD, ou STORE_TOKEN, dans l’environnement',
    en: 'asks for an account, or refuses this one: STORE_LOGIN and STORE_PASSWORD, or STORE_TOKEN, in the environment',
  },
  403: { fr: 'ce compte n’a pas le droit d’écrire', en: 'this account may not write' },
  404: {
    fr: 'rien à cette adresse : vérifier le nom du jeu de données, et que l’adresse est celle du Graph Store Protocol (docs/load.md)',
    en: 'nothing at this address: check the name of the dataset, and that the address is that of the Graph Store Protocol (docs/load.md)',
  },
  405: {
    fr: 'n’accepte pas d’écriture à cette adresse : entrepôt ouvert en lecture seule, ou adresse des requêtes (docs/load.md)',
    en: 'does not take writing at this address: a store opened read-only, or the address for queries (docs/load.md)',
  },
  413: { fr: 'trouve l’envoi trop gros', en: 'finds what was sent too large' },
  415: { fr: 'ne lit pas le N-Triples à cette adresse', en: 'does not read N-Triples at this address' },
  501: { fr: 'ne sait pas faire cela', en: 'cannot do this' },
  507: { fr: 'n’a plus de place', en: 'has no room left' },
};

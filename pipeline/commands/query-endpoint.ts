import { Parser } from 'n3';
import type { ResultsJson } from '../base/sparql-results.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';
import {
  exchange,
  type Failure,
  insisted,
  pointsElsewhere,
  type Received,
  retryAfter,
  sentenceIn,
} from '../fetch/index.ts';
import { type Answer, asked, rowsIn } from '../serve/index.ts';
import { type Context, tell, version } from './context.ts';
import { pause } from './pause.ts';

/** Milliseconds without a byte. */
const silence = 120_000;
const tries = 3;

/** The endpoint that is meant by one of these words; it stands alone, for two graphs are not joined here. */
export function endpointAmong(words: readonly string[]): URL | undefined {
  const word = words.find((each) => /^https?:\/\//i.test(each));
  if (word === undefined) return undefined;
  const url = endpointAddress(word);
  if (words.length > 1)
    throw new UserError({
      fr: 'un point d’accès ou des fichiers, mais non les deux',
      en: 'one endpoint, or files, but not both',
    });
  return url;
}

/** The address of an endpoint as a person gives it. */
export function endpointAddress(text: string): URL {
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && url.username === '' && url.password === '') return url;
  throw new UserError({
    fr: 'adresse d’un point d’accès : attendu http:// ou https://, sans compte ni mot de passe',
    en: 'address of an endpoint: expected http:// or https:// without an account or a password',
  });
}

/** Asks an endpoint by the query operation of the SPARQL 1.1 Protocol. */
export async function askEndpoint(endpoint: URL, sparql: string, context: Context): Promise<Answer> {
  const { text, isGraph } = asked(sparql);
  const stop = new AbortController();
  const { signal } = stop;
  const message = {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: isGraph ? 'application/n-triples, text/turtle;q=0.9' : 'application/sparql-results+json',
    },
    body: new TextEncoder().encode(new URLSearchParams({ query: text }).toString()),
  };
  const manner = { userAgent: `Moisson/${version()}`, signal, silence };
  const attempt = async (): Promise<Received | Failure> => {
    const received = await exchange(endpoint.href, message, manner);
    if ('words' in received) return received;
    const { status } = received;
    if (status >= 200 && status < 300) return received;
    const after = retryAfter(received);
    // Without a time to come back a 503 is a query that takes too long, and would again.
    const isFinal = after === undefined || (status !== 429 && status !== 503);
    return { isFinal, status, after, words: meaning(received) };
  };
  const shown = endpoint.origin + endpoint.pathname;
  const forget = context.onInterrupt(() => stop.abort());
  try {
    const received = await insisted(shown, attempt, {
      tries,
      signal,
      wait: (milliseconds) => pause(milliseconds, signal),
      told: (words) => tell(context, words),
    });
    return isGraph ? graphIn(received, shown) : tableIn(received, shown);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new UserError({ fr: 'interrompu', en: 'interrupted' }, exitCode.input);
  } finally {
    forget();
  }
}

function tableIn({ bytes, headers }: Received, shown: string): Answer {
  let found: unknown;
  try {
    found = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw noResults(shown, headers);
  }
  if (!isResults(found)) throw noResults(shown, headers);
  return rowsIn(found);
}

function isResults(value: unknown): value is ResultsJson {
  if (typeof value !== 'object' || value === null || !('head' in value)) return false;
  if ('boolean' in value) return typeof value.boolean === 'boolean';
  const { head } = value;
  if (typeof head !== 'object' || head === null || !('vars' in head) || !Array.isArray(head.vars))
    return false;
  const results = 'results' in value ? value.results : undefined;
  return (
    typeof results === 'object' &&
    results !== null &&
    'bindings' in results &&
    Array.isArray(results.bindings)
  );
}

function graphIn({ bytes, headers }: Received, shown: string): Answer {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!['application/n-triples', 'text/turtle', 'text/plain'].includes(type)) throw noResults(shown, headers);
  try {
    const format = type === 'text/turtle' ? type : 'application/n-triples';
    return { kind: 'graph', quads: new Parser({ format, baseIRI: shown }).parse(bytes.toString('utf8')) };
  } catch {
    throw noResults(shown, headers);
  }
}

function noResults(shown: string, headers: Headers): UserError {
  const type = headers.get('content-type') ?? '';
  return new UserError(
    {
      fr: `${shown} : ne répond pas comme un point d’accès SPARQL (Content-Type : ${type || 'aucun'})`,
      en: `${shown}: does not answer as a SPARQL endpoint (Content-Type: ${type || 'none'})`,
    },
    exitCode.input,
  );
}

/** What an answer without success means; the sentence of the endpoint itself where it has one. */
function meaning(received: Received): Words {
  const { status, statusText, bytes } = received;
  const text = sentenceIn(bytes.subarray(0, 4096).toString('utf8'));
  const said = `HTTP ${status} ${text || statusText}`.trim();
  if (status === 400) return { fr: `requête refusée : ${said}`, en: `query refused: ${said}` };
  if (status === 404 || status === 405)
    return {
      fr: `pas de point d’accès SPARQL à cette adresse (${said})`,
      en: `no SPARQL endpoint at this address (${said})`,
    };
  if (status === 401 || status === 403)
    return {
      fr: `n’est pas ouvert à tous, ou pas à cette requête (${said})`,
      en: `is not open to everybody, or not to this query (${said})`,
    };
  return pointsElsewhere(received) ?? { fr: said, en: said };
}

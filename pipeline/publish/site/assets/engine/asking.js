// Where a query of the page goes: to the endpoint of this site, or to the engine in this browser. Never to another host.

/**
 * @typedef {{ type: 'uri' | 'literal' | 'bnode', value: string, 'xml:lang'?: string, datatype?: string }} Term
 * @typedef {{ head: { vars?: string[] }, results?: { bindings: Record<string, Term>[] }, boolean?: boolean }} Results
 * @typedef {{ by: 'endpoint' | 'browser' } & ({ results: Results } | { turtle: string })} Answer
 * @typedef {{ say: (name: string, filling?: string | number) => string, tell: (words: string) => void, dump: string, base: string, language: string }} Around
 */

/** Rows of an answer, as many as the endpoint gives. */
const mostRows = 100_000;
/** Milliseconds in which an endpoint says what it is. */
const patience = 3000;

/** Why there is no answer, in words for people. */
export class Trouble extends Error {}

/** Asks one query at a time; whoever asks again, or stops, ends the one before. @param {Around} around */
export function asker(around) {
  /** @type {Promise<URL | undefined> | undefined} */
  let endpoint;
  const engine = engineIn(around);
  let current = new AbortController();

  return {
    stop: () => current.abort(),
    /** @param {string} sparql @returns {Promise<Answer>} */
    async ask(sparql) {
      current.abort();
      current = new AbortController();
      const { signal } = current;
      around.tell(around.say(endpoint === undefined ? 'looking' : 'running'));
      endpoint ??= endpointHere();
      const address = await endpoint;
      signal.throwIfAborted();
      if (address === undefined) return answerOf(await engine.ask(sparql, signal), around);
      around.tell(around.say('running'));
      return askEndpoint(address, sparql, { signal, around });
    },
  };
}

/** The endpoint beside the page, when what is there says that it is one (SPARQL 1.1 Service Description). */
async function endpointHere() {
  const address = new URL('../sparql', import.meta.url);
  try {
    const answer = await fetch(address, {
      headers: { accept: 'text/turtle' },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const isTurtle = answer.headers.get('content-type')?.startsWith('text/turtle');
    if (!answer.ok || !isTurtle) return undefined;
    const text = await answer.text();
    return text.includes('http://www.w3.org/ns/sparql-service-description#') ? address : undefined;
  } catch {
    // A host without one may answer anything, or nothing.
    return undefined;
  }
}

/**
 * @param {URL} address @param {string} sparql @param {{ signal: AbortSignal, around: Around }} options
 * @returns {Promise<Answer>}
 */
async function askEndpoint(address, sparql, { signal, around }) {
  const answer = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ query: sparql }),
    headers: {
      accept: 'application/sparql-results+json, text/turtle',
      'accept-language': around.language,
    },
    redirect: 'error',
    signal,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Trouble(text.trim() || String(answer.status));
  const isGraph = answer.headers.get('content-type')?.startsWith('text/turtle');
  return isGraph ? { by: 'endpoint', turtle: text } : { by: 'endpoint', results: JSON.parse(text) };
}

/** The engine in a thread, which is started by the first query and ended by who stops one. @param {Around} around */
function engineIn({ say, tell, dump, base, language }) {
  /** @type {Worker | undefined} */
  let worker;
  let isReady = false;

  const end = () => {
    worker?.terminate();
    worker = undefined;
    isReady = false;
  };

  /** @param {string} sparql @param {AbortSignal} signal @returns {Promise<import('./worker.js').Outcome>} */
  function ask(sparql, signal) {
    if (typeof DecompressionStream === 'undefined') throw new Trouble(say('tooOld'));
    worker ??= new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
    const engine = worker;
    if (isReady) tell(say('running'));
    return new Promise((resolve, reject) => {
      const stopped = () => fail(signal.reason);
      const fail = (/** @type {unknown} */ reason) => {
        end();
        reject(reason);
      };
      signal.addEventListener('abort', stopped);
      engine.onerror = (event) => fail(new Trouble(say('notLoaded', event.message ?? 'worker.js')));
      engine.onmessage = ({ data }) => {
        if (data.kind === 'progress') tell(say('loading', shareOf(data, language)));
        if (data.kind === 'ready') {
          isReady = true;
          tell(say('running'));
        }
        if (data.kind === 'broken') fail(new Trouble(say(isReady ? 'broken' : 'notLoaded', data.why)));
        if (data.kind !== 'outcome') return;
        // Whoever asks again keeps the engine.
        signal.removeEventListener('abort', stopped);
        resolve(data.outcome);
      };
      engine.postMessage({ dump: `../${dump}`, task: { sparql, rows: mostRows, base } });
    });
  }

  return { ask };
}

/** How much of the files has come: in per cent, or in megabytes where the host does not say how much there is. */
function shareOf(/** @type {{ bytes: number, of: number }} */ { bytes, of }, /** @type {string} */ language) {
  if (of >= bytes) return `${Math.floor((bytes / of) * 100)} %`;
  const size = (bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 });
  return `${size} ${language === 'fr' ? 'Mo' : 'MB'}`;
}

/** @param {import('./worker.js').Outcome} outcome @param {Around} around @returns {Answer} */
function answerOf(outcome, { say, language }) {
  if (outcome.kind === 'refused') throw new Trouble(outcome.words[language] ?? '');
  if (outcome.kind === 'forbidden') throw new Trouble(say(outcome.why, outcome.what));
  if (outcome.kind === 'graph') return { by: 'browser', turtle: outcome.text };
  const results = /** @type {Results} */ (JSON.parse(outcome.text));
  if ((results.results?.bindings.length ?? 0) > mostRows)
    throw new Trouble(say('tooMany', mostRows.toLocaleString(language)));
  return { by: 'browser', results };
}

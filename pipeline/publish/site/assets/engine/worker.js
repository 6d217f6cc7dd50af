// The SPARQL engine of the query page, in a thread of its own: it loads the lab's dump, then answers. What the page's policy says of
// WebAssembly does not matter here: a worker has the policy that comes with its own file (HTML standard, policy containers).
import init, { Store } from './oxigraph.js';
import { bracketed } from './shared/arithmetic.js';
import { prefixesFor, sparqlQuery } from './shared/sparql-query.js';
import { refusalOf } from './shared/sparql-refusal.js';

/**
 * @typedef {{ sparql: string, rows: number, base: string }} Task
 * @typedef {{ kind: 'rows' | 'graph', text: string } | { kind: 'refused', words: Record<string, string> }
 *   | { kind: 'forbidden', why: 'writes' | 'elsewhere' | 'rows', what: string }} Outcome
 */

/** How much of the files has come, and how much there is where the server says. */
const arrived = { bytes: 0, of: 0 };

/** The content of a file, decompressed; a host that says `Content-Encoding` has its browser do that. @param {string} url */
async function content(url) {
  const answer = await fetch(new URL(url, import.meta.url));
  if (!answer.ok || answer.body === null) throw new Error(`${url}: ${answer.status}`);
  arrived.of += Number(answer.headers.get('content-length'));
  const [head, bytes] = await begun(answer.body);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  return isGzip ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes;
}

/** The first piece of a stream, and the whole of it. @param {ReadableStream<Uint8Array>} stream */
async function begun(stream) {
  const reader = stream.getReader();
  let next = await reader.read();
  const head = next.value ?? new Uint8Array();
  const whole = new ReadableStream({
    async pull(controller) {
      if (next.done) return controller.close();
      arrived.bytes += next.value.length;
      postMessage({ kind: 'progress', ...arrived });
      controller.enqueue(next.value);
      next = await reader.read();
    },
  });
  return /** @type {const} */ ([head, whole]);
}

async function startEngine() {
  const code = await content('oxigraph.wasm.gz');
  const headers = { 'content-type': 'application/wasm' };
  await init({ module_or_path: new Response(code, { headers }) });
}

// Eight mebibytes at a time take half the memory of one large text.
const pieceLength = 8 * 2 ** 20;

/** Statements in pieces of whole lines, as they come; the lab's dump has no blank nodes. @param {ReadableStream<Uint8Array>} stream */
async function* pieces(stream) {
  /** @type {Uint8Array[]} */
  let waiting = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const end = length + value.length < pieceLength ? 0 : value.lastIndexOf(10) + 1;
    if (end === 0) {
      waiting.push(value);
      length += value.length;
      continue;
    }
    yield [...waiting, value.subarray(0, end)];
    waiting = [value.subarray(end)];
    length = value.length - end;
  }
  yield waiting;
}

/** @param {string} dump */
async function opened(dump) {
  // Both come at the same time, and what of the dump is there waits for the engine.
  const [statements] = await Promise.all([content(dump), startEngine()]);
  const store = new Store();
  for await (const piece of pieces(statements))
    store.load(piece, { format: 'application/n-quads', no_transaction: true });
  postMessage({ kind: 'ready', quads: store.size });
  return store;
}

/** @param {Store} store @param {Task} task @returns {Outcome} */
function outcome(store, { sparql, rows, base }) {
  const query = sparqlQuery(sparql);
  if (query.isUpdate) return { kind: 'forbidden', why: 'writes', what: String(query.form) };
  if (query.asksOthers) return { kind: 'forbidden', why: 'elsewhere', what: 'SERVICE' };
  const isGraph = query.form === 'CONSTRUCT' || query.form === 'DESCRIBE';
  const prologue = prefixesFor(sparql);
  // One more row than is given, to know whether there are more.
  const limited = query.form === 'SELECT' ? query.limitedTo(rows + 1) : sparql;
  try {
    const text = store.query(prologue + bracketed(limited), {
      base_iri: base,
      results_format: isGraph ? 'text/turtle' : 'application/sparql-results+json',
      // The engine would let the union win over the graphs that the query names.
      use_default_graph_as_union: !query.namesItsGraphs,
    });
    return { kind: isGraph ? 'graph' : 'rows', text: String(text) };
  } catch (error) {
    // Any other kind of error is the engine's own end.
    if (!(error instanceof Error) || error.name !== 'Error') throw error;
    return { kind: 'refused', words: refusalOf(error, prologue, sparql) };
  }
}

/** @type {Promise<Store> | undefined} */
let store;

addEventListener('message', async ({ data }) => {
  try {
    store ??= opened(data.dump);
    postMessage({ kind: 'outcome', outcome: outcome(await store, data.task) });
  } catch (error) {
    postMessage({ kind: 'broken', why: error instanceof Error ? error.message : String(error) });
  }
});

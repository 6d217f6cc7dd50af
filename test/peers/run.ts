import oxigraph from 'oxigraph';
import { answer, same } from '../competency/answer.ts';
import { labGraph } from '../competency/lab-graph.ts';
import { type Question, questions, sampleGraph } from '../competency/questions.ts';
import { comunica } from './comunica.ts';
import { examineHarvesters } from './harvesters.ts';
import { jena } from './jena.ts';
import type { Peer } from './peer.ts';
import { examineServers } from './servers.ts';

// `npm run test:peers` asks other engines than the one of the test suite, other servers than ours by the recipes that a
// build leaves for them, and has other harvesters take our records. One wrong answer, and it exits with 1.

/** Oxigraph, the engine of the test suite, for comparison. */
const ours: Peer = {
  name: 'Oxigraph',
  available: async () => ({ version: 'of the project' }),
  async open(nquads) {
    const store = new oxigraph.Store();
    store.load(nquads, { format: 'application/n-quads' });
    return { ask: async (query) => answer(query, store), close: async () => {} };
  },
};

const peers: readonly Peer[] = [ours, comunica, jena];

const graphs: readonly (readonly [string, string])[] = [
  ['sample graph', asNQuads(sampleGraph())],
  ['graph of the lab', await labGraph()],
];

let wrong = 0;
for (const peer of peers) wrong += await examine(peer);
wrong += await examineServers(print);
wrong += await examineHarvesters(print);
process.exitCode = wrong > 0 ? 1 : 0;

/** Asks one peer everything and prints a line for each graph; gives the number of wrong answers. */
async function examine(peer: Peer): Promise<number> {
  const found = await peer.available();
  if ('skipped' in found) {
    print(peer.name, '', `skipped: ${found.skipped}`);
    return 0;
  }

  let faults = 0;
  for (const [graph, nquads] of graphs) {
    const start = performance.now();
    const { total, complaints } = await examineOn(peer, nquads);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    print(
      `${peer.name} ${found.version}`,
      graph,
      `${total - complaints.length} of ${total} right, ${seconds} s`,
    );
    for (const complaint of complaints) console.log(complaint);
    faults += complaints.length;
  }
  return faults;
}

async function examineOn(peer: Peer, nquads: string) {
  const opened = await peer.open(nquads);
  const all = questions();
  const complaints: string[] = [];
  for (const question of all) {
    const complaint = await trouble(question, opened.ask);
    if (complaint !== undefined)
      complaints.push(`  ${question.name} ${question.words}\n${indent(complaint)}`);
  }
  await opened.close();
  return { total: all.length, complaints };
}

/** What is wrong with a peer's answer; a query that the peer refuses has none. */
async function trouble({ query, expected }: Question, ask: Awaited<ReturnType<Peer['open']>>['ask']) {
  try {
    return same(await ask(query), expected);
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}

function asNQuads(turtle: string): string {
  const store = new oxigraph.Store();
  store.load(turtle, { format: 'text/turtle' });
  return store.dump({ format: 'application/n-quads' });
}

function print(peer: string, graph: string, outcome: string): void {
  console.log(`${peer.padEnd(26)}${graph.padEnd(20)}${outcome}`);
}

import oxigraph from 'oxigraph';
import { answer, same } from '../competency/answer.ts';
import { labGraph } from '../competency/lab-graph.ts';
import { type Question, questions, sampleGraph } from '../competency/questions.ts';
import { comunica } from './comunica.ts';
import { examineHarvesters } from './harvesters.ts';
import { jena } from './jena.ts';
import type { Peer } from './peer.ts';
import { examineServers } from './servers.ts';
import { endpoint, fuseki, oxigraphServer } from './stores.ts';

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

const peers: readonly Peer[] = [ours, endpoint, oxigraphServer, fuseki, comunica, jena];

const graphs: readonly (readonly [string, string])[] = [
  ['sample graph', asNQuads(sampleGraph())],
  ['graph of the lab', await labGraph()],
];

/** Milliseconds that each peer took over each question, by the graph. */
const times = new Map(graphs.map(([graph]) => [graph, new Map<string, readonly (number | undefined)[]>()]));

let wrong = 0;
for (const peer of peers) wrong += await examine(peer);
for (const [graph, ofPeers] of times) printTimes(graph, ofPeers);
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
    const { total, complaints, taken } = await examineOn(peer, nquads);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    print(
      `${peer.name} ${found.version}`,
      graph,
      `${total - complaints.length} of ${total} right, ${seconds} s`,
    );
    for (const complaint of complaints) console.log(complaint);
    faults += complaints.length;
    times.get(graph)?.set(peer.name, taken);
  }
  return faults;
}

/** Each question is asked twice, and the second time is timed: the first warms up. */
async function examineOn(peer: Peer, nquads: string) {
  const opened = await peer.open(nquads);
  const all = questions();
  const complaints: string[] = [];
  const taken: (number | undefined)[] = [];
  for (const question of all) {
    const complaint = await trouble(question, opened.ask);
    if (complaint !== undefined)
      complaints.push(`  ${question.name} ${question.words}\n${indent(complaint)}`);
    const start = performance.now();
    const again = await trouble(question, opened.ask);
    taken.push(again === undefined ? performance.now() - start : undefined);
  }
  await opened.close();
  return { total: all.length, complaints, taken };
}

/** A table: a line a question, a column a peer, milliseconds in it. */
function printTimes(graph: string, ofPeers: ReadonlyMap<string, readonly (number | undefined)[]>): void {
  const names = [...ofPeers.keys()];
  const cell = (time: number | undefined) => (time === undefined ? 'wrong' : time.toFixed(1));
  console.log(`\n| ${graph}, ms | ${names.join(' | ')} |\n|---|${'---:|'.repeat(names.length)}`);
  questions().forEach(({ name, words }, at) => {
    const cells = names.map((each) => cell(ofPeers.get(each)?.[at]));
    console.log(`| ${name} ${words} | ${cells.join(' | ')} |`);
  });
  console.log();
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

/** In the graph of a dataset, as a build leaves it. */
function asNQuads(turtle: string): string {
  const store = new oxigraph.Store();
  const graph = oxigraph.namedNode('https://data.example.org/id/dataset');
  store.load(turtle, { format: 'text/turtle', to_graph_name: graph });
  return store.dump({ format: 'application/n-quads' });
}

function print(peer: string, graph: string, outcome: string): void {
  console.log(`${peer.padEnd(30)}${graph.padEnd(20)}${outcome}`);
}

import { directTurtle } from './direct-turtle.ts';
import type { Writer } from './writer.ts';

/** TriG (W3C): the blocks of Turtle inside the dataset's graph. The graph is opened for each entry anew. */
export const trig: Writer = {
  name: 'trig',
  aliases: [],
  title: { fr: 'TriG, Turtle avec le nom du graphe', en: 'TriG, Turtle with the name of the graph' },
  mediaType: 'application/trig',
  extension: '.trig',
  takes: 'graph',
  lines: false,

  async open({ graph }) {
    const [{ blocks, prefixLines }, { quadsOf, sortQuads }] = await Promise.all([
      import('./blocks.ts'),
      import('./quads.ts'),
    ]);
    return {
      head: prefixLines,
      one: (entry) => blocks(sortQuads(quadsOf(entry, graph))),
      between: '\n',
      tail: '',
    };
  },

  /** The graph is opened once, around all that is said. */
  direct({ graph }) {
    const turtle = directTurtle();
    return { ...turtle, head: turtle.head + opening(graph), tail: closing };
  },
};

/** What the direct form of Turtle wrote, in pieces of bytes, as the direct form of TriG writes it. */
export function* blocksInGraph(turtle: Iterable<Buffer>, graph: string): Generator<string | Buffer, void> {
  const { head } = directTurtle();
  yield head + opening(graph);
  let left = Buffer.byteLength(head);
  for (const piece of turtle) {
    yield piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
  yield closing;
}

const opening = (graph: string) => `<${graph}> {\n`;
const closing = '}\n';

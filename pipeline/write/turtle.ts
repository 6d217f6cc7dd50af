import { directTurtle } from './direct-turtle.ts';
import type { Writer } from './writer.ts';

/** Turtle (W3C), grouped by subject and sorted, with the same prefixes in every file. */
export const turtle: Writer = {
  name: 'turtle',
  aliases: ['ttl'],
  title: { fr: 'Turtle, pour lire le graphe', en: 'Turtle, to read the graph' },
  mediaType: 'text/turtle',
  extension: '.ttl',
  takes: 'graph',
  lines: false,

  async open() {
    const [{ blocks, prefixLines }, { quadsOf, sortQuads }] = await Promise.all([
      import('./blocks.ts'),
      import('./quads.ts'),
    ]);
    return { head: prefixLines, one: (entry) => blocks(sortQuads(quadsOf(entry))), between: '\n', tail: '' };
  },

  direct: () => directTurtle(),
};

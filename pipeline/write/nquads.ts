import { lines } from './lines.ts';
import type { Writer } from './writer.ts';

/** N-Quads (W3C), in its canonical form: N-Triples with the name of the dataset's graph on each line. */
export const nquads: Writer = {
  name: 'nquads',
  aliases: ['nq'],
  title: {
    fr: 'N-Quads, une affirmation et son graphe par ligne',
    en: 'N-Quads, one statement and its graph a line',
  },
  mediaType: 'application/n-quads',
  extension: '.nq',
  takes: 'graph',
  lines: true,
  open: async ({ graph }) => ({ head: '', one: lines(` <${graph}> .\n`), between: '', tail: '' }),
};

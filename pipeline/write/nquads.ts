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

/**
 * Lines of N-Triples as lines of N-Quads, in pieces of bytes. Sorted lines stay so, for what is added comes after the
 * object, up to which no two of them are alike.
 */
export function* inGraph(triples: Iterable<Buffer>, graph: string): Generator<Buffer, void> {
  const end = Buffer.from(` <${graph}> .\n`).toString('latin1');
  let rest = '';
  for (const piece of triples) {
    // Bytes as characters: a piece may end within one.
    const text = rest + piece.toString('latin1');
    const whole = text.lastIndexOf('\n') + 1;
    rest = text.slice(whole);
    yield Buffer.from(text.slice(0, whole).replaceAll(' .\n', end), 'latin1');
  }
}

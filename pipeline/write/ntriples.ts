import { lines } from './lines.ts';
import type { Writer } from './writer.ts';

/** N-Triples (W3C), in its canonical form: what sorts, streams and loads anywhere. */
export const ntriples: Writer = {
  name: 'ntriples',
  aliases: ['nt'],
  title: { fr: 'N-Triples, une affirmation par ligne', en: 'N-Triples, one statement a line' },
  mediaType: 'application/n-triples',
  extension: '.nt',
  takes: 'graph',
  lines: true,
  open: async () => ({ head: '', one: lines(' .\n'), between: '', tail: '' }),
};

import { closeSync, openSync, writeSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { Writer } from 'n3';
import { namespaces } from '../../pipeline/base/terms.ts';
import { quadsOf } from '../../pipeline/write/index.ts';
import type { Job } from '../contender.ts';
import { crossref, entriesOfLine, entryBatches, textTaker } from './entries.ts';
import { linesOf } from './lines-of.ts';

/** The writing step by n3's Writer, from the quads of the same things. */
export const ntriples: Job = writing({ format: 'N-Triples' });
export const turtle: Job = writing({ format: 'Turtle', prefixes: namespaces });

type Options = ConstructorParameters<typeof Writer>[0];

function writing(options: Options): Job {
  return async (task, clock) => {
    const take = textTaker(task);
    for (const entries of entryBatches(task)) {
      clock.timeSync(() => {
        for (const entry of entries) take(written(quadsOf(entry), options));
      });
    }
  };
}

/** The whole run of Moisson, from file to file, with n3's Writer in the place of the direct one. */
export const wholeRun: Job = async ({ input, output }, clock) => {
  const reader = crossref();
  clock.timeSync(() => {
    const file = openSync(output, 'w');
    let text = '';
    let line = 0;
    for (const record of linesOf(input)) {
      line++;
      for (const entry of entriesOfLine(reader, record, line)) {
        text += written(quadsOf(entry), { format: 'N-Triples' });
      }
      if (text.length < 256 * 1024) continue;
      writeSync(file, text);
      text = '';
    }
    writeSync(file, text);
    closeSync(file);
  });
};

function written(quads: Quad[], options: Options): string {
  const writer = new Writer(options);
  let text = '';
  writer.addQuads(quads);
  writer.end((error: unknown, result: string) => {
    if (error) throw error;
    text = result;
  });
  return text;
}

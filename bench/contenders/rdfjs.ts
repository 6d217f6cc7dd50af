import { Readable } from 'node:stream';
import NTriplesSerializer from '@rdfjs/serializer-ntriples';
import TurtleSerializer from '@rdfjs/serializer-turtle';
import toNT from '@rdfjs/to-ntriples';
import { quadsOf } from '../../pipeline/write/index.ts';
import type { Job } from '../contender.ts';
import { entryBatches, textTaker } from './entries.ts';

/** Each quad by @rdfjs/to-ntriples. */
export const toNTriples: Job = async (task, clock) => {
  const take = textTaker(task);
  for (const entries of entryBatches(task)) {
    clock.timeSync(() => {
      for (const entry of entries) {
        let text = '';
        for (const quad of quadsOf(entry)) text += `${toNT(quad)}\n`;
        take(text);
      }
    });
  }
};

/** The same as a stream, a batch of records at a time. */
export const serializerNTriples: Job = async (task, clock) => {
  const take = textTaker(task);
  for (const entries of entryBatches(task)) {
    await clock.time(async () => {
      let text = '';
      const quads = Readable.from(entries.flatMap((entry) => quadsOf(entry)));
      for await (const line of new NTriplesSerializer().import(quads)) text += line;
      take(text);
    });
  }
};

/** Turtle, one document for each thing: with more than that it takes longer still. */
export const serializerTurtle: Job = async (task, clock) => {
  const take = textTaker(task);
  const serializer = new TurtleSerializer();
  for (const entries of entryBatches(task)) {
    clock.timeSync(() => {
      for (const entry of entries) take(serializer.transform(quadsOf(entry)));
    });
  }
};

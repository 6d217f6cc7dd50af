import jsonld, { type NodeObject } from 'jsonld';
import { writerNamed } from '../../pipeline/stages.ts';
import { type Job, Unavailable } from '../contender.ts';
import { entryBatches, textTaker } from './entries.ts';
import { base } from './moisson.ts';

const contextAddress = 'https://example.org/context.jsonld';

/** JSON-LD, made before the clock starts, into N-Quads; the context is loaded once and kept. */
export const toRdf: Job = async (task, clock) => {
  const writer = writerNamed('jsonld');
  if (!writer) throw new Unavailable('there is no writer named jsonld');
  const { head, one, tail } = await writer.open({ base, graph: `${base}dataset` });
  const { '@context': context } = JSON.parse(head + tail) as { '@context': object };
  const document = { '@context': context } as NodeObject;
  // `static` lets jsonld keep the context that it has once read.
  const remote = { documentUrl: contextAddress, document, tag: 'static' };
  const documentLoader = async () => remote;
  const take = textTaker(task);

  for (const entries of entryBatches(task)) {
    const documents = entries.map((entry) => ({
      '@context': contextAddress,
      '@graph': JSON.parse(`[${one(entry)}]`) as NodeObject[],
    }));
    await clock.time(async () => {
      for (const each of documents) {
        const options = { format: 'application/n-quads', documentLoader } as const;
        take(String(await jsonld.toRDF(each, options)));
      }
    });
  }
};

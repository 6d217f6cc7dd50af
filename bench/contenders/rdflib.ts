import { graph, literal, namedNode, serialize } from 'rdflib';
import { quadsOf } from '../../pipeline/write/index.ts';
import type { Job } from '../contender.ts';
import { entryBatches, textTaker } from './entries.ts';
import { base } from './moisson.ts';

/** The things of some records as an rdflib graph, written by its serializer. */
export const ntriples: Job = async (task, clock) => {
  const take = textTaker(task);
  for (const entries of entryBatches(task)) {
    clock.timeSync(() => {
      for (const entry of entries) {
        const store = graph();
        for (const { subject, predicate, object } of quadsOf(entry)) {
          const value =
            object.termType === 'Literal'
              ? literal(object.value, object.language || namedNode(object.datatype.value))
              : namedNode(object.value);
          store.add(namedNode(subject.value), namedNode(predicate.value), value);
        }
        take(serialize(null, store, base, 'application/n-triples') ?? '');
      }
    });
  }
};

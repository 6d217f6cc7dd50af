import { openedFor, writerNamed } from '../../pipeline/stages.ts';
import { type Job, Unavailable } from '../contender.ts';
import { entryBatches, textTaker } from './entries.ts';
import { base } from './moisson.ts';

/** The writing step of Moisson alone: the mapping rows and the text. */
export function writing(format: string): Job {
  return async (task, clock) => {
    const writer = writerNamed(format);
    if (!writer) throw new Unavailable(`there is no writer named ${format}`);
    const { head, one, between } = await openedFor(writer, { base, graph: `${base}dataset` });
    const take = textTaker(task);
    take(head);
    for (const entries of entryBatches(task)) {
      clock.timeSync(() => {
        for (const entry of entries) take(one(entry) + between);
      });
    }
  };
}

import type { Job } from '../contender.ts';
import { linesOf } from './lines-of.ts';

/** The least that any program must do: read the file and parse the JSON of every line. */
export const parseOnly: Job = async ({ input, records }, clock) => {
  let parsed = 0;
  clock.timeSync(() => {
    for (const line of linesOf(input)) {
      if (JSON.parse(line) !== null) parsed++;
    }
  });
  if (parsed !== records) throw new Error(`${parsed} records instead of ${records}`);
};

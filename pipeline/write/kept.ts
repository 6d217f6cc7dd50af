import type { Keeps } from '../base/losses.ts';
import type { Work } from '../base/work.ts';

/** Whether each value of a kind is kept, in the order of the values; worked out once for the values of one work. */
export function kept(of: (work: Work) => readonly boolean[]): Keeps {
  let last: Work | undefined;
  let flags: readonly boolean[] = [];
  return (_value, index, work) => {
    if (work !== last) [last, flags] = [work, of(work)];
    return flags[index] ?? false;
  };
}

import type { Keeps } from '../base/losses.ts';
import { rememberingLast } from '../base/remembering-last.ts';
import type { Work } from '../base/work.ts';

/** Whether each value of a kind is kept, in the order of the values; worked out once for the values of one work. */
export function kept(of: (work: Work) => readonly boolean[]): Keeps {
  const flagsOf = rememberingLast(of);
  return (_value, index, work) => flagsOf(work)[index] ?? false;
}

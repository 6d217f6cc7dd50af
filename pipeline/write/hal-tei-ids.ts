import { createHash } from 'node:crypto';
import type { Work } from '../base/work.ts';

/** More than the organisations or projects of any work. */
const share = 1000;

/**
 * The id of what a record names and HAL has no number for: `localStruct-…`. HAL reads a number of any length; ours begin
 * with one of the work itself, so that records of one file never name two things alike (xml:id, section 4).
 */
export function localId(prefix: string, work: Pick<Work, 'id' | 'titles'>, place: number): string {
  const own = createHash('sha256')
    .update(work.id ?? JSON.stringify(work.titles))
    .digest();
  return `${prefix}-${own.readUIntBE(0, 5) * share + place}`;
}

import type { Unmapped, Work } from '../base/work.ts';
import { accessionOf } from './ris-identifiers.ts';
import { onlyAuthor } from './ris-people.ts';
import { risType } from './ris-type.ts';
import type { Tag } from './ris-words.ts';

/** Tags that our record has no field for, and that stand for nothing else whatever is beside them. */
const names: ReadonlySet<string> = new Set(
  'AD AV CA CN CR DB DP ET H1 H2 ID LB M1 M2 M3 NV OP RN RP TA Y2'.split(' '),
);

/** What a record in RIS said that found no place in our record: it goes back where it was. */
export function leftovers(work: Work): readonly Unmapped[] {
  const { unmapped, provenance } = work;
  if (unmapped.length === 0) return unmapped;
  const isRis = (name: string) =>
    provenance.some(({ source }) => source.system === 'ris' && source.name === name);
  const taken = new Set<string>();
  // Of one author they are the affiliations.
  if (onlyAuthor(work)) taken.add('AD');
  if (accessionOf(work)?.database) taken.add('DB');
  if (risType(work.type).kind) taken.add('M3');
  return unmapped.filter(
    ({ source, path, value }) =>
      names.has(path) && !taken.has(path) && wordsOf(value).length > 0 && isRis(source),
  );
}

export function leftoverTags(work: Work): readonly Tag[] {
  return leftovers(work).flatMap(({ path, value }) => wordsOf(value).map((words): Tag => [path, words]));
}

function wordsOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.every((each) => typeof each === 'string') ? all : [];
}

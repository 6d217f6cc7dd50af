import type { Tombstone } from './entity.ts';

/** What lives on of a thing, through however many mergers; undefined when nothing does. */
export function survivorOf(tombstones: ReadonlyMap<string, Tombstone>, stone: Tombstone): string | undefined {
  const passed = new Set<string>();
  let { id, state, into } = stone;
  while (state === 'merged' && into !== undefined && !passed.has(id)) {
    passed.add(id);
    const next = tombstones.get(into);
    if (next === undefined) return into;
    ({ id, state, into } = next);
  }
  return undefined;
}

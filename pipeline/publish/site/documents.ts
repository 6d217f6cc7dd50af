import type { Entry } from '../../base/sink.ts';
import { documentOf, hasOwnFiles } from './address.ts';

/** Each entry by the id of the thing whose document says it, with the entries of what stands below it. */
export function documentsOf(entries: readonly Entry[], base: string): ReadonlyMap<string, Entry> {
  const all = new Map<string, Entry>();
  const below = entries.filter(({ iri }) => !hasOwnFiles(iri));
  for (const entry of entries) if (hasOwnFiles(entry.iri)) all.set(entry.iri.slice(base.length), entry);
  for (const entry of below) {
    const id = documentOf(entry.iri.slice(base.length));
    const whole = all.get(id);
    if (whole) all.set(id, both(whole, entry));
  }
  return all;
}

function both(whole: Entry, part: Entry): Entry {
  return {
    ...whole,
    describe(sink) {
      whole.describe(sink);
      sink.subject(part.iri);
      part.describe(sink);
    },
  };
}

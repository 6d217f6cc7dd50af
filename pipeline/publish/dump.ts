import type { DatasetEntity, Distribution, Statistics } from '../base/entity.ts';
import type { Entry } from '../base/sink.ts';
import { inSite } from './file.ts';
import { atOnce, Gate, type Violation } from './gate.ts';
import { type Files, GraphFiles } from './graph.ts';
import { Openings } from './openings.ts';
import { recorded } from './recorded.ts';
import { type Laid, type Place, Share } from './share.ts';
import { formFiles, recordFormsIn } from './site/forms.ts';
import { Counting } from './statistics.ts';

/** What is to be made of a graph; it can be sent to a thread. */
export interface DumpTask extends Files {
  /** Where the site is built, to which forms of works are added. */
  readonly place: Place;
  /** The dataset before it is counted. */
  readonly described: Omit<DatasetEntity, 'statistics' | 'distributions'>;
}

/** What came of it: no files when the graph breaks its shapes. */
export interface Dumped {
  readonly violations: readonly Violation[];
  readonly statistics: Statistics;
  readonly distributions: readonly Distribution[];
  /** Forms of works in the site. */
  readonly laid: Laid;
}

/**
 * Counts the graph, checks it against its shapes and writes it in every form, all in one pass, and describes it as a part
 * of itself. With it go the site's forms of each work that say what the dump says in the same words. The files
 * of a graph that turns out to break its shapes are not to be used.
 */
export async function dump(
  entries: readonly Entry[],
  describe: (dataset: DatasetEntity) => Entry,
  { described, place, ...into }: DumpTask,
): Promise<Dumped> {
  const counting = new Counting(entries, (counted) =>
    describe({ ...described, statistics: counted, distributions: [] }),
  );
  const gate = await Gate.open([...entries, counting.sketch]);
  const openings = new Openings(into.dataset);
  const forms = await recordFormsIn(openings);
  const share = new Share(place);
  const files = await GraphFiles.open(into, entries.length + 1, openings);
  try {
    for (const some of inParts(entries, counting)) {
      await gate.look(some);
      if (gate.violations.length > 0) continue;
      for (const entry of some) {
        files.add(entry);
        if (!entry.work) continue;
        for (const file of formFiles(entry.work.id, entry, forms)) share.add(inSite(file));
      }
    }
    const { violations } = gate;
    const { statistics } = counting.described();
    const distributions = violations.length > 0 ? [] : await files.finish();
    return { violations, statistics, distributions, laid: share.laid };
  } finally {
    files.close();
  }
}

/** The entries some at a time, each worked out once and counted; the last is the description of what was counted. */
function* inParts(entries: readonly Entry[], counting: Counting): Iterable<readonly Entry[]> {
  for (let at = 0; at <= entries.length; at += atOnce) {
    const some = entries.slice(at, at + atOnce).map(recorded);
    for (const entry of some) counting.count(entry);
    yield some.length < atOnce ? [...some, counting.described().description] : some;
  }
}

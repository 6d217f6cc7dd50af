import type { DatasetEntity, Distribution, Statistics } from '../base/entity.ts';
import type { Entry } from '../base/sink.ts';
import { inSite } from './file.ts';
import { atOnce, Gate, type Violation } from './gate.ts';
import { type Files, GraphFiles } from './graph.ts';
import { Openings } from './openings.ts';
import { recorded } from './recorded.ts';
import { type Laid, type Place, Share } from './share.ts';
import { documentsOf } from './site/documents.ts';
import { formFiles, graphFormsIn, recordFormsIn } from './site/forms.ts';
import { Counting } from './statistics.ts';

/** What is to be made of a graph; it can be sent to a thread. */
export interface DumpTask extends Files {
  /** Where the site is built, to which forms of things are added. */
  readonly place: Place;
  /** The dataset before it is counted. */
  readonly described: Omit<DatasetEntity, 'statistics' | 'distributions'>;
}

/** What came of it: no files when the graph breaks its shapes. */
export interface Dumped {
  readonly violations: readonly Violation[];
  readonly statistics: Statistics;
  readonly distributions: readonly Distribution[];
  /** Forms of things in the site. */
  readonly laid: Laid;
}

/**
 * Counts the graph, checks it against its shapes and writes it in every form, all in one pass, and describes it as a part
 * of itself. With it go the site's forms of each thing, most of them in the same words. The files of a graph that turns
 * out to break its shapes are not to be used.
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
  const recordForms = await recordFormsIn(openings);
  const graphForms = await graphFormsIn(openings);
  const documents = documentsOf(entries, into.dataset.base);
  const share = new Share(place);
  const formsOf = function* (entry: Entry, original: Entry | undefined) {
    const id = entry.iri.slice(into.dataset.base.length);
    const document = documents.get(id);
    if (document) yield* formFiles(id, document === original ? entry : document, graphForms);
    if (entry.work) yield* formFiles(id, entry, recordForms);
  };
  const files = await GraphFiles.open(into, entries.length + 1, openings);
  try {
    let at = 0;
    for (const some of inParts(entries, counting)) {
      await gate.look(some);
      if (gate.violations.length > 0) continue;
      for (const entry of some) {
        files.add(entry);
        for (const file of formsOf(entry, entries[at])) share.add(inSite(file));
        at += 1;
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

import type { Collection, DatasetEntity } from '../base/entity.ts';
import type { Entry, Sink } from '../base/sink.ts';
import type { IdentifiedWork } from '../base/work.ts';
import { describeDataset } from './dataset.ts';
import {
  describeAgent,
  describeConcept,
  describeJournal,
  describeJournalPart,
  describeSource,
  describeTombstone,
} from './entity.ts';
import type { Place } from './row.ts';
import { describeWork } from './work.ts';

export { graphCarries } from './carries.ts';

type Describe<T> = (thing: T, place: Place, sink: Sink) => void;

/** Everything of a collection, ready to be written: works first, then what they refer to. `base` ends with `/`. */
export function entriesOf(collection: Collection, base: string): readonly Entry[] {
  const entries = <T extends { readonly id: string }>(
    things: readonly T[],
    describe: Describe<T>,
  ): readonly Entry[] => things.map((thing) => entry(thing, base, describe));
  return [
    ...collection.works.map((work) => workEntry(work, base)),
    ...entries(collection.agents, describeAgent),
    ...entries(collection.journals, describeJournal),
    ...entries(collection.parts, describeJournalPart),
    ...entries(collection.concepts, describeConcept),
    ...entries(collection.sources, describeSource),
    ...entries(collection.tombstones, describeTombstone),
  ];
}

/** A work by itself. */
export function workEntry(work: IdentifiedWork, base: string): Entry {
  return entry(work, base, describeWork, work);
}

/** The description of the dataset itself. */
export function datasetEntry(dataset: DatasetEntity): Entry {
  return entry(dataset, dataset.base, describeDataset);
}

function entry<T extends { readonly id: string }>(
  thing: T,
  base: string,
  describe: Describe<T>,
  work?: IdentifiedWork,
): Entry {
  const iri = base + thing.id;
  return { iri, work, describe: (sink) => describe(thing, { base, iri }, sink) };
}

import type { DatasetEntity, Distribution, Statistics } from '../base/entity.ts';
import type { Entry } from '../base/sink.ts';
import { type Violation, violationsOf } from './gate.ts';
import { type Files, writeGraph } from './graph.ts';
import { selfDescribed } from './statistics.ts';

/** What is to be made of a graph; it can be sent to a thread. */
export interface DumpTask extends Files {
  /** The dataset before it is counted. */
  readonly described: Omit<DatasetEntity, 'statistics' | 'distributions'>;
}

/** What came of it: no files when the graph breaks its shapes. */
export interface Dumped {
  readonly violations: readonly Violation[];
  readonly statistics: Statistics;
  readonly distributions: readonly Distribution[];
}

/** Counts the graph, describes it as a part of itself, and once it has passed its shapes, writes it in every form. */
export async function dump(
  entries: readonly Entry[],
  describe: (dataset: DatasetEntity) => Entry,
  { described, ...files }: DumpTask,
): Promise<Dumped> {
  const { description, statistics } = selfDescribed(entries, (counted) =>
    describe({ ...described, statistics: counted, distributions: [] }),
  );
  const graph = [...entries, description];
  const violations = await violationsOf(graph);
  const distributions = violations.length > 0 ? [] : await writeGraph(graph, files);
  return { violations, statistics, distributions };
}

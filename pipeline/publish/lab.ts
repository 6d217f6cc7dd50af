import { join } from 'node:path';
import type { Collection, DatasetEntity } from '../base/entity.ts';
import { slug } from '../base/fold.ts';
import type { Lab } from '../base/lab.ts';
import type { OaiState } from '../base/oai.ts';
import type { Entry } from '../base/sink.ts';
import type { LangText } from '../base/work.ts';
import { nquads, turtle } from '../write/index.ts';
import { type Dumped, type DumpTask, dump } from './dump.ts';
import { inSite, type OutFile, type ReadyFile } from './file.ts';
import { refusal } from './gate.ts';
import { written } from './graph.ts';
import { halFiles } from './hal.ts';
import { loadRecipes } from './load.ts';
import { oaiFiles, staticReplies } from './oai.ts';
import { type Findings, reportFiles } from './report.ts';
import { serverFiles } from './servers/servers.ts';
import { type Laid, type Place, Share } from './share.ts';
import { dataFiles, siteFiles } from './site/site.ts';
import { languageOfPages, type View, viewOf } from './site/view.ts';
import { type SourceGraph, sourceGraphsFile } from './source-graphs.ts';
import { sumsOf } from './sums.ts';

/** All that a lab publishes, before it is described. */
export interface Publication {
  readonly lab: Lab;
  readonly collection: Collection;
  /** Every thing of the collection, ready to be written. */
  readonly entries: readonly Entry[];
  readonly describe: (dataset: DatasetEntity) => Entry;
  /** When the content of each thing last changed, UTC, ISO 8601 to the second. */
  readonly datestamps: ReadonlyMap<string, string>;
  /** The folder of `lab.yaml`, where what the site names is. */
  readonly data: string;
  /** An empty folder on the disk of `out/`, for files that are too large to be held. */
  readonly folder: string;
  /** Where `out/` is built. */
  readonly place: Place;
  readonly found: Findings;
  /** The states of all things that ever had an IRI, for harvesters. */
  readonly states: readonly OaiState[];
  /** What each source says by itself, where that is asked for. */
  readonly sourceGraphs?: Iterable<SourceGraph> | undefined;
  /** Makes the dump of a large graph while its pages are written, in a thread. */
  readonly beside?: ((task: DumpTask) => Promise<Dumped>) | undefined;
}

/** Fewer works than this are written sooner than a thread is warm. */
const manyWorks = 1000;

/**
 * Lays the files of `out/` (design.md section 5), one at a time, in two shares: what is made with the dump, and the rest.
 * A graph that breaks one of its shapes is a `UserError`, at the beginning or before the last files.
 */
export async function publishLab(publication: Publication): Promise<readonly Laid[]> {
  const {
    lab,
    collection,
    entries,
    describe,
    found,
    datestamps,
    data,
    folder,
    place,
    states,
    sourceGraphs,
    beside,
  } = publication;
  const name = slug(lab.name) || 'lab';
  const dataset = { base: lab.base, graph: `${lab.base}dataset` };
  const task: DumpTask = { name, dataset, folder, place, described: described(publication) };
  const dumping =
    beside !== undefined && collection.works.length > manyWorks
      ? beside(task)
      : Promise.resolve(passed(await dump(entries, describe, task)));
  // It is waited for below; until then it may not bring down the program by itself.
  dumping.catch(() => undefined);

  const view = viewOf({ lab, collection, entries, datestamps, title: titleOf(lab) });
  const own = languageOfPages(lab);
  const share = new Share(place);
  for (const page of siteFiles(view, data)) share.add(inSite(page));
  const repository = { lab, collection, states, folder };
  for (const reply of staticReplies(repository, view.entries)) share.add(inSite(reply));
  const others = [
    ...loadRecipes(name, dataset),
    ...serverFiles({
      base: lab.base,
      own,
      tombstones: collection.tombstones,
      oai: lab.oai?.static ? lab.oai.domain : undefined,
    }),
    ...reportFiles(found, own),
    ...oaiFiles(repository),
    ...halFiles(lab, collection),
  ];
  for (const file of others) share.add(file);
  if (sourceGraphs) share.add(await sourceGraphsFile(sourceGraphs, { base: lab.base, folder, name }));
  const dumped = passed(await dumping);
  for (const file of await dumpFiles(view, task, dumped, describe)) share.add(file);
  return [share.laid, dumped.laid];
}

function passed(dumped: Dumped): Dumped {
  if (dumped.violations.length > 0) throw refusal(dumped.violations);
  return dumped;
}

/** The dump and its description, which the site offers as well, and the pages about it. */
async function dumpFiles(
  view: View,
  { described: about, dataset, folder, name }: DumpTask,
  { statistics, distributions }: Dumped,
  describe: Publication['describe'],
): Promise<readonly (OutFile | ReadyFile)[]> {
  const whole = describe({ ...about, statistics, distributions });
  const dumps = distributions.map(({ file }) => ({ path: file, ready: join(folder, file) }));
  const files: readonly (OutFile | ReadyFile)[] = [
    ...dumps,
    { path: 'void.ttl', content: await written(turtle, [whole], dataset) },
    await sumsOf(dumps),
  ];
  const pages = await dataFiles(view, {
    dataset,
    whole,
    statistics,
    quads: join(folder, name + nquads.extension),
    dump: { distributions, triples: statistics.triples, modified: about.modified },
  });
  return [...files, ...files.map(inSite), ...pages.map(inSite)];
}

/** The date of the last change of anything, `YYYY-MM-DD`. */
function lastChange(datestamps: ReadonlyMap<string, string>): string | undefined {
  return [...datestamps.values()].sort().at(-1)?.slice(0, 10);
}

function titleOf(lab: Lab): LangText {
  const language = languageOfPages(lab);
  const words = language === 'fr' ? `Publications : ${lab.name}` : `Publications: ${lab.name}`;
  return lab.title ?? { value: words, lang: language };
}

function described({
  lab,
  collection,
  datestamps,
}: Publication): Omit<DatasetEntity, 'statistics' | 'distributions'> {
  return {
    id: 'dataset',
    base: lab.base,
    title: titleOf(lab),
    description: lab.description,
    publisher: lab.name,
    homepage: lab.homepage,
    licence: lab.licence,
    modified: lastChange(datestamps),
    example: collection.works[0]?.id,
    sources: collection.sources.map(({ id }) => id),
  };
}

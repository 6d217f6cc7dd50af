import { join } from 'node:path';
import type { Collection, DatasetEntity } from '../base/entity.ts';
import { slug } from '../base/fold.ts';
import type { Lab } from '../base/lab.ts';
import type { OaiState } from '../base/oai.ts';
import type { Entry } from '../base/sink.ts';
import type { LangText } from '../base/work.ts';
import { turtle } from '../write/index.ts';
import { type Dumped, type DumpTask, dump } from './dump.ts';
import type { OutFile, ReadyFile } from './file.ts';
import { refusal } from './gate.ts';
import { written } from './graph.ts';
import { halFiles } from './hal.ts';
import { loadRecipes } from './load.ts';
import { oaiFiles } from './oai.ts';
import { type Findings, reportFiles } from './report.ts';
import { serverFiles } from './servers/servers.ts';
import { dataFiles, siteFiles } from './site/site.ts';
import { languageOfPages, type View, viewOf } from './site/view.ts';

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
  readonly found: Findings;
  /** The states of all things that ever had an IRI, for harvesters. */
  readonly states: readonly OaiState[];
  /** Makes the dump of a large graph while its pages are written, in a thread. */
  readonly beside?: ((task: DumpTask) => Promise<Dumped>) | undefined;
}

/** Fewer works than this are written sooner than a thread is warm. */
const manyWorks = 1000;

/**
 * The files of `out/` (design.md section 5), the pages first and one at a time. A graph that breaks one of its shapes is
 * a `UserError`, at the beginning or before the last file.
 */
export async function publishLab(publication: Publication): Promise<AsyncIterable<OutFile | ReadyFile>> {
  const { lab, collection, entries, describe, found, datestamps, data, folder, states, beside } = publication;
  const name = slug(lab.name) || 'lab';
  const dataset = { base: lab.base, graph: `${lab.base}dataset` };
  const task: DumpTask = { name, dataset, folder, described: described(publication) };
  const dumping =
    beside !== undefined && collection.works.length > manyWorks
      ? beside(task)
      : Promise.resolve(passed(await dump(entries, describe, task)));
  // It is waited for below; until then it may not bring down the program by itself.
  dumping.catch(() => undefined);

  const view = viewOf({ lab, collection, entries, datestamps, title: titleOf(lab) });
  const pages = await siteFiles(view, { dataset, data });
  const own = languageOfPages(lab);
  const others = [
    ...loadRecipes(name, dataset),
    ...serverFiles({ base: lab.base, own, tombstones: collection.tombstones }),
    ...reportFiles(found, own),
    ...oaiFiles({ lab, collection, states, folder }),
    ...(await halFiles(lab, collection, dataset)),
  ];
  return laid(pages, others, async () => dumpFiles(view, task, passed(await dumping), describe));
}

function passed(dumped: Dumped): Dumped {
  if (dumped.violations.length > 0) throw refusal(dumped.violations);
  return dumped;
}

/** Everything of `out/`, one file at a time; last what speaks of the dump. */
async function* laid(
  pages: Iterable<OutFile>,
  others: readonly (OutFile | ReadyFile)[],
  dumped: () => Promise<readonly (OutFile | ReadyFile)[]>,
): AsyncIterable<OutFile | ReadyFile> {
  for (const page of pages) yield inSite(page);
  yield* others;
  yield* await dumped();
}

/** The dump and its description, which the site offers as well, and the pages about it. */
async function dumpFiles(
  view: View,
  { described: about, dataset, folder }: DumpTask,
  { statistics, distributions }: Dumped,
  describe: Publication['describe'],
): Promise<readonly (OutFile | ReadyFile)[]> {
  const whole = describe({ ...about, statistics, distributions });
  const files: readonly (OutFile | ReadyFile)[] = [
    ...distributions.map(({ file }) => ({ path: file, ready: join(folder, file) })),
    { path: 'void.ttl', content: await written(turtle, [whole], dataset) },
  ];
  const pages = await dataFiles(view, {
    dataset,
    whole,
    dump: { distributions, triples: statistics.triples, modified: about.modified },
  });
  return [...files, ...files.map(inSite), ...pages.map(inSite)];
}

function inSite<T extends OutFile | ReadyFile>(file: T): T {
  return { ...file, path: `site/${file.path}` };
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

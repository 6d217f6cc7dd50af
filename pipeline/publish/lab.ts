import type { Collection, DatasetEntity, Statistics } from '../base/entity.ts';
import { slug } from '../base/fold.ts';
import type { Lab } from '../base/lab.ts';
import type { Entry } from '../base/sink.ts';
import type { LangText } from '../base/work.ts';
import { turtle } from '../write/index.ts';
import type { OutFile } from './file.ts';
import { refusal, violationsOf } from './gate.ts';
import { distributionsOf, graphFiles, written } from './graph.ts';
import { loadRecipes } from './load.ts';
import { type Findings, reportFiles } from './report.ts';
import { serverFiles } from './servers/servers.ts';
import { siteFiles } from './site/site.ts';
import { languageOfPages, viewOf } from './site/view.ts';
import { selfDescribed, statisticsOf } from './statistics.ts';

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
  readonly found: Findings;
}

/**
 * The files of `out/` (design.md section 5). The graph passes its shapes first: a graph that breaks one is a
 * `UserError`, and nothing is made.
 */
export async function publishLab(publication: Publication): Promise<Iterable<OutFile>> {
  const { lab, collection, entries, describe, found, datestamps, data } = publication;
  const name = slug(lab.name) || 'lab';
  const dataset = { base: lab.base, graph: `${lab.base}dataset` };
  const entity = (statistics: Statistics, files: readonly OutFile[]): DatasetEntity => ({
    ...described(publication),
    statistics,
    distributions: distributionsOf(files),
  });

  let statistics: Statistics | undefined;
  const description = selfDescribed(entries, (counted) => {
    statistics = counted;
    return describe(entity(counted, []));
  });
  const graph = [...entries, description];
  const violations = await violationsOf(graph);
  if (violations.length > 0) throw refusal(violations);

  const files = await graphFiles(name, graph, dataset);
  const whole = describe(entity(statistics ?? statisticsOf(graph), files));
  const dumpFiles = [...files, { path: 'void.ttl', content: await written(turtle, [whole], dataset) }];
  const title = titleOf(lab);
  const view = viewOf({ lab, collection, entries: [...entries, whole], datestamps, title });
  const site = await siteFiles(view, {
    dataset,
    dump: {
      distributions: distributionsOf(files),
      triples: statistics?.triples ?? 0,
      modified: lastChange(datestamps),
    },
    dumpFiles,
    data,
  });
  return laid(
    [
      ...dumpFiles,
      ...loadRecipes(name, dataset),
      ...serverFiles({ base: lab.base, own: languageOfPages(lab), tombstones: collection.tombstones }),
      ...reportFiles(found, languageOfPages(lab)),
    ],
    site,
  );
}

/** Everything of `out/`, the site last and one file at a time. */
function* laid(files: readonly OutFile[], site: Iterable<OutFile>): Iterable<OutFile> {
  yield* files;
  for (const { path, content } of site) yield { path: `site/${path}`, content };
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

import type { Collection, DatasetEntity, Statistics } from '../base/entity.ts';
import { slug } from '../base/fold.ts';
import type { Lab } from '../base/lab.ts';
import type { Entry } from '../base/sink.ts';
import type { Language } from '../base/words.ts';
import { turtle } from '../write/index.ts';
import type { OutFile } from './file.ts';
import { refusal, violationsOf } from './gate.ts';
import { distributionsOf, graphFiles, written } from './graph.ts';
import { loadRecipes } from './load.ts';
import { type Findings, reportFiles } from './report.ts';
import { selfDescribed } from './statistics.ts';

/** All that a lab publishes, before it is described. */
export interface Publication {
  readonly lab: Lab;
  readonly collection: Collection;
  /** Every thing of the collection, ready to be written. */
  readonly entries: readonly Entry[];
  readonly describe: (dataset: DatasetEntity) => Entry;
  /** Date of the last change of content, `YYYY-MM-DD`. */
  readonly modified: string | undefined;
  readonly found: Findings;
}

/**
 * The files of `out/` (design.md section 5). The graph passes its shapes first: a graph that breaks one is a
 * `UserError`, and nothing is made.
 */
export async function publishLab(publication: Publication): Promise<readonly OutFile[]> {
  const { lab, entries, describe, found } = publication;
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
  const whole = statistics && describe(entity(statistics, files));
  return [
    ...files,
    { path: 'void.ttl', content: await written(turtle, whole ? [whole] : [], dataset) },
    ...loadRecipes(name, dataset),
    ...reportFiles(found, reportLanguage(lab)),
  ];
}

function described({
  lab,
  collection,
  modified,
}: Publication): Omit<DatasetEntity, 'statistics' | 'distributions'> {
  const title = lab.title ?? {
    value: reportLanguage(lab) === 'fr' ? `Publications : ${lab.name}` : `Publications: ${lab.name}`,
    lang: reportLanguage(lab),
  };
  return {
    id: 'dataset',
    base: lab.base,
    title,
    description: lab.description,
    publisher: lab.name,
    homepage: lab.homepage,
    licence: lab.licence,
    modified,
    example: collection.works[0]?.id,
    sources: collection.sources.map(({ id }) => id),
  };
}

/** The report speaks the lab's language when the program knows it. */
function reportLanguage(lab: Lab): Language {
  return lab.language.startsWith('fr') ? 'fr' : 'en';
}

import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { replaceFile } from '../base/replace-file.ts';
import {
  countLevels,
  publishLab,
  type Replaced,
  replaceFolder,
  type SourceGraph,
  withFolderBeside,
} from '../publish/index.ts';
import { bySource, type LabRun, runLab } from '../run.ts';
import { datasetEntry, entriesOf, formatRegister } from '../stages.ts';
import { type Context, tell } from './context.ts';
import { DumpThreads } from './dump-threads.ts';
import { concluded } from './outcome.ts';

/** `moisson build`: `data/` → `out/`, all of it or nothing. Gives the exit code. */
export async function build(
  folder: string,
  options: { readonly out?: string | undefined; readonly sourceGraphs?: boolean | undefined },
  context: Context,
): Promise<number> {
  // A heap may grow by half of what it holds before it is swept, instead of to four times that; two hold a large lab.
  setFlagsFromString('--heap-growing-percent=50');
  const run = await runLab(folder, context.now);
  const { collection, register, registerFile, findings } = run;
  const out = options.out ?? join(folder, 'out');
  const sourceGraphs = options.sourceGraphs ? sourceGraphsOf(run, context.now) : undefined;
  const replaced = await published(run, out, sourceGraphs);
  // After out/: IRIs that nobody has seen may be minted again, published ones may not.
  replaceFile(registerFile, formatRegister(register));

  const { error, warning, hint } = countLevels(findings);
  const { works, agents, journals } = collection;
  tell(context, {
    fr: `${works.length} œuvres, ${agents.length} agents, ${journals.length} revues → ${out} (${replaced.files} fichiers, dont ${replaced.written} écrits) ; ${error} erreurs, ${warning} à vérifier, ${hint} à savoir : ${join(out, 'report.md')}`,
    en: `${works.length} works, ${agents.length} agents, ${journals.length} journals → ${out} (${replaced.files} files, ${replaced.written} of them written); ${error} errors, ${warning} warnings, ${hint} hints: ${join(out, 'report.md')}`,
  });
  return concluded(run, context);
}

function* sourceGraphsOf(run: LabRun, now: string): Iterable<SourceGraph> {
  const { base } = run.lab;
  for (const { id, collection } of bySource(run, now))
    yield { iri: base + id, entries: entriesOf(collection, base) };
}

async function published(
  run: LabRun,
  out: string,
  sourceGraphs: Iterable<SourceGraph> | undefined,
): Promise<Replaced> {
  const { lab, collection, register, registerFile, findings, rejected } = run;
  return withFolderBeside(out, (folder) =>
    replaceFolder(out, async (place) => {
      const threads = new DumpThreads(collection);
      try {
        return await publishLab({
          lab,
          collection,
          entries: entriesOf(collection, lab.base),
          describe: datasetEntry,
          datestamps: new Map(register.map(({ id, datestamp }) => [id, datestamp])),
          data: dirname(registerFile),
          folder,
          place,
          found: { works: collection.works, findings, rejected },
          states: register,
          sourceGraphs,
          beside: (task) => threads.dump(task),
        });
      } finally {
        // Before the folders are moved or cleared away: none may be written in any more.
        await threads.close();
      }
    }),
  );
}

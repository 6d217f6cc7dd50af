import { join } from 'node:path';
import { countLevels, publishLab, replaceFile, replaceFolder } from '../publish/index.ts';
import { runLab } from '../run.ts';
import { datasetEntry, entriesOf, formatRegister } from '../stages.ts';
import { type Context, tell } from './context.ts';
import { concluded } from './outcome.ts';

/** `moisson build`: `data/` → `out/`, all of it or nothing. Gives the exit code. */
export async function build(
  folder: string,
  options: { readonly out?: string | undefined },
  context: Context,
): Promise<number> {
  const run = await runLab(folder, context.now);
  const { lab, collection, register, registerFile, findings, rejected } = run;
  const out = options.out ?? join(folder, 'out');
  const files = await publishLab({
    lab,
    collection,
    entries: entriesOf(collection, lab.base),
    describe: datasetEntry,
    modified: register
      .map(({ datestamp }) => datestamp)
      .sort()
      .at(-1)
      ?.slice(0, 10),
    found: { works: collection.works, findings, rejected },
  });
  replaceFolder(out, files);
  // After out/: IRIs that nobody has seen may be minted again, published ones may not.
  replaceFile(registerFile, formatRegister(register));

  const { error, warning, hint } = countLevels(findings);
  const { works, agents, journals } = collection;
  tell(context, {
    fr: `${works.length} œuvres, ${agents.length} agents, ${journals.length} revues → ${out} (${files.length} fichiers) ; ${error} erreurs, ${warning} à vérifier, ${hint} à savoir : ${join(out, 'report.md')}`,
    en: `${works.length} works, ${agents.length} agents, ${journals.length} journals → ${out} (${files.length} files); ${error} errors, ${warning} warnings, ${hint} hints: ${join(out, 'report.md')}`,
  });
  return concluded(run, context);
}

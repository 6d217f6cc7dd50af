import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../base/finding.ts';
import { UserError } from '../base/user-error.ts';
import { shortened } from '../base/words.ts';
import type { IdentifiedWork, Unmapped } from '../base/work.ts';
import { countLevels, reportOf } from '../publish/index.ts';
import { type Gathering, gatherInputs, runLab } from '../run.ts';
import { reconcileAlone } from '../stages.ts';
import { type Context, tell } from './context.ts';
import { explainedHtml, explainedText } from './explain.ts';
import { inputsOf } from './inputs.ts';
import { concluded, prefixed } from './outcome.ts';

/** `moisson check`: the findings of a lab's folder or of files, and nothing written. Gives the exit code. */
export async function check(
  paths: readonly string[],
  options: {
    readonly format: 'text' | 'json' | 'html';
    /** Each work with the words that its values come from. */
    readonly explain?: boolean | undefined;
    readonly from?: string | undefined;
    readonly language?: string | undefined;
  },
  context: Context,
): Promise<number> {
  const { gathering, works } = await examined(paths, options, context);
  const { findings, rejected } = gathering;
  if (options.format === 'html' && !options.explain) {
    throw new UserError({
      fr: '--format html montre ce qui a été lu : l’employer avec --explain',
      en: '--format html shows what was read: use it with --explain',
    });
  }
  if (options.explain && options.format !== 'json') {
    context.out.write(
      options.format === 'html'
        ? explainedHtml(works, context.language)
        : explainedText(works, hasColours(context)),
    );
    return concluded(gathering, context);
  }
  if (options.format === 'json') {
    const report = { ...reportOf({ works, findings, rejected }), leftovers: leftoversOf(works) };
    context.out.write(`${JSON.stringify(report, undefined, 2)}\n`);
    return concluded({ ...gathering, findings: [], rejected: [] }, context) || codeOf(gathering);
  }
  for (const each of findings)
    if (!each.corrected && each.level !== 'error') context.out.write(`${lineOf(each, context)}\n`);
  const leftovers = leftoversOf(works);
  for (const { work, path, value } of leftovers) {
    const words = shortened(typeof value === 'string' ? value : JSON.stringify(value));
    const said = {
      fr: 'gardé tel quel, sans place dans la notice',
      en: 'kept as found, no place in the record',
    };
    context.out.write(`${work}: ${said[context.language]}: ${path} = ${words}\n`);
  }
  const code = concluded(gathering, context);
  const { error, warning, hint } = countLevels(findings);
  tell(context, {
    fr: `${works.length} œuvres, ${rejected.length} notices refusées ; ${error} erreurs, ${warning} à vérifier, ${hint} à savoir, ${leftovers.length} valeurs gardées telles quelles`,
    en: `${works.length} works, ${rejected.length} records rejected; ${error} errors, ${warning} warnings, ${hint} hints, ${leftovers.length} values kept as found`,
  });
  return code;
}

/** Colours only for a person at a terminal who did not ask for none (no-color.org). */
function hasColours({ out, environment }: Context): boolean {
  return 'isTTY' in out && out.isTTY === true && !environment.NO_COLOR;
}

/** A value of a source that the record has no place for. */
interface Leftover extends Unmapped {
  readonly work: string;
}

function leftoversOf(works: readonly IdentifiedWork[]): readonly Leftover[] {
  return works.flatMap(({ id, unmapped }) => unmapped.map((each) => ({ work: id, ...each })));
}

function codeOf({ findings, rejected }: Gathering): number {
  return rejected.length > 0 || countLevels(findings).error > 0 ? 1 : 0;
}

async function examined(
  paths: readonly string[],
  { from, language }: { readonly from?: string | undefined; readonly language?: string | undefined },
  { now }: Context,
): Promise<{ readonly gathering: Gathering; readonly works: readonly IdentifiedWork[] }> {
  const [first = '.'] = paths;
  if (paths.length <= 1 && isFolder(first)) {
    const run = await runLab(first, now);
    return { gathering: run, works: run.collection.works };
  }
  const gathering = await gatherInputs(inputsOf(paths, from, language));
  const alone = gathering.records.map((record) => ({ record, work: reconcileAlone(record).works[0] }));
  const works = alone.flatMap(({ work }) => work ?? []);
  const own = alone.flatMap(({ record, work }) =>
    record.findings.map((each) => ({ ...each, work: work?.id })),
  );
  return { gathering: { ...gathering, findings: [...gathering.findings, ...own] }, works };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
    ? true
    : !existsSync(path) && existsSync(join(path, 'data'));
}

function lineOf({ level, rule, place, message, mend }: Finding, { language }: Context): string {
  const names = {
    error: { fr: 'erreur', en: 'error' },
    warning: { fr: 'à vérifier', en: 'warning' },
    hint: { fr: 'à savoir', en: 'hint' },
  };
  const where = level === 'hint' ? '' : ` → ${mend[language]}`;
  return `${prefixed(place, { fr: `${names[level].fr} : ${message.fr}`, en: `${names[level].en}: ${message.en}` })[language]} [${rule}]${where}`;
}

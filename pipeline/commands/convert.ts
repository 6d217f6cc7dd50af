import { availableParallelism } from 'node:os';
import type { Collection } from '../base/entity.ts';
import { isIri } from '../base/iri.ts';
import type { LossCounts } from '../base/losses.ts';
import { nearest } from '../base/nearest.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import { fields } from '../base/values.ts';
import type { Words } from '../base/words.ts';
import { type Converted, convert as converted } from '../convert.ts';
import { type Violation, violationsOf } from '../publish/index.ts';
import { entriesOf, type Writer, writerNamed, writers } from '../stages.ts';
import type { Sampling } from '../stream.ts';
import { type Context, tell } from './context.ts';
import { inputsOf } from './inputs.ts';
import { prefixed } from './outcome.ts';
import { progressLine } from './progress.ts';

export interface ConvertOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly output?: string | undefined;
  readonly base?: string | undefined;
  readonly language?: string | undefined;
  readonly jobs?: string | undefined;
  readonly skip?: string | undefined;
  readonly limit?: string | undefined;
  readonly distinct?: boolean | undefined;
  readonly rejects?: string | undefined;
  readonly losses?: string | undefined;
  readonly shacl?: string | undefined;
}

/** Addresses that RFC 2606 keeps for examples: nobody can take them for the lab's own. */
const exampleBase = 'https://example.org/id/';
/** What a shell gives a program that Ctrl-C ended. */
const interrupted = 130;

/** `moisson convert`: one format to another, on standard output or into a file. Gives the exit code. */
export async function convert(
  paths: readonly string[],
  options: ConvertOptions,
  context: Context,
): Promise<number> {
  const { from, output, language } = options;
  const writer = chosenWriter(options);
  const base = chosenBase(options, writer, context);
  const violations: Violation[] = [];
  let isStopped = false;
  const forget = context.onInterrupt(() => {
    isStopped = true;
  });
  const line = progressLine(context);
  try {
    const result = await converted({
      inputs: inputsOf(paths, from, language),
      writer,
      base,
      output: output === undefined || output === '-' ? context.out : output,
      jobs: whole('jobs', options.jobs, 1) ?? availableParallelism(),
      skip: whole('skip', options.skip, 0) ?? 0,
      limit: whole('limit', options.limit, 0) ?? Number.POSITIVE_INFINITY,
      distinct: chosenDistinct(options, writer),
      rejects: options.rejects,
      losses: options.losses,
      samples: (options.shacl ?? 'sample') as Sampling,
      examine: async (samples) => {
        violations.push(...(await examined(samples, base)));
      },
      onProgress: line.update,
      isStopped: () => isStopped,
    });
    line.clear();
    return told(result, violations, isStopped, options, context);
  } catch (error) {
    line.clear();
    throw writing(output ?? 'stdout', error);
  } finally {
    forget();
  }
}

async function examined(samples: readonly Collection[], base: string): Promise<readonly Violation[]> {
  return samples.length > 0 ? violationsOf(samples.flatMap((sample) => entriesOf(sample, base))) : [];
}

/** Says in one line what was done, and before it what went wrong. */
function told(
  result: Converted,
  violations: readonly Violation[],
  isStopped: boolean,
  options: ConvertOptions,
  context: Context,
): number {
  const { works, rejected, levels, shown, failures } = result;
  for (const { words } of failures) tell(context, words);
  for (const { place, reason } of shown)
    tell(
      context,
      prefixed(place, { fr: `notice refusée : ${reason.fr}`, en: `record rejected: ${reason.en}` }),
    );
  if (rejected > shown.length) {
    const more = rejected - shown.length;
    const where = options.rejects ?? '--rejects';
    tell(context, {
      fr: `… et ${more} autres notices refusées (${where})`,
      en: `… and ${more} more records rejected (${where})`,
    });
  }
  for (const { focus, path, message } of violations.slice(0, 20)) {
    const about = [focus, path].filter(Boolean).join(' ');
    tell(context, { fr: `${about} : ${message.fr}`, en: `${about}: ${message.en}` });
  }
  const counts = {
    fr: `${works} œuvres, ${rejected} notices refusées`,
    en: `${works} works, ${rejected} records rejected`,
  };
  const rest = {
    fr: ` ; ${levels.warning} à vérifier, ${levels.hint} à savoir`,
    en: `; ${levels.warning} warnings, ${levels.hint} hints`,
  };
  const lost = lossWords(result.losses);
  if (lost) tell(context, lost);
  const stop = isStopped ? { fr: 'arrêté : ', en: 'stopped: ' } : { fr: '', en: '' };
  tell(context, { fr: stop.fr + counts.fr + rest.fr, en: stop.en + counts.en + rest.en });
  if (isStopped) return interrupted;
  if (failures.length > 0) return Math.max(...failures.map(({ exit }) => exit));
  return rejected > 0 || violations.length > 0 || levels.error > 0 ? exitCode.findings : exitCode.fine;
}

/** The kinds of value that the format lost, the most frequent first. */
function lossWords(losses: LossCounts): Words | undefined {
  const kinds = fields
    .flatMap(({ name, label }) => {
      const count = losses[name];
      return count === undefined ? [] : [{ count, label }];
    })
    .sort((a, b) => b.count - a.count);
  if (kinds.length === 0) return undefined;
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const shown = kinds.slice(0, 5);
  const more = kinds.length > shown.length ? '…' : '';
  return {
    fr: `${total} valeurs que ce format ne porte pas : ${shown.map(({ count, label }) => `${label.fr} (${count})`).join(', ')}${more}`,
    en: `${total} values that this format cannot carry: ${shown.map(({ count, label }) => `${label.en} (${count})`).join(', ')}${more}`,
  };
}

function chosenBase({ base }: ConvertOptions, writer: Writer, context: Context): string {
  if (base !== undefined) {
    if (!isIri(base) || !base.endsWith('/')) throw badBase(base);
    return base;
  }
  if (writer.takes === 'graph') {
    tell(context, {
      fr: `--base n’est pas donné : les IRI commencent par ${exampleBase}`,
      en: `--base is not given: IRIs begin with ${exampleBase}`,
    });
  }
  return exampleBase;
}

function chosenDistinct({ distinct }: ConvertOptions, writer: Writer): boolean {
  if (!distinct || writer.lines) return distinct ?? false;
  const names = writers
    .filter(({ lines }) => lines)
    .map(({ name }) => name)
    .join(', ');
  throw new UserError({
    fr: `--distinct demande un format où chaque ligne est une affirmation : ${names}`,
    en: `--distinct needs a format in which each line is a statement: ${names}`,
  });
}

function whole(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  throw new UserError({
    fr: `--${name} « ${text} » : attendu un nombre entier, ${least} ou plus`,
    en: `--${name} “${text}”: expected a whole number, ${least} or more`,
  });
}

function chosenWriter({ to, output }: ConvertOptions): Writer {
  const names = writers.map(({ name }) => name);
  if (to === undefined) {
    const byName = writers.find(({ extension }) => output?.replace(/\.gz$/, '').endsWith(extension));
    if (byName) return byName;
    throw new UserError({
      fr: `--to manque ; formats connus : ${names.join(', ')}`,
      en: `--to is missing; known formats: ${names.join(', ')}`,
    });
  }
  const writer = writerNamed(to);
  if (writer) return writer;
  const near = nearest(
    to,
    writers.flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  throw new UserError({
    fr: `format « ${to} » inconnu${near ? ` ; vouliez-vous « ${near} » ?` : ' ;'} Connus : ${names.join(', ')}`,
    en: `unknown format “${to}”${near ? `; did you mean “${near}”?` : ';'} Known: ${names.join(', ')}`,
  });
}

function badBase(base: string): UserError {
  return new UserError({
    fr: `--base « ${base} » : attendu une IRI absolue qui finit par « / », comme ${exampleBase}`,
    en: `--base “${base}”: expected an absolute IRI that ends with “/”, such as ${exampleBase}`,
  });
}

function writing(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (!code || !/^E[A-Z]+$/.test(code)) return error;
  return new UserError(
    { fr: `${path} : impossible d’écrire (${code})`, en: `${path}: cannot be written (${code})` },
    exitCode.input,
  );
}

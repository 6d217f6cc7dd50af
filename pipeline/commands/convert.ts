import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { isIri } from '../base/iri.ts';
import { nearest } from '../base/nearest.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import { convert as converted } from '../run.ts';
import { type Writer, writerNamed, writers } from '../stages.ts';
import { type Context, tell } from './context.ts';
import { inputsOf } from './inputs.ts';
import { concluded } from './outcome.ts';

export interface ConvertOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly output?: string | undefined;
  readonly base?: string | undefined;
  readonly language?: string | undefined;
}

/** Addresses that RFC 2606 keeps for examples: nobody can take them for the lab's own. */
const exampleBase = 'https://example.org/id/';

/** `moisson convert`: one format to another, on standard output or into a file. Gives the exit code. */
export async function convert(
  paths: readonly string[],
  options: ConvertOptions,
  context: Context,
): Promise<number> {
  const { from, output, language } = options;
  const writer = chosenWriter(options);
  const base = options.base ?? exampleBase;
  if (!isIri(base) || !base.endsWith('/')) throw badBase(base);
  if (options.base === undefined && writer.takes === 'graph') {
    tell(context, {
      fr: `--base n’est pas donné : les IRI commencent par ${exampleBase}`,
      en: `--base is not given: IRIs begin with ${exampleBase}`,
    });
  }

  const { pieces, result } = converted(inputsOf(paths, from, language), writer, base);
  const target = output === undefined || output === '-' ? context.out : createWriteStream(output);
  try {
    await pipeline(pieces, target, { end: target !== context.out });
  } catch (error) {
    throw writing(output ?? 'stdout', error);
  }
  const { records, rejected } = result;
  tell(context, {
    fr: `${records.length} œuvres, ${rejected.length} notices refusées`,
    en: `${records.length} works, ${rejected.length} records rejected`,
  });
  return concluded(result, context);
}

function chosenWriter({ to, output }: ConvertOptions): Writer {
  const names = writers.map(({ name }) => name);
  if (to === undefined) {
    const byName = writers.find(({ extension }) => output?.endsWith(extension));
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

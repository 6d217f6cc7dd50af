import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, UserError } from '../base/user-error.ts';
import { readSource } from '../fetch/index.ts';
import { type AnswerFormat, formatAnswer, openStore, rdfFormatOf } from '../serve/index.ts';
import type { Context } from './context.ts';

/** `moisson query`: a SPARQL query over RDF files, on a store in memory. Gives the exit code. */
export async function query(
  given: string,
  files: readonly string[],
  options: { readonly format?: string | undefined },
  context: Context,
): Promise<number> {
  const sparql = given.endsWith('.rq') ? (await readSource(given)).text : given;
  const store = await openStore();
  for (const file of filesOf(files)) {
    const format = rdfFormatOf(file);
    if (!format) {
      throw new UserError({
        fr: `${file} : extension inconnue ; attendu .ttl, .nt, .nq, .trig, .rdf ou .jsonld`,
        en: `${file}: unknown extension; expected .ttl, .nt, .nq, .trig, .rdf or .jsonld`,
      });
    }
    store.load((await readSource(file)).text, format, file);
  }
  const answer = store.query(sparql);
  context.out.write(formatAnswer(answer, formatOf(options.format, answer.kind)));
  return exitCode.fine;
}

function formatOf(format: string | undefined, kind: 'select' | 'ask' | 'graph'): AnswerFormat {
  if (format === 'json' || format === 'csv' || format === 'turtle' || format === 'table') return format;
  return kind === 'graph' ? 'turtle' : 'table';
}

/** The files given; a folder stands for its N-Quads dump, and nothing stands for `out/`. */
function filesOf(paths: readonly string[]): readonly string[] {
  return (paths.length > 0 ? paths : ['out']).flatMap((path) => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
    const dumps = readdirSync(path).filter((name) => name.endsWith('.nq'));
    if (dumps.length > 0) return dumps.map((name) => join(path, name));
    throw new UserError(
      { fr: `${path} ne contient pas de fichier .nq`, en: `${path} holds no .nq file` },
      exitCode.input,
    );
  });
}

import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, UserError } from '../base/user-error.ts';
import { linesOf } from '../fetch/index.ts';
import {
  type Change,
  changesBetween,
  type DumpLines,
  named,
  patchOf,
  summaryOf,
  summaryText,
} from '../publish/index.ts';
import type { Context } from './context.ts';
import { dumpsIn } from './dump-files.ts';

export type DiffFormat = 'text' | 'json' | 'patch';

/**
 * `moisson diff`: what changed from one build to another, in words, as JSON, or as an RDF Patch that makes the new graph of
 * the old one. `before`, `after`: each a file of N-Quads or N-Triples (`.gz` or not) or a folder that a build made.
 */
export async function diff(
  before: string,
  after: string,
  format: DiffFormat,
  context: Context,
): Promise<number> {
  const [old, next] = [dumpAt(before), dumpAt(after)];
  if (nquads.test(old) !== nquads.test(next))
    throw new UserError({
      fr: `${old} et ${next} : l’un est en N-Triples, l’autre en N-Quads ; attendu le même format`,
      en: `${old} and ${next}: one is N-Triples, the other N-Quads; expected the same format`,
    });
  const changes = changesBetween(linesAt(old), linesAt(next));
  if (format === 'patch') {
    // A reader that is slower than the disk sets the pace.
    for await (const line of patchOf(changes)) if (!context.out.write(line)) await once(context.out, 'drain');
    return exitCode.fine;
  }
  context.out.write(await told(changes, [old, next], format, context));
  return exitCode.fine;
}

async function told(
  changes: AsyncIterable<Change>,
  paths: readonly string[],
  format: DiffFormat,
  { language }: Context,
): Promise<string> {
  const summary = await summaryOf(changes);
  for (const path of paths) await named(summary, linesAt(path).lines);
  return format === 'json' ? `${JSON.stringify(summary, undefined, 2)}\n` : summaryText(summary, language);
}

const nquads = /\.nq(?:\.gz)?$/;

/** The dump at a path: the file itself, or that of a lab's folder or of its `out/`. */
function dumpAt(path: string): string {
  if (!existsSync(path))
    throw new UserError(
      { fr: `${path} : ni fichier ni dossier de ce nom`, en: `${path}: no such file or folder` },
      exitCode.input,
    );
  if (!statSync(path).isDirectory()) {
    if (/\.(?:nt|nq)(?:\.gz)?$/.test(path)) return path;
    throw new UserError({
      fr: `${path} : attendu un fichier .nq, .nt, ou l’un d’eux en .gz`,
      en: `${path}: expected a file .nq, .nt, or one of them as .gz`,
    });
  }
  const [dump] = [path, join(path, 'out')].flatMap(dumpsIn);
  if (dump !== undefined) return dump;
  throw new UserError(
    {
      fr: `${path} : aucun graphe .nq dans ce dossier ; lancer d’abord moisson build`,
      en: `${path}: no graph .nq in this folder; run moisson build first`,
    },
    exitCode.input,
  );
}

function linesAt(path: string): DumpLines {
  return { name: path, lines: linesOf(path) };
}

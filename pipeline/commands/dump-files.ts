import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, UserError } from '../base/user-error.ts';

/** The files given; a folder stands for its N-Quads dump, or for that of its `out/`, and nothing stands for `out/`. */
export function dumpFiles(paths: readonly string[]): readonly string[] {
  return (paths.length > 0 ? paths : ['out']).flatMap((path) => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
    const [dumps = []] = [path, join(path, 'out')]
      .map((folder) => dumpsIn(folder).filter((file) => file.endsWith('.nq')))
      .filter(({ length }) => length > 0);
    if (dumps.length > 0) return dumps;
    throw new UserError(
      { fr: `${path} ne contient pas de fichier .nq`, en: `${path} holds no .nq file` },
      exitCode.input,
    );
  });
}

/** The files of N-Quads in a folder; one with `.gz` only where it is not there as it is. */
export function dumpsIn(folder: string): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const plain = names.filter((name) => name.endsWith('.nq'));
  const zipped = names.filter((name) => name.endsWith('.nq.gz') && !plain.includes(name.slice(0, -3)));
  return [...plain, ...zipped].map((name) => join(folder, name));
}

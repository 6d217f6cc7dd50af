import { basename, extname } from 'node:path';
import { slug } from '../base/fold.ts';
import type { Input } from '../run.ts';

/** The files of a command line as inputs; `-` is standard input. */
export function inputsOf(
  paths: readonly string[],
  format: string | undefined,
  language: string | undefined,
): readonly Input[] {
  return (paths.length > 0 ? paths : ['-']).map((path): Input => {
    const file = path === '-' ? 'stdin' : path;
    // A packed file is the same source.
    const plain = basename(file).replace(/\.gz$/i, '');
    const name = slug(basename(plain, extname(plain))) || 'source';
    return { path, shown: file, source: { name, file, format }, language };
  });
}

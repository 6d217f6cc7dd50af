import { execFileSync } from 'node:child_process';
import { cpSync, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { records } from './records.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'node_modules', '.cache', 'moisson-bench');

/** Compiles the program and the contenders, as the package carries them; gives the script of one run. */
export function build(): URL {
  rmSync(built, { recursive: true, force: true });
  mkdirSync(built, { recursive: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-p', join(root, 'bench', 'tsconfig.json')], {
    stdio: 'inherit',
  });
  // The program looks for these beside itself.
  cpSync(join(root, 'ontology'), join(built, 'ontology'), { recursive: true });
  cpSync(join(root, 'package.json'), join(built, 'package.json'));
  const assets = join('pipeline', 'publish', 'site', 'assets');
  cpSync(join(root, assets), join(built, assets), { recursive: true });
  return new URL('../node_modules/.cache/moisson-bench/bench/child.js', import.meta.url);
}

/** Writes that many records into a folder of their own, always under the same name; gives the path. */
export async function recordsFile(folder: string, count: number): Promise<string> {
  const place = join(folder, String(count));
  mkdirSync(place, { recursive: true });
  const path = join(place, 'records.jsonl');
  await pipeline(Readable.from(chunks(count), { objectMode: false }), createWriteStream(path));
  return path;
}

function* chunks(count: number): Generator<Buffer, void, undefined> {
  let text = '';
  for (const line of records(count)) {
    text += `${line}\n`;
    if (text.length < 256 * 1024) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text.length > 0) yield Buffer.from(text);
}

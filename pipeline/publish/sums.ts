import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { OutFile, ReadyFile } from './file.ts';

/**
 * `SHA256SUMS.txt`, which `sha256sum --check` reads: a line for each file that was made ready. The compressed dump has none, as
 * its bytes depend on the compressing library, and those in it are summed.
 */
export async function sumsOf(files: readonly ReadyFile[]): Promise<OutFile> {
  const lines: string[] = [];
  for (const { path, ready } of files)
    if (!path.endsWith('.gz')) lines.push(`${await sha256(ready)}  ${path}\n`);
  return { path: 'SHA256SUMS.txt', content: lines.join('') };
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20 })) hash.update(piece as Buffer);
  return hash.digest('hex');
}

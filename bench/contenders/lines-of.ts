import { closeSync, openSync, readSync } from 'node:fs';

const size = 1024 * 1024;
const newline = 10;

/** The lines of a file, read in pieces of 1 MiB: the fastest way measured. */
export function* linesOf(path: string): Generator<string, void, undefined> {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(size);
  let rest: Buffer = Buffer.alloc(0);
  for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
    const chunk = buffer.subarray(0, length);
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      const line = chunk.subarray(start, end);
      yield (rest.length > 0 ? Buffer.concat([rest, line]) : line).toString('utf8');
      rest = rest.subarray(rest.length);
      start = end + 1;
    }
    rest = Buffer.concat([rest, chunk.subarray(start)]);
  }
  closeSync(file);
  if (rest.length > 0) yield rest.toString('utf8');
}

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineSet } from './line-set.ts';

/**
 * Collects lines and gives each once, sorted by their bytes as `LC_ALL=C sort -u` does. What does not fit
 * in memory waits in sorted run files, in a folder of its own below `folder`.
 */
export class UniqueLines {
  readonly #folder: string;
  readonly #runs: string[] = [];
  #lines: LineSet | undefined;
  #home: string | undefined;

  /** `memory` is what waiting lines take, in bytes; sorting them for a run takes about as much again. */
  constructor(options: { readonly folder: string; readonly memory?: number | undefined }) {
    this.#folder = options.folder;
    this.#lines = new LineSet(Math.min(options.memory ?? usualMemory, mostMemory));
  }

  /** Adds a block of whole lines, each ended by `\n`. */
  add(block: string): void {
    const lines = this.#lines;
    if (lines === undefined) throw new Error('lines were added after the last run was written');
    if (block !== '' && !block.endsWith('\n')) throw new Error('a block of lines ends within a line');
    const bytes = Buffer.from(block);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
      if (!lines.keep(bytes, start, end)) {
        this.#writeRun(lines.take());
        lines.keep(bytes, start, end);
      }
      start = end + 1;
    }
  }

  /** Writes what is still in memory as the last run; gives the paths of all runs, each sorted and unique. */
  finish(): readonly string[] {
    const lines = this.#lines?.take() ?? [];
    this.#lines = undefined;
    if (lines.length > 0) this.#writeRun(lines);
    return this.#runs;
  }

  /** Removes the run files. */
  dispose(): void {
    this.#lines = undefined;
    if (this.#home !== undefined) rmSync(this.#home, { recursive: true, force: true });
  }

  #writeRun(lines: readonly string[]): void {
    this.#home ??= mkdtempSync(join(this.#folder, 'lines-'));
    const path = join(this.#home, String(this.#runs.length));
    this.#runs.push(path);
    const file = openSync(path, 'wx');
    try {
      for (const chunk of chunks(lines)) writeFileSync(file, chunk);
    } finally {
      closeSync(file);
    }
  }
}

/** Merges sorted unique files into one sequence of chunks of whole lines, sorted, each line once. */
export function* mergeUnique(files: readonly string[]): Generator<Buffer, undefined> {
  yield* chunks({ [Symbol.iterator]: () => inOrder(files, Buffer.allocUnsafe(pieceSize)) });
}

const MiB = 2 ** 20;
const usualMemory = 64 * MiB;
/** Above this, the lines of a run would not fit in one string. */
const mostMemory = 256 * MiB;
const chunkSize = MiB;
const pieceSize = MiB / 16;

/** The lines of all files in order: halves merged by pairs, so that a repeat is dropped at the first meeting. */
function inOrder(files: readonly string[], piece: Buffer): Iterator<string, undefined> {
  const [first, ...others] = files;
  if (first === undefined) return [].values();
  if (others.length === 0) return linesOf(first, piece);
  const half = files.length >> 1;
  return eitherOf(inOrder(files.slice(0, half), piece), inOrder(files.slice(half), piece));
}

function* eitherOf(
  left: Iterator<string, undefined>,
  right: Iterator<string, undefined>,
): Generator<string, undefined> {
  let a = left.next().value;
  let b = right.next().value;
  while (a !== undefined || b !== undefined) {
    if (a === b) b = right.next().value;
    if (b === undefined || (a !== undefined && a < b)) {
      if (a !== undefined) yield a;
      a = left.next().value;
    } else {
      yield b;
      b = right.next().value;
    }
  }
}

/** The file is opened anew for each piece: however many the runs, no limit on open files is met. */
function* linesOf(path: string, piece: Buffer): Generator<string, undefined> {
  let position = 0;
  let rest = '';
  for (;;) {
    const length = readPiece(path, piece, position);
    if (length === 0) break;
    position += length;
    const lines = (rest + piece.toString('latin1', 0, length)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function readPiece(path: string, piece: Buffer, position: number): number {
  const file = openSync(path, 'r');
  try {
    return readSync(file, piece, 0, piece.length, position);
  } finally {
    closeSync(file);
  }
}

/** Lines laid into buffers of about a mebibyte, at once, since a waiting slice would hold its whole piece. */
function* chunks(lines: Iterable<string>): Generator<Buffer, undefined> {
  let chunk = Buffer.allocUnsafe(chunkSize);
  let used = 0;
  for (const line of lines) {
    if (used + line.length + 1 > chunk.length) {
      if (used > 0) yield chunk.subarray(0, used);
      chunk = Buffer.allocUnsafe(Math.max(chunkSize, line.length + 1));
      used = 0;
    }
    used += chunk.write(line, used, 'latin1');
    used = chunk.writeUInt8(0x0a, used);
  }
  if (used > 0) yield chunk.subarray(0, used);
}

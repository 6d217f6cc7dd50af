import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** A run of whole lines of a source, such as one worker handles at a time. */
export interface Chunk {
  readonly bytes: Buffer;
  /** Offset of its first byte in the source, uncompressed. */
  readonly at: number;
  /** Bytes of the source as it is stored that were read so far, for showing progress. */
  readonly read: number;
}

/** Which part of a source is wanted, in cells of `cell` bytes; a line belongs to the cell that it begins in. */
export interface Range {
  readonly first: number;
  /** Not included. */
  readonly last: number;
}

/** Size of a cell, in bytes. Where chunks end depends on it and on the bytes alone, not on who reads them. */
export const cell = 1024 * 1024;

/** What went wrong in a compressed source; what came before has been given. */
export interface Damage {
  readonly message: string;
}

/**
 * The lines of a source in chunks of about a mebibyte: a plain file, a gzip file or standard input (`-`). A line never
 * spans two chunks, and the chunks of a source are the same whatever the range, its compression or its pace.
 */
export async function* chunksOf(
  path: string,
  range?: Range,
  onDamage: (damage: Damage) => void = () => {},
): AsyncIterable<Chunk> {
  const start = range && range.first > 0 ? range.first * cell - 1 : 0;
  const end = range ? range.last * cell : Number.POSITIVE_INFINITY;
  const buffers = unzipped(stored(path, start), onDamage);
  yield* whole(buffers, start, end);
}

/** Whether a file is gzip, by its first bytes. */
export function isGzipFile(path: string): boolean {
  const head = Buffer.alloc(2);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, 2, 0);
  } finally {
    closeSync(file);
  }
  return isGzip(head);
}

/** The text of some bytes; undefined when they are not UTF-8. */
export function utf8(bytes: Buffer): string | undefined {
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

interface Stored {
  readonly bytes: Buffer;
  readonly read: number;
}

async function* stored(path: string, start: number): AsyncIterable<Stored> {
  const stream: AsyncIterable<Buffer> =
    path === '-' ? process.stdin : createReadStream(path, { start, highWaterMark: cell });
  let read = start;
  for await (const bytes of stream) {
    read += bytes.length;
    yield { bytes, read };
  }
}

async function* unzipped(
  stream: AsyncIterable<Stored>,
  onDamage: (damage: Damage) => void,
): AsyncIterable<Stored> {
  let unzip: ReturnType<typeof unzipper> | undefined;
  let isFirst = true;
  for await (const { bytes, read } of stream) {
    if (isFirst && isGzip(bytes)) unzip = unzipper();
    isFirst = false;
    if (!unzip) {
      yield { bytes, read };
      continue;
    }
    for (const part of await unzip.write(bytes)) yield { bytes: part, read };
  }
  const damage = await unzip?.end();
  if (damage) onDamage({ message: damage.message });
}

/** A gunzip that gives at once what it has, so that nothing before a fault is lost with it. */
function unzipper(): { write(bytes: Buffer): Promise<readonly Buffer[]>; end(): Promise<Error | undefined> } {
  const stream = createGunzip();
  let ready: Buffer[] = [];
  let fault: Error | undefined;
  stream.on('data', (part: Buffer) => ready.push(part));
  stream.on('error', (error) => {
    fault = error;
  });
  return {
    async write(bytes) {
      if (!fault)
        await new Promise<void>((done) => {
          stream.once('error', () => done());
          stream.write(bytes, () => done());
        });
      const given = ready;
      ready = [];
      return given;
    },
    async end() {
      if (fault) return fault;
      await new Promise<void>((done) => {
        stream.once('error', () => done());
        stream.once('end', () => done());
        stream.end();
      });
      return fault;
    },
  };
}

/** Buffers as chunks of whole lines: a chunk ends with the first line end at or after the end of the cell it began in. */
async function* whole(buffers: AsyncIterable<Stored>, start: number, end: number): AsyncIterable<Chunk> {
  let parts: Buffer[] = [];
  let size = 0;
  let at = start;
  // A reader that begins in the middle leaves the line under way to the one before.
  let isSkipping = start > 0;
  let last = 0;

  for await (const { bytes, read } of buffers) {
    last = read;
    let from = 0;
    for (;;) {
      const limit = isSkipping ? at : (Math.floor(at / cell) + 1) * cell - 1;
      const search = Math.max(limit - at - size, 0) + from;
      const newline = search < bytes.length ? bytes.indexOf(10, search) : -1;
      if (newline < 0) break;
      const chunk = joined([...parts, bytes.subarray(from, newline + 1)]);
      if (!isSkipping) yield { bytes: chunk, at, read };
      isSkipping = false;
      at += chunk.length;
      from = newline + 1;
      parts = [];
      size = 0;
      if (at >= end) return;
    }
    if (from < bytes.length) {
      parts.push(bytes.subarray(from));
      size += bytes.length - from;
    }
  }
  if (size > 0 && !isSkipping) yield { bytes: joined(parts), at, read: last };
}

function joined(parts: readonly Buffer[]): Buffer {
  const [only] = parts;
  return parts.length === 1 && only ? only : Buffer.concat(parts);
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

import type { Origin } from './base/draft.ts';
import type { Collection } from './base/entity.ts';
import type { Level, Rejected } from './base/finding.ts';
import { type Chunk, cell, utf8 } from './fetch/index.ts';
import { Output } from './output.ts';
import { type Dataset, entriesOf, gather, type Opened, type Reader, reconcileAlone } from './stages.ts';

/** What a stream of records becomes, and where. */
export interface Task {
  readonly chunks: AsyncIterable<Chunk>;
  readonly reader: Reader;
  readonly origin: Omit<Origin, 'line'>;
  readonly opened: Opened;
  readonly takes: 'graph' | 'works';
  readonly dataset: Dataset;
  /** Records to pass over, and to take at most. */
  readonly skip: number;
  readonly limit: number;
  /** Which works are kept as samples, to be checked by their shapes. */
  readonly samples: Sampling;
  /** Whether something was written before, so that the first chunk too is joined to it. */
  readonly continues: boolean;
}

/** Where the text goes. Parts come in order; a part begins with a work's own text, never with what joins two. */
export interface Target {
  /** Bytes of one chunk's entries: the whole output, or what `entities` does not get. */
  write(bytes: Uint8Array): void | Promise<void>;
  /** Where descriptions of what works refer to go instead, when they are to be made unique. */
  readonly entities?: ((block: string) => void) | undefined;
  reject(rejected: Rejected): void;
  /** Takes the samples after each chunk; without it they stay in the tally. */
  readonly examine?: ((samples: readonly Collection[]) => Promise<void>) | undefined;
}

/** `sample`: the first work of every fourth chunk, about one in fifteen hundred. */
export type Sampling = 'all' | 'sample' | 'none';

/** What came of a stream, or of a part of it. */
export interface Tally {
  /** Records read: works and rejected ones. */
  readonly records: number;
  readonly works: number;
  readonly rejected: number;
  readonly levels: Readonly<Record<Level, number>>;
  /** Lines of the source, for numbering those of the next part. */
  readonly lines: number;
  /** Whether anything was written. */
  readonly wrote: boolean;
  readonly samples: readonly Collection[];
}

/** A record longer than this is rejected unread: 32 MiB. */
const longest = 32 * 1024 * 1024;

/**
 * Records of one source, chunk after chunk: read, tidied, checked, mapped and written without waiting inside a chunk.
 * `onChunk` is told after each one and stops the stream by answering false.
 */
export async function stream(
  task: Task,
  target: Target,
  onChunk: (done: { read: number; tally: Tally }) => boolean,
): Promise<Tally> {
  const tally = emptyTally();
  const out = new Output(task.opened.between);
  const between = Buffer.from(task.opened.between);
  let continues = task.continues;
  for await (const chunk of task.chunks) {
    handle(chunk, task, target, tally, out, wanted(task.samples, Math.floor(chunk.at / cell)));
    const bytes = out.take();
    if (bytes.length > 0) {
      // By itself, so that a chunk's own bytes do not depend on what came before it.
      if (continues && between.length > 0) await target.write(between);
      await target.write(bytes);
      continues = true;
    }
    if (target.examine && tally.samples.length > 0) await target.examine(tally.samples.splice(0));
    if (!onChunk({ read: chunk.read, tally }) || tally.records >= task.skip + task.limit) break;
  }
  return tally;
}

/** How many samples a chunk gives, by the cell it begins in, so that shards choose alike. */
function wanted(samples: Sampling, index: number): number {
  if (samples === 'all') return Number.POSITIVE_INFINITY;
  return samples === 'sample' && index % 4 === 0 ? 1 : 0;
}

type Counting = { -readonly [Key in keyof Tally]: Tally[Key] } & {
  levels: Record<Level, number>;
  samples: Collection[];
};

function emptyTally(): Counting {
  return {
    records: 0,
    works: 0,
    rejected: 0,
    levels: { error: 0, warning: 0, hint: 0 },
    lines: 0,
    wrote: false,
    samples: [],
  };
}

function handle(
  chunk: Chunk,
  task: Task,
  target: Target,
  tally: Counting,
  out: Output,
  samples: number,
): void {
  const { reader, origin } = task;
  const { text, unreadable } = textOf(chunk, tally.lines, origin);
  let wanted = samples;
  for (const each of unreadable) {
    tally.records += 1;
    tally.rejected += 1;
    target.reject(each);
  }
  const firstLine = tally.lines;
  tally.lines += count(text, '\n');

  for (const piece of reader.cut(text)) {
    if (piece.kind === 'aside') continue;
    tally.records += 1;
    if (tally.records <= task.skip || tally.records > task.skip + task.limit) continue;
    const placed = { ...piece, line: piece.line + firstLine };
    const gathered = gather(reader, placed, origin);
    if (gathered.kind === 'aside') continue;
    if (gathered.kind === 'rejected') {
      tally.rejected += 1;
      target.reject({ ...gathered.rejected, byte: chunk.at + byteOfLine(chunk.bytes, piece.line) });
      continue;
    }
    tally.works += 1;
    for (const { level } of gathered.record.findings) tally.levels[level] += 1;
    const collection = reconcileAlone(gathered.record);
    if (wanted > 0) {
      tally.samples.push(collection);
      wanted -= 1;
    }
    if (say(collection, task, out, target.entities)) tally.wrote = true;
  }
}

/** Writes the things of a record: all into `out`, or what works refer to into `entities`. Whether `out` got any. */
export function say(
  collection: Collection,
  { opened, takes, dataset }: Pick<Task, 'opened' | 'takes' | 'dataset'>,
  out: Output,
  entities: Target['entities'],
): boolean {
  let wrote = false;
  for (const entry of entriesOf(collection, dataset.base)) {
    if (takes === 'works' && !entry.work) continue;
    if (entities && !entry.work) entities(opened.one(entry));
    else {
      out.add(opened.one(entry));
      wrote = true;
    }
  }
  return wrote;
}

/** The chunk as text; lines that are too long or not UTF-8 are set aside and leave an empty line behind. */
function textOf(
  { bytes, at }: Chunk,
  line: number,
  origin: Task['origin'],
): { text: string; unreadable: readonly Rejected[] } {
  const whole = bytes.length > longest ? undefined : utf8(bytes);
  if (whole !== undefined) return { text: whole, unreadable: [] };

  const unreadable: Rejected[] = [];
  const texts: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(10, from);
    const end = newline < 0 ? bytes.length : newline;
    const own = bytes.subarray(from, end);
    const text = own.length > longest ? undefined : utf8(own);
    if (text === undefined) {
      const reason =
        own.length > longest
          ? {
              fr: `ligne de ${own.length} octets, plus que ${longest}`,
              en: `a line of ${own.length} bytes, more than ${longest}`,
            }
          : { fr: 'octets qui ne sont pas de l’UTF-8', en: 'bytes that are not UTF-8' };
      unreadable.push({
        place: { file: origin.file, line: line + texts.length + 1 },
        byte: at + from,
        source: origin.source.name,
        reason,
        text: own.toString('latin1'),
      });
    }
    texts.push(text ?? '');
    from = end + 1;
  }
  return { text: texts.map((text) => `${text}\n`).join(''), unreadable };
}

/** Where a line begins in some bytes; the first line is 1. */
function byteOfLine(bytes: Buffer, line: number): number {
  let at = 0;
  for (let passed = 1; passed < line; passed += 1) at = bytes.indexOf(10, at) + 1;
  return at;
}

function count(text: string, character: string): number {
  let number = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) number += 1;
  return number;
}

import type { Origin } from './base/draft.ts';
import type { Collection } from './base/entity.ts';
import type { Level, Rejected } from './base/finding.ts';
import { type Carrying, type LossCounts, type LossyRecord, lossesBy } from './base/losses.ts';
import type { FieldName } from './base/values.ts';
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
  /** What the output format can say of a work. */
  readonly carries: Carrying;
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
  /** Told of each record of which something is lost. */
  readonly lose?: ((record: LossyRecord) => void) | undefined;
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
  /** Values that the output format could not carry. */
  readonly losses: LossCounts;
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
  const lossesOf = lossesBy(task.carries);
  const out = new Output(task.opened.between);
  const between = Buffer.from(task.opened.between);
  let continues = task.continues;
  for await (const chunk of task.chunks) {
    handle(chunk, task, lossesOf, target, tally, out, wanted(task.samples, Math.floor(chunk.at / cell)));
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
  losses: Partial<Record<FieldName, number>>;
  samples: Collection[];
};

function emptyTally(): Counting {
  return {
    records: 0,
    works: 0,
    rejected: 0,
    levels: { error: 0, warning: 0, hint: 0 },
    losses: {},
    lines: 0,
    wrote: false,
    samples: [],
  };
}

function handle(
  chunk: Chunk,
  task: Task,
  lossesOf: ReturnType<typeof lossesBy>,
  target: Target,
  tally: Counting,
  out: Output,
  samples: number,
): void {
  const { bytes, at } = chunk;
  const { reader, origin } = task;
  let wanted = samples;
  // Line by line from the bytes: one character beyond Latin-1 would make the text of the whole chunk twice as wide.
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(lineEnd, from);
    const to = newline < 0 ? bytes.length : newline;
    const byte = at + from;
    tally.lines += 1;
    const line = tally.lines;
    const own = bytes.subarray(from, to);
    from = to + 1;
    const text = own.length > longest ? undefined : utf8(own);
    if (text === undefined) {
      tally.records += 1;
      tally.rejected += 1;
      target.reject(unreadable(own, { file: origin.file, line }, byte, origin));
      continue;
    }
    for (const { kind, text: record } of reader.cut(text)) {
      if (kind === 'aside') continue;
      tally.records += 1;
      if (tally.records <= task.skip || tally.records > task.skip + task.limit) continue;
      const gathered = gather(reader, { kind, text: record, line }, origin);
      if (gathered.kind === 'aside') continue;
      if (gathered.kind === 'rejected') {
        tally.rejected += 1;
        target.reject({ ...gathered.rejected, byte });
        continue;
      }
      tally.works += 1;
      for (const { level } of gathered.record.findings) tally.levels[level] += 1;
      const collection = reconcileAlone(gathered.record);
      for (const work of collection.works) {
        const losses = lossesOf(work);
        if (losses.length === 0) continue;
        for (const { field } of losses) tally.losses[field] = (tally.losses[field] ?? 0) + 1;
        target.lose?.({ place: { file: origin.file, line }, work: work.id, losses });
      }
      if (wanted > 0) {
        tally.samples.push(collection);
        wanted -= 1;
      }
      if (say(collection, task, out, target.entities)) tally.wrote = true;
    }
  }
}

const lineEnd = 0x0a;

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

/** A line that is too long, or not UTF-8: it is kept byte for byte. */
function unreadable(bytes: Buffer, place: Rejected['place'], byte: number, origin: Task['origin']): Rejected {
  const reason =
    bytes.length > longest
      ? {
          fr: `ligne de ${bytes.length} octets, plus que ${longest}`,
          en: `a line of ${bytes.length} bytes, more than ${longest}`,
        }
      : { fr: 'octets qui ne sont pas de l’UTF-8', en: 'bytes that are not UTF-8' };
  return { place, byte, source: origin.source.name, reason, text: bytes.toString('latin1') };
}

import { closeSync, openSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Source } from './base/work.ts';
import { cell, chunksOf, type Range } from './fetch/index.ts';
import { fileTarget } from './output.ts';
import { carriesOf, openedFor, readerNamed, UniqueLines, writerNamed } from './stages.ts';
import { type Sampling, stream, type Tally } from './stream.ts';

/** What one thread does: the records that begin in its cells of one plain file, into a shard of its own. */
export interface Shard {
  readonly path: string;
  readonly shown: string;
  readonly source: Source;
  readonly language: string | undefined;
  readonly reader: string;
  readonly writer: string;
  readonly base: string;
  readonly range: Range;
  readonly samples: Sampling;
  /** Path of the shard, and of the rejected records, whose lines count from the shard's own beginning. */
  readonly output: string;
  readonly isGzip: boolean;
  readonly rejects: string;
  /** Path of the records of which something is lost, if they are wanted. */
  readonly losses: string | undefined;
  /** Folder for the runs of what is to be made unique. */
  readonly distinct: string | undefined;
  /** Not zero when the run is to stop. */
  readonly stop: SharedArrayBuffer;
}

export type Message =
  | { readonly kind: 'progress'; readonly read: number; readonly records: number; readonly rejected: number }
  | { readonly kind: 'done'; readonly tally: Tally; readonly runs: readonly string[] };

async function run(shard: Shard): Promise<Message> {
  const [reader, writer] = [readerNamed(shard.reader), writerNamed(shard.writer)];
  if (!reader || !writer) throw new Error(`no format ${shard.reader} or ${shard.writer}`);
  const dataset = { base: shard.base, graph: `${shard.base}dataset` };
  const stop = new Int32Array(shard.stop);
  const output = fileTarget(shard.output, shard.isGzip);
  const rejects = openSync(shard.rejects, 'w');
  const losses = shard.losses === undefined ? undefined : openSync(shard.losses, 'w');
  const unique = shard.distinct === undefined ? undefined : new UniqueLines({ folder: shard.distinct });

  const tally = await stream(
    {
      chunks: chunksOf(shard.path, shard.range),
      reader,
      origin: { source: shard.source, file: shard.shown, language: shard.language },
      opened: await openedFor(writer, dataset),
      takes: writer.takes,
      dataset,
      skip: 0,
      limit: Number.POSITIVE_INFINITY,
      samples: shard.samples,
      carries: carriesOf(writer),
      continues: false,
    },
    {
      write: output.write,
      entities: unique && ((block) => unique.add(block)),
      reject: (rejected) => writeSync(rejects, `${JSON.stringify(rejected)}\n`),
      lose: losses === undefined ? undefined : (record) => writeSync(losses, `${JSON.stringify(record)}\n`),
    },
    ({ read, tally: { records, rejected } }) => {
      parentPort?.postMessage({
        kind: 'progress',
        read: read - shard.range.first * cell,
        records,
        rejected,
      } satisfies Message);
      return Atomics.load(stop, 0) === 0;
    },
  );
  output.close();
  closeSync(rejects);
  if (losses !== undefined) closeSync(losses);
  return { kind: 'done', tally, runs: unique?.finish() ?? [] };
}

parentPort?.postMessage(await run(workerData as Shard));

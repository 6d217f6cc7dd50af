import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Collection } from './base/entity.ts';
import type { Level, Rejected } from './base/finding.ts';
import { addedUp, counted, type LossCounts, type LossyRecord, lossesBy } from './base/losses.ts';
import { exitCode, UserError } from './base/user-error.ts';
import {
  type Chunk,
  cell,
  chunksOf,
  type Damage,
  type Fetched,
  fetched,
  isGzipFile,
  largest,
  type Range,
  readSource,
  tooLarge,
  utf8,
} from './fetch/index.ts';
import { fileTarget, Output, type Sinking, streamTarget } from './output.ts';
import { chooseReader, gatherText, type Input, sourceOf } from './run.ts';
import {
  type Finished,
  inThread,
  lossesOf,
  outputOf,
  planned,
  ranges,
  rejectsOf,
  type Shard,
} from './shards.ts';
import {
  carriesOf,
  type Dataset,
  mergeUnique,
  type Opened,
  openedFor,
  type Reader,
  reconcileAlone,
  UniqueLines,
  type Writer,
} from './stages.ts';
import { type Sampling, say, stream, type Tally } from './stream.ts';

/** A conversion of any size. */
export interface Conversion {
  readonly inputs: readonly Input[];
  readonly writer: Writer;
  readonly base: string;
  /** A file, or a stream for standard output. */
  readonly output: string | NodeJS.WritableStream;
  readonly jobs: number;
  readonly skip: number;
  readonly limit: number;
  /** Whether what works refer to is described once, after all works. */
  readonly distinct: boolean;
  /** File that keeps every rejected record whole. */
  readonly rejects?: string | undefined;
  /** File that says, record by record, which values the format could not carry. */
  readonly losses?: string | undefined;
  readonly samples: Sampling;
  /** Checks samples by their shapes. */
  readonly examine: (samples: readonly Collection[]) => Promise<void>;
  readonly onProgress: (progress: Progress) => void;
  /** Asked between chunks. */
  readonly isStopped: () => boolean;
}

export interface Progress {
  readonly read: number;
  /** Bytes of all inputs as they are stored; undefined when one of them is a pipe. */
  readonly total: number | undefined;
  readonly records: number;
  readonly rejected: number;
}

export interface Converted {
  readonly records: number;
  readonly works: number;
  readonly rejected: number;
  readonly levels: Readonly<Record<Level, number>>;
  /** Values that the format could not carry. */
  readonly losses: LossCounts;
  /** The first rejected records, for the terminal. */
  readonly shown: readonly Rejected[];
  readonly failures: readonly UserError[];
}

/** What was done so far: bytes of the source, records, records rejected. */
interface Done {
  readonly read: number;
  readonly records: number;
  readonly rejected: number;
}

const nothingDone: Done = { read: 0, records: 0, rejected: 0 };

function sum(a: Done, b: Done): Done {
  return { read: a.read + b.read, records: a.records + b.records, rejected: a.rejected + b.rejected };
}

/** How many rejected records a terminal is told of one by one. */
const shownRejects = 20;

/** Converts records without holding more than a chunk of them; the bytes are the same for any number of jobs. */
export async function convert(conversion: Conversion): Promise<Converted> {
  refuseOverwriting(conversion);
  const run = new Run(conversion);
  try {
    for (const input of conversion.inputs) await run.take(input);
    await run.end();
    return run.result();
  } finally {
    run.dispose();
  }
}

/** An output is emptied before its inputs are read: one that is an input would be lost. */
function refuseOverwriting({ inputs, output, rejects, losses }: Conversion): void {
  const real = (path: string) => (existsSync(path) ? realpathSync(path) : path);
  const read = new Set(inputs.map(({ path }) => real(path)));
  for (const path of [output, rejects, losses]) {
    if (typeof path !== 'string' || !read.has(real(path))) continue;
    throw new UserError({
      fr: `${path} est aussi une entrée, que la sortie effacerait ; choisir un autre fichier`,
      en: `${path} is an input too, which the output would erase; choose another file`,
    });
  }
}

/** One run of a conversion: what it opens, it closes. */
class Run {
  readonly #conversion: Conversion;
  readonly #dataset: Dataset;
  readonly #folder: string;
  readonly #total: number | undefined;
  readonly #isGzip: boolean;
  #target: Sinking | undefined;
  readonly #rejects: number | undefined;
  readonly #losses: number | undefined;
  #lost: LossCounts = {};
  readonly #unique: UniqueLines | undefined;
  readonly #runs: string[] = [];
  readonly #shown: Rejected[] = [];
  readonly #failures: UserError[] = [];
  readonly #levels: Record<Level, number> = { error: 0, warning: 0, hint: 0 };
  #opened: Opened | undefined;
  #wrote = false;
  #read = 0;
  #records = 0;
  #works = 0;
  #rejected = 0;

  constructor(conversion: Conversion) {
    const { output, rejects, losses, base, distinct, inputs } = conversion;
    this.#conversion = conversion;
    this.#dataset = { base, graph: `${base}dataset` };
    this.#isGzip = typeof output === 'string' && output.endsWith('.gz');
    this.#rejects = rejects === undefined ? undefined : openSync(rejects, 'w');
    this.#losses = losses === undefined ? undefined : openSync(losses, 'w');
    // Beside the output, which has room for it, rather than in a small /tmp.
    this.#folder = mkdtempSync(join(typeof output === 'string' ? dirname(output) : tmpdir(), '.moisson-'));
    this.#unique = distinct ? new UniqueLines({ folder: this.#folder }) : undefined;
    const sizes = inputs.map(({ path }) =>
      path !== '-' && existsSync(path) ? statSync(path).size : Number.NaN,
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    this.#total = Number.isNaN(total) ? undefined : total;
  }

  async take(input: Input): Promise<void> {
    try {
      const { path } = input;
      const isFile = path !== '-' && existsSync(path) && statSync(path).isFile();
      if (isFile && !isGzipFile(path)) await this.#takeFile(input);
      else if (path === '-' || isFile)
        await this.#takeChunks(input, (onDamage) => chunksOf(path, undefined, onDamage));
      // Says why the path cannot be read.
      else await readSource(path);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#failures.push(error);
    }
  }

  async end(): Promise<void> {
    if (this.#unique) {
      for (const bytes of mergeUnique([...this.#runs, ...this.#unique.finish()]))
        await (await this.#begun()).write(bytes);
    }
    // Where no input could be had, nothing is written, and what the output held before stays.
    if (this.#failures.length < this.#conversion.inputs.length) await this.#begun();
    if (this.#target) await this.#write(this.#opened?.tail ?? '');
  }

  result(): Converted {
    return {
      records: this.#records,
      works: this.#works,
      rejected: this.#rejected,
      levels: this.#levels,
      losses: this.#lost,
      shown: this.#shown,
      failures: this.#failures,
    };
  }

  dispose(): void {
    this.#target?.close();
    for (const file of [this.#rejects, this.#losses]) if (file !== undefined) closeSync(file);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #takeFile(input: Input): Promise<void> {
    const head = headOf(input.path);
    // A workbook has no lines: its cells are read whole.
    if (isArchive(head) || (head.trim() === '' && statSync(input.path).size <= cell)) {
      await this.#takeWhole(input, await readSource(input.path));
      return;
    }
    const reader = chooseReader(input.source.format, head, input.shown);
    const cells = Math.ceil(statSync(input.path).size / cell);
    const { jobs, skip, limit, samples } = this.#conversion;
    // What counts records from the beginning, or checks each of them by shape, is the work of one thread.
    const isWhole = skip === 0 && limit === Number.POSITIVE_INFINITY && samples !== 'all';
    if (!reader.lines?.(head)) await this.#takeWhole(input, await readSource(input.path));
    else await this.#takeShares(input, reader, ranges(isWhole ? jobs : 1, cells));
  }

  /** Chunks whose beginning tells the format: lines are streamed, anything else is read whole. */
  async #takeChunks(
    input: Input,
    open: (onDamage: (damage: Damage) => void) => AsyncIterable<Chunk>,
  ): Promise<void> {
    const damages: Damage[] = [];
    const chunks = open((damage) => damages.push(damage))[Symbol.asyncIterator]();
    const first = await chunks.next();
    const head = first.done
      ? ''
      : (utf8(first.value.bytes) ?? first.value.bytes.toString('latin1')).slice(0, 65_536);
    const rest: AsyncIterable<Chunk> = {
      async *[Symbol.asyncIterator]() {
        if (!first.done) yield first.value;
        for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
      },
    };
    const reader =
      head.trim() === '' || isArchive(head)
        ? undefined
        : chooseReader(input.source.format, head, input.shown);
    if (reader?.lines?.(head)) await this.#stream(input, reader, rest);
    else await this.#takeWhole(input, await fetched(await collected(rest, input.shown), input.shown));
    for (const damage of damages) this.#reject(truncated(input, damage));
  }

  async #takeWhole(input: Input, text: Fetched): Promise<void> {
    const gathering = gatherText(input, text);
    const { writer, skip, limit, samples, examine } = this.#conversion;
    const lossesOf = lossesBy(carriesOf(writer));
    for (const rejected of gathering.rejected) this.#reject(rejected);
    for (const { level } of gathering.findings) this.#levels[level] += 1;
    for (const each of gathering.findings) {
      if (each.level === 'error')
        this.#failures.push(
          new UserError(
            { fr: `${input.shown} : ${each.message.fr}`, en: `${input.shown}: ${each.message.en}` },
            exitCode.findings,
          ),
        );
    }
    this.#opened ??= await openedFor(writer, this.#dataset);
    const opened = this.#opened;
    const out = new Output(opened.between);
    const entities = this.#unique && ((block: string) => this.#unique?.add(block));
    for (const record of gathering.records.slice(skip, skip + limit)) {
      this.#records += 1;
      this.#works += 1;
      for (const { level } of record.findings) this.#levels[level] += 1;
      const collection = reconcileAlone(record);
      for (const work of collection.works) {
        const lost = lossesOf(work);
        this.#lost = addedUp(this.#lost, counted(lost));
        if (lost.length > 0) this.#lose({ place: record.place, work: work.id, losses: lost });
      }
      if (samples === 'all' || (samples === 'sample' && this.#works === 1)) await examine([collection]);
      say(collection, { opened, takes: writer.takes, dataset: this.#dataset }, out, entities);
      if (out.length >= cell) await this.#flush(out, opened.between);
    }
    await this.#flush(out, opened.between);
  }

  async #flush(out: Output, between: string): Promise<void> {
    if (out.length === 0) return;
    if (this.#wrote) await this.#write(between);
    await (await this.#begun()).write(out.take());
    this.#wrote = true;
  }

  /** `others`: what other threads have done of the same input so far. */
  async #stream(
    input: Input,
    reader: Reader,
    chunks: AsyncIterable<Chunk>,
    others: () => Done = () => nothingDone,
  ): Promise<Tally> {
    const { writer, skip, limit, samples, isStopped } = this.#conversion;
    const before = { read: this.#read, records: this.#records, rejected: this.#rejected };
    this.#opened ??= await openedFor(writer, this.#dataset);
    const tally = await stream(
      {
        chunks,
        reader,
        origin: { source: sourceOf(input.source, reader), file: input.shown, language: input.language },
        opened: this.#opened,
        takes: writer.takes,
        dataset: this.#dataset,
        skip,
        limit,
        samples,
        carries: carriesOf(writer),
        continues: this.#wrote,
      },
      {
        write: async (bytes) => (await this.#begun()).write(bytes),
        entities: this.#unique && ((block) => this.#unique?.add(block)),
        reject: (rejected) => this.#keep(rejected),
        lose: this.#losses === undefined ? undefined : (record) => this.#lose(record),
        examine: this.#conversion.examine,
      },
      ({ read, tally: { records, rejected } }) => {
        const more = others();
        this.#read = before.read + read + more.read;
        this.#report(before.records + records + more.records, before.rejected + rejected + more.rejected);
        return !isStopped();
      },
    );
    this.#add(tally);
    return tally;
  }

  /** The first share here, the others in threads of their own; their shards are laid behind it in order. */
  async #takeShares(input: Input, reader: Reader, [own, ...others]: readonly Range[]): Promise<void> {
    const { writer, base, samples, distinct } = this.#conversion;
    const stop = new SharedArrayBuffer(4);
    const shards = planned(others, this.#folder, {
      path: input.path,
      shown: input.shown,
      source: sourceOf(input.source, reader),
      language: input.language,
      reader: reader.name,
      writer: writer.name,
      base,
      samples,
      isGzip: this.#isGzip,
      isDistinct: distinct,
      keepsLosses: this.#losses !== undefined,
      stop,
    });
    const before = { read: this.#read, records: this.#records, rejected: this.#rejected };
    const states: Done[] = [];
    const more = () => states.reduce(sum, nothingDone);
    const threads = Promise.all(
      shards.map((shard, index) =>
        inThread(shard, (state) => {
          states[index] = state;
          if (this.#conversion.isStopped()) Atomics.store(new Int32Array(stop), 0, 1);
        }),
      ),
    );
    const [tally, done] = await Promise.all([
      this.#stream(input, reader, chunksOf(input.path, own), more),
      threads,
    ]);
    await this.#layShards(shards, done, tally.lines);
    this.#read = before.read + statSync(input.path).size;
  }

  async #layShards(shards: readonly Shard[], done: readonly Finished[], before: number): Promise<void> {
    let lines = before;
    for (const [index, { tally, runs }] of done.entries()) {
      const shard = shards[index];
      if (!shard) continue;
      if (this.#wrote && tally.wrote) await this.#write(this.#opened?.between ?? '');
      for await (const bytes of outputOf(shard)) await (await this.#begun()).append(bytes);
      for await (const rejected of rejectsOf(shard, lines)) this.#keep(rejected);
      for await (const record of lossesOf(shard, lines)) this.#lose(record);
      await this.#conversion.examine(tally.samples);
      this.#add(tally);
      this.#runs.push(...runs);
      lines += tally.lines;
      rmSync(shard.output);
    }
  }

  /** The output, opened and begun when the first text is there: until then, an older output is left alone. */
  async #begun(): Promise<Sinking> {
    if (this.#target) return this.#target;
    const { output, writer } = this.#conversion;
    this.#opened ??= await openedFor(writer, this.#dataset);
    const target = typeof output === 'string' ? fileTarget(output, this.#isGzip) : streamTarget(output);
    this.#target = target;
    await this.#write(this.#opened.head);
    return target;
  }

  #add(tally: Tally): void {
    this.#records += tally.records;
    this.#works += tally.works;
    this.#rejected += tally.rejected;
    this.#wrote ||= tally.wrote;
    this.#lost = addedUp(this.#lost, tally.losses);
    for (const level of ['error', 'warning', 'hint'] as const) this.#levels[level] += tally.levels[level];
  }

  #reject(rejected: Rejected): void {
    this.#records += 1;
    this.#rejected += 1;
    this.#keep(rejected);
  }

  #keep(rejected: Rejected): void {
    if (this.#shown.length < shownRejects) this.#shown.push({ ...rejected, text: '' });
    if (this.#rejects === undefined) return;
    const { place, ...rest } = rejected;
    writeSync(this.#rejects, `${JSON.stringify({ ...place, ...rest })}\n`);
  }

  #lose({ place, work, losses }: LossyRecord): void {
    if (this.#losses === undefined) return;
    writeSync(this.#losses, `${JSON.stringify({ ...place, work, losses })}\n`);
  }

  #report(records: number, rejected: number): void {
    this.#conversion.onProgress({ read: this.#read, total: this.#total, records, rejected });
  }

  async #write(text: string): Promise<void> {
    if (text !== '') await (await this.#begun()).write(Buffer.from(text));
  }
}

/** Whether a file that begins so is a ZIP archive (APPNOTE 4.3.7), as a workbook is. */
function isArchive(head: string): boolean {
  return head.startsWith('PK\u0003\u0004');
}

async function collected(chunks: AsyncIterable<Chunk>, shown: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const { bytes } of chunks) {
    size += bytes.length;
    if (size > largest) throw tooLarge(shown);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function headOf(path: string): string {
  const head = Buffer.alloc(65_536);
  const file = openSync(path, 'r');
  try {
    return head.subarray(0, readSync(file, head, 0, head.length, 0)).toString('utf8');
  } finally {
    closeSync(file);
  }
}

function truncated(input: Input, { message }: Damage): Rejected {
  return {
    place: { file: input.shown },
    source: input.source.name,
    reason: {
      fr: `archive gzip abîmée ou tronquée (${message}) ; ce qui précède a été lu`,
      en: `damaged or truncated gzip (${message}); what came before was read`,
    },
    text: '',
  };
}

import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Distribution } from '../base/entity.ts';
import type { Entry } from '../base/sink.ts';
import {
  type Dataset,
  inGraph,
  mergeUnique,
  nquads,
  ntriples,
  type Opened,
  openedFor,
  UniqueLines,
  type Writer,
  writers,
} from '../write/index.ts';

/** What reference managers and scripts take, beside the graph (design.md section 5). */
const ofWorks: ReadonlySet<string> = new Set(['ndjson', 'bibtex', 'ris', 'csl']);
// One JSON-LD document of a lab is enough: lines of it are for streams.
const formats = writers.filter(({ name, takes }) =>
  takes === 'graph' ? name !== 'jsonld-lines' : ofWorks.has(name),
);

/** More entries than this are a stream: nobody reads them from end to end, and sorting them has its price. */
const mostRead = 5000;

/** What the files of a graph are written from, and where to. */
export interface Files {
  /** `<name>.ttl`, `<name>.bib`… */
  readonly name: string;
  readonly dataset: Dataset;
  /** An empty folder. */
  readonly folder: string;
}

/**
 * Writes the entries as a graph in every syntax, and as records, and the dump `<name>.nq.gz`; one entry after the other,
 * so that none of the files is ever in memory. Gives how the description of the dataset names them.
 */
export async function writeGraph(
  entries: readonly Entry[],
  { name, dataset, folder }: Files,
): Promise<readonly Distribution[]> {
  const files: Distribution[] = [];
  for (const writer of formats) {
    const file = name + writer.extension;
    if (writer === nquads) {
      const triples = join(folder, name + ntriples.extension);
      write(join(folder, file), inGraph(piecesOf(triples), dataset.graph));
    } else {
      const isStream = entries.length > mostRead && !writer.lines;
      const opened = isStream ? await openedFor(writer, dataset) : await writer.open(dataset);
      write(join(folder, file), textOf(writer, opened, entries, folder));
    }
    files.push(distribution(writer, file, statSync(join(folder, file)).size));
    if (writer !== nquads) continue;
    await pipeline(
      createReadStream(join(folder, file)),
      createGzip(),
      createWriteStream(join(folder, `${file}.gz`)),
    );
  }
  return [...files, distribution(nquads, `${name}${nquads.extension}.gz`, undefined)];
}

/** All entries in one text, for a small graph. */
export async function written(writer: Writer, entries: readonly Entry[], dataset: Dataset): Promise<string> {
  return [...laid(await writer.open(dataset), entries)].join('');
}

/** Statement lines are sorted and unique, as `LC_ALL=C sort -u` would make them. */
function textOf(
  writer: Writer,
  opened: Opened,
  entries: readonly Entry[],
  folder: string,
): Iterable<string | Uint8Array> {
  const taken = writer.takes === 'works' ? entries.filter(({ work }) => work) : entries;
  return writer.lines ? sortedLines(opened, taken, folder) : laid(opened, taken);
}

function* laid({ head, one, between, tail }: Opened, entries: readonly Entry[]): Iterable<string> {
  yield head;
  for (const [index, entry] of entries.entries()) yield index === 0 ? one(entry) : between + one(entry);
  yield tail;
}

function* sortedLines({ one }: Opened, entries: readonly Entry[], folder: string): Iterable<Uint8Array> {
  const unique = new UniqueLines({ folder, memory: linesInMemory });
  try {
    for (const entry of entries) unique.add(one(entry));
    yield* mergeUnique(unique.finish());
  } finally {
    unique.dispose();
  }
}

const linesInMemory = 32 * 2 ** 20;
const pieceLength = 2 ** 18;

function* piecesOf(path: string): Iterable<Buffer> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(pieceLength);
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece))
      yield piece.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** Writes a text piece by piece; small pieces go together. */
function write(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'wx');
  try {
    let waiting = '';
    const flush = () => {
      if (waiting !== '') writeAll(file, Buffer.from(waiting));
      waiting = '';
    };
    for (const piece of pieces) {
      if (typeof piece === 'string') waiting += piece;
      if (typeof piece !== 'string' || waiting.length > pieceLength) flush();
      if (typeof piece !== 'string') writeAll(file, piece);
    }
    flush();
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

function distribution({ mediaType }: Writer, file: string, bytes: number | undefined): Distribution {
  // The bytes of a compressed file depend on the compressing library, not on the data.
  const compressed = bytes === undefined;
  return { file, mediaType: mediaType.split(';')[0] ?? mediaType, compressed, bytes };
}

import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Distribution } from '../base/entity.ts';
import type { Entry } from '../base/sink.ts';
import {
  blocksInGraph,
  type Dataset,
  inGraph,
  mergeUnique,
  nquads,
  ntriples,
  type Opened,
  trig,
  turtle,
  UniqueLines,
  type Writer,
  writers,
} from '../write/index.ts';
import type { Openings } from './openings.ts';
import { piecesOf, TextFile, writeText } from './text-file.ts';

/** What reference managers and scripts take, beside the graph (design.md section 5). */
const ofWorks: ReadonlySet<string> = new Set(['ndjson', 'bibtex', 'ris', 'csl']);
// One JSON-LD document of a lab is enough: lines of it are for streams.
const formats = writers.filter(({ name, takes }) =>
  takes === 'graph' ? name !== 'jsonld-lines' : ofWorks.has(name),
);

/** More entries than this are a stream: nobody reads them from end to end, and sorting them has its price. */
const mostRead = 500;

/** What the files of a graph are written from, and where to. */
export interface Files {
  /** `<name>.ttl`, `<name>.bib`… */
  readonly name: string;
  readonly dataset: Dataset;
  /** An empty folder. */
  readonly folder: string;
}

/**
 * A graph while it is written, in every syntax and as records: each entry goes to all files at once, so that it has to be
 * looked at only once and none of the files is ever in memory.
 */
export class GraphFiles {
  readonly #place: Files;
  readonly #growing: readonly Growing[];
  /** How a format is made from the whole file of another. */
  readonly #made: ReadonlyMap<Writer, () => void>;

  private constructor(place: Files, growing: readonly Growing[], made: ReadonlyMap<Writer, () => void>) {
    this.#place = place;
    this.#growing = growing;
    this.#made = made;
  }

  /** Begins the files of a graph of so many entries. */
  static async open(place: Files, entries: number, openings: Openings): Promise<GraphFiles> {
    const { dataset, folder } = place;
    const isStream = entries > mostRead;
    const path = (writer: Writer) => join(folder, place.name + writer.extension);
    const made = new Map([
      [nquads, () => writeText(path(nquads), inGraph(piecesOf(path(ntriples)), dataset.graph))],
    ]);
    if (isStream)
      made.set(trig, () => writeText(path(trig), blocksInGraph(piecesOf(path(turtle)), dataset.graph)));

    const opened: (readonly [Writer, Opened])[] = [];
    for (const writer of formats)
      if (!made.has(writer))
        opened.push([writer, isStream ? await openings.direct(writer) : await openings.whole(writer)]);
    const growing: Growing[] = [];
    try {
      for (const [writer, parts] of opened) growing.push(growingFile(writer, parts, path(writer)));
    } catch (error) {
      for (const file of growing) file.close();
      throw error;
    }
    return new GraphFiles(place, growing, made);
  }

  add(entry: Entry): void {
    for (const file of this.#growing) if (entry.work || file.writer.takes === 'graph') file.add(entry);
  }

  /** Writes what waits, and the dump `<name>.nq.gz`. Gives how the description of the dataset names the files. */
  async finish(): Promise<readonly Distribution[]> {
    const { name, folder } = this.#place;
    for (const file of this.#growing) file.finish();
    const files = formats.map((writer) => {
      this.#made.get(writer)?.();
      const file = name + writer.extension;
      return distribution(writer, file, statSync(join(folder, file)).size);
    });
    const dump = `${name}${nquads.extension}.gz`;
    await pipeline(
      createReadStream(join(folder, name + nquads.extension)),
      createGzip(),
      createWriteStream(join(folder, dump)),
    );
    return [...files, distribution(nquads, dump, undefined)];
  }

  close(): void {
    for (const file of this.#growing) file.close();
  }
}

/** All entries in one text, for a small graph. */
export async function written(writer: Writer, entries: readonly Entry[], dataset: Dataset): Promise<string> {
  const { head, one, between, tail } = await writer.open(dataset);
  return head + entries.map(one).join(between) + tail;
}

/** The file of one format. */
interface Growing {
  readonly writer: Writer;
  add(entry: Entry): void;
  finish(): void;
  close(): void;
}

function growingFile(writer: Writer, opened: Opened, path: string): Growing {
  const file = new TextFile(path);
  const parts = writer.lines ? sortedLines(opened, file) : oneAfterAnother(opened, file);
  return { writer, ...parts };
}

function oneAfterAnother({ head, one, between, tail }: Opened, file: TextFile): Omit<Growing, 'writer'> {
  file.add(head);
  let isFirst = true;
  return {
    add: (entry) => {
      if (!isFirst) file.add(between);
      file.add(one(entry));
      isFirst = false;
    },
    finish: () => {
      file.add(tail);
      file.end();
    },
    close: () => file.close(),
  };
}

/** Statement lines are sorted and unique, as `LC_ALL=C sort -u` would make them. */
function sortedLines({ one }: Opened, file: TextFile): Omit<Growing, 'writer'> {
  const unique = new UniqueLines({ folder: dirname(file.path), memory: linesInMemory });
  return {
    add: (entry) => unique.add(one(entry)),
    finish: () => {
      for (const piece of mergeUnique(unique.finish())) file.add(piece);
      file.end();
    },
    close: () => {
      unique.dispose();
      file.close();
    },
  };
}

const linesInMemory = 32 * 2 ** 20;

function distribution({ mediaType }: Writer, file: string, bytes: number | undefined): Distribution {
  // The bytes of a compressed file depend on the compressing library, not on the data.
  const compressed = bytes === undefined;
  return { file, mediaType: mediaType.split(';')[0] ?? mediaType, compressed, bytes };
}

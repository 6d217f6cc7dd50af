import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutFile, ReadyFile } from './file.ts';
import { bytesOf, writeFile } from './text-file.ts';

/** A folder, and the one beside it that is being built to replace it; it can be sent to a thread. */
export interface Place {
  readonly folder: string;
  readonly building: string;
}

/** What a share came to. */
export interface Laid {
  readonly paths: readonly string[];
  /** How many of them are new or changed. */
  readonly written: number;
}

/** What became of a folder. */
export interface Replaced {
  /** How many files it holds. */
  readonly files: number;
  /** How many of them are new or changed; those that went are not counted. */
  readonly written: number;
}

/**
 * Some of the files of a folder that is built anew; others may be laid by another thread at the same time. Files that did
 * not change are the same files as before, and as long as none did nothing is touched at all.
 */
export class Share {
  readonly #place: Place;
  readonly #isFirst: boolean;
  readonly #paths = new Set<string>();
  #written = 0;

  constructor(place: Place) {
    this.#place = place;
    this.#isFirst = !existsSync(place.folder);
  }

  add(file: OutFile | ReadyFile): void {
    const { folder, building } = this.#place;
    const { path } = file;
    if (this.#paths.has(path)) throw new Error(`two files are named ${path}`);
    const isKept = !this.#isFirst && isSame(join(folder, path), file);
    // Until something differs there is nothing to do.
    if (!isKept && this.#written === 0) keep(this.#place, this.#paths);
    this.#paths.add(path);
    if (!isKept) write(building, file);
    else if (this.#written > 0) keep(this.#place, [path]);
    if (!isKept) this.#written += 1;
  }

  get laid(): Laid {
    return { paths: [...this.#paths], written: this.#written };
  }
}

/** Makes one folder of all its shares; none is built when the old one is just the same. */
export function joinShares(place: Place, shares: readonly Laid[]): Replaced {
  const paths = new Set<string>();
  for (const share of shares) {
    for (const path of share.paths) {
      if (paths.has(path)) throw new Error(`two files are named ${path}`);
      paths.add(path);
    }
  }
  const written = shares.reduce((sum, share) => sum + share.written, 0);
  // A share in which nothing changed could not know that something did elsewhere, or that a file has to go.
  const isBuilt = written > 0 || filesIn(place.folder) > paths.size;
  if (isBuilt) for (const share of shares) if (share.written === 0) keep(place, share.paths);
  return { files: paths.size, written };
}

function isSame(old: string, file: OutFile | ReadyFile): boolean {
  const stat = statSync(old, { throwIfNoEntry: false });
  if (!stat?.isFile()) return false;
  if ('ready' in file) return stat.size === statSync(file.ready).size && isSameFile(old, file.ready);
  const { content } = file;
  const bytes = bytesOf(content);
  return stat.size === bytes.length && readFileSync(old).equals(bytes);
}

/** Whether two files of one size hold the same, read side by side. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [openSync(one, 'r'), openSync(other, 'r')];
  const [some, others] = [Buffer.allocUnsafe(2 ** 20), Buffer.allocUnsafe(2 ** 20)];
  try {
    for (;;) {
      const length = readSync(a, some);
      if (length === 0) return true;
      if (readSync(b, others) !== length) return false;
      if (!some.subarray(0, length).equals(others.subarray(0, length))) return false;
    }
  } finally {
    closeSync(a);
    closeSync(b);
  }
}

function write(building: string, file: OutFile | ReadyFile): void {
  make(building, file.path, (path) => {
    if ('ready' in file) linkOrCopy(file.ready, path);
    else writeFile(path, file.content);
  });
}

/** The same files in both folders. */
function keep({ folder, building }: Place, paths: Iterable<string>): void {
  for (const path of paths) make(building, path, (file) => linkOrCopy(join(folder, path), file));
}

/** As a link, which takes no time and no room, or as a copy where a disk knows none. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EEXIST') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/**
 * Makes a file, and its folder once that is missing. A file that is there is never written over: another share may have
 * linked it from the old folder, where it would change as well.
 */
function make(building: string, path: string, made: (file: string) => void): void {
  const file = join(building, path);
  try {
    try {
      made(file);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      mkdirSync(dirname(file), { recursive: true });
      made(file);
    }
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new Error(`two files are named ${path}`, { cause: error });
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function filesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;
}

import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unwritable } from '../base/replace-file.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import type { OutFile, ReadyFile } from './file.ts';

/** A file whose presence says that a folder was made by this program. */
const mark = 'void.ttl';

/** What became of a folder. */
export interface Replaced {
  /** How many files it holds. */
  readonly files: number;
  /** How many of them are new or changed; those that went are not counted. */
  readonly written: number;
}

/**
 * Writes a whole folder beside the old one and puts it in its place: whoever looks sees the old one or the new one,
 * never half of it. Files that did not change are the same files as before, and when none did nothing is touched at
 * all. What an interrupted run left behind is cleared away first.
 */
export async function replaceFolder(
  folder: string,
  files: AsyncIterable<OutFile | ReadyFile>,
): Promise<Replaced> {
  recover(folder);
  refuseForeign(folder);
  const { building, previous } = besides(folder);
  try {
    rmSync(building, { recursive: true, force: true });
    const replaced = await build(folder, building, files);
    if (!existsSync(building)) return replaced;
    // Two renames without a break between them: signals wait until both are done.
    if (existsSync(folder)) renameSync(folder, previous);
    renameSync(building, folder);
    rmSync(previous, { recursive: true, force: true });
    return replaced;
  } catch (error) {
    recover(folder);
    rmSync(building, { recursive: true, force: true });
    throw unwritable(folder, error);
  }
}

/** Makes the new folder; it is not there when the old one is just the same. */
async function build(
  folder: string,
  building: string,
  files: AsyncIterable<OutFile | ReadyFile>,
): Promise<Replaced> {
  const paths = new Set<string>();
  const isFirst = !existsSync(folder);
  let written = 0;
  for await (const file of files) {
    const { path } = file;
    if (paths.has(path)) throw new Error(`two files are named ${path}`);
    const isKept = !isFirst && isSame(join(folder, path), file);
    // Until something differs there is nothing to do.
    if (!isKept && written === 0) keep(folder, building, paths);
    paths.add(path);
    if (!isKept) write(join(building, path), file);
    else if (written > 0) keep(folder, building, [path]);
    if (!isKept) written += 1;
  }
  if (written === 0 && filesIn(folder) > paths.size) keep(folder, building, paths);
  return { files: paths.size, written };
}

function isSame(old: string, file: OutFile | ReadyFile): boolean {
  const stat = statSync(old, { throwIfNoEntry: false });
  if (!stat?.isFile()) return false;
  if ('ready' in file) return stat.size === statSync(file.ready).size && isSameFile(old, file.ready);
  const { content } = file;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
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

function write(path: string, file: OutFile | ReadyFile): void {
  inFolder(path, () => {
    if ('ready' in file) linkOrCopy(file.ready, path);
    else writeFileSync(path, file.content);
  });
}

/** The same files in both folders. */
function keep(folder: string, building: string, paths: Iterable<string>): void {
  for (const path of paths) {
    const file = join(building, path);
    inFolder(file, () => linkOrCopy(join(folder, path), file));
  }
}

/** As a link, which takes no time and no room, or as a copy where a disk knows none. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (isMissing(error)) throw error;
    copyFileSync(from, to);
  }
}

/** Makes the folder of a file once something is missing. */
function inFolder(file: string, make: () => void): void {
  try {
    make();
  } catch (error) {
    if (!isMissing(error)) throw error;
    mkdirSync(dirname(file), { recursive: true });
    make();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function filesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;
}

/** An empty folder beside another, on the same disk, for as long as something is done in it. */
export async function withFolderBeside<T>(folder: string, work: (beside: string) => Promise<T>): Promise<T> {
  const beside = join(dirname(folder), `.${basename(folder)}-graph`);
  try {
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { recursive: true });
    return await work(beside);
  } catch (error) {
    throw unwritable(folder, error);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** After a crash between the two renames the old folder is beside its place: put it back. */
function recover(folder: string): void {
  const { previous } = besides(folder);
  if (!existsSync(previous)) return;
  if (existsSync(folder)) rmSync(previous, { recursive: true, force: true });
  else renameSync(previous, folder);
}

function besides(folder: string): { readonly building: string; readonly previous: string } {
  const beside = (state: string) => join(dirname(folder), `.${basename(folder)}-${state}`);
  return { building: beside('building'), previous: beside('previous') };
}

function refuseForeign(folder: string): void {
  if (!existsSync(folder)) return;
  const [first] = listed(folder);
  if (first === undefined || existsSync(join(folder, mark))) return;
  throw new UserError(
    {
      fr: `${folder} contient « ${first} », que Moisson n’a pas écrit et que le remplacement effacerait ; choisir un autre dossier avec --out`,
      en: `${folder} holds “${first}”, which Moisson did not write and would erase; choose another folder with --out`,
    },
    exitCode.usage,
  );
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

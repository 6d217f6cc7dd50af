import { createHash } from 'node:crypto';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Validators } from './conditional.ts';
import type { Range } from './range.ts';

/** A file of the site, held open: it stays the same when a rebuild puts another in its place. Read or closed, once. */
export interface SiteFile extends Validators {
  readonly size: number;
  /** All of it or a part, closed at the end. */
  stream(range?: Range): Readable;
  text(): Promise<string>;
  close(): Promise<void>;
}

/** The files of a folder that a rebuild may replace at any time. */
export interface SiteFolder {
  /** Undefined when there is no such file, or when it is none of the site: a folder, a link that leads out. */
  open(path: string): Promise<SiteFile | undefined>;
  /** Is there a file that `open` would give? */
  has(path: string): Promise<boolean>;
}

/** The folder is away, and does not come back. */
export class FolderAway extends Error {}

/** A folder on disk. What the digests of its files are is remembered by path, time and size. */
export function siteFolder(root: string): SiteFolder {
  const digests = new Map<string, { readonly state: string; readonly digest: string }>();
  return {
    has: async (path) => (await steadily(root, () => fileNamed(root, path))) !== undefined,
    open: (path) => steadily(root, () => opened(root, path, digests)),
  };
}

type Digests = Map<string, { readonly state: string; readonly digest: string }>;

const tries = 100;
const pause = 10;

/**
 * What is found in a folder that stayed the same meanwhile. A rebuild renames the old one away and then the new one to its
 * place: between the two there is none, and who looks on both sides could miss what is in both.
 */
async function steadily<T>(root: string, look: () => Promise<T | undefined>): Promise<T | undefined> {
  for (let count = 0; count < tries; count++) {
    const before = await identityOf(root);
    const found = before === undefined ? undefined : await look();
    if (found !== undefined) return found;
    if (before !== undefined && before === (await identityOf(root))) return undefined;
    await setTimeout(pause);
  }
  throw new FolderAway(`${root} is away`);
}

async function identityOf(root: string): Promise<string | undefined> {
  const found = await unlessAbsent(stat(root));
  return found && `${found.dev} ${found.ino}`;
}

/** The real path of a file of the site: no folder, and no link that leads out. */
async function fileNamed(root: string, path: string): Promise<string | undefined> {
  const [house, real] = await Promise.all([
    unlessAbsent(realpath(root)),
    unlessAbsent(realpath(join(root, path))),
  ]);
  if (house === undefined || !real?.startsWith(house + sep)) return undefined;
  return (await unlessAbsent(stat(real)))?.isFile() ? real : undefined;
}

async function opened(root: string, path: string, digests: Digests): Promise<SiteFile | undefined> {
  const real = await fileNamed(root, path);
  const handle = real === undefined ? undefined : await unlessAbsent(open(real));
  if (handle === undefined) return undefined;
  try {
    const state = await handle.stat();
    return siteFile(handle, state, await digestOf(handle, path, state, digests));
  } catch (error) {
    await handle.close();
    throw error;
  }
}

const absent = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES'];

async function unlessAbsent<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Error && 'code' in error && absent.includes(String(error.code))) return undefined;
    throw error;
  }
}

interface Stat {
  readonly size: number;
  readonly mtimeMs: number;
}

function siteFile(handle: FileHandle, { size, mtimeMs }: Stat, digest: string): SiteFile {
  return {
    size,
    etag: `"${digest}"`,
    modified: new Date(Math.floor(mtimeMs / 1000) * 1000),
    stream: (range) => {
      if (size > 0) return handle.createReadStream({ start: 0, ...range });
      // A stream cannot be asked for no bytes at all.
      void handle.close();
      return Readable.from([]);
    },
    text: async () => {
      const text = await handle.readFile('utf8');
      await handle.close();
      return text;
    },
    close: () => handle.close(),
  };
}

async function digestOf(handle: FileHandle, path: string, { size, mtimeMs }: Stat, digests: Digests) {
  const state = `${mtimeMs} ${size}`;
  const known = digests.get(path);
  if (known?.state === state) return known.digest;
  const hash = createHash('sha256');
  const source = handle.createReadStream({ start: 0, autoClose: false });
  for await (const chunk of source) hash.update(chunk as Buffer);
  const digest = hash.digest('base64url').slice(0, 22);
  digests.set(path, { state, digest });
  return digest;
}

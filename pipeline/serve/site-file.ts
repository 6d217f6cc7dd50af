import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
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
  has(path: string): boolean;
}

/** A folder on disk. What the digests of its files are is remembered by path, time and size. */
export function siteFolder(root: string): SiteFolder {
  const digests = new Map<string, { readonly state: string; readonly digest: string }>();
  return {
    has: (path) => existsSync(join(root, path)),
    open: (path) => openedAgain(root, path, digests),
  };
}

type Digests = Map<string, { readonly state: string; readonly digest: string }>;

/** Between the two renames of a rebuild there is no folder for a moment: then once more. */
async function openedAgain(root: string, path: string, digests: Digests): Promise<SiteFile | undefined> {
  const file = await opened(root, path, digests);
  if (file !== undefined) return file;
  if (!existsSync(root)) await setTimeout(50);
  return opened(root, path, digests);
}

async function opened(root: string, path: string, digests: Digests): Promise<SiteFile | undefined> {
  let handle: FileHandle | undefined;
  try {
    const [house, real] = await Promise.all([realpath(root), realpath(join(root, path))]);
    if (!real.startsWith(house + sep)) return undefined;
    handle = await open(real);
    const stat = await handle.stat();
    if (!stat.isFile()) return await closed(handle);
    return siteFile(handle, stat, await digestOf(handle, path, stat, digests));
  } catch (error) {
    await handle?.close();
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

async function closed(handle: FileHandle): Promise<undefined> {
  await handle.close();
}

const absent = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES'];

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && absent.includes(String(error.code));
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

/** A file of `out/`, not yet written. */
export interface OutFile {
  /** Relative to `out/`, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A file of `out/` that is written already, elsewhere on the same disk, since it is too large to be held. */
export interface ReadyFile {
  readonly path: string;
  /** Where it is. */
  readonly ready: string;
}

/** A file of the site as one of `out/`. */
export function inSite<T extends OutFile | ReadyFile>(file: T): T {
  return { ...file, path: `site/${file.path}` };
}

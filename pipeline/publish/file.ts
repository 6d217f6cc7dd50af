/** A file of `out/`, not yet written. */
export interface OutFile {
  /** Relative to `out/`, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The text of a chunk as bytes, encoded entry by entry into one buffer that is used again and again. */
export class Output {
  #buffer = Buffer.allocUnsafe(8 * 1024 * 1024);
  #length = 0;
  readonly #between: string;

  constructor(between: string) {
    this.#between = between;
  }

  add(text: string): void {
    if (this.#length > 0 && this.#between) this.#put(this.#between);
    this.#put(text);
  }

  /** Bytes added since the last `take`. */
  get length(): number {
    return this.#length;
  }

  /** What was added since the last time; valid until the next `add`. */
  take(): Uint8Array {
    const bytes = this.#buffer.subarray(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  #put(text: string): void {
    // A UTF-16 unit is at most three bytes of UTF-8.
    const need = this.#length + text.length * 3;
    if (need > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(need, this.#buffer.length * 2));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    this.#length += this.#buffer.write(text, this.#length, 'utf8');
  }
}

/** Where an output goes. */
export interface Sinking {
  /** Bytes of a chunk; packed when the output is gzip. */
  write(bytes: Uint8Array): void | Promise<void>;
  /** Bytes that are as they shall be: a shard that another thread packed. */
  append(bytes: Uint8Array): void | Promise<void>;
  close(): void;
}

/** A file that takes the chunks as they come; as gzip, one member a chunk, so that its bytes depend on the chunks alone. */
export function fileTarget(path: string, isGzip: boolean): Sinking {
  const file = openSync(path, 'w');
  const append = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  return {
    write: (bytes) => append(isGzip ? gzipSync(bytes, { level: 1 }) : bytes),
    append,
    close: () => closeSync(file),
  };
}

/** Standard output, which is asked to take a breath when it is full. */
export function streamTarget(stream: NodeJS.WritableStream): Sinking {
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      // A copy: the buffer is used again.
      stream.write(Buffer.from(bytes), (error) => (error ? reject(error) : resolve()));
    });
  return { write, append: write, close: () => {} };
}

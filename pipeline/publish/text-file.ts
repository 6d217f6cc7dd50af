import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const pieceLength = 2 ** 16;

/**
 * A file that is written piece by piece; small pieces go together. They wait as bytes: as text they would be many small
 * objects, which are moved about in memory again and again as long as they wait.
 */
export class TextFile {
  readonly path: string;
  readonly #file: number;
  readonly #waiting = Buffer.allocUnsafeSlow(pieceLength);
  #length = 0;

  /** The file may not be there yet. */
  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'wx');
  }

  add(piece: string | Uint8Array): void {
    const most = typeof piece === 'string' ? piece.length * mostBytes : piece.length;
    if (this.#length + most > pieceLength) this.end();
    if (most > pieceLength) writeAll(this.#file, bytesOf(piece));
    else if (typeof piece === 'string') this.#length += this.#waiting.write(piece, this.#length);
    else {
      this.#waiting.set(piece, this.#length);
      this.#length += piece.length;
    }
  }

  /** Writes what still waits. */
  end(): void {
    writeAll(this.#file, this.#waiting.subarray(0, this.#length));
    this.#length = 0;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Writes a file that is not there yet; without a copy of its bytes, for a site is many thousands of files. */
export function writeFile(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    writeAll(file, bytesOf(content));
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** A character of a string is at most three bytes of UTF-8. */
const mostBytes = 3;
const encoded = Buffer.allocUnsafeSlow(2 ** 20);

/** A text in UTF-8, valid until the next text is asked for; bytes are what they are. */
export function bytesOf(text: string | Uint8Array): Uint8Array {
  if (typeof text !== 'string') return text;
  return text.length * mostBytes > encoded.length
    ? Buffer.from(text)
    : encoded.subarray(0, encoded.write(text));
}

/** Writes a whole file from its pieces. */
export function writeText(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = new TextFile(path);
  try {
    for (const piece of pieces) file.add(piece);
    file.end();
  } finally {
    file.close();
  }
}

/** A file in pieces, each of them valid until the next is asked for. */
export function* piecesOf(path: string): Iterable<Buffer> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(pieceLength);
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece))
      yield piece.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

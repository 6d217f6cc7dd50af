import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const pieceLength = 2 ** 18;

/** A file that is written piece by piece; small pieces go together. Beside many others it takes little memory. */
export class TextFile {
  readonly path: string;
  readonly #file: number;
  #waiting = '';

  /** The file may not be there yet. */
  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'wx');
  }

  add(piece: string | Uint8Array): void {
    if (typeof piece === 'string') this.#waiting += piece;
    if (typeof piece !== 'string' || this.#waiting.length > pieceLength) this.#flush();
    if (typeof piece !== 'string') this.#write(piece);
  }

  /** Writes what still waits. */
  end(): void {
    this.#flush();
  }

  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#waiting !== '') this.#write(bytesOf(this.#waiting));
    this.#waiting = '';
  }

  #write(bytes: Uint8Array): void {
    writeAll(this.#file, bytes);
  }
}

/** Writes all bytes to an open file. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

// A character of a string is at most three bytes of UTF-8; a piece is written before the next is encoded.
const encoded = Buffer.allocUnsafeSlow(pieceLength * 4);

/** A text in UTF-8, valid until the next text is asked for. */
export function bytesOf(text: string): Buffer {
  return text.length * 3 > encoded.length ? Buffer.from(text) : encoded.subarray(0, encoded.write(text));
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

import { fstatSync, readSync } from 'node:fs';
import { Gunzip } from 'fflate';
import type { Words } from '../base/words.ts';

/** A dump that is open, so that it stays what it was when the next build puts another in its place. */
export interface OpenDump {
  readonly path: string;
  readonly descriptor: number;
}

/** A graph that is too large for an engine in memory. */
export function tooManyQuads(most: number): Words {
  return {
    fr: `le graphe a plus de ${most} quads, trop pour le moteur SPARQL intégré ; le charger dans un entrepôt RDF (moisson load) et servir avec --store`,
    en: `the graph has more than ${most} quads, too many for the embedded SPARQL engine; load it into an RDF store (moisson load) and serve with --store`,
  };
}

/** Bytes that the graph of these dumps takes in memory, and not less: measured 2 for each byte of N-Quads, 35 compressed. */
export function memoryOf(dumps: readonly OpenDump[]): number {
  const sizes = dumps.map(
    ({ path, descriptor }) => fstatSync(descriptor).size * (path.endsWith('.gz') ? 40 : 2.5),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Where the lines of dumps are counted while they are read. */
export interface Counted {
  lines: number;
}

const pieceLength = 2 ** 20;

/** The N-Quads of a dump, decompressed; no more of them once there are more lines than `most`. */
export function* dumpPieces(
  { path, descriptor }: OpenDump,
  counted: Counted,
  most: number,
): Iterable<Uint8Array> {
  const pieces = path.endsWith('.gz') ? unzipped(bytesOf(descriptor)) : bytesOf(descriptor);
  for (const piece of pieces) {
    counted.lines += linesIn(piece);
    if (counted.lines > most) return;
    yield piece;
  }
}

/** Read at places of its own: several threads read the same open file. */
function* bytesOf(descriptor: number): Iterable<Uint8Array> {
  for (let position = 0; ; ) {
    const buffer = Buffer.allocUnsafe(pieceLength);
    const length = readSync(descriptor, buffer, 0, pieceLength, position);
    if (length === 0) return;
    position += length;
    yield buffer.subarray(0, length);
  }
}

function* unzipped(pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let ready: Uint8Array[] = [];
  const gunzip = new Gunzip((chunk) => {
    ready.push(chunk);
  });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  for (const piece of pieces) {
    gunzip.push(piece);
    yield* taken();
  }
  gunzip.push(new Uint8Array(0), true);
  yield* taken();
}

function linesIn(piece: Uint8Array): number {
  let lines = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1;
  return lines;
}

import { crc32 } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';

/** Takes the bytes of one file of an archive, piece by piece. */
export type Taker = (bytes: Uint8Array, isLast: boolean) => void;

/** An archive that is cut short, or whose files are not what they should be. */
export class Damaged extends Error {}

/** An archive that would unpack to more than any honest one. */
export class TooMuch extends Error {}

/** Bytes that all files of an archive may unpack to. */
const most = 512 * 1024 * 1024;
/** Beyond this, what unpacks to two hundred times its size is made to exhaust its reader; a workbook has some fifteen. */
const suspicious = 64 * 1024 * 1024;
const ratio = 200;
const step = 65_536;

/**
 * Gives each wanted file of a ZIP archive to its taker, unpacked in pieces that are counted: sizes that an archive
 * states of itself are not believed. Throws `TooMuch` or `Damaged`; an archive that lacks a file or whose checksums
 * are wrong is damaged, so that nothing goes missing in silence.
 */
export function unzip(bytes: Uint8Array, takerOf: (name: string) => Taker | undefined): void {
  const sums = checksums(bytes);
  const seen = new Set<string>();
  let unpacked = 0;
  const reader = new Unzip((file) => {
    const { name } = file;
    seen.add(name);
    const take = takerOf(name);
    if (!take) return;
    let sum = 0;
    file.ondata = (error, piece, isLast) => {
      if (error) throw error;
      unpacked += piece.length;
      if (unpacked > most || (unpacked > suspicious && unpacked > ratio * bytes.length)) throw new TooMuch();
      sum = crc32(piece, sum);
      if (isLast && sum !== sums.get(name)) throw new Damaged(`wrong checksum: ${name}`);
      take(piece, isLast);
    };
    file.start();
  });
  reader.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += step) {
      reader.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    }
  } catch (error) {
    // The library numbers its own errors.
    const isOfArchive = error instanceof Error && 'code' in error && typeof error.code === 'number';
    throw isOfArchive ? new Damaged(error.message, { cause: error }) : error;
  }
  for (const name of sums.keys()) if (!seen.has(name)) throw new Damaged(`missing: ${name}`);
}

/** Whether bytes begin a ZIP archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

const endMark = Uint8Array.of(0x50, 0x4b, 5, 6);
const entryMark = 0x02014b50;
/** The flag of an entry whose name is UTF-8. */
const isUtf8 = 0x0800;

/** The checksum of each file, from the directory at the end of the archive (APPNOTE 6.3, sections 4.3.12 and 4.3.16). */
function checksums(bytes: Uint8Array): ReadonlyMap<string, number> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf(endMark);
  if (end < 0 || end + 20 > archive.length) throw new Damaged('no directory');
  const found = new Map<string, number>();
  for (let at = archive.readUInt32LE(end + 16); at < end; ) {
    if (at + 46 > end || archive.readUInt32LE(at) !== entryMark) throw new Damaged('faulty directory');
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    const encoding = archive.readUInt16LE(at + 8) & isUtf8 ? 'utf8' : 'latin1';
    found.set(archive.toString(encoding, at + 46, nameEnd), archive.readUInt32LE(at + 16));
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return found;
}

import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { nearest } from '../base/nearest.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import { fill, type Words } from '../base/words.ts';
import { type Decoded, decode } from './decode.ts';
import { isWorkbook, type WorkbookText, workbookText } from './workbook.ts';
import { Damaged, TooMuch } from './zip.ts';

/** A source as text, and what is said of its bytes. */
export interface Fetched extends Decoded {
  /** Size of the file as it is stored, compressed or not. */
  readonly bytes: number;
  /** SHA-256 of the file as it is stored, in hexadecimal, as `sha256sum` prints it. */
  readonly sha256: string;
  /** The sheets of a workbook that its text leaves out. */
  readonly leftOut?: readonly string[] | undefined;
}

/** The largest source that is read as one text: Node holds no string much longer. */
export const largest = 512 * 1024 * 1024;

const trouble = {
  missing: {
    fr: '{path} : ce fichier n’existe pas{hint} ; vérifier le chemin',
    en: '{path}: no such file{hint}; check the path',
  },
  folder: {
    fr: '{path} est un dossier ; donner le chemin d’un fichier',
    en: '{path} is a folder; give the path of a file',
  },
  forbidden: {
    fr: '{path} : lecture refusée par le système ; donner le droit de lire ce fichier',
    en: '{path}: the system refuses to read it; give yourself the right to read this file',
  },
  tooLarge: {
    fr: '{path} dépasse 512 Mio, trop pour être lu d’un bloc ; le couper en plusieurs fichiers',
    en: '{path} is over 512 MiB, too much to be read at once; cut it into several files',
  },
  damaged: {
    fr: '{path} : archive gzip tronquée ou abîmée ; la reprendre à sa source',
    en: '{path}: truncated or damaged gzip archive; fetch it again from where it came',
  },
  damagedBook: {
    fr: '{path} : classeur tronqué ou abîmé ; l’ouvrir et l’enregistrer à nouveau, ou l’exporter en CSV',
    en: '{path}: truncated or damaged workbook; open and save it again, or export it as CSV',
  },
  tooLargeBook: {
    fr: '{path} : classeur trop grand une fois décompressé ; l’exporter en CSV, ou le couper en plusieurs',
    en: '{path}: workbook too large once unpacked; export it as CSV, or cut it into several',
  },
  binary: {
    fr: '{path} n’est pas un texte mais {found} ; l’exporter dans un format de texte (CSV, BibTeX, RIS, JSON…)',
    en: '{path} is not text but {found}; export it in a text format (CSV, BibTeX, RIS, JSON…)',
  },
} as const satisfies Record<string, Words>;

// biome-ignore format: a table
const signatures: readonly (readonly [start: string, Words])[] = [
  ['%PDF',             { fr: 'un PDF', en: 'a PDF' }],
  ['\x89PNG',          { fr: 'une image PNG', en: 'a PNG image' }],
  ['\xff\xd8\xff',     { fr: 'une image JPEG', en: 'a JPEG image' }],
  ['PK\x03\x04',       { fr: 'une archive ZIP ou un classeur (xlsx, ods, docx)', en: 'a ZIP archive or an office file (xlsx, ods, docx)' }],
  ['\xd0\xcf\x11\xe0', { fr: 'un ancien fichier Office (xls, doc)', en: 'an old Office file (xls, doc)' }],
  ['SQLite format 3',  { fr: 'une base SQLite', en: 'an SQLite database' }],
];

/** Reads a file as text, unzipped when it is gzip. Whatever a person can mend is a `UserError`. */
export async function readSource(path: string): Promise<Fetched> {
  return fetched(await bytesOf(path), path);
}

/** The text of some bytes; `path` is what a complaint calls them. */
export async function fetched(bytes: Uint8Array, path: string): Promise<Fetched> {
  const inside =
    isGzip(bytes) || (path.endsWith('.gz') && bytes.length > 0) ? await unzipped(bytes, path) : bytes;
  const stored = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  if (isWorkbook(inside)) return { ...tableOf(inside, path), encoding: 'utf-8', inferred: false, ...stored };
  const decoded = decode(inside);
  if (!decoded) throw binary(inside, path);
  return { ...decoded, ...stored };
}

/** A workbook as CSV: whatever is wrong with it, a person can mend. */
function tableOf(bytes: Uint8Array, path: string): WorkbookText {
  try {
    return workbookText(bytes);
  } catch (error) {
    if (error instanceof TooMuch) throw complaint('tooLargeBook', path);
    if (error instanceof Damaged) throw complaint('damagedBook', path);
    throw error;
  }
}

/** The complaint that a source is too large. */
export function tooLarge(path: string): UserError {
  return complaint('tooLarge', path);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > largest) throw tooLarge(path);
    return await readFile(path);
  } catch (error) {
    switch (codeOf(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
        throw complaint('missing', path, await hint(path));
      case 'EISDIR':
        throw complaint('folder', path);
      case 'EACCES':
      case 'EPERM':
        throw complaint('forbidden', path);
    }
    throw error;
  }
}

async function unzipped(bytes: Uint8Array, path: string): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: largest });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(path);
    if (codeOf(error)?.startsWith('Z_')) throw complaint('damaged', path);
    throw error;
  }
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** The file of the same folder whose name is spelt most like the missing one. */
async function hint(path: string): Promise<Words> {
  // The folder may be what is missing; then there is nothing to suggest.
  const names = await readdir(dirname(path)).catch(() => []);
  const near = nearest(basename(path), names);
  return near ? { fr: ` (proche : « ${near} »)`, en: ` (near: “${near}”)` } : { fr: '', en: '' };
}

function binary(bytes: Uint8Array, path: string): UserError {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const [, found] = signatures.find(([signature]) => start.startsWith(signature)) ?? [];
  const words = found ?? { fr: 'un fichier binaire', en: 'a binary file' };
  return new UserError(
    {
      fr: fill(trouble.binary, { path, found: words.fr }).fr,
      en: fill(trouble.binary, { path, found: words.en }).en,
    },
    exitCode.input,
  );
}

function complaint(kind: keyof typeof trouble, path: string, more: Words = { fr: '', en: '' }): UserError {
  const { fr, en } = trouble[kind];
  return new UserError(
    { fr: fill({ fr, en }, { path, hint: more.fr }).fr, en: fill({ fr, en }, { path, hint: more.en }).en },
    exitCode.input,
  );
}

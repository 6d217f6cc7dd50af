import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';

/** What is sent to HAL for one work. */
export interface Package {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As HAL compares it: no parameter may follow. */
  readonly contentType: 'text/xml' | 'application/zip';
  /** Of a ZIP: the name of the TEI inside. */
  readonly disposition?: string | undefined;
  /** SHA-256, the first half in hexadecimal: tells whether a work has changed since it was sent. */
  readonly digest: string;
}

/** A file that goes with a TEI, which names it. */
export interface Enclosure {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes that HAL takes at most (hal.md section 4, Max upload). */
export const largestPackage = 204_800 * 1024;

// HAL takes letters, digits, `_` and `-` before `.xml` (FinHal `Hal_Sword_Server::handle`).
const teiName = 'meta.xml';
// The same files give the same bytes: a ZIP has dates, from 1980 on.
const zipDate = new Date(1980, 0, 1);

/** A notice alone, or a ZIP of its TEI and the file, both at the top of it. */
export function packageOf(tei: string, file?: Enclosure): Package {
  const xml = new TextEncoder().encode(tei);
  if (file === undefined) return { bytes: xml, contentType: 'text/xml', digest: digestOf(xml) };
  const bytes = zipSync({ [teiName]: xml, [file.name]: file.bytes }, { mtime: zipDate });
  return {
    bytes: new Uint8Array(bytes),
    contentType: 'application/zip',
    disposition: `attachment; filename=${teiName}`,
    digest: digestOf(bytes),
  };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

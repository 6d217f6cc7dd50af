import { bibtex } from './bibtex.ts';
import { crossref } from './crossref.ts';
import { csl } from './csl.ts';
import { csv } from './csv.ts';
import { datacite } from './datacite.ts';
import { hal } from './hal.ts';
import { halTei } from './hal-tei.ts';
import { html } from './html.ts';
import { oaiDc } from './oai-dc.ts';
import { openaire } from './openaire.ts';
import { openalex } from './openalex.ts';
import { page } from './page.ts';
import { qdc } from './qdc.ts';
import { rdf } from './rdf.ts';
import type { Reader } from './reader.ts';
import { reference } from './reference.ts';
import { ris } from './ris.ts';
import { schema } from './schema.ts';
import { work } from './work.ts';
import { zotero } from './zotero.ts';

export { type Piece, type Reader, Unreadable } from './reader.ts';
export { draftOf } from './work.ts';

/** Every input format. A new one is a file and a line here. */
export const readers: readonly Reader[] = [
  bibtex,
  crossref,
  csl,
  csv,
  datacite,
  hal,
  halTei,
  html,
  oaiDc,
  openaire,
  openalex,
  page,
  qdc,
  rdf,
  reference,
  ris,
  schema,
  work,
  zotero,
];

/** The reader of this name. */
export function readerNamed(name: string): Reader | undefined {
  return readers.find((reader) => reader.name === name.toLowerCase());
}

/** The readers that know a text, by its beginning; the extension decides between several. */
export function readersOf(text: string, file: string): readonly Reader[] {
  const head = text.slice(0, 65_536);
  const sniffed = readers.filter((reader) => reader.sniff(head));
  const byName = sniffed.filter((reader) =>
    reader.extensions.some((extension) => file.toLowerCase().replace(/\.gz$/, '').endsWith(extension)),
  );
  return byName.length > 0 ? byName : sniffed;
}

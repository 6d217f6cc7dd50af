import { crossref } from './crossref.ts';
import { page } from './page.ts';
import type { Reader } from './reader.ts';
import { work } from './work.ts';

export { type Piece, type Reader, Unreadable } from './reader.ts';
export { draftOf } from './work.ts';

/** Every input format. A new one is a file and a line here. */
export const readers: readonly Reader[] = [crossref, page, work];

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

import { isNotice } from './prose/cut.ts';
import { isMachine } from './prose/forms.ts';
import { parseProse } from './prose/page-prose.ts';
import { readingOf } from './prose/reading.ts';
import type { Piece, Reader } from './reader.ts';

/** A bare bibliography: one reference a line, nothing else. */
export const reference: Reader = {
  name: 'reference',
  title: { fr: 'références bibliographiques, une par ligne', en: 'bibliographic references, one a line' },
  mediaType: 'text/plain',
  extensions: ['.txt', '.text', '.ref', '.refs'],
  sniff: isBibliography,
  cut: cutLines,
  parse: parseProse,
};

const longest = 1500;

// Headings, rows, bullets, emphasis, links: those of a page.
const marks =
  /^\s*(?:#|\||```|---|[-*+•▪]\s)|\]\(|(?:^|[\s,.(])(?:\*{1,2}|_{1,2})\S(?:[^*_\n]*\S)?(?:\*{1,2}|_{1,2})(?=[\s,.;:)]|$)/iu;

/** Whether every line is a reference: no headings, no lists, no abstracts, no marks. */
function isBibliography(head: string): boolean {
  if (/^[\s\ufeff]*</.test(head) || isMachine(head)) return false;
  const lines = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.some((line) => line.length > longest || marks.test(line))) return false;
  // The last line may be cut off, and a few dozen say as much as all.
  const sample = lines.slice(0, lines.length > 40 ? 40 : lines.length);
  const good = sample.filter((line) => isReference(line)).length;
  return (
    good >= sample.length * 0.6 && good > 0 && sample.every((line) => /\d/.test(line) || isReference(line))
  );
}

function isReference(line: string): boolean {
  return isNotice(readingOf(line, { isPlain: true }), { source: line });
}

function* cutLines(text: string): Iterable<Piece> {
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries())
    if (line.trim() !== '')
      yield {
        kind: line.length > longest * 2 ? 'aside' : 'record',
        line: index + 1,
        text: line,
        around: { isPlain: true, isText: true },
      };
}

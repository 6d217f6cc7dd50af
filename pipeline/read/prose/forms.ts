import { cutNotices, isAddress, isCitationLine } from '../notice.ts';
import type { Piece } from '../reader.ts';
import { absolute, isLabel } from './anchors.ts';
import type { Block } from './block.ts';
import { piecesOf } from './cut.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { inlineOf } from './inline.ts';
import { blocksOfText } from './text-blocks.ts';

/** Whether a text is a page in HTML. */
export const isHtml = (head: string) =>
  /^[\s\ufeff]*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|div|main|article|section|ul|ol|p|h[1-6]|table|span)\b/i.test(
    head,
  );

/** Cuts a page into notices: by the `Par …` lines below titles and abstracts where these prevail, else block by block. */
export function* cutPage(text: string): Iterable<Piece> {
  const isText = !isHtml(text.slice(0, 2000));
  const blocks = isText ? [...blocksOfText(text)] : blocksOfHtml(text);
  const lines = isText ? text.split(/\r\n|\r|\n/) : blocks.map(({ source }) => plain(source));
  const signed = lines.filter(isCitationLine).length;
  if (signed === 0) {
    yield* piecesOf(blocks, isText);
    return;
  }
  const pieces = [...piecesOf(blocks, isText)];
  if (pieces.filter(({ kind }) => kind === 'record').length > signed) yield* pieces;
  else yield* isText && !text.includes('](') ? cutNotices(text) : signedPieces(blocks);
}

/** Whether a text that begins so holds at least one notice that can be read. */
export function hasNotices(head: string): boolean {
  const isText = !isHtml(head.slice(0, 2000));
  const blocks = isText ? [...blocksOfText(head)] : blocksOfHtml(head);
  for (const piece of piecesOf(blocks.slice(0, mostSniffed), isText))
    if (piece.kind === 'record') return true;
  return false;
}

/** Whether a text is of a format made for programs: tags, keys, a table, statements. */
export const isMachine = (text: string) => isOfPrograms(text.replace(frontMatter, ''));

const frontMatter = /^\ufeff?---\s*\n(?:(?!---).*\n){1,200}---\s*(?:\n|$)/;

const isOfPrograms = (head: string) =>
  /^[\s\ufeff]*[{[@%]/.test(head) ||
  /^TY {2}- |^(?:- )?(?:type|titles|name|work)\s?:/m.test(head.slice(0, 2000)) ||
  /^(?:@prefix|PREFIX|<[^>]+>\s+<)/im.test(head.slice(0, 2000)) ||
  isTable(head.slice(0, 2000));

/** Headings of a table: short words between tabs, semicolons or commas, without a stop. */
function isTable(head: string): boolean {
  const [first = '', second = ''] = head.split(/\r\n|\r|\n/);
  return [',', ';', '\t'].some((sign) => {
    const cells = first.split(sign);
    return (
      cells.length >= 3 &&
      second.split(sign).length >= cells.length - 1 &&
      cells.every((cell) => /^"?[\p{L}_ :()/-]{1,30}"?$/u.test(cell.trim()) && !/\p{Lu}\./u.test(cell))
    );
  });
}

// A page that begins with so many blocks that are none is not one of notices.
const mostSniffed = 150;

const plain = (source: string) => inlineOf(source.length > 5000 ? '' : source).text.trim();

/** A page with links as the text that a reader of it sees, each block on the line where it stands. */
function signedPieces(blocks: readonly Block[]): Iterable<Piece> {
  let text = '';
  let line = 1;
  for (const block of blocks) {
    if (block.kind === 'hidden') continue;
    const words = block.source.length > 50_000 ? [] : wordsOf(block.source);
    const gap = text === '' ? block.line - 1 : Math.max(2, block.line - line);
    text += '\n'.repeat(gap) + words.join('\n');
    line += gap + words.length - 1;
  }
  return cutNotices(text);
}

/** The lines of a block, and below them the address that a label leads to. */
function wordsOf(source: string): readonly string[] {
  const { text, styles } = inlineOf(source);
  const addresses = styles.flatMap(({ kind, start, end, target }) => {
    const label = text.slice(start, end);
    const address = kind === 'link' ? absolute(target) : undefined;
    return address && isLabel(label) && !isAddress(label) ? [address] : [];
  });
  return [...text.split('\n').map((each) => each.trim()), ...addresses];
}

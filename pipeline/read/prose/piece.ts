import type { Piece, Surroundings } from '../reader.ts';
import type { Block } from './block.ts';
import { type Reading, readingOf } from './reading.ts';

/** The blocks of one notice, as its piece has them. */
export interface Group {
  /** What the first block was read as. */
  readonly reading?: Reading | undefined;
  readonly blocks: readonly Block[];
  readonly around: Surroundings;
}

/** A notice as one text, its blocks on their own lines. */
export function pieceOf({ blocks, around, reading }: Group): Piece {
  const [first] = blocks;
  const line = first?.line ?? 1;
  let text = '';
  let at = line;
  for (const { source, line: begins } of blocks) {
    if (text !== '') {
      const gap = Math.max(2, Math.min(begins - at, 500));
      text += '\n'.repeat(gap);
      at += gap;
    }
    text += source;
    at += source.split('\n').length - 1;
  }
  const piece: ReadPiece = { kind: 'record', line, text, around, reading };
  return piece;
}

/** A notice that was read to know whether it is one, and need not be read twice. */
interface ReadPiece extends Piece {
  readonly reading: Reading | undefined;
}

/** The reading of the citation of a piece. */
export function readingOfPiece(piece: Piece | ReadPiece, source: string): Reading {
  return ('reading' in piece ? piece.reading : undefined) ?? readingOf(source, piece.around ?? {});
}

/** The blocks of a piece. */
export function blocksOf({ text, line }: Piece): readonly Pick<Block, 'source' | 'line'>[] {
  const blocks: Pick<Block, 'source' | 'line'>[] = [];
  let at = line;
  for (const part of text.split(/(\n{2,})/)) {
    if (/^\n{2,}$/.test(part)) at += part.length;
    else if (part.trim()) {
      blocks.push({ source: part, line: at });
      at += part.split('\n').length - 1;
    }
  }
  return blocks;
}

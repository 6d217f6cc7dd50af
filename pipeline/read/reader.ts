import type { Draft, Origin } from '../base/draft.ts';
import type { Words } from '../base/words.ts';

/**
 * An input format: it knows where a record ends and which words mean what, and improves nothing. `sniff`, `cut` and
 * `parse` are pure and synchronous, so a reader is tested with a string and runs on any core.
 */
export interface Reader {
  readonly name: string;
  readonly title: Words;
  readonly mediaType: string;
  /** With the dot, lower case: `.ris`. */
  readonly extensions: readonly string[];
  /** Whether a text that begins with `head` (at least its first 4 096 characters, or all) is of this format. */
  sniff(head: string): boolean;
  /** Whether a text that begins with `head` has a record on each line, so that a stream may be cut at line ends. */
  readonly lines?: ((head: string) => boolean) | undefined;
  /** Cuts a text into records. */
  cut(text: string): Iterable<Piece>;
  /** Reads one record. Throws `Unreadable` for a record that cannot be read: it alone is rejected. */
  parse(piece: Piece, origin: Origin): Draft;
}

/** The text of one record, and where it begins. */
export interface Piece {
  /** A reader may write it only when it is asked for: a piece is handed on, not spread into another. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** What the piece is: a record, or text between records that is reported and goes nowhere else. */
  readonly kind: 'record' | 'aside';
  /** What the rest of the source says of it, of a notice in prose. */
  readonly around?: Surroundings | undefined;
}

/** What a page says of a notice outside of it. */
export interface Surroundings {
  /** Of the headings above. */
  readonly type?: string | undefined;
  readonly year?: string | undefined;
  /** Where the names of the page show that family names come first, though not all of them do. */
  readonly order?: 'family' | undefined;
  /** Whether the text has no marks of Markdown or HTML. */
  readonly isPlain?: boolean | undefined;
  /** Whether the columns of the piece are those of the file. */
  readonly isText: boolean;
}

/** A record that its reader cannot read. */
export class Unreadable extends Error {
  readonly words: Words;
  /** Line in the file, when it is not the record's first. */
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(words: Words, line?: number, column?: number) {
    super(words.en);
    this.name = 'Unreadable';
    this.words = words;
    this.line = line;
    this.column = column;
  }
}

import type { Draft, Origin } from './base/draft.ts';
import { type Finding, finding, type Rejected, type Reviewed } from './base/finding.ts';
import type { Carrying } from './base/losses.ts';
import type { Correction } from './base/read-corrections.ts';
import { shortened, type Words } from './base/words.ts';
import type { Work } from './base/work.ts';
import { check, isFit } from './check/index.ts';
import { graphCarries } from './map/index.ts';
import { draftOf, type Piece, type Reader, Unreadable } from './read/index.ts';
import type { Patch } from './reconcile/index.ts';
import { tidy } from './tidy/index.ts';
import type { Writer } from './write/index.ts';

// fetch → read → tidy → check → reconcile → map → write
//
// Here, and only here, the rooms are put in order. First `gather`, one record at a time; then `reconcile`, the one
// place where all records meet; then `entriesOf` and the writers, one thing at a time.
export { datasetEntry, entriesOf, workEntry } from './map/index.ts';
export { type Reader, readerNamed, readers, readersOf } from './read/index.ts';
export {
  formatRegister,
  parseRegister,
  type Reconciled,
  type RegisterEntry,
  reconcile,
  reconcileAlone,
} from './reconcile/index.ts';
export {
  type Dataset,
  mergeUnique,
  type Opened,
  openedFor,
  UniqueLines,
  type Writer,
  writerNamed,
  writers,
} from './write/index.ts';

/** What became of one piece of a source. */
export type Gathered =
  | { readonly kind: 'work'; readonly record: Reviewed<Work> }
  | { readonly kind: 'rejected'; readonly rejected: Rejected }
  | { readonly kind: 'aside'; readonly finding: Finding };

/** One piece of a source → a work that is fit to be published, or the record rejected alone, or text between records. */
export function gather(reader: Reader, piece: Piece, origin: Omit<Origin, 'line'>): Gathered {
  const place = { file: origin.file, line: piece.line };
  if (piece.kind === 'aside') {
    return {
      kind: 'aside',
      finding: finding('text-outside-records', place, { words: shortened(piece.text) }),
    };
  }
  const rejected = (reason: Words, line = piece.line): Gathered => ({
    kind: 'rejected',
    rejected: { place: { ...place, line }, source: origin.source.name, reason, text: piece.text },
  });

  const draft = read(reader, piece, { line: piece.line, ...origin });
  if (draft instanceof Unreadable) return rejected(draft.words, draft.line);
  const record = check(tidy(draft));
  if (isFit(record)) return { kind: 'work', record };
  const reasons = record.findings.filter(({ level }) => level === 'error').map(({ message }) => message);
  return rejected({
    fr: reasons.map(({ fr }) => fr).join(' ; '),
    en: reasons.map(({ en }) => en).join('; '),
  });
}

/** What a format can say of a work. */
export function carriesOf(writer: Writer): Carrying {
  return writer.carries ?? graphCarries;
}

/** A correction with its values read and tidied like those of any source. */
export function patchOf({ work, set = {}, unset, reason, source, place }: Correction): Patch {
  const origin: Origin = {
    source: { name: 'corrections', system: 'correction' },
    file: place.file,
    line: place.line ?? 1,
  };
  const { thing } = tidy(draftOf(set, origin));
  const values = Object.fromEntries(Object.entries(thing).filter(([field]) => field in set));
  return { work, set: values, unset, reason, source, place };
}

function read(reader: Reader, piece: Piece, origin: Origin): Draft | Unreadable {
  try {
    return reader.parse(piece, origin);
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw new Error(`while reading ${origin.file}:${piece.line}`, { cause: error });
  }
}

import { describe, expect, test } from 'vitest';
import type { Draft, Origin } from '../../pipeline/base/draft.ts';
import { type Piece, type Reader, Unreadable } from '../../pipeline/read/reader.ts';

/** Samples of one format. */
export interface Fixtures {
  /** One record. */
  readonly one: string;
  /** Two records. */
  readonly two: string;
  /** Two good records, and one between them that cannot be read. */
  readonly broken: string;
  /** One record whose title holds hyphens, quotes « » “ ” ', accents, &, < and an emoji. */
  readonly awkward: string;
  readonly awkwardTitle: string;
  /** Samples of other formats, which the reader must leave alone. */
  readonly others: readonly string[];
}

/** Where the records of a test stand. */
export function originAt(line: number, file = 'sample.txt'): Origin {
  return { source: { name: 'sample', system: 'test' }, file, line };
}

/** Reads each record as the pipeline does: what cannot be read is set aside, and the others go on. */
export function readAll(reader: Reader, text: string) {
  const drafts: Draft[] = [];
  const rejected: { piece: Piece; error: Unreadable }[] = [];
  for (const piece of reader.cut(text)) {
    if (piece.kind === 'aside') continue;
    try {
      drafts.push(reader.parse(piece, originAt(piece.line)));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      rejected.push({ piece, error });
    }
  }
  return { drafts, rejected };
}

/** What every reader owes to the rest of the house (style.md section 9). */
export function readerContract(reader: Reader, fixtures: Fixtures): void {
  const { one, two, broken, awkward, awkwardTitle, others } = fixtures;
  const titleOf = (draft: Draft | undefined) =>
    draft?.titles?.find(({ role }) => role === 'main')?.text.value;

  describe(`the reader ${reader.name}`, () => {
    test('has a name, a title in two languages and extensions in lower case', () => {
      expect(reader.name).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(reader.title.fr && reader.title.en).toBeTruthy();
      expect(reader.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      for (const extension of reader.extensions) expect(extension).toMatch(/^\.[a-z0-9.]+$/);
    });

    test.each(['one', 'two', 'broken', 'awkward'] as const)('sniffs its own sample: %s', (name) => {
      expect(reader.sniff(fixtures[name])).toBe(true);
      expect(reader.sniff(fixtures[name].replaceAll('\n', '\r\n'))).toBe(true);
    });

    test.each(others.map((text) => [text.trim().slice(0, 60), text]))(
      'sniffs no other format: %j',
      (_head, text) => {
        expect(reader.sniff(text)).toBe(false);
      },
    );

    test.each(['', ' ', '\n\n', '\r\n'])(
      'sniffs nothing in, and cuts nothing from, the empty text %j',
      (text) => {
        expect(reader.sniff(text)).toBe(false);
        expect([...reader.cut(text)].filter(({ kind }) => kind === 'record')).toEqual([]);
      },
    );

    test.each([
      ['one record is one', one, 1],
      ['two records are two', two, 2],
    ])('%s', (_name, text, count) => {
      const { drafts, rejected } = readAll(reader, text);
      expect(rejected).toEqual([]);
      expect(drafts).toHaveLength(count);
      for (const draft of drafts) expect(titleOf(draft)).toBeTruthy();
    });

    test('reads the same record whatever the line ends', () => {
      const withoutPlaces = (text: string) => readAll(reader, text).drafts;
      expect(withoutPlaces(two.replaceAll('\n', '\r\n'))).toEqual(withoutPlaces(two));
    });

    test('tells the line on which a record begins', () => {
      const lines = two.split('\n');
      const starts = [...reader.cut(two)].filter(({ kind }) => kind === 'record').map(({ line }) => line);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      expect(new Set(starts).size).toBe(2);
      for (const line of starts) expect(lines[line - 1]?.trim()).toBeTruthy();
      const [, second = 0] = starts;
      const pushed = [...reader.cut(`\n\n${two}`)]
        .filter(({ kind }) => kind === 'record')
        .map(({ line }) => line);
      expect(pushed[1]).toBe(second + 2);
    });

    test('rejects a broken record alone, in two languages, on its line', () => {
      const { drafts, rejected } = readAll(reader, broken);
      expect(drafts).toHaveLength(2);
      expect(rejected).toHaveLength(1);
      const [{ piece, error } = { piece: undefined, error: undefined }] = rejected;
      expect(error?.words.fr && error.words.en).toBeTruthy();
      expect(error?.line ?? piece?.line).toBeGreaterThanOrEqual(piece?.line ?? 0);
      expect(error?.line ?? 1).toBeLessThanOrEqual(broken.split('\n').length);
    });

    test('T5 keeps hyphens, quotes, accents, ampersands, angle brackets and emoji of a title', () => {
      expect(titleOf(readAll(reader, awkward).drafts[0])).toBe(awkwardTitle);
    });

    test('says nothing that is empty: no empty text, no null', () => {
      for (const text of [one, two, awkward]) {
        for (const draft of readAll(reader, text).drafts) expect(hollow(draft)).toEqual([]);
      }
    });

    test('gives each record its origin, and the same draft for the same text', () => {
      const [first] = readAll(reader, one).drafts;
      expect(first?.origin.file).toBe('sample.txt');
      expect(readAll(reader, one).drafts[0]).toEqual(first);
    });
  });
}

/** The paths of empty texts and nulls. What is kept unmapped is the source's own and may be anything. */
function hollow(value: unknown, path = ''): readonly string[] {
  if (value === null || value === '') return [path];
  if (typeof value !== 'object' || path === '/unmapped') return [];
  return Object.entries(value).flatMap(([key, inner]) => hollow(inner, `${path}/${key}`));
}

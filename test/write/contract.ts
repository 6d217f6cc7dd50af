import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIri } from '../../pipeline/base/iri.ts';
import type { Entry } from '../../pipeline/base/sink.ts';
import { dcterms, schema } from '../../pipeline/base/terms.ts';
import type { Opened, Writer } from '../../pipeline/write/writer.ts';
import { comparable, type Lines, linesOf, parsersOf } from './parsers.ts';
import { dataset, entries, entryOf, type Statement, statementsOfEntries } from './sample.ts';

/** What every writer keeps, whatever its format. */
export function contract(writer: Writer): void {
  describe(`the writer ${writer.name}`, () => {
    test('gives the same bytes twice', async () => {
      expect(fileOf(await writer.open(dataset), entries)).toBe(fileOf(await writer.open(dataset), entries));
    });

    test('gives for an entry the same text whatever was written before', async () => {
      const opened = await writer.open(dataset);
      const forwards = entries.map((entry) => opened.one(entry));
      const backwards = entries.toReversed().map((entry) => opened.one(entry));
      expect(backwards.toReversed()).toEqual(forwards);
    });

    test('lays shards end to end as one file', async () => {
      const [first, second] = [await writer.open(dataset), await writer.open(dataset)];
      const shards = [bodyOf(first, entries.slice(0, 2)), bodyOf(second, entries.slice(2))];
      const whole = fileOf(first, entries);
      expect(first.head + shards.join(first.between) + first.tail).toBe(whole);
    });

    test('ends its file with a line end and has no line end but \\n', async () => {
      const text = fileOf(await writer.open(dataset), entries);
      expect(text.endsWith('\n')).toBe(true);
      expect(text).not.toContain('\r');
    });

    if (writer.takes === 'graph') graphContract(writer);
    else worksContract(writer);
  });
}

function graphContract(writer: Writer): void {
  const graph = ['application/n-quads', 'application/trig'].includes(writer.mediaType)
    ? dataset.graph
    : undefined;

  describe.each(Object.entries(parsersOf[writer.mediaType] ?? {}))('as %s reads it', (reader, parse) => {
    const agree = (read: Lines, said: Lines) =>
      expect(comparable(reader, read)).toEqual(comparable(reader, said));

    test.each([0, 1, 2, 3, 4])('is the same graph with %i entries', async (count) => {
      const text = fileOf(await writer.open(dataset), entries.slice(0, count));
      agree(await parse(text), linesOf(statementsOfEntries.slice(0, count).flat(), graph));
    });

    test('has no blank node', async () => {
      const lines = await parse(fileOf(await writer.open(dataset), entries));
      expect(lines.filter((line) => /^_:|^\S+ \S+ _:/.test(line))).toEqual([]);
    });

    test('is the same graph for whatever texts and IRIs', async () => {
      const opened = await writer.open(dataset);
      await fc.assert(
        fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 5 }), async (statements) => {
          const text = fileOf(opened, [entryOf(statements)]);
          agree(await parse(text), linesOf(statements, graph));
        }),
        { seed: 20231107, numRuns: 150 },
      );
    });
  });

  test('has an independent reader', () => {
    expect(Object.keys(parsersOf[writer.mediaType] ?? {}).length).toBeGreaterThan(1);
  });

  if (writer.lines) {
    test('puts a whole statement on each line', async () => {
      const lines = fileOf(await writer.open(dataset), entries)
        .trimEnd()
        .split('\n');
      expect(lines.filter((line) => !/^<[^>]*> <[^>]*> [^\n]* \.$/.test(line))).toEqual([]);
    });
  }
}

function worksContract(writer: Writer): void {
  test('says what it can carry, and nothing of it twice', () => {
    expect(Object.keys(writer.carries ?? {})).toContain('titles.main');
  });

  test('says the title of each work, and nothing that no source said', async () => {
    const text = fileOf(await writer.open(dataset), entries);
    expect(text).toContain('Répondre aux demandes');
    expect(text).not.toMatch(/undefined|\[object Object\]|\bNaN\b|\bnull\b/);
  });

  test('refuses what is not a work', async () => {
    const { one } = await writer.open(dataset);
    expect(() => one(entryOf([]))).toThrow('not a work');
  });
}

/** One output as its user lays it down. */
function fileOf(opened: Opened, all: readonly Entry[]): string {
  return opened.head + bodyOf(opened, all) + opened.tail;
}

function bodyOf(opened: Opened, all: readonly Entry[]): string {
  return all.map((entry) => opened.one(entry)).join(opened.between);
}

const subject = 'https://data.example.org/lab/work/any';
// What XML 1.0 cannot hold is taken out before; test/write/rdfxml.test.ts has the refusal.
const words = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\t'));
// A path of dots only is a step up or none, which a reader may resolve; noncharacters are no part of RFC 3987.
const iri = fc
  .tuple(
    fc.constantFrom('https://example.org/', 'http://schema.org/', 'urn:x:', 'dc:'),
    fc.string({ unit: 'grapheme' }),
  )
  .map(([start, rest]) => start + encodeURI(rest.replace(/[./]/g, '-')))
  .filter(isIri);

const statement: fc.Arbitrary<Statement> = fc.oneof(
  words.map((text): Statement => [subject, dcterms('description'), 'literal', text]),
  words.map((text): Statement => [subject, schema('publisher'), 'literal', text]),
  words.map((text): Statement => [subject, dcterms('title'), 'language', text, 'fr']),
  iri.map((address): Statement => [subject, schema('sameAs'), 'iri', address]),
  iri.map((address): Statement => [subject, dcterms('isPartOf'), 'iri', address]),
);

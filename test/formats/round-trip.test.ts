import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { carriesOf, type Reader, readerNamed, readers, type Writer, writers } from '../../pipeline/stages.ts';
import { samples } from './samples.ts';
import { afterTrip, collectionsIn, needless, sample, worksOf } from './trip.ts';

/** Output formats that can be read again, and by whom. */
const pairs: readonly (readonly [Writer, Reader])[] = writers.flatMap((writer) => {
  const name =
    writer.takes === 'graph' ? 'rdf' : ({ ndjson: 'work', highwire: 'html' }[writer.name] ?? writer.name);
  const reader = readerNamed(name);
  return reader ? [[writer, reader] as const] : [];
});

test('every format that is read has a sample with all its fields', () => {
  const known = new Set([...samples.map(([format]) => format), 'crossref', 'page', 'reference', 'work']);
  expect(readers.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});

describe.each(pairs.map(([writer, reader]) => [writer.name, writer, reader] as const))(
  'into %s and back',
  (_, writer, reader) => {
    test.each(samples)('the records of %s (%s) lose exactly what is announced', async (format, file) => {
      if (!existsSync(new URL(`../read/samples/${file}`, import.meta.url))) return;
      const source = readerNamed(format);
      if (!source) throw new Error(`no reader ${format}`);
      for (const before of collectionsIn(sample(file), source)) {
        const { differences, collections } = await afterTrip([before], writer, reader);
        expect(differences).toEqual([]);
        // A kind that was said to be lost and came back whole would be a false alarm.
        const [work] = worksOf([before]);
        const [after] = worksOf(collections);
        if (writer.takes === 'works' && format === reader.name && work && after)
          expect(needless(work, after, carriesOf(writer))).toEqual([]);
      }
    });
  },
);

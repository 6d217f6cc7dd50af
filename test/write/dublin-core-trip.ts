import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lossesBy } from '../../pipeline/base/losses.ts';
import type { FieldName } from '../../pipeline/base/values.ts';
import type { Work } from '../../pipeline/base/work.ts';
import {
  carriesOf,
  entriesOf,
  type Reader,
  readers,
  reconcileAlone,
  type Writer,
} from '../../pipeline/stages.ts';
import { afterTrip, collectionsIn, needless, sample, worksOf } from '../formats/trip.ts';
import { reviewed, workOf } from '../works.ts';

/** Samples with every field of their format. */
// biome-ignore format: a table
const samples: readonly (readonly [format: string, file: string])[] = [
  ['bibtex', 'bibtex.bib'], ['csl', 'csl.json'], ['csv', 'csv.csv'], ['datacite', 'datacite.json'], ['datacite', 'datacite.xml'],
  ['hal', 'hal.json'], ['hal-tei', 'hal-tei.xml'], ['html', 'html.html'], ['oai-dc', 'oai-dc.xml'], ['openaire', 'openaire.xml'],
  ['openalex', 'openalex.json'], ['qdc', 'qdc.xml'], ['ris', 'ris.ris'], ['schema', 'schema.jsonld'], ['zotero', 'zotero.json'],
];

/** Kinds of value in which a reader finds again, under a wider name, what was said to be lost of another kind. */
export type Wider = readonly FieldName[];

/**
 * Writes every sample and reads it again: nothing is missing beyond what the writer says, what comes back under a wider
 * name is made of words that the work held, and no loss is announced for nothing.
 */
export function roundTrips(
  writer: Writer,
  reader: Reader,
  wider: Wider,
  guessed: readonly FieldName[],
): void {
  describe.each(
    samples.filter(([, file]) => existsSync(new URL(`../read/samples/${file}`, import.meta.url))),
  )('the records of %s (%s), written and read again', (format, file) => {
    const source = readers.find(({ name }) => name === format);
    const before = source ? collectionsIn(sample(file), source) : [];

    test.skipIf(!source)('lose exactly what is announced', async () => {
      for (const collection of before) {
        const { differences, collections } = await afterTrip([collection], writer, reader);
        const [work] = worksOf([collection]);
        const [after] = worksOf(collections);
        if (!work || !after) throw new Error('no work');
        expect(differences.filter((difference) => !isWider(difference, work, wider))).toEqual([]);
        const announced = needless(work, after, carriesOf(writer));
        expect(announced.filter((field) => !guessed.includes(field))).toEqual([]);
      }
    });
  });
}

/** Words that our readers add of themselves: names of relations and roles, and of the place where a value was kept. */
const ours: ReadonlySet<string> = new Set(
  wordsOf(
    'vol n p isRelatedTo isPartOf hasVersion isVersionOf alternative translated landing fulltext format version source scheme IMT value info eu repo grantAgreement classification citationConferencePlace citationConferenceDate',
  ),
);

function isWider(difference: string, work: Work, wider: Wider): boolean {
  const [, field = '', words = ''] = /^\+ ([\w.]+): (.*)$/s.exec(difference) ?? [];
  if (!wider.some((name) => name === field)) return false;
  const held = new Set(wordsOf(JSON.stringify(work)));
  return wordsOf(words).every((word) => held.has(word) || ours.has(word));
}

function wordsOf(text: string): readonly string[] {
  return (
    decoded(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('\\n', ' '));
  } catch {
    return text.replaceAll('\\n', ' ');
  }
}

/** A work and all that the trip makes of it. */
export async function trip(fields: Parameters<typeof workOf>[0], writer: Writer, reader: Reader) {
  const collection = reconcileAlone(reviewed(workOf(fields)));
  const { differences, collections } = await afterTrip([collection], writer, reader);
  const work = worksOf([collection])[0];
  const after = worksOf(collections)[0];
  if (!work || !after) throw new Error('no work');
  return {
    differences,
    after,
    lost: lossesBy(carriesOf(writer))(work).map(({ field, value }) => `${field}: ${value}`),
  };
}

/** The entry of a work, for the writers. */
export function entryOfWork(work: Work) {
  const collection = reconcileAlone(reviewed(work));
  const entry = entriesOf(collection, 'https://data.example.org/id/').find((each) => each.work);
  if (!entry) throw new Error('no work');
  return entry;
}

/** The lines of a record between its container, without their indent. */
export function linesOf(record: string): readonly string[] {
  return record
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map((line) => line.trim());
}

import { readFileSync } from 'node:fs';
import { codeList } from '../../pipeline/base/code-list.ts';
import type { Collection } from '../../pipeline/base/entity.ts';
import { halFunders } from '../../pipeline/base/hal-words.ts';
import { type Carrying, type Loss, lossesBy } from '../../pipeline/base/losses.ts';
import { type FieldName, fields } from '../../pipeline/base/values.ts';
import type { IdentifiedWork, Work } from '../../pipeline/base/work.ts';
import {
  carriesOf,
  entriesOf,
  gather,
  openedFor,
  type Reader,
  reconcileAlone,
  type Writer,
} from '../../pipeline/stages.ts';

const dataset = {
  base: 'https://data.example.org/id/',
  graph: 'https://data.example.org/id/dataset',
};

/** A sample of a format, kept beside the tests of its reader. */
export function sample(file: string): string {
  return readFileSync(new URL(`../read/samples/${file}`, import.meta.url), 'utf8');
}

/** The works of a text, each with what it refers to; a record that is rejected fails the test. */
export function collectionsIn(text: string, reader: Reader): readonly Collection[] {
  const origin = { source: { name: 'sample', system: reader.name }, file: `sample${reader.extensions[0]}` };
  return [...reader.cut(text)].flatMap((piece) => {
    const gathered = gather(reader, piece, origin);
    if (gathered.kind === 'rejected')
      throw new Error(
        `${reader.name} rejects what was written: ${gathered.rejected.reason.en}\n${piece.text}`,
      );
    return gathered.kind === 'work' ? [reconcileAlone(gathered.record)] : [];
  });
}

/** Works as a whole output of a format, as `moisson convert` makes it. */
export async function written(collections: readonly Collection[], writer: Writer): Promise<string> {
  const opened = await openedFor(writer, dataset);
  const blocks = collections
    .flatMap((collection) => entriesOf(collection, dataset.base))
    .filter(({ work }) => writer.takes === 'graph' || work)
    .map((entry) => opened.one(entry));
  return opened.head + blocks.join(opened.between) + opened.tail;
}

/** What is not as it was, one line a difference: `− field: value` is missing, `+ field: value` was not there. */
export type Differences = readonly string[];

// A kind that a format writes coarser comes back as another kind; that it was lost is said.
const coarse: ReadonlySet<FieldName> = new Set([
  'type',
  'titles.main',
  'container.type',
  'contributions.role',
  'contributions.kind',
  'links.role',
]);

/** How a work differs from what it was, once what is known to be lost is left out. */
export function differences(before: Work, after: Work, losses: readonly Loss[]): Differences {
  return fields.flatMap(({ name, of }) => {
    const lost = losses.filter(({ field }) => field === name).map(({ value }) => value);
    const expected = without(of(before), lost);
    const found = of(after);
    const missing = without(expected, found).map((value) => `− ${name}: ${value}`);
    const added = without(found, expected)
      .filter((value) => !(name.endsWith('.lang') && isOfWork(value, before)))
      .filter((value) => !isMadeOf(name === 'unmapped' ? value.slice(value.indexOf(' ')) : value, before))
      .map((value) => `+ ${name}: ${value}`);
    return lost.length > 0 && coarse.has(name) ? missing : [...missing, ...added];
  });
}

/**
 * Whether every word of a value stood in the work: what was said to be lost of one kind may come back under a wider
 * name, as a series does in `dc:relation`; what nobody said may not.
 */
function isMadeOf(value: string, work: Work): boolean {
  const known = new Set([...wordsOf(JSON.stringify(work).replaceAll(/\\[nrt]/g, ' ')), ...ours]);
  return wordsOf(value.replaceAll(/%20/g, ' ')).every((word) => known.has(word));
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Words of the model and of readers that name a place. */
const ours: ReadonlySet<string> = new Set([
  ...wordsOf(
    'isRelatedTo isPartOf hasPart isVersionOf alternative main subtitle translated short author editor other contributor ' +
      'person organisation unknown landing fulltext publisher supplement journal series vol amp https http ' +
      'info eu repo grantAgreement classification ddc print',
  ),
  // HAL names the funders of its projects in its own words.
  ...Object.values(halFunders).flatMap(({ name }) => wordsOf(name)),
  // HAL names a role by its MARC code, which is then one that was said.
  ...codeList('roles').terms.flatMap((role) => codeList('roles').write('marc', role) ?? []),
]);

/** Formats with one language for the whole record give it to its texts when they are read (crosswalk section 7). */
function isOfWork(value: string, { languages }: Work): boolean {
  return languages.length === 1 && value.endsWith(languages[0] ?? ' ');
}

/** The differences after writing and reading again, beyond what the writer says that it loses. */
export async function afterTrip(
  collections: readonly Collection[],
  writer: Writer,
  reader: Reader,
): Promise<{ readonly differences: Differences; readonly collections: readonly Collection[] }> {
  const text = await written(collections, writer);
  const back = collectionsIn(text, reader);
  const losses = lossesBy(carriesOf(writer));
  const found = worksOf(back);
  return {
    collections: back,
    differences: worksOf(collections).flatMap((work, index) => {
      const after = found[index];
      return after ? differences(work, after, losses(work)) : [`− work ${work.id}`];
    }),
  };
}

export const worksOf = (collections: readonly Collection[]): readonly IdentifiedWork[] =>
  collections.flatMap(({ works }) => works);

/** Losses that a format announces but that never happen: kinds that came back whole though said to be lost. */
export function needless(before: Work, after: Work, carries: Carrying): readonly FieldName[] {
  const losses = lossesBy(carries)(before);
  return [...new Set(losses.map(({ field }) => field))].filter((field) => {
    // Another kind may come back by chance as the one it was.
    if (coarse.has(field)) return false;
    const of = fields.find(({ name }) => name === field)?.of ?? (() => []);
    return without(of(before), of(after)).length === 0;
  });
}

/** The values of a list that another does not have, each as often as it is lacking. */
function without(values: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return values.filter((value) => {
    const at = left.indexOf(value);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OaiRecord } from '../../pipeline/base/oai.ts';
import type { RecordStore } from '../../pipeline/base/record-store.ts';
import type { IdentifiedWork } from '../../pipeline/base/work.ts';
import type { Repository } from '../../pipeline/serve/oai-app.ts';
import { gather, readersOf, reconcileAlone, workEntry } from '../../pipeline/stages.ts';
import { oaiFormats } from '../../pipeline/write/index.ts';

const samples = join(import.meta.dirname, '../read/samples');

/** The works in the samples of all readers, which have every field. */
export function sampleWorks(): readonly IdentifiedWork[] {
  return readdirSync(samples).flatMap((name) => {
    const text = readFileSync(join(samples, name), 'utf8');
    const [reader] = readersOf(text, name);
    if (!reader) throw new Error(`no reader of ${name}`);
    return [...reader.cut(text)].flatMap((piece) => {
      const gathered = gather(reader, piece, { source: { name: 'sample', system: reader.name }, file: name });
      return gathered.kind === 'work' ? reconcileAlone(gathered.record).works : [];
    });
  });
}

/** A live record of a work. */
export function recordOf(work: IdentifiedWork, more: Partial<OaiRecord> = {}): OaiRecord {
  return {
    id: work.id,
    datestamp: '2026-01-15T08:00:00Z',
    isDeleted: false,
    sets: [`type:${work.type}`],
    work: JSON.stringify(work),
    lacks: oaiFormats.filter((format) => !format.carries(work)).map(({ prefix }) => prefix),
    ...more,
  };
}

/** So many records, each a minute younger than the one before; one in twenty is withdrawn, one in three in the set `third`. */
export function* many(count: number, works = sampleWorks()): Iterable<OaiRecord> {
  for (let number = 0; number < count; number += 1) {
    const work = works[number % works.length];
    if (!work) throw new Error('no sample');
    const id = `work/${String(number).padStart(6, '0')}`;
    const isDeleted = number % 20 === 7;
    const sets = [`type:${work.type}`, ...(number % 3 === 0 ? ['third'] : [])];
    const content = isDeleted ? { work: undefined, lacks: [] } : { work: JSON.stringify({ ...work, id }) };
    yield recordOf(work, { id, datestamp: stamp(number), isDeleted, sets, ...content });
  }
}

/** The datestamp of one of them. */
export const stamp = (number: number) =>
  new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString().replace('.000Z', 'Z');

const base = 'https://data.example.org/id/';

/** A repository from a store. */
export function repositoryFrom(store: RecordStore, more: Partial<Repository> = {}): Repository {
  return {
    store,
    name: 'Mon labo',
    domain: 'data.example.org',
    email: 'web@labo.example.org',
    pageOf: (id) => `${base}${id}.html`,
    entryOf: (work) => workEntry(work, base),
    now: () => '2026-02-01T12:00:00Z',
    ...more,
  };
}

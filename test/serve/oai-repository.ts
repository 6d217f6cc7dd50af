import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { OaiRecord } from '../../pipeline/base/oai.ts';
import { openRecords, writeRecords } from '../../pipeline/base/record-store.ts';
import type { IdentifiedWork } from '../../pipeline/base/work.ts';
import type { Repository } from '../../pipeline/serve/oai-app.ts';
import { entriesOf, gather, readersOf, reconcileAlone } from '../../pipeline/stages.ts';
import { oaiFormats } from '../../pipeline/write/index.ts';
import { folderOf } from '../commands/moisson.ts';

const base = 'https://data.example.org/id/';
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

/** A repository of these records until the test is over. */
export function repositoryOf(records: Iterable<OaiRecord>, more: Partial<Repository> = {}): Repository {
  const folder = folderOf({});
  const path = join(folder, 'oai.sqlite');
  writeRecords(path, records, (spec) => `Set ${spec}`);
  const store = openRecords(path);
  onTestFinished(() => store.close());
  return {
    store,
    name: 'Mon labo',
    domain: 'data.example.org',
    email: 'web@labo.example.org',
    pageOf: (id) => `${base}${id}.html`,
    entryOf: (work) => {
      const [entry] = entriesOf({ ...nothing, works: [work] }, base);
      if (!entry) throw new Error('unreachable');
      return entry;
    },
    now: () => '2026-02-01T12:00:00Z',
    ...more,
  };
}

const nothing = { works: [], agents: [], journals: [], parts: [], concepts: [], sources: [], tombstones: [] };

import { statSync } from 'node:fs';
import type { OaiRecord } from '../pipeline/base/oai.ts';
import { openRecords, writeRecords } from '../pipeline/base/record-store.ts';
import type { IdentifiedWork } from '../pipeline/base/work.ts';
import { oaiApp } from '../pipeline/serve/oai-app.ts';
import { gather, readerNamed, reconcileAlone, workEntry } from '../pipeline/stages.ts';
import { oaiFormats } from '../pipeline/write/index.ts';
import { newClock, type Spent } from './clock.ts';
import { median } from './measure.ts';
import { records } from './records.ts';

// One task on a store of records: `oai-child.js write|serve <path> <records>`; the answer goes to the parent as a message.

/** What writing a store cost. */
export interface StoreWritten extends Spent {
  /** Bytes of the file, and of the largest resident set of the process. */
  readonly size: number;
  readonly peak: number;
}

/** What a list took from a server: pages from the beginning, and pages before the end. */
export interface StoreServed extends Spent {
  readonly pages: number;
  readonly recordsPerPage: number;
  /** Milliseconds a page, the median. */
  readonly first: number;
  readonly last: number;
  /** Bytes of the largest resident set of the process. */
  readonly peak: number;
}

const base = 'https://data.example.org/id/';
/** So many works stand for all: each has many records. */
const distinct = 1000;
const pages = 300;

const [, , task = '', path = '', count = '0'] = process.argv;
process.send?.(task === 'write' ? await written(Number(count)) : await served(Number(count)));
process.disconnect?.();

async function written(number: number): Promise<StoreWritten> {
  const works = worksOf();
  const clock = newClock();
  clock.timeSync(() => writeRecords(path, recordsOf(works, number), (spec) => spec));
  return { ...clock.read(), size: statSync(path).size, peak: process.resourceUsage().maxRSS * 1024 };
}

function worksOf(): readonly IdentifiedWork[] {
  const reader = readerNamed('crossref');
  if (!reader) throw new Error('no reader');
  const works: IdentifiedWork[] = [];
  for (const text of records(distinct)) {
    const piece = { text, line: 1, kind: 'record' } as const;
    const gathered = gather(reader, piece, { source: { name: 'made', system: 'crossref' }, file: 'made' });
    if (gathered.kind === 'work') works.push(...reconcileAlone(gathered.record).works);
  }
  return works;
}

/** A second between two records, so that they are a list in time. */
function* recordsOf(works: readonly IdentifiedWork[], number: number): Iterable<OaiRecord> {
  const texts = works.map((work) => JSON.stringify(work));
  for (let at = 0; at < number; at += 1) {
    const work = works[at % works.length];
    if (!work) throw new Error('no works');
    yield {
      id: idOf(at),
      datestamp: stampOf(at),
      isDeleted: false,
      sets: [`type:${work.type}`, `year:${1990 + (at % 36)}`, 'isidore'],
      work: texts[at % texts.length],
      lacks: oaiFormats.filter((format) => !format.carries(work)).map(({ prefix }) => prefix),
    };
  }
}

function idOf(at: number): string {
  return `work/${String(at).padStart(8, '0')}`;
}

function stampOf(at: number): string {
  return `${new Date(Date.UTC(2020, 0, 1) + at * 1000).toISOString().slice(0, 19)}Z`;
}

async function served(number: number): Promise<StoreServed> {
  const store = openRecords(path);
  const app = oaiApp({
    store,
    name: 'bench',
    domain: 'data.example.org',
    email: 'bench@data.example.org',
    pageOf: (id) => `${base}${id}.html`,
    entryOf: (work) => workEntry(work, base),
    now: () => stampOf(number),
  });
  /** Milliseconds for each of so many pages of a list. */
  const walk = async (query: string, most: number): Promise<readonly number[]> => {
    const times: number[] = [];
    let next: string | undefined = query;
    while (next !== undefined && times.length < most) {
      const begun = performance.now();
      const text: string = await (
        await app(new Request(`http://localhost/oai?verb=ListRecords&${next}`))
      ).text();
      times.push(performance.now() - begun);
      const token = /<resumptionToken[^>]*>([^<]+)</.exec(text)?.[1];
      next = token && `resumptionToken=${token}`;
    }
    return times;
  };
  // Unmeasured ones, until the code is warm.
  await walk('metadataPrefix=oai_dc', 50);
  const clock = newClock();
  const first = await clock.time(() => walk('metadataPrefix=oai_dc', pages));
  const spent = clock.read();
  const from = stampOf(number - pages * 200);
  const last = await walk(`metadataPrefix=oai_dc&from=${from}`, pages);
  store.close();
  return {
    ...spent,
    pages: first.length,
    recordsPerPage: 200,
    first: median(first),
    last: median(last),
    peak: process.resourceUsage().maxRSS * 1024,
  };
}

import { appendFileSync, writeFileSync } from 'node:fs';
import type { Entry } from '../../pipeline/base/sink.ts';
import { entriesOf, gather, type Reader, readerNamed, reconcileAlone } from '../../pipeline/stages.ts';
import { type Task, Unavailable } from '../contender.ts';
import { linesOf } from './lines-of.ts';
import { base } from './moisson.ts';

const batchSize = 500;

/** The things of the records in the file, read, tidied, checked and given their IRIs, some records at a time. */
export function* entryBatches({ input }: Task): Generator<readonly Entry[], void, undefined> {
  const reader = crossref();
  let entries: Entry[] = [];
  let line = 0;
  for (const text of linesOf(input)) {
    line++;
    entries.push(...entriesOfLine(reader, text, line));
    if (line % batchSize > 0) continue;
    yield entries;
    entries = [];
  }
  if (entries.length > 0) yield entries;
}

/** The reader of Crossref records. */
export function crossref(): Reader {
  const reader = readerNamed('crossref');
  if (!reader) throw new Unavailable('there is no reader named crossref');
  return reader;
}

/** The things of one record. */
export function entriesOfLine(reader: Reader, text: string, line: number): readonly Entry[] {
  // The name that the command line gives to the benchmark's file, so that the statements are the same.
  const source = { name: 'records', system: reader.name, format: reader.mediaType };
  const gathered = gather(reader, { text, line, kind: 'record' }, { source, file: 'records.jsonl' });
  return gathered.kind === 'work' ? entriesOf(reconcileAlone(gathered.record), base) : [];
}

/** Where a writing contender puts its text: encoded into memory, and kept in the output file only for a few records. */
export function textTaker({ output, records }: Task): (text: string) => void {
  let buffer = Buffer.allocUnsafe(1024 * 1024);
  const isKept = records <= 200;
  if (isKept) writeFileSync(output, '');
  return (text) => {
    if (text.length * 3 > buffer.length) buffer = Buffer.allocUnsafe(text.length * 3);
    const length = buffer.write(text);
    if (isKept) appendFileSync(output, buffer.subarray(0, length));
  };
}

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseHtml } from 'parse5';
import { SaxesParser } from 'saxes';
import { Output } from '../pipeline/output.ts';
import {
  entriesOf,
  gather,
  openedFor,
  readerNamed,
  reconcileAlone,
  writerNamed,
} from '../pipeline/stages.ts';
import { records as made } from './records.ts';

// What one reader costs: `reader-child.js <reader> <sample>`; the answer goes to the parent as a message.

/** Microseconds of processor time for a record of a sample. */
export interface ReaderRow {
  readonly reader: string;
  readonly file: string;
  readonly records: number;
  readonly bytes: number;
  /** The parser of that syntax alone, on the same text. */
  readonly parser: string;
  readonly bare: number;
  /** Cut and read into drafts. */
  readonly read: number;
  /** From the text to N-Triples in memory. */
  readonly whole: number;
}

// Records read before any is measured, the same number for every sample: when time alone was counted, Crossref's were
// warm long before those of a page of HTML.
const warming = 2000;

const [, , name = '', href = ''] = process.argv;
const path = fileURLToPath(href);
// Crossref's own are made, as for all the rest of the benchmark.
const text = name === 'crossref' ? `${[...made(200)].join('\n')}\n` : readFileSync(path, 'utf8');
const reader = readerNamed(name);
const writer = writerNamed('ntriples');
if (!reader || !writer) throw new Error(`no reader ${name}`);
const origin = { source: { name: 'sample', system: name }, file: path };
const opened = await openedFor(writer, {
  base: 'https://example.org/id/',
  graph: 'https://example.org/id/dataset',
});
const out = new Output(opened.between);

const records = [...reader.cut(text)].filter(({ kind }) => kind === 'record').length;
const [parser, parse] = bareParser(text);
const row: ReaderRow = {
  reader: name,
  file: basename(path),
  records,
  bytes: Math.round(Buffer.byteLength(text) / records),
  parser,
  bare: microseconds(parse),
  read: microseconds(() => {
    for (const piece of reader.cut(text))
      if (piece.kind === 'record') reader.parse(piece, { ...origin, line: 1 });
  }),
  whole: microseconds(() => {
    for (const piece of reader.cut(text)) {
      const gathered = gather(reader, piece, origin);
      if (gathered.kind !== 'work') continue;
      for (const entry of entriesOf(reconcileAlone(gathered.record), 'https://example.org/id/'))
        out.add(opened.one(entry));
    }
    out.take();
  }),
};
process.send?.(row);
process.disconnect?.();

/**
 * Microseconds a record, once warm: some records unmeasured, then fifteen spells of a tenth of a second, of which the
 * least counts. A core that is shared with others is slower by half for seconds at a time, never faster.
 */
function microseconds(work: () => void): number {
  for (let done = 0; done < warming; done += records) work();
  return Math.min(...Array.from({ length: 15 }, () => spell(work)));
}

function spell(work: () => void): number {
  const before = process.cpuUsage();
  let rounds = 0;
  for (const end = performance.now() + 100; performance.now() < end; rounds += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / rounds / records;
}

/** The fastest sound parser of the syntax that a person would take. */
function bareParser(sample: string): readonly [name: string, parse: () => void] {
  const start = sample.trimStart();
  if (path.endsWith('.jsonl')) {
    return [
      'JSON.parse of each line',
      () => {
        for (const line of sample.trimEnd().split('\n')) JSON.parse(line);
      },
    ];
  }
  if (/^[[{]/.test(start)) return ['JSON.parse', () => void JSON.parse(sample)];
  if (path.endsWith('.html'))
    // As saxes does by itself: a reader has to say on which line something is wrong.
    return ['parse5', () => void parseHtml(sample)];
  if (start.startsWith('<'))
    return ['saxes with namespaces', () => void new SaxesParser({ xmlns: true }).write(sample).close()];
  if (path.endsWith('.csv')) {
    const delimiter = sample.slice(0, sample.indexOf('\n')).includes(';') ? ';' : ',';
    return ['csv-parse', () => void parseCsv(sample, { delimiter, bom: true, relax_column_count: true })];
  }
  // Neither RIS nor BibTeX has a bare parser: every line and its tag, or every brace, is the least that one looks at.
  if (path.endsWith('.ris')) {
    return [
      'a regular expression on each line',
      () => {
        for (const line of sample.split(/\r?\n/)) /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line);
      },
    ];
  }
  return [
    'a count of the braces',
    () => {
      let depth = 0;
      for (let at = 0; at < sample.length; at += 1) {
        const code = sample.charCodeAt(at);
        if (code === 0x7b) depth += 1;
        else if (code === 0x7d) depth -= 1;
      }
      if (depth < 0) throw new Error('unbalanced');
    },
  ];
}

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, recordsFile } from './build.ts';
import { svg } from './chart.ts';
import type { Contender, Task } from './contender.ts';
import { contenders } from './contenders/index.ts';
import { machine, versioned } from './machine.ts';
import { interleaved, once, type Trial } from './measure.ts';
import { oaiRows } from './oai.ts';
import { pagesReport } from './pages.ts';
import { readerRows } from './reading.ts';
import {
  markdown,
  oaiIn,
  oaiSection,
  readerSection,
  readersIn,
  siteIn,
  siteSection,
  sparqlIn,
  sparqlSection,
  withSection,
} from './results.ts';
import { difference, statementsOf } from './same.ts';
import { siteRows } from './site.ts';
import { sparqlRows } from './sparql.ts';
import { holds, type Row, targetsOf } from './targets.ts';

// npm run bench -- [--records 100000] [--rounds 3] [--full] [--part engine|readers|site|oai|sparql|pages] [--only name,name] [--date 2024-06-07]
//
// Writes bench/RESULTS.md and bench/RESULTS.svg; exit code 1 when a target that was measured is missed.
// `--part pages --pages folder --expected folder [--full]` tells how rightly pages that a person transcribed are read, and
// writes nothing; with `--full` each difference.
// `--full` measures memory with 10 000, 100 000 and 1 000 000 records: some 15 GB of disk, and an hour or so.

const { values: options } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    part: { type: 'string', default: 'all' },
    date: { type: 'string' },
    pages: { type: 'string', default: 'pages' },
    expected: { type: 'string', default: 'pages-expected' },
  },
});
const most = Number(options.records);
const rounds = Number(options.rounds);
if (!(Number.isSafeInteger(most) && most >= 2_000)) throw new Error('--records: a number of 2 000 or more');
if (!(Number.isSafeInteger(rounds) && rounds >= 1)) throw new Error('--rounds: a number of 1 or more');

/** Enough for every branch of the mapping, few enough for the slowest reader. */
const checked = 200;
const told = (words: string) => process.stderr.write(`${words}\n`);

const samples = new URL('../test/read/samples/', import.meta.url);

const results = new URL('RESULTS.md', import.meta.url);

/** The page of the last run, whose other part is kept when only one is measured. */
function oldPage(): string {
  return existsSync(results) ? readFileSync(results, 'utf8') : '';
}

async function readers(): Promise<string> {
  told('readers');
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  return readerSection(await readerRows(new URL('reader-child.js', child), samples, rounds), date);
}

/** Whole builds of labs, as long as there is patience. */
async function site(): Promise<string> {
  told('site');
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  const rows = await siteRows(new URL('site-child.js', child), [1_000, 10_000], { folder, rounds, told });
  return siteSection(rows, { machine: machine(), date, rounds });
}

/** Repositories of up to a million records. */
async function oai(): Promise<string> {
  told('oai');
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  const rows = await oaiRows(new URL('oai-child.js', child), [10_000, 1_000_000], { folder, told });
  return oaiSection(rows, { machine: machine(), date });
}

/** The graph of a large lab in the endpoint. */
async function sparql(): Promise<string> {
  told('sparql');
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  const rows = await sparqlRows(new URL('sparql-child.js', child), [10_000, most], { folder, told });
  return sparqlSection(rows, { machine: machine(), date });
}

/** The file with so many records, once it is asked for. */
const inputs = new Map<number, Promise<string>>();

interface Run extends Trial {
  readonly of: Contender;
}

if (options.part === 'pages') {
  process.stdout.write(pagesReport(options.pages, options.expected, options.full));
  process.exit();
}
told('compiling');
const child = build();
const folder = mkdtempSync(join(tmpdir(), 'moisson-bench-'));
const alone = { readers, site, oai, sparql }[options.part];
if (alone) {
  writeFileSync(results, withSection(oldPage(), await alone()));
  rmSync(folder, { recursive: true });
  process.exit();
}
try {
  const { usable, skipped } = await examined();
  const runs = await runsOf(usable.filter(({ kind }) => kind !== 'memory'));
  const rows = [...(await interleaved(child, runs, { rounds, told }))].map(([{ of, task }, sample]) =>
    rowOf(of, task, sample),
  );
  const memory = await memoryRows(usable);
  const isWhole = options.part === 'all';
  await report(rows, memory, {
    readers: isWhole ? await readers() : readersIn(oldPage()),
    site: isWhole ? await site() : siteIn(oldPage()),
    oai: isWhole ? await oai() : oaiIn(oldPage()),
    sparql: isWhole ? await sparql() : sparqlIn(oldPage()),
    skipped,
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

type Skipped = { readonly title: string; readonly reason: string };

/**
 * Every contender writes a few records. A package that cannot run here or writes other statements is set aside, and the
 * page says so; when Moisson itself writes other statements, the benchmark ends.
 */
async function examined(): Promise<{
  readonly usable: readonly Contender[];
  readonly skipped: readonly Skipped[];
}> {
  const only = options.only?.split(',');
  const wanted = contenders.filter(({ name }) => !only || name === 'parse' || only.includes(name));
  const input = await recordsFile(folder, checked);
  const usable: Contender[] = [];
  const skipped: Skipped[] = [];
  let expected: ReadonlySet<string> | undefined;
  for (const contender of wanted) {
    const task: Task = { input, output: join(folder, `${contender.name}.out`), records: checked };
    const outcome = await once(child, { contender: contender.name, task });
    if (typeof outcome === 'string') {
      told(`skipped: ${contender.name}: ${outcome}`);
      skipped.push({ title: contender.title, reason: outcome.replaceAll(folder, '…') });
      continue;
    }
    if (contender.syntax) {
      const statements = await statementsOf(contender, task.output);
      if (statements.size < checked) throw new Error(`${contender.name}: only ${statements.size} statements`);
      expected ??= statements;
      const fault = difference(expected, statements);
      if (fault !== undefined && contender.package) {
        told(`wrong: ${contender.name}: ${fault}`);
        skipped.push({ title: contender.title, reason: `not the same statements: ${fault}` });
        continue;
      }
      if (fault !== undefined) throw new Error(`${contender.name} does not write the same: ${fault}`);
      told(`right: ${contender.name}, ${statements.size} statements`);
    } else if (contender.name === 'citation-js') {
      const entries = readFileSync(task.output, 'utf8').match(/^@\w+\{/gm)?.length ?? 0;
      if (entries !== checked) throw new Error(`citation-js wrote ${entries} entries for ${checked} records`);
    }
    usable.push(contender);
  }
  return { usable, skipped };
}

/** One run of each contender on its share of the records, and parsing alone on each of these numbers. */
async function runsOf(usable: readonly Contender[]): Promise<readonly Run[]> {
  const parse = usable.find(({ name }) => name === 'parse');
  if (!parse) throw new Error('parsing alone cannot be run');
  const sized = usable.map((of) => ({ of, records: Math.max(2_000, Math.round(most * (of.share ?? 1))) }));
  const counts = new Set(sized.map(({ records }) => records));
  const references = [...counts]
    .filter((records) => records < most)
    .map((records) => ({ of: parse, records }));
  const runs: Run[] = [];
  for (const { of, records } of [...sized, ...references]) runs.push(await runOf(of, records));
  return runs;
}

async function runOf(of: Contender, records: number): Promise<Run> {
  const input = inputs.get(records) ?? recordsFile(folder, records);
  inputs.set(records, input);
  const task = { input: await input, output: join(folder, 'out'), records };
  return { of, contender: of.name, task };
}

async function memoryRows(usable: readonly Contender[]): Promise<readonly Row[]> {
  const counts = options.full ? [10_000, 100_000, 1_000_000] : [10_000];
  const rows: Row[] = [];
  for (const name of ['moisson-ntriples', 'moisson-jobs-2', 'moisson-distinct']) {
    const contender = usable.find((each) => each.name === name);
    if (!contender) continue;
    for (const records of counts) {
      const run = await runOf(contender, records);
      for (const [trial, sample] of await interleaved(child, [run], { rounds: 1, told }))
        rows.push(rowOf(trial.of, trial.task, sample));
    }
  }
  return rows;
}

function rowOf(
  { name, title, kind }: Contender,
  { records }: Task,
  sample: Omit<Row, 'contender' | 'title' | 'kind' | 'records'>,
): Row {
  return { contender: name, title, kind, records, ...sample };
}

async function report(
  rows: readonly Row[],
  memory: readonly Row[],
  others: {
    readonly readers: string;
    readonly site: string;
    readonly oai: string;
    readonly sparql: string;
    readonly skipped: readonly Skipped[];
  },
): Promise<void> {
  const names = new Set(rows.map(({ contender }) => contender));
  const packages = contenders.flatMap((each) => (each.package && names.has(each.name) ? [each.package] : []));
  const asked = process.argv.slice(2).join(' ');
  const page = markdown({
    machine: machine(),
    date: options.date ?? new Date().toISOString().slice(0, 10),
    command: `npm run bench${asked && ` -- ${asked}`}`,
    rounds,
    bytes: statSync((await runOf(contenderOf(rows), most)).task.input).size / most,
    rows,
    memory,
    ...others,
    packages: [...new Set(packages)].map(versioned),
    checked,
  });
  const caption = `${machine()}; ${most} records, median of ${rounds} ${rounds === 1 ? 'run' : 'runs'}`;
  writeFileSync(results, page);
  writeFileSync(new URL('RESULTS.svg', import.meta.url), svg(rows, caption));
  process.stdout.write(page);
  const missed = targetsOf(rows, memory).filter((target) => holds(target, target.require) === false);
  for (const { what } of missed) told(`missed: ${what}`);
  if (missed.length > 0) process.exitCode = 1;
}

function contenderOf(rows: readonly Row[]): Contender {
  const found = contenders.find(({ name }) => name === rows[0]?.contender);
  if (!found) throw new Error('nothing was measured');
  return found;
}

import type { OaiRow } from './oai.ts';
import type { ReaderRow } from './reader-child.ts';
import type { SiteRow } from './site.ts';
import type { SparqlRow } from './sparql.ts';
import { cpuOfParse, holds, type Row, type Target, targetsOf } from './targets.ts';

/** All that a run found. */
export interface Findings {
  readonly machine: string;
  /** `2024-06-07`. */
  readonly date: string;
  readonly command: string;
  readonly rounds: number;
  /** Mean size of a record, in bytes. */
  readonly bytes: number;
  readonly rows: readonly Row[];
  readonly memory: readonly Row[];
  /** The section on readers, as `readerSection` makes it. */
  readonly readers: string;
  /** The section on the site, as `siteSection` makes it. */
  readonly site: string;
  /** The section on the repository, as `oaiSection` makes it. */
  readonly oai: string;
  /** The section on the endpoint, as `sparqlSection` makes it. */
  readonly sparql: string;
  readonly skipped: readonly { readonly title: string; readonly reason: string }[];
  readonly packages: readonly string[];
  /** How many records every contender wrote right before it was timed. */
  readonly checked: number;
}

/** The page of results. */
export function markdown(found: Findings): string {
  const {
    machine,
    date,
    command,
    rounds,
    bytes,
    rows,
    memory,
    readers,
    site,
    oai,
    sparql,
    skipped,
    packages,
    checked,
  } = found;
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind && !isReference(row, rows));
  const sections = [
    '# Results of the benchmark',
    `Written by \`${command}\` on ${date}; every number was measured in that run.`,
    [
      `- Machine: ${machine}`,
      `- Records: made up, with the form, sizes and gaps of Crossref’s (\`bench/records.ts\`), ${Math.round(bytes)} bytes each on average`,
      `- Each figure is the median of ${rounds} ${rounds === 1 ? 'run' : 'runs'}, each in a new process, all contenders in turn`,
      '- CPU: user and system time of all threads, from the moment the code is loaded; `× parse`: against reading the same file and `JSON.parse` of every line',
      `- Before any timing, each contender wrote ${checked} records, and what it wrote was read back: the same statements (citation-js: as many entries as records)`,
      `- Packages: ${packages.join(', ')}`,
    ].join('\n'),
    '![Speed against parsing alone](RESULTS.svg)',
    '## Targets',
    targetTable(targetsOf(rows, memory)),
    '## From file to file',
    'Moisson reads, tidies, checks, identifies, maps and writes; nothing is left out for the benchmark.',
    rowTable(of('run'), rows),
    '## Writing alone',
    'From things that are already read, tidied and checked to encoded text in memory. Moisson’s writers run the mapping on the clock; the others are given what the mapping says as quads (`jsonld.toRDF`: as JSON-LD made beforehand; citation-js: the parsed Crossref record).',
    rowTable(of('writing'), rows),
    readers,
    site,
    oai,
    sparql,
    '## Memory',
    'Largest resident set of the process, one run each.',
    memoryTable(memory),
    ...(skipped.length > 0
      ? ['## Not measured', skipped.map(({ title, reason }) => `- ${title}: ${reason}`).join('\n')]
      : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

const readersHead = '## Readers';

/** The section on readers; measured apart, it takes the place of the one in an older page. */
export function readerSection(readers: readonly ReaderRow[], date: string): string {
  return [
    readersHead,
    `Measured on ${date}, each reader on its own sample with every field (\`test/read/samples\`), richer than most records; microseconds of processor time a record, after 2 000 unmeasured ones, the least of fifteen spells of a tenth of a second in each round. *Bare* is the parser of that syntax alone; *read* is cut and read into drafts; *whole* also tidies, checks, identifies, maps and writes N-Triples in memory. ${boundWords(readers)}`,
    readerTable(readers),
  ].join('\n\n');
}

/** What Crossref’s path takes once a record is read: what every other path may take too. */
function afterReading(readers: readonly ReaderRow[]): number {
  const crossref = readers.find(({ reader }) => reader === 'crossref');
  return crossref ? crossref.whole - crossref.read : Number.NaN;
}

function boundWords(readers: readonly ReaderRow[]): string {
  const after = figures(afterReading(readers));
  return `*After* is what Crossref’s path takes after reading, here ${after}. No *whole* should pass *3 × (bare + after)*; *3 × bare + after* is the aim, which allows a record with every field no more after reading than an ordinary one of Crossref’s.`;
}

/** The section on readers of a page. */
export function readersIn(page: string): string {
  return sectionIn(page, readersHead);
}

const siteHead = '## Site';

/** The section on whole builds; measured apart, it takes the place of the one in an older page. */
export function siteSection(
  rows: readonly SiteRow[],
  { machine, date, rounds }: Pick<Findings, 'machine' | 'date' | 'rounds'>,
): string {
  const lines = rows.map(({ works, what, files, written, wall, cpu, peak }) => [
    what,
    String(works),
    String(files),
    String(written),
    `${wall.toFixed(1)} s`,
    `${cpu.toFixed(1)} s`,
    amount(peak / 1e6, 'MB'),
  ]);
  const heads = ['`moisson build`', 'works', 'files', 'written', 'wall', 'CPU', 'peak'];
  const median = rounds === 1 ? 'one run each' : `medians of ${rounds} runs`;
  return [
    siteHead,
    `Measured on ${date} on ${machine}, ${median}, each in a new process; other programs ran on the same cores, which makes wall times long and CPU times longer than on a quiet machine. The lab is made up (\`bench/lab.ts\`). *Wall* and *CPU* are of the whole build with all its threads, from the moment the code is loaded; *peak* is the largest resident set of the process.`,
    table(heads, lines),
  ].join('\n\n');
}

const oaiHead = '## OAI-PMH';

/** The section on the repository; measured apart, it takes the place of the one in an older page. */
export function oaiSection(
  rows: readonly OaiRow[],
  { machine, date }: Pick<Findings, 'machine' | 'date'>,
): string {
  const lines = rows.map(({ records, written, served }) => [
    String(records),
    `${written.wall.toFixed(1)} s`,
    amount(written.size / 1e6, 'MB'),
    amount(written.peak / 1e6, 'MB'),
    (served.pages / served.wall).toFixed(1),
    String(Math.round((served.pages * served.recordsPerPage) / served.wall)),
    `${served.first.toFixed(1)} ms`,
    `${served.last.toFixed(1)} ms`,
    amount(served.peak / 1e6, 'MB'),
  ]);
  const heads = [
    'records',
    'written in',
    'file',
    'peak',
    'requests/s',
    'records/s',
    'first pages',
    'last pages',
    'peak',
  ];
  return [
    oaiHead,
    `Measured on ${date} on ${machine}, one run each, other programs on the same cores. A store of records is written by one process, and \`ListRecords\` in \`oai_dc\`, 200 records a page, is answered by another, one request after the other, without the network: 300 pages from the beginning of the list and 300 before its end. A page's time is the median; the peaks are the largest resident sets of the two processes. A thousand made-up works stand for all.`,
    table(heads, lines),
  ].join('\n\n');
}

const sparqlHead = '## SPARQL';

/** The section on the endpoint; measured apart, it takes the place of the one in an older page. */
export function sparqlSection(
  rows: readonly SparqlRow[],
  { machine, date }: Pick<Findings, 'machine' | 'date'>,
): string {
  const loaded = rows.flatMap((row) => ('fault' in row ? [] : [row]));
  const lines = loaded.map(({ works, quads, size, wall, cpu, peak, questions }) => [
    String(works),
    String(quads),
    amount(size / 1e6, 'MB'),
    `${wall.toFixed(1)} s`,
    `${cpu.toFixed(1)} s`,
    amount(peak / 1e6, 'MB'),
    ...questions.map(({ time, rows: count }) => `${figures(time)} ms (${count})`),
  ]);
  const kinds = loaded[0]?.questions.map(({ what }) => what) ?? [];
  const heads = ['works', 'quads', 'dump', 'loaded in', 'CPU', 'peak', ...kinds];
  const faults = rows.flatMap((row) =>
    'fault' in row ? [`The graph of ${row.works} works ${row.fault}.`] : [],
  );
  return [
    sparqlHead,
    `Measured on ${date} on ${machine}, one run. The graph of a lab of made-up works, each statement once, is loaded by the engine of the endpoint as a thread of the endpoint loads it, in a process of its own; the peak is its largest resident set after that. Each question is asked five times, without the network: the median, and in brackets the rows.`,
    table(heads, lines),
    ...faults,
  ].join('\n\n');
}

/** The section on the endpoint of a page. */
export function sparqlIn(page: string): string {
  return sectionIn(page, sparqlHead);
}

/** The page with a section measured apart in the place of its own, or before the section on memory. */
export function withSection(page: string, section: string): string {
  const [head = ''] = section.split('\n');
  if (page.includes(`${head}\n`)) return page.replace(sectionIn(page, head), () => section);
  return page.replace('## Memory', () => `${section}\n\n## Memory`);
}

/** The section on the repository of a page. */
export function oaiIn(page: string): string {
  return sectionIn(page, oaiHead);
}

/** The section on the site of a page. */
export function siteIn(page: string): string {
  return sectionIn(page, siteHead);
}

function sectionIn(page: string, head: string): string {
  const from = page.indexOf(head);
  if (from < 0) return `${head}\n\nNot measured.`;
  const to = page.indexOf('\n## ', from);
  return page.slice(from, to < 0 ? undefined : to).trimEnd();
}

/** Parsing alone on few records only serves the ratios. */
function isReference(row: Row, rows: readonly Row[]): boolean {
  const most = Math.max(...rows.map(({ records }) => records));
  return row.contender === 'parse' && row.records < most;
}

function targetTable(targets: readonly Target[]): string {
  const lines = targets.map((target) => {
    const { what, measured, require, aim, unit } = target;
    const value = measured === undefined ? 'not measured' : amount(measured, unit);
    return [what, value, bound(target, require), bound(target, aim)];
  });
  return table(['what', 'measured', 'require', 'aim'], lines);

  function bound(target: Target, limit: number): string {
    const held = holds(target, limit);
    const sign = target.unit === 'MB' || target.unit === '%' ? '≤' : '≥';
    const mark = held === undefined ? '' : held ? ' ✓' : ' ✗';
    const unit = { share: '', times: '×', MB: ' MB', '%': ' %' }[target.unit];
    return `${sign} ${limit}${unit}${mark}`;
  }
}

function readerTable(readers: readonly ReaderRow[]): string {
  const after = afterReading(readers);
  const lines = readers.map(({ reader, file, bytes, parser, bare, read, whole }) => {
    const within = (bound: number) => `${figures(bound)} ${whole <= bound ? '✓' : '✗'}`;
    return [
      `${reader} (\`${file}\`)`,
      String(bytes),
      parser,
      figures(bare),
      figures(read),
      figures(read / bare),
      figures(whole),
      figures(whole / bare),
      figures(1000 / whole),
      within(3 * (bare + after)),
      within(3 * bare + after),
    ];
  });
  const heads = [
    'reader',
    'bytes',
    'bare parser',
    'bare',
    'read',
    'read ÷ bare',
    'whole',
    'whole ÷ bare',
    '1 000 records per CPU-second',
    '3 × (bare + after)',
    '3 × bare + after',
  ];
  return table(heads, lines);
}

function rowTable(shown: readonly Row[], rows: readonly Row[]): string {
  const lines = shown.map(({ title, records, cpu, wall, peak, contender }) => {
    const parse = cpuOfParse(rows, records);
    const ratio = parse === undefined ? '' : contender === 'parse' ? '1' : figures(cpu / parse);
    const share = parse === undefined ? '' : figures(parse / cpu);
    return [
      title,
      String(records),
      seconds(cpu),
      seconds(wall),
      figures(records / cpu / 1_000),
      ratio,
      share,
      amount(peak / 1e6, 'MB'),
    ];
  });
  const heads = [
    'what',
    'records',
    'CPU',
    'wall',
    '1 000 records per CPU-second',
    '× parse',
    'share of parse speed',
    'peak',
  ];
  return table(heads, lines);
}

function memoryTable(memory: readonly Row[]): string {
  return table(
    ['what', 'records', 'peak', 'CPU', 'wall'],
    memory.map(({ title, records, peak, cpu, wall }) => [
      title,
      String(records),
      amount(peak / 1e6, 'MB'),
      seconds(cpu),
      seconds(wall),
    ]),
  );
}

function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = heads.map((_, index) => (index === 0 ? '---' : '---:'));
  return [heads, rule, ...lines].map(row).join('\n');
}

function amount(value: number, unit: Target['unit']): string {
  if (unit === 'share') return value.toFixed(3);
  if (unit === 'times') return `${value.toFixed(2)}×`;
  return `${Math.round(value)} ${unit}`;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

/** Two figures that mean something, as in 0.31, 3.4 and 142. */
export function figures(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { fold, foldTight } from '../pipeline/base/fold.ts';
import type { Work } from '../pipeline/base/work.ts';
import { gather, readerNamed } from '../pipeline/stages.ts';

/** A notice as a person transcribed it. `accept`: other answers that are right too. */
interface Expected {
  readonly line: number;
  readonly title: string | null;
  readonly authors?: readonly Person[] | null;
  readonly editors?: readonly Person[] | null;
  readonly date?: string | null;
  readonly type?: string | null;
  readonly container?: string | null;
  readonly volume?: string | null;
  readonly issue?: string | null;
  readonly pages?: string | null;
  readonly doi?: string | null;
  readonly url?: string | null;
  readonly language?: string | null;
  readonly publisher?: string | null;
  readonly abstractStarts?: string | null;
  readonly abstractEnds?: string | null;
  readonly accept?: Readonly<Record<string, readonly unknown[]>>;
}

interface Person {
  readonly family?: string | null;
  readonly given?: string | null;
}

/** How often a value was given, given rightly, and asked for. */
interface Tally {
  given: number;
  right: number;
  asked: number;
}

const measured = [
  'title',
  'authors',
  'date',
  'container',
  'volume',
  'issue',
  'pages',
  'doi',
  'url',
  'type',
  'language',
  'editors',
  'publisher',
  'abstract',
] as const;
type Measured = (typeof measured)[number];
/** The fields that make a notice wholly right. */
const whole: readonly Measured[] = [
  'title',
  'authors',
  'date',
  'container',
  'volume',
  'issue',
  'pages',
  'doi',
  'type',
];

/** Reads every page of a folder that somebody transcribed, and tells field by field how right it was. */
export function pagesReport(pages: string, expected: string, isLong: boolean): string {
  if (!existsSync(expected) || !existsSync(pages))
    return `pages: skipped, for there is no folder ${existsSync(pages) ? expected : pages}\n`;
  const tallies = new Map(
    measured.map((field) => [field, { given: 0, right: 0, asked: 0 } satisfies Tally as Tally]),
  );
  const lines: string[] = [];
  const wholly: string[] = [];
  const skipped: string[] = [];
  for (const name of readdirSync(expected)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const { file, records } = JSON.parse(readFileSync(join(expected, name), 'utf8')) as {
      file: string;
      records: Expected[];
    };
    const path = join(pages, file.split('/').at(-1) ?? file);
    if (!existsSync(path)) {
      skipped.push(file);
      continue;
    }
    const differences: string[] = [];
    const right = compare(worksOf(path), records, tallies, differences);
    wholly.push(`${file}: ${right} of ${records.length} notices wholly right`);
    if (isLong) lines.push(`\n## ${file}`, ...differences);
  }
  const rows = [...tallies].map(
    ([field, { given, right, asked }]) =>
      `${field.padEnd(10)} precision ${share(right, given)} recall ${share(right, asked)} (${right} right, ${given} given, ${asked} asked)`,
  );
  return [
    ...lines,
    '',
    ...rows,
    '',
    ...wholly,
    ...(skipped.length > 0 ? [`skipped, without a page: ${skipped.join(', ')}`] : []),
    '',
  ].join('\n');
}

const share = (part: number, all: number) => (all === 0 ? '  –  ' : (part / all).toFixed(3));

interface Placed {
  readonly line: number;
  readonly work: Work;
}

function worksOf(path: string): readonly Placed[] {
  const reader = readerNamed('page');
  if (!reader) return [];
  const text = readFileSync(path, 'utf8');
  // A lab gives its language in lab.yaml.
  const origin = { source: { name: 'page', system: 'page' }, file: path, language: 'fr' };
  return [...reader.cut(text)].flatMap((piece) => {
    const gathered = gather(reader, piece, origin);
    return gathered.kind === 'work' ? [{ line: piece.line, work: gathered.record.thing }] : [];
  });
}

function compare(
  works: readonly Placed[],
  records: readonly Expected[],
  tallies: ReadonlyMap<Measured, Tally>,
  differences: string[],
): number {
  const free = new Set(works);
  let right = 0;
  const pairs = new Map<Expected, Placed>();
  const isPair = [
    isSame,
    ({ line }: Placed, record: Expected) => line === record.line,
    ({ line }: Placed, record: Expected) => Math.abs(line - record.line) <= 2,
  ];
  for (const test of isPair) {
    for (const record of records) {
      const found = pairs.has(record) ? undefined : [...free].find((each) => test(each, record));
      if (!found) continue;
      free.delete(found);
      pairs.set(record, found);
    }
  }
  for (const record of records) {
    const found = pairs.get(record);
    const wrong = measured.filter((field) => !isRight(field, found?.work, record, tallies, differences));
    if (found && !wrong.some((field) => whole.includes(field))) right += 1;
  }
  for (const { line, work } of free) {
    differences.push(`line ${line}: no such notice: ${mainTitle(work)}`);
    for (const field of measured) {
      const tally = tallies.get(field);
      if (tally && saidBy(field, work) !== undefined) tally.given += 1;
    }
  }
  return right;
}

function isSame({ line, work }: Placed, record: Expected): boolean {
  if (Math.abs(line - record.line) > 8) return false;
  const [one, two] = [foldTight(mainTitle(work)), foldTight(record.title ?? '')];
  return one !== '' && (one === two || distance(one, two) <= Math.max(one.length, two.length) * 0.3);
}

function isRight(
  field: Measured,
  work: Work | undefined,
  record: Expected,
  tallies: ReadonlyMap<Measured, Tally>,
  differences: string[],
): boolean {
  const tally = tallies.get(field);
  if (!tally) return true;
  const wanted = wantedOf(field, record);
  const first = wanted[0];
  if (first === undefined && wanted.length <= 1 && !(field in record)) return true;
  const value = work && saidBy(field, work);
  const mayBeAbsent = wanted.some((each) => each === undefined);
  if (value === undefined) {
    if (first !== undefined && !mayBeAbsent) tally.asked += 1;
    if (!mayBeAbsent) differences.push(`line ${record.line}: ${field} not given, asked for ${first}`);
    return mayBeAbsent;
  }
  const isGood = wanted.some((each) => each !== undefined && sameValue(field, value, each));
  tally.given += 1;
  if (first !== undefined || isGood) tally.asked += 1;
  if (isGood) tally.right += 1;
  else differences.push(`line ${record.line}: ${field} is ${value}, asked for ${first}`);
  return isGood;
}

/** Every right answer; undefined is `nothing`. */
function wantedOf(field: Measured, record: Expected): readonly (string | undefined)[] {
  if (field === 'abstract') {
    const { abstractStarts: start, abstractEnds: end } = record;
    const others = [...(record.accept?.abstractStarts ?? []), ...(record.accept?.abstractEnds ?? [])].map(
      (each) => (typeof each === 'string' ? each : undefined),
    );
    return [start ? `${start}…${end}` : undefined, ...others];
  }
  const said = (record as unknown as Readonly<Record<string, unknown>>)[field];
  return [said, ...(record.accept?.[field] ?? [])].map((each) => {
    if (Array.isArray(each)) return each.length === 0 ? undefined : each.map(personWords).join(' ; ');
    return typeof each === 'string' ? each : undefined;
  });
}

const personWords = ({ family, given }: Person) => `${family ?? ''}, ${given ?? ''}`;

const mainTitle = ({ titles }: Work) => titles.find(({ role }) => role === 'main')?.text.value ?? '';

function saidBy(field: Measured, work: Work): string | undefined {
  const people = (role: string, from = work.contributions) =>
    from
      .filter((each) => each.role === role)
      .map(({ family, given, nameAsPrinted, particle, droppingParticle }) =>
        family === undefined
          ? nameAsPrinted
          : `${[droppingParticle, particle, family].filter(Boolean).join(' ')}, ${given ?? ''}`,
      )
      .join(' ; ') || undefined;
  switch (field) {
    case 'title':
      return mainTitle(work) || undefined;
    case 'authors':
      return people('author');
    case 'editors':
      return people('editor') ?? people('editor', work.container?.editors ?? []);
    case 'date':
      return work.dates.find(({ event }) => event === 'published')?.value;
    case 'container':
      return work.container?.type === 'series' && work.type === 'book'
        ? undefined
        : work.container?.titles[0]?.value;
    case 'volume':
      return work.position?.volume;
    case 'issue':
      return work.position?.issue;
    case 'pages':
      return work.position?.pages?.start === undefined ? undefined : work.position.pages.raw;
    case 'doi':
      return work.identifiers.find(({ scheme }) => scheme === 'doi')?.value;
    case 'url':
      return work.links[0]?.url;
    case 'type':
      return work.type;
    case 'language':
      return work.languages[0];
    case 'publisher':
      return work.publisher?.name;
    case 'abstract':
      return work.abstracts[0]?.value;
  }
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  article: ['article'],
  bookReview: ['review'],
  issue: ['editedBook'],
  editedBook: ['editedBook', 'proceedings'],
  conferencePaper: ['proceedingsPaper', 'talk', 'poster'],
  report: ['report', 'workingPaper'],
  other: ['other'],
};

function sameValue(field: Measured, value: string, wanted: string): boolean {
  if (field === 'type') return (kinds[wanted] ?? [wanted]).includes(value);
  if (field === 'pages' || field === 'volume' || field === 'issue')
    return plainNumber(value) === plainNumber(wanted);
  if (field === 'url') return value.replace(/\/$/, '') === wanted.replace(/\/$/, '');
  if (field === 'abstract') {
    const [start = '', end = ''] = wanted.split('…');
    return foldTight(value).startsWith(foldTight(start)) && foldTight(value).endsWith(foldTight(end));
  }
  return fold(value) === fold(wanted);
}

const plainNumber = (words: string) =>
  words
    .replace(/pp?\.?\s?|pages?\s?|\s/gi, '')
    .replace(/[‐‑–—−]/g, '-')
    .replace('&', '-')
    .toLowerCase();

import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Deposit, parseDeposits } from './base/deposits.ts';
import type { Collection } from './base/entity.ts';
import { type Finding, finding, type Place, type Rejected, type Reviewed } from './base/finding.ts';
import type { Lab, LabSource } from './base/lab.ts';
import { nearest } from './base/nearest.ts';
import { type Correction, readCorrections } from './base/read-corrections.ts';
import { readLab } from './base/read-lab.ts';
import { exitCode, UserError } from './base/user-error.ts';
import type { Source, Work } from './base/work.ts';
import { type Fetched, readSource, readStdin } from './fetch/index.ts';
import {
  gather,
  parseRegister,
  patchOf,
  type Reader,
  type Reconciled,
  type RegisterEntry,
  readerNamed,
  readers,
  readersOf,
  reconcile,
} from './stages.ts';

/** A file to be read, and what its lab says of it. */
export interface Input {
  /** Path on this machine; `-` is standard input. */
  readonly path: string;
  /** What complaints call it. */
  readonly shown: string;
  readonly source: LabSource;
  readonly language?: string | undefined;
}

/** What came of some sources, before their records meet. */
export interface Gathering {
  readonly records: readonly Reviewed<Work>[];
  readonly rejected: readonly Rejected[];
  readonly findings: readonly Finding[];
  /** Sources that could not be had; the others went on. */
  readonly failures: readonly UserError[];
}

/** A lab after all its sources have been read and reconciled; nothing is written yet. */
export interface LabRun extends Gathering, Reconciled {
  readonly lab: Lab;
  readonly registerFile: string;
  readonly deposits: readonly Deposit[];
}

/** A lab and every IRI that it has given, without its sources. */
export interface LabFolder {
  readonly lab: Lab;
  readonly register: readonly RegisterEntry[];
}

/** What a lab's `data/` says before any source is read. */
export async function readLabFolder(folder: string): Promise<LabFolder> {
  const { data, shown } = dataOf(folder);
  const lab = readLab(await labText(join(data, 'lab.yaml'), folder), shown('lab.yaml'));
  const register = parseRegister(await textOf(join(data, 'register.tsv')), shown('register.tsv'));
  return { lab, register };
}

function dataOf(folder: string) {
  const data = join(folder, 'data');
  return { data, shown: (file: string) => relative(folder, join(data, file)) || file };
}

/** Reads a lab's `data/` and reconciles what it says. `now`: UTC, ISO 8601 to the second. */
export async function runLab(folder: string, now: string): Promise<LabRun> {
  const { data, shown } = dataOf(folder);
  const { lab, register } = await readLabFolder(folder);
  const corrections = readCorrections(
    await textOf(join(data, 'corrections.yaml')),
    shown('corrections.yaml'),
  );

  const deposits = parseDeposits(await textOf(join(data, 'deposits.tsv')), shown('deposits.tsv'));

  const inputs = lab.sources.map((source): Input => {
    const path = join(data, source.file);
    return { path, shown: relative(folder, path), source, language: source.language ?? lab.language };
  });
  const gathering = await gatherInputs(inputs);
  return {
    ...gathering,
    ...meet(gathering, {
      lab,
      labFile: shown('lab.yaml'),
      register,
      // A person's word comes after.
      corrections: [...deposited(deposits, lab, { file: shown('deposits.tsv') }), ...corrections],
      now,
    }),
    lab,
    registerFile: join(data, 'register.tsv'),
    deposits,
  };
}

/**
 * What each source says by itself, under the IRIs that the run gave: neither merged with what others say nor corrected. In
 * the order of `lab.yaml`, each made when it is asked for.
 */
export function* bySource(
  { lab, records, register }: LabRun,
  now: string,
): Iterable<{ readonly id: string; readonly collection: Collection }> {
  for (const { name } of lab.sources) {
    const own = records.filter(({ thing }) => thing.provenance.some(({ source }) => source.name === name));
    const { collection } = reconcile(own, {
      lab,
      labFile: '',
      register,
      patches: [],
      now,
      complete: false,
    });
    yield { id: `source/${name}`, collection: { ...collection, tombstones: [] } };
  }
}

/** What is online in HAL is known by its identifier there from then on. */
function deposited(deposits: readonly Deposit[], { language }: Lab, place: Place): readonly Correction[] {
  const reason = language.startsWith('fr') ? 'déposée dans HAL' : 'deposited in HAL';
  return deposits
    .filter(({ server, status }) => server === 'production' && status === 'online')
    .map(({ work, id }) => ({
      work,
      set: { identifiers: [{ scheme: 'hal', value: id }] },
      unset: [],
      reason,
      source: `https://hal.science/${id}`,
      place,
    }));
}

interface Meeting {
  readonly lab: Lab;
  readonly labFile: string;
  readonly register: readonly RegisterEntry[];
  readonly corrections: readonly Correction[];
  readonly now: string;
}

function meet(gathering: Gathering, { lab, labFile, register, corrections, now }: Meeting): Reconciled {
  const { records, rejected, findings, failures } = gathering;
  const isSilent = findings.some(({ rule }) => rule === 'source-empty' || rule === 'source-without-records');
  const reconciled = reconcile(records, {
    lab,
    labFile,
    register,
    patches: corrections.map(patchOf),
    now,
    // A file that went missing or broke is no proof that its works were withdrawn.
    complete: failures.length === 0 && rejected.length === 0 && !isSilent,
  });
  return { ...reconciled, findings: [...findings, ...reconciled.findings] };
}

/** Reads every input. One that cannot be had is kept as a failure, and the others go on. */
export async function gatherInputs(inputs: readonly Input[]): Promise<Gathering> {
  const all: Gathering[] = [];
  for (const input of inputs) all.push(await gatherInput(input));
  return {
    records: all.flatMap(({ records }) => records),
    rejected: all.flatMap(({ rejected }) => rejected),
    findings: all.flatMap(({ findings }) => findings),
    failures: all.flatMap(({ failures }) => failures),
  };
}

async function gatherInput(input: Input): Promise<Gathering> {
  try {
    const fetched = input.path === '-' ? await readStdin() : await readSource(input.path);
    return gatherText(input, fetched);
  } catch (error) {
    if (error instanceof UserError) return { records: [], rejected: [], findings: [], failures: [error] };
    throw error;
  }
}

/** The records of a whole text. */
export function gatherText(
  { shown, source, language }: Input,
  { text, encoding, inferred, leftOut = [] }: Fetched,
): Gathering {
  const place = { file: shown };
  if (text.trim() === '')
    return { records: [], rejected: [], findings: [finding('source-empty', place)], failures: [] };

  const reader = chooseReader(source.format, text, shown);
  const origin = { source: sourceOf(source, reader), file: shown, language, columns: source.columns };
  const records: Reviewed<Work>[] = [];
  const rejected: Rejected[] = [];
  const findings: Finding[] = [
    ...(inferred ? [finding('encoding-inferred', place, { encoding })] : []),
    ...leftOut.map((sheet) => finding('text-outside-records', place, { words: sheetWords(sheet) })),
  ];
  for (const piece of reader.cut(text)) {
    const gathered = gather(reader, piece, origin);
    if (gathered.kind === 'work') records.push(gathered.record);
    else if (gathered.kind === 'rejected') rejected.push(gathered.rejected);
    else findings.push(gathered.finding);
  }
  if (records.length + rejected.length === 0)
    findings.push(finding('source-without-records', place, { reader: reader.name }));
  return { records, rejected, findings, failures: [] };
}

const sheetWords = (name: string) => ({
  fr: `feuille « ${name} », dont les en-têtes sont autres`,
  en: `sheet “${name}”, whose headings are others`,
});

/** The reader that was named, or the one that knows the text; says between what it cannot choose. */
export function chooseReader(format: string | undefined, text: string, file: string): Reader {
  const names = readers.map(({ name }) => name);
  if (format !== undefined) {
    const reader = readerNamed(format);
    if (reader) return reader;
    const near = nearest(format, names);
    throw new UserError({
      fr: `${file} : format « ${format} » inconnu${near ? ` ; vouliez-vous « ${near} » ?` : ''} Connus : ${names.join(', ')}`,
      en: `${file}: unknown format “${format}”${near ? `; did you mean “${near}”?` : ''} Known: ${names.join(', ')}`,
    });
  }
  const [reader, ...others] = readersOf(text, file);
  if (reader && others.length === 0) return reader;
  const between = [reader, ...others].flatMap((each) => each?.name ?? []);
  if (between.length > 0) {
    throw new UserError({
      fr: `${file} : le format est peut-être ${between.join(' ou ')} ; le préciser avec --from, ou format: dans lab.yaml`,
      en: `${file}: the format may be ${between.join(' or ')}; give it with --from, or format: in lab.yaml`,
    });
  }
  throw new UserError(
    {
      fr: `${file} : aucun format reconnu ; le préciser avec --from, ou format: dans lab.yaml (${names.join(', ')})`,
      en: `${file}: no format recognised; give it with --from, or format: in lab.yaml (${names.join(', ')})`,
    },
    exitCode.input,
  );
}

/** A source as provenance names it. */
export function sourceOf({ name, title, url, retrieved }: LabSource, reader: Reader): Source {
  return { name, system: reader.name, title, format: reader.mediaType, url, retrieved };
}

async function labText(path: string, folder: string): Promise<string> {
  if (existsSync(path)) return (await readSource(path)).text;
  throw new UserError(
    {
      fr: `${dirname(path)} ne contient pas de lab.yaml ; « moisson init ${folder} » en prépare un`,
      en: `${dirname(path)} holds no lab.yaml; “moisson init ${folder}” makes one`,
    },
    exitCode.input,
  );
}

async function textOf(path: string): Promise<string> {
  return existsSync(path) ? (await readSource(path)).text : '';
}

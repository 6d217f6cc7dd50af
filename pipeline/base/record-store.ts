import { chmodSync, copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Database as Sqlite } from 'node-sqlite3-wasm';
import type { OaiRecord, OaiSet } from './oai.ts';

// A file of SQLite, which anybody can look into. The engine is WebAssembly: no program to compile or to fetch when the
// package is installed, as better-sqlite3 and lmdb have, and Node has one of its own from 22.13 on only.

/** What a list is asked for (OAI-PMH 2.0, section 2.7): bounds are inclusive, UTC to the second. */
export interface Selection {
  /** Of the format. */
  readonly prefix: string;
  readonly set?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Where a page of a list begins: after this record. */
export interface Position {
  readonly datestamp: string;
  readonly id: string;
}

/** The records of a repository on the disk, in the order of their datestamps, then of their ids. */
export interface RecordStore {
  /** The earliest datestamp of all records; undefined when there is none. */
  readonly earliest: string | undefined;
  readonly sets: readonly OaiSet[];
  record(id: string): OaiRecord | undefined;
  /** At most `count` records of a selection. The cost does not depend on the position. */
  page(selection: Selection, after: Position | undefined, count: number): readonly OaiRecord[];
  /** How many records a selection has; undefined when counting them would mean to look at each. */
  size(selection: Selection): number | undefined;
  close(): void;
}

const schema = `
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE record (
  id TEXT PRIMARY KEY, datestamp TEXT NOT NULL, deleted INTEGER NOT NULL, sets TEXT NOT NULL, lacks TEXT NOT NULL, work TEXT
);
CREATE TABLE member (
  spec TEXT NOT NULL, datestamp TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (spec, datestamp, id)
) WITHOUT ROWID;
CREATE TABLE sets (spec TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE lacking (prefix TEXT PRIMARY KEY);
`;

/** Writes a store to a path where nothing is; the records come in any order, one after the other. */
export function writeRecords(
  path: string,
  records: Iterable<OaiRecord>,
  nameOf: (spec: string) => string,
): void {
  const database = opened(path, {});
  try {
    database.exec(schema);
    database.exec('BEGIN');
    const record = database.prepare('INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)');
    const member = database.prepare('INSERT INTO member VALUES (?, ?, ?)');
    const specs = new Set<string>();
    const lacking = new Set<string>();
    for (const { id, datestamp, isDeleted, sets, work, lacks } of records) {
      record.run([id, datestamp, isDeleted, sets.join(' '), lacks.join(' '), work ?? null]);
      for (const spec of sets) {
        member.run([spec, datestamp, id]);
        specs.add(spec);
      }
      for (const prefix of lacks) lacking.add(prefix);
    }
    for (const spec of [...specs].sort())
      database.run('INSERT INTO sets VALUES (?, ?)', [spec, nameOf(spec)]);
    for (const prefix of [...lacking].sort()) database.run('INSERT INTO lacking VALUES (?)', [prefix]);
    record.finalize();
    member.finalize();
    database.exec('COMMIT');
    database.exec('CREATE INDEX by_datestamp ON record (datestamp, id); ANALYZE');
  } finally {
    database.close();
  }
  // The engine makes files for their owner alone; a server may be another user.
  chmodSync(path, 0o644);
}

/** Opens a store that was written, to be read only. It stays as it is when another file takes its place. */
export function openRecords(path: string): RecordStore {
  const place = mkdtempSync(join(tmpdir(), 'moisson-records-'));
  const database = opened(linked(path, join(place, 'records')), { fileMustExist: true, readOnly: true });
  const one = (sql: string, ...values: string[]) => database.get(sql, values) as Row | null;
  const lacking = new Set(all(database, 'SELECT prefix FROM lacking').map(({ prefix }) => String(prefix)));
  const columns = 'record.id, record.datestamp, deleted, sets, lacks, work';

  return {
    earliest: text(one('SELECT min(datestamp) AS earliest FROM record')?.earliest),
    sets: all(database, 'SELECT spec, name FROM sets ORDER BY spec').map(({ spec, name }) => ({
      spec: String(spec),
      name: String(name),
    })),

    record(id) {
      const row = one(`SELECT ${columns} FROM record WHERE id = ?`, id);
      return row ? recordOf(row) : undefined;
    },

    page(selection, after, count) {
      const { table, conditions, values } = where(selection, after);
      if (lacking.has(selection.prefix)) {
        conditions.push("instr(' ' || lacks || ' ', ?) = 0");
        values.push(` ${selection.prefix} `);
      }
      const from = table === 'member' ? 'member JOIN record USING (id)' : 'record';
      const sql = `SELECT ${columns} FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY ${table}.datestamp, ${table}.id LIMIT ${count}`;
      return all(database, sql, values).map(recordOf);
    },

    size(selection) {
      if (lacking.has(selection.prefix)) return undefined;
      const { table, conditions, values } = where(selection, undefined);
      return Number(
        one(`SELECT count(*) AS n FROM ${table} WHERE ${conditions.join(' AND ')}`, ...values)?.n,
      );
    },

    close() {
      database.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/**
 * The engine locks a file by a folder beside it, which must be ours alone: the folder of the site may be closed to us, and
 * a program that was killed leaves its lock.
 */
function linked(path: string, to: string): string {
  try {
    symlinkSync(resolve(path), to);
  } catch {
    // Windows lets not everybody make links.
    copyFileSync(path, to);
  }
  return to;
}

type Row = Readonly<Record<string, unknown>>;

function all(database: Sqlite, sql: string, values: readonly string[] = []): readonly Row[] {
  return database.all(sql, [...values]) as readonly Row[];
}

function where({ set, from = '', until }: Selection, after: Position | undefined) {
  const table = set === undefined ? 'record' : 'member';
  const conditions = set === undefined ? [] : ['spec = ?'];
  const values = set === undefined ? [] : [set];
  // One lower bound, so that the index is entered at it.
  const isAfter = after !== undefined && after.datestamp >= from;
  conditions.push(isAfter ? `(${table}.datestamp, ${table}.id) > (?, ?)` : `${table}.datestamp >= ?`);
  values.push(...(isAfter ? [after.datestamp, after.id] : [from]));
  if (until !== undefined) {
    conditions.push(`${table}.datestamp <= ?`);
    values.push(until);
  }
  return { table, conditions, values };
}

function recordOf(row: Row): OaiRecord {
  return {
    id: String(row.id),
    datestamp: String(row.datestamp),
    isDeleted: row.deleted === 1,
    sets: words(row.sets),
    lacks: words(row.lacks),
    work: text(row.work),
  };
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const words = (value: unknown) => String(value).split(' ').filter(Boolean);

function opened(
  path: string,
  options: { readonly fileMustExist?: boolean; readonly readOnly?: boolean },
): Sqlite {
  // A script of CommonJS, loaded when somebody needs it.
  const { Database } = createRequire(import.meta.url)(
    'node-sqlite3-wasm',
  ) as typeof import('node-sqlite3-wasm');
  return new Database(path, options);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { OaiRecord } from '../../pipeline/base/oai.ts';
import { listen, oaiApp } from '../../pipeline/serve/index.ts';
import type { Repository } from '../../pipeline/serve/oai-app.ts';
import { recordOf, sampleWorks } from '../serve/oai-records.ts';
import { repositoryOf } from '../serve/oai-repository.ts';
import { folderOf, moisson } from './moisson.ts';

const works = sampleWorks();
const second = (number: number) =>
  new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString().replace('.000Z', 'Z');

/** A repository that changes: each change is a second later than all that was before. */
class Changing {
  readonly records = new Map<string, OaiRecord>();
  #time = 0;
  #repository: Repository | undefined;

  constructor(count: number) {
    for (let number = 0; number < count; number += 1) this.put(`work/${String(number).padStart(5, '0')}`);
  }

  put(id: string): void {
    const work = works[this.#time % works.length];
    if (!work) throw new Error('no sample');
    const json = JSON.stringify({ ...work, id, abstracts: [{ value: `Version ${this.#time}` }] });
    this.records.set(id, recordOf(work, { id, datestamp: this.#now(), work: json }));
  }

  withdraw(id: string): void {
    const record = this.records.get(id);
    if (!record) throw new Error(`no ${id}`);
    this.records.set(id, { ...record, datestamp: this.#now(), isDeleted: true, work: undefined });
  }

  #now(): string {
    this.#repository = undefined;
    this.#time += 1;
    return second(this.#time);
  }

  /** As it is now; its clock is ahead of all datestamps. */
  get repository(): Repository {
    const now = () => second(this.#time + 100_000);
    this.#repository ??= repositoryOf(this.records.values(), { now });
    return this.#repository;
  }

  /** Each live record's version, as a copy must have it. */
  get versions(): ReadonlyMap<string, string> {
    return new Map(
      [...this.records.values()].flatMap(({ id, work }) => {
        const version = /Version \d+/.exec(work ?? '')?.[0];
        return version === undefined ? [] : [[id, version] as const];
      }),
    );
  }
}

/** What a copy has, each record in it; a record that is there twice is an error. */
function copied(folder: string): ReadonlyMap<string, string> {
  const copy = new Map<string, string>();
  for (const record of readFileSync(join(folder, 'records.xml'), 'utf8').split('</record>')) {
    const id = /<identifier>oai:data\.example\.org:([^<]+)</.exec(record)?.[1];
    if (id === undefined) continue;
    expect(copy.has(id)).toBe(false);
    copy.set(id, /Version \d+/.exec(record)?.[0] ?? '');
  }
  return copy;
}

/** Serves whatever the repository is by then; `asked` is called before each answer. */
async function serving(source: Changing, asked: () => void = () => {}): Promise<string> {
  const server = await listen(
    (request) => {
      asked();
      return oaiApp(source.repository)(request);
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(() => server.close());
  return new URL('oai', server.address).href;
}

describe('moisson harvest', () => {
  test('copies each record once, whole and then what changed', async () => {
    const source = new Changing(450);
    const url = await serving(source);
    const folder = join(folderOf({}), 'copy');
    const first = await moisson(['harvest', url, '--prefix', 'oai_dc', '-o', folder]);
    expect([first.code, first.err]).toEqual([
      0,
      `450 records, 0 withdrawn; 3 replies asked for → ${join(folder, 'records.xml')}\n`,
    ]);
    expect(copied(folder)).toEqual(source.versions);
    source.put('work/00001');
    source.put('work/new');
    source.withdraw('work/00002');
    await moisson(['harvest', url, '-o', folder]);
    expect(copied(folder)).toEqual(source.versions);
    const read = await moisson(['convert', join(folder, 'records.xml'), '--to', 'ndjson']);
    expect([read.code, read.out.trimEnd().split('\n')]).toEqual([
      0,
      expect.objectContaining({ length: 450 }),
    ]);
  });

  test('is killed ten times while records change and go, and has them all in the end', {
    timeout: 240_000,
  }, async () => {
    const source = new Changing(3400);
    let child: ChildProcess | undefined;
    let left = 0;
    const url = await serving(source, () => {
      left -= 1;
      if (left === 0) child?.kill('SIGKILL');
    });
    const folder = join(folderOf({}), 'copy');
    const argv = [
      join(import.meta.dirname, '../../pipeline/moisson.js'),
      'harvest',
      url,
      '--prefix',
      'oai_dc',
      '-o',
      folder,
    ];
    for (let kill = 0; kill < 10; kill += 1) {
      // One request later or earlier each time; the first ones ask who the repository is.
      left = 2 + (kill % 2);
      child = spawn(process.execPath, argv, { stdio: 'ignore' });
      const code = await new Promise((resolve) => child?.on('exit', (_, signal) => resolve(signal)));
      expect(code).toBe('SIGKILL');
      source.put(`work/${String(kill * 7).padStart(5, '0')}`);
      source.put(`work/${String(3399 - kill).padStart(5, '0')}`);
      source.put(`work/new-${kill}`);
      source.withdraw(`work/${String(1000 + kill).padStart(5, '0')}`);
      source.withdraw(`work/${String(3000 + kill).padStart(5, '0')}`);
    }
    left = 0;
    const end = await moisson(['harvest', url, '--prefix', 'oai_dc', '-o', folder]);
    expect([end.code, end.err]).toEqual([0, expect.stringContaining('records')]);
    expect(copied(folder)).toEqual(source.versions);
  });

  test.each([
    ['no address', ['labo'], 2, /“labo” is no address of the web/],
    ['another scheme', ['file:///etc/passwd'], 2, /no address of the web/],
    ['no date', ['http://127.0.0.1:1/oai', '--from', 'hier'], 2, /--from hier: expected YYYY-MM-DD/],
  ])('says what is wrong with %s', async (_, argv, code, message) => {
    const run = await moisson(['harvest', ...argv]);
    expect([run.code, run.err]).toEqual([code, expect.stringMatching(message)]);
  });
});

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sentence } from '../../pipeline/commands/progress.ts';
import { folderOf, moisson } from './moisson.ts';

const base = ['--base', 'https://data.example.org/id/'];
const program = join(import.meta.dirname, '../../pipeline/moisson.js');

/** A record of some two kilobytes; journals and organisations come back every few records. */
function record(index: number): string {
  return JSON.stringify({
    type: 'article',
    titles: [
      {
        role: 'main',
        text: { value: `Essai n° ${index} sur le don 📚 « ${'é'.repeat(index % 50)} »`, lang: 'fr' },
      },
    ],
    abstracts: [
      { value: `Résumé ${index}. ${'Le don oblige celui qui le reçoit. '.repeat(40)}`, lang: 'fr' },
    ],
    contributions: [
      {
        role: 'author',
        family: 'Mauss',
        given: 'Marcel',
        affiliations: [{ nameAsPrinted: `Institut ${index % 7}` }],
      },
    ],
    dates: [{ event: 'published', value: '1925' }],
    review: { audience: 'national' },
    container: {
      type: 'journal',
      titles: [{ value: 'L’Année sociologique' }],
      issn: [{ value: '0066-2399' }],
    },
    position: {
      volume: String(1 + (index % 9)),
      pages: { raw: `${index}-${index + 9}`, start: String(index), end: String(index + 9) },
    },
    identifiers: [{ scheme: 'doi', value: `10.5555/${index}` }],
  });
}

const count = 3300;
const text = Array.from({ length: count }, (_, index) => `${record(index)}\n`).join('');
const input = () => join(folderOf({ 'works.ndjson': text }), 'works.ndjson');

async function converted(
  path: string,
  ...options: readonly string[]
): Promise<{ bytes: Buffer; err: string; code: number }> {
  const folder = folderOf({});
  const output = join(folder, options.includes('--gz') ? 'out.gz' : 'out');
  const { code, err } = await moisson([
    'convert',
    path,
    '--to',
    'nt',
    '-o',
    output,
    ...base,
    ...options.filter((each) => each !== '--gz'),
  ]);
  expect(readdirSync(folder)).toEqual([options.includes('--gz') ? 'out.gz' : 'out']);
  return { bytes: readFileSync(output), err, code };
}

describe('a stream of records', () => {
  test.each([['nt'], ['turtle'], ['jsonld']])('in %s is the same for any number of jobs', async (format) => {
    const path = input();
    const one = await converted(path, '--to', format, '--jobs', '1');
    const other = await converted(path, '--to', format, '--jobs', '3');
    expect(one.bytes.length).toBeGreaterThan(2e6);
    expect(other.bytes.equals(one.bytes)).toBe(true);
    expect(one.err).toContain(`${count} works, 0 records rejected`);
    if (format === 'jsonld') expect(() => JSON.parse(String(one.bytes))).not.toThrow();
  });

  test('is the same from a plain file, gzip and standard input', async () => {
    const path = input();
    writeFileSync(`${path}.gz`, gzipSync(text));
    const argv = (source: string) => ['convert', source, '--from', 'work', '--to', 'ndjson'];
    const [file, zipped] = [(await moisson(argv(path))).out, (await moisson(argv(`${path}.gz`))).out];
    const piped = spawnSync(process.execPath, [program, ...argv('-')], { input: text, maxBuffer: 1e9 });
    const neutral = (lines: string) => lines.replace(/"source":\{[^}]*\}/g, '');
    expect(file.length).toBeGreaterThan(1e6);
    expect(zipped).toBe(file);
    expect(neutral(String(piped.stdout))).toBe(neutral(file));
  });

  test('says record by record what the format lost, the same for any number of jobs', async () => {
    const path = input();
    const told = await Promise.all(
      ['1', '3'].map(async (jobs) => {
        const losses = join(folderOf({}), 'losses.ndjson');
        const { err } = await converted(path, '--to', 'turtle', '--jobs', jobs, '--losses', losses);
        expect(err).toContain(`${count} values that this format cannot carry: audience (${count})`);
        return readFileSync(losses, 'utf8');
      }),
    );
    expect(told[1]).toBe(told[0]);
    const lines = String(told[0]).trimEnd().split('\n');
    expect(lines).toHaveLength(count);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ line: count, work: `work/10.5555/${count - 1}` });
  });

  test('as gzip is the same for any number of jobs, and says what the plain one says', async () => {
    const path = input();
    const [one, two] = [
      await converted(path, '--gz', '--jobs', '1'),
      await converted(path, '--gz', '--jobs', '2'),
    ];
    expect(two.bytes.equals(one.bytes)).toBe(true);
    expect(gunzipSync(one.bytes).equals((await converted(path)).bytes)).toBe(true);
  });

  test('--distinct gives each statement once, the same for any number of jobs', async () => {
    const path = input();
    const plain = String((await converted(path)).bytes).split('\n');
    const [one, two] = [
      await converted(path, '--distinct', '--jobs', '1'),
      await converted(path, '--distinct', '--jobs', '3'),
    ];
    expect(two.bytes.equals(one.bytes)).toBe(true);
    const lines = String(one.bytes).split('\n');
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.toSorted()).toEqual([...new Set(plain)].toSorted());
  });

  test('--distinct needs lines that are statements', async () => {
    const { code, err } = await moisson(['convert', input(), '--to', 'turtle', '--distinct', ...base]);
    expect([code, err]).toEqual([2, expect.stringContaining('ntriples, nquads')]);
  });

  test.each([
    [
      ['--skip', '10', '--limit', '3'],
      ['10.5555/10', '10.5555/11', '10.5555/12'],
    ],
    [['--limit', '1'], ['10.5555/0']],
    [['--skip', String(count - 1)], [`10.5555/${count - 1}`]],
  ])('%j takes those records', async (options, dois) => {
    const { out } = await moisson(['convert', input(), '--to', 'ndjson', ...options]);
    const works = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { identifiers: { value: string }[] });
    expect(works.map(({ identifiers }) => identifiers[0]?.value)).toEqual(dois);
  });

  test.each([
    ['--jobs', '0'],
    ['--jobs', 'x'],
    ['--limit', '-1'],
    ['--skip', '1.5'],
  ])('%s %s is refused', async (option, value) => {
    const { code, err } = await moisson(['convert', input(), '--to', 'nt', ...base, option, value]);
    expect([code, err]).toEqual([2, expect.stringContaining('expected a whole number')]);
  });
});

describe('a stream with faults ends, says so, and keeps what is good', () => {
  const broken = (index: number) => index % 100 === 99;
  const faulty = Array.from(
    { length: count },
    (_, index) => `${broken(index) ? '{"type":"article",' : record(index)}\n`,
  ).join('');

  test.each(['1', '2'])('one line in a hundred is broken, with %s jobs', async (jobs) => {
    const folder = folderOf({ 'works.ndjson': faulty });
    const path = join(folder, 'works.ndjson');
    const rejects = join(folder, 'rejects.ndjson');
    const { code, err } = await converted(path, '--jobs', jobs, '--rejects', rejects);
    expect(code).toBe(1);
    expect(err).toContain(`${count - count / 100} works, ${count / 100} records rejected`);
    expect(err).toContain('works.ndjson:100: record rejected:');
    expect(err).toContain(`… and ${count / 100 - 20} more records rejected`);
    const kept = readFileSync(rejects, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { line: number; byte: number; text: string });
    expect(kept.map(({ line }) => line)).toEqual(
      Array.from({ length: count / 100 }, (_, index) => (index + 1) * 100),
    );
    for (const { byte, text: own } of kept)
      expect(
        Buffer.from(faulty)
          .subarray(byte, byte + own.length)
          .toString(),
      ).toBe(own);
  });

  test.each<[string, Buffer, RegExp]>([
    ['NUL bytes', Buffer.from('{"type":"article",\0\0\0}\n'), /:3: record rejected/],
    [
      'bytes that are no UTF-8',
      Buffer.from([0x7b, 0xe9, 0x7d, 0x0a]),
      /:3: record rejected: bytes that are not UTF-8/,
    ],
    [
      'a line of 40 MB',
      Buffer.from(`{"a":"${'x'.repeat(40e6)}"}\n`),
      /:3: record rejected: a line of 40000008 bytes/,
    ],
  ])('%s', async (_, line, message) => {
    const good = [0, 1].map((index) => `${record(index)}\n`).join('');
    const path = join(
      folderOf({ 'works.ndjson': Buffer.concat([Buffer.from(good), line, Buffer.from(`${record(2)}\n`)]) }),
      'works.ndjson',
    );
    const { code, err, bytes } = await converted(path);
    expect(err).toMatch(message);
    expect([code, String(bytes).match(/bibo\/doi> "/g)?.length]).toEqual([1, 3]);
  });

  test('a gzip that was cut off', async () => {
    const zipped = gzipSync(text, { level: 1 });
    const path = join(
      folderOf({ 'works.ndjson.gz': zipped.subarray(0, zipped.length / 2) }),
      'works.ndjson.gz',
    );
    const { code, err, bytes } = await converted(path);
    expect(code).toBe(1);
    expect(err).toContain('damaged or truncated gzip (unexpected end of file); what came before was read');
    expect(String(bytes).match(/bibo\/doi> "/g)?.length).toBeGreaterThan(count / 3);
  });
});

test('the progress line says records, bytes, rate, time left and rejects', () => {
  const progress = { read: 25e6, total: 100e6, records: 10_000, rejected: 3 };
  expect(sentence(progress, 2000, 'en')).toBe(
    '[█████░░░░░░░░░░░░░░░] 25 %  10,000 records  25 MB  5,000/s  left 6 s  3 rejected',
  );
  expect(sentence({ ...progress, total: undefined, rejected: 0 }, 2000, 'fr').replace(/\s/g, ' ')).toBe(
    '10 000 notices  25 Mo  5 000/s',
  );
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { byCodePoint } from '../../pipeline/base/order.ts';
import { mergeUnique, UniqueLines } from '../../pipeline/write/unique-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'moisson-unique-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asBlock = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const expected = (lines: readonly string[]) => asBlock([...new Set(lines)].sort(byCodePoint));
const textOf = (files: readonly string[]) => Buffer.concat([...mergeUnique(files)]).toString();

function unique(blocks: readonly string[], memory?: number): string {
  const lines = new UniqueLines({ folder, memory });
  for (const block of blocks) lines.add(block);
  const text = textOf(lines.finish());
  lines.dispose();
  return text;
}

const endings = [
  '',
  'é',
  'e\u0301',
  'Œuvre',
  '\u00ff',
  '\ufffd',
  '\uff01',
  '😀',
  '🌾 récolte',
  'Ω',
  '"@fr .',
];

/** Lines in no order, many of them twice or more, the same at each call. */
function scattered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const n = Math.imul(i, 2654435761) >>> 20;
    return `<work/${n % 700}> "${'vie sociale '.repeat(n % 3)}${endings[n % endings.length]}`;
  });
}

describe('unique lines', () => {
  test.each<[string, readonly string[]]>([
    ['no line', []],
    ['one line', ['Vie sociale']],
    ['an empty line', ['b', '', 'a', '']],
    ['a line that begins another', ['Vie sociale', 'Vie', 'Vie ']],
    ['accents, also composed', ['é', 'e\u0301', 'e', 'z', 'É']],
    ['an emoji after U+FFFD', ['😀', '\ufffd', '\uff01', '\ue000', 'a😀', 'a\ufffd']],
    ['a line longer than all memory', ['x'.repeat(5000), 'y', 'x'.repeat(5000), 'x'.repeat(4999)]],
    ['a line longer than a chunk', ['b', `a${'é'.repeat(1_200_000)}`, 'c']],
    ['scattered lines', scattered(6000)],
  ])('are each there once, by code point: %s', (_, lines) => {
    const once = expected(lines);
    expect(unique([asBlock(lines)]) === once).toBe(true);
    expect(unique([asBlock(lines)], 1024) === once).toBe(true);
  });

  test('do not depend on the order of adding, nor on the blocks, nor on memory', () => {
    const lines = scattered(3000);
    const backwards = lines.toReversed().map((line) => `${line}\n`);
    const once = expected(lines);
    expect(unique(backwards, 2048) === once).toBe(true);
    expect(unique([asBlock(lines), asBlock(lines), ...backwards, asBlock(lines)], 1024) === once).toBe(true);
  });

  test('hold half a surrogate pair as the U+FFFD that UTF-8 makes of it, once', () =>
    expect(unique(['\ud83d\n', '\ufffd\n', '\n'])).toBe('\n\ufffd\n'));

  test('of several collectors in one folder are merged together', () => {
    const lines = scattered(3000);
    const collectors = [0, 1, 2].map(() => new UniqueLines({ folder, memory: 4096 }));
    for (const [i, line] of lines.entries()) collectors[i % 3]?.add(`${line}\n`);
    const files = collectors.flatMap((collector) => collector.finish());
    expect(files.length).toBeGreaterThan(6);
    expect(textOf(files) === expected(lines)).toBe(true);
    for (const collector of collectors) collector.dispose();
  });

  test('leave no file behind', () => {
    unique([asBlock(scattered(1000))], 1024);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('take nothing more after the last run, and no part of a line', () => {
    const lines = new UniqueLines({ folder });
    expect(() => lines.add('a\nb')).toThrow('ends within a line');
    expect(lines.finish()).toEqual([]);
    expect(() => lines.add('a\n')).toThrow('after the last run');
  });

  test('of no file are no chunk', () => expect([...mergeUnique([])]).toEqual([]));

  test('of a file without a last line break are all there', () => {
    const path = join(folder, 'open-ended');
    writeFileSync(path, 'a\nb');
    expect(textOf([path])).toBe('a\nb\n');
    rmSync(path);
  });
});

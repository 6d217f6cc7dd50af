import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cell, chunksOf, type Damage, type Range, utf8 } from '../../pipeline/fetch/chunks.ts';
import { folderOf } from '../commands/moisson.ts';

/** Lines of very different lengths: some end exactly at a cell, one spans several. */
const lines = Array.from({ length: 3000 }, (_, index) => `${index} ${'é'.repeat((index * 7919) % 900)}`);
lines[1500] = 'x'.repeat(3 * cell);
const text = `${lines.join('\n')}\n`;

async function read(path: string, range?: Range): Promise<readonly { at: number; text: string }[]> {
  const chunks = [];
  for await (const { bytes, at } of chunksOf(path, range)) chunks.push({ at, text: bytes.toString() });
  return chunks;
}

const fileOf = (content: string | Uint8Array) => join(folderOf({ file: content }), 'file');

describe('the chunks of a source', () => {
  test('are whole lines that add up to it', async () => {
    const chunks = await read(fileOf(text));
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.map((chunk) => chunk.text).join('')).toBe(text);
    expect(chunks.every((chunk) => chunk.text.endsWith('\n'))).toBe(true);
  });

  test('are the same from gzip, in one member or several', async () => {
    const plain = await read(fileOf(text));
    expect(await read(fileOf(gzipSync(text)))).toEqual(plain);
    const half = Math.floor(text.length / 2);
    expect(
      await read(fileOf(Buffer.concat([gzipSync(text.slice(0, half)), gzipSync(text.slice(half))]))),
    ).toEqual(plain);
  });

  test.each([1, 2, 3, 5])('are the same read by %i readers, each its own cells', async (readers) => {
    const path = fileOf(text);
    const cells = Math.ceil(Buffer.byteLength(text) / cell);
    const shares = Array.from({ length: readers }, (_, index) => ({
      first: Math.floor((cells * index) / readers),
      last: Math.floor((cells * (index + 1)) / readers),
    }));
    const parts = [];
    for (const share of shares) parts.push(...(await read(path, share)));
    expect(parts).toEqual(await read(path));
  });

  test.each([
    ['nothing', '', []],
    ['a line without end', 'a', ['a']],
    ['a line end alone', '\n', ['\n']],
  ])('of %s', async (_, content, expected) =>
    expect((await read(fileOf(content))).map((chunk) => chunk.text)).toEqual(expected),
  );

  test('of a truncated gzip are what came before, and the damage is said', async () => {
    const zipped = gzipSync(text);
    const damages: Damage[] = [];
    let given = '';
    for await (const { bytes } of chunksOf(
      fileOf(zipped.subarray(0, zipped.length - 2000)),
      undefined,
      (damage) => damages.push(damage),
    ))
      given += bytes.toString();
    expect(damages.map(({ message }) => message)).toEqual(['unexpected end of file']);
    expect(given.length).toBeGreaterThan(text.length / 2);
    expect(text.startsWith(given)).toBe(true);
  });
});

test('bytes that are not UTF-8 are no text', () => {
  expect([utf8(Buffer.from('été')), utf8(Buffer.from('ete')), utf8(Buffer.from([0x65, 0xe9]))]).toEqual([
    'été',
    'ete',
    undefined,
  ]);
});

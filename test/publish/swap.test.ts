import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OutFile, ReadyFile } from '../../pipeline/publish/file.ts';
import { refusal } from '../../pipeline/publish/gate.ts';
import { replaceFolder, withFolderBeside } from '../../pipeline/publish/swap.ts';
import { folderOf } from '../commands/moisson.ts';

async function* each(...files: readonly (OutFile | ReadyFile | Error)[]): AsyncIterable<OutFile | ReadyFile> {
  for (const file of files) {
    if (file instanceof Error) throw file;
    yield file;
  }
}

const text = (path: string, content: string): OutFile => ({ path, content });
const mark = text('void.ttl', 'x');

describe('a folder that is replaced', () => {
  test('takes files that are written already, and keeps those that hold the same', async () => {
    const folder = folderOf({ 'ready.nt': 'a\n', 'changed.nt': 'b\n' });
    const out = join(folder, 'out');
    const ready = (path: string, file: string): ReadyFile => ({ path, ready: join(folder, file) });
    const files = () => each(mark, ready('x.nt', 'ready.nt'), ready('site/x.nt', 'ready.nt'));
    expect(await replaceFolder(out, files())).toEqual({ files: 3, written: 3 });
    const before = statSync(join(out, 'x.nt'));

    writeFileSync(join(folder, 'same.nt'), 'a\n');
    const same = each(mark, ready('x.nt', 'same.nt'), ready('site/x.nt', 'same.nt'));
    expect(await replaceFolder(out, same)).toEqual({ files: 3, written: 0 });
    expect(statSync(join(out, 'x.nt')).ino).toBe(before.ino);

    const changed = each(mark, ready('x.nt', 'same.nt'), ready('site/x.nt', 'changed.nt'));
    expect(await replaceFolder(out, changed)).toEqual({ files: 3, written: 1 });
    expect(statSync(join(out, 'x.nt')).ino).toBe(before.ino);
    expect(readFileSync(join(out, 'site/x.nt'), 'utf8')).toBe('b\n');
  });

  test('is as it was when the graph is refused after its pages', async () => {
    const folder = folderOf({});
    const out = join(folder, 'out');
    await replaceFolder(out, each(mark, text('a.html', 'old')));
    const refused = refusal([{ focus: 'urn:x', path: undefined, message: { fr: 'non', en: 'no' } }]);
    await expect(replaceFolder(out, each(text('a.html', 'new'), refused))).rejects.toBe(refused);
    expect(readFileSync(join(out, 'a.html'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('has an empty folder beside it, for as long as it is needed', async () => {
    const folder = folderOf({ '.out-graph/left': 'by a crash' });
    const found = await withFolderBeside(join(folder, 'out'), async (beside) => {
      writeFileSync(join(beside, 'x'), '');
      return readdirSync(beside);
    });
    expect(found).toEqual(['x']);
    expect(readdirSync(folder)).toEqual([]);
  });
});

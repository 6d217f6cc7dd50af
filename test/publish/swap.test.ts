import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OutFile, ReadyFile } from '../../pipeline/publish/file.ts';
import { refusal } from '../../pipeline/publish/gate.ts';
import { type Laid, type Place, Share } from '../../pipeline/publish/share.ts';
import { replaceFolder, withFolderBeside } from '../../pipeline/publish/swap.ts';
import { folderOf } from '../commands/moisson.ts';

type Files = readonly (OutFile | ReadyFile)[];

/** Lays each list of files as a share of its own, in turns. */
const shares =
  (...lists: readonly Files[]) =>
  async (place: Place): Promise<readonly Laid[]> => {
    const all = lists.map((files) => ({ files, share: new Share(place) }));
    const longest = Math.max(...lists.map(({ length }) => length));
    for (let at = 0; at < longest; at += 1)
      for (const { files, share } of all) {
        const file = files[at];
        if (file) share.add(file);
      }
    return all.map(({ share }) => share.laid);
  };

const text = (path: string, content: string): OutFile => ({ path, content });
const mark = text('void.ttl', 'x');

describe('a folder that is replaced', () => {
  test('takes files that are written already, and keeps those that hold the same', async () => {
    const folder = folderOf({ 'ready.nt': 'a\n', 'changed.nt': 'b\n' });
    const out = join(folder, 'out');
    const ready = (path: string, file: string): ReadyFile => ({ path, ready: join(folder, file) });
    const first = shares([mark, ready('x.nt', 'ready.nt'), ready('site/x.nt', 'ready.nt')]);
    expect(await replaceFolder(out, first)).toEqual({ files: 3, written: 3 });
    const before = statSync(join(out, 'x.nt'));

    writeFileSync(join(folder, 'same.nt'), 'a\n');
    const same = shares([mark, ready('x.nt', 'same.nt'), ready('site/x.nt', 'same.nt')]);
    expect(await replaceFolder(out, same)).toEqual({ files: 3, written: 0 });
    expect(statSync(join(out, 'x.nt')).ino).toBe(before.ino);

    const changed = shares([mark, ready('x.nt', 'same.nt'), ready('site/x.nt', 'changed.nt')]);
    expect(await replaceFolder(out, changed)).toEqual({ files: 3, written: 1 });
    expect(statSync(join(out, 'x.nt')).ino).toBe(before.ino);
    expect(readFileSync(join(out, 'site/x.nt'), 'utf8')).toBe('b\n');
  });

  test('is as it was when the graph is refused after its pages', async () => {
    const folder = folderOf({});
    const out = join(folder, 'out');
    await replaceFolder(out, shares([mark, text('a.html', 'old')]));
    const refused = refusal([{ focus: 'urn:x', path: undefined, message: { fr: 'non', en: 'no' } }]);
    const pagesThenRefusal = async (place: Place) => {
      await shares([text('a.html', 'new')])(place);
      throw refused;
    };
    await expect(replaceFolder(out, pagesThenRefusal)).rejects.toBe(refused);
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

describe('a folder laid in shares', () => {
  const pages = [mark, text('site/a.html', 'a'), text('site/b.html', 'b')];
  const forms = [text('site/a.bib', '@a'), text('site/b.bib', '@b')];

  async function laid() {
    const folder = folderOf({});
    const out = join(folder, 'out');
    expect(await replaceFolder(out, shares(pages, forms))).toEqual({ files: 5, written: 5 });
    const inode = (path: string) => statSync(join(out, path)).ino;
    const all = () => [...pages, ...forms].map(({ path }) => [path, inode(path)] as const);
    return { folder, out, inode, all };
  }

  test('is not touched when no share changed', async () => {
    const { out, all } = await laid();
    const [before, folderBefore] = [all(), statSync(out).ino];
    expect(await replaceFolder(out, shares(pages, forms))).toEqual({ files: 5, written: 0 });
    expect([all(), statSync(out).ino]).toEqual([before, folderBefore]);
  });

  test.each([
    ['first', [[mark, text('site/a.html', 'a'), text('site/b.html', 'B')], forms]],
    ['second', [pages, [text('site/a.bib', '@a'), text('site/b.bib', '@B')]]],
  ] as const)('keeps all files but the one that changed in the %s share', async (_, lists) => {
    const { out, all } = await laid();
    const before = all();
    expect(await replaceFolder(out, shares(...lists))).toEqual({ files: 5, written: 1 });
    const changed = all().filter(([path, inode]) => inode !== new Map(before).get(path));
    expect(changed.map(([path]) => path)).toEqual([expect.stringMatching(/^site\/b\./)]);
  });

  test('loses the file that a share no longer has, and keeps the others', async () => {
    const { out, inode } = await laid();
    const before = inode('site/b.html');
    expect(await replaceFolder(out, shares(pages, [text('site/a.bib', '@a')]))).toEqual({
      files: 4,
      written: 0,
    });
    expect(existsSync(join(out, 'site/b.bib'))).toBe(false);
    expect(inode('site/b.html')).toBe(before);
  });

  test.each([
    ['new', text('site/c.html', '1'), text('site/c.html', '2')],
    ['kept in one and changed in the other', text('site/a.html', 'a'), text('site/a.html', 'changed')],
    ['kept in both', text('site/a.html', 'a'), text('site/a.html', 'a')],
  ])('takes no file of one name from two shares: %s', async (_, one, other) => {
    const { folder, out } = await laid();
    const twice = shares([text('site/0.html', '0'), one], [text('site/1.html', '1'), other]);
    await expect(replaceFolder(out, twice)).rejects.toThrow(`two files are named ${one.path}`);
    expect(readFileSync(join(out, 'site/a.html'), 'utf8')).toBe('a');
    expect(readdirSync(folder)).toEqual(['out']);
    await expect(replaceFolder(out, shares([mark, one], [other]))).rejects.toThrow(
      `two files are named ${one.path}`,
    );
    expect(readFileSync(join(out, 'site/a.html'), 'utf8')).toBe('a');
  });
});

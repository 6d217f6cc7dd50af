import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fileOf, folderOf, labFolder, magie, moisson, sacrifice } from './moisson.ts';

/** A lab that was built, `avant/`, and built again with one notice more, `out/`. */
async function twoBuilds(): Promise<string> {
  const lab = labFolder({ 'data/articles.txt': `Articles\n\n${sacrifice}` });
  await moisson(['build', lab]);
  cpSync(join(lab, 'out'), join(lab, 'avant'), { recursive: true });
  writeFileSync(join(lab, 'data/articles.txt'), `Articles\n\n${sacrifice}\n${magie}`);
  await moisson(['build', lab]);
  return lab;
}

describe('moisson diff', () => {
  test('tells in words, as JSON and as a patch what a build changed', async () => {
    const lab = await twoBuilds();
    const [old, next] = [join(lab, 'avant'), lab];
    const words = await moisson(['diff', old, next], { LANG: 'fr' });
    expect(words.code).toBe(0);
    expect(words.out).toMatch(
      /^Travaux : 1 ajouté\(s\)\n\+ Esquisse d’une théorie générale de la magie – https:/,
    );
    const json: unknown = JSON.parse((await moisson(['diff', old, next, '--format', 'json'])).out);
    expect(json).toMatchObject({
      things: expect.arrayContaining([expect.objectContaining({ kind: 'work', what: 'added' })]),
    });
    const { out } = await moisson(['diff', old, next, '--format', 'patch']);
    // In the order of the lines, so that it is the same at any time.
    const patched = new Set(fileOf(lab, 'avant/mon-labo.nq').split('\n'));
    for (const line of out.split('\n').slice(1, -2))
      if (line.startsWith('A ')) patched.add(line.slice(2));
      else patched.delete(line.slice(2));
    expect([...patched].sort()).toEqual(fileOf(lab, 'out/mon-labo.nq').split('\n').sort());
  });

  test('reads a compressed dump too', async () => {
    const folder = folderOf({
      'a.nt': '<a:a> <a:b> "é\u2028" .\n',
      'b.nt.gz': gzipSync('<a:a> <a:b> "é\u2028" .\n<b:b> <a:b> "1" .\n'),
    });
    const { out } = await moisson([
      'diff',
      join(folder, 'a.nt'),
      join(folder, 'b.nt.gz'),
      '--format',
      'patch',
    ]);
    expect(out).toBe('TX .\nA <b:b> <a:b> "1" .\nTC .\n');
  });

  test.each([
    ['one dump only', ['a.nq'], 2, /missing required argument/],
    ['three dumps', ['a.nq', 'a.nq', 'a.nq'], 2, /too many arguments/],
    ['a path of nothing', ['a.nq', 'none'], 3, /none: no such file or folder/],
    ['a folder without a dump', ['a.nq', '.'], 3, /no graph \.nq in this folder; run moisson build first/],
    ['another format', ['a.nq', 'a.ttl'], 2, /a\.ttl: expected a file \.nq, \.nt/],
    ['two formats', ['a.nq', 'a.nt'], 2, /one is N-Triples, the other N-Quads/],
    ['a damaged archive', ['a.nq', 'c.nq.gz'], 3, /c\.nq\.gz/],
  ])('refuses %s in a sentence', async (_, paths, code, words) => {
    const line = '<a:a> <a:b> "1" .\n';
    const folder = folderOf({
      'a.nq': line,
      'a.nt': line,
      'a.ttl': line,
      'c.nq.gz': gzipSync(line).subarray(0, 12),
    });
    const empty = folderOf({ 'x.txt': '' });
    const found = await moisson([
      'diff',
      ...paths.map((path) => (path === '.' ? empty : join(folder, path))),
    ]);
    expect([found.code, found.err]).toEqual([code, expect.stringMatching(words)]);
  });
});

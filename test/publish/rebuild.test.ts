import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { labFolder } from '../../bench/lab.ts';
import { folderOf, moisson } from '../commands/moisson.ts';

interface Known {
  readonly bytes: string;
  readonly inode: number;
  readonly changed: number;
}

/** Every file of `out/`, with what tells whether it was touched. */
function filesOf(folder: string): ReadonlyMap<string, Known> {
  const out = join(folder, 'out');
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(
    files.map((each) => {
      const path = join(each.parentPath, each.name);
      const { ino, mtimeMs } = statSync(path);
      const known = { bytes: readFileSync(path, 'latin1'), inode: ino, changed: mtimeMs };
      return [path.slice(out.length + 1).replaceAll('\\', '/'), known];
    }),
  );
}

/** What may name a work, besides its own pages and forms: the lists that it is in, and what holds all works. */
function placesOf(work: {
  readonly contributions: readonly { readonly agent?: string }[];
  readonly container?: { readonly id?: string };
  readonly subjects: readonly { readonly id?: string }[];
  readonly type: string;
}): readonly string[] {
  return [
    ...work.contributions.map(({ agent }) => agent),
    ...work.subjects.map(({ id }) => id),
    work.container?.id,
    `type/${work.type}`,
  ].flatMap((id) => id ?? []);
}

const everywhere = [
  // The dump, here and in the site, its description, and the page about it.
  /^(?:site\/)?grand-labo\.[a-z.]+$/,
  /^(?:site\/)?void\.ttl$/,
  /^(?:site\/)?SHA256SUMS\.txt$/,
  /^site\/dataset\.(?:html|en\.html|ttl|jsonld)$/,
  // What the graph answers, and how often it has each class and property.
  /^site\/query\.(?:en\.)?html$/,
  /^site\/engine\/vocabulary\.json$/,
  /^report\.(?:md|json)$/,
  /^hal\/missing\.md$/,
  // What lists all works or the newest.
  /^site\/(?:index|works|embed|figures|feed|search)[^/]*$/,
  /^site\/sitemap[^/]*$/,
  /^site\/year\/[^/]+$/,
  /^site\/source\/works(?:\/works-\d+)?(?:\.en)?\.html$/,
];

test('an unchanged rebuild writes no file; one changed work rewrites its own, and the lists it is in', async () => {
  const folder = folderOf({});
  labFolder(folder, 40);
  await moisson(['build', folder]);
  const before = filesOf(folder);

  const again = await moisson(['build', folder], { LANG: 'C', NOW: '2027-03-01T00:00:00Z' });
  expect(again.err).toContain(`(${before.size} files, 0 of them written)`);
  expect(filesOf(folder)).toEqual(before);

  const source = join(folder, 'data/works.json');
  const items = JSON.parse(readFileSync(source, 'utf8')) as { id: string; title: string; DOI?: string }[];
  const changed = items.find(({ DOI }) => DOI !== undefined);
  if (!changed) throw new Error('unreachable');
  const mended = { ...changed, title: `${changed.title} revu`, abstract: 'Un résumé tout autre.' };
  writeFileSync(source, JSON.stringify(items.map((item) => (item === changed ? mended : item))));
  const { err } = await moisson(['build', folder], { LANG: 'C', NOW: '2027-03-02T00:00:00Z' });

  const after = filesOf(folder);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const rewritten = [...after].filter(([path, { bytes }]) => before.get(path)?.bytes !== bytes);
  expect(err).toContain(`(${after.size} files, ${rewritten.length} of them written)`);
  // What holds the same is the same file.
  for (const [path, { bytes, inode }] of before)
    if (after.get(path)?.bytes === bytes) expect(after.get(path)?.inode).toBe(inode);

  const lines = readFileSync(join(folder, 'out/grand-labo.ndjson'), 'utf8').trimEnd().split('\n');
  const work = lines
    .map((line) => JSON.parse(line) as Parameters<typeof placesOf>[0] & { readonly id: string })
    .find((each) => JSON.stringify(each).includes('Un résumé tout autre.'));
  if (!work) throw new Error('unreachable');
  const own = (path: string) => path.startsWith(`site/${work.id}.`);
  const lists = placesOf(work);
  // A list in several pages has them below its own: `year/2023/works-2`.
  const inLists = (path: string) =>
    lists.some((id) => path.startsWith('site/') && isPageOf(id, path.slice('site/'.length)));
  const isAllowed = (path: string) =>
    own(path) || inLists(path) || everywhere.some((pattern) => pattern.test(path));

  const paths = rewritten.map(([path]) => path);
  expect(paths.filter((path) => !isAllowed(path))).toEqual([]);
  expect(paths.filter((path) => path.startsWith('site/work/') && !own(path))).toEqual([]);
  for (const extension of ['html', 'en.html', 'ttl', 'jsonld', 'bib', 'ris', 'csl.json'])
    expect(paths).toContain(`site/${work.id}.${extension}`);
  expect(paths).toEqual(expect.arrayContaining(['grand-labo.nt', 'site/grand-labo.nt', 'void.ttl']));
}, 120_000);

function isPageOf(id: string, path: string): boolean {
  return path.startsWith(id) && /^(?:\/works-\d+)?(?:\.en)?\.html$/.test(path.slice(id.length));
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { labFolder } from '../../bench/lab.ts';
import { DumpThreads } from '../../pipeline/commands/dump-threads.ts';
import { type DumpTask, dump } from '../../pipeline/publish/index.ts';
import { runLab } from '../../pipeline/run.ts';
import { datasetEntry, entriesOf } from '../../pipeline/stages.ts';
import { folderOf, now } from './moisson.ts';

async function lab(works: number) {
  const folder = folderOf({});
  labFolder(folder, works);
  const { lab: read, collection } = await runLab(folder, now);
  const { base, name, licence } = read;
  const task = (): DumpTask => ({
    name: 'x',
    dataset: { base, graph: `${base}dataset` },
    folder: folderOf({}),
    place: { folder: '/nowhere/out', building: folderOf({}) },
    described: {
      id: 'dataset',
      base,
      title: { value: name },
      publisher: name,
      licence,
      sources: ['source/works'],
    },
  });
  const threads = new DumpThreads(collection);
  onTestFinished(() => threads.close());
  return { collection, base, task, threads };
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort()
    .map((path) => [relative(folder, path), readFileSync(path, 'latin1')] as const);

describe('the dump made in a thread', () => {
  test('is the same as the one made here', async () => {
    const { collection, base, task, threads } = await lab(20);
    const [here, there] = [task(), task()];
    const dumped = await dump(entriesOf(collection, base), datasetEntry, here);
    expect(dumped.violations).toEqual([]);
    expect(await threads.dump(there)).toEqual(dumped);
    expect(filesIn(there.folder)).toEqual(filesIn(here.folder));
    expect(filesIn(here.folder).map(([file]) => file).length).toBe(dumped.distributions.length);

    const forms = filesIn(here.place.building);
    expect(filesIn(there.place.building)).toEqual(forms);
    expect(forms.map(([file]) => file)).toEqual([...dumped.laid.paths].sort());
    // Four forms of each work, two of each thing that has files.
    const things = entriesOf(collection, base).filter(({ iri }) => !iri.includes('#'));
    expect(dumped.laid.written).toBe(4 * 20 + 2 * things.length);
  }, 120_000);

  test('tells of what went wrong', async () => {
    const { task, threads } = await lab(2);
    await expect(threads.dump({ ...task(), folder: '/nowhere/at/all' })).rejects.toMatchObject({
      code: 'ENOENT',
    });
  }, 120_000);
});

import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishLab, withFolderBeside } from '../../pipeline/publish/index.ts';
import { runLab } from '../../pipeline/run.ts';
import { datasetEntry, entriesOf } from '../../pipeline/stages.ts';

/** The lab whose records say what the sample graph says. */
const labFolder = new URL('lab/', import.meta.url);

/** The graph that the program makes of `lab/`, as N-Quads. */
export async function labGraph(): Promise<string> {
  const { lab, collection, findings, rejected } = await runLab(
    fileURLToPath(labFolder),
    '2026-01-15T08:00:00Z',
  );
  return withFolderBeside(join(tmpdir(), `lab-graph-${process.pid}`), async (folder) => {
    const built = join(folder, 'out');
    await publishLab({
      lab,
      collection,
      entries: entriesOf(collection, lab.base),
      describe: datasetEntry,
      datestamps: new Map(),
      data: fileURLToPath(new URL('data/', labFolder)),
      folder,
      place: { folder: join(folder, 'none'), building: built },
      found: { works: collection.works, findings, rejected },
      states: [],
    });
    const dump = readdirSync(built).find((file) => file.endsWith('.nq'));
    return dump === undefined ? '' : readFileSync(join(built, dump), 'utf8');
  });
}

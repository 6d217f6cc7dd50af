import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unwritable } from '../base/replace-file.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import { joinShares, type Laid, type Place, type Replaced } from './share.ts';

/** A file whose presence says that a folder was made by this program. */
const mark = 'void.ttl';

/**
 * Builds a whole folder beside the old one, in shares, and puts it in its place: whoever looks sees the old one or the new
 * one, never half of it. When no file changed nothing is touched at all. What an interrupted run left behind is cleared
 * away first. `fill`: lays all shares; nobody may write any more once it is done or has failed.
 */
export async function replaceFolder(
  folder: string,
  fill: (place: Place) => Promise<readonly Laid[]>,
): Promise<Replaced> {
  recover(folder);
  refuseForeign(folder);
  const { building, previous } = besides(folder);
  const place: Place = { folder, building };
  try {
    rmSync(building, { recursive: true, force: true });
    const replaced = joinShares(place, await fill(place));
    if (!existsSync(building)) return replaced;
    // Two renames without a break between them: signals wait until both are done.
    if (existsSync(folder)) renameSync(folder, previous);
    renameSync(building, folder);
    rmSync(previous, { recursive: true, force: true });
    return replaced;
  } catch (error) {
    recover(folder);
    rmSync(building, { recursive: true, force: true });
    throw unwritable(folder, error);
  }
}

/** An empty folder beside another, on the same disk, for as long as something is done in it. */
export async function withFolderBeside<T>(folder: string, work: (beside: string) => Promise<T>): Promise<T> {
  const beside = join(dirname(folder), `.${basename(folder)}-graph`);
  try {
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { recursive: true });
    return await work(beside);
  } catch (error) {
    throw unwritable(folder, error);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** After a crash between the two renames the old folder is beside its place: put it back. */
function recover(folder: string): void {
  const { previous } = besides(folder);
  if (!existsSync(previous)) return;
  if (existsSync(folder)) rmSync(previous, { recursive: true, force: true });
  else renameSync(previous, folder);
}

function besides(folder: string): { readonly building: string; readonly previous: string } {
  const beside = (state: string) => join(dirname(folder), `.${basename(folder)}-${state}`);
  return { building: beside('building'), previous: beside('previous') };
}

function refuseForeign(folder: string): void {
  if (!existsSync(folder)) return;
  const [first] = listed(folder);
  if (first === undefined || existsSync(join(folder, mark))) return;
  throw new UserError(
    {
      fr: `${folder} contient « ${first} », que Moisson n’a pas écrit et que le remplacement effacerait ; choisir un autre dossier avec --out`,
      en: `${folder} holds “${first}”, which Moisson did not write and would erase; choose another folder with --out`,
    },
    exitCode.usage,
  );
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

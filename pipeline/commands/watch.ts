import { type FSWatcher, watch } from 'node:fs';
import { basename } from 'node:path';

/** Editors save in several steps: they are one change. */
const pause = 200;

/**
 * Does something each time that what a person wrote in a folder changes, never twice at once; gives what ends that. The
 * register is written by the build itself, and what begins with a dot or ends with `~` or `.tmp` is on its way to be a file.
 */
export function whenChanged(folder: string, act: () => Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let acting = Promise.resolve();
  let isEnded = false;
  const watcher: FSWatcher = watch(folder, { recursive: true }, (_, path) => {
    if (path !== null && isByTheWay(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      acting = acting.then(() => (isEnded ? undefined : act()));
    }, pause);
  });
  return async () => {
    isEnded = true;
    watcher.close();
    clearTimeout(timer);
    await acting;
  };
}

/** Is the file none that a person wrote? */
export function isByTheWay(path: string): boolean {
  const name = basename(path);
  return name === 'register.tsv' || /^[.#]|~$|\.(?:tmp|swp|swx)$|^4913$/.test(name);
}

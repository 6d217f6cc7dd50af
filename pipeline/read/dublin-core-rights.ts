import { codeList } from '../base/code-list.ts';
import type { Access } from '../base/work.ts';
import { isNew, keepOn, type Sheet } from './sheet.ts';
import { type Statement, tagOf } from './statement.ts';

const infoEuRepo = /^info:eu-?repo\/semantics\/(\w+)$/i;
const coar = /^https?:\/\/(?:www\.)?purl\.org\/coar\/access_right\/(c_\w+)\/?$/i;

/** An access right by its info:eu-repo name, whatever its capitals, its COAR address or its words. */
export function accessOf(words: string): Access | undefined {
  const list = codeList('access');
  const semantics = infoEuRepo.exec(words)?.[1];
  const code = coar.exec(words)?.[1];
  const found =
    semantics !== undefined
      ? list.read('infoEuRepo', semantics)
      : code !== undefined
        ? list.read('coar', code)
        : (list.read('en', words) ?? list.read('fr', words));
  return isAccess(found) ? found : undefined;
}

const accesses: ReadonlySet<string> = new Set<Access>(['open', 'embargoed', 'restricted', 'metadataOnly']);
const isAccess = (word: string | undefined): word is Access => word !== undefined && accesses.has(word);

/** The first access right; licences by their address or in their words. */
export function readRights(on: Sheet, said: readonly Statement[]): void {
  for (const { name, words, lang } of said) {
    const access = accessOf(words);
    if (access !== undefined && on.access === undefined) on.access = access;
    else if (access !== undefined && access !== on.access) keepOn(on, name, words);
    else if (access === undefined && isNew(on, 'licence', words))
      on.licences.push({ words, lang: tagOf(lang) });
  }
}

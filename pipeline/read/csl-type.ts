import { codeList } from '../base/code-list.ts';
import type { Draft } from '../base/draft.ts';
import { type WorkType, workTypes } from '../base/work.ts';
import { keep, type Part, words } from './json-part.ts';

/** The type of an item, and the model's word for it. */
export interface CslType {
  readonly type: Draft['type'];
  readonly word: WorkType | undefined;
}

/**
 * The type in a column of `ontology/types.csv`, made finer by the genre where that names a type of ours: a `speech` of the
 * genre `Poster`, a `book` that has editors and no author (crosswalk 4.1). What the model's word does not say is kept,
 * at the place where the type was said.
 */
export function typeOf(record: Part, list: string, place = 'type'): CslType {
  const code = words(record, 'type');
  const genre = words(record, 'genre');
  if (code === undefined) {
    keep(record, 'genre', genre);
    return { type: undefined, word: undefined };
  }
  const types = codeList('types');
  // Crossref once gave its own types in CSL, and a note may hold a type of CSL for one of Zotero.
  const column = [list, 'csl', 'crossref'].find((each) => types.read(each, code) !== undefined) ?? list;
  const general = wordIn(column, code);
  const finer = general && genre !== undefined ? finerWord(column, code, general, genre) : undefined;
  if (finer === undefined) keep(record, 'genre', genre);
  const word = finer ?? (general === 'book' && isEdited(record) ? 'editedBook' : general);
  if (word === undefined || word === wordIn(column, code)) {
    if (word !== undefined && types.write(column, word) !== code) keep(record, place, code);
    return { type: { list: column, code }, word };
  }
  if (types.write(column, word) !== code) keep(record, place, code);
  return { type: { list: 'work', code: word }, word };
}

/** `Preprint`, `document de travail`: a genre that is the name of a type which the format writes with this code. */
function finerWord(column: string, code: string, general: WorkType, genre: string): WorkType | undefined {
  const finer = wordIn('en', genre) ?? wordIn('fr', genre);
  if (finer === undefined || finer === general) return finer;
  const isWrittenSo = codeList('types').write(column, finer) === code;
  // Both are customary for a working paper.
  return isWrittenSo || (finer === 'workingPaper' && (general === 'report' || general === 'preprint'))
    ? finer
    : undefined;
}

function wordIn(column: string, code: string): WorkType | undefined {
  const word = codeList('types').read(column, code);
  return workTypes.find((type) => type === word);
}

function isEdited({ of }: Part): boolean {
  return isList(of.editor) && !isList(of.author);
}

const isList = (value: unknown) => Array.isArray(value) && value.length > 0;

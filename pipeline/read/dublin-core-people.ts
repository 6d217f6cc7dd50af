import type { DraftContribution } from '../base/draft.ts';
import { grantOf } from './grant.ts';
import { keepOn, type Sheet } from './sheet.ts';
import type { Statement } from './statement.ts';

/** Works whose contributors are their editors as often as their authors. */
const edited: ReadonlySet<string> = new Set(['book', 'editedBook', 'proceedings']);
/** OpenEdition's types for what holds other documents. */
const volumes: ReadonlySet<string> = new Set(['issue', 'book']);
const familyFirst = /^[^,;()]+, [^,;()]+$/;

/**
 * Creators are authors, contributors contributors. A record without any creator, as old DSpace repositories make them,
 * has its authors among the contributors: those named family first are taken for them, which is marked as inferred.
 */
export function readPeople(on: Sheet, said: readonly Statement[]): void {
  const hasCreator = said.some(({ name }) => name === 'creator');
  const takesAll = !hasCreator && on.house === undefined && !edited.has(on.kind ?? '');
  for (const statement of said) {
    const { name, words, line } = statement;
    if (name === 'contributor' && isMoney(on, statement)) continue;
    const isAuthor = name === 'creator' || (takesAll && familyFirst.test(words));
    if (name !== 'creator' && isAuthor) evident(on, 'contributor-without-creator', 'inferred', line);
    on.contributions.push(...namesOf(on, words, isAuthor ? 'author' : 'contributor'));
  }
  const [first] = said;
  if (on.house === 'openedition' && hasCreator && first && volumes.has(on.type?.code ?? '')) {
    evident(on, 'authors-of-parts', 'doubtful', first.line);
  }
}

function evident({ evidence }: Sheet, rule: string, confidence: 'inferred' | 'doubtful', line: number): void {
  if (!evidence.some((each) => each.rule === rule)) {
    evidence.push({ path: 'contributions', rule, confidence, line, column: 1 });
  }
}

/** HAL names the projects that paid among the contributors. */
function isMoney(on: Sheet, { name, words }: Statement): boolean {
  if (on.house !== 'hal') return false;
  const grant = grantOf(words);
  if (grant) {
    on.funding.push(grant);
    return true;
  }
  if (!/^(?:European Project|ANR)\s?:/.test(words)) return false;
  keepOn(on, name, words);
  return true;
}

const organisation = /\s\([^()]{2,60}\)(?:\s;\s|$)|\s;\s/;
// Words of an institution, in the languages that name themselves after a semicolon.
const body =
  /\d|\b(?:uni[vw]|instit|[ée]cole|school|coll[eè]g|cent(?:re|er|ro)|labor|facult|h[oô]pital|hospital|d[eé]part|acad[eé]m|cnrs|inserm|minist|agenc|society|soci[eé]t)/i;

/**
 * One name, or several family first between semicolons. What follows a name and is none is its affiliation: journals
 * made with OJS write `Family, Given; Institution`.
 */
function namesOf(
  { house }: Sheet,
  words: string,
  role: 'author' | 'contributor',
): readonly DraftContribution[] {
  if (house === 'hal' && role === 'contributor' && organisation.test(words)) {
    return [{ role, kind: 'organisation', nameAsPrinted: words, literal: words }];
  }
  const names = words
    .split(';')
    // HAL has printed the comma on a line of its own.
    .map((name) => name.trim().replace(/ ,/g, ','))
    .filter((name) => name !== '');
  const [first, ...rest] = names;
  if (first === undefined) return [];
  if (rest.length === 0) return [{ role, nameAsPrinted: first }];
  if (names.every((name) => familyFirst.test(name) && !body.test(name))) {
    return names.map((nameAsPrinted) => ({ role, nameAsPrinted }));
  }
  if (!familyFirst.test(first)) return [{ role, nameAsPrinted: words }];
  return [{ role, nameAsPrinted: first, affiliations: [{ nameAsPrinted: rest.join('; ') }] }];
}

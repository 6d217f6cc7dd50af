import { codeList } from '../base/code-list.ts';
import type { Unmapped, Work } from '../base/work.ts';
import type { Statement } from './dublin-core.ts';
import { languageTag } from './language-tag.ts';
import { isTitleTold } from './place-line.ts';

/** Elements of simple Dublin Core that the model has no field for, or only one value. */
export const simpleLeftovers: readonly string[] = ['type', 'format', 'coverage', 'publisher', 'source'];

/** The same with the refinements of the DCMI terms. */
// biome-ignore format: a list
export const qualifiedLeftovers: readonly string[] = [
  'type', 'format', 'coverage', 'publisher', 'audience', 'valid', 'medium', 'rightsHolder', 'spatial', 'temporal', 'extent',
];

/** Those of the OpenAIRE guidelines, which have one type. */
// biome-ignore format: a list
export const openaireLeftovers: readonly string[] = [
  'format', 'coverage', 'publisher', 'source', 'audience', 'citationEdition', 'citationConferencePlace', 'citationConferenceDate',
];

/** What a source said in an element that the model has no field for, in that element again. */
export function leftovers(work: Work, names: readonly string[]): readonly Statement[] {
  return work.unmapped.filter((each) => isLeftover(work, each, names)).map(statementOf);
}

/** Whether it can be said again as it was, and will be taken for nothing else. */
export function isLeftover(work: Work, { path, value }: Unmapped, names: readonly string[]): boolean {
  if (!names.includes(path) || wordsOf(value) === undefined) return false;
  // Alone, it would be taken for the work's own.
  if (path === 'publisher') return work.publisher !== undefined;
  // A word for a type that we know says nothing besides.
  if (path === 'type') return !isTypeWord(wordsOf(value) ?? '');
  return path !== 'source' || (isTitleTold(work) && !/\d/.test(wordsOf(value) ?? ''));
}

function statementOf({ path, value }: Unmapped): Statement {
  const lang = typeof value === 'object' && value !== null && 'lang' in value ? value.lang : undefined;
  return {
    name: path,
    words: wordsOf(value) ?? '',
    lang: typeof lang === 'string' ? languageTag(lang) : undefined,
  };
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('value' in value) || 'scheme' in value)
    return undefined;
  return typeof value.value === 'string' ? value.value : undefined;
}

const isTypeWord = (word: string) =>
  ['dc', 'en', 'fr'].some((column) => codeList('types').read(column, word) !== undefined);

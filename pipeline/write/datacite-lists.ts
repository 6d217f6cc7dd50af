import { plainText } from '../base/plain-text.ts';
import type { LangText } from '../base/work.ts';
import { languageTag } from './language-tag.ts';

/** A list that says something: an empty one is left out. */
export function listed<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** A plain title with its type and language. */
export function titled(text: LangText, titleType?: string) {
  return { title: plainText(text), titleType, lang: languageTag(text.lang) };
}

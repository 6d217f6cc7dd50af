import { plainText } from '../base/plain-text.ts';
import { mainTitle, type Work } from '../base/work.ts';
import { fullTitle } from './citation-words.ts';
import type { Tag } from './ris-words.ts';

/** The subtitle belongs to the title; a title in another language has a tag in EndNote alone. */
export function titleTags(work: Work): readonly Tag[] {
  const title = titleOf(work);
  const others = work.titles.map(({ role, text }): Tag => {
    if (role === 'translated') return ['TT', plainText(text)];
    return ['ST', role === 'short' && plainText(text) !== title ? plainText(text) : undefined];
  });
  return [['TI', title], ...others];
}

/** The main title with its subtitle. */
export function titleOf(work: Work): string {
  return fullTitle(work, mainTitle(work)?.lang?.startsWith('fr') ? 'fr' : 'en');
}

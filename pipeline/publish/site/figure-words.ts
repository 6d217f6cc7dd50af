import type { Language } from '../../base/words.ts';
import { counted } from './page-words.ts';

/** What something counts: `2023 : 5 publications`. */
export function saidOf(name: string, count: number, language: Language): string {
  return `${name}${language === 'fr' ? '\u00a0: ' : ': '}${counted(count, 'work', language)}`;
}

/** Which count is the highest, and of what where that is one alone. */
export function peakOf(
  counts: readonly (readonly [name: string, count: number])[],
  language: Language,
): string {
  const fr = language === 'fr';
  const most = Math.max(...counts.map(([, count]) => count));
  const [first, ...others] = counts.filter(([, count]) => count === most);
  const words = counted(most, 'work', language);
  if (first === undefined || others.length > 0) return fr ? `Au plus ${words}.` : `At most ${words}.`;
  return fr ? `Le plus\u00a0: ${first[0]}, ${words}.` : `Most: ${first[0]}, ${words}.`;
}

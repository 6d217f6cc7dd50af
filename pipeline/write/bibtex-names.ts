import type { Contribution } from '../base/work.ts';
import { latexOf } from './bibtex-latex.ts';

/**
 * A name as BibTeX takes it apart: `von Last, Jr, First`. What is not to be taken apart, an organisation or a name that
 * nobody could split, stands in braces (BibTeX, “Tame the BeaST”, section 11).
 */
export function bibtexName({
  kind,
  family,
  given,
  particle,
  droppingParticle,
  suffix,
  literal,
  nameAsPrinted,
}: Contribution): string {
  if (kind !== 'person' || !family) return `{${latexOf({ value: literal ?? nameAsPrinted })}}`;
  const last = [droppingParticle, particle].filter(Boolean).join(' ');
  const parts = [last === '' ? whole(family) : `${part(last)} ${whole(family)}`, suffix, given];
  return parts.flatMap((each, index) => (each ? [index === 0 ? each : whole(each)] : [])).join(', ');
}

const part = (words: string) => latexOf({ value: words }) ?? '';

/** A part that holds a word or a sign by which BibTeX would take it apart is held together. */
function whole(words: string): string {
  const latex = part(words);
  return /,|\band\b|^\p{Ll}/iu.test(latex) && /,|\band\b/i.test(latex) ? `{${latex}}` : latex;
}

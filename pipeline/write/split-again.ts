import type { Contribution } from '../base/work.ts';

const suffixes = /^(?:jr|sr|junior|senior|ii|iii|iv)\.?$/i;

/** Whether what follows the second comma of `Family, Given, Suffix` is known as a suffix again. */
export function isSuffixKnown({ suffix }: Contribution): boolean {
  return suffix === undefined || suffixes.test(suffix);
}

/** Whether the parts of a person's name can be told again from `Family, Given, Suffix`. */
export function isSplitAgain(one: Contribution): boolean {
  const { kind, family, given, droppingParticle = 'de' } = one;
  if (kind !== 'person' || !family || !given || /[,;]/.test(family + given)) return false;
  return isSuffixKnown(one) && /^(?:de|d[’']|von|van|du|des)$/.test(droppingParticle);
}

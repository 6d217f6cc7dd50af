import { nameOf } from '../base/values.ts';
import type { Contribution } from '../base/work.ts';

/**
 * `Family, Given`, as every guideline of Dublin Core and DataCite wants a person's name; a particle that lists are not
 * sorted on follows the given name. What is not split, and an organisation, stands whole (N1, N2).
 */
export function familyFirst(one: Contribution): string {
  const { family, suffix } = one;
  if (one.kind === 'organisation' || !family) return nameOf(one);
  return [familyName(one), givenName(one), suffix].filter(Boolean).join(', ');
}

/** The family name with the particle that belongs to it. */
export function familyName({ particle, family }: Contribution): string {
  return [particle, family].filter(Boolean).join(' ');
}

/** The given name with the particle that follows it. */
export function givenName({ given, droppingParticle }: Contribution): string {
  return [given, droppingParticle].filter(Boolean).join(' ');
}

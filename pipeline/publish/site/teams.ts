import type { IdentifiedWork } from '../../base/work.ts';
import type { View } from './view.ts';

/** More names than this on a work say little of who works with whom. */
export const largestTeam = 50;

/** The people who wrote a work together, each once; nobody when they are too many to have. */
export function teamOf({ agents }: View, { contributions }: IdentifiedWork): ReadonlySet<string> {
  if (contributions.length > largestTeam) return new Set();
  const people = contributions.flatMap(({ agent, role }) =>
    role === 'author' && agent !== undefined && agents.get(agent)?.kind !== 'organisation' ? [agent] : [],
  );
  return new Set(people);
}

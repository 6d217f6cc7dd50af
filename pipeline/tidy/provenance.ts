import { pathsOf } from '../base/paths.ts';
import type { Assertion, Work } from '../base/work.ts';
import type { Passage } from './passage.ts';

type Bare = Omit<Work, 'provenance' | 'unmapped'>;

/**
 * Where the values come from (crosswalk section 6). A source whose form does not tell where each value stands is said
 * once for all its fields (`*`), with one assertion more for each value that a rule changed.
 */
export function provenance(on: Passage, work: Bare): readonly Assertion[] {
  const { draft, changed } = on;
  if (draft.evidence?.length) return pathsOf(work).map((path) => assertion(on, path));
  const whole = assertion(on, '*');
  return changed.size === 0
    ? [whole]
    : [whole, ...[...changed.keys()].map((path) => assertion(on, path)).filter(isSaid(work))];
}

/** A value that a rule took away is among the unmapped ones, and nothing is left to be asserted. */
function isSaid(work: Bare): (assertion: Assertion) => boolean {
  // A few are looked for among many: a set of all of them would cost more.
  const paths = pathsOf(work);
  return ({ path }) => paths.includes(path);
}

function assertion({ draft, changed }: Passage, path: string): Assertion {
  // A phrase of several names is the evidence of each of them.
  const seen =
    draft.evidence?.find((each) => each.path === path) ??
    draft.evidence?.find((each) => each.path === path.replace(/\.\d+$/, ''));
  const change = changed.get(path);
  return {
    path,
    source: draft.origin.source,
    words: seen?.words,
    line: seen?.line,
    column: seen?.column,
    confidence: seen?.confidence ?? change?.confidence ?? 'stated',
    rule: [seen?.rule, change?.rule].filter(Boolean).join(' ') || undefined,
    chosen: true,
  };
}

import type { Contribution, Work } from '../base/work.ts';
import { hostVariable } from './csl-host.ts';
import { type CslName, cslName, cslVariable } from './csl-names.ts';

/** The names of a work by their variables, each list in printed order; then those who made what it appeared in. */
export function cslPeople(work: Work): ReadonlyMap<string, readonly CslName[]> {
  const people = new Map<string, CslName[]>();
  const add = (variable: string, one: Contribution) => {
    const names = people.get(variable);
    if (names) names.push(cslName(one));
    else people.set(variable, [cslName(one)]);
  };
  for (const one of work.contributions) add(cslVariable(one).name, one);
  for (const one of work.container?.editors ?? []) {
    const variable = hostVariable(work, one);
    if (variable !== undefined) add(variable, one);
  }
  return people;
}

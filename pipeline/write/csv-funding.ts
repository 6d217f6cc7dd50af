import type { Work } from '../base/work.ts';

/** The columns of money: funders, and the numbers of their grants. */
export interface CsvFunding {
  readonly funders: readonly string[];
  readonly numbers: readonly string[];
}

/** One funder beside several numbers is that of all of them: what is not so said is not so written. */
export function fundingOf({ funding }: Work): CsvFunding {
  const funders = funding.flatMap(({ funder }) => (funder?.name ? [funder.name] : []));
  const numbers = funding.flatMap(({ awardNumber }) => (awardNumber ? [awardNumber] : []));
  const [name] = funders;
  const isOfOne = funding.every(({ funder, awardNumber }) => awardNumber && funder?.name === name);
  if (name !== undefined && isOfOne) return { funders: [name], numbers };
  return { funders, numbers: funders.length === 1 ? [] : numbers };
}

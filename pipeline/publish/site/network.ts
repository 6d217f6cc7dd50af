import { byCodePoint } from '../../base/order.ts';
import { largestTeam, teamOf } from './teams.ts';
import type { View } from './view.ts';

/** Who wrote with whom. */
export interface Network {
  /** Ids of the people drawn, in an order that keeps those near each other who wrote together. */
  readonly people: readonly string[];
  readonly ties: readonly Tie[];
  /** How many more people wrote with others. */
  readonly others: number;
  /** How many people are tied to nobody. */
  readonly alone: number;
  /** How many works have so many names that they tie nobody. */
  readonly crowded: number;
}

/** Two people, by their places in the order, and how many works they wrote together. */
export interface Tie {
  readonly from: number;
  readonly to: number;
  readonly works: number;
}

/** The network of those who wrote most with others: `most` people at most, the others counted. */
export function networkOf(view: View, most = 60): Network {
  const teams = view.works.map((work) => teamOf(view, work)).filter(({ size }) => size > 1);
  const counts = new Map<string, number>();
  for (const team of teams) for (const id of team) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ranked = [...counts].sort(([a, some], [b, more]) => more - some || byCodePoint(a, b));
  const chosen = ranked.slice(0, most).map(([id]) => id);
  const weights = weightsOf(teams, new Map(chosen.map((id, at) => [id, at])));
  const order = settled(chosen.length, weights);
  const place = new Map(order.map((node, at) => [node, at]));
  const ties = weights.map(([a, b, works]): Tie => {
    const [from, to] = [place.get(a) ?? 0, place.get(b) ?? 0];
    return from < to ? { from, to, works } : { from: to, to: from, works };
  });
  return {
    people: order.flatMap((node) => chosen[node] ?? []),
    ties: ties.sort((a, b) => a.from - b.from || a.to - b.to),
    others: ranked.length - chosen.length,
    alone: view.collection.agents.filter(({ id, kind }) => kind !== 'organisation' && !counts.has(id)).length,
    crowded: view.works.filter(({ contributions }) => contributions.length > largestTeam).length,
  };
}

type Weight = readonly [one: number, other: number, works: number];

function weightsOf(
  teams: readonly ReadonlySet<string>[],
  nodes: ReadonlyMap<string, number>,
): readonly Weight[] {
  const counts = new Map<number, number>();
  for (const team of teams) {
    const here = [...team].flatMap((id) => nodes.get(id) ?? []).sort((a, b) => a - b);
    for (const [at, one] of here.entries()) {
      for (const other of here.slice(at + 1)) {
        const pair = one * nodes.size + other;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([pair, works]) => [Math.floor(pair / nodes.size), pair % nodes.size, works]);
}

/**
 * An order of the nodes in which ties are short: each next one is tied most to those before it, then neighbours change
 * places as long as that helps. The same nodes and ties give the same order.
 */
function settled(count: number, weights: readonly Weight[]): readonly number[] {
  const tied = Array.from({ length: count }, () => new Map<number, number>());
  for (const [one, other, works] of weights) {
    tied[one]?.set(other, works);
    tied[other]?.set(one, works);
  }
  const order = strung(tied);
  const place = new Array<number>(count);
  for (const [at, node] of order.entries()) place[node] = at;
  // How much longer the ties of a node become when it goes one place down, its neighbour there left out.
  const cost = (node: number, neighbour: number, at: number) => {
    let sum = 0;
    for (const [other, works] of tied[node] ?? []) {
      if (other !== neighbour) sum += works * ((place[other] ?? 0) > at ? -1 : 1);
    }
    return sum;
  };
  let isMoving = true;
  for (let round = 0; isMoving && round < count; round += 1) {
    isMoving = false;
    for (let at = 0; at + 1 < count; at += 1) {
      const [one = 0, other = 0] = [order[at], order[at + 1]];
      if (cost(one, other, at) - cost(other, one, at) >= 0) continue;
      [order[at], order[at + 1]] = [other, one];
      place[one] = at + 1;
      place[other] = at;
      isMoving = true;
    }
  }
  return order;
}

function strung(tied: readonly ReadonlyMap<number, number>[]): number[] {
  const order: number[] = [];
  const pull = tied.map(() => 0);
  const left = new Set(tied.keys());
  while (left.size > 0) {
    // Nodes are numbered by rank, so that of equals the one with more works is first.
    const next = [...left].reduce((best, node) => ((pull[node] ?? 0) > (pull[best] ?? 0) ? node : best));
    left.delete(next);
    order.push(next);
    for (const [other, works] of tied[next] ?? []) pull[other] = (pull[other] ?? 0) + works;
  }
  return order;
}

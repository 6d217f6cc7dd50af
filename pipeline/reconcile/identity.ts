import { createHash } from 'node:crypto';
import { distance } from 'fastest-levenshtein';
import { byCodePoint } from '../base/order.ts';
import type { RegisterEntry } from './register.ts';

/** A thing that asks for an IRI: its keys, the strongest first, and the readable id it would like. */
export interface Candidate {
  readonly keys: readonly string[];
  /** `work/sorin-2023-motifs-registres-et-epreuves`. */
  readonly wish: string;
  /** The id that a person gave; it is taken as it is. */
  readonly given?: string | undefined;
}

/** The ids given, in the order of the candidates, and the entries of the register that each one absorbed. */
export interface Identified {
  readonly ids: readonly string[];
  /** Entry id → the id that took its place. */
  readonly absorbed: ReadonlyMap<string, string>;
}

/**
 * Gives each candidate its IRI: the one it had before, found by its keys, or a new one (crosswalk K1). An entry goes
 * to one candidate only; two entries that one candidate claims are merged into the first of them.
 */
export function identify(candidates: readonly Candidate[], register: readonly RegisterEntry[]): Identified {
  const byKey = new Map<string, string>();
  for (const { id, state, keys } of register) {
    if (state === 'merged') continue;
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, id);
  }
  const taken = new Map<string, number>();
  const absorbed = new Map<string, string>();
  const ids = new Map<number, string>();

  const claim = (index: number, id: string) => {
    const own = ids.get(index);
    if (taken.has(id)) return;
    taken.set(id, index);
    if (own === undefined) ids.set(index, id);
    else if (own !== id) absorbed.set(id, own);
  };

  for (const [index, { given }] of candidates.entries()) if (given) claim(index, given);
  for (const [index, { keys }] of candidates.entries()) {
    for (const key of keys) {
      const id = byKey.get(key);
      if (id !== undefined) claim(index, id);
    }
  }
  for (const [index, candidate] of candidates.entries()) {
    const id = ids.has(index) ? undefined : mended(candidate, register, taken);
    if (id !== undefined) claim(index, id);
  }
  const known = new Set(register.map(({ id }) => id));
  for (const [index, { wish }] of candidates.entries()) {
    if (!ids.has(index))
      claim(
        index,
        free(wish, (id) => taken.has(id) || known.has(id)),
      );
  }
  return { ids: candidates.map((_, index) => ids.get(index) ?? ''), absorbed };
}

/** The unclaimed live entry whose title differs by no more than a typo: one letter in ten. */
function mended(
  { keys }: Candidate,
  register: readonly RegisterEntry[],
  taken: ReadonlyMap<string, number>,
): string | undefined {
  const [creator, title] = parts(keys.find((key) => key.startsWith('title:')));
  if (!title) return undefined;
  const near = register.flatMap(({ id, state, keys: known }) => {
    if (state !== 'live' || taken.has(id)) return [];
    const [otherCreator, other] = parts(known.find((key) => key.startsWith('title:')));
    if (!other || otherCreator !== creator) return [];
    const longest = Math.max(title.length, other.length);
    if (Math.abs(title.length - other.length) > longest / 10) return [];
    const steps = distance(title, other);
    return steps <= longest / 10 ? [{ id, steps }] : [];
  });
  return near.sort((a, b) => a.steps - b.steps)[0]?.id;
}

const parts = (key: string | undefined) => key?.slice('title:'.length).split('/') ?? [];

function free(wish: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wish)) return wish;
  for (let number = 2; ; number += 1) {
    const id = `${wish}-${number}`;
    if (!isTaken(id)) return id;
  }
}

/** Content and state of a thing as it is now, to be put beside its old entry. */
export interface Current {
  readonly id: string;
  readonly keys: readonly string[];
  readonly sets?: readonly string[] | undefined;
  readonly content: unknown;
}

export interface Renewal {
  /** Entry id → the id that took its place. */
  readonly absorbed: ReadonlyMap<string, string>;
  /** UTC, ISO 8601 to the second. */
  readonly now: string;
  /** Whether what is absent is really gone. */
  readonly complete: boolean;
}

/**
 * The register after this run: what is there is live, what was there and is not is deleted or merged, and a datestamp
 * moves only when content or state does.
 */
export function renew(
  register: readonly RegisterEntry[],
  current: readonly Current[],
  renewal: Renewal,
): readonly RegisterEntry[] {
  const { absorbed, now } = renewal;
  const before = new Map(register.map((entry) => [entry.id, entry]));
  const live = current.map(({ id, keys, sets = [], content }): RegisterEntry => {
    const digest = digestOf(content);
    const old = before.get(id);
    const same = old?.state === 'live' && old.digest === digest;
    // Keys are only added: a record may come back under one that it lost.
    const all = [...new Set([...(old?.keys ?? []), ...keys])];
    return { id, state: 'live', datestamp: same ? old.datestamp : now, digest, sets, keys: all };
  });
  const here = new Set(current.map(({ id }) => id));
  const gone = register
    .filter(({ id }) => !here.has(id))
    .map((entry) => buried(entry, absorbed.get(entry.id), renewal));
  return [...live, ...gone];
}

function buried(entry: RegisterEntry, into: string | undefined, { now, complete }: Renewal): RegisterEntry {
  if (into !== undefined) return { ...entry, state: 'merged', into, datestamp: now };
  return complete && entry.state === 'live' ? { ...entry, state: 'deleted', datestamp: now } : entry;
}

/** Sixteen hexadecimal digits of SHA-256 over the JSON of the content, whatever the order of its keys. */
function digestOf(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(content)))
    .digest('hex')
    .slice(0, 16);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    fields.sort(([a], [b]) => byCodePoint(a, b)).map(([key, inner]) => [key, inOrder(inner)]),
  );
}

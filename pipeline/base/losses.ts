import type { Place } from './finding.ts';
import { type Field, type FieldName, fields } from './values.ts';
import type { Work } from './work.ts';

/**
 * What a format can carry: a kind of value wholly (`true`), or those values of it that the function keeps. A kind that
 * is not named is always lost.
 */
export type Carrying = Readonly<Partial<Record<FieldName, true | Keeps>>>;

/** Whether the format keeps this value of this work; `index` counts the values of its kind from 0. */
export type Keeps = (value: string, index: number, work: Work) => boolean;

/** Keeps the first value of its kind alone. */
export const firstOnly: Keeps = (_value, index) => index === 0;

/** Carries all there is. */
export const everything: Carrying = Object.fromEntries(fields.map(({ name }) => [name, true]));

/** All kinds of value but these. */
export function allBut(...names: readonly FieldName[]): Carrying {
  return Object.fromEntries(
    fields.filter(({ name }) => !names.includes(name)).map(({ name }) => [name, true]),
  );
}

/** A value of a work that an output format could not carry. */
export interface Loss {
  readonly field: FieldName;
  readonly value: string;
}

/** All that a format could not carry of one record, and where the record stands. */
export interface LossyRecord {
  readonly place: Place;
  /** Local id of the work. */
  readonly work: string;
  readonly losses: readonly Loss[];
}

/** Values lost, by their kind. */
export type LossCounts = Readonly<Partial<Record<FieldName, number>>>;

/** Losses by their kind. */
export function counted(losses: readonly Loss[]): LossCounts {
  const counts: Partial<Record<FieldName, number>> = {};
  for (const { field } of losses) counts[field] = (counts[field] ?? 0) + 1;
  return counts;
}

/** Two counts in one. */
export function addedUp(some: LossCounts, more: LossCounts): LossCounts {
  const counts: Partial<Record<FieldName, number>> = { ...some };
  for (const { name } of fields) {
    const count = (some[name] ?? 0) + (more[name] ?? 0);
    if (count > 0) counts[name] = count;
  }
  return counts;
}

/** What a format loses of a work. The kinds that it carries wholly are never looked at. */
export function lossesBy(carries: Carrying): (work: Work) => readonly Loss[] {
  const lossy = fields.filter(({ name }) => carries[name] !== true);
  return (work) => {
    const lost: Loss[] = [];
    for (const field of lossy) {
      // Most works have nothing in most fields; this is done for each of a million records.
      const part = work[field.part];
      if (part === undefined || (Array.isArray(part) && part.length === 0)) continue;
      addLost(lost, field, carries[field.name], work);
    }
    return lost;
  };
}

function addLost(lost: Loss[], field: Field, keeps: true | Keeps | undefined, work: Work): void {
  let index = 0;
  for (const value of field.of(work)) {
    if (typeof keeps !== 'function' || !keeps(value, index, work)) lost.push({ field: field.name, value });
    index += 1;
  }
}

import type { Unmapped } from '../base/work.ts';
import type { NamedLayer } from './html-metas.ts';
import type { Layer } from './html-said.ts';

/** Keeps what a layer says otherwise than those before it. */
export type Keep = (field: string, value: unknown) => void;

/** A layer of a page while it is joined with the others. */
export interface Joining {
  readonly of: Layer;
  readonly kept: Unmapped[];
  readonly keep: Keep;
}

/** A layer, and a place for what it contradicts. */
export function joining({ name, of }: NamedLayer, source: string): Joining {
  const kept: Unmapped[] = [];
  const keep: Keep = (field, value) => {
    if (value !== undefined) kept.push({ source, path: `${name}.${field}`, value });
  };
  return { of, kept, keep };
}

// A field is said by two or three of seven layers. Those that do not speak of it cost a look each, and no new list.

/** The value of a field that is said once: the first, or what `join` makes of it and each later one. */
export function value<Value>(
  layers: readonly Joining[],
  field: (layer: Layer) => Value | undefined,
  join: (one: Value, two: Value, keep: Keep) => Value,
): Value | undefined {
  let said: Value | undefined;
  for (const { of, keep } of layers) {
    const more = field(of);
    if (more !== undefined) said = said === undefined ? more : join(said, more, keep);
  }
  return said;
}

/** The values of a field: those of the first layer, with what `join` makes of them and of each later list. */
export function values<Each>(
  [first, ...others]: readonly Joining[],
  field: (layer: Layer) => readonly Each[] | undefined,
  join: (one: readonly Each[], two: readonly Each[], keep: Keep) => readonly Each[],
): readonly Each[] {
  let said = (first && field(first.of)) ?? [];
  for (const { of, keep } of others) {
    const more = field(of);
    if (more !== undefined && more.length > 0) said = join(said, more, keep);
  }
  return said;
}

/** All values of a field, one layer after the other. */
export function everything<Each>(
  layers: readonly Joining[],
  field: (layer: Layer) => readonly Each[] | undefined,
): readonly Each[] {
  return layers.flatMap(({ of }) => field(of) ?? []);
}

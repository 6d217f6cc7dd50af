/** A thing of the lab with the keys that lead to it. */
export interface Known<T> {
  readonly path: string;
  readonly keys: readonly string[];
  thing: T;
  met: boolean;
}

/** Things found by any of their keys; the first that has a key keeps it. */
export class Shelf<T extends { readonly id: string }> {
  readonly #byKey = new Map<string, Known<T>[]>();
  readonly #all: Known<T>[] = [];
  readonly #placed = new Map<string, T>();
  readonly #wishes = new Set<string>();

  add(path: string, keys: readonly string[], thing: T): Known<T> {
    let id = thing.id;
    for (let number = 2; this.#wishes.has(`${path}/${id}`); number += 1) id = `${thing.id}-${number}`;
    this.#wishes.add(`${path}/${id}`);
    const known = { path, keys, thing: { ...thing, id }, met: false };
    this.#all.push(known);
    this.lead(keys, known);
    return known;
  }

  /** Keeps a thing under a whole id of its own, which no key leads to. */
  addAt(id: string, thing: T): void {
    this.#placed.set(id, thing);
  }

  lead(keys: readonly string[], known: Known<T>): void {
    for (const key of keys) {
      const others = this.#byKey.get(key) ?? [];
      if (!others.includes(known)) this.#byKey.set(key, [...others, known]);
    }
  }

  find(keys: readonly string[], fits: (known: Known<T>) => boolean): Known<T> | undefined {
    for (const key of keys) {
      const known = this.#byKey.get(key)?.find(fits);
      if (known) return known;
    }
    return undefined;
  }

  known(): readonly Known<T>[] {
    return this.#all.filter(({ met }) => met);
  }

  idle(): readonly T[] {
    return this.#all.filter(({ met }) => !met).map(({ thing }) => thing);
  }

  placed(): readonly T[] {
    return [...this.#placed.values()];
  }
}

/** The id that a thing would like: its path and its readable name. */
export function wishOf<T extends { readonly id: string }>({ path, thing }: Known<T>): string {
  return `${path}/${thing.id}`;
}

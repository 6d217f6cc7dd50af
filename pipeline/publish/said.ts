import type { DatasetCore, Quad, Term } from '@rdfjs/types';

/**
 * Statements as a validator asks for them, millions of times: what is said of this subject, who has this property. Each
 * statement is there once, and none is ever taken out. Statements `aside` answer for their subject, but nothing is found
 * by them: they are what others refer to.
 */
export class Said implements DatasetCore {
  readonly #quads: Quad[] = [];
  readonly #bySubject = new Map<string, Quad[]>();
  readonly #byProperty = new Map<string, Quad[]>();

  constructor(quads: Iterable<Quad> = [], aside: Iterable<Quad> = []) {
    for (const quad of quads) this.add(quad);
    for (const quad of aside) if (!this.has(quad)) into(this.#bySubject, quad.subject.value, quad);
  }

  get size(): number {
    return this.#quads.length;
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.#quads.values();
  }

  add(quad: Quad): this {
    if (this.has(quad)) return this;
    this.#quads.push(quad);
    into(this.#bySubject, quad.subject.value, quad);
    into(this.#byProperty, quad.predicate.value, quad);
    return this;
  }

  has(quad: Quad): boolean {
    return this.#bySubject.get(quad.subject.value)?.some((each) => each.equals(quad)) ?? false;
  }

  match(subject?: Term | null, property?: Term | null, object?: Term | null): DatasetCore {
    const found = this.#among(subject, property).filter(
      (quad) =>
        (!property || quad.predicate.value === property.value) &&
        (!subject || quad.subject.equals(subject)) &&
        (!object || quad.object.equals(object)),
    );
    return new Found(found);
  }

  delete(): never {
    throw new Error('nothing that was said is unsaid');
  }

  #among(subject?: Term | null, property?: Term | null): readonly Quad[] {
    if (subject) return this.#bySubject.get(subject.value) ?? [];
    return property ? (this.#byProperty.get(property.value) ?? []) : this.#quads;
  }
}

/** What was found; it becomes a dataset with an index of its own only when somebody looks further in it. */
class Found implements DatasetCore {
  readonly #quads: readonly Quad[];

  constructor(quads: readonly Quad[]) {
    this.#quads = quads;
  }

  get size(): number {
    return this.#quads.length;
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.#quads.values();
  }

  has(quad: Quad): boolean {
    return this.#quads.some((each) => each.equals(quad));
  }

  match(subject?: Term | null, property?: Term | null, object?: Term | null): DatasetCore {
    return new Said(this.#quads).match(subject, property, object);
  }

  add(): never {
    throw new Error('an answer is only read');
  }

  delete(): never {
    throw new Error('an answer is only read');
  }
}

function into(lists: Map<string, Quad[]>, key: string, quad: Quad): void {
  const list = lists.get(key);
  if (list) list.push(quad);
  else lists.set(key, [quad]);
}

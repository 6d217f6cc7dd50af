import type { DatasetCore, Quad, Quad_Object, Quad_Predicate, Quad_Subject, Term } from '@rdfjs/types';
import { DataFactory } from 'n3';
import type { Derived } from './derived.ts';

/**
 * Statements as a validator asks for them, millions of times: what is said of this subject, who has this property. Each
 * statement is there once, and none is ever taken out. Statements `aside` answer for their subject, but nothing is found
 * by them: they are what others refer to. A derived property is worked out when a subject is asked for it.
 */
export class Said implements DatasetCore {
  readonly #quads: Quad[] = [];
  /** By subject, then by property. */
  readonly #bySubject = new Map<string, Map<string, Quad[]>>();
  readonly #byProperty = new Map<string, Quad[]>();

  readonly #derived: ReadonlyMap<string, Derived>;

  constructor(
    quads: Iterable<Quad> = [],
    aside: Iterable<Quad> = [],
    derived: ReadonlyMap<string, Derived> = new Map(),
  ) {
    this.#derived = derived;
    for (const quad of quads) this.add(quad);
    for (const quad of aside) if (!this.has(quad)) this.#ofSubject(quad);
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
    this.#ofSubject(quad);
    into(this.#byProperty, quad.predicate.value, quad);
    return this;
  }

  has(quad: Quad): boolean {
    const { subject, predicate } = quad;
    const said = this.#bySubject.get(subject.value)?.get(predicate.value);
    return said?.some((each) => each.equals(quad)) ?? false;
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

  /** What a subject has of a property, derived ones among them. */
  objects(subject: Term, property: Term): readonly Term[] {
    if (subject.termType === 'Literal') return [];
    return this.#among(subject, property).map(({ object }) => object);
  }

  /** Who has this value of a property. */
  subjects(property: Term, object: Term): readonly Term[] {
    return this.#among(undefined, property).flatMap((quad) =>
      quad.object.equals(object) ? [quad.subject] : [],
    );
  }

  delete(): never {
    throw new Error('nothing that was said is unsaid');
  }

  #ofSubject(quad: Quad): void {
    const { subject, predicate } = quad;
    const said = this.#bySubject.get(subject.value) ?? new Map<string, Quad[]>();
    this.#bySubject.set(subject.value, said);
    into(said, predicate.value, quad);
  }

  #among(subject?: Term | null, property?: Term | null): readonly Quad[] {
    if (!subject) return property ? (this.#byProperty.get(property.value) ?? []) : this.#quads;
    const derived = property && this.#derived.get(property.value);
    if (derived) return this.#worked(subject, property, derived);
    const said = this.#bySubject.get(subject.value);
    return (property ? said?.get(property.value) : said && [...said.values()].flat()) ?? [];
  }

  #worked(subject: Term, property: Term, derived: Derived): readonly Quad[] {
    const said = (of: Term, by: string) =>
      (this.#bySubject.get(of.value)?.get(by) ?? []).map(({ object }) => object);
    return Array.from(derived(subject, said), (object) =>
      DataFactory.quad(subject as Quad_Subject, property as Quad_Predicate, object as Quad_Object),
    );
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

import type { Partition, Statistics } from '../base/entity.ts';
import { byCodePoint } from '../base/order.ts';
import type { Entry, Sink } from '../base/sink.ts';
import { rdf, type Term } from '../base/terms.ts';

/** Counts the distinct statements of the entries (VoID section 4.6). Nothing in the description is written by hand. */
export function statisticsOf(entries: readonly Entry[]): Statistics {
  const counter = new Counter();
  for (const entry of entries) entry.describe(counter);
  return counter.statistics();
}

/**
 * The description of a dataset that is itself part of it: described, counted with its description, and again until
 * the figures stand still. They do, for each round can only add classes and properties of the description.
 */
export function selfDescribed(entries: readonly Entry[], describe: (statistics: Statistics) => Entry): Entry {
  let statistics = statisticsOf(entries);
  for (;;) {
    const description = describe(statistics);
    const next = statisticsOf([...entries, description]);
    if (JSON.stringify(next) === JSON.stringify(statistics)) return description;
    statistics = next;
  }
}

class Counter implements Sink {
  readonly #statements = new Set<string>();
  readonly #subjects = new Set<string>();
  readonly #objects = new Set<string>();
  readonly #classes = new Map<string, number>();
  readonly #properties = new Map<string, number>();
  #subject = '';

  subject(iri: string): void {
    this.#subject = iri;
  }

  iri(predicate: Term, object: string): void {
    if (!this.#add(predicate, `<${object}>`)) return;
    if (predicate === rdf('type')) this.#classes.set(object, (this.#classes.get(object) ?? 0) + 1);
  }

  literal(predicate: Term, value: string): void {
    this.#add(predicate, `"${value}"`);
  }

  typed(predicate: Term, value: string, datatype: Term): void {
    this.#add(predicate, `"${value}"^^${datatype.short}`);
  }

  language(predicate: Term, value: string, tag: string): void {
    this.#add(predicate, `"${value}"@${tag}`);
  }

  #add(predicate: Term, object: string): boolean {
    const statement = `${this.#subject} ${predicate.iri} ${object}`;
    if (this.#statements.has(statement)) return false;
    this.#statements.add(statement);
    this.#subjects.add(this.#subject);
    this.#objects.add(object);
    this.#properties.set(predicate.iri, (this.#properties.get(predicate.iri) ?? 0) + 1);
    return true;
  }

  statistics(): Statistics {
    return {
      triples: this.#statements.size,
      entities: this.#subjects.size,
      distinctObjects: this.#objects.size,
      classes: partitions(this.#classes),
      properties: partitions(this.#properties),
    };
  }
}

function partitions(counts: ReadonlyMap<string, number>): readonly Partition[] {
  return [...counts].map(([iri, count]) => ({ iri, count })).sort((a, b) => byCodePoint(a.iri, b.iri));
}

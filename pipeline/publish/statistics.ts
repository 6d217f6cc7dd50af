import type { Partition, Statistics } from '../base/entity.ts';
import { byCodePoint } from '../base/order.ts';
import type { Entry, Sink } from '../base/sink.ts';
import { rdf, type Term } from '../base/terms.ts';

/** A description and the figures that it gives. */
interface Described {
  readonly description: Entry;
  readonly statistics: Statistics;
}

/**
 * The description of a dataset that is itself part of it: described, counted with its description, and again until
 * the figures stand still. They do, for each round can only add classes and properties of the description. Nothing in
 * it is written by hand (VoID section 4.6).
 */
export function selfDescribed(
  entries: readonly Entry[],
  describe: (statistics: Statistics) => Entry,
): Described {
  const counter = new Counter();
  for (const entry of entries) counter.count(entry);
  let statistics = counter.statistics();
  for (;;) {
    const description = describe(statistics);
    const whole = new Counter(counter);
    whole.count(description);
    const next = whole.statistics();
    if (JSON.stringify(next) === JSON.stringify(statistics)) return { description, statistics };
    statistics = next;
  }
}

/** Counts distinct statements; those that another counter has counted `before` count as well, each of them once. */
class Counter implements Sink {
  readonly before: Counter | undefined;
  readonly statements = new Set<string>();
  readonly subjects = new Set<string>();
  readonly objects = new Set<string>();
  readonly classes: Map<string, number>;
  readonly properties: Map<string, number>;
  #subject = '';

  constructor(before?: Counter) {
    this.before = before;
    this.classes = new Map(before?.classes);
    this.properties = new Map(before?.properties);
  }

  count(entry: Entry): void {
    this.subject(entry.iri);
    entry.describe(this);
  }

  subject(iri: string): void {
    this.#subject = iri;
  }

  iri(predicate: Term, object: string): void {
    if (!this.#add(predicate, `<${object}>`)) return;
    if (predicate === rdf('type')) this.classes.set(object, (this.classes.get(object) ?? 0) + 1);
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
    const before = this.before;
    if (this.statements.has(statement) || before?.statements.has(statement)) return false;
    this.statements.add(statement);
    if (!before?.subjects.has(this.#subject)) this.subjects.add(this.#subject);
    if (!before?.objects.has(object)) this.objects.add(object);
    this.properties.set(predicate.iri, (this.properties.get(predicate.iri) ?? 0) + 1);
    return true;
  }

  statistics(): Statistics {
    const before = this.before;
    return {
      triples: this.statements.size + (before?.statements.size ?? 0),
      entities: this.subjects.size + (before?.subjects.size ?? 0),
      distinctObjects: this.objects.size + (before?.objects.size ?? 0),
      classes: partitions(this.classes),
      properties: partitions(this.properties),
    };
  }
}

function partitions(counts: ReadonlyMap<string, number>): readonly Partition[] {
  return [...counts].map(([iri, count]) => ({ iri, count })).sort((a, b) => byCodePoint(a.iri, b.iri));
}

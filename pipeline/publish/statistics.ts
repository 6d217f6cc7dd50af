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
 * Counts a graph that is described as a part of itself, entry by entry. Nothing in the description is written by hand
 * (VoID section 4.6).
 */
export class Counting {
  readonly #describe: (statistics: Statistics) => Entry;
  readonly #counter: Counter;
  /** The description before anything is counted. */
  readonly sketch: Entry;

  /** `entries`: all that will be counted. */
  constructor(entries: readonly Entry[], describe: (statistics: Statistics) => Entry) {
    this.#describe = describe;
    this.sketch = describe(new Counter(new Set()).statistics());
    this.#counter = new Counter(sharedDocuments([...entries, this.sketch]));
  }

  count(entry: Entry): void {
    this.#counter.count(entry);
  }

  /**
   * The description of all that was counted, itself among it: described, counted with its description, and again until
   * the figures stand still. They do, for each round can only add classes and properties of the description.
   */
  described(): Described {
    const counter = this.#counter;
    let statistics = counter.statistics();
    for (;;) {
      const description = this.#describe(statistics);
      const whole = new Counter(counter.shared, counter);
      whole.count(description);
      const next = whole.statistics();
      if (JSON.stringify(next) === JSON.stringify(statistics)) return { description, statistics };
      statistics = next;
    }
  }
}

/** The documents of which several entries speak, so that one may say again what another said. */
function sharedDocuments(entries: readonly Entry[]): ReadonlySet<string> {
  const speakers = new Map<string, Entry>();
  const shared = new Set<string>();
  for (const entry of entries) {
    const subject = (iri: string) => {
      const document = documentOf(iri);
      const first = speakers.get(document);
      if (first === undefined) speakers.set(document, entry);
      else if (first !== entry) shared.add(document);
    };
    subject(entry.iri);
    entry.describe({ subject, iri: ignored, literal: ignored, typed: ignored, language: ignored });
  }
  return shared;
}

const ignored = () => {};

function documentOf(iri: string): string {
  const end = iri.indexOf('#');
  return end < 0 ? iri : iri.slice(0, end);
}

/**
 * Counts distinct statements; those that another counter has counted `before` count as well, each of them once. Of most
 * documents one entry alone says all, and its statements are forgotten after it.
 */
class Counter implements Sink {
  readonly shared: ReadonlySet<string>;
  readonly before: Counter | undefined;
  /** What was said of the shared documents. */
  readonly statements = new Set<string>();
  readonly subjects = new Set<string>();
  /** By kind, the texts as they are: most are in memory anyway. */
  readonly objects = new Map<string, Set<string>>();
  readonly classes: Map<string, number>;
  readonly properties: Map<string, number>;
  triples: number;
  readonly #own = new Set<string>();
  #subject = '';
  #isShared = false;

  constructor(shared: ReadonlySet<string>, before?: Counter) {
    this.shared = shared;
    this.before = before;
    this.classes = new Map(before?.classes);
    this.properties = new Map(before?.properties);
    this.triples = before?.triples ?? 0;
  }

  count(entry: Entry): void {
    this.#own.clear();
    this.subject(entry.iri);
    entry.describe(this);
  }

  subject(iri: string): void {
    this.#subject = iri;
    this.#isShared = this.shared.has(documentOf(iri));
  }

  iri(predicate: Term, object: string): void {
    if (!this.#add(predicate, '<', object)) return;
    if (predicate === rdf('type')) this.classes.set(object, (this.classes.get(object) ?? 0) + 1);
  }

  literal(predicate: Term, value: string): void {
    this.#add(predicate, '"', value);
  }

  typed(predicate: Term, value: string, datatype: Term): void {
    this.#add(predicate, datatype.short, value);
  }

  language(predicate: Term, value: string, tag: string): void {
    this.#add(predicate, `@${tag}`, value);
  }

  /** `kind`: what tells objects of the same text apart. */
  #add(predicate: Term, kind: string, value: string): boolean {
    const statement = `${this.#subject} ${predicate.iri} ${kind} ${value}`;
    const { before } = this;
    const said = this.#isShared ? this.statements : this.#own;
    if (said.has(statement) || (this.#isShared && before?.statements.has(statement))) return false;
    said.add(statement);
    this.triples += 1;
    if (!before?.subjects.has(this.#subject)) this.subjects.add(this.#subject);
    if (!before?.objects.get(kind)?.has(value)) this.#object(kind, value);
    this.properties.set(predicate.iri, (this.properties.get(predicate.iri) ?? 0) + 1);
    return true;
  }

  #object(kind: string, value: string): void {
    const ofKind = this.objects.get(kind) ?? new Set();
    this.objects.set(kind, ofKind);
    ofKind.add(value);
  }

  statistics(): Statistics {
    const { before } = this;
    return {
      triples: this.triples,
      entities: this.subjects.size + (before?.subjects.size ?? 0),
      distinctObjects: sizeOf(this.objects) + sizeOf(before?.objects ?? new Map()),
      classes: partitions(this.classes),
      properties: partitions(this.properties),
    };
  }
}

function sizeOf(sets: ReadonlyMap<string, ReadonlySet<string>>): number {
  return [...sets.values()].reduce((sum, { size }) => sum + size, 0);
}

function partitions(counts: ReadonlyMap<string, number>): readonly Partition[] {
  return [...counts].map(([iri, count]) => ({ iri, count })).sort((a, b) => byCodePoint(a.iri, b.iri));
}

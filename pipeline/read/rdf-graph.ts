/** A node of a graph: an IRI, or a blank node (`_:b1`). */
export interface Reference {
  readonly id: string;
}

/** A literal: its text, language tag, and datatype when that is not a string's. */
export interface Literal {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly datatype?: string | undefined;
}

export type Value = Reference | Literal;

/** What is said of one subject: property and value in turn, which for a large graph is half as large as objects. */
export type Sayings = (string | Value)[];

/**
 * Relative IRIs of a text that names no base are resolved here: a text has no address of its own, and none is made up.
 */
export const nowhere = 'relative:///';

/** Whether a value is a node. */
export function isReference(value: string | Value | undefined): value is Reference {
  return typeof value === 'object' && 'id' in value;
}

/** Whether the id is that of a blank node. */
export const isBlank = (id: string) => id.startsWith('_:');

/** Gives each property of a subject with its value. */
export function eachOf(sayings: Sayings, take: (property: string, value: Value) => void): void {
  for (let at = 0; at < sayings.length; at += 2) {
    const [property, value] = [sayings[at], sayings[at + 1]];
    if (typeof property === 'string' && typeof value === 'object') take(property, value);
  }
}

/** A graph that grows: statements by subject, in the order of the text; the names of graphs play no part. */
export class GrowingGraph {
  readonly subjects = new Map<string, Sayings>();
  readonly #references = new Map<string, Reference>();
  readonly #properties = new Map<string, string>();
  /** Of things about which much is said: how much may be said before it is looked at again. */
  readonly #bounds = new Map<string, number>();
  /** Subjects that the text came back to: only they may be told twice. */
  readonly #reopened = new Set<string>();
  #last = '';

  /** Adds a statement, and gives how many there are about its subject. */
  add(subject: string, property: string, value: Value): number {
    const own = isReference(value) ? this.#reference(value) : value;
    const sayings = this.subjects.get(subject);
    const name = this.#property(property);
    const isSame = this.#last === subject;
    this.#last = subject;
    if (!sayings) {
      this.subjects.set(subject, [name, own]);
      return 1;
    }
    if (!isSame) this.#reopened.add(subject);
    sayings.push(name, own);
    return sayings.length > smallest ? this.#bounded(subject, sayings) : sayings.length / 2;
  }

  /**
   * Says each thing about a subject once. Files that were laid end to end repeat their journals and sources, for a
   * graph is a set; a small description is made one when it is needed.
   */
  compact(subject: string): Sayings | undefined {
    const sayings = this.subjects.get(subject);
    if (sayings && this.#reopened.delete(subject)) withoutRepeats(sayings);
    return sayings;
  }

  /** Looked at each time that it has doubled. */
  #bounded(subject: string, sayings: Sayings): number {
    if (sayings.length > (this.#bounds.get(subject) ?? smallest)) {
      withoutRepeats(sayings);
      this.#bounds.set(subject, Math.max(smallest, 2 * sayings.length));
    }
    return sayings.length / 2;
  }

  #reference(value: Reference): Reference {
    const known = this.#references.get(value.id);
    if (known) return known;
    this.#references.set(value.id, value);
    return value;
  }

  #property(iri: string): string {
    const known = this.#properties.get(iri);
    if (known !== undefined) return known;
    this.#properties.set(iri, iri);
    return iri;
  }
}

const smallest = 200;

function withoutRepeats(sayings: Sayings): void {
  const seen = new Set<string>();
  let end = 0;
  eachOf(sayings, (property, value) => {
    const key = `${property} ${textual(value)}`;
    if (seen.has(key)) return;
    seen.add(key);
    sayings[end] = property;
    sayings[end + 1] = value;
    end += 2;
  });
  sayings.length = end;
}

/** A value as one text: equal for equal values. */
function textual(value: Value): string {
  if (isReference(value)) return value.id;
  return `"${value.text}"${value.lang ?? ''}^${value.datatype ?? ''}`;
}

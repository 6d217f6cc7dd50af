import type { Quad } from '@rdfjs/types';
import type { Entry, Sink } from '../base/sink.ts';
import { rdf, rdfs, xsd } from '../base/terms.ts';
import { type Check, type ShapeChecks, shapeChecks, type World } from './shape-checks.ts';
import { distinct, type Value } from './shape-values.ts';

/** Distinct values by property. */
type Values = ReadonlyMap<string, readonly Value[]>;
/** By subject. */
type Description = ReadonlyMap<string, Values>;

/** Tells the entries of a graph that surely conform to its shapes from those that have to be looked at closely. */
export class Conformance {
  readonly #checks: ShapeChecks;
  readonly #named: ReadonlyMap<string, Entry>;
  /** What is known of nodes that entries other than the one that is looked at describe. */
  readonly #known = new Map<Check, Map<string, boolean>>();

  /** `named`: all entries of the graph, by IRI. */
  constructor(shapes: readonly Quad[], named: ReadonlyMap<string, Entry>) {
    this.#checks = shapeChecks(shapes);
    this.#named = named;
  }

  /** The entry when it may break a shape, and what it refers to that may. */
  doubts(entry: Entry): readonly Entry[] {
    const { byClass, bySubject, byObject, asked, isVague } = this.#checks;
    const description = described(entry, asked);
    const world = this.#worldOf(description);
    const doubted = new Set<Entry>();
    for (const [subject, said] of description) {
      const node = iriNode(subject);
      const checks = new Set<Check>();
      for (const { value } of said.get(rdf('type').iri) ?? [])
        for (const check of byClass.get(value) ?? []) checks.add(check);
      for (const property of said.keys())
        for (const check of bySubject.get(property) ?? []) checks.add(check);
      for (const check of checks) if (!check(node, world)) doubted.add(entry);
      for (const [property, targets] of byObject)
        for (const object of said.get(property) ?? [])
          if (!targets.every((check) => world.conforms(check, object)))
            doubted.add(entry).add(this.#named.get(object.value) ?? entry);
      // Subclasses would be instances as well.
      if (said.has(rdfs('subClassOf').iri)) doubted.add(entry);
    }
    return isVague ? [entry] : [...doubted];
  }

  #worldOf(description: Description): World {
    const world: World = {
      values: (subject, property) => this.#valuesOf(subject, description)?.get(property) ?? [],
      conforms: (check, node) => {
        if (node.kind === 'literal' || description.has(node.value)) return check(node, world);
        const known = this.#known.get(check) ?? new Map<string, boolean>();
        this.#known.set(check, known);
        const answer = known.get(node.value);
        if (answer !== undefined) return answer;
        // Until it is found out, for a shape may lead back to the node.
        known.set(node.value, false);
        const entry = this.#named.get(node.value);
        const conforms = check(node, this.#worldOf(entry ? described(entry, this.#checks.asked) : new Map()));
        known.set(node.value, conforms);
        return conforms;
      },
    };
    return world;
  }

  #valuesOf(subject: string, description: Description): Values | undefined {
    const own = description.get(subject);
    if (own) return own;
    const entry = this.#named.get(subject);
    return entry && described(entry, this.#checks.asked).get(subject);
  }
}

const iriNode = (value: string): Value => ({ kind: 'iri', value, datatype: '', tag: '' });

const text = xsd('string').iri;
const tagged = rdf('langString').iri;

/** What an entry says by the properties that matter. */
function described(entry: Entry, asked: ReadonlySet<string>): Description {
  const description = new Map<string, Map<string, Value[]>>();
  let said = new Map<string, Value[]>();
  const subject = (iri: string) => {
    said = description.get(iri) ?? new Map();
    description.set(iri, said);
  };
  const say = (property: string, value: Value) => {
    const values = said.get(property);
    if (values) values.push(value);
    else said.set(property, [value]);
  };
  const sink: Sink = {
    subject,
    iri: ({ iri }, value) => {
      if (asked.has(iri)) say(iri, iriNode(value));
    },
    literal: ({ iri }, value) => {
      if (asked.has(iri)) say(iri, { kind: 'literal', value, datatype: text, tag: '' });
    },
    typed: ({ iri }, value, datatype) => {
      if (asked.has(iri)) say(iri, { kind: 'literal', value, datatype: datatype.iri, tag: '' });
    },
    language: ({ iri }, value, tag) => {
      if (asked.has(iri)) say(iri, { kind: 'literal', value, datatype: tagged, tag: tag.toLowerCase() });
    },
  };
  subject(entry.iri);
  entry.describe(sink);
  for (const all of description.values())
    for (const [property, values] of all) if (values.length > 1) all.set(property, distinct(values));
  return description;
}

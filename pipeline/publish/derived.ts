import type { Quad, Quad_Object, Term } from '@rdfjs/types';
import { DataFactory } from 'n3';
import { rdf, xsd } from '../base/terms.ts';

// The engine of SHACL follows a path of any length anew from each of its steps, copying what it found, and for
// `sh:equals` does so for each value: a list of 600 authors took 100 s. Shapes are therefore put to it in other words.
// What they ask of such a path becomes one step, along a property that is derived from the statements when asked for.

/** A term of SHACL, which none of our own statements uses. */
export const sh = (name: string) => `http://www.w3.org/ns/shacl#${name}`;
const { namedNode, blankNode, literal, quad } = DataFactory;

/** What a thing has of a derived property, from what the statements say of any subject and property. */
export type Derived = (subject: Term, said: Stated) => Iterable<Term>;

/** The objects that a subject has of a property. */
type Stated = (subject: Term, property: string) => Iterable<Term>;

/** The same shapes without paths of any length, and the properties that stand for these, by IRI. */
export function derivedIn(shapes: readonly Quad[]): {
  readonly quads: readonly Quad[];
  readonly properties: ReadonlyMap<string, Derived>;
} {
  const properties = new Map<string, Derived>();
  const chains = new Map<string, Term>();
  for (const { subject, predicate, object } of shapes) {
    if (predicate.value !== sh('zeroOrMorePath') || object.termType !== 'NamedNode') continue;
    const iri = `urn:moisson:chain:${object.value}`;
    properties.set(iri, chain(object.value));
    chains.set(subject.value, namedNode(iri));
  }
  const shortened = shapes.map((each) => {
    const step = each.object.termType === 'BlankNode' ? chains.get(each.object.value) : undefined;
    return step ? quad(each.subject, each.predicate, step as Quad_Object) : each;
  });
  return { quads: shortened.flatMap((each) => parted(each, shortened, properties)), properties };
}

/** A thing itself, and all that the property leads to in turn: SPARQL's `p*`. */
function chain(property: string): Derived {
  return (subject, said) =>
    reachedFrom(
      subject,
      ({ value }) => value,
      (at) => said(at, property),
    );
}

/** What stands at the start, and all that is next to it in turn, each once by its key. */
export function reachedFrom<T>(
  start: T,
  keyOf: (each: T) => string,
  next: (each: T) => Iterable<T>,
): Iterable<T> {
  const reached = new Map([[keyOf(start), start]]);
  // A map gives what is added to it while it is walked.
  for (const [, at] of reached)
    for (const each of next(at)) if (!reached.has(keyOf(each))) reached.set(keyOf(each), each);
  return reached.values();
}

/** `sh:equals` of a path with a derived step becomes a shape of its own: no value is on one side only. */
function parted(each: Quad, shapes: readonly Quad[], properties: Map<string, Derived>): readonly Quad[] {
  if (each.predicate.value !== sh('equals')) return [each];
  const of = ({ value }: Term, property: string) =>
    shapes.filter(({ subject, predicate }) => subject.value === value && predicate.value === property);
  const steps = of(each.subject, sh('path')).flatMap(({ object }) => listFrom(object, shapes));
  const path = steps.every(({ termType }) => termType === 'NamedNode') ? steps.map(({ value }) => value) : [];
  if (!path.some((step) => properties.has(step))) return [each];
  const name = `difference-${properties.size}`;
  const iri = `urn:moisson:${name}`;
  const reaches = sequence(path, properties);
  properties.set(iri, (subject, said) =>
    difference([...reaches(subject, said)], [...said(subject, each.object.value)]),
  );
  const own = blankNode(name);
  return [
    ...shapes
      .filter(({ predicate, object }) => predicate.value === sh('property') && object.equals(each.subject))
      .map(({ subject }) => quad(subject, namedNode(sh('property')), own)),
    ...of(each.subject, sh('message')).map(({ predicate, object }) => quad(own, predicate, object)),
    quad(own, namedNode(sh('path')), namedNode(iri)),
    quad(own, namedNode(sh('maxCount')), literal('0', namedNode(xsd('integer').iri))),
  ];
}

/** The members of a list; none of what is no list. */
export function listFrom(start: Term, quads: readonly Quad[]): readonly Term[] {
  const at = (cell: Term, property: string) =>
    quads.find(({ subject, predicate }) => subject.value === cell.value && predicate.value === property)
      ?.object;
  const members: Term[] = [];
  for (let cell: Term | undefined = start; cell; cell = at(cell, rdf('rest').iri)) {
    const member = at(cell, rdf('first').iri);
    if (member) members.push(member);
  }
  return members;
}

function sequence(path: readonly string[], properties: ReadonlyMap<string, Derived>): Derived {
  return (subject, said) =>
    path.reduce<readonly Term[]>(
      (reached, property) => {
        const derived = properties.get(property);
        return reached.flatMap((each) => [...(derived ? derived(each, said) : said(each, property))]);
      },
      [subject],
    );
}

/** What is on one side only. */
function difference(one: readonly Term[], two: readonly Term[]): readonly Term[] {
  const [a, b] = [one, two].map((terms) => new Map(terms.map((term) => [keyOf(term), term])));
  if (!a || !b) return [];
  return [...a, ...b].flatMap(([key, term]) => (a.has(key) && b.has(key) ? [] : [term]));
}

/** What tells a term from all others. */
const keyOf = (term: Term) =>
  term.termType === 'Literal'
    ? `"${term.value}"@${term.language}^^${term.datatype.value}`
    : `${term.termType} ${term.value}`;

import type { Quad, Term } from '@rdfjs/types';
import { rdf, rdfs } from '../base/terms.ts';
import { listFrom, reachedFrom, sh } from './derived.ts';
import {
  areSame,
  distinct,
  forms,
  integer,
  integerForm,
  keyOf,
  type Value,
  valueOfTerm,
} from './shape-values.ts';

// Shapes (SHACL Core) as functions that say of a node whether it surely conforms. They are a tenth of the language, that
// which ontology/shapes.ttl speaks: where a shape asks for more, the answer is no, and the engine is asked. So a mistake
// of theirs can only cost time, as long as no answer is yes that ought to be no.

/** What is said of things, as checks ask for it. */
export interface World {
  /** Distinct values that a subject has of a property. */
  values(subject: string, property: string): readonly Value[];
  /** Whether the node conforms; of a thing that another entry describes it is found out once. */
  conforms(check: Check, node: Value): boolean;
}

/** Whether a node surely conforms to a shape. */
export type Check = (node: Value, world: World) => boolean;

/** All shapes by what they are about. */
export interface ShapeChecks {
  readonly byClass: ReadonlyMap<string, readonly Check[]>;
  readonly bySubject: ReadonlyMap<string, readonly Check[]>;
  readonly byObject: ReadonlyMap<string, readonly Check[]>;
  /** The properties that some shape looks at. */
  readonly asked: ReadonlySet<string>;
  /** Whether a shape chooses what it is about in another way, so that nothing is sure. */
  readonly isVague: boolean;
}

/** The shapes of a graph as checks. */
export function shapeChecks(shapes: readonly Quad[]): ShapeChecks {
  const compiler = new Compiler(shapes);
  const targets = (name: string) => {
    const checks = new Map<string, Check[]>();
    for (const { subject, predicate, object } of shapes) {
      if (predicate.value !== sh(name)) continue;
      compiler.asked.add(object.value);
      const own = checks.get(object.value) ?? [];
      checks.set(object.value, own);
      own.push(compiler.check(subject));
    }
    return checks;
  };
  const byClass = targets('targetClass');
  const bySubject = targets('targetSubjectsOf');
  const byObject = targets('targetObjectsOf');
  const known = ['targetClass', 'targetSubjectsOf', 'targetObjectsOf'].map(sh);
  const isVague = shapes.some(
    ({ predicate, object }) =>
      (predicate.value.startsWith(sh('target')) && !known.includes(predicate.value)) ||
      // A shape that is a class is about its instances.
      object.value === rdfs('Class').iri,
  );
  return { byClass, bySubject, byObject, asked: compiler.asked, isVague };
}

type Path = (node: Value, world: World) => readonly Value[];
/** A constraint of the values that a path leads to from a node; of a shape without a path, the node itself. */
type Constraint = (values: readonly Value[], world: World, node: Value) => boolean;

/** Properties of a shape that ask for nothing by themselves. */
const silent = new Set(
  ['path', 'message', 'targetClass', 'targetSubjectsOf', 'targetObjectsOf', 'qualifiedMinCount'].map(sh),
);
const shapeClasses = ['NodeShape', 'PropertyShape'].map(sh);

class Compiler {
  readonly asked = new Set([rdf('type').iri, rdfs('subClassOf').iri]);
  readonly #shapes: readonly Quad[];
  readonly #checks = new Map<string, Check>();

  constructor(shapes: readonly Quad[]) {
    this.#shapes = shapes;
  }

  check(shape: Term): Check {
    const known = this.#checks.get(shape.value);
    if (known) return known;
    // A shape that asks for itself is none of ours.
    this.#checks.set(shape.value, doubtful);
    const check = this.#compiled(shape);
    this.#checks.set(shape.value, check);
    return check;
  }

  #compiled(shape: Term): Check {
    const path = this.#pathOf(shape);
    const constraints = this.#said(shape).map((quad) => this.#constraint(shape, quad));
    const all = constraints.filter((each) => each !== nothing);
    if (path === undefined || all.includes(doubt)) return doubtful;
    return (node, world) => {
      const values = path(node, world);
      return all.every((each) => each(values, world, node));
    };
  }

  #said({ value }: Term): readonly Quad[] {
    return this.#shapes.filter(({ subject }) => subject.value === value);
  }

  #objects(subject: Term, property: string): readonly Term[] {
    return this.#said(subject).flatMap(({ predicate, object }) =>
      predicate.value === property ? [object] : [],
    );
  }

  /** Undefined for a path that is not known here. */
  #pathOf(shape: Term): Path | undefined {
    const paths = this.#objects(shape, sh('path'));
    const [path] = paths;
    if (path === undefined) return (node) => [node];
    return paths.length === 1 ? this.#path(path) : undefined;
  }

  #path(path: Term): Path | undefined {
    if (path.termType === 'NamedNode') {
      this.asked.add(path.value);
      return ({ kind, value }, world) => (kind === 'iri' ? world.values(value, path.value) : []);
    }
    const [again] = this.#objects(path, sh('zeroOrMorePath'));
    if (again?.termType === 'NamedNode' && this.#said(path).length === 1) {
      this.asked.add(again.value);
      return (node, world) => [
        ...reachedFrom(node, keyOf, ({ kind, value }) =>
          kind === 'iri' ? world.values(value, again.value) : [],
        ),
      ];
    }
    const steps = listFrom(path, this.#shapes).map((step) => this.#path(step));
    if (steps.length === 0 || steps.includes(undefined)) return undefined;
    return (node, world) =>
      steps.reduce<readonly Value[]>(
        (reached, step) => distinct(reached.flatMap((each) => step?.(each, world) ?? [])),
        [node],
      );
  }

  #constraint(shape: Term, { predicate, object }: Quad): Constraint {
    const property = predicate.value;
    if (property === rdf('type').iri) return shapeClasses.includes(object.value) ? nothing : doubt;
    if (silent.has(property)) return nothing;
    const make = property.startsWith(sh('')) ? this.#makers[property.slice(sh('').length)] : undefined;
    return make?.(object, shape) ?? doubt;
  }

  readonly #makers: Readonly<Record<string, (parameter: Term, shape: Term) => Constraint>> = {
    minCount: ({ value }) => {
      const least = Number(value);
      return ({ length }) => length >= least;
    },
    maxCount: ({ value }) => {
      const most = Number(value);
      return ({ length }) => length <= most;
    },
    nodeKind: ({ value }) => {
      const kind = { [sh('IRI')]: 'iri', [sh('Literal')]: 'literal' }[value];
      return kind === undefined ? doubt : every((node) => node.kind === kind);
    },
    datatype: ({ value }) => {
      const form = forms.get(value);
      return form ? every((node) => node.datatype === value && form.test(node.value)) : doubt;
    },
    class: ({ value }) =>
      every(({ kind, value: iri }, world) => {
        const types = kind === 'iri' ? world.values(iri, rdf('type').iri) : [];
        return types.some((type) => type.kind === 'iri' && type.value === value);
      }),
    minLength: ({ value }) => {
      const least = Number(value);
      return every((node) => node.value.length >= least);
    },
    pattern: ({ value }) => {
      const pattern = new RegExp(value);
      return every((node) => pattern.test(node.value));
    },
    minInclusive: ({ value }) => {
      const least = Number(value);
      return every(
        (node) => node.datatype === integer && integerForm.test(node.value) && Number(node.value) >= least,
      );
    },
    uniqueLang: ({ value }) => {
      if (value !== 'true') return doubt;
      return (values) => {
        const tags = values.flatMap(({ tag }) => tag || []);
        return tags.length < 2 || new Set(tags).size === tags.length;
      };
    },
    equals: ({ value }) => {
      this.asked.add(value);
      return (values, world, node) => areSame(values, world.values(node.value, value));
    },
    hasValue: (term) => {
      const value = keyOf(valueOfTerm(term));
      return (values) => values.some((each) => keyOf(each) === value);
    },
    in: (list) => {
      const values = new Set(listFrom(list, this.#shapes).map((term) => keyOf(valueOfTerm(term))));
      return every((node) => values.has(keyOf(node)));
    },
    // A check that doubts says no, which would become a yes: only of what is always sure.
    not: (shape) => {
      const isSure = this.#said(shape).every(({ predicate }) => predicate.value === sh('in'));
      const check = this.check(shape);
      return isSure ? every((node, world) => !check(node, world)) : doubt;
    },
    or: (list) => {
      const checks = listFrom(list, this.#shapes).map((shape) => this.check(shape));
      return every((node, world) => checks.some((check) => check(node, world)));
    },
    node: (shape) => {
      const check = this.check(shape);
      return every((node, world) => world.conforms(check, node));
    },
    property: (shape) => {
      const check = this.check(shape);
      return every((node, world) => check(node, world));
    },
    qualifiedValueShape: (shape, parent) => {
      const check = this.check(shape);
      const [least] = this.#objects(parent, sh('qualifiedMinCount'));
      if (least === undefined) return doubt;
      return (values, world) => values.filter((each) => check(each, world)).length >= Number(least.value);
    },
  };
}

const nothing: Constraint = () => true;
const doubt: Constraint = () => false;
const doubtful: Check = () => false;

function every(check: Check): Constraint {
  return (values, world) => values.every((each) => check(each, world));
}

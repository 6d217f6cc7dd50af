import type { Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import type Validator from 'rdf-validate-shacl';
import { rdf, xsd } from '../base/terms.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import { derivedIn, keyOf, sh } from './derived.ts';
import { Said } from './said.ts';

type Shape = Parameters<Validator['validationEngine']['validateNodeAgainstShape']>[1];

export type Engine = Awaited<ReturnType<typeof newEngine>>;

const engines = new Map<string, Promise<Engine>>();

/** The engine of some shapes (SHACL in Turtle), made once: a conversion asks it for every sample. A `UserError` if they cannot be read. */
export function engineOf(shapes: string): Promise<Engine> {
  const known = engines.get(shapes) ?? newEngine(shapes);
  engines.set(shapes, known);
  return known;
}

async function newEngine(shapes: string) {
  const [{ Parser }, { default: Validator }, { default: environment }] = await Promise.all([
    import('n3'),
    import('rdf-validate-shacl'),
    import('rdf-validate-shacl/src/defaultEnv.js'),
  ]);
  const { quads, properties } = derivedIn(parse(() => new Parser({ baseIRI: 'urn:shapes' }).parse(shapes)));
  const factory: typeof environment = Object.create(environment, {
    dataset: { value: (some?: Iterable<Quad>) => new Said(some) },
  });
  // The engine counts how often it looks at a node, for shapes that refer to themselves, and goes by silently after
  // fifty times; ours do not, and a person may well have written more works.
  const options = { factory, maxNodeChecks: 0 };
  return {
    quads,
    properties,
    validator: passingByAbsent(remembering(new Validator(new Said(quads), options))),
  };
}

/** What says of the values of a property what they are, and so nothing of a thing that has none (SHACL, section 4). */
const ofValues = new Set(
  [
    'Class',
    'Datatype',
    'In',
    'MaxCount',
    'MinLength',
    'Node',
    'NodeKind',
    'Not',
    'Or',
    'Pattern',
    'UniqueLang',
  ].map((name) => sh(`${name}ConstraintComponent`)),
);

/** Passes by each property that a thing does not have and need not have: of a work that is most of them. */
function passingByAbsent(validator: Validator): Validator {
  const engine = validator.validationEngine;
  const look = engine.validateNodeAgainstShape.bind(engine);
  const known = new Map<Shape, NamedNode | undefined>();
  const needless = (shape: Shape) => {
    if (!known.has(shape)) {
      const isOfValues = shape.constraints.every(({ component }) => ofValues.has(component.node.value));
      known.set(shape, isOfValues && isNamed(shape.pathObject) ? shape.pathObject : undefined);
    }
    return known.get(shape);
  };
  engine.validateNodeAgainstShape = (node, shape, data) => {
    const property = needless(shape);
    return property !== undefined && data.node(node).out(property).terms.length === 0
      ? false
      : look(node, shape, data);
  };
  return validator;
}

/**
 * Asks once of each value in a graph whether it conforms to a shape: a person is the author of many works, and most texts
 * are said by several properties.
 */
function remembering(validator: Validator): Validator {
  const conforms = validator.nodeConformsToShape.bind(validator);
  let data: unknown;
  const answers = new Map<string, boolean>();
  validator.nodeConformsToShape = (node, shape, engine) => {
    if (data !== validator.$data) answers.clear();
    data = validator.$data;
    const question = `${shape.value} ${asksDatatype(validator, shape) && isText(node) ? node.datatype.value : keyOf(node)}`;
    const known = answers.get(question);
    // With an engine it also reports what is wrong, each time.
    if (known === true || (known === false && engine === undefined)) return known;
    const answer = conforms(node, shape, engine);
    answers.set(question, answer);
    return answer;
  };
  return validator;
}

/** Whether a shape asks for a datatype and nothing else. */
function asksDatatype({ shapesGraph }: Validator, shape: Term): boolean {
  const asked = shapesGraph.getShape(shape).constraints;
  return asked.every(({ component }) => component.node.value === sh('DatatypeConstraintComponent'));
}

const texts = [xsd('string').iri, rdf('langString').iri];

/** Any characters are a text: what datatype it has does not depend on them. */
const isText = (term: Term): term is Literal =>
  term.termType === 'Literal' && texts.includes(term.datatype.value);

/** Whether a path is one property. */
export const isNamed = (path: unknown): path is NamedNode =>
  typeof path === 'object' && path !== null && 'termType' in path && path.termType === 'NamedNode';

function parse(shapes: () => readonly Quad[]): readonly Quad[] {
  try {
    return shapes();
  } catch (error) {
    throw unreadableShapes(error);
  }
}

function unreadableShapes(error: unknown): UserError {
  const found = error instanceof Error ? error.message : String(error);
  return new UserError(
    {
      fr: `ontology/shapes.ttl est illisible : ${found}`,
      en: `ontology/shapes.ttl cannot be read: ${found}`,
    },
    exitCode.input,
  );
}

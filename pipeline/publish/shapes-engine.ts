import type { NamedNode, Quad } from '@rdfjs/types';
import { exitCode, UserError } from '../base/user-error.ts';
import { derivedIn } from './derived.ts';
import { Said } from './said.ts';

export type Engine = Awaited<ReturnType<typeof newEngine>>;

/** Shapes, and what validates by them, which is loaded when it is first asked for. */
export interface Shapes {
  readonly quads: readonly Quad[];
  engine(): Promise<Engine>;
}

const known = new Map<string, Promise<Shapes>>();

/** Some shapes (SHACL in Turtle), read once: a conversion asks for them for every sample. A `UserError` if they cannot be read. */
export function shapesOf(text: string): Promise<Shapes> {
  const shapes = known.get(text) ?? readShapes(text);
  known.set(text, shapes);
  return shapes;
}

async function readShapes(text: string): Promise<Shapes> {
  const { Parser } = await import('n3');
  const quads = parse(() => new Parser({ baseIRI: 'urn:shapes' }).parse(text));
  let engine: Promise<Engine> | undefined;
  return {
    quads,
    engine() {
      engine ??= newEngine(quads);
      return engine;
    },
  };
}

async function newEngine(shapes: readonly Quad[]) {
  const [{ default: Validator }, { default: environment }] = await Promise.all([
    import('rdf-validate-shacl'),
    import('rdf-validate-shacl/src/defaultEnv.js'),
  ]);
  const { quads, properties } = derivedIn(shapes);
  const factory: typeof environment = Object.create(environment, {
    dataset: { value: (some?: Iterable<Quad>) => new Said(some) },
  });
  // The engine counts how often it looks at a node, for shapes that refer to themselves, and goes by silently after
  // fifty times; ours do not, and a person may well have written more works.
  const options = { factory, maxNodeChecks: 0 };
  return { quads, properties, validator: new Validator(new Said(quads), options) };
}

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

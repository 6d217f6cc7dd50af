import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { ontologyFile } from '../base/code-list.ts';
import type { Entry } from '../base/sink.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import type { Language, Words } from '../base/words.ts';
import { quadsOf } from '../write/index.ts';

const message = 'http://www.w3.org/ns/shacl#message';

/** One way in which the graph breaks a shape. */
export interface Violation {
  /** The thing that is wrong. */
  readonly focus: string;
  readonly path: string | undefined;
  readonly message: Words;
}

/** Checks the graph against `ontology/shapes.ttl` (SHACL Core); no violation means that it may be published. */
export async function violationsOf(
  entries: readonly Entry[],
  shapes: string = shapesText(),
): Promise<readonly Violation[]> {
  const { quads, validator, Store } = await engineOf(shapes);
  const report = await validator.validate(new Store(entries.flatMap((entry) => quadsOf(entry))));
  return report.results.map((result) => ({
    focus: result.focusNode?.value ?? '',
    path: result.path?.value,
    message: words(messagesOf(quads, result.sourceShape?.value), result.message[0]?.value ?? 'SHACL'),
  }));
}

type Engine = Awaited<ReturnType<typeof newEngine>>;

const engines = new Map<string, Promise<Engine>>();

/** The engine of some shapes, made once: a conversion asks it for every sample. */
function engineOf(shapes: string): Promise<Engine> {
  const known = engines.get(shapes) ?? newEngine(shapes);
  engines.set(shapes, known);
  return known;
}

async function newEngine(shapes: string) {
  const [{ Parser, Store }, { default: Validator }] = await Promise.all([
    import('n3'),
    import('rdf-validate-shacl'),
  ]);
  const quads = parse(() => new Parser({ baseIRI: 'urn:shapes' }).parse(shapes));
  return { quads, validator: new Validator(new Store([...quads])), Store };
}

/** The sentence that stops a build. */
export function refusal(violations: readonly Violation[]): UserError {
  const line =
    (language: Language) =>
    ({ focus, path, message }: Violation) =>
      `  ${focus}${path ? ` ${path}` : ''}\n    ${message[language]}`;
  const list = (language: Language) => violations.slice(0, 20).map(line(language)).join('\n');
  const more = violations.length > 20 ? `\n  … +${violations.length - 20}` : '';
  return new UserError(
    {
      fr: `le graphe ne respecte pas ontology/shapes.ttl (${violations.length} écart(s)) ; rien n’a été publié :\n${list('fr')}${more}`,
      en: `the graph breaks ontology/shapes.ttl (${violations.length} violation(s)); nothing was published:\n${list('en')}${more}`,
    },
    exitCode.findings,
  );
}

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

function shapesText(): string {
  return readFileSync(ontologyFile('shapes.ttl'), 'utf8');
}

/** A sentence by its language; a shape without one speaks its engine's English. */
function words(messages: readonly Message[], engine: string): Words {
  const of = (language: string) => messages.find((message) => message.language === language)?.value;
  return { fr: of('fr') ?? of('en') ?? engine, en: of('en') ?? of('fr') ?? engine };
}

interface Message {
  readonly value: string;
  readonly language: string;
}

/** The messages of a shape itself: for some constraints the engine puts a sentence of its own in the result. */
function messagesOf(shapes: readonly Quad[], shape: string | undefined): readonly Message[] {
  return shapes.flatMap(({ subject, predicate, object }) =>
    subject.value === shape && predicate.value === message && object.termType === 'Literal' ? [object] : [],
  );
}

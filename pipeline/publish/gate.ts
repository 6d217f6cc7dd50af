import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { ontologyFile } from '../base/code-list.ts';
import type { Entry } from '../base/sink.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import type { Language, Words } from '../base/words.ts';
import { quadsOf } from '../write/index.ts';
import { Conformance } from './conformance.ts';
import { sh } from './derived.ts';
import { pointerTo } from './pointer.ts';
import { Said } from './said.ts';
import { type Engine, isNamed, type Shapes, shapesOf } from './shapes-engine.ts';

/** One way in which the graph breaks a shape. */
export interface Violation {
  /** The thing that is wrong. */
  readonly focus: string;
  readonly path: string | undefined;
  readonly message: Words;
}

/** Checks a whole graph against `ontology/shapes.ttl` (SHACL Core); no violation means that it may be published. */
export async function violationsOf(
  entries: readonly Entry[],
  shapes: string = shapesText(),
): Promise<readonly Violation[]> {
  const gate = await Gate.open(entries, shapes);
  for (let at = 0; at < entries.length; at += atOnce) await gate.look(entries.slice(at, at + atOnce));
  return gate.violations;
}

/** So many entries are best looked at together. */
export const atOnce = 100;

/**
 * Looks at some entries of a graph at a time, together with what they refer to, so that a graph of any size takes little
 * memory: a shape may ask what a thing's neighbours are, but not what those of its neighbours are.
 */
export class Gate {
  readonly #shapes: Shapes;
  readonly #named: ReadonlyMap<string, Entry>;
  readonly #conformance: Conformance;
  /** What was looked at closely. */
  readonly #seen = new Set<string>();
  readonly #violations: Violation[] = [];
  /** What nobody describes may be referred to from everywhere; it is complained of once. */
  readonly #strangers = new Set<string>();

  private constructor(shapes: Shapes, named: ReadonlyMap<string, Entry>) {
    this.#shapes = shapes;
    this.#named = named;
    this.#conformance = new Conformance(shapes.quads, named);
  }

  /** `entries`: all of the graph. */
  static async open(entries: readonly Entry[], shapes: string = shapesText()): Promise<Gate> {
    return new Gate(await shapesOf(shapes), new Map(entries.map((entry) => [entry.iri, entry])));
  }

  /** What was found so far. */
  get violations(): readonly Violation[] {
    return this.#violations;
  }

  /** The engine is slow: it is asked only about what a quick look is not sure of. */
  async look(entries: readonly Entry[]): Promise<void> {
    const doubted = entries
      .flatMap((entry) => this.#conformance.doubts(entry))
      .filter(({ iri }) => !this.#seen.has(iri) && this.#seen.add(iri));
    if (doubted.length === 0) return;
    const engine = await this.#shapes.engine();
    const { own, data } = someOf(doubted, this.#named, engine);
    const strangers = this.#strangers;
    const told = (await reported(engine, data)).filter(
      ({ focus }) => own.has(focus) || !(this.#named.has(focus) || strangers.has(focus)),
    );
    for (const { focus } of told) if (!own.has(focus)) strangers.add(focus);
    this.#violations.push(...told);
  }
}

/** Some entries as a validator sees them: the subjects that they describe, and all that is to be known of these. */
function someOf(
  entries: readonly Entry[],
  named: ReadonlyMap<string, Entry>,
  { properties }: Engine,
): { readonly own: ReadonlySet<string>; readonly data: Said } {
  const quads = entries.flatMap((entry) => quadsOf(entry));
  const own = new Set(quads.map(({ subject }) => subject.value));
  const others = new Set<Entry>();
  for (const { object } of quads) {
    const entry = object.termType === 'NamedNode' && !own.has(object.value) && named.get(object.value);
    if (entry) others.add(entry);
  }
  return {
    own,
    data: new Said(
      quads,
      [...others].flatMap((entry) => quadsOf(entry)),
      properties,
    ),
  };
}

async function reported({ quads, properties, validator }: Engine, data: Said): Promise<readonly Violation[]> {
  const report = await validator.validate(pointerTo(data));
  return report.results.map((result) => ({
    focus: result.focusNode?.value ?? '',
    // A path that is no property of the graph has no name that a reader would know.
    path: isNamed(result.path) && !properties.has(result.path.value) ? result.path.value : undefined,
    message: words(messagesOf(quads, result.sourceShape?.value), result.message[0]?.value ?? 'SHACL'),
  }));
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
    subject.value === shape && predicate.value === sh('message') && object.termType === 'Literal'
      ? [object]
      : [],
  );
}

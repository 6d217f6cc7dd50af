import type { Draft } from '../base/draft.ts';
import type { Unmapped } from '../base/work.ts';
import { isBlank, isReference, type Literal, nowhere, type Value } from './rdf-graph.ts';
import { type Reading, type Said, type Thing, thing } from './rdf-node.ts';

/**
 * What nothing has taken, as JSON-LD has it: of the work by its property, of a thing around it by the properties that
 * lead to it, and after `^` what speaks of the work.
 */
export function leftOver(reading: Reading): Draft['unmapped'] {
  const left = new Left(reading);
  left.walk(reading.work, '', 0);
  for (const { from, said } of reading.incoming) {
    // Its way to the work says it.
    said.taken = true;
    if (!left.seen.has(from.id)) left.thing(from, `^${said.property}`, 1);
  }
  return left.kept.length > 0 ? left.kept : undefined;
}

/** Deeper than what a piece holds. */
const deepest = 12;

class Left {
  readonly kept: Unmapped[] = [];
  readonly seen = new Set<string>();
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.seen.add(reading.work.id);
  }

  thing(of: Thing, path: string, depth: number): void {
    this.seen.add(of.id);
    const rest = of.said.filter(({ taken }) => !taken);
    if (rest.length > 0) this.#keep(path, this.#described(of.id, rest, depth));
    this.walk(of, path, depth);
  }

  walk(of: Thing, path: string, depth: number): void {
    if (depth > deepest) return;
    for (const { property, value, taken } of of.said) {
      const inner = path === '' ? property : `${path} ${property}`;
      if (!taken && path === '') this.#keep(inner, this.#plain(value, depth));
      const target = isReference(value) ? this.#unseen(value.id) : undefined;
      if (taken && target) this.thing(target, inner, depth + 1);
    }
  }

  #unseen(id: string): Thing | undefined {
    return this.seen.has(id) ? undefined : thing(this.#reading, id);
  }

  #keep(path: string, value: unknown): void {
    this.kept.push({ source: this.#reading.origin.source.name, path, value });
  }

  #described(id: string, said: readonly Said[], depth: number): Readonly<Record<string, unknown>> {
    const values = new Map<string, unknown[]>(isBlank(id) ? [] : [['@id', [written(id)]]]);
    for (const { property, value } of said) {
      const known = values.get(property);
      const own = this.#plain(value, depth);
      if (known) known.push(own);
      else values.set(property, [own]);
    }
    return Object.fromEntries([...values].map(([key, all]) => [key, all.length === 1 ? all[0] : all]));
  }

  /** A value with what is said of it, the first time that it is met. */
  #plain(value: Value, depth: number): unknown {
    if (!isReference(value)) return plainLiteral(value);
    const target = depth > deepest ? undefined : this.#unseen(value.id);
    if (!target) return { '@id': written(value.id) };
    this.seen.add(target.id);
    const rest = target.said.filter(({ taken }) => !taken);
    return rest.length > 0 ? this.#described(target.id, rest, depth + 1) : { '@id': written(value.id) };
  }
}

/** An IRI as the text had it: relative where it names no base. */
const written = (id: string) => (id.startsWith(nowhere) ? id.slice(nowhere.length) : id);

function plainLiteral({ text, lang, datatype }: Literal): unknown {
  if (lang !== undefined) return { '@value': text, '@language': lang };
  return datatype === undefined ? text : { '@value': text, '@type': datatype };
}

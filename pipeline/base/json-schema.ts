import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject, type ErrorObject, type Options } from 'ajv/dist/2020.js';
import { ontologyFile } from './code-list.ts';
import { isEdtf } from './edtf.ts';
import { isIri } from './iri.ts';
import { pointerNames } from './located.ts';
import { faultyKey, schemaWords } from './schema-words.ts';
import type { Words } from './words.ts';

/** What a JSON Schema says against a value. */
export interface Complaint {
  /** JSON Pointer (RFC 6901) of the faulty value, `/titles/0/text`; of an unknown key, the key's own. */
  readonly pointer: string;
  /** What is to be pointed at: the value, or its key when the key itself is wrong. */
  readonly part: 'value' | 'key';
  readonly words: Words;
}

export type Validate = (value: unknown) => readonly Complaint[];

/** A value after its check. Text such as `"5"` has become a number, in a copy, where the schema wants a whole number. */
export interface Checked {
  readonly value: unknown;
  readonly complaints: readonly Complaint[];
}

const made = new Map<string, (value: unknown) => Checked>();

/** The checker of `ontology/<name>.schema.json` (JSON Schema 2020-12), compiled once; no complaint means valid. */
export function jsonSchema(name: string): Validate {
  const check = checkedBy(name);
  return (value) => check(value).complaints;
}

/** As `jsonSchema`, and gives the value back with its whole numbers as numbers. */
export function checkedBy(name: string): (value: unknown) => Checked {
  const known = made.get(name);
  if (known) return known;
  const others = ['work', 'lab', 'corrections'].filter((each) => each !== name);
  const check = compileSchema(schemaFile(name), others.map(schemaFile));
  made.set(name, check);
  return check;
}

/** The checker of a schema that may refer to the others by their `$id`. */
export function compileSchema(
  schema: AnySchemaObject,
  others: readonly AnySchemaObject[] = [],
): (value: unknown) => Checked {
  // Most values are valid: a check that stops at the first mistake is twice as fast, and asks the other one for all.
  // It counts UTF-16 units, for no length but 1 is asked for; that the option is an old one is no news for the user.
  const isValid = ajv({ ...quick, allErrors: false, unicode: false, logger: false }, others).compile(schema);
  // To compile it takes most of a second of each start, and most files have no mistake.
  const compiled = lazily(() => ajv({ allErrors: true, verbose: true }, others).compile(schema));

  return (value) => {
    if (isValid(value)) return { value, complaints: [] };
    const check = compiled();
    if (check(value)) return { value, complaints: [] };
    // Our YAML and JSON reader leaves numbers as their source text, since a volume `012` is a text. The schema alone
    // knows which few are counted with, so they are made numbers where it says `integer`, and nowhere else.
    const counted = (check.errors ?? []).filter(isDigitsForInteger);
    if (counted.length === 0) return { value, complaints: complaints(check.errors ?? []) };
    const copy = counted.reduce((whole, error) => withNumber(whole, pointerNames(error.instancePath)), value);
    return { value: copy, complaints: check(copy) ? [] : complaints(check.errors ?? []) };
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Compiles in half the time what runs as fast. That our schemas are schemas, the full check finds out. */
const quick = { validateSchema: false, inlineRefs: false, code: { optimize: false } } as const;

function ajv(options: Options, others: readonly AnySchemaObject[]): Ajv2020 {
  const made = new Ajv2020({ ...options, allowUnionTypes: true });
  made.addFormat('edtf', isEdtf);
  made.addFormat('iri', isIri);
  made.addFormat('base-iri', (text) => isIri(text) && text.endsWith('/'));
  for (const other of others) made.addSchema(other);
  return made;
}

function schemaFile(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(ontologyFile(`${name}.schema.json`), 'utf8')) as AnySchemaObject;
}

function isDigitsForInteger({ keyword, params, data }: ErrorObject): boolean {
  return (
    keyword === 'type' && params.type === 'integer' && typeof data === 'string' && /^\d{1,15}$/.test(data)
  );
}

function withNumber(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return Number(value);
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? withNumber(item, rest) : item));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [name]: withNumber(object[name], rest) };
}

function complaints(errors: readonly ErrorObject[]): readonly Complaint[] {
  return collapsed(errors).map((error) => {
    const key = faultyKey(error);
    if (key === undefined) return { pointer: error.instancePath, part: 'value', words: schemaWords(error) };
    const name = key.replaceAll('~', '~0').replaceAll('/', '~1');
    return { pointer: `${error.instancePath}/${name}`, part: 'key', words: schemaWords(error) };
  });
}

// Keywords whose own error sums up those of the schemas inside them.
const choices = new Set(['anyOf', 'oneOf', 'contains', 'not', 'propertyNames']);

/** One error for each mistake: a choice that fails stands for its branches, or gives way to the branch that was meant. */
function collapsed(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  let kept: readonly ErrorObject[] = errors.filter(({ keyword }) => keyword !== 'if');
  for (const choice of kept.filter(({ keyword }) => choices.has(keyword))) {
    if (!kept.includes(choice)) continue;
    const branches = kept.filter((error) => error !== choice && isInside(error, choice));
    const one = meant(choice, branches);
    kept = kept.flatMap((error) => (error === choice ? [one] : branches.includes(error) ? [] : [error]));
  }
  return kept;
}

function isInside(error: ErrorObject, choice: ErrorObject): boolean {
  if (error.schemaPath.startsWith(`${choice.schemaPath}/`)) return true;
  // Inside a branch that is a `$ref`, the path of the schema begins anew.
  const around = choice.schemaPath.slice(0, choice.schemaPath.lastIndexOf('/') + 1);
  const refers = JSON.stringify(choice.schema).includes('"$ref"');
  const below = `${error.instancePath}/`.startsWith(`${choice.instancePath}/`);
  return refers && below && !error.schemaPath.startsWith(around);
}

/** Of a failed choice, the branch that has the right type and fails further in; else the choice, with its branches. */
function meant(choice: ErrorObject, branches: readonly ErrorObject[]): ErrorObject {
  if (choice.keyword === 'propertyNames') return branches[0] ?? choice;
  if (choice.keyword !== 'anyOf' && choice.keyword !== 'oneOf') return choice;
  const isTop = ({ instancePath }: ErrorObject) => instancePath === choice.instancePath;
  const further = branches.filter((error) => !(isTop(error) && error.keyword === 'type'));
  const [deepest] = further.filter((error) => !isTop(error) || error.keyword !== 'required');
  if (deepest) return deepest;
  const missing = further.map(({ params }) => String(params.missingProperty));
  if (missing.length === 1 && further[0]) return further[0];
  const types = branches.flatMap(({ params }) => params.type ?? []);
  return { ...choice, params: { missing, types } };
}

import type { ErrorObject } from 'ajv/dist/2020.js';
import { isIri } from './iri.ts';
import { nearest } from './nearest.ts';
import type { Words } from './words.ts';

/** One sentence for an error of ajv: what was found and what was expected, without the place. Wants `verbose`. */
export function schemaWords(error: ErrorObject): Words {
  const say = sentences[error.keyword];
  return say ? say(error) : instead(error, { fr: `${error.message} (en anglais)`, en: `${error.message}` });
}

/** The key that an error is about, when the key itself is what is wrong. */
export function faultyKey({ params, propertyName }: ErrorObject): string | undefined {
  // ajv sets `propertyName` on what the schema of names says.
  const key = propertyName ?? params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
  return typeof key === 'string' ? key : undefined;
}

type Sentence = (error: ErrorObject) => Words;

const sentences: Readonly<Record<string, Sentence>> = {
  required: ({ params }) => missing([String(params.missingProperty)]),
  dependentRequired: ({ params }) => missing([String(params.missingProperty)]),
  additionalProperties: unknown,
  unevaluatedProperties: unknown,
  type: (error) => instead(error, oneOf([error.params.type].flat().map(typeWords))),
  enum: (error) => instead(error, allowed(error, error.params.allowedValues)),
  const: (error) => instead(error, allowed(error, [error.schema])),
  pattern: (error) => instead(error, shaped(error)),
  format: (error) => instead(error, formatWords(error)),
  minLength: (error) =>
    instead(error, { fr: 'un texte qui ne soit pas vide', en: 'a text that is not empty' }),
  minItems: (error) => instead(error, count(error, { fr: 'au moins', en: 'at least' })),
  maxItems: (error) => instead(error, count(error, { fr: 'au plus', en: 'at most' })),
  minProperties: (error) => instead(error, { fr: 'au moins une clé', en: 'at least one key' }),
  uniqueItems: () => ({
    fr: 'deux éléments de la liste sont les mêmes',
    en: 'two items of the list are the same',
  }),
  minimum: (error) => instead(error, { fr: `${error.schema} au moins`, en: `${error.schema} at least` }),
  maximum: (error) => instead(error, { fr: `${error.schema} au plus`, en: `${error.schema} at most` }),
  contains: (error) => {
    const one = pairs(error.schema);
    return {
      fr: `aucun élément de la liste n’a ${one || 'la forme attendue'}`,
      en: `no item of the list has ${one || 'the expected form'}`,
    };
  },
  not: () => ({ fr: 'cette valeur n’est pas admise ici', en: 'this value is not allowed here' }),
  anyOf: choice,
  oneOf: choice,
};

function choice(error: ErrorObject): Words {
  const { missing: names = [], types = [] } = error.params as {
    missing?: readonly string[];
    types?: readonly string[];
  };
  if (names.length > 0) return missing(names);
  if (types.length > 0) return instead(error, oneOf(types.map(typeWords)));
  return instead(error, { fr: 'une seule des formes permises', en: 'exactly one of the allowed forms' });
}

function missing(keys: readonly string[]): Words {
  const names = [...new Set(keys)];
  return {
    fr: `il manque ${names.map((key) => `« ${key} »`).join(' ou ')}`,
    en: `missing ${names.map((key) => `“${key}”`).join(' or ')}`,
  };
}

function unknown(error: ErrorObject): Words {
  const key = faultyKey(error) ?? '';
  const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
  return {
    fr: `clé « ${key} » inconnue${hint(key, known, 'fr')}`,
    en: `unknown key “${key}”${hint(key, known, 'en')}`,
  };
}

/** The right word that was perhaps meant, else all of them when they are few. */
function hint(word: string, known: readonly string[], language: keyof Words): string {
  const quoted = (text: string) => (language === 'fr' ? `« ${text} »` : `“${text}”`);
  const near = nearest(word, known);
  if (near !== undefined)
    return language === 'fr' ? ` ; voulait-on ${quoted(near)} ?` : `; did you mean ${quoted(near)}?`;
  if (known.length === 0 || known.length > 40) return '';
  return language === 'fr' ? ` ; connues : ${known.join(', ')}` : `; known: ${known.join(', ')}`;
}

function instead(error: ErrorObject, expected: Words): Words {
  const found = foundWords(error.data);
  return {
    fr: `trouvé ${found.fr}, attendu ${expected.fr}`,
    en: `found ${found.en}, expected ${expected.en}`,
  };
}

function foundWords(value: unknown): Words {
  if (value === undefined || value === null) return { fr: 'une valeur vide', en: 'an empty value' };
  if (Array.isArray(value))
    return value.length === 0
      ? { fr: 'une liste vide', en: 'an empty list' }
      : { fr: 'une liste', en: 'a list' };
  if (typeof value === 'object') {
    const keys = Object.keys(value).slice(0, 3).join(', ');
    return { fr: `un bloc de clés (${keys})`, en: `a block of keys (${keys})` };
  }
  if (value === '') return { fr: 'un texte vide', en: 'an empty text' };
  const text = String(value);
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return typeof value === 'string' ? { fr: `« ${short} »`, en: `“${short}”` } : { fr: short, en: short };
}

const typeNames: Readonly<Record<string, Words>> = {
  string: { fr: 'un texte', en: 'a text' },
  object: { fr: 'un bloc de clés', en: 'a block of keys' },
  array: { fr: 'une liste', en: 'a list' },
  integer: { fr: 'un nombre entier', en: 'a whole number' },
  number: { fr: 'un nombre', en: 'a number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  null: { fr: 'rien', en: 'nothing' },
};

function typeWords(name: string): Words {
  return typeNames[name] ?? { fr: name, en: name };
}

function oneOf(words: readonly Words[]): Words {
  const each = (language: keyof Words) => [...new Set(words.map((word) => word[language]))];
  return { fr: each('fr').join(' ou '), en: each('en').join(' or ') };
}

function allowed(error: ErrorObject, values: readonly unknown[]): Words {
  const words = values.map(String);
  const near = typeof error.data === 'string' && words.length > 1 ? nearest(error.data, words) : undefined;
  const list = words.join(', ');
  if (words.length === 1) return { fr: `« ${list} »`, en: `“${list}”` };
  if (near === undefined) return { fr: `un de : ${list}`, en: `one of: ${list}` };
  return { fr: `sans doute « ${near} » (un de : ${list})`, en: `probably “${near}” (one of: ${list})` };
}

function shaped({ schema, parentSchema }: ErrorObject): Words {
  const [example] = (parentSchema?.examples as readonly unknown[] | undefined) ?? [];
  if (typeof example === 'string')
    return { fr: `une forme comme « ${example} »`, en: `a form such as “${example}”` };
  return { fr: `la forme ${schema}`, en: `the form ${schema}` };
}

function formatWords({ schema, data }: ErrorObject): Words {
  if (schema === 'edtf')
    return {
      fr: 'une date EDTF comme 2023, 2023-06 ou 2023-06-15',
      en: 'an EDTF date such as 2023, 2023-06 or 2023-06-15',
    };
  if (schema === 'iri')
    return {
      fr: 'une adresse complète, comme https://orcid.org/',
      en: 'a full address, such as https://orcid.org/',
    };
  if (schema === 'base-iri') {
    const mended = mendedBase(String(data));
    return {
      fr: `une adresse qui commence par un schéma comme https:// et finit par « / »${mended ? ` : « ${mended} »` : ''}`,
      en: `an address that begins with a scheme such as https:// and ends with “/”${mended ? `: “${mended}”` : ''}`,
    };
  }
  return { fr: `le format ${schema}`, en: `the format ${schema}` };
}

function mendedBase(text: string): string | undefined {
  const whole = `${/^[a-z][a-z0-9+.-]*:/i.test(text) ? '' : 'https://'}${text}${text.endsWith('/') ? '' : '/'}`;
  return isIri(whole) ? whole : undefined;
}

function count({ schema, parentSchema }: ErrorObject, bound: Words): Words {
  if (schema === 1 && parentSchema?.minItems === 1)
    return { fr: 'au moins un élément', en: 'at least one item' };
  return { fr: `${bound.fr} ${schema} éléments`, en: `${bound.en} ${schema} items` };
}

/** `role: main`, for a schema that asks for constant values. */
function pairs(schema: unknown): string {
  const properties =
    (schema as { properties?: Readonly<Record<string, { const?: unknown }>> }).properties ?? {};
  return Object.entries(properties)
    .filter(([, { const: value }]) => value !== undefined)
    .map(([key, { const: value }]) => `${key}: ${String(value)}`)
    .join(', ');
}

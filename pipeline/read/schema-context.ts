import { isObject } from './json-part.ts';

/** What a term of a JSON-LD context stands for (JSON-LD 1.1, section 4.2), as far as schema.org needs it. */
export interface Term {
  /** As written: an IRI, a prefixed name, a keyword; undefined when the context takes the term out. */
  readonly iri: string | undefined;
  readonly type?: string | undefined;
  readonly container?: string | undefined;
  readonly language?: string | undefined;
}

/** What the keys of an object mean. Nothing is ever fetched: of addresses, those that mean schema.org are known. */
export interface Context {
  readonly vocab: string | undefined;
  /** Language of the texts that name none. */
  readonly language: string | undefined;
  readonly terms: ReadonlyMap<string, Term>;
  /** What keys were found to mean. */
  readonly names: Map<string, string>;
}

const vocabulary = 'https://schema.org/';
const aliases: ReadonlyMap<string, Term> = new Map([
  ['id', { iri: '@id' }],
  ['type', { iri: '@type' }],
]);

/** No context: only full IRIs mean something. */
export const noContext: Context = {
  vocab: undefined,
  language: undefined,
  terms: new Map(),
  names: new Map(),
};

/** schema.org's own context, in which `id` and `type` need no `@`. */
const schemaContext: Context = {
  vocab: vocabulary,
  language: undefined,
  terms: aliases,
  names: new Map(),
};

// CodeMeta and RO-Crate are schema.org with a few terms more.
const known =
  /^(?:https?:\/\/(?:www\.)?schema\.org(?:\/|$)|https?:\/\/(?:doi\.org\/10\.5063\/schema\/|w3id\.org\/)(?:codemeta|ro\/crate)[-/])/i;

/** The context inside an object that says `@context`, within the one around it. */
export function contextOf(value: unknown, around: Context): Context {
  if (typeof value === 'string') {
    if (!known.test(value)) return around;
    return around === noContext || around === schemaContext
      ? schemaContext
      : { ...around, vocab: vocabulary, terms: new Map([...around.terms, ...aliases]), names: new Map() };
  }
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.reduce<Context>(
      (inner, each) => (Array.isArray(each) ? inner : contextOf(each, inner)),
      around,
    );
  }
  if (!isObject(value)) return value === null ? noContext : around;
  const terms = new Map(around.terms);
  for (const key in value) if (!key.startsWith('@')) terms.set(key, termOf(value[key]));
  const { '@vocab': vocab, '@language': language } = value;
  return {
    vocab: typeof vocab === 'string' ? vocab : vocab === null ? undefined : around.vocab,
    language: typeof language === 'string' ? language : language === null ? undefined : around.language,
    terms,
    names: new Map(),
  };
}

function termOf(value: unknown): Term {
  if (typeof value === 'string') return { iri: value };
  if (!isObject(value)) return { iri: undefined };
  const { '@id': id, '@type': type, '@container': container, '@language': language } = value;
  return {
    iri: typeof id === 'string' ? id : undefined,
    type: typeof type === 'string' ? type : undefined,
    container: Array.isArray(container)
      ? String(container[0])
      : typeof container === 'string'
        ? container
        : undefined,
    language: typeof language === 'string' ? language : undefined,
  };
}

/** The term that a key is, when the context defines it. */
export function termAt(key: string, { terms }: Context): Term | undefined {
  return terms.get(key);
}

/**
 * What a key or a type means: schema.org's own name (`name`, whatever its namespace or prefix), a keyword (`@id`), or
 * for another vocabulary the key as written; `_:key` when nothing says what it means.
 */
export function nameOf(key: string, context: Context): string {
  if (key.startsWith('@')) return key;
  const found = context.names.get(key);
  if (found !== undefined) return found;
  const name = named(key, context);
  context.names.set(key, name);
  return name;
}

/** Whether a key is schema.org's own name or a keyword, and its value as it stands. */
export function isPlain(key: string, context: Context): boolean {
  return nameOf(key, context) === key && !context.terms.has(key);
}

const ofSchema = /^https?:\/\/(?:www\.)?schema\.org\/([A-Za-z][\w-]*)$/i;

function named(key: string, context: Context): string {
  const iri = expanded(key, context, 0);
  if (iri === undefined) return `_:${key}`;
  const local = ofSchema.exec(iri)?.[1];
  if (local !== undefined || iri.startsWith('@')) return local ?? iri;
  return key.includes(':') ? key : iri;
}

// A term that is defined by a term, and so on, may come back to itself.
const deepest = 8;

function expanded(key: string, context: Context, depth: number): string | undefined {
  if (depth > deepest || key.startsWith('@')) return key;
  const term = context.terms.get(key);
  if (term?.iri !== undefined && term.iri !== key) return expanded(term.iri, context, depth + 1);
  const colon = key.indexOf(':');
  if (colon < 0) return context.vocab === undefined ? undefined : expandedVocab(context, depth) + key;
  const [prefix, rest] = [key.slice(0, colon), key.slice(colon + 1)];
  if (rest.startsWith('//')) return key;
  const stem = context.terms.get(prefix)?.iri ?? (prefix === 'schema' ? vocabulary : undefined);
  return stem === undefined ? key : expanded(stem, context, depth + 1) + rest;
}

/** `@vocab` may itself be a prefix: `"@vocab": "schema:"`. */
function expandedVocab({ vocab = '', terms, ...rest }: Context, depth: number): string {
  if (!/^[\w-]*:$/.test(vocab)) return vocab.endsWith('/') || vocab.endsWith('#') ? vocab : `${vocab}/`;
  return expanded(vocab, { ...rest, vocab: undefined, terms }, depth + 1) ?? vocab;
}

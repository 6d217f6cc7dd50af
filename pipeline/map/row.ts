import { precision, yearOf } from '../base/edtf.ts';
import { plainText } from '../base/plain-text.ts';
import type { Sink } from '../base/sink.ts';
import { dcterms, rdf, type Term, xsd } from '../base/terms.ts';
import type { Words } from '../base/words.ts';
import type { Edtf, LangText } from '../base/work.ts';

/** Where local ids are resolved. */
export interface Place {
  /** Base IRI of the lab, ends with `/`. */
  readonly base: string;
  /** IRI of the thing that is described; its own nodes are named below it. */
  readonly iri: string;
}

/** A way to say a value in RDF. */
export interface Say<V> {
  readonly label: Words;
  /** Says the value by each of the terms. */
  say(sink: Sink, terms: readonly Term[], value: V, place: Place): void;
}

/** One field of a thing, how it is said, and every property that says it. */
export interface Row<T> {
  readonly field: string;
  readonly label: Words;
  readonly terms: readonly Term[];
  /** Whether the row says something even of a thing that has nothing in the field. */
  readonly always?: boolean | undefined;
  /** The lines of the nodes below, for a row that opens some. */
  readonly below?: readonly Row<never>[] | undefined;
  apply(thing: T, place: Place, sink: Sink): void;
  /** Says the nodes that the row opened. */
  descend?(thing: T, place: Place, sink: Sink): void;
}

/** A path that begins with a field of the thing. */
export type FieldOf<T> = (keyof T & string) | `${keyof T & string}.${string}`;

/** The field that a path begins with. */
type Head<Path extends string> = Path extends `${infer First}.${string}` ? First : Path;

/** The part of a thing that a row may look at: its own field, without which it is passed over. */
type Own<T, Path extends string> = Pick<NoInfer<T>, Head<Path> & keyof NoInfer<T>>;

/** A field said with the same value by each of the terms. `of` gives no value, one, or several. */
export function row<T, Path extends FieldOf<T>, V>(
  field: Path,
  of: (thing: Own<T, Path>) => V | readonly V[] | undefined,
  how: Say<V>,
  terms: readonly Term[],
): Row<T> {
  return { ...wide(field, of as (thing: T) => V | readonly V[] | undefined, how, terms), always: false };
}

/** A row that looks at several fields, named by the first, and so is never passed over. */
export function wide<T, V>(
  field: FieldOf<T>,
  of: (thing: T) => V | readonly V[] | undefined,
  how: Say<V>,
  terms: readonly Term[],
): Row<T> {
  return {
    field,
    label: how.label,
    terms,
    always: true,
    apply(thing, place, sink) {
      const values = of(thing);
      if (values === undefined) return;
      if (!isList(values)) how.say(sink, terms, values, place);
      else for (const value of values) how.say(sink, terms, value, place);
    },
  };
}

/** The classes of a thing that are known from the field it stands in. */
export function classes<T>(field: FieldOf<T>, ...names: readonly Term[]): Row<T> {
  const terms = [rdf('type')];
  return {
    field,
    label: term.label,
    terms,
    always: true,
    apply(_thing, place, sink) {
      for (const name of names) term.say(sink, terms, name, place);
    },
  };
}

/** Parts of the thing as nodes below it (`…#signature-1`), linked by the terms and described by rows of their own. */
export function below<T, Path extends FieldOf<T>, P>(
  field: Path,
  parts: (thing: Own<T, Path>) => readonly P[],
  fragment: (part: P, index: number) => string,
  terms: readonly Term[],
  rows: readonly Row<P>[],
): Row<T> {
  const describe = compile(rows);
  return {
    field,
    label: { fr: 'nœud', en: 'node' },
    terms,
    below: rows as readonly Row<never>[],
    apply(thing, place, sink) {
      let index = 0;
      for (const part of parts(thing)) {
        const node = `${place.iri}#${fragment(part, index)}`;
        for (const term of terms) sink.iri(term, node);
        index += 1;
      }
    },
    descend(thing, place, sink) {
      let index = 0;
      for (const part of parts(thing)) {
        describe(part, { base: place.base, iri: `${place.iri}#${fragment(part, index)}` }, sink);
        index += 1;
      }
    },
  };
}

/** Local ids as an `rdf:List` whose cells have IRIs below the thing (`…#authors-1`), for no node may be blank. */
export function list<T, Path extends FieldOf<T>>(
  field: Path,
  of: (thing: Own<T, Path>) => readonly string[],
  name: string,
  term: Term,
  cell: { readonly first: Term; readonly rest: Term; readonly nil: Term },
): Row<T> {
  return {
    field,
    label: { fr: 'liste ordonnée', en: 'ordered list' },
    terms: [term],
    apply(thing: Own<T, Path>, place, sink) {
      if (of(thing).length > 0) sink.iri(term, `${place.iri}#${name}-1`);
    },
    descend(thing, place, sink) {
      const ids = of(thing);
      for (const [index, id] of ids.entries()) {
        const last = index === ids.length - 1;
        sink.subject(`${place.iri}#${name}-${index + 1}`);
        sink.iri(cell.first, place.base + id);
        sink.iri(cell.rest, last ? cell.nil.iri : `${place.iri}#${name}-${index + 2}`);
      }
    },
  };
}

/**
 * The rows as one function, made once and then only applied. Rows are passed over together when the thing has nothing
 * in the field that they speak of, for most fields of most things are empty.
 */
export function compile<T>(rows: readonly Row<T>[]): (thing: T, place: Place, sink: Sink) => void {
  const groups: { readonly key: keyof T | undefined; readonly rows: Row<T>[] }[] = [];
  for (const each of rows) {
    const key = each.always ? undefined : (each.field.split('.')[0] as keyof T);
    const last = groups.at(-1);
    if (last && last.key === key) last.rows.push(each);
    else groups.push({ key, rows: [each] });
  }
  const parents = groups.filter(({ rows: some }) => some.some(({ descend }) => descend));
  return (thing, place, sink) => {
    sink.subject(place.iri);
    for (const { key, rows: some } of groups) {
      if (key !== undefined && isSilent(thing[key])) continue;
      for (const each of some) each.apply(thing, place, sink);
    }
    for (const { key, rows: some } of parents) {
      if (key !== undefined && isSilent(thing[key])) continue;
      for (const each of some) each.descend?.(thing, place, sink);
    }
  };
}

function isSilent(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

const types = {
  integer: xsd('integer'),
  boolean: xsd('boolean'),
  dateTime: xsd('dateTime'),
  year: xsd('gYear'),
  month: xsd('gYearMonth'),
  day: xsd('date'),
};

/** A text with its language tag when the language is known; `mul` and `und` are no tags (crosswalk 4.2). */
export const text: Say<LangText> = {
  label: { fr: 'texte et sa langue', en: 'text with its language' },
  say(sink, terms, value) {
    const plain = plainText(value);
    const { lang } = value;
    const tag = lang && lang !== 'mul' && lang !== 'und' ? lang : undefined;
    for (const each of terms) {
      if (tag === undefined) sink.literal(each, plain);
      else sink.language(each, plain, tag);
    }
  },
};

export const string: Say<string> = {
  label: { fr: 'chaîne', en: 'string' },
  say(sink, terms, value) {
    for (const each of terms) sink.literal(each, value);
  },
};

export const iri: Say<string> = {
  label: { fr: 'IRI', en: 'IRI' },
  say(sink, terms, value) {
    for (const each of terms) sink.iri(each, value);
  },
};

/** A local id, resolved against the base. */
export const local: Say<string> = {
  label: { fr: 'IRI du labo', en: 'IRI of the lab' },
  say(sink, terms, value, place) {
    const address = place.base + value;
    for (const each of terms) sink.iri(each, address);
  },
};

export const term: Say<Term> = {
  label: { fr: 'terme', en: 'term' },
  say(sink, terms, value) {
    for (const each of terms) sink.iri(each, value.iri);
  },
};

export const integer: Say<number> = {
  label: { fr: 'entier', en: 'integer' },
  say: (sink, terms, value) => typed(sink, terms, String(value), types.integer),
};

export const boolean: Say<boolean> = {
  label: { fr: 'booléen', en: 'boolean' },
  say: (sink, terms, value) => typed(sink, terms, String(value), types.boolean),
};

export const dateTime: Say<string> = {
  label: { fr: 'xsd:dateTime', en: 'xsd:dateTime' },
  say: (sink, terms, value) => typed(sink, terms, value, types.dateTime),
};

function typed(sink: Sink, terms: readonly Term[], value: string, datatype: Term): void {
  for (const each of terms) sink.typed(each, value, datatype);
}

/**
 * A date typed by its precision (crosswalk D2). An interval, a season or an approximate date has no such type: it is
 * a plain literal of `dcterms:date`, and the property itself gets the year when there is only one.
 */
export const date: Say<Edtf> = {
  label: { fr: 'date selon sa précision', en: 'date by its precision' },
  say(sink, terms, value) {
    const known = precision(value);
    if (known !== undefined && known !== 'other') {
      typed(sink, terms, value, types[known]);
      return;
    }
    const year = /[~?%]$/.test(value) ? undefined : yearOf(value);
    for (const each of terms) {
      // Said once, for the first of the properties that share the row.
      if (each.prefix === 'dcterms') sink.literal(dcterms('date'), value);
      if (year) sink.typed(each, year, types.year);
    }
  },
};

function isList<V>(values: V | readonly V[]): values is readonly V[] {
  return Array.isArray(values);
}

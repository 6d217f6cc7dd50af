import { precision, yearOf } from '../base/edtf.ts';
import { plainText } from '../base/plain-text.ts';
import type { Sink } from '../base/sink.ts';
import { dcterms, type Term, xsd } from '../base/terms.ts';
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
  say(sink: Sink, term: Term, value: V, place: Place): void;
}

/** One field of a thing, how it is said, and every property that says it. */
export interface Row<T> {
  readonly field: string;
  readonly label: Words;
  readonly terms: readonly Term[];
  /** The lines of the nodes below, for a row that opens some. */
  readonly below?: readonly Row<never>[] | undefined;
  apply(thing: T, place: Place, sink: Sink): void;
  /** Says the nodes that the row opened. */
  descend?(thing: T, place: Place, sink: Sink): void;
}

/** A path that begins with a field of the thing. */
export type FieldOf<T> = (keyof T & string) | `${keyof T & string}.${string}`;

/** A field said with the same value by each of the terms. `of` gives no value, one, or several. */
export function row<T, V>(
  field: FieldOf<T>,
  of: (thing: T) => V | readonly V[] | undefined,
  how: Say<V>,
  terms: readonly Term[],
): Row<T> {
  return {
    field,
    label: how.label,
    terms,
    apply(thing, place, sink) {
      const values = of(thing);
      if (values === undefined) return;
      for (const value of isList(values) ? values : [values]) {
        for (const term of terms) how.say(sink, term, value, place);
      }
    },
  };
}

/** Parts of the thing as nodes below it (`…#signature-1`), linked by the terms and described by rows of their own. */
export function below<T, P>(
  field: FieldOf<T>,
  parts: (thing: T) => readonly P[],
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
      for (const [index, part] of parts(thing).entries()) {
        for (const term of terms) sink.iri(term, `${place.iri}#${fragment(part, index)}`);
      }
    },
    descend(thing, place, sink) {
      for (const [index, part] of parts(thing).entries()) {
        describe(part, { base: place.base, iri: `${place.iri}#${fragment(part, index)}` }, sink);
      }
    },
  };
}

/** Local ids as an `rdf:List` whose cells have IRIs below the thing (`…#authors-1`), for no node may be blank. */
export function list<T>(
  field: FieldOf<T>,
  of: (thing: T) => readonly string[],
  name: string,
  term: Term,
  cell: { readonly first: Term; readonly rest: Term; readonly nil: Term },
): Row<T> {
  return {
    field,
    label: { fr: 'liste ordonnée', en: 'ordered list' },
    terms: [term],
    apply(thing, place, sink) {
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

/** The rows as one function, made once and then only applied. */
export function compile<T>(rows: readonly Row<T>[]): (thing: T, place: Place, sink: Sink) => void {
  const parents = rows.filter((each) => each.descend);
  return (thing, place, sink) => {
    sink.subject(place.iri);
    for (const each of rows) each.apply(thing, place, sink);
    for (const each of parents) each.descend?.(thing, place, sink);
  };
}

/** A text with its language tag when the language is known; `mul` and `und` are no tags (crosswalk 4.2). */
export const text: Say<LangText> = {
  label: { fr: 'texte et sa langue', en: 'text with its language' },
  say(sink, term, value) {
    const plain = plainText(value);
    if (value.lang && value.lang !== 'mul' && value.lang !== 'und') sink.language(term, plain, value.lang);
    else sink.literal(term, plain);
  },
};

export const string: Say<string> = {
  label: { fr: 'chaîne', en: 'string' },
  say: (sink, term, value) => sink.literal(term, value),
};

export const iri: Say<string> = {
  label: { fr: 'IRI', en: 'IRI' },
  say: (sink, term, value) => sink.iri(term, value),
};

/** A local id, resolved against the base. */
export const local: Say<string> = {
  label: { fr: 'IRI du labo', en: 'IRI of the lab' },
  say: (sink, term, value, place) => sink.iri(term, place.base + value),
};

export const term: Say<Term> = {
  label: { fr: 'terme', en: 'term' },
  say: (sink, property, value) => sink.iri(property, value.iri),
};

export const integer: Say<number> = {
  label: { fr: 'entier', en: 'integer' },
  say: (sink, property, value) => sink.typed(property, String(value), xsd('integer')),
};

export const boolean: Say<boolean> = {
  label: { fr: 'booléen', en: 'boolean' },
  say: (sink, property, value) => sink.typed(property, String(value), xsd('boolean')),
};

export const dateTime: Say<string> = {
  label: { fr: 'xsd:dateTime', en: 'xsd:dateTime' },
  say: (sink, property, value) => sink.typed(property, value, xsd('dateTime')),
};

const datatypes = { year: xsd('gYear'), month: xsd('gYearMonth'), day: xsd('date') };

/**
 * A date typed by its precision (crosswalk D2). An interval, a season or an approximate date has no such type: it is
 * a plain literal of `dcterms:date`, and the property itself gets the year when there is only one.
 */
export const date: Say<Edtf> = {
  label: { fr: 'date selon sa précision', en: 'date by its precision' },
  say(sink, property, value) {
    const known = precision(value);
    if (known !== undefined && known !== 'other') {
      sink.typed(property, value, datatypes[known]);
      return;
    }
    // Said once, for the first of the properties that share the row.
    if (property.prefix === 'dcterms') sink.literal(dcterms('date'), value);
    const year = /[~?%]$/.test(value) ? undefined : yearOf(value);
    if (year) sink.typed(property, year, datatypes.year);
  },
};

function isList<V>(values: V | readonly V[]): values is readonly V[] {
  return Array.isArray(values);
}

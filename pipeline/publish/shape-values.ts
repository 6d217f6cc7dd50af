import type { Term } from '@rdfjs/types';
import { rdf, xsd } from '../base/terms.ts';

/** The value of a property, and each node that a shape may be about. */
export interface Value {
  readonly kind: 'iri' | 'literal';
  readonly value: string;
  /** IRI of the datatype; that of an IRI is empty. */
  readonly datatype: string;
  /** BCP 47 in lower case, or empty. */
  readonly tag: string;
}

export const integer = xsd('integer').iri;
export const integerForm = /^-?\d{1,15}$/;

/** What the values of a datatype look like; those that we write, which is less than XML Schema allows. */
export const forms: ReadonlyMap<string, RegExp> = new Map([
  [xsd('string').iri, /(?:)/],
  [rdf('langString').iri, /(?:)/],
  [integer, integerForm],
  [xsd('boolean').iri, /^(?:true|false)$/],
  [xsd('gYear').iri, /^\d{4}$/],
  [xsd('gYearMonth').iri, /^\d{4}-\d\d$/],
  [xsd('date').iri, /^\d{4}-\d\d-\d\d$/],
  [xsd('dateTime').iri, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?$/],
]);

/** Whether two lists of distinct values hold the same. */
export function areSame(one: readonly Value[], other: readonly Value[]): boolean {
  if (one.length !== other.length) return false;
  const [a, b] = [one[0], other[0]];
  if (a === undefined || b === undefined) return true;
  if (one.length === 1) return isSame(a, b);
  const keys = new Set(one.map(keyOf));
  return other.every((each) => keys.has(keyOf(each)));
}

const isSame = (a: Value, b: Value) =>
  a.value === b.value && a.datatype === b.datatype && a.tag === b.tag && a.kind === b.kind;

/** What tells a value from all others. */
export const keyOf = ({ value, datatype, tag }: Value) => `${tag} ${datatype} ${value}`;

/** Each value once. */
export function distinct(values: readonly Value[]): Value[] {
  return [...new Map(values.map((each) => [keyOf(each), each])).values()];
}

/** A term of a graph as a value. */
export function valueOfTerm(term: Term): Value {
  return term.termType === 'Literal'
    ? {
        kind: 'literal',
        value: term.value,
        datatype: term.datatype.value,
        tag: term.language.toLowerCase(),
      }
    : { kind: 'iri', value: term.value, datatype: '', tag: '' };
}

import { type Answer, row } from '../competency/answer.ts';

/** SPARQL 1.1 Query Results JSON Format, section 3. */
export interface SparqlJson {
  readonly boolean?: boolean | undefined;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, Value>>[] } | undefined;
}

interface Value {
  readonly type: 'uri' | 'literal' | 'bnode';
  readonly value: string;
}

/** Rows of plain texts, or yes or no. */
export function answerOf({ boolean, results }: SparqlJson): Answer {
  if (boolean !== undefined) return { ask: boolean };
  const solutions = (results?.bindings ?? []).map((solution) => Object.entries(solution));
  return { rows: solutions.map((solution) => row(solution.map(([name, value]) => [name, termOf(value)]))) };
}

function termOf({ type, value }: Value) {
  return { termType: type === 'uri' ? 'NamedNode' : type, value };
}

import type { Store } from 'oxigraph';

/** What an engine says to a question: rows of plain texts, or yes or no. */
export type Answer = { readonly rows: readonly Row<string>[] } | { readonly ask: boolean };

/**
 * What it should say. A list of texts stands for a column in which the query joins a set (`GROUP_CONCAT`): the order
 * in it is free, and an empty set may be an empty text or no value. `free`: columns of IRIs that each graph may mint
 * in its own way, not compared.
 */
export type Expected =
  | {
      readonly ordered: boolean;
      readonly free?: readonly string[] | undefined;
      readonly rows: readonly Row<string | readonly string[]>[];
    }
  | { readonly ask: boolean };

/** Variable → value; a variable without value is absent. */
export type Row<Cell> = Readonly<Record<string, Cell>>;

/** The part of an RDF/JS term that an answer needs. */
export interface Term {
  readonly termType: string;
  readonly value: string;
}

/** Asks Oxigraph. The default graph is the union of all graphs: whoever loads N-Quads need not know their names. */
export function answer(query: string, store: Store): Answer {
  const result = store.query(query, { use_default_graph_as_union: true });
  if (typeof result === 'boolean') return { ask: result };
  if (typeof result === 'string') throw new Error('expected solutions, found a serialised result');

  const solutions = result.map((solution) => {
    if (solution instanceof Map) return row(solution);
    throw new Error('expected SELECT or ASK, found CONSTRUCT or DESCRIBE');
  });
  return { rows: solutions };
}

/** One solution as a row: IRIs cut to their last segment, so that the base of the graph does not matter. */
export function row(solution: Iterable<readonly [string, Term]>): Row<string> {
  return Object.fromEntries(
    Array.from(solution, ([variable, { termType, value }]) => [
      variable,
      termType === 'NamedNode' ? lastSegment(value) : value,
    ]),
  );
}

/** What is wrong with an answer, in one text; undefined when it is the expected one. */
export function same(actual: Answer, expected: Expected): string | undefined {
  if ('ask' in expected || 'ask' in actual) {
    const [found, wanted] = [actual, expected].map((side) => ('ask' in side ? String(side.ask) : 'rows'));
    return found === wanted ? undefined : `expected ${wanted}, found ${found}`;
  }

  const { free = [], ordered } = expected;
  const sets = expected.rows.flatMap((each) =>
    Object.keys(each).filter((name) => typeof each[name] !== 'string'),
  );
  const wanted = expected.rows.map((each) => line(each, sets, free));
  const found = actual.rows.map((each) => line(each, sets, free));

  const missing = without(wanted, found);
  const added = without(found, wanted);
  if (missing.length + added.length > 0) {
    return [...missing.map((each) => `missing ${each}`), ...added.map((each) => `not expected ${each}`)].join(
      '\n',
    );
  }
  const astray = ordered ? wanted.findIndex((each, index) => each !== found[index]) : -1;
  return astray < 0 ? undefined : `row ${astray + 1}: expected ${wanted[astray]}, found ${found[astray]}`;
}

function lastSegment(iri: string): string {
  return iri.slice(iri.lastIndexOf('/') + 1);
}

/** A row as one text that equals that of any row with the same meaning. */
function line(
  cells: Row<string | readonly string[]>,
  sets: readonly string[],
  free: readonly string[],
): string {
  const joined = sets.map((name) => [name, members(cells[name] ?? [])] as const);
  const columns = Object.entries({ ...cells, ...Object.fromEntries(joined) });
  return JSON.stringify(Object.fromEntries(columns.filter(([name]) => !free.includes(name)).sort(byName)));
}

// The separators of the questions; neither is part of an ISSN or a media type.
function members(cell: string | readonly string[]): readonly string[] {
  const all = typeof cell === 'string' ? cell.split(/, | \+ /).filter(Boolean) : cell;
  return all.toSorted();
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is left of a bag when another is taken out of it. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

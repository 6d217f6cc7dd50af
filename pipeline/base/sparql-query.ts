import { sparqlTokens } from './sparql-tokens.ts';
import { namespaces } from './terms.ts';

/** A keyword, a number or a brace of a query. */
interface Token {
  /** In capitals, as keywords have no case. */
  readonly text: string;
  readonly start: number;
  /** How many braces it is in. */
  readonly depth: number;
}

function tokensOf(sparql: string): readonly Token[] {
  let depth = 0;
  const found: Token[] = [];
  for (const { kind, text, at: start } of sparqlTokens(sparql)) {
    if (kind !== 'word' && kind !== 'brace' && !/^\d/.test(text)) continue;
    if (text === '}') depth -= 1;
    found.push({ text: text.toUpperCase(), start, depth });
    if (text === '{') depth += 1;
  }
  return found;
}

const reading = ['SELECT', 'ASK', 'CONSTRUCT', 'DESCRIBE'] as const;
const writing = [
  'INSERT',
  'DELETE',
  'LOAD',
  'CLEAR',
  'CREATE',
  'DROP',
  'COPY',
  'MOVE',
  'ADD',
  'WITH',
] as const;

/** What a query asks for, or what of SPARQL Update it is. */
export type Form = (typeof reading)[number] | (typeof writing)[number];

/** A query as far as its keywords tell. What is no query at all is left to the engine to refuse. */
export interface SparqlQuery {
  readonly form: Form | undefined;
  readonly isUpdate: boolean;
  /** Has the query a dataset of its own (`FROM`)? */
  readonly namesItsGraphs: boolean;
  /** Would it ask another server (`SERVICE`)? */
  readonly asksOthers: boolean;
  /** Does it give orders to an engine before it begins (`DEFINE`, as Virtuoso has them)? */
  readonly hasOrders: boolean;
  /** The query with no more rows than this. */
  limitedTo(rows: number): string;
}

export function sparqlQuery(sparql: string): SparqlQuery {
  const found = tokensOf(sparql);
  const has = (keyword: string) => found.some(({ text }) => text === keyword);
  const form = found.map(({ text }) => text).find(isForm);
  return {
    form,
    isUpdate: writing.some((each) => each === form),
    namesItsGraphs: has('FROM'),
    asksOthers: has('SERVICE'),
    hasOrders: has('DEFINE'),
    limitedTo: (rows) => limited(sparql, found, rows),
  };
}

function isForm(text: string): text is Form {
  return [...reading, ...writing].some((each) => each === text);
}

/**
 * `LIMIT` stands after the last brace, before `VALUES` at most (section 19.8, rules 18 and 28). A smaller one of the query's
 * own is left.
 */
function limited(sparql: string, found: readonly Token[], rows: number): string {
  const outer = found.filter(({ depth }) => depth === 0);
  const at = outer.findIndex(({ text }) => text === 'LIMIT');
  const number = outer[at + 1];
  if (at >= 0 && number !== undefined) {
    if (!/^\d/.test(number.text) || Number(number.text) <= rows) return sparql;
    const end = number.start + number.text.length;
    return `${sparql.slice(0, number.start)}${rows}${sparql.slice(end)}`;
  }
  const values = outer.find(({ text }) => text === 'VALUES');
  // On a line of its own, for the last one may be a comment.
  if (values === undefined) return `${sparql}\nLIMIT ${rows}`;
  return `${sparql.slice(0, values.start)}LIMIT ${rows} ${sparql.slice(values.start)}`;
}

/** Declarations, on a line of their own, of the prefixes of our vocabularies that a query uses and does not declare. */
export function prefixesFor(sparql: string): string {
  const missing = Object.entries(namespaces).filter(
    ([prefix]) =>
      new RegExp(`(?:^|[^\\w<])${prefix}:\\w`).test(sparql) &&
      !new RegExp(`prefix\\s+${prefix}:`, 'i').test(sparql),
  );
  const line = missing.map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`).join(' ');
  return line && `${line}\n`;
}

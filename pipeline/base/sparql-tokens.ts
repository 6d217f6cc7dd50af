/** A token of SPARQL 1.1 (section 19.8); comments and white space are none. */
export interface SparqlToken {
  readonly kind: 'open' | 'close' | 'brace' | 'word' | 'value' | 'name' | 'sign';
  readonly text: string;
  /** Where it begins in the query. */
  readonly at: number;
}

// What bears other people's words is one token: texts, IRIs, comments, variables, names.
const tokens =
  /#[^\n\r]*|"""(?:[^\\]|\\.)*?"""|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^<>"{}|^`\\\s]*>|[?$][\p{L}\p{N}\p{M}_\u00b7]+|@[A-Za-z][A-Za-z0-9-]*|(?:[\p{L}_][\p{L}\p{N}\p{M}\u00b7_.-]*)?:(?:[\p{L}\p{N}\p{M}\u00b7_:.%-]|\\\S)*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[A-Za-z_][A-Za-z0-9_]*|&&|\|\||\^\^|[<>!]=|\S/gsu;

/** The tokens of a query, in its order. What is no SPARQL at all is cut in some way too. */
export function sparqlTokens(sparql: string): readonly SparqlToken[] {
  return [...sparql.matchAll(tokens)].flatMap(({ 0: text, index: at }): readonly SparqlToken[] =>
    text.startsWith('#') ? [] : [{ kind: kindOf(text), text, at }],
  );
}

function kindOf(text: string): SparqlToken['kind'] {
  if (text === '(') return 'open';
  if (text === ')') return 'close';
  if (text === '{' || text === '}') return 'brace';
  if (/^(?:["'?$]|\.?\d)/.test(text) && text !== '?') return 'value';
  if (/^<.*>$|^[^@]*:/.test(text)) return 'name';
  return /^[A-Za-z_]/.test(text) ? 'word' : 'sign';
}

import { type SparqlToken, sparqlTokens } from './sparql-tokens.ts';

interface Token extends SparqlToken {
  /** Of a bracket or a brace that opens: the place in the list after the one that closes it. */
  after?: number;
}

function tokensOf(sparql: string): readonly Token[] {
  const all: readonly Token[] = sparqlTokens(sparql);
  for (const [opening, closing] of ['()', '{}']) {
    const open: Token[] = [];
    all.forEach((token, at) => {
      if (token.text === opening) open.push(token);
      const opened = token.text === closing ? open.pop() : undefined;
      if (opened) opened.after = at + 1;
    });
  }
  return all;
}

/**
 * The query with its sums and quotients in brackets, from left to right as SPARQL has them (section 17.2, operators group to
 * the left): the engine takes them from right to left, and `10 - 3 - 2` for 9. Whatever is no chain of them stays as it is.
 */
export function bracketed(sparql: string): string {
  const all = tokensOf(sparql);
  const marks: (readonly [at: number, mark: '(' | ')'])[] = [];
  for (const group of expressionsIn(all))
    for (const run of runsOf(group, all)) marks.push(...marksOf(run, sparql));
  marks.sort(([a, x], [b, y]) => a - b || (x === y ? 0 : x === ')' ? -1 : 1));
  let text = '';
  let done = 0;
  for (const [at, mark] of marks) {
    text += sparql.slice(done, at) + mark;
    done = at;
  }
  return text + sparql.slice(done);
}

/** Tokens beside each other, by their places in the list: those between two brackets, or one side of an operator. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const isWord = (token: Token | undefined, words: RegExp) => token?.kind === 'word' && words.test(token.text);

/** The groups in which expressions stand, those inside them included; lists of a pattern look the same and are none. */
function expressionsIn(all: readonly Token[]): readonly Span[] {
  const groups: Span[] = [];
  const open: { readonly from: number; readonly isExpression: boolean }[] = [];
  // Whether a bracket that opens here holds an expression: after FILTER once, in SELECT and after BY until a pattern begins.
  let expected: 'no' | 'once' | 'all' = 'no';
  all.forEach((token, at) => {
    if (token.kind === 'open') {
      const isExpression = open.at(-1)?.isExpression || expected !== 'no';
      open.push({ from: at + 1, isExpression });
      if (expected === 'once') expected = 'no';
    } else if (token.kind === 'close') {
      const group = open.pop();
      if (group?.isExpression) groups.push({ from: group.from, to: at });
    } else if (token.kind === 'brace') {
      // A pattern inside an expression, such as that of EXISTS, is one of its own.
      if (token.text === '{') open.push({ from: at + 1, isExpression: false });
      else open.pop();
      expected = 'no';
    } else if (isWord(token, /^(?:FILTER|BIND)$/i)) expected = 'once';
    else if (isWord(token, /^(?:SELECT|BY|HAVING)$/i)) expected = 'all';
    else if (isWord(token, /^(?:WHERE|FROM|LIMIT|OFFSET|VALUES)$/i)) expected = 'no';
  });
  return groups;
}

/** From one character of the query to another. */
type Stretch = readonly [start: number, end: number];

/** Operands, and the operators between them. */
interface Run {
  readonly operands: readonly Stretch[];
  readonly operators: readonly string[];
}

/** The chains of operators at the level of a group. */
function runsOf({ from, to }: Span, all: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  let operands: Span[] = [];
  let operators: string[] = [];
  const finish = () => {
    const places = operands.map(
      (operand) => [startOf(all[operand.from]), endOf(all[operand.to - 1])] as const,
    );
    if (operators.length > 1) runs.push({ operands: places, operators });
    operands = [];
    operators = [];
  };
  let at = from;
  while (at < to) {
    // A pattern, whose slashes are those of paths.
    if (all[at]?.text === '{') {
      finish();
      at = closing(at, all);
      continue;
    }
    const operand = operandAt(at, to, all);
    if (operand === undefined) {
      finish();
      at = Math.max(afterSigns(at, to, all), at + 1);
      continue;
    }
    operands.push(operand);
    at = operand.to;
    const sign = all[at];
    if (sign?.kind === 'sign' && /^[-+*/]$/.test(sign.text) && at < to && operandAt(at + 1, to, all)) {
      operators.push(sign.text);
      at += 1;
    } else finish();
  }
  finish();
  return runs;
}

const startOf = (token: Token | undefined) => token?.at ?? 0;
const endOf = (token: Token | undefined) => (token?.at ?? 0) + (token?.text.length ?? 0);

/** A value, a call or a bracket that begins at a place, its signs included. */
function operandAt(from: number, to: number, all: readonly Token[]): Span | undefined {
  const at = afterSigns(from, to, all);
  const token = at < to ? all[at] : undefined;
  if (token?.kind === 'open') return { from, to: closing(at, all) };
  if (token?.kind === 'value') {
    const next = all[at + 1];
    if (next?.text === '^^') return { from, to: at + 3 };
    return { from, to: next?.text.startsWith('@') ? at + 2 : at + 1 };
  }
  if (token?.kind !== 'name' && token?.kind !== 'word') return undefined;
  if (all[at + 1]?.kind === 'open') return { from, to: closing(at + 1, all) };
  return token.kind === 'name' || /^(?:true|false)$/i.test(token.text) ? { from, to: at + 1 } : undefined;
}

/** The place after the signs of an operand. */
function afterSigns(from: number, to: number, all: readonly Token[]): number {
  let at = from;
  while (at < to && all[at]?.kind === 'sign' && /^[-+!]$/.test(all[at]?.text ?? '')) at += 1;
  return at;
}

/** The place after the bracket, or the brace, that closes the one at a place. */
function closing(at: number, all: readonly Token[]): number {
  return all[at]?.after ?? all.length;
}

/** Brackets around each step of a chain but the last: first of the products in it, then of their sum. */
function marksOf({ operands, operators }: Run, sparql: string): readonly (readonly [number, '(' | ')'])[] {
  const marks: (readonly [number, '(' | ')'])[] = [];
  const chain = (sides: readonly Stretch[]) => {
    for (const [, end] of sides.slice(1, -1)) marks.push([sides[0]?.[0] ?? 0, '('], [end, ')']);
  };
  const terms: Stretch[] = [];
  let factors: Stretch[] = [];
  operands.forEach((operand, index) => {
    factors.push(operand);
    const operator = operators[index];
    if (operator === '*' || operator === '/') return;
    chain(factors);
    terms.push([factors[0]?.[0] ?? 0, factors.at(-1)?.[1] ?? sparql.length]);
    factors = [];
  });
  chain(terms);
  return marks;
}

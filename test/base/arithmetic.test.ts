import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketed } from '../../pipeline/base/arithmetic.ts';
import { openStore } from '../../pipeline/serve/index.ts';

describe('chains are in brackets from left to right', () => {
  test.each([
    ['FILTER(10 - 3 - 2 = 5)', 'FILTER((10 - 3) - 2 = 5)'],
    ['BIND(12 / 3 / 2 AS ?x)', 'BIND((12 / 3) / 2 AS ?x)'],
    ['SELECT (?a - ?b + ?c AS ?x) {}', 'SELECT ((?a - ?b) + ?c AS ?x) {}'],
    ['SELECT (8 - 2 * 3 / 2 - 1 AS ?x) {}', 'SELECT ((8 - (2 * 3) / 2) - 1 AS ?x) {}'],
    ['SELECT (1 - -1 - 2 - 3 AS ?x) {}', 'SELECT (((1 - -1) - 2) - 3 AS ?x) {}'],
    ['SELECT (10 -3 -2 AS ?x) {}', 'SELECT ((10 -3) -2 AS ?x) {}'],
    ['FILTER(IF(?a - 1 - 1 > 0, ?b, 2/3/4) < 1)', 'FILTER(IF((?a - 1) - 1 > 0, ?b, (2/3)/4) < 1)'],
    [
      'FILTER(xsd:integer(?a) - STRLEN("x - y") - 1 > 0)',
      'FILTER((xsd:integer(?a) - STRLEN("x - y")) - 1 > 0)',
    ],
    ['} ORDER BY DESC(?a - ?b - ?c) LIMIT 1', '} ORDER BY DESC((?a - ?b) - ?c) LIMIT 1'],
    ['} HAVING (COUNT(?a) - 1 - 1 > 0)', '} HAVING ((COUNT(?a) - 1) - 1 > 0)'],
    [
      'FILTER(EXISTS { ?s ex:a/ex:b/ex:c ?o FILTER(3 - 2 - 1 = 0) })',
      'FILTER(EXISTS { ?s ex:a/ex:b/ex:c ?o FILTER((3 - 2) - 1 = 0) })',
    ],
  ])('%s', (query, expected) => expect(bracketed(query)).toBe(expected));
});

test.each([
  ['signs', `FILTER(${'-'.repeat(300_000)})`],
  ['brackets', `FILTER(${'('.repeat(300_000)}1${')'.repeat(300_000)})`],
  ['brackets that nothing closes', `FILTER(${'('.repeat(300_000)}`],
])('a long query takes time by its length only: %s', (_, query) => expect(bracketed(query)).toBe(query));

describe('what is no chain stays as it is', () => {
  test.each([
    ['SELECT (1 - 2 AS ?x) { ?s (ex:a/ex:b/ex:c)+ ?o }'],
    ['{ ?s ex:a/ex:b/ex:c ?o . ?s ex:list (1 -2 -3) }'],
    ['VALUES (?a ?b) { (1 -2) (3 -4) }'],
    ['FILTER("""a\\""" - 3 - 2""" = ?a)'],
    ['FILTER(?a - ?b > ?c - ?d && ?e - 1 < 2)'],
    [
      '{ ?s ex:a-b-c "1 - 2 - 3" . FILTER(?a = "1 - 2 - 3" || ?b = <http://x.example/a-b-c/d/e>) } # (1 - 2 - 3)',
    ],
    ['SELECT (COUNT(*) AS ?n) (SAMPLE(?x) AS ?y) { ?s ?p ?o }'],
    ['SELECT ((1 - 2) - 3 AS ?x) {}'],
  ])('%s', (query) => expect(bracketed(query)).toBe(query));
});

const number = fc.integer({ min: 1, max: 9 });
/** An expression, as text, and its value. */
const expression = fc.letrec<{ sum: string; term: string; factor: string }>((tie) => ({
  sum: chain(tie('term'), fc.constantFrom(' + ', ' - ', '-')),
  term: chain(tie('factor'), fc.constantFrom(' * ', '*')),
  factor: fc.oneof(
    { maxDepth: 2 },
    number.map(String),
    number.map((each) => `-${each}`),
    tie('sum').map((inner) => `(${inner})`),
    tie('sum').map((inner) => `ABS(${inner})`),
  ),
})).sum;

function chain(side: fc.Arbitrary<string>, operator: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(side, fc.array(fc.tuple(operator, side), { maxLength: 3 }))
    .map(([first, more]) => first + more.flat().join(''));
}

test('the engine gives what arithmetic gives', async () => {
  const store = await openStore();
  fc.assert(
    fc.property(expression, (text) => {
      // Two signs side by side are one for JavaScript.
      const code = text.replaceAll('ABS', 'abs').replaceAll('-', ' - ').replace(/\d+/g, '$&n');
      const wanted = new Function('abs', `return ${code}`)((x: bigint) => (x < 0n ? -x : x)) as bigint;
      fc.pre(wanted < 2n ** 62n && wanted > -(2n ** 62n) && text.length < 150);
      const answer = store.query(`SELECT (${text} AS ?x) {}`);
      expect(answer.kind === 'select' && answer.rows[0]?.x?.value).toBe(String(wanted));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('and so with quotients', async () => {
  const store = await openStore();
  const power = fc.constantFrom('1', '2', '4', '8');
  fc.assert(
    fc.property(chain(power, fc.constantFrom(' / ', '/', ' * ', ' - ', ' + ')), (text) => {
      const answer = store.query(`SELECT (${text} AS ?x) {}`);
      const wanted: unknown = new Function(`return ${text}`)();
      expect(answer.kind === 'select' && Number(answer.rows[0]?.x?.value)).toBe(wanted);
    }),
    { seed: 1, numRuns: 200 },
  );
});

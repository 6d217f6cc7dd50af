import { expect, test } from 'vitest';
import { type Binding, csv, tsv } from '../../pipeline/base/sparql-results.ts';

const integer = 'http://www.w3.org/2001/XMLSchema#integer';

test.each<readonly [string, Binding | undefined, string, string]>([
  ['nothing', undefined, '', ''],
  ['an IRI', { type: 'uri', value: 'https://a.example/b' }, 'https://a.example/b', '<https://a.example/b>'],
  ['a blank node', { type: 'bnode', value: 'b0' }, '_:b0', '_:b0'],
  ['a text with quotes', { type: 'literal', value: 'a "b", c' }, '"a ""b"", c"', '"a \\"b\\", c"'],
  ['a text in a language', { type: 'literal', value: 'été', 'xml:lang': 'fr' }, 'été', '"été"@fr'],
  ['a number', { type: 'literal', value: '12', datatype: integer }, '12', `"12"^^<${integer}>`],
  ['lines', { type: 'literal', value: 'a\n\tb\\' }, '"a\n\tb\\"', '"a\\n\\tb\\\\"'],
])('%s as CSV and TSV', (_, term, inCsv, inTsv) => {
  const rows = { variables: ['x'], rows: [term === undefined ? {} : { x: term }] };
  expect(csv(rows)).toBe(`x\r\n${inCsv}\r\n`);
  expect(tsv(rows)).toBe(`?x\n${inTsv}\n`);
});

import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { cellsOf } from '../../pipeline/read/csv-cells.ts';

test.each([
  ['a""b,c', ','],
  ['a"b",c"', ','],
  ['x"",""', ','],
  [' "a",b', ','],
  ['5" disque;7"', ';'],
  ['a"\t""', '\t'],
  ['"a,b",c"d', ','],
  ['"a ""b""",c""d', ','],
  ['d’"œuvre",l\'"un"', ','],
])('%j: the marks are what csv-parse takes them for', (row, delimiter) => {
  const [cells] = parse(row, { delimiter, relax_quotes: true, relax_column_count: true });
  expect(cellsOf(row, delimiter)).toEqual(cells);
});

import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEdtf, precision, yearOf } from '../../pipeline/base/edtf.ts';

describe('an EDTF date', () => {
  test.each([
    ['2023', 'year'],
    ['2023-06', 'month'],
    ['2023-03-03', 'day'],
    ['2024-02-29', 'day'],
    ['2023-21', 'other'],
    ['2020~', 'other'],
    ['2023-06?', 'other'],
    ['2019-04/2019-05', 'other'],
    ['2019/..', 'other'],
    ['2023-13', undefined],
    ['2023-06-31', undefined],
    ['2023-02-29', undefined],
    ['2023-00', undefined],
    ['2023-21-01', undefined],
    ['20230601', undefined],
    ['juin 2023', undefined],
    ['/', undefined],
    ['', undefined],
  ])('%s: %s', (date, known) => expect(precision(date)).toBe(known));

  test.each([
    ['2023-06', '2023'],
    ['2023-01/2023-03', '2023'],
    ['2022-12/2023-01', undefined],
    ['2020~', '2020'],
  ])('%s lies in %s', (date, year) => expect(yearOf(date)).toBe(year));

  test('is one for us exactly when the package edtf takes it, from year to day', () => {
    const part = (max: number) =>
      fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
    const date = fc
      .tuple(fc.integer({ min: 1000, max: 2999 }), part(14), part(33))
      .map((parts) => parts.join('-'));
    // edtf 4.11 takes 29 February in every year.
    const agrees = (text: string) => text.endsWith('-02-29') || isEdtf(text) === isTheirs(text);
    fc.assert(fc.property(date, agrees), { seed: 20230303, numRuns: 500 });
  });
});

function isTheirs(text: string): boolean {
  try {
    edtf(text);
    return true;
  } catch {
    return false;
  }
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  guarded,
  joinedList,
  joinedTexts,
  partedList,
  partedTexts,
  unguarded,
} from '../../pipeline/base/table-cell.ts';

describe('a cell that a spreadsheet would compute', () => {
  test.each([
    ['=HYPERLINK("https://evil.example")', `'=HYPERLINK("https://evil.example")`],
    ['+33 2 99 00 00 00', "'+33 2 99 00 00 00"],
    ['-1', "'-1"],
    ['@Sorin', "'@Sorin"],
    ['＝1+1', "'＝1+1"],
    ["'=1", "''=1"],
    ['N/A', "'N/A"],
    ['—', "'—"],
    ['– un tiret', '– un tiret'],
    ["'apostrophe", "'apostrophe"],
    ['1-2', '1-2'],
    ['', ''],
  ])('%j is written %j and read back', (text, cell) => {
    expect(guarded(text)).toBe(cell);
    expect(unguarded(cell)).toBe(text);
  });

  test('of another source is not touched, unless it was made harmless in the same way', () => {
    expect(["l'été", "'70s", "'-'", '=1'].map(unguarded)).toEqual(["l'été", "'70s", "-'", '=1']);
  });

  test('comes back whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', 'a', ' ', '/', 'n') }),
        (text) => {
          expect(unguarded(guarded(text))).toBe(text);
        },
      ),
      { seed: 20231107 },
    );
  });
});

describe('several values in a cell', () => {
  test.each([
    [['numérique', 'inclusion (ville, campagne)'], 'numérique ; inclusion (ville, campagne)'],
    [['a; b', 'c'], 'a\\; b ; c'],
    [['a|b'], 'a\\|b'],
    [['a\\;b'], 'a\\\\\\;b'],
    [['C:\\', 'D'], 'C:\\ ; D'],
    [[], ''],
  ])('L1 %j is %j', (values, cell) => {
    expect(joinedList(values)).toBe(cell);
    expect(partedList(cell)).toEqual(values);
  });

  test.each([
    ['a;b|c\nd', ['a', 'b', 'c', 'd']],
    ['; a ;; b ;', ['a', 'b']],
    ['a, b', ['a, b']],
    ['C:\\Documents', ['C:\\Documents']],
  ])('L1 %j, of another source, is %j', (cell, values) => expect(partedList(cell)).toEqual(values));

  test('L1 come back whatever they hold', () => {
    const value = fc
      .string({ unit: fc.constantFrom('a', 'b', ' ', ';', '|', '\\', ',', '\n'), minLength: 1 })
      .map((text) => `x${text}x`);
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(partedList(joinedList(values))).toEqual(values);
      }),
      { seed: 20231107 },
    );
  });

  test('texts keep their paragraphs', () => {
    const texts = ['Prix de la journée.\n\nLu en 2022 ; relu.', 'Une ¶ autre.'];
    expect(partedTexts(joinedTexts(texts))).toEqual(texts);
  });

  test.each(['\\', ';', '\\;', 'a;', "'"])('a cell of a megabyte of %j is parted in time', (piece) => {
    expect(partedList(unguarded(piece.repeat(1e6 / piece.length)))).toBeInstanceOf(Array);
  });
});

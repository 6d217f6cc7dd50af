import { describe, expect, test } from 'vitest';
import { monthNumber, monthWords, seasonNumber } from '../../pipeline/base/months.ts';

describe('monthNumber', () => {
  test.each([
    ['janvier', 1],
    ['janv.', 1],
    ['Février', 2],
    ['fevr', 2],
    ['févr.', 2],
    ['FEB', 2],
    ['mars', 3],
    ['avr.', 4],
    ['May', 5],
    ['juin', 6],
    ['juil.', 7],
    ['août', 8],
    ['aout', 8],
    ['ao\u0075\u0302t', 8],
    ['Sept.', 9],
    ['October', 10],
    ['nov.', 11],
    ['DÉCEMBRE', 12],
    ['décembres', undefined],
    ['printemps', undefined],
    ['', undefined],
  ])('%s → %s', (word, number) => expect(monthNumber(word)).toBe(number));
});

test.each([
  ['printemps', 21],
  ['Été', 22],
  ['ete', 22],
  ['fall', 23],
  ['hiver', 24],
  ['juin', undefined],
])('the season %s is %s in EDTF', (word, number) => expect(seasonNumber(word)).toBe(number));

describe('monthWords', () => {
  const begins = new RegExp(`^(?:${monthWords})`, 'iu');
  test.each([
    ['juillet 2023', 'juillet'],
    ['Decembre 2022', 'Decembre'],
    ['DÉC. 2022', 'DÉC'],
    ['de\u0301cembre 2022', 'de\u0301cembre'],
    ['septembre', 'septembre'],
    ['été 2023', 'été'],
  ])('finds the whole word of %s', (text, word) => expect(begins.exec(text)?.[0]).toBe(word));

  test('finds nothing where no month is', () => expect(begins.test('dans Vie sociale, 28')).toBe(false));
});

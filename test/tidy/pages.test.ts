import { describe, expect, test } from 'vitest';
import { tidyNumber, tidyPages } from '../../pipeline/tidy/pages.ts';

describe('tidyPages', () => {
  test.each([
    ['66-79', '66', '79'],
    ['13-28', '13', '28'],
    ['pp. 66–79', '66', '79'],
    ['pp 37-45', '37', '45'],
    ['p.99\u2011122', '99', '122'],
    ['p. 33 à 49', '33', '49'],
    ['66 — 79.', '66', '79'],
    ['12--34', '12', '34'],
    ['xii-xv', 'xii', 'xv'],
    ['509a-511', '509a', '511'],
    ['233-240.e2', '233', '240.e2'],
    ['S12-S15', 'S12', 'S15'],
    ['e12-e15', 'e12', 'e15'],
    ['137-44', '137', '144'],
    ['33-9', '33', '39'],
    ['S137-44', 'S137', 'S144'],
    ['79-66', '79', '66'],
    ['p. 210', '210', undefined],
  ])('P1 %s runs from %s to %s', (raw, start, end) =>
    expect(tidyPages(raw)).toEqual({ pages: { raw, start, end }, rule: 'P1', plain: true }),
  );

  test.each([
    ['102 p.', 102],
    ['23p.', 23],
    ['48 p.', 48],
    ['310 pages', 310],
  ])('P1 %s is a total', (raw, total) =>
    expect(tidyPages(raw)).toEqual({ pages: { raw, total }, rule: 'P1', plain: true }),
  );

  test.each([
    ['1002629', '1002629'],
    ['051910', '051910'],
    ['e89395', 'e89395'],
    ['e1234', 'e1234'],
    ['art. 12', '12'],
    ['Article 12', '12'],
  ])('P1 %s numbers an article', (raw, articleNumber) =>
    expect(tidyPages(raw)).toEqual({ articleNumber, rule: 'P1', plain: true }),
  );

  test.each([
    ['66-79, 82', { raw: '66-79, 82', start: '66' }],
    ['66-', { raw: '66-', start: '66' }],
    ['2165-a-2166', { raw: '2165-a-2166', start: '2165' }],
    ['2015JE004895', { raw: '2015JE004895' }],
    ['online first', { raw: 'online first' }],
  ])('P1 keeps the words of %s', (raw, pages) =>
    expect(tidyPages(raw)).toEqual({ pages, rule: 'P1', plain: false }),
  );

  test.each(['', ' ', 'n/a', '-'])('says nothing of %j', (raw) =>
    expect(tidyPages(raw).pages).toBeUndefined(),
  );

  test.each([' ', '-', '1-', ', ', 'p. '])('stays linear on a megabyte of %j', (piece) =>
    expect(tidyPages(piece.repeat(1e6 / piece.length)).rule).toBe('P1'),
  );
});

describe('tidyNumber', () => {
  const numbers: readonly (readonly [string, string])[] = [
    ['n° 28', '28'],
    ['n°28', '28'],
    ['N° 28', '28'],
    ['no 28', '28'],
    ['nº 28', '28'],
    ['№ 28', '28'],
    ['num. 28', '28'],
    ['numéro 28', '28'],
    ['#28', '28'],
    ['vol. 12', '12'],
    ['Vol. XII', 'XII'],
    ['volume 12', '12'],
    ['tome 3', '3'],
    ['t. 3', '3'],
    ['(9)', '9'],
    ['n° spécial', 'spécial'],
    ['hors-série 3', 'hors-série 3'],
    ['HS n° 3', 'HS n° 3'],
    ['Novembre', 'Novembre'],
    ['no', 'no'],
    ['12A', '12A'],
    ['007', '007'],
  ];
  test.each(numbers)('P3 keeps a number as a string: %s → %s', (raw, value) =>
    expect(tidyNumber(raw)).toBe(value),
  );

  const couples: readonly (readonly [string, string])[] = [
    ['1-2', '1-2'],
    ['n° 1-2', '1-2'],
    ['nos 1 et 2', '1-2'],
    ['1 & 2', '1-2'],
    ['1–2', '1-2'],
    ['28-29', '28-29'],
    ['1/2', '1-2'],
    ['23/1', '23/1'],
    ['2016/1', '2016/1'],
  ];
  test.each(couples)('P2 a double issue is one issue: %s → %s', (raw, value) =>
    expect(tidyNumber(raw)).toBe(value),
  );

  test.each([...numbers, ...couples])('changes nothing the second time: %s', (raw) => {
    const once = tidyNumber(raw);
    expect(tidyNumber(once)).toBe(once);
  });
});

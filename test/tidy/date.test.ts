import { describe, expect, test } from 'vitest';
import { isDoubtful, tidyDate } from '../../pipeline/tidy/date.ts';

describe('tidyDate', () => {
  test.each([
    ['juin 2023', '2023-06'],
    ['le 3 mars 2023', '2023-03-03'],
    ['le 2 avril 2019', '2019-04-02'],
    ['1er août 2019', '2019-08-01'],
    ['1er aout 2019', '2019-08-01'],
    ['1er janvier 2023', '2023-01-01'],
    ['15 juin 2023', '2023-06-15'],
    ['lundi 3 mars 2025', '2025-03-03'],
    ['15/06/2023', '2023-06-15'],
    ['03/04/2023', '2023-04-03'],
    ['15.06.2023', '2023-06-15'],
    ['06/2023', '2023-06'],
    ['2023', '2023'],
    ['(2019)', '2019'],
    ['(1993a).', '1993'],
    ['2019a', '2019'],
    ['2023-06', '2023-06'],
    ['2023-06-03', '2023-06-03'],
    ['2023-6-3', '2023-06-03'],
    ['2023/06/03', '2023-06-03'],
    ['2023.06.03', '2023-06-03'],
    ['2012///', '2012'],
    ['2013/02//', '2013-02'],
    ['2013/02/15/received', '2013-02-15'],
    ['20230603', '2023-06-03'],
    ['March 3, 2023', '2023-03-03'],
    ['3 March 2023', '2023-03-03'],
    ['3rd of March 2023', '2023-03-03'],
    ['Sep.27, 1994.', '1994-09-27'],
    ['déc. 2022', '2022-12'],
    ['DÉCEMBRE 2022', '2022-12'],
    ['septembre 2014,', '2014-09'],
    ['[Jan 1993],', '1993-01'],
    ['2023 Jun 15', '2023-06-15'],
    ['15-Jun-2023', '2023-06-15'],
    ['Fri, 03 Mar 2023 10:00:00 GMT', '2023-03-03'],
    ['2023-06-03T10:00:00Z', '2023-06-03'],
    ['2023-06-03T23:30:00+02:00', '2023-06-03'],
    ['info:eu-repo/date/publication/2011-05-01', '2011-05-01'],
    ['cop. 1957.', '1957'],
    ['[2020]', '2020'],
    ['vers 2020', '2020~'],
    ['c. 2020', '2020~'],
    ['circa 2020', '2020~'],
    ['2020?', '2020?'],
    ['[2020?]', '2020?'],
    ['2020~', '2020~'],
    ['2023-00', '2023'],
    ['2023-00-00', '2023'],
    ['2023-06-00', '2023-06'],
  ])('D1 never invents precision: %s → %s', (words, value) =>
    expect(tidyDate(words)).toEqual({ value, rule: 'D1' }),
  );

  test.each([
    ['printemps 2023', '2023-21'],
    ['été 2023', '2023-22'],
    ['Summer 1999', '1999-22'],
    ['2012///Spring', '2012-21'],
    ['janvier-mars 2023', '2023-01/2023-03'],
    ['janv.-mars 2023', '2023-01/2023-03'],
    ['janv.–mars 2023', '2023-01/2023-03'],
    ['mai à juin 2009', '2009-05/2009-06'],
    ['juin/juillet 2009', '2009-06/2009-07'],
    ['septembre-décembre 2012', '2012-09/2012-12'],
    ['décembre 2022-janvier 2023', '2022-12/2023-01'],
    ['3-5 mars 2023', '2023-03-03/2023-03-05'],
    ['du 3 mars au 5 avril 2023', '2023-03-03/2023-04-05'],
    ['March 3-5, 2023', '2023-03-03/2023-03-05'],
    ['1982-1984', '1982/1984'],
    ['2023-01/2023-03', '2023-01/2023-03'],
    ['2023-06-15/..', '2023-06-15/..'],
    ['1er trimestre 2023', '2023-01/2023-03'],
    ['T4 2022', '2022-10/2022-12'],
    ['hiver 2022-2023', '2022/2023'],
    ['printemps/été 2001', '2001'],
  ])('D3 gives seasons and double months as EDTF: %s → %s', (words, value) =>
    expect(tidyDate(words)).toEqual({ value, rule: 'D3' }),
  );

  test.each([
    's. d.',
    's.d.',
    '[s.d.]',
    'n.d.',
    'date inconnue :',
    '23',
    '15/06/23',
    '06/23',
    'juin 23',
    '0000',
    '9999-12-31',
  ])('D6 knows that %s is no date', (words) => expect(tidyDate(words)).toEqual({ rule: 'D6' }));

  test.each(['à paraître', 'À paraître', 'a paraitre', 'forthcoming', 'In press', 'sous presse'])(
    'D6 reads %s as in press',
    (words) => expect(tidyDate(words)).toEqual({ status: 'inPress', rule: 'D6' }),
  );

  test('D6 keeps a date that is announced', () =>
    expect(tidyDate('à paraître en 2024')).toEqual({ value: '2024', status: 'inPress', rule: 'D6' }));

  test.each([
    '31 juin 2023',
    '29/02/2023',
    '2023-02-30',
    '2023-13',
    '2023-13-01',
    '12/13/2023',
    '20231345',
    '2023-00-15',
    '2023/2022',
    'décembre-janvier 2023',
    '///',
    'YEAR/MONTH/DAY/',
    'dans Vie sociale, 28, 33-49',
    '66-79',
    '128',
    'mars',
    'filed January 2016.',
    '',
    ' ',
  ])('repairs nothing: %s is not understood', (words) => expect(tidyDate(words)).toBeUndefined());

  test.each([',', ' ', '1-', 'mars ', '2023/', '('])('stays linear on a megabyte of %j', (piece) =>
    expect(tidyDate(piece.repeat(1e6 / piece.length))).toBeUndefined(),
  );
});

test.each([
  ['1990-01-01', 'hal', true],
  ['2019-04-01', 'openalex', true],
  ['2019-01-01', 'oai-dc', true],
  ['2019-04-02', 'openalex', false],
  ['2019-01', 'hal', false],
  ['2019-01-01', 'crossref', false],
])('D4 doubts a first of January or of the month: %s from %s → %s', (value, system, doubtful) =>
  expect(isDoubtful(value, system, 'published')).toBe(doubtful),
);

test.each(['deposited', 'modified', 'available'] as const)(
  'D4 a day %s by machine or contract is meant',
  (event) => {
    expect(isDoubtful('2020-01-01', 'hal', event)).toBe(false);
  },
);

import { expect, test } from 'vitest';
import { isbn13 } from '../../pipeline/tidy/scheme.ts';

test.each([
  ['978-2-8218-7547-0', '9782821875470'],
  ['2-07-036002-4', '9782070360024'],
  ['90 - 5892 - 032 - 1', '9789058920324'],
  ['978-2-8218-7547-1', undefined],
  ['12345', undefined],
])('I4 the ISBN %s is compared as %s', (value, known) => expect(isbn13(value)).toBe(known));

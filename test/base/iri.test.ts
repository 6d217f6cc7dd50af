import { Parser } from 'n3';
import { parse } from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { encodeIriPart, isIri, isWebAddress } from '../../pipeline/base/iri.ts';

describe('an IRI', () => {
  test.each([
    'https://doi.org/10.1002/(sici)1099;a=b',
    'https://labacces.fr/été?q=1&b=%20#haut',
    'urn:isbn:9782821875470',
    'http://[2001:db8::7]/x',
    "https://data.example.org/o'neill*!$,:@",
  ])('is %s, and every parser takes it', (iri) => {
    expect(isIri(iri)).toBe(true);
    const triple = `<${iri}> <${iri}> <${iri}> .`;
    expect(new Parser().parse(triple)).toHaveLength(1);
    expect(parse(triple, { format: 'application/n-triples' })).toHaveLength(1);
  });

  test.each([
    '',
    'x',
    'http:',
    '/chemin',
    'labacces.fr/id/',
    'https://x/a b',
    'https://x/a[1]',
    'https://x/%zz',
    'https://x/a#b#c',
    'https://x/\ufffe',
    'https://x/<a>',
    'https://x/\ud800',
  ])('is not %j', (text) => {
    expect(isIri(text)).toBe(false);
  });

  test('that is long is told at once', () => expect(isIri(`https://x/${'%'.repeat(1e6)}`)).toBe(false));
});

test.each([
  ['https://a.fr/', true],
  ['http://a', true],
  ['ftp://a.fr/', false],
  ['urn:x:y', false],
  ['https:///a', false],
])('%s is a web address: %s', (text, is) => {
  expect(isWebAddress(text)).toBe(is);
});

test('a part is encoded as far as an IRI needs', () =>
  expect(encodeIriPart('10.1002/<1>a#b%c[d] é')).toBe('10.1002/%3C1%3Ea%23b%25c%5Bd%5D%20é'));

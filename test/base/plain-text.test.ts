import { describe, expect, test } from 'vitest';
import { plainText } from '../../pipeline/base/plain-text.ts';

describe('plainText', () => {
  test.each([
    ['CO<sub>2</sub>', 'CO₂'],
    ['XIX<sup>e</sup> siècle', 'XIXᵉ siècle'],
    ['x<sub>max</sub>', 'xₘₐₓ'],
    ['x<sub>b</sub>', 'xb'],
    ['<i>Homo</i> <b>sapiens</b>', 'Homo sapiens'],
    ['<i>in</i>visible', 'invisible'],
    ['<sub><i>2</i></sub>', '₂'],
    ['a &lt; b &amp; c', 'a < b & c'],
    ['<p>Un.</p><p>Deux.</p>', 'Un.\n\nDeux.'],
    ['<math><mi>x</mi> <mo>&lt;</mo>\n<mn>2</mn></math>', 'x<2'],
    ['<math><semantics><mi>x</mi><annotation encoding="TeX">\\x</annotation></semantics></math>', 'x'],
    ['<span style="font-variant:small-caps">xix</span>e', 'xixe'],
    ['</sub>fin<sub>', 'fin'],
  ])('T3 leaves neither tag nor space: %s → %s', (value, plain) =>
    expect(plainText({ value, markup: 'html' })).toBe(plain),
  );

  test('gives a text without markup back as it is', () =>
    expect(plainText({ value: 'a <b> &amp; c' })).toBe('a <b> &amp; c'));

  test.each(['<', '<sub>', '</sub>', '<a ', '&', '<p>'])('stays linear on a megabyte of %s', (piece) => {
    expect(plainText({ value: piece.repeat(1e6 / piece.length), markup: 'html' })).toBeTypeOf('string');
  });
});

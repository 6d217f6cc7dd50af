import { describe, expect, test } from 'vitest';
import { html, joined, type Piece, trusted } from '../../../pipeline/publish/site/html.ts';

const cases: readonly (readonly [string, Piece, string])[] = [
  ['a text', 'l’accès & le <droit>', 'l’accès &amp; le &lt;droit&gt;'],
  ['a script', '</script><script>alert(1)</script>', '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['a number', 3000, '3000'],
  ['nothing', undefined, ''],
  ['a condition that does not hold', false, ''],
  ['markup', html`<b>${'<'}</b>`, '<b>&lt;</b>'],
  ['a list', ['a&', html`<br>`, ['b']], 'a&amp;<br>b'],
  ['markup of another writer', trusted('<i>x</i>'), '<i>x</i>'],
  ['pieces with something between', joined(['a', '&', 'b'], html`<br>`), 'a<br>&amp;<br>b'],
];

describe('html', () => {
  test.each(cases)('%s', (_, piece, markup) => expect(html`<p>${piece}</p>`.html).toBe(`<p>${markup}</p>`));

  test('a quote does not end an attribute', () =>
    expect(html`<a title="${'"><img src=x onerror="alert(1)">'}">`.html).toBe(
      '<a title="&quot;&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;">',
    ));
});

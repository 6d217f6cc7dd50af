import { expect, test } from 'vitest';
import { cased, iso6393, languageTag } from '../../pipeline/write/language-tag.ts';
import { escapeAttribute, escapeText } from '../../pipeline/write/xml.ts';
import { elementText, listElement, textElement } from '../../pipeline/write/xml-element.ts';

test.each([
  ['a & b', 'a &amp; b'],
  ['x < y > z', 'x &lt; y &gt; z'],
  [']]>', ']]&gt;'],
  ['"quoted" \'s', '"quoted" \'s'],
  ['one\ntwo\r', 'one\ntwo&#xD;'],
  ['&amp;', '&amp;amp;'],
])('T5 the text %j is %j', (text, xml) => expect(escapeText(text)).toBe(xml));

test('T5 a value keeps its quotation marks, tabs and line ends', () => {
  expect(escapeAttribute('"a"\t\n& <b>')).toBe('&quot;a&quot;&#x9;&#xA;&amp; &lt;b&gt;');
});

test.each([
  ['fr', 'fr'],
  ['fr-ca', 'fr-CA'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['de-x-it', 'de-x-it'],
  ['mul', undefined],
  ['und', undefined],
  ['français', undefined],
  [undefined, undefined],
])('the tag of %s is %s', (lang, tag) => expect(languageTag(lang)).toBe(tag));

test.each([
  ['fr', 'fra'],
  ['fr-ca', undefined],
  ['mul', 'mul'],
])('the code of %s in ISO 639-3 is %s', (lang, code) => expect(iso6393(lang)).toBe(code));

test('a language that no text is tagged with has its usual case as well', () =>
  expect(cased('mul')).toBe('mul'));

test('elements stand on lines of their own, texts on that of their tags; what says nothing is left out', () => {
  const inside = [
    ...textElement('b', 'x & y', { c: '"', d: undefined }),
    ...textElement('e', ' '),
    ...listElement('f', []),
  ];
  expect(elementText({ name: 'a', inside })).toBe('<a>\n  <b c="&quot;">x &amp; y</b>\n</a>\n');
});

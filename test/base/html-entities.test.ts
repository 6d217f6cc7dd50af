import { expect, test } from 'vitest';
import { decodeEntities } from '../../pipeline/base/html-entities.ts';

test.each([
  ['&eacute;t&eacute;', 'été'],
  ['&laquo;&nbsp;oui&nbsp;&raquo;', '«\u00a0oui\u00a0»'],
  ['l&rsquo;&Eacute;tat', 'l’État'],
  ['&#233; &#xE9; &#x1F600;', 'é é 😀'],
  ['d&#146;aide', 'd’aide'],
  ['&alpha; &ge; &frac12;', 'α ≥ ½'],
  ['&amp;gt;', '&gt;'],
  ['&quot;&apos;&lt;', '"\'<'],
  ['AT&T, R&D; &inconnu; &', 'AT&T, R&D; &inconnu; &'],
  ['&#0; &#xD800; &#9999999;', '&#0; &#xD800; &#9999999;'],
])('%s → %s', (text, decoded) => expect(decodeEntities(text)).toBe(decoded));

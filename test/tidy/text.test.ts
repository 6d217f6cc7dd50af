import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../pipeline/base/plain-text.ts';
import { tidyMarkup, tidyText } from '../../pipeline/tidy/text.ts';

describe('tidyText', () => {
  test.each([
    ['T1 trims and collapses ordinary spaces', '  Vie   sociale ', 'Vie sociale'],
    ['T1 composes accents', 'e\u0301preuves', 'épreuves'],
    [
      'T1 keeps no-break and thin spaces',
      '« savoir-faire »\u202f: oui\u00a0!',
      '« savoir-faire »\u202f: oui\u00a0!',
    ],
    ['T1 keeps the typographic apostrophe', 'l’État', 'l’État'],
    ['T1 keeps line breaks, in one form', 'un\r\ndeux\rtrois\u2028quatre', 'un\ndeux\ntrois\nquatre'],
    ['T1 makes a tab a space', 'un\tdeux', 'un deux'],
    ['T2 decodes entities', 'Missive &amp;c', 'Missive &c'],
    ['T2 decodes until stable', '&amp;gt;', '>'],
    ['T2 decodes three times at most', '&amp;amp;amp;amp;gt;', '&amp;gt;'],
    ['T5 keeps quotes, backslashes, ampersands and line breaks', '"a" \\ b & c\nd', '"a" \\ b & c\nd'],
    ['T5 keeps what looks like a tag', 'a < b, p<0.05', 'a < b, p<0.05'],
  ])('%s', (_, raw, value) => expect(tidyText(raw)).toEqual({ value, controls: 0 }));

  test.each([
    ['un\u0000deux\u0007', 'undeux', 2],
    ['un\u0092deux', 'undeux', 1],
    ['moitié \ud800.', 'moitié .', 1],
    ['un&#1;deux', 'undeux', 1],
    ['😀', '😀', 0],
  ])('T1 removes and counts control characters: %j', (raw, value, controls) =>
    expect(tidyText(raw)).toEqual({ value, controls }),
  );

  test('T1 changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        fc.pre(!raw.includes('&'));
        const { value } = tidyText(raw);
        expect(tidyText(value)).toEqual({ value, controls: 0 });
      }),
      { seed: 1 },
    );
  });
});

const html = (value: string) => ({ value, markup: 'html', controls: 0 });
const text = (value: string) => ({ value, markup: 'text', controls: 0 });

// biome-ignore format: a table
const marked: readonly (readonly [name: string, raw: string, result: object])[] = [
  ['keeps inline markup',                'Global Modeling of N<sub>2</sub>O Discharges', html('Global Modeling of N<sub>2</sub>O Discharges')],
  ['reads JATS names',                   '<jats:italic>a</jats:italic> <jats:bold>b</jats:bold> <jats:sup>c</jats:sup>', html('<i>a</i> <b>b</b> <sup>c</sup>')],
  ['writes strong as b',                 '<strong>a</strong>', html('<b>a</b>')],
  ['keeps small caps',                   '<span style="font-variant: small-caps;">xix</span><jats:sc>e</jats:sc>', html('<span style="font-variant:small-caps">xix</span><span style="font-variant:small-caps">e</span>')],
  ['drops attributes',                   '<i onclick="alert(1)" class="x">a</i>', html('<i>a</i>')],
  ['keeps MathML without its prefix',    '<mml:math xmlns:mml="m"><mml:mi mathvariant="bold">x</mml:mi><mml:mo>&lt;</mml:mo></mml:math>', html('<math><mi mathvariant="bold">x</mi><mo>&lt;</mo></math>')],
  ['keeps a formula once',               '<jats:alternatives><jats:tex-math>$$x$$</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math></jats:alternatives>', html('<math><mi>x</mi></math>')],
  ['keeps a formula that is only TeX',   '<jats:tex-math>$$x$$</jats:tex-math>', text('$$x$$')],
  ['drops other tags, not their text',   '<a href="http://x.org">un</a> <u>deux</u>', text('un deux')],
  ['drops unknown elements, not their text', '<foo>un</foo>', text('un')],
  ['makes paragraphs',                   '<jats:p>Un.</jats:p>\n<jats:p>Deux\n trois.</jats:p>', text('Un.\n\nDeux trois.')],
  ['removes the heading Abstract',       '<jats:title>Abstract</jats:title><jats:p>Un.</jats:p>', text('Un.')],
  ['removes the heading Résumé',         '<title>Résumé :</title><p>Un.</p>', text('Un.')],
  ['keeps other headings',               '<jats:sec><jats:title>Methods</jats:title><jats:p>Un.</jats:p></jats:sec>', text('Methods\n\nUn.')],
  ['breaks a line at br',                'un<br/>deux', text('un\ndeux')],
  ['drops styles whole',                 '<p>un deux<style>p{}</style></p>', text('un deux')],
  ['keeps a script as words',            '<p>un<script>alert(1<2)</script> deux</p>', html('un&lt;script&gt;alert(1&lt;2)&lt;/script&gt; deux')],
  ['keeps a picture that runs as words', '"><img src=x onerror=alert(1)>', html('"&gt;&lt;img src=x onerror=alert(1)&gt;')],
  ['keeps what only looks like a tag',   'a < b and p<0.05', text('a < b and p<0.05')],
  ['keeps addresses in angle brackets',  '<http://x.org> <a@b.c>', text('<http://x.org> <a@b.c>')],
  ['escapes the text of HTML',           'R&D &lt; <i>AT&amp;T</i>', html('R&amp;D &lt; <i>AT&amp;T</i>')],
  ['decodes the text of a plain value',  'Missive &amp;c', text('Missive &c')],
  ['reads markup that was escaped once too often', '&lt;i&gt;Homo sapiens&lt;/i&gt; &amp;amp; co', html('<i>Homo sapiens</i> &amp; co')],
  ['keeps an escaped tag that nothing closes', 'The &lt;b&gt; element', html('The &lt;b&gt; element')],
  ['closes nothing that was not opened', 'a</i>b', text('ab')],
  ['drops what is not closed',           '<i>ouvert', text('ouvert')],
  ['untangles crossed tags',             '<i>a<b>b</i>c</b>', html('<i>ab</i>c')],
  ['drops empty elements',               'a<i></i>', text('a')],
  ['drops comments, keeps CDATA',        '<!-- x -->un<![CDATA[ a<b]]>', text('un a<b')],
];

describe('tidyMarkup', () => {
  test.each(marked)('T3 %s', (_, raw, result) => expect(tidyMarkup(raw)).toEqual(result));

  test.each(marked)('T3 changes nothing the second time: %s', (_, raw) => {
    const once = tidyMarkup(raw);
    expect(tidyMarkup(once.value)).toEqual({ ...once, controls: 0 });
  });

  test('T3 gives CO₂ as plain text', () => {
    const { value, markup } = tidyMarkup('CO<jats:sub>2</jats:sub>');
    expect(plainText({ value, markup })).toBe('CO₂');
  });

  test('T3 never leaves a tag that is not allowed, whatever comes in', () => {
    const tags = fc.constantFrom(
      '<i>',
      '</i>',
      '<b>',
      '</b>',
      '<p>',
      '</p>',
      '<script>',
      '</script>',
      '<a x="1">',
      '&lt;',
      '<',
      '>',
      ' ',
      'x',
      '<br/>',
      '</',
    );
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 30 }), (pieces) => {
        const { value, markup } = tidyMarkup(pieces.join(''));
        if (markup === 'text') return;
        expect(value.replace(/<\/?[ib]>/g, '')).not.toMatch(/[<>]/);
        const open: string[] = [];
        for (const [, slash, name = ''] of value.matchAll(/<(\/?)([ib])>/g)) {
          if (slash) expect(open.pop()).toBe(name);
          else open.push(name);
        }
        expect(open).toEqual([]);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test.each([
    '<',
    '<i>',
    '</i>',
    '<i></b>',
    '<a ',
    '<!--',
    '<![CDATA[',
    '&amp;',
    ' ',
    '\n ',
    '<jats:p>',
    '<i>x</i>',
  ])('stays linear on a megabyte of %j', (piece) =>
    expect(tidyMarkup(piece.repeat(1e6 / piece.length)).value).toBeTypeOf('string'),
  );
});

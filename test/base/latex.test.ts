import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLatex } from '../../pipeline/tidy/latex.ts';

describe('decodeLatex', () => {
  test.each([
    ['{eLife} Sciences Organisation, Ltd.', 'eLife Sciences Organisation, Ltd.'],
    ['M\\"{o}ller', 'Möller'],
    ['{\\v R}eh{\\r u}{\\v r}ek', 'Řehůřek'],
    ['B{\\aa}ngens', 'Bångens'],
    ['Wilhelm \\"{O}stberg', 'Wilhelm Östberg'],
    ["\\'{\\i}le, \\^\\i le", 'íle, île'],
    ['Fran\\c{c}ois, Fran{\\c c}ois', 'François, François'],
    ["Degl'Innocenti", "Degl'Innocenti"],
    ['\\oe uvre, \\OE{}uvre', 'œuvre, Œuvre'],
    ['R\\&D \\$5 10\\% a\\_b', 'R&D $5 10% a_b'],
    ["12--34 --- ``a''", '12–34 — “a”'],
    ['n\\textsuperscript{o}~28', 'nᵒ\u00a028'],
    ['\\og oui \\fg{}', '«\u00a0oui\u00a0»'],
    ['\\emph{un} {\\bf deux} \\LaTeX', 'un deux LaTeX'],
    ['CO$_2$, $x_{12}$, $\\alpha^{2}$', 'CO$_2$, $x_(12)$, $α^2$'],
    ['\\url{http://x.org/~a_b}', 'http://x.org/~a_b'],
    ['\\url{http://x.org/a\\_b}', 'http://x.org/a_b'],
    ['\\{0,1\\}', '{0,1}'],
    ['{{{', ''],
    ['sans rien', 'sans rien'],
  ])('T4 %s → %s', (raw, decoded) => expect(decodeLatex(raw)).toBe(decoded));

  test('T4 leaves no brace and no backslash that the author did not escape', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '\\',
      "\\'",
      '\\emph',
      '\\c',
      'e',
      ' ',
      '$',
      '_',
      '^',
      '~',
      '--',
      '\\url{',
      'Sorin',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
        const raw = words.join('');
        fc.pre(!/\\[\\{}]/.test(raw));
        expect(decodeLatex(raw)).not.toMatch(/[{}\\]/);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test.each(['{', '}', '\\', '$', '$^{', "\\'{", '--', '\\url{'])(
    'stays linear on a megabyte of %s',
    (piece) => expect(decodeLatex(piece.repeat(1e6 / piece.length))).toBeTypeOf('string'),
  );
});

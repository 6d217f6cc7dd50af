import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLatex, markedLatex } from '../../pipeline/base/latex.ts';
import { verbatimLatex } from '../../pipeline/base/latex-verbatim.ts';

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
    ['CO$_2$, $x_{12}$, $\\alpha^{2}$', 'CO₂, $x_(12)$, $α^2$'],
    ['$\\alpha$-helix, 37\\,$^\\circ$C, $^{13}$C', 'α-helix, 37\u2009°C, ¹³C'],
    ['$\\frac{a}{b}$ and $n$', '$\\frac{a}{b}$ and n'],
    ["co\\^ut de 5$ r\\'eduit", 'coût de 5$ réduit'],
    ['a\\~{}b \\^{}, {\\d}ur', 'a~b ^,  \u0323ur'],
    ['\\enquote{oui}, \\unknown words', '“oui”, unknown words'],
    ['\\href{http://x.org/~a_b}{Home}', 'Home (http://x.org/~a_b)'],
    ['\\begin{center}a\\end{center} {\\noopsort{1973a}}1973', 'a 1973'],
    ['\\url{http://x.org/~a_b}', 'http://x.org/~a_b'],
    ['\\url{http://x.org/a\\_b}', 'http://x.org/a_b'],
    ['\\{0,1\\}', '{0,1}'],
    ['{{{', ''],
    ['sans rien', 'sans rien'],
  ])('T4 %s → %s', (raw, decoded) => expect(decodeLatex(raw)).toBe(decoded));

  test('T4 leaves no brace and no backslash that the author did not escape, formulas aside', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '\\',
      "\\'",
      '\\emph',
      '\\c',
      'e',
      ' ',
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

  test.each(['{', '}', '\\', '$', '$^{', "\\'{", '--', '\\url{', '$\\\\', '\\href{a}{', '{\\em '])(
    'stays linear on a megabyte of %s',
    (piece) => expect(decodeLatex(piece.repeat(1e6 / piece.length))).toBeTypeOf('string'),
  );
});

describe('markedLatex', () => {
  test.each([
    ['\\textit{Tetrix subulata} in {DNA}', '<i>Tetrix subulata</i> in DNA'],
    ['{\\em un} deux {\\bf trois\\it{} quatre}', '<i>un</i> deux <b>trois<i> quatre</i></b>'],
    ['a\\it b{\\bf c}', 'a<i>b<b>c</b></i>'],
    ['\\textsc{Insee}', '<span style="font-variant:small-caps">Insee</span>'],
    ['n\\textsuperscript{o}~28, $^{13}$C, CO$_2$', 'n<sup>o</sup>\u00a028, <sup>13</sup>C, CO<sub>2</sub>'],
    ['\\emph{not closed', '<i>not closed</i>'],
    ['$p < 0.05$ \\emph{et} $\\mathbf{x}$', '$p < 0.05$ <i>et</i> x'],
  ])('T3 %s → %s', (raw, value) => expect(markedLatex(raw)).toEqual({ value, markup: 'html' }));

  test.each(['sans rien', '{Sans} rien', '\\texttt{a}'])('says of %s that it has no markup', (raw) =>
    expect(markedLatex(raw)).toEqual({ value: decodeLatex(raw) }),
  );
});

describe('verbatimLatex', () => {
  test.each([
    ['10.1007/978-3-319-07443-6{\\_}4', '10.1007/978-3-319-07443-6_4'],
    [
      '10.1002/1097--4571(2000)9999:9999<::AID-ASI1>3.0.CO;2-#',
      '10.1002/1097--4571(2000)9999:9999<::AID-ASI1>3.0.CO;2-#',
    ],
    ['http://x.org/$\\sim$user/a\\%20b\\&c', 'http://x.org/~user/a%20b&c'],
    ['http://x.org/{\\textasciitilde}user', 'http://x.org/~user'],
    ['http://x.org/\\~{}user/\\#top', 'http://x.org/~user/#top'],
    ['{\\url{http://x.org/a_b}}', 'http://x.org/a_b'],
    ['\\href{http://x.org}{Home}', 'http://x.org'],
    ['http://x.org/$\\backslash$_a', 'http://x.org/_a'],
  ])('%s → %s', (raw, value) => expect(verbatimLatex(raw)).toBe(value));
});

import { expect, test } from 'vitest';
import { decodeLatex } from '../../pipeline/tidy/latex.ts';

test.each([
  ["L'{\\'E}tat plateforme", "L'État plateforme"],
  ['{eLife} Sciences Organisation, Ltd.', 'eLife Sciences Organisation, Ltd.'],
  ['\\oe uvre et \\c{c}a', 'œuvre et ça'],
  ['M{\\"u}ller \\& S{\\o}n', 'Müller & Søn'],
  ['\\emph{in vivo} et \\textbf{gras}', 'in vivo et gras'],
  ['savoir-faire -- devoir-faire', 'savoir-faire – devoir-faire'],
  ['sans rien', 'sans rien'],
])('T4 leaves no brace or backslash: %s', (latex, text) => {
  expect(decodeLatex(latex)).toBe(text);
  expect(decodeLatex(latex)).not.toMatch(/[{}\\]/);
});

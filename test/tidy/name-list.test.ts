import { describe, expect, test } from 'vitest';
import { splitNames } from '../../pipeline/tidy/name-list.ts';

describe('splitNames', () => {
  test.each([
    ['François Sorin', ['François Sorin']],
    ['Par Pierre Mazet et François Sorin', ['Pierre Mazet', 'François Sorin']],
    ['Par Pierre Mazet ,', ['Pierre Mazet']],
    ['Pierre Mazet , François Sorin', ['Pierre Mazet', 'François Sorin']],
    ['Anne Epaulard, Étienne Fize & Chloé Zapha', ['Anne Epaulard', 'Étienne Fize', 'Chloé Zapha']],
    ['Alf Hornborg and Brett Clark and Kenneth Hermele', ['Alf Hornborg', 'Brett Clark', 'Kenneth Hermele']],
    ['S. J. Eggers, D. R. Keppel, and H. M. Levy.', ['S. J. Eggers', 'D. R. Keppel', 'H. M. Levy']],
    ['Pierre Mazet ; François Sorin', ['Pierre Mazet', 'François Sorin']],
    ['Pierre Mazet avec François Sorin', ['Pierre Mazet', 'François Sorin']],
    ['Pierre Mazet, avec la collaboration de François Sorin', ['Pierre Mazet', 'François Sorin']],
    ['Sorin, François', ['Sorin, François']],
    ['Marin, Louis.', ['Marin, Louis']],
    ['Le Goff, Pierre-Yves', ['Le Goff, Pierre-Yves']],
    ['Amiotte Suchet, Aurélien', ['Amiotte Suchet, Aurélien']],
    ['Mazet, P., Sorin, F.', ['Mazet, P.', 'Sorin, F.']],
    ['Mazet, Pierre, Sorin, François', ['Mazet, Pierre', 'Sorin, François']],
    ['De Raedt, L., Lavrac, N., & Dzeroski, S.', ['De Raedt, L.', 'Lavrac, N.', 'Dzeroski, S.']],
    [
      'Brierley, A. S., M. A. Brandon and J. L. Watkins',
      ['Brierley, A. S.', 'M. A. Brandon', 'J. L. Watkins'],
    ],
    [
      'Gelman, Susan A.; Coley, John D.; & Pappas, Athina.',
      ['Gelman, Susan A.', 'Coley, John D.', 'Pappas, Athina'],
    ],
    [
      'Marty Emmanuel, Ouakrat Alan et Pacouret Jérôme',
      ['Marty Emmanuel', 'Ouakrat Alan', 'Pacouret Jérôme'],
    ],
    ['Simioni M. et Steiner P.', ['Simioni M.', 'Steiner P.']],
    ['King, Martin Luther, Jr.', ['King, Martin Luther, Jr.']],
    ['', []],
  ])('N4 %s → %j', (words, names) => expect(splitNames(words)).toEqual({ names, incomplete: undefined }));

  test.each([
    ['Pierre Mazet et al.', ['Pierre Mazet'], 'et al.'],
    ['Pierre Mazet, François Sorin, et al.', ['Pierre Mazet', 'François Sorin'], 'et al.'],
    ['Pierre Mazet et alii', ['Pierre Mazet'], 'et alii'],
    ['Pierre Mazet et coll.', ['Pierre Mazet'], 'et coll.'],
    ['Mazet, P. and others', ['Mazet, P.'], 'and others'],
    ['Carlos Alberto Coba Andrade [et al.];', ['Carlos Alberto Coba Andrade'], 'et al.'],
  ])('N4 knows that %s is incomplete', (words, names, incomplete) =>
    expect(splitNames(words)).toEqual({ names, incomplete }),
  );

  test.each([
    ['Ministère de la Culture, département des études', ['Ministère de la Culture, département des études']],
    ['Ministère de la Culture et de la Communication', ['Ministère de la Culture et de la Communication']],
    [
      'Institut national de la statistique et des études économiques',
      ['Institut national de la statistique et des études économiques'],
    ],
    ['Pierre Mazet, Laboratoire PACTE', ['Pierre Mazet', 'Laboratoire PACTE']],
    ['Université Rennes 2 et Pierre Mazet', ['Université Rennes 2', 'Pierre Mazet']],
  ])('N1 never splits an organisation: %s', (words, names) => expect(splitNames(words).names).toEqual(names));

  test.each([',', ' ', ';', 'A, ', ' et ', 'François Sorin, ', 'et al. ', 'Institut et '])(
    'stays linear on a megabyte of %j',
    (piece) => expect(splitNames(piece.repeat(1e6 / piece.length)).names).toBeInstanceOf(Array),
  );

  test('leaves a phrase of 50 MB whole, for no work has as many authors', () => {
    const phrase = 'Mazet, P., '.repeat(5e6);
    const { names, incomplete } = splitNames(phrase);
    expect([names.length, names[0]?.length, incomplete]).toEqual([1, phrase.length - 1, undefined]);
  });
});

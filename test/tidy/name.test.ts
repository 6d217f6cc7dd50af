import { describe, expect, test } from 'vitest';
import { splitNames, tidyName } from '../../pipeline/tidy/name.ts';

const nameOf = (nameAsPrinted: string) => {
  const { nameAsPrinted: _, ...parts } = tidyName({ role: 'author', nameAsPrinted });
  return JSON.parse(JSON.stringify(parts)) as object;
};
const person = (given: string, family: string, more: object = {}) => ({
  kind: 'person',
  given,
  family,
  ...more,
});

describe('N4 names in one phrase', () => {
  test.each([
    ['Par Pierre Mazet et François Sorin', ['Pierre Mazet', 'François Sorin']],
    ['Pierre Mazet , François Sorin & Marcel Mauss', ['Pierre Mazet', 'François Sorin', 'Marcel Mauss']],
    ['Pierre Mazet, François Sorin, and Marcel Mauss', ['Pierre Mazet', 'François Sorin', 'Marcel Mauss']],
    ['Pierre Mazet ; François Sorin', ['Pierre Mazet', 'François Sorin']],
    ['Pierre Mazet avec François Sorin', ['Pierre Mazet', 'François Sorin']],
    ['Pierre Mazet, avec la collaboration de François Sorin', ['Pierre Mazet', 'François Sorin']],
    ['Sorin, François', ['Sorin, François']],
    ['Mazet, P., Sorin, F.', ['Mazet, P.', 'Sorin, F.']],
    ['La Fontaine, Jean', ['La Fontaine, Jean']],
    ['Pierre Mazet', ['Pierre Mazet']],
    ['Ministère de la Culture, département des études', ['Ministère de la Culture, département des études']],
    ['', []],
  ])('%s', (words, names) => expect(splitNames(words)).toEqual({ names, incomplete: undefined }));

  test.each([
    ['Pierre Mazet, François Sorin et al.', ['Pierre Mazet', 'François Sorin'], 'et al.'],
    ['Pierre Mazet and others', ['Pierre Mazet'], 'and others'],
    ['Pierre Mazet et coll.', ['Pierre Mazet'], 'et coll.'],
  ])('%s is an open list', (words, names, incomplete) =>
    expect(splitNames(words)).toEqual({ names, incomplete }),
  );

  test('a megabyte of commas and names stays quick', () => {
    const started = process.cpuUsage().user;
    for (const text of [','.repeat(1e6), ' '.repeat(1e6), 'Mazet, P., '.repeat(1e5), 'Par '.repeat(250_000)])
      splitNames(text);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
  });
});

describe('a name', () => {
  test.each([
    ['Université Rennes 2'],
    ['Ministère de la Culture, département des études'],
    ['Collectif Rosa Bonheur'],
    ['World Health Organization'],
  ])('N1 of a body is never split: %s', (name) =>
    expect(nameOf(name)).toEqual({ kind: 'organisation', literal: name }),
  );

  test('N1 the source, then an identifier, say that it is a body', () => {
    expect(tidyName({ role: 'author', kind: 'organisation', nameAsPrinted: 'Marsouin' })).toMatchObject({
      kind: 'organisation',
      literal: 'Marsouin',
    });
    expect(
      tidyName({
        role: 'author',
        nameAsPrinted: 'Askoria Rennes',
        identifiers: [{ scheme: 'ror', value: '02feahw73' }],
      }),
    ).toMatchObject({ kind: 'organisation' });
  });

  test.each([['Plantin'], ['anonyme'], ['']])('N1 that says nothing stays whole and unknown: %s', (name) => {
    expect(nameOf(name)).toEqual({ kind: 'unknown', literal: name });
  });

  test.each([
    ['Jean de La Fontaine', person('Jean', 'La Fontaine', { droppingParticle: 'de' })],
    ['La Fontaine, Jean de', person('Jean', 'La Fontaine', { droppingParticle: 'de' })],
    ['Charles de Gaulle', person('Charles', 'Gaulle', { droppingParticle: 'de' })],
    ['Jean Le Rond d’Alembert', person('Jean', 'Le Rond d’Alembert')],
    ['Jacques d’Arsonval', person('Jacques', 'Arsonval', { droppingParticle: 'd’' })],
    ['Joachim du Bellay', person('Joachim', 'du Bellay')],
    ['Ursula von der Leyen', person('Ursula', 'Leyen', { particle: 'von der' })],
    ['Vincent van Gogh', person('Vincent', 'Gogh', { particle: 'van' })],
    ['Gogh, Vincent van', person('Vincent', 'Gogh', { droppingParticle: 'van' })],
    ['Pierre-Yves Le Goff', person('Pierre-Yves', 'Le Goff')],
    ['Ahmed Ould Mohamed', person('Ahmed', 'Ould Mohamed')],
    ['Martin Luther King Jr.', person('Martin Luther', 'King', { suffix: 'Jr.' })],
    ['King, Martin Luther, Jr.', person('Martin Luther', 'King', { suffix: 'Jr.' })],
  ])('N2 has its particles where they belong: %s', (name, parts) => expect(nameOf(name)).toEqual(parts));

  test.each([
    ['François Sorin', person('François', 'Sorin')],
    ['Sorin, François', person('François', 'Sorin')],
    ['SORIN François', person('François', 'Sorin')],
    ['François SORIN', person('François', 'Sorin')],
    ['LE GOFF Jacques', person('Jacques', 'Le Goff')],
    ['O’NEILL Eugene', person('Eugene', 'O’Neill')],
    ['LÉVI-STRAUSS Claude', person('Claude', 'Lévi-Strauss')],
    ['F. Sorin', person('F.', 'Sorin')],
    ['Sorin F.', person('F.', 'Sorin')],
    ['Vidal-Naquet P.-A.', person('P.-A.', 'Vidal-Naquet')],
    ['Amiotte Suchet, Laurent', person('Laurent', 'Amiotte Suchet')],
    ['Cormac McCarthy', person('Cormac', 'McCarthy')],
  ])('N3 follows the structure of the source: %s', (name, parts) => expect(nameOf(name)).toEqual(parts));

  test('keeps the printed form, and the parts that the source tells apart', () => {
    expect(tidyName({ role: 'author', nameAsPrinted: 'SORIN François' }).nameAsPrinted).toBe(
      'SORIN François',
    );
    expect(tidyName({ role: 'author', family: 'Amiotte Suchet', given: 'Laurent' })).toMatchObject({
      kind: 'person',
      nameAsPrinted: 'Laurent Amiotte Suchet',
      family: 'Amiotte Suchet',
    });
    expect(
      tidyName({ role: 'author', family: 'Gogh', given: 'Vincent', particle: 'van' }).nameAsPrinted,
    ).toBe('Vincent van Gogh');
  });

  test.each([
    'Jean de La Fontaine',
    'SORIN François',
    'Ursula von der Leyen',
    'Université Rennes 2',
    'anonyme',
    'Jacques d’Arsonval',
  ])('tidied twice is tidied once: %s', (name) => {
    const once = tidyName({ role: 'author', nameAsPrinted: name });
    expect(tidyName({ role: 'author', ...once })).toEqual(once);
  });
});

import { describe, expect, test } from 'vitest';
import type { DraftContribution } from '../../pipeline/base/draft.ts';
import { type TidyName, tidyName } from '../../pipeline/tidy/name.ts';

type Parts = Omit<TidyName, 'nameAsPrinted' | 'kind'>;
const printed = (nameAsPrinted: string): DraftContribution => ({ role: 'author', nameAsPrinted });

// biome-ignore format: a table
const people: readonly (readonly [rule: string, printed: string, parts: Parts])[] = [
  ['N3', 'François Sorin',            { family: 'Sorin', given: 'François' }],
  ['N3', 'Sorin, François',           { family: 'Sorin', given: 'François' }],
  ['N3', 'SORIN François',            { family: 'Sorin', given: 'François' }],
  ['N3', 'François SORIN',            { family: 'Sorin', given: 'François' }],
  ['N3', 'F. Sorin',                  { family: 'Sorin', given: 'F.' }],
  ['N3', 'Sorin F.',                  { family: 'Sorin', given: 'F.' }],
  ['N3', 'Sorin JM',                  { family: 'Sorin', given: 'JM' }],
  ['N3', 'J.-P. Sorin',               { family: 'Sorin', given: 'J.-P.' }],
  ['N3', 'James D. Watson',           { family: 'Watson', given: 'James D.' }],
  ['N3', 'Jean-Pierre Dupuy',         { family: 'Dupuy', given: 'Jean-Pierre' }],
  ['N3', 'Amiotte Suchet A.',         { family: 'Amiotte Suchet', given: 'A.' }],
  ['N3', 'AMIOTTE SUCHET Aurélien',   { family: 'Amiotte Suchet', given: 'Aurélien' }],
  ['N3', 'Amiotte Suchet, Aurélien',  { family: 'Amiotte Suchet', given: 'Aurélien' }],
  ['N3', 'O’NEILL Tim',               { family: 'O’Neill', given: 'Tim' }],
  ['N3', 'Ronald McDonald',           { family: 'McDonald', given: 'Ronald' }],
  ['N3', 'MCDONALD Ronald',           { family: 'McDonald', given: 'Ronald' }],
  ['N3', 'Martin Luther King Jr.',    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['N3', 'King, Martin Luther, Jr.',  { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['N3', 'King, Jr., Martin Luther',  { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['N3', 'Robert Service',            { family: 'Service', given: 'Robert' }],
  ['N2', 'Jean de La Fontaine',       { family: 'La Fontaine', given: 'Jean', droppingParticle: 'de' }],
  ['N2', 'de La Fontaine, Jean',      { family: 'La Fontaine', given: 'Jean', droppingParticle: 'de' }],
  ['N2', 'La Fontaine, Jean de',      { family: 'La Fontaine', given: 'Jean', droppingParticle: 'de' }],
  ['N2', 'DE LA FONTAINE Jean',       { family: 'La Fontaine', given: 'Jean', droppingParticle: 'de' }],
  ['N2', 'Jean d’Ormesson',           { family: 'Ormesson', given: 'Jean', droppingParticle: 'd’' }],
  ['N2', 'Ursula von der Leyen',      { family: 'Leyen', given: 'Ursula', particle: 'von der' }],
  ['N2', 'Vincent van Gogh',          { family: 'Gogh', given: 'Vincent', particle: 'van' }],
  ['N2', 'van Gogh, Vincent',         { family: 'Gogh', given: 'Vincent', particle: 'van' }],
  ['N2', 'Jacques Le Goff',           { family: 'Le Goff', given: 'Jacques' }],
  ['N2', 'LE GOFF Jacques',           { family: 'Le Goff', given: 'Jacques' }],
  ['N2', 'Charles du Bos',            { family: 'du Bos', given: 'Charles' }],
  ['N2', 'Roberto Da Matta',          { family: 'Da Matta', given: 'Roberto' }],
  ['N2', 'Ould Mohamed, Ada',         { family: 'Ould Mohamed', given: 'Ada' }],
];

// biome-ignore format: a table
const structured: readonly (readonly [rule: string, draft: Omit<DraftContribution, 'role'>, printed: string, parts: Parts])[] = [
  ['N3', { family: 'Sorin', given: 'François' },                       'François Sorin',       { family: 'Sorin', given: 'François' }],
  ['N3', { family: 'SORIN', given: 'François' },                       'François SORIN',       { family: 'Sorin', given: 'François' }],
  ['N3', { family: 'Sorin', given: 'JP' },                             'JP Sorin',             { family: 'Sorin', given: 'JP' }],
  ['N3', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },    'Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['N3', { family: 'Hoffmann' },                                       'Hoffmann',             { family: 'Hoffmann' }],
  ['N2', { family: 'de La Fontaine', given: 'Jean' },                  'Jean de La Fontaine',  { family: 'La Fontaine', given: 'Jean', droppingParticle: 'de' }],
  ['N2', { family: 'Gaulle', given: 'Charles de' },                    'Charles de Gaulle',    { family: 'Gaulle', given: 'Charles', droppingParticle: 'de' }],
  ['N2', { family: 'Gogh', given: 'Vincent', particle: 'van' },        'Vincent van Gogh',     { family: 'Gogh', given: 'Vincent', particle: 'van' }],
  ['N2', { family: 'Ormesson', given: 'Jean', droppingParticle: 'd’' }, 'Jean d’Ormesson',     { family: 'Ormesson', given: 'Jean', droppingParticle: 'd’' }],
];

// biome-ignore format: a table
const bodies: readonly (readonly [why: string, draft: Omit<DraftContribution, 'role'>, literal: string])[] = [
  ['the source says so',  { kind: 'organisation', nameAsPrinted: 'Ti Lab' }, 'Ti Lab'],
  ['it stands in braces', { nameAsPrinted: '{Council on Cardiopulmonary, Critical Care}' }, 'Council on Cardiopulmonary, Critical Care'],
  ['it has a ROR',        { nameAsPrinted: 'Askoria', identifiers: [{ scheme: 'ROR', value: '02feahw73' }] }, 'Askoria'],
  ['of its words',        { nameAsPrinted: 'Ministère de la Culture, département des études' }, 'Ministère de la Culture, département des études'],
  ['of its words',        { nameAsPrinted: 'Équipe LabAccès' }, 'Équipe LabAccès'],
  ['of its words',        { nameAsPrinted: 'COLLECTIF' }, 'COLLECTIF'],
  ['of its words',        { literal: 'Universités de Rennes' }, 'Universités de Rennes'],
  ['of its words',        { family: 'Université de Rennes' }, 'Université de Rennes'],
];

describe('tidyName', () => {
  test.each(people)('%s takes %s apart', (_, name, parts) =>
    expect(tidyName(printed(name))).toEqual({ kind: 'person', nameAsPrinted: name, ...parts }),
  );

  test.each(structured)('%s keeps what the source tells apart: %j', (_, draft, nameAsPrinted, parts) =>
    expect(tidyName({ role: 'author', ...draft })).toEqual({ kind: 'person', nameAsPrinted, ...parts }),
  );

  test.each(bodies)('N1 knows an organisation because %s: %j', (_, draft, literal) =>
    expect(tidyName({ role: 'author', ...draft })).toEqual({
      kind: 'organisation',
      nameAsPrinted: literal,
      literal,
    }),
  );

  test.each([
    'Askoria',
    'CEREQ',
    'LI Wei',
    'FRANÇOIS SORIN',
    'La Quadrature du Net',
    'José Ortega y Gasset',
    '某人',
  ])('N1 leaves %s whole and unknown', (name) =>
    expect(tidyName(printed(name))).toEqual({ kind: 'unknown', nameAsPrinted: name, literal: name }),
  );

  test('N1 an ORCID makes a single word a person', () =>
    expect(
      tidyName({ ...printed('Voltaire'), identifiers: [{ scheme: 'orcid', value: '0000-0002-1825-0097' }] })
        .kind,
    ).toBe('person'));

  test.each([
    ...people.map(([, name]) => printed(name)),
    ...structured.map(([, draft]): DraftContribution => ({ role: 'author', ...draft })),
    ...bodies.map(([, draft]): DraftContribution => ({ role: 'author', ...draft })),
    printed('Askoria'),
    printed('LI Wei'),
  ])('N3 changes nothing the second time: %j', (draft) => {
    const once = tidyName(draft);
    expect(tidyName({ role: 'author', ...once })).toEqual(once);
  });

  test.each([',', ' ', 'A ', 'de ', 'SORIN ', 'J.', '-', '{'])(
    'stays linear on a megabyte of %j',
    (piece) => {
      const name = piece.repeat(1e6 / piece.length);
      expect(tidyName(printed(name)).nameAsPrinted).toBe(name);
      expect(tidyName({ role: 'author', family: name, given: name }).kind).toBe('person');
    },
  );
});

import { describe, expect, test } from 'vitest';
import { compileSchema } from '../../pipeline/base/json-schema.ts';

const other = {
  $id: 'other.schema.json',
  $defs: { name: { type: 'object', required: ['family'], properties: { family: { type: 'string' } } } },
};
const check = compileSchema(
  {
    $id: 'sample.schema.json',
    type: 'object',
    additionalProperties: false,
    properties: {
      titles: {
        type: 'array',
        minItems: 1,
        items: { type: 'object' },
        contains: { type: 'object', properties: { role: { const: 'main' } }, required: ['role'] },
      },
      sources: { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true },
      type: { enum: ['article', 'chapter', 'book'] },
      version: { const: '1' },
      issn: { type: 'string', pattern: '^\\d{4}-\\d{3}[\\dX]$', examples: ['2104-3353'] },
      issued: { type: 'string', format: 'edtf' },
      homepage: { type: 'string', format: 'iri' },
      base: { type: 'string', format: 'base-iri' },
      position: { type: 'integer', minimum: 1 },
      volume: { type: 'string' },
      open: { type: 'boolean' },
      name: { anyOf: [{ type: 'string' }, { $ref: 'other.schema.json#/$defs/name' }] },
      target: { type: 'object', anyOf: [{ required: ['id'] }, { required: ['citation'] }] },
      simple: { anyOf: [{ type: 'string' }, { type: 'array' }] },
      labels: { type: 'object', propertyNames: { type: 'string', pattern: '^[a-z]{2}$', examples: ['fr'] } },
      'a/b': { type: 'string' },
    },
  },
  [other],
);

const first = (value: unknown) => {
  const { complaints } = check(value);
  expect(complaints).toHaveLength(1);
  return complaints[0];
};

describe('compileSchema', () => {
  // biome-ignore format: a table
  test.each([
    [{ sorces: [] }, '/sorces', 'unknown key “sorces”; did you mean “sources”?', 'clé « sorces » inconnue ; voulait-on « sources » ?'],
    [{ 'x~/y': 1, }, '/x~0~1y', 'unknown key “x~/y”; known: titles,', 'clé « x~/y » inconnue ; connues : titles,'],
    [[], '', 'found an empty list, expected a block of keys', 'trouvé une liste vide, attendu un bloc de clés'],
    [null, '', 'found an empty value, expected a block of keys', 'trouvé une valeur vide, attendu un bloc de clés'],
    [{ volume: { a: '1' } }, '/volume', 'found a block of keys (a), expected a text', 'trouvé un bloc de clés (a), attendu un texte'],
    [{ type: 'artcle' }, '/type', 'found “artcle”, expected probably “article” (one of: article, chapter, book)', 'trouvé « artcle », attendu sans doute « article » (un de : article, chapter, book)'],
    [{ type: 'newspaper' }, '/type', 'found “newspaper”, expected one of: article, chapter, book', 'trouvé « newspaper », attendu un de : article, chapter, book'],
    [{ version: '2' }, '/version', 'found “2”, expected “1”', 'trouvé « 2 », attendu « 1 »'],
    [{ issn: '21043353' }, '/issn', 'found “21043353”, expected a form such as “2104-3353”', 'trouvé « 21043353 », attendu une forme comme « 2104-3353 »'],
    [{ issued: 'juin 2023' }, '/issued', 'found “juin 2023”, expected an EDTF date such as 2023, 2023-06', 'trouvé « juin 2023 », attendu une date EDTF comme 2023, 2023-06'],
    [{ homepage: 'labacces.fr' }, '/homepage', 'found “labacces.fr”, expected a full address', 'trouvé « labacces.fr », attendu une adresse complète'],
    [{ base: 'labacces.fr' }, '/base', 'begins with a scheme such as https:// and ends with “/”: “https://labacces.fr/”', 'finit par « / » : « https://labacces.fr/ »'],
    [{ base: 'http://labacces.fr/data' }, '/base', '“http://labacces.fr/data/”', '« http://labacces.fr/data/ »'],
    [{ sources: [''] }, '/sources/0', 'found an empty text, expected a text that is not empty', 'trouvé un texte vide'],
    [{ sources: ['a', 'a'] }, '/sources', 'two items of the list are the same', 'deux éléments de la liste sont les mêmes'],
    [{ titles: [{ role: 'short' }] }, '/titles', 'no item of the list has role: main', 'aucun élément de la liste n’a role: main'],
    [{ open: 'yes' }, '/open', 'found “yes”, expected true or false', 'trouvé « yes », attendu true ou false'],
    [{ position: 'first' }, '/position', 'found “first”, expected a whole number', 'trouvé « first », attendu un nombre entier'],
    [{ position: '0' }, '/position', 'found 0, expected 1 at least', 'trouvé 0, attendu 1 au moins'],
    [{ volume: 3 }, '/volume', 'found 3, expected a text', 'trouvé 3, attendu un texte'],
    [{ name: {} }, '/name', 'missing “family”', 'il manque « family »'],
    [{ name: { family: true } }, '/name/family', 'found true, expected a text', 'trouvé true, attendu un texte'],
    [{ name: true }, '/name', 'found true, expected a text or a block of keys', 'trouvé true, attendu un texte ou un bloc de clés'],
    [{ simple: true }, '/simple', 'found true, expected a text or a list', 'trouvé true, attendu un texte ou une liste'],
    [{ target: {} }, '/target', 'missing “id” or “citation”', 'il manque « id » ou « citation »'],
    [{ labels: { français: 'x' } }, '/labels/français', 'found “français”, expected a form such as “fr”', 'trouvé « français », attendu une forme comme « fr »'],
  ])('makes one complaint of %j', (value, pointer, en, fr) => {
    const complaint = first(value);
    expect(complaint?.pointer).toBe(pointer);
    expect(complaint?.words.en).toContain(en);
    expect(complaint?.words.fr).toContain(fr);
  });

  test('says all that is wrong, one complaint for each mistake', () => {
    const { complaints } = check({ sorces: [], type: 'artcle', name: true, 'a/b': null });
    expect(complaints.map(({ pointer, part }) => [pointer, part])).toEqual(
      expect.arrayContaining([
        ['/sorces', 'key'],
        ['/type', 'value'],
        ['/name', 'value'],
        ['/a~1b', 'value'],
      ]),
    );
    expect(complaints).toHaveLength(4);
  });

  test('makes a number of a text only where the schema counts, in a copy', () => {
    const value = { position: '2', volume: '012', titles: [{ role: 'main' }] };
    expect(check(value)).toEqual({ value: { ...value, position: 2 }, complaints: [] });
    expect(value.position).toBe('2');
  });

  test('shortens a long value', () => {
    expect(first({ type: 'x'.repeat(500) })?.words.en).toContain(`“${'x'.repeat(60)}…”`);
  });
});

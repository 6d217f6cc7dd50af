import { describe, expect, test } from 'vitest';
import { parseLocated } from '../../pipeline/base/located.ts';

const read = (text: string) => parseLocated(text, 'data/lab.yaml');

describe('parseLocated', () => {
  test.each([
    ['volume: 012', { volume: '012' }],
    ['year: 2023', { year: '2023' }],
    ['number: 1.0', { number: '1.0' }],
    ['number: 0x1F', { number: '0x1F' }],
    ['big: 12345678901234567890', { big: '12345678901234567890' }],
    ['{"number": 1e3}', { number: '1e3' }],
    ['issue: "1-2"', { issue: '1-2' }],
    ['date: 2023-06', { date: '2023-06' }],
    ['2019: x', { 2019: 'x' }],
    ['language: no', { language: 'no' }],
    ['a: true\nb: ~\nc:', { a: true, b: null, c: null }],
    ['<<: {a: b}', { '<<': { a: 'b' } }],
    ['[\n\t{\n\t\t"title": "\\ud83d\\udcda \\/"\n\t}\n]', [{ title: '📚 /' }]],
    ['a: &x [1]\nb: *x', { a: ['1'], b: ['1'] }],
    ['', null],
    ['# only a comment\n', null],
  ])('P3 keeps a number as it was written: %j', (text, value) => {
    expect(read(text)).toMatchObject({ value, errors: [] });
  });

  test.each([
    ['a: 1\na: 2', 2, 1, 'this key is given twice', 'donnée deux fois'],
    ['{"a": 1,\n "a": 2}', 2, 2, 'this key is given twice', 'donnée deux fois'],
    ['a:\n\t- b', 2, 1, 'a tab at the start', 'tabulation en début de ligne'],
    ['a: "x', 1, 6, 'a character is missing', 'il manque un caractère'],
    ['a: [1, 2', 1, 9, 'missing closing bracket', 'fermante manquante'],
    ['title: Vers l’État : essai: un', 1, 8, 'two “: ” on one line', 'deux « : » sur une ligne'],
    ['a: @x', 1, 4, 'cannot begin with', 'ne peut pas commencer'],
    ['a: "\\q"', 1, 5, 'unknown “\\” sequence', 'séquence « \\ » inconnue'],
    ['a\nb: c', 1, 1, 'a line without “:”', 'ligne sans « : »'],
    ['a: *x', 1, 4, 'this alias', 'ce renvoi'],
    ['a: !date 2023', 1, 4, 'unknown “!” tag', 'étiquette « ! » inconnue'],
    ['a: 1\n---\nb: 2', 2, 1, 'a second document', 'un second document'],
    ['? [a]\n: b', 1, 3, 'a key must be a text', 'une clé doit être un texte'],
    ['[a]]', 1, 4, 'unexpected sign', 'signe inattendu'],
  ])('says where and why: %j', (text, line, column, en, fr) => {
    const { value, errors } = read(text);
    expect(value).toBeUndefined();
    expect(errors[0]).toMatchObject({ line, column });
    expect(errors[0]?.words.en).toContain(en);
    expect(errors[0]?.words.fr).toContain(fr);
  });

  test('refuses aliases that unfold without end', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`;
    const bomb = ['a: &a [x, x]', level('b', 'a'), level('c', 'b'), level('d', 'c'), level('e', 'd')].join(
      '\n',
    );
    expect(read(bomb).errors[0]?.words.en).toContain('too many aliases');
  });

  test('refuses each of many lost aliases', () => {
    expect(read(Array(1000).fill('- *x').join('\n')).errors).toHaveLength(1000);
  });

  test('does not let a key reach the prototype', () => {
    const { value } = read('__proto__: {polluted: yes}');
    expect((value as { polluted?: string }).polluted).toBeUndefined();
    expect(Object.keys(value as object)).toEqual(['__proto__']);
  });
});

describe('placeOf', () => {
  const lab = read(
    'name: LabAccès\nsources:\n  - name: articles\n    a/b~c: x\nempty:\nsame: &s {k: v}\nalias: *s\n',
  );

  test.each([
    ['', 1, 1],
    ['/name', 1, 7],
    ['/sources/0/name', 3, 11],
    ['/sources/0/a~1b~0c', 4, 12],
    ['/sources/7', 3, 3],
    ['/alias/k', 6, 14],
  ])('%s stands at line %i, column %i', (pointer, line, column) => {
    expect(lab.placeOf(pointer)).toEqual({ file: 'data/lab.yaml', line, column });
  });

  test('gives the place of a key', () => {
    expect(lab.placeOf('/sources', 'key')).toMatchObject({ line: 2, column: 1 });
  });

  test('points into JSON on one line', () => {
    expect(read('{"a": [1, {"b": 2}]}').placeOf('/a/1/b')).toMatchObject({ line: 1, column: 17 });
  });
});

describe('sourceOf', () => {
  test('gives the text of a part, which keeps its columns', () => {
    expect(read('[\n  {"a": 1,\n   "b": 2}, {"c": 3}]').sourceOf('/0')).toEqual({
      text: '  {"a": 1,\n   "b": 2}',
      line: 2,
    });
    expect(read('[{"a": 1}, {"c": 3}]').sourceOf('/1')).toEqual({ text: '           {"c": 3}', line: 1 });
  });
});

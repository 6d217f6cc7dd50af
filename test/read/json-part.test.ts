import { describe, expect, test } from 'vitest';
import { keep, keepOthers, keepWhole, Leftovers, type Part } from '../../pipeline/read/json-part.ts';
import { Unreadable } from '../../pipeline/read/reader.ts';

const partOf = (of: Part['of']): Part => ({ of, path: '', left: new Leftovers('sample') });

/** Lists inside lists. */
function nested(depth: number): unknown {
  return JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`);
}

describe('what is kept', () => {
  test('is kept once, whoever kept it first', () => {
    const part = partOf({});
    const { kept } = part.left;
    keep(part, 'colour', 'red');
    kept.push({ source: 'sample', path: 'shade', value: 'dark' });
    for (const key of ['colour', 'shade', 'hue']) keep(part, key, 'blue');
    expect(kept.map(({ path, value }) => [path, value])).toEqual([
      ['colour', 'red'],
      ['shade', 'dark'],
      ['hue', 'blue'],
    ]);
  });

  test('belongs to one record: another keeps the same path again', () => {
    for (const part of [partOf({}), partOf({})]) {
      keep(part, 'colour', 'red');
      expect(part.left.kept).toHaveLength(1);
    }
  });

  test('may be a hundred thousand values', () => {
    const part = partOf(
      Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index])),
    );
    keepOthers(part, new Set(['key0']));
    keepOthers(part, new Set(['key0']));
    expect(part.left.kept).toHaveLength(99_999);
  }, 2_000);

  test('may nest 200 levels deep', () => {
    const part = partOf({ deep: nested(200) });
    keepOthers(part, new Set());
    expect(part.left.kept).toHaveLength(1);
  });

  test.each([
    ['201', nested(201)],
    ['a million', nested(1_000_000)],
    ['201, objects and lists in turn', JSON.parse(`${'{"a":['.repeat(101)}1${']}'.repeat(101)}`)],
  ])('is unreadable when it nests deeper: %s', (_name, value) => {
    const refused = () => keepWhole({ ...partOf({}), of: value, path: 'geoLocations' });
    expect(refused).toThrow(Unreadable);
    expect(refused).toThrow('“geoLocations”: nested more than 200 levels deep');
  });
});

import { describe, expect, test } from 'vitest';
import { identify, renew } from '../../pipeline/reconcile/identity.ts';
import { formatRegister, parseRegister, type RegisterEntry } from '../../pipeline/reconcile/register.ts';

const then = '2025-01-01T00:00:00Z';
const now = '2026-01-01T00:00:00Z';
const entry = (id: string, keys: readonly string[], more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id,
  keys,
  state: 'live',
  datestamp: then,
  digest: 'd',
  sets: [],
  ...more,
});
const idsOf = (candidates: Parameters<typeof identify>[0], register: readonly RegisterEntry[]) =>
  identify(candidates, register).ids;

describe('an IRI', () => {
  const register = [
    entry('work/a', ['doi:10.5555/1', 'title:mauss/essaisurledon']),
    entry('work/b', ['title:hubert/magie']),
  ];

  test.each([
    ['is found by a strong key', [{ keys: ['doi:10.5555/1'], wish: 'work/x' }], ['work/a']],
    ['is found by title and creator', [{ keys: ['title:hubert/magie'], wish: 'work/x' }], ['work/b']],
    [
      'is found when a letter of the title was mended',
      [{ keys: ['title:mauss/essaisurledons'], wish: 'work/x' }],
      ['work/a'],
    ],
    [
      'is new when nothing leads to an old one',
      [{ keys: ['doi:10.5555/9', 'title:mauss/lesacrifice'], wish: 'work/x' }],
      ['work/x'],
    ],
    ['is new when the one wished is taken', [{ keys: ['doi:10.5555/9'], wish: 'work/a' }], ['work/a-2']],
    [
      'is the one a person gave',
      [{ keys: ['doi:10.5555/9'], wish: 'work/x', given: 'work/mine' }],
      ['work/mine'],
    ],
    [
      'goes to one thing only',
      [
        { keys: ['doi:10.5555/1'], wish: 'work/x' },
        { keys: ['title:mauss/essaisurledon'], wish: 'work/y' },
      ],
      ['work/a', 'work/y'],
    ],
    [
      'is two for two things of one wish',
      [
        { keys: ['a'], wish: 'work/x' },
        { keys: ['b'], wish: 'work/x' },
      ],
      ['work/x', 'work/x-2'],
    ],
  ])('K1 %s', (_, candidates, ids) => expect(idsOf(candidates, register)).toEqual(ids));

  test('K5 of two entries that turn out to be one work, one remains and the other leads to it', () => {
    const { ids, absorbed } = identify(
      [{ keys: ['doi:10.5555/1', 'title:hubert/magie'], wish: 'work/x' }],
      register,
    );
    expect([ids, [...absorbed]]).toEqual([['work/a'], [['work/b', 'work/a']]]);
    const renewed = renew(register, [{ id: 'work/a', keys: [], content: 1 }], {
      absorbed,
      now,
      complete: true,
    });
    expect(renewed.find(({ id }) => id === 'work/b')).toMatchObject({
      state: 'merged',
      into: 'work/a',
      datestamp: now,
    });
  });
});

describe('the register', () => {
  const content = { title: 'Essai sur le don', year: 1925 };
  const [first] = renew([], [{ id: 'work/a', keys: ['doi:1'], content }], {
    absorbed: new Map(),
    now: then,
    complete: true,
  });
  const again = (current: Parameters<typeof renew>[1], complete = true) =>
    renew(first ? [first] : [], current, { absorbed: new Map(), now, complete });

  test.each([
    [
      'stays when nothing changed',
      [{ id: 'work/a', keys: ['doi:1'], content: { year: 1925, title: 'Essai sur le don' } }],
      then,
    ],
    ['stays when only a key came', [{ id: 'work/a', keys: ['doi:1', 'hal:2'], content }], then],
    ['moves with the content', [{ id: 'work/a', keys: ['doi:1'], content: { ...content, year: 1924 } }], now],
  ])('a datestamp %s', (_, current, datestamp) => expect(again(current)[0]?.datestamp).toBe(datestamp));

  test('K5 keeps what is gone as deleted, once', () => {
    const gone = again([]);
    expect(gone).toEqual([{ ...first, state: 'deleted', datestamp: now }]);
    expect(renew(gone, [], { absorbed: new Map(), now: '2027-01-01T00:00:00Z', complete: true })).toEqual(
      gone,
    );
  });

  test('buries nothing when a source was missing', () => expect(again([], false)).toEqual([first]));

  test('is read as it was written', () => {
    const entries = [
      entry('work/b', ['title:le sociographe/x', 'doi:10.5555/<1>']),
      entry('work/a', [], { state: 'merged', into: 'work/b' }),
    ];
    const text = formatRegister(entries);
    expect(parseRegister(text, 'register.tsv')).toEqual([{ ...entries[1] }, { ...entries[0] }]);
    expect(formatRegister(parseRegister(text, 'register.tsv'))).toBe(text);
  });

  test('a register from before there were sets is read', () => {
    const text = `id\tstate\tdatestamp\tdigest\tinto\tkeys\nwork/a\tlive\t${then}\td\t\tdoi:10.5555/a | title:a\n`;
    expect(parseRegister(text, 'register.tsv')).toEqual([entry('work/a', ['doi:10.5555/a', 'title:a'])]);
  });

  test('a work that is gone keeps the sets that it was in', () => {
    const here = { id: 'work/a', keys: [], sets: ['type:article'], content: 1 };
    const [live] = renew([], [here], { absorbed: new Map(), now: then, complete: true });
    expect(live?.sets).toEqual(['type:article']);
    const [gone] = renew(live ? [live] : [], [], { absorbed: new Map(), now, complete: true });
    expect(gone).toEqual({ ...live, state: 'deleted', datestamp: now });
    const text = formatRegister(gone ? [gone] : []);
    expect(parseRegister(text, 'register.tsv')).toEqual([gone]);
  });

  test.each([
    ['a column too few', 'work/a\tlive\t2025'],
    ['an unknown state', `work/a\talive\t${then}\td\t\t`],
    ['a merge into nothing', `work/a\tmerged\t${then}\td\t\t`],
    ['one id twice', `work/a\tlive\t${then}\td\t\t\nwork/a\tlive\t${then}\td\t\t`],
    ['a conflict mark of git', `<<<<<<< HEAD`],
  ])('refuses %s', (_, text) =>
    expect(() => parseRegister(text, 'register.tsv')).toThrow(/register\.tsv:\d: damaged/),
  );
});

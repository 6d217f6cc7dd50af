import { describe, expect, test } from 'vitest';
import { readCorrections } from '../../pipeline/base/read-corrections.ts';

const read = (text: string) => readCorrections(text, 'data/corrections.yaml');

describe('readCorrections', () => {
  test('reads what is set, what is taken away, and why', () => {
    const text = `# seen on the page of the journal
- work: work/mazet-2020-repondre
  set:
    identifiers: [{ scheme: doi, value: 10.4000/terminal.6607 }]
    position: { issue: 128 }
  reason: the page of the journal
  source: https://journals.openedition.org/terminal/6607
- work: work/sorin-2019-les-pratiques-numeriques
  unset: [position.pages]
  reason: in doubt
`;
    expect(read(text)).toEqual([
      {
        work: 'work/mazet-2020-repondre',
        set: {
          identifiers: [{ scheme: 'doi', value: '10.4000/terminal.6607' }],
          position: { issue: '128' },
        },
        unset: [],
        reason: 'the page of the journal',
        source: 'https://journals.openedition.org/terminal/6607',
        place: { file: 'data/corrections.yaml', line: 2, column: 3 },
      },
      {
        work: 'work/sorin-2019-les-pratiques-numeriques',
        unset: ['position.pages'],
        reason: 'in doubt',
        place: { file: 'data/corrections.yaml', line: 8, column: 3 },
      },
    ]);
  });

  test.each(['', '\n', '# nothing yet\n', '[]', '---\n'])('finds no correction in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  // biome-ignore format: a table
  test.each([
    ['no reason', '- work: work/a\n  unset: [notes]\n', '1:3: missing “reason”'],
    ['nothing set or unset', '- work: work/a\n  reason: x\n', '1:3: missing “set” or “unset”'],
    ['an unknown field', '- work: work/a\n  reason: x\n  set: { tiles: [] }\n', '3:10: unknown key “tiles”; did you mean “titles”?'],
    ['a date in words', '- work: work/a\n  reason: x\n  set:\n    dates: [{ event: published, value: juin 2023 }]\n', '4:40: found “juin 2023”, expected an EDTF date'],
    ['no list', 'work: work/a\n', '1:1: found a block of keys (work), expected a list'],
    ['bad syntax', '- work: "work/a\n', 'a character is missing'],
  ])('refuses %s, and says where', (_name, text, en) => {
    expect(() => read(text)).toThrow(en);
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'UserError', exit: 2 }));
  });
});

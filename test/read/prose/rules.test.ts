import { describe, expect, test } from 'vitest';
import { readingOf } from '../../../pipeline/read/prose/reading.ts';
import { proseRules } from '../../../pipeline/read/prose/rules.ts';
import { cases } from './cases.ts';

describe('the rules of prose', () => {
  for (const [rule, all] of Object.entries(cases)) {
    test.each(all.map((each) => [...each] as const))(`${rule}: %s → %s %s`, (line, field, found) => {
      const { tape, kind } = readingOf(line, rule === 'kind-heading' ? { type: 'report' } : {});
      if (field === 'type') expect([kind.type, kind.rule]).toEqual([found, rule]);
      else expect(tape.all(field).map(({ value, rule: by }) => [value, by])).toContainEqual([found, rule]);
    });
  }

  test('say in two languages which habit they stand for', () => {
    for (const words of Object.values(proseRules)) expect(words.fr && words.en).toBeTruthy();
  });
});

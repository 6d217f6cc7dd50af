import { describe, expect, test } from 'vitest';
import { median } from '../../bench/measure.ts';
import { figures, siteIn, siteSection, withSection } from '../../bench/results.ts';
import { holds, type Row, targetsOf } from '../../bench/targets.ts';

const row = (contender: string, cpu: number, peak = 1e8): Row => {
  return { contender, title: contender, kind: 'run', records: 20_000, cpu, wall: cpu, peak };
};

describe('what the benchmark says', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('the median of %j is %d', (values, middle) => expect(median(values)).toBe(middle));

  test.each([
    [0.3123, '0.31'],
    [3.14, '3.1'],
    [42.26, '42.3'],
    [142.4, '142'],
  ])('%d is written %s', (value, written) => expect(figures(value)).toBe(written));

  test('a target that was not measured has no value and neither holds nor fails', () => {
    const targets = targetsOf([], []);
    expect(targets.every(({ measured }) => measured === undefined)).toBe(true);
    expect(targets.every((target) => holds(target, target.require) === undefined)).toBe(true);
  });

  test('speed is the CPU of parsing alone over that of the run', () => {
    const [ntriples, turtle] = targetsOf([row('parse', 1), row('moisson-ntriples', 4)], []);
    expect(ntriples?.measured).toBe(0.25);
    expect(ntriples && holds(ntriples, ntriples.require)).toBe(true);
    expect(ntriples && holds(ntriples, ntriples.aim)).toBe(false);
    expect(turtle?.measured).toBeUndefined();
  });

  test('memory has to stay below its bound', () => {
    const million = { ...row('moisson-ntriples', 60, 4e8), records: 1_000_000 };
    const target = targetsOf([], [million]).find(({ unit }) => unit === 'MB');
    expect(target?.measured).toBe(400);
    expect(target && holds(target, target.require)).toBe(false);
  });

  test('the section on the site is set before the one on memory, then into its own place', () => {
    const section = (wall: number) =>
      siteSection([{ works: 10, what: 'the first build', files: 80, written: 80, wall, cpu: 1, peak: 1e8 }], {
        machine: 'a machine',
        date: '2026-01-15',
        rounds: 1,
      });
    const page = withSection('# Results\n\n## Readers\n\nx\n\n## Memory\n\ny\n', section(1));
    expect(page).toBe(`# Results\n\n## Readers\n\nx\n\n${section(1)}\n\n## Memory\n\ny\n`);
    expect(siteIn(page)).toBe(section(1));
    expect(withSection(page, section(2))).toBe(page.replace(section(1), section(2)));
    expect(siteIn('# Results\n')).toContain('Not measured.');
  });
});

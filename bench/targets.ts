import type { Sample } from './measure.ts';

/** What was measured of one contender with a number of records. */
export interface Row extends Sample {
  readonly contender: string;
  readonly title: string;
  readonly kind: 'run' | 'writing' | 'memory';
  readonly records: number;
}

/** A promise of the project, and what came of it; `measured` is absent when this run did not measure it. */
export interface Target {
  readonly what: string;
  readonly measured?: number | undefined;
  readonly require: number;
  readonly aim: number;
  readonly unit: 'share' | 'times' | 'MB' | '%';
}

/** Every target, from what was measured and from nothing else. */
export function targetsOf(rows: readonly Row[], memory: readonly Row[]): readonly Target[] {
  const row = (contender: string) => rows.find((each) => each.contender === contender);
  const peak = (contender: string, records: number) =>
    memory.find((each) => each.contender === contender && each.records === records)?.peak;
  const each = (contender: string) => over(row(contender)?.cpu, row(contender)?.records);
  const speed = (contender: string) => over(cpuOfParse(rows, row(contender)?.records), row(contender)?.cpu);
  const megabytes = (bytes: number | undefined) => over(bytes, 1e6);
  const growth = over(peak('moisson-ntriples', 1_000_000), peak('moisson-ntriples', 10_000));

  // biome-ignore format: a table
  return [
    { what: 'Crossref JSON Lines → tidied, checked, mapped → N-Triples, against parsing alone', measured: speed('moisson-ntriples'), require: 0.18, aim: 0.3, unit: 'share' },
    { what: 'the same → Turtle', measured: speed('moisson-turtle'), require: 0.15, aim: 0.28, unit: 'share' },
    { what: 'the same → JSON-LD', measured: speed('moisson-jsonld'), require: 0.15, aim: 0.28, unit: 'share' },
    { what: 'writing the same statements: n3 Writer’s CPU ÷ ours', measured: over(row('n3-ntriples')?.cpu, row('write-ntriples')?.cpu), require: 1.4, aim: 2, unit: 'times' },
    { what: 'CPU of `jsonld.toRDF` alone ÷ our whole run, for each record', measured: over(each('jsonld'), each('moisson-ntriples')), require: 7, aim: 20, unit: 'times' },
    { what: '`--jobs 2` against `--jobs 1`, wall', measured: over(row('moisson-ntriples')?.wall, row('moisson-jobs-2')?.wall), require: 1.6, aim: 1.85, unit: 'times' },
    { what: 'peak memory with 10⁶ records', measured: megabytes(peak('moisson-ntriples', 1_000_000)), require: 300, aim: 150, unit: 'MB' },
    { what: 'growth of that peak from 10⁴ to 10⁶ records', measured: growth === undefined ? undefined : Math.max(0, growth - 1) * 100, require: 20, aim: 20, unit: '%' },
    { what: 'peak memory with 10⁶ records and `--distinct`', measured: megabytes(peak('moisson-distinct', 1_000_000)), require: 700, aim: 300, unit: 'MB' },
  ];
}

/** Whether a measured value holds a bound: speeds at least, memory at most. */
export function holds({ measured, unit }: Target, bound: number): boolean | undefined {
  if (measured === undefined) return undefined;
  return unit === 'MB' || unit === '%' ? measured <= bound : measured >= bound;
}

/** CPU of parsing alone on so many records. */
export function cpuOfParse(rows: readonly Row[], records: number | undefined): number | undefined {
  return rows.find((row) => row.contender === 'parse' && row.records === records)?.cpu;
}

function over(value: number | undefined, other: number | undefined): number | undefined {
  return value === undefined || other === undefined || other === 0 ? undefined : value / other;
}

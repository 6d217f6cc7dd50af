/** What happened in some years on end. */
interface Span<T> {
  readonly first: number;
  readonly last: number;
  readonly works: readonly T[];
}

// More rows than this are no picture any more.
const mostSpans = 60;
const lengths = [1, 5, 10, 25, 50, 100, 250];

/**
 * Years in spans of one length, the last first, those in which nothing happened among them: single years where they are
 * few enough, else five years, ten and so on.
 */
export function spansOf<T>(
  years: readonly (readonly [year: number, works: readonly T[]])[],
): readonly Span<T>[] {
  const all = years.map(([year]) => year);
  const [oldest, newest] = [Math.min(...all), Math.max(...all)];
  const startOf = (year: number, length: number) => Math.floor(year / length) * length;
  const countOf = (length: number) => (startOf(newest, length) - startOf(oldest, length)) / length + 1;
  const length = lengths.find((each) => countOf(each) <= mostSpans) ?? 500;
  const bySpan = new Map<number, T[]>();
  for (const [year, works] of years) {
    const start = startOf(year, length);
    bySpan.set(start, [...(bySpan.get(start) ?? []), ...works]);
  }
  return Array.from({ length: countOf(length) }, (_, at) => {
    const first = startOf(newest, length) - at * length;
    return { first, last: first + length - 1, works: bySpan.get(first) ?? [] };
  });
}

import type { DateEvent, WorkDate } from '../base/work.ts';

/**
 * Adds the computed `published` date: the earliest of `publishedOnline` and `publishedPrint`, the more precise one
 * when they agree as far as they go; else what the source calls simply its date (crosswalk section 1).
 */
export function published(dates: readonly WorkDate[]): readonly WorkDate[] {
  const first = (event: DateEvent) => dates.find((date) => date.event === event);
  const once = dates.filter((date) => first(date.event) === date);
  const [online, print] = [first('publishedOnline'), first('publishedPrint')];
  const chosen = online && print ? earlier(online.value, print.value) : (online ?? print)?.value;
  if (chosen === undefined) return once;

  const simply = first('published')?.value;
  const value = simply?.startsWith(chosen) ? simply : chosen;
  return [{ event: 'published', value }, ...once.filter((date) => date.event !== 'published')];
}

function earlier(a: string, b: string): string {
  if (a.startsWith(b)) return a;
  if (b.startsWith(a)) return b;
  return a < b ? a : b;
}

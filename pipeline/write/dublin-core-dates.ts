import { precision, yearOf } from '../base/edtf.ts';
import { dateOf, type Edtf, type Work } from '../base/work.ts';

/** Whether a date is one that every reader knows: `2023`, `2023-06` or `2023-06-15` (W3CDTF). */
export function isW3cdtf(date: Edtf): boolean {
  const known = precision(date);
  return known !== undefined && known !== 'other';
}

/**
 * A date as W3CDTF at its own precision, a season or an interval by its year (D1, D3); undefined for an approximate
 * date and for one that spans years, since a year would say more than is known.
 */
export function w3cdtf(date: Edtf): string | undefined {
  if (isW3cdtf(date)) return date;
  return /[~?%]|\.\./.test(date) ? undefined : yearOf(date);
}

/** The date of simple Dublin Core: W3CDTF where there is one, else EDTF, which ISO 8601-2 knows as well. */
export function simpleDate(date: Edtf): string {
  return w3cdtf(date) ?? date;
}

/** From when a work is available: the end of its embargo, for a work that has one. */
export function availableDate(work: Work): Edtf | undefined {
  if (work.access?.status === 'embargoed') return work.access.embargoUntil;
  return dateOf(work, 'available') ?? dateOf(work, 'publishedOnline');
}

import { isEdtf, precision, yearOf } from '../base/edtf.ts';
import type { DateEvent, WorkDate } from '../base/work.ts';

const types: Readonly<Record<DateEvent, readonly [dateType: string, information?: string]>> = {
  published: ['Issued'],
  available: ['Available'],
  accepted: ['Accepted'],
  submitted: ['Submitted'],
  written: ['Created'],
  modified: ['Updated'],
  copyright: ['Copyrighted'],
  withdrawn: ['Withdrawn'],
  publishedOnline: ['Other', 'published online'],
  publishedPrint: ['Other', 'published in print'],
  defended: ['Other', 'defended'],
  deposited: ['Other', 'deposited'],
};

/**
 * A date as DataCite has it, in W3CDTF or as an interval of such (RKMS-ISO8601), as precise as it is known (D1). Of a
 * season or an approximate date it has the year, and the date itself as information; undefined when there is no year.
 */
export function statedDate({ event, value }: WorkDate) {
  const [dateType, information] = types[event];
  if (isPlain(value)) return { date: value, dateType, dateInformation: information };
  const year = yearOf(value);
  if (year === undefined) return undefined;
  return { date: year, dateType, dateInformation: [information, value].filter(Boolean).join(' ') };
}

function isPlain(value: string): boolean {
  return value.split('/').every((side) => !['other', undefined].includes(precision(side))) && isEdtf(value);
}

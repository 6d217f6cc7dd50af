import type { Draft } from '../base/draft.ts';
import type { DateEvent } from '../base/work.ts';
import { one } from './hal-fields.ts';
import { keep, type Part } from './json-part.ts';

const events: readonly (readonly [field: string, event: DateEvent])[] = [
  ['ePublicationDate', 'publishedOnline'],
  ['writingDate', 'written'],
  ['defenseDate', 'defended'],
  ['submittedDate', 'deposited'],
  ['modifiedDate', 'modified'],
];

/** HAL dates a work of these types by another event when nothing was published (hal.md section 1). */
const insteadOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['COMM', ['conferenceStartDate']],
  ['POSTER', ['conferenceStartDate']],
  ['UNDEFINED', ['writingDate']],
  ['THESE', ['defenseDate']],
  ['HDR', ['defenseDate']],
]);

/**
 * The dates of a record. What stands for a date of publication and only says again when the work was presented,
 * written or defended is none; when HAL put the record online is kept.
 */
export function datesOf(record: Part, code: string): Draft['dates'] {
  const type = code.toUpperCase();
  const said = events.flatMap(([field, event]) => {
    const words = dateWords(record, field);
    return words === undefined ? [] : [{ event, words }];
  });
  const others = (insteadOf.get(type) ?? []).map((field) => dateWords(record, field));
  const stated = dateWords(record, 'publicationDate');
  const isOther = stated !== undefined && others.includes(stated);
  const published = isOther ? undefined : (stated ?? producedAlone(record, type, said));
  keep(record, 'releasedDate_s', dateWords(record, 'releasedDate'));
  return [...(published === undefined ? [] : [{ event: 'published' as const, words: published }]), ...said];
}

/**
 * The date that HAL sorts by, when no other field says it. It may be the day of the deposit: it is one of publication
 * only when it is no day, or the record shows that it was deposited on another; else it is kept.
 */
function producedAlone(
  record: Part,
  type: string,
  said: readonly { readonly event: DateEvent; readonly words: string }[],
): string | undefined {
  const produced = dateWords(record, 'producedDate');
  const start = dateWords(record, 'conferenceStartDate');
  const isSaid = (words: string | undefined) => produced !== undefined && words?.startsWith(produced);
  if (produced === undefined || isSaid(start) || said.some(({ words }) => isSaid(words))) return undefined;
  const isKnown = said.some(({ event }) => event === 'deposited') || !/^\d{4}-\d{2}-\d{2}/.test(produced);
  if (isKnown && !insteadOf.has(type)) return produced;
  keep(record, 'producedDate_s', produced);
  return undefined;
}

/**
 * The words of a date in the field that keeps its precision, else in a copy that pads it to the first of January or of
 * the month: only as far as it cannot be padding (D1).
 */
function dateWords(record: Part, field: string): string | undefined {
  const words = one(record, `${field}_s`);
  if (words !== undefined) return words;
  const padded = one(record, `${field}_tdate`);
  if (padded !== undefined) {
    const isMidnight = padded.endsWith('T00:00:00Z');
    return isMidnight ? unpadded(padded.slice(0, -10)) : padded;
  }
  const [year, month, day] = ['Y', 'M', 'D'].map((end) => one(record, `${field}${end}_i`)?.padStart(2, '0'));
  if (year === undefined) return undefined;
  return unpadded([year, month, month && day].filter((each) => each !== undefined).join('-'));
}

const unpadded = (date: string) =>
  date.replace(/^(\d{4}(?:-\d{2})?)-01$/, '$1').replace(/^(\d{4})-01$/, '$1');

import type { Draft } from '../base/draft.ts';
import { isEdtf } from '../base/edtf.ts';
import type { DateEvent } from '../base/work.ts';
import { said } from './datacite-words.ts';
import { keep, keepOthers, type Part, partsOf, words } from './json-part.ts';

const events: ReadonlyMap<string, DateEvent> = new Map(
  Object.entries<DateEvent>({
    Issued: 'published',
    Available: 'available',
    Accepted: 'accepted',
    Submitted: 'submitted',
    Created: 'written',
    Updated: 'modified',
    Copyrighted: 'copyright',
    Withdrawn: 'withdrawn',
  }),
);
/** What a date of the type `Other` is, in the words beside it. */
const otherEvents: ReadonlyMap<string, DateEvent> = new Map(
  Object.entries<DateEvent>({
    'published online': 'publishedOnline',
    'published in print': 'publishedPrint',
    defended: 'defended',
    deposited: 'deposited',
  }),
);
const ofDate: ReadonlySet<string> = new Set(['date', 'dateType', 'dateInformation']);

/** The dates by their event; another date for the same event, and one of another kind, is kept apart. */
export function datesOf(record: Part): NonNullable<Draft['dates']> {
  const dates = new Map<DateEvent, string>();
  for (const part of partsOf(record, 'dates')) {
    keepOthers(part, ofDate);
    const { event, date, isAll } = understood(part);
    const isNews = date !== undefined && event !== undefined && (dates.get(event) ?? date) === date;
    if (isNews) dates.set(event, date);
    if (!isNews) for (const key of ofDate) keep(part, key, part.of[key]);
    else if (!isAll) keep(part, 'dateInformation', part.of.dateInformation);
  }
  const year = said(record, 'publicationYear');
  const issued = dates.get('published');
  if (issued === undefined && year !== undefined) dates.set('published', year);
  else if (year !== undefined && !issued?.startsWith(year)) keep(record, 'publicationYear', year);
  return Array.from(dates, ([event, text]) => ({ event, words: text }));
}

interface Understood {
  readonly event?: DateEvent | undefined;
  readonly date?: string | undefined;
  /** Whether the information beside the date is said by these two. */
  readonly isAll: boolean;
}

const informationForm = /^(?:([a-z]+(?: [a-z]+){0,2})(?: |$))?(\d{4}\S{0,20})?$/;

/** An event by type or information; the information may hold the date as EDTF writes it, when W3CDTF could not. */
function understood(part: Part): Understood {
  const [date, type, information] = [
    said(part, 'date'),
    words(part, 'dateType'),
    words(part, 'dateInformation'),
  ];
  const [, named, exact] = informationForm.exec(information?.toLowerCase() ?? '') ?? [];
  const event = type === 'Other' ? otherEvents.get(named ?? '') : events.get(type ?? '');
  const isEventSaid = type === 'Other' ? event !== undefined : named === undefined;
  const isFiner = exact !== undefined && date !== undefined && exact.startsWith(date) && isEdtf(exact);
  const isAll =
    information === undefined || (isEventSaid && (exact === undefined ? named !== undefined : isFiner));
  return { event, date: isFiner && isAll ? exact : date, isAll };
}

import { type DateEvent, dateOf, type Edtf, type Work } from '../base/work.ts';
import { isW3cdtf, w3cdtf } from './dublin-core-dates.ts';
import { listElement, type Written } from './xml-element.ts';

/** What a date of HAL can say: year, month or day, and that it is not certain. */
interface TeiDate {
  readonly words: string;
  readonly isUncertain: boolean;
}

/** `2023~` is 2023 and uncertain, a season is its year; undefined for what spans years, of which one would be invented. */
function teiDate(date: Edtf): TeiDate | undefined {
  const base = date.replace(/[?~%]$/, '');
  const words = w3cdtf(base);
  return words === undefined ? undefined : { words, isUncertain: base !== date };
}

/** Whether a date is read again as it was; only the dates of `imprint` can be uncertain. */
export function isDateTold(date: Edtf, isOfImprint: boolean): boolean {
  return isW3cdtf(date) || (isOfImprint && date.endsWith('?') && isW3cdtf(date.slice(0, -1)));
}

function dateElement(type: string, date: Edtf | undefined, subtype?: string): readonly Written[] {
  const said = date === undefined ? undefined : teiDate(date);
  if (said === undefined && subtype === undefined) return [];
  const precision = said?.isUncertain ? 'unknown' : undefined;
  return [{ name: 'date', attributes: { type, subtype, precision }, inside: said?.words ?? '' }];
}

/** A file that goes with a deposit. */
export interface HalFile {
  /** Its name beside the TEI. */
  readonly target: string;
  /** Who allows it, in HAL's words. */
  readonly origin: string;
  /** The day from which it may be seen. */
  readonly embargo?: Edtf | undefined;
}

/** When the work was written, and its file. Of the dates of a deposit HAL knows best. */
export function editionStmt(work: Work, file: HalFile | undefined): readonly Written[] {
  return listElement(
    'editionStmt',
    listElement('edition', [
      ...dateElement('whenWritten', dateOf(work, 'written')),
      ...(file === undefined ? [] : [fileRef(file)]),
    ]),
  );
}

function fileRef({ target, origin, embargo }: HalFile): Written {
  const attributes = { type: 'file', subtype: origin, n: '1', target };
  const until =
    embargo === undefined ? [] : [{ name: 'date', attributes: { notBefore: embargo }, inside: '' }];
  return { name: 'ref', attributes, inside: until.length > 0 ? until : '' };
}

/** The path under which a source's own date is kept where the dates online and in print tell another. */
const own = 'dates.published';

/**
 * HAL tells the date of publication from that online: that in print where it is known, or the one that the source
 * called simply its date, before the earliest of all.
 */
export function publicationDate(work: Work): Edtf | undefined {
  return dateOf(work, 'publishedPrint') ?? ownDate(work) ?? dateOf(work, 'published');
}

/** The date that the source called simply its date, where it is not the one that was chosen. */
export function ownDate({ unmapped }: Pick<Work, 'unmapped'>): Edtf | undefined {
  const value = unmapped.find(({ path }) => path === own)?.value;
  return typeof value === 'string' && isW3cdtf(value) ? value : undefined;
}

/** The dates of `imprint`; what is in press may have none. */
export function imprintDates(work: Work): readonly Written[] {
  const events: readonly (readonly [DateEvent, type: string])[] = [
    ['publishedOnline', 'dateEpub'],
    ['defended', 'dateDefended'],
  ];
  return [
    ...dateElement('datePub', publicationDate(work), work.status === 'inPress' ? 'inPress' : undefined),
    ...events.flatMap(([event, type]) => dateElement(type, dateOf(work, event))),
  ];
}

/** Whether the record says that it was published on this date, once it is read: online comes first. */
export function isPublishedTold(date: Edtf, work: Work): boolean {
  const [told, online] = [publicationDate(work), dateOf(work, 'publishedOnline')];
  const said = told === undefined || !isDateTold(told, true) ? undefined : told;
  if (online === undefined || teiDate(online) === undefined) return said === date;
  return said?.startsWith(online) ? said === date : online === date && isDateTold(online, true);
}

/** A date of a meeting, at its own precision. */
export function meetingDate(type: 'start' | 'end', date: Edtf | undefined): readonly Written[] {
  const words = date === undefined ? undefined : w3cdtf(date);
  return words === undefined ? [] : [{ name: 'date', attributes: { type }, inside: words }];
}

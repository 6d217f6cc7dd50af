import type { DraftContainer, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import type { ContainerType, Issn, WorkEvent } from '../base/work.ts';
import { leave, type RisRecord, take, takeOne } from './ris-record.ts';
import { distinctIssn, serialNumbers } from './serial-number.ts';

// biome-ignore format: a table
const types: ReadonlyMap<string, ContainerType> = new Map([
  ...typed('journal',     'JOUR EJOUR INPR ABST'),
  ...typed('magazine',    'MGZN'),
  ...typed('newspaper',   'NEWS'),
  ...typed('book',        'CHAP ECHAP DICT ENCYC'),
  ...typed('proceedings', 'CPAPER CONF'),
  ...typed('website',     'BLOG ELEC WEB'),
  ...typed('series',      'BOOK EBOOK EDBOOK CLSWK SER RPRT GOVDOC STAND PAMP MAP COMP'),
]);

/** Where each kind of container has its title, the surest tag first. */
// biome-ignore format: a table
const titleTags: Readonly<Record<ContainerType, readonly string[]>> = {
  journal:     ['JF', 'T2', 'BT'],
  magazine:    ['JF', 'T2', 'BT'],
  newspaper:   ['JF', 'T2', 'BT'],
  book:        ['T2', 'BT', 'JF'],
  proceedings: ['C3', 'T2', 'BT', 'JF'],
  website:     ['T2', 'BT', 'JF'],
  series:      ['T3', 'T2', 'BT', 'JF'],
};

/** What the work appeared in, and the numbers that are its own. */
export interface RisPlace {
  readonly container?: DraftContainer | undefined;
  readonly identifiers: readonly DraftIdentifier[];
}

export function placeOf(record: RisRecord, type: string, ofSeries: readonly DraftContribution[]): RisPlace {
  const kind = kindOf(record, type);
  const numbers = numbersOf(record);
  const isPart = kind === 'book' || kind === 'proceedings';
  const identifiers = isPart ? [] : numbers.isbn.map((value) => ({ scheme: 'isbn', value }));
  if (kind === undefined) {
    leave(record, 'SN', ...numbers.issn.map(({ value }) => value));
    return { identifiers };
  }

  // Of a thesis the second title is a subtitle, a department or a university.
  const title = takeOne(record, ...(theses.has(type) ? ['T3'] : titleTags[kind]));
  const written = takeOne(record, 'JO');
  const shortTitles = [
    ...new Set([...(title === undefined ? [] : [written ?? '']), ...take(record, 'JA', 'J2', 'J1')]),
  ].filter((short) => short !== '' && short !== title);
  const name = title ?? written;
  const series = kind === 'series' ? undefined : takeOne(record, 'T3');
  const number = isPart && series !== undefined ? takeOne(record, 'SV') : undefined;
  const isbn = isPart ? numbers.isbn : [];
  const said = shortTitles.length + numbers.issn.length + isbn.length + ofSeries.length;
  if (name === undefined && series === undefined && said === 0) return { identifiers };
  return {
    identifiers,
    container: {
      type: kind,
      titles: name === undefined ? [] : [{ value: name }],
      shortTitles,
      issn: numbers.issn,
      isbn,
      editors: ofSeries.length > 0 ? ofSeries : undefined,
      series:
        series === undefined
          ? undefined
          : { title: { value: series }, ...(number === undefined ? {} : { number }) },
    },
  };
}

const theses: ReadonlySet<string> = new Set(['THES', 'DISS']);
const journalTags = ['JF', 'JO', 'JA', 'J1', 'J2'];

/** Of a type that says nothing of where its works appear, the tags that only a journal has do. */
function kindOf({ tags }: RisRecord, type: string): ContainerType | undefined {
  if (theses.has(type)) return tags.has('T3') ? 'series' : undefined;
  return types.get(type) ?? (journalTags.some((tag) => tags.has(tag)) ? 'journal' : undefined);
}

/** `SN` holds ISSNs and ISBNs alike, and the number of a report or patent. */
function numbersOf(record: RisRecord): { issn: readonly Issn[]; isbn: readonly string[] } {
  const issn: Issn[] = [];
  const isbn: string[] = [];
  for (const words of take(record, 'SN')) {
    const found = serialNumbers(words);
    issn.push(...found.issn);
    isbn.push(...found.isbn);
    if (found.rest !== '') leave(record, 'SN', words);
  }
  return { issn: distinctIssn(issn), isbn: [...new Set(isbn)] };
}

/**
 * The meeting of a paper. `T2` is its name where the proceedings have a title of their own (`C3`) or a place is said
 * (crosswalk 2.4); EndNote has its city in `CY` and the publisher's in `C1`.
 */
export function eventOf(record: RisRecord, type: string): WorkEvent | undefined {
  const { tags } = record;
  const value = tags.get('T2')?.[0];
  if (value === undefined || !meetings.has(type)) return undefined;
  const isTalk = type === 'SLIDE';
  const hasPlace = tags.has('C1') || (tags.has('CY') && (isTalk || !tags.has('PB')));
  if (!isTalk && !tags.has('C3') && !hasPlace) return undefined;
  takeOne(record, 'T2');
  const place = hasPlace ? takeOne(record, tags.has('CY') ? 'CY' : 'C1') : undefined;
  return { name: { value }, place };
}

const meetings: ReadonlySet<string> = new Set(['CONF', 'CPAPER', 'SLIDE']);

/** A place without a publisher has no place in the model. */
export function publisherOf(
  record: RisRecord,
  type: string,
): { readonly name: string; readonly place?: string | undefined } | undefined {
  const name = takeOne(record, 'PB');
  if (name === undefined) return undefined;
  return { name, place: takeOne(record, 'CY', 'PP', ...(meetings.has(type) ? ['C1'] : [])) };
}

function typed(type: ContainerType, codes: string): readonly (readonly [string, ContainerType])[] {
  return codes.split(' ').map((code) => [code, type]);
}

import type { Draft } from '../base/draft.ts';
import { yearOf } from '../base/edtf.ts';
import type { DateEvent } from '../base/work.ts';
import { type Reading, type Said, saidBy, textOf } from './rdf-node.ts';
import { isOfHal } from './rdf-texts.ts';

type Row = readonly [event: DateEvent, keys: readonly string[]];

// biome-ignore format: a table
const rows: readonly Row[] = [
  ['published',      ['dcterms:issued', 'schema:datePublished', 'prism:publicationDate', 'prism:coverDate', 'rdam:dateOfPublication', 'rdam:P30011', 'fabio:hasPublicationDate', 'fabio:hasPublicationYear']],
  ['publishedPrint', ['persee:dateOfPrintPublication']],
  ['available',      ['dcterms:available']],
  ['accepted',       ['dcterms:dateAccepted']],
  ['submitted',      ['dcterms:dateSubmitted']],
  ['written',        ['dcterms:created', 'schema:dateCreated']],
  ['copyright',      ['dcterms:dateCopyrighted']],
  ['modified',       ['dcterms:modified', 'schema:dateModified']],
];

/** Of HAL, whose `dcterms:created` is the day of the deposit. */
const halEvents: ReadonlyMap<DateEvent, DateEvent> = new Map([['written', 'deposited']]);

interface Found {
  readonly event: DateEvent;
  readonly words: string;
}

/**
 * The dates, as precise as their literals. A date that no datatype can say (D2: a season, an interval, `2020~`) stands
 * in `dcterms:date`, and its year where it belongs: it takes that year's place.
 */
export function datesOf(reading: Reading, type: string | undefined): Draft['dates'] {
  const hal = isOfHal(reading);
  const stated = rows.flatMap(([event, keys]): readonly Found[] => {
    const words = first(saidBy(reading.work, ...keys));
    if (words === undefined) return [];
    return [{ event: (hal && halEvents.get(event)) || named(event, type), words }];
  });
  const found = withoutDatatype(reading, stated);
  const published = found.find(({ event }) => event === 'published')?.words;
  return found.map(({ event, words }) => ({
    event: event === 'available' && isPublication(words, published) ? 'publishedOnline' : event,
    words,
  }));
}

/** The first value; others that say no more than it, such as its year, are said with it. */
function first(all: readonly Said[]): string | undefined {
  let words: string | undefined;
  for (const said of all) {
    const text = textOf(said.value)?.value;
    if (text === undefined) continue;
    if (text !== '' && words === undefined) words = text;
    said.taken = text === '' || words?.startsWith(text) === true;
  }
  return words;
}

/** What is accepted is defended when it is a thesis. */
function named(event: DateEvent, type: string | undefined): DateEvent {
  return event === 'accepted' && type === 'thesis' ? 'defended' : event;
}

/**
 * Available on the day of publication, or when no other is said, means published online. Any other day would become
 * the day of publication, which the graph gives itself: an embargo may end then.
 */
function isPublication(available: string, published: string | undefined): boolean {
  if (published === undefined) return true;
  return published.startsWith(available) || available.startsWith(published);
}

const year = /^\d{4}$/;

function withoutDatatype(reading: Reading, stated: readonly Found[]): readonly Found[] {
  let found = stated;
  for (const said of saidBy(reading.work, 'dcterms:date', 'dc:date')) {
    const words = textOf(said.value)?.value;
    if (words === undefined || words === '') {
      said.taken = words === '';
      continue;
    }
    if (found.some((each) => each.words === words)) {
      said.taken = true;
      continue;
    }
    const own = yearOf(words);
    const index = found.findIndex((each) => year.test(each.words) && each.words === own && words !== own);
    if (index >= 0) found = found.map((each, at) => (at === index ? { ...each, words } : each));
    else if (!found.some(({ event }) => event === 'published'))
      found = [...found, { event: 'published', words }];
    else continue;
    said.taken = true;
  }
  return found;
}

import type { Carrying, Keeps } from '../base/losses.ts';
import { nameOf } from '../base/values.ts';
import type { Contribution, Issn, Work } from '../base/work.ts';
import { isW3cdtf } from './dublin-core-dates.ts';
import { countryOf, hostOf } from './hal-tei-monogr.ts';
import { isOneName } from './hal-tei-people-carries.ts';

/** What the record tells of what holds the work, and of where it stands there. */
export const placeCarries: Carrying = {
  'container.type': (type, _, work) => hostOf(work)?.type === type,
  'container.titles': (title, _, work) => {
    const host = hostOf(work);
    return (host?.type === 'series' ? host.serie : host?.title) === title;
  },
  'container.issn': (value, _, work) => isIssnTold(work, value),
  'container.issn.medium': (words, _, work) => {
    const [value = '', medium] = words.split(' ');
    return (medium === 'print' || medium === 'electronic') && isIssnTold(work, value, medium);
  },
  'container.isbn': (value, _, work) => hostOf(work)?.isbn[0] === value,
  'container.editors': (name, _, work) => {
    const host = hostOf(work);
    const told: readonly Contribution[] = [...(host?.editors ?? []), ...(host?.seriesEditors ?? [])];
    return told.some((one) => nameOf(one) === name) && isOneName(name);
  },
  'container.series': (title, _, work) => {
    const host = hostOf(work);
    return host?.type !== 'series' && host?.serie === title;
  },
  'container.identifiers': (words, _, work) => words === `hal-journal ${hostOf(work)?.number}`,
  'position.volume': true,
  'position.issue': true,
  'position.pages': isPagesTold,
  'position.articleNumber': (number, _, { position }) =>
    position?.pages === undefined && articleNumber.test(number),
  'event.name': (name) => !name.includes('\n'),
  'event.start': isOfEvent(isW3cdtf),
  'event.end': isOfEvent(isW3cdtf),
  'event.place': isOfEvent(() => true),
  'event.country': isOfEvent((country) => countryOf(country) === country),
  'publisher.name': true,
  'publisher.place': (_, __, { publisher }) => publisher?.name.trim() !== '',
};

function isIssnTold(work: Work, value: string, medium?: Issn['medium']): boolean {
  const issn = hostOf(work)?.issn ?? [];
  return issn.some((each) => each.value === value && (medium === undefined || each.medium === medium));
}

function isOfEvent(told: (value: string) => boolean): Keeps {
  return (value, _, { event }) => event !== undefined && told(value);
}

/** A number that is not taken for a page (P1). */
const articleNumber = /^(?:[a-z]{0,2}\d{5,}[a-z]?|e\d+)$/i;

/** `137-44` would end on 144, and `e12` number an article (P1). */
function isPagesTold(pages: string): boolean {
  const [, start = '', end = ''] = /^(\d+)-(\d+)$/.exec(pages) ?? [];
  return end.length >= start.length && !articleNumber.test(pages) && !/^(?:n\/?a|-+|none|null)$/i.test(pages);
}

import { hostType, isWholeWork } from '../base/hal-words.ts';
import { plainText } from '../base/plain-text.ts';
import { nameOf } from '../base/values.ts';
import type { Container, ContainerType, Contribution, Issn, Work } from '../base/work.ts';
import { imprintDates, meetingDate } from './hal-tei-dates.ts';
import { monogrNumbers } from './hal-tei-identifiers.ts';
import { placedAs } from './hal-tei-people.ts';
import { halTypology } from './hal-tei-types.ts';
import { listElement, textElement, type Written } from './xml-element.ts';

/** What of a container a record can say: HAL tells a journal, a book that a work is part of, and a series. */
export interface Host {
  /** What it is when it is read. */
  readonly type: ContainerType;
  readonly title?: string | undefined;
  /** The level of its title, for what has one; a series is named where the volume is. */
  readonly level: 'j' | 'm' | undefined;
  readonly issn: readonly Issn[];
  readonly number?: string | undefined;
  readonly isbn: readonly string[];
  readonly editors: readonly Contribution[];
  readonly seriesEditors: readonly Contribution[];
  readonly serie?: string | undefined;
}

const none = { issn: [], isbn: [], editors: [], seriesEditors: [] } as const;

/**
 * The container as HAL has it. A work that stands by itself has no book around it, and the editors and the number beside
 * it would be its own; an ISSN is that of a journal.
 */
export function hostOf(work: Work): Host | undefined {
  const { container } = work;
  if (!container) return undefined;
  const isWhole = isWholeWork(halTypology(work) ?? '');
  const title = titleOf(container);
  const series = container.series && plainText(container.series.title);
  const inside = { isbn: container.isbn, editors: container.editors, serie: series };
  if (['journal', 'magazine', 'newspaper'].includes(container.type)) {
    const journal: Host = { ...none, type: 'journal', level: 'j', title, ...journalNumbers(container) };
    if (title === undefined && journal.issn.length === 0) return undefined;
    return isWhole ? journal : { ...journal, ...inside };
  }
  if (container.type === 'series') return title === undefined ? undefined : seriesHost(work, title, isWhole);
  if (isWhole) return undefined;
  if (title === undefined && container.isbn.length === 0 && series === undefined) return undefined;
  return { ...none, type: hostType(halTypology(work) ?? ''), level: 'm', title, ...inside };
}

const titleOf = ({ titles }: Container) => titles.map(plainText).find((title) => title.trim() !== '');

/** The series of a whole book holds it; the series of a part is that of its book, which nobody named. */
function seriesHost(work: Work, serie: string, isWhole: boolean): Host {
  if (!isWhole) return { ...none, type: hostType(halTypology(work) ?? ''), level: 'm', serie };
  return {
    ...none,
    type: 'series',
    level: undefined,
    serie,
    seriesEditors: work.container?.editors ?? [],
  };
}

/** One ISSN in print and one online: HAL looks the journal up by the first, then by the second. */
function journalNumbers({ issn, identifiers }: Container): Pick<Host, 'issn' | 'number'> {
  const ofMedium = (medium: Issn['medium']) => issn.find((each) => each.medium === medium);
  const print = ofMedium('print') ?? ofMedium(undefined) ?? ofMedium('linking');
  const number = identifiers.find(({ scheme }) => scheme === 'hal-journal')?.value;
  return { issn: [print, ofMedium('electronic')].filter((each) => each !== undefined), number };
}

/** `monogr`, in the order of the schema: numbers, titles, meeting, editors, imprint, and who had it made. */
export function monogr(work: Work): readonly Written[] {
  const host = hostOf(work);
  return listElement('monogr', [
    ...monogrNumbers(work),
    ...textElement('idno', host?.number, { type: 'halJournalId' }),
    ...(host?.issn ?? []).flatMap(({ value, medium }) =>
      textElement('idno', value, { type: medium === 'electronic' ? 'eissn' : 'issn' }),
    ),
    ...(host?.isbn ?? []).slice(0, 1).flatMap((isbn) => textElement('idno', isbn, { type: 'isbn' })),
    ...(host?.level ? textElement('title', host.title, { level: host.level }) : []),
    ...meeting(work),
    ...(host?.editors ?? []).flatMap((one) => textElement('editor', nameOf(one))),
    ...imprint(work, host),
    ...authorities(work),
  ]);
}

/** The editors of a series. */
export function series(work: Work): readonly Written[] {
  const editors = hostOf(work)?.seriesEditors ?? [];
  return listElement(
    'series',
    editors.flatMap((one) => textElement('editor', nameOf(one))),
  );
}

/** A conference by its title: its place and days say nothing without. */
function meeting({ event }: Work): readonly Written[] {
  if (!event || plainText(event.name).trim() === '') return [];
  const key = countryOf(event.country);
  return [
    {
      name: 'meeting',
      inside: [
        ...textElement('title', plainText(event.name)),
        ...meetingDate('start', event.start),
        ...meetingDate('end', event.end),
        ...textElement('settlement', event.place),
        ...(key === undefined ? [] : [{ name: 'country', attributes: { key }, inside: '' }]),
      ],
    },
  ];
}

/** HAL takes a country whose code is missing for England. */
export function countryOf(country: string | undefined): string | undefined {
  return country !== undefined && /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : undefined;
}

/** Whether HAL wants the institution that had the work made, and knows no publisher. */
export function isOfInstitution({ type }: Pick<Work, 'type'>): boolean {
  return type === 'thesis' || type === 'report';
}

function imprint(work: Work, host: Host | undefined): readonly Written[] {
  const { publisher, position } = work;
  return listElement('imprint', [
    ...(isOfInstitution(work) ? [] : textElement('publisher', publisher?.name)),
    ...textElement('pubPlace', publisher?.place),
    ...scope('serie', host?.serie),
    ...scope('volume', position?.volume),
    ...scope('issue', position?.issue),
    ...scope('pp', pagesOf(work)),
    ...imprintDates(work),
  ]);
}

const scope = (unit: string, words: string | undefined) => textElement('biblScope', words, { unit });

/** A range by its ends, else as printed; the number of an article that has no pages takes their place. */
export function pagesOf({ position }: Pick<Work, 'position'>): string | undefined {
  const { pages, articleNumber } = position ?? {};
  if (pages?.start && pages.end) return `${pages.start}-${pages.end}`;
  return pages?.raw ?? articleNumber;
}

function authorities(work: Work): readonly Written[] {
  const authority = (type: string, words: string | undefined) => textElement('authority', words, { type });
  return [
    ...(isOfInstitution(work) ? authority('institution', work.publisher?.name) : []),
    ...placedAs(work, 'supervisor').flatMap((one) => authority('supervisor', nameOf(one))),
  ];
}

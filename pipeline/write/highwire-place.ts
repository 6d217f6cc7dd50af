import { plainText } from '../base/plain-text.ts';
import type { ContainerType, LangText, Work } from '../base/work.ts';
import { type Tag, tags, textTag } from './highwire-tag.ts';

/** The tag that names what a work appeared in, and what the tag says that this is. */
export interface Host {
  readonly tag?: 'journal_title' | 'inbook_title' | 'conference_title' | 'series_title' | undefined;
  readonly type: ContainerType;
  readonly title?: LangText | undefined;
}

/**
 * The container as Highwire tells it: journals, books, proceedings and series; a website is none of these. Beside the
 * conference itself, its proceedings are a book. Only a journal can be known by its ISSN or short title alone.
 */
export function hostOf(work: Work): Host | undefined {
  const { container } = work;
  if (!container) return undefined;
  const title = container.titles.find((text) => plainText(text) !== '');
  if (isPeriodical(container.type)) return { tag: title && 'journal_title', type: 'journal', title };
  if (!title || container.type === 'website') return undefined;
  if (container.type === 'series') return { tag: 'series_title', type: 'series', title };
  if (container.type === 'book' || conferenceOf(work)) return { tag: 'inbook_title', type: 'book', title };
  return { tag: 'conference_title', type: 'proceedings', title };
}

const isPeriodical = (type: ContainerType) =>
  type === 'journal' || type === 'magazine' || type === 'newspaper';

/** Whether an ISBN that the tags say is that of the container. */
export function isInBook(work: Work): boolean {
  const { type } = hostOf(work) ?? {};
  return type === 'book' || type === 'proceedings';
}

/** The conference that a paper was read at; of other works, Zotero would make papers too. */
export function conferenceOf({ type, event }: Work): LangText | undefined {
  return type === 'proceedingsPaper' ? event?.name : undefined;
}

/** Container and conference, numbers, volume, issue and pages. */
export function placeTags(work: Work): readonly Tag[] {
  const { container, position } = work;
  const host = hostOf(work);
  const conference = conferenceOf(work);
  const own = work.identifiers.filter(({ scheme }) => scheme === 'isbn').map(({ value }) => value);
  return [
    // Scholar and Zotero know the first; the second says that it is the conference and not its proceedings.
    ...(conference ? textTag('citation_conference_title', conference) : []),
    ...(conference ? textTag('citation_conference', conference) : []),
    ...(host?.tag && host.title ? textTag(`citation_${host.tag}`, host.title) : []),
    ...seriesTags(work, host),
    ...tags('citation_journal_abbrev', ...(host ? shortTitles(work) : [])),
    ...(host ? issnTags(work) : []),
    ...tags('citation_isbn', ...(isInBook(work) ? (container?.isbn ?? []) : own)),
    ...tags('citation_volume', position?.volume),
    ...tags('citation_issue', position?.issue),
    ...pageTags(work),
    ...(position?.section ? textTag('citation_section', position.section) : []),
  ];
}

/** Short titles that are not the title again. */
export function shortTitles(work: Work): readonly string[] {
  const title = hostOf(work)?.title;
  return (work.container?.shortTitles ?? []).filter((short) => short !== (title && plainText(title)));
}

/** Whether the series of the container is said beside it. */
export function hasSeries(host: Host | undefined): boolean {
  return host?.tag !== undefined && host.type !== 'series';
}

function seriesTags({ container }: Work, host: Host | undefined): readonly Tag[] {
  return container?.series && hasSeries(host) ? textTag('citation_series_title', container.series.title) : [];
}

/** Every ISSN, and again those that are known to be electronic. */
function issnTags({ container }: Work): readonly Tag[] {
  const all = container?.issn ?? [];
  const electronic = all.filter(({ medium }) => medium === 'electronic');
  return [
    ...tags('citation_issn', ...all.map(({ value }) => value)),
    ...tags('citation_eIssn', ...electronic.map(({ value }) => value)),
  ];
}

/** First and last page; what is printed otherwise stands beside them as it is. An article number takes their place. */
function pageTags({ position }: Work): readonly Tag[] {
  const { pages, articleNumber } = position ?? {};
  const { raw, start, end } = pages ?? {};
  const range = end === undefined || end === start ? start : `${start}-${end}`;
  return [
    ...tags('citation_firstpage', start ?? (pages ? undefined : pageLike(articleNumber))),
    ...tags('citation_lastpage', start === undefined ? undefined : end),
    ...tags('citation_pages', raw === range ? undefined : raw),
    ...tags('citation_article_number', articleNumber),
  ];
}

/** A number that nobody takes for a page (P1). */
function pageLike(number: string | undefined): string | undefined {
  return number !== undefined && /^(?:[a-z]{0,2}\d{5,}[a-z]?|e\d+)$/i.test(number) ? number : undefined;
}

import type { DraftContainer, DraftIdentifier, DraftPosition } from '../base/draft.ts';
import { usualContainer } from '../base/usual-container.ts';
import type { Issn, LangText, Reference } from '../base/work.ts';
import { type Related, target } from './datacite-relations.ts';
import {
  apiKeys,
  editorsOf,
  ofApi,
  ofItem,
  ofLine,
  ofSeries,
  otherTitlesOf,
  type Saying,
} from './datacite-sayings.ts';
import { keep, keepOthers, type Part, partAt } from './json-part.ts';

/** Where a work appeared. */
export interface Appearance {
  readonly container?: DraftContainer | undefined;
  readonly position?: DraftPosition | undefined;
  /** What the work is a part of and that has an identifier alone, or an identifier that a container has no place for. */
  readonly partOf: readonly Reference[];
  /** Series information that says no volume and issue. */
  readonly notes: readonly LangText[];
}

/** The related items that a work is published in: itself first, then the series that it belongs to; and the others. */
export function sortItems(items: readonly Part[]) {
  const all = items.filter(({ of }) => of.relationType === 'IsPublishedIn');
  const item = all.find(({ of }) => !serials.has(String(of.relatedItemType))) ?? all[0];
  const series = all.find((each) => each !== item && serials.has(String(each.of.relatedItemType)));
  return { item, series, others: items.filter((each) => each !== item && each !== series) };
}

const serials: ReadonlySet<string> = new Set(['Collection', 'Series', 'BookSeries']);

/** What `appearanceOf` draws from, beside the record itself. */
interface Sources {
  readonly item?: Part | undefined;
  readonly series?: Part | undefined;
  readonly related: Related;
  readonly lines: readonly LangText[];
  /** The model's word for the type of the work. */
  readonly work: string | undefined;
}

/**
 * The container and the place in it: of the related item (schema 4.4), else of the `container` that DataCite makes of
 * the other fields, else of a line of series information.
 */
export function appearanceOf(record: Part, { item, series, related, lines, work }: Sources): Appearance {
  const stated: Saying = item ? ofItem(item, record) : {};
  const api = partAt(record, 'container');
  const made: Saying = api ? ofApi(api, work) : {};
  if (api) keepWhatDiffers(record, api, made, stated);
  const both = isOfOne(stated, made) ? { ...made, ...withoutGaps(stated) } : stated;
  const parsed = lines.map(ofLine);
  const line = parsed.find((each) => each !== undefined && isOfOne(both, each)) ?? {};
  const all: Saying = { ...line, ...withoutGaps(both) };

  const { title, volume, issue, pages, articleNumber } = all;
  const ids = all.id ? [all.id] : [];
  const issn = issnOf(ids, related);
  const isbn = [...new Set([...valuesOf(ids, /^isbn$/), ...related.isbn])];
  const others = ids.filter(({ scheme }) => !/^(?:[el]?issn|isbn)$/.test(scheme ?? ''));
  const isNamed = title !== undefined || issn.length + isbn.length > 0;
  const type = all.type ?? usualContainer(work) ?? (isbn.length > 0 ? 'book' : 'series');
  const own = series && ofSeries(series, record);
  if (series && !isNamed) keep(series, 'titles', series.of.titles);
  return {
    container: isNamed
      ? {
          type,
          titles: [...(title ? [title] : []), ...(item ? otherTitlesOf(item) : [])],
          issn,
          isbn,
          editors: item ? editorsOf(item) : [],
          series: own?.series,
          identifiers: others,
        }
      : undefined,
    position:
      volume === undefined && issue === undefined && pages === undefined && articleNumber === undefined
        ? undefined
        : { volume, issue, pages, articleNumber },
    partOf: [
      ...(isNamed ? [] : others.map(({ value, scheme }) => target(value, scheme))),
      ...(own?.id ? [target(own.id.value, own.id.scheme)] : []),
    ],
    notes: lines.filter((_line, index) => !agrees(parsed[index], all)),
  };
}

/** Whether two sources can speak of the same container. */
function isOfOne(one: Saying, other: Saying): boolean {
  return (
    one.title === undefined ||
    other.title === undefined ||
    one.title.value.toLowerCase() === other.title.value.toLowerCase()
  );
}

const sayings = [
  ['type', 'type'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['pages', 'firstPage', 'lastPage'],
  ['articleNumber', 'number'],
] as const;

/** The values of `container` that say otherwise than the related item, or all when it speaks of another thing. */
function keepWhatDiffers(record: Part, api: Part, made: Saying, stated: Saying): void {
  if (!isOfOne(stated, made)) {
    keep(record, 'container', api.of);
    return;
  }
  keepOthers(api, apiKeys);
  for (const [saying, ...keys] of sayings) {
    if (stated[saying] === undefined || made[saying] === stated[saying]) continue;
    for (const key of keys) keep(api, key, api.of[key]);
  }
  if (stated.id && made.id?.value !== stated.id.value) keep(api, 'identifier', api.of.identifier);
}

function withoutGaps(saying: Saying): Saying {
  return Object.fromEntries(Object.entries(saying).filter(([, value]) => value !== undefined));
}

/** Whether a line of series information says nothing that has not found its place. */
function agrees(line: Saying | undefined, all: Saying): boolean {
  if (!line) return false;
  const { title, ...numbers } = line;
  return (
    title?.value.toLowerCase() === all.title?.value.toLowerCase() &&
    Object.entries(numbers).every(([key, value]) => value === undefined || all[key as keyof Saying] === value)
  );
}

function issnOf(ids: readonly DraftIdentifier[], { issn }: Related): readonly Issn[] {
  const others = valuesOf(ids, /^[el]?issn$/).filter((value) => !issn.some((each) => each.value === value));
  return [...issn, ...new Set(others)].map((each) => (typeof each === 'string' ? { value: each } : each));
}

function valuesOf(ids: readonly DraftIdentifier[], scheme: RegExp): readonly string[] {
  return ids.filter((id) => scheme.test(id.scheme ?? '')).map(({ value }) => value);
}

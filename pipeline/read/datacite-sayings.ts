import type { DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { usualContainer } from '../base/usual-container.ts';
import type { ContainerType, LangText } from '../base/work.ts';
import { contributorsOf, person, roleOf, schemeOf } from './datacite-people.ts';
import { itemIdentifier, pagesOf } from './datacite-relations.ts';
import { said } from './datacite-words.ts';
import { keep, keepOthers, type Part, partsOf, words } from './json-part.ts';

/** One source's words on the container. */
export interface Saying {
  readonly title?: LangText | undefined;
  readonly type?: ContainerType | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly pages?: string | undefined;
  readonly articleNumber?: string | undefined;
  readonly id?: DraftIdentifier | undefined;
}

const containerTypes: ReadonlyMap<string, ContainerType> = new Map(
  Object.entries<ContainerType>({
    Journal: 'journal',
    Book: 'book',
    ConferenceProceeding: 'proceedings',
    Collection: 'series',
    Series: 'series',
    BookSeries: 'series',
    DataRepository: 'website',
    Repository: 'website',
  }),
);

function typeOf(part: Part, key: string): ContainerType | undefined {
  const word = words(part, key);
  const type = containerTypes.get(word ?? '');
  if (type === undefined && word !== 'Other') keep(part, key, word);
  return type;
}

const itemKeys: ReadonlySet<string> = new Set([
  ...['relationType', 'relatedItemType', 'relatedItemIdentifier', 'relatedItemIdentifierType', 'titles'],
  ...['volume', 'issue', 'number', 'numberType', 'firstPage', 'lastPage', 'publicationYear', 'publisher'],
  'contributors',
]);

/** What a related item says of the container; the rest of it is kept. */
export function ofItem(item: Part, record: Part): Saying {
  const { volume, issue, title, id } = commonOf(item, record);
  const number = words(item, 'number');
  // A number may also be that of a chapter or a report.
  const isArticleNumber = ['', 'Article'].includes(words(item, 'numberType') ?? '');
  if (!isArticleNumber) for (const key of ['number', 'numberType']) keep(item, key, item.of[key]);
  return {
    title,
    type: typeOf(item, 'relatedItemType'),
    volume,
    issue,
    pages: pagesOf(item),
    articleNumber: isArticleNumber ? number : undefined,
    id,
  };
}

/** What a journal and a series both have; a publisher and a year that are the work's own are said already. */
function commonOf(item: Part, record: Part) {
  keepOthers(item, itemKeys);
  const { kind, value } = itemIdentifier(item);
  for (const key of ['publisher', 'publicationYear']) {
    if (String(item.of[key]) !== String(record.of[key])) keep(item, key, item.of[key]);
  }
  return {
    title: titleOf(item),
    volume: words(item, 'volume'),
    issue: words(item, 'issue'),
    id: value === undefined ? undefined : { scheme: kindOf(kind), value },
  };
}

/** The scheme of a container's identifier; an address says by itself whose it is. */
const kindOf = (type: string | undefined) => (type === 'URL' ? undefined : schemeOf(type));

/** The first title. */
function titleOf(item: Part): LangText | undefined {
  const [first, ...others] = partsOf(item, 'titles');
  for (const other of others) {
    if (!isAnother(other)) keep(item, other.path.slice(item.path.length + 1), other.of);
  }
  const value = first && said(first, 'title');
  if (first) keepOthers(first, ofTitle);
  return first && value !== undefined ? { value, lang: words(first, 'lang') } : undefined;
}

const ofTitle: ReadonlySet<string> = new Set(['title', 'lang']);
const ofOtherTitle: ReadonlySet<string> = new Set([...ofTitle, 'titleType']);

/** Whether a title is the whole name in other words, and no subtitle or unknown addition. */
const isAnother = ({ of }: Part) => ['AlternativeTitle', 'TranslatedTitle'].includes(String(of.titleType));

/** The other titles of a related item. */
export function otherTitlesOf(item: Part): readonly LangText[] {
  return partsOf(item, 'titles')
    .slice(1)
    .filter(isAnother)
    .flatMap((part) => {
      keepOthers(part, ofOtherTitle);
      const value = said(part, 'title');
      return value === undefined ? [] : [{ value, lang: words(part, 'lang') }];
    });
}

/** The editors of a related item. */
export function editorsOf(item: Part): readonly DraftContribution[] {
  return contributorsOf(item).flatMap((part) => {
    if (roleOf(part) === 'editor') return person(part, 'editor') ?? [];
    keep(item, part.path.slice(item.path.length + 1), part.of);
    return [];
  });
}

/** The series that a container belongs to, and its identifier. */
export function ofSeries(item: Part, record: Part) {
  const { title, volume, issue, id } = commonOf(item, record);
  for (const key of ['number', 'numberType', 'firstPage', 'lastPage', 'contributors'])
    keep(item, key, item.of[key]);
  keep(item, 'issue', issue);
  if (title === undefined) keep(item, 'volume', volume);
  return { series: title && { title, number: volume }, id };
}

/** The keys of `container`. */
export const apiKeys: ReadonlySet<string> = new Set([
  ...['type', 'title', 'volume', 'issue', 'firstPage', 'lastPage', 'number', 'identifier', 'identifierType'],
]);

/** What the `container` of the REST API says. */
export function ofApi(api: Part, work: string | undefined): Saying {
  const [title, id] = [said(api, 'title'), words(api, 'identifier')];
  const word = words(api, 'type');
  const type = containerTypes.get(word ?? '');
  return {
    title: title === undefined ? undefined : { value: title },
    // DataCite says `Series` of whatever it found in series information, journals included.
    type: word === 'Series' ? (usualContainer(work) ?? type) : type,
    volume: words(api, 'volume'),
    issue: words(api, 'issue'),
    pages: pagesOf(api),
    articleNumber: words(api, 'number'),
    id: id === undefined ? undefined : { scheme: kindOf(words(api, 'identifierType')), value: id },
  };
}

// As DataCite advises to write it: `series title, volume(issue), firstpage-lastpage`.
const seriesLine = /^(.{1,300}?), (\w{0,9}\d\w{0,9})\(([^()]{1,40})\)(?:, (\w{1,20})(?:[-–](\w{1,20}))?)?$/u;

/** What a line of series information says, when it is written so; undefined otherwise. */
export function ofLine({ value, lang }: LangText): Saying | undefined {
  const [, title, volume, issue, first, last] = seriesLine.exec(value.trim()) ?? [];
  if (title === undefined) return undefined;
  const pages = last === undefined ? first : `${first}-${last}`;
  return { title: { value: title, lang }, volume, issue, pages };
}

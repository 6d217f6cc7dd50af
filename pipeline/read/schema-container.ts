import { codeList } from '../base/code-list.ts';
import type { DraftContainer, DraftPosition } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import type { ContainerType, Issn, LangText } from '../base/work.ts';
import { keep } from './json-part.ts';
import { identifiersOf } from './schema-identifiers.ts';
import { keepUnread, type Node, textsOf, valuesOf, words, wordsOf } from './schema-node.ts';
import { contributionsIn } from './schema-people.ts';

/** Where a work came out: its container and its place there. */
export interface Placed {
  readonly container?: DraftContainer | undefined;
  readonly position?: DraftPosition | undefined;
  /** When the issue came out. */
  readonly issued?: string | undefined;
  readonly publisher?: Node | undefined;
  /** What the work is a part of without being in a journal, a book or a site. */
  readonly wholes: readonly (Node | string)[];
}

/** What the chain of `isPartOf` leads through, from the inside. */
interface Chain {
  readonly issue?: Node | undefined;
  readonly volume?: Node | undefined;
  readonly holders: readonly Node[];
  readonly wholes: readonly (Node | string)[];
}

// Longer than any chain; one may also lead back to its beginning.
const longest = 8;

function chainOf(work: Node): Chain {
  const links = follow(work);
  const has = (type: string) => links.find(({ types }) => types.includes(type));
  const [issue, volume] = [has('PublicationIssue'), has('PublicationVolume')];
  const holders = links.filter((node) => typeOf(node, work) !== undefined);
  const wholes = links.filter(
    (node) => !holders.includes(node) && node !== issue && node !== volume && !isOnTheWay(node),
  );
  return { issue, volume, holders, wholes: [...wholes, ...namedOnly(work)] };
}

/** A page of the site is no container, but what it is a part of may be one. */
const isOnTheWay = ({ types }: Node) =>
  types.some((type) => /^(?:Publication(?:Issue|Volume)|\w*Page)$/.test(type));

function namedOnly(work: Node): readonly string[] {
  return valuesOf(work, 'isPartOf').flatMap(({ text }) => (text ? [text.value] : []));
}

function follow(work: Node): readonly Node[] {
  const links: Node[] = [];
  const seen = new Set<unknown>([work.of]);
  let nodes: readonly Node[] = [...inside(work, 'isPartOf'), ...inside(work, 'periodical')];
  for (let depth = 0; nodes.length > 0 && depth < longest; depth += 1) {
    const fresh = nodes.filter(({ of, id }) => !seen.has(of) && !(id !== undefined && seen.has(id)));
    for (const node of fresh) {
      seen.add(node.of).add(node.id ?? node.of);
      links.push(node);
    }
    nodes = fresh.flatMap((node) => inside(node, 'isPartOf'));
  }
  return links;
}

function inside(node: Node, key: string): readonly Node[] {
  return valuesOf(node, key).flatMap((value) => (value.node ? [value.node] : []));
}

/** What kind of container an object is; a work without a class of its own is one when it has a container's number. */
function typeOf(node: Node, work: Node): ContainerType | undefined {
  const list = codeList('containers');
  const said = node.types
    .map((type) => (type === 'Journal' ? 'journal' : list.read('schema', type)))
    .find(Boolean);
  if (said === 'series' && work.types.includes('Book')) return 'series';
  if (said !== undefined) return said as ContainerType;
  if (isOnTheWay(node) && node.of.issn === undefined) return undefined;
  if (node.of.issn !== undefined) return 'journal';
  if (node.of.isbn !== undefined || (work.types.includes('Chapter') && node.of.name !== undefined))
    return 'book';
  return undefined;
}

/** The container of a work, its volume, issue and pages, from the work itself and from what it is a part of. */
export function placeOf(work: Node): Placed {
  const chain = chainOf(work);
  const [holder, ...outer] = chain.holders;
  const series =
    holder && typeOf(holder, work) === 'book'
      ? outer.find((node) => typeOf(node, work) === 'series')
      : undefined;
  for (const each of outer) if (each !== series) keep(each, 'name', each.of.name);
  return {
    container: containerOf(work, chain, holder, series),
    position: positionOf(work, chain),
    issued: issueDate(chain),
    publisher: holder && inside(holder, 'publisher')[0],
    wholes: chain.wholes,
  };
}

const ofHolder = new Set([
  ...[
    'name',
    'headline',
    'alternateName',
    'issn',
    'isbn',
    'editor',
    'identifier',
    'sameAs',
    'url',
    'isPartOf',
  ],
  ...['publisher', 'volumeNumber', 'issueNumber', 'datePublished', 'position'],
  // What it holds beside this work.
  ...['hasPart', 'mainEntityOfPage', 'potentialAction'],
]);

function containerOf(
  work: Node,
  { issue, volume }: Chain,
  holder: Node | undefined,
  series: Node | undefined,
): DraftContainer | undefined {
  const isChapter = work.types.includes('Chapter');
  const own = work.types.some((type) => /^(?:Periodical|BookSeries|CreativeWorkSeries)$/.test(type))
    ? []
    : issnOf(work);
  const parts = [issue, volume].filter((node) => node !== undefined && node !== holder);
  const issn = uniqueIssn([
    ...(holder ? issnOf(holder) : []),
    ...parts.flatMap((node) => (node ? issnOf(node) : [])),
    ...(series ? issnOf(series) : []),
    ...own,
  ]);
  const isbn = [...(holder ? wordsOf(holder, 'isbn') : []), ...(isChapter ? wordsOf(work, 'isbn') : [])];
  if (!holder) {
    if (issn.length + isbn.length === 0) return undefined;
    return { type: isChapter ? 'book' : isArticle(work) ? 'journal' : 'series', issn, isbn };
  }
  keepUnread(holder, ofHolder);
  if (!series) keep(holder, 'position', holder.of.position);
  if (typeOf(holder, work) !== 'book' && issue !== holder)
    keep(holder, 'datePublished', holder.of.datePublished);
  const titles = titlesOf(holder);
  return {
    type: typeOf(holder, work) ?? 'series',
    ...(titles.length > 0 ? { titles } : {}),
    shortTitles: wordsOf(holder, 'alternateName'),
    issn,
    isbn: [...new Set(isbn)],
    editors: contributionsIn(holder, 'editor', 'editor'),
    series: series && seriesOf(series, holder),
    identifiers: identifiersOf(holder, ['identifier', 'sameAs']),
    url: addressOf(holder),
  };
}

const isArticle = ({ types }: Node) => types.some((type) => type.endsWith('Article'));

function titlesOf(holder: Node): readonly LangText[] {
  const names = textsOf(holder, 'name');
  return names.length > 0 ? names : textsOf(holder, 'headline');
}

function addressOf(node: Node): string | undefined {
  const [first, ...others] = valuesOf(node, 'url').map(({ text, node: inner }) => text?.value ?? inner?.id);
  for (const other of others) keep(node, 'url', other);
  if (first === undefined || isWebAddress(first)) return first;
  keep(node, 'url', first);
  return undefined;
}

const ofSeries = new Set(['name', 'issn', 'volumeNumber', 'position']);

/** `position` is the place of a thing in what it is a part of: the book's, though some say it of the series. */
function seriesOf(node: Node, holder: Node): DraftContainer['series'] {
  keepUnread(node, ofSeries);
  const [title, ...others] = textsOf(node, 'name');
  for (const other of others) keep(node, 'name', other);
  const number = words(node, 'volumeNumber') ?? words(node, 'position') ?? words(holder, 'position');
  return title && { title, number };
}

/** `2050-084X`, also several in one text. */
function issnOf(node: Node): readonly Issn[] {
  return wordsOf(node, 'issn').flatMap((said) => said.split(/[,;]\s*/).map((value) => ({ value })));
}

function uniqueIssn(all: readonly Issn[]): readonly Issn[] {
  return [...new Map(all.map((each) => [each.value, each])).values()];
}

const ofPart = new Set([
  ...[
    'issueNumber',
    'volumeNumber',
    'name',
    'datePublished',
    'isPartOf',
    'issn',
    'hasPart',
    'url',
    'publisher',
  ],
]);

/** Volume, issue and pages, on the work itself or on the parts of the journal. */
function positionOf(work: Node, { issue, volume, holders }: Chain): DraftPosition | undefined {
  for (const part of [issue, volume]) {
    if (!part || holders.includes(part)) continue;
    keepUnread(part, ofPart);
    for (const key of ['url', 'publisher']) keep(part, key, part.of[key]);
  }
  if (volume && volume !== issue && !holders.includes(volume)) keep(volume, 'name', volume.of.name);
  const near = [work, issue, volume, ...holders.slice(0, 1)];
  const found = {
    volume: firstOf(near, 'volumeNumber'),
    issue: firstOf(near, 'issueNumber'),
    issueTitle: issue && !holders.includes(issue) ? textsOf(issue, 'name')[0] : undefined,
    ...pagesOf(work),
    section: textsOf(work, 'articleSection')[0],
  };
  return Object.values(found).some((value) => value !== undefined) ? found : undefined;
}

function firstOf(nodes: readonly (Node | undefined)[], key: string): string | undefined {
  let found: string | undefined;
  for (const node of nodes) {
    const said = node && words(node, key);
    if (said === undefined || said === found) continue;
    if (found === undefined) found = said;
    else if (node) keep(node, key, said);
  }
  return found;
}

/** As printed, or from the first page to the last; of a book, how many there are. */
function pagesOf(work: Node): Pick<DraftPosition, 'pages' | 'articleNumber'> {
  const printed = words(work, 'pagination');
  const [start, end, count] = ['pageStart', 'pageEnd', 'numberOfPages'].map((key) => words(work, key));
  const range =
    start === undefined || end === undefined || start === end ? (start ?? end) : `${start}-${end}`;
  const total = count !== undefined && /^\d+$/.test(count) ? `${count} p.` : count;
  if ((printed ?? range) !== undefined && !printed?.includes(count ?? '')) keep(work, 'numberOfPages', count);
  if (printed === undefined || range === undefined) return { pages: printed ?? range ?? total };
  // Articles that have both have no other place for their number.
  const number = articleNumber.exec(printed)?.[1];
  if (number !== undefined && start !== number) return { pages: range, articleNumber: number };
  if (start !== undefined && !says(printed, start)) keep(work, 'pageStart', start);
  if (end !== undefined && !says(printed, end)) keep(work, 'pageEnd', end);
  return { pages: printed };
}

const articleNumber = /^(?:article )?([a-z]{0,2}\d{5,}[a-z]?|e\d+|(?<=article )\S+)$/i;

/** Whether the words hold the page: `137-44` ends on page 144. */
function says(printed: string, page: string): boolean {
  const last = /(?<=[-\u2010-\u2015])\d+$/.exec(printed)?.[0];
  return printed.includes(page) || (last !== undefined && page.endsWith(last));
}

function issueDate({ issue, volume }: Chain): string | undefined {
  const part = issue ?? volume;
  return part && words(part, 'datePublished');
}

import type { Draft, DraftContainer } from '../base/draft.ts';
import type { ContainerType, Issn } from '../base/work.ts';
import { keep, keepOthers, type Part, words, wordsOf } from './json-part.ts';

/** Sources of which the host organisation is the publisher; that of a repository is its owner. */
const hosts: ReadonlySet<string> = new Set(['journal', 'book series', 'ebook platform', 'conference']);
const containerTypes: ReadonlyMap<string, ContainerType> = new Map(
  Object.entries<ContainerType>({
    journal: 'journal',
    'book series': 'series',
    'ebook platform': 'book',
    conference: 'proceedings',
    repository: 'website',
  }),
);
/** Works that come out on the site of a repository; of an article or a thesis it holds a copy. */
const posted: ReadonlySet<string> = new Set([
  ...['preprint', 'workingPaper', 'dataset', 'software', 'image', 'video', 'poster', 'talk', 'other'],
]);
/** What a work of a type appears in, when OpenAlex knows the name alone. */
const containing: ReadonlyMap<string, ContainerType> = new Map(
  Object.entries<ContainerType>({
    article: 'journal',
    reviewArticle: 'journal',
    review: 'journal',
    editorial: 'journal',
    chapter: 'book',
    proceedingsPaper: 'proceedings',
    book: 'series',
    proceedings: 'series',
    report: 'series',
  }),
);
const ofSource: ReadonlySet<string> = new Set([
  ...['id', 'display_name', 'issn', 'issn_l', 'type', 'host_organization', 'host_organization_name'],
  // What OpenAlex says of the source itself and of those above it.
  ...['is_oa', 'is_in_doaj', 'is_core', 'is_indexed_in_scopus', 'host_organization_lineage'],
  ...['host_organization_lineage_names', 'host_institution_lineage', 'host_institution_lineage_names'],
  ...[
    'publisher_lineage',
    'publisher_lineage_names',
    'publisher_id',
    'is_in_doaj_start_year',
    'is_high_oa_rate',
  ],
]);

/**
 * The journal, series, proceedings or site. A platform of e-books holds many books, and only the name as printed is that
 * of the book.
 */
export function containerOf(
  primary: Part,
  source: Part | undefined,
  record: Part,
  work: string | undefined,
): DraftContainer | undefined {
  const printed = words(primary, 'raw_source_name');
  if (!source) return printed === undefined ? undefined : unknownSource(printed, work);
  keepOthers(source, ofSource);
  const [display, type, id] = [words(source, 'display_name'), words(source, 'type'), words(source, 'id')];
  const known = containerTypes.get(type ?? '');
  if (known === undefined) keep(source, 'type', type);
  if (!hosts.has(type ?? '')) {
    for (const key of ['host_organization', 'host_organization_name']) keep(source, key, source.of[key]);
  }
  const isItself = printed === undefined || printed === record.of.title;
  const isHolder = known === 'website' && !posted.has(work ?? 'other');
  if (isHolder || known === 'book') {
    for (const key of ['id', 'display_name', 'issn', 'issn_l']) keep(source, key, source.of[key]);
    if (known === 'book' && !isItself) return { type: 'book', titles: [{ value: printed }] };
    keep(primary, 'raw_source_name', printed);
    return undefined;
  }
  const title = display ?? printed;
  if (printed?.toLowerCase() !== title?.toLowerCase()) keep(primary, 'raw_source_name', printed);
  return {
    type: known ?? 'series',
    titles: title === undefined ? [] : [{ value: title }],
    issn: issnOf(source),
    identifiers: id === undefined ? [] : [{ scheme: 'openalex', value: id }],
  };
}

function unknownSource(printed: string, work: string | undefined): DraftContainer {
  return { type: containing.get(work ?? '') ?? 'website', titles: [{ value: printed }] };
}

/** The linking ISSN, then the others. */
function issnOf(source: Part): readonly Issn[] {
  const linking = words(source, 'issn_l');
  const others = wordsOf(source, 'issn').filter((value) => value !== linking);
  return [
    ...(linking === undefined ? [] : [{ value: linking, medium: 'linking' as const }]),
    ...[...new Set(others)].map((value) => ({ value })),
  ];
}

/** The organisation that publishes the source. */
export function publisherOf(source: Part): Draft['publisher'] {
  if (!hosts.has(String(source.of.type))) return undefined;
  const [name, id] = [words(source, 'host_organization_name'), words(source, 'host_organization')];
  if (name === undefined) {
    keep(source, 'host_organization', id);
    return undefined;
  }
  return { name, ids: id === undefined ? [] : [{ scheme: 'openalex', value: id }] };
}

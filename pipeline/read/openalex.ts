import { codeList } from '../base/code-list.ts';
import type { Draft, DraftIdentifier, DraftPosition, Origin } from '../base/draft.ts';
import type { Access, Reference, Title } from '../base/work.ts';
import { bareDoi } from './doi.ts';
import { cutJson } from './json-cut.ts';
import { type Json, keep, keepOthers, Leftovers, type Part, partAt, words, wordsOf } from './json-part.ts';
import { jsonObject } from './json-text.ts';
import { abstractOf } from './openalex-abstract.ts';
import { fundingOf } from './openalex-funding.ts';
import { peopleOf } from './openalex-people.ts';
import { placesOf } from './openalex-places.ts';
import { subjectsOf } from './openalex-subjects.ts';
import type { Reader } from './reader.ts';
import { isLines } from './work-cut.ts';

const ownId = /"id"\s*:\s*"https?:\/\/openalex\.org\/W\d+"/;
const ownKeys =
  /"(?:abstract_inverted_index|authorships|referenced_works|primary_location|open_access|publication_(?:year|date)|display_name|ids|doi|meta)"\s*:/;
// Our own records cite works of OpenAlex by the same key.
const other = /"role"\s*:\s*"main"|"@context"\s*:/;
const replies = { start: /^\{\s*"(?:meta|results|group_by)"\s*:/, inside: ['results'] };

/** Works of OpenAlex: of its API, alone or in replies, and of its snapshot, one on each line. */
export const openalex: Reader = {
  name: 'openalex',
  title: { fr: 'OpenAlex (JSON)', en: 'OpenAlex (JSON)' },
  mediaType: 'application/json',
  extensions: ['.json', '.jsonl', '.ndjson'],
  sniff: (head) =>
    /^[\s\ufeff]*[[{]/.test(head) && ownId.test(head) && ownKeys.test(head) && !other.test(head),
  lines: isLines,
  cut: cutJson(replies),
  parse: (piece, origin) => draftOf(jsonObject(piece), origin),
};

/**
 * Counts and scores of OpenAlex, its own services, and what it only says again. `related_works` are computed from
 * likeness, prices are those of a list: neither is said by the work.
 */
export const ignored: ReadonlySet<string> = new Set([
  ...[
    'cited_by_count',
    'cited_by_api_url',
    'cited_by_percentile_year',
    'counts_by_year',
    'summary_stats',
    'fwci',
  ],
  ...['citation_normalized_percentile', 'referenced_works_count', 'locations_count', 'authors_count'],
  ...['concepts_count', 'topics_count', 'countries_distinct_count', 'institutions_distinct_count'],
  ...['corresponding_author_ids', 'corresponding_institution_ids', 'institutions', 'institution_assertions'],
  ...['related_works', 'apc_list', 'apc_paid', 'relevance_score', 'ngrams_url', 'indexed_in', 'has_abstract'],
  ...[
    'has_fulltext',
    'has_content',
    'fulltext_origin',
    'is_xpac',
    'is_authors_truncated',
    'type_id',
    'is_oa',
  ],
  ...[
    'created_date',
    'updated_date',
    'updated',
    '@timestamp',
    '@version',
    'doi_registration_agency',
    'version',
  ],
]);

/** The keys that become fields of the work. */
export const mapped: ReadonlySet<string> = new Set([
  ...[
    'id',
    'doi',
    'ids',
    'title',
    'display_name',
    'type',
    'type_crossref',
    'abstract_inverted_index',
    'authorships',
  ],
  ...['primary_location', 'best_oa_location', 'locations', 'open_access', 'biblio', 'publication_date'],
  ...['publication_year', 'language', 'keywords', 'topics', 'primary_topic', 'concepts', 'mesh'],
  ...['sustainable_development_goals', 'awards', 'grants', 'funders', 'referenced_works', 'is_retracted'],
  'is_paratext',
]);

const known: ReadonlySet<string> = new Set([...mapped, ...ignored]);

function draftOf(of: Json, origin: Origin): Draft {
  const left = new Leftovers(origin.source.name);
  const record: Part = { of, path: '', left };
  keepOthers(record, known);
  // A cover or a table of contents: the model has no word for it.
  if (of.is_paratext === true) keep(record, 'is_paratext', true);
  const { type, work } = typeOf(record);
  const { container, publisher, links, licences, identifiers } = placesOf(record, work);
  const language = words(record, 'language');
  const abstract = abstractOf(record);
  return {
    origin,
    type,
    titles: titlesOf(record),
    abstracts: abstract ? [abstract] : [],
    contributions: peopleOf(record),
    dates: datesOf(record),
    container,
    position: positionOf(record),
    publisher,
    identifiers: identifiersOf(record, identifiers),
    links,
    languages: language === undefined ? undefined : [language],
    subjects: subjectsOf(record),
    access: accessOf(record),
    licences,
    funding: fundingOf(record),
    references: referencesOf(record),
    status: statusOf(record, work),
    unmapped: left.kept,
  };
}

/** OpenAlex says the title twice. */
function titlesOf(record: Part): readonly Title[] {
  const [title, display] = [words(record, 'title'), words(record, 'display_name')];
  const value = title ?? display;
  if (title !== undefined && display !== title) keep(record, 'display_name', display);
  return value === undefined ? [] : [{ role: 'main', text: { value } }];
}

/** What OpenAlex says that a work is, and the model's word for it. */
interface Typed {
  readonly type: Draft['type'];
  readonly work: string | undefined;
}

/** OpenAlex's own type, or Crossref's when that is a finer word for the same; what the model's word loses is kept. */
function typeOf(record: Part): Typed {
  const primary = partAt(record, 'primary_location');
  const [type, stated, printed] = [
    words(record, 'type'),
    words(record, 'type_crossref'),
    primary && words(primary, 'raw_type'),
  ];
  const list = codeList('types');
  const crossref = stated ?? printed;
  const work = type === undefined ? undefined : list.read('openalex', type);
  const named = crossref === undefined ? undefined : list.read('crossref', crossref);
  const isFiner =
    named !== undefined &&
    named !== work &&
    named !== 'other' &&
    (type === undefined || list.write('openalex', named) === type || isPaper(work, named));
  if (isFiner && crossref !== undefined) return { type: { list: 'crossref', code: crossref }, work: named };
  if (named !== work) keep(record, 'type_crossref', stated);
  if (primary && printed !== undefined && list.read('crossref', printed) !== work)
    keep(primary, 'raw_type', printed);
  if (work !== undefined && list.write('openalex', work) !== type) keep(record, 'type', type);
  return { type: type === undefined ? undefined : { list: 'openalex', code: type }, work };
}

/** Until 2025 OpenAlex called papers of conferences articles. */
const isPaper = (work: string | undefined, named: string) =>
  work === 'article' && named === 'proceedingsPaper';

function datesOf(record: Part): Draft['dates'] {
  const [date, year] = [words(record, 'publication_date'), words(record, 'publication_year')];
  if (date !== undefined && year !== undefined && !date.startsWith(year))
    keep(record, 'publication_year', year);
  const text = date ?? year;
  return text === undefined ? undefined : [{ event: 'published', words: text }];
}

const ofBiblio: ReadonlySet<string> = new Set(['volume', 'issue', 'first_page', 'last_page']);

/** OpenAlex gives a page, or the number of an article, as both first and last page. */
function positionOf(record: Part): DraftPosition | undefined {
  const part = partAt(record, 'biblio');
  if (!part) return undefined;
  keepOthers(part, ofBiblio);
  const [volume, issue] = [words(part, 'volume'), words(part, 'issue')];
  const [first, last] = [words(part, 'first_page'), words(part, 'last_page')];
  const pages =
    first === undefined || last === undefined || first === last ? (first ?? last) : `${first}-${last}`;
  return volume === undefined && issue === undefined && pages === undefined
    ? undefined
    : { volume, issue, pages };
}

const schemes: readonly string[] = ['doi', 'openalex', 'pmid', 'pmcid', 'mag'];
const ofIds: ReadonlySet<string> = new Set(schemes);

/** The DOI, OpenAlex's own number, those of PubMed, of the dead Microsoft Academic Graph, and of repositories. */
function identifiersOf(record: Part, found: readonly DraftIdentifier[]): readonly DraftIdentifier[] {
  const ids = partAt(record, 'ids');
  if (ids) keepOthers(ids, ofIds);
  const stated = new Map<string, DraftIdentifier>();
  const add = ({ scheme, value }: DraftIdentifier) => {
    const key = scheme === 'pmcid' ? value.replace(/\D+/g, '') : (bareDoi(value) ?? value);
    if (!stated.has(`${scheme} ${key}`)) stated.set(`${scheme} ${key}`, { scheme, value });
  };
  for (const [scheme, key] of [
    ['doi', 'doi'],
    ['openalex', 'id'],
  ] as const) {
    const value = words(record, key);
    if (value !== undefined) add({ scheme, value });
  }
  for (const scheme of schemes) {
    const value = ids && words(ids, scheme);
    if (value !== undefined) add({ scheme, value });
  }
  for (const each of found) add(each);
  return [...stated.values()];
}

const ofAccess: ReadonlySet<string> = new Set([
  'is_oa',
  'oa_status',
  'oa_url',
  'any_repository_has_fulltext',
]);

/** Open or not, by the colour; the colour itself is kept. */
function accessOf(record: Part): Draft['access'] {
  const part = partAt(record, 'open_access');
  if (!part) return undefined;
  keepOthers(part, ofAccess);
  const colour = words(part, 'oa_status');
  const status = colour === undefined ? undefined : codeList('access').read('openalex', colour);
  if (colour !== 'closed') keep(part, 'oa_status', colour);
  if (status !== undefined) return { status: status as Access };
  return part.of.is_oa === true ? { status: 'open' } : undefined;
}

function referencesOf(record: Part): readonly Reference[] {
  return wordsOf(record, 'referenced_works').map((id): Reference => {
    if (/^https?:\/\/openalex\.org\/W\d+$/.test(id)) return { id };
    return /^W\d+$/.test(id) ? { id: `https://openalex.org/${id}` } : { citation: id };
  });
}

function statusOf(record: Part, work: string | undefined): string | undefined {
  const said = record.of.is_retracted;
  if (said === true) return 'retracted';
  if (said !== false) keep(record, 'is_retracted', said);
  return work === 'preprint' ? 'preprint' : undefined;
}

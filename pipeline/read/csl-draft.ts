import { codeList } from '../base/code-list.ts';
import type { Draft, DraftIdentifier, Origin } from '../base/draft.ts';
import type { DateEvent, Reference, Relation, Subject, Title, WorkType } from '../base/work.ts';
import { fundingOf, referencesOf, relationsOf, statusOf } from './crossref-relations.ts';
import { containerOf, eventOf, isArticle, ownNumbers, positionOf, textsOf } from './csl-container.ts';
import { cslDate } from './csl-date.ts';
import { doisOf, halOf, keepId, licencesOf, linksOf } from './csl-links.ts';
import { unfolded } from './csl-note.ts';
import { cslPeople, namesOf, nameVariables } from './csl-people.ts';
import { typeOf } from './csl-type.ts';
import { isObject, keep, keepOthers, type Part, words, wordsOf } from './json-part.ts';

/** What is of the citation or of the service that gave the item, not of the work. */
export const ignored: ReadonlySet<string> = new Set([
  ...['citation-number', 'first-reference-note-number', 'year-suffix'],
  // Figures that Crossref keeps about its own records, and gives in CSL too.
  ...['indexed', 'created', 'deposited', 'score', 'prefix', 'member', 'content-domain', 'update-policy'],
  ...['reference-count', 'references-count', 'is-referenced-by-count', 'issn-type', 'journal-issue'],
]);

/** The variables that become fields of the work; the last lines are what Crossref and DataCite add to CSL. */
export const mapped: ReadonlySet<string> = new Set([
  ...['id', 'type', 'genre', 'title', 'title-short', 'shortTitle', 'original-title', 'abstract', 'language'],
  ...[...nameVariables, 'container-author', 'reviewed-author', 'reviewed-title'],
  ...['issued', 'submitted', 'available-date', 'event', 'event-title', 'event-date', 'event-place'],
  ...['container-title', 'container-title-short', 'journalAbbreviation', 'collection-title', 'ISSN', 'ISBN'],
  ...[
    'collection-number',
    'volume',
    'volume-title',
    'issue',
    'page',
    'page-first',
    'number-of-pages',
    'number',
  ],
  ...[
    'section',
    'publisher',
    'publisher-place',
    'DOI',
    'PMID',
    'PMCID',
    'arXiv',
    'URL',
    'keyword',
    'categories',
  ],
  ...['note', 'annote', 'status', 'license', 'references'],
  ...['subtitle', 'short-title', 'short-container-title', 'article-number', 'alternative-id', 'subject'],
  ...['published', 'published-print', 'published-online', 'posted', 'accepted', 'approved', 'copyright'],
  ...['link', 'resource', 'funder', 'relation', 'update-to', 'updated-by', 'reference'],
]);

const known: ReadonlySet<string> = new Set([...mapped, ...ignored]);

/** The draft of an item of CSL variables whose type stands in a column of `ontology/types.csv`. */
export function cslDraft(item: Part, column: string, origin: Origin): Draft {
  const record: Part = { of: unfolded(item.of), path: item.path, left: item.left };
  const isRetyped = record.of.type !== item.of.type;
  if (isRetyped) keep(item, 'type', item.of.type);
  keepOthers(record, known);
  keepId(record);
  const { type, word } = typeOf(record, column, isRetyped ? 'note.type' : 'type');
  const languages = languagesOf(record);
  const container = containerOf(record, word);
  return {
    origin,
    type,
    titles: titlesOf(record, languages),
    abstracts: textsOf(record, 'abstract').map((value) => ({ value })),
    contributions: cslPeople(record),
    dates: datesOf(record),
    container,
    position: positionOf(record, word, container),
    event: eventOf(record),
    publisher: publisherOf(record),
    identifiers: identifiersOf(record, word),
    links: linksOf(record),
    languages,
    subjects: subjectsOf(record),
    licences: licencesOf(record),
    funding: fundingOf(record),
    relations: [...relationsOf(record), ...reviewedBy(record)],
    references: [...referencesIn(record), ...referencesOf(record)],
    status: statusIn(record) ?? statusOf(record) ?? (word === 'preprint' ? 'preprint' : undefined),
    notes: [...textsOf(record, 'note'), ...textsOf(record, 'annote')].map((value) => ({ value })),
    unmapped: record.left.kept,
  };
}

const titleKeys: readonly (readonly [key: string, role: Title['role']])[] = [
  ['title', 'main'],
  ['subtitle', 'subtitle'],
  ['title-short', 'short'],
  ['shortTitle', 'short'],
  ['short-title', 'short'],
  ['original-title', 'alternative'],
];

/** The title is in the language of the item; the language of an original title is not said. One said twice is one. */
function titlesOf(record: Part, languages: readonly string[]): readonly Title[] {
  const [language] = languages;
  const lang =
    language !== undefined && languages.length === 1 && isLanguage(language) ? language : undefined;
  const titles: Title[] = [];
  for (const [key, role] of titleKeys) {
    for (const value of textsOf(record, key)) {
      if (titles.some(({ text }) => text.value === value)) continue;
      const isOther = role === 'alternative' || (role === 'main' && titles.length > 0);
      titles.push({ role: isOther ? 'alternative' : role, text: isOther ? { value } : { value, lang } });
    }
  }
  return titles;
}

/** One language, or several in one text. */
function languagesOf(record: Part): readonly string[] {
  return textsOf(record, 'language').flatMap((text) =>
    text
      .split(/[;,|]/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  );
}

/** Whether the words are a language that we know, so that a title may bear it. */
function isLanguage(text: string): boolean {
  const code = /^[a-z]{2,3}(?=$|[-_][a-z0-9_-]+$)/i.exec(text)?.[0];
  const columns = code === undefined ? ['en', 'fr'] : ['bcp47', 'iso639-3', 'iso639-2b'];
  return columns.some((column) => codeList('languages').read(column, code ?? text) !== undefined);
}

const dateKeys: readonly (readonly [key: string, event: DateEvent])[] = [
  ['issued', 'published'],
  ['published', 'published'],
  ['published-print', 'publishedPrint'],
  ['published-online', 'publishedOnline'],
  ['available-date', 'publishedOnline'],
  ['posted', 'publishedOnline'],
  ['submitted', 'submitted'],
  ['accepted', 'accepted'],
  ['approved', 'accepted'],
];

/** The first that names an event says its date; another date for it is kept apart. */
function datesOf(record: Part): Draft['dates'] {
  const dates: { event: DateEvent; words: string }[] = [];
  for (const [key, event] of dateKeys) {
    if (record.of[key] === undefined) continue;
    const date = cslDate(record, key);
    if (date === undefined) continue;
    const said = dates.find((each) => each.event === event);
    if (!said) dates.push({ event, words: date });
    else if (said.words !== date) keep(record, key, record.of[key]);
  }
  return dates;
}

/** A name, or an object that has one, as some services write it. */
function publisherOf(record: Part): Draft['publisher'] {
  const { publisher } = record.of;
  const stated = isObject(publisher) && typeof publisher.name === 'string' ? publisher : undefined;
  const name = words(stated ? { ...record, of: stated } : record, stated ? 'name' : 'publisher');
  const place = words(record, 'publisher-place');
  if (stated && Object.keys(stated).length > 1) keep(record, 'publisher', publisher);
  if (name !== undefined) return { name, place };
  keep(record, 'publisher-place', place);
  return undefined;
}

const numbered: ReadonlyMap<unknown, string | undefined> = new Map([
  ['report', 'report-number'],
  ['patent', 'patent-number'],
  ['standard', 'standard-number'],
  // An archive's own id, such as `arXiv:1706.03762`, which says itself what it is.
  ['article', undefined],
  ['preprint', undefined],
]);

function identifiersOf(record: Part, type: WorkType | undefined): readonly DraftIdentifier[] {
  return [
    ...doisOf(record),
    ...halOf(record),
    ...textsOf(record, 'PMID').map((value) => ({ scheme: 'pmid', value })),
    ...textsOf(record, 'PMCID').map((value) => ({ scheme: 'pmcid', value })),
    ...arxivOf(record),
    ...ownNumbers(record, type),
    ...numberOf(record, type),
    ...publisherIds(record),
  ];
}

/** `1706.03762 [cs.CL]` */
function arxivOf(record: Part): readonly DraftIdentifier[] {
  const text = words(record, 'arXiv');
  if (text === undefined) return [];
  const [, value = text, rest] = /^(\S+)\s+(\[.*)$/.exec(text) ?? [];
  keep(record, 'arXiv', rest);
  return [{ scheme: 'arxiv', value }];
}

function numberOf(record: Part, type: WorkType | undefined): readonly DraftIdentifier[] {
  const number = isArticle(type) ? undefined : words(record, 'number');
  if (number === undefined) return [];
  if (numbered.has(record.of.type)) return [{ scheme: numbered.get(record.of.type), value: number }];
  keep(record, 'number', number);
  return [];
}

function publisherIds(record: Part): readonly DraftIdentifier[] {
  const doi = words(record, 'DOI')?.toLowerCase();
  return textsOf(record, 'alternative-id')
    .filter((value) => value.toLowerCase() !== doi)
    .map((value) => ({ scheme: 'publisher-id', value }));
}

/** L1: keywords in one text are parted by semicolons or lines; CSL does not say that a comma parts them. */
function subjectsOf(record: Part): readonly Subject[] {
  const keywords = textsOf(record, 'keyword').flatMap((text) => text.split(/[;\n]/));
  const all = [...keywords, ...wordsOf(record, 'categories'), ...wordsOf(record, 'subject')]
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return [...new Set(all)].map((value) => ({ text: { value } }));
}

/** A review names what it speaks of; the author of that had no hand in it. */
function reviewedBy(record: Part): readonly Relation[] {
  const title = words(record, 'reviewed-title');
  if (title === undefined) {
    keep(record, 'reviewed-author', record.of['reviewed-author']);
    return [];
  }
  const names = namesOf(record, 'reviewed-author').map(
    ({ nameAsPrinted, given, droppingParticle, particle, family }) =>
      nameAsPrinted ??
      [given, droppingParticle, particle, family].filter((part) => part !== undefined).join(' '),
  );
  return [{ type: 'reviews', target: { citation: [...names, title].join(', ') } }];
}

function referencesIn(record: Part): readonly Reference[] {
  return textsOf(record, 'references')
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((citation) => ({ citation }));
}

function statusIn(record: Part): string | undefined {
  const said = words(record, 'status');
  const status = said === undefined ? undefined : codeList('status').read('csl', said);
  if (status === undefined) keep(record, 'status', said);
  return status;
}

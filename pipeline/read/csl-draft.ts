import { codeList } from '../base/code-list.ts';
import type { Draft, DraftIdentifier, Origin } from '../base/draft.ts';
import type { DateEvent, Reference, Relation, WorkType } from '../base/work.ts';
import { fundingOf, referencesOf, relationsOf, statusOf } from './crossref-relations.ts';
import { containerOf, eventOf, isArticle, ownNumbers, positionOf, textsOf } from './csl-container.ts';
import { cslDate } from './csl-date.ts';
import { doisOf, halOf, idOf, licencesOf, linksOf } from './csl-links.ts';
import { unfolded } from './csl-note.ts';
import { cslPeople, namesOf, nameVariables } from './csl-people.ts';
import { asTexts, languagesOf, notesOf, subjectsOf, titlesOf } from './csl-texts.ts';
import { typeOf } from './csl-type.ts';
import { isObject, keep, type Part, words } from './json-part.ts';

/** What is of the citation or of the service that gave the item, not of the work. */
export const ignored: ReadonlySet<string> = new Set([
  ...['citation-number', 'first-reference-note-number', 'year-suffix'],
  // Figures that Crossref keeps about its own records, and gives in CSL too.
  ...['indexed', 'created', 'deposited', 'score', 'prefix', 'member', 'content-domain', 'update-policy'],
  ...['reference-count', 'references-count', 'is-referenced-by-count', 'issn-type', 'journal-issue'],
]);

/** What Crossref and DataCite add to CSL. */
const added = [
  ...['subtitle', 'short-title', 'short-container-title', 'article-number', 'alternative-id', 'subject'],
  ...['published', 'published-print', 'published-online', 'posted', 'accepted', 'approved', 'copyright'],
  ...['link', 'resource', 'funder', 'relation', 'update-to', 'updated-by', 'reference', 'categories'],
];

/** The variables that become fields of the work. */
export const mapped: ReadonlySet<string> = new Set([
  ...['id', 'type', 'genre', 'title', 'title-short', 'shortTitle', 'original-title', 'abstract', 'language'],
  ...[...nameVariables, 'container-author', 'reviewed-author', 'reviewed-title'],
  ...['issued', 'submitted', 'available-date', 'event', 'event-title', 'event-date', 'event-place'],
  ...['container-title', 'container-title-short', 'journalAbbreviation', 'collection-title', 'ISSN', 'ISBN'],
  ...['collection-number', 'volume', 'volume-title', 'issue', 'page', 'page-first', 'number-of-pages'],
  ...['number', 'section', 'publisher', 'publisher-place', 'DOI', 'PMID', 'PMCID', 'arXiv', 'URL', 'keyword'],
  ...['note', 'annote', 'status', 'license', 'references'],
  ...added,
]);

const known: ReadonlySet<string> = new Set([...mapped, ...ignored]);
const ofServices: ReadonlySet<string> = new Set(added);
const none: readonly never[] = [];

/** The draft of an item of CSL variables whose type stands in a column of `ontology/types.csv`. */
export function cslDraft(item: Part, column: string, origin: Origin): Draft {
  const record: Part = { of: unfolded(item.of), path: item.path, left: item.left };
  const isRetyped = record.of.type !== item.of.type;
  if (isRetyped) keep(item, 'type', item.of.type);
  const isAddedTo = keepUnknown(record);
  const id = idOf(record);
  const { type, word } = typeOf(record, column, isRetyped ? 'note.type' : 'type');
  const languages = languagesOf(record);
  const container = containerOf(record, word);
  return {
    origin,
    id,
    type,
    titles: titlesOf(record, languages),
    abstracts: asTexts(textsOf(record, 'abstract')),
    contributions: cslPeople(record),
    dates: datesOf(record, isAddedTo),
    container,
    position: positionOf(record, word, container),
    event: eventOf(record),
    publisher: publisherOf(record),
    identifiers: identifiersOf(record, word),
    links: linksOf(record),
    languages,
    subjects: subjectsOf(record, isAddedTo),
    licences: licencesOf(record),
    funding: isAddedTo ? fundingOf(record) : none,
    relations: isAddedTo ? [...relationsOf(record), ...reviewedBy(record)] : reviewedBy(record),
    references: isAddedTo ? [...referencesIn(record), ...referencesOf(record)] : referencesIn(record),
    status: statusIn(record) ?? statusOf(record) ?? (word === 'preprint' ? 'preprint' : undefined),
    notes: notesOf(record),
    unmapped: record.left.kept,
  };
}

/** Keeps every variable that is not known; whether some service added what CSL does not have. */
function keepUnknown(record: Part): boolean {
  let isAddedTo = false;
  for (const key in record.of) {
    if (!known.has(key)) keep(record, key, record.of[key]);
    else if (ofServices.has(key)) isAddedTo = true;
  }
  return isAddedTo;
}

type DateKeys = readonly (readonly [key: string, event: DateEvent])[];

/** In the order in which they are believed. */
const allDateKeys: DateKeys = [
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
const dateKeys = allDateKeys.filter(([key]) => !ofServices.has(key));

/** The first that names an event says its date; another date for it is kept apart. */
function datesOf(record: Part, isAddedTo: boolean): Draft['dates'] {
  const dates: { event: DateEvent; words: string }[] = [];
  for (const [key, event] of isAddedTo ? allDateKeys : dateKeys) {
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
  const identifiers: DraftIdentifier[] = [];
  const add = (scheme: string, values: readonly string[]) => {
    for (const value of values) identifiers.push({ scheme, value });
  };
  identifiers.push(...doisOf(record), ...halOf(record));
  add('pmid', textsOf(record, 'PMID'));
  add('pmcid', textsOf(record, 'PMCID'));
  identifiers.push(...arxivOf(record), ...ownNumbers(record, type), ...numberOf(record, type));
  add('publisher-id', publisherIds(record));
  return identifiers;
}

/** `1706.03762 [cs.CL]` */
function arxivOf(record: Part): readonly DraftIdentifier[] {
  const text = words(record, 'arXiv');
  if (text === undefined) return none;
  const [, value = text, rest] = /^(\S+)\s+(\[.*)$/.exec(text) ?? [];
  keep(record, 'arXiv', rest);
  return [{ scheme: 'arxiv', value }];
}

function numberOf(record: Part, type: WorkType | undefined): readonly DraftIdentifier[] {
  const number = isArticle(type) ? undefined : words(record, 'number');
  if (number === undefined) return none;
  if (numbered.has(record.of.type)) return [{ scheme: numbered.get(record.of.type), value: number }];
  keep(record, 'number', number);
  return none;
}

function publisherIds(record: Part): readonly string[] {
  const ids = textsOf(record, 'alternative-id');
  if (ids.length === 0) return ids;
  const doi = words(record, 'DOI')?.toLowerCase();
  return ids.filter((value) => value.toLowerCase() !== doi);
}

/** A review names what it speaks of; the author of that had no hand in it. */
function reviewedBy(record: Part): readonly Relation[] {
  const title = words(record, 'reviewed-title');
  if (title === undefined) {
    keep(record, 'reviewed-author', record.of['reviewed-author']);
    return none;
  }
  const names = namesOf(record, 'reviewed-author', { role: 'other' }).map(
    ({ nameAsPrinted, given, droppingParticle, particle, family }) =>
      nameAsPrinted ??
      [given, droppingParticle, particle, family].filter((part) => part !== undefined).join(' '),
  );
  return [{ type: 'reviews', target: { citation: [...names, title].join(', ') } }];
}

function referencesIn(record: Part): readonly Reference[] {
  const said = textsOf(record, 'references');
  if (said.length === 0) return none;
  return said
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

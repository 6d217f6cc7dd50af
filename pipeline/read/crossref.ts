import type { Draft, DraftIdentifier, Origin } from '../base/draft.ts';
import type { DateEvent, LangText, Subject, Title } from '../base/work.ts';
import { containerOf, eventOf, keepIssue, ownNumbers, positionOf } from './crossref-container.ts';
import { licencesOf, linksOf } from './crossref-links.ts';
import { peopleOf } from './crossref-people.ts';
import { fundingOf, referencesOf, relationsOf, statusOf } from './crossref-relations.ts';
import { dateWords } from './date-parts.ts';
import { cutJson } from './json-cut.ts';
import { type Json, keep, keepOthers, Leftovers, type Part, words, wordsOf } from './json-part.ts';
import { jsonObject } from './json-text.ts';
import type { Reader } from './reader.ts';
import { isLines } from './work-cut.ts';

const reply = /"message-type"\s*:\s*"work(?:-list)?"/;
const figures = /"(?:references?-count|is-referenced-by-count|content-domain)"\s*:/;
// No work has these keys, and no reply begins with another.
const replies = {
  start: /^\{\s*"(?:status|message(?:-[a-z]+)?|facets|total-results|items(?:-per-page)?|query)"\s*:/,
  inside: ['message', 'items'],
};
const titleList = /"(?:container-)?title"\s*:\s*\[/;
// CSL-JSON made by Crossref has its other keys, but one title; `titles` is DataCite's and ours.
const other = /"(?:container-)?title"\s*:\s*"|"titles"\s*:/;

/** Records of the Crossref REST API: works, replies and lists of works, or works on lines (crosswalk section 2). */
export const crossref: Reader = {
  name: 'crossref',
  title: { fr: 'Crossref (JSON de l’API REST)', en: 'Crossref (REST API JSON)' },
  mediaType: 'application/json',
  extensions: ['.json', '.jsonl', '.ndjson'],
  sniff: (head) =>
    /^[\s\ufeff]*[[{]/.test(head) &&
    (reply.test(head) || figures.test(head) || (titleList.test(head) && /"DOI"\s*:/.test(head))) &&
    !other.test(head),
  lines: isLines,
  cut: cutJson(replies),
  parse: (piece, origin) => draftOf(jsonObject(piece), origin),
};

/** Figures that Crossref keeps about its own records and its own services: they say nothing of the work. */
export const ignored: ReadonlySet<string> = new Set([
  ...['indexed', 'created', 'deposited', 'score', 'source', 'prefix', 'member'],
  ...['reference-count', 'references-count', 'is-referenced-by-count', 'content-domain', 'update-policy'],
]);

/** The keys that become fields of the work. */
export const mapped: ReadonlySet<string> = new Set([
  ...[
    'type',
    'subtype',
    'title',
    'subtitle',
    'short-title',
    'original-title',
    'abstract',
    'language',
    'subject',
  ],
  ...['author', 'editor', 'translator', 'chair', 'publisher', 'publisher-location', 'event', 'description'],
  ...['issued', 'published', 'published-print', 'published-online', 'posted', 'accepted', 'approved'],
  ...['content-created', 'content-updated', 'container-title', 'short-container-title', 'ISSN', 'issn-type'],
  ...['ISBN', 'volume', 'issue', 'page', 'article-number', 'journal-issue', 'DOI', 'alternative-id', 'URL'],
  ...['resource', 'link', 'license', 'funder', 'relation', 'update-to', 'updated-by', 'reference'],
]);

const known: ReadonlySet<string> = new Set([...mapped, ...ignored]);

function draftOf(of: Json, origin: Origin): Draft {
  const left = new Leftovers(origin.source.name);
  const record: Part = { of, path: '', left };
  keepOthers(record, known);
  keepIssue(record);
  const lang = words(record, 'language');
  const code = typeOf(record);
  const type = words(record, 'type') ?? '';
  const publisher = words(record, 'publisher');
  const place = words(record, 'publisher-location');
  if (publisher === undefined) keep(record, 'publisher-location', place);
  return {
    origin,
    type: code,
    titles: titlesOf(record, lang),
    abstracts: textOf(record, 'abstract', { lang, markup: 'html' })?.filter(
      ({ value }) => !isHollow.test(value),
    ),
    contributions: peopleOf(record),
    dates: datesOf(record),
    container: containerOf(record, type),
    position: positionOf(record),
    event: eventOf(record),
    publisher: publisher === undefined ? undefined : { name: publisher, place },
    identifiers: identifiersOf(record, type),
    links: linksOf(record),
    languages: lang === undefined ? undefined : [lang],
    subjects: subjectsOf(record),
    licences: licencesOf(record),
    funding: fundingOf(record),
    relations: relationsOf(record),
    references: referencesOf(record),
    status:
      statusOf(record) ??
      (code?.list === 'crossref' && code.code === 'posted-content' ? 'preprint' : undefined),
    notes: textOf(record, 'description', { lang }),
    unmapped: left.kept,
  };
}

/** JATS without a word, such as `<jats:p/>`. */
const isHollow = /^(?:\s|<[^<>]*>)*$/;

/** What Crossref posts is a preprint unless a subtype says otherwise. */
const subtypes: ReadonlyMap<string, { readonly list: string; readonly code: string }> = new Map(
  Object.entries<{ readonly list: string; readonly code: string }>({
    preprint: { list: 'crossref', code: 'posted-content' },
    working_paper: { list: 'work', code: 'workingPaper' },
    dissertation: { list: 'crossref', code: 'dissertation' },
    report: { list: 'crossref', code: 'report' },
    blog: { list: 'work', code: 'blogPost' },
  }),
);

function typeOf(record: Part): Draft['type'] {
  const [code, subtype] = [words(record, 'type'), words(record, 'subtype')];
  if (code === undefined || subtype === undefined || code !== 'posted-content') {
    keep(record, 'subtype', subtype);
    return code === undefined ? undefined : { list: 'crossref', code };
  }
  const finer = subtypes.get(subtype.toLowerCase().replaceAll('-', '_'));
  if (finer) return finer;
  keep(record, 'type', code);
  keep(record, 'subtype', subtype);
  return { list: 'work', code: 'other' };
}

const titleKeys: readonly (readonly [key: string, role: Title['role']])[] = [
  ['title', 'main'],
  ['subtitle', 'subtitle'],
  ['short-title', 'short'],
  ['original-title', 'alternative'],
];

/** The first title is the main one; the language of an original title is not said. A title said twice is one. */
function titlesOf(record: Part, lang: string | undefined): readonly Title[] {
  const titles: Title[] = [];
  for (const [key, role] of titleKeys) {
    for (const value of wordsOf(record, key)) {
      if (titles.some(({ text }) => text.value === value)) continue;
      const isMain = titles.length === 0 && role !== 'subtitle';
      const taken = role === 'main' ? 'alternative' : role;
      titles.push({
        role: isMain ? 'main' : taken,
        text: role === 'alternative' || (role === 'main' && !isMain) ? { value } : { value, lang },
      });
    }
  }
  return titles;
}

function textOf(record: Part, key: string, how: Omit<LangText, 'value'>): readonly LangText[] | undefined {
  const value = words(record, key);
  return value === undefined ? undefined : [{ value, ...how }];
}

const dateKeys: readonly (readonly [key: string, event: DateEvent])[] = [
  ['issued', 'published'],
  ['published', 'published'],
  ['published-print', 'publishedPrint'],
  ['published-online', 'publishedOnline'],
  ['posted', 'publishedOnline'],
  ['accepted', 'accepted'],
  ['approved', 'accepted'],
  ['content-created', 'written'],
  ['content-updated', 'modified'],
];

/** The first that names an event says its date; another date for it is kept apart. */
function datesOf(record: Part): Draft['dates'] {
  const dates: { event: DateEvent; words: string }[] = [];
  for (const [key, event] of dateKeys) {
    const date = dateWords(record, key);
    if (date === undefined) continue;
    const said = dates.find((each) => each.event === event);
    if (!said) dates.push({ event, words: date });
    else if (said.words !== date) keep(record, key, record.of[key]);
  }
  return dates;
}

function identifiersOf(record: Part, type: string): readonly DraftIdentifier[] {
  const doi = words(record, 'DOI');
  const others = wordsOf(record, 'alternative-id');
  return [
    ...(doi === undefined ? [] : [{ scheme: 'doi', value: doi }]),
    ...ownNumbers(record, type),
    ...others
      .filter((value) => value.toLowerCase() !== doi?.toLowerCase())
      .map((value) => ({ scheme: 'publisher-id', value })),
  ];
}

function subjectsOf(record: Part): readonly Subject[] {
  return wordsOf(record, 'subject').map((value) => ({ text: { value } }));
}

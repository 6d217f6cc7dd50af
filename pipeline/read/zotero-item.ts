import { codeList } from '../base/code-list.ts';
import type { Draft, DraftContribution, Origin } from '../base/draft.ts';
import { isIri } from '../base/iri.ts';
import type { Relation } from '../base/work.ts';
import { cslDraft } from './csl-draft.ts';
import { roleOf, unquoted } from './csl-people.ts';
import {
  isObject,
  type Json,
  keep,
  keepOthers,
  keepWhole,
  Leftovers,
  type Part,
  partAt,
  words,
} from './json-part.ts';
import { childrenOf } from './zotero-children.ts';

/** What Zotero keeps about its own record, which says nothing of the work. */
export const ignored: ReadonlySet<string> = new Set([
  ...['key', 'version', 'library', 'links', 'meta', 'itemID', 'itemKey', 'libraryID', 'uri', 'select'],
  ...['dateAdded', 'dateModified', 'collections', 'inPublications', 'uniqueFields', 'parentItem'],
]);

/**
 * The fields of Zotero by the variable of CSL that each stands for (zotero-schema, `csl` and base fields); the first that
 * says something is taken.
 */
const fields: readonly (readonly [variable: string, ...fields: readonly string[]])[] = [
  ['type', 'itemType'],
  ['title', 'title', 'caseName', 'subject', 'nameOfAct'],
  ['title-short', 'shortTitle'],
  ['abstract', 'abstractNote'],
  ['container-title', 'publicationTitle', 'bookTitle', 'proceedingsTitle', 'blogTitle', 'websiteTitle'],
  ['container-title', 'dictionaryTitle', 'encyclopediaTitle', 'forumTitle', 'programTitle', 'reporter'],
  ['container-title', 'code', 'sessionTitle'],
  ['journalAbbreviation', 'journalAbbreviation'],
  ['collection-title', 'series', 'seriesTitle'],
  ['collection-number', 'seriesNumber'],
  ['volume', 'volume', 'codeVolume', 'reporterVolume', 'codeNumber'],
  ['issue', 'issue'],
  ['page', 'pages', 'firstPage', 'codePages'],
  ['number-of-pages', 'numPages'],
  ['number', 'number', 'billNumber', 'docketNumber', 'documentNumber', 'episodeNumber', 'patentNumber'],
  ['number', 'publicLawNumber', 'reportNumber', 'archiveID', 'identifier'],
  ['section', 'section'],
  ['publisher', 'publisher', 'university', 'institution', 'repository', 'label', 'company', 'distributor'],
  ['publisher', 'network', 'studio'],
  ['publisher-place', 'place', 'repositoryLocation'],
  ['event-title', 'conferenceName', 'meetingName'],
  ['event-place', 'eventPlace'],
  ['issued', 'date', 'dateDecided', 'dateEnacted', 'issueDate'],
  ['submitted', 'filingDate'],
  ['accessed', 'accessDate'],
  ['genre', 'type', 'genre', 'thesisType', 'reportType', 'presentationType', 'manuscriptType', 'websiteType'],
  ['genre', 'mapType', 'letterType', 'postType'],
  ['DOI', 'DOI'],
  ['ISBN', 'ISBN'],
  ['ISSN', 'ISSN'],
  ['PMID', 'PMID'],
  ['PMCID', 'PMCID'],
  ['URL', 'url'],
  ['language', 'language'],
  ['license', 'rights'],
  ['status', 'status', 'legalStatus'],
  ['note', 'extra'],
];

const variableOf: ReadonlyMap<string, string> = new Map(
  fields.flatMap(([variable, ...names]) => names.map((name) => [name, variable])),
);
const own: ReadonlySet<string> = new Set([
  ...[...variableOf.keys(), ...ignored],
  ...['creators', 'tags', 'relations', 'seeAlso', 'attachments', 'notes', 'children'],
]);
const around: ReadonlySet<string> = new Set([...ignored, 'data', 'attachments', 'notes', 'children']);

/** The draft of an item: its fields as variables of CSL, its creators in printed order, its files and its notes. */
export function itemDraft(whole: Part, origin: Origin): Draft {
  const item = (isObject(whole.of.data) && partAt(whole, 'data')) || whole;
  if (item !== whole) keepOthers(whole, around);
  keepOthers(item, own);
  const { record, names } = variablesOf(item);
  const contributions = creatorsOf(item, record);
  const left = new Leftovers(whole.left.source);
  const said = { of: record, path: '', left };
  const draft = cslDraft(said, 'zotero', origin);
  // What CSL had no place for goes back under the name that Zotero gave it; the rest was in `extra`.
  for (const { source, path, value } of left.kept) {
    const [variable = '', ...inner] = path.split('.');
    const name = names.get(variable) ?? `extra.${variable}`;
    whole.left.kept.push({ source, path: [...pathOf(item), name, ...inner].join('.'), value });
  }
  const { links, notes } = childrenOf(whole, item);
  return {
    ...draft,
    contributions: [...contributions, ...(draft.contributions ?? [])],
    links: [
      ...(draft.links ?? []),
      ...links.filter(({ role, url }) => role !== 'other' || url !== record.URL),
    ],
    relations: [...(draft.relations ?? []), ...relatedTo(item)],
    notes: [...(draft.notes ?? []), ...notes],
    unmapped: whole.left.kept,
  };
}

const pathOf = ({ path }: Part) => (path === '' ? [] : [path]);

function variablesOf(item: Part): { record: Record<string, unknown>; names: Map<string, string> } {
  const record: Record<string, unknown> = {};
  const names = new Map([['categories', 'tags'], ...ofOthers]);
  for (const field in item.of) {
    const variable = placeOf(item.of, field) ?? variableOf.get(field);
    const said = variable === undefined ? undefined : fieldWords(item, field);
    if (variable === undefined || said === undefined) continue;
    const before = names.get(variable);
    if (before === undefined || rank(variable, field) < rank(variable, before)) {
      if (before !== undefined && record[variable] !== said) keep(item, before, record[variable]);
      record[variable] = dates.has(variable) ? dateIn(said) : said;
      names.set(variable, field);
    } else if (record[variable] !== said) keep(item, field, said);
  }
  const tags = tagsOf(item);
  if (tags.length > 0) record.categories = tags;
  return { record, names };
}

/** The words of a field; Better BibTeX may give those of `extra` as lines. */
function fieldWords(item: Part, field: string): string | undefined {
  const value = item.of[field];
  const isLines =
    field === 'extra' && Array.isArray(value) && value.every((line) => typeof line === 'string');
  return isLines ? value.join('\n') : words(item, field);
}

/** A talk has no publisher: its place is that of the meeting. */
function placeOf(of: Json, field: string): string | undefined {
  return field === 'place' && of.itemType === 'presentation' && !of.eventPlace ? 'event-place' : undefined;
}

const order = [...variableOf.keys()];
const rank = (variable: string, field: string) =>
  variableOf.get(field) === variable ? order.indexOf(field) : order.length;

const dates: ReadonlySet<string> = new Set(['issued', 'submitted']);

/** Zotero's own store puts an ISO date before the words: `2012-10-00 October 2012`. */
function dateIn(text: string): string {
  return /^\d{4}-\d\d-\d\d (?!\d\d:)(\S.*)$/.exec(text)?.[1] ?? text;
}

/** A tag is a text, or an object that also tells whether a person gave it. */
function tagsOf(item: Part): readonly string[] {
  const { tags } = item.of;
  if (!Array.isArray(tags)) {
    keep(item, 'tags', tags);
    return [];
  }
  const list: readonly unknown[] = tags;
  const said = list.map((each) => (isObject(each) ? each.tag : each));
  if (!said.every((each) => typeof each === 'string')) keep(item, 'tags', tags);
  return said.filter((each) => typeof each === 'string');
}

/** The variables of those who made what the item is in or speaks of, not the item. */
const ofOthers = [
  ['container-author', 'creators.bookAuthor'],
  ['reviewed-author', 'creators.reviewedAuthor'],
] as const;
const ofCreator = new Set([
  'creatorType',
  'firstName',
  'lastName',
  'name',
  'fieldMode',
  'creatorID',
  'orderIndex',
]);

function creatorsOf(item: Part, record: Record<string, unknown>): readonly DraftContribution[] {
  const { creators } = item.of;
  if (!Array.isArray(creators)) {
    keep(item, 'creators', creators);
    return [];
  }
  const list: readonly unknown[] = creators;
  const unplaced: unknown[] = [];
  const others: Readonly<Record<string, Json[]>> = { bookAuthor: [], reviewedAuthor: [] };
  const contributions = list.flatMap((each, index): readonly DraftContribution[] => {
    const path = [...pathOf(item), 'creators', index].join('.');
    const part: Part = { of: isObject(each) ? each : {}, path, left: item.left };
    const type = words(part, 'creatorType') ?? '';
    const [family, given] = [unquoted(words(part, 'lastName')), words(part, 'firstName')];
    const literal = words(part, 'name') ?? (part.of.fieldMode === 1 ? family : undefined);
    if (family === undefined && given === undefined && literal === undefined) {
      keepWhole({ ...part, of: each });
      return [];
    }
    keepOthers(part, ofCreator);
    const elsewhere = others[type];
    if (elsewhere) {
      elsewhere.push(literal === undefined ? { family, given } : { literal });
      return [];
    }
    const role = roleOf('zotero', type);
    const marcRelator = codeList('relators').read('zotero', type);
    // The model has no word for what this one did.
    if (role === 'other' && marcRelator === undefined) unplaced.push(each);
    return [
      literal === undefined
        ? { role, marcRelator, family, given }
        : { role, marcRelator, nameAsPrinted: literal, literal },
    ];
  });
  keep(item, 'creators', unplaced);
  for (const [variable, path] of ofOthers) {
    const names = others[path.replace('creators.', '')] ?? [];
    if (names.length > 0) record[variable] = names;
  }
  return contributions;
}

/** The items of a library that it ties to this one, by their addresses; other ties are kept. */
function relatedTo(item: Part): readonly Relation[] {
  const { relations, seeAlso } = item.of;
  const related = isObject(relations) ? relations['dc:relation'] : relations;
  if (isObject(relations)) {
    const { 'dc:relation': _said, ...others } = relations;
    keep(item, 'relations', others);
  }
  const all: readonly unknown[] = [related, seeAlso].flat();
  const unknown = all.filter((each) => each !== undefined && !(typeof each === 'string' && isIri(each)));
  keep(item, 'relations.dc:relation', unknown);
  const ids = all.filter((each): each is string => typeof each === 'string' && isIri(each));
  return [...new Set(ids)].map((id) => ({ type: 'isRelatedTo', target: { id } }));
}

import { isIri } from '../base/iri.ts';
import type { LangText, Subject, Title } from '../base/work.ts';
import { said } from './datacite-words.ts';
import { isObject, keep, keepOthers, type Part, partsOf, words } from './json-part.ts';

const titleRoles: ReadonlyMap<string, Title['role']> = new Map([
  ['Subtitle', 'subtitle'],
  ['TranslatedTitle', 'translated'],
  ['AlternativeTitle', 'alternative'],
]);
const ofTitle: ReadonlySet<string> = new Set(['title', 'titleType', 'lang']);

/** The titles; the main one is the first without a type, else the first that is no subtitle. */
export function titlesOf(record: Part): readonly Title[] {
  const parts = partsOf(record, 'titles').filter((part) => {
    keepOthers(part, ofTitle);
    if (said(part, 'title') !== undefined) return true;
    keep(part, 'titleType', part.of.titleType);
    return false;
  });
  const untyped = parts.find((part) => words(part, 'titleType') === undefined);
  const main = untyped ?? parts.find((part) => words(part, 'titleType') !== 'Subtitle') ?? parts[0];
  return parts.map((part) => {
    const type = words(part, 'titleType');
    const role = titleRoles.get(type ?? '');
    if (role === undefined || part === main) keep(part, 'titleType', type);
    return {
      role: part === main ? 'main' : (role ?? 'alternative'),
      text: { value: words(part, 'title') ?? '', lang: words(part, 'lang') },
    };
  });
}

/** The descriptions of a record, by what becomes of them. */
export interface Descriptions {
  readonly abstracts: readonly LangText[];
  readonly notes: readonly LangText[];
  readonly series: readonly LangText[];
}

const ofDescription: ReadonlySet<string> = new Set(['description', 'descriptionType', 'lang']);

/** Abstracts, series information, and everything else as notes. */
export function descriptionsOf(record: Part): Descriptions {
  const found = { Abstract: [] as LangText[], SeriesInformation: [] as LangText[], Other: [] as LangText[] };
  for (const part of partsOf(record, 'descriptions')) {
    keepOthers(part, ofDescription);
    const value = said(part, 'description');
    const type = words(part, 'descriptionType');
    if (value === undefined) continue;
    const text = { value, lang: words(part, 'lang') };
    if (type === 'Abstract' || type === 'SeriesInformation') found[type].push(text);
    else {
      // The model has one kind of note.
      if (type !== 'Other') keep(part, 'descriptionType', type);
      found.Other.push(text);
    }
  }
  return { abstracts: found.Abstract, notes: found.Other, series: found.SeriesInformation };
}

const ofSubject: ReadonlySet<string> = new Set([
  'subject',
  'schemeUri',
  'valueUri',
  'classificationCode',
  'lang',
]);
// Longer than any list of keywords.
const longest = 10_000;
// L1: a semicolon parts keywords, unless it ends an entity.
const semicolon = /(?<!&#?[a-z\d]{1,8});/i;

/** The subjects; several in one text without a code are parted (L1). */
export function subjectsOf(record: Part): readonly Subject[] {
  const list = record.of.subjects;
  // JSON of 2018 has texts.
  const of = Array.isArray(list)
    ? { subjects: list.map((each) => (typeof each === 'string' ? { subject: each } : each)) }
    : record.of;
  return partsOf({ ...record, of }, 'subjects').flatMap((part) => {
    keepOthers(part, ofSubject);
    const text = said(part, 'subject');
    const [scheme, concept] = [iri(part, 'schemeUri'), iri(part, 'valueUri')];
    const code = words(part, 'classificationCode');
    const lang = words(part, 'lang');
    if (text === undefined) {
      for (const key of ofSubject) keep(part, key, part.of[key]);
      return [];
    }
    const isFree = scheme === undefined && concept === undefined && code === undefined;
    const texts = isFree && part.of.subjectScheme === undefined ? parted(text) : [text];
    return texts.map((value) => ({ text: { value, lang }, scheme, concept, code }));
  });
}

function parted(text: string): readonly string[] {
  if (!text.includes(';') || text.length > longest) return [text];
  return text
    .split(semicolon)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** An address that can be one; other words are kept. */
function iri(part: Part, key: string): string | undefined {
  const value = words(part, key);
  if (value === undefined || isIri(value.trim())) return value?.trim();
  keep(part, key, value);
  return undefined;
}

/** The publisher, a name or an object (schema 4.5). */
export function publisherPart(record: Part): Part | undefined {
  const { publisher } = record.of;
  if (isObject(publisher)) return { of: publisher, path: 'publisher', left: record.left };
  const name = said(record, 'publisher');
  return name === undefined ? undefined : { of: { name }, path: 'publisher', left: record.left };
}

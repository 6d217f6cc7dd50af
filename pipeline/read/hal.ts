import type { Draft, DraftContribution, Origin } from '../base/draft.ts';
import { plainText } from '../base/plain-text.ts';
import type { LangText, Subject, Title } from '../base/work.ts';
import { containerFields, eventOf, hostedOf, numbersOf, positionOf, publisherOf } from './hal-container.ts';
import { datesOf } from './hal-dates.ts';
import { fieldsOf, type HalRecord, one, texts } from './hal-fields.ts';
import { asConsortium, asSupervisor } from './hal-host.ts';
import { fundingFields, fundingOf, identifiersOf, linkFields, linksOf, relationsOf } from './hal-links.ts';
import { authorFields, authorsOf } from './hal-people.ts';
import { structureFields } from './hal-structures.ts';
import {
  classSubject,
  domainSubject,
  isReviewCode,
  once,
  reviewOf,
  statusOf,
  titlesOf,
  typeOf,
} from './hal-words.ts';
import { cutJson } from './json-cut.ts';
import { type Json, keep, Leftovers, type Part } from './json-part.ts';
import { jsonObject } from './json-text.ts';
import type { Reader } from './reader.ts';
import { isLines } from './work-cut.ts';

const own =
  /"(?:halId_s|docType_s|uri_s|label_s|citation(?:Full|Ref)_s|title_s|[a-z]{2}_title_s|auth(?:Full|Last)Name_s)"\s*:/;
// Our own records may hold such fields among what found no place.
const other = /"(?:titles|unmapped)"\s*:|"@context"\s*:/;
const replies = {
  start:
    /^\{\s*"(?:response(?:Header)?|numFound(?:Exact)?|start|maxScore|docs|nextCursorMark|facet_counts|grouped)"\s*:/,
  inside: ['response', 'docs'],
};

/** Records of HAL's search API in JSON: a document, documents on lines, or an answer with its documents (hal.md). */
export const hal: Reader = {
  name: 'hal',
  title: { fr: 'HAL (JSON de l’API de recherche)', en: 'HAL (search API JSON)' },
  mediaType: 'application/json',
  extensions: ['.json', '.jsonl', '.ndjson'],
  sniff: (head) => /^[\s\ufeff]*[[{]/.test(head) && own.test(head) && !other.test(head),
  lines: isLines,
  cut: cutJson(replies),
  parse: (piece, origin) => draftOf(jsonObject(piece), origin),
};

/** The fields that become fields of the work, but for those that have a set or a form of their own. */
const mapped: ReadonlySet<string> = new Set([
  ...['docType_s', 'docSubType_s', 'title_s', 'subTitle_s', 'abstract_s', 'keyword_s', 'language_s'],
  ...['halId_s', 'halIdSameAs_s', 'version_i', 'localReference_s', 'related_s', 'licence_s', 'inPress_bool'],
  ...['openAccess_bool', 'peerReviewing_s', 'audience_s', 'popularLevel_s', 'comment_s', 'description_s'],
  ...[
    'label_s',
    'citationRef_s',
    'citationFull_s',
    'domainAllCode_s',
    'domain_s',
    'collaboration_s',
    'director_s',
  ],
  ...['jel_s', 'mesh_s', 'acm_s', 'acm2012_s', 'classification_s'],
]);
const known: ReadonlySet<string> = new Set(
  [mapped, containerFields, linkFields, fundingFields, authorFields, structureFields].flatMap((set) => [
    ...set,
  ]),
);

function draftOf(of: Json, origin: Origin): Draft {
  const left = new Leftovers(origin.source.name);
  const record: HalRecord = { of, path: '', left, fields: fieldsOf(of) };
  keepUnknown(record);
  const code = one(record, 'docType_s') ?? '';
  const type = draftType(record, code);
  const host = hostedOf(record, code);
  const contributions: readonly DraftContribution[] = [
    ...authorsOf(record),
    ...texts(record, 'collaboration_s').map(asConsortium),
    ...host.contributions,
    ...texts(record, 'director_s').map(asSupervisor),
  ];
  return {
    origin,
    type,
    titles: titles(record),
    abstracts: spoken(record, 'abstract'),
    contributions,
    dates: datesOf(record, code),
    container: host.container,
    position: positionOf(record, code),
    event: eventOf(record),
    publisher: publisherOf(record),
    identifiers: [...identifiersOf(record), ...host.identifiers, ...numbersOf(record, code)],
    links: linksOf(record),
    languages: texts(record, 'language_s'),
    subjects: subjectsOf(record),
    access: accessOf(record),
    licences: texts(record, 'licence_s').map((words) => ({ words })),
    funding: fundingOf(record),
    relations: relationsOf(record),
    status: statusOf(type, flag(record, 'inPress_bool') === true),
    review: review(record),
    notes: [...texts(record, 'comment_s'), ...texts(record, 'description_s')].map((value) => ({ value })),
    citationText: citationOf(record),
    unmapped: left.kept,
  };
}

/** Each field once, and so without looking whether it is kept already. */
function keepUnknown({ of, fields, left }: HalRecord): void {
  for (const key of fields.others) {
    const value = of[key];
    const isEmpty =
      value === undefined ||
      value === null ||
      value === '' ||
      (typeof value === 'object' && Object.keys(value).length === 0);
    if (!isEmpty && !known.has(key)) left.kept.push({ source: left.source, path: key, value });
  }
}

function draftType(record: Part, code: string): Draft['type'] {
  const subtype = one(record, 'docSubType_s');
  const isPopular = texts(record, 'popularLevel_s')[0] === '1';
  const { type, usesSubtype } = typeOf(code === '' ? undefined : code, subtype, isPopular);
  if (!usesSubtype) keep(record, 'docSubType_s', subtype);
  return type;
}

function titles(record: HalRecord): readonly Title[] {
  return titlesOf(spoken(record, 'title'), spoken(record, 'subTitle'), {
    language: texts(record, 'language_s')[0],
    first: texts(record, 'title_s')[0],
  });
}

/** A text in each language that has a field of its own, and in none what the field of all languages has besides. */
function spoken(record: HalRecord, name: string): readonly LangText[] {
  const tagged: LangText[] = [];
  for (const { key, text, lang } of record.fields.spoken) {
    if (text === name) for (const value of texts(record, key)) tagged.push({ value, lang });
  }
  const untagged = texts(record, `${name}_s`);
  if (untagged.length === 0) return once(tagged);
  const said = new Set(tagged.map(({ value }) => value));
  return once([...tagged, ...untagged.filter((value) => !said.has(value)).map((value) => ({ value }))]);
}

const classifications = ['jel', 'mesh', 'acm', 'acm2012', 'classification'] as const;

function subjectsOf(record: HalRecord): readonly Subject[] {
  return [
    ...spoken(record, 'keyword').map((text) => ({ text })),
    ...domainsOf(record),
    ...classifications.flatMap((scheme) =>
      texts(record, `${scheme}_s`).map((value) => classSubject(scheme, value)),
    ),
  ];
}

/** The codes; of the field that counts them by level, those that no other goes into. */
function domainsOf(record: Part): readonly Subject[] {
  const stated = texts(record, 'domainAllCode_s');
  const byLevel = texts(record, 'domain_s').map((each) => each.replace(/^\d\./, ''));
  const above = new Set(byLevel.map((code) => code.split('.').slice(0, -1).join('.')));
  const codes = stated.length > 0 ? stated : byLevel.filter((code) => !above.has(code));
  if (codes.length === 0) return [];
  const labels = new Map(
    texts(record, 'en_domainAllCodeLabel_fs').map((each) => {
      const [code = '', value = ''] = each.split('_FacetSep_');
      return [code, value] as const;
    }),
  );
  return [...new Set(codes)].map((code) => {
    const value = labels.get(code);
    return domainSubject(code, value ? { value, lang: 'en' } : undefined);
  });
}

/** HAL says whether a text is open, here or elsewhere; where there is none, a record alone. */
function accessOf(record: Part): Draft['access'] {
  const isOpen = flag(record, 'openAccess_bool');
  if (isOpen === undefined) return undefined;
  if (isOpen) return { status: 'open' };
  if (record.of.submitType_s === 'notice') return { status: 'metadataOnly' };
  keep(record, 'openAccess_bool', isOpen);
  return undefined;
}

function review(record: Part): Draft['review'] {
  const code = (kind: 'peer' | 'audience' | 'popular', key: string) => {
    const said = one(record, key);
    if (said === undefined || isReviewCode(kind, said)) return said;
    keep(record, key, said);
    return undefined;
  };
  return reviewOf({
    peer: code('peer', 'peerReviewing_s'),
    audience: code('audience', 'audience_s'),
    popular: code('popular', 'popularLevel_s'),
  });
}

/** The citation without the title and the authors, which stand in their fields, as in HAL's TEI; else a whole one. */
function citationOf(record: Part): LangText | undefined {
  const html = ['citationRef_s', 'label_s', 'citationFull_s'].flatMap((key) => texts(record, key))[0];
  const value = html === undefined ? '' : plainText({ value: html, markup: 'html' });
  return value === '' ? undefined : { value };
}

function flag(record: Part, key: string): boolean | undefined {
  const value = record.of[key];
  if (value === 'true' || value === 'false') return value === 'true';
  if (typeof value === 'boolean') return value;
  keep(record, key, value);
  return undefined;
}

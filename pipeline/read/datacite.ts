import type { Draft, DraftIdentifier, Origin } from '../base/draft.ts';
import type { Link } from '../base/work.ts';
import { appearanceOf, sortItems } from './datacite-container.ts';
import { datesOf } from './datacite-dates.ts';
import { fundingOf } from './datacite-funding.ts';
import { jsonRecord } from './datacite-json.ts';
import { identifier, peopleOf, schemeOf } from './datacite-people.ts';
import { relatedOf } from './datacite-relations.ts';
import { rightsOf } from './datacite-rights.ts';
import { descriptionsOf, publisherPart, subjectsOf, titlesOf } from './datacite-texts.ts';
import { typeOf } from './datacite-types.ts';
import { said } from './datacite-words.ts';
import { cutXmlRecords, xmlRecord } from './datacite-xml.ts';
import { bareDoi, doiIri } from './doi.ts';
import { cutJson } from './json-cut.ts';
import { type Json, keep, keepOthers, Leftovers, type Part, partsOf, words, wordsOf } from './json-part.ts';
import type { Reader } from './reader.ts';
import { isLines } from './work-cut.ts';

const replies = { start: /^\{\s*"(?:data|meta|included|errors|jsonapi)"\s*:/, inside: ['data'] };
const cutJsonRecords = cutJson(replies);

/** Records of DataCite: JSON of its REST API or of its schema 4, and XML of kernels 2 to 4, alone or harvested. */
export const datacite: Reader = {
  name: 'datacite',
  title: { fr: 'DataCite (JSON ou XML)', en: 'DataCite (JSON or XML)' },
  mediaType: 'application/vnd.datacite.datacite+json',
  extensions: ['.json', '.jsonl', '.ndjson', '.xml'],
  sniff: (head) => (isXml(head) ? isDataciteXml(head) : isDataciteJson(head)),
  lines: isLines,
  cut: (text) => (isXml(text) ? cutXmlRecords(text) : cutJsonRecords(text)),
  parse: (piece, origin) => {
    if (!isXml(piece.text)) return draftOf(jsonRecord(piece), origin);
    const { of, controls } = xmlRecord(piece);
    const draft = draftOf(of, origin);
    if (controls === 0) return draft;
    const remark = { rule: 'control-characters', values: { count: controls }, line: origin.line } as const;
    return { ...draft, remarks: [remark] };
  },
};

const isXml = (text: string) => /^[\s\ufeff]*</.test(text.slice(0, 1000));

const kernel =
  /["'\s]https?:\/\/(?:www\.)?datacite\.org\/schema\/(?:kernel|namespace)|https?:\/\/schema\.datacite\.org\/oai\/|\bmetadataPrefix\s*=\s*["'](?:oai_)?datacite\d*["']/;
// OpenAIRE borrows elements of the kernel for a format of its own.
const otherXml = /namespace\.openaire\.eu\/schema\/oaire|<!doctype html|<html[\s>]|<rdf:RDF[\s>]/i;
const isDataciteXml = (head: string) => kernel.test(head) && !otherXml.test(head);

const marks =
  /"type"\s*:\s*"dois"|"resource(?:TypeGeneral|-type-general)"\s*:|"schema(?:Version|-version)"\s*:\s*"https?:\/\/(?:schema\.)?datacite\.org/;
// Our own records may keep anything of DataCite's, and its schema.org names the kernel.
const otherJson = /"role"\s*:\s*"main"|"@context"\s*:/;
const isDataciteJson = (head: string) =>
  /^[\s\ufeff]*[[{]/.test(head) &&
  (marks.test(head) || (/"creators"\s*:\s*\[/.test(head) && /"titles"\s*:\s*\[/.test(head))) &&
  !otherJson.test(head);

/** Figures of DataCite about its records and their use, and its copies of what the record says elsewhere. */
export const ignored: ReadonlySet<string> = new Set([
  ...['prefix', 'suffix', 'event', 'state', 'isActive', 'schemaVersion', 'metadataVersion', 'source', 'xml'],
  ...['created', 'registered', 'published', 'updated', 'agency', 'provider', 'providerId', 'clientId'],
  ...[
    'citationCount',
    'citationsOverTime',
    'viewCount',
    'viewsOverTime',
    'downloadCount',
    'downloadsOverTime',
  ],
  ...['referenceCount', 'partCount', 'partOfCount', 'versionCount', 'versionOfCount', 'landingPage'],
]);

/** The keys that become fields of the work. */
export const mapped: ReadonlySet<string> = new Set([
  ...['id', 'doi', 'identifiers', 'alternateIdentifiers', 'types', 'titles', 'creators', 'contributors'],
  ...['publisher', 'publicationYear', 'dates', 'container', 'relatedItems', 'relatedIdentifiers', 'subjects'],
  ...['language', 'rightsList', 'descriptions', 'fundingReferences', 'url', 'contentUrl', 'sizes', 'formats'],
]);

const known: ReadonlySet<string> = new Set([...mapped, ...ignored]);

function draftOf(of: Json, origin: Origin): Draft {
  const left = new Leftovers(origin.source.name);
  const record: Part = { of, path: '', left };
  keepOthers(record, known);
  const { type, work } = typeOf(record);
  const { abstracts, notes, series: lines } = descriptionsOf(record);
  const { item, series, others } = sortItems(partsOf(record, 'relatedItems'));
  const related = relatedOf(record, others);
  const appearance = appearanceOf(record, { item, series, related, lines, work });
  const dates = datesOf(record);
  const { licences, access } = rightsOf(record, dates.find(({ event }) => event === 'available')?.words);
  const { position, links } = filesOf(record, work, appearance.position);
  const language = said(record, 'language');
  return {
    origin,
    type,
    titles: titlesOf(record),
    abstracts,
    contributions: peopleOf(record),
    dates,
    container: appearance.container,
    position,
    publisher: publisherOf(record),
    identifiers: identifiersOf(record),
    links,
    languages: language === undefined ? undefined : [language],
    subjects: subjectsOf(record),
    access,
    licences,
    funding: fundingOf(record),
    relations: [
      ...related.relations,
      ...appearance.partOf
        .filter(({ id }) => !related.relations.some(({ target }) => id !== undefined && target.id === id))
        .map((target) => ({ type: 'isPartOf' as const, target })),
    ],
    references: related.references,
    status: dates.some(({ event }) => event === 'withdrawn')
      ? 'withdrawn'
      : work === 'preprint'
        ? 'preprint'
        : undefined,
    notes: [...notes, ...appearance.notes],
    unmapped: left.kept,
  };
}

const ofPublisher: ReadonlySet<string> = new Set([
  ...['name', 'publisherIdentifier', 'publisherIdentifierScheme', 'schemeUri'],
]);

function publisherOf(record: Part): Draft['publisher'] {
  const part = publisherPart(record);
  if (!part) return undefined;
  keepOthers(part, ofPublisher);
  const name = said(part, 'name');
  const ids = identifier(part, 'publisherIdentifier', 'publisherIdentifierScheme');
  if (name === undefined) keep(part, 'publisherIdentifier', part.of.publisherIdentifier);
  return name === undefined ? undefined : { name, ids };
}

const ofIdentifier: ReadonlySet<string> = new Set([
  ...['identifier', 'identifierType', 'alternateIdentifier', 'alternateIdentifierType'],
]);

/** The DOI, then the other identifiers, which the REST API says twice. */
function identifiersOf(record: Part): readonly DraftIdentifier[] {
  const [doi, id] = [said(record, 'doi'), said(record, 'id')];
  const found = new Map<string, DraftIdentifier>();
  const add = (value: string | undefined, scheme: string | undefined) => {
    if (value === undefined) return;
    const key = bareDoi(value) ?? `${scheme} ${value}`;
    if (!found.has(key)) found.set(key, { scheme, value });
  };
  add(doi, 'doi');
  // Some give the DOI's address, percent signs and all.
  if (id !== doiIri(doi ?? '')) add(id, bareDoi(id ?? '') === undefined ? undefined : 'doi');
  for (const list of ['identifiers', 'alternateIdentifiers']) {
    const key = list.replace(/s$/, '');
    for (const part of partsOf(record, list)) {
      keepOthers(part, ofIdentifier);
      const type = words(part, `${key}Type`);
      const scheme = schemeOf(type);
      if (scheme === undefined && type !== 'Other') keep(part, `${key}Type`, type);
      add(said(part, key), scheme);
    }
  }
  return [...found.values()];
}

const resolver = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i;
const extent = /^\d{1,6}\s?(?:p|pp|pages?)\.?$/i;
const bytesForm = /^(\d{1,15})\s?bytes?$/i;

/** The landing page and the files; of the sizes, a number of pages is the extent of the work. */
function filesOf(
  record: Part,
  work: string | undefined,
  position: Draft['position'],
): Pick<Draft, 'position' | 'links'> {
  const url = words(record, 'url');
  const landing: readonly Link[] = url === undefined || resolver.test(url) ? [] : [{ role: 'landing', url }];
  const files = wordsOf(record, 'contentUrl');
  const [sizes, formats] = [wordsOf(record, 'sizes'), wordsOf(record, 'formats')];
  const pages = position?.pages ?? sizes.find((size) => extent.test(size));
  // Only of a single file is it known whose format and size are meant.
  const isOne = files.length === 1;
  const mediaType = isOne && formats.length === 1 && formats[0]?.includes('/') ? formats[0] : undefined;
  const size = isOne ? sizes.find((each) => bytesForm.test(each)) : undefined;
  const bytes = size === undefined ? undefined : Number(bytesForm.exec(size)?.[1]);
  if (mediaType === undefined) keep(record, 'formats', formats);
  const otherSizes = sizes.filter((each) => each !== size && each !== pages);
  keep(record, 'sizes', otherSizes);
  const role = work === 'dataset' ? 'dataset' : work === 'software' ? 'code' : 'fulltext';
  return {
    position: pages === undefined ? position : { ...position, pages },
    links: [...landing, ...files.map((file) => ({ role, url: file, mediaType, bytes }) as const)],
  };
}

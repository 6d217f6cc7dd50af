import { isIri } from '../base/iri.ts';
import { type DateEvent, dateOf, type Work } from '../base/work.ts';
import { envelope, recordElement, type Statement, say, sayIn } from './dublin-core.ts';
import { availableDate, isW3cdtf, w3cdtf } from './dublin-core-dates.ts';
import { addressesOf, otherIdentifiers } from './dublin-core-identifiers.ts';
import { leftovers, qualifiedLeftovers } from './dublin-core-leftovers.ts';
import { besides, grantsOf, relationName, seriesLine, targetOf } from './dublin-core-relations.ts';
import { qualifiedSubject } from './dublin-core-subjects.ts';
import { titles } from './dublin-core-texts.ts';
import { accessName, typesOf, versionNames } from './dublin-core-types.ts';
import { familyFirst } from './family-first.ts';
import { cased, iso6393 } from './language-tag.ts';
import { citationLine, extentOf } from './place-line.ts';
import { qdcCarries } from './qdc-carries.ts';
import type { Writer } from './writer.ts';

/** Qualified Dublin Core in the container that harvesters know (oai-pmh section 5): one bare record after another. */
export const qdc: Writer = {
  name: 'qdc',
  aliases: ['oai-qdc'],
  title: { fr: 'Dublin Core qualifié (OAI-PMH)', en: 'Qualified Dublin Core (OAI-PMH)' },
  mediaType: 'application/xml',
  extension: '.qdc.xml',
  takes: 'works',
  carries: qdcCarries,
  lines: false,
  open: async () => ({
    ...envelope,
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      return qdcRecord(work);
    },
  }),
};

const namespaces = {
  'xmlns:oai_qdc': 'http://worldcat.org/xmlschemas/qdc-1.0/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://worldcat.org/xmlschemas/qdc-1.0/ http://worldcat.org/xmlschemas/qdc/1.0/qdc-1.0.xsd',
} as const;

/** The element `oai_qdc:qualifieddc` of one work; `page` is the lab's own page about it, which identifies it first. */
export function qdcRecord(work: Work, page?: string): string {
  const files = work.links.filter(({ role }) => role === 'fulltext').map(({ url }) => url);
  return recordElement('oai_qdc:qualifieddc', namespaces, [
    ...titles(work, 'dcterms:alternative'),
    ...work.contributions.map((one) =>
      say(one.role === 'author' ? 'dc:creator' : 'dc:contributor', familyFirst(one)),
    ),
    ...work.subjects.map(qualifiedSubject),
    ...work.abstracts.map((text) => sayIn('dcterms:abstract', text)),
    ...work.notes.map((text) => sayIn('dcterms:description', text)),
    ...(work.publisher ? [say('dc:publisher', work.publisher.name)] : []),
    ...dates(work),
    ...types(work),
    ...formats(work),
    ...addressesOf(work, page)
      .filter((address) => !files.includes(address))
      .map((address) => sayIri('dc:identifier', address)),
    ...[...new Set(files)].map((address) => sayIri('dcterms:hasFormat', address)),
    ...languages(work),
    ...place(work),
    ...relations(work),
    ...rights(work),
    ...leftovers(work, qualifiedLeftovers).map((each) => ({ ...each, name: qualified(each.name) })),
  ]);
}

const elements: ReadonlySet<string> = new Set(['type', 'format', 'coverage', 'publisher']);
const qualified = (name: string) => `${elements.has(name) ? 'dc' : 'dcterms'}:${name}`;

/** A value that is an IRI says so; other words stand as they are. */
function sayIri(name: string, words: string): Statement {
  return isIri(words) ? { name, words, scheme: 'URI' } : say(name, words);
}

function sayDate(name: string, date: string): Statement {
  return isW3cdtf(date) ? { name, words: date, scheme: 'W3CDTF' } : say(name, date);
}

const events: readonly (readonly [DateEvent, name: string])[] = [
  ['written', 'dcterms:created'],
  ['submitted', 'dcterms:dateSubmitted'],
  ['copyright', 'dcterms:dateCopyrighted'],
  ['modified', 'dcterms:modified'],
];

/** Each event by its refinement; of a season or an interval the year as issued, and the whole as a plain date (D2). */
function dates(work: Work): readonly Statement[] {
  const published = dateOf(work, 'published');
  const issued = published === undefined ? undefined : w3cdtf(published);
  const available = availableDate(work);
  const accepted = dateOf(work, 'accepted') ?? dateOf(work, 'defended');
  const { status, embargoUntil } = work.access ?? {};
  return [
    ...(issued === undefined ? [] : [sayDate('dcterms:issued', issued)]),
    ...(published === undefined || published === issued ? [] : [say('dc:date', published)]),
    ...(available === undefined ? [] : [sayDate('dcterms:available', available)]),
    ...(embargoUntil === undefined || status === 'embargoed'
      ? []
      : [say('dc:date', `info:eu-repo/date/embargoEnd/${embargoUntil}`)]),
    // A thesis is accepted by its jury (DCMI terms, dateAccepted).
    ...(accepted === undefined ? [] : [sayDate('dcterms:dateAccepted', accepted)]),
    ...events.flatMap(([event, name]) => {
      const date = dateOf(work, event);
      return date === undefined ? [] : [sayDate(name, date)];
    }),
  ];
}

function types(work: Work): readonly Statement[] {
  const [version] = versionNames(work) ?? [];
  const names = version === undefined ? [] : [`info:eu-repo/semantics/${version}`];
  return [...typesOf(work), ...names].map((type) => sayIri('dc:type', type));
}

function formats({ links, position }: Work): readonly Statement[] {
  const files = links.filter(({ role }) => role === 'fulltext').flatMap(({ mediaType }) => mediaType ?? []);
  const extent = extentOf(position);
  return [
    ...[...new Set(files)].map((type): Statement => ({ name: 'dc:format', words: type, scheme: 'IMT' })),
    ...(extent === undefined ? [] : [say('dcterms:extent', extent)]),
  ];
}

function languages({ languages: known }: Work): readonly Statement[] {
  return known.map((language): Statement => {
    const code = iso6393(language);
    return code === undefined
      ? { name: 'dc:language', words: cased(language), scheme: 'RFC4646' }
      : { name: 'dc:language', words: code, scheme: 'ISO639-3' };
  });
}

/** The journal or book that holds the work, and where in it; OpenEdition says `urn:eissn:` of an electronic ISSN. */
function place(work: Work): readonly Statement[] {
  const { container, citationText } = work;
  const [title] = container?.titles ?? [];
  const series = container && seriesLine(container);
  const line = citationLine(work);
  return [
    ...(title ? [sayIn('dcterms:isPartOf', title)] : []),
    ...(series === undefined ? [] : [say('dcterms:isPartOf', series)]),
    ...(container?.issn ?? []).map(({ value, medium }) =>
      sayIri('dcterms:isPartOf', `urn:${medium === 'electronic' ? 'eissn' : 'issn'}:${value}`),
    ),
    ...(container?.isbn ?? []).map((isbn) => sayIri('dcterms:isPartOf', `urn:isbn:${isbn}`)),
    ...(container?.url === undefined ? [] : [sayIri('dcterms:isPartOf', container.url)]),
    ...(line === undefined ? [] : [say('dcterms:bibliographicCitation', line)]),
    ...(citationText ? [sayIn('dcterms:bibliographicCitation', citationText)] : []),
  ];
}

function relations(work: Work): readonly Statement[] {
  const plain = [...new Set([...grantsOf(work), ...otherIdentifiers(work), ...besides(work)])];
  return [
    ...plain.map((words) => sayIri('dc:relation', words)),
    ...work.relations.flatMap((relation) => {
      const target = targetOf(relation);
      return target === undefined ? [] : [sayIri(relationName(relation.type), target)];
    }),
    ...work.references.flatMap(({ id, citation }) => {
      const words = id ?? citation;
      return words === undefined ? [] : [sayIri('dcterms:references', words)];
    }),
  ];
}

function rights(work: Work): readonly Statement[] {
  const access = accessName(work);
  return [
    ...(access === undefined ? [] : [sayIri('dcterms:accessRights', access)]),
    ...work.licences.flatMap(({ iri, text }) =>
      iri !== undefined ? [sayIri('dcterms:license', iri)] : text ? [sayIn('dc:rights', text)] : [],
    ),
  ];
}

import { usualContainer } from '../base/usual-container.ts';
import { dateOf, type Work } from '../base/work.ts';
import { envelope, recordElement, type Statement, say, sayIn } from './dublin-core.ts';
import { isW3cdtf, simpleDate } from './dublin-core-dates.ts';
import { addressesOf, otherIdentifiers } from './dublin-core-identifiers.ts';
import { leftovers, simpleLeftovers } from './dublin-core-leftovers.ts';
import { besides, grantsOf, referenceName, seriesLine, targetOf } from './dublin-core-relations.ts';
import { simpleSubject } from './dublin-core-subjects.ts';
import { plainNotes, titles } from './dublin-core-texts.ts';
import { accessName, typesOf, versionNames } from './dublin-core-types.ts';
import { familyFirst } from './family-first.ts';
import { cased } from './language-tag.ts';
import { oaiDcCarries } from './oai-dc-carries.ts';
import { extentOf, isAlone, placeLine } from './place-line.ts';
import type { Writer } from './writer.ts';

/** Simple Dublin Core as OAI-PMH carries it: one bare record after another (oai-pmh section 3). */
export const oaiDc: Writer = {
  name: 'oai-dc',
  aliases: ['dc'],
  title: { fr: 'Dublin Core simple (OAI-PMH)', en: 'Simple Dublin Core (OAI-PMH)' },
  mediaType: 'application/xml',
  extension: '.dc.xml',
  takes: 'works',
  carries: oaiDcCarries,
  lines: false,
  open: async () => ({
    ...envelope,
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      return oaiDcRecord(work);
    },
  }),
};

const namespaces = {
  'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
} as const;

/** The element `oai_dc:dc` of one work; `page` is the lab's own page about it, which identifies it first. */
export function oaiDcRecord(work: Work, page?: string): string {
  return recordElement('oai_dc:dc', namespaces, [
    ...titles(work, 'dc:title'),
    ...work.contributions.map((one) =>
      say(one.role === 'author' ? 'dc:creator' : 'dc:contributor', familyFirst(one)),
    ),
    ...work.subjects.map(simpleSubject),
    ...[...work.abstracts, ...plainNotes(work)].map((text) => sayIn('dc:description', text)),
    ...(work.publisher ? [say('dc:publisher', work.publisher.name)] : []),
    ...dates(work),
    ...typesOf(work).map((type) => say('dc:type', type)),
    ...versions(work),
    ...formats(work).map((format) => say('dc:format', format)),
    ...addressesOf(work, page).map((address) => say('dc:identifier', address)),
    ...sources(work),
    ...work.languages.map((language) => say('dc:language', cased(language))),
    ...relations(work).map((relation) => say('dc:relation', relation)),
    ...rights(work),
    ...leftovers(work, simpleLeftovers).map((each) => ({ ...each, name: `dc:${each.name}` })),
  ]);
}

/** The only date without a prefix is that of publication (crosswalk section 3); ISIDORE reads no other. */
function dates(work: Work): readonly Statement[] {
  const published = dateOf(work, 'published');
  const { embargoUntil } = work.access ?? {};
  return [
    ...(published === undefined ? [] : [say('dc:date', simpleDate(published))]),
    ...(embargoUntil !== undefined && isW3cdtf(embargoUntil)
      ? [say('dc:date', `info:eu-repo/date/embargoEnd/${embargoUntil}`)]
      : []),
  ];
}

function versions(work: Work): readonly Statement[] {
  const [name] = versionNames(work) ?? [];
  return name === undefined ? [] : [say('dc:type', `info:eu-repo/semantics/${name}`)];
}

/** Media types of the files, and the number of pages, which is a format to Dublin Core. */
function formats({ links, position }: Work): readonly string[] {
  const files = links.filter(({ role }) => role === 'fulltext').flatMap(({ mediaType }) => mediaType ?? []);
  const extent = extentOf(position);
  return [...new Set(files), ...(extent === undefined ? [] : [extent])];
}

const issnLabels = { electronic: 'EISSN: ', print: 'PISSN: ', linking: 'ISSN-L: ' } as const;

/** `Terminal, vol. 12, n° 128, p. 13-28`; numbers of the journal or book; the citation as found. */
function sources(work: Work): readonly Statement[] {
  const { container, citationText } = work;
  const [title] = container?.titles ?? [];
  const line = placeLine(work);
  const own = title && sayIn('dc:source', title);
  return [
    ...(own && isAlone(work) ? [own] : []),
    ...(line === undefined ? [] : [say('dc:source', line)]),
    ...(container?.issn ?? []).map(({ value, medium }) =>
      say('dc:source', `${medium ? issnLabels[medium] : 'urn:ISSN:'}${value}`),
    ),
    ...(isPart(work) ? (container?.isbn ?? []) : []).map((isbn) => say('dc:source', `urn:ISBN:${isbn}`)),
    ...(citationText ? [sayIn('dc:source', citationText)] : []),
  ];
}

const isPart = ({ type }: Work) => usualContainer(type) !== undefined;

function relations(work: Work): readonly string[] {
  const series = work.container && seriesLine(work.container);
  return [
    ...new Set([
      ...grantsOf(work),
      ...otherIdentifiers(work),
      ...(series === undefined ? [] : [series]),
      // As a source, the ISBN of what holds a book would be taken for the book's own.
      ...(isPart(work) ? [] : (work.container?.isbn ?? [])).map((isbn) => `urn:isbn:${isbn}`),
      ...(work.container?.url === undefined ? [] : [work.container.url]),
      ...work.relations.flatMap((each) => targetOf(each) ?? []),
      ...besides(work),
      ...work.references.flatMap((each) => referenceName(each) ?? []),
    ]),
  ];
}

function rights(work: Work): readonly Statement[] {
  const access = accessName(work);
  return [
    ...(access === undefined ? [] : [say('dc:rights', access)]),
    ...work.licences.flatMap(({ iri, text }) =>
      iri !== undefined ? [say('dc:rights', iri)] : text ? [sayIn('dc:rights', text)] : [],
    ),
  ];
}

import { plainText } from '../base/plain-text.ts';
import type { LangText, Work } from '../base/work.ts';
import { envelope } from './dublin-core.ts';
import { leftovers, openaireLeftovers } from './dublin-core-leftovers.ts';
import { plainNotes } from './dublin-core-texts.ts';
import { versionNames } from './dublin-core-types.ts';
import { cased, iso6393, languageTag } from './language-tag.ts';
import { openaireCarries } from './openaire-carries.ts';
import { alternateIdentifiers, identifier, relatedIdentifiers } from './openaire-identifiers.ts';
import {
  citation,
  dates,
  files,
  fundingReferences,
  licences,
  resourceType,
  rights,
  subjects,
  titles,
} from './openaire-parts.ts';
import { people } from './openaire-people.ts';
import { extentOf } from './place-line.ts';
import type { Writer } from './writer.ts';
import { elementText, listElement, textElement, type Written } from './xml-element.ts';

/** The OpenAIRE guidelines for literature repositories 4: one bare record after another (oai-pmh section 4). */
export const openaire: Writer = {
  name: 'openaire',
  aliases: ['oai-openaire'],
  title: { fr: 'OpenAIRE 4 (OAI-PMH)', en: 'OpenAIRE 4 (OAI-PMH)' },
  mediaType: 'application/xml',
  extension: '.openaire.xml',
  takes: 'works',
  carries: openaireCarries,
  lines: false,
  open: async () => ({
    ...envelope,
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      return openaireRecord(work);
    },
  }),
};

const namespaces = {
  'xmlns:oaire': 'http://namespace.openaire.eu/schema/oaire/',
  'xmlns:datacite': 'http://datacite.org/schema/kernel-4',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://namespace.openaire.eu/schema/oaire/ https://www.openaire.eu/schema/repo-lit/4.0/openaire.xsd',
} as const;

/**
 * The element `oaire:resource` of one work, in the order of the guidelines; `page` is the lab's own page about it. What
 * the guidelines want and nobody knows, such as the access right, is not there.
 */
export function openaireRecord(work: Work, page?: string): string {
  return elementText({
    name: 'oaire:resource',
    attributes: namespaces,
    inside: [
      ...titles(work),
      ...people(work),
      ...fundingReferences(work),
      ...alternateIdentifiers(work, page),
      ...relatedIdentifiers(work),
      ...dates(work),
      ...work.languages.flatMap((each) => textElement('dc:language', iso6393(each) ?? cased(each))),
      ...textElement('dc:publisher', work.publisher?.name),
      ...resourceType(work),
      ...[...work.abstracts, ...plainNotes(work)].flatMap(description),
      ...formats(work).flatMap((type) => textElement('dc:format', type)),
      ...identifier(work, page),
      ...rights(work),
      ...textElement('dc:source', work.citationText && plainText(work.citationText)),
      ...subjects(work),
      ...licences(work),
      ...rest(work),
      ...sizes(work),
      ...version(work),
      ...files(work),
      ...citation(work),
    ],
  });
}

function description(text: LangText): readonly Written[] {
  return textElement('dc:description', plainText(text), { 'xml:lang': languageTag(text.lang) });
}

/** The media types that the files do not say themselves. */
function formats({ links }: Work): readonly string[] {
  return [
    ...new Set(links.filter(({ role }) => role === 'fulltext').flatMap(({ mediaType }) => mediaType ?? [])),
  ];
}

function sizes({ position }: Work): readonly Written[] {
  return listElement('datacite:sizes', textElement('datacite:size', extentOf(position)));
}

const labels: Readonly<Record<string, string>> = {
  submittedVersion: 'SMUR',
  acceptedVersion: 'AM',
  publishedVersion: 'VoR',
  updatedVersion: 'CVoR',
};

function version(work: Work): readonly Written[] {
  const [name = '', code] = versionNames(work) ?? [];
  return textElement('oaire:version', labels[name], { uri: code && `http://purl.org/coar/version/${code}` });
}

const prefixes: Readonly<Record<string, string>> = {
  audience: 'dcterms',
  citationEdition: 'oaire',
  citationConferencePlace: 'oaire',
  citationConferenceDate: 'oaire',
};

/** What was said in elements that the model has no field for. */
function rest(work: Work): readonly Written[] {
  return leftovers(work, openaireLeftovers).flatMap(({ name, words, lang }) =>
    textElement(`${prefixes[name] ?? 'dc'}:${name}`, words, {
      'xml:lang': name === 'coverage' ? lang : undefined,
    }),
  );
}

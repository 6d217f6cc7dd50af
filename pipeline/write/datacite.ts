import { yearOf } from '../base/edtf.ts';
import { plainText } from '../base/plain-text.ts';
import { dateOf, type LangText, type Subject, type Title, type Work } from '../base/work.ts';
import { dataciteCarries } from './datacite-carries.ts';
import { appearance } from './datacite-container.ts';
import { statedDate } from './datacite-dates.ts';
import { fundingReference } from './datacite-funding.ts';
import { areNew, chosen, spelt } from './datacite-identifiers.ts';
import { fileLinks, formatOf, landingLink, onlyFile } from './datacite-links.ts';
import { listed } from './datacite-lists.ts';
import { contributor, creator } from './datacite-people.ts';
import { relatedWorks } from './datacite-relations.ts';
import { rightsList } from './datacite-rights.ts';
import { typesOf } from './datacite-types.ts';
import { cased, languageTag } from './language-tag.ts';
import type { Writer } from './writer.ts';

/**
 * DataCite metadata schema 4.6 in JSON: a list of records, each on a line, with the attributes that DataCite's REST API
 * takes and gives. What the schema demands and nobody knows is left out, for DataCite to ask for.
 */
export const datacite: Writer = {
  name: 'datacite',
  aliases: ['datacite-json', 'datacite_json'],
  title: { fr: 'DataCite (JSON)', en: 'DataCite (JSON)' },
  mediaType: 'application/vnd.datacite.datacite+json',
  extension: '.datacite.json',
  takes: 'works',
  carries: dataciteCarries,
  lines: false,

  open: async () => ({
    head: '[\n',
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      return JSON.stringify(attributes(work));
    },
    between: ',\n',
    tail: '\n]\n',
  }),
};

/** A record, in the order of the REST API; the type first, by which readers know the format. */
function attributes(work: Work) {
  const doi = work.identifiers.find(({ scheme, iri }) => scheme === 'doi' && iri);
  const firsts = areNew(work.identifiers);
  const others = work.identifiers.filter((each, index) => each !== doi && firsts[index]).map(spelt);
  const { items, identifiers, container } = appearance(work);
  const related = relatedWorks(work);
  const year = yearOf(dateOf(work, 'published') ?? '');
  return {
    id: doi?.iri,
    doi: doi?.value,
    types: typesOf(work.type),
    identifiers: listed(others.map(({ value, scheme }) => ({ identifier: value, identifierType: scheme }))),
    alternateIdentifiers: listed(
      others.map(({ value, scheme }) => ({ alternateIdentifier: value, alternateIdentifierType: scheme })),
    ),
    creators: listed(work.contributions.filter(({ role }) => role === 'author').map(creator)),
    titles: listed(work.titles.filter(({ role }) => role !== 'short').map(title)),
    publisher: publisher(work),
    container,
    publicationYear: year === undefined ? undefined : Number(year),
    subjects: listed(work.subjects.map(subject)),
    contributors: listed(work.contributions.filter(({ role }) => role !== 'author').map(contributor)),
    dates: listed(work.dates.flatMap((date) => statedDate(date) ?? [])),
    language: work.languages[0] && cased(work.languages[0]),
    relatedIdentifiers: listed([...identifiers, ...related.identifiers]),
    relatedItems: listed([...items, ...related.items]),
    sizes: listed(sizes(work)),
    formats: listed([formatOf(work)].filter((format) => format !== undefined)),
    rightsList: listed(rightsList(work)),
    descriptions: listed([
      ...work.abstracts.map((text) => description(text, 'Abstract')),
      ...work.notes.map((text) => description(text, 'Other')),
    ]),
    fundingReferences: listed(work.funding.flatMap((grant) => fundingReference(grant) ?? [])),
    url: landingLink(work)?.url,
    contentUrl: listed(fileLinks(work).map(({ url }) => url)),
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
}

const titleTypes: Readonly<Partial<Record<Title['role'], string>>> = {
  subtitle: 'Subtitle',
  translated: 'TranslatedTitle',
  alternative: 'AlternativeTitle',
};

/** A title with its inline markup, which DataCite shows. */
function title({ role, text }: Title) {
  return { title: text.value, titleType: titleTypes[role], lang: languageTag(text.lang) };
}

function description(text: LangText, descriptionType: string) {
  return { description: text.value, descriptionType, lang: languageTag(text.lang) };
}

function subject({ text, scheme, concept, code }: Subject) {
  return {
    subject: plainText(text),
    schemeUri: scheme,
    valueUri: concept,
    classificationCode: code,
    lang: languageTag(text.lang),
  };
}

function publisher(work: Work) {
  if (!work.publisher) return undefined;
  const { name, ids } = work.publisher;
  const id = chosen(ids);
  if (!id) return { name };
  const { value, scheme, schemeUri } = spelt(id);
  return { name, publisherIdentifier: value, publisherIdentifierScheme: scheme, schemeUri };
}

/** The extent in pages, and the size of the one file. */
function sizes(work: Work): readonly string[] {
  const { pages } = work.position ?? {};
  const bytes = onlyFile(work)?.bytes;
  return [
    ...(pages?.total === undefined ? [] : [pages.raw]),
    ...(bytes === undefined ? [] : [`${bytes} bytes`]),
  ];
}

import { codeList } from '../base/code-list.ts';
import { precision } from '../base/edtf.ts';
import { dateOf, type IdentifiedWork, type Work } from '../base/work.ts';
import { type Json, type JsonObject, object, ownLanguage } from './json-ld.ts';
import { schemaCarries } from './schema-carries.ts';
import { leftovers } from './schema-leftovers.ts';
import { accessTo, citationsOf, fundingOf, licencesOf, linksOf, relationsOf } from './schema-links.ts';
import {
  type Base,
  contributors,
  identifiersOf,
  named,
  persistent,
  publisher,
  sameAs,
} from './schema-names.ts';
import { paginationOf, placeOf, sectionOf } from './schema-place.ts';
import { abstractsOf, subjectsOf, titlesOf } from './schema-texts.ts';
import type { Writer } from './writer.ts';

/**
 * A work as landing pages carry it for search engines (web-discovery section 2): one object with its own context, all
 * in it, nothing empty. Dates are as precise as they are known, in EDTF (ISO 8601-2). `base` is the base IRI of local
 * ids; without one a thing is named by its DOI, ORCID or ROR, if it has one.
 */
export function schemaJson(work: IdentifiedWork, base?: string): JsonObject {
  const isOwnBook = classOf(work) === 'Book';
  const isOfBook = ({ scheme }: { readonly scheme: string }) => isOwnBook && scheme === 'isbn';
  const { isPartOf, ...relations } = relationsOf(work, base);
  const place = placeOf(work, base);
  return object({
    '@context': 'https://schema.org',
    '@type': classesOf(work),
    '@id': named(base, work.id) ?? persistent(work.identifiers.filter(({ scheme }) => scheme === 'doi')),
    additionalType: finerType(work),
    ...titlesOf(work),
    ...contributors(work, base),
    ...datesOf(work),
    ...abstractsOf(work),
    inLanguage: languagesOf(work),
    ...subjectsOf(work, base),
    isPartOf: [...(place ? [place] : []), ...(isPartOf ?? [])],
    ...paginationOf(work),
    articleSection: sectionOf(work),
    publisher: publisher(work, base),
    identifier: identifiersOf(work.identifiers.filter((each) => !isOfBook(each))),
    isbn: work.identifiers.filter(isOfBook).map(({ value }) => value),
    sameAs: sameAs(work.identifiers),
    ...linksOf(work),
    ...accessTo(work.access?.status),
    license: licencesOf(work),
    ...fundingOf(work, base),
    creativeWorkStatus: codeList('status').write('schema', work.status),
    ...relations,
    citation: citationsOf(work),
    ...leftovers(work),
    // By this whoever reads it back knows which IRIs are this dataset's own.
    subjectOf: base === undefined ? undefined : { '@id': `${base}dataset` },
  });
}

function classOf({ type }: Work): string {
  return codeList('types').write('schema', type) ?? 'CreativeWork';
}

/** Google names `Article` and none of its narrower classes; a picture alone is no work to anybody. */
function classesOf(work: Work): readonly string[] {
  const name = classOf(work);
  if (name === 'ScholarlyArticle' || name === 'Report' || name === 'NewsArticle') return [name, 'Article'];
  return name === 'ImageObject' || name === 'VideoObject' ? [name, 'CreativeWork'] : [name];
}

/** The COAR resource type, where it says what the work is: schema.org has one class for many. */
function finerType({ type }: Work): string | undefined {
  const list = codeList('types');
  const code = list.write('coar', type);
  return code && list.read('coar', code) === type ? `http://purl.org/coar/resource_type/${code}` : undefined;
}

/**
 * The languages by their tags. One alone that is not known to be that of the title is a `Language`, so that the title is
 * not taken to be in it.
 */
function languagesOf(work: Work): Json {
  const [only, ...more] = work.languages;
  if (only === undefined || more.length > 0 || ownLanguage(work) !== undefined) return work.languages;
  return { '@type': 'Language', alternateName: only };
}

function datesOf(work: Work): Record<string, Json | undefined> {
  const copyright = dateOf(work, 'copyright');
  return {
    datePublished: dateOf(work, 'published'),
    dateCreated: dateOf(work, 'written'),
    dateModified: dateOf(work, 'modified'),
    copyrightYear: copyright !== undefined && isYear(copyright) ? Number(copyright) : undefined,
  };
}

const isYear = (date: string) => precision(date) === 'year' && /^[1-9]/.test(date);

/** Hosts that RFC 2606 keeps for examples: IRIs below them are nobody's. */
const nobodys = /^https?:\/\/example\.(?:com|net|org)\//i;

/**
 * schema.org in JSON-LD, a list with a work on each line. Each has its own context, so that it may be cut out and set
 * into a page or given to a program that reads one object, as DataCite's and most others do; a `@graph` would have to
 * be taken apart.
 */
export const schema: Writer = {
  name: 'schema',
  aliases: ['schema-org'],
  title: { fr: 'schema.org (JSON-LD)', en: 'schema.org (JSON-LD)' },
  mediaType: 'application/ld+json',
  extension: '.schema.jsonld',
  takes: 'works',
  carries: schemaCarries,
  lines: false,
  open: async (dataset) => {
    const base: Base = nobodys.test(dataset.base) ? undefined : dataset.base;
    return {
      head: '[\n',
      one: ({ work, iri }) => {
        if (!work) throw new Error(`not a work: ${iri}`);
        return JSON.stringify(schemaJson(work, base));
      },
      between: ',\n',
      tail: '\n]\n',
    };
  },
};

import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Container, Contribution, IdentifiedWork, Work } from '../../pipeline/base/work.ts';
import { workTypes } from '../../pipeline/base/work.ts';
import { schema as reader } from '../../pipeline/read/schema.ts';
import { carriesOf, readerNamed } from '../../pipeline/stages.ts';
import { schema, schemaJson } from '../../pipeline/write/schema.ts';
import { afterTrip, collectionsIn, needless, sample, worksOf } from '../formats/trip.ts';
import { contract } from './contract.ts';

contract(schema);

const base = 'https://lab.example.org/id/';
const blank: IdentifiedWork = {
  id: 'work/0001',
  type: 'article',
  titles: [{ role: 'main', text: { value: 'Un titre d’exemple', lang: 'fr' } }],
  abstracts: [],
  contributions: [],
  dates: [],
  identifiers: [],
  links: [],
  languages: ['fr'],
  subjects: [],
  licences: [],
  funding: [],
  relations: [],
  references: [],
  status: 'published',
  notes: [],
  provenance: [],
  unmapped: [],
};
const collection = (works: readonly IdentifiedWork[]) => ({
  works,
  agents: [],
  journals: [],
  parts: [],
  concepts: [],
  sources: [],
  tombstones: [],
});
const ada: Contribution = {
  position: 1,
  role: 'author',
  kind: 'person',
  nameAsPrinted: 'Exemple, Ada',
  family: 'Exemple',
  given: 'Ada',
  identifiers: [],
  affiliations: [],
};
const revue: Container = {
  type: 'journal',
  titles: [{ value: 'Revue d’exemple' }],
  shortTitles: [],
  issn: [],
  isbn: [],
  editors: [],
  identifiers: [],
};

/** What a work with these values says besides what the blank one says. */
function said(values: Partial<Work>): Record<string, unknown> {
  const bare = schemaJson(blank, base);
  const whole = schemaJson({ ...blank, ...values, id: blank.id }, base);
  return Object.fromEntries(
    Object.entries(whole).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(bare[key])),
  );
}

/** The differences of a work with these values after it was read again, beyond the losses announced. */
async function differencesOf(values: Partial<Work>): Promise<readonly string[]> {
  const work: IdentifiedWork = { ...blank, ...values, id: blank.id };
  return (await afterTrip([collection([work])], schema, reader)).differences;
}

describe('a work', () => {
  test('is one object with a context and ids of its own, and nothing empty', () => {
    expect(schemaJson(blank, base)).toEqual({
      '@context': 'https://schema.org',
      '@type': ['ScholarlyArticle', 'Article'],
      '@id': 'https://lab.example.org/id/work/0001',
      additionalType: 'http://purl.org/coar/resource_type/c_6501',
      name: 'Un titre d’exemple',
      headline: 'Un titre d’exemple',
      inLanguage: 'fr',
      subjectOf: { '@id': 'https://lab.example.org/id/dataset' },
    });
  });

  test('without a base is named by its DOI, and people by their ORCID', () => {
    const doi = { scheme: 'doi', value: '10.5555/a', iri: 'https://doi.org/10.5555/a' };
    const orcid = {
      scheme: 'orcid',
      value: '0000-0002-1825-0097',
      iri: 'https://orcid.org/0000-0002-1825-0097',
    };
    const json = schemaJson({
      ...blank,
      identifiers: [doi],
      contributions: [{ ...ada, agent: 'person/ada', identifiers: [orcid] }],
    });
    expect(json).toMatchObject({ '@id': doi.iri, author: { '@id': orcid.iri } });
    expect(json).not.toHaveProperty('subjectOf');
  });

  test.each([
    ['https://example.org/id/', false],
    ['https://data.example.org/id/', true],
  ])('has ids below %s: %s', async (to, expected) => {
    const { one } = await schema.open({ base: to, graph: `${to}dataset` });
    const text = one({ iri: `${to}${blank.id}`, work: blank, describe: () => undefined });
    expect(text.includes('"@id"')).toBe(expected);
  });

  test('stands on a line of its own in a list', async () => {
    const { head, one, between, tail } = await schema.open({ base, graph: base });
    const line = one({ iri: base + blank.id, work: blank, describe: () => undefined });
    expect(line).not.toContain('\n');
    const text = head + [line, line].join(between) + tail;
    expect(JSON.parse(text)).toEqual([schemaJson(blank, base), schemaJson(blank, base)]);
    expect(text.split('\n')).toHaveLength(5);
  });

  test('T5 loses no character', () => {
    const value = '« a » & "b" \\ </script> \u2028 ’\n👩‍🔬 <x';
    const text = JSON.stringify(
      schemaJson({ ...blank, titles: [{ role: 'main', text: { value, lang: 'fr' } }] }),
    );
    expect(JSON.parse(text)).toMatchObject({ name: value, headline: value });
  });
});

describe('each field', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<Work>, Record<string, unknown>]>([
    ['D1 a month is a month', { dates: [{ event: 'published', value: '2023-06' }] }, { datePublished: '2023-06' }],
    ['D1 a year is a year', { dates: [{ event: 'written', value: '2023' }] }, { dateCreated: '2023' }],
    ['D3 a season stays one', { dates: [{ event: 'published', value: '2023-21' }] }, { datePublished: '2023-21' }],
    ['D3 an interval stays one', { dates: [{ event: 'published', value: '2023-01/2023-03' }] }, { datePublished: '2023-01/2023-03' }],
    ['a doubt stays one', { dates: [{ event: 'copyright', value: '2023~' }] }, {}],
    ['a copyright year', { dates: [{ event: 'copyright', value: '2023' }] }, { copyrightYear: 2023 }],
    ['dates that schema.org has no property for', { dates: [{ event: 'accepted', value: '2023' }, { event: 'defended', value: '2022' }] }, {}],
    ['a subtitle', { titles: [...blank.titles, { role: 'subtitle', text: { value: 'S', lang: 'fr' } }] }, { alternativeHeadline: 'S' }],
    ['a translated title', { titles: [...blank.titles, { role: 'translated', text: { value: 'T', lang: 'en' } }] }, { alternateName: { '@value': 'T', '@language': 'en' } }],
    ['a translation into no known language is not said, for nothing would tell it', { titles: [...blank.titles, { role: 'translated', text: { value: 'T' } }] }, {}],
    ['an alternative title in another language is not called a translation', { titles: [...blank.titles, { role: 'alternative', text: { value: 'T', lang: 'en' } }] }, { alternateName: 'T' }],
    ['a title in another language than the text', { titles: [{ role: 'main', text: { value: 'T', lang: 'en' } }] }, { name: { '@value': 'T', '@language': 'en' }, headline: 'T', inLanguage: { '@type': 'Language', alternateName: 'fr' } }],
    ['a title of no known language stays bare', { titles: [{ role: 'main', text: { value: 'T' } }] }, { name: 'T', headline: 'T', inLanguage: { '@type': 'Language', alternateName: 'fr' } }],
    ['several languages', { languages: ['fr', 'en'] }, { name: { '@value': 'Un titre d’exemple', '@language': 'fr' }, inLanguage: ['fr', 'en'] }],
    ['und tags no text', { languages: ['und'], titles: [{ role: 'main', text: { value: 'T' } }] }, { name: 'T', headline: 'T', inLanguage: { '@type': 'Language', alternateName: 'und' } }],
    ['T3 markup is plain', { titles: [{ role: 'main', text: { value: 'CO<sub>2</sub> &amp; <i>x</i>', lang: 'fr', markup: 'html' } }] }, { name: 'CO₂ & x', headline: 'CO₂ & x' }],
    ['an abstract is also the description', { abstracts: [{ value: 'R', lang: 'fr' }] }, { abstract: 'R', description: 'R' }],
    ['an abstract in another language', { abstracts: [{ value: 'A', lang: 'en' }] }, { abstract: { '@value': 'A', '@language': 'en' }, description: 'A' }],
    ['an abstract of no known language', { abstracts: [{ value: 'A' }] }, { abstract: { '@value': 'A' }, description: 'A' }],
    ['a note without an abstract would be taken for one', { notes: [{ value: 'N', lang: 'fr' }] }, {}],
    ['N2 particles go with the family name', { contributions: [{ ...ada, family: 'Gogh', given: 'Vincent', particle: 'van' }] }, { author: { '@type': 'Person', name: 'Vincent van Gogh', givenName: 'Vincent', familyName: 'van Gogh' } }],
    ['N2 an elided particle has no space after it', { contributions: [{ ...ada, nameAsPrinted: 'Jean d’Ormesson', family: 'Ormesson', given: 'Jean', droppingParticle: 'd’' }] }, { author: { '@type': 'Person', name: 'Jean d’Ormesson', givenName: 'Jean', familyName: 'd’Ormesson' } }],
    ['N1 an organisation is never split', { contributions: [{ ...ada, kind: 'organisation', family: undefined, given: undefined, nameAsPrinted: 'Ministère de la Culture, département des études', literal: 'Ministère de la Culture, département des études' }] }, { author: { '@type': 'Organization', name: 'Ministère de la Culture, département des études' } }],
    ['N1 who is neither is a Thing', { contributions: [{ ...ada, kind: 'unknown', family: undefined, given: undefined, literal: 'Askoria', nameAsPrinted: 'Askoria' }] }, { author: { '@type': 'Thing', name: 'Askoria' } }],
    ['an agent has its id', { contributions: [{ ...ada, agent: 'person/ada-exemple' }] }, { author: { '@type': 'Person', '@id': `${base}person/ada-exemple`, name: 'Ada Exemple', givenName: 'Ada', familyName: 'Exemple' } }],
    ['an affiliation has its ROR', { contributions: [{ ...ada, family: undefined, given: undefined, literal: 'Ada', affiliations: [{ nameAsPrinted: 'Inria', country: 'FR', ids: [{ scheme: 'ror', value: '02kvxyf05', iri: 'https://ror.org/02kvxyf05' }] }] }] }, { author: { '@type': 'Person', name: 'Ada', affiliation: { '@type': 'Organization', '@id': 'https://ror.org/02kvxyf05', name: 'Inria', identifier: { '@type': 'PropertyValue', propertyID: 'https://registry.identifiers.org/registry/ror', value: '02kvxyf05', url: 'https://ror.org/02kvxyf05' }, sameAs: 'https://ror.org/02kvxyf05', address: { '@type': 'PostalAddress', addressCountry: 'FR' } } } }],
    ['a supervisor stands behind a role', { contributions: [{ ...ada, role: 'supervisor', marcRelator: 'ths' }] }, { contributor: { '@type': 'Role', roleName: ['supervisor', 'http://id.loc.gov/vocabulary/relators/ths'], contributor: { '@type': 'Person', name: 'Ada Exemple', givenName: 'Ada', familyName: 'Exemple' } } }],
    ['P2 a double issue is one', { container: revue, position: { issue: '1-2' } }, { isPartOf: { '@type': 'PublicationIssue', issueNumber: '1-2', isPartOf: { '@type': 'Periodical', name: 'Revue d’exemple' } } }],
    ['P3 numbers are strings', { position: { volume: '12' } }, { isPartOf: { '@type': 'PublicationVolume', volumeNumber: '12' } }],
    ['the nearest part has its id', { container: { ...revue, id: 'journal/x', part: 'journal/x#issue-3' }, position: { issue: '3' } }, { isPartOf: { '@type': 'PublicationIssue', '@id': `${base}journal/x#issue-3`, issueNumber: '3', isPartOf: { '@type': 'Periodical', '@id': `${base}journal/x`, name: 'Revue d’exemple' } } }],
    ['I3 both ISSNs', { container: { ...revue, issn: [{ value: '1234-5679', medium: 'print' }, { value: '2049-3630' }] } }, { isPartOf: { '@type': 'Periodical', name: 'Revue d’exemple', issn: ['1234-5679', '2049-3630'] } }],
    ['a book has no ISSN, its series has', { container: { ...revue, type: 'book', issn: [{ value: '1234-5679' }], isbn: ['9782738133045'], series: { title: { value: 'Collection' }, number: '4' } } }, { isPartOf: { '@type': 'Book', name: 'Revue d’exemple', isbn: '9782738133045', position: '4', isPartOf: { '@type': 'BookSeries', name: 'Collection', issn: '1234-5679' } } }],
    ['P1 a range', { position: { pages: { raw: '66-79', start: '66', end: '79' } } }, { pageStart: '66', pageEnd: '79' }],
    ['P1 pages as printed', { position: { pages: { raw: '137-44', start: '137', end: '144' } } }, { pageStart: '137', pageEnd: '144', pagination: '137-44' }],
    ['P1 an article number', { position: { articleNumber: 'e123' } }, { pagination: 'e123' }],
    ['P1 an article number that looks like a page', { position: { articleNumber: '12' } }, { pagination: 'article 12' }],
    ['I5 identifiers are values with a scheme, and links', { identifiers: [{ scheme: 'hal', value: 'hal-00000001', iri: 'https://hal.science/hal-00000001' }] }, { identifier: { '@type': 'PropertyValue', propertyID: 'hal', value: 'hal-00000001', url: 'https://hal.science/hal-00000001' }, sameAs: 'https://hal.science/hal-00000001' }],
    ['I2 one that failed its check is no link', { identifiers: [{ scheme: 'orcid', value: '0000-0000-0000-0001' }] }, { identifier: { '@type': 'PropertyValue', propertyID: 'https://registry.identifiers.org/registry/orcid', value: '0000-0000-0000-0001' } }],
    ['links: page, file, others', { links: [{ role: 'landing', url: 'https://x.org/1' }, { role: 'fulltext', url: 'https://x.org/1.pdf', mediaType: 'application/pdf', bytes: 102400 }, { role: 'publisher', url: 'https://y.org/' }] }, { url: 'https://x.org/1', mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://x.org/1', relatedLink: 'https://y.org/' }, encoding: { '@type': 'MediaObject', contentUrl: 'https://x.org/1.pdf', encodingFormat: 'application/pdf', contentSize: '102400 B' } }],
    ['L1 keywords are a list, and one with a comma is one', { subjects: [{ text: { value: 'inclusion (ville, campagne)', lang: 'fr' } }, { text: { value: 'SPIP' } }] }, { keywords: [{ '@type': 'DefinedTerm', name: { '@value': 'inclusion (ville, campagne)', '@language': 'fr' } }, 'SPIP'] }],
    ['a concept is what the work is about', { subjects: [{ text: { value: 'Sociologie' }, id: 'concept/sociologie', concept: 'http://www.idref.fr/027857603/id' }] }, { keywords: 'Sociologie', about: { '@type': 'DefinedTerm', '@id': `${base}concept/sociologie`, name: 'Sociologie', url: 'http://www.idref.fr/027857603/id' } }],
    ['an embargo is not free', { access: { status: 'embargoed' } }, { isAccessibleForFree: false, conditionsOfAccess: 'http://purl.org/coar/access_right/c_f1cf' }],
    ['an access that nobody knows is not said', { access: { status: 'unknown' } }, {}],
    ['licences', { licences: [{ iri: 'https://creativecommons.org/licenses/by/4.0/' }, { text: { value: 'Licence de la revue' } }] }, { license: ['https://creativecommons.org/licenses/by/4.0/', { '@type': 'CreativeWork', name: 'Licence de la revue' }] }],
    ['a grant, and its funder', { funding: [{ awardNumber: 'ANR-15-IDEX-02', funder: { name: 'ANR', ids: [] } }] }, { funding: { '@type': 'Grant', identifier: 'ANR-15-IDEX-02', funder: { '@type': 'Organization', name: 'ANR' } }, funder: { '@type': 'Organization', name: 'ANR' } }],
    ['a work of the lab', { relations: [{ type: 'isTranslationOf', target: { workId: 'work/0002' } }] }, { translationOfWork: { '@type': 'CreativeWork', '@id': `${base}work/0002` } }],
    ['relations without a property', { relations: [{ type: 'isRetractedBy', target: { id: 'https://doi.org/10.5555/b' } }, { type: 'reviews', target: { citation: 'x' } }] }, {}],
    ['what is cited', { references: [{ id: 'https://doi.org/10.5555/b', citation: 'B' }, { citation: 'C' }] }, { citation: [{ '@type': 'CreativeWork', '@id': 'https://doi.org/10.5555/b', name: 'B' }, 'C'] }],
    ['a status', { status: 'retracted' }, { creativeWorkStatus: 'Retracted' }],
  ])('%s', async (_, values, expected) => {
    expect(said(values)).toEqual(expected);
    expect(await differencesOf(values)).toEqual([]);
  });

  test.each(workTypes)('the type %s is read again, or said to be lost', async (type) => {
    expect(await differencesOf({ type })).toEqual([]);
    const book = { ...revue, type: 'book', isbn: ['9782738133045'] } as const;
    expect(await differencesOf({ type, container: book, position: { volume: '2' } })).toEqual([]);
  });

  test('a picture beside articles is a work too, and so is a book beside its chapters', async () => {
    const works: readonly IdentifiedWork[] = [
      blank,
      { ...blank, id: 'work/0002', type: 'image' },
      { ...blank, id: 'work/0003', type: 'book' },
      { ...blank, id: 'work/0004', relations: [{ type: 'isPartOf', target: { workId: 'work/0003' } }] },
    ];
    const { collections, differences } = await afterTrip([collection(works)], schema, reader);
    expect(differences).toEqual([]);
    expect(worksOf(collections).map(({ id }) => id)).toEqual(works.map(({ id }) => id));
  });
});

// biome-ignore format: a table
const samples = [
  ['bibtex', 'bibtex.bib'], ['csl', 'csl.json'], ['csv', 'csv.csv'], ['datacite', 'datacite.json'],
  ['datacite', 'datacite.xml'], ['hal', 'hal.json'], ['hal-tei', 'hal-tei.xml'], ['html', 'html.html'],
  ['oai-dc', 'oai-dc.xml'], ['openaire', 'openaire.xml'], ['openalex', 'openalex.json'], ['qdc', 'qdc.xml'],
  ['ris', 'ris.ris'], ['schema', 'schema.jsonld'], ['zotero', 'zotero.json'], ['zotero-rdf', 'zotero.rdf'],
] as const;

describe('after a trip', () => {
  test.each(samples)('the records of %s (%s) lose exactly what is announced', async (format, file) => {
    const from = readerNamed(format);
    if (!from || !existsSync(new URL(`../read/samples/${file}`, import.meta.url))) return;
    const before = collectionsIn(sample(file), from);
    const { differences, collections } = await afterTrip(before, schema, reader);
    expect(differences).toEqual([]);
    expect(worksOf(collections)).toHaveLength(worksOf(before).length);
  });

  test('its own sample loses nothing needlessly', async () => {
    const before = collectionsIn(sample('schema.jsonld'), reader);
    const { collections } = await afterTrip(before, schema, reader);
    const [[work], [after]] = [worksOf(before), worksOf(collections)];
    if (!work || !after) throw new Error('no work');
    expect(needless(work, after, carriesOf(schema))).toEqual([]);
    expect(after.unmapped).toMatchObject([{ path: 'version', value: '2' }]);
  });
});

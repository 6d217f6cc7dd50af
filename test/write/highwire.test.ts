import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Container, Contribution, IdentifiedWork, Work } from '../../pipeline/base/work.ts';
import { workTypes } from '../../pipeline/base/work.ts';
import { html as reader } from '../../pipeline/read/html.ts';
import { carriesOf, readerNamed } from '../../pipeline/stages.ts';
import { highwire, highwireMeta } from '../../pipeline/write/highwire.ts';
import { highwireTags } from '../../pipeline/write/highwire-tags.ts';
import { afterTrip, collectionsIn, needless, sample, worksOf } from '../formats/trip.ts';
import { contract } from './contract.ts';

contract(highwire);

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
const body = (name: string): Contribution => ({
  ...ada,
  kind: 'organisation',
  family: undefined,
  given: undefined,
  nameAsPrinted: name,
  literal: name,
});
const revue: Container = {
  type: 'journal',
  titles: [{ value: 'Revue d’exemple' }],
  shortTitles: [],
  issn: [],
  isbn: [],
  editors: [],
  identifiers: [],
};

/** `name: content`, or `name@lang: content`, of the tags besides those of the blank work. */
function said(values: Partial<Work>): readonly string[] {
  const lines = (work: Work) =>
    highwireTags(work).map(
      ({ name, content, lang }) => `${name}${lang === undefined ? '' : `@${lang}`}: ${content}`,
    );
  const bare = lines(blank);
  return lines({ ...blank, ...values }).filter((line) => !bare.includes(line));
}

/** The differences of a work with these values after it was read again, beyond the losses announced. */
async function differencesOf(values: Partial<Work>): Promise<readonly string[]> {
  const work: IdentifiedWork = { ...blank, ...values, id: blank.id };
  return (await afterTrip([collection([work])], highwire, reader)).differences;
}

describe('the tags', () => {
  test('stand one on a line, escaped (T5)', () => {
    const title = { value: '« a » & "b" <x> ’', lang: 'fr' };
    expect(highwireMeta({ ...blank, titles: [{ role: 'main', text: title }] })).toBe(
      '<meta name="citation_title" content="« a » &amp; &quot;b&quot; &lt;x&gt; ’">\n' +
        '<meta name="citation_language" content="fr">\n',
    );
  });

  test('of each work make a page', async () => {
    const { one } = await highwire.open({ base: 'https://lab.example.org/id/', graph: '' });
    expect(one({ iri: '', work: blank, describe: () => undefined })).toBe(
      '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>Un titre d’exemple</title>\n' +
        '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">\n' +
        `${highwireMeta(blank)}</head>\n</html>\n`,
    );
  });

  test('of several works are read as several works', async () => {
    const works = [blank, { ...blank, id: 'work/0002', identifiers: [{ scheme: 'isbn', value: 'x' }] }];
    const { collections, differences } = await afterTrip([collection(works)], highwire, reader);
    expect(differences).toEqual([]);
    expect(worksOf(collections)).toHaveLength(2);
  });

  // biome-ignore format: a table
  test.each<[string, Partial<Work>, readonly string[]]>([
    ['D1 a day', { dates: [{ event: 'published', value: '2023-03-03' }] }, ['citation_publication_date: 2023/03/03', 'citation_date: 2023/03/03']],
    ['D1 a year', { dates: [{ event: 'published', value: '2023' }] }, ['citation_publication_date: 2023', 'citation_date: 2023']],
    ['D1 a month is no day', { dates: [{ event: 'published', value: '2023-06' }] }, ['citation_publication_date: 2023', 'citation_date: 2023', 'citation_cover_date: 2023/06']],
    ['D3 a season', { dates: [{ event: 'published', value: '2023-21' }] }, ['citation_publication_date: 2023', 'citation_date: 2023', 'citation_cover_date: 2023-21']],
    ['D3 an interval of two years has no year', { dates: [{ event: 'published', value: '2022/2023' }] }, ['citation_cover_date: 2022/2023']],
    ['a doubtful year is no year', { dates: [{ event: 'published', value: '2023~' }] }, ['citation_cover_date: 2023~']],
    ['a date online', { dates: [{ event: 'published', value: '2023-05-02' }, { event: 'publishedOnline', value: '2023-05-02' }] }, ['citation_publication_date: 2023/05/02', 'citation_date: 2023/05/02', 'citation_online_date: 2023/05/02']],
    ['a date online that is not the first is not said', { dates: [{ event: 'published', value: '2023-06' }, { event: 'publishedPrint', value: '2023-06' }, { event: 'publishedOnline', value: '2023-07-02' }] }, ['citation_publication_date: 2023', 'citation_date: 2023', 'citation_cover_date: 2023/06']],
    ['a subtitle is joined, and said again', { titles: [...blank.titles, { role: 'subtitle', text: { value: 'suite', lang: 'fr' } }] }, ['citation_title: Un titre d’exemple\u00a0: suite', 'DC.title.alternative@fr: suite']],
    ['a title in another language than the text', { titles: [{ role: 'main', text: { value: 'T', lang: 'en' } }] }, ['citation_title@en: T']],
    ['a title of no known language', { titles: [{ role: 'main', text: { value: 'T' } }] }, ['citation_title@: T']],
    ['several languages', { languages: ['fr', 'en'] }, ['citation_title@fr: Un titre d’exemple', 'citation_language: en']],
    ['und is no language', { languages: ['und'], titles: [{ role: 'main', text: { value: 'T' } }] }, ['citation_title: T']],
    ['T3 markup is plain', { titles: [{ role: 'main', text: { value: 'CO<sub>2</sub>', lang: 'fr', markup: 'html' } }] }, ['citation_title: CO₂']],
    ['a retracted work says so', { status: 'retracted' }, ['citation_title: [Retracted] Un titre d’exemple']],
    ['the abstract in the language of the text', { abstracts: [{ value: 'A', lang: 'en' }, { value: 'R', lang: 'fr' }] }, ['citation_abstract: R']],
    ['an abstract in another language', { abstracts: [{ value: 'A', lang: 'en' }] }, ['citation_abstract@en: A']],
    ['a name as lists sort it', { contributions: [ada] }, ['citation_author: Exemple, Ada']],
    ['a name printed otherwise', { contributions: [{ ...ada, nameAsPrinted: 'EXEMPLE Ada' }] }, ['citation_author: Exemple, Ada', 'DC.creator: EXEMPLE Ada']],
    ['a family name of two words', { contributions: [{ ...ada, nameAsPrinted: 'Violaine Sebillotte Cuchet', family: 'Sebillotte Cuchet', given: 'Violaine' }] }, ['citation_author: Sebillotte Cuchet, Violaine', 'DC.creator: Violaine Sebillotte Cuchet']],
    ['N2 particles', { contributions: [{ ...ada, nameAsPrinted: 'Vincent van Gogh', family: 'Gogh', particle: 'van', given: 'Vincent' }] }, ['citation_author: van Gogh, Vincent', 'DC.creator: Vincent van Gogh']],
    ['N1 an organisation is no person', { contributions: [body('Emmaüs Connect')] }, ['citation_author: Emmaüs Connect', 'DC.creator.corporateName: Emmaüs Connect']],
    ['N1 an organisation with a comma', { contributions: [{ ...body('Ministère de la Culture, département des études'), role: 'editor' }] }, ['citation_editor: Ministère de la Culture, département des études', 'DC.contributor.corporateName: Ministère de la Culture, département des études']],
    ['institutions and ORCID directly after their author', { contributions: [{ ...ada, affiliations: [{ nameAsPrinted: 'LabAccès', ids: [] }], identifiers: [{ scheme: 'orcid', value: '0000-0002-1825-0097', iri: 'https://orcid.org/0000-0002-1825-0097' }] }, { ...ada, position: 2, role: 'editor', nameAsPrinted: 'Mazet, Pierre', family: 'Mazet', given: 'Pierre', affiliations: [{ nameAsPrinted: 'Askoria', ids: [] }] }] }, ['citation_author: Exemple, Ada', 'citation_author_institution: LabAccès', 'citation_author_orcid: https://orcid.org/0000-0002-1825-0097', 'citation_editor: Mazet, Pierre']],
    ['roles without a tag', { contributions: [{ ...ada, role: 'supervisor' }] }, []],
    ['a journal', { container: { ...revue, shortTitles: ['Rev. ex.', 'Revue d’exemple'], issn: [{ value: '1234-5679', medium: 'print' }, { value: '2049-3630', medium: 'electronic' }] }, position: { volume: '12', issue: '1-2', pages: { raw: '66-79', start: '66', end: '79' } } }, ['citation_journal_title: Revue d’exemple', 'citation_journal_abbrev: Rev. ex.', 'citation_issn: 1234-5679', 'citation_issn: 2049-3630', 'citation_eIssn: 2049-3630', 'citation_volume: 12', 'citation_issue: 1-2', 'citation_firstpage: 66', 'citation_lastpage: 79']],
    ['P1 pages as printed', { position: { pages: { raw: '137-44', start: '137', end: '144' } } }, ['citation_firstpage: 137', 'citation_lastpage: 144', 'citation_pages: 137-44']],
    ['P1 an extent is no page', { position: { pages: { raw: '102 p.', total: 102 } } }, ['citation_pages: 102 p.']],
    ['P1 an article number', { position: { articleNumber: 'e123' } }, ['citation_firstpage: e123', 'citation_article_number: e123']],
    ['P1 an article number that looks like a page', { position: { articleNumber: '12' } }, ['citation_article_number: 12']],
    ['a chapter: the ISBN is that of its book', { type: 'chapter', container: { ...revue, type: 'book', isbn: ['9782738133045'], series: { title: { value: 'Collection' } } }, identifiers: [{ scheme: 'isbn', value: '9782724607420', iri: 'urn:isbn:9782724607420' }] }, ['citation_inbook_title: Revue d’exemple', 'citation_series_title: Collection', 'citation_isbn: 9782738133045']],
    ['a paper in proceedings', { type: 'proceedingsPaper', container: { ...revue, type: 'proceedings' } }, ['citation_conference_title: Revue d’exemple']],
    ['a paper at a conference', { type: 'proceedingsPaper', event: { name: { value: 'Colloque' } } }, ['citation_conference_title: Colloque', 'citation_conference: Colloque']],
    ['a paper in the proceedings of a conference', { type: 'proceedingsPaper', event: { name: { value: 'Colloque' } }, container: { ...revue, type: 'proceedings' } }, ['citation_conference_title: Colloque', 'citation_conference: Colloque', 'citation_inbook_title: Revue d’exemple']],
    ['a talk is no paper', { type: 'talk', event: { name: { value: 'Colloque' } } }, []],
    ['a website is no journal', { type: 'blogPost', container: { ...revue, type: 'website', issn: [{ value: '1234-5679' }] } }, []],
    ['a thesis', { type: 'thesis', publisher: { name: 'Université Rennes 2', ids: [] } }, ['citation_dissertation_institution: Université Rennes 2']],
    ['a report in a series', { type: 'report', publisher: { name: 'Askoria', ids: [] }, container: { ...revue, type: 'series' } }, ['citation_technical_report_institution: Askoria', 'citation_series_title: Revue d’exemple']],
    ['identifiers', { identifiers: [{ scheme: 'doi', value: '10.5555/a', iri: 'https://doi.org/10.5555/a' }, { scheme: 'doi', value: 'x' }, { scheme: 'hal', value: 'hal-00000001', iri: 'https://hal.science/hal-00000001' }] }, ['citation_doi: 10.5555/a']],
    ['pages and files', { links: [{ role: 'fulltext', url: 'https://x.org/1.pdf', mediaType: 'application/pdf' }, { role: 'landing', url: 'https://x.org/1' }, { role: 'landing', url: 'https://y.org/1' }, { role: 'landing', url: 'https://doi.org/10.5555/a' }, { role: 'other', url: 'https://z.org/' }] }, ['citation_abstract_html_url: https://x.org/1', 'citation_public_url: https://y.org/1', 'citation_pdf_url: https://x.org/1.pdf']],
    ['a file that is a PDF by its name alone', { links: [{ role: 'fulltext', url: 'https://x.org/1.pdf' }] }, ['citation_fulltext_url: https://x.org/1.pdf', 'citation_pdf_url: https://x.org/1.pdf']],
    ['L1 a keyword that would be parted is not said', { subjects: [{ text: { value: 'inclusion (ville, campagne)', lang: 'fr' } }, { text: { value: 'a ; b' } }, { text: { value: 'inclusion', lang: 'en' } }] }, ['citation_keywords@fr: inclusion (ville, campagne)', 'citation_keywords@en: inclusion']],
    ['open access', { access: { status: 'open' } }, ['citation_fulltext_world_readable: yes']],
    ['what is cited', { references: [{ id: 'https://doi.org/10.1002/(sici)1%3C2::aid%3E3.0.co;2-l', citation: 'x' }, { citation: 'Ravon, B., 2016' }] }, ['citation_reference: 10.1002/(sici)1<2::aid>3.0.co;2-l', 'citation_reference: Ravon, B., 2016']],
  ])('%s', async (_, values, expected) => {
    expect(said(values)).toEqual(expected);
    expect(await differencesOf(values)).toEqual([]);
  });

  test.each(workTypes)('the type %s is read again, or said to be lost', async (type) => {
    for (const kind of ['journal', 'book', 'proceedings', 'series', 'website', 'newspaper'] as const) {
      expect(await differencesOf({ type, container: { ...revue, type: kind } })).toEqual([]);
    }
    expect(await differencesOf({ type })).toEqual([]);
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
    const { differences, collections } = await afterTrip(before, highwire, reader);
    expect(differences).toEqual([]);
    expect(worksOf(collections)).toHaveLength(worksOf(before).length);
  });

  test('its own sample loses nothing needlessly', async () => {
    const before = collectionsIn(sample('html.html'), reader);
    const { collections } = await afterTrip(before, highwire, reader);
    const [[work], [after]] = [worksOf(before), worksOf(collections)];
    if (!work || !after) throw new Error('no work');
    expect(needless(work, after, carriesOf(highwire))).toEqual([]);
  });
});

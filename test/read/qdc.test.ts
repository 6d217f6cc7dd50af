import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../pipeline/base/draft.ts';
import { qdc } from '../../pipeline/read/qdc.ts';
import { originAt, readerContract } from './contract.ts';

const open =
  '<qdc:qualifieddc xmlns:qdc="http://www.bl.uk/namespaces/oai_dcq/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">';
const dc = (elements: string) => `${open}\n${elements}\n</qdc:qualifieddc>`;
const reply = (...records: readonly string[]) =>
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">\n<ListRecords>\n${records
    .map(
      (each) =>
        `<record>\n<header><identifier>oai:revues.org:x/1</identifier></header>\n<metadata>${each}</metadata>\n</record>`,
    )
    .join('\n')}\n</ListRecords>\n</OAI-PMH>\n`;
const sorin = dc(
  '<dcterms:title xml:lang="fr">Les pratiques numériques des travailleurs sociaux</dcterms:title>',
);
const mazet = dc('<dcterms:title xml:lang="fr">Vers l’État plateforme</dcterms:title>');
const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');

function draftOf(elements: string, isOpenEdition = false): Draft {
  const [piece] = qdc.cut(isOpenEdition ? reply(dc(elements)) : dc(elements));
  if (!piece) throw new Error('no record');
  return qdc.parse(piece, originAt(piece.line));
}

readerContract(qdc, {
  one: sorin,
  two: reply(sorin, mazet),
  broken: reply(sorin, dc('<dcterms:title>Sorin'), mazet),
  awkward: dc(
    `<dcterms:title>Les pratiques – numériques : « savoir-faire » et “devoir-faire”, l'outil d’œuvre &amp; l’été &lt; l’hiver 📚</dcterms:title>`,
  ),
  awkwardTitle:
    "Les pratiques – numériques : « savoir-faire » et “devoir-faire”, l'outil d’œuvre & l’été < l’hiver 📚",
  others: [
    sample('oai-dc.xml'),
    sample('openaire.xml'),
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/"><rdf:Description><dcterms:title>T</dcterms:title></rdf:Description></rdf:RDF>',
    '<html xmlns:dcterms="http://purl.org/dc/terms/"><head><meta property="dcterms:title" content="T"/></head></html>',
    '<resource xmlns="http://datacite.org/schema/kernel-4"/>',
    '@prefix dcterms: <http://purl.org/dc/terms/> . <a> dcterms:title "T" .',
  ],
});

test('every field', () => {
  const [piece] = qdc.cut(sample('qdc.xml'));
  const origin = originAt(piece?.line ?? 0);
  expect(piece && qdc.parse(piece, origin)).toEqual({ origin, ...everyField });
});

const everyField = {
  type: { list: 'coar', code: 'c_6501' },
  titles: [
    { role: 'main', text: { value: 'Un titre d’exemple', lang: 'fr' } },
    { role: 'translated', text: { value: 'An example title', lang: 'en' } },
    { role: 'alternative', text: { value: 'Un autre titre', lang: 'fr' } },
  ],
  abstracts: [
    { value: 'Un résumé.', lang: 'fr' },
    { value: 'An abstract.', lang: 'en' },
  ],
  contributions: [
    { role: 'author', nameAsPrinted: 'Exemple, Ada' },
    { role: 'contributor', nameAsPrinted: 'Mazet, Pierre' },
  ],
  dates: [
    { event: 'available', words: '2025-06-15' },
    { event: 'accepted', words: '2023-03' },
    { event: 'submitted', words: '2022-11' },
    { event: 'copyright', words: '2023' },
    { event: 'modified', words: '2024-02-03' },
    { event: 'published', words: '2023-06' },
    { event: 'written', words: '2022' },
  ],
  container: {
    type: 'journal',
    titles: [{ value: 'Vie d’exemple' }],
    shortTitles: ['Vie ex.'],
    issn: [{ value: '1627-4873' }, { value: '1956-7413', medium: 'electronic' }],
    isbn: [],
  },
  position: { volume: '4', issue: '1-2', pages: '66-79' },
  publisher: { name: 'Maison d’exemple' },
  identifiers: [{ scheme: 'doi', value: '10.5555/vie.12' }],
  links: [
    { role: 'landing', url: 'https://example.org/vie/12' },
    {
      role: 'fulltext',
      url: 'https://example.org/vie/tei/12',
      mediaType: 'application/tei+xml',
    },
  ],
  languages: ['fra'],
  subjects: [
    { text: { value: 'travail social', lang: 'fr' } },
    { text: { value: '361.3' }, scheme: 'http://purl.org/dc/terms/DDC', code: '361.3' },
    { text: { value: 'POL044000' }, code: 'POL044000' },
  ],
  access: { status: 'embargoed', embargoUntil: '2025-06-15' },
  licences: [{ words: 'https://creativecommons.org/licenses/by/4.0/' }],
  funding: [],
  relations: [
    { type: 'isPartOf', target: { id: 'https://example.org/vie' } },
    { type: 'isCitedBy', target: { id: 'https://doi.org/10.5555/citing' } },
    { type: 'hasVersion', target: { id: 'https://example.org/vie/12/v2' } },
    { type: 'isReplacedBy', target: { id: 'urn:nbn:fr:exemple-13' } },
  ],
  references: [{ id: 'https://doi.org/10.5555/cited' }],
  notes: [{ value: 'Les premières lignes du texte…' }, { value: '1. Premier. 2. Second.' }],
  citationText: { value: 'Vie d’exemple, 1-2, p. 66-79 (2023)' },
  unmapped: [
    { source: 'sample', path: 'valid', value: '2030' },
    { source: 'sample', path: 'medium', value: 'papier' },
    { source: 'sample', path: 'rightsHolder', value: 'Ada Exemple' },
    { source: 'sample', path: 'spatial', value: 'Bretagne' },
    { source: 'sample', path: 'temporal', value: '2018-2021' },
    { source: 'sample', path: 'extent', value: '14 cm' },
    { source: 'sample', path: 'requires', value: 'https://example.org/outil' },
    { source: 'sample', path: 'subject', value: { value: 'POL044000', scheme: 'BISAC' } },
  ],
};

test.each([
  [
    'oai_dcterms of HAL',
    '<oai_dcterms:dcterms xmlns:oai_dcterms="http://www.openarchives.org/OAI/2.0/oai_dcterms/" xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:title>T</dcterms:title></oai_dcterms:dcterms>',
  ],
  [
    'qdc of DSpace',
    '<dcterms:record xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:title>T</dcterms:title></dcterms:record>',
  ],
  ['bare DCMI terms', '<dc xmlns="http://purl.org/dc/terms/"><title>T</title></dc>'],
])('%s is qualified Dublin Core', (_name, text) => {
  expect(qdc.sniff(text)).toBe(true);
  const [piece] = qdc.cut(text);
  expect(piece && qdc.parse(piece, originAt(1)).titles).toEqual([{ role: 'main', text: { value: 'T' } }]);
});

describe('parts of a citation', () => {
  test.each<[string, Partial<Draft>]>([
    [
      '<dcterms:bibliographicCitation.jtitle>Revue d’exemple</dcterms:bibliographicCitation.jtitle><dcterms:bibliographicCitation.spage>12</dcterms:bibliographicCitation.spage><dcterms:bibliographicCitation.epage>19</dcterms:bibliographicCitation.epage>',
      { position: { pages: '12-19' } },
    ],
    [
      '<dcterms:bibliographicCitation.issue>61</dcterms:bibliographicCitation.issue>',
      { position: { issue: '61' } },
    ],
    ['<dcterms:extent>240-241</dcterms:extent>', { position: { pages: '240-241' } }],
    ['<dcterms:extent>102 p.</dcterms:extent>', { position: { pages: '102 p.' } }],
    ['<dcterms:extent>132</dcterms:extent>', { position: undefined }],
  ])('%s', (elements, expected) => {
    expect(draftOf(elements)).toMatchObject(expected);
  });

  test('win over the citation', () => {
    const { position } = draftOf(
      '<dcterms:bibliographicCitation>Revue, n° 3, p. 1-2</dcterms:bibliographicCitation><dcterms:bibliographicCitation.issue>4</dcterms:bibliographicCitation.issue>',
    );
    expect(position).toEqual({ issue: '4', pages: '1-2' });
  });
});

describe('OpenEdition', () => {
  test('created is the year of publication, issued the day of putting on line', () => {
    const created = '<dcterms:created xsi:type="dcterms:W3CDTF">2013</dcterms:created>';
    const issued = (day: string) => `<dcterms:issued xsi:type="dcterms:W3CDTF">${day}</dcterms:issued>`;
    expect(draftOf(created + issued('2013-09-01'), true).dates).toEqual([
      { event: 'published', words: '2013' },
      { event: 'publishedOnline', words: '2013-09-01' },
    ]);
    expect(draftOf(created + issued('2017-09-01'), true).dates).toEqual([
      { event: 'published', words: '2013' },
      { event: 'available', words: '2017-09-01' },
    ]);
    expect(draftOf(created + issued('2017-09-01')).dates).toEqual([
      { event: 'published', words: '2017-09-01' },
      { event: 'written', words: '2013' },
    ]);
  });

  test('available ends the embargo', () => {
    const draft = draftOf(
      '<dcterms:accessRights>info:eu-repo/semantics/embargoedAccess</dcterms:accessRights><dcterms:available>2022-01-01</dcterms:available>',
    );
    expect(draft.access).toEqual({ status: 'embargoed', embargoUntil: '2022-01-01' });
  });

  test('an alternative title is a translation, and the other publishers are kept', () => {
    const draft = draftOf(
      '<dcterms:title>Titre</dcterms:title><dcterms:alternative xml:lang="en">Title</dcterms:alternative><dcterms:publisher>Rosenberg &amp; Sellier</dcterms:publisher><dcterms:publisher>Studi Francesi</dcterms:publisher>',
      true,
    );
    expect(draft.titles?.map(({ role }) => role)).toEqual(['main', 'translated']);
    expect(draft.publisher).toEqual({ name: 'Rosenberg & Sellier' });
    expect(draft.unmapped?.map(({ path, value }) => [path, value])).toEqual([
      ['publisher', 'Studi Francesi'],
    ]);
  });
});

test.each<[string, string, Draft['dates']]>([
  ['a season beside its year', '2023-21', [{ event: 'published', words: '2023-21' }]],
  ['an interval beside its year', '2023-01/2023-03', [{ event: 'published', words: '2023-01/2023-03' }]],
  ['another year', '2021', [{ event: 'published', words: '2023' }]],
])('D2 the plain date is %s', (_name, date, dates) => {
  const draft = draftOf(
    `<dcterms:issued xsi:type="dcterms:W3CDTF">2023</dcterms:issued><dc:date>${date}</dc:date>`,
  );
  expect(draft.dates).toEqual(dates);
});

test('a title with a number is that of the journal when the citation goes on from it', () => {
  const draft = draftOf(
    '<dc:type>http://purl.org/coar/resource_type/c_6501</dc:type><dcterms:isPartOf>Revue 21</dcterms:isPartOf><dcterms:bibliographicCitation>Revue 21, n° 3, p. 1-9 (2023)</dcterms:bibliographicCitation><dcterms:issued>2023-06</dcterms:issued>',
  );
  expect(draft).toMatchObject({
    container: { titles: [{ value: 'Revue 21' }] },
    position: { issue: '3', pages: '1-9' },
    relations: [],
    citationText: undefined,
  });
});

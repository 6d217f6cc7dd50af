import { describe, expect, test } from 'vitest';
import { type Work, workTypes } from '../../pipeline/base/work.ts';
import { readerNamed } from '../../pipeline/stages.ts';
import { qdc, qdcRecord } from '../../pipeline/write/qdc.ts';
import { doi, workOf } from '../works.ts';
import { linesOf, roundTrips, trip } from './dublin-core-trip.ts';

const reader = readerNamed('qdc');
if (!reader) throw new Error('no reader');

const journal = {
  type: 'journal',
  titles: [{ value: 'L’Année sociologique', lang: 'fr' }],
  shortTitles: [],
  issn: [{ value: '0066-2399' }, { value: '1969-6760', medium: 'electronic' }],
  isbn: [],
  editors: [],
  identifiers: [],
  url: 'https://example.org/annee',
} as const;

const linesFor = (fields: Parameters<typeof workOf>[0], page?: string) =>
  linesOf(qdcRecord(workOf(fields), page));
const said = (name: RegExp, fields: Parameters<typeof workOf>[0]) =>
  linesFor(fields).filter((line) => name.test(line));

test('a record says each thing with its refinement and the type of its value', () => {
  const lines = linesFor(
    {
      titles: [
        { role: 'main', text: { value: 'Essai sur le don', lang: 'fr' } },
        { role: 'translated', text: { value: 'The Gift', lang: 'en' } },
      ],
      abstracts: [{ value: 'Un résumé.', lang: 'fr' }],
      notes: [{ value: 'Une remarque.', lang: 'fr' }],
      container: journal,
      position: { volume: '1', issue: '2', pages: { raw: '30-186', start: '30', end: '186' } },
      identifiers: [doi('10.5555/don')],
      links: [{ role: 'fulltext', url: 'https://example.org/don/texte', mediaType: 'text/html' }],
      access: { status: 'open' },
      licences: [{ iri: 'https://creativecommons.org/licenses/by/4.0/' }],
      references: [{ id: 'https://doi.org/10.5555/cited' }, { citation: 'Boas, 1897.' }],
      relations: [{ type: 'isReplacedBy', target: { id: 'urn:nbn:fr:exemple-13' } }],
    },
    'https://lab.example.org/work/don.html',
  );
  expect(lines).toEqual([
    '<dc:title xml:lang="fr">Essai sur le don</dc:title>',
    '<dcterms:alternative xml:lang="en">The Gift</dcterms:alternative>',
    '<dc:creator>Mauss, Marcel</dc:creator>',
    '<dcterms:abstract xml:lang="fr">Un résumé.</dcterms:abstract>',
    '<dcterms:description xml:lang="fr">Une remarque.</dcterms:description>',
    '<dcterms:issued xsi:type="dcterms:W3CDTF">1925</dcterms:issued>',
    '<dc:type xsi:type="dcterms:URI">info:eu-repo/semantics/article</dc:type>',
    '<dc:type xsi:type="dcterms:URI">http://purl.org/coar/resource_type/c_6501</dc:type>',
    '<dc:type>Article</dc:type>',
    '<dc:format xsi:type="dcterms:IMT">text/html</dc:format>',
    '<dc:identifier xsi:type="dcterms:URI">https://lab.example.org/work/don.html</dc:identifier>',
    '<dc:identifier xsi:type="dcterms:URI">https://doi.org/10.5555/don</dc:identifier>',
    '<dcterms:hasFormat xsi:type="dcterms:URI">https://example.org/don/texte</dcterms:hasFormat>',
    '<dc:language xsi:type="dcterms:ISO639-3">fra</dc:language>',
    '<dcterms:isPartOf xml:lang="fr">L’Année sociologique</dcterms:isPartOf>',
    '<dcterms:isPartOf xsi:type="dcterms:URI">urn:issn:0066-2399</dcterms:isPartOf>',
    '<dcterms:isPartOf xsi:type="dcterms:URI">urn:eissn:1969-6760</dcterms:isPartOf>',
    '<dcterms:isPartOf xsi:type="dcterms:URI">https://example.org/annee</dcterms:isPartOf>',
    '<dcterms:bibliographicCitation>L’Année sociologique, vol. 1, n° 2, p. 30-186 (1925)</dcterms:bibliographicCitation>',
    '<dcterms:isReplacedBy xsi:type="dcterms:URI">urn:nbn:fr:exemple-13</dcterms:isReplacedBy>',
    '<dcterms:references xsi:type="dcterms:URI">https://doi.org/10.5555/cited</dcterms:references>',
    '<dcterms:references>Boas, 1897.</dcterms:references>',
    '<dcterms:accessRights xsi:type="dcterms:URI">info:eu-repo/semantics/openAccess</dcterms:accessRights>',
    '<dcterms:license xsi:type="dcterms:URI">https://creativecommons.org/licenses/by/4.0/</dcterms:license>',
  ]);
});

describe('dates', () => {
  const typed = (name: string, date: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`;

  test.each<[string, string, readonly string[]]>([
    ['D1', '2023', [typed('issued', '2023')]],
    ['D1', '2023-06', [typed('issued', '2023-06')]],
    ['D1', '2023-06-15', [typed('issued', '2023-06-15')]],
    ['D2', '2023-21', [typed('issued', '2023'), '<dc:date>2023-21</dc:date>']],
    ['D2', '2023-01/2023-03', [typed('issued', '2023'), '<dc:date>2023-01/2023-03</dc:date>']],
    ['D2', '2022/2023', ['<dc:date>2022/2023</dc:date>']],
    ['D2', '2020~', ['<dc:date>2020~</dc:date>']],
  ])('%s %s is said at its own precision, and read again', async (_rule, value, lines) => {
    const dates = [{ event: 'published', value }] as const;
    expect(said(/issued|:date/, { dates })).toEqual(lines);
    const { after } = await trip({ dates }, qdc, reader);
    expect(after.dates).toEqual(dates);
  });

  test.each<[string, Partial<Work>, readonly string[]]>([
    [
      'the end of its embargo',
      {
        access: { status: 'embargoed', embargoUntil: '2027-01-01' },
        dates: [{ event: 'publishedOnline', value: '2026' }],
      },
      [typed('available', '2027-01-01')],
    ],
    [
      'no day that would be taken for that',
      { access: { status: 'embargoed' }, dates: [{ event: 'available', value: '2026' }] },
      [],
    ],
    [
      'the day of putting on line',
      { dates: [{ event: 'publishedOnline', value: '2026-02' }] },
      [typed('available', '2026-02')],
    ],
    [
      'an embargo that has ended',
      { access: { status: 'open', embargoUntil: '2020-01-01' }, dates: [] },
      ['<dc:date>info:eu-repo/date/embargoEnd/2020-01-01</dc:date>'],
    ],
  ])('a work is available from %s', (_name, fields, lines) => {
    expect(said(/available|embargoEnd/, fields)).toEqual(lines);
  });

  test('a thesis is accepted by its jury', () => {
    expect(
      said(/dateAccepted/, { type: 'thesis', dates: [{ event: 'defended', value: '2020-11-05' }] }),
    ).toEqual([typed('dateAccepted', '2020-11-05')]);
  });
});

test.each([
  ['fr', 'ISO639-3', 'fra'],
  ['fr-ca', 'RFC4646', 'fr-CA'],
  ['mul', 'ISO639-3', 'mul'],
  ['ber', 'RFC4646', 'ber'],
])('the language %s is said as %s', (language, scheme, code) => {
  expect(said(/language/, { languages: [language] })).toEqual([
    `<dc:language xsi:type="dcterms:${scheme}">${code}</dc:language>`,
  ]);
});

test('a code of a classification of the DCMI terms has its scheme, and no language beside it', () => {
  const subjects = [
    { text: { value: '361.3', lang: 'fr' }, scheme: 'http://purl.org/dc/terms/DDC', code: '361.3' },
  ];
  expect(said(/subject/, { subjects })).toEqual(['<dc:subject xsi:type="dcterms:DDC">361.3</dc:subject>']);
});

test.each(workTypes.map((type) => [type]))('the type %s is read again', async (type) => {
  expect((await trip({ type }, qdc, reader)).after.type).toBe(type);
});

roundTrips(
  qdc,
  reader,
  [
    'abstracts',
    'citationText',
    'dates.available',
    'funding.awardIri',
    'funding.funder',
    'links',
    'links.role',
    'relations',
    'titles.alternative',
    'titles.lang',
    'titles.translated',
    'unmapped',
  ],
  // The words of a name may show that it is an organisation's, which Dublin Core does not say (N1).
  ['contributions.kind'],
);

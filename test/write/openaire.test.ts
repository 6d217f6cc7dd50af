import { describe, expect, test } from 'vitest';
import { type Work, workTypes } from '../../pipeline/base/work.ts';
import { readerNamed } from '../../pipeline/stages.ts';
import { openaire, openaireRecord } from '../../pipeline/write/openaire.ts';
import { author, doi, orcid, workOf } from '../works.ts';
import { linesOf, roundTrips, trip } from './dublin-core-trip.ts';

const reader = readerNamed('openaire');
if (!reader) throw new Error('no reader');

const linesFor = (fields: Parameters<typeof workOf>[0], page?: string) =>
  linesOf(openaireRecord(workOf(fields), page));
const said = (name: RegExp, fields: Parameters<typeof workOf>[0]) =>
  linesFor(fields).filter((line) => name.test(line));

const journal = {
  type: 'journal',
  titles: [{ value: 'L’Année sociologique' }],
  shortTitles: [],
  issn: [{ value: '0066-2399', medium: 'print' }],
  isbn: [],
  editors: [],
  identifiers: [],
} as const;

test('a record follows the order of the guidelines', () => {
  const lines = linesFor({
    abstracts: [{ value: 'Un résumé.', lang: 'fr' }],
    contributions: [
      author('Marcel', 'Mauss', {
        identifiers: [orcid('0000-0002-1825-0097')],
        affiliations: [
          {
            nameAsPrinted: 'CNRS',
            ids: [{ scheme: 'ror', value: '02feahw73', iri: 'https://ror.org/02feahw73' }],
          },
        ],
      }),
      author('Claude', 'Lévi-Strauss', { role: 'editor', position: 2 }),
    ],
    dates: [
      { event: 'published', value: '1925' },
      { event: 'accepted', value: '1924-11' },
    ],
    container: journal,
    position: { volume: '1', issue: '2', pages: { raw: '30-186', start: '30', end: '186' } },
    publisher: { name: 'PUF', ids: [] },
    identifiers: [doi('10.5555/don')],
    links: [
      { role: 'landing', url: 'https://example.org/don' },
      {
        role: 'fulltext',
        url: 'https://example.org/don/texte',
        mediaType: 'text/html',
        access: 'open',
        version: 'published',
      },
    ],
    subjects: [{ text: { value: 'don', lang: 'fr' } }],
    access: { status: 'open' },
    licences: [{ iri: 'https://creativecommons.org/licenses/by/4.0/', from: '2020-01-01' }],
    funding: [
      {
        funder: {
          name: 'Commission européenne',
          ids: [
            { scheme: 'doi', value: '10.13039/501100000780', iri: 'https://doi.org/10.13039/501100000780' },
          ],
        },
        programme: 'FP7',
        awardNumber: '244909',
        title: { value: 'Making Capabilities Work', lang: 'en' },
      },
    ],
  });
  expect(lines).toEqual([
    '<datacite:titles>',
    '<datacite:title xml:lang="fr">Essai sur le don</datacite:title>',
    '</datacite:titles>',
    '<datacite:creators>',
    '<datacite:creator>',
    '<datacite:creatorName nameType="Personal">Mauss, Marcel</datacite:creatorName>',
    '<datacite:givenName>Marcel</datacite:givenName>',
    '<datacite:familyName>Mauss</datacite:familyName>',
    '<datacite:nameIdentifier nameIdentifierScheme="ORCID" schemeURI="https://orcid.org/">0000-0002-1825-0097</datacite:nameIdentifier>',
    '<datacite:affiliation affiliationIdentifier="https://ror.org/02feahw73" affiliationIdentifierScheme="ROR" schemeURI="https://ror.org/">CNRS</datacite:affiliation>',
    '</datacite:creator>',
    '</datacite:creators>',
    '<datacite:contributors>',
    '<datacite:contributor contributorType="Editor">',
    '<datacite:contributorName nameType="Personal">Lévi-Strauss, Claude</datacite:contributorName>',
    '<datacite:givenName>Claude</datacite:givenName>',
    '<datacite:familyName>Lévi-Strauss</datacite:familyName>',
    '</datacite:contributor>',
    '</datacite:contributors>',
    '<oaire:fundingReferences>',
    '<oaire:fundingReference>',
    '<oaire:funderName>Commission européenne</oaire:funderName>',
    '<oaire:funderIdentifier funderIdentifierType="Crossref Funder ID">https://doi.org/10.13039/501100000780</oaire:funderIdentifier>',
    '<oaire:fundingStream>FP7</oaire:fundingStream>',
    '<oaire:awardNumber>244909</oaire:awardNumber>',
    '<oaire:awardTitle>Making Capabilities Work</oaire:awardTitle>',
    '</oaire:fundingReference>',
    '</oaire:fundingReferences>',
    '<datacite:alternateIdentifiers>',
    '<datacite:alternateIdentifier alternateIdentifierType="URL">https://example.org/don</datacite:alternateIdentifier>',
    '</datacite:alternateIdentifiers>',
    '<datacite:relatedIdentifiers>',
    '<datacite:relatedIdentifier relatedIdentifierType="PISSN" relationType="IsPartOf">0066-2399</datacite:relatedIdentifier>',
    '</datacite:relatedIdentifiers>',
    '<datacite:dates>',
    '<datacite:date dateType="Issued">1925</datacite:date>',
    '<datacite:date dateType="Accepted">1924-11</datacite:date>',
    '</datacite:dates>',
    '<dc:language>fra</dc:language>',
    '<dc:publisher>PUF</dc:publisher>',
    '<oaire:resourceType resourceTypeGeneral="literature" uri="http://purl.org/coar/resource_type/c_6501">journal article</oaire:resourceType>',
    '<dc:description xml:lang="fr">Un résumé.</dc:description>',
    '<dc:format>text/html</dc:format>',
    '<datacite:identifier identifierType="DOI">10.5555/don</datacite:identifier>',
    '<datacite:rights rightsURI="http://purl.org/coar/access_right/c_abf2">open access</datacite:rights>',
    '<datacite:subjects>',
    '<datacite:subject xml:lang="fr">don</datacite:subject>',
    '</datacite:subjects>',
    '<oaire:licenseCondition uri="https://creativecommons.org/licenses/by/4.0/" startDate="2020-01-01">CC-BY-4.0</oaire:licenseCondition>',
    '<oaire:version uri="http://purl.org/coar/version/c_970fb48d4fbd8a85">VoR</oaire:version>',
    '<oaire:file accessRightsURI="http://purl.org/coar/access_right/c_abf2" mimeType="text/html" objectType="fulltext">https://example.org/don/texte</oaire:file>',
    '<oaire:citationTitle>L’Année sociologique</oaire:citationTitle>',
    '<oaire:citationVolume>1</oaire:citationVolume>',
    '<oaire:citationIssue>2</oaire:citationIssue>',
    '<oaire:citationStartPage>30</oaire:citationStartPage>',
    '<oaire:citationEndPage>186</oaire:citationEndPage>',
  ]);
});

describe('the one identifier', () => {
  const handle = {
    scheme: 'handle',
    value: '20.500.13089/jlrc',
    iri: 'https://hdl.handle.net/20.500.13089/jlrc',
  };
  const landing = [{ role: 'landing', url: 'https://example.org/don' }] as const;

  test.each<[string, Partial<Work>, string | undefined]>([
    [
      'a DOI before a handle',
      { identifiers: [handle, doi('10.5555/don')] },
      'identifierType="DOI">10.5555/don<',
    ],
    [
      'a handle in capitals',
      { identifiers: [handle], links: landing },
      'identifierType="HANDLE">20.500.13089/jlrc<',
    ],
    ['the page', { links: landing }, 'identifierType="URL">https://example.org/don<'],
    [
      'HAL’s page',
      { identifiers: [{ scheme: 'hal', value: 'hal-04167420', iri: 'https://hal.science/hal-04167420' }] },
      'identifierType="URL">https://hal.science/hal-04167420<',
    ],
    ['none where there is none', { identifiers: [{ scheme: 'local', value: 'LA-12' }] }, undefined],
  ])('is %s', (_name, fields, expected) => {
    const lines = said(/^<datacite:identifier /, fields);
    expect(lines.length).toBe(expected === undefined ? 0 : 1);
    expect(lines[0] ?? '').toContain(expected ?? '');
  });

  test('is the lab’s own page where nothing better is known', () => {
    expect(linesFor({}, 'https://lab.example.org/work/don.html')).toContain(
      '<datacite:identifier identifierType="URL">https://lab.example.org/work/don.html</datacite:identifier>',
    );
  });
});

describe('dates', () => {
  test.each([
    ['D1', '2023-06', '>2023-06<'],
    ['D3', '2023-21', ' dateInformation="2023-21">2023<'],
    ['D3', '2023-01/2023-03', ' dateInformation="2023-01/2023-03">2023<'],
    ['D1', '2020~', ' dateInformation="2020~">2020<'],
    ['D3', '2022/2023', '>2022/2023<'],
  ])('%s %s keeps its precision, and is read again', async (_rule, value, part) => {
    const dates = [{ event: 'published', value }] as const;
    expect(said(/Issued/, { dates })[0]).toContain(`dateType="Issued"${part}`);
    expect((await trip({ dates }, openaire, reader)).after.dates).toEqual(dates);
  });

  test('D6 a work without a date has none', () => {
    expect(said(/datacite:date/, { dates: [] })).toEqual([]);
  });

  test('the end of an embargo is the day from which the work is available', () => {
    const access = { status: 'embargoed', embargoUntil: '2027-01-01' } as const;
    expect(said(/Available/, { access })).toEqual([
      '<datacite:date dateType="Available">2027-01-01</datacite:date>',
    ]);
  });
});

test.each(workTypes.map((type) => [type]))(
  'the type %s has a COAR address of the schema, and is read again',
  async (type) => {
    const [line = ''] = said(/resourceType/, { type });
    expect(line).not.toMatch(/c_998f|c_6947/);
    const { after, differences } = await trip({ type }, openaire, reader);
    expect(after.type).toBe(type);
    expect(differences.filter((each) => each.startsWith('+ unmapped'))).toEqual([]);
  },
);

describe('people', () => {
  test.each([
    ['translator', 'Other'],
    ['supervisor', 'Supervisor'],
    ['editor', 'Editor'],
    ['other', 'Other'],
  ] as const)('the role %s is %s', (role, type) => {
    expect(said(/contributorType/, { contributions: [author('Ada', 'Exemple', { role })] })).toEqual([
      `<datacite:contributor contributorType="${type}">`,
    ]);
  });

  test.each([
    ['N2', author('Jean', 'La Fontaine', { droppingParticle: 'de' })],
    ['N2', author('Vincent', 'Gogh', { particle: 'van' })],
    ['a suffix', author('Martin Luther', 'King', { suffix: 'Jr' })],
  ])('%s the parts of a name come back', async (_rule, one) => {
    const { after } = await trip({ contributions: [one] }, openaire, reader);
    const { given, family, particle, droppingParticle, suffix } = one;
    expect(after.contributions[0]).toMatchObject(
      Object.fromEntries(
        Object.entries({ given, family, particle, droppingParticle, suffix }).filter(
          ([, part]) => part !== undefined,
        ),
      ),
    );
  });

  test('N1 an organisation is one, whatever its name', async () => {
    const organisation = {
      ...author('', ''),
      kind: 'organisation',
      family: undefined,
      given: undefined,
      literal: 'Kukuxumusu, Iruña',
      nameAsPrinted: 'Kukuxumusu, Iruña',
    } as const;
    const { after } = await trip({ contributions: [organisation] }, openaire, reader);
    expect(after.contributions[0]).toMatchObject({ kind: 'organisation', literal: 'Kukuxumusu, Iruña' });
  });
});

describe('what nobody knows is not there', () => {
  test.each([
    ['the access right', /datacite:rights/],
    ['the identifier', /datacite:identifier/],
    ['funding', /fund/],
    ['the place of the conference', /Conference/],
  ])('%s', (_name, element) => expect(said(element, { access: { status: 'unknown' } })).toEqual([]));

  test('a grant without a funder, whose name the schema wants', () => {
    expect(said(/fund/, { funding: [{ awardNumber: '42' }] })).toEqual([]);
  });
});

test('T5 attributes and texts are escaped, nothing is dropped', async () => {
  const subjects = [
    {
      text: { value: 'a & b < "c"' },
      scheme: 'https://example.org/?a=1&b=2',
      concept: 'https://example.org/é',
    },
  ];
  const { differences } = await trip({ subjects }, openaire, reader);
  expect(differences).toEqual([]);
});

roundTrips(
  openaire,
  reader,
  [
    'abstracts',
    'dates.available',
    'links',
    'links.role',
    'relations',
    'titles.alternative',
    'titles.lang',
    'unmapped',
  ],
  [],
);

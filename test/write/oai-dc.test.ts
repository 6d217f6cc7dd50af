import { describe, expect, test } from 'vitest';
import { type Work, workTypes } from '../../pipeline/base/work.ts';
import { readerNamed } from '../../pipeline/stages.ts';
import { oaiDc, oaiDcRecord } from '../../pipeline/write/oai-dc.ts';
import { author, doi, annee as journal, workOf } from '../works.ts';
import { entryOfWork, linesOf, roundTrips, trip } from './dublin-core-trip.ts';

const reader = readerNamed('oai-dc');
if (!reader) throw new Error('no reader');

/** The elements of a work that bear a name. */
function said(
  name: string,
  fields: Partial<Work> & { readonly title?: string },
  page?: string,
): readonly string[] {
  return linesOf(oaiDcRecord(workOf(fields), page)).filter((line) => line.startsWith(`<dc:${name}`));
}

test('a record is one element with its namespaces, in the order of the guidelines', () => {
  const work = workOf({
    titles: [
      { role: 'main', text: { value: 'Essai sur le don', lang: 'fr' } },
      { role: 'subtitle', text: { value: 'forme et raison de l’échange' } },
    ],
    abstracts: [{ value: 'Un résumé.', lang: 'fr' }],
    container: journal,
    position: { volume: '1', issue: '2', pages: { raw: '30-186', start: '30', end: '186' } },
    identifiers: [doi('10.5555/don')],
    links: [{ role: 'landing', url: 'https://example.org/don' }],
    subjects: [{ text: { value: 'don', lang: 'fr' } }],
    access: { status: 'open' },
    licences: [{ iri: 'https://creativecommons.org/licenses/by/4.0/' }],
  });
  expect(
    oaiDcRecord(work),
  ).toBe(`<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
  <dc:title xml:lang="fr">Essai sur le don : forme et raison de l’échange</dc:title>
  <dc:title>forme et raison de l’échange</dc:title>
  <dc:creator>Mauss, Marcel</dc:creator>
  <dc:subject xml:lang="fr">don</dc:subject>
  <dc:description xml:lang="fr">Un résumé.</dc:description>
  <dc:date>1925</dc:date>
  <dc:type>info:eu-repo/semantics/article</dc:type>
  <dc:type>http://purl.org/coar/resource_type/c_6501</dc:type>
  <dc:type>Article</dc:type>
  <dc:identifier>https://example.org/don</dc:identifier>
  <dc:identifier>https://doi.org/10.5555/don</dc:identifier>
  <dc:source>L’Année sociologique, vol. 1, n° 2, p. 30-186</dc:source>
  <dc:language>fr</dc:language>
  <dc:rights>info:eu-repo/semantics/openAccess</dc:rights>
  <dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>
</oai_dc:dc>
`);
});

test('a file is a well-formed document of bare records', async () => {
  const { head, one, between, tail } = await oaiDc.open({ base: 'https://x.org/', graph: 'https://x.org/d' });
  const record = one(entryOfWork(workOf()));
  expect(head + record + between + record + tail).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<records>\n<oai_dc:dc [\s\S]*<\/oai_dc:dc>\n<oai_dc:dc [\s\S]*<\/oai_dc:dc>\n<\/records>\n$/,
  );
  expect(() => one({ iri: 'https://x.org/person/y', describe: () => undefined })).toThrow('not a work');
});

describe('dates', () => {
  test.each([
    ['D1', '2023', '2023'],
    ['D1', '2023-06', '2023-06'],
    ['D1', '2023-06-15', '2023-06-15'],
    ['D3', '2023-21', '2023'],
    ['D3', '2023-01/2023-03', '2023'],
    ['D3', '2022/2023', '2022/2023'],
    ['D1', '2020~', '2020~'],
  ])('%s %s is said as %s', (_rule, value, date) => {
    expect(said('date', { dates: [{ event: 'published', value }] })).toEqual([`<dc:date>${date}</dc:date>`]);
  });

  test('only the day of publication is a plain date, the end of an embargo comes after it with its prefix', () => {
    const dates = said('date', {
      dates: [
        { event: 'submitted', value: '2022-01' },
        { event: 'published', value: '2023-06' },
        { event: 'available', value: '2025-06-15' },
      ],
      access: { status: 'embargoed', embargoUntil: '2025-06-15' },
    });
    expect(dates).toEqual([
      '<dc:date>2023-06</dc:date>',
      '<dc:date>info:eu-repo/date/embargoEnd/2025-06-15</dc:date>',
    ]);
  });

  test('D6 a work without a date has none', () => {
    expect(said('date', { dates: [], status: 'inPress' })).toEqual([]);
  });
});

test.each(workTypes.map((type) => [type]))(
  'the type %s is said as info:eu-repo, COAR and in a word, and read again',
  async (type) => {
    expect(said('type', { type })).toHaveLength(3);
    const { after, differences } = await trip({ type }, oaiDc, reader);
    expect(after.type).toBe(type);
    expect(differences.filter((each) => each.startsWith('+ unmapped'))).toEqual([]);
  },
);

describe('names', () => {
  test.each([
    [
      'N2 a dropping particle follows the given name',
      author('Jean', 'La Fontaine', { droppingParticle: 'de' }),
      'La Fontaine, Jean de',
    ],
    [
      'N2 a particle that is kept stands before the family name',
      author('Vincent', 'Gogh', { particle: 'van' }),
      'van Gogh, Vincent',
    ],
    ['a suffix comes last', author('Martin Luther', 'King', { suffix: 'Jr' }), 'King, Martin Luther, Jr'],
    [
      'N1 an organisation is never split',
      {
        ...author('', ''),
        kind: 'organisation',
        family: undefined,
        given: undefined,
        literal: 'Ministère de la Culture, département des études',
        nameAsPrinted: 'x',
      } as const,
      'Ministère de la Culture, département des études',
    ],
    [
      'a name that nobody split stands as printed',
      {
        ...author('', ''),
        kind: 'unknown',
        family: undefined,
        given: undefined,
        nameAsPrinted: 'Ada',
      } as const,
      'Ada',
    ],
  ])('%s', (_rule, one, name) => {
    expect(said('creator', { contributions: [one] })).toEqual([`<dc:creator>${name}</dc:creator>`]);
  });

  test('L2 names stay in their order, authors as creators, all others as contributors', () => {
    const contributions = [
      author('Henri', 'Hubert'),
      author('Claude', 'Lévi-Strauss', { role: 'editor', position: 2 }),
      author('Marcel', 'Mauss', { position: 3 }),
    ];
    expect(
      linesOf(oaiDcRecord(workOf({ contributions }))).filter((line) => /creator|contributor/.test(line)),
    ).toEqual([
      '<dc:creator>Hubert, Henri</dc:creator>',
      '<dc:contributor>Lévi-Strauss, Claude</dc:contributor>',
      '<dc:creator>Mauss, Marcel</dc:creator>',
    ]);
  });

  test('two people of one name are two', () => {
    expect(
      said('creator', {
        contributions: [author('Ada', 'Exemple'), author('Ada', 'Exemple', { position: 2 })],
      }),
    ).toHaveLength(2);
  });
});

describe('identifiers', () => {
  test('pages come first, then the DOI and other identifiers by their addresses, files last', () => {
    const identifiers = [
      { scheme: 'isbn', value: '978-2-8218-7547-0', iri: 'urn:isbn:9782821875470' },
      { scheme: 'pmid', value: '36439150', iri: 'https://pubmed.ncbi.nlm.nih.gov/36439150/' },
      { scheme: 'hal', value: 'hal-04167420', iri: 'https://hal.science/hal-04167420' },
      doi('10.5555/don'),
      { scheme: 'handle', value: '20.500.13089/jlrc', iri: 'https://hdl.handle.net/20.500.13089/jlrc' },
    ];
    const links = [
      { role: 'fulltext', url: 'https://example.org/don.pdf' },
      { role: 'landing', url: 'https://example.org/don' },
    ] as const;
    expect(
      said('identifier', { type: 'book', identifiers, links }, 'https://lab.example.org/work/don.html'),
    ).toEqual(
      [
        'https://lab.example.org/work/don.html',
        'https://example.org/don',
        'https://doi.org/10.5555/don',
        'https://hdl.handle.net/20.500.13089/jlrc',
        'https://hal.science/hal-04167420',
        'https://pubmed.ncbi.nlm.nih.gov/36439150/',
        'urn:isbn:978-2-8218-7547-0',
        'https://example.org/don.pdf',
      ].map((address) => `<dc:identifier>${address}</dc:identifier>`),
    );
  });

  test.each([
    [
      'a local number is no identifier of its own, and keeps its scheme',
      { scheme: 'local', value: 'LA-12' },
      'info:eu-repo/semantics/altIdentifier/local/LA-12',
    ],
    [
      'nor is that of an index',
      { scheme: 'wos', value: '000123456700001' },
      'info:eu-repo/semantics/altIdentifier/wos/000123456700001',
    ],
    ['I1 a DOI that failed its check is said to nobody', { scheme: 'doi', value: '10.x' }, undefined],
    ['nor a number of which nobody knows what it is', { scheme: 'unknown', value: '12' }, undefined],
  ])('%s', (_rule, identifier, relation) => {
    expect(said('identifier', { identifiers: [identifier] })).toEqual([]);
    expect(said('relation', { identifiers: [identifier] })).toEqual(
      relation ? [`<dc:relation>${relation}</dc:relation>`] : [],
    );
  });

  test('HAL’s page of a version makes the address without one needless', () => {
    const identifiers = [{ scheme: 'hal', value: 'hal-04167420', iri: 'https://hal.science/hal-04167420' }];
    const links = [{ role: 'landing', url: 'https://hal.science/hal-04167420v2' }] as const;
    expect(said('identifier', { identifiers, links })).toEqual([
      '<dc:identifier>https://hal.science/hal-04167420v2</dc:identifier>',
    ]);
  });
});

describe('where it appeared', () => {
  const place = (
    title: string,
    position: Work['position'],
    issn: readonly { value: string; medium?: 'print' | 'electronic' }[] = [],
  ) => said('source', { container: { ...journal, titles: [{ value: title, lang: 'fr' }], issn }, position });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'P2 a double issue',
      place('Les Politiques Sociales', { issue: '1-2', pages: { raw: '66-79' } }),
      ['<dc:source>Les Politiques Sociales, n° 1-2, p. 66-79</dc:source>'],
    ],
    [
      'P1 pages without their label',
      place('Vie sociale', { issue: '28', pages: { raw: 'pp. 33-49' } }),
      ['<dc:source>Vie sociale, n° 28, p. 33-49</dc:source>'],
    ],
    ['a title alone', place('Vie sociale', undefined), ['<dc:source xml:lang="fr">Vie sociale</dc:source>']],
    [
      'a title that nobody could tell from its numbers',
      place('Revue 21', { issue: '3' }),
      ['<dc:source xml:lang="fr">Revue 21</dc:source>', '<dc:source>Revue 21, n° 3</dc:source>'],
    ],
    [
      'I3 both ISSNs',
      place('Vie sociale', undefined, [
        { value: '0042-5605' },
        { value: '2269-5826', medium: 'electronic' },
      ]).slice(1),
      ['<dc:source>urn:ISSN:0042-5605</dc:source>', '<dc:source>EISSN: 2269-5826</dc:source>'],
    ],
  ])('%s', (_rule, lines, expected) => expect(lines).toEqual(expected));

  test('P1 a number of pages is a format, and no place', () => {
    const position = { pages: { raw: '102 p.', total: 102 } };
    expect(said('format', { position })).toEqual(['<dc:format>102 p.</dc:format>']);
    expect(said('source', { position })).toEqual([]);
  });
});

describe('funding', () => {
  const grant = (funding: Work['funding'][number]) => said('relation', { funding: [funding] });

  test.each<[string, Work['funding'][number], readonly string[]]>([
    [
      'the name that it has',
      { awardIri: 'info:eu-repo/grantAgreement/EC/FP7/244909' },
      ['info:eu-repo/grantAgreement/EC/FP7/244909'],
    ],
    [
      'funder, programme and number, with what else is known',
      {
        funder: { name: 'EC', ids: [] },
        programme: 'FP7',
        awardNumber: '244909',
        title: { value: 'Making Capabilities Work' },
        acronym: 'WorkAble',
      },
      ['info:eu-repo/grantAgreement/EC/FP7/244909//Making%20Capabilities%20Work/WorkAble'],
    ],
    [
      'a slash in a part is no end of it',
      { funder: { name: 'A/B', ids: [] }, programme: 'P', awardNumber: '1' },
      ['info:eu-repo/grantAgreement/A%2FB/P/1'],
    ],
    [
      'nothing without a programme',
      { funder: { name: 'ANR', ids: [] }, awardNumber: 'ANR-19-CE00-0000' },
      [],
    ],
    ['nothing without a number', { funder: { name: 'ANR', ids: [] }, programme: 'PIA' }, []],
  ])('%s', (_rule, funding, names) => {
    expect(grant(funding)).toEqual(names.map((name) => `<dc:relation>${name}</dc:relation>`));
  });
});

describe('subjects', () => {
  test.each<[string, Work['subjects'][number], string]>([
    [
      'L1 a keyword is never cut at its commas',
      { text: { value: 'inclusion (ville, campagne)', lang: 'fr' } },
      '<dc:subject xml:lang="fr">inclusion (ville, campagne)</dc:subject>',
    ],
    ['no language is no attribute', { text: { value: 'don', lang: 'mul' } }, '<dc:subject>don</dc:subject>'],
    [
      'a region in capitals',
      { text: { value: 'don', lang: 'fr-ca' } },
      '<dc:subject xml:lang="fr-CA">don</dc:subject>',
    ],
    [
      'a code of a classification',
      { text: { value: '360' }, scheme: 'info:eu-repo/classification/ddc', code: '360' },
      '<dc:subject>info:eu-repo/classification/ddc/360</dc:subject>',
    ],
    [
      'a domain of HAL',
      {
        text: { value: 'Sociology', lang: 'en' },
        scheme: 'https://data.archives-ouvertes.fr/subject',
        concept: 'https://data.archives-ouvertes.fr/subject/shs.socio',
        code: 'shs.socio',
      },
      '<dc:subject xml:lang="en">[SHS.SOCIO] Sociology</dc:subject>',
    ],
  ])('%s', (_rule, subject, line) => expect(said('subject', { subjects: [subject] })).toEqual([line]));
});

describe('access', () => {
  test.each([
    ['open', 'openAccess'],
    ['embargoed', 'embargoedAccess'],
    ['restricted', 'restrictedAccess'],
    ['metadataOnly', 'closedAccess'],
    ['unknown', undefined],
  ] as const)('%s is %s', (status, name) => {
    expect(said('rights', { access: { status } })).toEqual(
      name ? [`<dc:rights>info:eu-repo/semantics/${name}</dc:rights>`] : [],
    );
  });

  test('a licence in words has its language', () => {
    expect(said('rights', { licences: [{ text: { value: 'Tous droits réservés', lang: 'fr' } }] })).toEqual([
      '<dc:rights xml:lang="fr">Tous droits réservés</dc:rights>',
    ]);
  });

  test('the version is said when all files have the same', () => {
    const file = (version: 'accepted' | 'published' | undefined, name: string) =>
      ({ role: 'fulltext', url: `https://example.org/${name}.pdf`, version }) as const;
    const versions = (...links: Work['links']) => said('type', { links }).slice(3);
    expect(versions(file('accepted', 'a'))).toEqual([
      '<dc:type>info:eu-repo/semantics/acceptedVersion</dc:type>',
    ]);
    expect(versions(file('accepted', 'a'), file('published', 'b'))).toEqual([]);
    expect(versions(file('accepted', 'a'), file(undefined, 'b'))).toEqual([]);
  });
});

describe('descriptions', () => {
  const text = (value: string, lang?: string) => ({ value, lang });
  test('a note is said beside a longer abstract, and not where it would be taken for one', () => {
    const notes = [text('Prix de la journée.', 'fr')];
    expect(said('description', { notes })).toEqual([]);
    expect(
      said('description', { notes, abstracts: [text('Un résumé assez long pour en être un.', 'fr')] }),
    ).toHaveLength(2);
  });
});

describe('T5 whatever the characters', () => {
  test.each([
    'a & b < c > d',
    '« guillemets » “quotes” "straight" \'s',
    ']]> x --> y',
    'e\u0301 👩‍🔬 𝒳',
    'السياسات',
    'a\u00a0: b',
    'C:\\dir',
  ])('%j is as it was', async (title) => {
    const { differences } = await trip({ title: title.normalize('NFC') }, oaiDc, reader);
    expect(differences.filter((each) => each.includes('titles'))).toEqual([]);
  });

  test('T3 markup is left out, and its words stay', () => {
    expect(
      said('title', {
        titles: [{ role: 'main', text: { value: 'CO<sub>2</sub> &amp; <i>x</i>', markup: 'html' } }],
      }),
    ).toEqual(['<dc:title>CO₂ &amp; x</dc:title>']);
  });
});

test('what a source said in an element that the model has no field for is said there again', () => {
  const unmapped = [
    { source: 'x', path: 'coverage', value: { value: 'Bretagne', lang: 'fr' } },
    { source: 'x', path: 'format', value: 'text/html' },
    { source: 'x', path: 'publisher', value: 'Société d’exemple' },
    { source: 'x', path: 'collCode_s', value: ['SHS'] },
  ];
  const lines = linesOf(oaiDcRecord(workOf({ unmapped }))).slice(-2);
  expect(lines).toEqual(
    ['<dc:format>text/html</dc:format>', '<dc:coverage xml:lang="fr">Bretagne</dc:coverage>'].toSorted(),
  );
});

// What simple Dublin Core says in a wider word than ours, and the names of people, which it prints family first.
roundTrips(
  oaiDc,
  reader,
  [
    'abstracts',
    'funding.awardIri',
    'funding.funder',
    'links',
    'links.role',
    'relations',
    'subjects.scheme',
    'titles.alternative',
    'titles.lang',
    'titles.translated',
    'unmapped',
    'citationText',
  ],
  // The words of a name may show that it is an organisation's, which Dublin Core does not say (N1).
  ['contributions.kind'],
);

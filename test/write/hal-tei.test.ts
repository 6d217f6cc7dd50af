import { readFileSync } from 'node:fs';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { type Affiliation, type Contribution, type Work, workTypes } from '../../pipeline/base/work.ts';
import { fetched } from '../../pipeline/fetch/index.ts';
import { gatherText } from '../../pipeline/run.ts';
import { readerNamed, reconcileAlone } from '../../pipeline/stages.ts';
import { halTei, teiText } from '../../pipeline/write/hal-tei.ts';
import { structureType } from '../../pipeline/write/hal-tei-organisations.ts';
import { halDomains } from '../../pipeline/write/hal-tei-texts.ts';
import { halTypology } from '../../pipeline/write/hal-tei-types.ts';
import { elementText } from '../../pipeline/write/xml-element.ts';
import { collectionsIn, sample, worksOf, written } from '../formats/trip.ts';
import { author, doi, orcid, reviewed, workOf } from '../works.ts';
import { faultsIn, hasSchema, schemaFolder } from './aofr.ts';
import { trip } from './dublin-core-trip.ts';

const reader = readerNamed('hal-tei');
if (!reader) throw new Error('no reader');

type Fields = Parameters<typeof workOf>[0];

/** The record of a work, an element a line, without indents; of the ids of its own, only their place in the work. */
const linesFor = (fields: Fields) =>
  elementText(teiText(workOf(fields)))
    .trimEnd()
    .split('\n')
    .map((line) => line.trim().replace(/(local\w+-)\d*(\d)"/, '$1$2"'));
const said = (name: RegExp, fields: Fields) => linesFor(fields).filter((line) => name.test(line));
const lost = async (fields: Fields) => (await trip(fields, halTei, reader)).lost;

const organisation = (name: string, more: Partial<Contribution> = {}): Contribution => ({
  ...author('', ''),
  kind: 'organisation',
  given: undefined,
  family: undefined,
  literal: name,
  nameAsPrinted: name,
  ...more,
});
const cnrs: Affiliation = {
  nameAsPrinted: 'CNRS',
  ids: [
    { scheme: 'hal-structure', value: '441569' },
    { scheme: 'ror', value: '02feahw73', iri: 'https://ror.org/02feahw73' },
  ],
  country: 'FR',
};
const unknownLab: Affiliation = {
  nameAsPrinted: 'Laboratoire d’exemple',
  ids: [
    { scheme: 'idref', value: '026388278', iri: 'https://www.idref.fr/026388278' },
    { scheme: 'rnsr', value: '199812345A' },
  ],
};
const journal = {
  type: 'journal',
  titles: [{ value: 'L’Année sociologique' }],
  shortTitles: [],
  issn: [
    { value: '0066-2399', medium: 'print' },
    { value: '1969-6760', medium: 'electronic' },
  ],
  isbn: [],
  editors: [],
  identifiers: [],
} as const;

test('a record follows the order of the schema', () => {
  const lines = linesFor({
    titles: [
      { role: 'subtitle', text: { value: 'Forme et raison de l’échange', lang: 'fr' } },
      { role: 'main', text: { value: 'Essai <i>sur</i> le don', lang: 'fr', markup: 'html' } },
      { role: 'translated', text: { value: 'The Gift', lang: 'en' } },
    ],
    abstracts: [{ value: 'Un résumé.', lang: 'fr' }],
    contributions: [
      author('Marcel', 'Mauss', {
        corresponding: true,
        identifiers: [orcid('0000-0002-1825-0097'), { scheme: 'idhal', value: 'marcel-mauss' }],
        affiliations: [cnrs, unknownLab],
      }),
      author('Henri', 'Hubert', { role: 'translator', position: 2, affiliations: [unknownLab] }),
    ],
    dates: [
      { event: 'published', value: '1925-06' },
      { event: 'written', value: '1924' },
    ],
    container: journal,
    position: { volume: '1', issue: '1-2', pages: { raw: 'p. 30-186', start: '30', end: '186' } },
    publisher: { name: 'PUF', place: 'Paris', ids: [] },
    identifiers: [doi('10.5555/don'), { scheme: 'local', value: 'LA-1' }],
    links: [
      { role: 'landing', url: 'https://example.org/don' },
      { role: 'publisher', url: 'https://example.org/editeur' },
    ],
    subjects: [
      { text: { value: 'don', lang: 'fr' } },
      {
        text: { value: 'Sociology' },
        scheme: 'https://data.archives-ouvertes.fr/subject',
        code: 'shs.socio',
      },
    ],
    licences: [{ iri: 'https://creativecommons.org/licenses/by/4.0/' }],
    funding: [
      { funder: { name: 'ANR', ids: [] }, awardNumber: 'ANR-18-CE38-0003', acronym: 'BASNUM' },
      { funder: { name: 'Région Bretagne', ids: [] }, programme: 'SAD' },
    ],
    review: { peerReviewed: true, audience: 'international', popularScience: false },
    notes: [{ value: 'Une remarque.' }],
  });
  expect(lines).toEqual([
    '<text>',
    '<body>',
    '<listBibl>',
    '<biblFull>',
    '<titleStmt>',
    '<funder ref="#localProjanr-1"/>',
    '<funder>Région Bretagne, SAD</funder>',
    '</titleStmt>',
    '<editionStmt>',
    '<edition>',
    '<date type="whenWritten">1924</date>',
    '</edition>',
    '</editionStmt>',
    '<publicationStmt>',
    '<availability>',
    '<licence target="http://creativecommons.org/licenses/by/4.0/"/>',
    '</availability>',
    '</publicationStmt>',
    '<notesStmt>',
    '<note type="commentary">Une remarque.</note>',
    '<note type="audience" n="2"/>',
    '<note type="popular" n="0"/>',
    '<note type="peer" n="1"/>',
    '</notesStmt>',
    '<sourceDesc>',
    '<biblStruct>',
    '<analytic>',
    '<title xml:lang="fr">Essai sur le don</title>',
    '<title xml:lang="en">The Gift</title>',
    '<title type="sub" xml:lang="fr">Forme et raison de l’échange</title>',
    '<author role="crp">',
    '<persName>',
    '<forename type="first">Marcel</forename>',
    '<surname>Mauss</surname>',
    '</persName>',
    '<idno type="ORCID">https://orcid.org/0000-0002-1825-0097</idno>',
    '<idno type="idhal" notation="string">marcel-mauss</idno>',
    '<affiliation ref="#struct-441569"/>',
    '<affiliation ref="#localStruct-1"/>',
    '</author>',
    '<author role="trl">',
    '<persName>',
    '<forename type="first">Henri</forename>',
    '<surname>Hubert</surname>',
    '</persName>',
    '<affiliation ref="#localStruct-1"/>',
    '</author>',
    '</analytic>',
    '<monogr>',
    '<idno type="localRef">LA-1</idno>',
    '<idno type="issn">0066-2399</idno>',
    '<idno type="eissn">1969-6760</idno>',
    '<title level="j">L’Année sociologique</title>',
    '<imprint>',
    '<publisher>PUF</publisher>',
    '<pubPlace>Paris</pubPlace>',
    '<biblScope unit="volume">1</biblScope>',
    '<biblScope unit="issue">1-2</biblScope>',
    '<biblScope unit="pp">30-186</biblScope>',
    '<date type="datePub">1925-06</date>',
    '</imprint>',
    '</monogr>',
    '<idno type="doi">10.5555/don</idno>',
    '<ref type="publisher">https://example.org/editeur</ref>',
    '<ref type="seeAlso">https://example.org/don</ref>',
    '</biblStruct>',
    '</sourceDesc>',
    '<profileDesc>',
    '<langUsage>',
    '<language ident="fr"/>',
    '</langUsage>',
    '<textClass>',
    '<keywords scheme="author">',
    '<term xml:lang="fr">don</term>',
    '</keywords>',
    '<classCode scheme="halDomain" n="shs.socio">Sociology</classCode>',
    '<classCode scheme="halTypology" n="ART"/>',
    '</textClass>',
    '<abstract xml:lang="fr">Un résumé.</abstract>',
    '</profileDesc>',
    '</biblFull>',
    '</listBibl>',
    '</body>',
    '<back>',
    '<listOrg type="structures">',
    '<org type="unknown">',
    '<idno type="halStructureId">441569</idno>',
    '<idno type="ROR">https://ror.org/02feahw73</idno>',
    '<orgName>CNRS</orgName>',
    '<desc>',
    '<address>',
    '<country key="FR"/>',
    '</address>',
    '</desc>',
    '</org>',
    '<org type="laboratory" xml:id="localStruct-1">',
    '<idno type="IdRef">026388278</idno>',
    '<idno type="RNSR">199812345A</idno>',
    '<orgName>Laboratoire d’exemple</orgName>',
    '</org>',
    '</listOrg>',
    '<listOrg type="projects">',
    '<org type="anrProject" xml:id="localProjanr-1">',
    '<idno type="anr">ANR-18-CE38-0003</idno>',
    '<orgName>BASNUM</orgName>',
    '</org>',
    '</listOrg>',
    '</back>',
    '</text>',
  ]);
});

describe('one text for each language, and every text with its language', () => {
  const title = (role: 'main' | 'translated' | 'alternative', value: string, lang?: string) => ({
    role,
    text: { value, lang },
  });

  test.each<[string, Work['titles'], readonly string[]]>([
    [
      'an unknown language is said to be unknown',
      [title('main', 'Don')],
      ['<title xml:lang="und">Don</title>'],
    ],
    [
      'a second title of a language would take the place of the first',
      [title('main', 'Don', 'fr'), title('alternative', 'Le don', 'fr')],
      ['<title xml:lang="fr">Don</title>'],
    ],
    [
      'one in English the place of one whose language is unknown',
      [title('main', 'Don'), title('translated', 'Gift', 'en')],
      ['<title xml:lang="und">Don</title>'],
    ],
    [
      'a tag is written as it is used',
      [title('main', 'Don', 'fr-ca')],
      ['<title xml:lang="fr-CA">Don</title>'],
    ],
  ])('%s', async (_, titles, lines) => {
    expect(said(/^<title /, { titles })).toEqual(lines);
    const { differences, lost: losses } = await trip({ titles, languages: [] }, halTei, reader);
    expect(differences).toEqual([]);
    expect(losses.filter((each) => /^titles\.(?:main|alt|trans)/.test(each)).length).toBe(
      titles.length - lines.length,
    );
  });

  test('keywords and abstracts say that theirs is unknown, for the schema wants a tag', () => {
    const fields: Fields = { subjects: [{ text: { value: 'don' } }], abstracts: [{ value: 'Un résumé.' }] };
    expect(said(/und/, fields)).toEqual([
      '<term xml:lang="und">don</term>',
      '<abstract xml:lang="und">Un résumé.</abstract>',
    ]);
  });
});

describe('names', () => {
  test.each<[string, Contribution, string, string]>([
    ['a particle is of the surname', author('Vincent', 'Gogh', { particle: 'van' }), 'Vincent', 'van Gogh'],
    ['N2', author('Jean', 'La Fontaine', { droppingParticle: 'de' }), 'Jean', 'de La Fontaine'],
    ['N2', author('Jean', 'Ormesson', { droppingParticle: 'd’' }), 'Jean', 'd’Ormesson'],
    ['a suffix too', author('Martin Luther', 'King', { suffix: 'Jr' }), 'Martin Luther', 'King Jr'],
  ])('%s: %s', (_rule, one, first, family) => {
    expect(said(/name type|surname/, { contributions: [one] })).toEqual([
      `<forename type="first">${first}</forename>`,
      `<surname>${family}</surname>`,
    ]);
  });

  test('a name that nobody could take apart leaves open what HAL asks for', () => {
    const one = { ...organisation('Platon'), kind: 'unknown' } as const;
    expect(said(/name type|surname|orgName/, { contributions: [one] })).toEqual([
      '<forename type="first"/>',
      '<surname>Platon</surname>',
    ]);
  });

  test.each([
    ['author', undefined, 'aut'],
    ['editor', undefined, 'edt'],
    ['translator', 'trl', 'trl'],
    ['contributor', 'ann', 'ann'],
    ['contributor', 'cur', 'ctb'],
    ['illustrator', undefined, 'oth'],
    ['illustrator', 'ill', 'ill'],
    ['reviewer', 'rev', 'oth'],
  ] as const)('the role %s (%s) is %s', (role, marcRelator, code) => {
    const contributions = [author('Marcel', 'Mauss'), author('Ada', 'Exemple', { role, marcRelator })];
    expect(said(/^<author/, { contributions }).at(-1)).toBe(`<author role="${code}">`);
  });

  test.each<[string, readonly Contribution[], readonly string[]]>([
    [
      'with others is a consortium',
      [author('Marcel', 'Mauss'), organisation('LabAccès')],
      ['<org type="consortium">LabAccès</org>'],
    ],
    ['alone is the author', [organisation('LabAccès')], ['<orgName>LabAccès</orgName>']],
    [
      'that edits is named among the authors',
      [author('Marcel', 'Mauss'), organisation('LabAccès', { role: 'editor' })],
      ['<orgName>LabAccès</orgName>'],
    ],
  ])('an organisation %s', (_, contributions, lines) => {
    expect(said(/LabAccès/, { contributions })).toEqual(lines);
  });

  test('an identifier that failed its check is not told: it might be somebody else’s', async () => {
    const wrong = author('Ada', 'Exemple', { identifiers: [{ scheme: 'orcid', value: '0000-0000' }] });
    expect(said(/idno/, { contributions: [wrong] })).toEqual([]);
    expect(await lost({ contributions: [wrong] })).toContain(
      'contributions.identifiers: Ada Exemple: orcid 0000-0000',
    );
  });

  test('who directed a thesis, and where', () => {
    const fields: Fields = {
      type: 'thesis',
      contributions: [author('Ada', 'Exemple'), author('Marcel', 'Mauss', { role: 'supervisor' })],
      publisher: { name: 'Université Rennes 2', ids: [] },
    };
    expect(said(/authority|publisher/, fields)).toEqual([
      '<authority type="institution">Université Rennes 2</authority>',
      '<authority type="supervisor">Marcel Mauss</authority>',
    ]);
  });
});

test.each<[string, Affiliation['ids'], string | undefined]>([
  ['Université Rennes 2', [], 'institution'],
  ['Laboratoire LiRIS, Université Rennes 2', [], 'laboratory'],
  ['Équipe Usages', [], 'researchteam'],
  ['Département de sociologie', [], 'department'],
  ['ESO', [{ scheme: 'rnsr', value: '199812345A' }], 'laboratory'],
  ['Départementale', [], undefined],
  ['ASKORIA', [], undefined],
])('the type of the structure %s is told by its register or its own words', (nameAsPrinted, ids, type) =>
  expect(structureType({ nameAsPrinted, ids })).toBe(type),
);

describe('dates', () => {
  test.each([
    ['D1', '2023', '<date type="datePub">2023</date>', true],
    ['D1', '2023-06', '<date type="datePub">2023-06</date>', true],
    ['D3 a doubt is said', '2023?', '<date type="datePub" precision="unknown">2023</date>', true],
    ['D3', '2023~', '<date type="datePub" precision="unknown">2023</date>', false],
    ['D3 a season is its year', '2023-21', '<date type="datePub">2023</date>', false],
    ['D3 no year is invented', '2022/2023', undefined, false],
  ])('%s: %s', async (_rule, value, line, isKept) => {
    const dates = [{ event: 'published', value }] as const;
    expect(said(/^<date/, { dates })).toEqual(line === undefined ? [] : [line]);
    const { differences, lost: losses } = await trip({ dates }, halTei, reader);
    expect([differences, losses]).toEqual([[], isKept ? [] : [`dates.published: ${value}`]]);
  });

  test.each<[string, Partial<Work>, readonly string[]]>([
    [
      'D6 what is in press may have none',
      { dates: [], status: 'inPress' },
      ['<date type="datePub" subtype="inPress"/>'],
    ],
    ['D6 nor what has none', { dates: [] }, []],
    [
      'that in print before the earliest',
      {
        dates: [
          { event: 'published', value: '2021-05-12' },
          { event: 'publishedOnline', value: '2021-05-12' },
          { event: 'publishedPrint', value: '2021-06' },
        ],
      },
      ['<date type="datePub">2021-06</date>', '<date type="dateEpub">2021-05-12</date>'],
    ],
    ['what the deposit says is not the work’s', { dates: [{ event: 'deposited', value: '2021-06-01' }] }, []],
    [
      'of the defence',
      { dates: [{ event: 'defended', value: '2020-11' }] },
      ['<date type="dateDefended">2020-11</date>'],
    ],
  ])('%s', (_, fields, lines) => expect(said(/^<date/, fields)).toEqual(lines));
});

describe('what holds a work', () => {
  const book = {
    ...journal,
    type: 'book',
    titles: [{ value: 'Le social en ligne' }],
    isbn: ['9782749212345'],
    editors: [author('Ada', 'Exemple', { role: 'editor' })],
    series: { title: { value: 'Dossiers' } },
  } as const;
  const place = /^<(?:idno|title level|editor|biblScope)/;

  test.each<[string, Partial<Work>, readonly string[]]>([
    [
      'a book, whose ISSN would be that of a journal',
      { type: 'chapter', container: book },
      [
        '<idno type="isbn">9782749212345</idno>',
        '<title level="m">Le social en ligne</title>',
        '<editor>Ada Exemple</editor>',
        '<biblScope unit="serie">Dossiers</biblScope>',
      ],
    ],
    [
      'the series of a book',
      { type: 'book', container: { ...book, type: 'series', series: undefined } },
      ['<biblScope unit="serie">Le social en ligne</biblScope>', '<editor>Ada Exemple</editor>'],
    ],
    ['no book around a book', { type: 'book', container: book }, []],
    [
      'the number of a book is its own, and HAL has room for one',
      {
        type: 'book',
        identifiers: ['9782749212345', '9782749212352'].map((value) => ({
          scheme: 'isbn',
          value,
          iri: `urn:isbn:${value}`,
        })),
      },
      ['<idno type="isbn">9782749212345</idno>'],
    ],
    [
      'the number of an article stands for its pages',
      { position: { articleNumber: 'e0266124' } },
      ['<biblScope unit="pp">e0266124</biblScope>'],
    ],
  ])('%s', async (_, fields, lines) => {
    expect(said(place, fields)).toEqual(lines);
    expect((await trip(fields, halTei, reader)).differences).toEqual([]);
  });

  test('a conference by its code of a country, and none that nobody knows', () => {
    const event = { name: { value: 'Journées' }, start: '2020-11-05', place: 'Rennes' };
    const lines = (country: string) =>
      said(/^<(?:settlement|country)|type="start"/, { event: { ...event, country } });
    expect(lines('FR')).toEqual([
      '<date type="start">2020-11-05</date>',
      '<settlement>Rennes</settlement>',
      '<country key="FR"/>',
    ]);
    expect(lines('France').at(-1)).toBe('<settlement>Rennes</settlement>');
  });
});

describe('licences', () => {
  test.each([
    ['https://creativecommons.org/licenses/by-nc/3.0/', 'http://creativecommons.org/licenses/by-nc/', true],
    ['https://creativecommons.org/licenses/by/4.0/', 'http://creativecommons.org/licenses/by/4.0/', false],
    ['https://spdx.org/licenses/MIT', undefined, true],
  ])('%s is %s', async (iri, target, isLost) => {
    const licences = [{ iri }];
    expect(said(/licence target/, { licences })).toEqual(
      target === undefined ? [] : [`<licence target="${target}"/>`],
    );
    expect(await lost({ licences })).toEqual(isLost ? [`licences: ${iri}`] : []);
  });
});

test.each<[string, Work['links'][number], string | undefined]>([
  [
    'no file is given, for HAL would fetch and keep it',
    { role: 'fulltext', url: 'https://example.org/a.pdf' },
    '<ref type="seeAlso">https://example.org/a.pdf</ref>',
  ],
  [
    'HAL knows its own files',
    { role: 'fulltext', url: 'https://hal.science/hal-04167420/document' },
    undefined,
  ],
])('%s', (_, link, line) =>
  expect(said(/^<ref/, { links: [link] })).toEqual(line === undefined ? [] : [line]),
);

describe('what nobody knows is not there', () => {
  test.each([
    ['peer review and audience', /<note/],
    ['the domain', /halDomain/],
    ['affiliations', /affiliation|listOrg/],
    ['the language', /langUsage/],
    ['the licence', /licence/],
  ])('%s', (_, element) => expect(said(element, { languages: [] })).toEqual([]));
});

test.each(workTypes.map((type) => [type]))('the type %s is one of HAL, or lost', async (type) => {
  const { after, lost: losses } = await trip({ type }, halTei, reader);
  expect(losses.some((each) => each.startsWith('type:'))).toBe(after.type !== type);
  expect(halTypology({ type }) === undefined).toBe(type === 'dataset');
});

test('the domains that HAL wants are those with a code of HAL', () => {
  const subjects = [
    { text: { value: 'x' }, scheme: 'https://data.archives-ouvertes.fr/subject', code: 'shs.socio' },
    { text: { value: 'shs.droit' } },
  ];
  expect(halDomains({ subjects })).toEqual(['shs.socio']);
});

describe('from an export to a deposit and back', () => {
  const before = collectionsIn(sample('hal-tei.xml'), reader);

  test('everything that a notice holds is as it was (hal.md section 7)', async () => {
    const [was] = worksOf(before);
    const [is] = worksOf(collectionsIn(await written(before, halTei), reader));
    if (!was || !is) throw new Error('no work');
    for (const part of [
      'titles',
      'abstracts',
      'subjects',
      'languages',
      'container',
      'event',
      'publisher',
      'licences',
      'relations',
      'review',
      'notes',
      'status',
      'identifiers',
    ] as const)
      expect(is[part]).toEqual(was[part]);
    expect(
      is.contributions.map(({ nameAsPrinted, role, given, family }) => [nameAsPrinted, role, given, family]),
    ).toEqual(
      was.contributions.map(({ nameAsPrinted, role, given, family }) => [nameAsPrinted, role, given, family]),
    );
    expect(is.position).toMatchObject({ volume: '12', issue: '128', pages: { start: '13', end: '28' } });
  });

  test('the partial date that the source called simply its date goes back as such', async () => {
    const text = await written(before, halTei);
    expect(text).toContain('<date type="datePub">2021-06</date>');
    expect(text).toContain('<date type="dateEpub">2021-05-12</date>');
  });

  test('no prefix, no namespace but the default', async () => {
    const text = await written(before, halTei);
    expect(text.replaceAll(/ xml:(?:lang|id)=/g, '')).not.toMatch(/<\/?[a-z]+:|[ :]xmlns:| [a-z]+:[a-z]+=/i);
  });
});

describe('a file of several works', () => {
  const two = collectionsIn(sample('hal-tei.xml'), reader).flatMap((each) => [each, each]);

  test('is one document, and each work finds its own organisations again', async () => {
    const back = worksOf(collectionsIn(await written(two, halTei), reader));
    const names = back.map(({ contributions }) =>
      contributions.flatMap(({ affiliations }) => affiliations.map(({ nameAsPrinted }) => nameAsPrinted)),
    );
    expect(names).toEqual([['Inria'], ['Inria']]);
  });

  test('names no two things alike, whoever reads it', async () => {
    const works = ['Laboratoire A', 'Laboratoire B'].map((name) =>
      workOf({
        title: `Travail du ${name}`,
        contributions: [author('Ada', 'Exemple', { affiliations: [{ nameAsPrinted: name, ids: [] }, cnrs] })],
        funding: [{ funder: { name: 'ANR', ids: [] }, awardNumber: name }],
      }),
    );
    const collections = works.map((work) => reconcileAlone(reviewed(work)));
    const text = await written(collections, halTei);
    const document = XmlDocument.fromString(text);
    expect(document.root.find('//*[@xml:id]')).toHaveLength(4);
    document.dispose();
    const back = worksOf(collectionsIn(text, reader));
    expect(
      back.map(({ contributions, funding }) => [contributions[0]?.affiliations, funding[0]?.awardNumber]),
    ).toEqual(
      ['Laboratoire A', 'Laboratoire B'].map((name) => [
        [expect.objectContaining({ nameAsPrinted: name }), expect.objectContaining(cnrs)],
        name,
      ]),
    );
  });
});

describe.skipIf(!hasSchema)(`by HAL’s schema, which stands in ${schemaFolder} or else is not asked`, () => {
  const document = async (fields: Fields) => {
    const { head, one, tail } = await halTei.open({ base: 'https://e.org/', graph: 'https://e.org/' });
    return head + one({ iri: 'x', work: { ...workOf(fields), id: 'work/x' }, describe: () => {} }) + tail;
  };

  test('the sample with every field is valid', async () => {
    expect(faultsIn(await written(collectionsIn(sample('hal-tei.xml'), reader), halTei))).toEqual([]);
  });

  test('the works of the lab are valid', async () => {
    const path = new URL('../../data/articles.txt', import.meta.url);
    const source = { name: 'articles', file: 'articles.txt', format: 'page' };
    const text = await fetched(readFileSync(path), 'articles.txt');
    const { records } = gatherText({ path: path.pathname, shown: 'articles.txt', source }, text);
    expect(records).toHaveLength(5);
    for (const record of records)
      expect(faultsIn(await written([reconcileAlone(record)], halTei))).toEqual([]);
  });

  test.each(workTypes.map((type) => [type]))(
    'the least that is known of the type %s is valid',
    async (type) => {
      expect(faultsIn(await document({ type }))).toEqual([]);
    },
  );

  test.each<[string, Fields]>([
    ['markup and characters of XML', { title: 'a & b < "c" ]]>' }],
    ['an address with spaces', { relations: [{ type: 'cites', target: { id: 'https://e.org/a%20b' } }] }],
    ['a name that cannot be split', { contributions: [{ ...organisation('Platon'), kind: 'unknown' }] }],
    ['an organisation alone', { contributions: [organisation('LabAccès', { affiliations: [unknownLab] })] }],
    ['nothing in the profile', { languages: [], type: 'dataset' }],
  ])('%s: valid', async (_, fields) => expect(faultsIn(await document(fields))).toEqual([]));

  test.each<[string, Fields, string]>([
    ['nobody made', { contributions: [] }, 'analytic'],
    ['only a director made', { contributions: [author('A', 'B', { role: 'supervisor' })] }, 'analytic'],
  ])('what %s is not: HAL wants an author', async (_, fields, element) => {
    const faults = faultsIn(await document(fields));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(element);
  });
});

import { describe, expect, test } from 'vitest';
import type { Contribution, IdentifiedWork, Work, WorkDate } from '../../pipeline/base/work.ts';
import { workTypes } from '../../pipeline/base/work.ts';
import { datacite as reader } from '../../pipeline/read/datacite.ts';
import { readers } from '../../pipeline/stages.ts';
import { tidy } from '../../pipeline/tidy/index.ts';
import { datacite } from '../../pipeline/write/datacite.ts';
import { afterTrip, collectionsIn, needless, sample, worksOf, written } from '../formats/trip.ts';
import { originAt } from '../read/contract.ts';

const bare: IdentifiedWork = {
  id: 'work/labacces',
  type: 'article',
  titles: [{ role: 'main', text: { value: 'Vers l’État plateforme' } }],
  abstracts: [],
  contributions: [],
  dates: [],
  identifiers: [],
  links: [],
  languages: [],
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

const opened = await datacite.open({
  base: 'https://data.example.org/id/',
  graph: 'https://data.example.org/',
});

/** The text of one work with these values. */
function textOf(values: Partial<Work>): string {
  const work = { ...bare, ...values, id: bare.id };
  return opened.one({ iri: `https://data.example.org/id/${work.id}`, work, describe: () => {} });
}

/** Its record, as JSON holds it. */
const recordOf = (values: Partial<Work>): Record<string, unknown> => JSON.parse(textOf(values));

/** The work that the reader makes of it. */
function backFrom(values: Partial<Work>): Work {
  const piece = { text: textOf(values), line: 1, kind: 'record' } as const;
  return JSON.parse(JSON.stringify(tidy(reader.parse(piece, originAt(1))).thing));
}

const person = (values: Partial<Contribution>): Contribution => ({
  position: 1,
  role: 'author',
  kind: 'person',
  nameAsPrinted: 'Ada Exemple',
  identifiers: [],
  affiliations: [],
  ...values,
});

describe('the file', () => {
  test('says nothing of what nobody knows', () => {
    expect(recordOf({ type: 'other' })).toEqual({
      types: {
        ris: 'GEN',
        bibtex: 'misc',
        citeproc: 'document',
        schemaOrg: 'CreativeWork',
        resourceTypeGeneral: 'Other',
      },
      titles: [{ title: 'Vers l’État plateforme' }],
      schemaVersion: 'http://datacite.org/schema/kernel-4',
    });
  });

  test('is a list with a record on each line, which our reader knows and no other', async () => {
    const [collection] = collectionsIn(sample('datacite.json'), reader);
    const text = await written(collection ? [collection, collection] : [], datacite);
    expect(JSON.parse(text)).toHaveLength(2);
    expect(text.trimEnd().split('\n')).toHaveLength(4);
    expect(readers.filter(({ sniff }) => sniff(text.slice(0, 4096))).map(({ name }) => name)).toEqual([
      'datacite',
    ]);
    expect([...reader.cut(text)]).toHaveLength(2);
  });

  test('an empty list is one', async () => {
    expect(JSON.parse(await written([], datacite))).toEqual([]);
  });
});

describe('texts', () => {
  test.each([
    "Les pratiques numériques : entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil 📚",
    'un \\ deux " trois\nquatre',
    'p < 0.05 & q > 3',
  ])('T5 no character is lost: %s', (value) => {
    expect(backFrom({ abstracts: [{ value, lang: 'fr' }] }).abstracts).toEqual([{ value, lang: 'fr' }]);
  });

  test('T3 titles and descriptions keep their markup, names of things are plain', () => {
    const text = { value: 'Du CO<sub>2</sub> &amp; des <i>œuvres</i>', markup: 'html' as const };
    const record = recordOf({
      titles: [{ role: 'main', text }],
      subjects: [{ text }],
      container: { ...journal, titles: [text] },
    });
    const plain = 'Du CO₂ & des œuvres';
    expect(record).toMatchObject({
      titles: [{ title: text.value }],
      subjects: [{ subject: plain }],
      container: { title: plain },
      relatedItems: [{ titles: [{ title: plain }] }],
    });
    expect(backFrom({ titles: [{ role: 'main', text }] }).titles[0]?.text).toEqual(text);
  });

  test('titles have their type and language, and a short title has no place', () => {
    const text = { value: 'Towards the platform state', lang: 'en-gb' };
    const { titles } = recordOf({
      titles: [
        ...bare.titles,
        ...(['subtitle', 'translated', 'alternative', 'short'] as const).map((role) => ({ role, text })),
      ],
    });
    const said = { title: text.value, lang: 'en-GB' };
    expect(titles).toEqual([
      { title: 'Vers l’État plateforme' },
      { ...said, titleType: 'Subtitle' },
      { ...said, titleType: 'TranslatedTitle' },
      { ...said, titleType: 'AlternativeTitle' },
    ]);
  });

  test('no text is in no language at all', () => {
    expect(
      recordOf({ notes: [{ value: 'Prix de la journée.', lang: 'und' }], languages: ['mul'] }),
    ).toMatchObject({
      descriptions: [{ description: 'Prix de la journée.', descriptionType: 'Other' }],
      language: 'mul',
    });
  });

  test('L1 a keyword with commas is one, with its vocabulary and code', () => {
    const subject = {
      text: { value: 'inclusion (ville, campagne)', lang: 'fr' },
      scheme: 'https://www.idref.fr/',
      concept: 'https://www.idref.fr/027857603',
      code: '027857603',
    };
    expect(recordOf({ subjects: [subject] }).subjects).toEqual([
      {
        subject: 'inclusion (ville, campagne)',
        schemeUri: subject.scheme,
        valueUri: subject.concept,
        classificationCode: subject.code,
        lang: 'fr',
      },
    ]);
    expect(backFrom({ subjects: [subject] }).subjects).toEqual([subject]);
  });
});

describe('types', () => {
  test.each(workTypes)('a work of type %s comes back as one', (type) => {
    expect(backFrom({ type })).toMatchObject({ type, unmapped: [] });
  });

  test.each([
    ['article', 'JournalArticle', undefined],
    ['editorial', 'JournalArticle', 'editorial'],
    ['blogPost', 'Text', 'blog post'],
    ['poster', 'Other', 'poster'],
    ['review', 'JournalArticle', 'info:eu-repo/semantics/review'],
  ] as const)('%s is %s, and in free words %s', (type, general, free) => {
    expect(recordOf({ type }).types).toMatchObject({ resourceTypeGeneral: general });
    expect(recordOf({ type }).types).toHaveProperty(free ? 'resourceType' : 'bibtex', free ?? 'article');
  });
});

describe('people', () => {
  test.each<[string, Partial<Contribution>, Record<string, unknown>]>([
    [
      'N3 family name first',
      { nameAsPrinted: 'SORIN François', family: 'Sorin', given: 'François' },
      { name: 'Sorin, François', nameType: 'Personal', givenName: 'François', familyName: 'Sorin' },
    ],
    [
      'N2 particles and a suffix',
      { family: 'Exemple', given: 'Ada', particle: 'van der', droppingParticle: 'de', suffix: 'Jr' },
      {
        name: 'van der Exemple, Ada de, Jr',
        nameType: 'Personal',
        givenName: 'Ada de',
        familyName: 'van der Exemple',
      },
    ],
    [
      'N1 an organisation whole',
      { kind: 'organisation', literal: 'Ministère de la Culture, département des études' },
      { name: 'Ministère de la Culture, département des études', nameType: 'Organizational' },
    ],
    [
      'N1 a name of which nobody knows whose it is',
      { kind: 'unknown', literal: 'LabAccès' },
      { name: 'LabAccès' },
    ],
  ])('%s', (_name, values, expected) => {
    expect(recordOf({ contributions: [person(values)] }).creators).toEqual([expected]);
  });

  test('a name with particles and a suffix comes back in its parts', () => {
    const parts = {
      family: 'Exemple',
      given: 'Ada',
      particle: 'van der',
      droppingParticle: 'de',
      suffix: 'Jr',
    };
    expect(backFrom({ contributions: [person(parts)] }).contributions[0]).toMatchObject(parts);
  });

  test('I2 identifiers have their scheme, affiliations the one identifier that there is room for', () => {
    const ror = { scheme: 'ror', value: '02feahw73', iri: 'https://ror.org/02feahw73' };
    const contribution = person({
      identifiers: [
        { scheme: 'orcid', value: '0000-0002-1825-0097', iri: 'https://orcid.org/0000-0002-1825-0097' },
        { scheme: 'orcid', value: '0000-0002-1825-0098' },
        { scheme: 'idhal', value: 'ada-exemple', iri: 'https://cv.hal.science/ada-exemple' },
        { scheme: 'unknown', value: 'a1' },
      ],
      affiliations: [
        { nameAsPrinted: 'LabAccès', ids: [] },
        { nameAsPrinted: 'CNRS', ids: [{ scheme: 'rnsr', value: '201221107P' }, ror] },
      ],
    });
    expect(recordOf({ contributions: [contribution] }).creators).toEqual([
      expect.objectContaining({
        nameIdentifiers: [
          {
            nameIdentifier: 'https://orcid.org/0000-0002-1825-0097',
            nameIdentifierScheme: 'ORCID',
            schemeUri: 'https://orcid.org',
          },
          {
            nameIdentifier: '0000-0002-1825-0098',
            nameIdentifierScheme: 'ORCID',
            schemeUri: 'https://orcid.org',
          },
          { nameIdentifier: 'ada-exemple', nameIdentifierScheme: 'IdHAL' },
          { nameIdentifier: 'a1', nameIdentifierScheme: 'Other' },
        ],
        affiliation: [
          { name: 'LabAccès' },
          {
            name: 'CNRS',
            affiliationIdentifier: 'https://ror.org/02feahw73',
            affiliationIdentifierScheme: 'ROR',
            schemeUri: 'https://ror.org',
          },
        ],
      }),
    ]);
    expect(backFrom({ contributions: [contribution] }).contributions[0]?.identifiers).toEqual(
      contribution.identifiers,
    );
  });

  test.each([
    ['editor', 'Editor'],
    ['translator', 'Translator'],
    ['supervisor', 'Supervisor'],
    ['contributor', 'Other'],
    ['illustrator', 'Other'],
  ] as const)(
    'authors are creators, and the role %s is a contributor of type %s',
    (role, contributorType) => {
      const contributions = [person({}), person({ position: 2, nameAsPrinted: 'Pierre Mazet', role })];
      const record = recordOf({ contributions });
      expect(record.creators).toMatchObject([{ name: 'Ada Exemple' }]);
      expect(record.contributors).toMatchObject([{ name: 'Pierre Mazet', contributorType }]);
    },
  );
});

describe('dates', () => {
  test.each<[string, WorkDate, Record<string, unknown> | undefined]>([
    ['D1 a day', { event: 'accepted', value: '2020-06-02' }, { date: '2020-06-02', dateType: 'Accepted' }],
    ['D1 a month', { event: 'submitted', value: '2020-06' }, { date: '2020-06', dateType: 'Submitted' }],
    ['D1 a year', { event: 'written', value: '2020' }, { date: '2020', dateType: 'Created' }],
    [
      'D1 an interval',
      { event: 'modified', value: '2019/2020-06' },
      { date: '2019/2020-06', dateType: 'Updated' },
    ],
    [
      'D3 a season, which has a year',
      { event: 'available', value: '2023-21' },
      { date: '2023', dateType: 'Available', dateInformation: '2023-21' },
    ],
    [
      'an approximate year',
      { event: 'copyright', value: '1990~' },
      { date: '1990', dateType: 'Copyrighted', dateInformation: '1990~' },
    ],
    [
      'an event that the schema has no type for',
      { event: 'publishedPrint', value: '2020-11' },
      { date: '2020-11', dateType: 'Other', dateInformation: 'published in print' },
    ],
    [
      'both at once',
      { event: 'defended', value: '2019-24' },
      { date: '2019', dateType: 'Other', dateInformation: 'defended 2019-24' },
    ],
    ['an open interval has no year', { event: 'modified', value: '2019/..' }, undefined],
  ])('%s', (_name, date, expected) => {
    const { dates } = recordOf({ dates: [date] });
    expect(dates).toEqual(expected && [expected]);
    if (expected)
      expect(backFrom({ dates: [date] })).toMatchObject({
        dates: expect.arrayContaining([date]),
        unmapped: [],
      });
  });

  test.each([
    ['2020-11-15', 2020],
    ['2023-21', 2023],
    ['2019/2020', undefined],
  ])('D1 the year of publication of %s is %s', (value, year) => {
    expect(recordOf({ dates: [{ event: 'published', value }] }).publicationYear).toBe(year);
  });
});

const journal: NonNullable<Work['container']> = {
  type: 'journal',
  titles: [{ value: 'Terminal', lang: 'fr' }],
  shortTitles: [],
  issn: [],
  isbn: [],
  editors: [],
  identifiers: [],
};

describe('where a work appeared', () => {
  const position = { volume: '36', issue: '1-2', pages: { raw: '13-28', start: '13', end: '28' } };

  test('I3 P2 P3 a journal is a related item, its ISSNs are identifiers, and the API shows both again', () => {
    const container = {
      ...journal,
      issn: [{ value: '0997-5551' }, { value: '2429-4578', medium: 'electronic' as const }],
    };
    const pages = { firstPage: '13', lastPage: '28' };
    expect(recordOf({ container, position })).toMatchObject({
      relatedItems: [
        {
          relatedItemType: 'Journal',
          relationType: 'IsPublishedIn',
          relatedItemIdentifier: {
            relatedItemIdentifier: '0997-5551',
            relatedItemIdentifierType: 'ISSN',
          },
          titles: [{ title: 'Terminal', lang: 'fr' }],
          volume: '36',
          issue: '1-2',
          ...pages,
        },
      ],
      relatedIdentifiers: [
        { relatedIdentifier: '0997-5551', relatedIdentifierType: 'ISSN', relationType: 'IsPublishedIn' },
        { relatedIdentifier: '2429-4578', relatedIdentifierType: 'EISSN', relationType: 'IsPublishedIn' },
      ],
      container: {
        type: 'Journal',
        title: 'Terminal',
        identifier: '0997-5551',
        identifierType: 'ISSN',
        volume: '36',
        issue: '1-2',
        ...pages,
      },
    });
    expect(backFrom({ container, position })).toMatchObject({ container, position, unmapped: [] });
  });

  test('proceedings with editors, a series, an identifier and two names', () => {
    const container = {
      ...journal,
      type: 'proceedings' as const,
      titles: [{ value: 'Actes des journées' }, { value: 'Proceedings of the days', lang: 'en' }],
      isbn: ['978-3-939897-55-2'],
      editors: [person({ role: 'editor', family: 'Exemple', given: 'Ada' })],
      series: { title: { value: 'Cahiers du LabAccès' }, number: '4' },
      identifiers: [{ scheme: 'doi', value: '10.5072/actes', iri: 'https://doi.org/10.5072/actes' }],
    };
    const work = { container, position: { articleNumber: '6' } };
    expect(recordOf(work).relatedItems).toMatchObject([
      { relatedItemType: 'ConferenceProceeding', number: '6', numberType: 'Article' },
      { relatedItemType: 'Collection', titles: [{ title: 'Cahiers du LabAccès' }], volume: '4' },
    ]);
    expect(backFrom(work)).toMatchObject({ ...work, unmapped: [] });
  });

  test.each<[string, Partial<Work>]>([
    [
      'a journal known by its ISSN alone',
      { container: { ...journal, titles: [], issn: [{ value: '0997-5551' }] }, position },
    ],
    ['a place in a container that nobody named', { position }],
    ['the extent of a book', { type: 'book', position: { pages: { raw: '102 p.', total: 102 } } }],
    ['a website', { type: 'blogPost', container: { ...journal, type: 'website' } }],
  ])('P1 %s comes back', (_name, values) => {
    expect(backFrom(values)).toMatchObject({ ...values, unmapped: [] });
  });

  test('P1 pages that are no range have their first page alone', () => {
    const pages = { raw: '66-79, 82', start: '66' };
    expect(recordOf({ container: journal, position: { pages } }).container).toEqual({
      type: 'Journal',
      title: 'Terminal',
      firstPage: '66',
    });
  });
});

describe('other works', () => {
  test.each([
    ['https://doi.org/10.1038/nature14539', '10.1038/nature14539', 'DOI'],
    [
      'https://doi.org/10.1002/(sici)1097-0258(19980815)17:15/16%3C1661::aid-sim968%3E3.0.co;2-2',
      '10.1002/(sici)1097-0258(19980815)17:15/16<1661::aid-sim968>3.0.co;2-2',
      'DOI',
    ],
    ['https://arxiv.org/abs/2202.05682', '2202.05682', 'arXiv'],
    ['https://pubmed.ncbi.nlm.nih.gov/19478877/', '19478877', 'PMID'],
    ['https://hdl.handle.net/10013/epic.10033', '10013/epic.10033', 'Handle'],
    ['urn:isbn:9783939897552', 'urn:isbn:9783939897552', 'URN'],
    [
      'https://portal.issn.org/resource/ISSN/1868-8969',
      'https://portal.issn.org/resource/ISSN/1868-8969',
      'URL',
    ],
  ])('I1 %s is %s', (id, relatedIdentifier, relatedIdentifierType) => {
    const relations = [{ type: 'isPartOf' as const, target: { id } }];
    expect(recordOf({ relations }).relatedIdentifiers).toEqual([
      { relatedIdentifier, relatedIdentifierType, relationType: 'IsPartOf' },
    ]);
    expect(backFrom({ relations })).toMatchObject({ relations, unmapped: [] });
  });

  test('a citation is a related item, with its identifier when it has one', () => {
    const references = [
      { citation: 'Ravon et Vidal-Naquet, 2016, L’épreuve de professionnalité, SociologieS' },
      { id: 'https://doi.org/10.1038/nature14539', citation: 'LeCun, 2015, Deep learning' },
      { id: 'https://doi.org/10.1038/nature14539' },
    ];
    expect(recordOf({ references })).toMatchObject({
      relatedIdentifiers: [{ relatedIdentifier: '10.1038/nature14539', relationType: 'References' }],
      relatedItems: [
        { relationType: 'References', titles: [{ title: references[0]?.citation }] },
        { relationType: 'References', relatedItemIdentifier: { relatedItemIdentifierType: 'DOI' } },
      ],
    });
    expect(backFrom({ references })).toMatchObject({ references: references.slice(0, 2), unmapped: [] });
  });

  test.each(['isRelatedTo', 'corrects', 'retracts'] as const)('%s has no word in the schema', (type) => {
    const relations = [{ type, target: { id: 'https://doi.org/10.1038/nature14539' } }];
    expect(recordOf({ relations })).not.toHaveProperty('relatedIdentifiers');
  });
});

describe('identifiers and links', () => {
  test('I1 the DOI stands by itself, the others in both lists of the API', () => {
    const identifiers = [
      { scheme: 'hal', value: 'hal-01234567', iri: 'https://hal.science/hal-01234567' },
      { scheme: 'doi', value: '10.4000/terminal.6607', iri: 'https://doi.org/10.4000/terminal.6607' },
      { scheme: 'doi', value: 'terminal.6607' },
      { scheme: 'local-accession-number', value: 'LABACCES-128' },
    ];
    expect(recordOf({ identifiers })).toMatchObject({
      id: 'https://doi.org/10.4000/terminal.6607',
      doi: '10.4000/terminal.6607',
      identifiers: [
        { identifier: 'hal-01234567', identifierType: 'HAL' },
        { identifier: 'terminal.6607', identifierType: 'DOI' },
        { identifier: 'LABACCES-128', identifierType: 'local-accession-number' },
      ],
      alternateIdentifiers: [{ alternateIdentifier: 'hal-01234567', alternateIdentifierType: 'HAL' }, {}, {}],
    });
    const back = backFrom({ identifiers }).identifiers;
    expect(back).toHaveLength(4);
    expect(back).toEqual(expect.arrayContaining(identifiers));
  });

  const file = {
    role: 'fulltext',
    url: 'https://lab.example.org/1.pdf',
    mediaType: 'application/pdf',
    bytes: 9,
  } as const;
  const page = { role: 'landing', url: 'https://lab.example.org/1' } as const;
  test('the page, and the format and size of the one file', () => {
    expect(recordOf({ links: [page, file] })).toMatchObject({
      url: page.url,
      contentUrl: [file.url],
      formats: ['application/pdf'],
      sizes: ['9 bytes'],
    });
  });

  test('of two files nobody would know whose format it is', () => {
    const record = recordOf({ links: [file, { ...file, url: 'https://lab.example.org/2.pdf' }] });
    expect(record.contentUrl).toHaveLength(2);
    expect(record).not.toHaveProperty('formats');
    expect(record).not.toHaveProperty('sizes');
  });
});

describe('rights and money', () => {
  test('licences come first, with their code, then the access and the end of the embargo', () => {
    const { rightsList } = recordOf({
      access: { status: 'embargoed', embargoUntil: '2025-01' },
      licences: [
        { iri: 'https://creativecommons.org/licenses/by/4.0/', from: '2025' },
        { iri: 'https://creativecommons.org/licenses/by/4.0/' },
        { iri: 'http://creativecommons.org/licenses/by-nd/' },
        { text: { value: 'Tous droits réservés sauf mention contraire', lang: 'fr' } },
      ],
    });
    expect(rightsList).toEqual([
      {
        rights: 'CC BY 4.0',
        rightsUri: 'https://creativecommons.org/licenses/by/4.0/',
        rightsIdentifier: 'cc-by-4.0',
        rightsIdentifierScheme: 'SPDX',
        schemeUri: 'https://spdx.org/licenses/',
        lang: 'en',
      },
      { rights: 'CC BY-ND', rightsUri: 'http://creativecommons.org/licenses/by-nd/', lang: 'en' },
      { rights: 'Tous droits réservés sauf mention contraire', lang: 'fr' },
      { rights: 'Embargoed Access', rightsUri: 'info:eu-repo/semantics/embargoedAccess', lang: 'en' },
      { rightsUri: 'info:eu-repo/date/embargoEnd/2025-01' },
    ]);
  });

  test.each(['open', 'embargoed', 'restricted', 'metadataOnly'] as const)(
    'access that is %s comes back',
    (status) => {
      expect(backFrom({ access: { status } })).toMatchObject({ access: { status }, unmapped: [] });
    },
  );

  test.each([
    'https://creativecommons.org/licenses/by/4.0/',
    'http://creativecommons.org/licenses/by/',
    'https://spdx.org/licenses/MIT',
    'https://opendatacommons.org/licenses/odbl/1-0/',
    'http://hal.archives-ouvertes.fr/licences/etalab/',
    'https://www.nist.gov/director/licensing',
  ])('the licence %s comes back', (iri) => {
    expect(backFrom({ licences: [{ iri }] })).toMatchObject({ licences: [{ iri }], unmapped: [] });
  });

  test('a grant has its funder; without one the schema has no place for it', () => {
    const doi = {
      scheme: 'doi',
      value: '10.13039/501100001665',
      iri: 'https://doi.org/10.13039/501100001665',
    };
    const grant = { awardNumber: 'ANR-15-IDEX-02', awardIri: 'https://anr.fr/ANR-15-IDEX-02' };
    const funder = {
      name: 'Agence nationale de la recherche',
      ids: [{ scheme: 'openalex', value: 'F1' }, doi],
    };
    expect(
      recordOf({ funding: [{ funder, ...grant, title: { value: 'Idex', lang: 'fr' } }, grant] }),
    ).toMatchObject({
      fundingReferences: [
        {
          funderName: 'Agence nationale de la recherche',
          funderIdentifier: 'https://doi.org/10.13039/501100001665',
          funderIdentifierType: 'Crossref Funder ID',
          awardNumber: 'ANR-15-IDEX-02',
          awardUri: 'https://anr.fr/ANR-15-IDEX-02',
          awardTitle: 'Idex',
        },
      ],
    });
  });
});

describe('written and read again', () => {
  test.each([
    ['datacite', 'datacite.json'],
    ['datacite', 'datacite.xml'],
    ['csl', 'csl.json'],
    ['csv', 'csv.csv'],
    ['hal', 'hal.json'],
    ['hal-tei', 'hal-tei.xml'],
    ['html', 'html.html'],
    ['oai-dc', 'oai-dc.xml'],
    ['openaire', 'openaire.xml'],
    ['openalex', 'openalex.json'],
    ['qdc', 'qdc.xml'],
    ['ris', 'ris.ris'],
    ['schema', 'schema.jsonld'],
    ['zotero', 'zotero.json'],
    ['zotero', 'zotero.rdf'],
  ])('a sample of %s (%s) loses what is said to be lost, and nothing else', async (name, file) => {
    const from = readers.find((each) => each.name === name);
    if (!from) throw new Error(`no reader ${name}`);
    const before = collectionsIn(sample(file), from);
    const { differences, collections } = await afterTrip(before, datacite, reader);
    // Pages that were printed otherwise come back plain: `pp. 66–79` as `66-79`.
    expect(differences.filter((line) => !/^\+ position\.pages: \d+-\d+$/.test(line))).toEqual([]);
    for (const [index, work] of worksOf(before).entries()) {
      const after = worksOf(collections)[index];
      expect(after && needless(work, after, datacite.carries ?? {})).toEqual([]);
    }
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../pipeline/base/draft.ts';
import { hal } from '../../pipeline/read/hal.ts';
import { halTei } from '../../pipeline/read/hal-tei.ts';
import { Unreadable } from '../../pipeline/read/reader.ts';
import { tidy } from '../../pipeline/tidy/index.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url), 'utf8');
const notice = (title: string) => ({
  docid: '4167420',
  halId_s: 'hal-04167420',
  docType_s: 'ART',
  title_s: [title],
  fr_title_s: [title],
  authFullName_s: ['François Sorin'],
  language_s: ['fr'],
});
const record = (title: string) => JSON.stringify(notice(title));
const awkwardTitle =
  "Les pratiques numériques : entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil <i>d’abord</i> 📚";

readerContract(hal, {
  one: record('Les pratiques numériques'),
  two: `${record('Les pratiques numériques')}\n${record('Vers l’État plateforme')}\n`,
  broken: `${record('Les pratiques')}\n${record('Vers').slice(0, 40)}\n${record('Vers l’État plateforme')}\n`,
  awkward: JSON.stringify({ response: { numFound: 1, start: 0, docs: [notice(awkwardTitle)] } }, null, 2),
  awkwardTitle,
  others: [
    sample('hal-tei.xml'),
    '{"DOI":"10.1038/nature14539","type":"journal-article","title":["Deep learning"],"reference-count":0}',
    '[{"id":"sorin2019","type":"article-journal","title":"Les pratiques numériques"}]',
    '{"id":"https://openalex.org/W2919115771","title":"Deep learning","display_name":"Deep learning"}',
    '{"type":"article","titles":[{"role":"main","text":{"value":"x"}}],"unmapped":[{"source":"hal","path":"x","value":{"halId_s":"hal-1"}}]}',
    '{"@context":"https://schema.org","@type":"ScholarlyArticle","name":"Deep learning"}',
    '@article{sorin2019,\n  title = {Les pratiques numériques},\n  hal_id = {hal-04167420}\n}\n',
    'halId_s,title_s\nhal-04167420,Les pratiques numériques\n',
    'Par François Sorin, 2019, dans Vie sociale, 28. "halId_s": "hal-04167420"\n',
  ],
});

/** What a document with these fields becomes. */
function draftWith(fields: Record<string, unknown>): Draft {
  const text = JSON.stringify({ ...notice('Les pratiques numériques'), ...fields });
  return hal.parse({ text, line: 1, kind: 'record' }, originAt(1));
}
const unmapped = (draft: Draft) => (draft.unmapped ?? []).map(({ path, value }) => [path, value]);

const everyField: Omit<Draft, 'origin'> = {
  type: { list: 'hal', code: 'ART/ARTREV' },
  titles: [
    { role: 'main', text: { value: 'Répondre aux demandes d’aide numérique', lang: 'fr' } },
    {
      role: 'subtitle',
      text: { value: 'troubles dans la professionnalité des travailleurs sociaux', lang: 'fr' },
    },
    { role: 'translated', text: { value: 'Answering requests for digital help', lang: 'en' } },
  ],
  abstracts: [
    { value: 'Les agents voient les limites de leur travail redéfinies.', lang: 'fr' },
    { value: 'Social workers see their work redefined.', lang: 'en' },
  ],
  contributions: [
    {
      role: 'author',
      nameAsPrinted: 'Pierre Mazet',
      family: 'Mazet',
      given: 'Pierre',
      identifiers: [{ scheme: 'halauthorid', value: '101-0' }],
      affiliations: [],
    },
    {
      role: 'author',
      corresponding: true,
      nameAsPrinted: 'François Sorin',
      family: 'Sorin',
      given: 'François',
      identifiers: [
        { scheme: 'idhal', value: 'francois-sorin' },
        { scheme: 'idhal', value: '202' },
        { scheme: 'halauthorid', value: '102-202' },
      ],
      affiliations: [],
    },
    {
      role: 'translator',
      marcRelator: 'trl',
      nameAsPrinted: 'Ada Exemple',
      family: 'Exemple',
      given: 'Ada',
      identifiers: [{ scheme: 'halauthorid', value: '103-0' }],
      affiliations: [
        {
          nameAsPrinted: 'Inria',
          ids: [
            { scheme: 'hal-structure', value: '300009' },
            { scheme: 'ror', value: 'https://ror.org/02kvxyf05' },
          ],
          country: 'FR',
        },
      ],
    },
    { role: 'author', kind: 'organisation', nameAsPrinted: 'LabAccès', literal: 'LabAccès' },
  ],
  dates: [
    { event: 'published', words: '2021-06' },
    { event: 'publishedOnline', words: '2021-05-12' },
    { event: 'written', words: '2020' },
    { event: 'deposited', words: '2023-07-20 16:43:17' },
    { event: 'modified', words: '2024-02-02 10:00:00' },
  ],
  container: {
    type: 'journal',
    titles: [{ value: 'Terminal' }],
    shortTitles: ['Terminal'],
    issn: [
      { value: '0997-5551', medium: 'print' },
      { value: '2429-4578', medium: 'electronic' },
    ],
    identifiers: [{ scheme: 'hal-journal', value: '12345' }],
    url: 'https://journals.openedition.org/terminal/',
    isbn: [],
    editors: [{ role: 'editor', names: 'Ada Exemple' }],
    series: { title: { value: 'Dossiers' } },
  },
  position: { volume: '12', issue: '128', pages: 'pp. 13-28', articleNumber: '8' },
  event: {
    name: { value: 'Journées du LabAccès' },
    start: '2020-11-05',
    end: '2020-11',
    place: 'Rennes',
    country: 'FR',
  },
  publisher: { name: 'Association Creis-Terminal', place: 'Paris' },
  identifiers: [
    { scheme: 'hal', value: 'hal-04167420v2' },
    { scheme: 'hal', value: 'halshs-04167420' },
    { scheme: 'doi', value: '10.5555/terminal.128' },
    { scheme: 'nnt', value: '2020REN20001' },
    { scheme: 'arxiv', value: '0909.4280' },
    { scheme: 'pmid', value: '36439150' },
    { scheme: 'local', value: 'LA-12' },
  ],
  links: [
    { role: 'landing', url: 'https://hal.science/hal-04167420v2' },
    { role: 'fulltext', url: 'https://hal.science/hal-04167420/document' },
    { role: 'fulltext', url: 'https://hal.science/hal-04167420/file/terminal.pdf' },
    { role: 'fulltext', url: 'http://arxiv.org/pdf/0909.4280' },
    { role: 'supplement', url: 'https://hal.science/hal-04167420/file/annexe.pdf' },
    { role: 'publisher', url: 'https://journals.openedition.org/terminal/128' },
    { role: 'other', url: 'https://www.labacces.fr/' },
  ],
  languages: ['fr'],
  subjects: [
    { text: { value: 'Travail social', lang: 'fr' } },
    { text: { value: 'Social work', lang: 'en' } },
    {
      text: { value: 'Humanities and Social Sciences/Sociology', lang: 'en' },
      scheme: 'https://data.archives-ouvertes.fr/subject',
      concept: 'https://data.archives-ouvertes.fr/subject/shs.socio',
      code: 'shs.socio',
    },
    { text: { value: 'I38' }, scheme: 'https://namespace.ccsd.cnrs.fr/hal/metadata/jel' },
    { text: { value: 'Social Work' }, scheme: 'https://namespace.ccsd.cnrs.fr/hal/metadata/mesh' },
  ],
  access: { status: 'open' },
  licences: [{ words: 'http://creativecommons.org/licenses/by/' }],
  funding: [
    {
      funder: { name: 'Agence nationale de la recherche', ids: [] },
      awardNumber: 'ANR-18-CE38-0003',
      title: { value: 'Numérisation et analyse du Dictionnaire universel de Basnage' },
      acronym: 'BASNUM',
    },
    {
      funder: { name: 'European Commission', ids: [] },
      awardNumber: '654028',
      programme: 'H2020',
      acronym: 'IPERION CH',
    },
    { title: { value: 'Région Bretagne' } },
  ],
  relations: [{ type: 'isRelatedTo', target: { id: 'https://hal.science/hal-04167421' } }],
  review: { peerReviewed: true, audience: 'international', popularScience: false },
  notes: [
    { value: 'Article dans revue scientifique avec comité de lecture.' },
    { value: 'Issu d’une enquête en Ille-et-Vilaine.' },
  ],
  citationText: { value: 'Terminal, 2021, 128, pp.13-28. ⟨10.5555/terminal.128⟩' },
  unmapped: [
    { source: 'sample', path: 'collCode_s', value: ['SHS'] },
    { source: 'sample', path: 'committee_s', value: ['Ada Exemple'] },
    { source: 'sample', path: 'authORCIDIdExt_s', value: ['0000-0002-1825-0097'] },
    { source: 'sample', path: 'releasedDate_s', value: '2023-07-21 08:00:00' },
  ],
};

test('every field', () => {
  const [draft] = readAll(hal, sample('hal.json')).drafts;
  expect({ ...draft, origin: undefined }).toEqual(everyField);
});

test('the same record in JSON and in TEI is the same work where both say it', () => {
  const [json, tei] = [
    readAll(hal, sample('hal.json')).drafts[0],
    readAll(halTei, sample('hal-tei.xml')).drafts[0],
  ].map((draft) => draft && tidy(draft).thing);
  for (const field of [
    'type',
    'titles',
    'abstracts',
    'event',
    'publisher',
    'languages',
    'access',
    'licences',
    'funding',
    'status',
    'review',
    'notes',
    'citationText',
  ] as const) {
    expect(json?.[field], field).toEqual(tei?.[field]);
  }
  expect(json?.container?.issn).toEqual(tei?.container?.issn);
  expect(json?.container?.editors).toEqual(tei?.container?.editors);
  expect(json?.position?.pages).toEqual(tei?.position?.pages);
  expect(tei?.dates).toEqual(expect.arrayContaining([...(json?.dates ?? [])]));
  expect(tei?.identifiers).toEqual(
    expect.arrayContaining((json?.identifiers ?? []).filter(({ value }) => value !== 'halshs-04167420')),
  );
  expect(json?.contributions.map(({ role, family, literal }) => [role, family ?? literal])).toEqual(
    tei?.contributions.slice(0, 4).map(({ role, family, literal }) => [role, family ?? literal]),
  );
});

describe('the forms of an answer', () => {
  const docs = [notice('Les pratiques numériques'), notice('Vers l’État plateforme')];
  test.each<[string, unknown, number]>([
    ['an answer', { response: { numFound: 2, start: 0, docs } }, 2],
    ['an answer with its header first', { responseHeader: { status: 0 }, response: { docs } }, 2],
    ['an answer with a cursor', { response: { numFound: 2, docs }, nextCursorMark: 'AoE=' }, 2],
    ['an answer without documents', { response: { numFound: 0, start: 0, docs: [] } }, 0],
    ['a list', docs, 2],
    ['a document', docs[0], 1],
  ])('%s', (_form, value, count) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      expect(readAll(hal, text).drafts).toHaveLength(count);
      expect(readAll(hal, text).rejected).toEqual([]);
    }
  });
});

describe('types', () => {
  test.each<[string, Record<string, unknown>, Draft['type']]>([
    ['a type', { docType_s: 'COUV' }, { list: 'hal', code: 'COUV' }],
    [
      'a subtype that the list knows',
      { docType_s: 'REPORT', docSubType_s: 'TECHREPORT' },
      { list: 'hal', code: 'REPORT/TECHREPORT' },
    ],
    [
      'a subtype that it does not',
      { docType_s: 'REPORT', docSubType_s: 'DMP' },
      { list: 'hal', code: 'REPORT' },
    ],
    ['an article for all', { popularLevel_s: '1' }, { list: 'work', code: 'popularArticle' }],
    ['none', { docType_s: undefined }, undefined],
  ])('%s', (_case, fields, type) => {
    const draft = draftWith(fields);
    expect(draft.type).toEqual(type);
    if (fields.docSubType_s === 'DMP') expect(unmapped(draft)).toEqual([['docSubType_s', 'DMP']]);
  });

  test('what is in press and what is a preprint says so', () => {
    expect(draftWith({ inPress_bool: true }).status).toBe('inPress');
    expect(draftWith({ docType_s: 'UNDEFINED' }).status).toBe('preprint');
    expect(draftWith({ docType_s: 'UNDEFINED', docSubType_s: 'WORKINGPAPER' }).status).toBeUndefined();
  });
});

describe('titles and texts', () => {
  test('the title in the language of the text is the main one, and no language is guessed', () => {
    const { titles } = draftWith({
      title_s: ['Digital practices', 'Les pratiques numériques', 'Prácticas'],
      en_title_s: ['Digital practices'],
    });
    expect(titles).toEqual([
      { role: 'main', text: { value: 'Les pratiques numériques', lang: 'fr' } },
      { role: 'translated', text: { value: 'Digital practices', lang: 'en' } },
      { role: 'alternative', text: { value: 'Prácticas' } },
    ]);
  });

  test('L1 keywords stay a list, whatever signs they hold', () => {
    const { subjects } = draftWith({ fr_keyword_s: ['inclusion (ville, campagne)', 'droits ; accès'] });
    expect(subjects?.map(({ text }) => text.value)).toEqual([
      'inclusion (ville, campagne)',
      'droits ; accès',
    ]);
  });

  test('of domains counted by level, those that no other goes into', () => {
    const { subjects } = draftWith({ domain_s: ['0.shs', '1.shs.socio', '0.info', '0.shs'] });
    expect(subjects?.map(({ code }) => code)).toEqual(['shs.socio', 'info']);
  });
});

describe('people', () => {
  const three = { authFullName_s: ['Pierre Mazet', 'François Sorin', 'Ada Exemple'] };

  test('N5 lists that are shorter than the authors are kept, for nobody can say whose their values are', () => {
    const draft = draftWith({
      ...three,
      authLastName_s: ['Mazet', 'Sorin', 'Exemple'],
      authFirstName_s: ['Pierre', 'Ada'],
      authMiddleName_s: ['B.'],
      authORCIDIdExt_s: ['0000-0002-1825-0097'],
      authIdHal_s: ['francois-sorin'],
    });
    expect(draft.contributions?.map(({ family, given }) => [family, given])).toEqual([
      ['Mazet', 'Pierre'],
      ['Sorin', 'François'],
      ['Exemple', 'Ada'],
    ]);
    expect(draft.contributions?.flatMap(({ identifiers }) => identifiers)).toEqual([]);
    expect(unmapped(draft)).toEqual([
      ['authMiddleName_s', ['B.']],
      ['authIdHal_s', ['francois-sorin']],
      ['authORCIDIdExt_s', ['0000-0002-1825-0097']],
    ]);
  });

  test('N5 a value for each author, or all values for the only one, are theirs', () => {
    const alone = draftWith({
      authLastName_s: ['Sorin'],
      authFirstName_s: ['François'],
      authMiddleName_s: ['M.'],
      authOrcidIdExt_s: ['0000-0002-1825-0097'],
      authIdHal_s: ['francois-sorin'],
      authArXivIdExt_s: ['https://arxiv.org/a/romary_l_1'],
    });
    expect(alone.contributions).toEqual([
      {
        role: 'author',
        nameAsPrinted: 'François Sorin',
        family: 'Sorin',
        given: 'François M.',
        identifiers: [
          { scheme: 'idhal', value: 'francois-sorin' },
          { scheme: 'orcid', value: '0000-0002-1825-0097' },
          { scheme: 'arxiv-author', value: 'https://arxiv.org/a/romary_l_1' },
        ],
        affiliations: [],
      },
    ]);
  });

  test.each<[string, unknown]>([
    [
      'authFullNameIdHal_fs',
      ['Pierre Mazet_FacetSep_', 'François Sorin_FacetSep_francois-sorin', 'Ada Exemple_FacetSep_'],
    ],
    [
      'authIdHalFullName_fs',
      ['_FacetSep_Pierre Mazet', 'francois-sorin_FacetSep_François Sorin', '_FacetSep_Ada Exemple'],
    ],
  ])('reads an IdHAL beside its name in %s', (field, value) => {
    const { contributions } = draftWith({ ...three, [field]: value });
    expect(
      contributions?.map(({ nameAsPrinted, identifiers }) => [nameAsPrinted, identifiers?.[0]?.value]),
    ).toEqual([
      ['Pierre Mazet', undefined],
      ['François Sorin', 'francois-sorin'],
      ['Ada Exemple', undefined],
    ]);
  });

  test('an author signs for the structures that his own composed field names, those above them kept apart', () => {
    const draft = draftWith({
      authFullNameFormIDPersonIDIDHal_fs: [
        'Ada Exemple_FacetSep_103-0_FacetSep_',
        'Ada Exemple_FacetSep_104-0_FacetSep_',
      ],
      authIdHasPrimaryStructure_fs: [
        '104-0_FacetSep_Ada Exemple_JoinSep_413106_FacetSep_Inria|LORIA',
        '105-0_FacetSep_Nobody_JoinSep_300009_FacetSep_Inria',
      ],
      authIdHasStructure_fs: [
        '104-0_FacetSep_Ada Exemple_JoinSep_413106_FacetSep_Inria|LORIA',
        '104-0_FacetSep_Ada Exemple_JoinSep_441569_FacetSep_CNRS',
      ],
      structId_i: [413106, 441569],
      structCountry_s: ['fr', 'fr'],
      structRnsrIdExt_s: ['201222424X'],
      labStructId_i: [413106],
      labStructRnsrIdExt_s: ['201222424X'],
    });
    expect(draft.contributions?.map(({ affiliations }) => affiliations)).toEqual([
      [],
      [
        {
          nameAsPrinted: 'Inria/LORIA',
          ids: [
            { scheme: 'hal-structure', value: '413106' },
            { scheme: 'rnsr', value: '201222424X' },
          ],
          country: 'FR',
        },
      ],
    ]);
    expect(unmapped(draft)).toEqual([
      ['authIdHasStructure_fs', ['104-0_FacetSep_Ada Exemple_JoinSep_441569_FacetSep_CNRS']],
      ['authIdHasPrimaryStructure_fs', ['105-0_FacetSep_Nobody_JoinSep_300009_FacetSep_Inria']],
    ]);
  });

  test('structures that nobody signs for are kept', () => {
    expect(unmapped(draftWith({ structName_s: ['Inria'], structId_i: [300009] }))).toEqual([
      ['structId_i', [300009]],
      ['structName_s', ['Inria']],
    ]);
  });

  test('a role that the model has no word for is kept, and whoever deposited the record is no author', () => {
    const draft = draftWith({ authQuality_s: ['coding'], contributorFullName_s: 'Ada Exemple' });
    expect(draft.contributions).toHaveLength(1);
    expect(draft.contributions?.[0]?.role).toBe('contributor');
    expect(unmapped(draft)).toEqual([['authQuality_s', ['coding']]]);
  });
});

describe('dates', () => {
  test.each<[string, Record<string, unknown>, string | undefined]>([
    [
      'the text says it',
      { publicationDate_s: '2023', publicationDate_tdate: '2023-01-01T00:00:00Z' },
      '2023',
    ],
    ['a padded copy is a year', { publicationDate_tdate: '2023-01-01T00:00:00Z' }, '2023'],
    ['a padded copy is a month', { publicationDate_tdate: '2023-06-01T00:00:00Z' }, '2023-06'],
    ['a copy that is not padded is a day', { publicationDate_tdate: '2023-06-15T00:00:00Z' }, '2023-06-15'],
    ['numbers', { publicationDateY_i: 2023, publicationDateM_i: 6 }, '2023-06'],
    ['padded numbers', { publicationDateY_i: 2023, publicationDateM_i: 1, publicationDateD_i: 1 }, '2023'],
    ['a spoilt copy', { publicationDate_tdate: '-2016-33-01XX0:00:00Z' }, '-2016-33-01XX0:00:00Z'],
    ['a number', { publicationDate_s: 123 }, '123'],
    ['a produced year', { producedDate_s: '2018' }, '2018'],
    [
      'a produced day that is not that of the deposit',
      { producedDate_s: '2018-03-02', submittedDate_s: '2019-01-01 10:00:00' },
      '2018-03-02',
    ],
    ['a produced day alone', { producedDate_s: '2018-03-02' }, undefined],
    [
      'the day of the deposit',
      { producedDate_s: '2019-01-01', submittedDate_s: '2019-01-01 10:00:00' },
      undefined,
    ],
    [
      'the day of a conference',
      { docType_s: 'COMM', publicationDate_s: '2020-06-02', conferenceStartDate_s: '2020-06-02' },
      undefined,
    ],
    [
      'the day of a defence',
      { docType_s: 'THESE', publicationDate_s: '2020-06-02', defenseDate_s: '2020-06-02' },
      undefined,
    ],
  ])('D1 never invents precision or an event: %s', (_case, fields, expected) => {
    const { dates } = draftWith(fields);
    expect(dates?.find(({ event }) => event === 'published')?.words).toBe(expected);
  });

  test('a produced date that may be that of the deposit is kept', () => {
    expect(unmapped(draftWith({ producedDate_s: '2018-03-02' }))).toEqual([['producedDate_s', '2018-03-02']]);
  });
});

describe('what holds the work', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown> | undefined]>([
    [
      'a chapter in a book',
      { docType_s: 'COUV', bookTitle_s: 'Anthologie', isbn_s: '9782377473205', serie_s: 'Moyen Âge' },
      {
        type: 'book',
        titles: [{ value: 'Anthologie' }],
        isbn: ['9782377473205'],
        editors: [],
        series: { title: { value: 'Moyen Âge' } },
      },
    ],
    [
      'a paper in proceedings',
      { docType_s: 'COMM', source_s: 'Proceedings of LREC', scientificEditor_s: ['Ada Exemple (éd.)'] },
      {
        type: 'proceedings',
        titles: [{ value: 'Proceedings of LREC' }],
        isbn: [],
        editors: [{ role: 'editor', names: 'Ada Exemple' }],
      },
    ],
    [
      'a book in a series',
      { docType_s: 'OUV', serie_s: 'Moyen Âge', seriesEditor_s: ['Ada Exemple'] },
      {
        type: 'series',
        titles: [{ value: 'Moyen Âge' }],
        editors: [{ role: 'editor', names: 'Ada Exemple' }],
      },
    ],
    ['nothing', { docType_s: 'OUV', isbn_s: '9782377473205' }, undefined],
  ])('%s', (_case, fields, container) => {
    expect(draftWith(fields).container).toEqual(container);
  });

  test('the number and the editors of a whole book are its own', () => {
    const draft = draftWith({
      docType_s: 'OUV',
      isbn_s: ['9782377473205'],
      scientificEditor_s: ['Ada Exemple'],
    });
    expect(draft.identifiers).toContainEqual({ scheme: 'isbn', value: '9782377473205' });
    expect(draft.contributions?.at(-1)).toEqual({ role: 'editor', names: 'Ada Exemple' });
  });

  test('the institution of a thesis publishes it, and its director supervised it', () => {
    const draft = draftWith({
      docType_s: 'THESE',
      authorityInstitution_s: ['Université Rennes 2'],
      director_s: ['Pierre Mazet'],
      thesisSchool_s: 'ELICC',
    });
    expect(draft.publisher?.name).toBe('Université Rennes 2');
    expect(draft.contributions?.at(-1)).toEqual({ role: 'supervisor', names: 'Pierre Mazet' });
    expect(unmapped(draft)).toEqual([['thesisSchool_s', 'ELICC']]);
  });

  test('the number of a report is an identifier', () => {
    const draft = draftWith({ docType_s: 'REPORT', number_s: ['D 2.1'] });
    expect(draft.identifiers).toContainEqual({ scheme: 'report-number', value: 'D 2.1' });
    expect(draft.position).toBeUndefined();
  });
});

describe('identifiers, access and leftovers', () => {
  test('I6 a HAL id stands with its version, and addresses as they are', () => {
    const { identifiers, links } = draftWith({ version_i: 6, uri_s: 'https://hal.science/hal-04167420v6' });
    expect(identifiers).toEqual([{ scheme: 'hal', value: 'hal-04167420v6' }]);
    expect(links).toEqual([{ role: 'landing', url: 'https://hal.science/hal-04167420v6' }]);
  });

  test.each<[Record<string, unknown>, unknown]>([
    [{ openAccess_bool: true }, { status: 'open' }],
    [{ openAccess_bool: false, submitType_s: 'notice' }, { status: 'metadataOnly' }],
    [{ openAccess_bool: false, submitType_s: 'file' }, undefined],
    [{}, undefined],
  ])('%j gives the access %j', (fields, access) => {
    expect(draftWith(fields).access).toEqual(access);
  });

  test('projects whose lists are not as long are not mixed up', () => {
    const draft = draftWith({
      europeanProjectReference_s: ['654028', '313193'],
      europeanProjectAcronym_s: ['IPERION CH'],
    });
    expect(draft.funding?.map(({ awardNumber, acronym }) => [awardNumber, acronym])).toEqual([
      ['654028', undefined],
      ['313193', undefined],
    ]);
    expect(unmapped(draft)).toEqual([['europeanProjectAcronym_s', ['IPERION CH']]]);
  });

  test('what HAL copies or counts is left out, and every other field is kept', () => {
    const draft = draftWith({
      title_t: ['x'],
      fr_title_sort: 'x',
      title_autocomplete: ['x'],
      doiId_id: 'x',
      label_xml: '<TEI/>',
      structHasAuthId_fs: ['x'],
      journalSherpaColor_s: 'green',
      labStructAcronym_s: ['LA'],
      structAcronym_s: ['LA', 'LB'],
      collCode_s: ['SHS'],
      somethingNew_s: [{ a: 1 }],
      empty_s: [],
    });
    expect(unmapped(draft)).toEqual([
      ['structAcronym_s', ['LA', 'LB']],
      ['collCode_s', ['SHS']],
      ['somethingNew_s', [{ a: 1 }]],
    ]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['authLastName_s', { authLastName_s: { a: 1 } }],
    ['docType_s', { docType_s: [['ART']] }],
    ['title_s', { title_s: [{ fr: 'x' }] }],
    ['volume_s', { volume_s: true }],
    ['inPress_bool', { inPress_bool: 'perhaps' }],
  ])('keeps a value of %s that is no text', (path, fields) => {
    expect(unmapped(draftWith(fields))).toContainEqual([path, fields[path]]);
  });

  test('a list of authors that no work has is refused', () => {
    expect(() => draftWith({ authFullName_s: Array.from({ length: 50_001 }, () => 'Ada Exemple') })).toThrow(
      Unreadable,
    );
  });
});

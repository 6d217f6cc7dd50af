import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../pipeline/base/draft.ts';
import { halTei } from '../../pipeline/read/hal-tei.ts';
import { readAll, readerContract } from './contract.ts';

const sample = readFileSync(new URL('./samples/hal-tei.xml', import.meta.url), 'utf8');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const analytic = (title: string) =>
  `<analytic><title xml:lang="fr">${escaped(title)}</title><author role="aut"><persName><forename type="first">François</forename><surname>Sorin</surname></persName></author></analytic>`;

/** A record with these contents beside a title and an author. */
function notice(title: string, parts: { readonly [name: string]: string } = {}): string {
  const { struct = '', monogr = '', profile = '', before = '' } = parts;
  return `<biblFull>
${before}<sourceDesc><biblStruct>${analytic(title)}<monogr>${monogr}</monogr>${struct}</biblStruct></sourceDesc>
<profileDesc>${profile}</profileDesc>
</biblFull>`;
}
const document = (...records: readonly string[]) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listBibl>\n${records.join('\n')}\n</listBibl></body></text></TEI>`;
const awkwardTitle =
  "Les pratiques numériques : entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil <i>d’abord</i> 📚";

readerContract(halTei, {
  one: document(notice('Les pratiques numériques')),
  two: document(notice('Les pratiques numériques'), notice('Vers l’État plateforme')),
  broken: document(
    notice('Les pratiques numériques'),
    notice('Répondre').replace('</analytic>', ''),
    notice('Vers l’État plateforme'),
  ),
  awkward: document(notice(awkwardTitle)),
  awkwardTitle,
  others: [
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><record><metadata><dc>x</dc></metadata></record></OAI-PMH>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Prose</p></body></text></TEI>',
    '<resource xmlns="http://datacite.org/schema/kernel-4"><titles><title>x</title></titles></resource>',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    '<html><p>Par François Sorin, 2019, dans Vie sociale, 28.</p></html>',
    '{"halId_s":"hal-04167420","label_xml":"<TEI><biblFull>"}',
    '@article{sorin2019,\n  title = {<TEI><biblFull >},\n}\n',
    'Par François Sorin, dans <TEI> et <biblFull>\n',
  ],
});

/** What a record with these contents becomes. */
function draftWith(parts: { readonly [name: string]: string }, back = ''): Draft {
  const text = document(notice('Les pratiques numériques', parts)).replace(
    '</text>',
    `<back>${back}</back></text>`,
  );
  const [draft] = readAll(halTei, text).drafts;
  if (!draft) throw new Error('no record');
  return draft;
}
const unmapped = (draft: Draft) => (draft.unmapped ?? []).map(({ path, value }) => [path, value]);
const typed = (code: string) =>
  `<textClass><classCode scheme="halTypology" n="${code}">x</classCode></textClass>`;

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
      emailSha: 'd714b8a95bd857a37405a7b56db9108b60ae42bd',
    },
    {
      role: 'translator',
      marcRelator: 'trl',
      nameAsPrinted: 'Ada B. Exemple',
      family: 'Exemple',
      given: 'Ada B.',
      identifiers: [
        { scheme: 'halauthorid', value: '103-0' },
        { scheme: 'orcid', value: 'https://orcid.org/0000-0002-1825-0097' },
      ],
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
    { role: 'supervisor', names: 'Pierre Mazet' },
  ],
  dates: [
    { event: 'published', words: '2021-06' },
    { event: 'publishedOnline', words: '2021-05-12' },
    { event: 'written', words: '2020' },
    { event: 'deposited', words: '2023-07-20 16:43:17' },
    { event: 'modified', words: '2024-02-02 10:00:00' },
    { event: 'available', words: '2023-07-20' },
  ],
  container: {
    type: 'journal',
    titles: [{ value: 'Terminal' }],
    shortTitles: [],
    issn: [
      { value: '0997-5551', medium: 'print' },
      { value: '2429-4578', medium: 'electronic' },
    ],
    identifiers: [{ scheme: 'hal-journal', value: '12345' }],
    isbn: [],
    editors: [{ role: 'editor', names: 'Ada Exemple' }],
    series: { title: { value: 'Dossiers' } },
  },
  position: { volume: '12', issue: '128', pages: 'pp. 13-28' },
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
    { scheme: 'doi', value: '10.5555/terminal.128' },
    { scheme: 'arxiv', value: '0909.4280' },
    { scheme: 'pmid', value: '36439150' },
    { scheme: 'nnt', value: '2020REN20001' },
    { scheme: 'local', value: 'LA-12' },
  ],
  links: [
    { role: 'landing', url: 'https://hal.science/hal-04167420' },
    { role: 'fulltext', url: 'https://hal.science/hal-04167420/document', from: '2023-07-20' },
    {
      role: 'fulltext',
      url: 'https://hal.science/hal-04167420/file/terminal.pdf',
      version: 'published',
      from: '2023-07-20',
    },
    { role: 'supplement', url: 'https://hal.science/hal-04167420/file/annexe.pdf' },
    { role: 'fulltext', url: 'http://arxiv.org/pdf/0909.4280' },
    { role: 'publisher', url: 'https://journals.openedition.org/terminal/128' },
    { role: 'other', url: 'https://www.labacces.fr/' },
  ],
  languages: ['fr'],
  subjects: [
    { text: { value: 'Travail social', lang: 'fr' } },
    { text: { value: 'Social work', lang: 'en' } },
    { text: { value: 'I38' }, scheme: 'https://namespace.ccsd.cnrs.fr/hal/metadata/jel' },
    { text: { value: 'Social Work' }, scheme: 'https://namespace.ccsd.cnrs.fr/hal/metadata/mesh' },
    {
      text: { value: 'Humanities and Social Sciences/Sociology' },
      scheme: 'https://data.archives-ouvertes.fr/subject',
      concept: 'https://data.archives-ouvertes.fr/subject/shs.socio',
      code: 'shs.socio',
    },
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
      programme: 'H2020',
      awardNumber: '654028',
      acronym: 'IPERION CH',
    },
    { title: { value: 'Région Bretagne' } },
  ],
  relations: [{ type: 'isPartOf', target: { id: 'https://hal.science/hal-04167421' } }],
  review: { peerReviewed: true, audience: 'international', popularScience: false },
  notes: [
    { value: 'Article dans revue scientifique avec comité de lecture.' },
    { value: 'Issu d’une enquête en Ille-et-Vilaine.' },
  ],
  citationText: { value: 'Terminal, 2021, 128, pp.13-28. &#x27E8;10.5555/terminal.128&#x27E9;' },
  unmapped: [
    {
      source: 'sample',
      path: "seriesStmt/idno[@type='stamp']",
      value: { '@n': 'SHS', content: "Sciences de l'Homme et de la Société" },
    },
    {
      source: 'sample',
      path: "listOrg/org[@xml:id='struct-300009']",
      value: {
        acronym: 'INRIA',
        address: 'Le Chesnay',
        url: 'https://www.inria.fr/',
        above: ['Centre National de la Recherche Scientifique'],
      },
    },
    { source: 'sample', path: "notesStmt/note[@type='invited']", value: { '@n': '0', content: 'No' } },
    {
      source: 'sample',
      path: 'sourceDesc/biblStruct/monogr/respStmt',
      value: [{ resp: 'conferenceOrganizer' }, { name: 'LabAccès' }],
    },
    { source: 'sample', path: 'sourceDesc/biblStruct/series/editor', value: 'Ada Exemple' },
    {
      source: 'sample',
      path: "sourceDesc/biblStruct/monogr/authority[@type='jury']",
      value: 'Ada Exemple [Rapporteuse]',
    },
    {
      source: 'sample',
      path: 'editionStmt/edition',
      value: { '@n': 'v1', content: [{ date: '2022-01-10 09:00:00' }] },
    },
    {
      source: 'sample',
      path: "editionStmt/edition[@type='current']/date[@type='whenReleased']",
      value: '2023-07-21 08:00:00',
    },
    { source: 'sample', path: 'sourceDesc/biblStruct/analytic/author[2]/orgName', value: 'Inria' },
    {
      source: 'sample',
      path: "listOrg/org[@type='europeanProject']/date[@type='start']",
      value: '2015-05-01',
    },
  ],
};

test('every field', () => {
  const [draft] = readAll(halTei, sample).drafts;
  expect({ ...draft, origin: undefined }).toEqual(everyField);
});

describe('the forms of a document', () => {
  const org = (id: string, name: string, above = '') =>
    `<org xml:id="${id}"><orgName>${name}</orgName>${above}</org>`;
  const signed = (title: string, id: string) =>
    notice(title).replace('</author>', `<affiliation ref="#${id}"/></author>`);

  test('each record gets the organisations that it names, wherever they stand', () => {
    const text = document(signed('Un', 'struct-1'), signed('Deux', 'struct-2')).replace(
      '</text>',
      `<back><listOrg>${org('struct-1', 'Inria', '<listRelation><relation active="#struct-3"/></listRelation>')}${org('struct-2', 'LORIA')}${org('struct-3', 'CNRS')}${org('struct-4', 'Nobody')}</listOrg></back></text>`,
    );
    const { drafts } = readAll(halTei, text);
    expect(drafts.map(({ contributions }) => contributions?.[0]?.affiliations)).toEqual([
      [{ nameAsPrinted: 'Inria', ids: [{ scheme: 'hal-structure', value: '1' }] }],
      [{ nameAsPrinted: 'LORIA', ids: [{ scheme: 'hal-structure', value: '2' }] }],
    ]);
    const pieces = [...halTei.cut(text)];
    expect(
      pieces.map((piece) => ['Inria', 'LORIA', 'CNRS', 'Nobody'].filter((name) => piece.text.includes(name))),
    ).toEqual([['Inria', 'CNRS'], ['LORIA']]);
  });

  test('an organisation may say its number in place of an id', () => {
    const text = document(signed('Un', 'struct-1')).replace(
      '</text>',
      '<back><listOrg><org><idno type="halStructureId">1</idno><orgName>Inria</orgName></org></listOrg></back></text>',
    );
    const [draft] = readAll(halTei, text).drafts;
    expect(draft?.contributions?.[0]?.affiliations).toEqual([
      { nameAsPrinted: 'Inria', ids: [{ scheme: 'hal-structure', value: '1' }] },
    ]);
    expect(draft?.unmapped).toEqual([]);
  });

  test('records of OAI-PMH keep to the organisations of their own document', () => {
    const record = (title: string, name: string) =>
      `<record><header><identifier>oai:HAL:hal-1v1</identifier></header><metadata>${document(signed(title, 'localStruct-1')).replace('</text>', `<back><listOrg>${org('localStruct-1', name)}</listOrg></back></text>`)}</metadata></record>`;
    const text = `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>${record('Un', 'Inria')}${record('Deux', 'LORIA')}<record><header status="deleted"><identifier>oai:HAL:hal-2</identifier></header></record></ListRecords></OAI-PMH>`;
    expect(halTei.sniff(text)).toBe(true);
    const { drafts, rejected } = readAll(halTei, text);
    expect(rejected).toEqual([]);
    expect(drafts.map(({ contributions }) => contributions?.[0]?.affiliations?.[0]?.nameAsPrinted)).toEqual([
      'Inria',
      'LORIA',
    ]);
    expect([...halTei.cut(text)].map(({ kind }) => kind)).toEqual(['record', 'record', 'aside']);
  });

  test('an organisation that cannot be read spoils no record', () => {
    const text = document(signed('Un', 'struct-1')).replace(
      '</text>',
      '<back><listOrg><org xml:id="struct-1"><orgName>Inria</org></listOrg></back></text>',
    );
    const { drafts, rejected } = readAll(halTei, text);
    expect(rejected).toEqual([]);
    expect(drafts.map(unmapped)).toEqual([
      [['sourceDesc/biblStruct/analytic/author[1]/affiliation', { '@ref': '#struct-1' }]],
    ]);
  });

  test('reads prefixed elements as well', () => {
    const text = document(notice('Les pratiques numériques'))
      .replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1tei:')
      .replace('xmlns=', 'xmlns:tei=');
    expect(halTei.sniff(text)).toBe(true);
    expect(readAll(halTei, text).drafts[0]?.titles?.[0]?.text.value).toBe('Les pratiques numériques');
  });

  test('refuses a record that is only too large with its organisations', () => {
    const orgs = ['struct-1', 'struct-2'].map((id) => org(id, 'x'.repeat(9_000_000)));
    const text = document(signed('Un', 'struct-1 #struct-2'), notice('Deux')).replace(
      '</text>',
      `<back><listOrg>${orgs.join('')}</listOrg></back></text>`,
    );
    const { drafts, rejected } = readAll(halTei, text);
    expect(rejected.map(({ error }) => error.words.en)).toEqual([
      'record of more than 16 million characters',
    ]);
    expect(drafts.map(({ titles }) => titles?.[0]?.text.value)).toEqual(['Deux']);
  });

  test('does not put the same organisations into more records than the text is long', () => {
    const heavy = org('struct-1', 'x'.repeat(100_000));
    const text = document(...Array.from({ length: 400 }, () => signed('Un', 'struct-1'))).replace(
      '</text>',
      `<back><listOrg>${heavy}</listOrg></back></text>`,
    );
    const size = [...halTei.cut(text)].reduce((sum, piece) => sum + piece.text.length, 0);
    expect(size).toBeLessThan(text.length * 12);
  });
});

describe('people', () => {
  const author = (inside: string, role = 'aut') => {
    const draft = draftWith({});
    const text = document(
      notice('Un').replace(/<author role="aut">.*<\/author>/, `<author role="${role}">${inside}</author>`),
    );
    return readAll(halTei, text).drafts[0] ?? draft;
  };

  test.each<[string, string, Record<string, unknown>]>([
    [
      'a middle name is a given name',
      '<persName><forename type="first">Jae</forename><forename type="middle">W.</forename><surname>Choe</surname></persName>',
      { nameAsPrinted: 'Jae W. Choe', family: 'Choe', given: 'Jae W.' },
    ],
    ['a name in one piece', '<persName>Ada Exemple</persName>', { nameAsPrinted: 'Ada Exemple' }],
    [
      'N1 an author without a person’s name is an organisation',
      '<orgName>Ministère de la Culture, département des études</orgName>',
      {
        kind: 'organisation',
        nameAsPrinted: 'Ministère de la Culture, département des études',
        literal: 'Ministère de la Culture, département des études',
      },
    ],
    ['bare words', 'Ada Exemple', { nameAsPrinted: 'Ada Exemple' }],
  ])('%s', (_case, inside, name) => {
    expect(author(inside).contributions).toEqual([
      { role: 'author', identifiers: [], affiliations: [], ...name },
    ]);
  });

  test.each<[string, Record<string, unknown>, readonly unknown[]]>([
    ['crp', { role: 'author', corresponding: true }, []],
    ['trl', { role: 'translator', marcRelator: 'trl' }, []],
    ['ths', { role: 'supervisor', marcRelator: 'ths' }, []],
    ['edt', { role: 'editor', marcRelator: 'edt' }, []],
    ['oth', { role: 'other', marcRelator: 'oth' }, []],
    ['coding', { role: 'contributor' }, [['sourceDesc/biblStruct/analytic/author[1]/@role', 'coding']]],
  ])('the role %s', (code, role, left) => {
    const draft = author('<persName><surname>Sorin</surname></persName>', code);
    expect(draft.contributions?.[0]).toMatchObject(role);
    expect(unmapped(draft)).toEqual(left);
  });

  test('the address of an author becomes a hash, and is kept nowhere', () => {
    const draft = author('<persName><surname>Exemple</surname></persName><email>ada@example.org</email>');
    expect(draft.contributions?.[0]?.emailSha).toMatch(/^[0-9a-f]{40}$/);
    expect(JSON.stringify(draft)).not.toContain('ada@example.org');
  });

  test('who deposited the record is no author, and authors of titleStmt count where there are no others', () => {
    const inTitle =
      '<titleStmt><author role="aut"><persName><surname>Mazet</surname></persName></author><editor role="depositor"><persName><surname>Exemple</surname></persName></editor></titleStmt>';
    const alone = document(
      notice('Un', { before: inTitle }).replace(
        /<author role="aut"><persName><forename.*<\/author>(?=<\/analytic>)/,
        '',
      ),
    );
    expect(readAll(halTei, alone).drafts[0]?.contributions?.map(({ family }) => family)).toEqual(['Mazet']);
    const both = draftWith({ before: inTitle });
    expect(both.contributions?.map(({ family }) => family)).toEqual(['Sorin']);
    expect(unmapped(both)).toEqual([
      ['titleStmt/author[1]', { '@role': 'aut', content: [{ persName: [{ surname: 'Mazet' }] }] }],
    ]);
  });
});

describe('dates', () => {
  const imprint = (dates: string) => draftWith({ monogr: `<imprint>${dates}</imprint>` });
  test.each<[string, string, unknown, string | undefined]>([
    ['a year', '<date type="datePub">2022</date>', [{ event: 'published', words: '2022' }], undefined],
    [
      'online and defended',
      '<date type="dateEpub">2020</date><date type="dateDefended">2014-03-26</date>',
      [
        { event: 'publishedOnline', words: '2020' },
        { event: 'defended', words: '2014-03-26' },
      ],
      undefined,
    ],
    [
      'in press',
      '<date type="datePub" subtype="inPress">2024</date>',
      [{ event: 'published', words: '2024' }],
      'inPress',
    ],
    [
      'of unknown precision',
      '<date type="datePub" precision="unknown">1982</date>',
      [{ event: 'published', words: '1982?' }],
      undefined,
    ],
  ])('D1 says a date as it is said: %s', (_case, dates, expected, status) => {
    const draft = imprint(dates);
    expect(draft.dates).toEqual(expected);
    expect(draft.status).toBe(status);
  });

  const edition = (dates: string) =>
    draftWith({ before: `<editionStmt><edition type="current">${dates}</edition></editionStmt>` });
  test('the date that HAL sorts by is no date of publication', () => {
    const draft = edition(
      '<date type="whenSubmitted">2020-06-06 02:14:14</date><date type="whenProduced">2013</date>',
    );
    expect(draft.dates).toEqual([{ event: 'deposited', words: '2020-06-06 02:14:14' }]);
    expect(unmapped(draft)).toEqual([
      ["editionStmt/edition[@type='current']/date[@type='whenProduced']", '2013'],
    ]);
    expect(
      unmapped(
        edition(
          '<date type="whenSubmitted">2020-06-06 02:14:14</date><date type="whenProduced">2020-06-06</date>',
        ),
      ),
    ).toEqual([]);
  });

  test.each<[string, string, unknown]>([
    ['no file', '', { status: 'metadataOnly' }],
    [
      'a file to be seen',
      '<ref type="file" target="https://hal.science/hal-1/document"><date notBefore="2020-01-01"/></ref>',
      { status: 'open' },
    ],
    [
      'a file under embargo',
      '<ref type="file" target="https://hal.science/hal-1/document"><date notBefore="2022-01-01"/></ref>',
      { status: 'embargoed', embargoUntil: '2022-01-01' },
    ],
    [
      'a copy elsewhere',
      '<ref type="externalLink" target="http://arxiv.org/pdf/0909.4280"/>',
      { status: 'open' },
    ],
  ])('%s in an export gives the access', (_case, ref, access) => {
    expect(edition(`<date type="whenModified">2020-06-06 02:14:14</date>${ref}`).access).toEqual(access);
    expect(edition(ref).access).toBeUndefined();
  });
});

describe('what holds the work', () => {
  test.each<[string, string]>([
    ['an extent', '8 p'],
    ['nothing', '-'],
    ['a number of a journal without pages', '1002629'],
  ])('pages as they are printed: %s', (_case, printed) => {
    const draft = draftWith({ monogr: `<imprint><biblScope unit="pp">${printed}</biblScope></imprint>` });
    expect(draft.position?.pages).toBe(printed);
  });

  test('P2 a double issue stays as printed', () => {
    const draft = draftWith({ monogr: '<imprint><biblScope unit="issue">1-2</biblScope></imprint>' });
    expect(draft.position?.issue).toBe('1-2');
  });

  test('a chapter stands in its book, with its editors', () => {
    const draft = draftWith({
      monogr:
        '<idno type="isbn">9782377473205</idno><title level="m">Anthologie</title><editor>Ada Exemple, Pierre Mazet (dir.)</editor>',
      profile: typed('COUV'),
    });
    expect(draft.container).toEqual({
      type: 'book',
      titles: [{ value: 'Anthologie' }],
      isbn: ['9782377473205'],
      editors: [{ role: 'editor', names: 'Ada Exemple, Pierre Mazet' }],
    });
    expect(draft.identifiers).toEqual([]);
  });

  test.each<[string, string, unknown]>([
    ['REPORT', 'reportNumber', { scheme: 'report-number', value: '12' }],
    ['PATENT', 'patentNumber', { scheme: 'patent-number', value: '12' }],
  ])('the number of a %s is its own', (code, kind, identifier) => {
    const draft = draftWith({ monogr: `<idno type="${kind}">12</idno>`, profile: typed(code) });
    expect(draft.identifiers).toEqual([identifier]);
  });
});

describe('what else is said', () => {
  test.each<[string, string, unknown]>([
    [
      'isVersionOf',
      'https://hal.science/hal-1',
      { type: 'isVersionOf', target: { id: 'https://hal.science/hal-1' } },
    ],
    [
      'References',
      'https://hal.science/hal-1',
      { type: 'cites', target: { id: 'https://hal.science/hal-1' } },
    ],
    [
      'illustrate',
      'related description',
      { type: 'isSupplementTo', target: { citation: 'related description' } },
    ],
    [
      'Documents',
      'https://hal.science/hal-1',
      { type: 'isRelatedTo', target: { id: 'https://hal.science/hal-1' } },
    ],
  ])('the relation %s to %s', (kind, target, relation) => {
    expect(draftWith({ struct: `<relatedItem type="${kind}" target="${target}"/>` }).relations).toEqual([
      relation,
    ]);
  });

  test('a project that is not described is kept', () => {
    const draft = draftWith({ before: '<titleStmt><funder ref="#projanr-25468"/></titleStmt>' });
    expect(draft.funding).toEqual([]);
    expect(unmapped(draft)).toEqual([['titleStmt/funder', { '@ref': '#projanr-25468' }]]);
  });

  test('an abstract is read with or without paragraphs, and `und` is no language', () => {
    const draft = draftWith({
      profile:
        '<abstract xml:lang="fr"><p>Un.</p><p>Deux.</p></abstract><abstract xml:lang="und">Three.</abstract>',
    });
    expect(draft.abstracts).toEqual([{ value: 'Un.\n\nDeux.', lang: 'fr' }, { value: 'Three.' }]);
  });

  test('a licence without an address is its words', () => {
    const draft = draftWith({
      before:
        '<publicationStmt><availability status="restricted"><licence>GNU GPL 3</licence></availability></publicationStmt>',
    });
    expect(draft.licences).toEqual([{ words: 'GNU GPL 3' }]);
  });

  test('what is not understood is kept with its path', () => {
    const draft = draftWith({
      before:
        '<notesStmt><note type="degree" n="3">Master</note><note type="audience" n="9">?</note></notesStmt>',
      struct: '<ref type="odd" target="https://example.org/"/>',
      monogr: '<settlement>Rennes</settlement><imprint><biblScope unit="odd">3</biblScope></imprint>',
      profile: '<settingDesc><listPlace><place>Rennes</place></listPlace></settingDesc>',
    });
    expect(unmapped(draft)).toEqual(
      expect.arrayContaining([
        ["notesStmt/note[@type='degree']", { '@n': '3', content: 'Master' }],
        ["notesStmt/note[@type='audience']", { '@n': '9', content: '?' }],
        ["sourceDesc/biblStruct/ref[@type='odd']", { '@target': 'https://example.org/' }],
        ['sourceDesc/biblStruct/monogr/settlement', 'Rennes'],
        ["sourceDesc/biblStruct/monogr/imprint/biblScope[@unit='odd']", '3'],
        ['profileDesc/settingDesc', [{ listPlace: [{ place: 'Rennes' }] }]],
      ]),
    );
    expect(unmapped(draft)).toHaveLength(6);
  });

  test('XML without a record of HAL is unreadable', () => {
    const { rejected } = readAll(halTei, '<TEI><text/></TEI>');
    expect(rejected[0]?.error.words.en).toBe('no HAL record (biblFull) in this XML');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeList } from '../../pipeline/base/code-list.ts';
import { zotero } from '../../pipeline/read/zotero.ts';
import { tidy } from '../../pipeline/tidy/index.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const vieSociale = {
  itemType: 'journalArticle',
  title: 'Les pratiques numériques des travailleurs sociaux',
  creators: [{ creatorType: 'author', firstName: 'François', lastName: 'Sorin' }],
  publicationTitle: 'Vie sociale',
  issue: '28',
  pages: '33-49',
};
const repondre = {
  ...vieSociale,
  title: 'Répondre aux demandes d’aide numérique',
  publicationTitle: 'Terminal',
};
const awkwardTitle =
  "Les pratiques numériques : entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil <i>d’abord</i> 📚";
const lines = (value: unknown) => JSON.stringify(value, null, 2);
const data = (item: object, key = 'ABCD2345') => ({ key, version: 3, data: { key, version: 3, ...item } });

const namespaces =
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:vcard="http://nwalsh.com/rdf/vCard#" xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"';
const rdf = (...things: readonly string[]) => `<rdf:RDF\n ${namespaces}>\n${things.join('\n')}\n</rdf:RDF>\n`;
const article = (title: string, inner = '', about = '#item_1') =>
  `<bib:Article rdf:about="${about}">\n<z:itemType>journalArticle</z:itemType>\n<dc:title>${title}</dc:title>${inner}\n</bib:Article>`;
const escaped = awkwardTitle.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const others = [
  '[{"id":"sorin2019","type":"article-journal","title":"Les pratiques numériques","issued":{"date-parts":[[2019]]}}]',
  '{"type":"article","titles":[{"role":"main","text":{"value":"Vers"}}],"unmapped":[{"source":"zotero","path":"x","value":{"itemType":"book"}}]}',
  '{"DOI":"10.1038/nature14539","type":"journal-article","title":["Deep learning"]}',
  '{"@context":"https://schema.org","@type":"ScholarlyArticle","name":"Deep learning"}',
  '{"response":{"docs":[{"docType_s":"ART","title_s":["Répondre"]}]}}',
  '@article{sorin2019,\n  title = {Les pratiques numériques}\n}\n',
  'TY  - JOUR\nTI  - Les pratiques numériques\nER  - \n',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bibo="http://purl.org/ontology/bibo/"><bibo:Article/></rdf:RDF>',
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>',
  '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords/></OAI-PMH>',
  '<html><meta name="generator" content="Zotero"><p>itemType</p></html>',
  'Par François Sorin, dans Vie sociale, 28, 33-49. "itemType": "book"\n',
  'key,itemType,title\nABCD2345,book,Capital\n',
];

readerContract(zotero, {
  one: lines(data(vieSociale)),
  two: lines([data(vieSociale), data(repondre)]),
  broken: `${JSON.stringify(vieSociale)}\n${JSON.stringify(vieSociale).slice(0, 70)}\n${JSON.stringify(repondre)}\n`,
  awkward: lines({ items: [{ ...vieSociale, title: awkwardTitle }] }),
  awkwardTitle,
  others,
});

readerContract(
  { ...zotero, name: 'zotero-rdf' },
  {
    one: rdf(article('Les pratiques numériques')),
    two: rdf(article('Les pratiques numériques'), article('Répondre', '', '#item_2')),
    broken: rdf(
      article('Vers'),
      article('Les <b>pratiques</i>', '', '#item_2'),
      article('Répondre', '', '#item_3'),
    ),
    awkward: rdf(article(escaped)),
    awkwardTitle,
    others,
  },
);

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url), 'utf8');
const ada = { family: 'Exemple', given: 'Ada' };
const francois = { family: 'Sorin', given: 'François' };
const pierre = { family: 'Mazet', given: 'Pierre' };
const kept = (path: string, value: unknown) => ({ source: 'sample', path, value });
const ministry = 'Ministère de la Culture, département des études';

test('every field of JSON', () => {
  const { drafts, rejected } = readAll(zotero, sample('zotero.json'));
  expect(rejected).toEqual([]);
  expect(JSON.parse(JSON.stringify(drafts))).toEqual([
    {
      origin: originAt(2),
      type: { list: 'zotero', code: 'bookSection' },
      titles: [
        { role: 'main', text: { value: 'L’accès aux droits : une <i>enquête</i>', lang: 'fr' } },
        { role: 'short', text: { value: 'L’accès aux droits', lang: 'fr' } },
        { role: 'alternative', text: { value: 'Access to rights' } },
      ],
      abstracts: [{ value: 'L’enquête suit trente personnes.' }],
      contributions: [
        { role: 'author', ...ada },
        { role: 'editor', ...francois },
        { role: 'author', nameAsPrinted: ministry, literal: ministry },
        { role: 'translator', ...pierre },
        { role: 'other', ...pierre },
      ],
      dates: [{ event: 'published', words: 'juin 2021' }],
      container: {
        type: 'book',
        titles: [{ value: 'Le Travail social à l’épreuve du numérique' }],
        shortTitles: [],
        issn: [{ value: '1234-5679' }],
        isbn: ['978-2-07-036822-8'],
        editors: [{ role: 'author', ...francois }],
        series: { title: { value: 'Cahiers du LabAccès' }, number: '4' },
      },
      position: { volume: '2', pages: '66-79' },
      publisher: { name: 'LabAccès', place: 'Rennes' },
      identifiers: [
        { scheme: 'doi', value: '10.5555/12345678' },
        { scheme: 'pmid', value: '25992719' },
      ],
      links: [
        { role: 'landing', url: 'https://www.labacces.fr/?PageRechercheArticles' },
        { role: 'fulltext', url: 'https://www.labacces.fr/exemple.pdf', mediaType: 'application/pdf' },
      ],
      languages: ['fr'],
      subjects: [{ text: { value: 'travail social' } }, { text: { value: 'inclusion (ville, campagne)' } }],
      licences: [{ words: 'CC BY 4.0' }],
      funding: [],
      relations: [{ type: 'isRelatedTo', target: { id: 'http://zotero.org/groups/1/items/EXEMPLE3' } }],
      references: [],
      notes: [{ value: 'Prix de la journée.' }, { value: '<p>À relire.</p>', markup: 'html' }],
      unmapped: [
        kept('data.numberOfVolumes', '3'),
        kept('data.edition', '2e éd.'),
        kept('data.originalDate', '2019'),
        kept('data.citationKey', 'exemple2021acces'),
        kept('data.archive', 'Archives du LabAccès'),
        kept('data.archiveLocation', 'carton 3'),
        kept('data.libraryCatalog', 'HAL'),
        kept('data.callNumber', '361.3 EXE'),
        kept('data.creators', [{ creatorType: 'seriesEditor', firstName: 'Pierre', lastName: 'Mazet' }]),
        kept('data.accessDate', '2023-02-01T10:00:00Z'),
        kept('children.0.data.title', 'Texte intégral'),
        kept('children.0.data.filename', 'exemple.pdf'),
        kept('children.1.data.tags', [{ tag: 'relecture' }]),
        kept('data.relations', { 'owl:sameAs': ['http://zotero.org/users/2/items/X'] }),
      ],
    },
  ]);
});

test('every field of RDF', () => {
  const { drafts, rejected } = readAll(zotero, sample('zotero.rdf'));
  expect(rejected).toEqual([]);
  expect(JSON.parse(JSON.stringify(drafts))).toEqual([
    {
      origin: originAt(11),
      type: { list: 'zotero', code: 'journalArticle' },
      titles: [
        { role: 'main', text: { value: 'L’accès aux droits : une <i>enquête</i>', lang: 'fr' } },
        { role: 'short', text: { value: 'L’accès aux droits', lang: 'fr' } },
      ],
      abstracts: [{ value: 'L’enquête suit trente personnes.\n\nElle dure un an.' }],
      contributions: [
        { role: 'author', ...ada },
        { role: 'author', nameAsPrinted: 'Ministère de la Culture', literal: 'Ministère de la Culture' },
        { role: 'translator', ...pierre },
      ],
      dates: [{ event: 'published', words: 'juin 2021' }],
      container: {
        type: 'journal',
        titles: [{ value: 'Les Politiques Sociales' }],
        shortTitles: ['Polit. Soc.'],
        issn: [{ value: '1234-5679' }],
        isbn: [],
        editors: [],
        series: { title: { value: 'Cahiers' }, number: '4' },
      },
      position: { volume: '12', issue: '1-2', pages: '66-79', section: { value: 'Enquêtes' } },
      publisher: { name: 'LabAccès', place: 'Rennes' },
      identifiers: [
        { scheme: 'doi', value: '10.5555/12345678' },
        { scheme: 'pmid', value: '25992719' },
      ],
      links: [
        { role: 'landing', url: 'https://www.labacces.fr/?PageRechercheArticles' },
        { role: 'fulltext', url: 'https://www.labacces.fr/exemple.pdf', mediaType: 'application/pdf' },
      ],
      languages: ['fr'],
      subjects: [{ text: { value: 'travail social' } }, { text: { value: 'numérique' } }],
      licences: [{ words: 'https://creativecommons.org/licenses/by/4.0/' }],
      funding: [],
      relations: [{ type: 'isRelatedTo', target: { id: 'https://laviedesidees.fr/' } }],
      references: [],
      notes: [{ value: 'Prix de la journée.' }, { value: '<p>À relire.</p>', markup: 'html' }],
      unmapped: [
        kept('seriesText', 'Deuxième série'),
        kept('callNumber', '361.3 EXE'),
        kept('libraryCatalog', 'HAL'),
        kept('archive', 'Archives du LabAccès'),
        kept('archiveLocation', 'carton 3'),
        kept('citationKey', 'exemple2021acces'),
        kept('accessDate', '2023-02-01 10:00:00'),
        kept('attachments.0.path', 'files/13/exemple.pdf'),
        kept('attachments.0.title', 'Texte intégral'),
        kept('relations.dc:relation', ['#item_99']),
      ],
    },
  ]);
});

/** What a bare item with these fields becomes. */
function draftWith(values: Record<string, unknown>) {
  const text = JSON.stringify({ itemType: 'journalArticle', title: 'Répondre', ...values });
  return zotero.parse({ text, line: 1, kind: 'record' }, originAt(1));
}

const keptOf = (values: Record<string, unknown>) =>
  Object.fromEntries((draftWith(values).unmapped ?? []).map(({ path, value }) => [path, value]));
/** The only draft in some RDF. */
const draftIn = (...things: readonly string[]) => readAll(zotero, rdf(...things)).drafts[0];

describe('the forms of Zotero’s JSON', () => {
  test.each<[string, unknown, number]>([
    ['an item of the server', data(vieSociale), 1],
    ['a list of them', [data(vieSociale), data(repondre, 'EFGH2345')], 2],
    ['a bare item', vieSociale, 1],
    [
      'an export of Better BibTeX',
      { config: { label: 'BetterBibTeX JSON' }, items: [vieSociale, repondre] },
      2,
    ],
    [
      'a newer one, whose keys are in order',
      { collections: { ABCD: { items: [1] } }, config: { label: 'BetterBibTeX JSON' }, items: [repondre] },
      1,
    ],
    ['an item that begins with its collections', { collections: ['ABCD2345'], ...vieSociale }, 1],
    ['an empty list', [], 0],
  ])('%s', (_form, value, count) => {
    for (const text of [JSON.stringify(value), lines(value)]) {
      const { drafts, rejected } = readAll(zotero, text);
      expect(rejected).toEqual([]);
      expect(drafts).toHaveLength(count);
      for (const draft of drafts) expect(draft.titles?.[0]?.text.value).toBeTruthy();
    }
  });
});

describe('the notes and files of an item', () => {
  const file = {
    itemType: 'attachment',
    url: 'https://www.labacces.fr/a.pdf',
    contentType: 'application/pdf',
  };
  const note = { itemType: 'note', note: '<p>À relire.</p>' };
  const mark = { itemType: 'annotation', annotationText: 'fracture numérique' };

  test.each<[string, unknown]>([
    [
      'beside it, after',
      [
        data(vieSociale),
        data({ ...file, parentItem: 'ABCD2345' }, 'F'),
        data({ ...note, parentItem: 'ABCD2345' }, 'N'),
      ],
    ],
    [
      'beside it, before',
      [
        data({ ...file, parentItem: 'ABCD2345' }, 'F'),
        data({ ...note, parentItem: 'ABCD2345' }, 'N'),
        data(vieSociale),
      ],
    ],
    ['inside it', [{ ...vieSociale, attachments: [file], notes: [note] }]],
    ['inside it, notes as texts', [{ ...vieSociale, attachments: [file], notes: [note.note] }]],
  ])('%s, are its own', (_where, items) => {
    const { drafts } = readAll(zotero, lines(items));
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      links: [{ role: 'fulltext', url: file.url, mediaType: 'application/pdf' }],
      notes: [{ value: '<p>À relire.</p>', markup: 'html' }],
      unmapped: [],
    });
  });

  test('a mark in a file goes where the file goes, and is kept', () => {
    const items = [
      data(vieSociale),
      data({ ...file, parentItem: 'ABCD2345' }, 'FILE2345'),
      data({ ...mark, parentItem: 'FILE2345' }, 'MARK2345'),
    ];
    const { drafts } = readAll(zotero, lines(items));
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.unmapped).toMatchObject([{ path: 'children.1', value: { data: mark } }]);
  });

  test('each item has its own, and one that cannot be read is rejected alone', () => {
    const items = [
      data(vieSociale),
      data(repondre, 'EFGH2345'),
      data({ ...note, parentItem: 'EFGH2345' }, 'N'),
    ];
    const texts = [...items.map((item) => JSON.stringify(item)), '{"data":{"itemType":"note","parentItem":'];
    const { drafts, rejected } = readAll(zotero, texts.join('\n'));
    expect(drafts.map(({ notes }) => notes?.length)).toEqual([0, 1]);
    expect(rejected.map(({ piece }) => piece.line)).toEqual([4]);
  });

  test('those of no item are no records, and are told', () => {
    const items = [data(vieSociale), data(note, 'N'), data({ ...file, parentItem: 'NOBODY22' }, 'F')];
    expect(Array.from(zotero.cut(lines(items)), ({ kind, line }) => [kind, line])).toEqual([
      ['record', 2],
      ['aside', 22],
      ['aside', 32],
    ]);
  });

  test.each<[string, object, unknown, Record<string, unknown>]>([
    [
      'a page',
      { url: 'https://example.org/', contentType: 'text/html' },
      [{ role: 'other', url: 'https://example.org/', mediaType: 'text/html' }],
      {},
    ],
    ['the page of the item again', { url: 'https://www.labacces.fr/', contentType: 'text/html' }, [], {}],
    [
      'a file without an address',
      { path: 'a.pdf', contentType: 'application/pdf' },
      [],
      { 'attachments.0.path': 'a.pdf', 'attachments.0.contentType': 'application/pdf' },
    ],
  ])('%s', (_name, attachment, links, unmapped) => {
    const values = { url: 'https://www.labacces.fr/', attachments: [attachment] };
    expect(draftWith(values).links?.slice(1)).toEqual(links);
    expect(keptOf(values)).toEqual(unmapped);
  });
});

// zotero-schema, version 41: item types, fields and creator types.
const itemTypes =
  'artwork audioRecording bill blogPost book bookSection case computerProgram conferencePaper dataset dictionaryEntry document email encyclopediaArticle film forumPost hearing instantMessage interview journalArticle letter magazineArticle manuscript map newspaperArticle patent podcast preprint presentation radioBroadcast report standard statute thesis tvBroadcast videoRecording webpage'.split(
    ' ',
  );
const fields =
  'DOI ISBN ISSN PMCID PMID abstractNote accessDate applicationNumber archive archiveID archiveLocation artworkMedium artworkSize assignee audioFileType audioRecordingFormat authority billNumber blogTitle bookTitle callNumber caseName citationKey code codeNumber codePages codeVolume committee company conferenceName country court date dateDecided dateEnacted dictionaryTitle distributor docketNumber documentNumber edition encyclopediaTitle episodeNumber eventPlace extra filingDate firstPage format forumTitle genre history identifier institution interviewMedium issue issueDate issuingAuthority journalAbbreviation label language legalStatus legislativeBody letterType libraryCatalog manuscriptType mapType medium meetingName nameOfAct network number numberOfVolumes numPages organization originalDate originalPlace originalPublisher pages partNumber partTitle patentNumber place postType presentationType priorityDate priorityNumbers proceedingsTitle programTitle programmingLanguage publicationTitle publicLawNumber publisher references reportNumber reportType reporter reporterVolume repository repositoryLocation rights runningTime scale section series seriesNumber seriesText seriesTitle session sessionTitle shortTitle status studio subject system thesisType title type university url versionNumber videoRecordingFormat volume websiteTitle websiteType'.split(
    ' ',
  );
const creatorTypes =
  'artist attorneyAgent author bookAuthor cartographer castMember chair commenter composer contributor cosponsor counsel creator director editor executiveProducer guest host interviewee interviewer inventor narrator organizer originalCreator performer podcaster presenter producer programmer recipient reviewedAuthor scriptwriter seriesCreator seriesEditor sponsor translator wordsBy'.split(
    ' ',
  );

describe('nothing is lost', () => {
  test.each(itemTypes)('of a %s', (itemType) => {
    const item = Object.fromEntries(fields.map((field) => [field, `said of ${field}`]));
    const creators = creatorTypes.map((type) => ({ creatorType: type, lastName: `said of ${type}` }));
    const text = JSON.stringify({ ...item, itemType, creators });
    const { origin: _origin, ...draft } = zotero.parse({ text, line: 1, kind: 'record' }, originAt(1));
    const words = JSON.stringify(draft);
    const missing = [...fields, ...creatorTypes].filter((name) => !words.includes(`said of ${name}"`));
    expect(missing).toEqual([]);
    expect(words).toContain(itemType);
    expect(tidy(draftWith({ itemType })).findings.map(({ rule }) => rule)).not.toContain('type-unknown');
  });

  test('every type of creator has its role, its relator, or is kept as it was', () => {
    for (const creatorType of creatorTypes) {
      const values = { creators: [{ creatorType, firstName: 'Ada', lastName: 'Exemple' }] };
      const [one] = draftWith(values).contributions ?? [];
      const isSaid = one?.role !== 'other' || one.marcRelator !== undefined;
      const isKept = JSON.stringify(keptOf(values)).includes('Exemple');
      expect([creatorType, isSaid && one !== undefined, isKept]).toEqual([
        creatorType,
        one !== undefined && isSaid,
        creatorType !== 'bookAuthor' && !(one !== undefined && isSaid),
      ]);
    }
  });
});

describe('creators', () => {
  test.each<[string, string, string | undefined]>([
    ['presenter', 'author', 'spk'],
    ['interviewee', 'author', 'ive'],
    ['programmer', 'author', 'prg'],
    ['interviewer', 'other', 'ivr'],
    ['director', 'other', 'drt'],
    ['castMember', 'other', 'act'],
    ['commenter', 'contributor', undefined],
  ])('%s is %s, relator %s', (creatorType, role, marcRelator) => {
    const creators = [{ creatorType, firstName: 'Ada', lastName: 'Exemple' }];
    expect(draftWith({ creators }).contributions).toEqual([{ role, marcRelator, ...ada }]);
  });

  test('keep their printed order, whatever they did', () => {
    const creators = ['translator', 'author', 'editor', 'author'].map((creatorType, index) => ({
      creatorType,
      lastName: `Exemple${index}`,
      firstName: 'Ada',
    }));
    expect(draftWith({ creators }).contributions?.map(({ role, family }) => [role, family])).toEqual([
      ['translator', 'Exemple0'],
      ['author', 'Exemple1'],
      ['editor', 'Exemple2'],
      ['author', 'Exemple3'],
    ]);
  });

  test.each<[string, object, object]>([
    [
      'N1 a single name like an organisation’s',
      { name: ministry },
      { kind: 'organisation', literal: ministry },
    ],
    ['N1 a single name', { name: 'Force11' }, { kind: 'unknown', literal: 'Force11' }],
    [
      'N1 a single name of an older export',
      { lastName: 'Force11', fieldMode: 1 },
      { kind: 'unknown', literal: 'Force11' },
    ],
    ['N3 two names', { lastName: 'SORIN', firstName: 'François' }, { kind: 'person', ...francois }],
    ['N2 a particle', { lastName: 'van Gogh', firstName: 'Vincent' }, { family: 'Gogh', particle: 'van' }],
    [
      'N2 one that quotation marks keep',
      { lastName: '"Le Goff"', firstName: 'Jacques' },
      { family: 'Le Goff' },
    ],
  ])('%s', (_name, creator, expected) => {
    const creators = [{ creatorType: 'author', ...creator }];
    expect(tidy(draftWith({ creators })).thing.contributions).toMatchObject([expected]);
  });

  test('who is reviewed made nothing here, and is named with what is reviewed', () => {
    const creators = [{ creatorType: 'reviewedAuthor', firstName: 'Jack', lastName: 'Goody' }];
    const values = { creators, extra: 'Reviewed Title: La Raison graphique' };
    expect(draftWith(values)).toMatchObject({
      contributions: [],
      relations: [{ type: 'reviews', target: { citation: 'Jack Goody, La Raison graphique' } }],
    });
    expect(keptOf({ creators })).toEqual({ 'creators.reviewedAuthor': [{ family: 'Goody', given: 'Jack' }] });
  });
});

describe('fields', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'a thesis',
      { itemType: 'thesis', university: 'Rennes 2', numPages: '402' },
      { publisher: { name: 'Rennes 2' }, position: { pages: '402 p.' } },
    ],
    [
      'a report',
      { itemType: 'report', reportNumber: '12', institution: 'Insee' },
      { identifiers: [{ scheme: 'report-number', value: '12' }], publisher: { name: 'Insee' } },
    ],
    [
      'a preprint',
      { itemType: 'preprint', archiveID: 'arXiv:1706.03762', repository: 'arXiv' },
      { identifiers: [{ value: 'arXiv:1706.03762' }], status: 'preprint' },
    ],
    [
      'a talk',
      { itemType: 'presentation', meetingName: 'Journées', place: 'Rennes' },
      { event: { name: { value: 'Journées' }, place: 'Rennes' } },
    ],
    [
      'a poster',
      { itemType: 'presentation', presentationType: 'Poster' },
      { type: { list: 'work', code: 'poster' } },
    ],
    [
      'a working paper',
      { itemType: 'report', reportType: 'Working paper' },
      { type: { list: 'work', code: 'workingPaper' } },
    ],
    [
      'a type of CSL in extra',
      { itemType: 'document', extra: 'Type: dataset' },
      { type: { code: 'dataset' } },
    ],
    ['a date of the store', { date: '2012-10-00 October 2012' }, { dates: [{ words: 'October 2012' }] }],
    ['D1 a date with a time', { date: '2012-10-05 10:00:00' }, { dates: [{ words: '2012-10-05 10:00:00' }] }],
    ['L1 tags as texts', { tags: ['a, b'] }, { subjects: [{ text: { value: 'a, b' } }] }],
    [
      'extra as lines',
      { extra: ['DOI: 10.5555/12345678', 'Vu.'] },
      { identifiers: [{ scheme: 'doi' }], notes: [{ value: 'Vu.' }] },
    ],
    [
      'related items of an older export',
      { seeAlso: ['http://zotero.org/users/1/items/A'] },
      { relations: [{ type: 'isRelatedTo' }] },
    ],
  ])('%s', (_name, values, expected) => {
    expect(draftWith(values)).toMatchObject(expected);
  });

  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ series: 'A', seriesTitle: 'B' }, { seriesTitle: 'B' }],
    [{ itemType: 'patent' }, { itemType: 'patent' }],
    [{ itemType: 'thesis', thesisType: 'Thèse de doctorat' }, { thesisType: 'Thèse de doctorat' }],
    [{ extra: 'Original Date: 1990' }, { 'extra.original-date': '1990' }],
    [{ place: 'Rennes' }, { place: 'Rennes' }],
    [{ tags: [{ tag: 7 }] }, { tags: [{ tag: 7 }] }],
    [{ creators: [{ creatorType: 'author' }] }, { 'creators.0': { creatorType: 'author' } }],
    [{ creators: 'Sorin' }, { creators: 'Sorin' }],
    [{ volume: { of: 3 } }, { volume: { of: 3 } }],
    [{ dateAdded: '2023-02-01', version: 3 }, {}],
  ])('of %j what has no field is kept under Zotero’s name: %j', (values, unmapped) => {
    expect(keptOf(values)).toEqual(unmapped);
  });
});

describe('Zotero RDF', () => {
  const journal = (inner = '') =>
    `<bib:Journal rdf:about="urn:issn:0028-0836"><dc:title>Nature</dc:title>${inner}</bib:Journal>`;
  const inNature = '<dcterms:isPartOf rdf:resource="urn:issn:0028-0836"/>';

  test.each<[string, string]>([
    [
      'inside its article',
      rdf(
        article(
          'Deep learning',
          `<dcterms:isPartOf>${journal('<prism:volume>521</prism:volume>')}</dcterms:isPartOf>`,
        ),
      ),
    ],
    ['after it', rdf(article('Deep learning', inNature), journal('<prism:volume>521</prism:volume>'))],
    ['before it', rdf(journal('<prism:volume>521</prism:volume>'), article('Deep learning', inNature))],
    [
      'after two',
      rdf(
        article('Deep learning', inNature),
        article('Another', inNature, '#item_2'),
        journal('<prism:volume>521</prism:volume>'),
      ),
    ],
  ])('a journal %s is read with it', (_where, text) => {
    const { drafts, rejected } = readAll(zotero, text);
    expect(rejected).toEqual([]);
    for (const draft of drafts) {
      expect(draft).toMatchObject({
        container: { titles: [{ value: 'Nature' }], issn: [{ value: '0028-0836' }] },
        position: { volume: '521' },
        unmapped: [],
      });
    }
  });

  test('a journal that cannot be read is rejected alone, on its line, and what refers to it goes on', () => {
    const { drafts, rejected } = readAll(zotero, rdf(article('Deep learning', inNature), journal('<b>')));
    expect(drafts.map(({ unmapped }) => unmapped)).toEqual([
      [kept('dcterms:isPartOf', 'urn:issn:0028-0836')],
    ]);
    expect(rejected.map(({ piece }) => piece.line)).toEqual([7]);
  });

  test('journals that go round in a circle are read once', () => {
    const round = journal('<dcterms:isPartOf rdf:resource="urn:issn:0028-0836"/>');
    expect(draftIn(article('Deep learning', inNature), round)?.container?.titles).toEqual([
      { value: 'Nature' },
    ]);
  });

  test('what is no item and of no item is told: collections, notes and files by themselves', () => {
    const text = rdf(
      '<z:Collection rdf:about="#collection_1"><dc:title>Thèse</dc:title></z:Collection>',
      '<bib:Memo rdf:about="#item_5"><z:itemType>note</z:itemType><rdf:value>Seule</rdf:value></bib:Memo>',
      '<z:Attachment rdf:about="#item_6"><z:itemType>attachment</z:itemType></z:Attachment>',
      article('Deep learning'),
    );
    expect(Array.from(zotero.cut(text), ({ kind }) => kind)).toEqual(['record', 'aside', 'aside', 'aside']);
    expect([...zotero.cut(text)][1]?.text).toBe(
      '<z:Collection rdf:about="#collection_1"><dc:title>Thèse</dc:title></z:Collection>',
    );
  });

  test.each<[string, string, Record<string, unknown>]>([
    [
      'a paper, which has no element of its own',
      '<rdf:Description rdf:about="#i"><z:itemType>conferencePaper</z:itemType><dc:title>T</dc:title><bib:presentedAt><bib:Conference><dc:title>Journées</dc:title></bib:Conference></bib:presentedAt><dcterms:isPartOf><bib:Journal><dc:title>Actes</dc:title><dc:identifier>ISBN 978-2-07-036822-8</dc:identifier></bib:Journal></dcterms:isPartOf></rdf:Description>',
      {
        event: { name: { value: 'Journées' } },
        container: { type: 'proceedings', titles: [{ value: 'Actes' }], isbn: ['978-2-07-036822-8'] },
      },
    ],
    [
      'a book in a series',
      '<bib:Book rdf:about="urn:isbn:978-2-07-036822-8"><z:itemType>book</z:itemType><dc:title>T</dc:title><dcterms:isPartOf><bib:Series><dc:title>Folio</dc:title><dc:identifier>822</dc:identifier></bib:Series></dcterms:isPartOf><dc:identifier>ISBN 978-2-07-036822-8</dc:identifier></bib:Book>',
      {
        container: { type: 'series', titles: [{ value: 'Folio' }] },
        position: { volume: '822' },
        identifiers: [{ scheme: 'isbn' }],
        unmapped: [],
      },
    ],
    [
      'a report and its number',
      '<bib:Report rdf:about="#i"><z:itemType>report</z:itemType><prism:number>NLR-TP-96-464</prism:number><dc:title>T</dc:title></bib:Report>',
      { identifiers: [{ scheme: 'report-number', value: 'NLR-TP-96-464' }] },
    ],
    [
      'an older article, whose element says its type',
      '<bib:Article rdf:about="#i"><dc:title>T</dc:title><prism:number>3</prism:number><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Sorin</foaf:surname><foaf:givenname>François</foaf:givenname></foaf:Person></rdf:li></rdf:Seq></bib:authors></bib:Article>',
      { type: { code: 'journalArticle' }, position: { issue: '3' }, contributions: [francois] },
    ],
    [
      'what is not known',
      '<bib:Article rdf:about="https://example.org/"><z:itemType>journalArticle</z:itemType><dc:title>T</dc:title><dc:title>U</dc:title><dc:format>text</dc:format><dc:format>pdf</dc:format><dcterms:spatial><rdf:Description><rdf:value>Rennes</rdf:value></rdf:Description></dcterms:spatial></bib:Article>',
      {
        unmapped: [
          kept('title', 'U'),
          kept('dc:format', ['text', 'pdf']),
          kept('dcterms:spatial', { 'rdf:Description': { 'rdf:value': 'Rennes' } }),
          kept('rdf:about', 'https://example.org/'),
        ],
      },
    ],
  ])('%s', (_name, thing, expected) => {
    expect(draftIn(thing)).toMatchObject(expected);
  });

  test.each<[string, string]>([
    ['an entity that grows', `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(99)}">]>\n${rdf(article('&a;&a;&a;'))}`],
    ['a file that stops in the middle', rdf(article('Deep learning')).slice(0, -40)],
    ['elements without end', rdf(`<bib:Article>${'<a>'.repeat(1e5)}</bib:Article>`)],
  ])('%s ends in a reject', (_name, text) => {
    const { drafts, rejected } = readAll(zotero, text);
    expect(drafts).toEqual([]);
    expect(rejected).toHaveLength(1);
  });
});

describe('hostile input', () => {
  const author = '<rdf:li><foaf:Person><foaf:surname>S</foaf:surname></foaf:Person></rdf:li>';
  const many = 1e5;
  test.each<[string, () => string]>([
    [
      'many creators',
      () =>
        JSON.stringify({
          ...vieSociale,
          creators: Array(many).fill({ creatorType: 'author', lastName: 'S' }),
        }),
    ],
    [
      'many creators without a role',
      () => JSON.stringify({ ...vieSociale, creators: Array(many).fill({ name: 'S' }) }),
    ],
    [
      'many reviewed authors',
      () =>
        JSON.stringify({
          ...vieSociale,
          creators: Array(many).fill({ creatorType: 'reviewedAuthor', name: 'S' }),
        }),
    ],
    ['many tags', () => JSON.stringify({ ...vieSociale, tags: Array(many).fill({ tag: 'S' }) })],
    [
      'many notes beside their item',
      () =>
        [
          data(vieSociale),
          ...Array(1e4).fill(data({ itemType: 'note', note: 'x', parentItem: 'ABCD2345' }, 'N')),
        ]
          .map((each) => JSON.stringify(each))
          .join('\n'),
    ],
    [
      'many authors in RDF',
      () => rdf(article('T', `<bib:authors><rdf:Seq>${author.repeat(3e4)}</rdf:Seq></bib:authors>`)),
    ],
    [
      'many items that share much',
      () =>
        rdf(
          ...Array(300).fill(article('T', '<dcterms:isPartOf rdf:resource="#j"/>')),
          `<bib:Journal rdf:about="#j"><dc:title>${'x'.repeat(1e6)}</dc:title></bib:Journal>`,
        ),
    ],
    [
      'a long chain of journals',
      () =>
        rdf(
          article('T', '<dcterms:isPartOf rdf:resource="#j0"/>'),
          ...Array.from(
            { length: 5000 },
            (_, index) =>
              `<bib:Journal rdf:about="#j${index}"><dcterms:isPartOf rdf:resource="#j${index + 1}"/></bib:Journal>`,
          ),
        ),
    ],
  ])('%s ends within seconds', (_name, text) => {
    const start = performance.now();
    const { drafts, rejected } = readAll(zotero, text());
    expect(drafts.length + rejected.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('each type of creator that has a relator says it in both languages', () => {
  const list = codeList('relators');
  for (const term of list.terms)
    expect([term.length, !!list.write('fr', term), !!list.write('en', term)]).toEqual([3, true, true]);
});

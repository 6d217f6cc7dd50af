import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { csl } from '../../pipeline/read/csl.ts';
import { tidy } from '../../pipeline/tidy/index.ts';
import { originAt, readAll, readerContract } from './contract.ts';

// Facts of doi:10.1371/journal.pmed.0020124.
const ioannidis = {
  id: 'ioannidis2005',
  type: 'article-journal',
  title: 'Why Most Published Research Findings Are False',
  author: [{ family: 'Ioannidis', given: 'John P. A.' }],
  issued: { 'date-parts': [['2005', 8, 30]] },
  'container-title': 'PLoS Medicine',
  DOI: '10.1371/journal.pmed.0020124',
};
const repondre = {
  id: 'mazet',
  type: 'article-journal',
  title:
    'Répondre aux demandes d’aide numérique : troubles dans la professionnalité des travailleurs sociaux',
  author: [
    { family: 'Mazet', given: 'Pierre' },
    { family: 'Sorin', given: 'François' },
  ],
  'container-title': 'Terminal',
  issue: 128,
};
const awkwardTitle =
  "Les pratiques numériques : entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil <i>d’abord</i> 📚";
const lines = (value: unknown) => JSON.stringify(value, null, 2);

readerContract(csl, {
  one: lines(ioannidis),
  two: lines([ioannidis, repondre]),
  broken: `${JSON.stringify(ioannidis)}\n${JSON.stringify(ioannidis).slice(0, 70)}\n${JSON.stringify(repondre)}\n`,
  awkward: lines({ items: [{ ...ioannidis, title: awkwardTitle }] }),
  awkwardTitle,
  others: [
    '{"type":"article","titles":[{"role":"main","text":{"value":"Deep learning"}}],"unmapped":[{"value":{"type":"article-journal","title":"x","issued":{}}}]}',
    '{"DOI":"10.1038/nature14539","type":"journal-article","title":["Deep learning"],"container-title":["Nature"],"reference-count":103}',
    '{"status":"ok","message-type":"work","message":{"type":"book","title":["Capital"],"issued":{"date-parts":[[2014]]}}}',
    '{"data":{"type":"dois","attributes":{"doi":"10.5061/dryad.8515","titles":[{"title":"Data"}],"types":{"citeproc":"dataset"}}}}',
    '{"doi":"10.5281/zenodo.48440","types":{"citeproc":"other","bibtex":"misc"},"creators":[{"name":"Garza"}],"titles":[{"title":"Tools"}]}',
    '{"id":"https://openalex.org/W2919115771","title":"Deep learning","display_name":"Deep learning","type":"article","language":"en"}',
    '{"response":{"docs":[{"docType_s":"ART","title_s":["Répondre"],"halId_s":"hal-01234567"}]}}',
    '{"@context":"https://schema.org","@type":"ScholarlyArticle","name":"Deep learning","type":"book","id":"x","title":"y"}',
    '[{"key":"ABCD2345","data":{"itemType":"journalArticle","title":"Deep learning","type":"book","id":"1"}}]',
    '{"config":{"label":"BetterBibTeX JSON"},"items":[{"itemType":"book","title":"Capital"}]}',
    'type: article-journal\ntitle: Deep learning\nid: lecun\n',
    '@article{lecun2015,\n  title = {Deep learning},\n  type = {article-journal}\n}\n',
    'TY  - JOUR\nTI  - Deep learning\nER  - \n',
    'type,title,issued\narticle-journal,Deep learning,2015\n',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    'Par François Sorin, dans Vie sociale, 28, 33-49. "type": "article-journal", "title": "x"\n',
  ],
});

/** What an item with these variables becomes. */
function draftWith(values: Record<string, unknown>) {
  const text = JSON.stringify({ type: 'article-journal', title: 'Deep learning', ...values });
  return csl.parse({ text, line: 1, kind: 'record' }, originAt(1));
}

const keptOf = (values: Record<string, unknown>) =>
  Object.fromEntries((draftWith(values).unmapped ?? []).map(({ path, value }) => [path, value]));

describe('the forms of CSL-JSON', () => {
  test.each<[string, string, number]>([
    ['an item', JSON.stringify(ioannidis), 1],
    ['a list', JSON.stringify([ioannidis, repondre]), 2],
    ['items on lines', `${JSON.stringify(ioannidis)}\r\n${JSON.stringify(repondre)}\r\n`, 2],
    ['a reply with items', lines({ items: [ioannidis, repondre] }), 2],
    ['an empty list', '[]', 0],
    ['an empty reply', '{"items":[]}', 0],
  ])('%s', (_form, text, count) => {
    const { drafts, rejected } = readAll(csl, text);
    expect(rejected).toEqual([]);
    expect(drafts).toHaveLength(count);
  });

  test('takes the item that Zotero’s server gives beside its own data', () => {
    const { drafts } = readAll(csl, JSON.stringify([{ key: 'ABCD2345', version: 3, csljson: ioannidis }]));
    expect(drafts[0]).toMatchObject({ titles: [{ text: { value: ioannidis.title } }] });
    expect(drafts[0]?.unmapped).toEqual([{ source: 'sample', path: 'csljson.id', value: 'ioannidis2005' }]);
  });

  test('sniffs an item that Crossref makes, with all its other keys', () => {
    const made = { 'reference-count': 103, member: '297', score: 1, ...ioannidis, subtitle: [], subject: [] };
    expect(csl.sniff(JSON.stringify(made))).toBe(true);
  });
});

test('every field', () => {
  const text = readFileSync(new URL('./samples/csl.json', import.meta.url), 'utf8');
  const { drafts, rejected } = readAll(csl, text);
  expect(rejected).toEqual([]);
  const ada = { family: 'Exemple', given: 'Ada' };
  const francois = { family: 'Sorin', given: 'François' };
  const pierre = { family: 'Mazet', given: 'Pierre' };
  expect(JSON.parse(JSON.stringify(drafts))).toEqual([
    {
      origin: originAt(2),
      type: { list: 'csl', code: 'paper-conference' },
      titles: [
        {
          role: 'main',
          text: { value: 'L’accès aux droits : une <i>enquête</i> en maison France services', lang: 'fr-FR' },
        },
        { role: 'short', text: { value: 'L’accès aux droits', lang: 'fr-FR' } },
        { role: 'alternative', text: { value: 'Access to rights: a survey' } },
      ],
      abstracts: [{ value: 'L’enquête suit trente personnes pendant un an.' }],
      contributions: [
        {
          role: 'author',
          ...ada,
          particle: 'van der',
          droppingParticle: 'de',
          suffix: 'Jr',
          nameAsPrinted: 'Ada de van der Exemple, Jr',
        },
        {
          role: 'author',
          nameAsPrinted: 'Ministère de la Culture, département des études',
          literal: 'Ministère de la Culture, département des études',
        },
        { role: 'editor', ...francois },
        { role: 'translator', ...pierre },
        { role: 'other', ...pierre },
        { role: 'other', marcRelator: 'drt', ...ada },
      ],
      dates: [
        { event: 'published', words: '2021-06' },
        { event: 'publishedOnline', words: '2021-07-02' },
        { event: 'submitted', words: '2021-01-15' },
      ],
      container: {
        type: 'proceedings',
        titles: [{ value: 'Actes des journées du travail social' }],
        shortTitles: ['Actes JTS'],
        issn: [{ value: '1234-5679' }, { value: '0028-0836', medium: 'electronic' }],
        isbn: ['978-2-07-036822-8', '2070368226'],
        editors: [{ role: 'author', ...francois }],
        series: { title: { value: 'Cahiers du LabAccès' }, number: '4' },
      },
      position: { volume: '12', issue: '1-2', pages: '66–79', section: { value: 'Enquêtes' } },
      event: {
        name: { value: 'Journées du travail social' },
        start: '2021-06-03',
        end: '2021-06-04',
        place: 'Rennes',
      },
      publisher: { name: 'LabAccès', place: 'Rennes' },
      identifiers: [
        { scheme: 'doi', value: '10.5555/12345678' },
        { scheme: 'pmid', value: '25992719' },
        { scheme: 'pmcid', value: 'PMC4457004' },
      ],
      links: [{ role: 'landing', url: 'https://www.labacces.fr/?PageRechercheArticles' }],
      languages: ['fr-FR'],
      subjects: [
        { text: { value: 'inclusion (ville, campagne)' } },
        { text: { value: 'accès aux droits' } },
        { text: { value: 'travail social' } },
      ],
      licences: [{ words: 'https://creativecommons.org/licenses/by/4.0/' }],
      funding: [],
      relations: [],
      references: [{ citation: 'Ravon et Vidal-Naquet, 2016.' }],
      status: 'inPress',
      notes: [{ value: 'Prix de la journée.' }, { value: 'Lu en 2022.' }],
      unmapped: [
        { source: 'sample', path: 'call-number', value: '361.3 EXE' },
        { source: 'sample', path: 'accessed', value: { 'date-parts': [[2023, 2, 1]] } },
        { source: 'sample', path: 'custom', value: { short_id: 'exe21' } },
        { source: 'sample', path: 'original-date', value: '2019' },
        { source: 'sample', path: 'id', value: 'exemple2021enquete' },
        { source: 'sample', path: 'genre', value: 'conférence invitée' },
        { source: 'sample', path: 'collection-editor', value: [pierre] },
      ],
    },
  ]);
});

// csl-data.json of CSL 1.0.2.
const textVariables = [
  ...['citation-key', 'language', 'journalAbbreviation', 'shortTitle', 'abstract', 'annote', 'archive'],
  ...[
    'archive_collection',
    'archive_location',
    'archive-place',
    'authority',
    'call-number',
    'chapter-number',
  ],
  ...['citation-label', 'collection-number', 'collection-title', 'container-title', 'container-title-short'],
  ...[
    'dimensions',
    'division',
    'DOI',
    'edition',
    'event',
    'event-title',
    'event-place',
    'genre',
    'ISBN',
    'ISSN',
  ],
  ...['issue', 'jurisdiction', 'keyword', 'locator', 'medium', 'note', 'number', 'number-of-pages'],
  ...['number-of-volumes', 'original-publisher', 'original-publisher-place', 'original-title', 'page'],
  ...['page-first', 'part', 'part-title', 'PMCID', 'PMID', 'printing', 'publisher', 'publisher-place'],
  ...['references', 'reviewed-genre', 'reviewed-title', 'scale', 'section', 'source', 'status', 'supplement'],
  ...[
    'title',
    'title-short',
    'URL',
    'version',
    'volume',
    'volume-title',
    'volume-title-short',
    'id',
    'license',
  ],
];
const nameVariables = [
  ...['author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor'],
  ...['curator', 'director', 'editor', 'editorial-director', 'executive-producer', 'guest', 'host'],
  ...['interviewer', 'illustrator', 'narrator', 'organizer', 'original-author', 'performer', 'producer'],
  ...['recipient', 'reviewed-author', 'script-writer', 'series-creator', 'translator'],
];
const dateVariables = ['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted'];

test.each([
  ...[
    'article-journal',
    'chapter',
    'book',
    'report',
    'speech',
    'periodical',
    'treaty',
    'webpage',
    'unheard-of',
  ],
])('nothing of a %s is lost, whatever it says', (type) => {
  const said = new Map<string, unknown>([
    ...textVariables.map((name) => [name, `said of ${name}`] as const),
    ...nameVariables.map((name) => [name, [{ family: `said of ${name}` }]] as const),
    ...dateVariables.map((name) => [name, { raw: `said of ${name}` }] as const),
  ]);
  for (const left of [
    [],
    ['container-title', 'event-title'],
    ['collection-title', 'page', 'publisher', 'DOI'],
  ]) {
    const item = Object.fromEntries([...said].filter(([name]) => !left.includes(name)));
    const { origin: _origin, ...draft } = draftWith({ ...item, type });
    const words = JSON.stringify(draft);
    expect(words).toContain(type === 'unheard-of' ? type : '"code"');
    expect(Object.keys(item).filter((name) => !new RegExp(`said of ${name}[",]`).test(words))).toEqual([]);
  }
});

describe('types', () => {
  test.each<[Record<string, unknown>, string, string]>([
    [{ type: 'article-journal' }, 'csl', 'article-journal'],
    [{ type: 'article' }, 'csl', 'article'],
    [{ type: 'article', genre: 'Preprint' }, 'csl', 'article'],
    [{ type: 'article', genre: 'working paper' }, 'work', 'workingPaper'],
    [{ type: 'report', genre: 'Document de travail' }, 'work', 'workingPaper'],
    [{ type: 'speech', genre: 'Poster' }, 'work', 'poster'],
    [{ type: 'article-journal', genre: 'editorial' }, 'work', 'editorial'],
    [{ type: 'book', editor: [{ family: 'Sorin' }] }, 'work', 'editedBook'],
    [{ type: 'book', editor: [{ family: 'Sorin' }], author: [{ family: 'Mazet' }] }, 'csl', 'book'],
    [{ type: 'journal-article' }, 'crossref', 'journal-article'],
    [{ type: 'hieroglyph' }, 'csl', 'hieroglyph'],
    [{ type: 'article', note: 'type: dataset' }, 'csl', 'dataset'],
    [{ type: 'article', note: 'type: hieroglyph' }, 'csl', 'article'],
  ])('%j is read in the column %s as %s', (values, list, code) => {
    expect(draftWith(values).type).toEqual({ list, code });
  });

  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ type: 'thesis', genre: 'PhD thesis' }, { genre: 'PhD thesis' }],
    [{ type: 'thesis', genre: 'Poster' }, { genre: 'Poster' }],
    [{ type: 'speech', genre: 'Poster' }, {}],
    [{ type: 'entry-encyclopedia' }, { type: 'entry-encyclopedia' }],
    [{ type: 'patent' }, { type: 'patent' }],
    [{ type: 'chapter' }, {}],
    [
      { type: 'article', note: 'type: entry-dictionary' },
      { type: 'article', 'note.type': 'entry-dictionary' },
    ],
    [{ type: undefined, genre: 'Poster' }, { genre: 'Poster' }],
  ])('of %j what the model’s word does not say is kept: %j', (values, kept) => {
    expect(keptOf(values)).toEqual(kept);
  });

  test('every type of CSL 1.0.2 is known', () => {
    const types =
      'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage';
    for (const type of types.split(' ')) {
      const rules = tidy(draftWith({ type })).findings.map(({ rule }) => rule);
      expect([type, rules.includes('type-unknown')]).toEqual([type, false]);
    }
  });
});

describe('dates', () => {
  test.each<[string, unknown, string | undefined]>([
    ['D1 a year', { 'date-parts': [[2015]] }, '2015'],
    ['D1 a year as a text', { 'date-parts': [['2015']] }, '2015'],
    ['D1 a month', { 'date-parts': [['2015', 4]] }, '2015-04'],
    ['D1 a day', { 'date-parts': [[2015, '8', '26']] }, '2015-08-26'],
    ['D1 a month that is nothing', { 'date-parts': [[2015, null]] }, '2015'],
    ['D1 a month and a day of zero', { 'date-parts': [[2015, 0, 0]] }, '2015'],
    ['D1 no date at all', { 'date-parts': [[null]] }, undefined],
    ['D1 an empty list', { 'date-parts': [] }, undefined],
    ['parts without their list', { 'date-parts': [2015, 4] }, '2015-04'],
    [
      'D3 a range',
      {
        'date-parts': [
          [2016, 5, 30],
          [2016, 6, 2],
        ],
      },
      '2016-05-30/2016-06-02',
    ],
    ['D3 a range of one date', { 'date-parts': [[2016], [2016]] }, '2016'],
    ['D3 a range that is open', { 'date-parts': [[2016], [0]] }, '2016/..'],
    ['D3 a season', { 'date-parts': [[2016]], season: 1 }, '2016-21'],
    ['D3 a season as a text', { 'date-parts': [[2016]], season: 'Printemps' }, '2016-21'],
    ['D3 a season for a month', { 'date-parts': [[2016, 16]] }, '2016-24'],
    ['about a year', { 'date-parts': [[1850]], circa: true }, '1850~'],
    ['about two years', { 'date-parts': [[1850], [1860]], circa: 1 }, '1850~/1860~'],
    ['not about a year', { 'date-parts': [[1850]], circa: 0 }, '1850'],
    ['words', { raw: 'juin 2023' }, 'juin 2023'],
    ['words about a year', { raw: '1850', circa: true }, 'ca. 1850'],
    ['literal words', { literal: 'printemps 2023' }, 'printemps 2023'],
    ['a text', '2013-05', '2013-05'],
    ['a year as a text', '2013', '2013'],
    ['a number', 2013, '2013'],
    ['nothing', null, undefined],
  ])('%s: %j', (_name, issued, words) => {
    const { dates } = draftWith({ issued });
    expect(dates).toEqual(words === undefined ? [] : [{ event: 'published', words }]);
    expect(keptOf({ issued })).toEqual({});
  });

  test.each<[unknown, Record<string, unknown>]>([
    [{ 'date-parts': [[2015, 'June']] }, { 'issued.date-parts': [[2015, 'June']] }],
    [{ 'date-parts': [[2015], [2016], [2017]] }, { 'issued.date-parts': [[2015], [2016], [2017]] }],
    [{ 'date-parts': [[2015, 6]], season: 'summer' }, { 'issued.season': 'summer' }],
    [{ 'date-parts': [[2015]], season: 'rainy' }, { 'issued.season': 'rainy' }],
    [{ 'date-parts': [[2015]], raw: 'Spring term 2015' }, { 'issued.raw': 'Spring term 2015' }],
    [{ raw: '2015', literal: 'MMXV' }, { 'issued.literal': 'MMXV' }],
    [{ 'date-parts': [[2015]], hour: 4 }, { 'issued.hour': 4 }],
    [[2015], { issued: [2015] }],
  ])('of the date %j what is not understood is kept', (issued, kept) => {
    expect(keptOf({ issued })).toEqual(kept);
  });

  test.each([
    [{ 'date-parts': [[1850]], circa: true }, '1850~'],
    [{ 'date-parts': [[2016]], season: 3 }, '2016-23'],
    [{ 'date-parts': [[2016], [0]] }, '2016/..'],
    [{ raw: '1850', circa: true }, '1850~'],
    [{ literal: 'printemps 2023' }, '2023-21'],
  ])('what tidy makes of %j is %s', (issued, value) => {
    expect(tidy(draftWith({ issued })).thing.dates).toEqual([{ event: 'published', value }]);
  });

  test('the date of an event is EDTF or kept', () => {
    const values = { 'event-title': 'Journées', 'event-date': { raw: 'juin 2021' } };
    expect(draftWith(values).event).toEqual({ name: { value: 'Journées' } });
    expect(keptOf(values)).toEqual({ 'event-date': { raw: 'juin 2021' } });
  });
});

describe('names', () => {
  test.each<[string, unknown, Record<string, unknown>]>([
    ['parts', { family: 'Sorin', given: 'François' }, { family: 'Sorin', given: 'François', kind: 'person' }],
    [
      'N2 particles that the source tells apart',
      { family: 'La Fontaine', given: 'Jean', 'dropping-particle': 'de' },
      { family: 'La Fontaine', droppingParticle: 'de', nameAsPrinted: 'Jean de La Fontaine' },
    ],
    [
      'N2 a particle that stays',
      { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
      { family: 'Gogh', particle: 'van', nameAsPrinted: 'Vincent van Gogh' },
    ],
    [
      'N3 a name whose parts always stand in this order',
      { family: 'Mao', given: 'Zedong', 'static-ordering': true },
      { family: 'Mao', given: 'Zedong', nameAsPrinted: 'Mao Zedong' },
    ],
    [
      'a suffix after a comma',
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.', 'comma-suffix': 1 },
      { suffix: 'Jr.', nameAsPrinted: 'Martin Luther King, Jr.' },
    ],
    [
      'N1 a name that cannot be split and looks like an organisation’s',
      { literal: 'Ministère de la Culture, département des études' },
      { kind: 'organisation', literal: 'Ministère de la Culture, département des études' },
    ],
    ['N1 one that does not', { literal: 'Force11' }, { kind: 'unknown', literal: 'Force11' }],
    ['N1 one that citeproc calls so', { literal: 'Force11', isInstitution: true }, { kind: 'organisation' }],
    [
      'parts and the whole name',
      { family: 'Fenner', given: 'Martin', literal: 'Fenner, Martin' },
      { family: 'Fenner', given: 'Martin', nameAsPrinted: 'Fenner, Martin' },
    ],
    [
      'N2 a particle that quotation marks keep in the name',
      { family: '"Le Goff"', given: 'Jacques' },
      { family: 'Le Goff', given: 'Jacques', nameAsPrinted: 'Jacques Le Goff' },
    ],
    ['a name as a text', 'Sorin, François', { family: 'Sorin', given: 'François' }],
    [
      'what Crossref adds',
      {
        family: 'Exemple',
        given: 'Ada',
        sequence: 'first',
        ORCID: 'http://orcid.org/0000-0002-1825-0097',
        affiliation: [{ name: 'LabAccès' }],
      },
      {
        identifiers: [
          { scheme: 'orcid', value: '0000-0002-1825-0097', iri: 'https://orcid.org/0000-0002-1825-0097' },
        ],
        affiliations: [{ nameAsPrinted: 'LabAccès', ids: [] }],
      },
    ],
  ])('%s', (_name, author, expected) => {
    expect(tidy(draftWith({ author: [author] })).thing.contributions).toMatchObject([expected]);
    expect(keptOf({ author: [author] })).toEqual({});
  });

  test.each<[string, string, string | undefined]>([
    ['editorial-director', 'editor', 'pbd'],
    ['compiler', 'compiler', undefined],
    ['illustrator', 'illustrator', undefined],
    ['interviewer', 'other', 'ivr'],
    ['recipient', 'other', 'rcp'],
    ['composer', 'other', 'cmp'],
    ['original-author', 'other', 'ant'],
    ['contributor', 'contributor', undefined],
  ])('%s is %s, relator %s', (variable, role, marcRelator) => {
    const person = { family: 'Exemple', given: 'Ada' };
    expect(draftWith({ [variable]: [person] }).contributions).toEqual([{ role, marcRelator, ...person }]);
    expect(keptOf({ [variable]: [person] })).toEqual({});
  });

  test.each(['chair', 'series-creator', 'guest', 'executive-producer', 'collection-editor'])(
    'what %s means is kept, for the model has no word for it',
    (variable) => {
      const person = { family: 'Exemple' };
      expect(draftWith({ [variable]: [person] }).contributions).toMatchObject([{ role: 'other', ...person }]);
      expect(keptOf({ [variable]: [person] })).toEqual({ [variable]: [person] });
    },
  );

  test('who wrote the book of a chapter made the book, and who wrote what is reviewed made neither', () => {
    const goody = { family: 'Goody', given: 'Jack' };
    const chapter = draftWith({ type: 'chapter', 'container-author': [goody] });
    expect(chapter.contributions).toEqual([]);
    expect(chapter.container).toMatchObject({ type: 'book', editors: [{ role: 'author', ...goody }] });
    const review = { type: 'review-book', 'reviewed-author': [goody] };
    expect(draftWith(review).contributions).toEqual([]);
    expect(keptOf(review)).toEqual({ 'reviewed-author': [goody] });
    expect(draftWith({ ...review, 'reviewed-title': 'La Raison graphique' }).relations).toEqual([
      { type: 'reviews', target: { citation: 'Jack Goody, La Raison graphique' } },
    ]);
  });

  test.each<[unknown, Record<string, unknown>]>([
    [[{}], { 'author.0': {} }],
    [[{ age: 3 }], { 'author.0': { age: 3 } }],
    [[7, 8], { author: [7, 8] }],
    [[{ family: 'Sorin', age: 3 }], { 'author.0.age': 3 }],
    [
      [{ family: 'Sorin', affiliation: [{ place: 'Rennes' }] }],
      { 'author.0.affiliation.0': { place: 'Rennes' } },
    ],
  ])('of the authors %j what is no name is kept', (author, kept) => {
    expect(keptOf({ author })).toEqual(kept);
  });
});

describe('containers and positions', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    [
      'an article in a journal',
      { 'container-title': 'Nature', journalAbbreviation: 'Nature', ISSN: '0028-0836' },
      {
        type: 'journal',
        titles: [{ value: 'Nature' }],
        shortTitles: ['Nature'],
        issn: [{ value: '0028-0836' }],
      },
    ],
    [
      'a chapter in a book of a series',
      { type: 'chapter', 'container-title': 'Ouvrage', 'collection-title': 'Série', 'collection-number': 3 },
      { type: 'book', titles: [{ value: 'Ouvrage' }], series: { title: { value: 'Série' }, number: '3' } },
    ],
    [
      'a book in a series',
      { type: 'book', 'collection-title': 'Lecture Notes in Mathematics', ISBN: '9783642321566' },
      { type: 'series', titles: [{ value: 'Lecture Notes in Mathematics' }] },
    ],
    ['a post of a blog', { type: 'post-weblog', 'container-title': 'DataCite Blog' }, { type: 'website' }],
    [
      'an article of a magazine',
      { type: 'article-magazine', 'container-title': 'L’Histoire' },
      { type: 'magazine' },
    ],
    ['a book alone', { type: 'book' }, undefined],
  ])('%s', (_name, values, container) => {
    const draft = draftWith(values);
    if (container === undefined) expect(draft.container).toBeUndefined();
    else expect(draft.container).toMatchObject(container as object);
  });

  test.each<[string, Record<string, unknown>, unknown]>([
    ['P3 numbers are texts', { volume: 12, issue: 3, page: 7 }, { volume: '12', issue: '3', pages: '7' }],
    ['P1 the first page when there is no other', { 'page-first': '66' }, { pages: '66' }],
    ['P1 pages of a book are a total', { type: 'book', 'number-of-pages': 206 }, { pages: '206 p.' }],
    ['a number of its own in a journal', { number: '123456' }, { articleNumber: '123456' }],
    [
      'a book in a series has its number there',
      { type: 'book', 'collection-title': 'Lecture Notes', 'collection-number': '2058' },
      { volume: '2058' },
    ],
    [
      'the title of a special issue',
      { 'container-title': 'Terminal', 'volume-title': 'Travail social' },
      { issueTitle: { value: 'Travail social' } },
    ],
  ])('%s', (_name, values, position) => {
    expect(draftWith(values).position).toEqual(position);
  });

  test.each<[string, readonly string[]]>([
    ['978-2-07-036822-8', ['978-2-07-036822-8']],
    ['978 2 07 036822 8', ['978 2 07 036822 8']],
    ['9782070368228 2070368226', ['9782070368228', '2070368226']],
    ['9782070368228, 2070368226', ['9782070368228', '2070368226']],
    ['2070368226 (br.) 9782070368228 (rel.)', ['2070368226', '9782070368228']],
  ])('the ISBNs %s of a book are its own', (ISBN, values) => {
    expect(draftWith({ type: 'book', ISBN }).identifiers?.map(({ value }) => value)).toEqual(values);
  });

  test.each<[unknown, unknown]>([
    ['0028-0836', [{ value: '0028-0836' }]],
    ['0028-0836, 1476-4687', [{ value: '0028-0836' }, { value: '1476-4687' }]],
    ['0028-0836 1476-4687', [{ value: '0028-0836' }, { value: '1476-4687' }]],
    [
      ['0028-0836', '1476-4687'],
      [{ value: '0028-0836' }, { value: '1476-4687' }],
    ],
    ['1476-4687 (elec.)', [{ value: '1476-4687', medium: 'electronic' }]],
    ['0028-0836 (Print)', [{ value: '0028-0836', medium: 'print' }]],
    ['ask the printer', [{ value: 'ask the printer' }]],
  ])('I3 the ISSNs %j are all kept', (ISSN, issn) => {
    expect(draftWith({ 'container-title': 'Nature', ISSN }).container?.issn).toEqual(issn);
  });

  test('the ISSN of a periodical is its own', () => {
    const draft = draftWith({ type: 'periodical', ISSN: '0028-0836' });
    expect(draft.identifiers).toEqual([{ scheme: 'issn', value: '0028-0836' }]);
    expect(draft.container).toBeUndefined();
  });
});

describe('identifiers and links', () => {
  test.each<[string, Record<string, unknown>, readonly unknown[], readonly unknown[]]>([
    [
      'an address that is the DOI again is no page',
      { DOI: '10.1371/journal.pbio.1001687', URL: 'http://dx.doi.org/10.1371%2Fjournal.pbio.1001687' },
      [{ scheme: 'doi', value: '10.1371/journal.pbio.1001687' }],
      [],
    ],
    [
      'an address at doi.org stands for a DOI that is not said',
      { URL: 'https://doi.org/10.1038/nature14539' },
      [{ scheme: 'doi', value: 'https://doi.org/10.1038/nature14539' }],
      [],
    ],
    [
      'a page of HAL says the id of the work there',
      { URL: 'https://shs.hal.science/halshs-00004123v1' },
      [{ scheme: 'hal', value: 'https://shs.hal.science/halshs-00004123v1' }],
      [{ role: 'landing', url: 'https://shs.hal.science/halshs-00004123v1' }],
    ],
    [
      'so does such a name of the item',
      { id: 'https://doi.org/10.5438/4k3m-nyvg', URL: 'https://blog.datacite.org/' },
      [{ scheme: 'doi', value: 'https://doi.org/10.5438/4k3m-nyvg' }],
      [{ role: 'landing', url: 'https://blog.datacite.org/' }],
    ],
    [
      'the number of a report',
      { type: 'report', number: 'NLR-TP-96-464' },
      [{ scheme: 'report-number', value: 'NLR-TP-96-464' }],
      [],
    ],
    [
      'the id of a preprint',
      { type: 'article', number: 'arXiv:1706.03762' },
      [{ value: 'arXiv:1706.03762' }],
      [],
    ],
  ])('%s', (_name, values, identifiers, links) => {
    const draft = draftWith(values);
    expect(draft.identifiers).toEqual(identifiers);
    expect(draft.links).toEqual(links);
    expect(draft.unmapped).toEqual([]);
  });
});

describe('texts', () => {
  test.each<[unknown, readonly string[]]>([
    ['inclusion (ville, campagne)', ['inclusion (ville, campagne)']],
    ['Plasmodium, Malaria', ['Plasmodium, Malaria']],
    ['Plasmodium; Malaria ;', ['Plasmodium', 'Malaria']],
    [
      ['Plasmodium', 'Malaria'],
      ['Plasmodium', 'Malaria'],
    ],
  ])('L1 the keywords %j are %j', (keyword, subjects) => {
    expect(draftWith({ keyword }).subjects?.map(({ text }) => text.value)).toEqual(subjects);
  });

  test.each<[string, string | undefined]>([
    ['fr', 'fr'],
    ['en-US', 'en-US'],
    ['English', 'English'],
    ['en; fr', undefined],
    ['xx-klingon', undefined],
  ])('the title is in the language %s of the item, if it has one: %s', (language, lang) => {
    expect(draftWith({ language }).titles?.[0]?.text.lang).toBe(lang);
    expect(tidy(draftWith({ language })).thing.titles[0]?.text.lang ?? 'none').toMatch(/^[a-z-]+$/);
  });

  test('T3 the markup of CSL in a title is kept or dropped as it has a meaning', () => {
    const title =
      'The <i>Homo</i> <span class="nocase">NADH</span> H<sub>2</sub>O <span style="font-variant:small-caps;">xiv</span>';
    expect(tidy(draftWith({ title })).thing.titles[0]?.text.value).toBe(
      'The <i>Homo</i> NADH H<sub>2</sub>O <span style="font-variant:small-caps">xiv</span>',
    );
  });
});

describe('variables in a note', () => {
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['PMID: 25992719', { identifiers: [{ scheme: 'pmid', value: '25992719' }] }, []],
    [
      'Lu.\nDOI: 10.1038/nature14539',
      { identifiers: [{ scheme: 'doi', value: '10.1038/nature14539' }] },
      ['Lu.'],
    ],
    ['arXiv: 1706.03762 [cs.CL]', { identifiers: [{ scheme: 'arxiv', value: '1706.03762' }] }, []],
    ['Event Title: Journées', { event: { name: { value: 'Journées' } } }, []],
    ['{:title-short: Deep}{:issue: 3}', { position: { issue: '3' } }, []],
    ['issued: 2015-05', { dates: [{ event: 'published', words: '2015-05' }] }, []],
    [
      'editor: Sorin || François\neditor: Force11',
      { contributions: [{ family: 'Sorin' }, { literal: 'Force11' }] },
      [],
    ],
    ['Nota bene: rien.', {}, ['Nota bene: rien.']],
    ['note: rien', {}, ['note: rien']],
    ['title: Another', { titles: [{ text: { value: 'Deep learning' } }] }, ['title: Another']],
  ])('%j', (note, expected, notes) => {
    const draft = draftWith({ note });
    expect(draft).toMatchObject(expected);
    expect(draft.notes?.map(({ value }) => value)).toEqual(notes);
  });

  test('a variable that has no field is kept under its name', () => {
    expect(keptOf({ note: 'original-date: 1990\nPublisher: Seuil' })).toEqual({ 'original-date': '1990' });
  });
});

test.each<[string, string | undefined]>([
  ['work/sorin-2023-motifs-registres', 'work/sorin-2023-motifs-registres'],
  ['work/10.1371/journal.pmed.0020124', 'work/10.1371/journal.pmed.0020124'],
  ['work/../etc', undefined],
  ['work/', undefined],
  ['homework/1', undefined],
])('the id %s is that of a work that we wrote: %s', (id, own) => {
  expect(draftWith({ id }).id).toBe(own);
  expect(keptOf({ id })).toEqual(own === undefined ? { id } : {});
});

test('empty lines part several notes', () => {
  const { notes } = draftWith({ note: 'Prix.\n \nLu.\nEt relu.\r\n\r\n' });
  expect(notes).toEqual([{ value: 'Prix.' }, { value: 'Lu.\nEt relu.' }]);
});

test('what Crossref makes in CSL is read whole', () => {
  const made = {
    'reference-count': 2,
    publisher: 'Springer Nature',
    license: [
      {
        URL: 'https://www.springer.com/tdm',
        start: { 'date-parts': [[2015, 5, 1]] },
        'content-version': 'tdm',
        'delay-in-days': 0,
      },
    ],
    funder: [{ name: 'NSERC', award: ['RGPIN-1'] }],
    'published-print': { 'date-parts': [[2015, 5, 28]] },
    'published-online': { 'date-parts': [[2015, 5, 27]] },
    DOI: '10.1038/nature14539',
    created: { 'date-parts': [[2015, 5, 27]], 'date-time': '2015-05-27T17:29:14Z', timestamp: 1432747754000 },
    page: '436-444',
    source: 'Crossref',
    'container-title': 'Nature',
    'original-title': [],
    link: [
      {
        URL: 'https://www.nature.com/articles/nature14539.pdf',
        'content-type': 'application/pdf',
        'content-version': 'vor',
        'intended-application': 'text-mining',
      },
    ],
    resource: { primary: { URL: 'https://www.nature.com/articles/nature14539' } },
    subtitle: [],
    'short-title': [],
    'alternative-id': ['BFnature14539'],
    URL: 'https://doi.org/10.1038/nature14539',
    relation: {},
    ISSN: ['0028-0836', '1476-4687'],
    reference: [{ key: 'ref1', DOI: '10.1145/2347736.2347755', 'doi-asserted-by': 'crossref' }],
    'container-title-short': 'Nature',
  };
  const draft = draftWith(made);
  expect(draft).toMatchObject({
    links: [
      { role: 'landing', url: 'https://www.nature.com/articles/nature14539' },
      { role: 'fulltext', url: 'https://www.nature.com/articles/nature14539.pdf' },
    ],
    funding: [{ awardNumber: 'RGPIN-1', funder: { name: 'NSERC' } }],
    licences: [{ words: 'https://www.springer.com/tdm' }],
    references: [{ id: 'https://doi.org/10.1145/2347736.2347755' }],
    identifiers: [{ scheme: 'doi' }, { scheme: 'publisher-id', value: 'BFnature14539' }],
    container: { issn: [{ value: '0028-0836' }, { value: '1476-4687' }] },
  });
  expect(keptOf(made)).toEqual({ source: 'Crossref', 'license.0.content-version': 'tdm' });
});

describe('hostile input', () => {
  test.each<[string, () => string]>([
    [
      'a hundred thousand authors',
      () => JSON.stringify({ ...ioannidis, author: Array(1e5).fill({ family: 'Sorin' }) }),
    ],
    [
      'a hundred thousand authors that are none',
      () => JSON.stringify({ ...ioannidis, author: Array(1e5).fill(7) }),
    ],
    [
      'a hundred thousand series editors',
      () => JSON.stringify({ ...ioannidis, 'collection-editor': Array(1e5).fill('x') }),
    ],
    [
      'a note of a hundred thousand variables',
      () => JSON.stringify({ ...ioannidis, note: 'editor: x\n'.repeat(1e5) }),
    ],
    ['a note of spaces', () => JSON.stringify({ ...ioannidis, note: `DOI:${' '.repeat(1e5)}x\n`.repeat(5) })],
    ['a hundred thousand ISBNs', () => JSON.stringify({ ...ioannidis, ISBN: '2070368226 '.repeat(1e5) })],
    ['deep nesting', () => `{"type":"book","id":"x","title":${'['.repeat(1e5)}`],
    [
      'a date of a hundred thousand parts',
      () => JSON.stringify({ ...ioannidis, issued: { 'date-parts': Array(1e5).fill([2015]) } }),
    ],
  ])('%s ends in a draft or a reject within seconds', (_name, text) => {
    const start = performance.now();
    const { drafts, rejected } = readAll(csl, text());
    expect(drafts.length + rejected.length).toBe(1);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

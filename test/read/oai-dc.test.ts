import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../pipeline/base/draft.ts';
import { oaiDc } from '../../pipeline/read/oai-dc.ts';
import { openaire } from '../../pipeline/read/openaire.ts';
import { qdc } from '../../pipeline/read/qdc.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const open =
  '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">';
const dc = (elements: string) => `${open}\n  ${elements}\n</oai_dc:dc>`;
const record = (elements: string, id = 'oai:example.org:1') =>
  `<record>\n<header><identifier>${id}</identifier><datestamp>2024-04-30</datestamp></header>\n<metadata>${dc(elements)}</metadata>\n</record>`;
const reply = (...records: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">\n<request verb="ListRecords" metadataPrefix="oai_dc">https://example.org/oai</request>\n<ListRecords>\n${records.join('\n')}\n</ListRecords>\n</OAI-PMH>\n`;
const sorin =
  '<dc:title xml:lang="fr">Les pratiques numériques des travailleurs sociaux</dc:title>\n<dc:creator>Sorin, François</dc:creator>\n<dc:date>2019</dc:date>';
const mazet =
  '<dc:title xml:lang="fr">Vers l’État plateforme</dc:title>\n<dc:creator>Mazet, Pierre</dc:creator>\n<dc:date>2019-04-02</dc:date>';
const deleted =
  '<record><header status="deleted"><identifier>oai:example.org:3</identifier><datestamp>2024-05-01</datestamp></header></record>';
const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');

/** What a record of these elements becomes. */
function draftOf(elements: string, id?: string): Draft {
  const [piece] = oaiDc.cut(id === undefined ? dc(elements) : record(elements, id));
  if (!piece) throw new Error('no record');
  return oaiDc.parse(piece, originAt(piece.line));
}

/** What is kept of it, path and value. */
const keptOf = (draft: Draft) => (draft.unmapped ?? []).map(({ path, value }) => [path, value]);

readerContract(oaiDc, {
  one: dc(sorin),
  two: reply(record(sorin), record(mazet)),
  broken: reply(record(sorin), record('<dc:title>Sorin & Mazet</dc:title>'), record(mazet)),
  awkward: dc(
    `<dc:title xml:lang="fr">Les pratiques – numériques : « savoir-faire » et “devoir-faire”, l'outil d’œuvre &amp; l’été &lt; l’hiver 📚</dc:title>`,
  ),
  awkwardTitle:
    "Les pratiques – numériques : « savoir-faire » et “devoir-faire”, l'outil d’œuvre & l’été < l’hiver 📚",
  others: [
    sample('qdc.xml'),
    sample('openaire.xml'),
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>',
    reply(
      '<record><header/><metadata><TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:dc/></TEI></metadata></record>',
    ).replace('oai_dc', 'xml-tei'),
    '<resource xmlns="http://datacite.org/schema/kernel-4"><titles><title>T</title></titles></resource>',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description><dc:title>T</dc:title></rdf:Description></rdf:RDF>',
    '<!DOCTYPE html><html><head><meta name="DC.title" content="T"></head><body></body></html>',
    '{"dc": {"title": "T"}}',
    "@article{sorin, title = {Les pratiques num{\\'e}riques}}",
    'TY  - JOUR\nTI  - Les pratiques numériques\nER  - \n',
    'title,creator\nLes pratiques numériques,"Sorin, François"\n',
    'type: article\ntitles:\n  - role: main\n',
    'Par François Sorin dans Vie sociale, 28, 33-49.\n<dc:title>T</dc:title>',
  ],
});

describe('what an OAI-PMH reply may hold', () => {
  const pieces = (text: string) => Array.from(oaiDc.cut(text), ({ kind, line }) => [kind, line]);

  test.each<[string, string, readonly (readonly [string, number])[]]>([
    [
      'bare records on lines',
      `${dc(sorin)}\n${dc(mazet)}`,
      [
        ['record', 1],
        ['record', 6],
      ],
    ],
    ['records in a wrapper of no format', `<records>\n${dc(sorin)}\n</records>`, [['record', 2]]],
    [
      'two replies in one file',
      reply(record(sorin)) + reply(record(mazet)),
      [
        ['record', 5],
        ['record', 19],
      ],
    ],
    [
      'a deleted record between two',
      reply(record(sorin), deleted, record(mazet)),
      [
        ['record', 5],
        ['aside', 13],
        ['record', 14],
      ],
    ],
    ['headers alone', reply('<header><identifier>a</identifier></header>'), [['aside', 5]]],
  ])('%s', (_name, text, expected) => {
    expect(pieces(text)).toEqual(expected);
    expect(readAll(oaiDc, text).rejected).toEqual([]);
  });

  test('a deleted record is said by its header, and is no fault', () => {
    const asides = [...oaiDc.cut(reply(deleted))].filter(({ kind }) => kind === 'aside');
    expect(asides.map(({ text }) => text)).toEqual([deleted.slice('<record>'.length)]);
  });

  test.each([
    [
      '<error code="noRecordsMatch">nothing</error>',
      'the repository answered with an error: noRecordsMatch, nothing',
    ],
    ['<record><header/><metadata><mods/></metadata></record>', 'metadata in another format: <mods>'],
    ['<record><header/></record>', 'no metadata in <record>'],
    ['<Identify/>', 'no metadata in <OAI-PMH>'],
  ])('%s is rejected: %s', (inside, reason) => {
    expect(readAll(oaiDc, reply(inside)).rejected.map(({ error }) => error.words.en)).toEqual([reason]);
  });

  test('keeps the identifier and the sets of the header; the datestamp is of the record', () => {
    const text = reply(record(sorin).replace('</datestamp>', '</datestamp><setSpec>type:ART</setSpec>'));
    const [draft] = readAll(oaiDc, text).drafts;
    expect(draft?.identifiers).toEqual([{ scheme: 'oai', value: 'oai:example.org:1' }]);
    expect(draft && keptOf(draft)).toEqual([['header.setSpec', 'type:ART']]);
  });

  test('rejects a record of millions of characters at once', () => {
    const text = dc('<dc:creator>Exemple, Ada</dc:creator>'.repeat(250_000));
    expect(readAll(oaiDc, text).rejected[0]?.error.words.en).toBe('record of more than 8 million characters');
  });
});

test('every field', () => {
  const [piece] = oaiDc.cut(sample('oai-dc.xml'));
  const origin = originAt(piece?.line ?? 0);
  expect(piece && oaiDc.parse(piece, origin)).toEqual({ origin, ...everyField });
});

const everyField = {
  type: { list: 'infoEuRepo', code: 'article' },
  titles: [
    { role: 'main', text: { value: 'Un titre d’exemple', lang: 'fr' } },
    { role: 'translated', text: { value: 'An example title', lang: 'en' } },
    { role: 'alternative', text: { value: 'Un autre titre', lang: 'fr' } },
  ],
  abstracts: [
    { value: 'Un résumé assez long pour en être un.', lang: 'fr' },
    { value: 'An abstract.', lang: 'en' },
  ],
  contributions: [
    { role: 'author', nameAsPrinted: 'Exemple, Ada' },
    { role: 'author', nameAsPrinted: 'Sorin, François' },
    { role: 'contributor', nameAsPrinted: 'Mazet, Pierre' },
  ],
  dates: [
    { event: 'available', words: '2025-06-15' },
    { event: 'published', words: '2023-06' },
  ],
  container: {
    type: 'journal',
    titles: [{ value: 'Vie d’exemple' }],
    shortTitles: [],
    issn: [
      { value: '1956-7413', medium: 'electronic' },
      { value: '1627-4873', medium: 'print' },
    ],
    isbn: ['978-2-8218-7547-0'],
  },
  position: { volume: '3', issue: '28', pages: '33-49' },
  publisher: { name: 'Maison d’exemple' },
  identifiers: [
    { scheme: 'oai', value: 'oai:example.org:1' },
    { scheme: 'doi', value: 'https://doi.org/10.5555/VIE.12' },
    { scheme: 'handle', value: 'https://hdl.handle.net/1234/56' },
    { scheme: 'hal', value: 'hal-01234567' },
  ],
  links: [
    { role: 'landing', url: 'https://example.org/vie/12' },
    {
      role: 'fulltext',
      url: 'https://example.org/vie/12/texte.pdf',
      mediaType: 'application/pdf',
      version: 'accepted',
    },
  ],
  languages: ['fr'],
  subjects: [
    { text: { value: 'travail social', lang: 'fr' } },
    { text: { value: 'numérique', lang: 'fr' } },
    { text: { value: 'accompagnement', lang: 'fr' } },
    { text: { value: '360' }, scheme: 'info:eu-repo/classification/ddc', code: '360' },
    {
      text: { value: 'http://www.wikidata.org/entity/Q205398' },
      concept: 'http://www.wikidata.org/entity/Q205398',
    },
  ],
  access: { status: 'embargoed', embargoUntil: '2025-06-15' },
  licences: [
    { words: 'https://creativecommons.org/licenses/by/4.0/' },
    { words: 'Tous droits réservés', lang: 'fr' },
  ],
  funding: [
    {
      funder: { name: 'EC', ids: [] },
      programme: 'FP7',
      awardNumber: '244909',
      awardIri: 'info:eu-repo/grantAgreement/EC/FP7/244909/EU/Making%20Capabilities%20Work/WorkAble',
      title: { value: 'Making Capabilities Work' },
      acronym: 'WorkAble',
    },
  ],
  relations: [
    { type: 'isPartOf', target: { id: 'https://example.org/vie' } },
    { type: 'isRelatedTo', target: { id: 'https://doi.org/10.5555/other' } },
    { type: 'isRelatedTo', target: { citation: 'Cahiers; 3' } },
  ],
  references: [{ id: 'https://doi.org/10.5555/cited' }],
  notes: [{ value: 'Une remarque.', lang: 'fr' }],
  unmapped: [
    { source: 'sample', path: 'header.setSpec', value: 'journals:vie' },
    { source: 'sample', path: 'about', value: { provenance: ['moissonné'] } },
    { source: 'sample', path: 'audience', value: 'chercheurs' },
    { source: 'sample', path: 'type', value: 'text' },
    { source: 'sample', path: 'format', value: 'text/html' },
    { source: 'sample', path: 'coverage', value: 'Bretagne' },
    { source: 'sample', path: 'publisher', value: 'Société d’exemple' },
  ],
};

describe('identifiers and addresses', () => {
  test.each<[string, Partial<Draft>]>([
    ['doi:10.4000/terminal.6607', { identifiers: [{ scheme: 'doi', value: '10.4000/terminal.6607' }] }],
    ['DOI : 10.4000/terminal.6607', { identifiers: [{ scheme: 'doi', value: '10.4000/terminal.6607' }] }],
    ['urn:doi:10.4000/remi.5530', { identifiers: [{ scheme: 'doi', value: '10.4000/remi.5530' }] }],
    [
      'info:eu-repo/semantics/altIdentifier/hdl/1765/308',
      { identifiers: [{ scheme: 'handle', value: '1765/308' }] },
    ],
    ['90 - 5892 - 032 - 1', { identifiers: [{ scheme: 'isbn', value: '90 - 5892 - 032 - 1' }] }],
    ['urn:eisbn:9782821875470', { identifiers: [{ scheme: 'isbn', value: '9782821875470' }] }],
    ['tel-02955615', { identifiers: [{ scheme: 'hal', value: 'tel-02955615' }] }],
    ['NNT: 2018MONTT090', { identifiers: [{ scheme: 'nnt', value: '2018MONTT090' }] }],
    ['PUBMED : 28486779', { identifiers: [{ scheme: 'pmid', value: '28486779' }] }],
    ['ark:/12148/cb15856700n', { identifiers: [{ scheme: 'ark', value: 'ark:/12148/cb15856700n' }] }],
    [
      'urn:nbn:de:0070-pub-16809824',
      { identifiers: [{ scheme: 'urn', value: 'urn:nbn:de:0070-pub-16809824' }] },
    ],
    ['1765', { identifiers: [{ value: '1765' }] }],
    [
      'https://journals.openedition.org/terminal/6607',
      { links: [{ role: 'landing', url: 'https://journals.openedition.org/terminal/6607' }] },
    ],
    [
      'https://example.org/bitstream/1/2/texte.pdf',
      { links: [{ role: 'fulltext', url: 'https://example.org/bitstream/1/2/texte.pdf' }] },
    ],
    [
      'https://hal.science/hal-04167420v1/document',
      { links: [{ role: 'fulltext', url: 'https://hal.science/hal-04167420v1/document' }] },
    ],
    [
      'https://hal.science/hal-04167420',
      {
        identifiers: [{ scheme: 'hal', value: 'hal-04167420' }],
        links: [{ role: 'landing', url: 'https://hal.science/hal-04167420' }],
      },
    ],
    [
      'Sorin, F. (2019). Les pratiques numériques. Vie sociale, 28',
      { citationText: { value: 'Sorin, F. (2019). Les pratiques numériques. Vie sociale, 28' } },
    ],
  ])('%s', (words, expected) => {
    const { identifiers, links, citationText } = draftOf(`<dc:identifier>${words}</dc:identifier>`);
    expect({ identifiers, links, citationText }).toEqual({
      identifiers: [],
      links: [],
      citationText: undefined,
      ...expected,
    });
  });

  test.each([
    ['urn:ISSN:1956-7413', { value: '1956-7413' }],
    ['ISSN:1956-7413', { value: '1956-7413' }],
    ['eISSN 1956-7413', { value: '1956-7413', medium: 'electronic' }],
    ['1956-7413', { value: '1956-7413' }],
  ])('I3 %s is the journal’s', (words, issn) => {
    expect(draftOf(`<dc:identifier>${words}</dc:identifier>`).container?.issn).toEqual([issn]);
    expect(draftOf(`<dc:source>${words}</dc:source>`).container?.issn).toEqual([issn]);
  });

  test('the ISBN of a chapter is that of its book', () => {
    const draft = draftOf(
      '<dc:type>info:eu-repo/semantics/bookPart</dc:type><dc:identifier>urn:isbn:9782821875470</dc:identifier>',
    );
    expect(draft.container).toMatchObject({ type: 'book', isbn: ['9782821875470'] });
    expect(draft.identifiers).toEqual([]);
  });

  test('what is said twice is one', () => {
    const draft = draftOf(
      '<dc:identifier>https://doi.org/10.4000/TERMINAL.6607</dc:identifier><dc:identifier>10.4000/terminal.6607</dc:identifier><dc:relation>info:eu-repo/semantics/altIdentifier/doi/10.4000/terminal.6607</dc:relation><dc:relation>https://doi.org/10.4000/terminal.6607</dc:relation>',
    );
    expect(draft.identifiers).toHaveLength(1);
    expect(draft.relations).toEqual([]);
  });
});

describe('dates', () => {
  test.each<[string, readonly string[], Draft['dates']]>([
    ['D1 keeps the words', ['juin 2023'], [{ event: 'published', words: 'juin 2023' }]],
    ['the first that is a date', ['s.d.', '2019', '2020'], [{ event: 'published', words: '2019' }]],
    ['D6 words that are none', ['à paraître'], [{ event: 'published', words: 'à paraître' }]],
    [
      'a day before the moment of the deposit',
      ['2003-04-15T10:18:51Z', '2002-11'],
      [
        { event: 'published', words: '2002-11' },
        { event: 'deposited', words: '2003-04-15T10:18:51Z' },
      ],
    ],
    [
      'moments alone',
      ['2003-04-15T10:18:51Z', '2003-04-15T10:18:51Z'],
      [{ event: 'published', words: '2003-04-15T10:18:51Z' }],
    ],
    [
      'the day of putting on line, of the same year',
      ['2023', 'info:eu-repo/date/publication/2023-11-28', 'info:eu-repo/date/embargoEnd/2027-01-01'],
      [
        { event: 'available', words: '2027-01-01' },
        { event: 'published', words: '2023' },
        { event: 'publishedOnline', words: '2023-11-28' },
      ],
    ],
    [
      'the day of putting on line, decades later',
      ['1990', 'info:eu-repo/date/publication/2022-08-28'],
      [
        { event: 'published', words: '1990' },
        { event: 'available', words: '2022-08-28' },
      ],
    ],
  ])('%s', (_name, dates, expected) => {
    expect(draftOf(dates.map((words) => `<dc:date>${words}</dc:date>`).join('')).dates).toEqual(expected);
  });

  test('D4 a moment is doubtful as a date of publication', () => {
    const { evidence } = draftOf('<dc:date>2003-04-15T10:18:51Z</dc:date>');
    expect(evidence).toMatchObject([{ path: 'dates.published', confidence: 'doubtful' }]);
  });
});

describe('types', () => {
  const article = 'info:eu-repo/semantics/article';
  test.each<[readonly string[], Draft['type'], readonly unknown[]]>([
    [[article], { list: 'infoEuRepo', code: 'article' }, []],
    [['text', article], { list: 'infoEuRepo', code: 'article' }, ['text']],
    [['info:eu-repo/semantics/bookpart'], { list: 'infoEuRepo', code: 'bookpart' }, []],
    [[article, 'Journal articles'], { list: 'infoEuRepo', code: 'article' }, []],
    [[article, 'Book review'], { list: 'dc', code: 'Book review' }, [article]],
    [
      [article, 'http://purl.org/coar/resource_type/c_dcae04bc'],
      { list: 'coar', code: 'c_dcae04bc' },
      // It is what info:eu-repo has for a review article.
      [],
    ],
    [
      ['info:eu-repo/semantics/other', 'Poster communications'],
      { list: 'dc', code: 'Poster communications' },
      ['info:eu-repo/semantics/other'],
    ],
    [
      ['info:eu-repo/semantics/masterThesis'],
      { list: 'infoEuRepo', code: 'masterThesis' },
      ['info:eu-repo/semantics/masterThesis'],
    ],
    [['doc-type:article'], { list: 'dc', code: 'article' }, []],
    [['http://purl.org/dc/dcmitype/Dataset'], { list: 'dc', code: 'Dataset' }, []],
    [['chapitre d’ouvrage'], { list: 'fr', code: 'chapitre d’ouvrage' }, []],
    [['archaeological note'], { list: 'dc', code: 'archaeological note' }, []],
  ])('%j', (types, type, kept) => {
    const draft = draftOf(types.map((words) => `<dc:type>${words}</dc:type>`).join(''));
    expect(draft.type).toEqual(type);
    expect(keptOf(draft)).toEqual(kept.map((words) => ['type', words]));
  });
});

describe('people', () => {
  test('without any creator the contributors named family first are the authors, which is inferred', () => {
    const draft = draftOf(
      '<dc:contributor>Smidts, A.</dc:contributor><dc:contributor>ERIM</dc:contributor><dc:type>Article</dc:type>',
    );
    expect(draft.contributions?.map(({ role }) => role)).toEqual(['author', 'contributor']);
    expect(draft.evidence).toMatchObject([
      { path: 'contributions', rule: 'contributor-without-creator', confidence: 'inferred' },
    ]);
  });

  test('but not those of a book, who may be its editors', () => {
    const draft = draftOf(
      '<dc:contributor>Mazet, Pierre</dc:contributor><dc:type>info:eu-repo/semantics/book</dc:type>',
    );
    expect(draft.contributions?.map(({ role }) => role)).toEqual(['contributor']);
  });

  test.each([
    ['Exemple, Ada', [{ nameAsPrinted: 'Exemple, Ada' }]],
    [
      'Sorin, François; Mazet, Pierre',
      [{ nameAsPrinted: 'Sorin, François' }, { nameAsPrinted: 'Mazet, Pierre' }],
    ],
    [
      'Exemple, Ada; Université Rennes 2, CREAD',
      [{ nameAsPrinted: 'Exemple, Ada', affiliations: [{ nameAsPrinted: 'Université Rennes 2, CREAD' }] }],
    ],
    [
      'Ministère de la Culture ; Département des études',
      [{ nameAsPrinted: 'Ministère de la Culture ; Département des études' }],
    ],
  ])('N1 %s', (words, expected) => {
    const { contributions } = draftOf(`<dc:creator>${words}</dc:creator>`);
    expect(contributions).toEqual(expected.map((each) => ({ role: 'author', ...each })));
  });
});

describe('texts', () => {
  test('the longest description of a language is its abstract, the others are notes', () => {
    const draft = draftOf(
      '<dc:description>Paper read.</dc:description><dc:description>A much longer abstract.</dc:description><dc:description xml:lang="fr">Résumé.</dc:description><dc:description>Paper read.</dc:description>',
    );
    expect(draft.abstracts).toEqual([{ value: 'A much longer abstract.' }, { value: 'Résumé.', lang: 'fr' }]);
    expect(draft.notes).toEqual([{ value: 'Paper read.' }]);
  });

  test('a title in another language is a translation, even as ISO 639-3 says it', () => {
    const roles = (second: string) =>
      draftOf(`<dc:title xml:lang="fr">A</dc:title><dc:title xml:lang="${second}">B</dc:title>`).titles?.map(
        ({ role }) => role,
      );
    expect([roles('en'), roles('fra'), roles('es')]).toEqual([
      ['main', 'translated'],
      ['main', 'alternative'],
      ['main', 'translated'],
    ]);
  });

  test('L1 only a semicolon parts keywords', () => {
    const { subjects } = draftOf(
      '<dc:subject>inclusion (ville, campagne); numérique</dc:subject><dc:subject>santé, social</dc:subject>',
    );
    expect(subjects?.map(({ text }) => text.value)).toEqual([
      'inclusion (ville, campagne)',
      'numérique',
      'santé, social',
    ]);
  });

  test('joins the lines of a long text and keeps its paragraphs', () => {
    const line = 'Le travail social se synchronise avec le diagnostic de la fracture numérique,\n      ';
    const { abstracts } = draftOf(`<dc:description>${line.repeat(3)}\n\n   fin.</dc:description>`);
    const joined = Array.from({ length: 3 }, () => line.trim()).join(' ');
    expect(abstracts).toEqual([{ value: `${joined}\n\nfin.` }]);
  });
});

describe('sources', () => {
  const article = '<dc:type>info:eu-repo/semantics/article</dc:type>';
  test.each<[string, readonly string[], Partial<Draft['position']>, string | undefined]>([
    ['a journal', ['Vie sociale'], undefined as never, 'Vie sociale'],
    [
      'P2 labelled numbers',
      ['Terminal, vol. 3, n° 128, p. 33-49'],
      { volume: '3', issue: '128', pages: '33-49' },
      'Terminal',
    ],
    [
      'P2 a double issue',
      ['Les Politiques Sociales, 1-2, p. 66-79'],
      { issue: '1-2', pages: '66-79' },
      'Les Politiques Sociales',
    ],
    [
      'a line of OJS',
      ['Terminal; Vol. 5 No. 2 (2010): Un dossier; 33-49'],
      { volume: '5', issue: '2', pages: '33-49', issueTitle: { value: 'Un dossier' } },
      'Terminal',
    ],
    ['a line of OJS without volume', ['Terminal; No 28 (2019)'], { issue: '28' }, 'Terminal'],
    [
      'P2 a number alone is neither volume nor issue',
      ['Le Sociographe, 81, 13-28'],
      undefined as never,
      undefined,
    ],
    [
      'a title that the citation goes on from',
      ['Vie sociale 2.0', 'Vie sociale 2.0, 2019, n° 28'],
      { issue: '28' },
      'Vie sociale 2.0',
    ],
  ])('%s', (_name, sources, position, title) => {
    const draft = draftOf(article + sources.map((words) => `<dc:source>${words}</dc:source>`).join(''));
    expect(draft.position).toEqual(position);
    expect(draft.container?.titles?.[0]?.value).toBe(title);
  });

  test('the source of a thesis is no journal', () => {
    const draft = draftOf('<dc:type>Thesis</dc:type><dc:source>Fonds de la bibliothèque</dc:source>');
    expect(draft.container).toBeUndefined();
    expect(keptOf(draft)).toEqual([['source', 'Fonds de la bibliothèque']]);
  });
});

describe('rights', () => {
  test.each<[string, Draft['access']]>([
    ['info:eu-repo/semantics/OpenAccess', { status: 'open', embargoUntil: undefined }],
    ['http://purl.org/coar/access_right/c_16ec', { status: 'restricted', embargoUntil: undefined }],
    ['Open Access', { status: 'open', embargoUntil: undefined }],
    ['Copyright (c) 2019 Les auteurs', undefined],
  ])('%s', (words, access) => {
    const draft = draftOf(`<dc:rights>${words}</dc:rights>`);
    expect(draft.access).toEqual(access);
    expect(draft.licences).toEqual(access ? [] : [{ words, lang: undefined }]);
  });
});

describe('grants', () => {
  test.each([
    [
      'info:eu-repo/grantAgreement/EC/FP7/244909',
      {
        funder: { name: 'EC', ids: [] },
        programme: 'FP7',
        awardNumber: '244909',
        awardIri: 'info:eu-repo/grantAgreement/EC/FP7/244909',
      },
    ],
    [
      'info:eu-repo/grantAgreement//282797/EU/A/B project/ACRO',
      {
        awardNumber: '282797',
        title: { value: 'A/B project' },
        acronym: 'ACRO',
        awardIri: 'info:eu-repo/grantAgreement//282797/EU/A/B%20project/ACRO',
      },
    ],
  ])('%s', (words, funding) => {
    expect(draftOf(`<dc:relation>${words}</dc:relation>`).funding).toEqual([funding]);
  });
});

describe('HAL', () => {
  const hal = (elements: string) => draftOf(elements, 'oai:HAL:tel-02955615v1');

  test('is not a publisher, and says the audience among the descriptions', () => {
    const draft = hal(
      '<dc:publisher>HAL CCSD</dc:publisher><dc:publisher>Érès</dc:publisher><dc:description>International audience</dc:description><dc:description>Un commentaire</dc:description><dc:description xml:lang="fr">Résumé</dc:description>',
    );
    expect(draft.publisher).toEqual({ name: 'Érès' });
    expect(draft.review).toEqual({ audience: 'international' });
    expect([draft.notes, draft.abstracts]).toEqual([
      [{ value: 'Un commentaire' }],
      [{ value: 'Résumé', lang: 'fr' }],
    ]);
  });

  test('repeats a title with its subtitle', () => {
    const draft = hal('<dc:title xml:lang="fr">T</dc:title><dc:title xml:lang="fr">T : le reste</dc:title>');
    expect(draft.titles).toEqual([
      { role: 'main', text: { value: 'T', lang: 'fr' } },
      { role: 'subtitle', text: { value: 'le reste', lang: 'fr' } },
    ]);
  });

  test('has its laboratories and projects among the contributors', () => {
    const draft = hal(
      '<dc:creator>Sorin , François</dc:creator><dc:contributor>Institut d’exemple (IE) ; Université d’exemple (UE)</dc:contributor><dc:contributor>ANR-17-EURE-0007,CGS,Un projet(2017)</dc:contributor>',
    );
    expect(draft.contributions).toMatchObject([
      { role: 'author', nameAsPrinted: 'Sorin, François' },
      { role: 'contributor', kind: 'organisation' },
    ]);
    expect(draft.funding).toEqual([
      {
        funder: { name: 'ANR', ids: [] },
        awardNumber: 'ANR-17-EURE-0007',
        title: { value: 'Un projet' },
        acronym: 'CGS',
      },
    ]);
  });

  test('prints the journal, then its page again, then the citation', () => {
    const draft = hal(
      '<dc:type>info:eu-repo/semantics/article</dc:type><dc:identifier>https://hal.science/hal-04167420</dc:identifier><dc:source>EISSN: 1956-7413</dc:source><dc:source>Vie sociale</dc:source><dc:source>https://hal.science/hal-04167420</dc:source><dc:source>Vie sociale, 2019, 28 (4), pp.33-49. ⟨10.3917/vsoc.194.0033⟩</dc:source><dc:subject>[SHS.SOCIO]Humanities and Social Sciences/Sociology</dc:subject>',
    );
    expect(draft.container).toMatchObject({
      titles: [{ value: 'Vie sociale' }],
      issn: [{ value: '1956-7413' }],
    });
    expect(draft.position).toEqual({ volume: '28', issue: '4', pages: '33-49' });
    expect(draft.links).toEqual([{ role: 'landing', url: 'https://hal.science/hal-04167420' }]);
    expect(draft.subjects?.[0]?.code).toBe('shs.socio');
  });

  test('gives the conference of a communication its place', () => {
    const { event } = hal(
      '<dc:type>info:eu-repo/semantics/conferenceObject</dc:type><dc:source>Journée d’étude</dc:source><dc:coverage>Rennes, France</dc:coverage>',
    );
    expect(event).toEqual({ name: { value: 'Journée d’étude' }, place: 'Rennes, France' });
  });
});

describe('OpenEdition', () => {
  const edited = (elements: string) => draftOf(elements, '20.500.13089/7kfl');

  test('relates a chapter to its book', () => {
    const draft = edited(
      '<dc:type>info:eu-repo/semantics/bookpart</dc:type><dc:relation>https://hdl.handle.net/20.500.13089/81qu</dc:relation><dc:relation>info:eu-repo/semantics/altIdentifier/isbn/978-2-7535-4677-6</dc:relation>',
    );
    expect(draft.relations).toEqual([
      { type: 'isPartOf', target: { id: 'https://hdl.handle.net/20.500.13089/81qu' } },
    ]);
    expect(draft.container?.isbn).toEqual(['978-2-7535-4677-6']);
  });

  test('names the authors of all articles of an issue, which is marked', () => {
    const draft = draftOf(
      '<dc:type>issue</dc:type><dc:creator>Groth, Stefan</dc:creator>',
      'oai:revues.org:beo/787',
    );
    expect(draft.evidence).toMatchObject([
      { path: 'contributions', rule: 'authors-of-parts', confidence: 'doubtful' },
    ]);
  });
});

test('OJS: a galley is the text, and its version that of the record', () => {
  const { links } = draftOf(
    '<dc:identifier>https://example.org/index.php/r/article/view/12</dc:identifier><dc:relation>https://example.org/index.php/r/article/view/12/34</dc:relation><dc:type>info:eu-repo/semantics/publishedVersion</dc:type>',
  );
  expect(links).toEqual([
    { role: 'landing', url: 'https://example.org/index.php/r/article/view/12' },
    { role: 'fulltext', url: 'https://example.org/index.php/r/article/view/12/34', version: 'published' },
  ]);
});

test.each([
  ['words between the elements', `${sorin}(?s)`, [['dc', '(?s)']]],
  [
    'an unknown element',
    `${sorin}<dc:zone n="1">x<b>y</b></dc:zone>`,
    [['zone', { '@n': '1', b: ['y'], text: 'x' }]],
  ],
  [
    'an unknown attribute',
    `${sorin}<dc:language id="l1">fr</dc:language>`,
    [['language', { '@id': 'l1', text: 'fr' }]],
  ],
])('keeps %s', (_name, elements, kept) => {
  expect(keptOf(draftOf(elements))).toEqual(kept);
});

test.each([
  [oaiDc, reply(deleted)],
  [qdc, reply(deleted).replace('"oai_dc"', '"oai_qdc"')],
  [openaire, reply(deleted).replace('"oai_dc"', '"oai_openaire"')],
])('knows a reply of deleted records by the prefix that was asked for: $name', (reader, text) => {
  expect([oaiDc, qdc, openaire].filter(({ sniff }) => sniff(text))).toEqual([reader]);
});

describe('what our own records say in a form of their own', () => {
  test.each([
    ['T : S', 'S', 'T'],
    ['T: S', 'S', 'T'],
    ['T : S : U', 'U', 'T : S'],
  ])('a title %j that ends in %j has it as its subtitle', (whole, end, main) => {
    const draft = draftOf(
      `<dc:title xml:lang="fr">${whole}</dc:title><dc:title xml:lang="fr">${end}</dc:title>`,
    );
    expect(draft.titles).toEqual([
      { role: 'main', text: { value: main, lang: 'fr' } },
      { role: 'subtitle', text: { value: end, lang: 'fr' } },
    ]);
  });

  test.each([
    ['in another language', 'T : S', '<dc:title xml:lang="en">S</dc:title>'],
    ['without a colon before it', 'T S', '<dc:title xml:lang="fr">S</dc:title>'],
    ['the whole again', ': S', '<dc:title xml:lang="fr">S</dc:title>'],
  ])('a second title %s is none', (_name, whole, second) => {
    const draft = draftOf(`<dc:title xml:lang="fr">${whole}</dc:title>${second}`);
    expect(draft.titles?.map(({ role }) => role)).not.toContain('subtitle');
  });

  test('T1 a no-break space stays in a title', () => {
    const draft = draftOf('<dc:title>L’accès\u00a0: une\n  enquête</dc:title>');
    expect(draft.titles?.[0]?.text.value).toBe('L’accès\u00a0: une enquête');
  });

  test('a line all of which is understood is no citation, a line that says more is', () => {
    const inJournal = (line: string) =>
      draftOf(`<dc:type>info:eu-repo/semantics/article</dc:type><dc:source>${line}</dc:source>`);
    expect(inJournal('Terminal, vol. 12, n° 128, p. 13-28')).toMatchObject({
      container: { titles: [{ value: 'Terminal' }] },
      position: { volume: '12', issue: '128', pages: '13-28' },
      citationText: undefined,
    });
    expect(inJournal('Terminal, n° 128, printemps 2021, p. 13-28').citationText?.value).toBe(
      'Terminal, n° 128, printemps 2021, p. 13-28',
    );
  });

  test('a record that says its type as COAR does is not OpenEdition’s, whatever page it has', () => {
    const coar = '<dc:type>http://purl.org/coar/resource_type/c_6501</dc:type>';
    const page = '<dc:identifier>https://journals.openedition.org/terminal/6607</dc:identifier>';
    const relation = '<dc:relation>https://doi.org/10.5555/other</dc:relation>';
    const typeOf = (elements: string) => draftOf(elements).relations?.[0]?.type;
    expect([typeOf(page + relation), typeOf(coar + page + relation)]).toEqual(['isPartOf', 'isRelatedTo']);
  });

  test('a data set by its address is a link to one', () => {
    const draft = draftOf(
      '<dc:relation>info:eu-repo/semantics/dataset/url/https://example.org/donnees</dc:relation>',
    );
    expect(draft.links).toEqual([{ role: 'dataset', url: 'https://example.org/donnees' }]);
  });

  test('I1 the percent signs in the address of a DOI are escapes', () => {
    const draft = draftOf(
      '<dc:relation>https://doi.org/10.1002/(sici)1098(1997)10:4%3C290::aid%3E3.0.co;2-l</dc:relation>',
    );
    expect(draft.relations?.[0]?.target.id).toBe(
      'https://doi.org/10.1002/(sici)1098(1997)10:4%3C290::aid%3E3.0.co;2-l',
    );
  });

  test('the language of a domain of HAL stays', () => {
    const draft = draftOf('<dc:subject xml:lang="en">[SHS.SOCIO] Sociology</dc:subject>');
    expect(draft.subjects?.[0]).toMatchObject({
      text: { value: 'Sociology', lang: 'en' },
      code: 'shs.socio',
    });
  });

  test('a number of pages is a format', () => {
    expect(draftOf('<dc:format>102 p.</dc:format>').position).toEqual({ pages: '102 p.' });
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../pipeline/base/draft.ts';
import { plainText } from '../../pipeline/base/plain-text.ts';
import type { LangText, Work } from '../../pipeline/base/work.ts';
import { rdf } from '../../pipeline/read/rdf.ts';
import { GrowingGraph, isReference, type Value } from '../../pipeline/read/rdf-graph.ts';
import { readRdfXml } from '../../pipeline/read/rdf-xml.ts';
import { runLab } from '../../pipeline/run.ts';
import { entriesOf, gather, reconcileAlone, writerNamed } from '../../pipeline/stages.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const dcterms = 'http://purl.org/dc/terms/';
const awkwardTitle = 'Les « savoir-faire » & l’“usager” – d\'où vient-il ? a < b, "d’abord" \\ 📚';
const statement = (subject: string, property: string, object: string) =>
  `<https://example.org/${subject}> <${property}> ${object} .\n`;
const article = (subject: string, title: string) =>
  statement(subject, `${dcterms}title`, JSON.stringify(title)) +
  statement(subject, `${dcterms}creator`, '"Sorin, François"') +
  statement(
    subject,
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
    '<http://purl.org/ontology/bibo/AcademicArticle>',
  );

const samples = new URL('samples/', import.meta.url);
const sample = (name: string) => readFileSync(new URL(name, samples), 'utf8');

readerContract(rdf, {
  one: article('a', 'Déplier la question numérique'),
  two: article('a', 'Déplier la question numérique') + article('b', 'Vers l’État plateforme'),
  broken: `${article('a', 'Déplier la question numérique')}<https://example.org/b> dcterms:title "Sans IRI" .\n${article('c', 'Vers l’État plateforme')}`,
  awkward: article('a', awkwardTitle),
  awkwardTitle,
  others: [
    ...[
      'zotero.rdf',
      'hal-tei.xml',
      'oai-dc.xml',
      'qdc.xml',
      'openaire.xml',
      'datacite.xml',
      'datacite.json',
    ].map(sample),
    ...['schema.jsonld', 'zotero.json', 'csl.json', 'hal.json', 'openalex.json', 'bibtex.bib', 'ris.ris'].map(
      sample,
    ),
    ...['csv.csv', 'html.html'].map(sample),
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata></OAI-PMH>',
    '{"@context":"https://schema.org","@id":"https://example.org/a","@type":"Article","name":"T"}',
    '{"@context":{"@vocab":"http://schema.org/"},"@type":"Article","name":"T"}',
    '{"DOI":"10.1038/nature14539","type":"journal-article","title":["Deep learning"],"reference-count":3}',
    'titles: [{ role: main, text: { value: T } }]\ntype: article\n',
    '# Nos données\n\nUn exemple :\n\n    @prefix dcterms: <http://purl.org/dc/terms/> .\n    <#a> dcterms:title "T" .\n',
    '@prefix dcterms: <http://purl.org/dc/terms/> . est la première ligne de chaque fichier.\nPar François Sorin, 2019.\n',
    'PREFIX dcterms: <http://purl.org/dc/terms/>\nSELECT ?titre WHERE { ?a dcterms:title ?titre }\n',
    '@article{sorin2019, title = {Les pratiques numériques}, url = {http://purl.org/dc/terms/}}\n',
    '<p>Voir <http://purl.org/dc/terms/> et <http://schema.org/>.</p>\n',
    '<!DOCTYPE html><html prefix="dcterms: http://purl.org/dc/terms/"><title>T</title></html>',
    'Par François Sorin, 2019, dans Vie sociale, 28. <https://www.labacces.fr/>\n',
  ],
});

const prefixes = `@prefix bibo: <http://purl.org/ontology/bibo/> .
@prefix dc: <http://purl.org/dc/elements/1.1/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix fabio: <http://purl.org/spar/fabio/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix hal: <http://data.archives-ouvertes.fr/schema/> .
@prefix marcrel: <http://id.loc.gov/vocabulary/relators/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prism: <http://prismstandard.org/namespaces/basic/2.0/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdau: <http://rdaregistry.info/Elements/u/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

/** The drafts of a graph in Turtle. */
const drafts = (turtle: string) => readAll(rdf, prefixes + turtle).drafts;

/** The draft of a work of which this is said; `more` is said of other things. */
function draftWith(said: string, more = ''): Draft {
  const all = drafts(`<https://example.org/a> a bibo:AcademicArticle ; ${said} .\n${more}`);
  expect(all).toHaveLength(1);
  return all[0] ?? { origin: originAt(1) };
}

const titled = (said: string, more = '') => draftWith(`dcterms:title "T" ; ${said}`, more);
const kept = ({ unmapped }: Draft) => unmapped?.map(({ path }) => path) ?? [];

// What the lab's graph and a record with every field say, field by field.

/** The work without what the RDF mapping does not carry, and without the ids that reconcile gives. */
function carried(work: Work): Record<string, unknown> {
  const plain = ({ value, lang, markup }: LangText) => ({ value: plainText({ value, lang, markup }), lang });
  const { container, position, publisher, event, review } = work;
  return {
    id: work.id,
    type: work.type,
    titles: work.titles.map(({ role, text }) => ({ role, text: plain(text) })),
    abstracts: asSet(work.abstracts.map(plain)),
    contributions: work.contributions.map((each) => ({
      position: each.position,
      role: each.role,
      kind: each.kind,
      nameAsPrinted: each.nameAsPrinted,
      family: each.family,
      given: each.given,
      particle: each.particle,
      droppingParticle: each.droppingParticle,
      suffix: each.suffix,
      literal: each.literal,
      // Not who asserted it.
      identifiers: asSet(each.identifiers.map(({ scheme, value, iri }) => ({ scheme, value, iri }))),
      // Not the country.
      affiliations: asSet(
        each.affiliations.map(({ nameAsPrinted, ids }) => ({
          nameAsPrinted,
          ids: ids.map(({ value }) => value),
        })),
      ),
    })),
    // Not what was printed, deposited, changed or withdrawn when.
    dates: work.dates
      .filter(({ event: name }) =>
        ['published', 'accepted', 'submitted', 'written', 'copyright'].includes(name),
      )
      .map(({ event: name, value }) => ({ event: name, value })),
    // Not the series nor the editors of the whole.
    container: container && {
      type: container.type,
      titles: asSet(container.titles.map(plain)),
      shortTitles: asSet(container.shortTitles),
      issn: asSet(container.issn),
      isbn: asSet(container.isbn),
      url: container.url,
    },
    position: position && { ...position, issueTitle: position.issueTitle && plain(position.issueTitle) },
    event: event && { ...event, name: plain(event.name) },
    // Not the place.
    publisher: publisher && { name: publisher.name },
    identifiers: asSet(work.identifiers.map(({ scheme, value, iri }) => ({ scheme, value, iri }))),
    // Not version, access and date of a file.
    links: asSet(
      work.links.map(({ role, url, mediaType, licence, bytes, checksum }) => ({
        role,
        url,
        mediaType,
        licence,
        bytes,
        checksum,
      })),
    ),
    languages: asSet(work.languages),
    // Not which concept is meant by which word.
    subjects: asSet(work.subjects.map(({ text }) => plain(text))),
    // Not the end of an embargo.
    access: work.access?.status,
    // Not version and date.
    licences: asSet(work.licences.map(({ iri, text }) => ({ iri, text }))),
    // Not the programme.
    funding: work.funding.map(({ funder, awardNumber, awardIri, title, acronym }) => ({
      funder: funder && {
        name: funder.name,
        ids: funder.ids.map(({ scheme, value, iri }) => ({ scheme, value, iri })),
      },
      awardNumber,
      awardIri,
      title,
      acronym,
    })),
    relations: asSet(work.relations),
    // Not the keys, nor the words beside an address.
    references: asSet(work.references.map(({ id, citation }) => (id ? { id } : { citation }))),
    status: work.status,
    review: review?.peerReviewed,
    notes: asSet(work.notes.map(plain)),
    // Not the citation as found, where the mapping composes one of container and place. Not which source gave which field.
    sources: asSet([...new Set(work.provenance.map(({ source }) => source.name))]),
  };
}

/** RDF keeps no order but that of authors. */
const asSet = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();

const formats = ['turtle', 'ntriples', 'nquads', 'trig', 'rdfxml', 'jsonld', 'jsonld-lines'] as const;

async function written(format: string, entries: ReturnType<typeof entriesOf>, base: string): Promise<string> {
  const opened = await writerNamed(format)?.open({ graph: `${base}dataset`, base });
  if (!opened) throw new Error(`no writer ${format}`);
  return (
    opened.head +
    entries
      .map((entry) => opened.one(entry))
      .filter(Boolean)
      .join(opened.between) +
    opened.tail
  );
}

/** The works of a text, tidied and checked. */
function worksOf(text: string): readonly Work[] {
  return [...rdf.cut(text)].flatMap((piece) => {
    const gathered = gather(rdf, piece, { source: { name: 'rdf', system: 'rdf' }, file: 'sample.ttl' });
    return gathered.kind === 'work' ? [gathered.record.thing] : [];
  });
}

describe('our own graphs', () => {
  test.each(formats)('the works of the lab come back from %s', async (format) => {
    const folder = fileURLToPath(new URL('../../', import.meta.url));
    const { lab, collection } = await runLab(folder, '2026-01-15T08:00:00Z');
    const text = await written(format, entriesOf(collection, lab.base), lab.base);
    const works = worksOf(text);
    expect(works.map(({ unmapped }) => unmapped)).toEqual(works.map(() => []));
    const byId = new Map(works.map((work) => [work.id, carried(work)]));
    expect([...byId.keys()].sort()).toEqual(collection.works.map(({ id }) => id).sort());
    const journals = new Map(collection.journals.map((journal) => [journal.id, journal]));
    for (const work of collection.works) {
      // The graph says of a journal what the lab says, not what the work did.
      const journal = journals.get(work.container?.id ?? '');
      const container = work.container &&
        journal && { ...work.container, ...journal, type: work.container.type };
      expect(byId.get(work.id)).toEqual(carried({ ...work, container }));
    }
  });

  test.each(formats)('a record with every field comes back from %s', async (format) => {
    const [work] = worksOf(sample('rdf.ttl'));
    if (!work) throw new Error('no work in the sample');
    const base = 'https://data.example.org/id/';
    const collection = reconcileAlone({ thing: work, place: { file: 'sample.ttl' }, findings: [] });
    const [again] = worksOf(await written(format, entriesOf(collection, base), base));
    expect(again && carried(again)).toEqual(carried(work));
  });

  test('every field of the mapping has its place in the draft', () => {
    const { drafts: all, rejected } = readAll(rdf, sample('rdf.ttl'));
    expect(rejected).toEqual([]);
    expect(all).toEqual([everyField]);
  });

  test('a citation that the mapping composed is not taken for the source’s', () => {
    const said = `dcterms:title "T" ; bibo:issue "28" ; bibo:pages "33-49" ; dcterms:isPartOf <#j> ;
      dcterms:bibliographicCitation`;
    const journal = '<#j> a bibo:Journal ; dcterms:title "Vie sociale" .';
    expect(draftWith(`${said} "Vie sociale, no. 28, p. 33-49"`, journal).citationText).toBeUndefined();
    expect(draftWith(`${said} "Vie sociale, n° 28"`, journal).citationText).toEqual({
      value: 'Vie sociale, n° 28',
    });
  });

  test.each([
    [
      'its source',
      '<https://l.org/id/work/x> prov:wasDerivedFrom <https://l.org/id/source/articles> .',
      'work/x',
    ],
    [
      'a node below it',
      '<https://l.org/id/work/x> schema:identifier <https://l.org/id/work/x#identifier-1> .',
      'work/x',
    ],
    ['a work of another catalogue', '', undefined],
    [
      'a source elsewhere',
      '<https://l.org/id/work/x> prov:wasDerivedFrom <https://m.org/id/source/articles> .',
      undefined,
    ],
  ])('an id is ours by %s', (_, said, id) => {
    const [draft] = drafts(`<https://l.org/id/work/x> a bibo:Article ; dcterms:title "T" .\n${said}`);
    expect(draft?.id).toBe(id);
    expect(draft?.identifiers?.map(({ value }) => value)).toEqual(id ? [] : ['https://l.org/id/work/x']);
  });
});

const source = (name: string, more: object) => ({ name, system: 'rdf', ...more });

const everyField: Draft = {
  origin: originAt(17),
  id: 'work/sorin-2019-les-pratiques-numeriques',
  type: { list: 'work', code: 'article' },
  titles: [
    { role: 'main', text: { value: 'Les pratiques numériques des travailleurs sociaux', lang: 'fr' } },
    { role: 'subtitle', text: { value: 'entre « savoir-faire » et « devoir-faire »', lang: 'fr' } },
    { role: 'translated', text: { value: 'Digital practices of social workers', lang: 'en' } },
    { role: 'alternative', text: { value: 'Savoir-faire et devoir-faire', lang: 'fr' } },
    { role: 'short', text: { value: 'Les pratiques numériques', lang: 'fr' } },
  ],
  abstracts: [
    { value: 'Digitalisation redefines intervention.', lang: 'en' },
    { value: 'La dématérialisation redéfinit l’intervention.', lang: 'fr' },
  ],
  contributions: [
    {
      role: 'author',
      kind: 'person',
      nameAsPrinted: 'F. Sorin',
      given: 'François',
      family: 'Sorin',
      affiliations: [{ nameAsPrinted: 'LabAccès' }],
    },
    {
      role: 'author',
      kind: 'person',
      nameAsPrinted: 'Ada Exemple',
      given: 'Ada',
      family: 'Exemple',
      identifiers: [{ value: 'https://orcid.org/0000-0002-1825-0097' }],
      affiliations: [
        { nameAsPrinted: 'Université Rennes 2', ids: [{ value: 'https://ror.org/01m84wm78' }] },
        { nameAsPrinted: 'LabAccès' },
      ],
    },
    { role: 'editor', kind: 'person', nameAsPrinted: 'Pierre Mazet', given: 'Pierre', family: 'Mazet' },
    {
      role: 'translator',
      kind: 'person',
      nameAsPrinted: 'Jean de La Fontaine',
      given: 'Jean',
      family: 'La Fontaine',
      droppingParticle: 'de',
    },
    {
      role: 'other',
      marcRelator: 'ivr',
      kind: 'person',
      nameAsPrinted: 'Vincent van Gogh',
      given: 'Vincent',
      family: 'van Gogh',
    },
    {
      role: 'contributor',
      kind: 'organisation',
      nameAsPrinted: 'Ministère de la Culture, département des études',
    },
  ],
  dates: [
    { event: 'published', words: '2019-21' },
    { event: 'accepted', words: '2019-01-15' },
    { event: 'submitted', words: '2018-11' },
    { event: 'written', words: '2018' },
    { event: 'copyright', words: '2019' },
  ],
  container: {
    type: 'journal',
    titles: [{ value: 'Vie sociale', lang: 'fr' }],
    shortTitles: ['Vie soc.'],
    issn: [
      { value: '0042-5605', medium: 'print' },
      { value: '2271-412X', medium: 'electronic' },
    ],
    isbn: [],
    identifiers: [],
    url: 'https://www.cairn.info/revue-vie-sociale.htm',
  },
  position: {
    volume: '12',
    issue: '28',
    issueTitle: { value: 'Le numérique', lang: 'fr' },
    section: { value: 'Dossier', lang: 'fr' },
    pages: '33-49',
  },
  event: {
    name: { value: 'Travail social et numérique', lang: 'fr' },
    acronym: 'TSN',
    start: '2018-06-14',
    end: '2018-06-15',
    place: 'Rennes',
  },
  publisher: { name: 'Érès' },
  identifiers: [
    { scheme: 'doi', value: '10.3917/vsoc.194.0033' },
    { scheme: 'hal', value: 'hal-02493871' },
    { scheme: 'pmid', value: '31452104' },
  ],
  links: [
    { role: 'landing', url: 'https://www.cairn.info/revue-vie-sociale-2019-4-page-33.htm' },
    { role: 'publisher', url: 'https://www.editions-eres.com/' },
    {
      role: 'fulltext',
      url: 'https://hal.science/hal-02493871/document',
      mediaType: 'application/pdf',
      bytes: 48_213,
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      checksum: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
  languages: ['fr'],
  subjects: [{ text: { value: 'numérique', lang: 'fr' } }, { text: { value: 'travail social', lang: 'fr' } }],
  access: { status: 'open' },
  licences: [
    { words: 'https://creativecommons.org/licenses/by-nc-nd/4.0/' },
    { words: 'tous droits réservés par l’éditeur', lang: 'fr' },
  ],
  funding: [
    {
      funder: {
        name: 'Agence nationale de la recherche',
        ids: [
          {
            scheme: 'doi',
            value: '10.13039/501100001665',
            iri: 'https://doi.org/10.13039/501100001665',
          },
        ],
      },
      awardNumber: 'ANR-19-CE26-0001',
      awardIri: 'https://anr.fr/Projet-ANR-19-CE26-0001',
      title: { value: 'Accès numérique aux droits', lang: 'fr' },
      acronym: 'NUMDROITS',
    },
  ],
  relations: [
    { type: 'isTranslationOf', target: { id: 'https://doi.org/10.4000/terminal.6607' } },
    { type: 'isReplacedBy', target: { workId: 'work/sorin-2023-motifs' } },
    { type: 'isRelatedTo', target: { id: 'https://www.labacces.fr/' } },
  ],
  references: [
    { id: 'https://doi.org/10.4000/rdr.1789' },
    { citation: 'Ravon et Vidal-Naquet, 2016, L’épreuve de professionnalité' },
  ],
  status: 'corrected',
  review: { peerReviewed: true },
  notes: [{ value: 'Paru dans un dossier.', lang: 'fr' }],
  provenance: [
    {
      path: '*',
      source: source('articles', {
        title: 'Page « Articles » du LabAccès',
        format: 'text/plain',
        url: 'https://www.labacces.fr/?PageRechercheArticles',
        retrieved: '2026-01-15T08:00:00Z',
      }),
      confidence: 'stated',
      chosen: true,
    },
    {
      path: '*',
      source: {
        name: 'corrections',
        system: 'correction',
        url: 'https://www.cairn.info/revue-vie-sociale-2019-4.htm',
      },
      confidence: 'stated',
      chosen: true,
    },
  ],
  // A concept of which the graph has no word.
  unmapped: ['http://purl.org/dc/terms/subject', 'http://schema.org/about'].map((path) => ({
    source: 'sample',
    path,
    value: { '@id': 'https://www.idref.fr/027821005/id' },
  })),
};

describe('what is a work', () => {
  test.each<[string, string, readonly string[]]>([
    ['a class of works and a title', '<#a> a schema:Book ; schema:name "T" .', ['T']],
    ['https is http', '<#a> a <https://schema.org/Book> ; <https://schema.org/name> "T" .', ['T']],
    ['FaBiO', '<#a> a fabio:JournalArticle ; dcterms:title "T" .', ['T']],
    [
      'no class, but a title and who made it',
      '<#a> dcterms:title "T" ; dcterms:creator "Ada Exemple" .',
      ['T'],
    ],
    ['no class and no maker', '<#a> dcterms:title "T" .', []],
    ['a person', '<#a> a foaf:Person ; foaf:name "Ada Exemple" .', []],
    ['a journal', '<#a> a bibo:Journal ; dcterms:title "T" ; marcrel:edt "Ada Exemple" .', []],
    [
      'an article and its journal',
      '<#a> a bibo:Article ; dcterms:title "T" ; dcterms:isPartOf <#j> . <#j> a bibo:Journal ; dcterms:title "J" .',
      ['T'],
    ],
    [
      'a chapter and its book',
      '<#a> a bibo:Chapter ; dcterms:title "T" ; dcterms:isPartOf <#b> . <#b> a bibo:Book ; dcterms:title "B" .',
      ['T'],
    ],
    [
      'a chapter and a book with its own author',
      '<#a> a bibo:Chapter ; dcterms:title "T" ; dcterms:isPartOf <#b> . <#b> a bibo:Book ; dcterms:title "B" ; dcterms:creator "Ada Exemple" .',
      ['T', 'B'],
    ],
    [
      'works that a journal lists',
      '<#j> a bibo:Journal ; dcterms:title "J" ; dcterms:hasPart <#a> . <#a> a bibo:Article ; dcterms:title "T" .',
      ['T'],
    ],
    [
      'a record about a work',
      '<#r> a bibo:Document ; dcterms:title "R" ; foaf:primaryTopic <#a> . <#a> a bibo:Book ; dcterms:title "T" .',
      ['T'],
    ],
    [
      'an article on paper and on the web',
      '<#w> a bibo:Article ; dcterms:title "T" ; rdau:electronicReproductionOf <#p> . <#p> a bibo:Article ; dcterms:title "T" .',
      ['T'],
    ],
    ['a dataset of ours', '<#d> a void:Dataset, schema:Dataset ; schema:name "D" .', []],
    ['a concept', '<#c> a skos:Concept, schema:CreativeWork ; skos:prefLabel "C" .', []],
  ])('%s', (_, turtle, titles) => {
    expect(drafts(turtle).map((draft) => draft.titles?.[0]?.text.value)).toEqual(titles);
  });

  test('a work without a title is left to be rejected by its name', () => {
    const [piece] = rdf.cut(`${prefixes}<#a> a bibo:Article ; dcterms:creator "Ada Exemple" .`);
    if (!piece) throw new Error('no piece');
    expect(gather(rdf, piece, { source: { name: 's', system: 'rdf' }, file: 'f' }).kind).toBe('rejected');
  });

  test('says which things belong to no work, and how many; of the dataset itself nothing', () => {
    const turtle = `<https://example.org/a> a bibo:Article ; dcterms:title "T" .
      <https://example.org/p> a foaf:Person ; foaf:name "Ada Exemple" .
      <https://example.org/q> dcterms:isPartOf <https://example.org/j> .
      <https://example.org/d> a void:Dataset ; dcterms:title "D" .`;
    const asides = [...rdf.cut(prefixes + turtle)].filter(({ kind }) => kind === 'aside');
    expect(asides.map(({ text }) => text)).toEqual(['2: <https://example.org/p>, <https://example.org/q>']);
  });

  test('a piece reads the same by itself: N-Triples of the work and what belongs to it', () => {
    const [piece] = rdf.cut(
      `${prefixes}<#a> a bibo:Article ; dcterms:title "T" ; dcterms:creator [ foaf:name "Ada Exemple" ] .`,
    );
    expect(piece?.text.split('\n')).toEqual([
      `<relative:///#a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://purl.org/ontology/bibo/Article> .`,
      `<relative:///#a> <${dcterms}title> "T" .`,
      `<relative:///#a> <${dcterms}creator> _:b1 .`,
      `_:b1 <http://xmlns.com/foaf/0.1/name> "Ada Exemple" .`,
      '',
    ]);
  });
});

describe('the syntaxes', () => {
  const turtle =
    '<https://example.org/a> a bibo:Article ; dcterms:title "T"@fr ; dcterms:creator "Ada Exemple" .';
  const xml = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bibo="http://purl.org/ontology/bibo/"
  xmlns:dcterms="http://purl.org/dc/terms/">
  <bibo:Article rdf:about="https://example.org/a">
    <dcterms:title xml:lang="fr">T</dcterms:title>
    <dcterms:creator>Ada Exemple</dcterms:creator>
  </bibo:Article>
</rdf:RDF>`;
  const lines = `<https://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://purl.org/ontology/bibo/Article> <https://example.org/g> .
<https://example.org/a> <http://purl.org/dc/terms/title> "T"@fr <https://example.org/g> .
<https://example.org/a> <http://purl.org/dc/terms/creator> "Ada Exemple" <https://example.org/g> .
`;
  const json = `{ "@context": { "bibo": "http://purl.org/ontology/bibo/", "dcterms": "http://purl.org/dc/terms/" },
  "@graph": [
    { "@id": "https://example.org/a", "@type": "bibo:Article",
      "dcterms:title": { "@value": "T", "@language": "fr" }, "dcterms:creator": "Ada Exemple" }
  ] }`;

  test.each<[string, string, number]>([
    ['Turtle', prefixes + turtle, 19],
    ['Turtle with SPARQL’s directives', prefixes.replace(/@prefix (.*) \./g, 'PREFIX $1') + turtle, 19],
    ['TriG', `${prefixes}<https://example.org/g> {\n${turtle}\n}`, 20],
    ['N-Quads', lines, 1],
    ['N-Triples', lines.replaceAll(' <https://example.org/g> .', ' .'), 1],
    ['RDF/XML', xml, 4],
    ['RDF/XML after a comment', `<!-- - -->${xml.slice(21)}`, 4],
    ['JSON-LD', json, 3],
    [
      'JSON-LD lines',
      `${json.replace(/\s*\n\s*/g, ' ')}\n${json.replace(/\s*\n\s*/g, ' ').replaceAll('/a"', '/b"')}\n`,
      1,
    ],
    ['a byte order mark', `\ufeff${prefixes}${turtle}`, 19],
  ])('%s', (_, text, at) => {
    expect(rdf.sniff(text)).toBe(true);
    const [draft] = readAll(rdf, text).drafts;
    expect(draft).toMatchObject({
      origin: { line: at },
      titles: [{ role: 'main', text: { value: 'T', lang: 'fr' } }],
      contributions: [{ role: 'author', nameAsPrinted: 'Ada Exemple' }],
    });
  });

  test('RDF/XML says what oxigraph reads in it', () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.org/" xml:base="http://b.org/x/y" xml:lang="en">
      <rdf:Description rdf:about="http://a.org/1" e:attribute="v" rdf:type="http://e.org/T">
        <e:plain>a &lt; b &amp; c</e:plain>
        <e:french xml:lang="fr">é</e:french>
        <e:typed rdf:datatype="http://www.w3.org/2001/XMLSchema#gYear">2019</e:typed>
        <e:resource rdf:resource="../z"/>
        <e:fragment rdf:resource="#f"/>
        <e:empty/>
        <e:cdata><![CDATA[<i>]]></e:cdata>
        <e:own e:one="1" e:two="2"/>
        <e:part rdf:parseType="Resource"><e:inner>i</e:inner></e:part>
        <e:list rdf:parseType="Collection"><e:C rdf:about="http://a.org/2"/><e:C/></e:list>
        <e:stated rdf:ID="s">s</e:stated>
        <e:nested><e:D><e:deep rdf:nodeID="n"/></e:D></e:nested>
      </rdf:Description>
      <rdf:Seq rdf:nodeID="n"><rdf:li>1</rdf:li><rdf:li rdf:resource="http://a.org/3"/><rdf:_7>7</rdf:_7></rdf:Seq>
      <e:C rdf:ID="id"/>
    </rdf:RDF>`;
    const ours: string[] = [];
    const shown = (value: Value) =>
      isReference(value)
        ? value.id.replace(/^_:.*/, '_')
        : `"${value.text}"${value.lang ?? ''}${value.datatype ?? ''}`;
    readRdfXml(text, 'http://none.org/', (subject, property, value) => {
      ours.push([subject.replace(/^_:.*/, '_'), property, shown(value)].join(' '));
    });
    const { parse } = createRequire(import.meta.url)('oxigraph') as typeof import('oxigraph');
    const theirs = parse(text, { format: 'application/rdf+xml', base_iri: 'http://none.org/' }).map(
      ({ subject, predicate, object }) => {
        const node = (term: { termType: string; value: string }) =>
          term.termType === 'BlankNode' ? '_' : term.value;
        if (object.termType !== 'Literal') return [node(subject), predicate.value, node(object)].join(' ');
        const string = object.datatype.value.endsWith('#string') || object.language !== '';
        const type = string ? '' : object.datatype.value;
        return [node(subject), predicate.value, `"${object.value}"${object.language}${type}`].join(' ');
      },
    );
    expect(ours.sort()).toEqual(theirs.sort());
  });

  test.each<[string, string, number, number | undefined, RegExp]>([
    [
      'Turtle keeps what stands before a fault',
      `${prefixes}${turtle}\n\n<https://example.org/b> dcterms:title \n"T" ; .. <x>\n`,
      1,
      22,
      /unreadable RDF: Expected entity/,
    ],
    [
      'RDF/XML keeps what stands before a fault',
      xml.replace('</rdf:RDF>', '<bibo:Article><dcterms:title></bibo:Article>\n</rdf:RDF>'),
      1,
      8,
      /not well-formed: unexpected close tag/,
    ],
    ['a truncated RDF/XML', xml.slice(0, xml.indexOf('</rdf:RDF>')), 1, 8, /not well-formed/],
    [
      'N-Triples lose one line',
      lines.replace(
        /(?=<https:\/\/example.org\/a> <http:\/\/purl.org\/dc\/terms\/title>)/,
        '<https://example.org/a> title "T" .\n',
      ),
      1,
      2,
      /Unexpected/,
    ],
    ['JSON-LD cut off', json.slice(0, -20), 0, 4, /unreadable RDF/],
    [
      'JSON-LD of another place',
      json
        .replace('"@context": {', '"@context": ["http://purl.org/ontology/bibo/x"], "x": {')
        .replace('["http', '[{}, "http'),
      0,
      1,
      /remote context/,
    ],
    [
      'an entity of a document type',
      `<!DOCTYPE rdf:RDF [<!ENTITY a "aaaaaaaaaa">]>${xml.slice(21).replace('>T<', '>&a;<')}`,
      0,
      5,
      /undefined entity/,
    ],
  ])('%s', (_, text, works, line, reason) => {
    const { drafts: all, rejected } = readAll(rdf, text);
    expect(all).toHaveLength(works);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]?.error.message).toMatch(reason);
    expect(rejected[0]?.error.line ?? rejected[0]?.piece.line).toBe(line);
  });

  test('what no IRI may hold is encoded, and what has no base stays without', () => {
    const text = xml.replace('https://example.org/a', 'a b{c}');
    const [piece] = rdf.cut(text);
    expect(piece?.text).toContain('<relative:///a%20b%7Bc%7D>');
    expect(readAll(rdf, text).drafts[0]?.identifiers).toEqual([]);
  });

  test('a statement made twice is one, as in files laid end to end', () => {
    const graph = new GrowingGraph();
    for (let round = 0; round < 1000; round += 1) {
      graph.add('s', 'p', { text: 'T' });
      graph.add('t', 'p', { id: 'o' });
    }
    expect(graph.compact('s')).toHaveLength(2);
    expect(graph.subjects.get('t')?.length).toBeLessThan(500);
  });
});

describe('titles and texts', () => {
  test.each<[string, string, readonly (readonly [role: string, value: string])[]]>([
    ['the same title in two vocabularies', 'dcterms:title "T"@fr ; schema:name "T"@fr', [['main', 'T']]],
    [
      'a subtitle joined in French',
      'dcterms:title "T : S"@fr ; schema:name "T"@fr ; schema:alternativeHeadline "S"@fr',
      [
        ['main', 'T'],
        ['subtitle', 'S'],
      ],
    ],
    [
      'a subtitle joined in English',
      'dcterms:title "T: S"@en ; schema:name "T"@en ; schema:alternativeHeadline "S"@en',
      [
        ['main', 'T'],
        ['subtitle', 'S'],
      ],
    ],
    [
      'the language of the work is that of the main title',
      'dcterms:title "Title"@en, "Titre"@fr ; dcterms:language <http://lexvo.org/id/iso639-1/fr>',
      [
        ['main', 'Titre'],
        ['translated', 'Title'],
      ],
    ],
    [
      'the first title',
      'dc:title "T", "U"',
      [
        ['main', 'T'],
        ['alternative', 'U'],
      ],
    ],
    [
      'other titles',
      'dcterms:title "T" ; dcterms:alternative "A" ; bibo:shortTitle "S" ; fabio:hasSubtitle "B"',
      [
        ['main', 'T'],
        ['subtitle', 'B'],
        ['alternative', 'A'],
        ['short', 'S'],
      ],
    ],
    [
      'HAL’s subtitle',
      'dcterms:title "T" ; dcterms:alternative "S" ; hal:topic <http://x.org/s>',
      [
        ['main', 'T'],
        ['subtitle', 'S'],
      ],
    ],
    ['a label', 'rdfs:label "L" ; dcterms:creator "Ada Exemple"', [['main', 'L']]],
  ])('%s', (_, said, titles) => {
    expect(draftWith(said).titles?.map(({ role, text }) => [role, text.value])).toEqual(titles);
  });

  test('abstracts keep their languages, a description is one where there is none', () => {
    expect(
      titled('dcterms:abstract "R"@fr, "A"@en ; schema:abstract "R"@fr ; dc:description "D"'),
    ).toMatchObject({
      abstracts: [
        { value: 'R', lang: 'fr' },
        { value: 'A', lang: 'en' },
      ],
      notes: [{ value: 'D' }],
    });
    expect(titled('dc:description "D" ; skos:note "N"')).toMatchObject({
      abstracts: [{ value: 'D' }],
      notes: [{ value: 'N' }],
    });
  });

  test('T3 markup is markup where the datatype says so', () => {
    const { abstracts } = titled('dcterms:abstract "<p>CO<sub>2</sub></p>"^^rdf:XMLLiteral');
    expect(abstracts).toEqual([{ value: '<p>CO<sub>2</sub></p>', markup: 'html' }]);
  });

  test('L1 keywords stay as they are, concepts come with their labels', () => {
    const draft = titled(
      'dc:subject "inclusion (ville, campagne)"@fr, "numérique"@fr ; dcterms:subject <http://x.org/c>, <http://x.org/d>, <http://x.org/e>',
      '<http://x.org/c> skos:prefLabel "numérique"@fr ; skos:inScheme <http://x.org/s> . <http://x.org/d> skos:prefLabel "Law"@en, "Droit"@fr ; skos:broader <http://x.org/f> .',
    );
    expect(draft.subjects).toEqual([
      { text: { value: 'inclusion (ville, campagne)', lang: 'fr' } },
      { text: { value: 'numérique', lang: 'fr' }, concept: 'http://x.org/c', scheme: 'http://x.org/s' },
      { text: { value: 'Law', lang: 'en' }, concept: 'http://x.org/d' },
      { text: { value: 'Droit', lang: 'fr' }, concept: 'http://x.org/d' },
    ]);
    expect(draft.unmapped).toEqual([
      {
        source: 'sample',
        path: `${dcterms}subject`,
        value: {
          '@id': 'http://x.org/d',
          'http://www.w3.org/2004/02/skos/core#broader': { '@id': 'http://x.org/f' },
        },
      },
      { source: 'sample', path: `${dcterms}subject`, value: { '@id': 'http://x.org/e' } },
    ]);
  });

  test.each([
    ['a code', 'dc:language "fr"', ['fr']],
    ['an address', 'dcterms:language <http://lexvo.org/id/iso639-3/fra>', ['fr']],
    ['both', 'dcterms:language <http://lexvo.org/id/iso639-3/por> ; schema:inLanguage "pt-BR"', ['pt-BR']],
    ['the Library of Congress', 'dcterms:language <http://id.loc.gov/vocabulary/iso639-2/fre>', ['fr']],
    [
      'the European Union',
      'dcterms:language <http://publications.europa.eu/resource/authority/language/FRA>',
      ['fr'],
    ],
    ['none', 'dc:rights "libre"', []],
  ])('the language is said by %s', (_, said, languages) => expect(titled(said).languages).toEqual(languages));
});

describe('dates', () => {
  test.each([
    ['"2019"^^xsd:gYear', '2019'],
    ['"2019-06"^^xsd:gYearMonth', '2019-06'],
    ['"2019-06-15"^^xsd:date', '2019-06-15'],
    ['"juin 2019"', 'juin 2019'],
  ])('D1 never invents precision: %s', (literal, words) =>
    expect(titled(`dcterms:issued ${literal}`).dates).toEqual([{ event: 'published', words }]),
  );

  test.each([
    ['a season', 'dcterms:issued "2019"^^xsd:gYear ; dcterms:date "2019-21"', [['published', '2019-21']]],
    [
      'an interval',
      'dcterms:issued "2023"^^xsd:gYear ; dcterms:date "2023-01/2023-03"',
      [['published', '2023-01/2023-03']],
    ],
    ['about a year', 'dcterms:date "2020~"', [['published', '2020~']]],
    [
      'of another date',
      'dcterms:issued "2023-05-01"^^xsd:date ; dcterms:dateAccepted "2022"^^xsd:gYear ; dcterms:date "2022-24"',
      [
        ['published', '2023-05-01'],
        ['accepted', '2022-24'],
      ],
    ],
  ])('D2 dcterms:date is the date that no type can say: %s', (_, said, dates) =>
    expect(titled(said).dates?.map(({ event, words }) => [event, words])).toEqual(dates),
  );

  test.each([
    [
      'available on the day of publication',
      'dcterms:issued "2019-03"^^xsd:gYearMonth ; dcterms:available "2019-03-04"^^xsd:date',
      ['published', 'publishedOnline'],
    ],
    [
      'available later',
      'dcterms:issued "2018-01-10"^^xsd:date ; dcterms:available "2018-02-01"^^xsd:date',
      ['published', 'available'],
    ],
    ['a thesis is defended', 'a bibo:Thesis ; dcterms:dateAccepted "2013-05-01"^^xsd:date', ['defended']],
    [
      'HAL’s created is the deposit',
      'hal:topic <#s> ; dcterms:created "2017-01-11T21:06:00"^^xsd:dateTime',
      ['deposited'],
    ],
    [
      'other vocabularies',
      'schema:dateCreated "2018" ; dcterms:dateCopyrighted "2019" ; dcterms:modified "2020" ; prism:publicationDate "2019"',
      ['published', 'written', 'copyright', 'modified'],
    ],
  ])('%s', (_, said, events) => expect(titled(said).dates?.map(({ event }) => event)).toEqual(events));

  test('a date that says something else is kept', () => {
    const draft = titled('dcterms:issued "2019", "2020" ; dc:date "2021"');
    expect(draft.dates).toEqual([{ event: 'published', words: '2019' }]);
    expect(kept(draft)).toEqual([`${dcterms}issued`, 'http://purl.org/dc/elements/1.1/date']);
  });
});

describe('people', () => {
  const names = ({ contributions }: Draft) =>
    contributions?.map(({ role, nameAsPrinted }) => [role, nameAsPrinted]);
  const people =
    '<#z> a foaf:Person ; foaf:name "Pierre Mazet" . <#a1> a foaf:Person ; foaf:name "François Sorin" . <#e> foaf:name "Ada Exemple" .';

  test.each<[string, string]>([
    [
      'rdf:List',
      'bibo:authorList ( <#z> <#a1> ) ; dcterms:creator <#a1>, <#z> ; bibo:editorList ( <#e> ) ; dcterms:contributor <#e>',
    ],
    [
      'rdf:Seq',
      'bibo:authorList [ a rdf:Seq ; rdf:_2 <#a1> ; rdf:_1 <#z> ] ; dcterms:creator <#a1>, <#z> ; bibo:editorList [ a rdf:Seq ; rdf:_1 <#e> ]',
    ],
    [
      'signatures',
      'dcterms:creator <#a1>, <#z> ; prov:qualifiedAttribution [ prov:agent <#e> ; schema:position 3 ; prov:hadRole marcrel:edt ], [ prov:agent <#a1> ; schema:position 2 ; prov:hadRole marcrel:aut ], [ prov:agent <#z> ; schema:position 1 ; prov:hadRole marcrel:aut ]',
    ],
  ])('L2 the order of authors is that of the %s', (_, said) => {
    const draft = titled(said, people);
    expect(names(draft)).toEqual([
      ['author', 'Pierre Mazet'],
      ['author', 'François Sorin'],
      ['editor', 'Ada Exemple'],
    ]);
    expect(draft.unmapped).toBeUndefined();
  });

  test.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'literals',
      'dc:creator "Sorin, François", "Mazet, Pierre" ; dc:contributor "Ada Exemple"',
      [
        ['author', 'Sorin, François'],
        ['author', 'Mazet, Pierre'],
        ['contributor', 'Ada Exemple'],
      ],
    ],
    [
      'MARC relators',
      'marcrel:edt <#e> ; marcrel:aut <#a1> ; dcterms:creator <#a1>',
      [
        ['author', 'François Sorin'],
        ['editor', 'Ada Exemple'],
      ],
    ],
    [
      'several roles of one person',
      'schema:author <#a1> ; schema:editor <#a1> ; dcterms:contributor <#a1>',
      [
        ['author', 'François Sorin'],
        ['editor', 'François Sorin'],
      ],
    ],
    ['who says to have made it', 'dcterms:language <#fr>', [['author', 'Ada Exemple']]],
  ])('%s', (name, said, expected) => {
    const made = name.startsWith('who') ? '<#e> foaf:made <https://example.org/a> .' : '';
    expect(names(titled(said, people + made))).toEqual(expected);
  });

  test('I2 persons keep their names, identifiers and bodies; no address is in clear', () => {
    const draft = titled(
      'dcterms:creator <http://x.org/p>',
      `<http://x.org/p> a foaf:Person ; foaf:givenName "Jean" ; foaf:family_name "La Fontaine" ; foaf:name "Jean de La Fontaine" ;
        owl:sameAs <https://orcid.org/0000-0002-1825-0097> ; foaf:mbox <mailto:ada@example.org> ; org:memberOf <http://x.org/o> ; foaf:nick "J" .
       <http://x.org/o> a org:Organization ; skos:prefLabel "LabAccès" ; org:memberOf <http://x.org/o> .`,
    );
    expect(draft.contributions).toMatchObject([
      {
        kind: 'person',
        nameAsPrinted: 'Jean de La Fontaine',
        given: 'Jean',
        family: 'La Fontaine',
        droppingParticle: 'de',
        identifiers: [{ value: 'http://x.org/p' }, { value: 'https://orcid.org/0000-0002-1825-0097' }],
        affiliations: [{ nameAsPrinted: 'LabAccès', ids: [{ value: 'http://x.org/o' }] }],
        emailSha: 'd714b8a95bd857a37405a7b56db9108b60ae42bd',
      },
    ]);
    expect(JSON.stringify(draft)).not.toContain('ada@');
  });

  test('N1 the class says whether a name is a person’s', () => {
    const body = '<#o> a foaf:Organization ; foaf:name "Ministère de la Culture, département des études" .';
    expect(titled('dcterms:creator <#o>', body).contributions).toMatchObject([{ kind: 'organisation' }]);
  });

  test('a person without a name is none: the address is kept', () => {
    const draft = titled('dcterms:creator <http://x.org/p>');
    expect(draft.contributions).toEqual([]);
    expect(kept(draft)).toEqual([`${dcterms}creator`]);
  });

  test('HAL’s authors stand behind a node for their role, and its contributor deposited the work', () => {
    const draft = titled(
      'hal:topic <#s> ; dcterms:contributor [ a foaf:Person ; foaf:name "Ada Exemple" ] ; dcterms:creator [ a hal:CorrespondingAuthor ; hal:person <http://x.org/p> ; hal:structure <http://x.org/l> ]',
      '<http://x.org/p> a foaf:Person ; foaf:name "François Sorin" . <http://x.org/l> a org:OrganizationalUnit ; skos:prefLabel "LabAccès" .',
    );
    expect(draft.contributions).toMatchObject([
      {
        role: 'author',
        nameAsPrinted: 'François Sorin',
        corresponding: true,
        affiliations: [{ nameAsPrinted: 'LabAccès' }],
      },
    ]);
    expect(kept(draft)).toContain(`${dcterms}contributor`);
  });
});

describe('container and place in it', () => {
  test('issue, volume and journal are one chain', () => {
    const draft = titled(
      'schema:isPartOf <#i> ; schema:pageStart "33" ; schema:pageEnd "49"',
      `<#i> a schema:PublicationIssue ; schema:issueNumber "28" ; schema:name "Le numérique"@fr ; schema:isPartOf <#v> .
       <#v> a schema:PublicationVolume ; schema:volumeNumber "12" ; schema:isPartOf <#j> .
       <#j> a schema:Periodical ; schema:name "Vie sociale"@fr ; schema:issn "0042-5605" ; schema:publisher [ a schema:Organization ; schema:name "Érès" ] .`,
    );
    expect(draft).toMatchObject({
      container: {
        type: 'journal',
        titles: [{ value: 'Vie sociale', lang: 'fr' }],
        issn: [{ value: '0042-5605' }],
      },
      position: {
        volume: '12',
        issue: '28',
        issueTitle: { value: 'Le numérique', lang: 'fr' },
        pages: '33-49',
      },
      publisher: { name: 'Érès' },
    });
    expect(draft.unmapped).toBeUndefined();
  });

  test('I3 both ISSNs are kept, with what each is for where it is said', () => {
    const issn = (said: string) =>
      titled('dcterms:isPartOf <#j>', `<#j> a fabio:Journal ; dcterms:title "J" ; ${said} .`).container?.issn;
    expect(issn('prism:issn "0042-5605" ; prism:eIssn "2271-412X"')).toEqual([
      { value: '0042-5605', medium: 'print' },
      { value: '2271-412X', medium: 'electronic' },
    ]);
    expect(issn('bibo:issn "0042-5605" ; dcterms:identifier "urn:ISSN:0042-5605"')).toEqual([
      { value: '0042-5605' },
    ]);
    expect(issn('schema:issn "0042-5605" ; bibo:issn "0042-5605"')).toEqual([
      { value: '0042-5605', medium: 'print' },
    ]);
  });

  test.each([
    ['printed', 'bibo:pages "p. 33-49" ; bibo:pageStart "33"', { pages: 'p. 33-49' }],
    ['first and last', 'bibo:pageStart "33" ; bibo:pageEnd "49"', { pages: '33-49' }],
    [
      'an article number',
      'bibo:locator "e1042" ; bibo:pages "e1042" ; schema:pagination "e1042"',
      { articleNumber: 'e1042' },
    ],
    ['a pagination', 'schema:pagination "33, 35"', { pages: '33, 35' }],
    ['an extent', 'bibo:numPages "48"', { pages: '48 p.' }],
    ['P3 as text', 'bibo:volume "012" ; bibo:issue "1-2"', { volume: '012', issue: '1-2' }],
  ])('P1 pages: %s', (_, said, position) => {
    const draft = titled(said);
    expect(draft.position).toMatchObject(position);
    expect(draft.unmapped).toBeUndefined();
  });

  test('a journal that is only named, and one that is only an address', () => {
    expect(titled('prism:publicationName "Vie sociale" ; prism:issn "0042-5605"').container).toMatchObject({
      type: 'journal',
      titles: [{ value: 'Vie sociale' }],
    });
    expect(titled('dcterms:isPartOf <https://hal.science/LABACCES>')).toMatchObject({
      container: undefined,
      relations: [{ type: 'isPartOf', target: { id: 'https://hal.science/LABACCES' } }],
    });
  });

  test('a whole that is a part of itself ends', () => {
    const draft = titled(
      'dcterms:creator "Ada Exemple" ; dcterms:isPartOf <#j>',
      '<#j> dcterms:title "J" ; dcterms:isPartOf <#j>, <https://example.org/a> .',
    );
    expect(draft.container?.titles).toEqual([{ value: 'J' }]);
  });

  test('a conference is described or named', () => {
    expect(
      titled(
        'bibo:presentedAt [ a bibo:Conference ; dcterms:title "TSN" ; schema:startDate "2018-06-14"^^xsd:date ]',
      ).event,
    ).toMatchObject({ name: { value: 'TSN' }, start: '2018-06-14' });
    expect(titled('bibo:presentedAt "TSN"').event).toEqual({ name: { value: 'TSN' } });
  });
});

describe('identifiers, links, rights and relations', () => {
  test('I1 an identifier that is said four times is one', () => {
    const draft = titled(
      `bibo:doi "10.3917/vsoc.194.0033" ; dcterms:identifier "https://doi.org/10.3917/VSOC.194.0033", "hal-02493871" ;
       schema:sameAs <https://doi.org/10.3917/vsoc.194.0033>, <https://hal.science/hal-02493871> ; prism:doi "doi:10.3917/vsoc.194.0033"`,
    );
    expect(draft.identifiers).toEqual([
      { scheme: 'doi', value: '10.3917/vsoc.194.0033' },
      { value: 'hal-02493871' },
      { value: 'https://example.org/a' },
    ]);
  });

  test('I4 both numbers of a book are one', () => {
    const { identifiers } = titled('bibo:isbn13 "9780128186756" ; bibo:isbn10 "0128186755"');
    expect(identifiers?.filter(({ scheme }) => scheme === 'isbn')).toEqual([
      { scheme: 'isbn', value: '9780128186756' },
    ]);
  });

  test('pages and files', () => {
    expect(
      titled(
        'foaf:page <https://x.org/p> ; bibo:uri "https://x.org/u" ; dcterms:hasFormat <https://x.org/f.pdf> ; rdfs:seeAlso <https://x.org/s>',
      ).links,
    ).toEqual([
      { role: 'landing', url: 'https://x.org/p' },
      { role: 'landing', url: 'https://x.org/u' },
      { role: 'fulltext', url: 'https://x.org/f.pdf' },
      { role: 'other', url: 'https://x.org/s' },
    ]);
  });

  test.each([
    [
      'COAR',
      'dcterms:accessRights <http://purl.org/coar/access_right/c_f1cf> ; schema:isAccessibleForFree false',
      'embargoed',
    ],
    ['OpenAIRE', 'dc:rights "info:eu-repo/semantics/openAccess"', 'open'],
    ['free', 'schema:isAccessibleForFree true', 'open'],
    ['not free, which may be either', 'schema:isAccessibleForFree false', undefined],
  ])('access: %s', (_, said, status) => expect(titled(said).access?.status).toBe(status));

  test('licences are addresses or words, each once', () => {
    const { licences } = titled(
      'dcterms:license <https://creativecommons.org/licenses/by/4.0/> ; dcterms:rights "Licence ouverte"@fr ; schema:license "https://creativecommons.org/licenses/by/4.0/"',
    );
    expect(licences).toEqual([
      { words: 'https://creativecommons.org/licenses/by/4.0/' },
      { words: 'Licence ouverte', lang: 'fr' },
    ]);
  });

  test.each([
    ['bibo:status <http://purl.org/ontology/bibo/status/forthcoming>', 'inPress', undefined],
    ['bibo:status <http://purl.org/ontology/bibo/status/peerReviewed>', undefined, { peerReviewed: true }],
    ['schema:creativeWorkStatus "Retracted" ; schema:correction <http://x.org/n>', 'retracted', undefined],
  ])('status: %s', (said, status, review) => expect(titled(said)).toMatchObject({ status, review }));

  test('relations and references', () => {
    expect(
      titled(
        'schema:creativeWorkStatus "Retracted" ; schema:correction <http://x.org/n> ; dcterms:isVersionOf <http://x.org/v> ; bibo:reviewOf <http://x.org/b> ; bibo:cites <http://x.org/c> ; dcterms:references <http://x.org/c>, "10.4000/rdr.1789" ; schema:citation "Ravon, 2016"',
        '<http://x.org/b> dcterms:title "Le livre" .',
      ),
    ).toMatchObject({
      relations: [
        { type: 'isVersionOf', target: { id: 'http://x.org/v' } },
        { type: 'reviews', target: { id: 'http://x.org/b', citation: 'Le livre' } },
        { type: 'isRetractedBy', target: { id: 'http://x.org/n' } },
      ],
      references: [
        { id: 'http://x.org/c' },
        { id: 'https://doi.org/10.4000/rdr.1789' },
        { citation: 'Ravon, 2016' },
      ],
    });
  });

  test.each([
    ['bibo:Thesis, bibo:Book', 'thesis', ['http://www.w3.org/1999/02/22-rdf-syntax-ns#type']],
    ['fabio:BookChapter', 'chapter', []],
    ['hal:Hdr', 'thesis', []],
    [
      'schema:Article, bibo:Webpage ; dcterms:type <http://purl.org/coar/resource_type/c_1843>',
      'webArticle',
      [],
    ],
    ['<http://x.org/Pamphlet>', undefined, ['http://www.w3.org/1999/02/22-rdf-syntax-ns#type']],
  ])('type: %s', (classes, word, left) => {
    const [draft] = drafts(`<#a> a ${classes} ; dcterms:title "T" ; dcterms:creator "Ada Exemple" .`);
    const work = worksOf(
      `${prefixes}<#a> a ${classes} ; dcterms:title "T" ; dcterms:creator "Ada Exemple" .`,
    )[0];
    expect(work?.type).toBe(word ?? 'other');
    expect(draft && kept(draft)).toEqual(left);
  });
});

describe('catalogues', () => {
  const sudoc = `<http://www.sudoc.fr/193726130> a bibo:Document ; foaf:primaryTopic <http://www.sudoc.fr/193726130/id> ; dcterms:identifier "193726130" .
    <http://www.sudoc.fr/193726130/id> a bibo:Article ; dc:title "Agriculture des métropoles  : voie d'avenir ?  / dossier coordonné par Cécile Faliès" ;
      dc:date "2016" ; dc:publisher "Paris : Editions ESKA , 2016" ; marcrel:pbd <http://www.idref.fr/193726831/id> ;
      dcterms:isPartOf <http://www.sudoc.fr/013451154/id> .
    <http://www.idref.fr/193726831/id> a foaf:Person ; foaf:name "Faliès, Cécile (1982-....)" .
    <http://www.sudoc.fr/013451154/id> a bibo:Document ; dcterms:bibliographicCitation "Problèmes d'Amérique latine  / La Documentation française / Paris : La Documentation française , 1965-" .`;

  test('Sudoc punctuates as ISBD does: title, place and publisher are told apart, and the whole is kept', () => {
    const [draft] = drafts(sudoc);
    expect(draft).toMatchObject({
      titles: [{ role: 'main', text: { value: "Agriculture des métropoles  : voie d'avenir ?" } }],
      contributions: [
        {
          role: 'editor',
          marcRelator: 'pbd',
          nameAsPrinted: 'Faliès, Cécile',
          identifiers: [{ value: 'http://www.idref.fr/193726831/id' }],
        },
      ],
      publisher: { name: 'Editions ESKA', place: 'Paris' },
      container: { type: 'journal', titles: [{ value: "Problèmes d'Amérique latine" }] },
      dates: [{ event: 'published', words: '2016' }],
    });
    expect(draft && kept(draft)).toEqual([
      'http://purl.org/dc/elements/1.1/title',
      'http://purl.org/dc/elements/1.1/publisher',
      'http://id.loc.gov/vocabulary/relators/pbd',
      `${dcterms}isPartOf`,
      '^http://xmlns.com/foaf/0.1/primaryTopic',
    ]);
  });

  test('Persée describes paper and web: they are one article, and paper came first', () => {
    const [draft, ...others] =
      drafts(`<http://data.persee.fr/doc/h#Print> a bibo:Document ; dcterms:title "Le décor peint" ; dcterms:publisher "Paris : INHA" ; bibo:pageStart "103" ; bibo:pageEnd "113" .
      <http://data.persee.fr/doc/h#Web> a bibo:Document, <http://data.persee.fr/ontology/persee-ontology/Article> ; dcterms:title "Le décor peint" ;
        rdau:electronicReproductionOf <http://data.persee.fr/doc/h#Print> ; dcterms:publisher "PERSÉE : CNRS" ; bibo:doi "10.3406/hista.1998.2826" .`);
    expect(others).toEqual([]);
    expect(draft).toMatchObject({
      type: { list: 'work', code: 'article' },
      publisher: { name: 'INHA', place: 'Paris' },
      position: { pages: '103-113' },
    });
    expect(draft && kept(draft)).toEqual([`${dcterms}publisher`]);
  });

  test('IdRef lists works by their citations', () => {
    const [draft] =
      drafts(`<https://www.sudoc.fr/001484605/id> a bibo:Document ; marcrel:clb <#p> ; dcterms:bibliographicCitation "Systèmes et asservissements linéaires échantillonnés  / par Yves Sévely,... / 3e édition / Paris : Dunod , 1989" .
      <#p> a foaf:Person ; foaf:name "Jean-Louis Abatut" .`);
    expect(draft).toMatchObject({
      titles: [{ role: 'main', text: { value: 'Systèmes et asservissements linéaires échantillonnés' } }],
      contributions: [{ role: 'contributor', marcRelator: 'clb', nameAsPrinted: 'Jean-Louis Abatut' }],
      citationText: { value: expect.stringContaining('Dunod , 1989') },
    });
  });
});

describe('hostile graphs', () => {
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index));
  const work = '<https://example.org/a> a bibo:Article ; dcterms:title "T" ; ';

  test.each<[string, () => string, RegExp | undefined]>([
    [
      'a million authors on lines',
      () => `${prefixes}${work} dcterms:creator\n${many(1e6, (index) => `"A${index}"`).join(',\n')} .`,
      /more than 300000 statements about one thing/,
    ],
    [
      'a list of a hundred and fifty thousand authors',
      () => `${prefixes}${work} bibo:authorList (\n${many(15e4, (index) => `"A${index}"`).join('\n')}) .`,
      /more than 150000 statements/,
    ],
    [
      'a hundred thousand nodes in each other',
      () => `${prefixes}${work} dcterms:relation ${'[ dcterms:relation '.repeat(1e5)}"x"${']'.repeat(1e5)} .`,
      undefined,
    ],
    [
      'elements in elements',
      () =>
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.org/">${'<e:a><e:b>'.repeat(1e5)}`,
      /more than 200 nested elements/,
    ],
    [
      'fifty megabytes on one line',
      () => `${prefixes}${work} dcterms:abstract "${'x'.repeat(5e7)}" .`,
      /more than 16 million characters/,
    ],
    [
      'a list that bites its tail',
      () => `${prefixes}${work} bibo:authorList _:l . _:l rdf:first "Ada Exemple" ; rdf:rest _:l .`,
      undefined,
    ],
    ['an unended text', () => `${prefixes}${work} dcterms:abstract "${'x'.repeat(1e6)}`, /Unexpected/],
    [
      'objects in objects',
      () =>
        `{"@context":{"dcterms":"http://purl.org/dc/terms/"},"@id":"http://x.org/",${'"dcterms:relation":{'.repeat(1e5)}`,
      /unreadable RDF/,
    ],
    [
      'many items of JSON-LD',
      () =>
        `{"@context":{"dcterms":"http://purl.org/dc/terms/"},"dcterms:creator":[${many(2e5, (index) => `"A${index}"`).join(',')}]}`,
      /list of more than 100000 items/,
    ],
  ])(
    '%s',
    (_, make, reason) => {
      const { drafts: all, rejected } = readAll(rdf, make());
      if (reason === undefined) expect([all.length, rejected.length]).toEqual([1, 0]);
      else expect(rejected[0]?.error.message).toMatch(reason);
    },
    20_000,
  );

  test('a journal of ten thousand articles is not told ten thousand times', () => {
    const articles = many(
      1e4,
      (index) =>
        `<#a${index}> a bibo:Article ; dcterms:title "T${index}" ; dcterms:isPartOf <#j> . <#j> dcterms:hasPart <#a${index}> .`,
    );
    const pieces = [
      ...rdf.cut(`${prefixes}<#j> a bibo:Journal ; dcterms:title "J" .\n${articles.join('\n')}`),
    ];
    expect(pieces).toHaveLength(1e4);
    expect(Math.max(...pieces.map(({ text }) => text.length))).toBeLessThan(1_000);
  });

  test('I2 control characters survive to be counted', () => {
    expect(titled('dcterms:abstract "a\\u0001b"').abstracts).toEqual([{ value: 'a\u0001b' }]);
  });
});

test('a node that only the text itself knows gets no address', () => {
  const draft = titled(
    'dcterms:relation <#x> ; dcterms:license <y> ; dcterms:creator <#p>',
    '<#p> foaf:name "Ada Exemple" .',
  );
  expect(draft).toMatchObject({
    relations: [],
    licences: [],
    contributions: [{ nameAsPrinted: 'Ada Exemple' }],
  });
  expect(draft.contributions?.[0]?.identifiers).toBeUndefined();
  expect(draft.unmapped?.map(({ value }) => value)).toEqual([{ '@id': '#x' }, { '@id': 'y' }]);
});

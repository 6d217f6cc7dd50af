import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ignored, mapped, openalex } from '../../pipeline/read/openalex.ts';
import { tidy } from '../../pipeline/tidy/index.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const awkwardTitle =
  "Les pratiques numériques : entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil <i>d’abord</i> 📚";

const work = (title: string) => ({
  id: 'https://openalex.org/W1000000128',
  doi: null,
  title,
  display_name: title,
  language: null,
  abstract_inverted_index: null,
  authorships: [{ author: { id: null, display_name: 'Pierre Mazet', orcid: null }, institutions: [] }],
  biblio: { volume: null, issue: '', first_page: null, last_page: null },
});
const line = (title: string) => JSON.stringify(work(title));

readerContract(openalex, {
  one: line('Vers l’État plateforme'),
  two: `${line('Vers l’État plateforme')}\n${line('Répondre aux demandes d’aide numérique')}\n`,
  broken: `${line('Vers l’État plateforme')}\n${line('Vers').slice(0, 90)}\n${line('Répondre aux demandes')}\n`,
  awkward: JSON.stringify({ meta: { count: 1 }, results: [work(awkwardTitle)], group_by: [] }, null, 2),
  awkwardTitle,
  others: [
    '{"DOI":"10.1038/nature14539","type":"journal-article","title":["Deep learning"],"reference-count":103,"container-title":["Nature"]}',
    '[{"id":"lecun","type":"article-journal","title":"Deep learning","DOI":"10.1038/nature14539"}]',
    '{"data":{"type":"dois","attributes":{"doi":"10.5061/dryad.8515","titles":[{"title":"Data"}],"relatedIdentifiers":[{"relatedIdentifier":"https://openalex.org/W1"}]}}}',
    '{"response":{"numFound":1,"docs":[{"halId_s":"hal-01234567","docType_s":"ART"}]}}',
    '{"@context":"https://schema.org","@type":"ScholarlyArticle","sameAs":"https://openalex.org/W2919115771"}',
    '[{"itemType":"journalArticle","title":"Deep learning","extra":"OpenAlex: W2919115771"}]',
    '{"type":"article","titles":[{"role":"main","text":{"value":"Deep learning"}}],"references":[{"id":"https://openalex.org/W2919115771"}],"unmapped":[{"source":"openalex","path":"ids","value":{"ids":1,"doi":"x"}}]}',
    '{"id":"https://openalex.org/A5001883509","display_name":"Ada Exemple","ids":{"openalex":"https://openalex.org/A5001883509"}}',
    'id: https://openalex.org/W2919115771\ntitle: Deep learning\n',
    '<record><identifier>https://openalex.org/W2919115771</identifier></record>',
    '<https://openalex.org/W2919115771> <http://purl.org/dc/terms/title> "Deep learning" .\n',
    '@article{lecun,\n  title = {Deep learning},\n  openalex = {W2919115771},\n}\n',
    'Par Pierre Mazet, le 2 avril 2019, dans La vie des idées.\n',
  ],
});

/** What a work with these values becomes. */
function draftWith(values: Record<string, unknown>) {
  const text = JSON.stringify({ ...work('Vers l’État plateforme'), ...values });
  return openalex.parse({ text, line: 1, kind: 'record' }, originAt(1));
}

const kept = (draft: ReturnType<typeof draftWith>) =>
  Object.fromEntries((draft.unmapped ?? []).map(({ path, value }) => [path, value]));

describe('every field', () => {
  const text = readFileSync(new URL('samples/openalex.json', import.meta.url), 'utf8');
  const { drafts, rejected } = readAll(openalex, text);

  test('a reply of the API', () => {
    expect(rejected).toEqual([]);
    expect(drafts).toEqual([
      {
        origin: originAt(4),
        type: { list: 'openalex', code: 'article' },
        titles: [{ role: 'main', text: { value: 'Répondre aux demandes d’aide numérique' } }],
        abstracts: [{ value: 'Les travailleurs sociaux répondent aux demandes, aux usagers.' }],
        contributions: [
          {
            role: 'author',
            nameAsPrinted: 'Mazet, Pierre',
            identifiers: [
              { scheme: 'openalex', value: 'https://openalex.org/A1000000001', assertedBy: 'machine' },
            ],
            affiliations: [{ nameAsPrinted: 'LabAccès, Rennes' }],
          },
          {
            role: 'author',
            nameAsPrinted: 'Ada Exemple',
            corresponding: true,
            identifiers: [
              { scheme: 'orcid', value: 'https://orcid.org/0000-0002-1825-0097', assertedBy: 'publisher' },
              { scheme: 'openalex', value: 'https://openalex.org/A1000000002', assertedBy: 'machine' },
            ],
            affiliations: [
              {
                nameAsPrinted: 'CNRS, Paris',
                ids: [
                  { scheme: 'ror', value: 'https://ror.org/02feahw73', assertedBy: 'machine' },
                  { scheme: 'openalex', value: 'https://openalex.org/I1294671590', assertedBy: 'machine' },
                ],
                country: 'FR',
              },
            ],
          },
        ],
        dates: [{ event: 'published', words: '2020-11-15' }],
        container: {
          type: 'journal',
          titles: [{ value: 'Terminal' }],
          issn: [{ value: '0997-5551', medium: 'linking' }, { value: '2429-4578' }],
          identifiers: [{ scheme: 'openalex', value: 'https://openalex.org/S1000000128' }],
        },
        position: { volume: '36', issue: '128', pages: '13-28' },
        publisher: {
          name: 'Association Creis-Terminal',
          ids: [{ scheme: 'openalex', value: 'https://openalex.org/P1000000128' }],
        },
        identifiers: [
          { scheme: 'doi', value: 'https://doi.org/10.5072/labacces-128' },
          { scheme: 'openalex', value: 'https://openalex.org/W1000000128' },
          { scheme: 'pmid', value: 'https://pubmed.ncbi.nlm.nih.gov/24520159' },
          { scheme: 'pmcid', value: 'https://www.ncbi.nlm.nih.gov/pmc/articles/3917233' },
          { scheme: 'mag', value: '1000000128' },
          { scheme: 'hal', value: 'hal-01234567' },
        ],
        links: [
          {
            role: 'fulltext',
            url: 'https://journals.openedition.org/terminal/labacces.pdf',
            mediaType: 'application/pdf',
            version: 'published',
            access: 'open',
            licence: 'http://creativecommons.org/licenses/by-nc-sa/',
          },
          { role: 'landing', url: 'https://hal.science/hal-01234567', version: 'accepted', access: 'open' },
        ],
        languages: ['fr'],
        subjects: [
          {
            text: { value: 'Social work' },
            scheme: 'https://openalex.org/keywords',
            concept: 'https://openalex.org/keywords/social-work',
            code: 'social-work',
          },
          {
            text: { value: 'Digital Inclusion' },
            scheme: 'https://openalex.org/topics',
            concept: 'https://openalex.org/T10001',
            code: 'T10001',
          },
          {
            text: { value: 'Social science' },
            scheme: 'https://openalex.org/concepts',
            concept: 'http://www.wikidata.org/entity/Q34749',
            code: 'C36289849',
          },
          {
            text: { value: 'Reduced inequalities' },
            scheme: 'https://metadata.un.org/sdg',
            concept: 'https://metadata.un.org/sdg/10',
            code: '10',
          },
          {
            text: { value: 'Social Work/trends' },
            scheme: 'http://id.nlm.nih.gov/mesh',
            concept: 'http://id.nlm.nih.gov/mesh/D012947Q000639',
            code: 'D012947Q000639',
          },
        ],
        access: { status: 'open' },
        licences: [{ words: 'cc-by-nc-sa', appliesTo: 'published' }],
        funding: [
          {
            funder: {
              name: 'Agence Nationale de la Recherche',
              ids: [
                { scheme: 'ror', value: '00rbzpz17', iri: 'https://ror.org/00rbzpz17' },
                { scheme: 'openalex', value: 'F4320320883', iri: 'https://openalex.org/F4320320883' },
              ],
            },
            awardNumber: 'ANR-19-CE00-0000',
            awardIri: 'https://openalex.org/G1000000001',
            title: { value: 'Accès aux droits et numérique' },
          },
          {
            funder: {
              name: 'EMBO',
              ids: [
                { scheme: 'ror', value: '04wfr2810', iri: 'https://ror.org/04wfr2810' },
                { scheme: 'openalex', value: 'F4320321673', iri: 'https://openalex.org/F4320321673' },
              ],
            },
          },
        ],
        references: [{ id: 'https://openalex.org/W2919115771' }],
        unmapped: expect.anything(),
      },
    ]);
  });

  test('what has no place is kept, figures are not', () => {
    expect(kept(drafts[0] ?? draftWith({}))).toEqual({
      'locations.1.raw_source_name': 'Terminal, 2020, 128, pp.13-28',
      'locations.1.raw_type': 'info:eu-repo/semantics/article',
      'locations.1.source.id': 'https://openalex.org/S4306402512',
      'locations.1.source.display_name': 'HAL (Le Centre pour la Communication Scientifique Directe)',
      'authorships.0.author.display_name': 'Pierre Mazet',
      'mesh.0.is_major_topic': true,
      'open_access.oa_status': 'diamond',
    });
  });
});

test.each<[string, string, number]>([
  ['a work', line('a'), 1],
  ['a reply with works', JSON.stringify({ meta: {}, results: [work('a'), work('b')] }), 2],
  ['a reply without works', '{"meta":{"count":0},"results":[],"group_by":[]}', 0],
  ['works of the snapshot', `${line('a')}\n${line('b')}\n`, 2],
  ['a list of works', JSON.stringify([work('a'), work('b')], null, 2), 2],
  [
    'replies on lines',
    `${JSON.stringify({ meta: {}, results: [work('a')] })}\n${JSON.stringify({ results: [work('b')] })}\n`,
    2,
  ],
])('the form %s', (_form, text, count) => {
  const { drafts, rejected } = readAll(openalex, text);
  expect([drafts.length, rejected.length]).toEqual([count, 0]);
});

describe('the abstract', () => {
  test.each<[string, unknown, string | undefined]>([
    ['words in their order', { one: [0], three: [2], two: [1] }, 'one two three'],
    ['a word that comes back', { to: [0, 4], be: [1, 5], or: [2], not: [3] }, 'to be or not to be'],
    ['names that every object has', { constructor: [1], toString: [2] }, 'constructor toString'],
    ['positions that are far off', { a: [0], end: [4294967295, 9007199254740991], b: [7] }, 'a b end end'],
    ['nothing', {}, undefined],
  ])('%s', (_name, index, abstract) => {
    const draft = draftWith({ abstract_inverted_index: index });
    expect(draft.abstracts?.[0]?.value).toBe(abstract);
    expect(kept(draft)).toEqual({});
  });

  test('a word called __proto__ is a word', () => {
    const text = line('a').replace(
      '"abstract_inverted_index":null',
      '"abstract_inverted_index":{"__proto__":[0]}',
    );
    const draft = openalex.parse({ text, line: 1, kind: 'record' }, originAt(1));
    expect(draft.abstracts).toEqual([{ value: '__proto__' }]);
  });

  test.each<[unknown]>([
    [{ a: 'first' }],
    [{ a: [-1] }],
    [{ a: [1.5] }],
    [{ a: ['1'] }],
    ['Les travailleurs'],
  ])('positions that are none are kept with their words: %j', (index) => {
    const draft = draftWith({ abstract_inverted_index: index });
    expect(draft.abstracts).toEqual([]);
    expect(kept(draft)).toEqual({ abstract_inverted_index: index });
  });
});

describe('people', () => {
  const first = (authorship: Record<string, unknown>) => draftWith({ authorships: [authorship] });

  test('the printed name counts, and the one that OpenAlex gives is kept', () => {
    const draft = first({ raw_author_name: 'SORIN, F.', author: { display_name: 'François Sorin' } });
    expect(draft.contributions?.[0]?.nameAsPrinted).toBe('SORIN, F.');
    expect(kept(draft)).toEqual({ 'authorships.0.author.display_name': 'François Sorin' });
  });

  test.each<[unknown, unknown, unknown, Record<string, unknown>]>([
    [
      'https://orcid.org/0000-0002-1825-0097',
      null,
      [{ scheme: 'orcid', value: 'https://orcid.org/0000-0002-1825-0097', assertedBy: 'machine' }],
      {},
    ],
    [
      'https://orcid.org/0000-0002-1825-0097',
      '0000-0002-1825-0097',
      [{ scheme: 'orcid', value: '0000-0002-1825-0097', assertedBy: 'publisher' }],
      {},
    ],
    [
      'https://orcid.org/0000-0001-5000-0007',
      'https://orcid.org/0000-0002-1825-0097',
      [{ scheme: 'orcid', value: 'https://orcid.org/0000-0002-1825-0097', assertedBy: 'publisher' }],
      { 'authorships.0.author.orcid': 'https://orcid.org/0000-0001-5000-0007' },
    ],
  ])('I2 the ORCID found %s and printed %s', (orcid, raw, identifiers, left) => {
    const author = { display_name: 'Ada Exemple', orcid, id: 'https://openalex.org/A9999999999' };
    const draft = first({ author, raw_orcid: raw });
    expect(draft.contributions?.[0]?.identifiers).toEqual(identifiers);
    expect(kept(draft)).toEqual(left);
  });

  const cnrs = {
    id: 'https://openalex.org/I1',
    display_name: 'CNRS',
    ror: 'https://ror.org/02feahw73',
    country_code: 'FR',
  };
  const rennes = {
    id: 'https://openalex.org/I2',
    display_name: 'Université de Rennes',
    ror: null,
    country_code: 'FR',
  };
  const ids = (number: number) => ({
    scheme: 'openalex',
    value: `https://openalex.org/I${number}`,
    assertedBy: 'machine',
  });
  const ror = { scheme: 'ror', value: 'https://ror.org/02feahw73', assertedBy: 'machine' };
  const author = { display_name: 'Ada Exemple' };

  test.each<[string, Record<string, unknown>, unknown]>([
    [
      'one institution in the words',
      {
        institutions: [cnrs],
        affiliations: [{ raw_affiliation_string: 'CNRS, Rennes', institution_ids: [cnrs.id] }],
      },
      [{ nameAsPrinted: 'CNRS, Rennes', ids: [ror, ids(1)], country: 'FR' }],
    ],
    [
      'two institutions in the words',
      {
        institutions: [cnrs, rennes],
        affiliations: [
          { raw_affiliation_string: 'CNRS, Univ Rennes', institution_ids: [cnrs.id, rennes.id] },
        ],
      },
      [
        { nameAsPrinted: 'CNRS, Univ Rennes', ids: [ror, ids(1)], country: 'FR' },
        { nameAsPrinted: 'CNRS, Univ Rennes', ids: [ids(2)], country: 'FR' },
      ],
    ],
    [
      'words and an institution, as older records have them',
      { institutions: [cnrs], raw_affiliation_strings: ['CNRS, Rennes'] },
      [{ nameAsPrinted: 'CNRS, Rennes', ids: [ror, ids(1)], country: 'FR' }],
    ],
    [
      'an institution that no words name',
      { institutions: [cnrs, rennes], raw_affiliation_strings: ['LabAccès'] },
      [
        { nameAsPrinted: 'LabAccès' },
        { nameAsPrinted: 'CNRS', ids: [ror, ids(1)], country: 'FR' },
        { nameAsPrinted: 'Université de Rennes', ids: [ids(2)], country: 'FR' },
      ],
    ],
    ['words alone', { raw_affiliation_string: 'LabAccès' }, [{ nameAsPrinted: 'LabAccès' }]],
  ])('affiliations: %s', (_name, authorship, affiliations) => {
    const draft = first({ author, ...authorship });
    expect(draft.contributions?.[0]?.affiliations).toEqual(affiliations);
    expect(kept(draft)).toEqual({});
  });

  test('countries that no institution has are kept', () => {
    expect(kept(first({ author, countries: ['FR'] }))).toEqual({ 'authorships.0.countries': ['FR'] });
  });
});

describe('dates and places', () => {
  test.each([
    ['2019-01-01', true],
    ['2019-04-01', true],
    ['2019-04-02', false],
  ])('D4 a date that OpenAlex may have padded is doubtful: %s', (date, isDoubtful) => {
    const origin = { source: { name: 'works', system: openalex.name }, file: 'works.json', line: 1 };
    const text = JSON.stringify({ ...work('a'), publication_date: date, publication_year: 2019 });
    const { thing, findings } = tidy(openalex.parse({ text, line: 1, kind: 'record' }, origin));
    expect(thing.dates).toEqual([{ event: 'published', value: date }]);
    expect(findings.some(({ rule }) => rule === 'date-doubtful')).toBe(isDoubtful);
  });

  test('D1 never invents precision: a year alone is one', () => {
    expect(draftWith({ publication_year: 2019 }).dates).toEqual([{ event: 'published', words: '2019' }]);
    const other = draftWith({ publication_year: 2018, publication_date: '2019-04-02' });
    expect(kept(other)).toEqual({ publication_year: '2018' });
  });

  test.each([
    ['e01567', 'e01567', { articleNumber: 'e01567', pages: undefined }],
    ['816', '816', { articleNumber: undefined, pages: { raw: '816', start: '816' } }],
    ['13', '28', { articleNumber: undefined, pages: { raw: '13-28', start: '13', end: '28' } }],
    ['13', null, { articleNumber: undefined, pages: { raw: '13', start: '13' } }],
  ])('P1 first page %s and last page %s', (first_page, last_page, expected) => {
    const { thing } = tidy(draftWith({ biblio: { volume: 3, issue: null, first_page, last_page } }));
    expect(thing.position).toMatchObject({ volume: '3', ...expected });
  });

  const location = (source: unknown, values: Record<string, unknown> = {}) => ({ source, ...values });
  const host = { host_organization: 'https://openalex.org/P1', host_organization_name: 'IGI Global' };

  test.each<[string, unknown, string, object | undefined, unknown, readonly string[]]>([
    [
      'a journal',
      location({ type: 'journal', display_name: 'Terminal', ...host }),
      'article',
      { type: 'journal', titles: [{ value: 'Terminal' }] },
      'IGI Global',
      [],
    ],
    [
      'a book series',
      location({ type: 'book series', display_name: 'LNCS' }),
      'book-chapter',
      { type: 'series', titles: [{ value: 'LNCS' }] },
      undefined,
      [],
    ],
    [
      'a platform of e-books, which is no book',
      location(
        { type: 'ebook platform', display_name: 'IGI Global eBooks', ...host },
        { raw_source_name: 'Graph-Based Methods in Computer Vision' },
      ),
      'book-chapter',
      { type: 'book', titles: [{ value: 'Graph-Based Methods in Computer Vision' }] },
      'IGI Global',
      ['primary_location.source.display_name'],
    ],
    [
      'a book on a platform',
      location({ type: 'ebook platform', display_name: 'IGI Global eBooks' }),
      'book',
      undefined,
      undefined,
      ['primary_location.source.display_name'],
    ],
    [
      'a repository of preprints',
      location({ type: 'repository', display_name: 'bioRxiv' }),
      'preprint',
      { type: 'website', titles: [{ value: 'bioRxiv' }] },
      undefined,
      [],
    ],
    [
      'a repository that holds a copy',
      location({ type: 'repository', display_name: 'HAL', host_organization_name: 'CCSD' }),
      'article',
      undefined,
      undefined,
      ['primary_location.source.display_name', 'primary_location.source.host_organization_name'],
    ],
    [
      'a name alone',
      location(null, { raw_source_name: 'Shoulder Stiffness' }),
      'book-chapter',
      { type: 'book', titles: [{ value: 'Shoulder Stiffness' }] },
      undefined,
      [],
    ],
    [
      'a kind that nobody knows',
      location({ type: 'other', display_name: 'X' }),
      'other',
      { type: 'series', titles: [{ value: 'X' }] },
      undefined,
      ['primary_location.source.type'],
    ],
  ])('the container: %s', (_name, primary_location, type, container, publisher, left) => {
    const draft = draftWith({ primary_location, type });
    if (container === undefined) expect(draft.container).toBeUndefined();
    else expect(draft.container).toMatchObject(container);
    expect(draft.publisher?.name).toBe(publisher);
    expect(Object.keys(kept(draft)).sort()).toEqual(left);
  });

  test('a printed name that differs is kept', () => {
    const draft = draftWith({
      primary_location: location(
        { type: 'journal', display_name: 'Networks and Heterogeneous Media' },
        { raw_source_name: 'Networks &amp; Heterogeneous Media' },
      ),
    });
    expect(kept(draft)).toEqual({ 'primary_location.raw_source_name': 'Networks &amp; Heterogeneous Media' });
  });

  test.each([
    [{ id: 'pmh:oai:HAL:hal-01352940v1' }, { scheme: 'hal', value: 'hal-01352940' }],
    [
      { landing_page_url: 'https://shs.hal.science/halshs-01352940v2' },
      { scheme: 'hal', value: 'halshs-01352940' },
    ],
    [{ id: 'pmh:oai:pubmedcentral.nih.gov:3917233' }, { scheme: 'pmcid', value: 'PMC3917233' }],
    [
      { landing_page_url: 'https://www.ncbi.nlm.nih.gov/pmc/articles/3917233' },
      { scheme: 'pmcid', value: 'PMC3917233' },
    ],
    [{ id: 'pmh:oai:serval.unil.ch:BIB_42' }, { scheme: 'oai', value: 'oai:serval.unil.ch:BIB_42' }],
  ])('I6 the record of a repository: %j', (place, identifier) => {
    expect(draftWith({ locations: [place] }).identifiers).toContainEqual(identifier);
  });

  test('each address and each licence once, with what is known of it', () => {
    const place = {
      landing_page_url: 'https://hal.science/hal-1',
      license: 'cc-by',
      version: 'acceptedVersion',
    };
    const draft = draftWith({
      doi: 'https://doi.org/10.5072/x',
      primary_location: place,
      best_oa_location: place,
      locations: [
        place,
        { ...place, is_oa: true },
        { landing_page_url: 'https://doi.org/10.5072/X', license: 'public-domain' },
        { landing_page_url: 'https://doi.org/10.48550/arxiv.1', version: 'odd' },
      ],
      open_access: { oa_url: 'https://example.org/a.pdf' },
    });
    const licence = 'http://creativecommons.org/licenses/by/';
    expect(draft.links).toEqual([
      { role: 'landing', url: 'https://hal.science/hal-1', version: 'accepted', access: 'open', licence },
      { role: 'landing', url: 'https://doi.org/10.48550/arxiv.1' },
      { role: 'fulltext', url: 'https://example.org/a.pdf', access: 'open' },
    ]);
    expect(draft.licences).toEqual([{ words: 'cc-by', appliesTo: 'accepted' }, { words: 'public-domain' }]);
    expect(kept(draft)).toEqual({ 'locations.3.version': 'odd' });
  });
});

describe('what a work is', () => {
  test.each<[string | undefined, Record<string, unknown>, unknown, Record<string, unknown>]>([
    ['article', {}, { list: 'openalex', code: 'article' }, {}],
    ['article', { type_crossref: 'journal-article' }, { list: 'openalex', code: 'article' }, {}],
    [
      'article',
      { type_crossref: 'proceedings-article' },
      { list: 'crossref', code: 'proceedings-article' },
      {},
    ],
    [
      'article',
      { primary_location: { raw_type: 'proceedings-article' } },
      { list: 'crossref', code: 'proceedings-article' },
      {},
    ],
    ['conference-paper', {}, { list: 'openalex', code: 'conference-paper' }, {}],
    [
      'review',
      { type_crossref: 'journal-article' },
      { list: 'openalex', code: 'review' },
      { type_crossref: 'journal-article' },
    ],
    ['letter', {}, { list: 'openalex', code: 'letter' }, { type: 'letter' }],
    ['paratext', {}, { list: 'openalex', code: 'paratext' }, { type: 'paratext' }],
    [undefined, { type_crossref: 'monograph' }, { list: 'crossref', code: 'monograph' }, {}],
    [undefined, {}, undefined, {}],
  ])('%s, %j', (type, values, expected, left) => {
    const draft = draftWith({ type, ...values });
    expect(draft.type).toEqual(expected);
    expect(kept(draft)).toEqual(left);
  });

  test.each<[string, Record<string, unknown>, unknown]>([
    ['a work that was retracted', { is_retracted: true, type: 'article' }, 'retracted'],
    ['a preprint', { is_retracted: false, type: 'preprint' }, 'preprint'],
    ['an article', { is_retracted: false, type: 'article' }, undefined],
  ])('the status of %s', (_name, values, status) => {
    expect(draftWith(values).status).toBe(status);
  });

  test.each<[Record<string, unknown>, unknown, Record<string, unknown>]>([
    [{ oa_status: 'gold' }, { status: 'open' }, { 'open_access.oa_status': 'gold' }],
    [{ oa_status: 'closed' }, { status: 'restricted' }, {}],
    [{ is_oa: true }, { status: 'open' }, {}],
    [{ is_oa: false }, undefined, {}],
  ])('access %j', (open_access, access, left) => {
    const draft = draftWith({ open_access });
    expect(draft.access).toEqual(access);
    expect(kept(draft)).toEqual(left);
  });

  test('titles that differ are both kept', () => {
    expect(kept(draftWith({ display_name: 'Another' }))).toEqual({ display_name: 'Another' });
    expect(draftWith({ title: null, display_name: 'Another' }).titles?.[0]?.text).toEqual({
      value: 'Another',
    });
  });

  test('subjects: keywords of before 2024, a topic that is not listed, MeSH terms once', () => {
    const term = { descriptor_ui: 'D000069550', descriptor_name: 'Machine Learning', qualifier_ui: '' };
    const { subjects } = draftWith({
      keywords: [{ keyword: 'accès aux droits', score: 0.5 }],
      primary_topic: { id: 'https://openalex.org/T1', display_name: 'Digital Inclusion' },
      mesh: [term, term],
    });
    expect(subjects?.map(({ text, code }) => [text.value, code])).toEqual([
      ['accès aux droits', undefined],
      ['Digital Inclusion', 'T1'],
      ['Machine Learning', 'D000069550'],
    ]);
  });

  test('grants of before 2025 and awards are one list, each award once', () => {
    const grant = { funder: 'https://openalex.org/F1', funder_display_name: 'EMBO', award_id: '1' };
    const award = {
      funder_id: 'https://openalex.org/F1',
      funder_display_name: 'EMBO',
      funder_award_id: '1',
      doi: '10.5072/AWARD',
    };
    const { funding } = draftWith({ grants: [grant, { ...grant, award_id: null }], awards: [award] });
    const funder = {
      name: 'EMBO',
      ids: [{ scheme: 'openalex', value: 'F1', iri: 'https://openalex.org/F1' }],
    };
    expect(funding).toEqual([
      { funder, awardNumber: '1', awardIri: 'https://doi.org/10.5072/award' },
      { funder },
    ]);
  });
});

describe('what finds no place', () => {
  test('counts, scores and services of OpenAlex are left out, everything else is kept', () => {
    const figures = Object.fromEntries([...ignored].map((key) => [key, [{ value: 1 }]]));
    expect(kept(draftWith(figures))).toEqual({});
    expect(kept(draftWith({ is_paratext: true, content_urls: { pdf: 'x' }, colour: null }))).toEqual({
      is_paratext: true,
      content_urls: { pdf: 'x' },
    });
  });

  test.each([...mapped].filter((key) => key !== 'is_paratext').map((key) => [key]))(
    '%s of an unexpected kind is kept, and nothing is thrown',
    (key) => {
      const draft = draftWith({ [key]: [[{ odd: 1 }]] });
      const paths = draft.unmapped?.map(({ path }) => path) ?? [];
      expect(paths.some((path) => path.startsWith(key))).toBe(true);
      expect(paths).toEqual([...new Set(paths)]);
    },
  );
});

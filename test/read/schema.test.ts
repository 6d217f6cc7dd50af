import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schema } from '../../pipeline/read/schema.ts';
import { ignored, mapped } from '../../pipeline/read/schema-draft.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const awkwardTitle = "Les « savoir-faire » & l’“usager” – d'où vient-il ? a < b, <i>d’abord</i> 📚";
const article = (values: Record<string, unknown> = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'ScholarlyArticle',
  name: 'Vers l’État plateforme',
  ...values,
});
const line = (values: Record<string, unknown> = {}) => JSON.stringify(article(values));

readerContract(schema, {
  one: line(),
  two: `[\n${line()},\n${line({ name: 'Répondre aux demandes d’aide numérique' })}\n]`,
  broken: `${line()}\n${line().slice(0, 60)}\n${line({ name: 'Les pratiques numériques' })}\n`,
  awkward: JSON.stringify(
    article({ name: awkwardTitle, alternateName: '', author: [], about: null }),
    null,
    2,
  ),
  awkwardTitle,
  others: [
    '{"DOI":"10.1038/nature14539","type":"journal-article","title":["Deep learning"],"reference-count":3}',
    '{"data":{"type":"dois","attributes":{"doi":"10.5061/dryad.8515","types":{"schemaOrg":"Dataset"},"schemaVersion":"http://datacite.org/schema/kernel-4"}}}',
    '[{"id":"sorin2019","type":"article-journal","title":"Les pratiques numériques"}]',
    '{"id":"https://openalex.org/W2919115771","doi":"https://doi.org/10.1038/nature14539","title":"Deep learning"}',
    '{"response":{"docs":[{"docid":1,"halId_s":"hal-04000001","title_s":["Vers l’État plateforme"]}]}}',
    '[{"key":"ABCD","itemType":"journalArticle","title":"Vers l’État plateforme"}]',
    '{"type":"article","titles":[{"role":"main","text":{"value":"x"}}],"unmapped":[{"source":"s","path":"p","value":{"@context":"https://schema.org","@type":"Article"}}]}',
    '{"@context":{"@vocab":"http://purl.org/ontology/bibo/"},"@type":"Article","title":"Vers l’État plateforme"}',
    '{"@context":"http://www.w3.org/ns/anno.jsonld","@id":"x","@type":"Annotation"}',
    '<html><script type="application/ld+json">{"@context":"https://schema.org","@type":"Article"}</script></html>',
    '@prefix schema: <http://schema.org/> .\n<#a> a schema:ScholarlyArticle ; schema:name "x" .\n',
    'Par François Sorin, 2019, dans Vie sociale, 28. Voir https://schema.org\n',
  ],
});

/** What a record with these values becomes. */
function draftWith(values: Record<string, unknown>) {
  return schema.parse({ text: line(values), line: 1, kind: 'record' }, originAt(1));
}

const kept = (values: Record<string, unknown>) =>
  draftWith(values).unmapped?.map(({ path, value }) => [path, value]);
const mainTitle = (text: string) =>
  readAll(schema, text).drafts.map(({ titles }) => titles?.find(({ role }) => role === 'main')?.text.value);

describe('the forms of JSON-LD', () => {
  const other = 'http://schema.org/';
  test.each<[string, unknown]>([
    ['the context by its address', { '@context': 'http://schema.org/', '@type': 'Article', name: 'T' }],
    [
      'a list of contexts',
      { '@context': ['https://schema.org', { hal: 'https://hal.science/' }], '@type': 'Article', name: 'T' },
    ],
    ['a vocabulary', { '@context': { '@vocab': 'https://schema.org/' }, '@type': 'Article', name: 'T' }],
    [
      'a vocabulary without its last stroke',
      { '@context': { '@vocab': 'http://schema.org' }, '@type': 'Article', name: 'T' },
    ],
    ['a prefix', { '@context': { s: other }, '@type': 's:Article', 's:name': 'T' }],
    ['terms', { '@context': { s: other, titre: 's:name', genre: '@type' }, genre: 's:Article', titre: 'T' }],
    [
      'terms with more',
      {
        '@context': { titre: { '@id': `${other}name`, '@language': 'fr' } },
        '@type': `${other}Article`,
        titre: 'T',
      },
    ],
    [
      'full IRIs',
      { '@type': ['https://schema.org/Article'], 'https://schema.org/name': [{ '@value': 'T' }] },
    ],
    ['keywords without a mark', { '@context': 'https://schema.org', type: 'Article', id: '#a', name: 'T' }],
    [
      'a map of languages',
      {
        '@context': { '@vocab': other, name: { '@container': '@language' } },
        '@type': 'Article',
        name: { fr: 'T' },
      },
    ],
    [
      'CodeMeta',
      { '@context': 'https://doi.org/10.5063/schema/codemeta-2.0', '@type': 'SoftwareSourceCode', name: 'T' },
    ],
    [
      'a page about a work',
      {
        '@context': 'https://schema.org',
        '@type': 'WebPage',
        name: 'P',
        mainEntity: { '@type': 'Article', name: 'T' },
      },
    ],
    [
      'a term that leads back to itself',
      { '@context': { '@vocab': other, a: 'b:x', b: 'a:y' }, '@type': 'Article', name: 'T', a: 1 },
    ],
  ])('%s', (_form, value) => {
    const text = JSON.stringify(value);
    expect(schema.sniff(text)).toBe(true);
    expect(mainTitle(text)).toEqual(['T']);
  });

  test('a key of another vocabulary is no key of schema.org', () => {
    const text = JSON.stringify({
      '@context': { '@vocab': 'http://example.org/', schema: 'https://schema.org/' },
      '@type': 'schema:Article',
      'schema:name': 'T',
      name: 'other',
      'dcterms:title': 'third',
    });
    const [draft] = readAll(schema, text).drafts;
    expect(draft?.titles).toEqual([{ role: 'main', text: { value: 'T' } }]);
    expect(draft?.unmapped?.map(({ path }) => path)).toEqual(['http://example.org/name', 'dcterms:title']);
  });

  test('the language of a context is the language of its texts', () => {
    const draft = draftWith({
      '@context': { '@vocab': 'https://schema.org/', '@language': 'fr' },
      volumeNumber: '3',
    });
    expect(draft.titles?.[0]?.text.lang).toBe('fr');
    expect(draft.position?.volume).toBe('3');
  });
});

describe('graphs and lists', () => {
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@id': '#a',
        '@type': 'ScholarlyArticle',
        name: 'A',
        author: { '@id': '#p' },
        isPartOf: { '@id': '#i' },
        citation: [{ '@id': '#b' }],
      },
      { '@id': '#b', '@type': 'ScholarlyArticle', name: 'B', author: { '@list': [{ '@id': '#p' }] } },
      { '@id': '#p', '@type': 'Person', name: 'Pierre Mazet', affiliation: { '@id': '#o' } },
      { '@id': '#o', '@type': 'Organization', name: 'LabAccès', parentOrganization: { '@id': '#o' } },
      { '@id': '#i', '@type': 'PublicationIssue', issueNumber: '128', isPartOf: { '@id': '#j' } },
      {
        '@id': '#j',
        '@type': 'Periodical',
        name: 'Terminal',
        hasPart: [{ '@id': '#i' }],
        isPartOf: { '@id': '#i' },
      },
      { '@id': '#s', '@type': 'BreadcrumbList', name: 'Accueil' },
    ],
  };

  test.each([
    ['a graph on one line', JSON.stringify(graph), [1, 1]],
    ['a graph on many lines', JSON.stringify(graph, null, 1), [4, 20]],
    [
      'a context after its graph',
      JSON.stringify({ '@graph': graph['@graph'], '@context': graph['@context'] }),
      [1, 1],
    ],
  ])('%s is cut into its works, each with what it refers to', (_form, text, lines) => {
    const pieces = [...schema.cut(text)];
    expect(pieces.filter(({ kind }) => kind === 'record').map((piece) => piece.line)).toEqual(lines);
    expect(
      pieces.filter(({ kind }) => kind === 'aside').map((piece) => /"name":\s*"(\w+)/.exec(piece.text)?.[1]),
    ).toEqual(['Accueil']);
    const { drafts, rejected } = readAll(schema, text);
    expect(rejected).toEqual([]);
    const author = { role: 'author', kind: 'person', nameAsPrinted: 'Pierre Mazet' };
    expect(drafts[0]).toMatchObject({
      titles: [{ text: { value: 'A' } }],
      contributions: [{ ...author, affiliations: [{ nameAsPrinted: 'LabAccès' }] }],
      container: { type: 'journal', titles: [{ value: 'Terminal' }] },
      position: { issue: '128' },
      references: [{ citation: 'B' }],
    });
    expect(drafts[1]).toMatchObject({ titles: [{ text: { value: 'B' } }], contributions: [author] });
  });

  test('a broken object of a graph is rejected alone', () => {
    const text = JSON.stringify(graph).replace('"name":"B"', '"name":B');
    const { drafts, rejected } = readAll(schema, text);
    expect(drafts).toHaveLength(1);
    expect(rejected).toHaveLength(1);
  });

  test('objects of a flat list are joined too, and a book that chapters are parts of is no work of its own', () => {
    const s = 'https://schema.org/';
    const text = JSON.stringify([
      {
        '@id': '#c',
        '@type': [`${s}Chapter`],
        [`${s}name`]: [{ '@value': 'Chapitre' }],
        [`${s}isPartOf`]: [{ '@id': '#b' }],
      },
      {
        '@id': '#b',
        '@type': [`${s}Book`],
        [`${s}name`]: [{ '@value': 'Ouvrage' }],
        [`${s}isbn`]: [{ '@value': '9782738133045' }],
      },
    ]);
    const { drafts } = readAll(schema, text);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.container).toMatchObject({
      type: 'book',
      titles: [{ value: 'Ouvrage' }],
      isbn: ['9782738133045'],
    });
  });

  test('a journal does not bring all its articles into each of them', () => {
    const works = Array.from({ length: 300 }, (_, i) => ({
      '@id': `#${i}`,
      '@type': 'ScholarlyArticle',
      name: `A${i}`,
      isPartOf: { '@id': '#j' },
    }));
    const journal = {
      '@id': '#j',
      '@type': 'Periodical',
      name: 'Terminal',
      hasPart: works.map((work) => ({ '@id': work['@id'] })),
    };
    const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': [...works, journal] });
    const pieces = [...schema.cut(text)];
    expect(pieces).toHaveLength(300);
    expect(Math.max(...pieces.map((piece) => piece.text.length))).toBeLessThan(400);
  });
});

describe('types', () => {
  test.each<[string, unknown, unknown]>([
    [
      'the narrowest of several',
      ['Article', 'ScholarlyArticle'],
      { list: 'schema', code: 'ScholarlyArticle' },
    ],
    ['a review before an article', ['ScholarlyArticle', 'Review'], { list: 'schema', code: 'Review' }],
    ['an unknown one as it is', 'Project', { list: 'schema', code: 'Project' }],
  ])('%s', (_case, type, expected) => {
    expect(draftWith({ '@type': type, author: 'Ada Exemple' }).type).toEqual(expected);
  });

  test('a COAR resource type beside the class is narrower', () => {
    const draft = draftWith({ additionalType: 'http://purl.org/coar/resource_type/c_5794' });
    expect(draft.type).toEqual({ list: 'coar', code: 'c_5794' });
    expect(kept({ additionalType: 'dataset' })).toEqual([['additionalType', 'dataset']]);
  });

  test('what is no work is rejected, in words', () => {
    const { drafts, rejected } = readAll(
      schema,
      JSON.stringify({ '@context': 'https://schema.org', '@type': 'Person', name: 'Pierre Mazet' }),
    );
    expect(drafts).toEqual([]);
    expect(rejected[0]?.error.words).toEqual({
      fr: 'l’objet décrit n’est pas une publication, mais : Person',
      en: 'what is described is not a work but: Person',
    });
  });
});

describe('titles and texts', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    [
      'a headline that is the name again',
      { headline: 'Vers l’État plateforme' },
      [['main', 'Vers l’État plateforme', undefined]],
    ],
    ['a headline cut short', { headline: 'Vers l’État…' }, [['main', 'Vers l’État plateforme', undefined]]],
    ['a headline alone', { name: undefined, headline: 'H' }, [['main', 'H', undefined]]],
    ['the language of the work', { inLanguage: 'fr' }, [['main', 'Vers l’État plateforme', 'fr']]],
    ['a language of two', { inLanguage: ['fr', 'en'] }, [['main', 'Vers l’État plateforme', undefined]]],
    [
      'names in two languages',
      {
        inLanguage: 'fr',
        name: [
          { '@value': 'E', '@language': 'en' },
          { '@value': 'F', '@language': 'fr' },
        ],
      },
      [
        ['main', 'F', 'fr'],
        ['translated', 'E', 'en'],
      ],
    ],
  ])('%s', (_case, values, expected) => {
    expect(draftWith(values).titles?.map(({ role, text }) => [role, text.value, text.lang])).toEqual(
      expected,
    );
  });

  test.each<[unknown, readonly string[]]>([
    ['inclusion, numérique', ['inclusion', 'numérique']],
    ['inclusion ; numérique', ['inclusion', 'numérique']],
    ['inclusion (ville, campagne)', ['inclusion (ville, campagne)']],
    [
      ['ville, campagne', 'numérique'],
      ['ville, campagne', 'numérique'],
    ],
  ])('L1 splits keywords only where the source parts them: %j', (keywords, expected) => {
    expect(draftWith({ keywords }).subjects?.map(({ text }) => text.value)).toEqual(expected);
  });

  test.each<[unknown, readonly string[]]>([
    ['fr', ['fr']],
    [{ '@type': 'Language', name: 'French', alternateName: 'fr' }, ['fr']],
    [
      [{ '@type': 'Language', name: 'Français' }, 'en'],
      ['Français', 'en'],
    ],
  ])('the languages in %j', (inLanguage, expected) => {
    expect(draftWith({ inLanguage }).languages).toEqual(expected);
  });
});

describe('the language of bare texts', () => {
  test.each<[string, unknown, unknown, string | undefined]>([
    ['is that of the work', 'fr', 'T', 'fr'],
    ['is its only one', ['fr', 'en'], 'T', undefined],
    ['is no mixture', 'mul', 'T', undefined],
    ['is not that of a text that says it has none', 'fr', { '@value': 'T' }, undefined],
    ['is named, not only coded', { '@type': 'Language', alternateName: 'fr', name: 'French' }, 'T', 'fr'],
    ['is none where a code stands alone', { '@type': 'Language', alternateName: 'fr' }, 'T', undefined],
  ])('%s', (_case, inLanguage, name, expected) => {
    expect(draftWith({ inLanguage, name }).titles?.[0]?.text.lang).toBe(expected);
  });
});

describe('people', () => {
  test.each<[string, unknown, unknown]>([
    ['a text', 'Mazet, Pierre', [{ role: 'author', nameAsPrinted: 'Mazet, Pierre' }]],
    [
      'N4: many names in one text',
      'McNeill, L.C., Dugan, B., and Zhao, X.',
      [{ role: 'author', names: 'McNeill, L.C., Dugan, B., and Zhao, X.' }],
    ],
    [
      'a middle name',
      { givenName: 'Emmanuel', additionalName: 'J. P.', familyName: 'Douzery' },
      [{ role: 'author', given: 'Emmanuel J. P.', family: 'Douzery' }],
    ],
    [
      'N1: an organisation',
      { '@type': 'ResearchOrganization', name: 'Tara Oceans Consortium, Coordinators' },
      [
        {
          role: 'author',
          kind: 'organisation',
          nameAsPrinted: 'Tara Oceans Consortium, Coordinators',
          literal: 'Tara Oceans Consortium, Coordinators',
        },
      ],
    ],
  ])('%s', (_case, author, expected) => {
    const said = draftWith({ author }).contributions;
    expect(said?.map((each) => JSON.parse(JSON.stringify(each)))).toEqual(expected);
  });

  test('L2 keeps the order of the list, or of the positions where each has one', () => {
    const names = (author: unknown) =>
      draftWith({ author }).contributions?.map(({ nameAsPrinted }) => nameAsPrinted);
    expect(names([{ name: 'B' }, { name: 'A' }])).toEqual(['B', 'A']);
    expect(
      names([
        { name: 'B', position: 2 },
        { '@type': 'Role', position: 1, author: { name: 'A' } },
      ]),
    ).toEqual(['A', 'B']);
  });

  test('an author said again as creator is one, and another creator is an author too', () => {
    const draft = draftWith({
      author: { givenName: 'Pierre', familyName: 'Mazet' },
      creator: ['Mazet, Pierre', 'François Sorin'],
    });
    expect(draft.contributions?.map(({ family, nameAsPrinted }) => family ?? nameAsPrinted)).toEqual([
      'Mazet',
      'François Sorin',
    ]);
  });

  test('a Thing may be a person or not, and its name is whole', () => {
    expect(draftWith({ author: { '@type': 'Thing', name: 'Emmaüs Connect' } }).contributions).toEqual([
      { role: 'author', literal: 'Emmaüs Connect' },
    ]);
  });

  test('a role may be said with its MARC relator', () => {
    const roleName = ['supervisor', 'http://id.loc.gov/vocabulary/relators/dgs'];
    const contributor = { '@type': 'Role', roleName, contributor: { name: 'Pierre Mazet' } };
    const draft = draftWith({ contributor });
    expect(draft.contributions).toEqual([
      { role: 'supervisor', marcRelator: 'dgs', nameAsPrinted: 'Pierre Mazet' },
    ]);
    expect(draft.unmapped).toEqual([]);
  });

  test('no e-mail address stays in clear', () => {
    const draft = draftWith({ author: { name: 'Ada Exemple', email: 'ada@example.org' } });
    expect(draft.contributions?.[0]?.emailSha).toBe('d714b8a95bd857a37405a7b56db9108b60ae42bd');
    expect(JSON.stringify(draft)).not.toContain('ada@example.org');
  });

  test('keeps what it does not understand of a person, and an address that names nobody', () => {
    expect(kept({ author: [{ name: 'Pierre Mazet', jobTitle: 'sociologue' }] })).toEqual([
      ['author.0.jobTitle', 'sociologue'],
    ]);
    expect(kept({ author: { '@id': 'https://www.labacces.fr/mazet' } })).toEqual([
      ['author', 'https://www.labacces.fr/mazet'],
    ]);
  });
});

describe('dates', () => {
  test.each<[unknown, string | undefined]>([
    ['2016', '2016'],
    ['2016-09', '2016-09'],
    [2016, '2016'],
    [{ '@value': '2018', '@type': 'xsd:gYear' }, '2018'],
    [{ '@value': '2018-01-24T10:00:00Z', '@type': 'Date' }, '2018-01-24T10:00:00Z'],
    [null, undefined],
    ['', undefined],
  ])('D1 never invents precision: %j', (datePublished, expected) => {
    expect(draftWith({ datePublished }).dates?.[0]?.words).toBe(expected);
  });

  test('the date of the issue is that of an article without one, and is kept when it is another', () => {
    const isPartOf = { '@type': 'PublicationIssue', datePublished: '2020' };
    expect(draftWith({ isPartOf }).dates).toEqual([{ event: 'published', words: '2020' }]);
    expect(kept({ isPartOf, datePublished: '2020-05' })).toEqual([]);
    expect(kept({ isPartOf, datePublished: '2019' })).toEqual([['isPartOf.datePublished', '2020']]);
  });
});

describe('containers and pages', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    [
      'a journal at once',
      { isPartOf: { '@type': 'Periodical', name: 'eLife', issn: '2050-084X' } },
      { type: 'journal', issn: [{ value: '2050-084X' }] },
    ],
    [
      'volume and journal in one',
      { isPartOf: { '@type': ['PublicationVolume', 'Periodical'], name: 'eLife', volumeNumber: '3' } },
      { type: 'journal', titles: [{ value: 'eLife' }] },
    ],
    [
      'issue and volume side by side',
      {
        isPartOf: [
          { '@type': 'PublicationVolume', volumeNumber: '3' },
          { '@type': 'Periodical', name: 'eLife' },
        ],
      },
      { type: 'journal' },
    ],
    ['a blog', { isPartOf: { '@type': 'Blog', name: 'B' } }, { type: 'website', titles: [{ value: 'B' }] }],
    [
      'a site behind a page',
      { isPartOf: { '@type': 'WebPage', isPartOf: { '@type': 'WebSite', name: 'S' } } },
      { type: 'website', titles: [{ value: 'S' }] },
    ],
    [
      'a book in a series',
      {
        '@type': 'Chapter',
        isPartOf: {
          '@type': 'Book',
          name: 'O',
          isPartOf: { '@type': 'BookSeries', name: 'C', volumeNumber: 4 },
        },
      },
      { type: 'book', series: { title: { value: 'C' }, number: '4' } },
    ],
    [
      'the series of a book',
      { '@type': 'Book', isPartOf: { '@type': 'CreativeWorkSeries', name: 'C' } },
      { type: 'series', titles: [{ value: 'C' }] },
    ],
  ])('%s', (_case, values, expected) => {
    expect(draftWith(values).container).toMatchObject(expected as object);
    expect(draftWith(values).unmapped).toEqual([]);
  });

  test('a whole that is no container is a relation', () => {
    expect(draftWith({ isPartOf: 'https://doi.org/10.5281/ZENODO.1' }).relations).toEqual([
      { type: 'isPartOf', target: { id: 'https://doi.org/10.5281/zenodo.1' } },
    ]);
  });

  test.each<[string, Record<string, unknown>, string | undefined]>([
    ['as printed', { pagination: 'pp. 13–28', pageStart: 13, pageEnd: 28 }, 'pp. 13–28'],
    ['from first to last', { pageStart: '13', pageEnd: '28' }, '13-28'],
    ['one page', { pageStart: 'e01567', pageEnd: 'e01567' }, 'e01567'],
    ['an extent', { numberOfPages: 102 }, '102 p.'],
    ['an extent as printed', { pagination: '102 pages', numberOfPages: 102 }, '102 pages'],
    ['whose end is shortened in print', { pagination: '137-44', pageStart: '137', pageEnd: '144' }, '137-44'],
    ['of which the first is known', { pagination: '66-79, 82', pageStart: '66' }, '66-79, 82'],
    ['beside an article number', { pagination: 'article 12', pageStart: '1', pageEnd: '9' }, '1-9'],
  ])('P1 pages %s', (_case, values, expected) => {
    const draft = draftWith(values);
    expect(draft.position?.pages).toBe(expected);
    expect(draft.unmapped).toEqual([]);
  });
});

describe('identifiers, links and access', () => {
  test('I1 a DOI in many dresses is one identifier', () => {
    const draft = draftWith({
      '@id': 'https://doi.org/10.5438/4K3M-NYVG',
      identifier: [
        'doi:10.5438/4k3m-nyvg',
        { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.5438/4K3M-NYVG' },
      ],
      sameAs: 'http://dx.doi.org/10.5438/4k3m-nyvg',
      url: 'https://doi.org/10.5438/4k3m-nyvg',
    });
    expect(draft.identifiers).toEqual([{ scheme: 'doi', value: '10.5438/4K3M-NYVG' }]);
    expect(draft.links).toEqual([]);
  });

  test('an ISBN is a book’s own and a chapter’s book’s', () => {
    expect(draftWith({ '@type': 'Book', isbn: '9782738133045' }).identifiers).toEqual([
      { scheme: 'isbn', value: '9782738133045' },
    ]);
    expect(draftWith({ '@type': 'Chapter', isbn: '9782738133045' }).container?.isbn).toEqual([
      '9782738133045',
    ]);
  });

  test.each<[unknown, unknown, unknown]>([
    [true, undefined, { status: 'open' }],
    ['http://schema.org/False', undefined, { status: 'restricted' }],
    [true, 'http://purl.org/coar/access_right/c_f1cf', { status: 'embargoed' }],
    [undefined, 'on request', undefined],
  ])('access: free %j, conditions %j', (isAccessibleForFree, conditionsOfAccess, expected) => {
    expect(draftWith({ isAccessibleForFree, conditionsOfAccess }).access).toEqual(expected);
  });

  test('an identifier that is said with its address is said once', () => {
    const idref = { propertyID: 'idref', value: '027857603', url: 'http://www.idref.fr/027857603/id' };
    const [author] =
      draftWith({
        author: { name: 'Ada Exemple', identifier: idref, sameAs: 'http://www.idref.fr/027857603/id' },
      }).contributions ?? [];
    expect(author?.identifiers).toEqual([{ scheme: 'idref', value: '027857603' }]);
  });

  test('one number in two schemes is two identifiers', () => {
    const identifier = ['oclc', 'lccn'].map((propertyID) => ({ propertyID, value: '12345678' }));
    expect(draftWith({ identifier }).identifiers).toEqual([
      { scheme: 'oclc', value: '12345678' },
      { scheme: 'lccn', value: '12345678' },
    ]);
  });

  test('a file has an access of its own, and a page leads elsewhere', () => {
    const encoding = { contentUrl: 'https://x.org/1.pdf', isAccessibleForFree: true };
    const mainEntityOfPage = { '@type': 'WebPage', '@id': 'https://x.org/1', relatedLink: 'https://y.org/' };
    expect(draftWith({ encoding, mainEntityOfPage }).links).toEqual([
      { role: 'landing', url: 'https://x.org/1' },
      { role: 'other', url: 'https://y.org/' },
      { role: 'fulltext', url: 'https://x.org/1.pdf', access: 'open' },
    ]);
  });

  test('the ids of a dataset of ours name things in it, and identify nothing', () => {
    const draft = draftWith({
      '@id': 'https://lab.example.org/id/work/0001',
      subjectOf: { '@id': 'https://lab.example.org/id/dataset' },
      author: { '@id': 'https://lab.example.org/id/person/ada-exemple', name: 'Ada Exemple' },
      url: 'https://hal.science/hal-00000001',
      translationOfWork: { '@id': 'https://lab.example.org/id/work/0002' },
    });
    expect(draft).toMatchObject({
      id: 'work/0001',
      identifiers: [],
      contributions: [{ nameAsPrinted: 'Ada Exemple' }],
      links: [{ role: 'landing', url: 'https://hal.science/hal-00000001' }],
      relations: [{ type: 'isTranslationOf', target: { workId: 'work/0002' } }],
      unmapped: [],
    });
    expect(draft.contributions?.[0]).not.toHaveProperty('identifiers');
  });

  test('those of any other site identify', () => {
    const draft = draftWith({
      '@id': 'https://lab.example.org/id/work/0001',
      subjectOf: { '@id': 'https://other.example.org/id/dataset' },
    });
    expect(draft.id).toBeUndefined();
    expect(draft.identifiers).toEqual([{ value: 'https://lab.example.org/id/work/0001' }]);
    expect(draft.unmapped?.map(({ path }) => path)).toEqual(['subjectOf']);
  });

  test('I1 the IRI of a DOI is not encoded again', () => {
    const citation = 'https://doi.org/10.1002/(sici)1099-1174(199706)6:2%3C107::aid%3E3.0.co;2-3';
    expect(draftWith({ citation }).references).toEqual([{ id: citation }]);
  });

  test('a rounded size is no number of bytes', () => {
    const encoding = { contentUrl: 'https://www.labacces.fr/a.pdf', contentSize: '1.2 MB' };
    expect(draftWith({ encoding }).links).toEqual([
      { role: 'fulltext', url: 'https://www.labacces.fr/a.pdf' },
    ]);
    expect(kept({ encoding })).toEqual([['encoding.contentSize', '1.2 MB']]);
  });
});

describe('hostile records', () => {
  test.each([
    [
      'nested too deep',
      `{"@context":"https://schema.org","@type":"Article","name":"T","about":${'{"about":'.repeat(200_000)}1${'}'.repeat(200_000)}}`,
    ],
    [
      'brackets without end',
      `{"@context":"https://schema.org","@type":"Article","keywords":${'['.repeat(200_000)}`,
    ],
    ['cut short', '{"@context":"https://schema.org","@type":"Article","name":"Vers l'],
  ])('%s is rejected in words', (_case, text) => {
    const { drafts, rejected } = readAll(schema, text);
    expect(drafts).toEqual([]);
    expect(rejected).toHaveLength(1);
  });

  test('a hundred thousand authors are read', () => {
    const author = Array.from({ length: 100_000 }, () => ({ '@type': 'Person', name: 'Ada Exemple' }));
    expect(draftWith({ author }).contributions).toHaveLength(100_000);
  });
});

describe('every field', () => {
  const text = readFileSync(new URL('samples/schema.jsonld', import.meta.url), 'utf8');
  const [draft] = readAll(schema, text).drafts;
  const expected = {
    type: { list: 'schema', code: 'ScholarlyArticle' },
    titles: [
      { role: 'main', text: { lang: 'fr', value: 'Un titre d’exemple' } },
      { role: 'subtitle', text: { lang: 'fr', value: 'Un sous-titre d’exemple' } },
      { role: 'translated', text: { value: 'A title for example', lang: 'en' } },
    ],
    abstracts: [
      { lang: 'fr', value: 'Un résumé d’exemple.' },
      { lang: 'en', value: 'An abstract for example.' },
    ],
    contributions: [
      {
        role: 'author',
        kind: 'person',
        nameAsPrinted: 'Ada Exemple',
        family: 'Exemple',
        given: 'Ada',
        suffix: 'Jr',
        identifiers: [{ value: 'https://orcid.org/0000-0002-1825-0097' }],
        affiliations: [
          {
            nameAsPrinted: 'Équipe Numérique, LabAccès, Askoria',
            ids: [{ value: 'https://ror.org/04wxnsj81' }],
            country: 'FR',
          },
        ],
        emailSha: 'd714b8a95bd857a37405a7b56db9108b60ae42bd',
      },
      {
        role: 'author',
        kind: 'organisation',
        nameAsPrinted: 'Collectif LabAccès',
        literal: 'Collectif LabAccès',
        identifiers: [{ value: 'https://www.labacces.fr/' }],
      },
      { role: 'editor', kind: 'person', nameAsPrinted: 'François Sorin' },
      { role: 'translator', nameAsPrinted: 'Mazet, Pierre' },
      { role: 'illustrator', kind: 'person', family: 'Exemple', given: 'Ada' },
    ],
    dates: [
      { event: 'published', words: '2023-03-03' },
      { event: 'written', words: '2022' },
      { event: 'modified', words: '2023-04' },
      { event: 'copyright', words: '2023' },
    ],
    container: {
      type: 'journal',
      titles: [{ value: 'Revue d’exemple' }],
      shortTitles: ['Rev. ex.'],
      issn: [{ value: '1234-5679' }, { value: '2049-3630' }],
      url: 'https://revue.example.org/',
    },
    position: {
      volume: '12',
      issue: '81',
      issueTitle: { value: 'Un dossier d’exemple' },
      pages: '13-28',
      section: { value: 'Dossier' },
    },
    publisher: { name: 'Éditions d’exemple', place: 'Nîmes', ids: [{ value: 'https://ror.org/04z8jg394' }] },
    identifiers: [
      { scheme: 'doi', value: '10.5555/exemple.81.13' },
      { scheme: 'hal', value: 'hal-00000001' },
    ],
    links: [
      { role: 'landing', url: 'https://lab.example.org/article/0001' },
      { role: 'other', url: 'https://revue.example.org/81/13' },
      {
        role: 'fulltext',
        url: 'https://lab.example.org/article/0001.pdf',
        mediaType: 'application/pdf',
        licence: 'https://creativecommons.org/licenses/by/4.0/',
        bytes: 102400,
      },
    ],
    languages: ['fr'],
    subjects: [
      { text: { value: 'inclusion (ville, campagne)' } },
      {
        text: { value: 'travail social', lang: 'fr' },
        scheme: 'https://www.idref.fr/',
        concept: 'https://www.idref.fr/027857603',
        code: '27227813X',
      },
      { text: { value: 'numérique' } },
    ],
    access: { status: 'open' },
    licences: [{ words: 'https://creativecommons.org/licenses/by/4.0/' }],
    funding: [
      {
        funder: {
          name: 'Agence nationale de la recherche',
          ids: [
            { scheme: 'doi', value: '10.13039/501100001665', iri: 'https://doi.org/10.13039/501100001665' },
          ],
        },
        awardNumber: 'ANR-15-IDEX-02',
        title: { value: 'Idex' },
      },
    ],
    relations: [
      { type: 'hasPart', target: { citation: 'Annexe méthodologique' } },
      { type: 'isTranslationOf', target: { id: 'https://doi.org/10.5555/12345678' } },
    ],
    references: [
      { id: 'https://doi.org/10.1038/nature14539' },
      { citation: 'Bertrand Ravon, Pierre Vidal-Naquet, 2016, L’épreuve de professionnalité, SociologieS' },
    ],
    status: 'corrected',
    notes: [{ lang: 'fr', value: 'Une remarque d’exemple.' }],
  };

  test('the sample is one record, sniffed and read', () => {
    expect(schema.sniff(text)).toBe(true);
    expect(draft).toMatchObject(expected);
  });

  test('keeps what has no place in the model, and nothing that has', () => {
    expect(draft?.unmapped?.map(({ path, value }) => [path, value])).toEqual([['version', '2']]);
  });

  test('no key is both mapped and ignored', () => {
    expect([...mapped].filter((key) => ignored.has(key))).toEqual([]);
  });
});

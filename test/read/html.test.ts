import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { html } from '../../pipeline/read/html.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const meta = (name: string, content: string) => `<meta name="${name}" content="${escaped(content)}">`;
const page = (...head: readonly string[]) =>
  `<!DOCTYPE html>\n<html>\n<head>\n${head.join('\n')}\n</head>\n</html>\n`;
const script = (value: unknown) => `<script type="application/ld+json">\n${JSON.stringify(value)}\n</script>`;
const article = (name: string, values: Record<string, unknown> = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'ScholarlyArticle',
  name,
  ...values,
});
const coins = (title: string, more = '') =>
  `<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.atitle=${encodeURIComponent(title)}${more}"></span>`;

const [first, second, third] = [
  'Vers l’État plateforme',
  'Répondre aux demandes d’aide numérique',
  'Les pratiques numériques',
];
const awkwardTitle = "Les « savoir-faire » & l’“usager” – d'où vient-il ? a < b, <i>d’abord</i> 📚";

readerContract(html, {
  one: page(
    meta('citation_title', first),
    meta('citation_author', 'Mazet, Pierre'),
    meta('citation_publisher', ''),
  ),
  two: page(script(article(first)), script(article(second))),
  broken: page(
    script(article(first)),
    script(article(second)).replace('"name"', 'name'),
    script(article(third)),
  ),
  awkward: page(meta('citation_title', awkwardTitle), meta('citation_author', 'Mazet, Pierre')),
  awkwardTitle,
  others: [
    '<html><head><title>Articles</title><meta name="viewport" content="width=device-width"></head><p>Par François Sorin, 2019, dans Vie sociale, 28.</p></html>',
    '<!DOCTYPE html><html><head><title>Publications</title><meta property="og:title" content="Publications"><meta property="og:type" content="article"></head></html>',
    '<!DOCTYPE html><html><head><meta name="DC.title" content="Publications"></head></html>',
    '<html><script type="application/ld+json">{"@context":"https://schema.org","@type":"WebSite","name":"LabAccès"}</script></html>',
    '<html><script>window.dataLayer = [{"type": "article"}]</script></html>',
    '<meta name="citation_title" badcontent="Vers l’État plateforme">',
    '{"@context":"https://schema.org","@type":"ScholarlyArticle","name":"<meta name=citation_title content=x>"}',
    '<?xml version="1.0"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><dc:title>x</dc:title></OAI-PMH>',
    '<?xml version="1.0"?>\n<!DOCTYPE article PUBLIC "-//NLM//DTD JATS"><article><meta name="citation_title" content="x"/></article>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    '# Publications\n\n- Mazet, P. (2019). <span class="Z3988" title="rft.atitle=x"></span>\n',
    '@article{mazet2019,\n  title = {Vers l’État plateforme},\n}\n',
  ],
});

const drafts = (text: string) => readAll(html, text).drafts;
const titles = (text: string) =>
  drafts(text).map((draft) => draft.titles?.find(({ role }) => role === 'main')?.text.value);
/** The one record of a page with these lines in its head. */
function draftOf(...head: readonly string[]) {
  const [draft] = drafts(page(...head));
  if (!draft) throw new Error('no record');
  return draft;
}
const kept = (...head: readonly string[]) =>
  draftOf(...head).unmapped?.map(({ path, value }) => [path, value]);
const people = (...head: readonly string[]) =>
  draftOf(meta('citation_title', first), ...head).contributions?.map(({ role, nameAsPrinted, family }) => [
    role,
    nameAsPrinted ?? family,
  ]);

describe('the works of a page', () => {
  test.each<[string, string, readonly (string | undefined)[]]>([
    [
      'the head and JSON-LD of one work',
      page(meta('citation_title', first), script(article(first))),
      [first],
    ],
    [
      'the head and JSON-LD of one DOI',
      page(
        meta('citation_title', first),
        meta('citation_doi', '10.5555/a'),
        script(article('Autrement dit', { sameAs: 'https://doi.org/10.5555/A' })),
      ),
      [first],
    ],
    [
      'the head and JSON-LD of two works',
      page(meta('citation_title', first), script(article(second))),
      [first, second],
    ],
    [
      'many COinS',
      `<html><body>${coins(first)}\n${coins(second)}\n${coins(third)}</body></html>`,
      [first, second, third],
    ],
    [
      'one COinS and its page',
      page(meta('og:title', `${first} | Journal`)).replace('</html>', `${coins(first)}</html>`),
      [first],
    ],
    [
      'the same title twice in a list',
      `<html><body>${coins('Éditorial', '&amp;rft.volume=1')}\n${coins('Éditorial', '&amp;rft.volume=2')}</body></html>`,
      ['Éditorial', 'Éditorial'],
    ],
    [
      'a graph of works',
      page(script({ '@context': 'https://schema.org', '@graph': [article(first), article(second)] })),
      [first, second],
    ],
    [
      'a site and its work',
      page(
        script({
          '@context': 'https://schema.org',
          '@graph': [{ '@type': 'WebSite', name: 'S' }, { '@type': 'WebPage', name: first }, article(first)],
        }),
      ),
      [first],
    ],
    [
      'an article of Open Graph',
      page(
        '<meta property="og:title" content="Billet"><meta property="article:published_time" content="2020-01-02">',
      ),
      ['Billet'],
    ],
    [
      'no title but that of the page',
      page(
        '<title>Titre de la page</title>',
        meta('citation_doi', '10.5555/a'),
        meta('citation_author', 'Ada Exemple'),
      ),
      ['Titre de la page'],
    ],
    [
      'JSON-LD in a comment',
      page(script(article(first)).replace('\n{', '\n<!--\n{').replace('}\n', '}\n//-->\n')),
      [first],
    ],
    [
      'a script with its end in a text',
      page(script(article(first)).replace('État', 'État \\u003c/script>')),
      ['Vers l’État </script> plateforme'],
    ],
    [
      'XHTML',
      `<?xml version="1.0"?>\n<!DOCTYPE html>\n<!-- x -->\n${page(meta('citation_title', first)).replace('<!DOCTYPE html>\n', '')}`,
      [first],
    ],
  ])('%s', (_case, text, expected) => {
    expect(html.sniff(text)).toBe(true);
    expect(titles(text)).toEqual(expected);
    expect(readAll(html, text).rejected).toEqual([]);
  });

  test('pages that lie end to end are one after the other', () => {
    const text = [first, second].map((title) => `${page(meta('citation_title', title))}\n`).join('');
    expect(titles(text)).toEqual([first, second]);
    const lines = Array.from(html.cut(text), ({ line }) => line);
    expect(lines[1]).toBeGreaterThan(lines[0] ?? 0);
  });

  test('each begins on its own line', () => {
    const text = page('<title>P</title>', meta('citation_title', first), script(article(second))).replace(
      '</html>',
      `<p>\n${coins(third)}</html>`,
    );
    expect(Array.from(html.cut(text), ({ line }) => line)).toEqual([4, 7, 11]);
  });

  test('JSON-LD that cannot be read is rejected when it is of a work, and is nothing of the page otherwise', () => {
    const bad = '<script type="application/ld+json">{"@type": "WebPage" "name": "x"}</script>';
    expect(readAll(html, page(meta('citation_title', first), bad)).rejected).toEqual([]);
    const { drafts: read, rejected } = readAll(
      html,
      page(meta('citation_title', first), bad.replace('WebPage', 'Article')),
    );
    expect(read).toHaveLength(1);
    expect(rejected).toHaveLength(1);
  });
});

describe('Highwire', () => {
  test.each<[string, string, unknown]>([
    ['citation_journal_title', 'Terminal', { list: 'work', code: 'article' }],
    ['citation_conference_title', 'Actes', { list: 'work', code: 'proceedingsPaper' }],
    ['citation_inbook_title', 'Ouvrage', { list: 'work', code: 'chapter' }],
    ['citation_dissertation_institution', 'Université Rennes 2', { list: 'work', code: 'thesis' }],
    ['citation_technical_report_institution', 'Ministère', { list: 'work', code: 'report' }],
    ['citation_language', 'fr', undefined],
  ])('%s says what the work is', (name, content, expected) => {
    expect(draftOf(meta('citation_title', first), meta(name, content)).type).toEqual(expected);
  });

  test('an institution, an ORCID and an e-mail address are of the author before them', () => {
    const draft = draftOf(
      meta('citation_title', first),
      meta('citation_author', 'Mazet, Pierre'),
      meta('citation_author_institution', 'LabAccès'),
      meta('citation_author_institution', 'Askoria'),
      meta('citation_author', 'Exemple, Ada'),
      meta('citation_author_orcid', '0000-0002-1825-0097'),
      meta('citation_author_email', 'ada@example.org'),
    );
    expect(draft.contributions).toMatchObject([
      {
        nameAsPrinted: 'Mazet, Pierre',
        affiliations: [{ nameAsPrinted: 'LabAccès' }, { nameAsPrinted: 'Askoria' }],
      },
      {
        nameAsPrinted: 'Exemple, Ada',
        identifiers: [{ scheme: 'orcid' }],
        emailSha: 'd714b8a95bd857a37405a7b56db9108b60ae42bd',
      },
    ]);
    expect(JSON.stringify(draft)).not.toContain('ada@example.org');
  });

  test('a name of the vocabulary that is not known is kept, and one of the page is not', () => {
    expect(
      kept(
        meta('citation_title', first),
        meta('citation_mood', 'gaie'),
        meta('generator', 'SPIP'),
        meta('twitter:title', 'x'),
      ),
    ).toEqual([['meta.citation_mood', 'gaie']]);
  });

  test('a conference that is named as such is no book', () => {
    const title = meta('citation_conference_title', 'Colloque');
    const named = draftOf(meta('citation_title', first), title, meta('citation_conference', 'Colloque'));
    expect([named.event, named.container]).toEqual([{ name: { value: 'Colloque' } }, undefined]);
    expect(draftOf(meta('citation_title', first), title).container?.type).toBe('proceedings');
  });

  test('a title may say that its work was retracted', () => {
    const draft = draftOf(meta('citation_title', `[Retracted] ${first}`));
    expect([draft.titles?.[0]?.text.value, draft.status]).toEqual([first, 'retracted']);
  });

  test.each([
    ['', 'fr'],
    [' lang=""', undefined],
    [' lang="en"', 'en'],
  ])('a title%s is in the language of the text, or in its own, or in none', (lang, expected) => {
    const title = meta('citation_title', first).replace('>', `${lang}>`);
    expect(draftOf(title, meta('citation_language', 'fr')).titles?.[0]?.text.lang).toBe(expected);
  });

  test('letter case and an older prefix are all one', () => {
    expect(
      draftOf(meta('Citation_Title', first), meta('bepress_citation_volume', '3')).position?.volume,
    ).toBe('3');
  });
});

describe('what several vocabularies say', () => {
  test('the same people are said once, with what each adds', () => {
    expect(
      people(
        meta('citation_author', 'Calvin Liang'),
        meta('citation_author', 'Liang, Camille'),
        meta('DC.Creator.PersonalName', 'Liang, Calvin'),
        meta('DC.Creator.PersonalName', 'Camille Liang'),
        script(
          article(first, {
            author: [{ givenName: 'Calvin', familyName: 'Liang' }],
            editor: { name: 'François Sorin' },
          }),
        ),
      ),
    ).toEqual([
      ['author', 'Calvin Liang'],
      ['author', 'Camille Liang'],
      ['editor', 'François Sorin'],
    ]);
  });

  test('two authors of one name stay two, and initials find their author', () => {
    expect(
      people(
        ...['Wei Wang', 'Wei Wang', 'Pierre Mazet'].map((name) => meta('citation_author', name)),
        ...['Wang, Wei', 'Wang, Wei', 'Mazet, P.'].map((name) => meta('DC.creator', name)),
      ),
    ).toEqual([
      ['author', 'Wei Wang'],
      ['author', 'Wei Wang'],
      ['author', 'Pierre Mazet'],
    ]);
  });

  test('a name that is sorted in one list is printed in another, and its parts are known', () => {
    const [author] =
      draftOf(
        meta('citation_title', first),
        meta('citation_author', 'Sebillotte Cuchet, Violaine'),
        meta('DC.creator', 'Violaine Sebillotte Cuchet'),
      ).contributions ?? [];
    expect(author).toMatchObject({
      nameAsPrinted: 'Violaine Sebillotte Cuchet',
      family: 'Sebillotte Cuchet',
      given: 'Violaine',
    });
  });

  test('N1 a corporate name is that of a body', () => {
    const head = [
      meta('citation_author', 'Emmaüs Connect'),
      meta('DC.creator.corporateName', 'Emmaüs Connect'),
    ];
    expect(draftOf(meta('citation_title', first), ...head).contributions).toMatchObject([
      { kind: 'organisation', literal: 'Emmaüs Connect' },
    ]);
  });

  test('another title that the first ends in, after a colon, is its subtitle', () => {
    const head = [meta('citation_title', 'Le don\u00a0: essai'), meta('DC.title.alternative', 'essai')];
    expect(draftOf(...head).titles?.map(({ role, text }) => [role, text.value])).toEqual([
      ['main', 'Le don'],
      ['subtitle', 'essai'],
    ]);
  });

  test('somebody whom only the less trusted list names is kept', () => {
    const head = [
      meta('citation_title', first),
      meta('citation_author', 'Mazet, Pierre'),
      meta('DC.creator', 'Exemple, Ada'),
    ];
    expect(kept(...head)).toEqual([['dc.author', 'Exemple, Ada']]);
  });

  test.each<[string, readonly [string, string][], string, readonly unknown[]]>([
    [
      'the more precise of two that agree',
      [
        ['citation_publication_date', '2023'],
        ['DCTERMS.issued', '2023-06'],
      ],
      '2023-06',
      [],
    ],
    [
      'the first of two that are one',
      [
        ['citation_date', '2023/06/01'],
        ['DC.date', '2023-06-01T10:00:00'],
      ],
      '2023/06/01',
      [],
    ],
    [
      'the most trusted of two that differ',
      [
        ['citation_date', '2020/09/10'],
        ['DC.Date.issued', '2020-10-01'],
      ],
      '2020/09/10',
      [['dc.dates.published', '2020-10-01']],
    ],
    [
      'two in one vocabulary',
      [
        ['citation_publication_date', '2020'],
        ['citation_date', '2021'],
      ],
      '2020',
      [['meta.citation_date', '2021']],
    ],
  ])('D1 dates: %s', (_case, dates, expected, rest) => {
    const head = [meta('citation_title', first), ...dates.map(([name, content]) => meta(name, content))];
    expect(draftOf(...head).dates).toEqual([{ event: 'published', words: expected }]);
    expect(kept(...head)).toEqual(rest);
  });

  test.each<[string, string, readonly unknown[]]>([
    ['the title with the name of the site', `${first} | La Vie des idées`, []],
    ['another title', second, [['og.title', second]]],
  ])('%s', (_case, title, rest) => {
    expect(kept(meta('citation_title', first), `<meta property="og:title" content="${title}">`)).toEqual(
      rest,
    );
  });

  test('a title and an abstract in another language are translations', () => {
    const draft = draftOf(
      meta('citation_title', first),
      meta('citation_language', 'fr'),
      meta('citation_abstract', 'Un résumé.'),
      '<meta property="dcterms:title" lang="en" content="Towards the platform state">',
      '<meta property="dcterms:abstract" lang="en" content="An abstract.">',
    );
    expect(draft.titles).toEqual([
      { role: 'main', text: { value: first, lang: 'fr' } },
      { role: 'translated', text: { value: 'Towards the platform state', lang: 'en' } },
    ]);
    expect(draft.abstracts).toEqual([
      { value: 'Un résumé.', lang: 'fr' },
      { value: 'An abstract.', lang: 'en' },
    ]);
    expect(draft.unmapped).toEqual([]);
  });

  test('the language of the page is evidence, and no language of the work', () => {
    const [draft] = drafts(page(meta('citation_title', first)).replace('<html>', '<html lang="fr">'));
    expect(draft?.languages).toEqual([]);
    expect(draft?.titles?.[0]?.text.lang).toBeUndefined();
    expect(draft?.unmapped?.map(({ path, value }) => [path, value])).toEqual([['html.lang', 'fr']]);
  });

  test('DC.Source is a journal where its ISSN stands beside it, as OJS writes', () => {
    const head = [
      meta('DC.Title', first),
      meta('DC.Creator', 'Mazet, Pierre'),
      meta('DC.Source', 'Terminal'),
    ];
    expect(draftOf(...head, meta('DC.Source.ISSN', '1234-5679')).container?.titles).toEqual([
      { value: 'Terminal' },
    ]);
    expect(kept(...head)).toEqual([['meta.dc.source', 'Terminal']]);
  });
});

describe('microdata and RDFa', () => {
  const expected = {
    titles: [{ role: 'main', text: { value: first } }],
    contributions: [
      { role: 'author', nameAsPrinted: 'Pierre Mazet', affiliations: [{ nameAsPrinted: 'LabAccès' }] },
    ],
    dates: [{ event: 'published', words: '2019-04-02' }],
    links: [{ role: 'landing', url: 'https://laviedesidees.fr/x' }],
  };

  test.each([
    [
      'microdata',
      `<div itemscope itemtype="http://schema.org/ScholarlyArticle" itemref="d">
<h1 itemprop="headline">${first}</h1><a itemprop="url" href="https://laviedesidees.fr/x">ici</a>
<p itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Pierre Mazet</b>
 <i itemprop="affiliation" itemscope itemtype="http://schema.org/Organization"><b itemprop="name">LabAccès</b></i></p>
<div itemprop="articleBody">Tout le texte.</div></div><time id="d" itemprop="datePublished" datetime="2019-04-02">hier</time>`,
    ],
    [
      'RDFa',
      `<div vocab="https://schema.org/" typeof="ScholarlyArticle">
<h1 property="name">${first}</h1><a property="url" href="https://laviedesidees.fr/x">ici</a>
<p property="author" typeof="Person"><b property="name">Pierre Mazet</b>
 <i property="affiliation" typeof="Organization"><b property="name">LabAccès</b></i></p>
<time property="datePublished" datetime="2019-04-02">hier</time></div>`,
    ],
    [
      'RDFa with a prefix',
      `<div typeof="schema:ScholarlyArticle"><meta property="schema:name" content="${first}"><a property="schema:url" href="https://laviedesidees.fr/x"></a>
<p property="schema:author" typeof="schema:Person"><b property="schema:name">Pierre Mazet</b><i property="schema:affiliation">LabAccès</i></p>
<meta property="schema:datePublished" content="2019-04-02"></div>`,
    ],
  ])('%s', (_name, body) => {
    const text = `<!DOCTYPE html>\n<html lang="fr"><body>\n${body}</body></html>`;
    expect(html.sniff(text)).toBe(true);
    expect(drafts(text)).toHaveLength(1);
    expect(drafts(text)[0]).toMatchObject(expected);
  });

  test('an item without a class of works is none', () => {
    expect(
      drafts('<html><body><div itemscope><h1 itemprop="headline">Titre</h1></div></body></html>'),
    ).toEqual([]);
  });
});

describe('COinS', () => {
  const read = (pairs: string) =>
    drafts(`<html><span class="Z3988" title="${pairs.replaceAll('&', '&amp;')}"></span></html>`)[0];

  test('an article', () => {
    expect(
      read(
        'rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=Vers+l%E2%80%99%C3%89tat&rft.jtitle=Terminal&rft.stitle=Term.&rft.aulast=Mazet&rft.aufirst=Pierre&rft.au=Pierre+Mazet&rft.au=Ada+Exemple&rft.aucorp=LabAcc%C3%A8s&rft.issn=1234-5679&rft.volume=1&rft.issue=1-2&rft.spage=66&rft.epage=79&rft.date=2023-06&rft_id=info%3Adoi%2F10.5555%2Fa&rft_id=https%3A%2F%2Flab.example.org%2F1&rfr_id=info:sid/x&rft.ssn=spring',
      ),
    ).toMatchObject({
      type: { list: 'work', code: 'article' },
      titles: [{ role: 'main', text: { value: 'Vers l’État' } }],
      contributions: [
        { role: 'author', family: 'Mazet', given: 'Pierre' },
        { role: 'author', nameAsPrinted: 'Ada Exemple' },
        { role: 'author', kind: 'organisation', nameAsPrinted: 'LabAccès' },
      ],
      dates: [{ event: 'published', words: '2023-06' }],
      container: {
        type: 'journal',
        titles: [{ value: 'Terminal' }],
        shortTitles: ['Term.'],
        issn: [{ value: '1234-5679' }],
      },
      position: { volume: '1', issue: '1-2', pages: '66-79' },
      identifiers: [{ scheme: 'doi', value: '10.5555/a' }],
      links: [{ role: 'landing', url: 'https://lab.example.org/1' }],
      unmapped: [{ path: 'coins.rft.ssn', value: 'spring' }],
    });
  });

  test.each<[string, string, string | undefined, string | undefined]>([
    [
      'a chapter',
      'rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.genre=bookitem&rft.atitle=C&rft.btitle=O&rft.isbn=9782738133045',
      'chapter',
      'O',
    ],
    [
      'a book',
      'rft_val_fmt=info:ofi/fmt:kev:mtx:book&rft.genre=book&rft.btitle=C&rft.isbn=9782738133045',
      'book',
      undefined,
    ],
    [
      'a thesis',
      'rft_val_fmt=info:ofi/fmt:kev:mtx:dissertation&rft.title=C&rft.inst=Universit%C3%A9',
      'thesis',
      undefined,
    ],
    [
      'what says that it does not know',
      'rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=unknown&rft.atitle=C',
      undefined,
      undefined,
    ],
  ])('%s', (_case, pairs, type, container) => {
    const draft = read(pairs);
    expect(draft?.titles?.[0]?.text.value).toBe('C');
    expect(draft?.type?.code).toBe(type);
    expect(draft?.container?.titles?.[0]?.value).toBe(container);
    expect(draft?.unmapped).toEqual([]);
  });
});

describe('hostile pages', () => {
  const start = '<html><head><meta name="citation_title" content="t"></head>';
  test.each([
    ['a nest', `${start}${'<div>'.repeat(100_000)}`],
    [
      'a tag of many attributes',
      `${start}<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}`).join(' ')}>`,
    ],
    ['too many elements', `${start}${'<b>'.repeat(3)}${'<p></p>'.repeat(160_000)}`],
  ])('%s is rejected in words', (_case, text) => {
    const { drafts: read, rejected } = readAll(html, text);
    expect(read).toEqual([]);
    expect(rejected.map(({ error }) => error.words.en)).toEqual([
      'the page is too large or too deeply nested to be that of a work',
    ]);
  });

  test.each([
    ['a page cut short', `${start}<script type="application/ld+json">{"@context"`],
    ['comments without end', `${start}${'<!--'.repeat(100_000)}`],
    ['entities without end', `${start}<p>${'&amp'.repeat(100_000)}`],
  ])('%s is read as far as it goes', (_case, text) => {
    expect(titles(text)).toEqual(['t']);
  });
});

describe('every field', () => {
  const text = readFileSync(new URL('samples/html.html', import.meta.url), 'utf8');
  const [draft, ...others] = drafts(text);
  const expected = {
    type: { list: 'work', code: 'article' },
    titles: [
      { role: 'main', text: { value: 'Un titre d’exemple', lang: 'fr' } },
      { role: 'translated', text: { value: 'A title for example', lang: 'en' } },
    ],
    abstracts: [
      { value: 'Un résumé d’exemple.', lang: 'fr' },
      { value: 'An abstract for example.', lang: 'en' },
    ],
    contributions: [
      {
        kind: 'person',
        family: 'Exemple',
        given: 'Ada',
        identifiers: [{ scheme: 'orcid', value: '0000-0002-1825-0097' }],
        affiliations: [{ nameAsPrinted: 'LabAccès' }, { nameAsPrinted: 'Askoria' }],
        emailSha: 'd714b8a95bd857a37405a7b56db9108b60ae42bd',
        role: 'author',
        nameAsPrinted: 'Ada Exemple',
      },
      {
        kind: 'person',
        family: 'Mazet',
        given: 'Pierre',
        identifiers: [{ value: 'https://lab.example.org/id/person/mazet-pierre' }],
        role: 'author',
        nameAsPrinted: 'Mazet, Pierre',
      },
      { role: 'editor', nameAsPrinted: 'François Sorin' },
      { role: 'supervisor', nameAsPrinted: 'Mazet, Pierre' },
    ],
    dates: [
      { event: 'published', words: '2023-06' },
      { event: 'publishedOnline', words: '2023/05/02' },
    ],
    container: {
      type: 'journal',
      titles: [{ value: 'Revue d’exemple' }],
      shortTitles: ['Rev. ex.'],
      issn: [{ value: '1234-5679' }, { value: '2049-3630', medium: 'electronic' }],
    },
    position: { volume: '12', issue: '1-2', pages: '66-79' },
    publisher: { name: 'Éditions d’exemple' },
    identifiers: [
      { scheme: 'doi', value: '10.5555/exemple.81.13' },
      { scheme: 'pmid', value: '12345678' },
    ],
    links: [
      { role: 'fulltext', url: 'https://lab.example.org/article/0001.pdf', mediaType: 'application/pdf' },
      { role: 'landing', url: 'https://lab.example.org/article/0001' },
      { role: 'fulltext', url: 'https://lab.example.org/article/0001/texte.html', mediaType: 'text/html' },
    ],
    languages: ['fr'],
    subjects: [
      { text: { value: 'inclusion' } },
      { text: { value: 'numérique' } },
      { text: { value: 'travail social' } },
    ],
    access: { status: 'open' },
    licences: [{ words: 'https://creativecommons.org/licenses/by/4.0/' }],
    funding: [{ awardNumber: 'ANR-15-IDEX-02' }],
    relations: [{ type: 'isVersionOf', target: { id: 'https://doi.org/10.5555/12345678' } }],
    references: [
      {
        citation:
          'Bertrand Ravon, Pierre Vidal-Naquet, 2016, L’épreuve de professionnalité, SociologieS, 1-9',
      },
      { id: 'https://doi.org/10.1038/nature14539' },
    ],
    citationText: {
      value: 'Ada Exemple et Pierre Mazet, « Un titre d’exemple », Revue d’exemple, 1-2, 66-79.',
    },
  };

  test('the sample is one record, sniffed and read', () => {
    expect(html.sniff(text)).toBe(true);
    expect(others).toEqual([]);
    expect(draft).toMatchObject(expected);
  });

  test('keeps what has no place in the model and what contradicts, and nothing else', () => {
    expect(draft?.unmapped?.map(({ path, value }) => [path, value])).toEqual([
      ['meta.citation_article_type', 'Dossier'],
      ['meta.prism.rightsagent', 'Éditions d’exemple'],
      ['dc.dates.published', '2022'],
      ['meta.dc.coverage', 'France'],
      ['version', '2'],
    ]);
  });

  test('a piece is a page that reads the same', () => {
    const [piece] = html.cut(text);
    expect(piece && drafts(piece.text)).toMatchObject([expected]);
    expect(html.parse(piece ?? { text: '', line: 1, kind: 'record' }, originAt(piece?.line ?? 1))).toEqual(
      draft,
    );
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bibtex } from '../../pipeline/read/bibtex.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const awkwardTitle =
  "Les pratiques numériques : entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil <i>d’abord</i> 📚 < 3";
const entry = (title: string, key = 'sorin2019') =>
  `@article{${key},\n  author = {Sorin, François},\n  title = {${title}},\n  year = {2019},\n  editor = {},\n}\n`;

readerContract(bibtex, {
  one: `% Encoding: UTF-8\n\n${entry('Les pratiques numériques des travailleurs sociaux')}`,
  two: `${entry('Vers l’État plateforme')}\n${entry('Répondre aux demandes d’aide numérique', 'mazet2019')}`,
  broken: `${entry('Vers l’État plateforme')}\n${entry('Les pratiques {numériques')}\n${entry('Répondre aux demandes')}`,
  awkward: entry(awkwardTitle),
  awkwardTitle,
  others: [
    'type: article\ntitles:\n  - role: main\n    text: { value: "@article{a, title}", lang: fr }\n',
    '[{"id":"sorin2019","type":"article-journal","title":"Les pratiques numériques"}]',
    '{"data":{"type":"dois","attributes":{"titles":[{"title":"Vers l’État plateforme"}],"types":{"bibtex":"article"}}}}',
    '{"@context":"https://schema.org","@type":"ScholarlyArticle","name":"Deep learning"}',
    'TY  - JOUR\nTI  - Les pratiques numériques\nER  - \n',
    'type,title\narticle,Les pratiques numériques\n',
    'Par François Sorin dans Vie sociale, 28, 33-49\ncontact@labacces.fr{,\n',
    '<html><style>\n@media{a, b}\n</style></html>',
    '@prefix dcterms: <http://purl.org/dc/terms/> .\n@base <https://labacces.fr/id/> .\n',
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"></OAI-PMH>',
  ],
});

/** What an entry with these fields becomes. */
function draftWith(fields: string, type = 'article', around = '') {
  const { drafts, rejected } = readAll(bibtex, `@${type}{key,\n${fields}\n}\n${around}`);
  expect(rejected).toEqual([]);
  const [draft] = drafts;
  if (!draft) throw new Error('no draft');
  return draft;
}

/** What is kept of an entry, by field. */
const keptOf = (fields: string, type?: string) =>
  Object.fromEntries(draftWith(fields, type).unmapped?.map(({ path, value }) => [path, value]) ?? []);

/** Every text in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const source = { name: 'sample', system: 'test' };

describe('the sample', () => {
  const text = readFileSync(new URL('samples/bibtex.bib', import.meta.url), 'utf8');
  const { drafts, rejected } = readAll(bibtex, text);
  const draft = (key: string) => drafts.find(({ origin }) => origin.source.recordId === key);

  test('is read whole, comments, macros and preamble aside', () => {
    expect(rejected).toEqual([]);
    expect(Array.from(bibtex.cut(text), ({ kind, line }) => [kind, line])).toEqual([
      ['record', 6],
      ['record', 57],
      ['record', 71],
      ['record', 86],
      ['record', 96],
      ['record', 114],
      ['record', 122],
      ['record', 134],
    ]);
  });

  test('has every field', () => {
    const lang = 'fr-ca';
    expect(draft('exemple2024')).toEqual({
      origin: { ...originAt(6), source: { ...source, recordId: 'exemple2024' } },
      type: { list: 'bibtex', code: 'article' },
      titles: [
        {
          role: 'main',
          text: {
            value: "L'aide numérique et CO<sub>2</sub> : <i>l'exemple</i>",
            markup: 'html',
            lang,
          },
        },
        { role: 'subtitle', text: { value: 'R&D, 10\u2009% et α', lang } },
        { role: 'short', text: { value: "L'aide numérique", lang } },
        { role: 'alternative', text: { value: 'Digital Help', lang: 'english' } },
      ],
      abstracts: [{ value: 'Un premier paragraphe.\n\nUn second, où $p < 0.05$.' }],
      contributions: [
        {
          role: 'author',
          nameAsPrinted: 'Exemple, Ada',
          family: 'Exemple',
          given: 'Ada',
          identifiers: [{ scheme: 'orcid', value: '0000-0002-1825-0097' }],
        },
        {
          role: 'author',
          kind: 'organisation',
          nameAsPrinted: 'Ministère de la Culture, département des études',
          literal: 'Ministère de la Culture, département des études',
        },
        { role: 'editor', nameAsPrinted: 'Sorin, François', family: 'Sorin', given: 'François' },
        { role: 'compiler', nameAsPrinted: 'Mazet, Pierre', family: 'Mazet', given: 'Pierre' },
        { role: 'translator', nameAsPrinted: 'van Gogh, Vincent', family: 'van Gogh', given: 'Vincent' },
        {
          role: 'contributor',
          marcRelator: 'ann',
          kind: 'organisation',
          nameAsPrinted: 'Insee',
          literal: 'Insee',
        },
      ],
      dates: [
        { event: 'published', words: '2024-06-03' },
        { event: 'written', words: '2022' },
      ],
      container: {
        type: 'journal',
        titles: [{ value: "terminal: Technologie de l'information" }],
        shortTitles: ['term.'],
        issn: [
          { value: '0997-5551', medium: 'print' },
          { value: '2429-4578', medium: 'electronic' },
        ],
        isbn: [],
        editors: [],
        series: undefined,
      },
      position: {
        volume: '2',
        issue: '128',
        issueTitle: { value: 'Travail social' },
        pages: '13–28',
        articleNumber: 'e124',
      },
      event: undefined,
      publisher: { name: 'Association Creis-Terminal', place: 'Paris' },
      identifiers: [
        { scheme: 'doi', value: '10.5555/_exemple--2024' },
        { scheme: 'pmid', value: '12345678' },
        { scheme: 'pmcid', value: 'PMC1234567' },
        { scheme: 'arxiv', value: '2401.00001v2' },
      ],
      links: [
        { role: 'landing', url: 'https://example.org/~ada/a_b' },
        { role: 'fulltext', url: 'https://example.org/exemple.pdf', mediaType: 'application/pdf' },
      ],
      languages: ['french'],
      subjects: ['travail social', 'inclusion (ville, campagne)', 'aide, accompagnement'].map((value) => ({
        text: { value },
      })),
      licences: [{ words: 'https://creativecommons.org/licenses/by/4.0/' }],
      status: 'inPress',
      notes: [{ value: 'Numéro double' }, { value: "Suivi d'une réponse" }, { value: 'Lu au séminaire' }],
      remarks: [],
      unmapped: [
        { source: 'sample', path: 'urldate', value: '2024-07-01' },
        { source: 'sample', path: 'titleaddon', value: 'avec une préface' },
        { source: 'sample', path: 'related', value: 'page1999' },
      ],
    });
  });

  test('I6 reads what HAL exports', () => {
    expect(draft('sorin:hal-01234567')).toMatchObject({
      titles: [
        {
          text: {
            value: "Motifs, registres et épreuves de l'accompagnement numérique dans le travail social",
          },
        },
      ],
      contributions: [{ family: 'Sorin', given: 'François' }],
      dates: [{ event: 'published', words: '2023-06' }],
      container: { type: 'journal', titles: [{ value: 'Les Politiques Sociales' }] },
      position: { issue: '1-2', pages: '66-79' },
      identifiers: [{ scheme: 'hal', value: 'hal-01234567' }],
      links: [
        { role: 'landing', url: 'https://hal.science/hal-01234567' },
        { role: 'fulltext', url: 'https://hal.science/hal-01234567/file/motifs.pdf' },
      ],
      subjects: [{ text: { value: 'travail social' } }, { text: { value: 'inclusion (ville, campagne)' } }],
      unmapped: [{ path: 'hal_version', value: 'v1' }],
    });
  });

  test('a paper inherits from its proceedings, which stand later in the file', () => {
    expect(draft('vaswani2017')).toMatchObject({
      contributions: [
        { role: 'author', family: 'Vaswani' },
        { role: 'author', nameAsPrinted: 'Noam Shazeer' },
        { role: 'author', nameAsPrinted: 'Łukasz Kaiser' },
        { role: 'editor', family: 'Guyon' },
        { role: 'editor', family: 'von Luxburg', given: 'Ulrike' },
      ],
      dates: [{ words: '2017' }],
      container: {
        type: 'proceedings',
        titles: [{ value: 'Advances in Neural Information Processing Systems' }],
        isbn: ['978-1-5108-6096-4'],
      },
      position: { volume: '30', pages: '5998–6008' },
      event: { start: '2017-12-04', end: '2017-12-09', place: 'Long Beach, California' },
      publisher: { name: 'Curran Associates' },
      identifiers: [{ scheme: 'arxiv', value: '1706.03762' }],
    });
  });

  test('T4 leaves no brace and no backslash but those of formulas', () => {
    expect(textsIn(drafts).filter((text) => /[{}\\]/.test(text))).toEqual([]);
  });
});

describe('the forms of an entry', () => {
  test.each<[string, string, string]>([
    ['braces', '@article{a, title = {Un}}', 'Un'],
    ['parentheses', '@article(a, title = {Un (deux)}, year = 2019)', 'Un (deux)'],
    ['quotation marks', '@article{a, title = "Un {"} deux"}', 'Un " deux'],
    ['capitals and spaces', '@ARTICLE { a ,TITLE={Un} , }', 'Un'],
    ['no key', '@article{\n  title = {Un}\n}', 'Un'],
    ['an empty key', '@article{,\n  title = {Un}\n}', 'Un'],
    ['a key on its own line', '@article{\n a,\n title = {Un}\n}', 'Un'],
    ['joined texts', '@article{a, title = "Un" # { et } # "deux"}', 'Un et deux'],
    ['a macro', '@string{un = "Un"}\n@article{a, title = un # " et deux"}', 'Un et deux'],
    [
      'a macro made of macros',
      '@string{a = "Un"}\n@string{b = a # " et"}\n@article{a, title = b # " deux"}',
      'Un et deux',
    ],
    ['a macro in parentheses and capitals', '@STRING(UN = {Un})\n@article{a, title = un}', 'Un'],
    ['a macro that stands later', '@article{a, title = un}\n@string{un = {Un}}', 'Un'],
    [
      'a macro defined twice',
      '@string{u={Zéro}}\n@string{u={Un}}\n@article{a, title=u}\n@string{u={Deux}}',
      'Un',
    ],
    ['a macro that nobody defined', '@article{a, title = Springer}', 'Springer'],
    ['a number', '@article{a, title = 1984}', '1984'],
    ['a missing comma', '@article{a, year = 2019\n title = {Un}\n}', 'Un'],
    ['a comment between fields', '@article{a,\n % year = {2018},\n title = {Un}}', 'Un'],
    ['a byte order mark', '\ufeff@article{a, title = {Un}}', 'Un'],
    ['white space in a text', '@article{a, title = {Un\n\t et   deux}}', 'Un et deux'],
    ['a field given twice', '@article{a, title = {Un}, title = {Deux}}', 'Un'],
  ])('%s', (_form, text, title) => {
    const { drafts, rejected } = readAll(bibtex, text);
    expect(rejected).toEqual([]);
    expect(drafts.map(({ titles }) => titles?.[0]?.text.value)).toEqual([title]);
  });

  test('keeps a field that is given twice', () => {
    expect(keptOf('title = {Un}, title = {Deux}')).toEqual({ title: 'Deux' });
  });

  test.each<[string, string, readonly number[]]>([
    ['entries on one line', '@misc{a, title={A}}@misc{b, title={B}}', [1, 1]],
    ['entries that a line comments out', '% @misc{a, title={A}}\n@misc{b, title={B}}', [2]],
    ['entries in a comment', '@comment{\n@misc{a, title={A}}\n}\n@misc{b, title={B}}', [4]],
    ['a comment without an end', '@comment{ {\n@misc{b, title={B}}', [2]],
    ['an address in a text', 'contact@example{, \n@misc{b, title={B}}', [2]],
    ['settings of a style', '@IEEEtranBSTCTL{c, CTLuse_article_number = "yes"}\n@misc{b, title={B}}', [2]],
    ['data to inherit', '@xdata{x, year = 2019}\n@misc{b, title={B}}', [2]],
  ])('%s', (_case, text, lines) => {
    const records = [...bibtex.cut(text)].filter(({ kind }) => kind === 'record');
    expect(records.map(({ line }) => line)).toEqual(lines);
  });

  test('text between entries is an aside when it says something', () => {
    const text = [
      'This file was created with JabRef 2.10.',
      'Encoding: UTF8',
      '',
      '@misc{a, title={A}}',
      '}',
      'À relire :',
      'article{b, title = {sans arobase}}',
      '% un commentaire',
      '@misc{c, title={C}}',
      '@set{d, entryset = {a, c}}',
    ].join('\n');
    const asides = [...bibtex.cut(text)].filter(({ kind }) => kind === 'aside');
    expect(asides.map((piece) => [piece.line, piece.text])).toEqual([
      [6, 'À relire :\narticle{b, title = {sans arobase}}'],
      [10, '@set{d, entryset = {a, c}}'],
    ]);
  });
});

describe('a broken entry', () => {
  const good = '@misc{b, title={B}}\n';

  test.each<[string, string, number]>([
    ['a missing brace at its end', '@misc{a,\n  title = {A}\n', 1],
    ['a text without an end', '@misc{a,\n  title = {A,\n  year = 2019\n}\n', 1],
    ['a quotation mark without its fellow', '@misc{a,\n  title = "A,\n  year = 2019\n}\n', 2],
    ['a brace too many', '@misc{a,\n  title = {A}},\n  year = 2019\n}\n', 2],
    ['a text that is no field', '@misc{a,\n  title = {A} and more\n}\n', 2],
    ['an end cut off', `${good}@misc{a, title={A`, 2],
    ['parentheses without an end', '@misc(a, title={A}\n', 1],
  ])('is rejected alone for %s', (_fault, text, line) => {
    const { drafts, rejected } = readAll(bibtex, `${text}\n${good}`);
    expect(drafts.at(-1)?.titles?.[0]?.text.value).toBe('B');
    expect(rejected).toHaveLength(1);
    expect(rejected[0]?.error.words.fr).toMatch(/accolade|guillemet|champ/);
    expect(rejected[0]?.error.line ?? 0).toBeGreaterThanOrEqual(line);
  });
});

describe('inheritance', () => {
  test.each<[string, string, string, string | undefined]>([
    ['inproceedings', 'proceedings', 'title = {Actes}', 'Actes'],
    ['inproceedings', 'proceedings', 'title = {Actes}, booktitle = {Actes du colloque}', 'Actes du colloque'],
    ['incollection', 'collection', 'title = {Recueil}, subtitle = {Textes}', 'Recueil: Textes'],
    ['inbook', 'book', 'title = {Un livre}', 'Un livre'],
    ['article', 'periodical', 'title = {terminal}', 'terminal'],
    ['book', 'mvbook', 'title = {Une somme}', 'Une somme'],
    ['article', 'proceedings', 'title = {Actes}', undefined],
  ])('the title of what %s stands in, from %s', (child, parent, fields, title) => {
    const draft = draftWith('title = {Un}, crossref = {p}', child, `@${parent}{P, ${fields}}`);
    expect(draft.container?.titles?.[0]?.value).toBe(title);
    expect(draft.titles?.[0]?.text.value).toBe('Un');
  });

  test('takes nothing that says who the parent is', () => {
    const parent =
      'title = {Actes}, doi = {10.5555/actes}, url = {https://example.org}, abstract = {Tout}, keywords = {a}, note = {n}, pages = {1--300}, author = {Sorin, François}';
    const draft = draftWith('title = {Un}, crossref = {p}', 'inproceedings', `@proceedings{p, ${parent}}`);
    expect(draft).toMatchObject({
      identifiers: [],
      links: [],
      abstracts: [],
      subjects: [],
      notes: [],
      contributions: [],
      position: undefined,
    });
  });

  test('a date of its own hides the one of the parent', () => {
    const draft = draftWith(
      'title = {Un}, year = 2019, crossref = {p}',
      'inbook',
      '@book{p, date = {2018-05}}',
    );
    expect(draft.dates).toEqual([{ event: 'published', words: '2019' }]);
  });

  test('the author of a book is the one of its chapters', () => {
    const draft = draftWith(
      'title = {Un}, crossref = {p}',
      'inbook',
      '@book{p, title={B}, author={Sorin, François}}',
    );
    expect(draft.contributions).toMatchObject([{ role: 'author', family: 'Sorin' }]);
    expect(draft.container?.editors).toEqual([]);
  });

  test('data entries hand down all they have, one through another, macros included', () => {
    const around =
      '@string{t = "terminal"}\n@xdata{x, journal = t, xdata = {y}}\n@xdata{y, note = {Une note}}';
    const draft = draftWith('title = {Un}, xdata = {x}', 'article', around);
    expect(draft.container?.titles).toEqual([{ value: 'terminal' }]);
    expect(draft.notes).toEqual([{ value: 'Une note' }]);
  });

  test('a parent that is not there is kept and noted', () => {
    const draft = draftWith('title = {Un}, crossref = {absent}');
    expect(draft.remarks).toEqual([
      { rule: 'relation-without-target', values: { type: 'crossref', id: 'absent' }, line: 1 },
    ]);
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'crossref', value: 'absent' }]);
  });

  test('survives entries that inherit from each other', () => {
    const { drafts } = readAll(
      bibtex,
      '@book{a, title={A}, crossref={b}}\n@book{b, title={B}, publisher={P}, crossref={a}}\n@book{c, title={C}, crossref={c}}',
    );
    expect(drafts.map(({ publisher }) => publisher?.name)).toEqual(['P', 'P', undefined]);
  });
});

describe('names', () => {
  test.each<[string, readonly Record<string, unknown>[]]>([
    ['François Sorin', [{ nameAsPrinted: 'François Sorin' }]],
    ['Sorin, François', [{ nameAsPrinted: 'Sorin, François', family: 'Sorin', given: 'François' }]],
    ['Ludwig van Beethoven', [{ nameAsPrinted: 'Ludwig van Beethoven' }]],
    [
      'van Beethoven, Ludwig',
      [{ nameAsPrinted: 'van Beethoven, Ludwig', family: 'van Beethoven', given: 'Ludwig' }],
    ],
    [
      'King, Jr., Martin Luther',
      [{ nameAsPrinted: 'King, Jr., Martin Luther', family: 'King', suffix: 'Jr.', given: 'Martin Luther' }],
    ],
    [
      'King, Martin Luther, Jr.',
      [{ nameAsPrinted: 'King, Martin Luther, Jr.', family: 'King', suffix: 'Jr.', given: 'Martin Luther' }],
    ],
    ['Donald~E. Knuth', [{ nameAsPrinted: 'Donald E. Knuth' }]],
    [
      "Federico {Garc{\\'\\i}a Lorca}",
      [{ nameAsPrinted: 'Federico García Lorca', family: 'García Lorca', given: 'Federico' }],
    ],
    ["Martin J. {O'Connor}", [{ nameAsPrinted: "Martin J. O'Connor" }]],
    [
      'Sorin, François and\n  Pierre Mazet AND {Insee}',
      [
        { nameAsPrinted: 'Sorin, François', family: 'Sorin', given: 'François' },
        { nameAsPrinted: 'Pierre Mazet' },
        { kind: 'organisation', nameAsPrinted: 'Insee', literal: 'Insee' },
      ],
    ],
    ['Sorin, François; Mazet, Pierre', [{ family: 'Sorin' }, { family: 'Mazet' }]],
    ['Sorin, François, and Mazet, Pierre', [{ family: 'Sorin' }, { family: 'Mazet' }]],
    ['Pierre Mazet, François Sorin, {\\O}rjan, A.', [{ names: 'Pierre Mazet, François Sorin, Ørjan, A.' }]],
    ['Sorin, François and and Mazet, Pierre and ,', [{ family: 'Sorin' }, { family: 'Mazet' }]],
    [
      'given=Simon, family=Beumont, prefix=de, useprefix=true and family="Sorin, F", given-i=F',
      [
        { nameAsPrinted: 'Simon de Beumont', family: 'Beumont', given: 'Simon', particle: 'de' },
        { family: 'Sorin, F' },
      ],
    ],
    [
      'given=Jean, family=La Fontaine, prefix=de, useprefix=false',
      [{ family: 'La Fontaine', droppingParticle: 'de' }],
    ],
  ])('%s', (names, expected) => {
    expect(draftWith(`author = {${names}}`).contributions).toMatchObject(
      expected.map((name) => ({ role: 'author', ...name })),
    );
  });

  test.each([
    ["{Minist{\\`e}re de la Culture, d{\\'e}partement des {\\'e}tudes}", 'organisation'],
    ['{Organisation and Institution}', 'organisation'],
    ["Minist{\\`e}re de la Culture, d{\\'e}partement des {\\'e}tudes", undefined],
  ])('N1 never splits an organisation: %s', (name, kind) => {
    const [only, ...others] = draftWith(`author = {${name}}`).contributions ?? [];
    expect(others).toEqual([]);
    expect(only?.kind).toBe(kind);
    expect(only?.family ?? only?.given).toBeUndefined();
  });

  test.each([
    ['Sorin, François and others', 'and others'],
    ['Sorin, François et al.', 'et al.'],
  ])('N4 says that a list is incomplete: %s', (names, value) => {
    const draft = draftWith(`author = {${names}}`);
    expect(draft.contributions).toMatchObject([{ family: 'Sorin', given: 'François' }]);
    expect(draft.remarks).toEqual([
      { rule: 'creators-incomplete', values: { value }, field: 'contributions', line: 1 },
    ]);
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'author', value }]);
  });

  test.each<[string, string, string | undefined]>([
    ['editor', 'editor', undefined],
    ['translator', 'translator', undefined],
    ['annotator', 'contributor', 'ann'],
    ['commentator', 'contributor', 'cwt'],
    ['introduction', 'contributor', 'win'],
    ['foreword', 'contributor', 'aui'],
    ['afterword', 'contributor', 'aft'],
    ['illustrator', 'illustrator', undefined],
    ['collaborator', 'contributor', undefined],
    ['advisor', 'supervisor', undefined],
  ])('%s', (field, role, marcRelator) => {
    const [one] = draftWith(`${field} = {Sorin, François}`).contributions ?? [];
    expect(one).toMatchObject({ role, family: 'Sorin' });
    expect(one?.marcRelator).toBe(marcRelator);
  });

  test('keeps the kind of an editor that has no word of ours', () => {
    const draft = draftWith('editora = {Sorin, François}, editoratype = {founder}');
    expect(draft.contributions).toMatchObject([{ role: 'editor' }]);
    expect(draft.unmapped).toMatchObject([{ path: 'editoratype', value: 'founder' }]);
  });

  test('refuses more names than any work has', () => {
    const { rejected } = readAll(bibtex, `@misc{a, author = {${'Sorin, F. and '.repeat(100_001)}others}}`);
    expect(rejected[0]?.error.words.en).toMatch(/more than 100000 names/);
  });
});

describe('dates', () => {
  test.each<[string, string | undefined, Record<string, string>]>([
    ['year = 2019', '2019', {}],
    ['year = {2019}, month = mar', '2019-03', {}],
    ['year = {2019}, month = {M{\\"a}rz}', '2019-03', {}],
    ['year = {2019}, month = {maaliskuu}', '2019', { month: 'maaliskuu' }],
    ['year = {2019}, month = {août}', '2019-08', {}],
    ['year = {2019}, month = {Sept.}', '2019-09', {}],
    ['year = {2019}, month = 4, day = 2', '2019-04-02', {}],
    ['year = {2019}, month = {04}', '2019-04', {}],
    ['year = {2019}, month = "2~" # apr', '2 apr 2019', {}],
    ['year = {2019}, month = {July 30th}', 'July 30th 2019', {}],
    ['year = {2019}, month = jan # "--" # feb', 'jan-feb 2019', {}],
    ['year = {2019}, month = {Spring}', 'Spring 2019', {}],
    ['year = {2019}, month = {13}', '2019', { month: '13' }],
    ['year = {2019}, month = feb, day = 31', '2019-02', { day: '31' }],
    ['year = {2019}, day = 2', '2019', { day: '2' }],
    ['year = {to appear}, month = mar', 'to appear', { month: 'mar' }],
    ['month = mar', undefined, { month: 'mar' }],
    ['date = {2019-03}', '2019-03', {}],
    ['date = {2004-06/2004-08}', '2004-06/2004-08', {}],
    ['date = {1997~}', '1997~', {}],
    ['date = {2019-03-02}, year = 2019, month = mar', '2019-03-02', {}],
    ['date = {2016-12-13}, year = 2017, month = 8', '2016-12-13', { year: '2017', month: '8' }],
  ])('D1 never invents precision: %s', (fields, words, kept) => {
    const draft = draftWith(fields);
    expect(draft.dates).toEqual(words === undefined ? [] : [{ event: 'published', words }]);
    expect(keptOf(fields)).toEqual(kept);
  });
});

describe('types', () => {
  test.each<[string, string, string, string | undefined]>([
    ['article', '', 'bibtex article', undefined],
    ['conference', '', 'bibtex conference', 'conference'],
    ['book', 'editor = {Sorin, François}', 'work editedBook', undefined],
    ['book', 'editor = {Sorin, François}, author = {Mazet, Pierre}', 'bibtex book', undefined],
    ['mastersthesis', '', 'bibtex mastersthesis', 'mastersthesis'],
    ['article', 'entrysubtype = {newspaper}', 'work newspaperArticle', undefined],
    ['techreport', 'type = {Working Paper}', 'work workingPaper', undefined],
    ['misc', 'type = {Poster}', 'work poster', undefined],
    ['patent', '', 'bibtex patent', 'patent'],
    ['a', '', 'bibtex a', undefined],
  ])('%s with %s', (type, fields, expected, kept) => {
    const draft = draftWith(fields, type);
    expect(`${draft.type?.list} ${draft.type?.code}`).toBe(expected);
    expect(draft.unmapped?.find(({ path }) => path === 'entrytype')?.value).toBe(kept);
  });

  test.each<[string, string | undefined, Record<string, string>]>([
    ['pubstate = {inpress}', 'inPress', {}],
    ['pubstate = {submitted}', 'preprint', { pubstate: 'submitted' }],
    ['pubstate = {lost}', undefined, { pubstate: 'lost' }],
    ['note = {To appear}', 'inPress', {}],
    ['note = {To appear in print}', undefined, {}],
  ])('status of %s', (fields, status, kept) => {
    expect(draftWith(fields).status).toBe(status);
    expect(keptOf(fields)).toEqual(kept);
  });
});

describe('containers', () => {
  test.each<[string, string, Record<string, unknown> | undefined, Record<string, unknown> | undefined]>([
    [
      'article',
      'journal = {terminal}, number = 128',
      { type: 'journal', titles: [{ value: 'terminal' }] },
      { issue: '128' },
    ],
    [
      'article',
      'fjournal = {Communications of the ACM}, journal = {Commun. ACM}, issue = 3',
      { titles: [{ value: 'Communications of the ACM' }], shortTitles: ['Commun. ACM'] },
      { issue: '3' },
    ],
    [
      'article',
      'entrysubtype = {magazine}, journal = {La vie des idées}',
      { type: 'magazine', titles: [{ value: 'La vie des idées' }] },
      undefined,
    ],
    [
      'incollection',
      'booktitle = {Recueil}, series = {Le sens commun}, number = 3, volume = 2, isbn = {978-2-7073-0014-0}',
      {
        type: 'book',
        titles: [{ value: 'Recueil' }],
        isbn: ['978-2-7073-0014-0'],
        series: { title: { value: 'Le sens commun' }, number: '3' },
      },
      { volume: '2', issue: undefined },
    ],
    [
      'book',
      'series = {Le sens commun}, number = 3',
      { type: 'series', titles: [{ value: 'Le sens commun' }] },
      { volume: '3' },
    ],
    ['book', 'booktitle = {Un}, title = {Un}', undefined, undefined],
    ['book', 'pagetotal = 206', undefined, { pages: '206 p.' }],
    ['inproceedings', 'booktitle = {Actes}, number = 3', { type: 'proceedings' }, { issue: '3' }],
    [
      'bookinbook',
      'booktitle = {Omnibus}, bookauthor = {Sorin, François}',
      { editors: [{ role: 'author', family: 'Sorin' }] },
      undefined,
    ],
  ])('of %s with %s', (type, fields, container, position) => {
    const draft = draftWith(fields, type);
    if (container) expect(draft.container).toMatchObject(container);
    else expect(draft.container).toBeUndefined();
    if (position) expect(draft.position).toMatchObject(position);
    else expect(draft.position).toBeUndefined();
  });

  test.each([
    ['school = {Université Rennes 2}, address = {Rennes}', 'Université Rennes 2', 'Rennes', {}],
    ['publisher = {A}, institution = {B}, location = {Paris}', 'A', 'Paris', { institution: 'B' }],
    ['publisher = {A}, organization = {A}', 'A', undefined, {}],
    [
      'publisher = {ACM}, address = {New York}, location = {Dallas}',
      'ACM',
      'New York',
      { location: 'Dallas' },
    ],
    ['address = {Paris}', undefined, undefined, { address: 'Paris' }],
  ])('publisher of %s', (fields, name, place, kept) => {
    const { publisher } = draftWith(fields);
    expect([publisher?.name, publisher?.place]).toEqual([name, place]);
    expect(keptOf(fields)).toEqual(kept);
  });

  test('keeps the date and place of an event without a name', () => {
    const fields = 'eventdate = {2017-12-04}, venue = {Long Beach}';
    expect(draftWith(fields).event).toBeUndefined();
    expect(keptOf(fields)).toEqual({ eventdate: '2017-12-04', venue: 'Long Beach' });
  });
});

describe('identifiers and links', () => {
  test.each<[string, readonly (readonly [string | undefined, string])[], readonly string[]]>([
    ['doi = {10.5555/a}, url = {https://doi.org/10.5555/A}', [['doi', '10.5555/a']], []],
    ['url = {https://dx.doi.org/10.5555/a}', [['doi', 'https://dx.doi.org/10.5555/a']], []],
    [
      'url = {https://shs.hal.science/halshs-01234567}',
      [['hal', 'https://shs.hal.science/halshs-01234567']],
      ['https://shs.hal.science/halshs-01234567'],
    ],
    [
      'doi = {10.1002/(SICI)1097-4571(2000)9999:9999$<$::AID-ASI1$>$3.0.CO;2-\\#}',
      [['doi', '10.1002/(SICI)1097-4571(2000)9999:9999$<$::AID-ASI1$>$3.0.CO;2-#']],
      [],
    ],
    ['eprint = {1706.03762}, archiveprefix = {arXiv}', [['arxiv', '1706.03762']], []],
    ['eprint = {5500723}, eprinttype = {pubmed}', [['pmid', '5500723']], []],
    ['eprint = {hal-01234567}, eprinttype = {HAL}', [['hal', 'hal-01234567']], []],
    ['eprint = {1706.03762}', [[undefined, '1706.03762']], []],
    ['eprint = {https://example.org/a.pdf}', [], ['https://example.org/a.pdf']],
    [
      'url = {https://example.org/a https://example.org/b}',
      [],
      ['https://example.org/a', 'https://example.org/b'],
    ],
    ['howpublished = {\\url{https://example.org/~a_b}}', [], ['https://example.org/~a_b']],
    [
      'isrn = {X-1}, mrnumber = {123}',
      [
        ['isrn', 'X-1'],
        ['mr', '123'],
      ],
      [],
    ],
  ])('%s', (fields, identifiers, links) => {
    const draft = draftWith(fields);
    expect(draft.identifiers?.map(({ scheme, value }) => [scheme, value])).toEqual(identifiers);
    expect(draft.links?.map(({ url }) => url)).toEqual(links);
  });

  test.each([
    ['978-2-7073-0014-0, 2-7073-0014-4', ['978-2-7073-0014-0', '2-7073-0014-4']],
    ['978-2-7073-0014-0 9782707300140', ['978-2-7073-0014-0', '9782707300140']],
    ['978 2 7073 0014 0', ['978 2 7073 0014 0']],
  ])('I4 isbn = {%s}', (isbn, values) => {
    expect(draftWith(`isbn = {${isbn}}`, 'book').identifiers?.map(({ value }) => value)).toEqual(values);
  });

  test('I3 keeps both ISSNs of a journal', () => {
    expect(
      draftWith('journal = {t}, issn = {0997-5551; 2429-4578}, eissn = {2429-4578}').container?.issn,
    ).toEqual([{ value: '0997-5551' }, { value: '2429-4578' }, { value: '2429-4578', medium: 'electronic' }]);
  });

  test('keeps a way of publishing that is no address, and a path as it is', () => {
    expect(
      keptOf(
        'howpublished = {Online}, file = {:C\\:\\\\Articles\\\\a.pdf:PDF}, ee = {https://example.org/a\\_b}',
      ),
    ).toEqual({
      howpublished: 'Online',
      file: ':C\\:\\\\Articles\\\\a.pdf:PDF',
      ee: 'https://example.org/a_b',
    });
  });
});

describe('texts', () => {
  test.each<[string, readonly string[]]>([
    ['a, b, c', ['a', 'b', 'c']],
    ['a; b, c; a', ['a', 'b, c']],
    ['inclusion (ville, campagne), aide', ['inclusion (ville, campagne)', 'aide']],
    ['inclusion (ville, campagne', ['inclusion (ville', 'campagne']],
    ['{aide, accompagnement}, b', ['aide, accompagnement', 'b']],
    ['{aide; accompagnement}', ['aide', 'accompagnement']],
    ["R\\&amp;D, num{\\'e}rique", ['R&amp;D', 'numérique']],
  ])('L1 keywords = {%s}', (keywords, values) => {
    expect(draftWith(`keywords = {${keywords}}`).subjects?.map(({ text }) => text.value)).toEqual(values);
  });

  test.each<[string, readonly string[], string | undefined]>([
    ['language = {french}', ['french'], 'french'],
    ['language = {fr-FR}', ['fr-FR'], 'fr-FR'],
    ['language = {langfrench and english}', ['french', 'english'], undefined],
    ['langid = {ngerman}', ['de'], 'de'],
    ['language = {english}, langid = {frenchb}', ['english'], 'fr'],
    ['language = {klingon of the plains}', ['klingon of the plains'], undefined],
    ['', [], undefined],
  ])('%s', (fields, languages, lang) => {
    const draft = draftWith(`title = {Un}, abstract = {Deux}, ${fields}`);
    expect(draft.languages).toEqual(languages);
    expect(draft.titles?.[0]?.text.lang).toBe(lang);
    expect(draft.abstracts?.[0]?.lang).toBeUndefined();
  });

  test('the title of an original is in its own language, when that is known', () => {
    const original = (language: string) =>
      draftWith(`title = {Un}, origtitle = {One}, origlanguage = {${language}}`).titles?.[1]?.text;
    expect(original('american')).toEqual({ value: 'One', lang: 'en-us' });
    expect(original('of the plains')).toEqual({ value: 'One' });
    expect(keptOf('origtitle = {One}, origlanguage = {of the plains}')).toEqual({
      origlanguage: 'of the plains',
    });
  });

  test('a title that only the book title says is the title', () => {
    expect(draftWith('booktitle = {Actes}', 'proceedings').titles).toEqual([
      { role: 'main', text: { value: 'Actes' } },
    ]);
  });

  test('keeps what nobody reads, in plain text, and leaves out what programs note', () => {
    expect(
      keptOf("edition = {2\\textsuperscript{e} {\\'e}d.}, owner = {moi}, bdsk-file-1 = {YnBs}, chapter = {}"),
    ).toEqual({
      edition: '2ᵉ éd.',
    });
  });
});

describe('hostile input', () => {
  test.each<[string, string]>([
    ['braces', `@misc{a, title = {${'{'.repeat(1e6)}${'}'.repeat(1e6)}}}`],
    ['braces without an end', `@misc{a, title = {${'{'.repeat(1e6)}`],
    ['entries without an end', '@misc{a, title = {A\n'.repeat(2e4)],
    ['comments without an end', '@comment{ {\n'.repeat(1e5)],
    ['spaces', `@misc${' '.repeat(1e6)}{${' '.repeat(1e6)}a${' '.repeat(1e6)}b`],
    ['at signs', '@'.repeat(1e6)],
    ['a long line of entries', '@misc{a, title={A}}'.repeat(2e4)],
    [
      'macros of macros',
      `@string{a0="aaaaaaaaaa"}\n${Array.from({ length: 40 }, (_, i) => `@string{a${i + 1}=a${i}${`#a${i}`.repeat(9)}}\n`).join('')}@misc{a, title=a40}`,
    ],
    ['a long macro used often', `@string{a="${'a'.repeat(9000)}"}\n@misc{a, title=a${'#a'.repeat(1e5)}}`],
    [
      'one parent of many',
      `@proceedings{p, title={${'a'.repeat(5e5)}}}\n${'@inproceedings{c, title={C}, crossref={p}}\n'.repeat(5000)}`,
    ],
    [
      'a long chain of parents',
      Array.from({ length: 5000 }, (_, i) => `@book{k${i}, crossref={k${i + 1}}}\n`).join(''),
    ],
    ['commas in a name', `@misc{a, author = {${', '.repeat(1e6)}A}}`],
    ['dollars', `@misc{a, title = {${'$\\\\'.repeat(3e5)}}}`],
    ['control characters', `@misc{a, title = {A${'\u0000\u0008'.repeat(1e5)}}}`],
  ])('%s end in time', (_name, text) => {
    const start = performance.now();
    readAll(bibtex, text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

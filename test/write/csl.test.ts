import { describe, expect, test } from 'vitest';
import type { Contribution, IdentifiedWork, LangText, Work } from '../../pipeline/base/work.ts';
import { workTypes } from '../../pipeline/base/work.ts';
import { csl as reader } from '../../pipeline/read/csl.ts';
import { carriesOf, readerNamed } from '../../pipeline/stages.ts';
import { csl } from '../../pipeline/write/csl.ts';
import { afterTrip, collectionsIn, needless, sample, worksOf } from '../formats/trip.ts';
import { contract } from './contract.ts';
import { dataset } from './sample.ts';

contract(csl);

const blank: IdentifiedWork = {
  id: 'work/exemple',
  type: 'article',
  titles: [{ role: 'main', text: { value: 'Un titre' } }],
  abstracts: [],
  contributions: [],
  dates: [],
  identifiers: [],
  links: [],
  languages: [],
  subjects: [],
  licences: [],
  funding: [],
  relations: [],
  references: [],
  status: 'published',
  notes: [],
  provenance: [],
  unmapped: [],
};

/** What a work with these values says in CSL besides what the blank one says. */
async function said(values: Partial<Work>): Promise<Readonly<Record<string, unknown>>> {
  const { one } = await csl.open(dataset);
  const work: IdentifiedWork = { ...blank, ...values, id: values.id ?? blank.id };
  const item = JSON.parse(one({ iri: dataset.base + work.id, work, describe: () => undefined }));
  const { id, type, title, ...others } = item;
  expect(id).toBe(blank.id);
  return {
    ...(type === 'article-journal' ? {} : { type }),
    ...(title === 'Un titre' ? {} : { title }),
    ...others,
  };
}

/** The work that is read back. */
async function readBack(values: Partial<Work>): Promise<IdentifiedWork | undefined> {
  const { head, one, tail } = await csl.open(dataset);
  const work: IdentifiedWork = { ...blank, ...values, id: values.id ?? blank.id };
  const text = head + one({ iri: dataset.base + work.id, work, describe: () => undefined }) + tail;
  return worksOf(collectionsIn(text, reader))[0];
}

const person = (values: Partial<Contribution>): Contribution => ({
  position: 1,
  role: 'author',
  kind: 'person',
  nameAsPrinted: 'Ada Exemple',
  family: 'Exemple',
  given: 'Ada',
  identifiers: [],
  affiliations: [],
  ...values,
});
const ada = { family: 'Exemple', given: 'Ada' };
const whole = (values: Partial<Contribution>) => person({ family: undefined, given: undefined, ...values });

test('an item stands on a line of a list, and says nothing that is not said', async () => {
  const { head, one, between, tail } = await csl.open(dataset);
  const text = one({ iri: '', work: blank, describe: () => undefined });
  expect(head + text + between + text + tail).toBe(
    '[\n{"id":"work/exemple","type":"article-journal","title":"Un titre"},\n' +
      '{"id":"work/exemple","type":"article-journal","title":"Un titre"}\n]\n',
  );
});

test('an id that we gave comes back as ours', async () => {
  expect((await readBack({}))?.id).toBe(blank.id);
  const odd = { ...blank, id: 'work/10.5424/http://dx.doi.org/10.5424%2Fx' };
  expect((await readBack(odd))?.id).toBe(odd.id);
});

describe('types', () => {
  test.each(workTypes)('%s comes back, whoever made it', async (type) => {
    for (const contributions of [[], [person({})], [person({ role: 'editor' })]])
      for (const languages of [[], ['fr']])
        expect((await readBack({ type, contributions, languages }))?.type).toBe(type);
  });

  test.each<[Partial<Work>, Record<string, unknown>]>([
    [
      { type: 'poster', languages: ['fr'] },
      { type: 'speech', genre: 'poster', language: 'fr' },
    ],
    [{ type: 'workingPaper' }, { type: 'article', genre: 'working paper' }],
    [
      { type: 'workingPaper', languages: ['fr'] },
      { type: 'article', genre: 'document de travail', language: 'fr' },
    ],
    [
      { type: 'editedBook', contributions: [person({ role: 'editor' })] },
      { type: 'book', editor: [ada] },
    ],
    [{ type: 'thesis' }, { type: 'thesis' }],
  ])('%j has a genre only where the code says less', async (values, item) => {
    expect(await said(values)).toEqual(item);
  });
});

describe('texts', () => {
  const html = (value: string): LangText => ({ value, markup: 'html' });
  test.each<[string, LangText, string]>([
    [
      'T5 whatever stands in a plain title',
      { value: "entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil\\, p < 0.05 📚" },
      "entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil\\, p < 0.05 📚",
    ],
    [
      'T3 the tags of CSL',
      html('<i>Homo</i> H<sub>2</sub>O <b>x</b><sup>2</sup>'),
      '<i>Homo</i> H<sub>2</sub>O <b>x</b><sup>2</sup>',
    ],
    ['T3 emphasis as italics', html('Le <em>care</em>'), 'Le <i>care</i>'],
    [
      'T3 small caps as citeproc knows them',
      html('<span style="font-variant:small-caps">xiv</span>'),
      '<span style="font-variant:small-caps;">xiv</span>',
    ],
    ['T3 characters for entities', html('<i>R</i> &amp; D, p &lt; 0.05'), '<i>R</i> & D, p < 0.05'],
    ['T3 no tag that is none', html('&lt;b&gt; is a tag'), '&lt;b> is a tag'],
    ['T3 the words of a formula', html('<i>On</i> <math><mi>x</mi></math>'), 'On x'],
  ])('%s', async (_name, text, title) => {
    expect(await said({ titles: [{ role: 'main', text }] })).toEqual({ title });
  });

  test('T3 a tag that is only text comes back as text', async () => {
    const titles = [{ role: 'main' as const, text: html('&lt;b&gt; is a tag') }];
    expect((await readBack({ titles }))?.titles).toEqual(titles);
  });

  test.each<[string, string | undefined, string, string]>([
    ['L’accès', 'fr', 'une enquête', 'L’accès\u00a0: une enquête'],
    ['Access', 'en', 'a survey', 'Access: a survey'],
    ['Who cares?', 'en', 'A survey', 'Who cares? A survey'],
    ['Access', undefined, 'a survey', 'Access: a survey'],
  ])('the subtitle of %s (%s) stands in the title', async (main, lang, subtitle, title) => {
    const titles: Work['titles'] = [
      { role: 'main', text: { value: main, lang } },
      { role: 'subtitle', text: { value: subtitle, lang } },
    ];
    expect(await said({ titles })).toEqual({ title });
  });

  test.each<[string, Work['titles'], Record<string, unknown>]>([
    ['a short title', [{ role: 'short', text: { value: 'Titre' } }], { 'title-short': 'Titre' }],
    ['the title again', [{ role: 'short', text: { value: 'Un titre' } }], {}],
    [
      'a title in another language',
      [{ role: 'alternative', text: { value: 'A title', lang: 'en' } }],
      { 'original-title': 'A title' },
    ],
    ['a translation', [{ role: 'translated', text: { value: 'A title', lang: 'en' } }], {}],
    ['another in the same language', [{ role: 'alternative', text: { value: 'Titre', lang: 'fr' } }], {}],
  ])('%s', async (_name, others, item) => {
    const main = { role: 'main', text: { value: 'Un titre', lang: 'fr' } } as const;
    expect(await said({ titles: [main, ...others] })).toEqual(item);
  });

  test('the abstract is plain, and that in the language of the title', async () => {
    const titles: Work['titles'] = [{ role: 'main', text: { value: 'Un titre', lang: 'fr' } }];
    const abstracts = [
      { value: 'A summary.', lang: 'en' },
      { value: 'Du CO<sub>2</sub>.\n\nFin.', lang: 'fr', markup: 'html' as const },
    ];
    expect(await said({ titles, abstracts })).toEqual({ abstract: 'Du CO₂.\n\nFin.' });
  });

  test('L1 keywords are parted by semicolons alone, each once; one that holds a semicolon is left out', async () => {
    const subjects = ['inclusion (ville, campagne)', 'care; soin', 'care', 'care'].map((value) => ({
      text: { value },
    }));
    expect(await said({ subjects })).toEqual({ keyword: 'inclusion (ville, campagne); care' });
    expect((await readBack({ subjects }))?.subjects.map(({ text }) => text.value)).toEqual([
      'inclusion (ville, campagne)',
      'care',
    ]);
  });

  test('several notes are the paragraphs of one', async () => {
    const notes = [{ value: 'Prix.' }, { value: 'Lu.\nEt relu.' }];
    expect(await said({ notes })).toEqual({ note: 'Prix.\n\nLu.\nEt relu.' });
    expect((await readBack({ notes }))?.notes).toEqual(notes);
  });
});

describe('names', () => {
  test.each<[string, Contribution, unknown]>([
    ['parts', person({}), ada],
    [
      'N2 particles',
      person({
        family: 'La Fontaine',
        given: 'Jean',
        droppingParticle: 'de',
        nameAsPrinted: 'Jean de La Fontaine',
      }),
      { family: 'La Fontaine', given: 'Jean', 'dropping-particle': 'de' },
    ],
    [
      'N2 a particle that stays',
      person({ family: 'Gogh', given: 'Vincent', particle: 'van', nameAsPrinted: 'Vincent van Gogh' }),
      { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
    ],
    [
      'a suffix after a comma',
      person({
        family: 'King',
        given: 'Martin Luther',
        suffix: 'Jr.',
        nameAsPrinted: 'Martin Luther King, Jr.',
      }),
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.', 'comma-suffix': true },
    ],
    [
      'N1 an organisation, whole',
      whole({
        kind: 'organisation',
        literal: 'Ministère de la Culture, département des études',
        nameAsPrinted: 'Ministère de la Culture, département des études',
      }),
      { literal: 'Ministère de la Culture, département des études' },
    ],
    [
      'N1 a name that is not split',
      whole({ kind: 'unknown', nameAsPrinted: 'Force11' }),
      { literal: 'Force11' },
    ],
  ])('%s', async (_name, one, name) => {
    expect(await said({ contributions: [one] })).toEqual({ author: [name] });
    expect((await readBack({ contributions: [one] }))?.contributions[0]).toMatchObject({
      nameAsPrinted: one.nameAsPrinted,
    });
  });

  test.each<[Partial<Contribution>, string]>([
    [{ role: 'editor' }, 'editor'],
    [{ role: 'editor', marcRelator: 'pbd' }, 'editorial-director'],
    [{ role: 'translator' }, 'translator'],
    [{ role: 'other', marcRelator: 'ivr' }, 'interviewer'],
    [{ role: 'author', marcRelator: 'aut' }, 'author'],
    [{ role: 'author', marcRelator: 'cmp' }, 'author'],
    [{ role: 'supervisor', marcRelator: 'ths' }, 'contributor'],
    [{ role: 'other' }, 'contributor'],
  ])('%j is a name of the variable %s', async (values, variable) => {
    expect(await said({ contributions: [person(values)] })).toEqual({ [variable]: [ada] });
  });

  test('each list keeps its order', async () => {
    const pierre = person({ family: 'Mazet', given: 'Pierre', nameAsPrinted: 'Pierre Mazet', position: 3 });
    const contributions = [person({}), person({ role: 'editor', position: 2 }), pierre];
    expect(await said({ contributions })).toEqual({
      author: [ada, { family: 'Mazet', given: 'Pierre' }],
      editor: [ada],
    });
  });
});

describe('dates', () => {
  test.each<[string, string, unknown]>([
    ['D1 a year', '2015', { 'date-parts': [[2015]] }],
    ['D1 a month', '2015-04', { 'date-parts': [[2015, 4]] }],
    ['D1 a day', '2015-08-26', { 'date-parts': [[2015, 8, 26]] }],
    [
      'D3 a range',
      '2016-05-30/2016-06',
      {
        'date-parts': [
          [2016, 5, 30],
          [2016, 6],
        ],
      },
    ],
    ['D3 an open range', '2016/..', { 'date-parts': [[2016], [0, 0, 0]] }],
    ['D3 a season', '2016-21', { 'date-parts': [[2016]], season: 1 }],
    [
      'D3 two seasons',
      '2016-24/2017-21',
      {
        'date-parts': [
          [2016, 16],
          [2017, 13],
        ],
      },
    ],
    ['about a year', '1850~', { 'date-parts': [[1850]], circa: true }],
    ['about two years', '1850~/1860~', { 'date-parts': [[1850], [1860]], circa: true }],
    ['a doubt is printed, for CSL has none', '1850?', { literal: '1850?' }],
    ['one end of a range is doubtful', '1850/1860?', { literal: '1850/1860?' }],
  ])('%s: %s', async (_name, value, issued) => {
    const dates = [{ event: 'published' as const, value }];
    expect(await said({ dates })).toEqual({ issued });
    expect((await readBack({ dates }))?.dates).toEqual(dates);
  });

  test.each<[Work['dates'], Record<string, unknown>]>([
    [
      [
        { event: 'published', value: '2015-05-27' },
        { event: 'publishedOnline', value: '2015-05' },
        { event: 'publishedPrint', value: '2015-06' },
        { event: 'submitted', value: '2014' },
      ],
      {
        issued: { 'date-parts': [[2015, 5, 27]] },
        'available-date': { 'date-parts': [[2015, 5]] },
        submitted: { 'date-parts': [[2014]] },
      },
    ],
    [
      [
        { event: 'published', value: '2015-05-01' },
        { event: 'publishedOnline', value: '2015-06-01' },
      ],
      { issued: { 'date-parts': [[2015, 5, 1]] } },
    ],
    [[{ event: 'published', value: '../2016' }], {}],
    [[{ event: 'written', value: '2016' }], {}],
  ])('%j', async (dates, item) => {
    expect(await said({ dates })).toEqual(item);
  });

  test('a thesis is issued when it is defended', async () => {
    const dates = [{ event: 'defended' as const, value: '2014-03-26' }];
    expect(await said({ type: 'thesis', dates })).toEqual({
      type: 'thesis',
      issued: { 'date-parts': [[2014, 3, 26]] },
    });
  });
});

const journal = {
  type: 'journal',
  titles: [],
  shortTitles: [],
  issn: [],
  isbn: [],
  editors: [],
  identifiers: [],
} as const;

describe('containers and positions', () => {
  test.each<[string, Partial<Work>, Record<string, unknown>]>([
    [
      'an article in an issue',
      {
        container: {
          ...journal,
          titles: [{ value: 'Terminal' }, { value: 'Terminal (en ligne)' }],
          shortTitles: ['Term.'],
          issn: [{ value: '0997-5551', medium: 'print' }, { value: '2429-4578' }],
        },
        position: {
          volume: '12',
          issue: '1-2',
          issueTitle: { value: 'Travail social' },
          pages: { raw: 'pp. 66–79', start: '66', end: '79' },
          articleNumber: 'e124',
          section: { value: 'Enquêtes' },
        },
      },
      {
        'container-title': 'Terminal',
        'container-title-short': 'Term.',
        journalAbbreviation: 'Term.',
        ISSN: '0997-5551, 2429-4578',
        volume: '12',
        issue: '1-2',
        'volume-title': 'Travail social',
        page: '66–79',
        number: 'e124',
        section: 'Enquêtes',
      },
    ],
    [
      'a chapter of a book in a series',
      {
        type: 'chapter',
        container: {
          ...journal,
          type: 'book',
          titles: [{ value: 'Ouvrage' }],
          isbn: ['978-2-07-036822-8', '2070368226'],
          editors: [
            person({ role: 'editor' }),
            person({ family: 'Goody', given: 'Jack', nameAsPrinted: 'Jack Goody' }),
          ],
          series: { title: { value: 'Cahiers' }, number: '4' },
        },
      },
      {
        type: 'chapter',
        'container-title': 'Ouvrage',
        'collection-title': 'Cahiers',
        'collection-number': '4',
        ISBN: '978-2-07-036822-8, 2070368226',
        editor: [ada],
        'container-author': [{ family: 'Goody', given: 'Jack' }],
      },
    ],
    [
      'a book in a series',
      {
        type: 'book',
        container: { ...journal, type: 'series', titles: [{ value: 'Lecture Notes' }] },
        position: { volume: '2058' },
        identifiers: [{ scheme: 'isbn', value: '978-2-07-036822-8', iri: 'urn:isbn:9782070368228' }],
      },
      {
        type: 'book',
        'collection-title': 'Lecture Notes',
        'collection-number': '2058',
        ISBN: '978-2-07-036822-8',
      },
    ],
    [
      'P1 a total of pages',
      { type: 'book', position: { pages: { raw: '206 pages', total: 206 } } },
      { type: 'book', 'number-of-pages': 206 },
    ],
    [
      'a conference',
      {
        type: 'talk',
        event: {
          name: { value: 'Journées' },
          start: '2021-06-03',
          end: '2021-06-04',
          place: 'Rennes',
          country: 'FR',
        },
      },
      {
        type: 'speech',
        'event-title': 'Journées',
        'event-date': {
          'date-parts': [
            [2021, 6, 3],
            [2021, 6, 4],
          ],
        },
        'event-place': 'Rennes',
      },
    ],
    [
      'a conference of a day',
      { type: 'talk', event: { name: { value: 'Journée' }, start: '2021-06-03', end: '2021-06-03' } },
      { type: 'speech', 'event-title': 'Journée', 'event-date': { 'date-parts': [[2021, 6, 3]] } },
    ],
  ])('%s', async (_name, values, item) => {
    expect(await said(values)).toEqual(item);
  });
});

describe('identifiers and links', () => {
  const doi = { scheme: 'doi', value: '10.1000/a<b>;c', iri: 'https://doi.org/10.1000/a%3Cb%3E;c' };
  const hal = { scheme: 'hal', value: 'hal-01234567', iri: 'https://hal.science/hal-01234567' };
  const arxiv = { scheme: 'arxiv', value: '1706.03762', iri: 'https://arxiv.org/abs/1706.03762' };
  const page = { role: 'landing', url: 'https://terminal.example.org/128' } as const;
  test.each<[string, Partial<Work>, Record<string, unknown>]>([
    ['a DOI as it is', { identifiers: [doi] }, { DOI: '10.1000/a<b>;c' }],
    ['no DOI that is none', { identifiers: [{ scheme: 'doi', value: 'à venir' }] }, {}],
    ['the page of the work', { identifiers: [doi], links: [page] }, { DOI: doi.value, URL: page.url }],
    [
      'no address that is the DOI again',
      {
        identifiers: [doi],
        links: [
          { role: 'landing', url: doi.iri },
          { role: 'fulltext', url: 'https://x.org/a.pdf' },
        ],
      },
      { DOI: doi.value, URL: 'https://x.org/a.pdf' },
    ],
    ['no address of something else', { links: [{ role: 'dataset', url: 'https://x.org/data' }] }, {}],
    ['the address in HAL where there is no other', { identifiers: [hal] }, { URL: hal.iri }],
    [
      'a preprint in its archive',
      { type: 'preprint', identifiers: [arxiv], status: 'preprint' },
      { type: 'article', number: 'arXiv:1706.03762', URL: arxiv.iri, status: 'preprint' },
    ],
    [
      'the number of a report',
      { type: 'report', identifiers: [{ scheme: 'report-number', value: 'NLR-TP-96-464' }] },
      { type: 'report', number: 'NLR-TP-96-464' },
    ],
    ['several languages', { languages: ['fr-ca', 'en'] }, { language: 'fr-CA; en' }],
    [
      'a licence by its address',
      { licences: [{ iri: 'https://creativecommons.org/licenses/by/4.0/' }] },
      { license: 'https://creativecommons.org/licenses/by/4.0/' },
    ],
    [
      'a licence by its words',
      { licences: [{ text: { value: 'Tous droits cédés' } }] },
      { license: 'Tous droits cédés' },
    ],
    ['a status', { status: 'inPress' }, { status: 'in press' }],
  ])('%s', async (_name, values, item) => {
    expect(await said(values)).toEqual(item);
  });
});

describe('what CSL said and our record has no field for', () => {
  const source = { name: 'zotero', system: 'csl' };
  const provenance: Work['provenance'] = [{ path: '*', source, confidence: 'stated', chosen: true }];
  const unmapped: Work['unmapped'] = [
    { source: 'zotero', path: 'edition', value: 2 },
    { source: 'zotero', path: 'accessed', value: { 'date-parts': [[2023, 2, 1]] } },
    { source: 'zotero', path: 'genre', value: 'thèse d’État' },
  ];
  const others: Work['unmapped'] = [
    { source: 'zotero', path: 'id', value: 'exe21' },
    { source: 'zotero', path: 'call-number', value: ['361.3'] },
    { source: 'ris', path: 'medium', value: 'CD-ROM' },
  ];

  test('goes back where it was', async () => {
    expect(await said({ type: 'thesis', provenance, unmapped: [...unmapped, ...others] })).toEqual({
      type: 'thesis',
      edition: 2,
      accessed: { 'date-parts': [[2023, 2, 1]] },
      genre: 'thèse d’État',
    });
  });

  test('gives way to the genre that makes our type', async () => {
    expect(await said({ type: 'poster', provenance, unmapped: unmapped.slice(2) })).toEqual({
      type: 'speech',
      genre: 'poster',
    });
  });
});

describe('there and back', () => {
  test.each([
    ['csl', 'csl.json'],
    ['zotero', 'zotero.json'],
    ['zotero', 'zotero.rdf'],
    ['csv', 'csv.csv'],
    ['hal-tei', 'hal-tei.xml'],
    ['schema', 'schema.jsonld'],
  ])('the records of %s (%s) lose exactly what is announced', async (format, file) => {
    const source = readerNamed(format);
    if (!source) throw new Error(`no reader ${format}`);
    for (const before of collectionsIn(sample(file), source)) {
      const { differences, collections } = await afterTrip([before], csl, reader);
      expect(differences).toEqual([]);
      const [[work], [after]] = [worksOf([before]), worksOf(collections)];
      if (!work || !after) throw new Error('a work is missing');
      expect(after.id).toBe(work.id);
      // Whose name stands whole shows in its words at best.
      expect(needless(work, after, carriesOf(csl)).filter((field) => field !== 'contributions.kind')).toEqual(
        [],
      );
    }
  });
});

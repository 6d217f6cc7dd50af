import { describe, expect, test } from 'vitest';
import type { Contribution, Work } from '../../pipeline/base/work.ts';
import { workTypes } from '../../pipeline/base/work.ts';
import { ris as reader } from '../../pipeline/read/ris.ts';
import { ris } from '../../pipeline/write/ris.ts';
import { author, doi, workOf } from '../works.ts';
import { entryOfWork, roundTrips, trip } from './dublin-core-trip.ts';
import { dataset } from './sample.ts';

const { one } = await ris.open(dataset);
const recordOf = (fields: Parameters<typeof workOf>[0]) => one(entryOfWork(workOf(fields)));
/** The values of some tags, each with its tag. */
const tagged = (fields: Parameters<typeof workOf>[0], ...tags: readonly string[]) =>
  recordOf(fields)
    .split('\n')
    .filter((line) => tags.includes(line.slice(0, 2)));
const organisation = (literal: string): Contribution => ({
  ...author('', ''),
  kind: 'organisation',
  nameAsPrinted: literal,
  literal,
  given: undefined,
  family: undefined,
});
const journal = {
  titles: [{ value: 'Terminal' }],
  shortTitles: [],
  issn: [],
  isbn: [],
  editors: [],
  identifiers: [],
};
const containing = (type: 'journal' | 'book' | 'proceedings' | 'series' | 'website') => ({
  ...journal,
  type,
});
const named = (...names: readonly [string, string, Contribution['role']][]) =>
  names.map(([given, family, role], index) => author(given, family, { role, position: index + 1 }));

describe('a record', () => {
  test('begins with its type, ends with ER, and has one tag on each line', () => {
    const text = recordOf({
      title: 'Répondre aux demandes',
      contributions: named(['Pierre', 'Mazet', 'author'], ['François', 'Sorin', 'author']),
      container: containing('journal'),
      position: { issue: '128', pages: { raw: '13–28', start: '13', end: '28' } },
      dates: [{ event: 'published', value: '2020-11-15' }],
      identifiers: [doi('10.5072/labacces-128')],
      subjects: [{ text: { value: 'numérique' } }, { text: { value: 'inclusion (ville, campagne)' } }],
    });
    expect(text).toBe(`TY  - JOUR
TI  - Répondre aux demandes
AU  - Mazet, Pierre
AU  - Sorin, François
PY  - 2020
DA  - 2020/11/15/
T2  - Terminal
IS  - 128
SP  - 13
EP  - 28
DO  - 10.5072/labacces-128
LA  - fr
KW  - numérique
KW  - inclusion (ville, campagne)
ER  - 
`);
  });

  test('T5 no character is lost, and none breaks a line', async () => {
    const title = "Entre « savoir-faire » – et “devoir-faire” : d'ici & là, A < B 🌍 ER - TY";
    const value = 'Un.\n\nER -\nTY - Deux';
    const { after } = await trip({ title, abstracts: [{ value }] }, ris, reader);
    expect(after.titles[0]?.text.value).toBe(title);
    expect(after.abstracts[0]?.value).toBe(value);
    expect(recordOf({ title, abstracts: [{ value }] }).split(/\r?\nER {2}-/)).toHaveLength(2);
  });

  test('the subtitle stands in the title', () => {
    const titles: Work['titles'] = [
      { role: 'main', text: { value: 'Répondre', lang: 'fr' } },
      { role: 'subtitle', text: { value: 'troubles' } },
      { role: 'translated', text: { value: 'Answering', lang: 'en' } },
      { role: 'short', text: { value: 'Rép.' } },
    ];
    expect(tagged({ titles }, 'TI', 'TT', 'ST')).toEqual([
      'TI  - Répondre\u00a0: troubles',
      'TT  - Answering',
      'ST  - Rép.',
    ]);
  });
});

describe('dates', () => {
  test.each([
    ['2023', ['PY  - 2023']],
    ['2023-06', ['PY  - 2023', 'DA  - 2023/06//']],
    ['2023-06-03', ['PY  - 2023', 'DA  - 2023/06/03/']],
    ['2023-21', ['PY  - 2023', 'DA  - 2023///spring']],
    ['2023-01/2023-03', ['PY  - 2023', 'DA  - 2023-01/2023-03']],
    ['1984/1985', ['DA  - 1984/1985']],
    ['2020~', ['PY  - 2020', 'DA  - 2020~']],
  ])('D1 D3 never invents precision: %s', async (value, lines) => {
    const dates = [{ event: 'published' as const, value }];
    expect(tagged({ dates }, 'PY', 'DA')).toEqual(lines);
    expect((await trip({ dates }, ris, reader)).differences).toEqual([]);
  });
});

describe('people', () => {
  test.each<[Contribution, string]>([
    [author('Jean', 'La Fontaine', { droppingParticle: 'de' }), 'La Fontaine, Jean de'],
    [author('Ursula', 'Leyen', { particle: 'von der' }), 'von der Leyen, Ursula'],
    [author('Martin Luther', 'King', { suffix: 'Jr.' }), 'King, Martin Luther, Jr.'],
    [author('', 'Platon', { given: undefined }), 'Platon'],
    [
      organisation('Ministère de la Culture, département des études'),
      'Ministère de la Culture\u201a département des études,',
    ],
    [organisation('Savoirs Communs'), 'Savoirs Communs,'],
    [organisation('CNRS'), 'CNRS'],
  ])('N1 N2 %# is written %s', async (contribution, name) => {
    expect(tagged({ contributions: [contribution] }, 'AU')).toEqual([`AU  - ${name}`]);
    const { differences, after } = await trip({ contributions: [contribution] }, ris, reader);
    expect(differences).toEqual([]);
    if (name.endsWith(',')) expect(after.contributions[0]).toMatchObject({ kind: 'organisation' });
  });

  test.each<[Work['type'], Contribution['role'], string | undefined]>([
    ['article', 'editor', 'A2'],
    ['article', 'translator', 'A4'],
    ['article', 'illustrator', undefined],
    ['chapter', 'editor', 'A2'],
    ['book', 'editor', 'A3'],
    ['editedBook', 'editor', 'AU'],
    ['report', 'editor', 'ED'],
    ['thesis', 'supervisor', 'A3'],
    ['thesis', 'contributor', 'A2'],
    ['proceedingsPaper', 'translator', 'A4'],
    ['talk', 'contributor', 'A4'],
    ['dataset', 'contributor', 'A4'],
    ['blogPost', 'editor', 'ED'],
  ])('of a %s, the %s stands in %s', async (type, role, tag) => {
    const fields = { type, contributions: named(['Pierre', 'Mazet', role]) };
    const found = recordOf(fields)
      .split('\n')
      .find((line) => line.endsWith('Mazet, Pierre'));
    expect(found?.slice(0, 2)).toBe(tag);
    const { differences, lost } = await trip(fields, ris, reader);
    expect(differences).toEqual([]);
    expect(lost.includes('contributions: Pierre Mazet')).toBe(tag === undefined);
  });

  test.each<[Work['type'], string]>([
    ['chapter', 'A2'],
    ['book', 'A2'],
    ['article', ''],
  ])('who edited what a %s stands in is %j', (type, tag) => {
    const container = {
      ...containing(type === 'book' ? 'series' : 'book'),
      editors: named(['Ada', 'Exemple', 'editor']),
    };
    expect(tagged({ type, container }, 'A2', 'A3', 'ED')).toEqual(
      tag === '' ? [] : [`${tag}  - Exemple, Ada`],
    );
  });

  test('who edited a book is named once', () => {
    const editors = named(['Ada', 'Exemple', 'editor']);
    const container = { ...containing('book'), editors };
    expect(tagged({ type: 'chapter', contributions: editors, container }, 'A2')).toHaveLength(1);
  });

  test('N5 only one author has addresses', () => {
    const affiliations = [{ nameAsPrinted: 'CREM', ids: [] }];
    const contributions = [
      author('Pierre', 'Mazet', { affiliations }),
      author('François', 'Sorin', { position: 2 }),
    ];
    expect(tagged({ contributions: contributions.slice(0, 1) }, 'AD')).toEqual(['AD  - CREM']);
    expect(tagged({ contributions }, 'AD')).toEqual([]);
  });
});

describe('types', () => {
  test.each(workTypes)('%s comes back', async (type) => {
    const { after, differences } = await trip(
      { type, status: type === 'preprint' ? type : 'published' },
      ris,
      reader,
    );
    expect(after.type).toBe(type);
    expect(differences).toEqual([]);
  });

  test.each<[Work['type'], readonly string[]]>([
    ['review', ['TY  - JOUR', 'M3  - Book review']],
    ['workingPaper', ['TY  - RPRT', 'M3  - Working paper']],
    ['poster', ['TY  - SLIDE', 'M3  - Poster']],
    ['thesis', ['TY  - THES']],
  ])('%s', (type, lines) => expect(tagged({ type }, 'TY', 'M3')).toEqual(lines));
});

describe('where it appeared', () => {
  test.each<[Work['type'], Work['container'], readonly string[]]>([
    ['article', containing('journal'), ['T2  - Terminal']],
    ['chapter', containing('book'), ['T2  - Terminal']],
    ['proceedingsPaper', containing('proceedings'), ['C3  - Terminal']],
    ['book', containing('series'), ['T2  - Terminal']],
    ['thesis', containing('series'), ['T3  - Terminal']],
    ['thesis', containing('journal'), []],
    ['preprint', containing('journal'), ['JF  - Terminal']],
    ['other', containing('website'), ['JF  - Terminal']],
  ])('a %s in %#', async (type, container, lines) => {
    expect(tagged({ type, container }, 'T2', 'T3', 'C3', 'JF', 'JO')).toEqual(lines);
    const status = type === 'preprint' ? type : 'published';
    expect((await trip({ type, status, container }, ris, reader)).differences).toEqual([]);
  });

  test.each<[Partial<Work>, readonly string[]]>([
    [{ event: { name: { value: 'Journées' }, place: 'Rennes' } }, ['T2  - Journées', 'CY  - Rennes']],
    [
      {
        event: { name: { value: 'Journées' }, place: 'Rennes' },
        publisher: { name: 'Érès', place: 'Toulouse', ids: [] },
      },
      ['T2  - Journées', 'PB  - Érès', 'CY  - Rennes', 'C1  - Toulouse'],
    ],
    [
      { event: { name: { value: 'Journées' }, place: 'Rennes' }, publisher: { name: 'Érès', ids: [] } },
      ['T2  - Journées', 'PB  - Érès', 'C1  - Rennes'],
    ],
    [
      {
        event: { name: { value: 'Journées' } },
        container: containing('proceedings'),
        publisher: { name: 'Érès', place: 'Toulouse', ids: [] },
      },
      ['C3  - Terminal', 'T2  - Journées', 'PB  - Érès', 'CY  - Toulouse'],
    ],
  ])('the meeting of a paper, %#', async (fields, lines) => {
    const paper = { type: 'proceedingsPaper' as const, ...fields };
    expect(tagged(paper, 'C3', 'T2', 'PB', 'CY', 'C1')).toEqual(lines);
    expect((await trip(paper, ris, reader)).differences).toEqual([]);
  });

  test('I3 I4 each number has its line, first those that Zotero has a field for', () => {
    const issn = [{ value: '1234-5679', medium: 'print' as const }, { value: '0028-0836' }];
    const isbn = ['978-2-07-036822-8'];
    expect(tagged({ container: { ...containing('journal'), issn, isbn } }, 'SN')).toEqual([
      'SN  - 1234-5679',
      'SN  - 0028-0836',
    ]);
    expect(tagged({ type: 'chapter', container: { ...containing('book'), issn, isbn } }, 'SN')[0]).toBe(
      'SN  - 978-2-07-036822-8',
    );
  });
});

describe('pages', () => {
  const positioned = (type: Work['type'], position: Work['position']) => ({ type, position });
  test.each<[Work['type'], Work['position'], readonly string[]]>([
    ['article', { pages: { raw: 'pp. 13–28', start: '13', end: '28' } }, ['SP  - 13', 'EP  - 28']],
    ['article', { pages: { raw: '66-79, 82', start: '66' } }, ['SP  - 66-79, 82']],
    ['article', { pages: { raw: '12', start: '12' } }, ['SP  - 12']],
    ['book', { pages: { raw: '320 p.', total: 320 } }, ['SP  - 320']],
    ['book', { pages: { raw: '320', start: '320' } }, []],
    ['report', { pages: { raw: '102 p.', total: 102 } }, ['SP  - 102 p.']],
    ['article', { articleNumber: 'e124' }, ['SP  - e124', 'C7  - e124']],
    ['article', { articleNumber: '8' }, ['C7  - 8']],
  ])('P1 of a %s, %j', async (type, position, lines) => {
    expect(tagged(positioned(type, position), 'SP', 'EP', 'C7')).toEqual(lines);
    expect((await trip(positioned(type, position), ris, reader)).differences).toEqual([]);
  });
});

describe('identifiers and links', () => {
  test.each<[Work['identifiers'], readonly string[]]>([
    [[doi('10.1000/xyz')], ['DO  - 10.1000/xyz']],
    [
      [doi('10.1002/(sici)1099-1174(199706)6:2<107::aid>3.0.co;2-3')],
      ['DO  - 10.1002/(sici)1099-1174(199706)6:2<107::aid>3.0.co;2-3'],
    ],
    [[doi('10.1000/xyz'), doi('10.1000/abc')], ['DO  - 10.1000/xyz']],
    [
      [
        { scheme: 'pmid', value: '16060722' },
        { scheme: 'pmcid', value: 'PMC1182327' },
      ],
      ['DB  - PubMed', 'AN  - 16060722', 'C2  - PMC1182327'],
    ],
    [[{ scheme: 'hal', value: 'hal-01490598' }], ['DB  - HAL', 'AN  - hal-01490598']],
    [[{ scheme: 'arxiv', value: '0909.4280' }], ['DB  - arXiv', 'AN  - arXiv:0909.4280']],
    [[{ scheme: 'nnt', value: '2020REN20001' }], ['DB  - theses.fr', 'AN  - 2020REN20001']],
    [[{ scheme: 'handle', value: '1234/56' }], []],
  ])('I1 %j', async (identifiers, lines) => {
    expect(tagged({ identifiers }, 'DO', 'DB', 'AN', 'C2')).toEqual(lines);
    expect((await trip({ identifiers }, ris, reader)).differences).toEqual([]);
  });

  test('a full text is a file, and the address of its DOI is the DOI', async () => {
    const links: Work['links'] = [
      { role: 'landing', url: 'https://doi.org/10.1000/xyz' },
      { role: 'publisher', url: 'https://a.example/1' },
      { role: 'fulltext', url: 'https://a.example/1.pdf' },
      { role: 'fulltext', url: 'https://a.example/1.html', mediaType: 'text/html' },
      { role: 'dataset', url: 'https://a.example/data' },
      { role: 'other', url: 'https://a.example/1' },
    ];
    const fields = { links, identifiers: [doi('10.1000/xyz')] };
    expect(tagged(fields, 'UR', 'L1', 'L2', 'L3', 'L4', 'LK')).toEqual([
      'UR  - https://a.example/1',
      'L1  - https://a.example/1.pdf',
      'L2  - https://a.example/1.html',
      'LK  - https://a.example/data',
    ]);
    expect((await trip(fields, ris, reader)).differences).toEqual([]);
  });

  test('L1 keywords stand alone, whatever commas they hold', () => {
    const subjects = ['inclusion (ville, campagne)', 'numérique'].map((value) => ({ text: { value } }));
    expect(tagged({ subjects }, 'KW')).toEqual(['KW  - inclusion (ville, campagne)', 'KW  - numérique']);
  });
});

test('what a record in RIS said besides goes back where it was, and nothing else', () => {
  const unmapped = [
    { source: 'zotero', path: 'ET', value: '2e' },
    { source: 'zotero', path: 'Y2', value: ['2021/01/24', '2022/01/24'] },
    { source: 'zotero', path: 'T2', value: 'x' },
    { source: 'hal', path: 'CN', value: 'x' },
  ];
  const provenance: Work['provenance'] = [
    { path: '*', source: { name: 'zotero', system: 'ris' }, confidence: 'stated', chosen: true },
  ];
  expect(tagged({ unmapped, provenance }, 'ET', 'Y2', 'T2', 'CN')).toEqual([
    'ET  - 2e',
    'Y2  - 2021/01/24',
    'Y2  - 2022/01/24',
  ]);
});

roundTrips(ris, reader, [], ['contributions.kind']);

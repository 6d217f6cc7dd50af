import { describe, expect, test } from 'vitest';
import { codeList } from '../../pipeline/base/code-list.ts';
import type { Contribution, Work } from '../../pipeline/base/work.ts';
import { workTypes } from '../../pipeline/base/work.ts';
import { csv as reader } from '../../pipeline/read/csv.ts';
import { cellsOf } from '../../pipeline/read/csv-cells.ts';
import { columnOf } from '../../pipeline/read/csv-headings.ts';
import { csv } from '../../pipeline/write/csv.ts';
import { author, doi, workOf } from '../works.ts';
import { entryOfWork, roundTrips, trip } from './dublin-core-trip.ts';
import { dataset } from './sample.ts';

const { head, one } = await csv.open(dataset);
const headings = cellsOf(head.slice(1, -1), ';');
const rowOf = (fields: Parameters<typeof workOf>[0]) => one(entryOfWork(workOf(fields)));
/** The cells that say something, by heading. */
function said(fields: Parameters<typeof workOf>[0]): Readonly<Record<string, string>> {
  const cells = cellsOf(rowOf(fields).slice(0, -1), ';');
  return Object.fromEntries(
    headings.flatMap((heading, index) => (cells[index] ? [[heading, cells[index]]] : [])),
  );
}
const organisation = (literal: string): Contribution => ({
  ...author('', ''),
  kind: 'organisation',
  nameAsPrinted: literal,
  literal,
  given: undefined,
  family: undefined,
});
const containing = (type: NonNullable<Work['container']>['type']): NonNullable<Work['container']> => ({
  type,
  titles: [{ value: 'Terminal' }],
  shortTitles: [],
  issn: [],
  isbn: [],
  editors: [],
  identifiers: [],
});

describe('the table', () => {
  test('begins with a byte order mark and French headings, parted by semicolons', () => {
    expect(head.startsWith('\ufeffType;Titre;Sous-titre;Auteurs;Date de publication;Revue;')).toBe(true);
    expect(head.endsWith('\n')).toBe(true);
    expect(headings).toContain('arXiv');
  });

  test('has headings that are read as their own field and language, none twice', () => {
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings.filter((heading) => columnOf(heading).field === undefined)).toEqual([]);
    const written = new Set(headings.map((heading) => columnOf(heading).field));
    // Other ways to say what has its column.
    expect(codeList('headings').terms.filter((field) => !written.has(field))).toEqual([
      'contributions.author.fullName',
      'contributions.author.family',
      'contributions.author.given',
      'dates.published.month',
      'dates.published.day',
      'position.pages.start',
      'position.pages.end',
      'position.pages.total',
    ]);
  });

  test('has a row for each work, with as many cells', () => {
    const row = rowOf({
      title: 'Répondre aux demandes',
      contributions: [author('Pierre', 'Mazet'), author('François', 'Sorin', { position: 2 })],
      container: containing('journal'),
      position: { issue: '128', pages: { raw: '13-28', start: '13', end: '28' } },
      dates: [{ event: 'published', value: '2020-11' }],
    });
    expect(row.slice(0, 100)).toBe(
      'article de revue;Répondre aux demandes;;"Mazet, Pierre ; Sorin, François";2020-11;Terminal;;;;;;128;',
    );
    expect(cellsOf(row.slice(0, -1), ';')).toHaveLength(headings.length);
  });

  test.each([
    '=HYPERLINK("https://evil.example";"x")',
    '-1+1|cmd',
    '@Sorin',
    '＝1+1',
    "'=1",
    'null',
    'Entre « savoir-faire » – et “devoir-faire” ; d\'ici & là, "A < B" 🌍',
  ])('T5 a title comes back, and no spreadsheet computes it: %s', async (title) => {
    const { differences, after } = await trip({ title, contributions: [] }, csv, reader);
    expect(differences).toEqual([]);
    expect(after.titles[0]?.text.value).toBe(title);
    expect(said({ title }).Titre).not.toMatch(/^[=+\-@\t\r＝]/);
  });

  test('a text keeps its paragraphs, and several texts share a cell', async () => {
    const fields = {
      abstracts: [
        { value: 'Un ; deux.\n\nTrois.', lang: 'fr' },
        { value: 'One.', lang: 'en' },
        { value: 'Uno.', lang: 'es' },
      ],
      notes: [{ value: 'Prix ; de la journée.' }, { value: '- Lu en 2022.' }],
    };
    expect(said(fields)).toMatchObject({
      Résumé: 'Uno.',
      'Résumé (français)': 'Un ; deux.\n\nTrois.',
      'Résumé (anglais)': 'One.',
      Notes: 'Prix ; de la journée.\n¶\n- Lu en 2022.',
    });
    const { differences, lost } = await trip(fields, csv, reader);
    expect(differences).toEqual([]);
    expect(lost).toContain('abstracts.lang: es');
  });
});

describe('dates', () => {
  test.each(['2023', '2023-06', '2023-06-03', '2023-21', '2023-01/2023-03', '1984/1985', '2020~', '2020?'])(
    'D1 D3 never invents precision: %s',
    async (value) => {
      const dates = [{ event: 'published' as const, value }];
      expect(said({ dates })['Date de publication']).toBe(value);
      expect((await trip({ dates }, csv, reader)).differences).toEqual([]);
    },
  );

  test('a date online that came later than print is lost, for it would be the date of publication', async () => {
    const dates: Work['dates'] = [
      { event: 'published', value: '2020-01' },
      { event: 'publishedOnline', value: '2020-03' },
    ];
    const { differences, lost } = await trip({ dates }, csv, reader);
    expect(differences).toEqual([]);
    expect(lost).toContain('dates.publishedOnline: 2020-03');
  });
});

describe('people', () => {
  test.each<[readonly Contribution[], string]>([
    [[author('Pierre', 'Mazet')], 'Mazet, Pierre'],
    [[author('Jean', 'La Fontaine', { droppingParticle: 'de' })], 'La Fontaine, Jean de ;'],
    [[author('Martin Luther', 'King', { suffix: 'Jr.' })], 'King, Martin Luther, Jr. ;'],
    [[organisation('LabAccès, équipe scientifique')], 'LabAccès, équipe scientifique [organisation]'],
    [
      [organisation('Terre ; Humanisme'), author('Ada', 'Exemple', { position: 2 })],
      'Terre \\; Humanisme [organisation] ; Exemple, Ada',
    ],
    [[author('', 'Platon', { given: undefined })], 'Platon'],
  ])('N1 N2 %# is written %s', async (contributions, cell) => {
    expect(said({ contributions }).Auteurs).toBe(cell);
    expect((await trip({ contributions }, csv, reader)).differences).toEqual([]);
  });

  test('N5 identifiers stand in the place of their author', async () => {
    const identifiers = [
      { scheme: 'orcid', value: '0000-0002-1825-0097' },
      { scheme: 'idhal', value: 'ada-exemple' },
      { scheme: 'viaf', value: '1' },
    ];
    const fields = {
      contributions: [author('Pierre', 'Mazet'), author('Ada', 'Exemple', { position: 2, identifiers })],
    };
    expect(said(fields)).toMatchObject({ ORCID: ' ; 0000-0002-1825-0097', IdHAL: ' ; ada-exemple' });
    const { differences, lost } = await trip(fields, csv, reader);
    expect(differences).toEqual([]);
    expect(lost).toContain('contributions.identifiers: Ada Exemple: viaf 1');
  });

  test.each<[Contribution['role'], string, boolean]>([
    ['editor', 'Éditeurs scientifiques', true],
    ['translator', 'Traducteurs', true],
    ['supervisor', 'Directeurs de thèse', true],
    ['compiler', 'Contributeurs', false],
  ])('the %s stands under %s', async (role, heading, isKept) => {
    const contributions = [author('Pierre', 'Mazet', { role })];
    expect(said({ contributions })[heading]).toBe('Mazet, Pierre');
    const { differences, lost } = await trip({ contributions }, csv, reader);
    expect(differences).toEqual([]);
    expect(lost.some((loss) => loss.startsWith('contributions.role'))).toBe(!isKept);
  });
});

describe('types and what the work appeared in', () => {
  test.each(workTypes)('%s comes back', async (type) => {
    const { after, differences } = await trip({ type }, csv, reader);
    expect(after.type).toBe(type);
    expect(differences).toEqual([]);
  });

  test.each<[Work['type'], NonNullable<Work['container']>['type'], object]>([
    ['article', 'journal', { Revue: 'Terminal' }],
    ['article', 'website', { Source: 'Terminal', 'Type de source': 'site web' }],
    ['preprint', 'website', { Source: 'Terminal', 'Type de source': 'site web' }],
    ['chapter', 'book', { Ouvrage: 'Terminal' }],
    ['proceedingsPaper', 'proceedings', { Actes: 'Terminal' }],
    ['book', 'series', { Collection: 'Terminal', 'Type de source': 'collection' }],
    ['article', 'series', { Collection: 'Terminal', 'Type de source': 'collection' }],
    ['popularArticle', 'magazine', { Source: 'Terminal', 'Type de source': 'magazine' }],
    ['article', 'newspaper', { Source: 'Terminal', 'Type de source': 'journal de presse' }],
  ])('a %s in a %s', async (type, kind, cells) => {
    const fields = { type, container: containing(kind) };
    expect(said(fields)).toMatchObject(cells);
    expect((await trip(fields, csv, reader)).differences).toEqual([]);
  });

  test('a journal is in a series, and a number without a title says what it is of', async () => {
    const series = { title: { value: 'Essais' }, number: '3' };
    const issn = [{ value: '1234-5679', medium: 'electronic' as const }, { value: '0028-0836' }];
    for (const container of [
      { ...containing('journal'), series, issn },
      { ...containing('newspaper'), titles: [], issn },
      { ...containing('book'), titles: [], series },
    ]) {
      expect((await trip({ container }, csv, reader)).differences).toEqual([]);
    }
  });

  test.each<[Work['type'], object]>([
    ['book', { ISBN: '978-2-07-036822-8' }],
    ['chapter', { Identifiants: 'isbn:978-2-07-036822-8' }],
  ])('I4 the ISBN of a %s is its own', async (type, cells) => {
    const fields = {
      type,
      identifiers: [{ scheme: 'isbn', value: '978-2-07-036822-8', iri: 'urn:isbn:9782070368228' }],
    };
    expect(said(fields)).toMatchObject(cells);
    expect((await trip(fields, csv, reader)).differences).toEqual([]);
  });
});

describe('identifiers, links and the rest', () => {
  test('I1 identifiers and addresses stand as they are, semicolons and all', async () => {
    const fields: Partial<Work> = {
      identifiers: [
        doi('10.1002/(sici)1099-1174(199706)6:2<107::aid>3.0.co;2-3'),
        { scheme: 'hal', value: 'hal-01490598' },
        { scheme: 'oai', value: 'oai:example.org:1' },
      ],
      links: [
        { role: 'landing', url: 'https://a.example/?a=1;b=2' },
        { role: 'fulltext', url: 'https://a.example/1.pdf' },
        { role: 'fulltext', url: 'https://a.example/2.pdf' },
        { role: 'dataset', url: 'https://a.example/data' },
      ],
    };
    expect(said(fields)).toMatchObject({
      DOI: '10.1002/(sici)1099-1174(199706)6:2<107::aid>3.0.co;2-3',
      'Identifiant HAL': 'hal-01490598',
      Identifiants: 'oai:oai:example.org:1',
      'Texte intégral': 'https://a.example/1.pdf ; https://a.example/2.pdf',
      'Autres liens': 'https://a.example/data',
    });
    const { after, differences } = await trip(fields, csv, reader);
    expect(differences).toEqual([]);
    expect(after.id).toBe(entryOfWork(workOf(fields)).work?.id);
  });

  test.each<[Work['funding'], object]>([
    [
      [
        { funder: { name: 'ANR', ids: [] }, awardNumber: '1' },
        { funder: { name: 'ANR', ids: [] }, awardNumber: '2' },
      ],
      { Financeurs: 'ANR', 'Numéro de projet': '1 ; 2' },
    ],
    [
      [{ funder: { name: 'ANR', ids: [] } }, { funder: { name: 'EC', ids: [] }, awardNumber: '1' }],
      { Financeurs: 'ANR ; EC', 'Numéro de projet': '1' },
    ],
    [[{ funder: { name: 'ANR', ids: [] } }, { awardNumber: '1' }], { Financeurs: 'ANR' }],
  ])('a number is never given to a funder that it is not of, %#', async (funding, cells) => {
    expect(said({ funding })).toMatchObject(cells);
    expect((await trip({ funding }, csv, reader)).differences).toEqual([]);
  });

  test('L1 keywords stay what they are, each in the column of its language', async () => {
    const subjects = [
      { text: { value: 'inclusion (ville, campagne)' } },
      { text: { value: 'travail; social', lang: 'fr' } },
      { text: { value: 'Social work', lang: 'en' } },
    ];
    expect(said({ subjects })).toMatchObject({
      'Mots-clés': 'inclusion (ville, campagne)',
      'Mots-clés (français)': 'travail\\; social',
      'Mots-clés (anglais)': 'Social work',
    });
    expect((await trip({ subjects }, csv, reader)).differences).toEqual([]);
  });
});

roundTrips(csv, reader, [], ['contributions.kind']);

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ontologyFile, parseCodeList } from '../../pipeline/base/code-list.ts';
import { readLab } from '../../pipeline/base/read-lab.ts';
import { csv } from '../../pipeline/read/csv.ts';
import { columnOf, fieldOf } from '../../pipeline/read/csv-headings.ts';
import { gather } from '../../pipeline/stages.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const headings = 'titre;auteurs;revue;année;n°;pages\n';
const sorin = 'Déplier la question numérique;Sorin, François;Le Sociographe;2023;81;13-28\n';
const mazet = 'Répondre aux demandes d’aide numérique;Pierre Mazet et François Sorin;terminal;;128;\n';
const awkwardTitle =
  'Les pratiques – numériques – : "savoir-faire" & « devoir-faire », d\'ici <b>A < B</b> 🌍';

readerContract(csv, {
  one: headings + sorin,
  two: headings + sorin + mazet,
  broken: `${headings}${sorin}Essai;Mauss;une;cellule;de;trop;ici\n${mazet}`,
  awkward: `${headings}"${awkwardTitle.replaceAll('"', '""')}";Sorin, François;Le Sociographe;2023;81;13-28\n`,
  awkwardTitle,
  others: [
    '@article{sorin2023, title = {Déplier}, author = {Sorin, François}, year = 2023}',
    '[{"title":"Déplier","author":[{"family":"Sorin"}],"year":2023}]',
    '{"titre":"Déplier","auteurs":"Sorin","année":2023}\n',
    '<?xml version="1.0"?><dc><title>Déplier</title><author>Sorin</author></dc>',
    '<https://ex.org/a> <http://purl.org/dc/terms/title> "Déplier, title, author" .\n',
    '@prefix dcterms: <http://purl.org/dc/terms/> .\n<a> dcterms:title "x" ; dcterms:creator "y", "z" .\n',
    'TY  - JOUR\nTI  - Titre, auteur, année\nER  - \n',
    'type: article\ntitles:\n  - { role: main, text: { value: Déplier, lang: fr } }\n',
    'layout: page\ntitle, author\nune phrase\n',
    '| Titre | Auteur | Année |\n|---|---|---|\n| Déplier | Sorin | 2023 |\n',
    '# Publications\n\n- Sorin, F. (2023). Déplier la question numérique. Le Sociographe, 81, 13-28.\n',
    'Déplier la question\n\nPar François Sorin, le 3 mars 2023, dans “Le Sociographe”, 81, 13-28.\n',
    '<table><tr><th>Titre</th><th>Auteur</th></tr></table>',
  ],
});

/** What a row becomes, given as heading → cell. */
function draftOf(cells: Readonly<Record<string, string>>, columns?: Readonly<Record<string, string>>) {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const text = `${Object.keys(cells).map(quoted).join(',')}\n${Object.values(cells).map(quoted).join(',')}\n`;
  const [piece] = csv.cut(text);
  if (!piece) throw new Error('nothing was cut');
  return csv.parse(piece, { ...originAt(piece.line), columns });
}
const titlesIn = (text: string) => readAll(csv, text).drafts.map(({ titles }) => titles?.[0]?.text.value);
const named = (names: string) => draftOf({ Title: 'x', Authors: names }).contributions;

describe('the forms of a table', () => {
  test.each([
    ['commas', 'title,year\nUn,2019\nDeux,2020\n'],
    ['semicolons', 'titre;année\nUn;2019\nDeux;2020\n'],
    ['tabs', 'Titre\tAnnée\nUn\t2019\nDeux\t2020\n'],
    ['bars', 'Titre|Année\nUn|2019\nDeux|2020'],
    ['a byte order mark', '\ufeff"Titre","Année"\n"Un","2019"\n"Deux","2020"\n'],
    ['the separator said first', 'sep=;\r\nTitre;Année\r\nUn;2019\r\nDeux;2020\r\n'],
    ['lines of an old Macintosh', 'Titre;Année\rUn;2019\rDeux;2020\r'],
    ['empty lines and rows', 'Titre;Année\n\nUn;2019\n;\n\n"";""\nDeux;2020\n\n'],
    ['lines above the headings', 'Publications du LabAccès;\n;\nTitre;Année\nUn;2019\nDeux;2020\n'],
    ['the headings said again', 'Titre;Année\nUn;2019\nTitre;Année\nDeux;2020\n'],
    [
      'semicolons and commas in its cells',
      'Titre;Auteurs, dans l’ordre;Année\nUn;A, B;2019\nDeux;C, D;2020\n',
    ],
    ['blank cells at the end', 'Titre;Année\nUn;2019;;\nDeux;2020\n'],
  ])('reads a table with %s', (_form, text) => {
    expect(csv.sniff(text)).toBe(true);
    expect(titlesIn(text)).toEqual(['Un', 'Deux']);
    expect(readAll(csv, text).rejected).toEqual([]);
  });

  test('a quoted cell holds line breaks, separators and quotation marks', () => {
    const text = 'title,abstract\n"Un","a\n\nb, ""c"""\nDeux,d\n';
    const { drafts } = readAll(csv, text);
    expect(drafts.map(({ abstracts }) => abstracts?.[0]?.value)).toEqual(['a\n\nb, "c"', 'd']);
    expect(drafts.map(({ origin }) => origin.line)).toEqual([2, 5]);
  });

  test.each([
    ['a 5" disk', 'title,year\nUn,2019\na 5" disk,2020\n', 'a 5" disk'],
    ['words after a quoted word', 'title,year\nUn,2019\n"Deux" mots,2020\n', '"Deux" mots'],
  ])('a stray quotation mark is a character: %s', (_case, text, title) => {
    expect(titlesIn(text)).toEqual(['Un', title]);
  });

  test.each([
    ['too many cells', 'Deux,2020,x', '3 cells for 2 columns'],
    ['too few', 'Deux', '1 cells for 2 columns'],
    ['a mark that is not closed', '"Deux,2020', 'a quotation mark'],
    ['a mark closed in another row', '"Deux,2020\n"Trois" et,2021', 'a quotation mark'],
  ])('rejects a row alone for %s', (_fault, row, reason) => {
    const { drafts, rejected } = readAll(csv, `title,year\nUn,2019\n${row}\nQuatre,2022\n`);
    expect(drafts.map(({ titles }) => titles?.[0]?.text.value)).toContain('Quatre');
    expect(rejected[0]?.error.words.en).toContain(reason);
    expect(rejected[0]?.piece.line).toBe(3);
  });

  test('rejects what has no headings at all', () => {
    expect(readAll(csv, 'one word\nanother\n').rejected[0]?.error.words.en).toContain('no line of headings');
  });

  test('a formula that was made harmless is the text that it was', () => {
    expect(
      draftOf({
        Titre: '\'=HYPERLINK("https://evil.example")',
        Auteur: "'@Sorin",
        Note: "l'été",
        Cote: "'-1",
      }),
    ).toMatchObject({
      titles: [{ text: { value: '=HYPERLINK("https://evil.example")' } }],
      contributions: [{ nameAsPrinted: '@Sorin' }],
      notes: [{ value: "l'été" }],
      unmapped: [{ path: 'Cote', value: '-1' }],
    });
  });

  test('a formula is a text', () => {
    expect(draftOf({ Titre: '=HYPERLINK("https://evil.example")', Auteur: '@Sorin' })).toMatchObject({
      titles: [{ text: { value: '=HYPERLINK("https://evil.example")' } }],
      contributions: [{ nameAsPrinted: '@Sorin' }],
    });
  });
});

describe('headings', () => {
  test.each([
    ['Titre', 'titles.main'],
    ['TITRE ', 'titles.main'],
    ['Sous-titre', 'titles.subtitle'],
    ['Auteur(s)', 'contributions.author'],
    ['Auteur 2', 'contributions.author'],
    ['auteur·e·s', 'contributions.author'],
    ['Éditeur', 'publisher.name'],
    ['editeur', 'publisher.name'],
    ['Editor', 'contributions.editor'],
    ['Éditeurs scientifiques', 'contributions.editor'],
    ['Année', 'dates.published'],
    ['annee de publication', 'dates.published'],
    ['Revue (titre complet)', 'container.journal'],
    ['N°', 'position.issue'],
    ['tome', 'position.volume'],
    ['mots clés', 'subjects'],
    ['Lien', 'links.landing'],
    ['title_s', 'titles.main'],
    ['authFullName_s', 'contributions.author.fullName'],
    ['publicationDateY_i', 'dates.published'],
    ['Item Type', 'type'],
    ['Publication Title', 'container.titles'],
    ['pub_date', 'dates.published'],
    ['Source title', 'container.titles'],
    ['Cote', undefined],
  ])('%s is %s', (heading, field) => expect(columnOf(heading).field).toBe(field));

  test.each([
    ['Titre (anglais)', 'titles.main', 'en'],
    ['Résumé en français', 'abstracts', 'fr'],
    ['abstract_en', 'abstracts', 'en'],
    ['fr_title_s', 'titles.main', 'fr'],
    ['Keywords [fr]', 'subjects', 'fr'],
    ['Titre', 'titles.main', undefined],
  ])('%s says its language', (heading, field, lang) => {
    expect(columnOf(heading)).toMatchObject({ field, ...(lang === undefined ? {} : { lang }) });
    expect(columnOf(heading).lang).toBe(lang);
  });

  const list = parseCodeList(readFileSync(ontologyFile('headings.csv'), 'utf8'));

  test('the label of each field is read as that field', () => {
    const wrong = list.terms.filter((term) =>
      ['fr', 'en'].some((language) => fieldOf(list.write(language, term) ?? '') !== term),
    );
    expect(wrong).toEqual([]);
  });

  test('the schema of lab.yaml knows the same fields', () => {
    const schema = JSON.parse(readFileSync(ontologyFile('lab.schema.json'), 'utf8')) as {
      $defs: { columnField: { enum: readonly string[] } };
    };
    expect(schema.$defs.columnField.enum).toEqual(list.terms);
  });
});

describe('what a lab says of its own headings', () => {
  const lab = (columns: string) => `name: LabAccès
base: https://labacces.fr/id/
language: fr
licence: https://creativecommons.org/publicdomain/zero/1.0/
sources: [{ name: liste, file: liste.csv, columns: ${columns} }]
`;

  test('goes before what the heading says', () => {
    const columns = readLab(
      lab('{ Support: container.journal, Titre: titles.short, Quoi: titles.main }'),
      'lab.yaml',
    ).sources[0]?.columns;
    expect(draftOf({ Quoi: 'Essai', TITRE: 'E.', Support: 'L’Année sociologique' }, columns)).toMatchObject({
      titles: [
        { role: 'main', text: { value: 'Essai' } },
        { role: 'short', text: { value: 'E.' } },
      ],
      container: { type: 'journal', titles: [{ value: 'L’Année sociologique' }] },
    });
  });

  test('names a field that is known', () => {
    expect(() => readLab(lab('{ Support: container.magazin }'), 'lab.yaml')).toThrow(
      /“container.magazin”, expected one of/,
    );
  });
});

describe('people', () => {
  const author = (fields: object) => ({ role: 'author', ...fields });
  test.each([
    [
      'Sorin, François; Mazet, Pierre',
      [{ nameAsPrinted: 'Sorin, François' }, { nameAsPrinted: 'Mazet, Pierre' }],
    ],
    [
      'François Sorin | Pierre Mazet',
      [{ nameAsPrinted: 'François Sorin' }, { nameAsPrinted: 'Pierre Mazet' }],
    ],
    [
      'François Sorin\nPierre Mazet',
      [{ nameAsPrinted: 'François Sorin' }, { nameAsPrinted: 'Pierre Mazet' }],
    ],
    [
      'Terre et Humanisme; Mazet, Pierre',
      [{ nameAsPrinted: 'Terre et Humanisme' }, { nameAsPrinted: 'Mazet, Pierre' }],
    ],
    ['Pierre Mazet et François Sorin', [{ names: 'Pierre Mazet et François Sorin' }]],
    ['Pierre Mazet, François Sorin', [{ names: 'Pierre Mazet, François Sorin' }]],
    ['Sorin, F.; et al.', [{ nameAsPrinted: 'Sorin, F.' }, { names: 'et al.' }]],
    [
      'Woong-Gee Min, ; Seok-Hyun Lee, ',
      [{ nameAsPrinted: 'Woong-Gee Min' }, { nameAsPrinted: 'Seok-Hyun Lee' }],
    ],
    [
      'Ebert, Ute [orcid:0000-0003-3891-6869 viaf:1]',
      [
        {
          nameAsPrinted: 'Ebert, Ute',
          identifiers: [
            { scheme: 'orcid', value: '0000-0003-3891-6869' },
            { scheme: 'viaf', value: '1' },
          ],
        },
      ],
    ],
    [
      'LabAccès, équipe scientifique [organisation]; Mazet, Pierre',
      [
        {
          kind: 'organisation',
          nameAsPrinted: 'LabAccès, équipe scientifique',
          literal: 'LabAccès, équipe scientifique',
          identifiers: [],
        },
        { nameAsPrinted: 'Mazet, Pierre' },
      ],
    ],
    ['van der Exemple, Ada de, Jr ;', [{ nameAsPrinted: 'van der Exemple, Ada de, Jr' }]],
    ['Sorin, F. [dir.]; Mazet, P.', [{ nameAsPrinted: 'Sorin, F. [dir.]' }, { nameAsPrinted: 'Mazet, P.' }]],
  ])('N4 %j', (names, expected) => expect(named(names)).toEqual(expected.map(author)));

  test('family and given names side by side', () => {
    expect(draftOf({ Title: 'x', Nom: 'Sorin; Mazet', Prénom: 'François; Pierre' }).contributions).toEqual([
      author({ family: 'Sorin', given: 'François' }),
      author({ family: 'Mazet', given: 'Pierre' }),
    ]);
  });

  test('given names that are not as many are kept', () => {
    const draft = draftOf({ Title: 'x', Nom: 'Sorin; Mazet', Prénom: 'François' });
    expect(draft.contributions).toEqual([
      author({ nameAsPrinted: 'Sorin' }),
      author({ nameAsPrinted: 'Mazet' }),
    ]);
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'Prénom', value: 'François' }]);
  });

  test('several columns of authors follow each other, and full names go before short ones', () => {
    expect(
      draftOf({ Title: 'x', 'Auteur 1': 'François Sorin', 'Auteur 2': 'Pierre Mazet' }).contributions,
    ).toEqual([author({ nameAsPrinted: 'François Sorin' }), author({ nameAsPrinted: 'Pierre Mazet' })]);
    const scopus = draftOf({
      Title: 'x',
      Authors: 'Sorin F.',
      'Author full names': 'Sorin, François (57190000000)',
    });
    expect(scopus.contributions).toEqual([
      author({ nameAsPrinted: 'Sorin, François', identifiers: [{ scheme: 'scopus', value: '57190000000' }] }),
    ]);
    expect(scopus.unmapped).toEqual([{ source: 'sample', path: 'Authors', value: 'Sorin F.' }]);
  });

  const orcid = (value: string) => ({ identifiers: [{ scheme: 'orcid', value }] });
  test.each([
    [
      'A; B',
      '0000-0002-1825-0097; 0000-0001-5109-3700',
      [orcid('0000-0002-1825-0097'), orcid('0000-0001-5109-3700')],
    ],
    ['A; B', '; 0000-0001-5109-3700', [{}, orcid('0000-0001-5109-3700')]],
    ['A; B', '0000-0002-1825-0097', [{}, {}]],
    ['A; B', 'B/0000-0001-5109-3700', [{}, orcid('0000-0001-5109-3700')]],
  ])('N5 the ORCIDs of %s, %s, are given only where it is sure whose they are', (names, ids, expected) => {
    const draft = draftOf({ Title: 'x', Authors: names, ORCID: ids });
    expect(draft.contributions).toEqual([
      author({ nameAsPrinted: 'A', ...expected[0] }),
      author({ nameAsPrinted: 'B', ...expected[1] }),
    ]);
    expect(draft.unmapped).toHaveLength(expected.every((each) => Object.keys(each).length === 0) ? 1 : 0);
  });

  test('an affiliation is an author’s when there is one author, and kept when there are several', () => {
    expect(
      draftOf({ Title: 'x', Auteur: 'Sorin', Laboratoire: 'CREM; Askoria' }).contributions?.[0],
    ).toMatchObject({
      affiliations: [{ nameAsPrinted: 'CREM' }, { nameAsPrinted: 'Askoria' }],
    });
    const two = draftOf({ Title: 'x', Auteur: 'Sorin; Mazet', Laboratoire: 'CREM; Odenore' });
    expect(two.unmapped).toEqual([{ source: 'sample', path: 'Laboratoire', value: 'CREM; Odenore' }]);
  });
});

describe('types and what the work appeared in', () => {
  test.each([
    ['Article de revue', 'fr', 'Article de revue'],
    ['Communication dans un congrès', 'fr', 'Communication dans un congrès'],
    ["Chapitre d'ouvrage", 'fr', 'Chapitre d’ouvrage'],
    ['article', 'work', 'article'],
    ['book chapter', 'en', 'book chapter'],
    ['proceedings article', 'crossref', 'proceedings-article'],
    ['Affiche', 'fr', 'Affiche'],
  ])('%s', (type, list, code) => expect(draftOf({ Title: 'x', Type: type }).type).toEqual({ list, code }));

  test('the first type that is known goes before one that is not', () => {
    const draft = draftOf({ Title: 'x', 'Publication Type': 'J', 'Document Type': 'Article' });
    expect(draft.type).toEqual({ list: 'work', code: 'Article' });
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'Publication Type', value: 'J' }]);
  });

  test.each<[Record<string, string>, object | undefined]>([
    [{ Revue: 'Terminal' }, { type: 'journal', titles: [{ value: 'Terminal' }] }],
    [{ Ouvrage: 'Terminal' }, { type: 'book' }],
    [{ Source: 'Terminal', Type: 'article' }, { type: 'journal' }],
    [{ Source: 'Terminal', Type: 'Chapitre d’ouvrage' }, { type: 'book' }],
    [
      { Source: 'Terminal', ISSN: '0997-5551' },
      { type: 'journal', issn: [{ value: '0997-5551' }] },
    ],
    [{ Source: 'Terminal' }, undefined],
    [{ Source: 'Terminal', 'Type de source': 'site web' }, { type: 'website' }],
    [{ Revue: 'Bulletin [Paris : 1990]' }, { titles: [{ value: 'Bulletin [Paris : 1990]' }] }],
    [{ Source: 'Terminal', Type: 'book' }, { type: 'series' }],
    [
      { venue: 'Terminal [issn:0997-5551 omid:br/1]', type: 'journal article' },
      { issn: [{ value: '0997-5551' }] },
    ],
    [
      { Collection: 'Terrains', Type: 'book' },
      { type: 'series', titles: [{ value: 'Terrains' }] },
    ],
    [
      { Ouvrage: 'Terminal', Collection: 'Terrains' },
      { type: 'book', series: { title: { value: 'Terrains' } } },
    ],
    [
      { Revue: 'T', ISSN: '0028-0836', eISSN: '1476-4687' },
      { issn: [{ value: '1476-4687', medium: 'electronic' }, { value: '0028-0836' }] },
    ],
  ])('%j', (cells, container) => {
    const draft = draftOf({ Title: 'x', ...cells });
    if (container) expect(draft.container).toMatchObject(container);
    else {
      expect(draft.container).toBeUndefined();
      expect(draft.unmapped).toEqual([{ source: 'sample', path: 'Source', value: 'Terminal' }]);
    }
  });

  test('I4 an ISBN is the book’s own, or that of the book around a chapter', () => {
    expect(draftOf({ Title: 'x', Type: 'book', ISBN: '9781009026758' }).identifiers).toEqual([
      { scheme: 'isbn', value: '9781009026758' },
    ]);
    expect(draftOf({ Title: 'x', Ouvrage: 'y', ISBN: '9781009026758' })).toMatchObject({
      identifiers: [],
      container: { isbn: ['9781009026758'] },
    });
  });
});

describe('dates, pages, texts', () => {
  test.each<[Record<string, string>, string]>([
    [{ Année: '2023' }, '2023'],
    [{ Date: 'juin 2023' }, 'juin 2023'],
    [{ Année: '2023', Date: '2023-06-01' }, '2023-06-01'],
    [{ Date: '2023-06-01', 'Publication Year': '2023' }, '2023-06-01'],
    [{ Année: '2023', Mois: '6' }, '2023-06'],
    [{ Année: '2023', Mois: 'juin', Jour: '3' }, '3 juin 2023'],
    [{ Année: '2023', Mois: '6', Jour: '3' }, '2023-06-03'],
    [{ 'Publication Date': 'MAR 3', 'Publication Year': '2019' }, 'MAR 3 2019'],
  ])('D1 never invents precision: %j is %s', (cells, words) => {
    const draft = draftOf({ Title: 'x', ...cells });
    expect(draft.dates).toEqual([{ event: 'published', words }]);
    expect(draft.unmapped).toEqual([]);
  });

  test('keeps a date that says otherwise', () => {
    expect(draftOf({ Title: 'x', Date: '2023-06', Année: '2022' })).toMatchObject({
      dates: [{ words: '2023-06' }],
      unmapped: [{ path: 'Année', value: '2022' }],
    });
  });

  test.each<[Record<string, string>, string]>([
    [{ Pages: '13-28' }, '13-28'],
    [{ 'Start page': '13', 'End page': '28' }, '13-28'],
    [{ 'Nombre de pages': '320' }, '320 p.'],
  ])('P1 %j', (cells, pages) => expect(draftOf({ Title: 'x', ...cells }).position?.pages).toBe(pages));

  test('L1 keywords are parted at semicolons, never at commas', () => {
    const words = (cell: string) =>
      draftOf({ Title: 'x', 'Mots-clés': cell }).subjects?.map(({ text }) => text.value);
    expect(words('numérique; inclusion (ville, campagne)')).toEqual([
      'numérique',
      'inclusion (ville, campagne)',
    ]);
    expect(words('numérique, travail social')).toEqual(['numérique, travail social']);
  });

  test('titles in several languages', () => {
    expect(draftOf({ 'Titre (fr)': 'Un', 'Titre (en)': 'One' }).titles).toEqual([
      { role: 'main', text: { value: 'Un', lang: 'fr' } },
      { role: 'translated', text: { value: 'One', lang: 'en' } },
    ]);
  });

  test('the lists of HAL’s search engine are parted at commas that are not escaped', () => {
    const draft = draftOf({
      docType_s: 'ART',
      title_s: 'Entre l’un\\, et l’autre',
      authFullName_s: 'François Sorin,Pierre Mazet',
      keyword_s: 'numérique,travail social',
      journalTitle_s: 'Vie sociale, revue',
      publicationDateY_i: '2019',
      halId_s: 'hal-01490598',
    });
    expect(draft).toMatchObject({
      type: { list: 'hal', code: 'ART' },
      titles: [{ text: { value: 'Entre l’un, et l’autre' } }],
      contributions: [{ nameAsPrinted: 'François Sorin' }, { nameAsPrinted: 'Pierre Mazet' }],
      subjects: [{ text: { value: 'numérique' } }, { text: { value: 'travail social' } }],
      container: { titles: [{ value: 'Vie sociale, revue' }] },
      identifiers: [{ scheme: 'hal', value: 'hal-01490598' }],
    });
  });
});

describe('identifiers, links and the rest', () => {
  test.each<[Record<string, string>, readonly object[]]>([
    [{ DOI: 'doi: 10.1000/xyz' }, [{ scheme: 'doi', value: '10.1000/xyz' }]],
    [
      { id: 'doi:10.1000/xyz isbn:9781009026758' },
      [
        { scheme: 'doi', value: '10.1000/xyz' },
        { scheme: 'isbn', value: '9781009026758' },
      ],
    ],
    [{ id: '12' }, []],
    [{ DOI: '10.1000/xyz', id: 'doi:10.1000/XYZ' }, [{ scheme: 'doi', value: '10.1000/xyz' }]],
    [{ DOI: 'N/A' }, []],
    [
      { DOI: '10.1002/(SICI)1099-1174(199706)6:2<107::AID>3.0.CO;2-3 ; https://doi.org/10.1000/xyz' },
      [
        { scheme: 'doi', value: '10.1002/(SICI)1099-1174(199706)6:2<107::AID>3.0.CO;2-3' },
        { scheme: 'doi', value: 'https://doi.org/10.1000/xyz' },
      ],
    ],
  ])('I1 %j', (cells, expected) => expect(draftOf({ Title: 'x', ...cells }).identifiers).toEqual(expected));

  test('an id that this program gave comes back as one', () => {
    expect(draftOf({ Title: 'x', id: 'work/sorin-2023-motifs' }).id).toBe('work/sorin-2023-motifs');
    expect(draftOf({ Title: 'x', id: 'work/10.1371/journal.pmed.0020124' }).id).toBe(
      'work/10.1371/journal.pmed.0020124',
    );
  });

  test('the address of the work’s own DOI is the DOI again', () => {
    const draft = draftOf({
      Title: 'x',
      DOI: '10.1000/xyz',
      Lien: 'https://doi.org/10.1000/XYZ\nhttps://a.example/1',
    });
    expect(draft.links).toEqual([{ role: 'landing', url: 'https://a.example/1' }]);
  });

  test.each<[Record<string, string>, object]>([
    [{ 'Open Access': 'All Open Access, Gold' }, { access: { status: 'open' } }],
    [{ openAccess_bool: 'true' }, { access: { status: 'open' } }],
    [{ Statut: 'à paraître' }, { status: 'inPress' }],
    [{ 'Comité de lecture': 'oui' }, { review: { peerReviewed: true } }],
    [{ Licence: 'CC BY 4.0' }, { licences: [{ words: 'CC BY 4.0' }] }],
    [
      { Licences: 'https://a.example/1 ; https://a.example/2' },
      { licences: [{ words: 'https://a.example/1' }, { words: 'https://a.example/2' }] },
    ],
    [{ Notes: 'Une ; note\n¶\nUne autre' }, { notes: [{ value: 'Une ; note' }, { value: 'Une autre' }] }],
    [{ Éditeur: 'Sunset Seed and Plant Co.,' }, { publisher: { name: 'Sunset Seed and Plant Co.,' } }],
    [
      { Financeur: 'ANR', 'Numéro de projet': '42' },
      { funding: [{ funder: { name: 'ANR' }, awardNumber: '42' }] },
    ],
  ])('%j', (cells, expected) => expect(draftOf({ Title: 'x', ...cells })).toMatchObject(expected));

  test.each([
    ['Cote', 'B 12'],
    ['openAccess_bool', 'false'],
    ['Statut', 'à relire'],
    ['', 'rien'],
  ])('keeps what finds no place: %s', (heading, value) => {
    const { unmapped } = draftOf({ Title: 'x', Year: '2020', [heading]: value });
    expect(unmapped).toEqual([{ source: 'sample', path: heading === '' ? 'column 3' : heading, value }]);
  });
});

describe('every field', () => {
  const text = readFileSync(new URL('samples/csv.csv', import.meta.url), 'utf8');

  test('finds its place', () => {
    const { drafts, rejected } = readAll(csv, text);
    expect(rejected).toEqual([]);
    expect(drafts[0]).toEqual({
      origin: originAt(2),
      type: { list: 'en', code: 'Journal article' },
      titles: [
        { role: 'main', text: { value: 'Why Most Published Research Findings Are False' } },
        { role: 'subtitle', text: { value: 'An essay' } },
        {
          role: 'translated',
          text: { value: 'Pourquoi la plupart des résultats publiés sont faux', lang: 'fr' },
        },
        { role: 'short', text: { value: 'Why most' } },
      ],
      abstracts: [
        { value: 'There is increasing concern that most current\npublished research findings are false.' },
      ],
      contributions: [
        {
          role: 'author',
          nameAsPrinted: 'Ioannidis, John P. A.',
          identifiers: [{ scheme: 'orcid', value: '0000-0003-3118-6859' }],
        },
        { role: 'editor', nameAsPrinted: 'Barbour, Virginia' },
        { role: 'editor', nameAsPrinted: 'Eisen, Michael' },
      ],
      dates: [
        { event: 'published', words: '2005-08-30' },
        { event: 'accepted', words: '2005-06-01' },
      ],
      container: {
        type: 'journal',
        titles: [{ value: 'PLOS Medicine' }],
        shortTitles: ['PLoS Med'],
        issn: [{ value: '1549-1676', medium: 'electronic' }, { value: '1549-1277' }],
        isbn: [],
        series: { title: { value: 'Essays' }, number: '3' },
      },
      position: {
        volume: '2',
        issue: '8',
        pages: '696-701',
        articleNumber: 'e124',
        section: { value: 'Essay' },
      },
      event: { name: { value: 'A meeting' }, start: '2005-01-02', end: '2005-01-03', place: 'Rennes' },
      publisher: { name: 'Public Library of Science', place: 'San Francisco' },
      identifiers: [
        { scheme: 'doi', value: '10.1371/journal.pmed.0020124' },
        { scheme: 'pmid', value: '16060722' },
        { scheme: 'pmcid', value: 'PMC1182327' },
      ],
      links: [
        {
          role: 'landing',
          url: 'https://journals.plos.org/plosmedicine/article?id=10.1371/journal.pmed.0020124',
        },
        {
          role: 'fulltext',
          url: 'https://journals.plos.org/plosmedicine/article/file?id=10.1371/journal.pmed.0020124&type=printable',
        },
      ],
      languages: ['en'],
      subjects: [
        { text: { value: 'bias' } },
        { text: { value: 'research design, statistics' } },
        { text: { value: 'biais', lang: 'fr' } },
      ],
      access: { status: 'open' },
      licences: [{ words: 'CC BY 4.0' }],
      funding: [{ funder: { name: 'A fund', ids: [] }, awardNumber: '42' }],
      status: 'published',
      review: { peerReviewed: true },
      notes: [{ value: 'A note' }],
      citationText: { value: 'Ioannidis JPA, 2005' },
      unmapped: [{ source: 'sample', path: 'Shelf', value: 'B 12' }],
    });
  });

  test('makes a work', () => {
    const [piece] = csv.cut(text);
    if (!piece) throw new Error('nothing was cut');
    const gathered = gather(csv, piece, { source: { name: 'sample', system: 'csv' }, file: 'sample.csv' });
    expect(gathered.kind).toBe('work');
  });
});

describe('hostile input', () => {
  test.each([
    ['a million authors', `title,author\nx,"${'Sorin, F.; '.repeat(1_000_000)}"\n`, 0, 1],
    ['a phrase of a million authors', `title,author\nx,"${'a, and '.repeat(1_000_000)}"\n`, 0, 1],
    ['a line of 10 MB', `title,author\nx,${'a'.repeat(10_000_000)}\n`, 1, 0],
    ['headings of 10 MB', 'title,'.repeat(2_000_000), 0, 1],
    ['100 000 open quotation marks', `title,author\n${'"a,b\n'.repeat(100_000)}`, 0, 100_000],
    [
      'an open quotation mark before 40 000 rows',
      `title,author\n"a,b\n${'a""b,c\n'.repeat(40_000)}`,
      40_000,
      1,
    ],
    ['a million marks', `title,author\n${'"'.repeat(1_000_000)},b\n`, 1, 0],
    [
      'wide headings on many rows',
      `title,author${',a'.repeat(10_000)}\n${`b,c${',d'.repeat(10_000)}\n`.repeat(50)}`,
      50,
      0,
    ],
  ])('%s is read in time', (_case, text, read, refused) => {
    const start = process.cpuUsage();
    const { drafts, rejected } = readAll(csv, text);
    const { user, system } = process.cpuUsage(start);
    expect([drafts.length, rejected.length]).toEqual([read, refused]);
    expect(user + system).toBeLessThan(5_000_000);
  });
});

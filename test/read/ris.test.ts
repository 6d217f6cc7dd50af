import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ris } from '../../pipeline/read/ris.ts';
import { gather } from '../../pipeline/stages.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const sorin = `TY  - JOUR
AU  - Sorin, François
TI  - Déplier la question numérique dans le travail social
T2  - Le Sociographe
PY  - 2023/03/03/
IS  - 81
SP  - 13
EP  - 28
ER  - 
`;
const mazet = `TY  - BLOG
AU  - Mazet, Pierre
TI  - Vers l’État plateforme
T2  - La Vie des idées
DA  - 2019/04/02/
ER  - 
`;
const awkwardTitle =
  "Les pratiques – numériques – : entre « savoir-faire » & “devoir-faire”, d'ici là <b>A < B</b> 🌍 TY - ER";

readerContract(ris, {
  one: sorin,
  two: `${sorin}\n${mazet}`,
  broken: `${sorin}\n${mazet.replace('TY  - BLOG\n', '')}\n${mazet}`,
  awkward: sorin.replace(/^TI .*$/m, `TI  - ${awkwardTitle}`),
  awkwardTitle,
  others: [
    '@article{sorin2023, title = {Déplier la question numérique}, year = 2023}',
    '[{"type":"article-journal","title":"Déplier\\nTY  - JOUR\\n"}]',
    '<?xml version="1.0"?><dc><title>Déplier</title></dc>',
    'titre;auteur\nDéplier;Sorin\n',
    '<http://ex.org/a> <http://purl.org/dc/terms/title> "Déplier" .\n',
    '<!doctype html><title>Articles</title><pre>TY  - JOUR\n</pre>',
    'titles:\n  - { role: main, text: { value: Déplier } }\n',
    'Déplier la question\n\nPar François Sorin, le 3 mars 2023, dans “Le Sociographe”, 81, 13-28.\n',
    'PMID- 16060722\nOWN - NLM\nTI  - Why Most Published Research Findings Are False\n',
  ],
});

/** What a record of these lines becomes, a type and a title given. */
function draftOf(lines: string, type = 'JOUR') {
  const [piece] = ris.cut(`TY  - ${type}\nTI  - Vie sociale\n${lines}\nER  - \n`);
  if (!piece) throw new Error('nothing was cut');
  return ris.parse(piece, originAt(piece.line));
}

const titlesIn = (text: string) => readAll(ris, text).drafts.map(({ titles }) => titles?.[0]?.text.value);
const left = (lines: string, type?: string) =>
  Object.fromEntries((draftOf(lines, type).unmapped ?? []).map(({ path, value }) => [path, value]));

describe('the forms of a line', () => {
  test.each([
    ['two spaces', 'TY  - JOUR\nTI  - Essai\nER  - \n'],
    ['one space', 'TY - JOUR\nTI - Essai\nER - \n'],
    ['no space before the hyphen', 'TY- JOUR\nTI- Essai\nER-\n'],
    ['no space after it', 'TY  -JOUR\nTI  -Essai\nER  -\n'],
    ['a space too many', 'TY -  JOUR\nTI  -   Essai\nER  -\n'],
    ['lower case', 'ty  - JOUR\nti  - Essai\ner  - \n'],
    ['lower case, one space', 'ty - jour\nti - Essai\ner - \n'],
    ['a byte order mark', '\ufeffTY  - JOUR\nTI  - Essai\nER  - \n'],
    ['an indent', ' \ufeff\n  TY  - JOUR\n  TI  - Essai\n  ER  - \n'],
    ['lines of an old Macintosh', 'TY  - JOUR\rTI  - Essai\rER  - \r'],
    ['no end', 'TY  - JOUR\nTI  - Essai'],
    ['words after the end', 'TY  - JOUR\nTI  - Essai\nER  - x\n'],
    ['empty lines inside', 'TY  - JOUR\n\n\nTI  - Essai\n\nER  - \n'],
    ['words before the first record', 'Provider: OEB\n\nTY  - JOUR\nTI  - Essai\nER  - \n'],
  ])('reads a record with %s', (_form, text) => {
    expect(ris.sniff(text)).toBe(true);
    expect(titlesIn(text)).toEqual(['Essai']);
    expect(readAll(ris, text).rejected).toEqual([]);
  });

  test.each([
    ['a line without a tag', 'AB  - un\ndeux', 'un deux'],
    ['an indented one', 'AB  - un\n      deux', 'un deux'],
    ['an empty line, which parts paragraphs', 'AB  - un\n\ndeux', 'un\n\ndeux'],
    ['a line that only looks like a tag', 'AB  - un\nin - deux', 'un in - deux'],
    ['a value that begins on the next line', 'AB  -\nun', 'un'],
    ['nothing after the value', 'AB  - un\n\n', 'un'],
  ])('goes on with %s', (_case, lines, expected) => {
    expect(draftOf(lines).abstracts?.[0]?.value).toBe(expected);
  });

  test('ends a record whose end is missing where the next begins', () => {
    expect(titlesIn('TY  - JOUR\nTI  - Un\nTY  - BOOK\nTI  - Deux\nER  - \n')).toEqual(['Un', 'Deux']);
  });

  test('says that Refer, which EndNote and HAL export, is not RIS', () => {
    const refer = '%0 Journal Article\n%A Sorin, François\n%T Déplier la question numérique\n%D 2023\n';
    expect(ris.sniff(refer)).toBe(true);
    const { drafts, rejected } = readAll(ris, refer);
    expect(drafts).toEqual([]);
    expect(rejected[0]?.error.words.en).toContain('Refer');
    expect(rejected[0]?.error.words.fr).toContain('pas du RIS');
  });

  test('gives text between records as an aside, with its line', () => {
    const pieces = [...ris.cut(`Scopus\nEXPORT DATE: 1 April 2016\n\n${sorin}`)];
    expect(pieces.map(({ kind, line }) => [kind, line])).toEqual([
      ['aside', 1],
      ['record', 4],
    ]);
  });
});

describe('dates', () => {
  test.each([
    ['PY  - 2012///', '2012'],
    ['PY  - 2012', '2012'],
    ['PY  - 2016/12//', '2016-12'],
    ['Y1  - 2015/october', '2015-10'],
    ['PY  - 2019\nDA  - 2019/05/17', '2019-05-17'],
    ['Y1  - 2013/07/22\nPY  - 2013\nDA  - 2013/07/28', '2013-07-22'],
    ['PY  - 2016\nDA  - Jan', '2016-01'],
    ['PY  - 2016\nDA  - Mar 3', '2016-03-03'],
    ['PY  - 2016\nDA  - Jan-Feb', '2016-01/2016-02'],
    ['PY  - 2016///spring', '2016-21'],
    ['PY  - 1984 - 1985', '1984/1985'],
    ['PY  - 99\nPY  - 2001', '2001'],
  ])('D1 never invents precision: %j is %s', (lines, expected) => {
    expect(workOf(lines).dates).toEqual([{ event: 'published', value: expected }]);
  });

  test.each(['PY  - 99', 'PY  - YEAR/MONTH/DAY/', 'PY  - ///'])('D6 %j is no date, and is kept', (line) => {
    const { dates, unmapped } = workOf(line);
    expect(dates).toEqual([]);
    expect(unmapped.map(({ value }) => value)).toEqual([line.slice(6)]);
  });

  test('tells apart what happened to the work on each day', () => {
    const lines = 'PY  - 2013/04/18\nPY  - 2013/02/15/received\nPY  - 2013/03/14/accepted';
    expect(draftOf(lines).dates).toEqual([
      { event: 'published', words: '2013/04/18' },
      { event: 'submitted', words: '2013/02/15' },
      { event: 'accepted', words: '2013/03/14' },
    ]);
  });

  test('keeps another date under its own tag', () => {
    expect(left('Y1  - 2013/07/22\nDA  - 2013/07/28\nY2  - 2021/01/24')).toEqual({
      DA: '2013/07/28',
      Y2: '2021/01/24',
    });
  });
});

function workOf(lines: string) {
  const [piece] = ris.cut(`TY  - JOUR\nTI  - Vie sociale\n${lines}\nER  - \n`);
  if (!piece) throw new Error('nothing was cut');
  const gathered = gather(ris, piece, { source: { name: 'sample', system: 'ris' }, file: 'sample.ris' });
  if (gathered.kind !== 'work') throw new Error('no work');
  return gathered.record.thing;
}

describe('people', () => {
  test.each([
    ['JOUR', 'AU', ['author']],
    ['JOUR', 'A1', ['author']],
    ['CHAP', 'A2', ['editor']],
    ['CONF', 'A2', ['editor']],
    ['BOOK', 'A2', ['editor']],
    ['BOOK', 'A3', ['editor']],
    ['BOOK', 'A4', ['translator']],
    ['BOOK', 'ED', ['editor']],
    ['EDBOOK', 'AU', ['editor']],
    ['THES', 'A3', ['supervisor']],
    ['SLIDE', 'A2', ['contributor']],
    ['CONF', 'A4', ['contributor']],
    ['DATA', 'A4', ['contributor']],
    ['CHAP', 'A3', []],
    ['JOUR', 'TA', []],
  ])('in %s the list %s is of %j', (type, tag, expected) => {
    const draft = draftOf(`${tag}  - Sorin, François`, type);
    expect(draft.contributions?.map(({ role }) => role)).toEqual(expected);
    if (expected.length === 0)
      expect(draft.unmapped?.[0]).toMatchObject({ path: tag, value: 'Sorin, François' });
  });

  test.each([
    ['T2', 'A2'],
    ['T3', 'A3'],
  ])('of a book whose series stands in %s, %s edits the series', (title, tag) => {
    const draft = draftOf(`${title}  - Terrains anthropologiques\n${tag}  - Sorin, François`, 'BOOK');
    expect(draft.contributions).toEqual([]);
    expect(draft.container).toMatchObject({
      type: 'series',
      editors: [{ nameAsPrinted: 'Sorin, François' }],
    });
  });

  test.each([
    ['Toparlar,Y.', [{ nameAsPrinted: 'Toparlar,Y.' }]],
    ['King, Martin Luther, Jr.', [{ nameAsPrinted: 'King, Martin Luther, Jr.' }]],
    [
      'Ministère de la Culture, département des études',
      [{ nameAsPrinted: 'Ministère de la Culture, département des études' }],
    ],
    ['Terre et Humanisme', [{ nameAsPrinted: 'Terre et Humanisme' }]],
    // As EndNote writes organisations, and as we do.
    [
      'Savoirs Communs,',
      [{ kind: 'organisation', nameAsPrinted: 'Savoirs Communs', literal: 'Savoirs Communs' }],
    ],
    [
      'LabAccès,, équipe scientifique,',
      [
        {
          kind: 'organisation',
          nameAsPrinted: 'LabAccès, équipe scientifique',
          literal: 'LabAccès, équipe scientifique',
        },
      ],
    ],
    [
      'LabAccès\u201a équipe scientifique,',
      [
        {
          kind: 'organisation',
          nameAsPrinted: 'LabAccès, équipe scientifique',
          literal: 'LabAccès, équipe scientifique',
        },
      ],
    ],
    ['Sorin,', [{ nameAsPrinted: 'Sorin' }]],
    ['Sorin, François,', [{ nameAsPrinted: 'Sorin, François' }]],
    [
      'Sorin, François; Mazet, Pierre;',
      [{ nameAsPrinted: 'Sorin, François' }, { nameAsPrinted: 'Mazet, Pierre' }],
    ],
    ['Sorin, F. and Mazet, P.', [{ names: 'Sorin, F. and Mazet, P.' }]],
    ['Sorin, F. et al.', [{ names: 'Sorin, F. et al.' }]],
  ])('N1 a name on a line is one name: %s', (line, expected) => {
    const names = draftOf(`AU  - ${line}`).contributions;
    expect(names).toEqual(expected.map((name) => ({ role: 'author', ...name })));
  });
});

describe('what the work appeared in', () => {
  test.each([
    ['JOUR', 'T2  - Terminal', 'journal'],
    ['JOUR', 'JF  - Terminal', 'journal'],
    ['JOUR', 'JO  - Terminal', 'journal'],
    ['MGZN', 'T2  - Terminal', 'magazine'],
    ['NEWS', 'T2  - Terminal', 'newspaper'],
    ['CHAP', 'T2  - Terminal', 'book'],
    ['CHAP', 'BT  - Terminal', 'book'],
    ['CPAPER', 'T2  - Terminal', 'proceedings'],
    ['ELEC', 'T2  - Terminal', 'website'],
    ['BOOK', 'T2  - Terminal', 'series'],
    ['BOOK', 'T3  - Terminal', 'series'],
    ['THES', 'T3  - Terminal', 'series'],
    ['GEN', 'JO  - Terminal', 'journal'],
  ])('of %s, %s is a %s', (type, line, expected) => {
    expect(draftOf(line, type).container).toMatchObject({ type: expected, titles: [{ value: 'Terminal' }] });
  });

  test.each([
    ['THES', 'T2  - from city averaged temperatures to the energy demand of individual buildings'],
    ['GEN', 'T2  - Terminal'],
    ['PAT', 'T2  - Terminal'],
  ])('does not guess what the second title of %s is', (type, line) => {
    expect(draftOf(line, type).container).toBeUndefined();
    expect(left(line, type)).toEqual({ T2: line.slice(6) });
  });

  test('has the short title from JO when the whole one stands elsewhere', () => {
    expect(
      draftOf('JF  - Powder Technology\nJO  - Powder Technol.\nJA  - Powder Technol.').container,
    ).toMatchObject({
      titles: [{ value: 'Powder Technology' }],
      shortTitles: ['Powder Technol.'],
    });
  });

  test.each([
    ['JOUR', 'T2  - N\nSN  - 0032-5910', { issn: [{ value: '0032-5910' }] }],
    ['JOUR', 'T2  - N\nSN  - 2050084X', { issn: [{ value: '2050084X' }] }],
    [
      'JOUR',
      'T2  - N\nSN  - 0028-0836 (Print)\nSN  - 0028-0836; 1476-4687 (Electronic)',
      {
        issn: [
          { value: '0028-0836', medium: 'print' },
          { value: '1476-4687', medium: 'electronic' },
        ],
      },
    ],
    ['CHAP', 'T2  - N\nSN  - 978-1-4822-5326-9', { issn: [], isbn: ['978-1-4822-5326-9'] }],
  ])('I3 the numbers of %s %j', (type, lines, expected) => {
    expect(draftOf(lines, type).container).toMatchObject(expected);
  });

  test('I4 the ISBN of a book is its own', () => {
    const draft = draftOf('SN  - 90-5892-032-1', 'BOOK');
    expect(draft.identifiers).toEqual([{ scheme: 'isbn', value: '90-5892-032-1' }]);
    expect(draft.container).toBeUndefined();
  });

  test('keeps a number that is neither', () => expect(left('SN  - kmptns')).toEqual({ SN: 'kmptns' }));

  test.each([
    [
      'C3  - Actes\nT2  - Colloque\nC1  - Rennes',
      { titles: [{ value: 'Actes' }] },
      { name: { value: 'Colloque' }, place: 'Rennes' },
    ],
    ['T2  - Actes', { titles: [{ value: 'Actes' }] }, undefined],
    ['T2  - Colloque\nCY  - Rennes', {}, { name: { value: 'Colloque' }, place: 'Rennes' }],
    ['T2  - Actes\nPB  - Springer\nCY  - Cham', { titles: [{ value: 'Actes' }] }, undefined],
  ])('of a paper, %j', (lines, container, event) => {
    const draft = draftOf(lines, 'CONF');
    expect(draft.container ?? {}).toMatchObject(container);
    expect(draft.event).toEqual(event);
  });
});

describe('pages', () => {
  test.each([
    ['JOUR', 'SP  - 13\nEP  - 28', '13-28'],
    ['JOUR', 'SP  - 377\nEP  - 86', '377-86'],
    ['JOUR', 'SP  - 66-79', '66-79'],
    ['JOUR', 'SP  - 66-79\nEP  - 79', '66-79'],
    ['JOUR', 'EP  - 66-79\nSP  - 66', '66-79'],
    ['JOUR', 'SP  - e12\nEP  - e12', 'e12'],
    ['JOUR', 'SP  - 219840', '219840'],
    ['BOOK', 'SP  - 320', '320 p.'],
    ['CHAP', 'SP  - 320', '320'],
  ])('P1 of %s, %j are %s', (type, lines, expected) => {
    expect(draftOf(lines, type).position?.pages).toBe(expected);
  });

  test('P2 P3 leaves a double issue as it is', () => {
    expect(draftOf('VL  - 012\nIS  - 1-2').position).toMatchObject({ volume: '012', issue: '1-2' });
  });
});

describe('identifiers and links', () => {
  const doi = [{ scheme: 'doi', value: '10.1000/xyz' }];
  test.each([
    ['DO  - 10.1000/xyz', doi],
    ['M3  - 10.1000/xyz', doi],
    ['L3  - 10.1000/xyz', doi],
    ['UR  - https://doi.org/10.1000/xyz', [{ scheme: 'doi', value: 'https://doi.org/10.1000/xyz' }]],
    [
      'DO  - 10.1000/xyz\nM3  - doi: 10.1000/XYZ\nN1  - doi:10.1000/xyz\nUR  - http://dx.doi.org/10.1000/xyz',
      doi,
    ],
    ['AN  - 26957754\nDB  - PubMed', [{ scheme: 'pmid', value: '26957754' }]],
    ['AN  - 26957754\nDB  - ERIC', []],
    ['AN  - hal-01490598\nDB  - HAL', [{ scheme: 'hal', value: 'hal-01490598' }]],
    ['AN  - 2020REN20001\nDB  - theses.fr', [{ scheme: 'nnt', value: '2020REN20001' }]],
    ['AN  - WOS:000230610100015', [{ scheme: 'wos', value: 'WOS:000230610100015' }]],
    ['C2  - PMC1182327', [{ scheme: 'pmcid', value: 'PMC1182327' }]],
    ['U1  - 23690738[pmid]', [{ scheme: 'pmid', value: '23690738' }]],
  ])('I1 %j', (lines, expected) => {
    expect(draftOf(lines).identifiers).toEqual(expected);
  });

  test('another DOI than the work’s own is no identifier of it', () => {
    const draft = draftOf('DO  - 10.1000/xyz\nM3  - 10.1000/book\nUR  - https://doi.org/10.1000/book');
    expect(draft.identifiers).toEqual(doi);
    expect(draft.links).toEqual([{ role: 'landing', url: 'https://doi.org/10.1000/book' }]);
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'M3', value: '10.1000/book' }]);
  });

  test('parts the addresses of one line, and leaves files of somebody’s machine', () => {
    const draft = draftOf(
      'UR  - https://a.example/1; https://a.example/2\nhttps://a.example/3\nL1  - internal-pdf://x.pdf',
    );
    expect(draft.links?.map(({ url }) => url)).toEqual([1, 2, 3].map((n) => `https://a.example/${n}`));
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'L1', value: 'internal-pdf://x.pdf' }]);
  });
});

describe('the rest', () => {
  test('L1 keywords are never parted at commas', () => {
    const draft = draftOf(
      'KW  - inclusion (ville, campagne)\nKW  - numérique; travail social\nEndNote writes so',
    );
    expect(draft.subjects?.map(({ text }) => text.value)).toEqual([
      'inclusion (ville, campagne)',
      'numérique',
      'travail social',
      'EndNote writes so',
    ]);
  });

  test.each([
    ['INPR', '', 'inPress'],
    ['UNPB', '', 'preprint'],
    ['JOUR', '', undefined],
  ])('the status of %s', (type, lines, expected) => expect(draftOf(lines, type).status).toBe(expected));

  test('an abstract said twice is one, and another text in N2 is kept', () => {
    expect(draftOf('N2  - Un\nAB  - Un').abstracts).toEqual([{ value: 'Un' }]);
    expect(left('N2  - Deux\nAB  - Un')).toEqual({ N2: 'Deux' });
  });

  test('never takes the language of the text for that of its title or abstract', () => {
    const draft = draftOf('LA  - fre; eng\nAB  - An abstract');
    expect(draft.languages).toEqual(['fre', 'eng']);
    expect(draft.titles?.[0]?.text.lang ?? draft.abstracts?.[0]?.lang).toBeUndefined();
  });

  test('keeps every tag that it does not know, and the figures of Scopus', () => {
    expect(
      left('XX  - y\nN1  - Cited By :44\nAD  - Rennes\nAD  - Lyon\nET  - 2\nCN  - 3\nRP  - IN FILE'),
    ).toEqual({
      N1: 'Cited By :44',
      XX: 'y',
      AD: ['Rennes', 'Lyon'],
      ET: '2',
      CN: '3',
      RP: 'IN FILE',
    });
  });

  test.each([
    ['JOUR', 'Book review', { list: 'risKind', code: 'Book review' }, undefined],
    ['RPRT', 'Working Paper', { list: 'risKind', code: 'Working Paper' }, undefined],
    ['SLIDE', 'Poster', { list: 'risKind', code: 'Poster' }, undefined],
    // Of databases, an article that reviews others.
    ['JOUR', 'Review', { list: 'ris', code: 'JOUR' }, 'Review'],
    ['BOOK', 'Poster', { list: 'ris', code: 'BOOK' }, 'Poster'],
    ['THES', 'Thèse de doctorat', { list: 'ris', code: 'THES' }, 'Thèse de doctorat'],
  ])('of %s, M3 may say what it is: %s', (type, words, expected, kept) => {
    expect(draftOf(`M3  - ${words}`, type).type).toEqual(expected);
    expect(left(`M3  - ${words}`, type)).toEqual(kept === undefined ? {} : { M3: kept });
  });

  test('N5 an address is that of an only author, and kept of several', () => {
    expect(draftOf('AU  - Sorin, François\nAD  - CREM\nAD  - Askoria').contributions?.[0]).toMatchObject({
      affiliations: [{ nameAsPrinted: 'CREM' }, { nameAsPrinted: 'Askoria' }],
    });
    expect(left('AU  - Sorin, François\nAU  - Mazet, Pierre\nAD  - CREM')).toEqual({ AD: 'CREM' });
  });

  test('the volume of a chapter’s series is its number there', () => {
    expect(draftOf('T2  - Actes\nT3  - Terrains\nSV  - 4', 'CHAP').container?.series).toEqual({
      title: { value: 'Terrains' },
      number: '4',
    });
    expect(left('SV  - 4', 'BOOK')).toEqual({ SV: '4' });
  });

  test('keeps the words of a type that it does not know', () => {
    expect(draftOf('', 'Journ').type).toEqual({ list: 'ris', code: 'Journ' });
  });

  test('a reviewed item is what the work reviews', () => {
    expect(draftOf('RI  - Mauss, Essai sur le don').relations).toEqual([
      { type: 'reviews', target: { citation: 'Mauss, Essai sur le don' } },
    ]);
  });
});

describe('every field', () => {
  const text = readFileSync(new URL('samples/ris.ris', import.meta.url), 'utf8');

  test('finds its place', () => {
    const { drafts, rejected } = readAll(ris, text);
    expect(rejected).toEqual([]);
    expect(drafts).toEqual([
      {
        origin: originAt(1),
        type: { list: 'ris', code: 'JOUR' },
        titles: [
          { role: 'main', text: { value: 'Why Most Published Research Findings Are False' } },
          {
            role: 'translated',
            text: { value: 'Pourquoi la plupart des résultats de recherche publiés sont faux' },
          },
          { role: 'short', text: { value: 'Why Most Published Research Findings' } },
        ],
        abstracts: [
          {
            value:
              'There is increasing concern that most current published research findings are false.\n\n' +
              'The probability that a research claim is true may depend on study power and bias.',
          },
        ],
        contributions: [
          {
            role: 'author',
            nameAsPrinted: 'Ioannidis, John P. A.',
            affiliations: [
              {
                nameAsPrinted:
                  'Department of Hygiene and Epidemiology, University of Ioannina School of Medicine',
              },
            ],
          },
          { role: 'editor', nameAsPrinted: 'Barbour, Virginia' },
          { role: 'translator', nameAsPrinted: 'Ministère de la Culture, département des études' },
        ],
        dates: [
          { event: 'published', words: '2005/08/30/' },
          { event: 'accepted', words: '2005/08/01' },
        ],
        container: {
          type: 'journal',
          titles: [{ value: 'PLOS Medicine' }],
          shortTitles: ['PLoS Med'],
          issn: [{ value: '1549-1277', medium: 'print' }, { value: '1549-1676' }],
          isbn: [],
          series: { title: { value: 'Essays' } },
        },
        position: { volume: '2', issue: '8', pages: '696-701', articleNumber: 'e124' },
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
        languages: ['eng'],
        subjects: [{ text: { value: 'research design, statistics' } }, { text: { value: 'bias' } }],
        relations: [],
        notes: [{ value: 'Erratum in: PLoS Med. 2022.' }],
        unmapped: [{ source: 'sample', path: 'ID', value: '2037' }],
      },
    ]);
  });
});

describe('hostile input', () => {
  const quick = (text: string) => {
    const start = process.cpuUsage();
    const read = readAll(ris, text);
    const { user, system } = process.cpuUsage(start);
    expect(user + system).toBeLessThan(5_000_000);
    return read;
  };

  test.each([
    ['a line of 7 MB', `TY  - JOUR\nTI  - ${'a, and '.repeat(1_000_000)}\nER  - \n`, 1],
    ['a name of 7 MB', `TY  - JOUR\nAU  - ${'a, and '.repeat(1_000_000)}\nER  - \n`, 1],
    ['100 000 authors', `TY  - JOUR\nTI  - x\n${'AU  - Sorin, F.\n'.repeat(100_000)}ER  - \n`, 1],
    ['100 000 authors on a line', `TY  - JOUR\nTI  - x\nAU  - ${'Sorin, F.;'.repeat(100_000)}\nER  - \n`, 1],
    ['100 000 lines that go on', `TY  - JOUR\nTI  - x\nAB  - x\n${'y\n'.repeat(100_000)}ER  - \n`, 1],
    ['100 000 empty lines', `TY  - JOUR\nTI  - x\n${'\n'.repeat(100_000)}ER  - \n`, 1],
    ['100 000 records without an end', 'TY  - JOUR\nTI  - x\n'.repeat(100_000), 100_000],
    ['control characters', 'TY  - JOUR\nTI  - a\u0000b\u0007c\nER  - \n', 1],
  ])('%s is read in time', (_case, text, count) => expect(quick(text).drafts).toHaveLength(count));
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { citationOf } from '../../pipeline/read/citation.ts';
import { page } from '../../pipeline/read/page.ts';

const seed = readFileSync(new URL('../../data/articles.txt', import.meta.url), 'utf8');
const source = { name: 'articles', system: 'page' };
const records = (text: string) => [...page.cut(text)].filter(({ kind }) => kind === 'record');
const asides = (text: string) =>
  [...page.cut(text)].filter(({ kind }) => kind === 'aside').map((piece) => piece.text);
const drafts = (text: string) =>
  records(text).map((piece) =>
    page.parse(piece, { source, file: 'articles.txt', line: piece.line, language: 'fr' }),
  );

describe('LabAccès’s page', () => {
  test('is five notices, each with its place', () => {
    expect(
      drafts(seed).map(({ titles, origin }) => [
        origin.line,
        titles?.[0]?.text.value.replace(/[\u00a0\u202f]/g, ' '),
      ]),
    ).toEqual([
      [5, 'Motifs, registres et épreuves de l’accompagnement numérique dans le travail social'],
      [
        13,
        'Déplier la question numérique dans le travail social : Une approche écologique des dispositifs sociotechniques dans l’accompagnement éducatif et social',
      ],
      [
        19,
        'Répondre aux demandes d’aide numérique : troubles dans la professionnalité des travailleurs sociaux',
      ],
      [27, 'Vers l’État plateforme : la dématérialisation de la relation administrative'],
      [33, 'Les pratiques numériques des travailleurs sociaux : entre « savoir-faire » et « devoir-faire »'],
    ]);
  });

  test('keeps heading and introduction aside', () => {
    expect(asides(seed)).toEqual([expect.stringMatching(/^Articles\n\nCette section .* LabAccès\.$/)]);
  });

  test('keeps whole abstracts, both paragraphs where there are two', () => {
    const abstracts = drafts(seed).map(({ abstracts }) => abstracts?.[0]?.value ?? '');
    expect(abstracts.map((text) => text.split('\n\n').length)).toEqual([1, 1, 2, 1, 1]);
    expect(abstracts[2]).toMatch(/^Dominée par .*relation d’aide \?\n\nEn appui .*« auto mandat »\.$/s);
    expect(abstracts[0]?.endsWith('dans le cadre de la relation d’aide.')).toBe(true);
  });

  test('makes no address of a label', () => {
    for (const { links, identifiers } of drafts(seed))
      expect([...(links ?? []), ...(identifiers ?? [])]).toEqual([]);
    expect(drafts(seed).map(({ remarks }) => remarks?.map(({ values }) => values.words))).toEqual([
      ['[Disponible en ligne]'],
      [],
      [expect.stringContaining('(openedition.org)'), '[Disponible en ligne]'],
      [],
      ['[Disponible en ligne]'],
    ]);
  });

  test('says where each value stands', () => {
    const [first] = drafts(seed);
    expect(first?.evidence?.find(({ path }) => path === 'position.issue')).toEqual({
      path: 'position.issue',
      words: '1-2',
      rule: 'page-issue',
      confidence: 'inferred',
      line: 9,
      column: 61,
    });
  });
});

describe('a citation line', () => {
  test.each([
    [
      'Par François Sorin, juin 2023 dans Les Politiques Sociales, 1-2, 66-79.',
      {
        names: 'François Sorin',
        date: 'juin 2023',
        container: 'Les Politiques Sociales',
        issue: '1-2',
        pages: '66-79',
      },
    ],
    [
      'Par François Sorin, le 3 mars 2023, dans “Le Sociographe”, 81, 13-28.',
      {
        names: 'François Sorin',
        date: 'le 3 mars 2023',
        container: 'Le Sociographe',
        issue: '81',
        pages: '13-28',
      },
    ],
    [
      'Par Pierre Mazet et François Sorin, dans “terminal”, 128. Titre (openedition.org)',
      {
        names: 'Pierre Mazet et François Sorin',
        container: 'terminal',
        issue: '128',
        rest: ['Titre (openedition.org)'],
      },
    ],
    [
      'Par Pierre Mazet , le 2 avril 2019, dans La vie des idées.',
      { names: 'Pierre Mazet', date: 'le 2 avril 2019', container: 'La vie des idées' },
    ],
    [
      'Par François Sorin dans Vie sociale, 28, 33-49.',
      { names: 'François Sorin', container: 'Vie sociale', issue: '28', pages: '33-49' },
    ],
    [
      'Par François Sorin, dans « Vie sociale », n° 28, p. 33-49.',
      { names: 'François Sorin', container: 'Vie sociale', issue: 'n° 28', pages: 'p. 33-49' },
    ],
    [
      'Par Henri Hubert et Marcel Mauss, 1899, dans L’Année sociologique, vol. 2, 29-138',
      {
        names: 'Henri Hubert et Marcel Mauss',
        date: '1899',
        container: 'L’Année sociologique',
        volume: 'vol. 2',
        pages: '29-138',
      },
    ],
    [
      'By Pierre Mazet, 2 April 2019, in La vie des idées.',
      { names: 'Pierre Mazet', date: '2 April 2019', container: 'La vie des idées' },
    ],
    [
      'Par Pierre Mazet, dans Terminal, 128, https://doi.org/10.4000/terminal.6607',
      {
        names: 'Pierre Mazet',
        container: 'Terminal',
        issue: '128',
        address: 'https://doi.org/10.4000/terminal.6607',
      },
    ],
    [
      'Par Pierre Mazet, dans Terminal, vol. 3, n° 128, 2020, p. 1-9.',
      {
        names: 'Pierre Mazet',
        container: 'Terminal',
        volume: 'vol. 3',
        issue: 'n° 128',
        pages: 'p. 1-9',
        date: '2020',
      },
    ],
    [
      'juin 2023 dans Les Politiques Sociales, 1-2, 66-79.',
      { date: 'juin 2023', container: 'Les Politiques Sociales', issue: '1-2', pages: '66-79' },
    ],
  ])('%s', (line, expected) => {
    const { issueIsInferred: _, rest, ...spans } = citationOf(line);
    const found = Object.fromEntries(
      Object.entries(spans).flatMap(([key, span]) => (span ? [[key, span.text]] : [])),
    );
    expect({ ...found, ...(rest.length > 0 ? { rest: rest.map(({ text }) => text) } : {}) }).toEqual(
      expected,
    );
  });

  test('P2 leaves a small range alone open: 1-2 may be an issue or pages', () => {
    const { issue, pages, rest } = citationOf('Par François Sorin dans Vie sociale, 1-2.');
    expect([issue, pages, rest.map(({ text }) => text)]).toEqual([undefined, undefined, ['1-2']]);
  });
});

describe('variants of the page', () => {
  const notice =
    'Vers l’État plateforme\n\nNombreuses sont les démarches qui ont basculé. Cela entraîne une rupture d’égalité devant le service public.\n\nPar Pierre Mazet, le 2 avril 2019, dans La vie des idées.\n';

  test.each([
    ['Windows line ends', notice.replaceAll('\n', '\r\n')],
    ['no blank lines', notice.replaceAll('\n\n', '\n')],
    ['Markdown headings', `# Articles\n\n## ${notice}`],
    ['no line end at the end', notice.trimEnd()],
    ['a bullet before the citation', notice.replace('Par', '- Par')],
  ])('%s', (_, text) => {
    expect(
      drafts(text).map(({ titles, abstracts, contributions }) => [
        titles?.[0]?.text.value,
        abstracts?.[0]?.value.length,
        contributions?.[0]?.names,
      ]),
    ).toEqual([['Vers l’État plateforme', 108, 'Pierre Mazet']]);
  });

  test('a heading between notices is no title', () => {
    expect(drafts(`${notice}\nOuvrages\n\n${notice}`).map(({ titles }) => titles?.[0]?.text.value)).toEqual([
      'Vers l’État plateforme',
      'Vers l’État plateforme',
    ]);
  });

  test('a paragraph that begins with Par is not a citation', () => {
    const text = notice.replace('Nombreuses', 'Par ailleurs, dans ce cadre, nombreuses');
    expect(drafts(text)).toHaveLength(1);
  });

  test('a notice whose citation is missing is rejected alone, and does not swallow the next', () => {
    const text = `${notice}\nUn autre titre de quatre mots\n\nUn résumé de deux phrases. Il est assez long pour être un résumé et il finit par un point final ici.\n\n${notice}`;
    const [first, broken, last] = records(text);
    expect(() =>
      page.parse(broken ?? { text: '', line: 1, kind: 'record' }, { source, file: 'a.txt', line: 1 }),
    ).toThrow('no line “Par … dans …”');
    expect([first, last].map((piece) => piece?.text.split('\n')[0])).toEqual([
      'Vers l’État plateforme',
      'Vers l’État plateforme',
    ]);
  });

  test('a notice without a title is rejected alone', () => {
    const text = `Par Pierre Mazet, 2019, dans La vie des idées.\n\n${notice}`;
    const [broken] = records(text);
    expect(() =>
      page.parse(broken ?? { text: '', line: 1, kind: 'record' }, { source, file: 'a.txt', line: 1 }),
    ).toThrow('no title');
    expect(records(text)).toHaveLength(2);
  });

  test('fifty megabytes on one line end in no notice, quickly', () => {
    const started = process.cpuUsage().user;
    expect(records('Par '.repeat(12_500_000))).toEqual([]);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(10);
  });
});

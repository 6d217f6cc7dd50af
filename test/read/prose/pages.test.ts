import { describe, expect, test } from 'vitest';
import { readersOf } from '../../../pipeline/read/index.ts';
import { page } from '../../../pipeline/read/page.ts';
import { reference } from '../../../pipeline/read/reference.ts';
import { readAll } from '../contract.ts';

const read = (text: string) => readAll(page, text);
const seen = (text: string) =>
  read(text).drafts.map(({ titles, contributions, dates, type, container }) => [
    titles?.[0]?.text.value,
    contributions?.map(({ nameAsPrinted, names }) => nameAsPrinted ?? names).join(' ; '),
    dates?.[0]?.words,
    type?.code,
    container?.titles?.[0]?.value,
  ]);
const asides = (text: string) =>
  [...page.cut(text)].filter(({ kind }) => kind === 'aside').map((piece) => piece.text);

const html = (body: string) =>
  `<!doctype html><html><head><title>Publications</title></head><body>${body}</body></html>`;

describe('a page in HTML', () => {
  test('has a notice an item, and the heading gives its year and kind', () => {
    const text = html(
      '<h2>Chapitres</h2><h3>2019</h3><ul><li>Camille Perrin, « La pêche », <em>Les rivières</em>, Lyon, PUL, p. 3-12.</li></ul>',
    );
    expect(seen(text)).toEqual([['La pêche', 'Camille Perrin', '2019', 'chapter', 'Les rivières']]);
  });

  test('keeps scripts, styles, menus and hidden text out of every notice', () => {
    const text = html(
      '<script>var x = "Jean Faux, « Un faux », Revue, 2020, p. 1-2."</script><style>.a{}</style><nav>Accueil Publications</nav>' +
        '<p style="display:none">Jean Faux, « Un faux », Revue, n° 1, 2020, p. 1-2.</p>' +
        '<p>Camille Perrin, « La crue », <i>Géocarrefour</i>, n° 96, 2021.</p><footer>© 2026</footer>',
    );
    expect(seen(text)).toEqual([['La crue', 'Camille Perrin', '2021', 'article', 'Géocarrefour']]);
    expect(asides(text)).toEqual([
      'Accueil Publications',
      'Jean Faux, « Un faux », Revue, n° 1, 2020, p. 1-2.',
      '© 2026',
    ]);
  });

  test('reads a table row by row', () => {
    const text = html(
      '<table><tr><td>2021</td><td>Camille Perrin, « La crue », <i>Géocarrefour</i>, n° 96.</td></tr></table>',
    );
    expect(seen(text)).toEqual([['La crue', 'Camille Perrin', '2021', 'article', 'Géocarrefour']]);
  });

  test('reads a card: heading, names, journal', () => {
    const text = html(
      '<article><h3>Habiter la rivière en ville</h3><p>Camille Perrin, Marc Leroy. <em>Géocarrefour</em>, 96(2), 2021.</p></article>',
    );
    expect(seen(text)).toEqual([
      ['Habiter la rivière en ville', 'Camille Perrin ; Marc Leroy', '2021', 'article', 'Géocarrefour'],
    ]);
  });

  test('reads the LabAccès form with the address behind its label', () => {
    const text = html(
      '<h1>Articles</h1><p>Vers l’État plateforme</p><p>Un résumé de deux phrases. La seconde dit pourquoi il en fallait une seconde, et rien de plus.</p><p>Par Pierre Mazet, le 2 avril 2019, dans La vie des idées.<br><a href="https://example.org/etat">[Disponible en ligne]</a></p>',
    );
    const [draft] = read(text).drafts;
    expect(draft?.titles?.[0]?.text.value).toBe('Vers l’État plateforme');
    expect(draft?.links).toEqual([{ role: 'landing', url: 'https://example.org/etat' }]);
  });

  test('gives a book its own ISBN, and a chapter that of its book', () => {
    const text = html(
      '<ul><li>Camille Perrin, <i>La crue</i>, Lyon, PUL, 2020, ISBN 978-2-1234-5680-3.</li>' +
        '<li>Camille Perrin, « La pêche », in Marc Leroy (dir.), <i>Les rivières</i>, Lyon, PUL, 2020, p. 3-12, ISBN 978-2-1234-5680-3.</li></ul>',
    );
    const [book, chapter] = read(text).drafts;
    expect(book?.identifiers).toEqual([{ scheme: 'isbn', value: '978-2-1234-5680-3' }]);
    expect(chapter?.identifiers).toEqual([]);
    expect(chapter?.container?.isbn).toEqual(['978-2-1234-5680-3']);
  });

  test('names small capitals and family names as printed', () => {
    const text = html(
      '<p><span style="font-variant: small-caps">Perrin</span> Camille, <span style="font-variant: small-caps">Leroy</span> Marc, « La crue », <i>Géocarrefour</i>, n° 96, 2021.</p>',
    );
    expect(read(text).drafts[0]?.contributions?.map(({ family, given }) => [family, given])).toEqual([
      ['Perrin', 'Camille'],
      ['Leroy', 'Marc'],
    ]);
  });
});

describe('a page in Markdown', () => {
  const notice =
    '* Perrin C. (2021), ["La crue en ville"](https://example.org/1), _Géocarrefour_, n° 96, pp. 1-9.\n';

  test('takes abstracts in two languages after the notice', () => {
    const text = `## Publications\n${notice}\n_**Abstract.**_ This article looks at floods. It is long enough to be one.\n\n_**Résumé**_ Cet article regarde les crues. Il est assez long pour en être un.\n`;
    expect(read(text).drafts[0]?.abstracts).toEqual([
      { value: 'This article looks at floods. It is long enough to be one.', lang: 'en' },
      { value: 'Cet article regarde les crues. Il est assez long pour en être un.', lang: 'fr' },
    ]);
  });

  test('reads the same next month: one notice more changes no other', () => {
    const other = '* Leroy M. (2022), "La digue", _Géocarrefour_, n° 97.\n';
    const [first] = read(notice).drafts;
    const [, second] = read(other + notice).drafts;
    expect({ ...second, origin: undefined, evidence: undefined }).toEqual({
      ...first,
      origin: undefined,
      evidence: undefined,
    });
  });

  test('says where each value stands in the file', () => {
    const [draft] = read(`# Publications\n\n${notice}`).drafts;
    const container = draft?.evidence?.find(({ path }) => path === 'container');
    expect([container?.line, container?.column, container?.rule]).toEqual([3, 67, 'container-italic']);
  });
});

describe('other pages', () => {
  test('a page in English and one in Spanish', () => {
    expect(
      seen(
        '# Publications\n\n- Smith, J., & Jones, A. (2020). Rivers of the city. *Water Research*, 12(3), 45–67.\n',
      ),
    ).toEqual([['Rivers of the city', 'Smith, J. ; Jones, A.', '2020', 'article', 'Water Research']]);
    expect(
      seen(
        '# Publicaciones\n\n- García López, M. (2019). La pesca en la ciudad. *Revista de Estudios Urbanos*, 12(3), 45-67.\n',
      ),
    ).toEqual([
      ['La pesca en la ciudad', 'García López, M.', '2019', 'article', 'Revista de Estudios Urbanos'],
    ]);
  });

  test.each([
    'Le laboratoire réunit vingt personnes. Il a été fondé en 2010 à Lyon, rue de la République, et publie beaucoup.\n',
    '# Contact\n\nCamille Perrin, directrice, 12 rue de la Pêche, 69001 Lyon. Tél. 04 72 00 00 00.\n',
    '# Agenda\n\n- Mardi 3 juin 2023 : réunion de rentrée, salle 12.\n- Jeudi 5 juin 2023 : visite.\n',
    '# Équipe\n\n- Camille Perrin, professeure\n- Marc Leroy, doctorant\n',
  ])('a page without notices gives no work: %j', (text) => {
    expect(read(text).drafts).toEqual([]);
  });

  test('a page is known as such, and a bibliography as another thing', () => {
    const line = 'Perrin, C., & Leroy, M. (2021). Habiter la rivière. Géocarrefour, 96(2), 45–67.\n';
    expect(readersOf(line + line, 'refs.txt').map(({ name }) => name)).toEqual(['reference']);
    expect(readersOf(`# Publications\n\n- ${line}`, 'page.md').map(({ name }) => name)).toEqual(['page']);
    expect(readersOf(html(`<ul><li>${line}</li></ul>`), 'page.html').map(({ name }) => name)).toEqual([
      'page',
    ]);
  });

  test('twenty megabytes of prose end in bounded time', () => {
    const started = process.cpuUsage().user;
    const text = 'Une phrase assez longue pour être de la prose, et qui ne dit rien de personne. '.repeat(
      250_000,
    );
    expect(text.length).toBeGreaterThan(19_000_000);
    expect(read(text).drafts).toEqual([]);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(20);
  });

  test('four times as many notices take about four times as long', () => {
    const notice = (index: number) =>
      [
        `- PERRIN Camille (2021), « Habiter la rivière ${index} », *Géocarrefour*, n° 96, pp. 33-49.`,
        `- Perrin, C. & Leroy, M. (2020). La crue ${index} : usages. *Water*, 12(2), 45–52. https://doi.org/10.5555/w.${index}`,
        `- Perrin C., 2019, « La pêche ${index} », in Leroy M. (dir.), *Les rivières*, Lyon, PUL, p. 15-34.`,
        `- Perrin C., Leroy M., 2018. Vivre au bord ${index} : une enquête. Géocarrefour 96, 45-67.`,
      ][index % 4];
    const seconds = (count: number) => {
      const text = `# Publications\n\n${Array.from({ length: count }, (_, index) => notice(index)).join('\n\n')}\n`;
      const started = process.cpuUsage().user;
      expect(read(text).drafts.length).toBe(count);
      return (process.cpuUsage().user - started) / 1e6;
    };
    // The first pages also compile the rules.
    seconds(500);
    const few = seconds(500);
    expect(seconds(2000) / few).toBeLessThan(8);
  });

  test('marks that never close and deep brackets end quickly', () => {
    const started = process.cpuUsage().user;
    for (const text of [
      '_a'.repeat(3000),
      '[('.repeat(3000),
      '« '.repeat(3000),
      'A. '.repeat(2600),
      `${'A B, '.repeat(1500)}`,
      '(a '.repeat(2600),
    ])
      expect(read(`Camille Perrin, ${text}`).drafts.length).toBeLessThan(2);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(20);
  });
});

describe('lines without an empty one between', () => {
  test.each([
    [
      'that begin with a quoted title',
      '« La crue », Géocarrefour, vol. 96, n° 2, 2021, p. 3-12.\n« La pêche », Les rivières, n° 4, 2019, p. 5-9.\n',
      ['La crue', 'La pêche'],
    ],
    [
      'that are dated and end, each',
      'Camille Perrin, La crue, Paris, Gallimard, 1971, 240 p.\nCamille Perrin, La pêche, Paris, Gallimard, 1975, 220 p.\n',
      ['La crue', 'La pêche'],
    ],
  ])('are a notice each: %s', (_, text, titles) =>
    expect(seen(`# Publications\n\n${text}`).map(([title]) => title)).toEqual(titles),
  );

  test('may be an abstract below a notice', () => {
    const notice = '• Camille Perrin, « La crue », Géocarrefour, n° 96, 2021, p. 3-12.\n';
    const abstract = `Ce que l’eau fait aux villes. ${'Et ce que les villes en disent. '.repeat(12)}`.trim();
    const [draft, ...others] = read(`Publications\n\n${notice}   Résumé : ${abstract}\n`).drafts;
    expect(others).toEqual([]);
    expect(draft?.titles?.[0]?.text.value).toBe('La crue');
    expect(draft?.abstracts?.map(({ value }) => value)).toEqual([abstract]);
  });
});

describe('the page of one who names himself nowhere', () => {
  test('gives the others as authors, and says that the list is incomplete', () => {
    const text =
      '# Publications\n\n(avec Marc Leroy) « La crue », Géocarrefour, vol. 96, n° 2, 2021, p. 3-12.\n';
    const [draft] = read(text).drafts;
    expect(draft?.contributions?.map(({ nameAsPrinted }) => nameAsPrinted)).toEqual(['Marc Leroy']);
    expect(draft?.remarks?.map(({ rule, values }) => [rule, values.value])).toEqual([
      ['creators-incomplete', '(avec Marc Leroy)'],
    ]);
  });

  test('has books without marks, with their place, publisher and year', () => {
    const text = '# Ouvrages\n\nLa crue en ville, Paris, Gallimard, 1971.\n';
    expect(seen(text)).toEqual([['La crue en ville', '', '1971', 'book', undefined]]);
  });
});

describe('a record a row or a card', () => {
  const shown = (text: string) =>
    read(text).drafts.map(({ titles, contributions, dates, container, identifiers, links }) => [
      titles?.[0]?.text.value,
      contributions?.map(({ nameAsPrinted, names }) => nameAsPrinted ?? names).join(' ; '),
      dates?.[0]?.words,
      container?.titles?.[0]?.value,
      [...(identifiers ?? []).map(({ value }) => value), ...(links ?? []).map(({ url }) => url)].join(' '),
    ]);

  test('reads a table in HTML whose headings name fields, empty cells and all', () => {
    const text = html(
      '<table><thead><tr><th>Année</th><th>Auteurs</th><th>Titre</th><th>Revue</th><th>DOI</th></tr></thead><tbody>' +
        '<tr><td>2021</td><td>C. Perrin</td><td><a href="https://example.org/1">La crue</a></td><td><i>Géocarrefour</i></td><td>10.5555/geo.1</td></tr>' +
        '<tr><td>2020</td><td>M. Leroy</td><td>La pêche : une méthode</td><td></td><td></td></tr></tbody></table>',
    );
    expect(shown(text)).toEqual([
      ['La crue', 'C. Perrin', '2021', 'Géocarrefour', '10.5555/geo.1 https://example.org/1'],
      ['La pêche : une méthode', 'M. Leroy', '2020', undefined, ''],
    ]);
  });

  test('reads such a table in Markdown, and the heading above gives the year', () => {
    const text =
      '# Publications\n\n## 2021\n\n| Auteurs | Titre | Revue |\n|---|---|---|\n| C. Perrin | La crue | *Géocarrefour* |\n';
    expect(shown(text)).toEqual([['La crue', 'C. Perrin', '2021', 'Géocarrefour', '']]);
  });

  test('reads the front matter of a card', () => {
    const text =
      '---\ntitle: "River fishing: a survey"\nauthors:\n  - Clara Perrin\n  - Marc Leroy\ndate: 2021-05-04\npublication: "*Water Research*, 14(2)"\ndoi: 10.5555/wr.14\n---\n\nWe look at anglers.\n';
    const [draft] = read(text).drafts;
    expect(shown(text)).toEqual([
      [
        'River fishing: a survey',
        'Clara Perrin ; Marc Leroy',
        '2021-05-04',
        'Water Research',
        '10.5555/wr.14',
      ],
    ]);
    expect([draft?.position?.volume, draft?.position?.issue]).toEqual(['14', '2']);
    expect(page.sniff(text)).toBe(true);
  });

  test('makes no work of the front matter of a page', () => {
    const text =
      '---\ntitle: Publications\nauthor: Clara Perrin\ndate: 2021-05-04\n---\n\n- Perrin, C. (2020). La crue en ville. *Géocarrefour*, 12(3), 45–67.\n';
    expect(shown(text).map(([title]) => title)).toEqual(['La crue en ville']);
  });
});

describe('form feeds, as texts made of PDF have them', () => {
  test.each([
    [
      'below a title and an abstract',
      'Vers l’État plateforme\n\nUn résumé de deux phrases. La seconde dit pourquoi il en fallait une.\f\n\nPar Pierre Mazet, juin 2019, dans Vie sociale, 28, 33-49.\n',
      'Vers l’État plateforme',
    ],
    ['in an item', '- Camille Perrin, « La crue »,\f Géocarrefour, n° 96, 2021, p. 3-12.\n', 'La crue'],
  ])('are white space: %s', (_, text, title) =>
    expect(seen(`# Articles\n\n${text}`).map(([main]) => main)).toEqual([title]),
  );

  test('are white space in a bibliography', () => {
    const text = 'Perrin, C. (2021). La crue.\f Géocarrefour, 96(2), 3-12.\n';
    const titles = readAll(reference, text).drafts.map((draft) => draft.titles?.[0]?.text.value);
    expect(titles).toEqual(['La crue']);
  });
});

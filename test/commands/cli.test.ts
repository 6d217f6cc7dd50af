import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../pipeline/commands/context.ts';
import { commands } from '../../pipeline/commands/index.ts';
import { fileOf, folderOf, labFolder, magie, moisson, sacrifice } from './moisson.ts';

describe('a call', () => {
  test.each(commands.map(({ usage, example }) => [usage.split(' ')[0] ?? '', example]))(
    '%s --help shows an example',
    async (command, example) => {
      const { code, out } = await moisson([command, '--help']);
      expect([code, out.includes(example)]).toEqual([0, true]);
    },
  );

  test.each([
    ['an unknown option', ['build', '--ouput', 'x'], /unknown option '--ouput'/],
    ['an unknown command', ['bulid'], /unknown command 'bulid'[\s\S]*build/],
    [
      'an unknown output format',
      ['convert', 'x.txt', '--to', 'turle'],
      /unknown format “turle”; did you mean “turtle”\?/,
    ],
    ['no output format', ['convert', 'x.txt'], /--to is missing/],
    [
      'a base without scheme',
      ['convert', 'x.txt', '--to', 'nt', '--base', 'www.labacces.fr/id/'],
      /expected an absolute IRI that ends with “\/”/,
    ],
    [
      'a base without slash',
      ['convert', 'x.txt', '--to', 'nt', '--base', 'https://www.labacces.fr/id'],
      /expected an absolute IRI that ends with “\/”/,
    ],
    ['a form that check has not', ['check', '--format', 'xml'], /Allowed choices are text, json/],
    ['a language that is not spoken', ['formats', '--lang', 'de'], /Allowed choices are fr, en/],
  ])('with %s exits with 2 and says what was expected', async (_, argv, message) => {
    const { code, out, err } = await moisson(argv);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });

  test.each([
    [['build', '--ouput', 'x'], 'moisson : option inconnue « --ouput »\n(vouliez-vous --out ?)\n'],
    [['bulid'], 'moisson : commande inconnue « bulid »\n(vouliez-vous build ?)\n'],
    [
      ['check', '--format', 'xml'],
      'moisson : option « --format <format> » : « xml » n’est pas permis ; choix permis : text, json, html\n',
    ],
    [['harvest'], 'moisson : il manque l’argument « address »\n'],
    [['formats', 'x'], 'moisson : trop d’arguments\n'],
  ])('%j is refused in French', async (argv, words) => {
    expect(await moisson(argv, { LANG: 'fr_FR.UTF-8' })).toEqual({ code: 2, out: '', err: words });
  });

  test('help is French too', async () => {
    const { out } = await moisson(['build', '--help'], { LANG: 'fr_FR.UTF-8' });
    expect(out).toMatch(
      /^Utilisation : moisson build[\s\S]*Options :[\s\S]*montre cette aide[\s\S]*Exemple :/,
    );
    expect(out).not.toMatch(/display|Usage:|default:/);
  });

  test('without a word shows the commands', async () => {
    const { err } = await moisson([]);
    for (const { usage } of commands) expect(err).toContain(usage.split(' ')[0]);
  });

  test.each([
    [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
    [{ LANG: 'C', LC_ALL: 'fr_CA' }, 'fr'],
    [{ LC_MESSAGES: 'fr_FR', LANG: 'en_US' }, 'fr'],
    [{ LANG: 'C' }, 'en'],
    [{}, 'en'],
  ])('in the environment %o speaks %s', (environment, language) =>
    expect(languageOf(environment)).toBe(language),
  );

  test('--lang wins over the environment, before the command or after it', async () => {
    expect((await moisson(['formats', '--lang', 'fr'])).out).toContain('écrit');
    expect((await moisson(['--lang', 'fr', 'formats'])).out).toContain('écrit');
    expect((await moisson(['formats'], { LANG: 'fr_FR' })).out).toContain('écrit');
  });
});

describe('check', () => {
  test('shows what a source says that has no place in the record', async () => {
    const ris = 'TY  - JOUR\nTI  - Essai sur le don\nAU  - Mauss, Marcel\nRP  - NOT IN FILE\nER  - \n';
    const path = join(folderOf({ 'don.ris': ris }), 'don.ris');
    const { out, err } = await moisson(['check', path]);
    expect(out).toContain('kept as found, no place in the record: RP = NOT IN FILE');
    expect(err).toContain('1 values kept as found');
    const json = await moisson(['check', path, '--format', 'json']);
    expect(JSON.parse(json.out).leftovers).toMatchObject([{ path: 'RP', value: 'NOT IN FILE' }]);
  });
});

describe('check --explain', () => {
  const page = () =>
    join(
      folderOf({
        'page.md':
          '# Publications\n\n- Perrin C. (2021), "La crue en ville", _Géocarrefour_, n° 96, pp. 1-9.\n',
      }),
      'page.md',
    );

  test('shows the words and the rule of each value', async () => {
    const { out } = await moisson(['check', page(), '--explain']);
    expect(out).toContain('titles.main            La crue en ville  [title-quoted, stated, 3:22]');
    expect(out).not.toContain('\u001b');
  });

  test('marks the parts on a page', async () => {
    const { out } = await moisson(['check', page(), '--explain', '--format', 'html']);
    expect(out).toContain(
      '<mark class="container" title="container: container-italic, stated">Géocarrefour</mark>',
    );
    expect((await moisson(['check', page(), '--format', 'html'])).code).toBe(2);
  });
});

describe('the page next month', () => {
  test('keeps the IRI of a work whose title was mended, and changes no other', async () => {
    const lab =
      'name: L\nbase: https://example.org/id/\nlanguage: fr\nlicence: https://creativecommons.org/publicdomain/zero/1.0/\nsources:\n  - { name: page, file: page.md }\n';
    const text = (title: string) =>
      `# Publications\n\n- Camille Perrin, « ${title} », _Géocarrefour_, n° 96, 2021. DOI : 10.5555/geo.18234\n- Marc Leroy, « La digue de sable », _Géocarrefour_, n° 97, 2022.\n`;
    const folder = folderOf({ 'data/lab.yaml': lab, 'data/page.md': text('La crue en vile') });
    const ids = () => readFileSync(join(folder, 'data/register.tsv'), 'utf8').match(/work\/[\w-]+/g);
    await moisson(['build', folder]);
    const before = ids();
    writeFileSync(join(folder, 'data/page.md'), text('La crue en ville'));
    await moisson(['build', folder]);
    expect(new Set(ids())).toEqual(new Set(before));
    expect(new Set(before).size).toBe(2);
  });
});

describe('convert', () => {
  test('leaves an older output alone when no input can be had', async () => {
    const folder = folderOf({ 'old.nt': 'kept\n', 'unknown.bin': 'zzz' });
    for (const input of ['missing.txt', 'unknown.bin']) {
      const { code } = await moisson(['convert', join(folder, input), '-o', join(folder, 'old.nt')]);
      expect([code, readFileSync(join(folder, 'old.nt'), 'utf8')]).toEqual([expect.any(Number), 'kept\n']);
      expect(code).toBeGreaterThan(1);
    }
  });

  const page = () => join(folderOf({ 'articles.txt': `${sacrifice}\n${magie}` }), 'articles.txt');

  test('writes data to standard output and talk to standard error', async () => {
    const { code, out, err } = await moisson([
      'convert',
      page(),
      '--to',
      'nt',
      '--base',
      'https://data.example.org/id/',
    ]);
    expect(code).toBe(0);
    expect(
      out
        .split('\n')
        .slice(0, -1)
        .every((line) => /^<.* \.$/.test(line)),
    ).toBe(true);
    expect(err).toBe(
      '2 values that this format cannot carry: citation as found (2)\n' +
        '2 works, 0 records rejected; 2 warnings, 6 hints\n',
    );
  });

  test('finds the format by the name of the output file', async () => {
    const folder = folderOf({ 'articles.txt': sacrifice });
    const { code, out } = await moisson([
      'convert',
      join(folder, 'articles.txt'),
      '-o',
      join(folder, 'a.ttl'),
      '--base',
      'https://data.example.org/id/',
    ]);
    expect([code, out]).toEqual([0, '']);
    expect(fileOf(folder, 'a.ttl')).toContain(
      'dcterms:title "Essai sur la nature et la fonction du sacrifice"',
    );
  });

  test('says that a base of its own was put in', async () => {
    expect((await moisson(['convert', page(), '--to', 'turtle'])).err).toContain('https://example.org/id/');
    expect((await moisson(['convert', page(), '--to', 'ndjson'])).err).not.toContain('example.org');
  });

  test('--language gives the texts their language, and nothing else does', async () => {
    const argv = ['convert', page(), '--to', 'nt', '--base', 'https://data.example.org/id/'];
    expect((await moisson([...argv, '--language', 'fr'])).out).toContain('du sacrifice"@fr');
    expect((await moisson(argv)).out).toContain('du sacrifice" .');
  });

  test('what ndjson wrote is read back, and written the same', async () => {
    const first = (await moisson(['convert', page(), '--to', 'ndjson', '--language', 'fr'])).out;
    const folder = folderOf({ 'works.ndjson': first });
    const { code, out } = await moisson(['convert', join(folder, 'works.ndjson'), '--to', 'ndjson']);
    expect(code).toBe(0);
    expect(out).toBe(first);
  });

  test('a missing file does not stop the others', async () => {
    const { code, out, err } = await moisson(['convert', 'absent.txt', page(), '--to', 'ndjson']);
    expect(code).toBe(3);
    expect(err).toContain('absent.txt: no such file');
    expect(out.split('\n').filter(Boolean)).toHaveLength(2);
  });

  test('a broken record is rejected with its line, and the others are written', async () => {
    const folder = folderOf({
      'works.ndjson':
        '{"type":"article","titles":[{"role":"main","text":{"value":"A"}}]}\n{"type":"artcle"}\n{"type":"book","titles":[{"role":"main","text":{"value":"B"}}]}\n',
    });
    const { code, out, err } = await moisson(['convert', join(folder, 'works.ndjson'), '--to', 'ndjson']);
    expect(code).toBe(1);
    expect(err).toMatch(/works\.ndjson:2: record rejected: .*artcle.*article/);
    expect(out.split('\n').filter(Boolean)).toHaveLength(2);
  });

  test('an output that cannot be written', async () => {
    const { code, err } = await moisson(['convert', page(), '--to', 'nt', '-o', '/nowhere/at/all.nt']);
    expect([code, err]).toEqual([3, expect.stringContaining('cannot be written (ENOENT)')]);
  });

  test.each([['-o'], ['--rejects']])('%s never writes over an input, by whatever path', async (option) => {
    const folder = folderOf({ 'articles.txt': sacrifice });
    const path = join(folder, 'articles.txt');
    const other = join(folder, 'again.txt');
    symlinkSync(path, other);
    for (const written of [path, other]) {
      const { code, err } = await moisson([
        'convert',
        path,
        '--to',
        'ndjson',
        '-o',
        join(folder, 'out'),
        option,
        written,
      ]);
      expect([code, err]).toEqual([2, expect.stringContaining('is an input too')]);
    }
    expect(fileOf(folder, 'articles.txt')).toBe(sacrifice);
  });

  test('an unknown input format names the near one', async () => {
    const { code, err } = await moisson(['convert', page(), '--from', 'pages', '--to', 'nt']);
    expect([code, err]).toEqual([2, expect.stringContaining('did you mean “page”?')]);
  });
});

describe('check', () => {
  test('says what is missing in files, with place and rule', async () => {
    const folder = folderOf({ 'articles.txt': sacrifice });
    const { code, out, err } = await moisson(['check', join(folder, 'articles.txt')]);
    expect(code).toBe(0);
    expect(out).toMatch(/articles\.txt:1: hint: no DOI \[doi-missing\]/);
    expect(err).toContain('1 works, 0 records rejected');
  });

  test('of a lab’s folder writes nothing', async () => {
    const folder = labFolder();
    const { code, out } = await moisson(['check', folder], { LANG: 'fr_FR.UTF-8' });
    expect(code).toBe(0);
    expect(out).toContain('aucun DOI');
    expect([existsSync(join(folder, 'out')), existsSync(join(folder, 'data/register.tsv'))]).toEqual([
      false,
      false,
    ]);
  });

  test('as JSON is for programs', async () => {
    const { out } = await moisson(['check', labFolder(), '--format', 'json']);
    const report = JSON.parse(out) as {
      works: number;
      findings: { rule: string; line: number; message: { fr: string } }[];
    };
    expect(report.works).toBe(2);
    expect(report.findings.find(({ rule }) => rule === 'doi-missing')).toMatchObject({
      line: 3,
      message: { fr: 'aucun DOI' },
    });
  });

  test('exits with 1 when a record is rejected', async () => {
    const folder = folderOf({
      'articles.txt': `Par Marcel Mauss, 1925, dans L’Année sociologique, 1, 30-186.\n\n${magie}`,
    });
    for (const format of ['text', 'json']) {
      expect((await moisson(['check', join(folder, 'articles.txt'), '--format', format])).code).toBe(1);
    }
  });

  test('of a missing file exits with 3', async () => {
    expect((await moisson(['check', 'absent.txt'])).code).toBe(3);
  });
});

describe('query', () => {
  const built = async () => {
    const folder = labFolder();
    await moisson(['build', folder]);
    return folder;
  };
  const names = 'SELECT ?n { ?p foaf:familyName ?n } ORDER BY ?n';

  test('asks files, a folder for its dump, gzip too', async () => {
    const folder = await built();
    for (const path of [
      'out',
      'out/mon-labo.ttl',
      'out/mon-labo.rdf',
      'out/mon-labo.jsonld',
      'out/mon-labo.nq.gz',
    ]) {
      expect((await moisson(['query', names, join(folder, path), '--format', 'csv'])).out).toBe(
        'n\r\nHubert\r\nMauss\r\n',
      );
    }
  });

  test('takes the query from a file', async () => {
    const folder = await built();
    const file = join(folderOf({ 'names.rq': names }), 'names.rq');
    expect((await moisson(['query', file, join(folder, 'out')])).out).toBe('n\n──────\nHubert\nMauss\n');
  });

  test('writes a graph as Turtle unless told otherwise', async () => {
    const folder = await built();
    const { code, out } = await moisson([
      'query',
      'DESCRIBE ?p { ?p foaf:familyName "Mauss" }',
      join(folder, 'out'),
    ]);
    expect([code, out.includes('foaf:familyName "Mauss"')]).toEqual([0, true]);
  });

  test.each([
    ['a file that is not there', ['SELECT * { ?s ?p ?o }', 'absent.nq'], 3, /absent\.nq: no such file/],
    ['a file that is no RDF', ['SELECT * { ?s ?p ?o }', 'package.json'], 2, /unknown extension/],
    ['a folder without a dump', ['SELECT * { ?s ?p ?o }', 'docs'], 3, /holds no \.nq file/],
    ['a query with a fault', ['SELECT * {', 'out'], 2, /SPARQL query refused: error at 1:/],
    [
      'rows as Turtle',
      ['SELECT * { ?s ?p ?o }', 'out', '--format', 'turtle'],
      2,
      /goes with CONSTRUCT, DESCRIBE/,
    ],
  ])('refuses %s', async (_, argv, exit, message) => {
    const { code, err } = await moisson(['query', ...argv]);
    expect([code, err]).toEqual([exit, expect.stringMatching(message)]);
  });
});

describe('init', () => {
  test.each(['fr', 'en'])('makes a folder that builds, in %s', async (language) => {
    const folder = join(folderOf({}), 'demo');
    expect((await moisson(['init', folder, '--lang', language])).code).toBe(0);
    const { code, err } = await moisson(['build', folder]);
    expect([code, err]).toEqual([0, expect.stringContaining('3 works, 3 agents, 1 journals')]);
  });

  test('starts from a page: its people and journals, for a person to check', async () => {
    const folder = folderOf({
      'page.md':
        '# Publications\n\n- Camille Perrin et M. Leroy, « La crue », _Géocarrefour_, n° 96, 2021.\n- Camille Perrin, « La digue », _Géocarrefour_, n° 97, 2022.\n',
    });
    const lab = join(folder, 'demo');
    expect((await moisson(['init', lab, '--page', join(folder, 'page.md')])).code).toBe(0);
    const yaml = readFileSync(join(lab, 'data/lab.yaml'), 'utf8');
    expect(yaml).toContain(
      'people:\n  - family: Perrin\n    given: Camille\njournals:\n  - title: Géocarrefour\n',
    );
    const { code, err } = await moisson(['build', lab]);
    expect([code, err]).toEqual([0, expect.stringContaining('2 works')]);
  });

  test('overwrites nothing', async () => {
    const folder = labFolder();
    const { code, err } = await moisson(['init', folder]);
    expect([code, err]).toEqual([2, expect.stringContaining('exists already')]);
  });
});

describe('formats', () => {
  test('lists what is read and written', async () => {
    const { out } = await moisson(['formats']);
    for (const name of ['page', 'work', 'nquads', 'ntriples', 'turtle', 'trig', 'jsonld', 'rdfxml', 'ndjson'])
      expect(out).toMatch(new RegExp(`^${name}\\b`, 'm'));
    expect(JSON.parse((await moisson(['formats', '--json'])).out)).toContainEqual(
      expect.objectContaining({ name: 'turtle', writes: true, reads: false }),
    );
  });
});

import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileOf, folderOf, labFolder, labYaml, magie, moisson, now, sacrifice } from './moisson.ts';

const graph = (folder: string) => fileOf(folder, 'out/mon-labo.nt');
const worksOf = (folder: string) =>
  fileOf(folder, 'out/mon-labo.ndjson')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string });
const register = (folder: string) => fileOf(folder, 'data/register.tsv');
const entry = (folder: string, id: string) =>
  register(folder)
    .split('\n')
    .find((line) => line.startsWith(`${id}\t`))
    ?.split('\t') ?? [];

const works = ['work/hubert-1899-essai-sur-la-nature', 'work/hubert-1904-esquisse-d-une-theorie-generale'];

describe('a build', () => {
  test('makes every file of out/ and says what it did', async () => {
    const folder = labFolder();
    const { code, err } = await moisson(['build', folder]);
    expect(code).toBe(0);
    expect(err).toContain('2 works, 2 agents, 1 journals');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(
      [
        'SHA256SUMS.txt',
        'hal',
        'load',
        'report.json',
        'report.md',
        'servers',
        'site',
        'void.ttl',
        ...[
          '.bib',
          '.csl.json',
          '.jsonld',
          '.ndjson',
          '.nq',
          '.nq.gz',
          '.nt',
          '.rdf',
          '.ris',
          '.trig',
          '.ttl',
        ].map((extension) => `mon-labo${extension}`),
      ].sort(),
    );
    expect(worksOf(folder).map(({ id }) => id)).toEqual(works);
  });

  test('sums what it dumps, as sha256sum does', async () => {
    const folder = labFolder();
    await moisson(['build', folder]);
    const sums = fileOf(folder, 'out/SHA256SUMS.txt').trimEnd().split('\n');
    expect(fileOf(folder, 'out/site/SHA256SUMS.txt')).toBe(fileOf(folder, 'out/SHA256SUMS.txt'));
    expect(sums.map((line) => line.slice(66))).toContain('mon-labo.nq');
    for (const line of sums) {
      const bytes = readFileSync(join(folder, 'out', line.slice(66)));
      expect(line.slice(0, 66)).toBe(`${createHash('sha256').update(bytes).digest('hex')}  `);
    }
  });

  test('--out writes somewhere else', async () => {
    const [folder, elsewhere] = [labFolder(), folderOf({})];
    expect((await moisson(['build', folder, '--out', join(elsewhere, 'graph')])).code).toBe(0);
    expect([existsSync(join(folder, 'out')), existsSync(join(elsewhere, 'graph/void.ttl'))]).toEqual([
      false,
      true,
    ]);
  });

  test('of the same input changes nothing, register included', async () => {
    const folder = labFolder();
    await moisson(['build', folder]);
    const before = [
      graph(folder),
      register(folder),
      fileOf(folder, 'out/report.json'),
      fileOf(folder, 'out/void.ttl'),
    ];
    await moisson(['build', folder], { LANG: 'fr_FR.UTF-8', NOW: '2027-03-01T00:00:00Z' });
    expect([
      graph(folder),
      register(folder),
      fileOf(folder, 'out/report.json'),
      fileOf(folder, 'out/void.ttl'),
    ]).toEqual(before);
  });

  test('SOURCE_DATE_EPOCH stands for the clock', async () => {
    const folder = labFolder();
    await moisson(['build', folder], { SOURCE_DATE_EPOCH: '0' });
    expect(entry(folder, works[0] ?? '')[2]).toBe('1970-01-01T00:00:00Z');
  });

  test('a mended typo keeps the IRI and moves the datestamp of that work alone', async () => {
    const folder = labFolder();
    await moisson(['build', folder]);
    writeFileSync(
      join(folder, 'data/articles.txt'),
      `Articles\n\n${sacrifice.replace('nature', 'natures')}\n${magie}`,
    );
    await moisson(['build', folder], { NOW: '2027-03-01T00:00:00Z' });
    expect(worksOf(folder).map(({ id }) => id)).toEqual(works);
    expect(works.map((id) => entry(folder, id)[2])).toEqual(['2027-03-01T00:00:00Z', now]);
  });

  test('a notice above another changes neither its IRI nor its datestamp', async () => {
    const folder = labFolder();
    await moisson(['build', folder]);
    writeFileSync(
      join(folder, 'data/articles.txt'),
      `Articles\n\nUne introduction qui dit beaucoup de choses. Elle est plus longue que la précédente.\n\n${magie}\n${sacrifice}`,
    );
    await moisson(['build', folder], { NOW: '2027-03-01T00:00:00Z' });
    expect(works.map((id) => entry(folder, id)[2])).toEqual([now, now]);
  });

  test('K5 a work that left its source has a tombstone, and comes back under its IRI', async () => {
    const folder = labFolder();
    await moisson(['build', folder]);
    writeFileSync(join(folder, 'data/articles.txt'), `Articles\n\n${magie}`);
    await moisson(['build', folder], { NOW: '2027-03-01T00:00:00Z' });
    expect(entry(folder, works[0] ?? '').slice(1, 3)).toEqual(['deleted', '2027-03-01T00:00:00Z']);
    expect(graph(folder)).toContain(
      `<https://data.example.org/id/${works[0]}> <http://schema.org/creativeWorkStatus> "Deleted" .`,
    );
    expect(fileOf(folder, 'out/report.json')).toContain('work-deleted');

    writeFileSync(join(folder, 'data/articles.txt'), `Articles\n\n${sacrifice}\n${magie}`);
    await moisson(['build', folder], { NOW: '2027-04-01T00:00:00Z' });
    expect(entry(folder, works[0] ?? '').slice(1, 3)).toEqual(['live', '2027-04-01T00:00:00Z']);
  });

  test('a missing source is said, the others go on, and nothing is buried', async () => {
    const folder = labFolder();
    await moisson(['build', folder]);
    const sources = labYaml.replace('sources:', 'sources:\n  - { name: autres, file: absent.txt }');
    writeFileSync(join(folder, 'data/lab.yaml'), sources);
    writeFileSync(join(folder, 'data/articles.txt'), `Articles\n\n${magie}`);
    const { code, err } = await moisson(['build', folder]);
    expect(code).toBe(3);
    expect(err).toMatch(/absent\.txt: no such file/);
    expect(worksOf(folder)).toHaveLength(1);
    expect(entry(folder, works[0] ?? '')[1]).toBe('live');
  });

  test('two sources with the same work make one work, and say so', async () => {
    const record = `type: article
titles: [{ role: main, text: { value: Essai sur la nature et la fonction du sacrifice, lang: fr } }]
contributions:
  - { role: author, kind: person, family: Hubert, given: Henri }
  - { role: author, kind: person, family: Mauss, given: Marcel }
dates: [{ event: published, value: '1899' }]
container: { type: journal, titles: [{ value: L'Année Sociologique }] }
position: { volume: '2' }
links: [{ role: landing, url: 'https://data.example.org/page' }]
`;
    const folder = labFolder({
      'data/lab.yaml': labYaml.replace('sources:', 'sources:\n  - { name: notices, file: notices.yaml }'),
      'data/notices.yaml': record,
    });
    const { code } = await moisson(['build', folder]);
    expect(code).toBe(0);
    expect(worksOf(folder)).toHaveLength(2);
    expect(fileOf(folder, 'out/report.md')).toContain('works-merged');
    expect(graph(folder)).toContain('<http://schema.org/url> <https://data.example.org/page>');
  });

  test('corrections apply with their reason, and the finding that they answer is kept as corrected', async () => {
    const folder = labFolder({
      'data/corrections.yaml': `- work: ${works[0]}\n  set: { identifiers: [{ scheme: doi, value: 'https://doi.org/10.5555/SACRIFICE' }] }\n  reason: vu sur la page\n  source: https://data.example.org/preuve\n`,
    });
    await moisson(['build', folder]);
    expect(graph(folder)).toContain('<http://purl.org/ontology/bibo/doi> "10.5555/sacrifice"');
    expect(graph(folder)).toContain(
      '<http://www.w3.org/ns/prov#hadPrimarySource> <https://data.example.org/preuve>',
    );
    const { findings } = JSON.parse(fileOf(folder, 'out/report.json')) as {
      findings: { rule: string; work: string; corrected?: boolean }[];
    };
    expect(
      findings
        .filter(({ rule, work }) => rule === 'doi-missing' && work === works[0])
        .map(({ corrected }) => corrected),
    ).toEqual([true]);
  });

  test('a correction of no work names the nearest one', async () => {
    const folder = labFolder({
      'data/corrections.yaml':
        '- { work: work/hubert-1899-essai-sur-nature, unset: [position.pages], reason: essai }\n',
    });
    await moisson(['build', folder]);
    expect(fileOf(folder, 'out/report.md')).toContain(
      'la plus proche est « work/hubert-1899-essai-sur-la-nature »',
    );
  });
});

describe('what goes wrong', () => {
  test('one broken notice is rejected with its line, and the other comes through', async () => {
    const folder = labFolder({
      'data/articles.txt': `Par Marcel Mauss, 1925, dans L’Année sociologique, 1, 30-186.\n\n${magie}`,
    });
    const { code, err } = await moisson(['build', folder]);
    expect(code).toBe(1);
    expect(err).toContain('data/articles.txt:1: record rejected: no title');
    expect(worksOf(folder)).toHaveLength(1);
    expect(JSON.parse(fileOf(folder, 'out/rejected.ndjson'))).toMatchObject({
      file: 'data/articles.txt',
      line: 1,
      source: 'articles',
    });
  });

  test('a notice without author is kept and reported', async () => {
    const folder = labFolder({
      'data/articles.txt': `Essai sur le don\n\n1925 dans L’Année sociologique, 1, 30-186.\n\n${magie}`,
    });
    const { code } = await moisson(['build', folder]);
    expect(code).toBe(0);
    expect(worksOf(folder)).toHaveLength(2);
    expect(fileOf(folder, 'out/report.md')).toContain('creator-missing');
  });

  test.each([
    ['an empty file', '', 'the file is empty', 1],
    ['white space', ' \n\t\n', 'the file is empty', 1],
    ['prose without notices', 'Bonjour.\n\nIl n’y a rien ici.\n', 'no format recognised', 3],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'is not text but a PNG image', 3],
  ])('%s: said, and the other source comes through', async (_, content, message, exit) => {
    const folder = labFolder({
      'data/lab.yaml': labYaml.replace('sources:', 'sources:\n  - { name: autres, file: autres.txt }'),
      'data/autres.txt': content,
    });
    const { code, err } = await moisson(['build', folder]);
    expect(err).toContain(message);
    expect(code).toBe(exit);
    expect(worksOf(folder)).toHaveLength(2);
  });

  test.each([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${sacrifice}`, 'utf16le'), 0],
    ['UTF-16 without one', Buffer.from(sacrifice, 'utf16le'), 1],
    ['Latin-1', Buffer.from(sacrifice.replaceAll('’', "'"), 'latin1'), 1],
  ])('%s is read', async (_, content, warnings) => {
    const folder = labFolder({ 'data/articles.txt': content });
    expect((await moisson(['build', folder])).code).toBe(0);
    expect(worksOf(folder)).toHaveLength(1);
    expect(fileOf(folder, 'out/report.json').match(/encoding-inferred/g) ?? []).toHaveLength(warnings);
    expect(graph(folder)).toContain('sociologique');
  });

  test.each([
    ['an unknown key', labYaml.replace('sources:', 'sorces:'), /lab\.yaml:5:1: .*sorces.*sources/],
    [
      'a base without scheme',
      labYaml.replace('https://data.example.org/id/', 'data.example.org/id/'),
      /lab\.yaml:2:7: .*https:\/\//,
    ],
    ['a base without slash', labYaml.replace('/id/', '/id'), /lab\.yaml:2:7: .*\/id\//],
    ['broken YAML', labYaml.replace('name: Mon labo', 'name: [Mon labo'), /lab\.yaml:\d+:\d+: /],
    ['a tab', labYaml.replace('  - { name: articles', '\t- { name: articles'), /lab\.yaml:6:1: /],
  ])('%s in lab.yaml: file, line and what was expected', async (_, yaml, message) => {
    const folder = labFolder({ 'data/lab.yaml': yaml });
    const { code, err } = await moisson(['build', folder]);
    expect(err).toMatch(message);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test('a folder without lab.yaml is told about init', async () => {
    const { code, err } = await moisson(['build', folderOf({})]);
    expect(code).toBe(3);
    expect(err).toContain('moisson init');
  });

  test('a damaged register stops the run: its IRIs must not be lost', async () => {
    const folder = labFolder({
      'data/register.tsv': 'id\tstate\tdatestamp\tdigest\tinto\tkeys\nwork/x\talive\n',
    });
    const { code, err } = await moisson(['build', folder]);
    expect([code, err]).toEqual([3, expect.stringContaining('data/register.tsv:2: damaged register line')]);
  });

  test('an out/ that is not ours is not erased', async () => {
    const folder = labFolder({ 'out/thesis.docx': 'years of work' });
    const { code, err } = await moisson(['build', folder]);
    expect([code, err]).toEqual([2, expect.stringContaining('thesis.docx')]);
    expect(fileOf(folder, 'out/thesis.docx')).toBe('years of work');
  });

  test('a file where out/ should be', async () => {
    const folder = labFolder({ out: 'a file' });
    const { code, err } = await moisson(['build', folder]);
    expect([code, err]).toEqual([3, expect.stringContaining('ENOTDIR')]);
  });

  // /dev/full is a disk without a free byte.
  test.skipIf(!existsSync('/dev/full'))('a full disk', async () => {
    const folder = labFolder();
    symlinkSync('/dev/full', join(folder, 'data/register.tsv.tmp'));
    const { code, err } = await moisson(['build', folder]);
    expect([code, err]).toEqual([
      3,
      expect.stringContaining('the disk is full (ENOSPC); what was there is untouched'),
    ]);
    expect(existsSync(join(folder, 'data/register.tsv'))).toBe(false);

    symlinkSync('/dev/full', join(folder, 'graph.nt'));
    const argv = [
      'convert',
      join(folder, 'data/articles.txt'),
      '-o',
      join(folder, 'graph.nt'),
      '--base',
      'https://data.example.org/',
    ];
    expect(await moisson(argv)).toMatchObject({
      code: 3,
      err: expect.stringContaining('cannot be written (ENOSPC)') as string,
    });
  });

  // Root may write everywhere.
  test.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
    const folder = labFolder();
    chmodSync(folder, 0o555);
    const { code, err } = await moisson(['build', folder]);
    chmodSync(folder, 0o755);
    expect([code, err]).toEqual([3, expect.stringContaining('writing is refused')]);
  });

  test('what a crash left behind is put right by the next build', async () => {
    const folder = labFolder();
    await moisson(['build', folder]);
    const before = graph(folder);
    mkdirSync(join(folder, '.out-building'));
    writeFileSync(join(folder, '.out-building/half.nt'), '<half');
    rmSync(join(folder, '.out-previous'), { recursive: true, force: true });
    await moisson(['build', folder]);
    expect(graph(folder)).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(['data', 'out']);
  });
});

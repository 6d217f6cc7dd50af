import { describe, expect, test } from 'vitest';
import { work } from '../../pipeline/read/work.ts';
import { originAt, readAll } from './contract.ts';

const record = (title: string) => `{"type":"article","titles":[{"role":"main","text":{"value":"${title}"}}]}`;
const yaml = (title: string) => `type: article\ntitles:\n  - role: main\n    text: { value: ${title} }\n`;
const item = (title: string, indent = '') =>
  `- ${yaml(title).trimEnd().replaceAll('\n', '\n  ')}\n`.replace(/^/gm, indent).trimEnd();

const pieces = (text: string) => [...work.cut(text)].map(({ line, kind }) => `${kind} ${line}`);
const titles = (text: string) =>
  readAll(work, text).drafts.map(({ titles: [title] = [] }) => title?.text.value);

describe('cut', () => {
  // biome-ignore format: a table
  test.each([
    ['a record in YAML', yaml('A'), ['A'], [1]],
    ['a record in JSON', JSON.stringify(JSON.parse(record('A')), null, 2), ['A'], [1]],
    ['JSON on lines', `${record('A')}\n\n${record('B')}\r\n`, ['A', 'B'], [1, 3]],
    ['a list in YAML', `# two\n${item('A')}\n\n${item('B')}\n`, ['A', 'B'], [2, 7]],
    ['a list in JSON', `[\n  ${record('A')},\n  ${record('B')}\n]`, ['A', 'B'], [2, 3]],
    ['a list in JSON on one line', `[${record('A')},${record('B')}]`, ['A', 'B'], [1, 1]],
    ['a list in JSON with tabs', JSON.stringify([JSON.parse(record('A')), JSON.parse(record('B'))], null, '\t'), ['A', 'B'], [2, 13]],
    ['works: in YAML', `works:\n${item('A', '  ')}\n${item('B', '  ')}\n`, ['A', 'B'], [2, 6]],
    ['works: without indentation', `works:\n${item('A')}\n${item('B')}\n`, ['A', 'B'], [2, 6]],
    ['works in JSON', `{"works":\n [${record('A')},\n ${record('B')}]}`, ['A', 'B'], [2, 3]],
    ['works: with a flow list', `works: [\n ${record('A')},\n ${record('B')}]`, ['A', 'B'], [2, 3]],
    ['documents', `%YAML 1.2\n---\n${yaml('A')}---\n${yaml('B')}...\n`, ['A', 'B'], [2, 7]],
    ['documents of lists', `---\n${item('A')}\n--- # more\n${item('B')}\n${item('C')}\n`, ['A', 'B', 'C'], [2, 7, 11]],
  ])('finds the records of %s', (_name, text, expected, lines) => {
    expect(titles(text)).toEqual(expected);
    expect(pieces(text)).toEqual(lines.map((line) => `record ${line}`));
  });

  // biome-ignore format: a table
  test.each([
    ['JSON on lines', `${record('A')}\n{"type":\n${record('C')}`, 2],
    ['JSON on lines, the first', `{"type":\n${record('A')}\n${record('C')}`, 1],
    ['a JSON list', `[\n  ${record('A')},\n  {"type": "article",\n   "titles": [ },\n  ${record('C')}\n]\n`, 4],
    ['works in JSON', `{"works": [\n  ${record('A')},\n  {"type": "article",\n   "titles": [ },\n  ${record('C')}\n]}\n`, 4],
    ['a YAML list', `${item('A')}\n- type: article\n\ttitles: x\n${item('C')}\n`, 6],
    ['a YAML list, by a line too far left', `${item('A')}\n- type: article\ntitles: x\n${item('C')}\n`, 6],
    ['works: in YAML', `works:\n${item('A', '  ')}\n  - type: article\n    titles: "x\n${item('C', '  ')}\n`, 7],
    ['documents', `${yaml('A')}---\ntype: article\ntype: book\n---\n${yaml('C')}`, 7],
  ])('rejects the broken record of %s alone', (_name, text, line) => {
    const { drafts, rejected } = readAll(work, text);
    expect(drafts).toHaveLength(2);
    expect(rejected.map(({ error }) => error.line)).toEqual([line]);
  });

  test.each([
    ['in YAML', `generator: x\nworks:\n${item('A')}\nafter:\n  - y\n`, ['aside 1', 'record 3', 'aside 7']],
    ['in JSON', `{"generator": "x", "works": [${record('A')}]}`, ['aside 1', 'record 1']],
  ])('reports what stands beside works %s', (_name, text, kinds) => {
    expect(pieces(text)).toEqual(kinds);
  });

  test('keeps the lines of a block text, even those that look like items', () => {
    const text = `${item('A')}\n  notes:\n    - value: |\n        - one\n        --- two\n\n        # three\n${item('B')}\n`;
    expect(readAll(work, text).drafts[0]?.notes).toEqual([{ value: '- one\n--- two\n\n# three\n' }]);
  });
});

const parse = (text: string, line = 1) => work.parse({ text, line, kind: 'record' }, originAt(line));

describe('parse', () => {
  const whole = {
    id: 'work/mazet-2020',
    type: 'article',
    titles: [{ role: 'main', text: { value: 'Répondre aux demandes d’aide numérique', lang: 'fr' } }],
    contributions: [
      {
        position: 1,
        role: 'author',
        kind: 'person',
        nameAsPrinted: 'Pierre Mazet',
        identifiers: [],
        affiliations: [],
      },
    ],
    container: {
      type: 'journal',
      id: 'journal/terminal',
      titles: [{ value: 'Terminal', lang: 'fr' }],
      shortTitles: [],
      issn: [],
      isbn: [],
      editors: [],
      identifiers: [],
    },
    position: { issue: '128' },
    identifiers: [{ scheme: 'doi', value: '10.4000/terminal.6607' }],
    languages: ['fr'],
    status: 'published',
    provenance: [
      {
        path: 'dates.published',
        source: { name: 'crossref', system: 'crossref' },
        line: 4,
        confidence: 'stated',
        chosen: true,
      },
    ],
  };

  test('gives every field of the record, in the words of a draft', () => {
    const { type, container, ...same } = whole;
    const { id: _id, ...journal } = container;
    expect(parse(JSON.stringify(whole))).toEqual({
      ...same,
      type: { list: 'work', code: type },
      container: journal,
      origin: originAt(1),
    });
  });

  // biome-ignore format: a table
  test.each([
    ['dates', [{ event: 'published', value: '2020' }], { dates: [{ event: 'published', words: '2020' }] }],
    ['licences', [{ iri: 'https://creativecommons.org/licenses/by/4.0/', appliesTo: 'published' }], { licences: [{ words: 'https://creativecommons.org/licenses/by/4.0/', appliesTo: 'published' }] }],
    ['licences', [{ text: { value: 'tous droits réservés', lang: 'fr' } }], { licences: [{ words: 'tous droits réservés', lang: 'fr' }] }],
    ['position', { volume: '012', pages: { raw: '66–79', start: '66', end: '79' } }, { position: { volume: '012', pages: '66–79' } }],
    ['position', { pages: { raw: '137-44', start: '137', end: '144' } }, { position: { pages: '137-44' } }],
    ['unmapped', [{ source: 'hal', path: 'x', value: 1.5 }], { unmapped: [{ source: 'hal', path: 'x', value: 1.5 }] }],
  ])('puts %s where the draft has them: %j', (field, value, expected) => {
    const { origin: _origin, type: _type, titles: _titles, ...rest } = parse(JSON.stringify({ type: 'article', titles: whole.titles, [field]: value }));
    expect(rest).toEqual(expected);
  });

  // biome-ignore format: a table
  test.each([
    ['dates', [{ event: 'published', value: '2020', source: 'hal' }], 'dates.published.source', 'hal'],
    ['position', { pages: { raw: 'passim', total: 12 } }, 'position.pages.total', 12],
    ['licences', [{ iri: 'https://creativecommons.org/licenses/by/4.0/', text: { value: 'CC BY' } }], 'licences.0.text', { value: 'CC BY' }],
  ])('keeps as unmapped what a draft has no place for in %s', (field, value, path, left) => {
    const { unmapped } = parse(JSON.stringify({ type: 'article', titles: whole.titles, [field]: value }));
    expect(unmapped).toEqual([{ source: 'sample', path, value: left }]);
  });

  test('P3 keeps a volume as written, and counts only what is counted', () => {
    const { position, contributions } = parse(
      `${yaml('A')}position: { volume: 012, issue: 1.0 }\ncontributions:\n  - { position: 1, role: author, kind: person, nameAsPrinted: Pierre Mazet }\n`,
    );
    expect(position).toEqual({ volume: '012', issue: '1.0', pages: undefined });
    expect(contributions?.[0]?.position).toBe(1);
  });

  test('P3 takes a bare number of JSON for a text where the record holds texts', () => {
    expect(parse(record('A').replace(/}$/, ',"position":{"volume":12}}')).position?.volume).toBe('12');
  });

  // biome-ignore format: a table
  test.each([
    ['a missing title', 'type: article\n', 10, 1, 'missing “titles”', 'il manque « titles »'],
    ['an unknown key', `${yaml('A')}tiles: x\n`, 14, 1, 'unknown key “tiles”; did you mean “titles”?', 'clé « tiles » inconnue'],
    ['a French date', `${yaml('A')}dates:\n  - { event: published, value: juin 2023 }\n`, 15, 32, 'dates.0.value: found “juin 2023”, expected an EDTF date', 'trouvé « juin 2023 »'],
    ['an unknown type', yaml('A').replace('article', 'artcle'), 10, 7, 'type: found “artcle”, expected probably “article”', 'sans doute « article »'],
    ['a key given twice', `${yaml('A')}type: book\n`, 14, 1, 'this key is given twice', 'cette clé est donnée deux fois'],
    ['a key given twice in JSON', record('A').replace('{', '{"type":"book",'), 10, 16, 'this key is given twice', 'donnée deux fois'],
    ['an alias of another record', `${yaml('A')}notes: *x\n`, 14, 8, 'this alias', 'ce renvoi'],
    ['nothing', ' ', 10, 1, 'found an empty value', 'trouvé une valeur vide'],
  ])('refuses %s, and says where', (_name, text, line, column, en, fr) => {
    const refused = () => parse(text, 10);
    expect(refused).toThrow(expect.objectContaining({ name: 'Unreadable', line, column }));
    expect(refused).toThrow(en);
    expect(refused).toThrow(expect.objectContaining({ words: expect.objectContaining({ fr: expect.stringContaining(fr) }) }));
  });

  test('says all that is wrong with a record', () => {
    expect(() => parse(`${yaml('A').replace('article', 'artcle')}tiles: x\n`)).toThrow(
      /artcle.*; tiles: unknown key/,
    );
  });
});

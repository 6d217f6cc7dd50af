import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { askers, questions } from '../../../pipeline/base/questions.ts';
import { openStore } from '../../../pipeline/serve/index.ts';
import { author, workOf } from '../../works.ts';
import { sharedScripts } from './shared-scripts.ts';
import { fiveWorks, labOf, siteOf } from './site-of.ts';

const { files, binaries } = await siteOf(labOf(fiveWorks));
const french = files.get('query.html') ?? '';
const english = files.get('query.en.html') ?? '';

describe('the query page without scripts', () => {
  test.each([
    ['fr', french],
    ['en', english],
  ] as const)('has every question in %s, by who asks', (language, page) => {
    const root = parse(page);
    const headings = elements(root, 'h3').map(textOf);
    expect(headings).toEqual(Object.values(askers).map((words) => words[language]));
    const asked = elements(root, 'summary').map((summary) => textOf(summary).replace(/ \(.*\)$/, ''));
    expect(asked.toSorted()).toEqual(
      questions()
        .map(({ words }) => words[language])
        .toSorted(),
    );
  });

  test('has answers, in which things lead to their pages', () => {
    const [all] = elements(parse(french), 'details').filter(
      (each) => attribute(each, 'data-question') === 'works',
    );
    const rows = elements(all ?? parse(''), 'tr');
    expect(rows.map((row) => textOf(row)).slice(0, 2)).toEqual([
      'datetitreœuvre',
      '1925Essai sur le donwork/mauss-1925-essai-sur-le-don',
    ]);
    expect(rows.length).toBe(6);
    const [link] = elements(rows[1] ?? parse(''), 'a').map((each) => attribute(each, 'href'));
    expect(link).toBe('work/mauss-1925-essai-sur-le-don.html');
    expect(english).toContain('href="work/mauss-1925-essai-sur-le-don.en.html"');
  });

  test('asks a question with a parameter of somebody who is there', () => {
    expect(french).toContain('<var data-parameter="name">&quot;Mauss&quot;</var>');
    expect(french).toContain('<var data-parameter="year">&quot;1925&quot;</var>');
  });

  test('shows queries that any engine takes as they are, and the right answer to each', async () => {
    const store = await openStore();
    store.load(files.get('mon-labo.nq') ?? '', 'application/n-quads', 'the dump');
    for (const details of elements(parse(french), 'details')) {
      const [code] = elements(details, 'code').map(textOf);
      expect(code).toMatch(/^PREFIX /);
      const answer = store.query(code ?? '');
      const count = answer.kind === 'select' ? answer.rows.length : -1;
      const shown = elements(details, 'caption').map(textOf)[0] ?? 'Aucune ligne.';
      if (count === 0) expect(shown).toBe('Aucune ligne.');
      else expect(shown.startsWith(`${count}\u00a0ligne`)).toBe(true);
    }
  });

  test('one answer is open at once', () => {
    expect(french.match(/<details class="question"[^>]* open>/g)).toHaveLength(1);
  });
});

test('of works with very many names no answer is worked out at the build', async () => {
  const names = Array.from({ length: 200 }, (_, at) =>
    author(`Prénom${at}`, `Nom${at}`, { position: at + 1 }),
  );
  const crowded = await siteOf(labOf([workOf({ title: 'À plusieurs', contributions: names, dates: [] })]));
  const page = crowded.files.get('query.html') ?? '';
  expect(page).not.toContain('<table>');
  expect(page.match(/n’est pas écrite d’avance/g)).toHaveLength(questions().length);
});

describe('what the page loads', () => {
  test('weighs less than 100 kB before the engine, compressed or not', () => {
    const weight = [...loadedBy('query.html')].map((path) => Buffer.byteLength(files.get(path) ?? ''));
    expect(weight.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(100_000);
  });

  test('is the engine of the package, compressed, with its licence', () => {
    const require = createRequire(import.meta.url);
    const engine = gunzipSync(binaries.get('engine/oxigraph.wasm.gz') ?? new Uint8Array());
    expect(engine.equals(readFileSync(require.resolve('oxigraph/web_bg.wasm')))).toBe(true);
    expect(files.get('engine/oxigraph.js')).toBe(readFileSync(require.resolve('oxigraph/web.js'), 'utf8'));
    expect(files.get('engine/oxigraph-licence.txt')).toContain('Permission is hereby granted');
    expect(require('oxigraph/package.json').license).toBe('MIT OR Apache-2.0');
  });

  test('has no time or name of a machine in its compressed file', () => {
    const head = (binaries.get('engine/oxigraph.wasm.gz') ?? new Uint8Array()).slice(0, 10);
    expect([...head.slice(3, 8)]).toEqual([0, 0, 0, 0, 0]);
  });

  test.each(sharedScripts().map(({ path, content }) => [path, content]))(
    '%s is what the program runs (npm run docs)',
    (path, content) => {
      expect(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')).toBe(content);
    },
  );

  test('names our vocabularies, with how often the graph has each', () => {
    const words = JSON.parse(files.get('engine/vocabulary.json') ?? '[]') as [string, number][];
    const names = new Map(words);
    expect(names.get('bibo:AcademicArticle')).toBe(2);
    expect(names.get('dcterms:title')).toBeGreaterThan(5);
    expect(names.get('schema:translator')).toBe(0);
    expect(words.map(([, count]) => count)).toEqual(
      words.map(([, count]) => count).toSorted((a, b) => b - a),
    );
  });
});

test('no page may run a script that stands in it, or compile anything', () => {
  const pages = [...files].filter(([path, text]) => path.endsWith('.html') && text.startsWith('<!doctype'));
  expect(pages.length).toBeGreaterThan(20);
  for (const [, text] of pages) {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
});

/** A page and all that it loads by itself: styles, scripts, and what those import. */
function loadedBy(page: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const queue = [page];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (loaded.has(path)) continue;
    loaded.add(path);
    const text = files.get(path) ?? '';
    const named = path.endsWith('.html')
      ? /<(?:script[^>]*src|link rel="(?:stylesheet|icon)" href)="([^"]+)"/g
      : /\bfrom '(\.[^']+)'/g;
    for (const [, target = ''] of text.matchAll(named))
      queue.push(new URL(target, `https://host.example/${path}`).pathname.slice(1));
  }
  return loaded;
}

function elements(node: Tree.Node, name: string): readonly Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const below = children.flatMap((child) => elements(child, name));
  return 'tagName' in node && node.tagName === name ? [node, ...below] : below;
}

function attribute({ attrs }: Tree.Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

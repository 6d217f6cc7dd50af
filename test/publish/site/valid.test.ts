import { HtmlValidate } from 'html-validate';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../pipeline/base/plain-text.ts';
import { hostileTitles, hostileWorks } from './hostile-works.ts';
import { richLab } from './rich-lab.ts';
import { fiveWorks, labOf, siteOf } from './site-of.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // All files are of one site, which can change them together.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The title of a work is as long as it is.
    'long-title': 'off',
  },
});

const sites = {
  'with every field': await siteOf(richLab()),
  'of five works and some hostile ones': await siteOf(labOf([...fiveWorks, ...hostileWorks(3000)])),
};

describe.each(Object.entries(sites))('the pages of a lab %s', (_, { files }) => {
  // The fragment for other sites is no page; of three thousand people, some stand for all.
  const pages = [...files.keys()].filter(
    (path) => path.endsWith('.html') && !path.startsWith('embed') && !/^person\/prenom\d{2}/.test(path),
  );

  test('are valid HTML', async () => {
    const complaints: string[] = [];
    for (const path of pages) {
      const { results } = await validator.validateString(files.get(path) ?? '', path);
      for (const { ruleId, message, line } of results.flatMap(({ messages }) => messages))
        complaints.push(`${path}:${line} ${ruleId}: ${message}`);
    }
    expect(complaints.slice(0, 10)).toEqual([]);
    expect(pages.length).toBeGreaterThan(30);
  }, 120_000);

  test('lead nowhere where nothing is', () => {
    const dead: string[] = [];
    for (const path of pages) {
      for (const href of linksIn(files.get(path) ?? '')) {
        const address = new URL(href, `https://data.example.org/id/${path}`);
        const file = decodeURIComponent(address.pathname.slice('/id/'.length)) || 'index.html';
        const isOwn = address.origin === 'https://data.example.org' && address.pathname.startsWith('/id/');
        // The IRI of a thing is answered by a server, with one of the documents about it.
        if (isOwn && !files.has(file) && !files.has(`${file}.html`)) dead.push(`${path}: ${href}`);
      }
    }
    expect(dead.slice(0, 10)).toEqual([]);
  }, 120_000);

  test('run no script but their own, and load nothing from elsewhere', () => {
    for (const path of pages) {
      const elements = elementsOf(parse(files.get(path) ?? ''));
      for (const { tagName, attrs } of elements) {
        const attribute = (name: string) => attrs.find((each) => each.name === name)?.value;
        expect(attrs.filter(({ name }) => name.startsWith('on') || name === 'style')).toEqual([]);
        if (tagName === 'script' && attribute('type') !== 'application/ld+json')
          expect(attribute('src')).toMatch(/^(?:\.\.\/)*search\.js$|^query\.js$/);
        if (tagName === 'img') expect(attribute('src')).toMatch(/^(?:\.\.\/)*logo\.[a-z]+$/);
        if (tagName === 'iframe' || tagName === 'object') throw new Error(`${path} holds <${tagName}>`);
      }
    }
  }, 120_000);
});

describe('the same text everywhere', () => {
  const { files, view } = sites['of five works and some hostile ones'];
  const ids = new Map(
    view.works.map((work) => [work.titles[0] ? plainText(work.titles[0].text) : '', work.id]),
  );

  test.each(hostileTitles)('%s', (_, title) => {
    const id = ids.get(title) ?? '';
    const page = files.get(`${id}.html`) ?? '';
    const elements = elementsOf(parse(page));
    const heading = elements.find(({ tagName }) => tagName === 'h1');
    expect(heading && textOf(heading).replaceAll('\u00a0', ' ')).toBe(title);

    const json = elements.find(({ tagName }) => tagName === 'script');
    const { headline } = JSON.parse(json ? textOf(json) : '{}') as { headline?: string };
    expect(headline).toBe(title);

    const meta = elements.find(({ attrs }) => attrs.some(({ value }) => value === 'citation_title'));
    expect(meta?.attrs.find(({ name }) => name === 'content')?.value).toBe(title);

    expect(
      textsIn(files.get('feed.atom') ?? '', 'title').map((text) => text.replaceAll('\u00a0', ' ')),
    ).toContain(title);
    expect(JSON.stringify(JSON.parse(files.get(`${id}.jsonld`) ?? ''))).toContain(JSON.stringify(title));
    expect(textsIn(files.get(`${id}.tei.xml`) ?? '', 'title')).toContain(title);
  });

  test('3 000 names are all in the page', () => {
    const id = ids.get('Une longue liste de signatures');
    const page = files.get(`${id}.html`) ?? '';
    expect(page).toContain('Prénom0 Nom0<');
    expect(page).toContain('Prénom2999 Nom2999<');
  });
});

function elementsOf(node: Tree.Node): readonly Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const below = children.flatMap((child) => elementsOf(child));
  return 'tagName' in node ? [node, ...below] : below;
}

function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function linksIn(page: string): readonly string[] {
  return elementsOf(parse(page)).flatMap(({ attrs }) =>
    attrs.flatMap(({ name, value }) => (name === 'href' || name === 'src' ? [value] : [])),
  );
}

/** The texts of the elements of a name, in XML. */
function textsIn(xml: string, name: string): readonly string[] {
  const texts: string[] = [];
  let open = false;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    open = tag.name === name;
    if (open) texts.push('');
  });
  parser.on('text', (text) => {
    if (open) texts[texts.length - 1] += text;
  });
  parser.on('closetag', () => {
    open = false;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return texts;
}

import { describe, expect, test } from 'vitest';
import { robotsFile, sitemapFiles } from '../../../pipeline/publish/site/sitemap.ts';
import { now } from '../../commands/moisson.ts';
import { workOf } from '../../works.ts';
import { base, fiveWorks, labOf, siteOf, viewOfWorks } from './site-of.ts';
import { childrenOf, type Element, textOf, xmlOf } from './xml-of.ts';

const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const w3cDate = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

/** What sitemaps.org asks of a `urlset`, beyond being well-formed. */
function checked(text: string): readonly Element[] {
  const root = xmlOf(text);
  expect([root.name, root.namespace]).toEqual(['urlset', sitemaps]);
  const urls = childrenOf(root, 'url');
  expect(urls.length).toBeLessThanOrEqual(50_000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(50 * 1024 * 1024);
  for (const url of urls) {
    const order = url.children.map(({ name }) => name).join(' ');
    expect(order).toMatch(/^loc(?: lastmod)?(?: link){3}$/);
    expect(URL.canParse(textOf(url, 'loc') ?? '')).toBe(true);
    const changed = textOf(url, 'lastmod');
    if (changed !== undefined) expect(changed).toMatch(w3cDate);
  }
  return urls;
}

const loc = (element: Element) => textOf(element, 'loc') ?? '';

describe('the sitemap of a small lab', async () => {
  const { files, view } = await siteOf(labOf(fiveWorks));
  const urls = checked(files.get('sitemap.xml') ?? '');
  const pages = [...files].filter(([path, text]) => path.endsWith('.html') && text.startsWith('<!doctype'));

  test('lists exactly the pages that search engines may show', () => {
    const indexed = pages.filter(([, text]) => !text.includes('<meta name="robots" content="noindex">'));
    expect(urls.map(loc).sort()).toEqual(indexed.map(([path]) => base + path).sort());
    expect(urls.map(loc).filter((address) => /404|embed/.test(address))).toEqual([]);
  });

  test('names the same addresses in the same languages as the head of each page', () => {
    for (const url of urls) {
      const text = files.get(loc(url).slice(base.length)) ?? '';
      expect(text).toContain(`<link rel="canonical" href="${loc(url)}">`);
      for (const { attributes, namespace } of childrenOf(url, 'link')) {
        expect(namespace).toBe('http://www.w3.org/1999/xhtml');
        expect(text).toContain(
          `<link rel="alternate" hreflang="${attributes.hreflang}" href="${attributes.href}">`,
        );
      }
    }
  });

  test('the change of a work is that of its register', () => {
    for (const { id } of view.works) {
      const url = urls.find((each) => loc(each) === `${base}${id}.html`);
      expect(url && textOf(url, 'lastmod')).toBe(view.datestamps.get(id));
    }
  });

  test('robots may read everything and are told where it is', () => {
    const lines = (files.get('robots.txt') ?? '')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).toEqual(['User-agent: *', 'Allow: /', `Sitemap: ${base}sitemap.xml`]);
  });
});

test('a list is as new as the newest that it holds, and a page of words has no date', async () => {
  const before = await siteOf(labOf(fiveWorks));
  const changed = fiveWorks.map((work, at) => (at === 3 ? { ...work, languages: ['en'] } : work));
  const later = '2026-03-04T05:06:07Z';
  const { files } = await siteOf(labOf(changed, { 'data/register.tsv': before.register }), later);
  const dates = new Map(
    checked(files.get('sitemap.xml') ?? '').map((url) => [
      loc(url)
        .slice(base.length)
        .replace(/\.html$/, ''),
      textOf(url, 'lastmod'),
    ]),
  );
  const newer = [...dates]
    .filter(([name, date]) => date === later && !name.endsWith('.en'))
    .map(([name]) => name);
  expect(newer.sort()).toEqual(
    [
      'dataset',
      'figures',
      'index',
      'person/marcel-mauss',
      'person/robert-hertz',
      'query',
      'source/works',
      'type/chapter',
      'work/mauss-1904-les-techniques-du-corps',
      'works',
      'year/1904',
    ].sort(),
  );
  expect(dates.get('work/mauss-1925-essai-sur-le-don')).toBe(now);
  expect(dates.get('accessibility.en')).toBeUndefined();
});

describe('a sitemap of many pages', () => {
  const stamp = (at: number) => `2026-01-${String((at % 28) + 1).padStart(2, '0')}T00:00:00Z`;
  const ids = Array.from({ length: 60_000 }, (_, at) => `work/w-${at}`);
  const view = viewOfWorks(
    ids.map((id) => ({ ...workOf(), id })),
    { datestamps: new Map(ids.map((id, at) => [id, stamp(at)])) },
  );
  const pages = view.works.map(({ id }) => ({ name: id, changed: view.datestamps.get(id) }));

  test('is an index before files of 50 000 addresses', () => {
    const files = [...sitemapFiles(view, pages)];
    expect(files.map(({ path }) => path)).toEqual([
      'sitemap-1.xml',
      'sitemap-2.xml',
      'sitemap-3.xml',
      'sitemap.xml',
    ]);
    const index = xmlOf(String(files.at(-1)?.content));
    expect([index.name, index.namespace]).toEqual(['sitemapindex', sitemaps]);
    expect(childrenOf(index, 'sitemap').map((each) => [loc(each), textOf(each, 'lastmod')])).toEqual(
      [1, 2, 3].map((number) => [`${base}sitemap-${number}.xml`, stamp(27)]),
    );
    const counts = files.slice(0, -1).map(({ content }) => String(content).split('<url>').length - 1);
    expect(counts).toEqual([50_000, 50_000, 20_000]);
    const all = new Set(
      files.flatMap(({ content }) => String(content).match(/<loc>[^<]+(?=\.html<)/g) ?? []),
    );
    expect(all.size).toBe(120_000);
  });

  test('holds no more bytes than a file may', () => {
    const limits = { addresses: 50_000, bytes: 4_000 };
    const files = [...sitemapFiles(view, pages.slice(0, 20), limits)];
    expect(files.length).toBeGreaterThan(3);
    for (const { content } of files.slice(0, -1)) {
      expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4_000);
      checked(String(content));
    }
  });

  test('of nothing is a sitemap without addresses', () => {
    expect(
      [...sitemapFiles(view, [])].map(({ path, content }) => [path, checked(String(content)).length]),
    ).toEqual([['sitemap.xml', 0]]);
  });

  test('says no date that nobody knows, and escapes what an address may hold', () => {
    const [file] = sitemapFiles(view, [{ name: 'source/a & <b> é' }]);
    const [url] = checked(String(file?.content));
    expect(url && [loc(url), textOf(url, 'lastmod')]).toEqual([
      `${base}source/a%20&%20%3Cb%3E%20%C3%A9.html`,
      undefined,
    ]);
  });
});

test('the robots file of a site below a path names its sitemap there', () => {
  expect(String(robotsFile(viewOfWorks([])).content)).toContain(`Sitemap: ${base}sitemap.xml\n`);
});

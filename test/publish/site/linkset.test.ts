import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { orcid, workOf } from '../../works.ts';
import { base, fiveWorks, labOf, type Site, siteOf } from './site-of.ts';

type Target = Readonly<Record<string, string>>;
type Context = { readonly anchor: string } & Readonly<Record<string, readonly Target[]>>;

const contextsOf = ({ files }: Site, id: string): readonly Context[] =>
  (JSON.parse(files.get(`${id}.linkset.json`) ?? '{}') as { linkset: Context[] }).linkset;

const relations = ['cite-as', 'type', 'author', 'describedby', 'item', 'license'];

/** The links of a context as `relation address media type`. */
const linksIn = (context: Context | undefined): readonly string[] => {
  const { anchor: _, ...links } = context ?? { anchor: '' };
  return Object.entries(links as Readonly<Record<string, readonly Target[]>>).flatMap(([rel, targets]) =>
    targets.map(({ href, type }) => [rel, href, type].filter(Boolean).join(' ')),
  );
};

/** The typed links that the head of a page says, its addresses made absolute. */
function headOf({ files }: Site, path: string): readonly string[] {
  const links: string[] = [];
  const walk = (node: object): void => {
    if ('tagName' in node && node.tagName === 'link' && 'attrs' in node) {
      const attributes = new Map(
        (node.attrs as { name: string; value: string }[]).map(({ name, value }) => [name, value]),
      );
      for (const rel of (attributes.get('rel') ?? '').split(' ').filter((each) => relations.includes(each))) {
        const href = new URL(attributes.get('href') ?? '', base + path).href;
        links.push([rel, href, attributes.get('type')].filter(Boolean).join(' '));
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes as object[]) walk(child);
  };
  walk(parse(files.get(path) ?? ''));
  return links;
}

const magie = 'work/hubert-1904-esquisse-d-une-theorie-generale';

describe('the link sets of a site', async () => {
  const site = await siteOf(labOf(fiveWorks));
  const ids = [...site.view.entries.keys(), 'dataset'];

  test.each(ids)('%s: one object, absolute addresses, anchors said', (id) => {
    const json = JSON.parse(site.files.get(`${id}.linkset.json`) ?? 'null') as object;
    expect(Object.keys(json)).toEqual(['linkset']);
    for (const { anchor, ...links } of contextsOf(site, id)) {
      expect(URL.canParse(anchor)).toBe(true);
      for (const targets of Object.values(links)) {
        expect(targets.length).toBeGreaterThan(0);
        for (const { href } of targets) expect(href).toMatch(/^https?:\/\/[\u0021-\u007e]+$/);
      }
    }
  });

  test.each(ids)('%s: its pages say the same in their heads', (id) => {
    for (const path of [`${id}.html`, `${id}.en.html`]) {
      const context = contextsOf(site, id).find(({ anchor }) => anchor === base + path);
      expect([...headOf(site, path)].sort()).toEqual([...linksIn(context)].sort());
      expect(site.files.get(path)).toContain('<link rel="linkset" type="application/linkset+json"');
    }
  });

  test.each(ids)('%s: every form is there, and names the pages that it describes', (id) => {
    const contexts = contextsOf(site, id);
    const [page] = contexts;
    expect(page?.describedby?.length).toBeGreaterThan(1);
    for (const { href = '' } of page?.describedby ?? []) {
      expect(site.files.has(href.slice(base.length))).toBe(true);
      const back = contexts.find(({ anchor }) => anchor === href);
      expect(back?.describes?.map((target) => target.href)).toEqual([
        `${base}${id}.html`,
        `${base}${id}.en.html`,
      ]);
      expect(back?.license).toEqual([{ href: 'https://spdx.org/licenses/CC0-1.0' }]);
    }
  });

  test('a work: what it is, who wrote it, where it can be read, under which licence', () => {
    const [page] = contextsOf(site, magie);
    expect(linksIn(page).filter((link) => !link.startsWith('describedby'))).toEqual([
      `cite-as ${base}${magie}`,
      'type https://schema.org/ScholarlyArticle',
      'type https://schema.org/AboutPage',
      'author https://orcid.org/0000-0002-1825-0097',
      'item https://archive.example.org/magie.pdf application/pdf',
      'license https://spdx.org/licenses/CC-BY-4.0',
    ]);
  });

  test('the work itself is described by its pages as by its metadata, and is no page', () => {
    const thing = contextsOf(site, magie).find(({ anchor }) => anchor === base + magie);
    expect(thing?.describedby?.slice(0, 2)).toEqual([
      { href: `${base}${magie}.html`, type: 'text/html' },
      { href: `${base}${magie}.en.html`, type: 'text/html' },
    ]);
    expect(thing?.type).toEqual([{ href: 'https://schema.org/ScholarlyArticle' }]);
    expect(thing?.['cite-as']).toBeUndefined();
  });

  test('a full text leads back to the pages', () => {
    const file = contextsOf(site, magie).find(({ anchor }) => anchor.endsWith('magie.pdf'));
    expect(file?.collection?.map(({ href }) => href)).toEqual([
      `${base}${magie}.html`,
      `${base}${magie}.en.html`,
    ]);
  });

  test('a work whose licence nobody knows is not under that of its record', () =>
    expect(contextsOf(site, 'work/mauss-1925-essai-sur-le-don')[0]?.license).toBeUndefined());

  test('the dataset: its files and its licence', () => {
    const [page] = contextsOf(site, 'dataset');
    expect(page?.license).toEqual([{ href: 'https://spdx.org/licenses/CC0-1.0' }]);
    expect(page?.item?.length).toBeGreaterThan(5);
    for (const { href = '' } of page?.item ?? []) expect(site.files.has(href.slice(base.length))).toBe(true);
    expect(page?.item).toContainEqual({ href: `${base}mon-labo.nq.gz`, type: 'application/gzip' });
  });
});

test('every author with a persistent identifier is named, by the first of them, once', async () => {
  const [author] = workOf().contributions;
  if (!author) throw new Error('no author');
  const idref = { scheme: 'idref', value: '026812304', iri: 'http://www.idref.fr/026812304/id' };
  const people = [
    { ...author, identifiers: [idref, orcid('0000-0002-1825-0097')] },
    {
      ...author,
      family: 'Hubert',
      given: 'Henri',
      nameAsPrinted: 'Henri Hubert',
      position: 2,
      identifiers: [idref],
    },
    { ...author, family: 'Hertz', given: 'Robert', nameAsPrinted: 'Robert Hertz', position: 3 },
    {
      ...author,
      family: 'Fauconnet',
      given: 'Paul',
      nameAsPrinted: 'Paul Fauconnet',
      position: 4,
      role: 'editor' as const,
      identifiers: [orcid('0000-0001-5109-3700')],
    },
  ];
  const site = await siteOf(labOf([workOf({ contributions: people })]));
  const [id = ''] = [...site.view.works.map((work) => work.id)];
  expect(contextsOf(site, id)[0]?.author).toEqual([
    { href: 'https://orcid.org/0000-0002-1825-0097' },
    { href: 'http://www.idref.fr/026812304/id' },
  ]);
});

import { describe, expect, test } from 'vitest';
import { plainText } from '../../../pipeline/base/plain-text.ts';
import type { Work } from '../../../pipeline/base/work.ts';
import { atomFiles } from '../../../pipeline/publish/site/atom.ts';
import { jsonFeedFiles } from '../../../pipeline/publish/site/json-feed.ts';
import { author, workOf } from '../../works.ts';
import { bareLab, base, fiveWorks, labOf, siteOf, viewOfWorks } from './site-of.ts';
import { childrenOf, type Element, textOf, xmlOf } from './xml-of.ts';

const atom = 'http://www.w3.org/2005/Atom';
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const languageTag = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

const feedElements = /^id title(?: subtitle)? updated author(?: link){3} icon generator(?: entry)*$/;
const entryElements = /^id title updated(?: author)* link(?: category)+(?: summary)?$/;

/** What RFC 4287 asks of a feed (sections 4.1.1, 4.1.2, 3.3, 4.2.7), beyond being well-formed. */
function checked(text: string): Element {
  const root = xmlOf(text);
  expect([root.name, root.namespace]).toEqual(['feed', atom]);
  const order = (element: Element) => element.children.map(({ name }) => name).join(' ');
  expect(order(root)).toMatch(feedElements);
  const entries = childrenOf(root, 'entry');
  for (const entry of entries) expect(order(entry)).toMatch(entryElements);
  for (const element of [root, ...entries]) {
    expect(URL.canParse(textOf(element, 'id') ?? '')).toBe(true);
    expect(textOf(element, 'updated')).toMatch(dateTime);
    for (const person of childrenOf(element, 'author')) expect(textOf(person, 'name')).not.toBe('');
    for (const { attributes } of childrenOf(element, 'link'))
      expect(URL.canParse(attributes.href ?? '')).toBe(true);
    for (const { attributes } of childrenOf(element, 'category')) expect(attributes.term).toBeTruthy();
    for (const { attributes } of element.children) {
      if (attributes['xml:lang'] !== undefined) expect(attributes['xml:lang']).toMatch(languageTag);
    }
  }
  const ids = entries.map((entry) => textOf(entry, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  return root;
}

interface Item {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly content_text: string;
  readonly date_modified: string;
  readonly authors: readonly { readonly name: string; readonly url?: string }[];
  readonly language?: string;
}

interface JsonFeed {
  readonly version: string;
  readonly title: string;
  readonly feed_url: string;
  readonly home_page_url: string;
  readonly language: string;
  readonly items: readonly Item[];
}

/** What version 1.1 of JSON Feed requires. */
function jsonFeed(text: string | undefined): JsonFeed {
  const feed = JSON.parse(text ?? '') as JsonFeed;
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
  expect([typeof feed.title, Array.isArray(feed.items)]).toEqual(['string', true]);
  for (const item of feed.items) {
    expect([typeof item.id, typeof item.content_text]).toEqual(['string', 'string']);
    expect(item.content_text).not.toBe('');
    expect(item.date_modified).toMatch(dateTime);
    expect(item).not.toHaveProperty('date_published');
  }
  return feed;
}

const magie = `${base}work/hubert-1904-esquisse-d-une-theorie-generale`;

describe('the feeds of a small lab', async () => {
  const { files, view } = await siteOf(labOf(fiveWorks));
  const entries = (path: string) => childrenOf(checked(files.get(path) ?? ''), 'entry');
  const found = (path: string) => entries(path).find((entry) => textOf(entry, 'id') === magie);

  test.each(['feed.atom', 'feed.en.atom'])('%s holds the newest works first, each by its IRI', (path) =>
    expect(entries(path).map((entry) => textOf(entry, 'id'))).toEqual(view.works.map(({ id }) => base + id)),
  );

  test.each([
    ['feed.atom', 'fr', 'juin 1904. La magie comprend des agents, des actes et des représentations.'],
    ['feed.en.atom', 'en', 'June 1904. Magic has agents, acts and representations.'],
  ])('%s sums up in its language, with the date in words', (path, lang, words) => {
    const summary = childrenOf(found(path) ?? xmlOf('<x/>'), 'summary')[0];
    expect([summary?.attributes['xml:lang'], summary?.attributes.type, summary?.text]).toEqual([
      lang,
      'text',
      words,
    ]);
  });

  test('an entry never says a time of publication, for none is known', () =>
    expect(files.get('feed.atom')).not.toContain('<published'));

  test('authors stand in their order, with their pages', () => {
    const names = childrenOf(found('feed.atom') ?? xmlOf('<x/>'), 'author').map((each) => [
      textOf(each, 'name'),
      textOf(each, 'uri'),
    ]);
    expect(names).toEqual([
      ['Henri Hubert', `${base}person/henri-hubert.html`],
      ['Marcel Mauss', `${base}person/marcel-mauss.html`],
    ]);
  });

  test('the type and the subjects are categories, with their language where it is known', () => {
    const categories = childrenOf(found('feed.atom') ?? xmlOf('<x/>'), 'category').map(({ attributes }) => [
      attributes.term,
      attributes['xml:lang'],
    ]);
    expect(categories).toEqual([
      ['ScholarlyArticle', 'fr'],
      ['magie', 'fr'],
      ['religion', undefined],
    ]);
  });

  test.each([
    ['feed.json', 'fr', '.html'],
    ['feed.en.json', 'en', '.en.html'],
  ])('%s holds the same works', (path, language, ending) => {
    const feed = jsonFeed(files.get(path));
    expect([feed.language, feed.feed_url]).toEqual([language, base + path]);
    expect(feed.items.map(({ id, url }) => [id, url])).toEqual(
      view.works.map(({ id }) => [base + id, base + id + ending]),
    );
  });

  test.each([
    ['index.html', 'feed.atom', 'feed.json'],
    ['person/marcel-mauss.en.html', '../feed.en.atom', '../feed.en.json'],
  ])('%s leads to them', (page, first, second) => {
    const text = files.get(page) ?? '';
    expect(text).toMatch(
      new RegExp(`<link rel="alternate" type="application/atom\\+xml" [^>]*href="${first}">`),
    );
    expect(text).toMatch(
      new RegExp(`<link rel="alternate" type="application/feed\\+json" [^>]*href="${second}">`),
    );
  });
});

const hostile = [
  '</title><script>alert(1)</script>',
  ']]> & "quotes" \'and\' <b>',
  '\u202eاقتصاد السحر\u202c',
  'x'.repeat(2000),
];

test('titles, names and words of any kind stay what they are', async () => {
  const works: readonly Work[] = hostile.map((title, at) =>
    workOf({
      title,
      dates: [{ event: 'published', value: `${2000 + at}` }],
      contributions: [author('A&B', '<i>C</i>')],
    }),
  );
  const { files, view } = await siteOf(labOf(works));
  const entries = childrenOf(checked(files.get('feed.atom') ?? ''), 'entry');
  const titles = view.works.map(({ titles: [first] }) => first && plainText(first.text));
  expect(titles).toContain('<script>alert(1)</script>');
  expect(entries.map((entry) => textOf(entry, 'title'))).toEqual(titles);
  expect(jsonFeed(files.get('feed.json')).items.map(({ title }) => title)).toEqual(titles);
});

test('what XML cannot hold is left out', () => {
  const words = 'Mon\u0001 labo \ufffe\ud800!';
  const view = viewOfWorks([{ ...workOf({ title: words }), id: 'work/x' }], {
    lab: { ...bareLab, name: words },
  });
  const root = checked(String(atomFiles(view)[0]?.content));
  expect(childrenOf(root, 'author').map((each) => textOf(each, 'name'))).toEqual(['Mon labo !']);
  expect(childrenOf(root, 'entry').map((each) => textOf(each, 'title'))).toEqual(['Mon labo !']);
});

test('three thousand authors all stand in the feed', () => {
  const contributions = Array.from({ length: 3000 }, (_, at) =>
    author(`P${at}`, `Nom${at}`, { position: at + 1 }),
  );
  const view = viewOfWorks([{ ...workOf({ contributions }), id: 'work/x' }]);
  const [entry] = childrenOf(checked(String(atomFiles(view)[0]?.content)), 'entry');
  expect(entry && childrenOf(entry, 'author').length).toBe(3000);
});

test('where nobody knows when anything changed there is no feed', () => {
  const view = viewOfWorks([{ ...workOf(), id: 'work/x' }], { datestamps: new Map() });
  expect([...atomFiles(view), ...jsonFeedFiles(view)]).toEqual([]);
});

test('fifty works, however many there are', async () => {
  const works = Array.from({ length: 70 }, (_, at) =>
    workOf({ title: `Essai ${at}`, dates: [{ event: 'published', value: String(1900 + at) }] }),
  );
  const { files } = await siteOf(labOf(works));
  expect(childrenOf(checked(files.get('feed.atom') ?? ''), 'entry').length).toBe(50);
  expect(jsonFeed(files.get('feed.json')).items.length).toBe(50);
});

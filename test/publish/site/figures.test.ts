import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Agent } from '../../../pipeline/base/entity.ts';
import type { Work } from '../../../pipeline/base/work.ts';
import { strokeOf } from '../../../pipeline/publish/site/arcs.ts';
import { contrast } from '../../../pipeline/publish/site/assets.ts';
import { figuresPage } from '../../../pipeline/publish/site/figures-page.ts';
import { networkOf } from '../../../pipeline/publish/site/network.ts';
import { spansOf } from '../../../pipeline/publish/site/year-spans.ts';
import { author, workOf } from '../../works.ts';
import { fiveWorks, labOf, siteOf, viewOfWorks } from './site-of.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** All elements of that name below a node, in their order. */
function all(node: DefaultTreeAdapterTypes.Node, name: string): readonly Element[] {
  const below = 'childNodes' in node ? node.childNodes : [];
  return below.flatMap((child) => {
    const inside = all(child, name);
    return 'tagName' in child && child.tagName === name ? [child, ...inside] : inside;
  });
}

const attributeOf = ({ attrs }: Element, name: string) => attrs.find((each) => each.name === name)?.value;

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const numberOf = (text: string) => Number(text.replace(/[\u202f,%]/g, ''));

interface Shown {
  readonly id: string;
  readonly svg: Element;
  readonly links: readonly (string | undefined)[];
  readonly columns: readonly string[];
  readonly rows: readonly { readonly heads: readonly string[]; readonly cells: readonly number[] }[];
}

/** The figures of a page: what is drawn, and the table beside it. */
function figuresOf(html: string): ReadonlyMap<string, Shown> {
  const sections = all(parse(html), 'section').filter((section) => all(section, 'figure').length > 0);
  return new Map(
    sections.map((section) => {
      const id = attributeOf(section, 'aria-labelledby') ?? '';
      const [svg] = all(section, 'svg').filter((each) => attributeOf(each, 'role') === 'img');
      const [head, ...lines] = all(section, 'tr');
      if (!svg || !head) throw new Error(`no picture or no table in ${id}`);
      const rows = lines.map((line) => ({
        heads: all(line, 'th').map(textOf),
        cells: all(line, 'td').map((cell) => numberOf(textOf(cell))),
      }));
      const links = all(section, 'ul')
        .filter((list) => attributeOf(list, 'class') !== 'legend')
        .flatMap((list) => all(list, 'li').map((item) => all(item, 'a')[0]))
        .map((link) => link && attributeOf(link, 'href'));
      return [id, { id, svg, links, columns: all(head, 'th').map(textOf), rows }];
    }),
  );
}

/** The counts of a picture in bars: the numbers written, and those that the widths say. */
function barsOf({ svg }: Shown) {
  return all(svg, 'g').map((bar) => {
    const [label, total] = all(bar, 'text').map(textOf);
    const widths = all(bar, 'rect').map((rect) => numberOf(attributeOf(rect, 'width') ?? ''));
    return { label, total: numberOf(total ?? ''), widths };
  });
}

/** What each percent of width stands for is the same in the whole picture, and the parts are those of the table. */
function expectSameCounts(shown: Shown): void {
  const bars = barsOf(shown);
  expect(bars.length).toBe(shown.rows.length);
  const widest = bars.reduce((best, bar) => (bar.total > best.total ? bar : best));
  const unit = widest.widths.reduce((sum, width) => sum + width, 0) / widest.total;
  for (const [at, { total, widths }] of bars.entries()) {
    const { cells } = shown.rows[at] ?? { cells: [] };
    const parts = cells.length > 1 ? cells.slice(0, -1) : cells;
    expect(total).toBe(cells.at(-1));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    expect(widths.map((width) => Math.round(width / unit))).toEqual(parts.filter((part) => part > 0));
  }
}

const pages = ['figures.html', 'figures.en.html'] as const;

describe('the pictures of a small lab', async () => {
  const { files } = await siteOf(labOf(fiveWorks));
  const shownOn = (page: string) => figuresOf(files.get(page) ?? '');

  test.each(pages)('%s has the four of them, each named, described and with its table', (page) => {
    const shown = shownOn(page);
    expect([...shown.keys()]).toEqual(['by-year', 'by-type', 'together', 'by-journal']);
    const ids = [...(files.get(page) ?? '').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, svg, columns, rows } of shown.values()) {
      expect(attributeOf(svg, 'aria-labelledby')).toBe(`${id}-title ${id}-description`);
      for (const name of ['title', 'desc']) expect(all(svg, name).map(textOf).join('')).not.toBe('');
      // What is inside an image cannot be reached.
      expect(all(svg, 'a')).toEqual([]);
      for (const { heads, cells } of rows) expect(heads.length + cells.length).toBe(columns.length);
    }
    const scopes = all(parse(files.get(page) ?? ''), 'th').map((cell) => attributeOf(cell, 'scope'));
    expect(scopes.every((scope) => scope === 'row' || scope === 'col')).toBe(true);
  });

  test.each(pages.flatMap((page) => ['by-year', 'by-type', 'by-journal'].map((id) => [page, id] as const)))(
    '%s, %s: the picture and the table say the same',
    (page, id) => {
      const shown = shownOn(page).get(id);
      if (!shown) throw new Error(id);
      expectSameCounts(shown);
    },
  );

  test('years without works are there, as gaps without a link', () => {
    const years = shownOn('figures.html').get('by-year');
    expect(years?.rows.length).toBe(1925 - 1899 + 1);
    expect(years?.rows.filter(({ cells }) => cells.at(-1) !== 0).map(({ heads }) => heads[0])).toEqual([
      '1925',
      '1904',
      '1899',
    ]);
    expect(years?.links.filter(Boolean)).toEqual(['year/1925.html', 'year/1904.html', 'year/1899.html']);
    expect(years?.links.length).toBe(27);
  });

  test('undated works are said in words', () => {
    expect(files.get('figures.html')).toContain(
      '<a href="year/undated.html">1\u00a0publication</a> sans date n’y figure pas.',
    );
    expect(files.get('figures.en.html')).toContain(
      '<a href="year/undated.en.html">1\u00a0publication</a> without a date is not in it.',
    );
  });

  test('bars and names lead to pages that are there', () => {
    for (const { links } of shownOn('figures.en.html').values()) {
      for (const link of links) if (link !== undefined) expect(files.has(link)).toBe(true);
    }
  });

  test('who signed with whom: as many arcs as pairs, as thick as they are often', () => {
    const shown = shownOn('figures.html').get('together');
    expect(shown?.rows).toEqual([
      { heads: ['Henri Hubert', 'Marcel Mauss'], cells: [2] },
      { heads: ['Marcel Mauss', 'Robert Hertz'], cells: [1] },
    ]);
    const strokes = shown && all(shown.svg, 'path').map((path) => Number(attributeOf(path, 'stroke-width')));
    expect(strokes).toEqual(shown?.rows.map(({ cells: [works = 0] }) => strokeOf(works, 2)));
  });
});

test('a lab without a work has no pictures and no trouble', () =>
  expect(figuresPage(viewOfWorks([]), 'fr').main.html).not.toContain('<svg'));

test('the same collection gives the same page', () => {
  const view = viewOfWorks(crowd(90));
  expect(figuresPage(view, 'fr')).toEqual(figuresPage(view, 'fr'));
});

const agent = (id: string, name = id): Agent => ({
  id,
  kind: 'person',
  name: { value: name },
  alias: [],
  identifiers: [],
  affiliations: [],
});

const byAgents = (ids: readonly string[], more: Partial<Work> = {}) =>
  workOf({ contributions: ids.map((id, at) => author('P', id, { agent: id, position: at + 1 })), ...more });

/** Works that tie each of `size` people to the next. */
function crowd(size: number) {
  return Array.from({ length: size }, (_, at) => ({
    ...byAgents([`person/${at}`, `person/${(at * 7 + 1) % size}`]),
    id: `work/${at}`,
  }));
}

const viewWith = (works: ReturnType<typeof crowd>, people: readonly Agent[]) =>
  viewOfWorks(works, {
    collection: { works, agents: people, journals: [], parts: [], concepts: [], sources: [], tombstones: [] },
  });

describe('the network', () => {
  test('draws sixty people and counts the others', () => {
    const people = Array.from({ length: 90 }, (_, at) => agent(`person/${at}`));
    const network = networkOf(viewWith(crowd(90), [...people, agent('person/alone')]));
    expect([network.people.length, network.others, network.alone]).toEqual([60, 30, 1]);
    for (const { from, to } of network.ties) expect(from).toBeLessThan(to);
  });

  test('puts those beside each other who signed together', () => {
    const teams = [
      ['person/a', 'person/z'],
      ['person/b', 'person/y'],
      ['person/a', 'person/z'],
    ];
    const works = teams.map((team, at) => ({ ...byAgents(team), id: `work/${at}` }));
    const { people, ties } = networkOf(
      viewWith(
        works,
        teams.flat().map((id) => agent(id)),
      ),
    );
    expect(people).toEqual(['person/a', 'person/z', 'person/b', 'person/y']);
    expect(ties).toEqual([
      { from: 0, to: 1, works: 2 },
      { from: 2, to: 3, works: 1 },
    ]);
  });

  test('a work of a crowd ties nobody, and is counted', () => {
    const many = Array.from({ length: 3000 }, (_, at) => `person/${at}`);
    const network = networkOf(
      viewWith(
        [{ ...byAgents(many), id: 'work/1' }],
        many.map((id) => agent(id)),
      ),
    );
    expect([network.ties.length, network.crowded]).toEqual([0, 1]);
  });
});

test.each([
  ['single years', [2019, 2023], 5, [2019, 2019]],
  ['one year', [2020], 1, [2020, 2020]],
  ['a century, by five years', [1900, 2023], 25, [1900, 1904]],
  ['all history, by 250 years', [1, 9999], 40, [0, 249]],
] as const)('years in spans: %s', (_, years, count, last) => {
  const spans = spansOf(years.map((year) => [year, [year]] as const));
  expect(spans.length).toBe(count);
  expect([spans.at(-1)?.first, spans.at(-1)?.last]).toEqual(last);
  expect(spans.flatMap(({ works }) => works).sort((a, b) => a - b)).toEqual(years);
});

test('names of any kind and length are escaped, whole in the table and cut in the picture', () => {
  const long = `</text><script>alert(1)</script> ${'x'.repeat(2000)}`;
  const people = [agent('person/a', long), agent('person/b', '\u202eمحمد\u202c & "Ana"')];
  const works = [{ ...byAgents(['person/a', 'person/b']), id: 'work/1' }];
  const { html } = figuresPage(viewWith(works, people), 'fr').main;
  expect(all(parse(html), 'script')).toEqual([]);
  const shown = figuresOf(html).get('together');
  expect(shown?.rows[0]?.heads).toEqual([long, people[1]?.name.value]);
  const drawn = shown ? all(shown.svg, 'text').map(textOf) : [];
  expect(Math.max(...drawn.map((name) => name.length))).toBeLessThan(60);
});

describe('colours of pictures are told from the ground (WCAG 2.2, 1.4.11)', () => {
  const css = readFileSync(
    new URL('../../../pipeline/publish/site/assets/style.css', import.meta.url),
    'utf8',
  );
  const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
  const colour = (text: string, name: string) =>
    new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(text)?.[1] ?? '';
  const names = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6', 'tie'];

  test.each(names.flatMap((name) => [['light', name, light] as const, ['dark', name, dark] as const]))(
    'on the %s ground: %s',
    (_, name, text) => expect(contrast(colour(text, name), colour(text, 'ground'))).toBeGreaterThanOrEqual(3),
  );
});

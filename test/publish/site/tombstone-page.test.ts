import { describe, expect, test } from 'vitest';
import type { Tombstone } from '../../../pipeline/base/entity.ts';
import { framed, isIndexed } from '../../../pipeline/publish/site/layout.ts';
import { tombstonePage } from '../../../pipeline/publish/site/tombstone-page.ts';
import { base, fiveWorks, labOf, siteOf } from './site-of.ts';

const survivor = 'work/mauss-1925-essai-sur-le-don';
const stones: readonly Tombstone[] = [
  { id: 'work/old', state: 'merged', into: survivor },
  { id: 'work/older', state: 'merged', into: 'work/old' },
  { id: 'work/gone', state: 'deleted' },
  { id: 'work/into-gone', state: 'merged', into: 'work/gone' },
  { id: 'work/round', state: 'merged', into: 'work/and-round' },
  { id: 'work/and-round', state: 'merged', into: 'work/round' },
];

describe('a page for what is no more', async () => {
  const { view } = await siteOf(labOf(fiveWorks));
  const tombstones = new Map(stones.map((stone) => [stone.id, stone]));
  const pageOf = (id: string, language: 'fr' | 'en') => {
    const stone = tombstones.get(id);
    if (!stone) throw new Error(id);
    const page = tombstonePage({ ...view, tombstones }, stone, language);
    expect(isIndexed(page)).toBe(false);
    return framed({ ...view, tombstones }, page, language);
  };

  test.each([
    ['work/old', 'fr', '.html'],
    ['work/old', 'en', '.en.html'],
    ['work/older', 'fr', '.html'],
  ] as const)('%s, merged, sends on to its survivor (%s)', (id, language, ending) => {
    const text = pageOf(id, language);
    expect(text).toContain(`<link rel="canonical" href="${base}${survivor}${ending}">`);
    expect(text).toContain(`<meta http-equiv="refresh" content="0; url=../${survivor}${ending}">`);
    expect(text).toContain(`<a href="../${survivor}${ending}">${base}${survivor}</a>`);
    expect(text).not.toContain('noindex');
    expect(text).not.toContain('rel="alternate" hreflang');
  });

  test.each(['work/gone', 'work/into-gone', 'work/round'])('%s has nobody to send on to', (id) => {
    const text = pageOf(id, 'fr');
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect(text).not.toMatch(/canonical|http-equiv="refresh"/);
    expect(text).toContain(`<code>${base}${id}</code>`);
  });
});

test('what is gone from a lab keeps its pages, which no sitemap lists', async () => {
  const before = await siteOf(labOf(fiveWorks));
  const { files } = await siteOf(labOf(fiveWorks.slice(0, 4), { 'data/register.tsv': before.register }));
  const id = 'work/mauss-rapports-reels-et-pratiques';
  expect(files.get(`${id}.html`)).toContain('<h1>Notice retirée</h1>');
  expect(files.get(`${id}.en.html`)).toContain('<h1>Record withdrawn</h1>');
  expect(files.get('sitemap.xml')).not.toContain(id);
});

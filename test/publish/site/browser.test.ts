import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launched, served } from './browser.ts';
import { hostile } from './hostile-works.ts';
import { fiveWorks, labOf, siteOf } from './site-of.ts';

// The pages as people have them, in a real browser.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

const site = await siteOf(labOf([...fiveWorks, ...hostile]));
const magic = 'work/hubert-1904-esquisse-d-une-theorie-generale';

let browser: Browser;
let host: Awaited<ReturnType<typeof served>>;
beforeAll(async () => {
  browser = await launched();
  host = await served(site.files);
});
afterAll(async () => {
  await browser.close();
  await host.end();
});

/** Opens a page and does something with it; whatever the page asked of another host or complained about is a failure. */
async function opened<T>(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(host.address)) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(host.address + path, { waitUntil: 'networkidle' });
    const result = await use(page);
    expect(complaints).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

const pages = [
  'index.html',
  'works.html?q=magie',
  `${magic}.html`,
  `${magic}.en.html`,
  ...hostile.map((_, index) => `${site.view.works.filter(isHostile)[index]?.id}.html`),
  'person/marcel-mauss.html',
  [...site.files.keys()].find((path) => /^journal\/[^/]+\.html$/.test(path)) ?? '',
  'people.html',
  'year/1904.html',
  'type/article.en.html',
  'figures.html',
  'dataset.html',
  'accessibility.html',
  'legal.en.html',
  '404.html',
];

function isHostile({ notes }: { readonly notes: readonly unknown[] }): boolean {
  return notes.length > 0;
}

describe.each(pages)('%s', (path) => {
  test.each([
    ['light', 1280],
    ['light', 320],
    ['dark', 1280],
    ['dark', 320],
  ] as const)('has no barrier in %s, %d pixels wide', async (colorScheme, width) => {
    await opened(path, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
      // As a text, since the page's own policy lets no script in from elsewhere.
      await page.evaluate(axe);
      const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(rules)})`)) as AxeResults;
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
      ).toEqual([]);
      const [scroll, inner] = (await page.evaluate(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      )) as [number, number];
      expect(scroll).toBeLessThanOrEqual(inner);
    });
  });
});

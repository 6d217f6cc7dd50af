import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { focused, launched, served, tabTo, visited } from './browser.ts';
import { hostileWorks } from './hostile-works.ts';
import { fiveWorks, labOf, siteOf } from './site-of.ts';

// The pages as people have them, in a real browser.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

const site = await siteOf(labOf([...fiveWorks, ...hostileWorks(120)]));
const pageOf = (start: string) =>
  `${site.view.works.find(({ titles }) => titles[0]?.text.value.startsWith(start))?.id}.html`;
const magic = pageOf('Esquisse');

let browser: Browser;
let host: Awaited<ReturnType<typeof served>>;
beforeAll(async () => {
  browser = await launched();
  host = await served(site.files);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await host.end();
});

const opened = (
  path: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> => visited(path, { browser, address: host.address, options }, use);

describe('without barriers', () => {
  test.each([
    'index.html',
    'works.html?q=magie',
    magic,
    pageOf('שלום'),
    pageOf('Une longue'),
    'person/marcel-mauss.html',
    [...site.files.keys()].find((path) => /^journal\/[^/]+\.html$/.test(path)) ?? '',
    'people.en.html',
    'year/1904.html',
    'figures.html',
    'dataset.html',
    'query.html',
    'query.en.html',
    'accessibility.html',
    '404.html',
  ])(
    '%s, light and dark, on 320 and 1280 pixels',
    async (path) => {
      await opened(path, async (page) => {
        // As a text, since the page's own policy lets no script in from elsewhere.
        await page.evaluate(axe);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          for (const width of [320, 1280]) {
            await page.setViewportSize({ width, height: 900 });
            const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(rules)})`)) as AxeResults;
            const found = violations.map(
              ({ id, nodes: [node] }) =>
                `${id}, ${colorScheme}, ${width}: ${node?.html} ${node?.failureSummary}`,
            );
            expect(found).toEqual([]);
            expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
          }
        }
      });
    },
    120_000,
  );
});

describe('by keyboard alone', () => {
  test('from the home page over the skip link to a work and its exports', async () => {
    await opened('index.html', async (page) => {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Aller au contenu');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement?.id')).toBe('content');
      await tabTo(page, '1904');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/year/1904.html');
      await tabTo(page, 'Esquisse d’une théorie générale de la magie');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${magic}`);
      await tabTo(page, 'BibTeX');
      await tabTo(page, 'JSON-LD');
    });
  }, 120_000);

  test('a search, narrowed by year, to a result', async () => {
    await opened('works.html', async (page) => {
      await tabTo(page, 'q');
      await page.keyboard.type('mauss');
      await page.waitForSelector('#results li');
      await tabTo(page, 'year');
      await page.keyboard.type('1899');
      await page.waitForSelector('text=1 publication trouvée');
      await tabTo(page, 'Essai sur la nature et la fonction du sacrifice');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/work/**');
    });
  }, 120_000);

  test('wherever the focus is, it is seen', async () => {
    await opened(magic, async (page) => {
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`);
        const id = await page.evaluate('document.activeElement?.id');
        if (id !== 'content') expect(outline).toBe('solid');
      }
    });
  }, 120_000);
});

describe('without JavaScript', () => {
  test('everything but the search box is there', async () => {
    await opened(
      'works.html',
      async (page) => {
        expect(await page.isVisible('form.search')).toBe(false);
        await page.click('text=1904');
        await page.click('text=Esquisse');
        expect(page.url().endsWith(magic)).toBe(true);
        expect(await page.isVisible('text=BibTeX')).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  }, 120_000);
});

test('what a title says is never done', async () => {
  await opened('works.html?q=svg', async (page) => {
    page.on('dialog', (dialog) => {
      throw new Error(`a title opened a dialog: ${dialog.message()}`);
    });
    await page.waitForSelector('#results li');
    expect(await page.textContent('#results')).toContain('<svg onload=alert(1)>');
    expect(await page.evaluate(`document.querySelectorAll('#results script, #results img').length`)).toBe(0);
  });
}, 120_000);

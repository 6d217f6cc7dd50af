import { createServer } from 'node:http';
import { extname } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { expect } from 'vitest';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.gz': 'application/gzip',
};

/** The files of a site below `/id/` of an address on this machine; `end` closes it. */
export async function served(
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<{ readonly address: string; end(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(
      '/id/'.length,
    );
    const content = files.get(path === '' ? 'index.html' : path);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': mediaTypes[extname(path)] ?? 'text/plain; charset=utf-8',
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${address.port}/id/`,
    end: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A browser that comes with its package, without a window; it asks nobody for anything. */
export async function launched(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-zygote',
      '--disable-background-networking',
      '--disable-component-update',
      '--font-render-hinting=none',
    ],
  });
}

/** Where a page is looked at. */
export interface Visit {
  readonly browser: Browser;
  /** Every request of the page has to begin with it. */
  readonly address: string;
  /** Complaints that are none. */
  readonly expected?: RegExp | undefined;
  readonly options?: BrowserContextOptions | undefined;
}

/** Opens a page and does something with it; whatever the page asks of another host, or complains of, is a failure. */
export async function visited(
  path: string,
  { browser, address, expected, options }: Visit,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    context.on('request', (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith('blob:'))
        complaints.push(`it asks for ${request.url()}`);
    });
    await page.goto(address + path, { waitUntil: 'networkidle' });
    await use(page);
    expect(complaints.filter((each) => !expected?.test(each))).toEqual([]);
  } finally {
    await context.close();
  }
}

/** What the tab key has come to: the name of a field, or the words of a link or button. */
export const focused = (page: Page) =>
  page.evaluate(
    `(({ activeElement: it }) => it?.getAttribute('name') ?? it?.textContent.trim() ?? '')(document)`,
  ) as Promise<string>;

/** Goes on with the tab key until something is reached; gives up after a hundred steps. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 100; step += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at === name) return;
    passed.push(at);
  }
  throw new Error(`no way to “${name}” with the tab key, past ${passed.join(', ')}`);
}

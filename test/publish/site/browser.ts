import { createServer } from 'node:http';
import { extname } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** The files of a site below `/id/` of an address on this machine; `end` closes it. */
export async function served(
  files: ReadonlyMap<string, string>,
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

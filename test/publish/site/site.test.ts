import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { base, fiveWorks, labOf, siteOf } from './site-of.ts';

describe('a site', async () => {
  const { files } = await siteOf(labOf(fiveWorks));
  const pages = [...files].filter(([path]) => path.endsWith('.html'));

  test('is the same bytes when nothing changed', async () => {
    const again = await siteOf(labOf(fiveWorks));
    expect([...again.files.keys()]).toEqual([...files.keys()]);
    // The bytes of a compressed file depend on the compressing library alone.
    for (const [path, content] of again.files)
      expect(`${path}\n${content}`).toBe(`${path}\n${files.get(path)}`);
  });

  test.each(pages.map(([path, text]) => [path, text] as const))(
    'every link of %s leads to a place of it',
    (path, text) => {
      const links = [...text.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map(([, link = '']) => link);
      const own = links.flatMap((link) => {
        if (link.startsWith(base)) return [link.slice(base.length)];
        if (/^[a-z]+:/.test(link) || link.startsWith('#')) return [];
        return link.startsWith('/id/')
          ? [link.slice('/id/'.length)]
          : [posix.join(posix.dirname(path), link)];
      });
      // An IRI of a thing is no file: a server leads from it to the page.
      const lost = own.filter((link) => {
        const [file = '', fragment] = link.split('#');
        const page = files.get(file) ?? files.get(`${file}.html`);
        return page === undefined || (fragment !== undefined && !page.includes(` id="${fragment}"`));
      });
      expect(lost).toEqual([]);
    },
  );
});

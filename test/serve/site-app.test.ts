import { mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { siteApp } from '../../pipeline/serve/index.ts';
import { folderOf } from '../commands/moisson.ts';
import { requests } from './requests.ts';
import { base, files, html, tombstones } from './sample-site.ts';

const modified = new Date('2026-01-15T08:00:00Z');

function rootOf(more: Readonly<Record<string, string>> = {}): string {
  const folder = folderOf(
    Object.fromEntries(
      Object.entries({ ...files, ...more }).map(([path, content]) => [`site/${path}`, content]),
    ),
  );
  const root = join(folder, 'site');
  for (const path of Object.keys(files)) utimesSync(join(root, path), modified, modified);
  return root;
}

function appOf({ root = rootOf(), own = 'fr' as 'fr' | 'en', at = base } = {}) {
  const app = siteApp({
    root,
    base: at,
    own,
    tombstones: new Map(tombstones.map((each) => [each.id, each])),
  });
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.request(`http://localhost${path}`, { method, headers });
}

describe('an IRI leads to the document that suits', () => {
  test.each([
    [undefined, undefined, '/id/work/x.html'],
    ['*/*', undefined, '/id/work/x.html'],
    ['text/html', 'fr', '/id/work/x.html'],
    ['text/html', 'en-GB,en;q=0.9', '/id/work/x.en.html'],
    ['text/html', 'en;q=0.5,fr;q=0.8', '/id/work/x.html'],
    ['text/html', 'de', '/id/work/x.html'],
    ['text/html', 'en-US,fr;q=0.9,en;q=0.8', '/id/work/x.en.html'],
    ['text/html', 'EN-us;q=0.9,fr;q=0.8', '/id/work/x.en.html'],
    ['text/html', 'fr-CA;q=0.4,en;q=0.5,fr;q=0.1', '/id/work/x.en.html'],
    ['text/html', 'en,fr', '/id/work/x.html'],
    ['text/html', 'en;q=0.5,*;q=0.5', '/id/work/x.html'],
    ['text/html', 'fr;q=0,*', '/id/work/x.en.html'],
    ['text/html', 'fr;q=0,en;q=0', '/id/work/x.html'],
    ['text/html', 'eng', '/id/work/x.html'],
    ['text/html', 'x;;q=,=,en;q=2', '/id/work/x.en.html'],
    ['text/turtle', 'en', '/id/work/x.ttl'],
    ['application/ld+json', undefined, '/id/work/x.jsonld'],
    ['application/ld+json;profile="http://a/,http://b/;q=0"', undefined, '/id/work/x.jsonld'],
    [
      'application/ld+json; profile="https://schema.org/"; q=0.5, text/turtle;q=0.4',
      undefined,
      '/id/work/x.jsonld',
    ],
    ['text/turtle, text/html', undefined, '/id/work/x.html'],
    ['text/html;q=0.9, text/turtle;q=0.9', undefined, '/id/work/x.html'],
    ['text/html;q=0.5, text/turtle', undefined, '/id/work/x.ttl'],
    ['text/turtle, */*;q=0.1', undefined, '/id/work/x.ttl'],
    ['text/html;q=0, */*;q=0.5', undefined, '/id/work/x.ttl'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'en', '/id/work/x.en.html'],
    ['application/x-bibtex', undefined, '/id/work/x.bib'],
    ['application/x-research-info-systems', undefined, '/id/work/x.ris'],
    ['application/vnd.citationstyles.csl+json', undefined, '/id/work/x.csl.json'],
    ['application/tei+xml', undefined, '/id/work/x.tei.xml'],
  ])('%s, %s → %s', async (accept, language, location) => {
    const answer = await appOf()('/id/work/x', {
      ...(accept !== undefined && { Accept: accept }),
      ...(language !== undefined && { 'Accept-Language': language }),
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(location);
    expect(answer.headers.get('Vary')).toBe('Accept, Accept-Language');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  test.each([
    [
      '/id/person/p',
      'application/x-bibtex',
      'text/html\t/id/person/p.html\ntext/turtle\t/id/person/p.ttl\napplication/ld+json\t/id/person/p.jsonld\n',
    ],
    ['/id/work/%C3%A9mile', 'text/turtle', 'text/html\t/id/work/%C3%A9mile.html\n'],
  ])('%s has no %s: 406 with what there is', async (path, accept, list) => {
    const answer = await appOf()(path, { Accept: accept });
    expect(answer.status).toBe(406);
    expect(answer.headers.get('Vary')).toBe('Accept, Accept-Language');
    expect(await answer.text()).toBe(list);
  });

  test('where the lab writes English, the other page is French', async () => {
    const get = appOf({ own: 'en', root: rootOf({ 'work/x.fr.html': html('page') }) });
    const to = async (language: string) =>
      (await get('/id/work/x', { 'Accept-Language': language })).headers.get('Location');
    expect([await to('fr'), await to('en'), await to('')]).toEqual([
      '/id/work/x.fr.html',
      '/id/work/x.html',
      '/id/work/x.html',
    ]);
  });

  test.each([
    ['/id/work/x?a=1', '/id/work/x.html?a=1'],
    ['/id/work/%C3%A9mile', '/id/work/%C3%A9mile.html'],
    ['/id/works', '/id/works.html'],
  ])('%s → %s', async (path, location) => {
    expect((await appOf()(path)).headers.get('Location')).toBe(location);
  });
});

describe('the site is below the path of its IRIs', () => {
  test.each([
    ['/', 302, '/id/'],
    ['/id', 302, '/id/'],
    ['/id/', 200, null],
    ['/id/index.html', 200, null],
  ])('%s → %s', async (path, status, location) => {
    const answer = await appOf()(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Location')).toBe(location);
  });

  test('at the root of a host when they have none', async () => {
    const answer = await appOf({ at: 'https://data.example.org/' })('/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('accueil');
  });
});

describe('what a file is', () => {
  test.each([
    ['index.html', 'text/html; charset=utf-8', false],
    ['style.css', 'text/css; charset=utf-8', false],
    ['search.js', 'text/javascript; charset=utf-8', false],
    ['embed.js', 'text/javascript; charset=utf-8', true],
    ['embed.html', 'text/html; charset=utf-8', true],
    ['icon.svg', 'image/svg+xml', false],
    ['feed.atom', 'application/atom+xml', true],
    ['feed.en.json', 'application/feed+json', true],
    ['search.json', 'application/json', true],
    ['sitemap.xml', 'application/xml', true],
    ['robots.txt', 'text/plain; charset=utf-8', true],
    ['void.ttl', 'text/turtle; charset=utf-8', true],
    ['lab.nt', 'application/n-triples', true],
    ['lab.nq', 'application/n-quads', true],
    ['lab.trig', 'application/trig', true],
    ['lab.rdf', 'application/rdf+xml', true],
    ['lab.ndjson', 'application/x-ndjson', true],
    ['lab.csl.json', 'application/vnd.citationstyles.csl+json', true],
    ['lab.nq.gz', 'application/gzip', true],
    ['logo.png', 'image/png', false],
    ['strange.bin', 'application/octet-stream', false],
    ['work/x.jsonld', 'application/ld+json', true],
    ['work/x.bib', 'application/x-bibtex; charset=utf-8', true],
    ['work/x.ris', 'application/x-research-info-systems; charset=utf-8', true],
    ['work/x.tei.xml', 'application/tei+xml', true],
    ['work/x.linkset.json', 'application/linkset+json', true],
  ])('%s is %s; others may read it: %s', async (path, type, isOpen) => {
    const answer = await appOf()(`/id/${path}`, { 'Accept-Encoding': 'gzip' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe(type);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(isOpen ? '*' : null);
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(answer.headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
    expect(answer.headers.get('Cache-Control')).toBe('no-cache');
    const isPacked = /gzip|png|octet/.test(type);
    expect(answer.headers.get('Content-Encoding')).toBe(isPacked ? null : 'gzip');
    expect(answer.headers.get('Content-Security-Policy')).toBe(
      path.endsWith('.html') && path !== 'embed.html' ? "frame-ancestors 'self'" : null,
    );
    expect(answer.headers.get('X-Frame-Options')).toBeNull();
    await answer.arrayBuffer();
  });
});

describe('typed links', () => {
  test.each([
    [
      'work/x.html',
      `<${base}work/x>; rel="cite-as", <${base}work/x.ttl>; rel="describedby"; type="text/turtle"; title*=UTF-8''Donn%C3%A9e, <${base}work/x.linkset.json>; rel="linkset"; type="application/linkset+json", <https://orcid.org/0000-0001-2345-6789>; rel="author"`,
    ],
    [
      'work/x.ttl',
      `<${base}work/x.html>; rel="describes"; type="text/html", <${base}work/x.linkset.json>; rel="linkset"; type="application/linkset+json"`,
    ],
    [
      'lab.nt',
      `<${base}dataset.linkset.json>; rel="linkset"; type="application/linkset+json", <${base}dataset.html>; rel="collection"`,
    ],
    ['lab.nq', null],
    ['style.css', null],
    ['works.html', null],
    ['work/x.linkset.json', null],
  ])('%s', async (path, links) => {
    expect((await appOf()(`/id/${path}`)).headers.get('Link')).toBe(links);
    expect((await appOf()(`/id/${path}`, {}, 'HEAD')).headers.get('Link')).toBe(links);
  });
});

test('a broken link set does not take the page with it', async () => {
  const get = appOf({ root: rootOf({ 'work/x.linkset.json': '{"linkset":[{"anchor":' }) });
  const answer = await get('/id/work/x.html');
  expect([answer.status, await answer.text()]).toEqual([200, html('page')]);
  expect(answer.headers.get('Link')).toBe(
    `<${base}work/x.linkset.json>; rel="linkset"; type="application/linkset+json"`,
  );
});

describe('conditions', () => {
  async function tagOf(get: ReturnType<typeof appOf>, headers: Record<string, string> = {}) {
    return (await get('/id/work/x.ttl', headers)).headers.get('ETag') ?? '';
  }

  test('an unchanged document is not sent again', async () => {
    const get = appOf();
    const tag = await tagOf(get);
    const zipped = await tagOf(get, { 'Accept-Encoding': 'gzip' });
    const date = modified.toUTCString();
    const before = new Date(modified.getTime() - 1000).toUTCString();
    const cases: readonly (readonly [Record<string, string>, number])[] = [
      [{ 'If-None-Match': tag }, 304],
      [{ 'If-None-Match': `W/${tag}` }, 304],
      [{ 'If-None-Match': `"other", ${tag}` }, 304],
      [{ 'If-None-Match': '*' }, 304],
      [{ 'If-None-Match': '"other"' }, 200],
      [{ 'If-None-Match': zipped }, 200],
      [{ 'If-None-Match': zipped, 'Accept-Encoding': 'gzip' }, 304],
      [{ 'If-Modified-Since': date }, 304],
      [{ 'If-Modified-Since': before }, 200],
      [{ 'If-Modified-Since': 'yesterday' }, 200],
      [{ 'If-Modified-Since': date, 'If-None-Match': '"other"' }, 200],
      [{ 'If-None-Match': tag, Range: 'bytes=0-1' }, 304],
    ];
    for (const [headers, status] of cases) {
      const answer = await get('/id/work/x.ttl', headers);
      expect([headers, answer.status]).toEqual([headers, status]);
      expect(await answer.text()).toBe(status === 304 ? '' : '0123456789');
    }
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect(zipped).toBe(tag.replace(/"$/, '-gz"'));
  });

  test('what a client requires of the document comes first (RFC 9110, section 13.2.2)', async () => {
    const get = appOf();
    const tag = await tagOf(get);
    const date = modified.toUTCString();
    const before = new Date(modified.getTime() - 1000).toUTCString();
    const cases: readonly (readonly [Record<string, string>, number])[] = [
      [{ 'If-Match': tag }, 200],
      [{ 'If-Match': '*' }, 200],
      [{ 'If-Match': `"other", ${tag}` }, 200],
      [{ 'If-Match': '"other"' }, 412],
      [{ 'If-Match': `W/${tag}` }, 412],
      [{ 'If-Match': tag, 'Accept-Encoding': 'gzip' }, 412],
      [{ 'If-Unmodified-Since': date }, 200],
      [{ 'If-Unmodified-Since': before }, 412],
      [{ 'If-Unmodified-Since': 'yesterday' }, 200],
      [{ 'If-Match': tag, 'If-Unmodified-Since': before }, 200],
      [{ 'If-Match': '"other"', 'If-Unmodified-Since': date }, 412],
      [{ 'If-Match': '"other"', 'If-None-Match': tag }, 412],
      [{ 'If-Match': tag, 'If-None-Match': tag }, 304],
      [{ 'If-Unmodified-Since': before, 'If-Modified-Since': date }, 412],
      [{ 'If-Match': tag, Range: 'bytes=0-1' }, 206],
      [{ 'If-Match': '"other"', Range: 'bytes=0-1' }, 412],
    ];
    for (const method of ['GET', 'HEAD']) {
      for (const [headers, status] of cases) {
        const answer = await get('/id/work/x.ttl', headers, method);
        const isPart = status === 206 && method === 'HEAD';
        expect([method, headers, answer.status]).toEqual([method, headers, isPart ? 200 : status]);
        if (status === 412) expect(await answer.text()).toBe('');
      }
    }
  });

  test('where there is no document the conditions do not count', async () => {
    const get = appOf();
    const status = async (path: string) => (await get(path, { 'If-Match': '"other"' })).status;
    expect([await status('/id/nothing'), await status('/id/work/x'), await status('/id/work/gone')]).toEqual([
      404, 303, 410,
    ]);
  });

  test('a document that changes has another tag', async () => {
    const root = rootOf();
    const get = appOf({ root });
    const tag = await tagOf(get);
    writeFileSync(join(root, 'work/x.ttl'), 'other');
    expect(await tagOf(get)).not.toBe(tag);
  });

  test('text is compressed for who takes it, and says so', async () => {
    const answer = await appOf()('/id/work/x.ttl', { 'Accept-Encoding': 'br, gzip' });
    expect(answer.headers.get('Vary')).toBe('Accept-Encoding');
    expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe('0123456789');
    const plain = await appOf()('/id/work/x.ttl', { 'Accept-Encoding': 'gzip;q=0' });
    expect(plain.headers.get('Content-Encoding')).toBeNull();
    expect(plain.headers.get('Vary')).toBe('Accept-Encoding');
    expect(plain.headers.get('Content-Length')).toBe('10');
  });

  test('HEAD says what GET says, without the document', async () => {
    const answer = await appOf()('/id/work/x.ttl', { Range: 'bytes=0-1' }, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Length')).toBe('10');
    expect(await answer.text()).toBe('');
  });

  test.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=-200', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=5-2', 200, '0123456789', null],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['bytes=-', 200, '0123456789', null],
    ['lines=0-1', 200, '0123456789', null],
  ])('%s → %s', async (range, status, text, content) => {
    const answer = await appOf()('/id/work/x.ttl', { Range: range, 'Accept-Encoding': 'gzip' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Range')).toBe(content);
    expect(await answer.text()).toBe(text);
  });

  test('a part only for who holds the rest of the same document', async () => {
    const get = appOf();
    const tag = await tagOf(get);
    const status = async (ifRange: string) =>
      (await get('/id/work/x.ttl', { Range: 'bytes=0-1', 'If-Range': ifRange })).status;
    expect(await status(tag)).toBe(206);
    expect(await status(`W/${tag}`)).toBe(200);
    expect(await status('"other"')).toBe(200);
    expect(await status(modified.toUTCString())).toBe(206);
    expect(await status(new Date(0).toUTCString())).toBe(200);
    expect(await status('Sunday')).toBe(200);
  });

  test('an empty file has no part', async () => {
    expect((await appOf()('/id/void.ttl', { Range: 'bytes=0-' })).status).toBe(416);
  });
});

describe('what is no more', () => {
  test.each([
    ['/id/work/gone', 'fr', 410, 'retirée'],
    ['/id/work/gone', 'en', 410, 'withdrawn'],
    ['/id/work/gone.html', 'en', 410, 'retirée'],
    ['/id/work/gone.en.html', 'fr', 410, 'withdrawn'],
    ['/id/work/gone.ttl', 'en', 410, 'withdrawn'],
    ['/id/work/gone.linkset.json', 'fr', 410, 'retirée'],
  ])('%s in %s → %s', async (path, language, status, words) => {
    const answer = await appOf()(path, { 'Accept-Language': language, Accept: 'text/turtle' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain(words);
  });

  test.each([
    ['/id/work/old', '/id/work/x'],
    ['/id/work/old.ttl', '/id/work/x.ttl'],
    ['/id/work/old.en.html', '/id/work/x.en.html'],
    ['/id/work/older.csl.json?a', '/id/work/x.csl.json?a'],
  ])('%s → 301 %s', async (path, location) => {
    const answer = await appOf()(path);
    expect([answer.status, answer.headers.get('Location')]).toEqual([301, location]);
  });

  test('what went into something withdrawn is withdrawn, even without a page', async () => {
    expect((await appOf()('/id/work/lost')).status).toBe(410);
  });
});

describe('what is not there', () => {
  test.each([
    '/id/nothing',
    '/id/nothing.html',
    '/id/work/',
    '/id/work',
    '/id/work/x.html/',
    '/id/work/x/y',
    '/id//work/x.html',
    '/other',
    '/idwork/x',
    '/id/../package.json',
    '/id/..%2fpackage.json',
    '/id/%2e%2e/package.json',
    '/id/%2e%2e%2fsite%2findex.html',
    '/id/..%5csite%5cindex.html',
    '/id/work%2Fx.html',
    '/id/work/x.html%00',
    '/id/%00',
    '/id/%',
    '/id/%ff',
    '/id/%0a',
    '/id/.secret',
    '/id/work/.git/config',
    '/id/leak.txt',
    '/id/out/secret.txt',
    '/id/loop',
    `/id/${'a'.repeat(5000)}`,
  ])('%s', async (path) => {
    const root = rootOf();
    mkdirSync(join(root, '../outside'));
    writeFileSync(join(root, '../outside/secret.txt'), 'secret');
    symlinkSync('../outside/secret.txt', join(root, 'leak.txt'));
    symlinkSync('../outside', join(root, 'out'));
    symlinkSync('loop', join(root, 'loop'));
    const answer = await appOf({ root })(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('introuvable');
  });

  test.each([
    ['/id/nothing', 'en', 'not found'],
    ['/id/nothing.en.html', 'fr', 'not found'],
    ['/id/nothing', 'de', 'introuvable'],
  ])('%s in %s: %s', async (path, language, words) => {
    const answer = await appOf()(path, { 'Accept-Language': language });
    expect(await answer.text()).toContain(words);
    expect(answer.headers.get('Vary')).toBe('Accept-Language');
  });

  test('a link within the site is followed', async () => {
    const root = rootOf();
    symlinkSync('x.ttl', join(root, 'work/y.ttl'));
    expect((await appOf({ root })('/id/work/y.ttl')).status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])('%s is not allowed', async (method) => {
    const answer = await appOf()('/id/', {}, method);
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
});

describe('scripts of other sites may ask', () => {
  test.each(['/id/work/x.ttl', '/id/work/x', '/id/', '/'])('what they may do with %s', async (path) => {
    const asked = {
      Origin: 'https://other.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'if-none-match, range',
    };
    const answer = await appOf()(path, asked, 'OPTIONS');
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(Object.fromEntries(answer.headers)).toEqual({
      allow: 'GET, HEAD, OPTIONS',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': '*',
      'access-control-max-age': '86400',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
  });

  test.each(['/id/work/x.ttl', '/id/work/x', '/id/work/gone', '/id/work/old', '/id/nothing'])(
    'for %s by GET and HEAD, and see its links',
    async (path) => {
      for (const method of ['GET', 'HEAD']) {
        const { headers } = await appOf()(path, {}, method);
        expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
        expect(headers.get('Access-Control-Expose-Headers')).toBe('Link, ETag, Content-Range');
      }
    },
  );
});

describe('a rebuild puts another folder in the place of the site', () => {
  async function askedMeanwhile(path: string): Promise<Response> {
    const root = rootOf();
    const get = appOf({ root });
    const next = rootOf({ 'work/x.ttl': 'new' });
    renameSync(root, `${root}.previous`);
    const answer = get(path, { Accept: 'text/turtle' });
    const swap = setTimeout(() => renameSync(next, root), 100);
    onTestFinished(() => clearTimeout(swap));
    return answer;
  }

  test('a request for a document finds the one or the other', async () => {
    expect(['0123456789', 'new']).toContain(await (await askedMeanwhile('/id/work/x.ttl')).text());
  });

  test('a request for a thing is led to its document', async () => {
    const answer = await askedMeanwhile('/id/work/x');
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/id/work/x.ttl']);
  });

  test('a document has its typed links', async () => {
    expect((await askedMeanwhile('/id/work/x.html')).headers.get('Link')).toContain('rel="cite-as"');
  });

  test('where none comes the site is not available, which is not to say that nothing is there', async () => {
    const root = rootOf();
    renameSync(root, `${root}.previous`);
    const answer = await appOf({ root })('/id/work/x');
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
  });
});

test.each(requests)('$name', async ({ path, method, headers, status, answers }) => {
  const answer = await appOf()(path, headers, method);
  expect(answer.status).toBe(status);
  for (const [name, pattern] of Object.entries(answers ?? {}))
    expect(answer.headers.get(name) ?? '').toMatch(pattern);
});

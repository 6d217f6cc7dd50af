import { describe, expect, test } from 'vitest';
import { mediaTypes } from '../../../pipeline/base/media-types.ts';
import { serverFiles } from '../../../pipeline/publish/servers/servers.ts';
import { workForms } from '../../../pipeline/publish/site/address.ts';
import { tombstones } from '../../serve/sample-site.ts';

const recipes = (base: string) =>
  new Map(
    serverFiles({ base, own: 'fr', tombstones }).map(({ path, content }) => [path, String(content)] as const),
  );
const below = recipes('https://data.example.org/id/');

// `npm run test:peers` runs them on the servers themselves.
describe.each([...below])('%s', (path, content) => {
  test('has what is withdrawn and what is merged', () => {
    if (path.endsWith('_headers')) return;
    expect(content).toMatch(/work\/gone/);
    expect(content).toMatch(/work\/old\b[\s\S]{0,60}work\/x/);
    expect(content).toMatch(/work\/older\b[\s\S]{0,60}work\/x/);
    expect(content).toMatch(/work\/lost/);
    expect(content).not.toMatch(/undefined|\[object/);
  });

  test('has every media type, and the safe headers', () => {
    if (path.endsWith('_redirects')) return;
    const general = path.endsWith('_headers') ? ['.json', '.xml', '.js'] : [];
    for (const { ending, type } of mediaTypes) if (!general.includes(ending)) expect(content).toContain(type);
    expect(content).toContain('nosniff');
    expect(content).toContain("frame-ancestors 'self'");
  });
});

test('no file has its type from two rules of Netlify', () => {
  const rules = (below.get('site/_headers') ?? '').split(/^(?=\/)/m);
  const endings = rules
    .filter((rule) => rule.includes('  Content-Type:'))
    .map((rule) => rule.slice(2, rule.indexOf('\n')));
  const twice = endings.filter((one) => endings.some((other) => other !== one && one.endsWith(other)));
  expect(endings.length).toBeGreaterThan(20);
  expect(twice).toEqual([]);
});

test.each([
  ['https://data.example.org/id/', '/id/'],
  ['https://data.example.org/', '/'],
])('Netlify lets others frame the list of works of %s and no thing', (base, mount) => {
  const rules = (recipes(base).get('site/_headers') ?? '').split(/^(?=\/)/m);
  const framed = rules.filter((rule) => rule.includes('frame-ancestors')).map((rule) => rule.split('\n')[0]);
  expect(framed).toEqual([mount, `${mount}:kind/*`]);
});

test('at the root of a host nothing leads to itself', () => {
  const root = recipes('https://data.example.org/');
  expect(root.get('site/_redirects')).not.toMatch(/^\/ |^\/\* /m);
  expect(root.get('servers/apache.conf')).not.toContain('RewriteRule "^/$"');
  expect(root.get('servers/nginx.conf')?.match(/location = \/ /g)).toHaveLength(1);
  expect(root.get('servers/Caddyfile')).not.toContain('redir / /');
});

test('the forms of works have the media types of their writers', () => {
  for (const { extension, mediaType } of workForms) {
    expect(mediaTypes.find(({ ending }) => ending === extension)?.type).toBe(mediaType);
  }
});

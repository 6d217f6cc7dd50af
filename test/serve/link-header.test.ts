import { expect, test } from 'vitest';
import { linkHeader } from '../../pipeline/serve/link-header.ts';

const anchor = 'https://data.example.org/id/work/x.html';
const href = 'https://data.example.org/id/work/x.linkset.json';
const set = `<${href}>; rel="linkset"; type="application/linkset+json"`;

function header(links: Readonly<Record<string, readonly object[]>>): string {
  return linkHeader({ text: JSON.stringify({ linkset: [{ anchor, ...links }] }), href }, anchor);
}

test.each([
  [
    'an IRI as a URI',
    { item: [{ href: 'https://a.example/é/%C3%A9' }] },
    '<https://a.example/%C3%A9/%C3%A9>; rel="item"',
  ],
  [
    'what would end the address',
    { item: [{ href: 'https://a.example/>; rel="x"' }] },
    '<https://a.example/%3E;%20rel=%22x%22>; rel="item"',
  ],
  [
    'a quote within a title',
    { item: [{ href: 'https://a.example/', title: 'a "b" \\' }] },
    '<https://a.example/>; rel="item"; title="a \\"b\\" \\\\"',
  ],
  [
    'a title that is not ASCII (RFC 8187)',
    { item: [{ href: 'https://a.example/', title: 'L’été (1)' }] },
    `<https://a.example/>; rel="item"; title*=UTF-8''L%E2%80%99%C3%A9t%C3%A9%20%281%29`,
  ],
])('%s', (_, links, expected) => expect(header(links)).toBe(`${expected}, ${set}`));

test('of too many links the last are left out, never the link set', () => {
  const author = Array.from({ length: 400 }, (_, index) => ({ href: `https://orcid.org/${index}` }));
  const long = header({ 'cite-as': [{ href: 'https://data.example.org/id/work/x' }], author });
  expect(long.length).toBeLessThanOrEqual(8000);
  expect(long.length).toBeGreaterThan(7900);
  expect(long).toMatch(/^<https:\/\/data\.example\.org\/id\/work\/x>; rel="cite-as", /);
  expect(long.endsWith(set)).toBe(true);
});

test('a document that the link set does not know has the link set alone', () => {
  expect(linkHeader({ text: '{"linkset":[]}', href }, anchor)).toBe(set);
});

import { expect, test } from 'vitest';
import { linkHeader } from '../../pipeline/serve/link-header.ts';

const anchor = 'https://data.example.org/id/work/x.html';
const href = 'https://data.example.org/id/work/x.linkset.json';
const set = `<${href}>; rel="linkset"; type="application/linkset+json"`;

function header(links: Readonly<Record<string, readonly unknown[]>>): string {
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
  [
    'several languages (RFC 9264, section 4.2.4.1)',
    { item: [{ href: 'https://a.example/', hreflang: ['fr', 'en'] }] },
    '<https://a.example/>; rel="item"; hreflang="fr"; hreflang="en"',
  ],
  [
    'a title in a language, the first of several (RFC 8288, section 3.4.1)',
    {
      item: [
        {
          href: 'https://a.example/',
          'title*': [
            { value: 'L’été', language: 'fr' },
            { value: 'Summer', language: 'en' },
          ],
        },
      ],
    },
    `<https://a.example/>; rel="item"; title*=UTF-8'fr'L%E2%80%99%C3%A9t%C3%A9`,
  ],
  [
    'attributes of others, with and without a language',
    { item: [{ href: 'https://a.example/', foo: ['a', 'b'], 'bar*': [{ value: 'c' }] }] },
    `<https://a.example/>; rel="item"; foo="a"; foo="b"; bar*=UTF-8''c`,
  ],
  [
    'what is no link, and no attribute, is left out',
    {
      item: [
        null,
        'x',
        7,
        [],
        {},
        { href: 7 },
        { href: 'https://a.example/', title: 7, hreflang: [null], 'title*': ['x'], 'a b': 'c', 'd\n': 'e' },
      ],
    },
    '<https://a.example/>; rel="item"',
  ],
  [
    'half a character',
    { item: [{ href: 'https://a.example/\ud800', title: '\udc00' }] },
    `<https://a.example/%EF%BF%BD>; rel="item"; title*=UTF-8''%EF%BF%BD`,
  ],
])('%s', (_, links, expected) => expect(header(links)).toBe(`${set}, ${expected}`));

test('what a client needs most comes first', () => {
  const to = (href: string) => [{ href: `https://a.example/${href}` }];
  const links = {
    item: to('1'),
    author: to('2'),
    describedby: to('3'),
    collection: to('4'),
    license: to('5'),
    describes: to('6'),
    type: to('7'),
    'cite-as': to('8'),
  };
  const relations = [...header(links).matchAll(/rel="([^"]+)"/g)].map(([, relation]) => relation);
  expect(relations).toEqual([
    'cite-as',
    'type',
    'license',
    'describedby',
    'describes',
    'linkset',
    'author',
    'item',
    'collection',
  ]);
});

test('of too many links the last are left out, never the link set', () => {
  const author = Array.from({ length: 400 }, (_, index) => ({ href: `https://orcid.org/${index}` }));
  const described = [{ href: 'https://data.example.org/id/work/x.ttl' }];
  const long = header({
    author,
    item: [{ href: 'https://data.example.org/x.pdf' }],
    describedby: described,
    'cite-as': [{ href: 'https://data.example.org/id/work/x' }],
  });
  expect(long.length).toBeLessThanOrEqual(8000);
  expect(long.length).toBeGreaterThan(7900);
  expect(long).toMatch(/^<[^>]*\/x>; rel="cite-as", <[^>]*>; rel="describedby", <[^>]*>; rel="linkset"/);
  expect(long).not.toContain('rel="item"');
});

test('a link that alone is too long hides no other, and not the link set', () => {
  const long = [{ href: `https://a.example/${'x'.repeat(9000)}` }];
  expect(header({ 'cite-as': long, author: [{ href: 'https://a.example/' }] })).toBe(
    `${set}, <https://a.example/>; rel="author"`,
  );
  expect(header({ describedby: [{ href: 'https://a.example/', title: 'é'.repeat(1400) }] })).toBe(set);
});

test.each(['', '{', 'null', '[]', '7', '{"linkset":7}', '{"linkset":[null,7,[]]}'])(
  'a link set that is broken, %s, is named and nothing more',
  (text) => expect(linkHeader({ text, href }, anchor)).toBe(set),
);

test('the link set is named once', () => {
  expect(header({ linkset: [{ href, type: 'application/linkset+json' }] })).toBe(set);
});

test('a document that the link set does not know has the link set alone', () => {
  expect(linkHeader({ text: '{"linkset":[]}', href }, anchor)).toBe(set);
});

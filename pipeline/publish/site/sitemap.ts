import type { Language } from '../../base/words.ts';
import { textElement, type Written } from '../../write/index.ts';
import type { OutFile } from '../file.ts';
import { addressOf, type PageName } from './address.ts';
import { asUri } from './signposts.ts';
import { languagesOf, type View } from './view.ts';
import { declaration, xmlDocument, xmlPart } from './xml-document.ts';

/** A page for search engines, in all its languages. */
export interface Listed {
  readonly name: PageName;
  readonly changed?: string | undefined;
}

/** What one file may hold (sitemaps.org, protocol 0.9). */
export interface Limits {
  readonly addresses: number;
  readonly bytes: number;
}

const protocol: Limits = { addresses: 50_000, bytes: 50 * 1024 * 1024 };
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const head = `${declaration}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
const tail = '</urlset>\n';

/**
 * The pages in both languages, each naming the others (sitemaps.org, protocol 0.9): `sitemap.xml`, or where they are too
 * many for one file an index of that name before `sitemap-1.xml` and so on. Two files at most are in memory.
 */
export function* sitemapFiles(
  view: View,
  pages: Iterable<Listed>,
  limits: Limits = protocol,
): Iterable<OutFile> {
  const parts: Listed[] = [];
  let waiting: Part | undefined;
  for (const part of partsOf(view, pages, limits)) {
    if (waiting !== undefined) yield named(waiting, parts);
    waiting = part;
  }
  if (waiting === undefined || parts.length === 0) {
    yield { path: 'sitemap.xml', content: waiting?.content ?? head + tail };
    return;
  }
  yield named(waiting, parts);
  yield { path: 'sitemap.xml', content: indexOf(view, parts) };
}

interface Part {
  readonly content: string;
  readonly changed: string | undefined;
}

/** The next file of several, which the index will name. */
function named({ content, changed }: Part, parts: Listed[]): OutFile {
  const name = `sitemap-${parts.length + 1}.xml`;
  parts.push({ name, changed });
  return { path: name, content };
}

function* partsOf(view: View, pages: Iterable<Listed>, limits: Limits): Iterable<Part> {
  const edges = head.length + tail.length;
  let texts: string[] = [];
  let bytes = edges;
  let changed: string | undefined;
  for (const page of pages) {
    for (const text of addresses(view, page)) {
      const size = Buffer.byteLength(text);
      if (texts.length > 0 && (texts.length === limits.addresses || bytes + size > limits.bytes)) {
        yield { content: head + texts.join('') + tail, changed };
        texts = [];
        bytes = edges;
        changed = undefined;
      }
      texts.push(text);
      bytes += size;
      changed = later(changed, page.changed);
    }
  }
  if (texts.length > 0) yield { content: head + texts.join('') + tail, changed };
}

/** A page in each of its languages; what they say of each other is the same text. */
function addresses(view: View, { name, changed }: Listed): readonly string[] {
  const { lab, own } = view;
  const at = (to: Language) => asUri(addressOf(lab.base, name, to, own));
  const alternate = (hreflang: string, to: Language): Written => ({
    name: 'xhtml:link',
    attributes: { rel: 'alternate', hreflang, href: at(to) },
    inside: '',
  });
  const alternates = [...languagesOf(view).map((to) => alternate(to, to)), alternate('x-default', own)];
  const rest = [...textElement('lastmod', changed), ...alternates].map((each) => xmlPart(each, 2)).join('');
  return languagesOf(view).map(
    (language) => `  <url>\n${xmlPart({ name: 'loc', inside: at(language) }, 2)}${rest}  </url>\n`,
  );
}

function indexOf({ lab }: View, parts: readonly Listed[]): string {
  const inside = parts.map(
    ({ name, changed }): Written => ({
      name: 'sitemap',
      inside: [{ name: 'loc', inside: asUri(lab.base + name) }, ...textElement('lastmod', changed)],
    }),
  );
  return xmlDocument({ name: 'sitemapindex', attributes: { xmlns: namespace }, inside });
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}

/** Robots may read everything, and here is the list (RFC 9309; sitemaps.org). */
export function robotsFile({ lab }: View): OutFile {
  return {
    path: 'robots.txt',
    content: `# Robots read this file at the root of the host alone (RFC 9309, section 2.3). Where the site lies below another
# address, the lines belong into the robots.txt there.
User-agent: *
Allow: /

Sitemap: ${asUri(lab.base)}sitemap.xml
`,
  };
}

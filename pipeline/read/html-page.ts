import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { rememberingLast } from '../base/remembering-last.ts';
import { remembering } from './html-fold.ts';
import { type Item, itemsIn } from './html-items.ts';
import { linesOf } from './html-lines.ts';
import { attributeOf, elementsOf, type Tags, tagsOf, textOf, treeOf } from './html-tree.ts';

/** What a page says of works, each with its line. */
export interface Page {
  readonly metas: readonly Meta[];
  readonly links: readonly PageLink[];
  /** JSON-LD as it stands. */
  readonly scripts: readonly Script[];
  /** COinS: the key-value text of each. */
  readonly spans: readonly Script[];
  /** Works in microdata or RDFa, as JSON-LD. */
  readonly items: readonly Item[];
  readonly title: Script | undefined;
  /** Language that the page says it is written in. */
  readonly lang: string | undefined;
  readonly base: string | undefined;
}

/** One `meta` of a vocabulary of works; its name in lower case, `.` after its prefix. */
export interface Meta {
  readonly name: string;
  readonly content: string;
  /** `''` when the page says that it is in no known language. */
  readonly lang?: string | undefined;
  readonly scheme?: string | undefined;
  readonly line: number;
}

interface PageLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string | undefined;
}

/** A text of the page that describes works, and its line. */
export interface Script {
  readonly text: string;
  readonly line: number;
  /** `microdata` or `rdfa` when we made it of these. */
  readonly from?: string | undefined;
}

/** Whether a text may hold microdata or RDFa; asked of a page when it is read, and again when it is cut. */
export const mentionsItems = rememberingLast((text: string) => /\b(?:itemscope|typeof)\b/i.test(text));

/** Reads a page with parse5, and keeps what speaks of works; a piece of a page has no places of its own. */
export function pageOf(text: string, of: 'page' | 'piece' = 'page'): Page {
  const tags = tagsOf(text);
  // Any element may be an item.
  if (mentionsItems(text)) {
    const document = treeOf(tags, of === 'page');
    return pageIn(elementsOf(document), itemsIn(document));
  }
  return of === 'page' ? linedPage(tags) : pageIn(elementsOf(treeOf(tags, false)), []);
}

/** A page without items, of which few elements are asked for their lines. */
function linedPage(tags: Tags): Page {
  const elements = elementsOf(treeOf(tags, false));
  // What stands between the cells of a table comes before it in the tree.
  const lines = tags.starts.has('table') ? undefined : linesOf(elements, isPlaced, tags);
  if (!lines) return pageIn(elementsOf(treeOf(tags, true)), []);
  return pageIn(elements, [], (_, index) => lines[index] ?? 1);
}

const isPlaced = (element: Tree.Element) => placed.has(element.tagName) || isCoins(element);
const placed: ReadonlySet<string> = new Set(['meta', 'script', 'title']);

function isCoins(element: Tree.Element): boolean {
  const names = attributeOf(element, 'class');
  return names !== undefined && /\bZ3988\b/.test(names);
}

/** What elements say of works, with the works that stand in microdata or RDFa. */
export function pageIn(
  elements: readonly Tree.Element[],
  items: readonly Item[],
  lineOf = (element: Tree.Element, _index: number) => element.sourceCodeLocation?.startLine ?? 1,
): Page {
  const metas: Meta[] = [];
  const links: PageLink[] = [];
  const scripts: Script[] = [];
  const spans: Script[] = [];
  let title: Script | undefined;
  let html: Tree.Element | undefined;
  let base: string | undefined;

  let index = 0;
  for (const element of elements) {
    const { tagName: tag } = element;
    const line = lineOf(element, index);
    index += 1;
    if (tag === 'meta') addMetas(metas, element, line);
    else if (tag === 'link') links.push(...linksOf(element));
    else if (tag === 'html') html ??= element;
    else if (tag === 'base') base ??= attributeOf(element, 'href');
    else if (tag === 'title' && element.namespaceURI.endsWith('xhtml'))
      title ??= { text: textOf(element), line };
    else if (tag === 'script' && /^application\/ld\+json\b/i.test(attributeOf(element, 'type') ?? ''))
      scripts.push({ text: scriptOf(element), line, from: attributeOf(element, 'data-from') });
    else if (isCoins(element)) spans.push({ text: attributeOf(element, 'title') ?? '', line });
  }
  const lang = html && (attributeOf(html, 'lang') ?? attributeOf(html, 'xml:lang'));
  return {
    metas,
    links,
    scripts,
    spans,
    items,
    title,
    lang: lang || undefined,
    base,
  };
}

/** The text of a script, without the comment or CDATA marks that some pages wrap it in. */
function scriptOf(element: Tree.Element): string {
  const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  return text
    .replace(/^\s*(?:\/\/\s*|\/\*\s*)?<!(?:\[CDATA\[|--)(?:\s*\*\/)?/, '')
    .replace(/(?:\/\/\s*|\/\*\s*)?(?:\]\]|--)>(?:\s*\*\/)?\s*$/, '')
    .replace(/;\s*$/, '');
}

/** The vocabularies that speak of works; every other `meta` speaks of the page, the site or its programs. */
const families =
  /^(?:(?:bepress_)?citation_|(?:dc|dcterms|dct|prism|eprints)[.:]|(?:og|article|book):|(?:author|description|keywords)$)/;

function addMetas(metas: Meta[], { attrs }: Tree.Element, line: number): void {
  let content: string | undefined;
  let name = '';
  let property: string | undefined;
  let lang: string | undefined;
  let xmlLang: string | undefined;
  let scheme: string | undefined;
  // There are dozens of them in a page: each attribute is looked at once.
  for (const { name: key, value } of attrs) {
    if (key === 'content') content = value;
    else if (key === 'name') name = value;
    else if (key === 'property') property = value;
    else if (key === 'lang') lang = value;
    else if (key === 'xml:lang') xmlLang = value;
    else if (key === 'scheme') scheme = value;
  }
  if (content === undefined) return;
  const names = namesIn(property === undefined ? name : `${name} ${property}`);
  const words = content.trim();
  // Of an empty `meta` only this name says something.
  const isSaid = words !== '' || names.some((one) => one.includes('world_readable'));
  if (!isSaid) return;
  for (const one of names)
    metas.push({ name: one, content: words, lang: lang ?? xmlLang, scheme: scheme || undefined, line });
}

/** The names of a `meta` that speak of works. Pages have the same ones, again and again. */
const namesIn = remembering((said): readonly string[] => {
  const names = said
    .toLowerCase()
    .split(/\s+/)
    .filter((one) => families.test(one));
  return [...new Set(names.map(metaName))];
});

/** The name of a `meta` with a dot after the prefix, and one prefix for the terms of Dublin Core. */
export function metaName(name: string): string {
  const colon = name.indexOf(':');
  const dotted = colon < 0 ? name : name.replace(/^(dc|dcterms|dct|prism|eprints):/, '$1.');
  return dotted.startsWith('dct.') ? `dcterms.${dotted.slice(4)}` : dotted;
}

/** The links that speak of the work: its address, what it is cited as, its files, its licence. */
const rels: ReadonlySet<string> = new Set(['canonical', 'cite-as', 'item', 'license']);

function linksOf(element: Tree.Element): readonly PageLink[] {
  const href = attributeOf(element, 'href')?.trim();
  if (!href) return [];
  const type = attributeOf(element, 'type');
  return (attributeOf(element, 'rel') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((rel) => rels.has(rel))
    .map((rel) => ({ rel, href, type }));
}

import { defaultTreeAdapter, html, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { mentionsItems, type Page, pageIn, pageOf, type Script } from './html-page.ts';
import type { Piece } from './reader.ts';

// The small page that a work is cut into is written here and read here: to read it with parse5, after the page itself,
// was a tenth of what a page costs. One that is read right after it was written is not even parsed, for it has its page.

/** A piece that has the page which its text would be read as. */
interface PagePiece extends Piece {
  readonly page: Page;
}

/** A description of a work as it may stand in a page. */
export interface Description extends Script {
  readonly kind: 'script' | 'span';
}

/** The page of the work that a page is about: what its head says, and the descriptions; its line is where these begin. */
export function pieceOfPage(
  page: Page,
  descriptions: readonly Description[],
  { line, isPlain }: { line: number; isPlain: boolean },
): Piece {
  if (isPlain) return new PlainPiece(line, page, descriptions);
  return pieceWith(textOfPage(page, descriptions), line, page, descriptions);
}

/** A piece whose text is only written when a record is rejected, which is seldom. */
class PlainPiece implements PagePiece {
  readonly kind = 'record';
  readonly line: number;
  readonly page: Page;
  readonly head: Head;
  readonly descriptions: readonly Description[];

  constructor(line: number, head: Head, descriptions: readonly Description[]) {
    this.line = line;
    this.page = pageWith(head, descriptions);
    this.head = head;
    this.descriptions = descriptions;
  }

  get text(): string {
    return textOfPage(this.head, this.descriptions);
  }
}

/** Whether a page holds nothing that the text of a piece could say otherwise than the page itself. */
export function isPlainPage(text: string): boolean {
  // What a number stands for may be anything.
  return !(text.includes('&#') || isBeyond(text));
}

/** The page of a work that a page only describes. */
export function pieceOfDescriptions(descriptions: readonly Description[], line: number): Piece {
  return pieceWith(descriptions.map(markup).join('\n'), line, nothingElse, descriptions);
}

/** What a page says of a work outside of the descriptions. */
type Head = Omit<Page, 'scripts' | 'spans' | 'items'>;

const nothingElse: Head = {
  metas: [],
  links: [],
  title: undefined,
  lang: undefined,
  base: undefined,
};

function pieceWith(text: string, line: number, head: Head, descriptions: readonly Description[]): Piece {
  if (isBeyond(text)) return { text, line, kind: 'record' };
  const piece: PagePiece = { text, line, kind: 'record', page: pageWith(head, descriptions) };
  return piece;
}

function pageWith({ metas, links, title, lang, base }: Head, descriptions: readonly Description[]): Page {
  return {
    metas,
    links,
    // A piece has no places of its own.
    scripts: descriptions
      .filter(({ kind }) => kind === 'script')
      .map(({ text: json, from }) => ({ text: inScript(json), line: 1, from })),
    spans: descriptions.filter(({ kind }) => kind === 'span').map((each) => ({ text: each.text, line: 1 })),
    items: [],
    title,
    lang,
    base,
  };
}

function textOfPage(head: Head, descriptions: readonly Description[]): string {
  const { metas, links, title, lang, base } = head;
  const lines = [
    ...(title ? [`<title>${escaped(title.text)}</title>`] : []),
    ...(base ? [`<base href="${escaped(base)}">`] : []),
    ...metas.map(
      ({ name, content, lang: of, scheme }) =>
        `<meta name="${escaped(name)}" content="${escaped(content)}"${attribute('lang', of)}${attribute('scheme', scheme)}>`,
    ),
    ...links.map(
      ({ rel, href, type }) => `<link rel="${rel}" href="${escaped(href)}"${attribute('type', type)}>`,
    ),
    ...descriptions.map(markup),
  ];
  return `<html${attribute('lang', lang)}>\n${lines.join('\n')}\n</html>`;
}

function markup({ kind, text, from }: Description): string {
  if (kind === 'span') return `<span class="Z3988" title="${escaped(text)}"></span>`;
  return `<script type="application/ld+json" data-from="${from}">${inScript(text)}</script>`;
}

/** `<` may stand in JSON under its number alone, so that no `</script>` in a text ends the script. */
const inScript = (json: string) => json.replaceAll('<', '\\u003c');

const attribute = (name: string, value: string | undefined) =>
  value === undefined ? '' : ` ${name}="${escaped(value)}"`;

const special = /[&"<]/;

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** A line of such a page: a tag, and for three of them the text up to its end. */
const line =
  /(?:<(base|meta|link)((?: [a-z-]+="[^"<]*")+)>|<(title|script|span)((?: [a-z-]+="[^"<]*")*)>([^<]*)<\/\3>)(?:\n|$)/y;
const opening = /<html((?: [a-z-]+="[^"<]*")?)>\n/y;
const attributes = / ([a-z-]+)="([^"]*)"/g;
/** Whether only the parser of a whole page understands it: other entities and ends of lines, microdata, RDFa. */
function isBeyond(text: string): boolean {
  if (text.includes('\r') || text.includes('\0') || mentionsItems(text)) return true;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1))
    if (!known.some((entity) => text.startsWith(entity, at))) return true;
  return false;
}

const known = ['&amp;', '&quot;', '&lt;'];
// Well below what the parser of a page would refuse, which is then the one to refuse it.
const longest = 1_000_000;

/** The page of a piece that was just cut; undefined for one that only its text tells. */
export function pageKnown(piece: Piece | PagePiece): Page | undefined {
  return 'page' in piece ? piece.page : undefined;
}

/** Reads a piece; one that is not written as above is read as any page is. */
export function pageOfPiece({ text }: Piece): Page {
  const elements = elementsOfPiece(text);
  return elements ? pageIn(elements, []) : pageOf(text, 'piece');
}

/** The elements of a text that is written as above; undefined for any other. */
export function elementsOfPiece(text: string): readonly Tree.Element[] | undefined {
  if (text.length > longest || isBeyond(text)) return undefined;
  const elements: Tree.Element[] = [];
  opening.lastIndex = 0;
  const open = opening.exec(text);
  if (open) elements.push(element('html', open[1] ?? ''));
  const end = open && text.endsWith('\n</html>') ? text.length - '</html>'.length : text.length;
  for (let at = open?.[0].length ?? 0; at < end; ) {
    line.lastIndex = at;
    const [whole, bare, itsOwn = '', full, own = '', inside = ''] = line.exec(text) ?? [];
    if (whole === undefined) return undefined;
    elements.push(bare === undefined ? element(full ?? '', own, inside) : element(bare, itsOwn));
    at += whole.length;
  }
  return elements;
}

function element(name: string, own: string, inside = ''): Tree.Element {
  const attrs = Array.from(own.matchAll(attributes), ([, key = '', value = '']) => ({
    name: key,
    value: unescaped(value),
  }));
  const made = defaultTreeAdapter.createElement(name, html.NS.HTML, attrs);
  if (inside !== '') made.childNodes.push(defaultTreeAdapter.createTextNode(textIn(name, inside)));
  return made;
}

/** In a script, nothing is escaped. */
const textIn = (name: string, words: string) => (name === 'script' ? words : unescaped(words));

const escapes: Readonly<Record<string, string>> = { '&amp;': '&', '&quot;': '"', '&lt;': '<' };

function unescaped(text: string): string {
  return text.includes('&')
    ? text.replace(/&(?:amp|quot|lt);/g, (entity) => escapes[entity] ?? entity)
    : text;
}

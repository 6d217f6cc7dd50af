import { cutPage, mentionsWork } from './html-cut.ts';
import { isArticle, isBibliographic } from './html-metas.ts';
import { metaName } from './html-page.ts';
import { pageKnown, pageOfPiece } from './html-piece.ts';
import { draftOfPage } from './html-record.ts';
import { hasNotices } from './prose/forms.ts';
import type { Reader } from './reader.ts';
import { parseSchema } from './schema.ts';
import { isWork } from './schema-types.ts';

/**
 * The landing page of a work, or a page with a list of works, by its machine-readable metadata: Highwire, PRISM, Dublin
 * Core, EPrints, JSON-LD, microdata, RDFa, COinS; last Open Graph and what every page says of itself. A `meta` of no
 * vocabulary of works (viewport, generator, twitter…) is of the page and is left out, as are what JSON-LD says of the
 * site and its publisher, the pictures of Open Graph, and what Dublin Core says of the format of the page.
 */
export const html: Reader = {
  name: 'html',
  title: { fr: 'page HTML avec métadonnées', en: 'HTML page with metadata' },
  mediaType: 'text/html',
  extensions: ['.html', '.htm', '.xhtml'],
  sniff: (head) => isPage(head) && describesWork(head),
  cut: cutPage,
  parse(piece, origin) {
    const known = pageKnown(piece);
    if (known) return draftOfPage(known, origin);
    return /^\s*[[{]/.test(piece.text) ? parseSchema(piece, origin) : draftOfPage(pageOfPiece(piece), origin);
  },
};

const start =
  /^[\s\ufeff]*<(?:!doctype\s+html|html|head|body|meta|title|link|script|span|div|main|article|section|ul|ol|p)\b/i;
// An XML declaration, a comment, white space: what may stand before.
const before = /^[\s\ufeff]*(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->)/;

function isPage(head: string): boolean {
  let text = head;
  let isXml = false;
  for (let found = before.exec(text); found; found = before.exec(text)) {
    isXml ||= found[0].includes('<?xml');
    text = text.slice(found[0].length);
  }
  // `<article>` is also how JATS begins.
  return isXml ? /^\s*<(?:!doctype\s+html|html)\b/i.test(text) : start.test(text);
}

const metas = /<meta\b[^>]*>/gi;
const named = /\b(?:name|property)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const itemTypes = /\b(?:itemtype|typeof)\s*=\s*["']?([^"'>]{0,300})/gi;
const script = /<script\b[^>]*application\/ld\+json[^>]*>/gi;

/** Whether a page's metadata is of a work, by the words alone; a page in prose is read by another reader. */
function describesWork(head: string): boolean {
  const names = Array.from(head.matchAll(metas), ([tag]) =>
    /\bcontent\s*=/i.test(tag) ? namesIn(tag) : [],
  ).flat();
  const found = { metas: names.map((name) => ({ name, content: '', line: 1 })) };
  if (isBibliographic(found)) return true;
  // Every page of a blog says that it is an article, a list of publications too.
  if (isArticle(found)) return !hasNotices(head);
  if (/\bclass\s*=\s*["']?[^"'>]{0,100}\bZ3988\b/.test(head)) return true;
  for (const { 0: tag, index } of head.matchAll(script)) {
    const from = index + tag.length;
    const to = head.indexOf('</script', from);
    if (mentionsWork(head.slice(from, to < 0 ? head.length : to))) return true;
  }
  for (const [, types = ''] of head.matchAll(itemTypes)) {
    const isSchema = /schema/.test(types) || /\bvocab\s*=\s*["']?https?:\/\/schema\.org/i.test(head);
    const bare = types
      .split(/\s+/)
      .map((type) => type.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/, ''));
    if (isSchema && isWork(bare)) return true;
  }
  return false;
}

function namesIn(tag: string): readonly string[] {
  return Array.from(
    tag.matchAll(named),
    ([, double, single, none]) => double ?? single ?? none ?? '',
  ).flatMap((names) => names.toLowerCase().split(/\s+/).map(metaName));
}

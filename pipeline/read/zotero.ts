import { Leftovers } from './json-part.ts';
import { jsonObject } from './json-text.ts';
import type { Reader } from './reader.ts';
import { cutItems } from './zotero-cut.ts';
import { itemDraft } from './zotero-item.ts';
import { rdfItem } from './zotero-rdf.ts';
import { cutRdf, knownItem, readItem } from './zotero-rdf-cut.ts';

const isXml = (text: string) => /^[\s\ufeff]*</.test(text);
const namespace = /\sxmlns(?::[\w.-]+)?\s*=\s*["']http:\/\/www\.zotero\.org\/namespaces\/export#["']/;
const isRdf = (head: string) => namespace.test(head) && /<(?:[\w.-]+:)?RDF[\s>]/.test(head);
const itemType = /"itemType"\s*:\s*"|"label"\s*:\s*"BetterBibTeX JSON"/;
// Our own records, which may hold what was not understood of an item.
const other = /"titles"\s*:/;

/**
 * Zotero's own formats: JSON as its server gives it (`{"key": …, "data": {…}}`), bare items, the export of Better BibTeX
 * (`{"items": […]}`), and Zotero RDF. Notes and files go with their item, wherever they stand; so a text is read whole.
 */
export const zotero: Reader = {
  name: 'zotero',
  title: { fr: 'Zotero (JSON, RDF)', en: 'Zotero (JSON, RDF)' },
  mediaType: 'application/json',
  extensions: ['.json', '.rdf', '.xml', '.jsonl', '.ndjson'],
  sniff: (head) =>
    isXml(head) ? isRdf(head) : /^[\s\ufeff]*[[{]/.test(head) && itemType.test(head) && !other.test(head),
  cut: (text) => (isXml(text) ? cutRdf(text) : cutItems(text)),
  parse(piece, origin) {
    const left = new Leftovers(origin.source.name);
    const item = knownItem(piece) ?? (isXml(piece.text) ? readItem(piece) : undefined);
    const of = item ? rdfItem(item, left) : jsonObject(piece);
    return itemDraft({ of, path: '', left }, origin);
  },
};

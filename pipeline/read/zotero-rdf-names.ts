import { type Element, elementsOf, rawText } from './xml-tree.ts';

const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.zotero.org/namespaces/export#', 'z'],
  ['http://purl.org/net/biblio#', 'bib'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://prismstandard.org/namespaces/1.2/basic/', 'prism'],
  ['http://xmlns.com/foaf/0.1/', 'foaf'],
  ['http://nwalsh.com/rdf/vCard#', 'vcard'],
  ['http://purl.org/rss/1.0/modules/link/', 'link'],
]);

/** Where the words of an element go, by its name in one kind of resource (zotero/translators, `Zotero RDF.js`). */
export type Fields = Readonly<Record<string, string>>;

/** The elements of an item itself. */
export const ofItem: Fields = {
  'dc:title': 'title',
  'dc:date': 'date',
  'dcterms:issued': 'date',
  'dcterms:dateSubmitted': 'accessDate',
  'dcterms:abstract': 'abstractNote',
  'dcterms:alternative': 'journalAbbreviation',
  'dcterms:medium': 'medium',
  'dc:description': 'extra',
  'dc:rights': 'rights',
  'dc:coverage': 'archiveLocation',
  'dc:type': 'type',
  'dc:language': 'language',
  'prism:edition': 'edition',
  'prism:volume': 'volume',
  'prism:number': 'number',
  'bib:pages': 'pages',
};
/** Those of the journal, book or site that holds it. */
export const ofContainer: Fields = {
  'dc:title': 'publicationTitle',
  'dcterms:alternative': 'journalAbbreviation',
  'prism:volume': 'volume',
  'prism:number': 'issue',
};
/** Those of its series. */
export const ofSeries: Fields = {
  'dc:title': 'series',
  'dcterms:alternative': 'seriesTitle',
  'dc:description': 'seriesText',
  'dc:identifier': 'seriesNumber',
};
/** Those of a file. */
export const ofFile: Fields = { 'dc:title': 'title', 'link:type': 'contentType', 'dc:description': 'note' };
/** Those of a publisher’s address. */
export const ofAddress: Fields = { 'vcard:locality': 'place' };
/** Those of a person. */
export const ofPerson: Fields = {
  'foaf:surname': 'lastName',
  'foaf:lastName': 'lastName',
  'foaf:familyName': 'lastName',
  'foaf:givenName': 'firstName',
  'foaf:givenname': 'firstName',
  'foaf:firstName': 'firstName',
  'foaf:name': 'name',
};

/** Older exports say the type by the element alone. */
export const itemTypes: Fields = {
  Article: 'journalArticle',
  Book: 'book',
  BookSection: 'bookSection',
  Thesis: 'thesis',
  Report: 'report',
  Manuscript: 'manuscript',
  ConferenceProceedings: 'presentation',
};

/** The name of an element with the prefix that Zotero gives its namespace. */
export function nameOf({ name, namespace }: Element): string {
  const prefix = prefixes.get(namespace);
  return prefix === undefined ? `{${namespace}}${name}` : `${prefix}:${name}`;
}

/** An attribute of RDF, whatever prefix the file gives it. */
export function rdfAttribute(element: Element, ...names: readonly string[]): string | undefined {
  for (const [name, value] of element.attributes) {
    if (names.includes(name.slice(name.indexOf(':') + 1))) return value;
  }
  return undefined;
}

/** An element as JSON, to be kept: its text, what it refers to, or its elements by name. */
export function plain(element: Element): unknown {
  const children = elementsOf(element);
  if (children.length === 0) return rdfAttribute(element, 'resource') ?? rawText(element).trim();
  const values = new Map<string, unknown[]>();
  for (const child of children) {
    const said = values.get(nameOf(child));
    if (said) said.push(plain(child));
    else values.set(nameOf(child), [plain(child)]);
  }
  return Object.fromEntries(Array.from(values, ([name, all]) => [name, all.length === 1 ? all[0] : all]));
}

import { type Json, keep, type Leftovers } from './json-part.ts';
import { type Element, elementsOf, rawText, textOf } from './xml-tree.ts';
import type { RdfItem } from './zotero-rdf-cut.ts';
import {
  type Fields,
  itemTypes,
  nameOf,
  ofAddress,
  ofContainer,
  ofFile,
  ofItem,
  ofPerson,
  ofSeries,
  plain,
  rdfAttribute,
} from './zotero-rdf-names.ts';

/**
 * An item of Zotero RDF, with what it refers to, in the form of its JSON; elements that have no field are kept under their
 * names.
 */
export function rdfItem({ item, below }: RdfItem, left: Leftovers): Json {
  const reading = new Reading(item, below);
  for (const [name, values] of reading.left) {
    keep({ of: {}, path: '', left }, name, values.length === 1 ? values[0] : values);
  }
  return reading.item;
}

// A section of a journal of a series is three.
const mostWholes = 50;

/** The reading of one item: what it refers to, and what was found of it so far. */
class Reading {
  readonly item: Record<string, unknown> = {};
  readonly left = new Map<string, unknown[]>();
  readonly #resources: ReadonlyMap<string, Element>;
  readonly #seen = new Set<Element>();

  constructor(item: Element, others: readonly Element[]) {
    this.#resources = new Map(
      others.map((each) => [rdfAttribute(each, 'about', 'ID', 'nodeID') ?? '', each]),
    );
    for (const child of elementsOf(item)) this.#property(child);
    this.item.itemType ??= itemTypes[item.name];
    this.#numbers();
    const about = rdfAttribute(item, 'about') ?? '#';
    if (!about.startsWith('#') && !about.startsWith('urn:isbn:') && about !== this.item.url)
      this.#keep('rdf:about', about);
  }

  #property(element: Element): void {
    const name = nameOf(element);
    if (name === 'dcterms:isPartOf') this.#things(element, (thing) => this.#whole(thing));
    else if (name === 'dc:identifier') this.#identifier(element);
    else if (name === 'dc:publisher') this.#publisher(element);
    else if (name === 'dc:subject') this.#subject(element);
    else if (name === 'dc:relation')
      this.#push('seeAlso', rdfAttribute(element, 'resource') ?? plain(element));
    else if (name === 'bib:presentedAt')
      this.#things(element, (thing) => this.#read(thing, { 'dc:title': 'conferenceName' }, this.item));
    else if (name === 'dcterms:isReferencedBy') this.#things(element, (thing) => this.#note(thing));
    else if (name === 'link:link') this.#things(element, (thing) => this.#file(thing));
    else if (isPeople(element)) this.#people(element);
    else this.#field(element, ofItem[name] ?? ownField(element), this.item);
  }

  /** A section, a series, or the journal, book or site that holds the item. */
  #whole(thing: Element): void {
    if (this.#seen.has(thing)) return;
    if (this.#seen.size >= mostWholes) {
      this.#keep('dcterms:isPartOf', plain(thing));
      return;
    }
    this.#seen.add(thing);
    const isSeries = thing.name === 'Series';
    const fields = isSeries ? ofSeries : thing.name === 'Part' ? { 'dc:title': 'section' } : ofContainer;
    for (const child of elementsOf(thing)) {
      const name = nameOf(child);
      if (name === 'dcterms:isPartOf') this.#things(child, (each) => this.#whole(each));
      else if (name === 'dc:identifier' && !isSeries) this.#identifier(child);
      else this.#field(child, fields[name], this.item, `${thing.name}/${name}`);
    }
    const issn = /^urn:issn:(.+)$/i.exec(rdfAttribute(thing, 'about') ?? '')?.[1];
    if (issn !== undefined) this.#identified('ISSN', decoded(issn));
  }

  /** `ISSN 1627-4830`, `DOI 10.…`, or an address in an element of its own. */
  #identifier(element: Element): void {
    const [inner] = elementsOf(element);
    const text = textOf(inner ?? element);
    if (text === undefined) return;
    const [, scheme, value = ''] = /^(ISBN|ISSN|DOI)[\s:]\s*(.+)$/i.exec(text) ?? [];
    if (inner?.name === 'URI') this.#set('url', text, this.item);
    else if (inner) this.#keep('dc:identifier', plain(element));
    else if (scheme !== undefined) this.#identified(scheme.toUpperCase(), value);
    else if (/^10\.\d{4,9}\//.test(text)) this.#identified('DOI', text);
    else this.#set('accessionNumber', text, this.item);
  }

  /** Several ISSNs are one field; one said twice is one. */
  #identified(field: string, value: string): void {
    const said = this.item[field];
    if (typeof said !== 'string') this.item[field] = value;
    else if (!said.includes(value)) this.item[field] = `${said}, ${value}`;
  }

  #publisher(element: Element): void {
    if (elementsOf(element).length === 0 && rdfAttribute(element, 'resource') === undefined) {
      this.#field(element, 'publisher', this.item);
      return;
    }
    this.#things(element, (organisation) => {
      for (const child of elementsOf(organisation)) {
        const name = nameOf(child);
        if (name === 'vcard:adr') this.#things(child, (address) => this.#read(address, ofAddress, this.item));
        else this.#field(child, name === 'foaf:name' ? 'publisher' : undefined, this.item);
      }
    });
  }

  /** A tag; one that the computer gave, or a call number, stands in an element of its own. */
  #subject(element: Element): void {
    const [inner] = elementsOf(element);
    const text = textOf(inner ?? element);
    if (text === undefined) this.#keep('dc:subject', plain(element));
    else if (!inner || inner.name === 'AutomaticTag') this.#push('tags', text);
    else if (['LCC', 'DDC', 'UDC'].includes(inner.name)) this.#set('callNumber', text, this.item);
    else this.#keep('dc:subject', plain(element));
  }

  #note(thing: Element): void {
    const note: Record<string, unknown> = { itemType: 'note' };
    this.#read(thing, { 'rdf:value': 'note', 'dc:description': 'note' }, note);
    this.#push('notes', note);
  }

  #file(thing: Element): void {
    const file: Record<string, unknown> = { itemType: 'attachment' };
    for (const child of elementsOf(thing)) {
      const name = nameOf(child);
      const address = name === 'dc:identifier' ? elementsOf(child, 'URI')[0] : undefined;
      if (address) this.#set('url', textOf(address) ?? '', file);
      else if (name === 'rdf:resource') this.#set('path', rdfAttribute(child, 'resource') ?? '', file);
      else if (name === 'dcterms:dateSubmitted') this.#set('accessDate', textOf(child) ?? '', file);
      else this.#field(child, ofFile[name] ?? ownField(child), file, `Attachment/${name}`);
    }
    this.#push('attachments', file);
  }

  /** `bib:authors`, `z:interviewers`: a list of people, or one. A single name has no given name to go with it. */
  #people(element: Element): void {
    const creatorType = element.name.replace(/s$/, '');
    const lists = elementsOf(element, 'Seq', 'Bag');
    const people = lists.length === 0 ? elementsOf(element) : lists.flatMap((list) => elementsOf(list));
    for (const each of people) {
      const person = each.name === 'Person' || each.name === 'Organization' ? each : elementsOf(each)[0];
      const creator: Record<string, unknown> = {};
      if (person) this.#read(person, ofPerson, creator);
      else this.#set('name', textOf(each) ?? '', creator);
      const { lastName, firstName, name } = creator;
      if (lastName !== undefined && firstName === undefined)
        this.#push('creators', { creatorType, name: lastName });
      else if (lastName ?? firstName ?? name) this.#push('creators', { creatorType, ...creator });
    }
  }

  #read(thing: Element, fields: Fields, into: Record<string, unknown>): void {
    for (const child of elementsOf(thing)) {
      const name = nameOf(child);
      this.#field(child, fields[name], into, `${thing.name}/${name}`);
    }
  }

  #field(
    element: Element,
    field: string | undefined,
    into: Record<string, unknown>,
    place = nameOf(element),
  ): void {
    const text = rawText(element).trim();
    const isText = elementsOf(element).length === 0 && rdfAttribute(element, 'resource') === undefined;
    if (
      place === 'rdf:type' &&
      (rdfAttribute(element, 'resource') ?? '').startsWith('http://purl.org/net/biblio#')
    )
      return;
    if (field === undefined || !isText) this.#keep(place, plain(element));
    else this.#set(field, text, into);
  }

  /** The first that says a field; what else is said for it is kept. */
  #set(field: string, text: string, into: Record<string, unknown>): void {
    if (text === '') return;
    if (into[field] === undefined) into[field] = text;
    else if (into[field] !== text) this.#keep(field, text);
  }

  #push(key: string, value: unknown): void {
    const list = this.item[key];
    if (Array.isArray(list)) list.push(value);
    else this.item[key] = [value];
  }

  #keep(name: string, value: unknown): void {
    if (value === '') return;
    const values = this.left.get(name);
    if (values) values.push(value);
    else this.left.set(name, [value]);
  }

  /** What a property holds or refers to; what it refers to that is not in the file is kept. */
  #things(element: Element, read: (thing: Element) => void): void {
    const reference = rdfAttribute(element, 'resource', 'nodeID');
    const referred = reference === undefined ? undefined : this.#resources.get(reference);
    const things = [...elementsOf(element), ...(referred ? [referred] : [])];
    for (const thing of things) read(thing);
    if (things.length === 0) this.#keep(nameOf(element), reference ?? plain(element));
  }

  /** The number of an article without a journal around it is its issue's. */
  #numbers(): void {
    const { itemType, number, issue } = this.item;
    if (number === undefined || issue !== undefined || !/article/i.test(String(itemType))) return;
    this.item.issue = number;
    this.item.number = undefined;
  }
}

const isPeople = (element: Element) =>
  element.name.endsWith('s') && elementsOf(element, 'Seq', 'Bag', 'Person').length > 0;
/** Fields that have no word in another vocabulary have Zotero's own. */
const ownField = (element: Element) => (nameOf(element).startsWith('z:') ? element.name : undefined);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

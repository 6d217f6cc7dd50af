import type { Json } from './json-part.ts';
import { cutRecords, recordOf } from './oai-record.ts';
import { type Piece, Unreadable } from './reader.ts';
import { attribute, type Element, elementAt, elementsOf, textOf } from './xml-tree.ts';

/** Cuts records of replies of OAI-PMH, or `resource` elements that stand alone. */
export const cutXmlRecords = cutRecords;

/** A record of the XML kernel, and how many characters that XML does not allow it held. */
export interface XmlRecord {
  readonly of: Json;
  readonly controls: number;
}

/** A record of the XML kernel in the form of DataCite's own JSON, so that one table maps both. */
export function xmlRecord(piece: Piece): XmlRecord {
  const { payload, header, others, controls } = recordOf(piece, ({ name }) => holders.has(name));
  const resource = payload.name === 'resource' ? payload : elementAt(payload, 'payload', 'resource');
  if (!resource) {
    throw new Unreadable({ fr: 'aucun élément <resource>', en: 'no <resource> element' }, payload.line);
  }
  const fields = fieldsOf(resource);
  for (const each of header ? elementsOf(header) : []) {
    if (each.name === 'identifier')
      append(fields, 'identifiers', { identifier: textOf(each), identifierType: 'oai' });
    else if (each.name !== 'datestamp') append(fields, `header.${each.name}`, textOf(each));
  }
  for (const each of others) field(fields, each);
  return { of: fields, controls };
}

// DataCite's own repository wraps the resource once more, with what it knows of the record.
const holders: ReadonlySet<string> = new Set(['resource', 'oai_datacite']);

/** The lists of the kernel, by the name of the element around them. */
const lists: ReadonlySet<string> = new Set([
  ...[
    'creators',
    'contributors',
    'titles',
    'subjects',
    'dates',
    'alternateIdentifiers',
    'relatedIdentifiers',
  ],
  ...['sizes', 'formats', 'rightsList', 'descriptions', 'geoLocations', 'fundingReferences', 'relatedItems'],
]);
const texts: ReadonlySet<string> = new Set(['sizes', 'formats']);

function fieldsOf(resource: Element): Fields {
  const fields: Fields = {};
  for (const child of elementsOf(resource)) {
    const type = attribute(child, 'identifierType');
    if (child.name === 'identifier' && (type ?? 'DOI').toUpperCase() === 'DOI')
      set(fields, 'doi', textOf(child));
    else if (child.name === 'identifier') append(fields, 'identifiers', leaf(child, 'identifier'));
    else if (child.name === 'publisher') set(fields, 'publisher', leaf(child, 'name'));
    else if (child.name === 'resourceType') set(fields, 'types', leaf(child, 'resourceType'));
    // Kernel 2 has one, without a list.
    else if (child.name === 'rights') append(fields, 'rightsList', leaf(child, 'rights'));
    else field(fields, child);
  }
  return fields;
}

type Fields = Record<string, unknown>;

/** A child of a record or of a part of one. */
function field(fields: Fields, child: Element): void {
  if (lists.has(child.name)) {
    for (const item of elementsOf(child)) {
      const value = texts.has(child.name) ? textOf(item) : itemOf(item);
      if (value !== undefined) append(fields, child.name, value);
    }
    for (const [name, value] of attributesOf(child)) set(fields, `${child.name}@${name}`, value);
    return;
  }
  const isLeaf = elementsOf(child).length === 0 && attributesOf(child).length === 0;
  set(fields, child.name, isLeaf ? textOf(child) : itemOf(child));
}

/** An item of a list: its own text under its name, its attributes, and its children. */
function itemOf(item: Element): Json | undefined {
  const fields: Fields = {};
  for (const [name, value] of attributesOf(item)) set(fields, name, value);
  const hasText = item.children.some((child) => typeof child === 'string' && /\S/.test(child));
  if (hasText || item.name === 'description') set(fields, item.name, textWithBreaks(item));
  else for (const child of item.children) if (typeof child !== 'string') part(fields, child);
  return isEmpty(fields) ? undefined : fields;
}

function isEmpty(fields: Fields): boolean {
  for (const _key in fields) return false;
  return true;
}

/** Where the JSON puts a child of an item otherwise than under its own name. */
function part(fields: Fields, child: Element): void {
  if (child.name === 'creatorName' || child.name === 'contributorName') merge(fields, 'name', child);
  else if (child.name === 'nameIdentifier') append(fields, 'nameIdentifiers', leaf(child, 'nameIdentifier'));
  else if (child.name === 'affiliation') append(fields, 'affiliation', leaf(child, 'name'));
  else if (child.name === 'relatedItemIdentifier') set(fields, child.name, leaf(child, child.name));
  else if (merged.has(child.name)) merge(fields, child.name, child);
  else field(fields, child);
}

const merged: ReadonlySet<string> = new Set(['awardNumber', 'awardTitle', 'funderIdentifier', 'number']);

/** The text of an element and its attributes as keys of the item itself. */
function merge(fields: Fields, key: string, element: Element): void {
  set(fields, key, textOf(element));
  for (const [name, value] of attributesOf(element)) set(fields, name, value);
}

function leaf(element: Element, key: string): Json | undefined {
  const fields: Fields = {};
  set(fields, key, textOf(element));
  for (const [name, value] of attributesOf(element)) set(fields, name, value);
  return isEmpty(fields) ? undefined : fields;
}

const renamed: ReadonlyMap<string, string> = new Map([
  ['xml:lang', 'lang'],
  ['schemeURI', 'schemeUri'],
  ['valueURI', 'valueUri'],
  ['rightsURI', 'rightsUri'],
  ['awardURI', 'awardUri'],
]);
const ofXml = /^(?:xmlns|xsi)(?::|$)/;

function attributesOf({ attributes }: Element): readonly (readonly [name: string, value: string])[] {
  if (attributes.size === 0) return [];
  const said: (readonly [name: string, value: string])[] = [];
  for (const [name, value] of attributes) {
    const text = value.trim();
    if (text !== '' && !ofXml.test(name)) said.push([renamed.get(name) ?? name, text]);
  }
  return said;
}

/** Says a value; one that is there already is kept beside it. */
function set(fields: Fields, key: string, value: unknown): void {
  if (value === undefined) return;
  const name = ownKey(key);
  const said = fields[name];
  if (said === undefined) fields[name] = value;
  else if (Array.isArray(said)) said.push(value);
  else fields[name] = [said, value];
}

function append(fields: Fields, key: string, value: unknown): void {
  if (value === undefined) return;
  const list = fields[key];
  if (Array.isArray(list)) list.push(value);
  else fields[key] = [value];
}

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Names come from the source, and may be those that every object has. */
function ownKey(key: string): string {
  return inherited.has(key) ? `${key} ` : key;
}

/** Collapsed text, with the line breaks that `br` says. */
function textWithBreaks(element: Element): string | undefined {
  const text = broken(element)
    .replace(/ ?\n ?/g, '\n')
    .trim();
  return text === '' ? undefined : text;
}

function broken({ children }: Element): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child.replace(/\s+/g, ' ');
      return child.name === 'br' ? '\n' : broken(child);
    })
    .join('');
}

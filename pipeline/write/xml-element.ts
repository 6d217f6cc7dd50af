import { escapeAttribute, escapeText } from './xml.ts';

/** An element to be written: its name, attributes, and either a text or other elements. */
export interface Written {
  readonly name: string;
  /** An attribute without a value is left out. */
  readonly attributes?: Readonly<Record<string, string | undefined>> | undefined;
  readonly inside: string | readonly Written[];
}

/** An element that holds text; none for words that say nothing. */
export function textElement(
  name: string,
  words: string | undefined,
  attributes?: Written['attributes'],
): readonly Written[] {
  return words === undefined || words.trim() === '' ? [] : [{ name, attributes, inside: words }];
}

/** An element that holds others; none when there are none. */
export function listElement(
  name: string,
  inside: readonly Written[],
  attributes?: Written['attributes'],
): readonly Written[] {
  return inside.length === 0 ? [] : [{ name, attributes, inside }];
}

/** The XML of an element, one element a line, a text on the line of its tags so that no space is added to it. */
export function elementText(element: Written, depth = 0): string {
  const { name, attributes = {}, inside } = element;
  const indent = '  '.repeat(depth);
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(value)}"`],
  );
  if (inside === '') return `${indent}<${name}${said.join('')}/>\n`;
  const start = `${indent}<${name}${said.join('')}>`;
  if (typeof inside === 'string') return `${start}${escapeText(inside)}</${name}>\n`;
  return `${start}\n${inside.map((each) => elementText(each, depth + 1)).join('')}${indent}</${name}>\n`;
}

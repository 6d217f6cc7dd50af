import { SaxesParser } from 'saxes';

/** The values of a small XML answer, by the names of its elements without their prefixes. */
export interface SwordValues {
  /** The text of the first such element. */
  value(element: string): string | undefined;
  attribute(element: string, name: string): string | undefined;
}

/** Reads an answer of HAL's SWORD server as far as it is well formed: an entry, a status or an error. */
export function swordValues(bytes: Buffer): SwordValues {
  const texts = new Map<string, string>();
  const attributes = new Map<string, Readonly<Record<string, unknown>>>();
  const parser = new SaxesParser({ position: false });
  const open: string[] = [];
  let text = '';
  let isBroken = false;
  parser.on('error', () => {
    isBroken = true;
  });
  parser.on('opentag', ({ name, attributes: said }) => {
    const element = local(name);
    open.push(element);
    text = '';
    if (!attributes.has(element)) attributes.set(element, said);
  });
  parser.on('text', (words) => {
    text += words;
  });
  parser.on('cdata', (words) => {
    text += words;
  });
  parser.on('closetag', () => {
    const element = open.pop() ?? '';
    if (!isBroken && !texts.has(element)) texts.set(element, text.trim());
    text = '';
  });
  parser.write(bytes.toString('utf8'));
  return {
    value: (element) => texts.get(element),
    attribute: (element, name) => {
      const said = attributes.get(element)?.[name];
      return typeof said === 'string' ? said : undefined;
    },
  };
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

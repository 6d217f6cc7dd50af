import { Damaged, xmlTaker } from '../fetch/index.ts';

/** The values of a small XML answer, by the names of its elements without their prefixes. */
export interface SwordValues {
  /** The text of the first such element. */
  value(element: string): string | undefined;
  attribute(element: string, name: string): string | undefined;
}

/** Reads an answer of HAL's SWORD server as far as it is well formed: an entry, a status or an error. */
export function swordValues(bytes: Buffer): SwordValues {
  const texts = new Map<string, string>();
  const attributes = new Map<string, (name: string) => string | undefined>();
  let text = '';
  const take = xmlTaker({
    open(element, attribute) {
      text = '';
      if (!attributes.has(element)) attributes.set(element, attribute);
    },
    text(words) {
      text += words;
    },
    close(element) {
      if (!texts.has(element)) texts.set(element, text.trim());
      text = '';
    },
  });
  try {
    // Bytes that mean nothing cost themselves only.
    take(Buffer.from(bytes.toString('utf8')), true);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
  }
  return {
    value: (element) => texts.get(element),
    attribute: (element, name) => attributes.get(element)?.(name),
  };
}

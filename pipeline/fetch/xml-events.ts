import { SaxesParser } from 'saxes';
import { Damaged, type Taker } from './zip.ts';

/** What one part of an office document is asked for. Names are without prefix. */
export interface XmlHandler {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(words: string): void;
  close?(name: string): void;
}

/** Takes the bytes of an XML file as they come. Throws `Damaged` at the first fault; no document type is ever read. */
export function xmlTaker(handler: XmlHandler): Taker {
  const parser = new SaxesParser({ position: false });
  parser.on('error', (error) => {
    throw new Damaged(error.message);
  });
  parser.on('doctype', () => {
    throw new Damaged('a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values: Readonly<Record<string, unknown>> = attributes;
    handler.open?.(local(name), (wanted) => {
      for (const key in values) if (local(key) === wanted) return String(values[key]);
      return undefined;
    });
  });
  parser.on('text', (words) => handler.text?.(words));
  parser.on('cdata', (words) => handler.text?.(words));
  parser.on('closetag', ({ name }) => handler.close?.(local(name)));

  let decode: ((bytes: Uint8Array, isLast: boolean) => string) | undefined;
  return (bytes, isLast) => {
    decode ??= decoder(encodingOf(bytes));
    parser.write(decode(bytes, isLast));
    if (isLast) parser.close();
  };
}

function decoder(encoding: string): (bytes: Uint8Array, isLast: boolean) => string {
  const words = new TextDecoder(encoding, { fatal: true });
  return (bytes, isLast) => {
    try {
      return words.decode(bytes, { stream: !isLast });
    } catch (error) {
      // The Encoding Standard's own refusal.
      throw error instanceof TypeError ? new Damaged(error.message, { cause: error }) : error;
    }
  };
}

const encodingOf = ([first, second]: Uint8Array) =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

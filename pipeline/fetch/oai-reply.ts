import { SaxesParser } from 'saxes';
import { decodeEntities } from '../base/html-entities.ts';
import { everyForbidden } from '../base/xml-characters.ts';
import { cutXml } from '../base/xml-cut.ts';
import type { Answer } from './http.ts';

/** A record of a reply, or a header alone. */
export interface HarvestedRecord {
  readonly identifier: string;
  /** As it stands there. */
  readonly datestamp: string;
  readonly isDeleted: boolean;
  /** The element `record`, with the namespaces that it needs. */
  readonly xml: string;
}

/** What was wrong with a part of a reply that is passed over. */
export interface Fault {
  /** In the reply, from 1. */
  readonly line: number;
  readonly reason: string;
}

/** A reply as far as it could be understood. */
export interface Reply {
  readonly responseDate: string | undefined;
  readonly errors: readonly { readonly code: string; readonly words: string }[];
  readonly records: readonly HarvestedRecord[];
  readonly faults: readonly Fault[];
  /** Undefined where the reply has no `resumptionToken`; empty on the last page. */
  readonly token: string | undefined;
  /** Of the whole list, when the repository says it. */
  readonly size: number | undefined;
  /** The value of an element of the reply outside its records: `granularity`. */
  value(element: string): string | undefined;
  values(element: string): readonly string[];
}

/**
 * The text of an answer, in the encoding that it says itself or that the server said. Bytes that mean nothing are U+FFFD,
 * characters that XML does not allow are left out: one of them may not cost the whole page (oai-pmh section 8).
 */
export function replyText({ bytes, charset }: Answer): { readonly text: string; readonly repaired: number } {
  const declared = /^[^<]{0,4}<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(
    bytes.toString('latin1', 0, 256),
  )?.[1];
  const raw = decoderOf(declared ?? charset).decode(bytes);
  const text = raw.replace(everyForbidden, '');
  const replaced = declared || charset ? 0 : (text.match(/\ufffd/g)?.length ?? 0);
  return { text, repaired: raw.length - text.length + replaced };
}

function decoderOf(name: string | undefined) {
  try {
    return new TextDecoder(name);
  } catch {
    // A name that nobody knows.
    return new TextDecoder();
  }
}

/** Reads a reply to any verb. A record that is not well formed is a fault of its own, and the others are there. */
export function parseReply(text: string): Reply {
  const records: HarvestedRecord[] = [];
  const faults: Fault[] = [];
  for (const { text: cut, line } of cutXml(text, (name) => name === 'record')) {
    // Some begin each record as if it were a document.
    const xml = cut.replace(/<\?xml\s[^>]*\?>/g, '');
    if (!/^<(?:[\w.-]+:)?record[\s>/]/.test(xml)) continue;
    const record = recordOf(xml);
    if (typeof record === 'string') faults.push({ line, reason: record });
    else records.push(record);
  }
  const around = withoutRecords(text);
  const values = (element: string) => valuesIn(around, element);
  const [token] = values('resumptionToken');
  const size = /<(?:[\w.-]+:)?resumptionToken\s[^>]*\bcompleteListSize\s*=\s*["'](\d+)["']/.exec(around)?.[1];
  return {
    responseDate: values('responseDate')[0],
    errors: [
      ...around.matchAll(/<(?:[\w.-]+:)?error\s[^>]*\bcode\s*=\s*["'](\w+)["'][^>]*?(?:\/>|>([^<]*))/g),
    ].map(([, code = '', words = '']) => ({ code, words: plain(words) })),
    records,
    faults,
    token,
    size: size === undefined ? undefined : Number(size),
    value: (element) => values(element)[0],
    values,
  };
}

/** What stands before the first record and after the last one. */
function withoutRecords(text: string): string {
  const first = /<(?:[\w.-]+:)?record[\s>]/.exec(text)?.index;
  if (first === undefined) return text;
  return text.slice(0, first) + text.slice(text.lastIndexOf('record>') + 1);
}

function valuesIn(text: string, element: string): readonly string[] {
  const pattern = new RegExp(`<(?:[\\w.-]+:)?${element}(?:\\s[^>]*?)?(?:/>|>([^<]*)<)`, 'g');
  return [...text.matchAll(pattern)].map(([, value = '']) => plain(value));
}

const plain = (text: string) => decodeEntities(text).trim();

/** The record, or why it is none. */
function recordOf(xml: string): HarvestedRecord | string {
  const found = new Map<string, string>();
  const path: string[] = [];
  let isDeleted = false;
  let fault: string | undefined;
  const parser = new SaxesParser({ position: false });
  parser.on('error', ({ message }) => {
    fault ??= message;
  });
  parser.on('doctype', () => {
    fault ??= 'a document type';
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(local(name));
    if (path.length === 2 && path[1] === 'header' && attributes.status === 'deleted') isDeleted = true;
    if (path.length > maxDepth) fault ??= 'too deep';
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.on('text', (words) => {
    if (path.length === 3 && path[1] === 'header') {
      const [, , name = ''] = path;
      found.set(name, (found.get(name) ?? '') + words);
    }
  });
  parser.write(xml).close();
  if (fault !== undefined) return fault;
  const identifier = found.get('identifier')?.trim();
  if (!identifier) return 'a record without an identifier';
  return { identifier, datestamp: found.get('datestamp')?.trim() ?? '', isDeleted, xml };
}

const maxDepth = 200;
const local = (name: string) => name.slice(name.indexOf(':') + 1);

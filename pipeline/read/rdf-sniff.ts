import type { Syntax } from './rdf-parse.ts';
import { bibliographic } from './rdf-terms.ts';

const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const zotero = 'http://www.zotero.org/namespaces/export#';

/** The syntax of RDF in which a text that begins with `head` is written; undefined when it is none, or prose about it. */
export function syntaxOf(head: string): Syntax | undefined {
  const start = head.replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('<') && isXml(start)) return 'xml';
  if (start.startsWith('{') || start.startsWith('[')) return isJsonLd(start) ? 'json' : blocks(start);
  if (isLines(start)) return 'lines';
  return blocks(start);
}

/** The outermost element is RDF's, and not Zotero's export, which is a format of its own. */
function isXml(head: string): boolean {
  if (head.includes(zotero) || !head.includes(rdfNamespace)) return false;
  const root =
    /^(?:<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>|\s)*<(?:([\w.-]+):)?([\w.-]+)([^>]*)/i.exec(
      head,
    );
  const [, , name = '', attributes = ''] = root ?? [];
  return name === 'RDF' || /\srdf:(?:about|ID|nodeID)\s*=/.test(attributes);
}

/** A context that stands in the text, of vocabularies that pages of schema.org do not use. */
function isJsonLd(head: string): boolean {
  if (!/"@(?:id|type|graph|context)"\s*:/.test(head)) return false;
  if (/"@context"\s*:\s*(?:\[\s*)?"/.test(head)) return false;
  return bibliographic.some((namespace) => head.includes(`"${namespace}`));
}

const node = '(?:<[a-z][a-z0-9+.-]*:[^<>"\\s]*>|_:[^\\s<>"]+)';
const statement = new RegExp(
  `^\\s*${node}\\s*<[a-z][a-z0-9+.-]*:[^<>"\\s]*>\\s*(?:${node}|"(?:[^"\\\\\\n]|\\\\.)*"(?:@[a-z0-9-]+|\\^\\^<[^<>\\s]*>)?)\\s*(?:${node}\\s*)?\\.\\s*(?:#.*)?$`,
  'i',
);

/** Most of the first lines are whole statements, and none declares a prefix. */
function isLines(head: string): boolean {
  const lines = said(head, 40).filter((line) => line.length < 4_000);
  const whole = lines.filter((line) => statement.test(line)).length;
  if (lines.some((line) => directive.test(line))) return false;
  // The last one may be cut off.
  return whole > 0 && 2 * whole >= lines.length - 1;
}

const directive =
  /^\s*(?:@prefix\s+[\w.-]*:\s*<[^<>]*>\s*\.|@base\s+<[^<>]*>\s*\.|prefix\s+[\w.-]*:\s*<[^<>]*>\s*$|base\s+<[^<>]*>\s*$)/i;
const query = /^\s*(?:select|construct|ask|describe|insert|delete|with)\b/im;
const subject = /^\s*(?:<[^<>\s]*>|[\w.-]*:[\w.%\\/-]*|_:\S+|\[|\(|\{|graph\s)/i;

/** What is said begins with directives, and goes on with a subject; a query begins so, too. */
function blocks(head: string): 'blocks' | undefined {
  const lines = said(head, 200);
  const [first = ''] = lines;
  if (!directive.test(first) && !/^\s*@prefix\s/.test(first)) return undefined;
  const next = lines.map((line) => rest(line)).find((line) => line !== '');
  if (next === undefined) return lines.every((line) => directive.test(line)) ? 'blocks' : undefined;
  return subject.test(next) && !query.test(head) ? 'blocks' : undefined;
}

/** What a line says after its directives. */
function rest(line: string): string {
  let text = line;
  while (directive.test(text)) text = text.replace(directive, '');
  return text.trim();
}

/** The lines that are neither empty nor comments. */
function said(head: string, most: number): readonly string[] {
  const lines = head.split('\n', most * 4).filter((line) => !/^\s*(?:#.*)?$/.test(line));
  return lines.slice(0, most);
}

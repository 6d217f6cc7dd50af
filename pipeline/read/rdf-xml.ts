import { SaxesParser } from 'saxes';
import { namespaces } from '../base/terms.ts';
import type { Value } from './rdf-graph.ts';
import { Unreadable } from './reader.ts';

/** Takes a statement; `line` is that of the subject, from 1. */
type Tell = (subject: string, property: string, value: Value, line: number) => void;

/** An open or closed element with all that RDF/XML needs of it. */
interface Xml {
  readonly name: string;
  readonly namespace: string;
  /** By full name, namespace and local name together; those of XML itself apart. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: (Xml | string)[];
  readonly lang: string | undefined;
  readonly base: string;
  readonly line: number;
}

/** More than any description of a work has. */
const deepest = 200;
const mostChildren = 300_000;
const xml = 'http://www.w3.org/XML/1998/namespace';
const { rdf } = namespaces;

/**
 * Reads RDF/XML (W3C, RDF 1.1 XML Syntax) one outermost description at a time, so that what stands before a fault is
 * told. Throws `Unreadable`, with line and column, where the text is not well-formed, nests too deep, or uses an entity
 * of a document type. Written on the house's XML parser: oxigraph resolves such entities, gives no lines, and exhausts
 * the memory on deep nesting; on plain texts it is slower, too.
 */
export function readRdfXml(text: string, base: string, tell: Tell): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Xml[] = [];
  const description = new Description(tell);
  const refuse = (fr: string, en: string): never => {
    throw new Unreadable({ fr, en }, parser.line, parser.column + 1);
  };
  const isRoot = (element: Xml | undefined) => element?.name === 'RDF' && element.namespace === rdf;

  parser.on('error', ({ message }) => {
    const words = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    // Repositories do send characters that XML does not allow: tidying counts them.
    if (words === 'disallowed character') return;
    refuse(`XML mal formé : ${words}`, `XML is not well-formed: ${words}`);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= deepest)
      refuse(`plus de ${deepest} éléments emboîtés`, `more than ${deepest} nested elements`);
    const parent = open.at(-1);
    if ((parent?.children.length ?? 0) > mostChildren && !isRoot(parent))
      refuse(`plus de ${mostChildren} éléments dans un seul`, `more than ${mostChildren} elements in one`);
    const own = Object.values(attributes);
    const ofXml = (name: string) => own.find((each) => each.uri === xml && each.local === name)?.value;
    const lang = ofXml('lang');
    const element: Xml = {
      name: local,
      namespace: uri,
      attributes: own.flatMap(({ uri: namespace, local: name, prefix, value }) =>
        namespace === xml || prefix === 'xmlns' || name === 'xmlns' ? [] : [[namespace + name, value]],
      ),
      children: [],
      lang: lang === undefined ? parent?.lang : lang || undefined,
      base: resolved(ofXml('base') ?? '', parent?.base ?? base),
      line: parser.line,
    };
    if (parent && !isRoot(parent)) parent.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && !isRoot(element) && (open.length === 0 || isRoot(open.at(-1)))) description.node(element);
  });
  const onText = (words: string) => {
    if (words !== '' && !isRoot(open.at(-1))) open.at(-1)?.children.push(words);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);

  // In parts, so that a fault at the start of a long text ends the reading there.
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536));
  parser.close();
}

const syntax = new Set(
  ['about', 'ID', 'nodeID', 'resource', 'datatype', 'parseType'].map((name) => rdf + name),
);

/** Tells what the elements say; blank nodes are numbered over the whole text. */
class Description {
  readonly #tell: Tell;
  #blanks = 0;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** A node element (section 2.2): its subject. */
  node(element: Xml): string {
    const subject = this.#subjectOf(element);
    const { namespace, name, line } = element;
    if (namespace !== rdf || name !== 'Description')
      this.#tell(subject, `${rdf}type`, { id: namespace + name }, line);
    this.#attributes(element, subject);
    let item = 0;
    for (const child of elements(element)) {
      const isItem = child.namespace === rdf && child.name === 'li';
      if (isItem) item += 1;
      this.#property(subject, isItem ? `${rdf}_${item}` : child.namespace + child.name, child);
    }
    return subject;
  }

  #subjectOf(element: Xml): string {
    const about = attribute(element, 'about');
    if (about !== undefined) return resolved(about, element.base);
    const id = attribute(element, 'ID');
    if (id !== undefined) return resolved(`#${id}`, element.base);
    return this.#blank(attribute(element, 'nodeID'));
  }

  /** Names that the text gives and numbers never meet: a name gets a letter of its own. */
  #blank(name?: string): string {
    if (name !== undefined) return `_:n${name}`;
    this.#blanks += 1;
    return `_:b${this.#blanks}`;
  }

  /** Property attributes (section 2.5). */
  #attributes({ attributes, lang, base, line }: Xml, subject: string): boolean {
    let isAny = false;
    for (const [name, text] of attributes) {
      // Without a namespace it is nothing of RDF's, but for the old spelling of its own.
      if (syntax.has(name) || !name.includes(':')) continue;
      isAny = true;
      const value = name === `${rdf}type` ? { id: resolved(text, base) } : { text, lang };
      this.#tell(subject, name, value, line);
    }
    return isAny;
  }

  /** A property element (sections 2.2 to 2.12). */
  #property(subject: string, property: string, element: Xml): void {
    const { line } = element;
    const value = this.#valueOf(element);
    this.#tell(subject, property, value, line);
    const id = attribute(element, 'ID');
    if (id === undefined) return;
    const statement = resolved(`#${id}`, element.base);
    this.#tell(statement, `${rdf}type`, { id: `${rdf}Statement` }, line);
    this.#tell(statement, `${rdf}subject`, { id: subject }, line);
    this.#tell(statement, `${rdf}predicate`, { id: property }, line);
    this.#tell(statement, `${rdf}object`, value, line);
  }

  #valueOf(element: Xml): Value {
    const parseType = attribute(element, 'parseType');
    if (parseType === 'Resource') return { id: this.#resource(element) };
    if (parseType === 'Collection') return { id: this.#collection(elements(element), element.line) };
    if (parseType !== undefined) return { text: inner(element), datatype: `${rdf}XMLLiteral` };
    const [node] = elements(element);
    if (node) return { id: this.node(node) };

    const resource = attribute(element, 'resource');
    const nodeId = attribute(element, 'nodeID');
    const text = element.children.join('');
    if (resource !== undefined || nodeId !== undefined) {
      const id = resource === undefined ? this.#blank(nodeId) : resolved(resource, element.base);
      this.#attributes(element, id);
      return { id };
    }
    if (text === '' && this.#hasProperties(element)) {
      const id = this.#blank();
      this.#attributes(element, id);
      return { id };
    }
    const datatype = attribute(element, 'datatype');
    if (datatype === undefined) return { text, lang: element.lang };
    return { text, datatype: resolved(datatype, element.base) };
  }

  #hasProperties({ attributes }: Xml): boolean {
    return attributes.some(([name]) => !syntax.has(name) && name.includes(':'));
  }

  #resource(element: Xml): string {
    const id = this.#blank();
    for (const child of elements(element)) this.#property(id, child.namespace + child.name, child);
    return id;
  }

  #collection(items: readonly Xml[], line: number): string {
    const cells = items.map((item) => ({ cell: this.#blank(), first: this.node(item) }));
    for (const [index, { cell, first }] of cells.entries()) {
      this.#tell(cell, `${rdf}first`, { id: first }, line);
      this.#tell(cell, `${rdf}rest`, { id: cells[index + 1]?.cell ?? `${rdf}nil` }, line);
    }
    return cells[0]?.cell ?? `${rdf}nil`;
  }
}

/** An attribute of RDF itself; the first drafts of RDF/XML wrote it without a prefix. */
function attribute({ attributes }: Xml, name: string): string | undefined {
  return attributes.find(([full]) => full === rdf + name || full === name)?.[1];
}

const elements = ({ children }: Xml) => children.filter((child): child is Xml => typeof child !== 'string');

/** The markup inside, without prefixes: tidying knows elements by their local names. */
function inner({ children }: Xml): string {
  return children
    .map((child) =>
      typeof child === 'string' ? escaped(child) : `<${child.name}>${inner(child)}</${child.name}>`,
    )
    .join('');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An IRI in full (RFC 3986, section 5); an absolute one as it is written. */
function resolved(iri: string, base: string): string {
  const text = iri.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return text;
  if (text === '') return base.replace(/#.*$/s, '');
  if (text.startsWith('#')) return base.replace(/#.*$/s, '') + text;
  return URL.canParse(text, base) ? new URL(text, base).href : text;
}

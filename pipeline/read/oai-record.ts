import { cutXml } from '../base/xml-cut.ts';
import { type Piece, Unreadable } from './reader.ts';
import { attribute, controlsIn, type Element, elementAt, elementsOf, parseXml, textOf } from './xml-tree.ts';

/** The metadata of one work, out of an OAI-PMH record or bare. */
export interface OaiRecord {
  /** The element that holds the metadata: `oai_dc:dc`, `qualifieddc`, `oaire:resource`. */
  readonly payload: Element;
  readonly header?: Element | undefined;
  /** What stands beside the metadata: `about`, and whatever a harvester adds. */
  readonly others: readonly Element[];
  /** Characters that XML does not allow, left out. */
  readonly controls: number;
}

/** The formats that these readers tell apart. */
export type OaiFormat = 'oai-dc' | 'qdc' | 'openaire';

const elements = 'http://purl.org/dc/elements/1.1/';
/** Namespace of the DCMI terms. */
export const terms = 'http://purl.org/dc/terms/';
const openaire = 'http://namespace.openaire.eu/schema/oaire/';
const kernel = 'http://datacite.org/schema/kernel';
const protocol = 'http://www.openarchives.org/OAI/2.0/';

const outermost: ReadonlySet<string> = new Set([
  ...['record', 'dc', 'qualifieddc', 'dcterms', 'resource'],
  // A reply that only lists headers, or that only says what went wrong.
  ...['header', 'error'],
]);

/**
 * One piece for each record of the replies in a text, whatever is around them, or for each bare one. A record that its
 * repository has deleted is no work and no fault: an aside, as is a header alone, so that a conversion says it.
 */
export function* cutRecords(text: string): Iterable<Piece> {
  for (const piece of cutXml(text, (name) => outermost.has(name))) {
    const header = asideOf(piece.text);
    yield header === undefined ? piece : { text: header, line: piece.line, kind: 'aside' };
  }
}

// No header is longer; a metadata element is not looked into.
const longestHead = 8192;
const deleted = /<(?:[\w.-]+:)?header\s[^<>]*\bstatus\s*=\s*["']deleted["']/;
const isHeader = /^<(?:[\w.-]+:)?header[\s/>]/;

/** The header and what follows it, when there is no work to be read. */
function asideOf(text: string): string | undefined {
  const head = text.slice(0, longestHead);
  const found = head.includes('deleted') ? deleted.exec(head)?.index : undefined;
  if (found === undefined) return isHeader.test(head) ? undeclared(text) : undefined;
  const metadata = /<(?:[\w.-]+:)?metadata[\s/>]/.exec(head)?.index ?? longestHead;
  return found < metadata ? undeclared(text.slice(found)) : undefined;
}

/** Without the namespaces, which would stand before what a person looks for. */
function undeclared(text: string): string {
  const end = text.indexOf('>');
  return text.slice(0, end).replace(declaration, '') + text.slice(end);
}

// The records of whole volumes have some thousand names; what is a hundred times longer is none.
const longest = 8_000_000;

function tooLong({ line }: Piece): Unreadable {
  return new Unreadable(
    {
      fr: `notice de plus de ${longest / 1e6} millions de caractères`,
      en: `record of more than ${longest / 1e6} million characters`,
    },
    line,
  );
}

/** The metadata of one piece. Unreadable when there are none, or of another format. */
export function recordOf(piece: Piece, isPayload: (element: Element) => boolean): OaiRecord {
  if (piece.text.length > longest) throw tooLong(piece);
  const root = parseXml(piece);
  const controls = controlsIn(piece);
  if (isPayload(root)) return { payload: root, others: [], controls };
  if (root.name === 'error' && (root.namespace === protocol || root.namespace === '')) throw refused(root);
  const holder = elementAt(root, 'metadata') ?? elementAt(root, 'recordData') ?? root;
  const payload = elementsOf(holder).find(isPayload);
  if (!payload) throw without(root, holder);
  const header = elementAt(root, 'header');
  const others = [...elementsOf(root), ...(holder === root ? [] : elementsOf(holder))].filter(
    (each) => each !== header && each !== holder && each !== payload,
  );
  return { payload, header, others, controls };
}

function refused(error: Element): Unreadable {
  const words = [attribute(error, 'code'), textOf(error)].filter(Boolean).join(', ');
  return new Unreadable(
    {
      fr: `l’entrepôt a répondu par une erreur : ${words}`,
      en: `the repository answered with an error: ${words}`,
    },
    error.line,
  );
}

function without(root: Element, holder: Element): Unreadable {
  const found = holder === root ? undefined : elementsOf(holder)[0]?.name;
  return found === undefined
    ? new Unreadable(
        { fr: `aucune métadonnée dans <${root.name}>`, en: `no metadata in <${root.name}>` },
        root.line,
      )
    : new Unreadable(
        { fr: `métadonnées d’un autre format : <${found}>`, en: `metadata in another format: <${found}>` },
        holder.line,
      );
}

/** Whether an element holds Dublin Core, simple or qualified. */
export function isDublinCore({ name, namespace }: Element): boolean {
  return containers.has(name) || (name === 'record' && namespace === terms);
}

const containers: ReadonlySet<string> = new Set(['dc', 'qualifieddc', 'dcterms']);

/** Whether an element holds a resource of the OpenAIRE guidelines, and not of DataCite. */
export function isOpenaire({ name, namespace }: Element): boolean {
  return name === 'resource' && !namespace.startsWith(kernel);
}

const tag = /<([\w-][\w.-]*)(?::([\w.-]+))?((?:\s[^<>]*)?)>/g;
const declaration = /\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g;
const prefixAsked = /\bmetadataPrefix\s*=\s*["']([^"']*)["']/;
// Roots whose formats hold Dublin Core among others.
const foreign: ReadonlySet<string> = new Set([
  ...['TEI', 'teiCorpus', 'RDF', 'html', 'HTML', 'head', 'body', 'rss', 'channel', 'feed', 'entry'],
  ...[
    'mods',
    'modsCollection',
    'mets',
    'collection',
    'leader',
    'thesis',
    'svg',
    'package',
    'ListMetadataFormats',
  ],
]);
// Deep enough for a reply that begins with many deleted records.
const farthest = 262_144;

/** The format of a text by its first metadata element, or by the prefix asked for when only headers are seen. */
export function formatOf(head: string): OaiFormat | undefined {
  if (!/^[\s\ufeff]*</.test(head)) return undefined;
  const text = withoutComments(head.slice(0, farthest));
  const declared = new Map<string, string>();
  let asked: string | undefined;
  for (const [, first = '', second, attributes = ''] of text.matchAll(tag)) {
    for (const [, prefix = '', iri = ''] of attributes.matchAll(declaration)) declared.set(prefix, iri);
    const [prefix, name] = second === undefined ? ['', first] : [first, second];
    if (foreign.has(name)) return undefined;
    const namespace = declared.get(prefix) ?? '';
    const format = formatOfElement(name, namespace, text);
    if (format !== 'unknown') return format;
    if (name === 'request') asked ??= prefixAsked.exec(attributes)?.[1];
  }
  return asked === undefined ? undefined : prefixes.get(asked.toLowerCase());
}

function withoutComments(text: string): string {
  const [first = '', ...rest] = text.split('<!--');
  const after = rest.map((part) => {
    const end = part.indexOf('-->');
    return end < 0 ? '' : part.slice(end + 3);
  });
  return [first, ...after].join('');
}

function formatOfElement(name: string, namespace: string, text: string): OaiFormat | 'unknown' | undefined {
  if (name === 'dc') return namespace === terms ? 'qdc' : 'oai-dc';
  if (name === 'qualifieddc' || name === 'dcterms' || (name === 'record' && namespace === terms))
    return 'qdc';
  if (name !== 'resource') return 'unknown';
  if (namespace === openaire) return 'openaire';
  return namespace === '' && text.includes(kernel) && text.includes(elements) ? 'openaire' : undefined;
}

const prefixes: ReadonlyMap<string, OaiFormat> = new Map([
  ['oai_dc', 'oai-dc'],
  ['qdc', 'qdc'],
  ['oai_qdc', 'qdc'],
  ['oai_dcq', 'qdc'],
  ['oai_dcterms', 'qdc'],
  ['dcterms', 'qdc'],
  ['oai_openaire', 'openaire'],
  ['openaire4', 'openaire'],
]);

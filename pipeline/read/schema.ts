import type { Draft, Origin } from '../base/draft.ts';
import { isObject, type Json, Leftovers } from './json-part.ts';
import { jsonObject } from './json-text.ts';
import { type Piece, type Reader, Unreadable } from './reader.ts';
import { contextOf, noContext } from './schema-context.ts';
import { cutSchema } from './schema-cut.ts';
import { draftOfNode } from './schema-draft.ts';
import { type Described, type Node, othersIn, rootNode, valuesOf } from './schema-node.ts';
import { isPage, isWork } from './schema-types.ts';
import { isLines } from './work-cut.ts';

/** A keyword of JSON-LD in the outermost object, before anything is nested. */
const keyword = /^[\s\ufeff]*(?:\[\s*)?\{[^{}[\]]*"@(?:context|graph|id|type)"\s*:/;
const vocabulary =
  /"(?:https?:)?\/\/(?:www\.)?schema\.org[/"#]|"https?:\/\/(?:doi\.org\/10\.5063\/schema|w3id\.org)\/(?:codemeta|ro\/crate)/i;
/** Expanded JSON-LD has full IRIs for keys, and no context. */
const fullKey = /"https?:\/\/(?:www\.)?schema\.org\/\w+"\s*:/i;
// Our own records hold JSON-LD only among what was kept, and our graph is read as RDF.
const other = /"titles"\s*:\s*\[|http:\/\/purl\.org\/ontology\/bibo\//;

/** Works described with schema.org in JSON-LD: documents, lists, graphs, lines (crosswalk section 2). */
export const schema: Reader = {
  name: 'schema',
  title: { fr: 'schema.org (JSON-LD)', en: 'schema.org (JSON-LD)' },
  mediaType: 'application/ld+json',
  extensions: ['.jsonld', '.json', '.jsonl', '.ndjson'],
  sniff: (head) =>
    keyword.test(head) &&
    ((/"@context"\s*:/.test(head) && vocabulary.test(head)) || fullKey.test(head)) &&
    !other.test(head),
  lines: isLines,
  cut: cutSchema,
  parse: parseSchema,
};

/** Reads one work of JSON-LD. */
export function parseSchema(piece: Piece, origin: Origin): Draft {
  return draftOfNode(workOf(piece, origin), origin);
}

/** The object that is the work of a JSON-LD text. */
export function workOf(piece: Piece, origin: Origin): Node {
  const document = documentOf(piece);
  const around = contextOf(document['@context'], noContext);
  const graph = '@graph' in document ? [document['@graph']].flat() : undefined;
  const nodes = (graph ?? [document])
    .filter(isObject)
    .map((of): Described => ({ of, context: '@context' in of ? contextOf(of['@context'], around) : around }));
  return workIn(nodes, origin);
}

let last: { readonly text: string; readonly document: Json } | undefined;

/** The document of a piece; a page of HTML asks for it twice, where it is cut and where it is read. */
function documentOf(piece: Piece): Json {
  if (last?.text === piece.text) return last.document;
  refuseDeep(piece);
  const document = jsonObject(piece);
  last = { text: piece.text, document };
  return document;
}

/** The work that a text describes: of a graph the first, of a page what it is about. */
function workIn(nodes: readonly Described[], origin: Origin): Node {
  const others = othersIn(nodes);
  const left = new Leftovers(origin.source.name);
  const roots = nodes.map((each) => rootNode(each, others, left));
  const root =
    roots.find(({ types }) => isWork(types)) ?? roots.find(({ types }) => isPage(types)) ?? roots[0];
  if (root === undefined) throw noWork([]);
  if (isWork(root.types)) return root;
  const inner = valuesOf(root, 'mainEntity').find(({ node }) => node && isWork(node.types));
  if (inner?.node) return { ...inner.node, path: '' };
  if (isPage(root.types) || root.types.length === 0 || hasTitle(root.of)) return root;
  throw noWork(root.types);
}

const hasTitle = (of: Json) =>
  ('name' in of || 'headline' in of) && ('author' in of || 'creator' in of || 'datePublished' in of);

/** What a text describes is something else than a work. */
export class NoWork extends Unreadable {}

function noWork(types: readonly string[]): NoWork {
  const type = types.length > 0 ? types.join(', ') : '?';
  return new NoWork({
    fr: `l’objet décrit n’est pas une publication, mais : ${type}`,
    en: `what is described is not a work but: ${type}`,
  });
}

// Deeper than any description of a work; what is kept of it must still be written.
const deepest = 100;

function refuseDeep({ text }: Piece): void {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = textEnd(text, at);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) throw tooDeep;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
}

/** Where a text in quotation marks ends: at a mark with an even number of strokes before it. */
function textEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let strokes = end;
    while (text.charCodeAt(strokes - 1) === 0x5c) strokes -= 1;
    if ((end - strokes) % 2 === 0) return end;
  }
  return text.length;
}

const tooDeep = new Unreadable({
  fr: `objets imbriqués sur plus de ${deepest} niveaux`,
  en: `objects nested more than ${deepest} levels deep`,
});

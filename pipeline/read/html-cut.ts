import type { Origin } from '../base/draft.ts';
import { namesInCoins } from './html-coins.ts';
import { type Identity, identityOf, identityOfHead, identityOfNode, isSameWork } from './html-identity.ts';
import { isArticle, isBibliographic } from './html-metas.ts';
import { type Page, pageOf } from './html-page.ts';
import { type Description, isPlainPage, pieceOfDescriptions, pieceOfPage } from './html-piece.ts';
import { type Piece, Unreadable } from './reader.ts';
import { NoWork, workOf } from './schema.ts';
import { cutSchema } from './schema-cut.ts';
import { isWork } from './schema-types.ts';

/** A description of a work in the page. */
interface Described extends Description {
  readonly identity: Identity;
}

/** Descriptions of one work, none twice from one vocabulary. */
type Group = Described[];

/**
 * Cuts a page into works, each a small page of its own: the work that the page is about, with the head's metadata, and
 * every other work that its JSON-LD, microdata, RDFa or COinS describe.
 */
export function* cutPage(text: string): Iterable<Piece> {
  const [first = '', ...others] = documentsIn(text);
  yield* cutDocument(first);
  let above = 0;
  let before = first;
  for (const document of others) {
    above += before.split('\n').length - 1;
    // The text of a piece may be written only when it is asked for, as here.
    for (const { text: own, line, kind } of cutDocument(document))
      yield { text: own, line: line + above, kind };
    before = document;
  }
}

/** Several pages may lie end to end in a text, each with its own doctype. */
function documentsIn(text: string): readonly string[] {
  // Nearly every text is one page, and to look behind each of its lines takes long.
  if (!/<\/html>\s{0,10}<!doctype html\b/i.test(text)) return [text];
  return text.split(/(?=^<!doctype html\b)(?<=<\/html>\s{0,10})/im);
}

function* cutDocument(text: string): Iterable<Piece> {
  if (!/\S/.test(text)) return;
  const page = readable(text);
  if (!page) {
    // Rejected where it is read, with the reason.
    yield { text, line: 1, kind: 'record' };
    return;
  }
  const { described, broken } = descriptions(page);
  const { own, groups } = grouped(page, described);
  const pieces: Piece[] = [...broken, ...groups.map(pieceOf)];
  if (own) pieces.push(ownPiece(page, own, isPlainPage(text)));
  yield* pieces.sort((a, b) => a.line - b.line);
}

function readable(text: string): Page | undefined {
  try {
    return pageOf(text);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

const nowhere: Origin = { source: { name: '', system: '' }, file: '', line: 1 };

function descriptions(page: Page): { described: readonly Described[]; broken: readonly Piece[] } {
  const described: Described[] = [];
  const broken: Piece[] = [];
  for (const script of page.scripts) {
    for (const piece of cutSchema(script.text)) {
      const line = script.line + piece.line - 1;
      const identity = piece.kind === 'record' ? identified(piece) : undefined;
      if (identity === 'broken') broken.push({ ...piece, line });
      else if (identity)
        described.push({ kind: 'script', from: 'json-ld', text: piece.text, line, identity });
    }
  }
  for (const { of, from, line } of page.items) {
    const text = JSON.stringify({ '@context': 'https://schema.org', ...of });
    const identity = identified({ text, line, kind: 'record' });
    if (identity === 'broken') broken.push({ text, line, kind: 'record' });
    else if (identity) described.push({ kind: 'script', from, text, line, identity });
  }
  for (const { text, line } of page.spans) {
    if (!/rft/i.test(text)) continue;
    const identity = identityOf(namesInCoins(text));
    described.push({ kind: 'span', from: 'coins', text, line, identity });
  }
  return { described, broken };
}

/** The identity of what is described; nothing for an organisation or a site, `broken` for a work that cannot be read. */
function identified(piece: Piece): Identity | 'broken' | undefined {
  if (!mentionsWork(piece.text)) return undefined;
  try {
    return identityOfNode(workOf(piece, nowhere));
  } catch (error) {
    if (error instanceof NoWork) return undefined;
    if (error instanceof Unreadable) return 'broken';
    throw error;
  }
}

const classes = /"@?type"\s*:\s*(?:\[([^\]]{0,500})\]|"([^"]{0,200})")/g;

/** Whether a JSON-LD text names a class of works. */
export function mentionsWork(text: string): boolean {
  for (const [, list, one] of text.matchAll(classes)) {
    const types =
      list === undefined ? [one ?? ''] : Array.from(list.matchAll(/"([^"]+)"/g), ([, type = '']) => type);
    if (isWork(types.map((type) => type.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/, ''))))
      return true;
  }
  return false;
}

/** The descriptions of the page's own work, if it has one, and the others by work. */
function grouped(
  page: Page,
  described: readonly Described[],
): { own: Group | undefined; groups: readonly Group[] } {
  const isOfWork = isBibliographic(page);
  const head = identityOfHead(page);
  const own: Group = [];
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  const isAlone = aloneAmong(described);
  for (const each of described) {
    const isOwn =
      (isOfWork || head.title !== undefined) && isSameWork(each.identity, head) && !own.some(isOfKind(each));
    if (isOwn && (isOfWork || isAlone(each))) own.push(each);
    else {
      const keys = keysOf(each.identity);
      const group = keys.map((key) => byKey.get(key)).find((known) => known && !known.some(isOfKind(each)));
      const into = group ?? [];
      if (!group) groups.push(into);
      into.push(each);
      for (const key of keys) byKey.set(key, into);
    }
  }
  if (isOfWork || own.length > 0) return { own, groups };
  // A page that describes one work is that work's page.
  if (groups.length === 1) return { own: groups[0], groups: [] };
  return { own: groups.length === 0 && isArticle(page) ? [] : undefined, groups };
}

const isOfKind =
  ({ from }: Described) =>
  (other: Described) =>
    other.from === from;

/** One without title and DOI is the page's own only when nothing else of its kind is there. */
function aloneAmong(all: readonly Described[]): (one: Described) => boolean {
  const counts = new Map<string | undefined, number>();
  for (const { from } of all) counts.set(from, (counts.get(from) ?? 0) + 1);
  return ({ identity: { title, dois }, from }) =>
    title !== undefined || dois.length > 0 || counts.get(from) === 1;
}

function keysOf({ dois, title }: Identity): readonly string[] {
  return [...dois.map((doi) => `doi ${doi}`), ...(title ? [`title ${title}`] : [])];
}

function pieceOf(group: Group): Piece {
  const [first, ...others] = group;
  const line = Math.min(...group.map((each) => each.line));
  if (first?.kind === 'script' && first.from === 'json-ld' && others.length === 0)
    return { text: first.text, line, kind: 'record' };
  return pieceOfDescriptions(group, line);
}

function ownPiece(page: Page, own: Group, isPlain: boolean): Piece {
  const { metas, title } = page;
  const lines = [...metas, ...own, ...(title ? [title] : [])].map(({ line }) => line);
  const line = lines.reduce((least, each) => Math.min(least, each), lines[0] ?? 1);
  return pieceOfPage(page, own, { line, isPlain });
}

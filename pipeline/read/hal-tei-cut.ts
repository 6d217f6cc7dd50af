import { cutXml } from '../base/xml-cut.ts';
import { organisationId } from './hal-tei-organisations.ts';
import { type Piece, Unreadable } from './reader.ts';
import { ofBearableSize } from './record-size.ts';
import { type Element, parseXml } from './xml-tree.ts';

// A header begins another record of OAI-PMH; organisations follow the records of their own document.
const wanted: ReadonlySet<string> = new Set(['header', 'biblFull', 'org']);
// More than the organisations of any real record take, measured against its own text.
const longestShare = 8;

/**
 * Cuts TEI into its records. The organisations that a record names stand outside it, once for all records of their
 * document: those it names, and those these name, are put inside its text, so that each piece can be read by itself.
 */
export function* cutHalTei(text: string): Iterable<Piece> {
  let records: Piece[] = [];
  let organisations = new Map<string, Organisation>();
  const budget = { left: Math.max(text.length * longestShare, 1_000_000) };
  for (const piece of cutXml(text, (name) => wanted.has(name))) {
    const name = /^<(?:[^\s:/>]+:)?([^\s/>]+)/.exec(piece.text.slice(0, 200))?.[1];
    if (name === 'org') {
      const element = readable(piece);
      const id = element && organisationId(element);
      if (!element || id === undefined) yield { ...piece, kind: 'aside' };
      else organisations.set(id, { text: piece.text, element, above: namedIn(piece.text) });
      continue;
    }
    if (organisations.size > 0 || name === 'header') {
      yield* withOrganisations(records, organisations, budget);
      records = [];
      organisations = new Map();
    }
    if (name !== 'header') records.push(piece);
    else if (/\sstatus\s*=\s*["']deleted["']/.test(piece.text)) yield { ...piece, kind: 'aside' };
  }
  yield* withOrganisations(records, organisations, budget);
}

/** An organisation and the ids of those that it belongs to. */
interface Organisation {
  readonly text: string;
  readonly element: Element;
  readonly above: readonly string[];
}

// The organisations of a record are read when it is cut, once for all records that name them: a record that is read
// right after is read without them, and they are put in as they are.
const cut = new WeakMap<Piece, { readonly alone: Piece; readonly organisations: readonly Element[] }>();

/** The element that a piece is, with its organisations. */
export function elementOfPiece(piece: Piece): Element {
  const known = cut.get(ofBearableSize(piece));
  const record = known && readable(known.alone);
  // What is wrong with a record is said of its whole text.
  if (!known || !record) return parseXml(piece);
  const { name, namespace, line } = record;
  const list: Element = {
    name: 'listOrg',
    namespace,
    attributes: new Map(),
    children: known.organisations,
    line,
  };
  return { name, namespace, line, attributes: record.attributes, children: [...record.children, list] };
}

/** An element that can be read; an organisation that cannot spoils no record. */
function readable(piece: Piece): Element | undefined {
  try {
    return parseXml(piece);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

function* withOrganisations(
  records: readonly Piece[],
  organisations: ReadonlyMap<string, Organisation>,
  budget: { left: number },
): Iterable<Piece> {
  for (const record of records) {
    const end = record.text.lastIndexOf('</');
    const named = end < 0 ? [] : used(record.text, organisations);
    const size = named.reduce((sum, { text }) => sum + text.length, 0);
    if (named.length === 0 || size > budget.left) {
      yield record;
      continue;
    }
    budget.left -= size;
    const inside = `<listOrg>${named.map(({ text }) => text).join('')}</listOrg>`;
    const piece = { ...record, text: record.text.slice(0, end) + inside + record.text.slice(end) };
    cut.set(piece, { alone: record, organisations: named.map(({ element }) => element) });
    yield piece;
  }
}

const reference = /\s(?:ref|active)\s*=\s*["']([^"'<>]*)["']/g;

/** The ids that a text refers to: `ref="#struct-1 #struct-2"`. */
function namedIn(text: string): readonly string[] {
  const ids: string[] = [];
  for (const [, words = ''] of text.matchAll(reference)) for (const id of words.split(/[\s#]+/)) ids.push(id);
  return ids;
}

// More than all that any real record's organisations belong to.
const mostAbove = 1000;

/** The organisations that a record names, and those that these belong to, each once. */
function used(text: string, organisations: ReadonlyMap<string, Organisation>): readonly Organisation[] {
  const found = new Set(namedIn(text).filter((id) => organisations.has(id)));
  const most = found.size + mostAbove;
  // A set gives what is added to it while it is walked.
  for (const id of found) {
    for (const above of organisations.get(id)?.above ?? []) {
      if (organisations.has(above) && found.size < most) found.add(above);
    }
  }
  return [...found].flatMap((id) => organisations.get(id) ?? []);
}

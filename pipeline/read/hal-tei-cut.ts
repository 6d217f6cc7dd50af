import { organisationId } from './hal-tei-organisations.ts';
import type { Piece } from './reader.ts';
import { ofBearableSize } from './record-size.ts';
import { cutElements, type Element, parseXml, readableXml, type XmlPiece } from './xml-tree.ts';

// A header begins another record of OAI-PMH; organisations follow the records of their own document.
const wanted: ReadonlySet<string> = new Set(['header', 'biblFull', 'org']);
// More than the organisations of any real record take, measured against its own text.
const longestShare = 8;
const mostElements = 100;

/**
 * Cuts TEI into its records. The organisations that a record names stand outside it, once for all records of their
 * document: those it names, and those these name, are put inside its text, so that each piece can be read by itself.
 */
export function* cutHalTei(text: string): Iterable<Piece> {
  let records: XmlPiece[] = [];
  let organisations = new Map<string, Organisation>();
  const budget = { left: Math.max(text.length * longestShare, 1_000_000) };
  for (const piece of cutElements(text, (name) => wanted.has(name))) {
    const name = /^<(?:[^\s:/>]+:)?([^\s/>]+)/.exec(piece.text.slice(0, 200))?.[1];
    if (name === 'org') {
      const element = piece.element ?? readableXml(piece);
      const id = element && organisationId(element);
      if (!element || id === undefined) yield aside(piece);
      else organisations.set(id, { text: piece.text, element, above: namedIn(piece.text) });
      continue;
    }
    if (organisations.size > 0 || name === 'header') {
      yield* withOrganisations(records, organisations, budget);
      records = [];
      organisations = new Map();
    }
    // Of many that wait for their organisations, the elements would fill the memory.
    if (name !== 'header')
      records.push(records.length < mostElements ? piece : { ...piece, element: undefined });
    else if (/\sstatus\s*=\s*["']deleted["']/.test(piece.text)) yield aside(piece);
  }
  yield* withOrganisations(records, organisations, budget);
}

const aside = ({ text, line }: Piece): Piece => ({ text, line, kind: 'aside' });

/** An organisation and the ids of those that it belongs to. */
interface Organisation {
  readonly text: string;
  readonly element: Element;
  readonly above: readonly string[];
}

/**
 * A record with its organisations. These are read when it is cut, once for all records that name them: the record is read
 * without them, and they are put in as they are.
 */
interface WithOrganisations extends Piece {
  readonly alone: XmlPiece;
  readonly organisations: readonly Element[];
}

/** The element that a piece is, with its organisations. */
export function elementOfPiece(piece: Piece | XmlPiece | WithOrganisations): Element {
  ofBearableSize(piece);
  if (!('alone' in piece)) return ('element' in piece ? piece.element : undefined) ?? parseXml(piece);
  const { alone, organisations } = piece;
  const record = alone.element ?? readableXml(alone);
  // What is wrong with a record is said of its whole text.
  if (!record) return parseXml(piece);
  const { name, namespace, line } = record;
  const list: Element = {
    name: 'listOrg',
    namespace,
    attributes: new Map(),
    children: organisations,
    line,
  };
  return { name, namespace, line, attributes: record.attributes, children: [...record.children, list] };
}

function* withOrganisations(
  records: readonly XmlPiece[],
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
    const piece: WithOrganisations = {
      text: record.text.slice(0, end) + inside + record.text.slice(end),
      line: record.line,
      kind: 'record',
      alone: record,
      organisations: named.map(({ element }) => element),
    };
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

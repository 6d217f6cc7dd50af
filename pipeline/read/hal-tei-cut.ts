import { organisationId } from './hal-tei-organisations.ts';
import type { Piece } from './reader.ts';
import { refuseLonger } from './record-size.ts';
import { cutElements, type Element, parseXml, readableXml, type XmlPiece } from './xml-tree.ts';

// A header begins another record of OAI-PMH; organisations follow the records of their own document.
const wanted: ReadonlySet<string> = new Set(['header', 'biblFull', 'org']);
// More than the organisations of any real record take, measured against its own text.
const longestShare = 8;

/**
 * Cuts TEI into its records. The organisations that a record names stand outside it, once for all records of their
 * document: those it names, and those these name, are put inside its text, so that each piece can be read by itself.
 */
export function* cutHalTei(text: string): Iterable<Piece> {
  let records: XmlPiece[] = [];
  let organisations = new Map<string, Organisation>();
  const budget = { left: Math.max(text.length * longestShare, 1_000_000) };
  for (const piece of cutElements(text, (name) => wanted.has(name))) {
    const { name } = piece;
    if (name === 'org') {
      const element = piece.element ?? readableXml(piece);
      const id = element && organisationId(element);
      if (!element || id === undefined) yield aside(piece);
      else organisations.set(id, { text: piece.text, element, above: namedIn(element) });
      continue;
    }
    if (organisations.size > 0 || name === 'header') {
      yield* withOrganisations(records, organisations, budget);
      records = [];
      organisations = new Map();
    }
    if (name !== 'header') records.push(piece);
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
 * without them, and they are put in as they are. Its text is only written when it is rejected.
 */
class WithOrganisations implements Piece {
  readonly kind = 'record';
  readonly line: number;
  readonly alone: XmlPiece;
  readonly organisations: readonly Organisation[];
  /** Of the text, in characters. */
  readonly length: number;

  constructor(alone: XmlPiece, organisations: readonly Organisation[]) {
    this.line = alone.line;
    this.alone = alone;
    this.organisations = organisations;
    this.length = alone.text.length + lengthOf(organisations);
  }

  get text(): string {
    const { text } = this.alone;
    const end = text.lastIndexOf('</');
    const inside = `<listOrg>${this.organisations.map((each) => each.text).join('')}</listOrg>`;
    return text.slice(0, end) + inside + text.slice(end);
  }
}

/** The element that a piece is, with its organisations. */
export function elementOfPiece(piece: Piece | XmlPiece | WithOrganisations): Element {
  if (!('alone' in piece)) return ('element' in piece ? piece.element : undefined) ?? parseXml(piece);
  const { alone, organisations, length } = piece;
  refuseLonger(length);
  const record = alone.element ?? readableXml(alone);
  // What is wrong with a record is said of its whole text.
  if (!record) return parseXml(piece);
  const { name, namespace, line } = record;
  const list: Element = {
    name: 'listOrg',
    namespace,
    attributes: new Map(),
    children: organisations.map(({ element }) => element),
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
    const isEmpty = record.element ? record.element.children.length === 0 : !record.text.includes('</');
    const named = isEmpty ? [] : used(record, organisations);
    const size = lengthOf(named);
    if (named.length === 0 || size > budget.left) {
      yield record;
      continue;
    }
    budget.left -= size;
    yield new WithOrganisations(record, named);
  }
}

const lengthOf = (organisations: readonly Organisation[]) =>
  organisations.reduce((sum, { text }) => sum + text.length, 0);

const reference = /\s(?:ref|active)\s*=\s*["']([^"'<>]*)["']/g;

/** The ids that a record refers to, `ref="#struct-1 #struct-2"`; by its text, where that cannot be read. */
function namedBy({ element, text }: XmlPiece): readonly string[] {
  if (element) return namedIn(element);
  return Array.from(text.matchAll(reference), ([, words = '']) => words.split(separators)).flat();
}

function namedIn({ attributes, children }: Element, ids: string[] = []): readonly string[] {
  for (const name of references) {
    const words = attributes.get(name);
    if (words !== undefined) for (const id of words.split(separators)) ids.push(id);
  }
  for (const child of children) if (typeof child !== 'string') namedIn(child, ids);
  return ids;
}

const references = ['ref', 'active'];
const separators = /[\s#]+/;

// More than all that any real record's organisations belong to.
const mostAbove = 1000;

/** The organisations that a record names, and those that these belong to, each once. */
function used(record: XmlPiece, organisations: ReadonlyMap<string, Organisation>): readonly Organisation[] {
  const found = new Set(namedBy(record).filter((id) => organisations.has(id)));
  const most = found.size + mostAbove;
  // A set gives what is added to it while it is walked.
  for (const id of found) {
    for (const above of organisations.get(id)?.above ?? []) {
      if (organisations.has(above) && found.size < most) found.add(above);
    }
  }
  return [...found].flatMap((id) => organisations.get(id) ?? []);
}

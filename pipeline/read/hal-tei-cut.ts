import { cutXml } from '../base/xml-cut.ts';
import { organisationId } from './hal-tei-organisations.ts';
import type { Piece } from './reader.ts';
import { Unreadable } from './reader.ts';
import { parseXml } from './xml-tree.ts';

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
      const id = idOf(piece);
      if (id === undefined) yield { ...piece, kind: 'aside' };
      else organisations.set(id, { text: piece.text, above: namedIn(piece.text) });
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
  readonly above: readonly string[];
}

/** The id of an organisation that can be read; one that cannot spoils no record. */
function idOf(piece: Piece): string | undefined {
  try {
    return organisationId(parseXml(piece));
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
    const size = named.reduce((sum, each) => sum + each.length, 0);
    if (named.length === 0 || size > budget.left) {
      yield record;
      continue;
    }
    budget.left -= size;
    const inside = `<listOrg>${named.join('')}</listOrg>`;
    yield { ...record, text: record.text.slice(0, end) + inside + record.text.slice(end) };
  }
}

const reference = /\s(?:ref|active)\s*=\s*["']([^"'<>]*)["']/g;

/** The ids that a text refers to: `ref="#struct-1 #struct-2"`. */
function namedIn(text: string): readonly string[] {
  return Array.from(text.matchAll(reference), ([, words = '']) => words.split(/[\s#]+/)).flat();
}

// More than all that any real record's organisations belong to.
const mostAbove = 1000;

/** The organisations that a record names, and those that these belong to, each once. */
function used(text: string, organisations: ReadonlyMap<string, Organisation>): readonly string[] {
  const found = new Set(namedIn(text).filter((id) => organisations.has(id)));
  const most = found.size + mostAbove;
  // A set gives what is added to it while it is walked.
  for (const id of found) {
    for (const above of organisations.get(id)?.above ?? []) {
      if (organisations.has(above) && found.size < most) found.add(above);
    }
  }
  return [...found].map((id) => organisations.get(id)?.text ?? '');
}

import type { Unmapped } from '../base/work.ts';
import { type Piece, Unreadable } from './reader.ts';

/** The tags of one record, with what they say in its order. What nobody takes is left over. */
export interface RisRecord {
  readonly tags: Map<string, string[]>;
  readonly left: Map<string, string[]>;
}

const none: readonly string[] = [];

/** The values of some tags, which are then taken. */
export function take({ tags }: RisRecord, ...names: readonly string[]): readonly string[] {
  let all = none;
  for (const name of names) {
    const values = tags.get(name);
    if (!values) continue;
    tags.delete(name);
    all = all.length === 0 ? values : [...all, ...values];
  }
  return all;
}

/** The first value of some tags; the others are left over. */
export function takeOne(record: RisRecord, ...names: readonly string[]): string | undefined {
  let first: string | undefined;
  for (const name of names) {
    for (const value of take(record, name)) {
      if (first === undefined) first = value;
      else if (value !== first) leave(record, name, value);
    }
  }
  return first;
}

/** Leaves values that found no place. */
export function leave({ left }: RisRecord, name: string, ...values: readonly string[]): void {
  if (values.length === 0) return;
  const known = left.get(name);
  if (known) known.push(...values);
  else left.set(name, [...values]);
}

/** What was left, and what was never taken, by tag. */
export function leftOver({ tags, left }: RisRecord, source: string): readonly Unmapped[] {
  return [...left, ...tags].map(([path, values]) => ({
    source,
    path,
    value: values.length === 1 ? values[0] : values,
  }));
}

// Reference Manager's tags and those that EndNote, Zotero and databases added to them.
const known: ReadonlySet<string> = new Set([
  ...'TY ER ID A1 A2 A3 A4 AU ED TA T1 T2 T3 TI TT CT BT ST JF JO JA J1 J2 PY Y1 Y2 DA VL IS SP EP SN PB'.split(
    ' ',
  ),
  ...'PP CY AD AB N1 N2 KW LA DO UR L1 L2 L3 L4 LK DB DP AN CN CA ET SE OP RN RP RI NV LB M1 M2 M3'.split(
    ' ',
  ),
  ...'C1 C2 C3 C4 C5 C6 C7 C8 U1 U2 U3 U4 U5 AV H1 H2 SV CR WT WV RD'.split(' '),
]);

/** `AU  - `: two characters, two spaces, a hyphen and a space; after white space, as some programs write it. */
const form = /^[ \t\ufeff]{0,4}([A-Za-z][A-Za-z\d])( {0,3})-( |\r?$|)/;
const longestTag = 16;

interface Tag {
  readonly name: string;
  /** Where its value begins in the line. */
  readonly after: number;
}

/** The tag that a line begins with. One that is not spaced as the format says has to be known, and in capitals. */
function tagOf(head: string, mayBeLower: boolean): Tag | undefined {
  if (isPlain(head)) return { name: head.slice(0, 2), after: 6 };
  const match = form.exec(head);
  if (!match) return undefined;
  const [whole, written = '', spaces = '', after = ''] = match;
  const name = written.toUpperCase();
  const isSpaced = after !== '' || whole.length === head.length;
  if (spaces.length === 2 && isSpaced) return { name, after: whole.length };
  const isCertain = known.has(name) && (written === name || mayBeLower);
  return isCertain && (isSpaced || spaces.length === 2) ? { name, after: whole.length } : undefined;
}

/** A tag as nearly all are, known four times faster than by the expression. */
function isPlain(head: string): boolean {
  const second = head.charCodeAt(1);
  return (
    head.startsWith('  - ', 2) &&
    isCapital(head.charCodeAt(0)) &&
    (isCapital(second) || (second >= 0x30 && second <= 0x39))
  );
}

const isCapital = (code: number) => code >= 0x41 && code <= 0x5a;

const lowerStart = /(?:^|[\r\n])ty {0,3}- {0,3}[a-z]/;
const typeLine = /(?:^|[\r\n])[ \t\ufeff]{0,4}TY {0,3}- {0,4}[A-Z][A-Z -]{1,30}(?:[\r\n]|$)/i;
const referLine = /(?:^|[\r\n])%[0-9A-Z@] \S/;
const otherStart = /^[\s\ufeff]*[[{<@]/;

/** Whether a text holds a line that begins a record, or is Refer, which EndNote exports and many take for RIS. */
export function isRis(head: string): boolean {
  return !otherStart.test(head) && (typeLine.test(head) || isRefer(head));
}

const isRefer = (head: string) => /^[\s\ufeff]*%[0A] \S/.test(head) && /[\r\n]%T \S/.test(head);

/**
 * Cuts at each `TY` line and after each `ER` line: a record whose end is missing ends where the next begins. Lines with
 * tags before any `TY` are a record too, to be rejected; other text between records is none.
 */
export function* cutRis(text: string): Iterable<Piece> {
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  const mayBeLower = lowerStart.test(text.slice(0, 65_536));
  let [from, first, line] = [0, 1, 1];
  // Whether a type was seen, and whether something else was.
  let [isTyped, isTagged] = [false, false];

  for (let at = 0; at < text.length; line += 1) {
    const stop = text.indexOf(lineEnd, at);
    const next = stop < 0 ? text.length : stop + 1;
    const name = tagOf(text.slice(at, Math.min(at + longestTag, stop < 0 ? next : stop)), mayBeLower)?.name;
    if (name === 'TY' && (isTagged || !isTyped)) {
      yield* stretch(text.slice(from, at), first, isTagged);
      [from, first, isTyped, isTagged] = [at, line, true, false];
    } else if (name === 'ER') {
      if (isTyped || isTagged) yield* stretch(text.slice(from, next), first, true);
      [from, first, isTyped, isTagged] = [next, line + 1, false, false];
    } else if (name !== undefined && name !== 'TY') isTagged = true;
    at = next;
  }
  yield* stretch(text.slice(from), first, isTagged || isTyped);
}

function* stretch(text: string, line: number, isRecord: boolean): Iterable<Piece> {
  const start = text.search(/[^\s\ufeff]/);
  if (start < 0) return;
  const skipped = text.slice(0, start).split(/\r\n|\n|\r/).length - 1;
  const kind = isRecord || referLine.test(text.slice(0, 4096)) ? 'record' : 'aside';
  yield { text: text.slice(start).trimEnd(), line: line + skipped, kind };
}

/** EndNote writes the second and further values of these on lines of their own. */
const lists: ReadonlySet<string> = new Set(['KW']);
const addresses: ReadonlySet<string> = new Set(['UR', 'L1', 'L2', 'L3', 'L4', 'LK']);

/** Reads the lines of one record. A line without a tag goes on with the value before it. */
export function risRecord({ text }: Piece): RisRecord {
  const mayBeLower = lowerStart.test(text.slice(0, 100));
  const tags = new Map<string, string[]>();
  let name = '';
  let isAfterBlank = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const tag = tagOf(line.slice(0, longestTag), mayBeLower);
    const words = line.slice(tag?.after ?? 0).trim();
    if (tag) {
      name = tag.name;
      const values = tags.get(name);
      if (values) values.push(words);
      else tags.set(name, [words]);
    } else if (words !== '') goOn(tags.get(name), name, words, isAfterBlank);
    isAfterBlank = words === '' && !tag;
  }
  for (const [tag, values] of tags) {
    const said = values.filter((value) => value !== '');
    if (said.length > 0) tags.set(tag, said);
    else if (tag !== 'TY') tags.delete(tag);
  }
  if (!tags.has('TY')) throw untyped(text);
  return { tags, left: new Map() };
}

function goOn(values: string[] | undefined, name: string, words: string, isAfterBlank: boolean): void {
  if (!values) return;
  const last = values.at(-1) ?? '';
  if (lists.has(name) || (addresses.has(name) && /^https?:/i.test(words))) values.push(words);
  else values[values.length - 1] = last === '' ? words : `${last}${isAfterBlank ? '\n\n' : ' '}${words}`;
}

function untyped(text: string): Unreadable {
  if (referLine.test(text.slice(0, 4096))) {
    return new Unreadable({
      fr: 'format Refer d’EndNote (lignes « %A », « %T »), qui n’est pas du RIS ; exporter en RIS ou en BibTeX',
      en: 'EndNote’s Refer format (lines “%A”, “%T”), which is not RIS; export as RIS or BibTeX',
    });
  }
  return new Unreadable({
    fr: 'la notice ne commence pas par une ligne « TY  - »',
    en: 'the record does not begin with a line “TY  - ”',
  });
}

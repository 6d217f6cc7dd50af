import { monthWords } from '../base/months.ts';

/** Words of a line, and where they begin in it (from 0). */
export interface Span {
  readonly text: string;
  readonly offset: number;
}

/** The parts of a citation line, in its own words. */
export interface Citation {
  readonly names?: Span | undefined;
  readonly date?: Span | undefined;
  readonly container?: Span | undefined;
  readonly volume?: Span | undefined;
  readonly issue?: Span | undefined;
  /** The issue bore no `n°`: its place in the line says what it is. */
  readonly issueIsInferred: boolean;
  readonly pages?: Span | undefined;
  readonly doi?: Span | undefined;
  readonly address?: Span | undefined;
  /** What was not understood. */
  readonly rest: readonly Span[];
}

const by = /^(?:[-*•–]\s*)?(?:par|by)\s+/iu;
const inside = /(?:^|[\s,])(?:dans|in)(?:\s*:)?\s+/iu;
const dateWords = `(?:le\\s+)?(?:\\d{1,2}(?:er)?\\s+)?(?:${monthWords})\\.?(?:\\s*-\\s*(?:${monthWords})\\.?)?\\s+\\d{4}|\\d{1,2}\\/\\d{1,2}\\/\\d{4}|\\d{1,2}\\/\\d{4}|\\d{4}-\\d{2}(?:-\\d{2})?|(?:1[5-9]|20)\\d{2}|à paraître|forthcoming|s\\.\\s?d\\.`;
const dateAtEnd = new RegExp(`(?:^|[\\s,(])(${dateWords})\\s*\\)?[\\s,]*$`, 'iu');
const dateAlone = new RegExp(`^\\(?(?:${dateWords})\\)?$`, 'iu');

/** Takes `Par A et B, juin 2023, dans Revue, 81, 13-28. …` apart. */
export function citationOf(line: string): Citation {
  const start = by.exec(line)?.[0].length ?? 0;
  const marker = inside.exec(line.slice(start));
  const headEnd = marker ? start + marker.index : sentenceEnd(line, start);
  const head = whoAndWhen(span(line, start, headEnd), start > 0);
  if (!marker) return { ...head, issueIsInferred: false, rest: [] };

  const tail = start + marker.index + marker[0].length;
  const [container, next] = containerAt(line, tail);
  const end = sentenceEnd(line, next);
  const numbers = numbersIn(line, next, end);
  const after = span(line, end, line.length, /^[\s.]+|\s+$/g);
  const other =
    head.date && numbers.date && !head.date.text.includes(numbers.date.text) ? [numbers.date] : [];
  return {
    ...head,
    ...numbers,
    date: head.date ?? numbers.date,
    container,
    rest: [...numbers.rest, ...other, ...(after.text ? [after] : [])],
  };
}

function whoAndWhen(head: Span, named: boolean): Pick<Citation, 'names' | 'date'> {
  const found = dateAtEnd.exec(head.text);
  const words = found?.[1];
  const at = found && words ? found.index + found[0].indexOf(words) : head.text.length;
  const names = span(head.text, 0, at);
  return {
    names: named && names.text ? { text: names.text, offset: head.offset + names.offset } : undefined,
    date: words ? { text: words, offset: head.offset + at } : undefined,
  };
}

const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  '"': '"',
  '‘': '’',
  '*': '*',
  _: '_',
};
const containerEnd =
  /,\s*(?=\d|n[°ºo]s?[\s.\d]|vol|t(?:ome|\.)|pp?\.|pages?\s|num|hors|doi|https?:|\()|\.\s+(?=\p{Lu}|\[|https?:)|\.?\s*$/iu;

/** The container at an offset, quoted or not, and where the rest begins. */
function containerAt(line: string, offset: number): readonly [Span, number] {
  const quote = closing[line[offset] ?? ''];
  const close = quote ? line.indexOf(quote, offset + 1) : -1;
  if (close > 0) return [span(line, offset + 1, close), close + 1];
  const found = containerEnd.exec(line.slice(offset));
  const end = offset + (found?.index ?? line.length - offset);
  return [span(line, offset, end), end];
}

/** Where the sentence that begins at an offset ends: at a full stop before a capital, a bracket or the end. */
function sentenceEnd(line: string, offset: number): number {
  const found = /\.\s+(?=[\p{Lu}[«“])|\.?\s*$/u.exec(line.slice(offset));
  return offset + (found?.index ?? line.length - offset);
}

type Numbers = Pick<
  Citation,
  'volume' | 'issue' | 'issueIsInferred' | 'pages' | 'date' | 'doi' | 'address' | 'rest'
>;
type Kind = 'volume' | 'issue' | 'pages' | 'doi' | 'address' | 'date' | 'bare' | 'rest';

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['address', /^https?:\/\/\S+$/i],
  ['doi', /^(?:doi\s*:?\s*)?10\.\d{4,9}\/\S+$/i],
  ['volume', /^(?:vol(?:ume|\.)?|t(?:ome|\.))\s*\S/i],
  ['issue', /^(?:n[°ºo]s?\.?\s*\d|n[ºo°]|num(?:éro|\.)|№|#\s*\d|hors[- ]série|issues?\s)/i],
  ['pages', /^(?:pp?\.|pages?\s)\s*\S/i],
  // A year comes before a bare number: journals rarely have a thousand issues.
  ['date', dateAlone],
  ['bare', /^\d+[a-z]?(?:\s*[-–—/]\s*\d+[a-z]?)?$/i],
];

function numbersIn(line: string, start: number, end: number): Numbers {
  const parts: { kind: Kind; span: Span }[] = [];
  let at = start;
  for (const words of line.slice(start, end).split(',')) {
    const part = span(line, at, at + words.length);
    if (part.text)
      parts.push({ kind: kinds.find(([, pattern]) => pattern.test(part.text))?.[0] ?? 'rest', span: part });
    at += words.length + 1;
  }
  const one = (kind: Kind) => parts.find((part) => part.kind === kind)?.span;
  const bare = byPlace(
    parts.filter(({ kind }) => kind === 'bare').map((part) => part.span),
    one('issue'),
    one('pages'),
  );
  const twice = (['volume', 'issue', 'pages', 'date'] as const).flatMap((kind) =>
    parts.filter((part) => part.kind === kind).slice(1),
  );
  return {
    volume: one('volume') ?? bare.volume,
    issue: one('issue') ?? bare.issue,
    issueIsInferred: !one('issue') && bare.issue !== undefined,
    pages: one('pages') ?? bare.pages,
    date: one('date'),
    doi: one('doi'),
    address: one('address'),
    rest: [...parts.filter(({ kind }) => kind === 'rest'), ...twice]
      .map((part) => part.span)
      .concat(bare.rest),
  };
}

/**
 * What bare numbers are, by their place after the journal (crosswalk P2; vocabularies section 8): `81, 13-28` is issue
 * and pages, `128` an issue. A small consecutive range alone (`1-2`) could be either and stays open.
 */
function byPlace(
  bare: readonly Span[],
  issue: Span | undefined,
  pages: Span | undefined,
): { volume?: Span | undefined; issue?: Span | undefined; pages?: Span | undefined; rest: readonly Span[] } {
  const [a, b, c] = bare;
  if (!a) return { rest: [] };
  if (issue && pages) return { rest: bare };
  if (issue) return isRange(a) && !b ? { pages: a, rest: [] } : { rest: bare };
  if (pages) return b ? { volume: a, issue: b, rest: bare.slice(2) } : { issue: a, rest: [] };
  if (c) return { volume: a, issue: b, pages: c, rest: bare.slice(3) };
  if (b) return isRange(b) ? { issue: a, pages: b, rest: [] } : { volume: a, issue: b, rest: [] };
  if (!isRange(a)) return { issue: a, rest: [] };
  return isSmallStep(a) ? { rest: [a] } : { pages: a, rest: [] };
}

const isRange = ({ text }: Span) => /\d\s*[-–—]\s*\d/.test(text);

function isSmallStep({ text }: Span): boolean {
  const [from = 0, to = 0] = text.split(/[-–—]/).map(Number);
  return to <= 12 && to - from <= 1;
}

/** The words between two offsets, without the commas and spaces around them. */
function span(line: string, start: number, end: number, around: RegExp = /^[\s,;]+|[\s,;]+$/g): Span {
  const words = line.slice(start, end);
  const text = words.replace(around, '');
  return { text, offset: start + Math.max(0, words.indexOf(text)) };
}

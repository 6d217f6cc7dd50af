import { fold } from '../base/fold.ts';
import { isWrapped } from './prose/wrapped.ts';
import type { Piece } from './reader.ts';

/** A paragraph of a page, and the line it begins on. */
export interface Paragraph {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** The parts of one notice, in the order of the page. */
export interface Notice {
  readonly title: Paragraph | undefined;
  readonly abstract: readonly Paragraph[];
  readonly citation: Paragraph | undefined;
  /** Link labels and the like below the citation. */
  readonly labels: readonly Paragraph[];
}

/** `Par X, juin 2023, dans …` or, without names, `juin 2023 dans Vie sociale, 28, 33-49.` */
const namedCitation =
  /^(?:[-*•–]\s*)?(?:par|by)\s+(?:\p{Lu}|d['’]|d[eu] |v[ao]n ).{0,300}?(?:[\s,]dans\s|[\s,]in\s|\d{4}\.?$)/iu;
const namelessCitation =
  /^(?:[-*•–]\s*)?(?:.{0,40}\d{4},?\s+)?(?:dans|in)\s.{2,200}?,\s*(?:n[°ºo]s?\.?\s*|vol\.?\s*|pp?\.?\s*)?\d[\d\s,./–-]*$/iu;
const longestCitation = 600;

/** Whether a line says who wrote something and where it appeared. */
export function isCitationLine(line: string): boolean {
  const text = line.trim();
  if (text.length > longestCitation) return false;
  // `i` is for Par and Dans; a name begins with a capital all the same.
  if (namedCitation.test(text))
    return /^(?:[-*•–]\s*)?\S+\s+(?:\p{Lu}|d['’]\p{Lu}|(?:de|du|des|van|von)\s)/u.test(text);
  return namelessCitation.test(text);
}

/** `[Disponible en ligne]`, `Lire en ligne`, `Read online`: a label, or an address by itself. */
export function isLinkLabel(text: string): boolean {
  return (
    /^\[[^\]]{1,60}\]$/.test(text) ||
    /^(?:disponible|lire|texte|consult\S+|available|read)\b.{0,40}(?:ligne|online|intégral)\S*$/iu.test(
      text,
    ) ||
    isAddress(text)
  );
}

export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|doi\s*:\s*10\.|10\.\d{4,9}\/)\S+$/i.test(text);
}

/** A page as pieces: each notice from its title to its last label, and the text between notices aside. */
export function* cutNotices(text: string): Iterable<Piece> {
  const lines = text.split(/\r\n|\r|\n/);
  const paragraphs = paragraphsOf(text);
  const piece = (kind: Piece['kind'], from: Paragraph, before: Paragraph | undefined): Piece => ({
    kind,
    line: from.line,
    text: lines
      .slice(from.line - 1, before ? before.line - 1 : undefined)
      .join('\n')
      .trimEnd(),
  });

  let start = 0;
  for (let index = 0; index < paragraphs.length; index += 1) {
    if (!isCitationLine(paragraphs[index]?.text ?? '')) continue;
    let end = index + 1;
    while (isLinkLabel(paragraphs[end]?.text ?? '')) end += 1;

    let from = start;
    for (const begin of beginnings(paragraphs.slice(start, index), start === 0)) {
      const [first, next] = [paragraphs[from], paragraphs[start + begin]];
      // What stands before the first title is the page's; before a later one, a notice without its citation.
      if (first && next && start + begin > from)
        yield piece(from === 0 ? 'aside' : isHeading(first.text) ? 'aside' : 'record', first, next);
      from = start + begin;
    }
    const first = paragraphs[from];
    if (first) yield piece('record', first, paragraphs[end]);
    start = end;
    index = end - 1;
  }

  const rest = paragraphs[start];
  if (rest && start > 0) yield piece('aside', rest, undefined);
}

/** Takes one piece apart. */
export function noticeOf(piece: Piece): Notice {
  const paragraphs = paragraphsOf(piece.text).map(({ text, line }) => ({
    text,
    line: line + piece.line - 1,
  }));
  const at = paragraphs.findIndex(({ text }) => isCitationLine(text));
  const before = at < 0 ? paragraphs : paragraphs.slice(0, at);
  return {
    title: before[0],
    abstract: before.slice(1),
    citation: paragraphs[at],
    labels: at < 0 ? [] : paragraphs.slice(at + 1),
  };
}

/** Where titles stand among the paragraphs that come before a citation. */
function beginnings(paragraphs: readonly Paragraph[], firstOfPage: boolean): readonly number[] {
  const titles = paragraphs.flatMap((_, index) => (isTitleOf(paragraphs, index, firstOfPage) ? [index] : []));
  if (firstOfPage) return titles.slice(-1);
  return titles.length > 0 ? titles : [0];
}

function isTitleOf(paragraphs: readonly Paragraph[], index: number, firstOfPage: boolean): boolean {
  const text = paragraphs[index]?.text ?? '';
  const after = paragraphs.slice(index + 1);
  const [next] = after;
  if (isHeading(text) && next) return false;
  if (!isTitleLike(text)) return false;
  if (firstOfPage) return after.every((each) => isProse(each.text));
  // The first paragraph after a notice is the next title; a later one only if it cannot be part of an abstract.
  if (paragraphs.slice(0, index).every((each) => isHeading(each.text))) return true;
  return (
    words(text) >= 3 &&
    !/[.!?…:»”"]$/.test(text) &&
    next !== undefined &&
    isProse(next.text) &&
    next.text.length > text.length
  );
}

const headings =
  /^(?:\d{4}|(?:articles?|publications?|ouvrages?|livres?|chapitres?|communications?|theses?|rapports?|travaux|books?|chapters?|reports?|papers?)\b.{0,40})$/;

function isHeading(text: string): boolean {
  return words(text) <= 5 && headings.test(fold(text));
}

function isTitleLike(text: string): boolean {
  return text.length <= 300 && !/[.!?…]\s+\p{Lu}/u.test(text);
}

function isProse(text: string): boolean {
  return text.length > 160 || /[.!?…]\s+\p{Lu}/u.test(text);
}

const words = (text: string) => text.split(/\s+/).length;

/** The paragraphs of a text: a line each, except where lines were wrapped at one width. */
function paragraphsOf(text: string): readonly Paragraph[] {
  const runs: Paragraph[][] = [[]];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') runs.push([]);
    else runs.at(-1)?.push({ text: unmarked(line), line: index + 1 });
  }
  return runs.flatMap((run) =>
    isWrapped(run.map(({ text }) => text))
      ? [{ text: run.map(({ text }) => text).join(' '), line: run[0]?.line ?? 1 }]
      : run,
  );
}

/** Markdown's marks for headings and strong text are not words. */
function unmarked(line: string): string {
  return line
    .trim()
    .replace(/^#{1,6}\s+/, '')
    .replace(/^\*\*(.+)\*\*$/, '$1');
}

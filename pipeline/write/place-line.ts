import { plainText } from '../base/plain-text.ts';
import { usualContainer } from '../base/usual-container.ts';
import { dateOf, type Work } from '../base/work.ts';

/** `Terminal, vol. 12, n° 128, p. 13-28`: where a work appeared, each number with its label (P2); undefined without one. */
export function placeLine(work: Work): string | undefined {
  const numbers = numbersOf(work).map(([kind, value]) => labels[kind] + value);
  return numbers.length === 0 ? undefined : [containerTitle(work), ...numbers].filter(Boolean).join(', ');
}

type Kind = 'volume' | 'issue' | 'pages';

const labels: Readonly<Record<Kind, string>> = { volume: 'vol. ', issue: 'n° ', pages: 'p. ' };

/** What a reader takes for a number after its label; anything else is only words to it. */
const readable: Readonly<Record<Kind, RegExp>> = {
  volume: /^[\dIVXLC]+(?:[-/]\d+)?$/i,
  issue: /^\d[\w./ -]{0,20}$/,
  pages: /^\d[\w.]*(?:\s?(?:[\u2010-\u2015-]|à)\s?[\w.]+)?$/,
};

/** Whether a number on the line is read as what it is. */
export const isReadable = (kind: Kind, value: string): boolean => readable[kind].test(value);

function numbersOf({ position }: Work): readonly (readonly [Kind, string])[] {
  const { volume, issue, pages } = position ?? {};
  const said: readonly (readonly [Kind, string | undefined])[] = [
    ['volume', volume],
    ['issue', issue],
    ['pages', pageRange(pages)],
  ];
  return said.flatMap(([kind, value]) => (value ? [[kind, value] as const] : []));
}

/** The same line with the year of publication, which ends a citation: `… (2021)`. */
export function citationLine(work: Work): string | undefined {
  const line = placeLine(work);
  const year = /^\d{4}(?![~?%]|.*\/)/.exec(dateOf(work, 'published') ?? '')?.[0];
  return line === undefined || year === undefined ? line : `${line} (${year})`;
}

/**
 * Whether the title of the journal or book has to stand by itself before the line: there is none, or nobody could tell
 * where in it the title ends.
 */
export function isAlone(work: Work): boolean {
  const title = containerTitle(work);
  const numbers = numbersOf(work);
  if (title === undefined || numbers.length === 0) return true;
  return (
    title.length > 150 ||
    /\d|[.;,] /.test(title) ||
    !numbers.every(([kind, value]) => /\d/.test(value) && isReadable(kind, value))
  );
}

/** Whether every number on the line is read; the line is else kept as a citation. */
export function isLineRead(work: Work): boolean {
  return numbersOf(work).every(([kind, value]) => isReadable(kind, value));
}

/** Whether that title is read again: of a part of something, when a line goes on from it or it shows what it is. */
export function isTitleTold(work: Work): boolean {
  const title = containerTitle(work);
  if (title === undefined || usualContainer(work.type) === undefined) return false;
  return placeLine(work) !== undefined || (title.length <= 150 && !/\d|[.;] /.test(title));
}

function containerTitle({ container }: Work): string | undefined {
  const [title] = container?.titles ?? [];
  return title && plainText(title);
}

/** A number of pages, as printed: `102 p.` */
export function extentOf(position: Work['position']): string | undefined {
  return position?.pages?.total === undefined ? undefined : position.pages.raw;
}

const label = /^(?:pages?|pp?)(?:\.|(?=[\s\d]))\s*/i;

/** Pages without their label; a number of pages is no place. */
function pageRange(pages: NonNullable<Work['position']>['pages']): string | undefined {
  return pages && pages.total === undefined ? pages.raw.replace(label, '') : undefined;
}

import type { Pages } from '../base/work.ts';

/** What a page field says: pages, or the number of an article that has none of its own. */
export interface TidyPages {
  readonly pages?: Pages | undefined;
  readonly articleNumber?: string | undefined;
  /** The rule of the crosswalk (section 5) that it was read by. */
  readonly rule: string;
  /** False when only the words were kept. */
  readonly plain: boolean;
}

// Longer than any page field that is one.
const longest = 200;
const nothing = /^(?:n\/?a|-+|none|null)$/i;
const dashes = /[\u2010-\u2015\u2212]|-{2,3}/g;
const between = /\s*-\s*|\s+(?:à|to)\s+/i;
const label = /^(?:pages?|pp?)(?:\.|(?=[\s\d]))\s*/i;
const extent = /^(\d{1,6})\s?(?:pages?|pp?)\.?$/i;
const page = /^(?:[a-z]{0,3}\d+(?:\.?[a-z]\d{0,3})?|[ivxlcdm]+)$/i;
const articleLabel = /^(?:art(?:icle)?\.?)(?:\s?(?:n[o°º]|id|number)\.?)?\s?:?\s*(\S+)$/i;
/** More than four digits, or the `e1234` of journals that have no pages. */
const articleNumber = /^(?:[a-z]{0,2}\d{5,}[a-z]?|e\d+)$/i;

/** P1 and P3: pages as strings. `33-9` ends on 39, `102 p.` is a total, `1002629` numbers an article. */
export function tidyPages(raw: string): TidyPages {
  const printed = raw.trim();
  if (printed === '' || nothing.test(printed)) return { rule: 'P1', plain: true };
  if (printed.length > longest) return kept(printed);

  const whole = printed
    .replace(dashes, '-')
    .replace(/\s*[,;.]$/, (end) => (end === '.' && extent.test(printed) ? end : ''));
  const total = extent.exec(whole)?.[1];
  if (total !== undefined) return { pages: { raw: printed, total: Number(total) }, rule: 'P1', plain: true };

  const article = articleLabel.exec(whole)?.[1];
  const words = whole.replace(/^de\s+(?=\d)/i, '').replace(label, '');
  if (article !== undefined || articleNumber.test(words)) {
    return { articleNumber: article ?? words, rule: 'P1', plain: true };
  }
  return ranged(printed, words);
}

function ranged(raw: string, words: string): TidyPages {
  const [start = '', end, ...more] = words.split(between);
  if (page.test(start) && end === undefined) return { pages: { raw, start }, rule: 'P1', plain: true };
  if (page.test(start) && end !== undefined && page.test(end) && more.length === 0) {
    return { pages: { raw, start, end: completed(start, end) }, rule: 'P1', plain: true };
  }
  return kept(raw, /^[\s,;+]*$/.test(start) ? undefined : start.split(/[\s,;+]/)[0]);
}

/** Only the words, and the first page when they begin with one. */
function kept(raw: string, start?: string): TidyPages {
  const pages: Pages = start !== undefined && page.test(start) && /\d/.test(start) ? { raw, start } : { raw };
  return { pages, rule: 'P1', plain: false };
}

/** The end of `137-44` is 144; one that would still come before the start stays as printed. */
function completed(start: string, end: string): string {
  const [, prefix = '', digits = ''] = /^([a-z]{0,3})(\d+)$/i.exec(start) ?? [];
  if (digits === '' || !/^\d+$/.test(end) || (end.length >= digits.length && prefix === '')) return end;
  if (end.length > digits.length) return end;
  const whole = digits.slice(0, digits.length - end.length) + end;
  return Number(whole) > Number(digits) ? prefix + whole : end;
}

const numberLabel =
  /^(?:n\s?[°º]s?\.?|[nt]\.|nos?(?:\.|(?=\s))|№|num(?:[ée]ros?)?(?:\.|(?=\s))|(?:number|issue)s?(?=\s)|#|vol(?:umes?)?(?:\.|(?=\s))|t(?:omes?)?(?:\.|(?=\s)))\s*(?=\S)/iu;
const bracketed = /^\(([^()]*)\)$/;
const couple =
  /^(\d{1,4}|[ivxlcdm]{1,8})\s*(et|&|and|à|[-\u2010-\u2015\u2212]{1,3}|\/)\s*(\d{1,4}|[ivxlcdm]{1,8})$/i;

/** P2 and P3: a volume or issue without its label: `n° 28` → `28`, `1 et 2` → `1-2`; always a string, as printed. */
export function tidyNumber(raw: string): string {
  const trimmed = raw.trim();
  if (trimmed.length > longest) return trimmed;
  const unlabelled = bare(trimmed);
  const [, first = '', joint = '', second = ''] = couple.exec(unlabelled) ?? [];
  if (first === '') return unlabelled;
  // `1/2` is a double issue; `2016/1` and `23/1` are an issue of a year or volume.
  if (joint === '/' && Number(second) !== Number(first) + 1) return unlabelled;
  return `${first}-${second}`;
}

function bare(words: string): string {
  const shorter = (bracketed.exec(words)?.[1] ?? words).trim().replace(numberLabel, '');
  return shorter === words || shorter === '' ? words : bare(shorter);
}

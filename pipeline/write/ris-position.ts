import { yearOf } from '../base/edtf.ts';
import { plainText } from '../base/plain-text.ts';
import { dateOf, type Work } from '../base/work.ts';
import { risType } from './ris-type.ts';
import type { Tag } from './ris-words.ts';

const seasons: ReadonlyMap<string, string> = new Map([
  ['21', 'spring'],
  ['22', 'summer'],
  ['23', 'autumn'],
  ['24', 'winter'],
]);

/**
 * D1: the year in `PY`, and what is more precise in `DA` as `year/month/day/other info`, whose parts may be empty. What
 * has no such form (intervals, doubt) stands there as it is.
 */
export function dateTags(work: Work): readonly Tag[] {
  const date = dateOf(work, 'published');
  if (date === undefined) return [];
  return [
    ['PY', yearOf(date)],
    ['DA', slashed(date)],
  ];
}

function slashed(date: string): string | undefined {
  if (/^\d{4}$/.test(date)) return undefined;
  const [, year, month = '', day = ''] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  if (year === undefined) return date;
  const season = seasons.get(month);
  return season === undefined ? `${year}/${month}/${day}/` : `${year}///${season}`;
}

/** Of these `SP` alone says how many pages there are. */
const counted: ReadonlySet<string> = new Set(['BOOK', 'EDBOOK', 'THES']);
/** Where EndNote has a field for the number of an article. */
const articles: ReadonlySet<string> = new Set(['JOUR', 'MGZN', 'NEWS', 'CPAPER']);
/** What every reader takes for such a number where pages should be: Zotero knows no other place. */
const articleNumber = /^(?:[a-z]{0,2}\d{5,}[a-z]?|e\d+)$/i;

export function positionTags(work: Work): readonly Tag[] {
  const { position } = work;
  if (!position) return [];
  const { code } = risType(work.type);
  return [
    // To Zotero the volume of a web page is the year in which it was seen.
    ['VL', code === 'ELEC' ? undefined : position.volume],
    ['IS', position.issue],
    ...pageTags(work, code),
    ['C7', articles.has(code) ? position.articleNumber : undefined],
    ['SE', hasSection(code) && position.section ? plainText(position.section) : undefined],
  ];
}

const hasSection = (code: string) => code === 'NEWS' || code === 'MGZN';

function pageTags({ position }: Work, code: string): readonly Tag[] {
  const { pages, articleNumber: number } = position ?? {};
  if (!pages) return isInPages(number, code) ? [['SP', number]] : [];
  const { raw, start, end, total } = pages;
  if (counted.has(code) && total !== undefined) return [['SP', String(total)]];
  if (start !== undefined && end !== undefined && start !== end) {
    return [
      ['SP', start],
      ['EP', end],
    ];
  }
  // A bare number would be how many there are.
  return counted.has(code) && /^\d+$/.test(raw) ? [] : [['SP', raw]];
}

const isInPages = (number: string | undefined, code: string) =>
  number !== undefined && articleNumber.test(number) && !(counted.has(code) && /^\d+$/.test(number));

export function arePagesKept(work: Work): boolean {
  const { raw, total } = work.position?.pages ?? {};
  const { code } = risType(work.type);
  if (counted.has(code) && total !== undefined) return raw === `${total} p.`;
  return pageTags(work, code).length > 0;
}

export function isArticleNumberKept(work: Work): boolean {
  const { code } = risType(work.type);
  return articles.has(code) || (!work.position?.pages && isInPages(work.position?.articleNumber, code));
}

export const isVolumeKept = ({ type }: Work) => risType(type).code !== 'ELEC';
export const isSectionKept = ({ type }: Work) => hasSection(risType(type).code);

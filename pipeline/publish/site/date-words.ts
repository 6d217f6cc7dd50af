import { precision } from '../../base/edtf.ts';
import type { Language } from '../../base/words.ts';
import type { Edtf } from '../../base/work.ts';
import { type Html, html } from './html.ts';

// biome-ignore format: a table
const months = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;
const seasons = {
  fr: ['printemps', 'été', 'automne', 'hiver'],
  en: ['spring', 'summer', 'autumn', 'winter'],
} as const;
const doubts = {
  fr: { '~': 'vers ', '?': 'peut-être ', '%': 'peut-être vers ' },
  en: { '~': 'about ', '?': 'perhaps ', '%': 'perhaps about ' },
} as const;
const around = {
  fr: { from: 'depuis ', until: 'jusqu’à ', to: ' – ' },
  en: { from: 'since ', until: 'until ', to: ' – ' },
} as const;

/** A date in words, exactly as precise as it is: `juin 2023`, `about 1998`, `hiver 2020`, `2019 – 2021`. */
export function dateWords(date: Edtf, language: Language): string {
  if (!date.includes('/')) return oneDate(date, language);
  const [start = '', end = ''] = date.split('/').map((side) => (side === '..' ? '' : side));
  const { from, until, to } = around[language];
  if (start === '') return until + oneDate(end, language);
  if (end === '') return from + oneDate(start, language);
  return oneDate(start, language) + to + oneDate(end, language);
}

/** A date for people and for machines; HTML has a `datetime` for years, months and days only. */
export function time(date: Edtf, language: Language): Html {
  const words = dateWords(date, language);
  const known = precision(date);
  return known === undefined || known === 'other' || date.startsWith('0000')
    ? html`${words}`
    : html`<time datetime="${date}">${words}</time>`;
}

function oneDate(date: Edtf, language: Language): string {
  const [, year, month, day, doubt] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%])?$/.exec(date) ?? [];
  if (year === undefined) return date;
  const before = doubt === '~' || doubt === '?' || doubt === '%' ? doubts[language][doubt] : '';
  const named = month === undefined ? undefined : monthName(Number(month), language);
  if (named === undefined) return before + year;
  return before + (day === undefined ? `${named} ${year}` : dayOf(Number(day), named, year, language));
}

function dayOf(day: number, month: string, year: string, language: Language): string {
  return `${day === 1 && language === 'fr' ? '1er' : day} ${month} ${year}`;
}

function monthName(month: number, language: Language): string | undefined {
  return month > 20 ? seasons[language][month - 21] : months[language][month - 1];
}

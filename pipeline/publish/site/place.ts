import type { Language } from '../../base/words.ts';
import type { IdentifiedWork } from '../../base/work.ts';
import { referenceDate } from '../../write/index.ts';
import { time } from './date-words.ts';
import { type Html, html, joined } from './html.ts';
import type { LinkFrom } from './layout.ts';
import { inline, langOf } from './text.ts';
import type { View } from './view.ts';

const labels = {
  fr: { volume: 'vol.\u00a0', issue: 'n°\u00a0', pages: 'p.\u00a0', article: 'art.\u00a0' },
  en: { volume: 'vol.\u00a0', issue: 'no.\u00a0', pages: 'p.\u00a0', article: 'art.\u00a0' },
} as const;

/** `vol. 12`. */
export const volumeWords = (volume: string, language: Language): string => labels[language].volume + volume;

/** `n° 3`; what is no number stands by itself. */
export function issueWords(issue: string, language: Language): string {
  return /^\d/.test(issue) ? labels[language].issue + issue : issue;
}

/** Where and when a work came out: `Terminal, n° 128, p. 13-28, juin 2023`; each part that is known. */
export function placeAndDate(
  { journals }: View,
  work: IdentifiedWork,
  link: LinkFrom,
  language: Language,
): readonly Html[] {
  const { container, position } = work;
  const own = labels[language];
  const parts: Html[] = [];
  // The name of the journal itself, whatever the record calls it.
  const [title] = journals.get(container?.id ?? '')?.titles ?? container?.titles ?? [];
  if (container && title) {
    const words = html`<cite${langOf(title, language)}>${inline(title)}</cite>`;
    parts.push(container.id === undefined ? words : html`<a href="${link(container.id)}">${words}</a>`);
  }
  if (position?.volume) parts.push(html`${volumeWords(position.volume, language)}`);
  if (position?.issue) {
    const words = html`${issueWords(position.issue, language)}`;
    parts.push(container?.part !== undefined ? html`<a href="${link(container.part)}">${words}</a>` : words);
  }
  const pages = position?.pages;
  if (pages)
    parts.push(html`${/^[\divxlc]/i.test(pages.raw) && pages.start !== undefined && own.pages}${pages.raw}`);
  if (position?.articleNumber) parts.push(html`${own.article}${position.articleNumber}`);
  const date = referenceDate(work);
  if (date !== undefined) parts.push(time(date, language));
  return parts;
}

/** The same as a line of a list; undefined when nothing is known. */
export function placeLine(
  view: View,
  work: IdentifiedWork,
  link: LinkFrom,
  language: Language,
): Html | undefined {
  const parts = placeAndDate(view, work, link, language);
  return parts.length === 0 ? undefined : html`<p class="where">${joined(parts, ', ')}</p>`;
}

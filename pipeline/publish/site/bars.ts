import type { Language } from '../../base/words.ts';
import { type Drawing, nameText, round, rowHeights } from './figure.ts';
import { saidOf } from './figure-words.ts';
import { type Html, html } from './html.ts';
import { number } from './page-words.ts';

/** A bar: what it counts, in parts where it is stacked. */
export interface Bar {
  readonly name: string;
  readonly href?: string | undefined;
  readonly parts: readonly number[];
}

interface Layout {
  readonly id: string;
  /** Names before the bars, for short ones, or above them. */
  readonly names: 'before' | 'above';
  readonly language: Language;
}

/** How many fills can be told apart; more series than these must be taken together. */
export const mostSeries = 6;

// What is left of the whole width for the number after the longest bar.
const numbers = 12;

/** Bars one below the other, the longest as wide as there is room, each with its number. */
export function barsDrawing(bars: readonly Bar[], { id, names, language }: Layout): Drawing {
  const isBefore = names === 'before';
  // A few works are no long bar, in however small a list.
  const longest = Math.max(4, ...bars.map(totalOf));
  const start = isBefore ? (bars.some(({ name }) => name.length > 4) ? 26 : 13) : 0;
  const scale = (100 - start - numbers) / longest;
  const size = isBefore ? 'low' : 'high';
  const marks = bars.map((bar, at) => {
    const top = at * rowHeights[size];
    const middle = top + (isBefore ? 1.25 : 2.35);
    const label = nameText(bar.name, {
      x: '0',
      y: `${round(top + (isBefore ? 1.25 : 1.2))}em`,
      most: isBefore ? [9, 9] : [38, 90],
    });
    const end = round(start + totalOf(bar) * scale);
    return html`<g>${label}${segments(bar, { id, start, scale, top: isBefore ? top + 0.35 : top + 1.6 })}<text class="value" x="${end}%" dx="0.4em" y="${round(middle)}em">${number(totalOf(bar), language)}</text></g>\n`;
  });
  const series = Math.max(0, ...bars.map(({ parts }) => parts.length));
  return {
    marks: html`${fills(id, series)}${marks}`,
    rows: bars.map((bar) => ({ href: bar.href, words: saidOf(bar.name, totalOf(bar), language) })),
    size,
  };
}

interface Place {
  readonly id: string;
  readonly start: number;
  readonly scale: number;
  readonly top: number;
}

function segments({ parts }: Bar, { id, start, scale, top }: Place): Html {
  let before = 0;
  const drawn = parts.map((part, index) => {
    const x = round(start + before * scale);
    before += part;
    if (part === 0) return undefined;
    const width = round(start + before * scale) - x;
    return html`<rect class="part" x="${x}%" y="${round(top)}em" width="${round(width)}%" height="1.15em" ${fillOf(id, index)}/>`;
  });
  return html`${drawn}`;
}

/** What a series is filled with: a colour of its own and, but for the first, a pattern of its own. */
function fillOf(id: string, index: number): Html {
  return index === 0 ? html`fill="var(--series-1)"` : html`fill="url(#${id}-fill-${index + 1})"`;
}

const hatches = ['', 'M0 6 6 0', 'M3 0V6', 'M0 3H6', 'M0 0 6 6M0 6 6 0', 'M3 2V4M2 3H4'];

function fills(id: string, series: number): Html | undefined {
  if (series < 2) return undefined;
  const patterns = hatches
    .slice(1, series)
    .map(
      (hatch, at) =>
        html`<pattern id="${id}-fill-${at + 2}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="var(--series-${at + 2})"/><path d="${hatch}" stroke="var(--ground)"/></pattern>\n`,
    );
  return html`<defs>
${patterns}</defs>
`;
}

/** What each fill of a stacked picture means. */
export function legendOf(id: string, series: readonly string[]): Html | undefined {
  if (series.length < 2) return undefined;
  const items = series.map(
    (name, index) =>
      html`<li><svg aria-hidden="true" width="1.6em" height="1em"><rect class="part" width="100%" height="100%" ${fillOf(id, index)}/></svg> ${name}</li>\n`,
  );
  return html`<ul class="legend">
${items}</ul>
`;
}

/** What a bar counts in all. */
export function totalOf({ parts }: Pick<Bar, 'parts'>): number {
  return parts.reduce((sum, part) => sum + part, 0);
}

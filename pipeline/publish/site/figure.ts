import type { Language } from '../../base/words.ts';
import { type Html, html, type Piece } from './html.ts';
import { number, word } from './page-words.ts';

/** A picture with all that goes with it: what it shows in words, links, and a table of its figures. */
export interface Figure {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in whole sentences: for whoever cannot see it, and below it for everybody. */
  readonly description: string;
  readonly drawing: Drawing;
  /** What the fills mean, where there are several. */
  readonly legend?: Html | undefined;
  /** What the picture leaves out. */
  readonly note?: Piece;
  readonly table: Table;
}

/** Rows of one height, each perhaps a link; lengths across are in per cent, so that the text keeps its size. */
export interface Drawing {
  readonly marks: Html;
  readonly rows: readonly Row[];
  readonly size: keyof typeof rowHeights;
}

interface Row {
  readonly words: string;
  readonly href?: string | undefined;
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly heads: readonly Piece[]; readonly cells: readonly number[] }[];
}

/**
 * Heights of a row in em, which the style sheet gives to the links above the picture as well; at 13 pixels an em none is
 * lower than 24 (WCAG 2.2, 2.5.8).
 */
export const rowHeights = { low: 1.85, high: 3 } as const;

/**
 * A picture in SVG, whose title and description are its name (SVG Accessibility API Mappings), with a table of the same
 * figures. What is inside an image is nobody's to reach, so the links lie above it, one on each row.
 */
export function figureHtml(figure: Figure, language: Language): Html {
  const { id, title, description, drawing, legend, note, table } = figure;
  const { marks, rows, size } = drawing;
  const height = round(rows.length * rowHeights[size]);
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<figure class="chart">
${legend}<div class="rows ${size}">
<svg role="img" aria-labelledby="${id}-title ${id}-description" width="100%" height="${height}em">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
${marks}</svg>
${links(rows)}</div>
<figcaption>${description}${note && html` ${note}`}</figcaption>
</figure>
${tableHtml(id, title, table, language)}</section>
`;
}

function links(rows: readonly Row[]): Piece {
  if (rows.every(({ href }) => href === undefined)) return undefined;
  const items = rows.map(({ words, href }) =>
    href === undefined
      ? html`<li aria-hidden="true"></li>\n`
      : html`<li><a href="${href}"><span class="unseen">${words}</span></a></li>\n`,
  );
  return html`<ul>
${items}</ul>
`;
}

function tableHtml(id: string, title: string, { columns, rows }: Table, language: Language): Html {
  const lines = rows.map(
    ({ heads, cells }) =>
      html`<tr>${heads.map((head) => html`<th scope="row">${head}</th>`)}${cells.map((cell) => html`<td class="count">${number(cell, language)}</td>`)}</tr>\n`,
  );
  return html`<details>
<summary>${word('sameFigures', language)}</summary>
<section class="wide" tabindex="0" aria-label="${word('sameFigures', language)}${language === 'fr' ? '\u00a0: ' : ': '}${title}">
<table id="${id}-table">
<caption>${title}</caption>
<thead>
<tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
</thead>
<tbody>
${lines}</tbody>
</table>
</section>
</details>
`;
}

/** A name in a picture; on a narrow screen it ends earlier, and nowhere does it push out what stands beside it. */
export function nameText(
  name: string,
  { x, y, most }: { x: string; y: string; most: readonly [number, number] },
): Html {
  const letters = [...name];
  const [narrow, wide] = most.map((width) => fitting(letters, width)) as [number, number];
  const inside =
    narrow >= letters.length
      ? html`${name}`
      : html`${letters.slice(0, narrow).join('')}<tspan class="wider">${letters.slice(narrow, wide).join('')}${wide < letters.length && '…'}</tspan><tspan class="narrower">…</tspan>`;
  return html`<text x="${x}" y="${y}">${inside}</text>`;
}

/** How many letters fit; those of East Asia are two wide (UAX 11). */
function fitting(letters: readonly string[], width: number): number {
  let used = 0;
  for (const [at, letter] of letters.entries()) {
    used += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|[\u{20000}-\u{3fffd}]/u.test(
      letter,
    )
      ? 2
      : 1;
    if (used > width) return at;
  }
  return letters.length;
}

/** A length with two decimals at most: the same text on every machine, and no longer than needed. */
export function round(length: number): number {
  return Math.round(length * 100) / 100;
}

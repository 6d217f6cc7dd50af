import type { Drawing } from './figure.ts';
import { nameText, round, rowHeights } from './figure.ts';
import { html } from './html.ts';

/** People one below the other, an arc between each two that are tied. */
export interface Arcs {
  readonly nodes: readonly {
    readonly name: string;
    readonly href: string;
    readonly words: string;
    readonly weight: number;
  }[];
  readonly ties: readonly { readonly from: number; readonly to: number; readonly works: number }[];
}

// Arcs fill the first part of the width, dots close it, names have the rest.
const arcsEnd = 34;
const dots = 37;
const namesStart = 40.5;

/**
 * An arc diagram: names stay level and whole at any width, where a network drawn in the plane would need to be dragged
 * about on a small screen.
 */
export function arcsDrawing({ nodes, ties }: Arcs): Drawing {
  const height = rowHeights.low;
  // A short tie is a small arc, in however small a network.
  const longest = Math.max(8, ...ties.map(({ from, to }) => to - from));
  const strongest = Math.max(1, ...ties.map(({ works }) => works));
  const arcs = ties.map(({ from, to, works }) => {
    const reach = round(98 * ((to - from) / longest) ** 0.6);
    const [start, end] = [from + 0.5, to + 0.5];
    return html`<path d="M100 ${start}C${round(100 - reach * 1.33)} ${start} ${round(100 - reach * 1.33)} ${end} 100 ${end}" stroke-width="${strokeOf(works, strongest)}"/>\n`;
  });
  const heaviest = Math.max(1, ...nodes.map(({ weight }) => weight));
  const names = nodes.map(({ name, weight }, at) => {
    const middle = (at + 0.5) * height;
    const radius = round(0.2 + 0.35 * Math.sqrt(weight / heaviest));
    const label = nameText(name, { x: `${namesStart}%`, y: `${round(middle + 0.35)}em`, most: [21, 48] });
    return html`<circle cx="${dots}%" cy="${round(middle)}em" r="${radius}em"/>${label}\n`;
  });
  return {
    // Its own coordinates, one row high each, stretched to the rows; lines keep their width.
    marks: html`<svg class="arcs" width="${arcsEnd}%" height="${round(nodes.length * height)}em" viewBox="0 0 100 ${nodes.length}" preserveAspectRatio="none">
${arcs}</svg>
${names}`,
    rows: nodes.map(({ href, words }) => ({ href, words })),
    size: 'low',
  };
}

/** The width of a line in pixels: 1.5 for one work, 5 for the strongest tie. */
export function strokeOf(works: number, strongest: number): number {
  return strongest === 1 ? 1.5 : round(1.5 + (3.5 * (works - 1)) / (strongest - 1));
}

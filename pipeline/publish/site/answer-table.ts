import type { Binding, Rows } from '../../base/sparql-results.ts';
import type { Language } from '../../base/words.ts';
import { prefixed } from '../../write/index.ts';
import { documentOf } from './address.ts';
import { type Html, html, type Piece } from './html.ts';
import { type LinkFrom, linksFrom } from './layout.ts';
import { counted } from './page-words.ts';
import type { View } from './view.ts';

interface Told {
  readonly title: string;
  readonly headingOf: (variable: string) => string;
  /** More rows than these are counted only. */
  readonly most: number;
  readonly language: Language;
}

/** An answer of the graph as a table, in which things of the lab lead to their pages. */
export function answerTable(
  view: View,
  { variables, rows }: Rows,
  { title, headingOf, most, language }: Told,
): Html {
  const link = linksFrom(view, { name: 'query' }, language);
  const lines = rows
    .slice(0, most)
    .map(
      (row) => html`<tr>${variables.map((variable) => cell(row[variable], { view, link, language }))}</tr>\n`,
    );
  return html`<section class="wide" tabindex="0" aria-label="${title}">
<table>
<caption>${captionOf(rows.length, most, language)}</caption>
<thead>
<tr>${variables.map((variable) => html`<th scope="col">${headingOf(variable)}</th>`)}</tr>
</thead>
<tbody>
${lines}</tbody>
</table>
</section>
`;
}

function captionOf(count: number, most: number, language: Language): string {
  const all = counted(count, 'row', language);
  if (count <= most) return all;
  return language === 'fr'
    ? `${all}, dont voici les ${most} premières`
    : `${all}, of which these are the first ${most}`;
}

interface Around {
  readonly view: View;
  readonly link: LinkFrom;
  readonly language: Language;
}

function cell(term: Binding | undefined, { view, link, language }: Around): Html {
  if (term === undefined) return html`<td></td>`;
  const { type, value, 'xml:lang': tag, datatype } = term;
  if (type === 'uri') return html`<td>${named(value, view, link)}</td>`;
  if (type === 'bnode') return html`<td>_:${value}</td>`;
  const isNumber = datatype !== undefined && /#(?:integer|decimal|double|float|int|long)$/.test(datatype);
  if (isNumber) return html`<td class="count">${value}</td>`;
  return html`<td${tag !== undefined && tag !== language && html` lang="${tag}"`}>${value}</td>`;
}

function named(iri: string, { lab, entries }: View, link: LinkFrom): Piece {
  if (iri.startsWith(lab.base)) {
    const id = iri.slice(lab.base.length);
    return entries.has(documentOf(id)) ? html`<a href="${link(id)}">${id}</a>` : id;
  }
  const short = prefixed(iri);
  if (short !== undefined) return `${short.prefix}:${short.name}`;
  return /^https?:/.test(iri) ? html`<a href="${iri}">${iri}</a>` : iri;
}

import { codeList } from '../../base/code-list.ts';
import type { Journal, JournalPart } from '../../base/entity.ts';
import type { Language } from '../../base/words.ts';
import { type Html, html, joined } from './html.ts';
import type { LinkFrom } from './layout.ts';
import { counted, type PageWord, word } from './page-words.ts';
import { identifierLink } from './people.ts';
import { issueWords, volumeWords } from './place.ts';
import { inline, langOf, plainLine } from './text.ts';
import { graphLinks, thingHead } from './thing-head.ts';
import type { View } from './view.ts';
import { type ListPage, titleLink } from './work-list.ts';

/** The page of a journal or book: what it is, its volumes and issues, the works in it. */
export function journalPage(view: View, journal: Journal, language: Language): ListPage {
  const [main, ...others] = journal.titles;
  const title = main ? plainLine(main) : journal.id;
  const works = view.worksOf(journal.id);
  return {
    name: journal.id,
    title,
    head: thingHead(view, journal.id, title, undefined, language),
    path: [{ name: 'journals', title: word('journals', language) }],
    works,
    isByYear: true,
    opening: (
      link,
    ) => html`<p class="kind">${codeList('containers').write(language, journal.type) ?? journal.type}</p>
<h1${main && langOf(main, language)}>${main ? inline(main) : journal.id}</h1>
${facts(
  journal,
  others.map((text) => html`<span${langOf(text, language)}>${inline(text)}</span>`),
  language,
)}<p class="count">${counted(works.length, 'work', language)}</p>
${graphLinks(journal.id)}${parts(view, journal.id, link, language)}`,
  };
}

function facts(
  { shortTitles, issn, isbn, identifiers, url }: Journal,
  titles: readonly Html[],
  language: Language,
): Html | undefined {
  const rows: readonly (readonly [PageWord | 'ISSN' | 'ISBN', readonly Html[]])[] = [
    ['otherTitles', [...titles, ...shortTitles.map((text) => html`${text}`)]],
    [
      'ISSN',
      issn.map(({ value }) => html`<a href="https://portal.issn.org/resource/ISSN/${value}">${value}</a>`),
    ],
    ['ISBN', isbn.map((value) => html`${value}`)],
    ['identifiers', identifiers.map(identifierLink)],
    ['site', url === undefined ? [] : [html`<a href="${url}">${url}</a>`]],
  ];
  const said = rows.filter(([, values]) => values.length > 0);
  if (said.length === 0) return undefined;
  return html`<dl class="details">
${said.map(
  ([label, values]) => html`<div>
<dt>${label === 'ISSN' || label === 'ISBN' ? label : word(label, language)}</dt>
<dd>${joined(values, ', ')}</dd>
</div>
`,
)}</dl>
`;
}

/** The volumes and issues at the fragments of their IRIs, each with the works in it. */
function parts(view: View, id: string, link: LinkFrom, language: Language): Html | undefined {
  const below = partsOf(view, id);
  if (below.length === 0) return undefined;
  const anchored = new Set<string>();
  const anchor = (part: JournalPart) => {
    anchored.add(part.id);
    return html` id="${part.id.slice(id.length + 1)}"`;
  };
  const items = below.map((part) => {
    const works = view.worksOf(part.id);
    // A volume that only holds issues is named with the first of them.
    if (part.kind === 'volume' && works.length === 0) return undefined;
    const volume = view.parts.get(part.partOf);
    const isFirst = volume && !anchored.has(volume.id) && view.worksOf(volume.id).length === 0;
    const titles = works.map((work) => html`<li>${titleLink(work, link, language)}</li>\n`);
    return html`<li${anchor(part)}>${volume && html`<span${isFirst && anchor(volume)}>${partWords(volume, language)}</span>, `}${partWords(part, language)}${part.title && html` – <cite${langOf(part.title, language)}>${inline(part.title)}</cite>`}
<ul>
${titles}</ul>
</li>
`;
  });
  return html`<section>
<h2>${word('issues', language)}</h2>
<ul class="parts">
${items}</ul>
</section>
`;
}

/** All of a journal, the highest numbers first. */
function partsOf(view: View, id: string): readonly JournalPart[] {
  return view
    .partsOf(id)
    .map((part) => ({ part, numbers: (part.id.match(/\d+/g) ?? []).map(Number) }))
    .sort((a, b) => {
      for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at += 1) {
        const difference = (b.numbers[at] ?? -1) - (a.numbers[at] ?? -1);
        if (difference !== 0) return difference;
      }
      return a.part.id < b.part.id ? -1 : 1;
    })
    .map(({ part }) => part);
}

function partWords({ kind, number }: JournalPart, language: Language): string {
  return kind === 'volume' ? volumeWords(number, language) : issueWords(number, language);
}

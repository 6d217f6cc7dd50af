import { codeList } from '../../base/code-list.ts';
import type { Journal, JournalPart } from '../../base/entity.ts';
import type { Language } from '../../base/words.ts';
import { type Html, html, joined } from './html.ts';
import type { LinkFrom } from './layout.ts';
import { counted, type PageWord, word } from './page-words.ts';
import { identifierLink } from './people.ts';
import { inline, langOf, plainLine } from './text.ts';
import { graphLinks, thingHead } from './thing-head.ts';
import type { View } from './view.ts';
import type { ListPage } from './work-list.ts';

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

/** The page of a volume or an issue. */
export function partPage(view: View, part: JournalPart, language: Language): ListPage {
  const journal = journalOf(view, part);
  const name = journal?.titles[0] ? plainLine(journal.titles[0]) : part.partOf;
  const title = `${name}, ${partWords(view, part, language)}`;
  const works = view.worksOf(part.id);
  return {
    name: part.id,
    title,
    head: thingHead(view, part.id, title, undefined, language),
    path: [
      { name: 'journals', title: word('journals', language) },
      ...(journal ? [{ name: journal.id, title: name }] : []),
    ],
    works,
    isByYear: false,
    opening: (link) => html`<h1>${title}</h1>
${part.title && html`<p class="other-title"${langOf(part.title, language)}>${inline(part.title)}</p>\n`}<p class="count">${counted(works.length, 'work', language)}</p>
${graphLinks(part.id)}${parts(view, part.id, link, language)}`,
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

function parts(view: View, id: string, link: LinkFrom, language: Language): Html | undefined {
  const below = partsOf(view, id);
  if (below.length === 0) return undefined;
  const items = below.map((part) => {
    const count = view.worksOf(part.id).length;
    const words = html`<a href="${link(part.id)}">${partWords(view, part, language)}</a>`;
    return html`<li>${words}${part.title && html` – ${inline(part.title)}`}${count > 0 && html` <span class="number">(${count})</span>`}</li>\n`;
  });
  return html`<section>
<h2>${word('issues', language)}</h2>
<ul class="columns">
${items}</ul>
</section>
`;
}

/** All below a journal or volume, the highest numbers first. */
function partsOf(view: View, id: string): readonly JournalPart[] {
  return view
    .partsBelow(id)
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

/** `vol. 12, n° 3`. */
function partWords({ parts: known }: View, part: JournalPart, language: Language): string {
  const label =
    part.kind === 'volume'
      ? 'vol.\u00a0'
      : /^\d/.test(part.number)
        ? language === 'fr'
          ? 'n°\u00a0'
          : 'no.\u00a0'
        : '';
  const outer = known.get(part.partOf);
  const before = outer ? `vol.\u00a0${outer.number}, ` : '';
  return before + label + part.number;
}

function journalOf({ journals, parts: known }: View, part: JournalPart): Journal | undefined {
  return journals.get(part.partOf) ?? journals.get(known.get(part.partOf)?.partOf ?? '');
}

import type { Language } from '../../base/words.ts';
import { type IdentifiedWork, mainTitle } from '../../base/work.ts';
import type { PageName } from './address.ts';
import { type Html, html } from './html.ts';
import type { LinkFrom, Page } from './layout.ts';
import { linksFrom } from './layout.ts';
import { number, word } from './page-words.ts';
import { byline } from './people.ts';
import { placeLine } from './place.ts';
import { inline, langOf } from './text.ts';
import { listedYear, newestChange, type View } from './view.ts';

/** The title of a work with its subtitle, as a link to its page. */
export function titleLink(work: IdentifiedWork, link: LinkFrom, language: Language): Html {
  const main = mainTitle(work);
  const subtitle = work.titles.find(({ role }) => role === 'subtitle')?.text;
  const title = main ? inline(main) : word('noTitle', language);
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return html`<a href="${link(work.id)}"${main && langOf(main, language)}>${title}${subtitle && html`${colon}${inline(subtitle)}`}</a>`;
}

/**
 * The items made so far in one language, by how a page links to the others: a work is in the lists of its authors, its
 * journal, its year… Those in the language before are let go.
 */
const made = new WeakMap<View, { language: Language; byLinks: Map<string, Map<IdentifiedWork, Html>> }>();

function itemsFor(view: View, link: LinkFrom, language: Language): (work: IdentifiedWork) => Html {
  const known = made.get(view);
  const inLanguage = known?.language === language ? known : { language, byLinks: new Map() };
  made.set(view, inLanguage);
  const links = link('index');
  const items: Map<IdentifiedWork, Html> = inLanguage.byLinks.get(links) ?? new Map();
  inLanguage.byLinks.set(links, items);
  return (work) => {
    const one = items.get(work) ?? item(view, work, link, language);
    items.set(work, one);
    return one;
  };
}

/** A work in a list: its title, who wrote it, where and when it came out. */
function item(view: View, work: IdentifiedWork, link: LinkFrom, language: Language): Html {
  return html`<li>
<p class="title">${titleLink(work, link, language)}</p>
${byline(work, link, language)}
${placeLine(view, work, link, language)}
</li>
`;
}

/** A list of works as it stands. */
export function workList(
  view: View,
  works: readonly IdentifiedWork[],
  link: LinkFrom,
  language: Language,
): Html {
  return html`<ul class="works">
${works.map(itemsFor(view, link, language))}</ul>
`;
}

/** A list of works with a heading for each year, `level` 2 or 3. */
export function worksByYear(
  view: View,
  works: readonly IdentifiedWork[],
  link: LinkFrom,
  language: Language,
  level: 2 | 3,
): Html {
  const years = new Map<string, IdentifiedWork[]>();
  for (const work of works) {
    const year = listedYear(work) ?? '';
    const list = years.get(year);
    if (list) list.push(work);
    else years.set(year, [work]);
  }
  return html`${[...years].map(([year, list]) => {
    const heading = year === '' ? word('undated', language) : html`<time datetime="${year}">${year}</time>`;
    const title = level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`;
    return html`${title}\n${workList(view, list, link, language)}`;
  })}`;
}

// A page of 200 works weighs about 100 kB.
const mostWorks = 200;

/** A page that lists works; when they are many, further pages follow it: `year/2023`, `year/2023/works-2`. */
export interface ListPage extends Omit<Page, 'main' | 'changed'> {
  readonly works: readonly IdentifiedWork[];
  /** What stands above the list, on the first page alone; `link` is from there. */
  readonly opening: (link: LinkFrom) => Html;
  readonly isByYear: boolean;
}

/** The pages of a list in one language. */
export function listPages(view: View, list: ListPage, language: Language): readonly Page[] {
  const { works, opening, isByYear, ...page } = list;
  const count = Math.max(1, Math.ceil(works.length / mostWorks));
  return Array.from({ length: count }, (_, at): Page => {
    const name = partName(page.name, at);
    const link = linksFrom(view, { name }, language);
    const part = works.slice(at * mostWorks, (at + 1) * mostWorks);
    const listed = isByYear
      ? worksByYear(view, part, link, language, 2)
      : workList(view, part, link, language);
    const title = at === 0 ? page.title : `${page.title} (${at + 1})`;
    return {
      ...page,
      name,
      title,
      changed: newestChange(view, [...(at === 0 ? [page.name] : []), ...part.map(({ id }) => id)]),
      head: at === 0 ? page.head : undefined,
      main: html`${at === 0 ? opening(link) : html`<h1>${title}</h1>\n`}${part.length > 0 && listed}${pager(page.name, at, count, link, language)}`,
    };
  });
}

function partName(page: PageName, at: number): PageName {
  return at === 0 ? page : `${page}/works-${at + 1}`;
}

function pager(
  page: PageName,
  at: number,
  count: number,
  link: LinkFrom,
  language: Language,
): Html | undefined {
  if (count === 1) return undefined;
  const numbers = Array.from({ length: count }, (_, index) => {
    const current = index === at && html` aria-current="page"`;
    return html`<li><a href="${link(partName(page, index))}"${current}>${number(index + 1, language)}</a></li>\n`;
  });
  return html`<nav class="pages" aria-label="${word('pages', language)}">
<ul>
${at > 0 && html`<li><a rel="prev" href="${link(partName(page, at - 1))}">${word('previous', language)}</a></li>\n`}${numbers}${at < count - 1 && html`<li><a rel="next" href="${link(partName(page, at + 1))}">${word('next', language)}</a></li>\n`}</ul>
</nav>
`;
}

import type { Language } from '../../base/words.ts';
import { conceptName } from './concept-page.ts';
import { typeGroups, yearGroups } from './group-pages.ts';
import { type Html, html } from './html.ts';
import type { LinkFrom } from './layout.ts';
import { number, word } from './page-words.ts';
import { plainLine } from './text.ts';
import { mostFirst, type View } from './view.ts';

const mostNames = 24;

/** The ways into the list: by year, type, person, journal and subject. */
export function ways(view: View, link: LinkFrom, language: Language): Html {
  const { collection } = view;
  const people = collection.agents.filter(({ kind }) => kind === 'person');
  return html`${way('years', word('byYear', language), yearGroups(view, language), link, language)}${way('types', word('byType', language), typeGroups(view, language), link, language)}${way(
    'people',
    word('byPerson', language),
    mostFirst(view, people, ({ name }) => plainLine(name)).map(([{ id, name }, count]) => ({
      name: id,
      title: plainLine(name),
      count,
    })),
    link,
    language,
    'people',
  )}${way(
    'journals',
    word('byJournal', language),
    mostFirst(view, collection.journals, ({ titles }) => (titles[0] ? plainLine(titles[0]) : '')).map(
      ([{ id, titles }, count]) => ({ name: id, title: titles[0] ? plainLine(titles[0]) : id, count }),
    ),
    link,
    language,
    'journals',
  )}${way(
    'subjects',
    word('bySubject', language),
    mostFirst(view, collection.concepts, (concept) => conceptName(concept, language)).map(
      ([concept, count]) => ({
        name: concept.id,
        title: conceptName(concept, language),
        count,
      }),
    ),
    link,
    language,
    'subjects',
  )}`;
}

/** One way into the list: its most frequent groups, and a link to the others. */
function way(
  id: string,
  title: string,
  groups: readonly Group[],
  link: LinkFrom,
  language: Language,
  more?: string,
): Html | undefined {
  if (groups.length === 0) return undefined;
  const shown = more === undefined ? groups : groups.slice(0, mostNames);
  const rest = groups.length - shown.length;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<ul class="groups">
${shown.map(({ name, title: label, count }) => html`<li><a href="${link(name)}">${label}</a> <span class="number">(${number(count, language)})</span></li>\n`)}${
  more !== undefined &&
  rest > 0 &&
  html`<li><a href="${link(more)}">${language === 'fr' ? `et ${number(rest, language)} autres` : `and ${number(rest, language)} more`}</a></li>\n`
}</ul>
</section>
`;
}

/** A page that lists works, as another page names it. */
interface Group {
  readonly name: string;
  readonly title: string;
  readonly count: number;
}

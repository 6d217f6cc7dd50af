import type { Agent } from '../../base/entity.ts';
import { fold } from '../../base/fold.ts';
import { byCodePoint } from '../../base/order.ts';
import type { Language } from '../../base/words.ts';
import { conceptName } from './concept-page.ts';
import { type Html, html } from './html.ts';
import { type LinkFrom, linksFrom, type Page } from './layout.ts';
import { number, type PageWord, word } from './page-words.ts';
import { plainLine } from './text.ts';
import { newestChange, type View } from './view.ts';

/** One name of an index. */
interface Name {
  readonly id: string;
  readonly title: string;
  /** What it is sorted by. */
  readonly key: string;
}

/** The index pages: people and organisations, journals and books, subjects; those of which there are some. */
export function indexPages(view: View, language: Language): readonly Page[] {
  const { agents, journals, concepts } = view.collection;
  const people = agents.filter(({ kind }) => kind !== 'organisation');
  const organisations = agents.filter(({ kind }) => kind === 'organisation');
  return [
    indexPage(
      view,
      'people',
      [
        ['people', people.map(personName)],
        ['organisations', organisations.map(agentName)],
      ],
      language,
    ),
    indexPage(
      view,
      'journals',
      [['journals', journals.map(({ id, titles }) => named(id, titles[0] ? plainLine(titles[0]) : id))]],
      language,
    ),
    indexPage(
      view,
      'subjects',
      [['subjects', concepts.map((concept) => named(concept.id, conceptName(concept, language)))]],
      language,
    ),
  ].filter((page) => page !== undefined);
}

function indexPage(
  view: View,
  name: 'people' | 'journals' | 'subjects',
  lists: readonly (readonly [PageWord, readonly Name[]])[],
  language: Language,
): Page | undefined {
  const filled = lists.filter(([, names]) => names.length > 0);
  if (filled.length === 0) return undefined;
  const link = linksFrom(view, { name }, language);
  const sections = filled.map(([title, names]) => {
    const isAlone = filled.length === 1 && title === name;
    return html`${!isAlone && html`<h2>${word(title, language)}</h2>\n`}${letters(view, names, link, language, isAlone ? 2 : 3)}`;
  });
  return {
    name,
    title: word(name, language),
    changed: newestChange(
      view,
      filled.flatMap(([, names]) => names.map(({ id }) => id)),
    ),
    path: [],
    main: html`<h1>${word(name, language)}</h1>\n${sections}`,
  };
}

// Fewer need no letters to be found by.
const fewNames = 30;

/** Names in the order of the alphabet, under their letters when they are many. */
function letters(view: View, names: readonly Name[], link: LinkFrom, language: Language, level: 2 | 3): Html {
  const sorted = [...names].sort((a, b) => byCodePoint(a.key, b.key) || byCodePoint(a.id, b.id));
  if (sorted.length <= fewNames) return list(view, sorted, link, language);
  const byLetter = new Map<string, Name[]>();
  for (const name of sorted) {
    const first = [...name.key][0] ?? '';
    const letter = /\p{L}/u.test(first) ? first.toUpperCase() : '#';
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), name]);
  }
  return html`${[...byLetter].map(([letter, some]) => {
    const heading = level === 2 ? html`<h2>${letter}</h2>` : html`<h3>${letter}</h3>`;
    return html`${heading}\n${list(view, some, link, language)}`;
  })}`;
}

function list(view: View, names: readonly Name[], link: LinkFrom, language: Language): Html {
  const items = names.map(({ id, title }) => {
    const count = view.worksOf(id).length;
    return html`<li><a href="${link(id)}">${title}</a>${count > 0 && html` <span class="number">(${number(count, language)})</span>`}</li>\n`;
  });
  return html`<ul class="columns">
${items}</ul>
`;
}

function personName(agent: Agent): Name {
  const { id, family, given, name } = agent;
  return family ? named(id, [family, given].filter(Boolean).join(', ')) : named(id, plainLine(name));
}

function agentName({ id, name }: Agent): Name {
  return named(id, plainLine(name));
}

function named(id: string, title: string): Name {
  return { id, title, key: fold(title) };
}

import { codeList } from '../../base/code-list.ts';
import type { Language } from '../../base/words.ts';
import { type IdentifiedWork, mainTitle, workTypes } from '../../base/work.ts';
import { displayName } from '../../write/index.ts';
import type { OutFile } from '../file.ts';
import { fileOf } from './address.ts';
import { html } from './html.ts';
import { linksFrom, type Page } from './layout.ts';
import { word } from './page-words.ts';
import { plainLine } from './text.ts';
import { listedYear, newestChange, type View } from './view.ts';
import { ways } from './ways.ts';

// biome-ignore format: a table
const words = {
  fr: { q: 'Mots du titre, noms, revue, sujets', year: 'Année', type: 'Type', person: 'Personne', journal: 'Revue ou ouvrage', all: 'Tout', more: 'Voir la suite', work: 'publication trouvée', works: 'publications trouvées', unavailable: 'L’index de recherche n’a pas pu être chargé ; les listes ci-dessous mènent à toutes les publications.' },
  en: { q: 'Words of the title, names, journal, subjects', year: 'Year', type: 'Type', person: 'Person', journal: 'Journal or book', all: 'All', more: 'Show more', work: 'publication found', works: 'publications found', unavailable: 'The search index could not be loaded; the lists below lead to all publications.' },
} as const;

const facets = ['year', 'type', 'person', 'journal'] as const;

/** The search page: a form that a script brings to life, and the ways into the list for whoever has none. */
export function searchPage(view: View, language: Language): Page {
  const link = linksFrom(view, { name: 'works' }, language);
  const own = words[language];
  const { more, work, works, unavailable } = own;
  return {
    name: 'works',
    title: word('search', language),
    changed: newestChange(view),
    head: html`<script src="search.js" defer></script>\n`,
    main: html`<h1>${word('search', language)}</h1>
<form class="search" role="search" action="${fileOf('works', language, view.own)}" hidden data-index="search.json" data-extension="${fileOf('', language, view.own)}" data-words="${JSON.stringify({ more, work, works, unavailable })}">
<div class="words"><label for="q">${own.q}</label><input id="q" name="q" type="search" autocomplete="off"></div>
${facets.map((facet) => html`<div><label for="${facet}">${own[facet]}</label><select id="${facet}" name="${facet}"><option value="">${own.all}</option></select></div>\n`)}<div class="submit"><button type="submit">${word('search', language)}</button></div>
</form>
<p id="status" role="status"></p>
<div id="results"></div>
<div class="ways">
${ways(view, link, language)}</div>
`,
  };
}

/** What the search page looks through: the words that its results show, and titles in other languages and subjects. */
export function searchIndex(view: View): OutFile {
  const list = codeList('types');
  const labels = (language: Language) =>
    Object.fromEntries(workTypes.map((type) => [type, list.write(language, type) ?? type]));
  const types = { fr: labels('fr'), en: labels('en') };
  // A line for each work, so that one that changes is one line of a diff.
  const lines = view.works.map((work) => JSON.stringify(indexed(view, work)));
  return {
    path: 'search.json',
    content: `{"types":${JSON.stringify(types)},"works":[\n${lines.join(',\n')}\n]}\n`,
  };
}

function indexed({ journals }: View, work: IdentifiedWork): readonly unknown[] {
  const main = mainTitle(work);
  const subtitle = work.titles.find(({ role }) => role === 'subtitle')?.text;
  const others = work.titles.filter(({ text }) => text !== main && text !== subtitle);
  const journal = (journals.get(work.container?.id ?? '') ?? work.container)?.titles[0];
  return [
    work.id,
    [main, subtitle].flatMap((text) => (text ? plainLine(text) : [])).join(' : '),
    work.contributions.map(displayName),
    journal ? plainLine(journal) : '',
    listedYear(work) ?? '',
    work.type,
    [...others, ...work.subjects].map(({ text }) => plainLine(text)).join(' '),
  ];
}

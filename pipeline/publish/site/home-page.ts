import type { Language } from '../../base/words.ts';
import { type Html, html } from './html.ts';
import { jsonLd } from './json-ld.ts';
import { linksFrom, logoFile, type Page } from './layout.ts';
import { counted, word } from './page-words.ts';
import { inline, langOf, paragraphs, plainLine } from './text.ts';
import { newestChange, type View } from './view.ts';
import { ways } from './ways.ts';
import { worksByYear } from './work-list.ts';

// The whole list of a small lab; of a large one, what fits in a first page under 100 kB.
const mostWorks = 60;

/** The home page: the list, or its newest part, and the ways into the whole. */
export function homePage(view: View, language: Language): Page {
  const { lab, works, title } = view;
  const link = linksFrom(view, { name: 'index' }, language);
  const people = view.collection.agents.filter(({ kind }) => kind !== 'organisation');
  const isWhole = works.length <= mostWorks;
  return {
    name: 'index',
    title: plainLine(title),
    head: head(view),
    changed: newestChange(view),
    main: html`<h1${langOf(title, language)}>${inline(title)}</h1>
${lab.description && html`<div class="intro"${langOf(lab.description, language)}>\n${paragraphs(lab.description)}</div>\n`}<p class="count">${counted(works.length, 'work', language)}, ${counted(people.length, 'person', language)}, ${counted(view.collection.journals.length, 'journal', language)}</p>
<div class="ways">
${ways(view, link, language)}</div>
<section aria-labelledby="list">
<h2 id="list">${word(isWhole ? 'allWorks' : 'latest', language)}</h2>
${worksByYear(view, works.slice(0, mostWorks), link, language, 3)}</section>
`,
  };
}

function head({ lab, title }: View): Html {
  return html`<link rel="describedby" type="text/turtle" href="void.ttl">
<meta property="og:type" content="website">
<meta property="og:title" content="${plainLine(title)}">
<meta property="og:url" content="${lab.base}">
${jsonLd({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  '@id': `${lab.base}#site`,
  name: plainLine(title),
  url: lab.base,
  inLanguage: ['fr', 'en'],
  publisher: {
    '@type': 'Organization',
    name: lab.name,
    ...(lab.homepage !== undefined && { url: lab.homepage }),
    ...(lab.site?.logo !== undefined && { logo: lab.base + logoFile(lab.site.logo) }),
  },
})}`;
}

import type { Language } from '../../base/words.ts';
import { addressOf, fileOf, linkTo, type PageName } from './address.ts';
import { feedName } from './feed.ts';
import { type Html, html, type Piece } from './html.ts';
import { type PageWord, word } from './page-words.ts';
import { otherLanguage, type View } from './view.ts';

/** One page in one language, ready to be set in the frame that all pages share. */
export interface Page {
  readonly name: PageName;
  /** In the title bar, before the name of the lab. */
  readonly title: string;
  /** What else stands in its head. */
  readonly head?: Html | undefined;
  /** The IRI that the statements in its head (RDFa) are about. */
  readonly about?: string | undefined;
  /** The way to it from the home page. */
  readonly path?: readonly Step[] | undefined;
  readonly main: Html;
  /** It is shown at addresses of any depth, such as the page for what is not found. */
  readonly isAnywhere?: boolean | undefined;
  /** It is not for search engines. */
  readonly isHidden?: boolean | undefined;
  /** The page that replaces it, which search engines show instead (RFC 6596). */
  readonly replacedBy?: PageName | undefined;
  /** When the newest of what it shows last changed, UTC, ISO 8601 to the second; absent when nobody knows. */
  readonly changed?: string | undefined;
}

interface Step {
  readonly name: PageName;
  readonly title: string;
}

/**
 * What the pages may load: nothing but the site's own style, scripts and pictures (Content Security Policy, level 3).
 * A server adds `frame-ancestors`, which a page cannot say itself.
 */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'";

const prefixes =
  'dc: http://purl.org/dc/elements/1.1/ dcterms: http://purl.org/dc/terms/ foaf: http://xmlns.com/foaf/0.1/ bibo: http://purl.org/ontology/bibo/';

/** The links of a page to the others in its language. */
export type LinkFrom = (page: PageName) => string;

/** How the pages in one language name each other from one of them. */
export function linksFrom(view: View, from: Pick<Page, 'name' | 'isAnywhere'>, language: Language): LinkFrom {
  return (page) => fileLink(view, from, fileOf(page, language, view.own));
}

/** A file of the site as a link in a page. */
export function fileLink({ lab }: View, from: Pick<Page, 'name' | 'isAnywhere'>, file: string): string {
  return from.isAnywhere ? new URL(lab.base).pathname + file : linkTo(file, from.name);
}

/** The whole page: `html` names its language, its head what it is, its body has the landmarks that all pages share. */
export function framed(view: View, page: Page, language: Language): string {
  const { lab, own } = view;
  const other = otherLanguage(language);
  const link = linksFrom(view, page, language);
  const file = (path: string) => fileLink(view, page, path);
  const say = (name: PageWord) => word(name, language);
  const hasFeed = view.datestamps.size > 0;
  const isHome = page.name === 'index';
  const title = isHome ? page.title : `${page.title} – ${lab.name}`;
  return html`<!doctype html>
<html lang="${language}" prefix="${prefixes}"${page.about !== undefined && html` resource="${page.about}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
${forSearchEngines(view, page, language)}
<link rel="stylesheet" href="${file('style.css')}">
${lab.site?.stylesheet !== undefined && html`<link rel="stylesheet" href="${file('lab.css')}">\n`}<link rel="icon" href="${file('icon.svg')}" type="image/svg+xml">
${
  hasFeed &&
  html`<link rel="alternate" type="application/atom+xml" title="${say('feed')}" href="${file(feedName('atom', language, own))}">
<link rel="alternate" type="application/feed+json" title="${say('jsonFeed')}" href="${file(feedName('json', language, own))}">
`
}${page.head}</head>
<body>
<a class="skip" href="#content">${say('skip')}</a>
<header>
<a class="lab" href="${link('index')}"${isHome && html` aria-current="page"`}>${logo(view, file)}${lab.name}</a>
<nav aria-label="${say('menu')}">
<ul>
${menuOf(view).map(([name, label]) => html`<li><a href="${link(name)}"${page.name === name && html` aria-current="page"`}>${say(label)}</a></li>\n`)}</ul>
</nav>
<a class="language" lang="${other}" hreflang="${other}" href="${file(fileOf(page.name, other, own))}"><span aria-hidden="true">${word('otherLanguage', language)}</span><span class="unseen">${word('inOtherLanguage', language)}</span></a>
</header>
${path(page.path, link, say)}<main id="content" tabindex="-1">
${page.main}</main>
<footer>
<ul>
<li><a href="${link('dataset')}">${say('data')}</a></li>
<li><a href="${link('accessibility')}">${say('accessibility')}</a></li>
<li><a href="${link('legal')}">${say('legal')}</a></li>
${
  hasFeed &&
  html`<li><a href="${file(feedName('atom', language, own))}" type="application/atom+xml">${say('feed')}</a></li>
`
}</ul>
</footer>
</body>
</html>
`.html;
}

/** Whether search engines are to show a page. */
export function isIndexed({ isAnywhere, isHidden, replacedBy }: Page): boolean {
  return !isAnywhere && !isHidden && replacedBy === undefined;
}

/** Where the page really is, and in which languages; or that it is not to be shown. */
function forSearchEngines({ lab, own }: View, page: Page, language: Language): Html {
  const absolute = (to: Language, name = page.name) => addressOf(lab.base, name, to, own);
  if (page.replacedBy !== undefined) {
    return html`<link rel="canonical" href="${absolute(language, page.replacedBy)}">`;
  }
  if (!isIndexed(page)) return html`<meta name="robots" content="noindex">`;
  const other = otherLanguage(language);
  return html`<link rel="canonical" href="${absolute(language)}">
<link rel="alternate" hreflang="${language}" href="${absolute(language)}">
<link rel="alternate" hreflang="${other}" href="${absolute(other)}">
<link rel="alternate" hreflang="x-default" href="${absolute(own)}">`;
}

/** The entries of the main menu: those behind which there is something. */
function menuOf({ collection }: View): readonly (readonly [PageName, PageWord])[] {
  const all: readonly (readonly [PageName, PageWord, boolean])[] = [
    ['works', 'search', true],
    ['people', 'people', collection.agents.length > 0],
    ['journals', 'journals', collection.journals.length > 0],
    ['subjects', 'subjects', collection.concepts.length > 0],
    ['figures', 'pictures', true],
    ['dataset', 'data', true],
    ['query', 'query', true],
  ];
  return all.filter(([, , isThere]) => isThere).map(([name, label]) => [name, label] as const);
}

function logo({ lab }: View, file: (path: string) => string): Piece {
  if (lab.site?.logo === undefined) return undefined;
  return html`<img src="${file(logoFile(lab.site.logo))}" alt="" height="40">`;
}

/** The lab's logo as the site names it: `logo.svg`. */
export function logoFile(path: string): string {
  return `logo${/\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? ''}`;
}

function path(steps: readonly Step[] | undefined, link: LinkFrom, say: (name: PageWord) => string): Piece {
  if (steps === undefined) return undefined;
  return html`<nav class="path" aria-label="${say('path')}">
<ol>
<li><a href="${link('index')}">${say('home')}</a></li>
${steps.map(({ name, title }) => html`<li><a href="${link(name)}">${title}</a></li>\n`)}</ol>
</nav>
`;
}

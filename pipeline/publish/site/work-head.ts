import type { Language } from '../../base/words.ts';
import { type IdentifiedWork, type LangText, mainTitle } from '../../base/work.ts';
import { familyFirst, highwireMeta, schemaJson } from '../../write/index.ts';
import { addressOf } from './address.ts';
import { coins } from './coins.ts';
import { type Html, html, trusted } from './html.ts';
import { jsonLd, type PageJson } from './json-ld.ts';
import { kindOf, rdfa } from './rdfa.ts';
import { signpostHead, signpostsOf } from './signposts.ts';
import { plainLine } from './text.ts';
import type { View } from './view.ts';

/** What the pages of a work in all languages say alike. */
export interface Alike {
  readonly statements: Html;
  readonly json: Html;
  readonly coins: Html;
}

/** The work in RDFa, in JSON-LD and as COinS, made once for all its pages. */
export function alike(view: View, work: IdentifiedWork): Alike {
  const entry = view.entries.get(work.id);
  return {
    statements: entry ? rdfa(entry) : html``,
    json: jsonLd(pageJson(view, work)),
    coins: coins(work),
  };
}

/**
 * The head of a landing page (web-discovery): Highwire tags, which one language version alone has, for Google Scholar
 * indexes one; Dublin Core in `meta` and RDFa; schema.org in JSON-LD; Open Graph; signposting.
 */
export function workHead(
  view: View,
  work: IdentifiedWork,
  { statements, json }: Alike,
  language: Language,
): Html {
  return html`${language === view.own && trusted(highwireMeta(work))}<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">
${statements}${work.contributions
  .filter(({ role }) => role === 'author')
  .map(
    (one) =>
      html`<meta name="DC.creator" property="dc:creator" content="${familyFirst(one)}"${kindOf(undefined)}>\n`,
  )}${openGraph(view, work, language)}${signpostHead(view, work.id, signpostsOf(view, work.id))}${json}`;
}

function openGraph(view: View, work: IdentifiedWork, language: Language): Html {
  const title = mainTitle(work);
  const summary = summaryOf(work, language);
  const abstract = summary && shortened(plainLine(summary));
  const locale = { fr: 'fr_FR', en: 'en_GB' }[language];
  const page = addressOf(view.lab.base, work.id, language, view.own);
  return html`${abstract && html`<meta name="description" content="${abstract}"${summary?.lang && html` lang="${summary.lang}"`}>\n`}<meta about="${page}" property="og:type" content="article">
${title && html`<meta about="${page}" property="og:title" content="${plainLine(title)}">\n`}<meta about="${page}" property="og:url" content="${page}">
<meta about="${page}" property="og:locale" content="${locale}">
${abstract && html`<meta about="${page}" property="og:description" content="${abstract}">\n`}`;
}

/** The abstract in the language of the page, else the first. */
function summaryOf({ abstracts }: IdentifiedWork, language: Language): LangText | undefined {
  return abstracts.find(({ lang }) => lang?.startsWith(language)) ?? abstracts[0];
}

/** What a list of results shows: some 200 characters, whole words. */
function shortened(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200).replace(/\s+\S*$/, '')}…`;
}

/** The work as search engines want it, with the pages of those who wrote it. */
function pageJson(view: View, work: IdentifiedWork): PageJson {
  const { lab, own } = view;
  const json = schemaJson(work, lab.base);
  const page = addressOf(lab.base, work.id, own, own);
  return withPages(json, (id) => addressOf(lab.base, id, own, own), lab.base, page);
}

function withPages(json: PageJson, pageOf: (id: string) => string, base: string, page: string): PageJson {
  const authors = json.author;
  const list = Array.isArray(authors) ? authors : authors === undefined ? [] : [authors];
  const named = list.map((author) => {
    const iri = author['@id'];
    const isOwn = typeof iri === 'string' && iri.startsWith(base) && author.url === undefined;
    return isOwn ? { ...author, url: pageOf(iri.slice(base.length)) } : author;
  });
  return {
    ...json,
    ...(named.length > 0 ? { author: named.length === 1 ? named[0] : named } : {}),
    mainEntityOfPage: leadsOn(json.mainEntityOfPage) ? { ...json.mainEntityOfPage, '@id': page } : page,
  };
}

/** Whether the page of the work is said to lead to other pages. */
const leadsOn = (value: unknown): value is PageJson =>
  typeof value === 'object' && value !== null && 'relatedLink' in value;

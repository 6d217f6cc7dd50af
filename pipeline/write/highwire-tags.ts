import { precision, yearOf } from '../base/edtf.ts';
import { plainText } from '../base/plain-text.ts';
import {
  dateOf,
  type Edtf,
  type Identifier,
  type LangText,
  type Link,
  mainTitle,
  type Work,
} from '../base/work.ts';
import { fullTitle } from './citation-words.ts';
import { nameTags, personTags } from './highwire-people.ts';
import { placeTags } from './highwire-place.ts';
import { type Tag, tags, textTag } from './highwire-tag.ts';
import { decoded } from './percent.ts';

/**
 * The `meta` tags that Google Scholar and Zotero read (Highwire Press; web-discovery sections 1 and 3), in their order.
 * None is ever empty. The few of Dublin Core at the end say what these leave open.
 */
export function highwireTags(work: Work): readonly Tag[] {
  const own = ownLanguage(work);
  const abstract = abstractOf(work);
  return [
    ...titleTags(work, own),
    ...work.contributions.flatMap(personTags),
    ...dateTags(work),
    ...publisherTags(work),
    ...placeTags(work),
    ...identifierTags(work),
    ...linksOf(work).flatMap(linkTags),
    ...tags('citation_fulltext_world_readable', work.access?.status === 'open' ? 'yes' : undefined),
    ...tags('citation_language', ...languagesOf(work)),
    ...work.subjects.filter(isKeyword).flatMap(({ text }) => textTag('citation_keywords', text)),
    ...(abstract ? textTag('citation_abstract', abstract, own) : []),
    ...work.references.flatMap((each) => tags('citation_reference', referenceOf(each))),
    ...subtitleTags(work),
    ...work.contributions.flatMap(nameTags),
  ];
}

/** A work cited: its bare DOI, its other address, or its words. */
function referenceOf({ id, citation }: Work['references'][number]): string | undefined {
  const [, doi] = /^https:\/\/doi\.org\/(10\..+)$/.exec(id ?? '') ?? [];
  return doi === undefined ? (id ?? citation) : decoded(doi);
}

/** The languages of the text; what is no one language is not said. */
export function languagesOf({ languages }: Work): readonly string[] {
  return languages.filter((lang) => lang !== 'mul' && lang !== 'und');
}

/** The language that title and abstract are read in: that of the text, when it has one alone. */
export function ownLanguage(work: Work): string | undefined {
  const [only, ...more] = languagesOf(work);
  return more.length === 0 ? only : undefined;
}

/** The title with its subtitle, as both Scholar and Zotero want it; a retracted work says so before it. */
function titleTags(work: Work, own: string | undefined): readonly Tag[] {
  const main = mainTitle(work);
  if (!main) return [];
  const mark = work.status === 'retracted' ? '[Retracted] ' : '';
  const value = mark + fullTitle(work, main.lang?.startsWith('fr') ? 'fr' : 'en');
  return textTag('citation_title', { value, lang: main.lang }, own);
}

/** The subtitle by itself: whoever finds it at the end of the title knows where the title ends. */
function subtitleTags({ titles }: Work): readonly Tag[] {
  const subtitle = titles.find(({ role }) => role === 'subtitle')?.text;
  return subtitle ? textTag('DC.title.alternative', subtitle) : [];
}

/** The abstract in the language of the text, else the first. */
export function abstractOf(work: Work): LangText | undefined {
  const own = ownLanguage(work);
  return work.abstracts.find(({ lang }) => lang !== undefined && lang === own) ?? work.abstracts[0];
}

/** A `;` would make two of it. */
export function isKeyword({ text }: Work['subjects'][number]): boolean {
  return !plainText(text).includes(';');
}

/**
 * The day, else the year alone, which is all that Scholar takes; a date of another precision as it is in
 * `citation_cover_date`, which Zotero reads. Of an uncertain date the year would be too certain.
 */
function dateTags(work: Work): readonly Tag[] {
  const published = dateOf(work, 'published');
  const online = dateOf(work, 'publishedOnline');
  const short = published && shortDate(published);
  return [
    ...tags('citation_publication_date', short),
    ...tags('citation_date', short),
    ...tags('citation_cover_date', published && !isWhole(published) ? coverDate(published) : undefined),
    ...tags('citation_online_date', online && isFirst(work, online) ? slashed(online) : undefined),
  ];
}

/** Scholar's own form says all of it. */
const isWhole = (date: Edtf) => precision(date) === 'day' || precision(date) === 'year';
const slashed = (date: Edtf) => date.replaceAll('-', '/');
const isUncertain = (date: Edtf) => /[~?%]/.test(date);

function shortDate(date: Edtf): string | undefined {
  if (precision(date) === 'day') return slashed(date);
  return isUncertain(date) ? undefined : yearOf(date);
}

const coverDate = (date: Edtf) => (precision(date) === 'month' ? slashed(date) : date);

/** Whether a date online is said: as a day or a year, and where nothing came out before, or it would be too late. */
export function isFirst(work: Work, online: Edtf): boolean {
  return isWhole(online) && dateOf(work, 'published')?.startsWith(online) === true;
}

function publisherTags({ type, publisher }: Work): readonly Tag[] {
  const tag =
    type === 'thesis'
      ? 'dissertation_institution'
      : type === 'report'
        ? 'technical_report_institution'
        : 'publisher';
  return tags(`citation_${tag}`, publisher?.name);
}

const schemes: ReadonlyMap<string, string> = new Map([
  ['doi', 'doi'],
  ['pmid', 'pmid'],
  ['pmcid', 'pmcid'],
  ['arxiv', 'arxiv_id'],
]);

/** Whether an identifier has a tag and passed its check. */
export function hasTag({ scheme, iri }: Identifier): boolean {
  return schemes.has(scheme) && iri !== undefined;
}

function identifierTags({ identifiers }: Work): readonly Tag[] {
  return identifiers
    .filter(hasTag)
    .flatMap(({ scheme, value }) => tags(`citation_${schemes.get(scheme)}`, value));
}

/** The links that have a tag, each address once: the pages first, the DOI not among them. */
export function linksOf({ links }: Work): readonly { readonly tag: string; readonly link: Link }[] {
  const seen = new Set<string>();
  let pages = 0;
  return [...links.filter(({ role }) => role === 'landing'), ...links].flatMap((link) => {
    const isPage = link.role === 'landing';
    const tag = isPage ? (pages === 0 ? 'abstract_html_url' : 'public_url') : fileTag(link);
    const address = link.url.replace(/^https?:|\/$/g, '');
    if (tag === undefined || seen.has(address) || (isPage && isDoi(link.url))) return [];
    seen.add(address);
    if (isPage) pages += 1;
    return [{ tag, link }];
  });
}

const isDoi = (url: string) => /^https?:\/\/(?:dx\.|www\.)?doi\.org\/10\./i.test(url);

const files: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf_url'],
  ['text/html', 'fulltext_html_url'],
  ['application/xml', 'xml_url'],
]);

function fileTag({ role, mediaType = '' }: Link): string | undefined {
  return role === 'fulltext' ? (files.get(mediaType) ?? 'fulltext_url') : undefined;
}

/** A file that is a PDF by its name alone is one for Scholar, after it was said that nobody knows. */
function linkTags({ tag, link: { url, mediaType } }: ReturnType<typeof linksOf>[number]): readonly Tag[] {
  const isPdf = tag === 'fulltext_url' && mediaType === undefined && /\.pdf(?:[?#]|$)/i.test(url);
  return [...tags(`citation_${tag}`, url), ...tags('citation_pdf_url', isPdf ? url : undefined)];
}

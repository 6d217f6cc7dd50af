import { codeList } from '../base/code-list.ts';
import type { Draft } from '../base/draft.ts';
import { remembering } from './html-fold.ts';
import type { Meta, Page } from './html-page.ts';
import { referenceOf } from './html-reference.ts';
import { type Layer, Said } from './html-said.ts';
import {
  abstract,
  authors,
  body,
  citation,
  conference,
  date,
  email,
  free,
  host,
  identifier,
  institution,
  isbn,
  issn,
  keywords,
  language,
  link,
  nothing,
  orcid,
  otherTitle,
  ownTitle,
  person,
  place,
  publishedBy,
  publisher,
  relation,
  rights,
  type Saying,
  section,
  shortTitle,
  title,
} from './html-sayings.ts';

const work = (code: string): NonNullable<Draft['type']> => ({ list: 'work', code });

const reference: Saying = (said, { content }) => {
  said.references.push(referenceOf(content));
};

/** Highwire Press, as Google Scholar and Zotero read it (web-discovery sections 1 and 3). */
// biome-ignore format: a table
const highwire: readonly (readonly [name: string, say: Saying])[] = [
  ['title', ownTitle], ['abstract', abstract], ['language', language],
  ['author', person('author')], ['authors', authors], ['editor', person('editor')], ['translator', person('translator')],
  ['author_institution', institution], ['author_affiliation', institution], ['author_orcid', orcid], ['author_email', email],
  ['publication_date', date('published')], ['date', date('published')], ['cover_date', date('published')],
  ['year', date('published')], ['online_date', date('publishedOnline')],
  ['journal_title', host('journal', work('article'))], ['journal_abbrev', shortTitle],
  ['inbook_title', host('book', work('chapter'))], ['book_title', host('book', work('chapter'))],
  ['conference_title', host('proceedings', work('proceedingsPaper'))], ['conference', conference],
  ['series_title', host('series')], ['book_series_title', host('series')],
  ['dissertation_institution', publishedBy(work('thesis'))],
  ['technical_report_institution', publishedBy(work('report'))], ['technical_report_number', place('issue')],
  ['publisher', publisher], ['issn', issn()], ['eissn', issn('electronic')], ['isbn', isbn],
  ['volume', place('volume')], ['issue', place('issue')], ['firstpage', place('first')], ['lastpage', place('last')],
  ['pages', place('pages')], ['article_number', place('article')], ['section', section],
  ['doi', identifier('doi')], ['pmid', identifier('pmid')], ['pmcid', identifier('pmcid')], ['arxiv_id', identifier('arxiv')],
  ['pdf_url', link('fulltext', 'application/pdf')], ['fulltext_html_url', link('fulltext', 'text/html')], ['fulltext_url', link('fulltext')],
  ['full_html_url', link('fulltext', 'text/html')], ['xml_url', link('fulltext', 'application/xml')],
  ['abstract_html_url', link('landing')], ['public_url', link('landing')],
  ['keywords', keywords()], ['keyword', keywords()], ['reference', reference],
  ['fulltext_world_readable', free],
];

const prism: readonly (readonly [name: string, say: Saying])[] = [
  ['publicationname', host('journal')],
  ['issn', issn()],
  ['eissn', issn('electronic')],
  ['isbn', isbn],
  ['volume', place('volume')],
  ['number', place('issue')],
  ['startingpage', place('first')],
  ['endingpage', place('last')],
  ['pagerange', place('pages')],
  ['publicationdate', date('published')],
  ['coverdate', date('published')],
  ['onlinedate', date('publishedOnline')],
  ['doi', identifier('doi')],
  ['url', link('landing')],
  ['section', section],
  ['keyword', keywords()],
  ['copyright', rights],
];

/** `info:eu-repo/semantics/article`, a COAR address, a word: the first that the list of types knows. */
const type: Saying = (said, meta) => {
  const code = meta.content
    .replace(/^info:eu-repo\/semantics\//, '')
    .replace(/^https?:\/\/purl\.org\/coar\/resource_type\//, '');
  const list = ['infoEuRepo', 'coar', 'dc', 'schema', 'fr', 'en'].find((each) =>
    codeList('types').read(each, code),
  );
  if (list !== undefined && said.type === undefined) said.type = { list, code };
  else if (said.type?.code !== code) said.keep(meta);
};

/** The fifteen elements, the terms and the old dotted names of Dublin Core, whatever the prefix. */
// biome-ignore format: a table
const dublinCore: readonly (readonly [name: string, say: Saying])[] = [
  ['title', title], ['title.alternative', otherTitle], ['alternative', otherTitle],
  ['creator', person('author')], ['creator.personalname', person('author')], ['creator.corporatename', body('author')],
  ['contributor.corporatename', body('contributor')],
  ['contributor', person('contributor')], ['contributor.author', person('author')], ['contributor.editor', person('editor')],
  ['contributor.translator', person('translator')], ['contributor.advisor', person('supervisor')],
  ['publisher', publisher], ['description', abstract], ['description.abstract', abstract], ['abstract', abstract],
  ['date', date('published')], ['date.issued', date('published')], ['issued', date('published')],
  ['date.created', date('written')], ['created', date('written')], ['date.modified', date('modified')], ['modified', date('modified')],
  ['date.datesubmitted', date('submitted')], ['datesubmitted', date('submitted')], ['date.submitted', date('submitted')],
  ['date.dateaccepted', date('accepted')], ['dateaccepted', date('accepted')], ['date.accepted', date('accepted')],
  ['date.available', date('available')], ['available', date('available')],
  ['datecopyrighted', date('copyright')], ['date.copyright', date('copyright')],
  ['type', type], ['language', language], ['subject', keywords()],
  ['identifier', identifier()], ['identifier.doi', identifier('doi')], ['identifier.uri', link('landing')],
  ['identifier.issn', issn()], ['identifier.isbn', isbn], ['identifier.pagenumber', place('pages')],
  ['identifier.citation', citation], ['bibliographiccitation', citation],
  ['source.issn', issn()], ['source.volume', place('volume')], ['source.issue', place('issue')],
  ['citation.volume', place('volume')], ['citation.issue', place('issue')],
  ['citation.spage', place('first')], ['citation.epage', place('last')], ['citation.issn', issn()],
  ['rights', rights], ['rights.license', rights], ['license', rights], ['accessrights', rights],
  ['relation.ispartof', relation('isPartOf')], ['ispartof', relation('isPartOf')], ['haspart', relation('hasPart')],
  ['isversionof', relation('isVersionOf')], ['hasversion', relation('hasVersion')],
  ['replaces', relation('replaces')], ['isreplacedby', relation('isReplacedBy')],
  ['isreferencedby', relation('isCitedBy')], ['relation', relation('isRelatedTo')], ['references', reference],
  // The form of the page, not of the work.
  ['format', nothing],
];

/** The names of EPrints, which repositories of that make write beside those of others. */
// biome-ignore format: a table
const eprints: readonly (readonly [name: string, say: Saying])[] = [
  ['title', title], ['abstract', abstract], ['creators_name', person('author')], ['editors_name', person('editor')],
  ['date', date('published')], ['datestamp', date('deposited')], ['publication', host('journal')], ['book_title', host('book')],
  ['volume', place('volume')], ['number', place('issue')], ['pagerange', place('pages')], ['publisher', publisher],
  ['issn', issn()], ['isbn', isbn], ['keywords', keywords('comma')], ['official_url', link('landing')],
  ['id_number', identifier()], ['document_url', link('fulltext')], ['citation', citation], ['type', type],
];

/** A name of Open Graph that is an address is a profile, not a name. */
const named: Saying = (said, meta) => {
  if (/^https?:/i.test(meta.content)) said.keep(meta);
  else person('author')(said, meta);
};

/** Open Graph, and what every page may say. */
// biome-ignore format: a table
const openGraph: readonly (readonly [name: string, say: Saying])[] = [
  ['og:title', title], ['og:description', abstract], ['og:url', link('landing')], ['og:site_name', host('website')],
  ['article:published_time', date('published')], ['article:modified_time', date('modified')], ['article:author', named],
  ['article:section', section], ['article:tag', keywords()],
  ['book:author', named], ['book:isbn', isbn], ['book:release_date', date('published')], ['book:tag', keywords()],
  ['author', person('author')], ['description', abstract], ['keywords', keywords('comma')],
];

/** The vocabularies in the order of trust. What follows the prefix is looked up in `says`. */
const vocabularies: readonly Vocabulary[] = [
  { name: 'citation', prefix: 'citation_', says: new Map(highwire), others: 'keep' },
  { name: 'bepress', prefix: 'bepress_citation_', says: new Map(highwire), others: 'keep' },
  { name: 'prism', prefix: 'prism.', says: new Map(prism), others: 'keep' },
  { name: 'dcterms', prefix: 'dcterms.', says: new Map(dublinCore), others: 'keep' },
  { name: 'dc', prefix: 'dc.', says: new Map(dublinCore), others: 'keep' },
  { name: 'eprints', prefix: 'eprints.', says: new Map(eprints), others: 'keep' },
];

interface Vocabulary {
  readonly name: string;
  readonly prefix: string;
  readonly says: ReadonlyMap<string, Saying>;
  /** Pictures, sounds, the locale and the platform's own names are of the page. */
  readonly others: 'keep' | 'ignore';
}

const general: Vocabulary = { name: 'og', prefix: '', says: new Map(openGraph), others: 'ignore' };

/** A layer, and the name under which what contradicts others is kept. */
export interface NamedLayer {
  readonly name: string;
  readonly of: Layer;
}

/** What the bibliographic vocabularies of a page's head say, the most trusted first. */
export function bibliographic(page: Page, source: string): readonly NamedLayer[] {
  const parts = new Map<Vocabulary, Meta[]>();
  for (const meta of page.metas) {
    const vocabulary = vocabularyOf(meta.name);
    const part = parts.get(vocabulary);
    if (part) part.push(meta);
    else parts.set(vocabulary, [meta]);
  }
  return vocabularies.flatMap((vocabulary) => {
    const metas = parts.get(vocabulary);
    return metas ? [{ name: vocabulary.name, of: said(metas, vocabulary, source) }] : [];
  });
}

/** What a page says to everybody, trusted last. */
export function last(page: Page, source: string): readonly NamedLayer[] {
  const metas = page.metas.filter(({ name }) => vocabularyOf(name) === general);
  return metas.length === 0 ? [] : [{ name: general.name, of: said(metas, general, source) }];
}

const vocabularyOf = remembering(
  (name): Vocabulary => vocabularies.find(({ prefix }) => name.startsWith(prefix)) ?? general,
);

function said(metas: readonly Meta[], { prefix, says, others, name }: Vocabulary, source: string): Layer {
  const all = new Said(source);
  for (const meta of metas) {
    const say = says.get(meta.name.slice(prefix.length));
    if (say) say(all, meta);
    else if (others === 'keep') all.keep(meta);
  }
  const layer = all.layer();
  if (name === 'citation' || name === 'bepress') return inLanguage(layer);
  return name === 'dc' ? withSource(layer) : layer;
}

/** Highwire's title and abstract are in the language of the document (web-discovery section 1). */
function inLanguage(layer: Layer): Layer {
  const [lang, ...others] = layer.languages ?? [];
  if (lang === undefined || others.length > 0) return layer;
  return {
    ...layer,
    titles: layer.titles?.map(({ role, text }) => ({ role, text: { lang, ...text } })),
    abstracts: layer.abstracts?.map((text) => ({ lang, ...text })),
  };
}

/** Journals made with OJS name themselves in `DC.Source`, and give their ISSN beside it. */
function withSource(layer: Layer): Layer {
  const source = layer.unmapped?.find(({ path }) => path === 'meta.dc.source');
  if (!source || typeof source.value !== 'string' || !layer.container || layer.container.titles?.length)
    return layer;
  return {
    ...layer,
    container: { ...layer.container, titles: [{ value: source.value }] },
    unmapped: layer.unmapped?.filter((each) => each !== source),
  };
}

/** Whether the head of a page describes a work: it has the metadata of one, not only a title like any page. */
export function isBibliographic({ metas }: Pick<Page, 'metas'>): boolean {
  const has = (form: RegExp) => metas.some(({ name }) => form.test(name));
  return (
    has(/^(?:bepress_)?citation_(?:title|author|doi)$/) ||
    has(/^eprints\.title$/) ||
    has(/^prism\.(?:publicationname|doi)$/) ||
    (has(/^(?:dc|dcterms)\.title$/) &&
      has(/^(?:dc|dcterms)\.(?:creator|contributor|date|issued|created|identifier|bibliographiccitation)/))
  );
}

/** Whether Open Graph speaks of an article or a book, and not of any page. */
export function isArticle({ metas }: Pick<Page, 'metas'>): boolean {
  return metas.some(({ name }) =>
    /^(?:article:(?:published_time|author)|book:(?:isbn|author|release_date))$/.test(name),
  );
}

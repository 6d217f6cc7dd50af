import { codeList } from '../base/code-list.ts';
import { isWebAddress } from '../base/iri.ts';
import { plainText } from '../base/plain-text.ts';
import { bibo, coar, dc, dcterms, foaf, prism, prov, rdf, schema, skos, type Term } from '../base/terms.ts';
import {
  type Contribution,
  type DateEvent,
  dateOf,
  type Funding,
  type IdentifiedWork,
  type Identifier,
  type LangText,
  type Link,
  mainTitle,
  type RelationType,
  type Role,
  type Title,
  type WorkEvent,
} from '../base/work.ts';
import {
  below,
  boolean,
  classes,
  compile,
  date,
  integer,
  iri,
  list,
  local,
  type Row,
  row,
  string,
  term,
  text,
  wide,
} from './row.ts';

type W = IdentifiedWork;

const types = codeList('types');
const languages = codeList('languages');
const accesses = codeList('access');
const statuses = codeList('status');
const roleCodes = codeList('roles');
const cells = { first: rdf('first'), rest: rdf('rest'), nil: rdf('nil') };

const titled = (role: Title['role']) => (work: Pick<W, 'titles'>) =>
  picked(work.titles, (title) => (title.role === role ? title.text : undefined));
const agents =
  (...wanted: readonly Role[]) =>
  (work: Pick<W, 'contributions'>) =>
    picked(work.contributions, ({ role, agent }) => (wanted.includes(role) ? agent : undefined));
const dated = (event: DateEvent) => (work: Pick<W, 'dates'>) => dateOf(work, event);
const identified = (scheme: string) => (work: Pick<W, 'identifiers'>) =>
  picked(work.identifiers, (each) => (each.scheme === scheme && each.iri ? each.value : undefined));
const linked =
  (...wanted: readonly Link['role'][]) =>
  (work: Pick<W, 'links'>) =>
    picked(work.links, (link) => (wanted.includes(link.role) ? link.url : undefined));

/** What the function finds in the items of a list. A loop, for this is done some hundred times a record. */
function picked<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): readonly Found[] {
  const found: Found[] = [];
  for (const item of items) {
    const one = find(item);
    if (one !== undefined) found.push(one);
  }
  return found;
}

const signatureRows: readonly Row<Contribution>[] = [
  classes('position', prov('Attribution')),
  row('agent', (signature) => signature.agent, local, [prov('agent')]),
  row('position', (signature) => signature.position, integer, [schema('position')]),
  row('nameAsPrinted', (signature) => signature.nameAsPrinted, string, [schema('name')]),
  wide('marcRelator', relator, iri, [prov('hadRole')]),
  row('affiliations', (signature) => picked(signature.affiliations, ({ org }) => org), local, [
    schema('affiliation'),
  ]),
];

const identifierRows: readonly Row<Identifier>[] = [
  classes('scheme', schema('PropertyValue')),
  row('scheme', (identifier) => identifier.scheme, string, [schema('propertyID')]),
  row('value', (identifier) => identifier.value, string, [schema('value')]),
  row('iri', (identifier) => webOnly(identifier.iri), iri, [schema('url')]),
];

const encodingRows: readonly Row<Link>[] = [
  classes('url', schema('MediaObject')),
  row('url', (link) => link.url, iri, [schema('contentUrl')]),
  row('mediaType', (link) => link.mediaType, string, [schema('encodingFormat')]),
  row('bytes', (link) => (link.bytes === undefined ? undefined : `${link.bytes} B`), string, [
    schema('contentSize'),
  ]),
  row('licence', (link) => link.licence, iri, [schema('license')]),
  row('checksum', (link) => link.checksum, string, [schema('sha256')]),
];

const grantRows: readonly Row<Funding>[] = [
  classes('awardNumber', schema('Grant')),
  row('awardNumber', (grant) => grant.awardNumber, string, [schema('identifier')]),
  row('title', (grant) => grant.title, text, [schema('name')]),
  row('acronym', (grant) => grant.acronym, string, [schema('alternateName')]),
  row('funder', (grant) => grant.funder?.org, local, [schema('funder')]),
  row('awardIri', (grant) => grant.awardIri, iri, [schema('sameAs')]),
];

const eventRows: readonly Row<WorkEvent>[] = [
  classes('name', schema('Event'), bibo('Conference')),
  row('name', (event) => event.name, text, [schema('name'), dcterms('title')]),
  row('acronym', (event) => event.acronym, string, [schema('alternateName')]),
  row('start', (event) => event.start, date, [schema('startDate')]),
  row('end', (event) => event.end, date, [schema('endDate')]),
  wide('place', placeOf, string, [schema('location')]),
];

/** The mapping of a work (crosswalk section 3, competency questions section 1), read across. */
// biome-ignore format: a table
export const workRows: readonly Row<W>[] = [
  row('type', (work) => classesOf(work), term, [rdf('type')]),
  row('type', (work) => coarType(work), term, [dcterms('type')]),
  row('titles.main', (work) => wholeTitle(work), text, [dcterms('title')]),
  row('titles.main', (work) => mainTitle(work), text, [schema('name')]),
  row('titles.subtitle', titled('subtitle'), text, [dcterms('alternative'), schema('alternativeHeadline')]),
  row('titles.translated', (work) => otherLanguages(work), text, [dcterms('title'), schema('name')]),
  row('titles.translated', titled('translated'), text, [dcterms('alternative'), schema('alternateName')]),
  row('titles.alternative', titled('alternative'), text, [dcterms('alternative'), schema('alternateName')]),
  row('titles.short', titled('short'), text, [bibo('shortTitle')]),
  row('abstracts', (work) => work.abstracts, text, [dcterms('abstract'), schema('abstract')]),

  row('contributions.author', agents('author'), local, [dcterms('creator'), schema('author')]),
  list('contributions.author', agents('author'), 'authors', bibo('authorList'), cells),
  row('contributions.editor', agents('editor'), local, [dcterms('contributor'), schema('editor')]),
  list('contributions.editor', agents('editor'), 'editors', bibo('editorList'), cells),
  row('contributions.translator', agents('translator'), local, [dcterms('contributor'), schema('translator'), bibo('translator')]),
  row('contributions.illustrator', agents('illustrator'), local, [dcterms('contributor'), schema('illustrator')]),
  row('contributions.other', agents('supervisor', 'reviewer', 'compiler', 'contributor', 'other'), local, [dcterms('contributor'), schema('contributor')]),
  below('contributions', (work) => picked(work.contributions, (each) => each.agent === undefined ? undefined : each), (each) => `signature-${each.position}`, [prov('qualifiedAttribution')], signatureRows),

  row('dates.published', dated('published'), date, [dcterms('issued'), schema('datePublished')]),
  row('dates.publishedOnline', dated('publishedOnline'), date, [dcterms('available')]),
  row('dates.available', (work) => dateOf(work, 'publishedOnline') ? undefined : dateOf(work, 'available'), date, [dcterms('available')]),
  row('dates.accepted', dated('accepted'), date, [dcterms('dateAccepted')]),
  row('dates.defended', dated('defended'), date, [dcterms('dateAccepted')]),
  row('dates.submitted', dated('submitted'), date, [dcterms('dateSubmitted')]),
  row('dates.written', dated('written'), date, [dcterms('created'), schema('dateCreated')]),
  row('dates.copyright', dated('copyright'), date, [dcterms('dateCopyrighted')]),

  row('container.id', (work) => work.container?.id, local, [dcterms('isPartOf')]),
  row('container.part', (work) => work.container?.part ?? work.container?.id, local, [schema('isPartOf')]),
  row('position.volume', (work) => work.position?.volume, string, [bibo('volume')]),
  row('position.issue', (work) => work.position?.issue, string, [bibo('issue')]),
  row('position.issueTitle', (work) => work.position?.issueTitle, text, [prism('issueName')]),
  row('position.section', (work) => work.position?.section, text, [prism('section'), schema('articleSection')]),
  row('position.pages', (work) => work.position?.pages?.raw, string, [bibo('pages')]),
  row('position.pages', (work) => work.position?.pages?.start, string, [bibo('pageStart'), schema('pageStart')]),
  row('position.pages', (work) => work.position?.pages?.end, string, [bibo('pageEnd'), schema('pageEnd')]),
  row('position.pages', (work) => work.position?.pages?.start ? undefined : work.position?.pages?.raw, string, [schema('pagination')]),
  row('position.articleNumber', (work) => work.position?.articleNumber, string, [bibo('locator'), schema('pagination')]),
  // Journals print the article number where the pages go: a query for pages finds it there.
  row('position.articleNumber', (work) => work.position?.pages ? undefined : work.position?.articleNumber, string, [bibo('pages')]),
  wide('citationText', citation, string, [dcterms('bibliographicCitation')]),
  row('publisher.org', (work) => work.publisher?.org, local, [dcterms('publisher'), schema('publisher')]),
  below('event', (work) => work.event ? [work.event] : [], () => 'event', [bibo('presentedAt')], eventRows),

  row('identifiers.doi', identified('doi'), string, [bibo('doi')]),
  row('identifiers.pmid', identified('pmid'), string, [bibo('pmid')]),
  row('identifiers.isbn', identified('isbn'), string, [bibo('isbn')]),
  row('identifiers.handle', identified('handle'), string, [bibo('handle')]),
  row('identifiers', (work) => work.identifiers.map((each) => each.iri ?? each.value), string, [dcterms('identifier')]),
  row('identifiers.iri', (work) => picked(work.identifiers, (each) => webOnly(each.iri)), iri, [schema('sameAs')]),
  below('identifiers', (work) => work.identifiers, (_, index) => `identifier-${index + 1}`, [schema('identifier')], identifierRows),
  row('links.landing', linked('landing'), iri, [schema('url'), foaf('isPrimaryTopicOf')]),
  row('links.publisher', linked('publisher'), iri, [schema('url')]),
  row('links.other', linked('supplement', 'dataset', 'code', 'other'), iri, [dcterms('relation')]),
  below('links.fulltext', (work) => picked(work.links, (link) => link.role === 'fulltext' ? link : undefined), (_, index) => `encoding-${index + 1}`, [schema('encoding')], encodingRows),

  row('languages', (work) => work.languages.flatMap(languageIri), iri, [dcterms('language')]),
  row('languages', (work) => work.languages, string, [dc('language'), schema('inLanguage')]),
  row('subjects.concept', (work) => picked(work.subjects, (subject) => subject.id), local, [dcterms('subject'), schema('about')]),
  row('subjects.concept', (work) => picked(work.subjects, (subject) => subject.concept), iri, [dcterms('subject'), schema('about')]),
  row('subjects.text', (work) => work.subjects.map((subject) => subject.text), text, [dc('subject'), schema('keywords')]),
  row('access.status', (work) => accessRight(work), iri, [dcterms('accessRights')]),
  row('access.status', (work) => isFree(work), boolean, [schema('isAccessibleForFree')]),
  row('licences.iri', (work) => picked(work.licences, (licence) => licence.iri), iri, [dcterms('license'), schema('license')]),
  row('licences.text', (work) => picked(work.licences, (licence) => licence.iri ? undefined : licence.text), text, [dc('rights')]),
  below('funding', (work) => work.funding, (_, index) => `grant-${index + 1}`, [schema('funding')], grantRows),
  row('status', (work) => statuses.write('schema', work.status), string, [schema('creativeWorkStatus')]),
  // Published is what a work is when nobody says otherwise, so it is not said.
  row('status', (work) => work.status === 'published' ? undefined : biboStatus(statuses.write('bibo', work.status)), iri, [bibo('status')]),
  row('review.peerReviewed', (work) => work.review?.peerReviewed ? biboStatus('peerReviewed') : undefined, iri, [bibo('status')]),
  row('references.id', (work) => picked(work.references, (reference) => reference.id), iri, [dcterms('references'), schema('citation'), bibo('cites')]),
  row('references.citation', (work) => picked(work.references, (reference) => reference.id ? undefined : reference.citation), string, [schema('citation')]),
  row('notes', (work) => work.notes, text, [skos('note')]),
  row('provenance', (work) => sources(work), local, [prov('wasDerivedFrom')]),
  row('provenance', (work) => evidence(work), iri, [prov('hadPrimarySource')]),
];

const relationTerms: Readonly<Record<RelationType, readonly Term[]>> = {
  isVersionOf: [dcterms('isVersionOf')],
  hasVersion: [dcterms('hasVersion')],
  isTranslationOf: [schema('translationOfWork')],
  hasTranslation: [schema('workTranslation')],
  isPartOf: [schema('isPartOf')],
  hasPart: [dcterms('hasPart'), schema('hasPart')],
  replaces: [dcterms('replaces')],
  isReplacedBy: [dcterms('isReplacedBy')],
  cites: [dcterms('references'), schema('citation'), bibo('cites')],
  isCitedBy: [dcterms('isReferencedBy'), bibo('citedBy')],
  isSupplementTo: [dcterms('relation')],
  isSupplementedBy: [dcterms('relation')],
  reviews: [bibo('reviewOf'), schema('itemReviewed')],
  isReviewedBy: [schema('review')],
  isIdenticalTo: [schema('sameAs')],
  isRelatedTo: [dcterms('relation')],
  retracts: [dcterms('relation')],
  isRetractedBy: [schema('correction')],
  corrects: [dcterms('relation')],
  isCorrectedBy: [schema('correction')],
};

/** The mapping of relations: one row for each type. */
export const relationRows: readonly Row<W>[] = Object.entries(relationTerms).flatMap(([type, terms]) => {
  const none: readonly IdentifiedWork['relations'][number]['target'][] = [];
  // Most works have no relation, and there are forty rows of them.
  const targets = (work: Pick<W, 'relations'>) =>
    work.relations.length === 0
      ? none
      : work.relations.filter((relation) => relation.type === type).map(({ target }) => target);
  return [
    row<W, 'relations', string>(
      'relations',
      (work) => targets(work).flatMap(({ id }) => id ?? []),
      iri,
      terms,
    ),
    row<W, 'relations', string>(
      'relations',
      (work) => targets(work).flatMap(({ id, workId }) => (!id && workId) || []),
      local,
      terms,
    ),
  ];
});

/** Says all of a work. */
export const describeWork = compile<W>([...workRows, ...relationRows]);

const classesByType: ReadonlyMap<string, readonly Term[]> = new Map(
  types.terms.map((type) => {
    const [name, other] = [types.write('schema', type), types.write('bibo', type)];
    return [type, [...(name ? [schema(name)] : []), ...(other ? [bibo(other)] : [])]];
  }),
);

function classesOf(work: Pick<W, 'type'>): readonly Term[] | undefined {
  return classesByType.get(work.type);
}

function coarType(work: Pick<W, 'type'>): Term | undefined {
  const code = types.write('coar', work.type);
  return code ? coar(code) : undefined;
}

/** `T : S` in French, `T: S` elsewhere (crosswalk section 3, subtitle). */
function wholeTitle(work: Pick<W, 'titles'>): LangText | undefined {
  const main = mainTitle(work);
  const subtitle = work.titles.find((title) => title.role === 'subtitle')?.text;
  if (!main || !subtitle) return main;
  const colon = main.lang?.startsWith('fr') ? ' : ' : ': ';
  return { value: plainText(main) + colon + plainText(subtitle), lang: main.lang };
}

/** Translated titles in a language that the main title has not: one literal a language. */
function otherLanguages(work: Pick<W, 'titles'>): readonly LangText[] {
  const taken = new Set([mainTitle(work)?.lang]);
  return titled('translated')(work).filter(({ lang }) => lang && !taken.has(lang) && taken.add(lang));
}

/** Where the work stands, in the order of a reference; the citation as found when that would say nothing. */
function citation({ container, position, citationText }: W): string | undefined {
  const title = container?.titles[0];
  let where = '';
  if (position?.volume) where += `, vol. ${position.volume}`;
  if (position?.issue) where += `, no. ${position.issue}`;
  if (position?.pages)
    where += position.pages.start ? `, p. ${position.pages.raw}` : `, ${position.pages.raw}`;
  if (position?.articleNumber) where += `, ${position.articleNumber}`;
  if (title && where !== '') return plainText(title) + where;
  return citationText && plainText(citationText);
}

function languageIri(tag: string): readonly string[] {
  const code = languages.write('iso639-3', tag.split('-')[0] ?? tag);
  return code ? [`http://lexvo.org/id/iso639-3/${code}`] : [];
}

function accessRight(work: Pick<W, 'access'>): string | undefined {
  const code = work.access && accesses.write('coar', work.access.status);
  return code ? `http://purl.org/coar/access_right/${code}` : undefined;
}

function isFree(work: Pick<W, 'access'>): boolean | undefined {
  const free = work.access && accesses.write('free', work.access.status);
  return free === undefined || free === '' ? undefined : free === 'true';
}

function biboStatus(name: string | undefined): string | undefined {
  return name ? `http://purl.org/ontology/bibo/status/${name}` : undefined;
}

function relator(signature: Contribution): string | undefined {
  const code = signature.marcRelator ?? roleCodes.write('marc', signature.role);
  return code ? `http://id.loc.gov/vocabulary/relators/${code}` : undefined;
}

function placeOf(event: WorkEvent): string | undefined {
  return [event.place, event.country].filter(Boolean).join(', ') || undefined;
}

function sources(work: Pick<W, 'provenance'>): readonly string[] {
  const names = new Set<string>();
  for (const { source } of work.provenance) names.add(source.name);
  return [...names].map((name) => `source/${name}`);
}

/** The pages where a person saw what the corrections say. */
function evidence(work: Pick<W, 'provenance'>): readonly string[] {
  const pages = work.provenance.flatMap(
    ({ source, chosen }) => (chosen && source.system === 'correction' && source.url) || [],
  );
  return [...new Set(pages)];
}

function webOnly(address: string | undefined): string | undefined {
  return address && isWebAddress(address) ? address : undefined;
}

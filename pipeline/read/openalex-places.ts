import { codeList } from '../base/code-list.ts';
import type { Draft, DraftContainer, DraftIdentifier, DraftLicence } from '../base/draft.ts';
import type { ArticleVersion, Link } from '../base/work.ts';
import { bareDoi } from './doi.ts';
import { isObject, keep, keepOthers, type Part, partAt, partsOf, words } from './json-part.ts';
import { containerOf, publisherOf } from './openalex-container.ts';

/** What the places where a work is found say of it. */
export interface Places {
  readonly container: DraftContainer | undefined;
  readonly publisher: Draft['publisher'];
  readonly links: readonly Link[];
  readonly licences: readonly DraftLicence[];
  /** Of the record of the work in a repository. */
  readonly identifiers: readonly DraftIdentifier[];
}

/** The primary location makes the container; each location makes links and licences. */
export function placesOf(record: Part, work: string | undefined): Places {
  const primary = partAt(record, 'primary_location');
  const source = primary && partAt(primary, 'source');
  const locations = locationsOf(record, primary);
  const links = new Map<string, Link>();
  const licences = new Map<string, DraftLicence>();
  for (const location of locations) {
    keepOthers(location, ofLocation);
    for (const link of linksIn(location, record)) links.set(link.url, joined(links.get(link.url), link));
    const licence = licenceOf(location);
    if (licence) licences.set(`${licence.words} ${licence.appliesTo}`, licence);
    if (primary) keepPlace(location, primary);
  }
  addElsewhere(record, links);
  return {
    container: primary && containerOf(primary, source, record, work),
    publisher: source && publisherOf(source),
    links: [...links.values()],
    licences: [...licences.values()],
    identifiers: locations.flatMap(placeIds),
  };
}

/** What several locations say of one address; the first that speaks of a thing counts. */
function joined(known: Link | undefined, link: Link): Link {
  if (!known) return link;
  const { version, access, licence } = known;
  return {
    ...known,
    version: version ?? link.version,
    access: access ?? link.access,
    licence: licence ?? link.licence,
  };
}

/** The primary location is one of the list, and the best open one too; each is taken once. */
function locationsOf(record: Part, primary: Part | undefined): readonly Part[] {
  const best = partAt(record, 'best_oa_location');
  const listed = partsOf(record, 'locations');
  const same = (a: Part, b: Part) =>
    ['id', 'landing_page_url', 'pdf_url'].every((key) => (a.of[key] ?? null) === (b.of[key] ?? null));
  const apart = [primary, best].filter((each) => each !== undefined);
  const unlisted = apart.filter((each) => !listed.some((one) => same(one, each)));
  const isTwice = unlisted.length === 2 && unlisted[0] && unlisted[1] && same(unlisted[0], unlisted[1]);
  return [...(isTwice ? unlisted.slice(0, 1) : unlisted), ...listed];
}

const ofLocation: ReadonlySet<string> = new Set([
  ...[
    'id',
    'is_oa',
    'landing_page_url',
    'pdf_url',
    'source',
    'license',
    'version',
    'raw_source_name',
    'raw_type',
  ],
  // The licence once more, and what the version says.
  ...['license_id', 'is_accepted', 'is_published'],
]);

const versions: ReadonlyMap<string, ArticleVersion> = new Map(
  Object.entries<ArticleVersion>({
    publishedVersion: 'published',
    acceptedVersion: 'accepted',
    submittedVersion: 'submitted',
  }),
);

function versionOf(location: Part): ArticleVersion | undefined {
  const word = words(location, 'version');
  const version = versions.get(word ?? '');
  if (version === undefined) keep(location, 'version', word);
  return version;
}

const resolver = /^https?:\/\/(?:dx\.)?doi\.org\//i;

/** The page, unless it is the DOI again, and the PDF. */
function linksIn(location: Part, record: Part): readonly Link[] {
  const [page, pdf] = [words(location, 'landing_page_url'), words(location, 'pdf_url')];
  const isDoi = page !== undefined && resolver.test(page) && bareDoi(page) === bareDoi(String(record.of.doi));
  const access = location.of.is_oa === true ? ('open' as const) : undefined;
  const code = words(location, 'license');
  const iri = code === undefined ? undefined : codeList('licences').read('openalex', code);
  // Of two public domains it is not known which is meant.
  const licence = code === 'public-domain' ? undefined : iri;
  const more = { version: versionOf(location), access, licence };
  return [
    ...(page === undefined || isDoi ? [] : [{ role: 'landing' as const, url: page, ...more }]),
    ...(pdf === undefined
      ? []
      : [{ role: 'fulltext' as const, url: pdf, mediaType: 'application/pdf', ...more }]),
  ];
}

function licenceOf(location: Part): DraftLicence | undefined {
  const code = words(location, 'license');
  return code === undefined ? undefined : { words: code, appliesTo: versionOf(location) };
}

/** Addresses that `open_access` gives beside the locations are theirs; another one is a link of its own. */
function addElsewhere(record: Part, links: Map<string, Link>): void {
  const open = record.of.open_access;
  const url = isObject(open) ? open.oa_url : undefined;
  if (
    typeof url !== 'string' ||
    links.has(url) ||
    (resolver.test(url) && bareDoi(url) === bareDoi(String(record.of.doi)))
  )
    return;
  const isPdf = /\.pdf$/i.test(url);
  links.set(url, { role: isPdf ? 'fulltext' : 'landing', url, access: 'open' });
}

const repository = /^pmh:oai:(?:(hal):(\S+)|(pubmedcentral\.nih\.gov):(\d+))$/i;
const halPage =
  /^https?:\/\/(?:[\w-]+\.)*(?:hal\.science|archives-ouvertes\.fr)\/([a-z]{3,20}-\d{8})(?:v\d+)?(?:\/document)?$/i;
const centralPage =
  /^https?:\/\/(?:(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc|pmc\.ncbi\.nlm\.nih\.gov)\/articles\/(?:PMC)?(\d{1,9})\/?$/i;

/** `pmh:oai:HAL:hal-01352940v1`, the record that a repository gives by OAI-PMH; and what its page is called. */
function placeIds(location: Part): readonly DraftIdentifier[] {
  const [id, page = ''] = [words(location, 'id'), words(location, 'landing_page_url')];
  const [, hal, halId, central, number] = repository.exec(id ?? '') ?? [];
  const halNumber = hal === undefined ? halPage.exec(page)?.[1] : halId?.replace(/v\d+$/, '');
  const centralNumber = central === undefined ? centralPage.exec(page)?.[1] : number;
  const isOther = hal === undefined && central === undefined && id?.startsWith('pmh:');
  return [
    ...(halNumber === undefined ? [] : [{ scheme: 'hal', value: halNumber }]),
    ...(centralNumber === undefined ? [] : [{ scheme: 'pmcid', value: `PMC${centralNumber}` }]),
    ...(isOther ? [{ scheme: 'oai', value: id?.slice('pmh:'.length) ?? '' }] : []),
  ];
}

/** Of a place that is not the primary one: its name and its words, which no link holds. */
function keepPlace(location: Part, primary: Part): void {
  for (const key of ['raw_source_name', 'raw_type']) {
    if (location.of[key] !== primary.of[key]) keep(location, key, location.of[key]);
  }
  const source = partAt(location, 'source');
  if (!source || sourceId(location) === sourceId(primary)) return;
  for (const key of ['id', 'display_name']) keep(source, key, source.of[key]);
}

function sourceId({ of: { source } }: Part): unknown {
  return isObject(source) ? source.id : undefined;
}

import { codeList } from '../base/code-list.ts';

/** What a page, its pictures and its files are called: they are works only where nothing else is. */
const around: ReadonlySet<string> = new Set([
  ...['WebPage', 'ItemPage', 'AboutPage', 'CollectionPage', 'ProfilePage', 'SearchResultsPage', 'FAQPage'],
  ...[
    'ImageObject',
    'VideoObject',
    'AudioObject',
    'MediaObject',
    'DataDownload',
    'Photograph',
    'Drawing',
    'Map',
  ],
]);
/** What works appear in. */
const containers: ReadonlySet<string> = new Set([
  ...['PublicationIssue', 'PublicationVolume', 'Periodical', 'Journal', 'Newspaper', 'CreativeWorkSeries'],
  ...['BookSeries', 'WebSite', 'Blog', 'DataCatalog'],
]);
const organisations =
  /^(?:\w*Organization|CollegeOrUniversity|Consortium|Corporation|FundingAgency|FundingScheme|NGO|\w*Project|\w*School|Library|ArchiveOrganization|Museum|Hospital|PerformingGroup|\w*Business)$/;

const isKnown = (type: string) => codeList('types').read('schema', type) !== undefined;

/** Whether an object of these classes is a work. */
export function isWork(types: readonly string[]): boolean {
  // VoID describes the data set that the text itself is.
  if (types.some((type) => /void[:#]Dataset$/.test(type))) return false;
  return types.some((type) => isKnown(type) && !around.has(type) && !containers.has(type));
}

/** Whether an object of these classes is a page or a file, which may be all that is described. */
export function isPage(types: readonly string[]): boolean {
  return types.some((type) => around.has(type));
}

/** Whether something of these classes holds works. */
export function isContainer(types: readonly string[]): boolean {
  return types.some((type) => containers.has(type));
}

/** Whether something of these classes is an organisation. */
export function isOrganisation(types: readonly string[]): boolean {
  return types.some((type) => organisations.test(type));
}

/** Classes that a narrower one stands beside: `["ScholarlyArticle", "Article"]`, `["Review", "ScholarlyArticle"]`. */
const wide: readonly string[] = [
  'ScholarlyArticle',
  'Book',
  'LearningResource',
  'Article',
  'WebPage',
  'DigitalDocument',
  'CreativeWork',
];

/** The most specific class of a work: one that the list of types knows, if there is any. */
export function narrowest(types: readonly string[]): string | undefined {
  const known = types.filter(isKnown);
  const narrow = known.find((type) => !wide.includes(type));
  return narrow ?? wide.find((type) => known.includes(type)) ?? known[0] ?? types[0];
}

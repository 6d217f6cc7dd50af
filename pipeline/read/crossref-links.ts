import type { DraftLicence } from '../base/draft.ts';
import type { ArticleVersion, Link } from '../base/work.ts';
import { dateWords } from './date-parts.ts';
import { keep, keepOthers, keepWhole, type Part, partAt, partsOf, words } from './json-part.ts';

const resolver = /^https?:\/\/(?:dx\.)?doi\.org\//i;

/** The publisher's page (the address at doi.org is the DOI again), and the files. */
export function linksOf(record: Part): readonly Link[] {
  const landing = [words(record, 'URL'), primaryOf(record)].filter(
    (url, index, all) => url !== undefined && !resolver.test(url) && all.indexOf(url) === index,
  );
  return [...landing.flatMap((url) => (url ? [{ role: 'landing' as const, url }] : [])), ...filesOf(record)];
}

/** `{"primary": {"URL": …}}` */
function primaryOf(record: Part): string | undefined {
  const resource = partAt(record, 'resource');
  if (!resource) return undefined;
  keepOthers(resource, ofResource);
  const primary = partAt(resource, 'primary');
  const url = primary && words(primary, 'URL');
  if (!primary || !url?.endsWith('crossref.org/deleted_DOI.html')) return url;
  // Where Crossref sends those who ask for a DOI that it has taken back: no page of the work.
  keepWhole(primary);
  return undefined;
}

const ofResource = new Set(['primary']);
const ofLink = new Set(['URL', 'content-type', 'content-version', 'intended-application']);

/** The files, each once: Crossref repeats a file for each use that it may be put to. */
function filesOf(record: Part): readonly Link[] {
  const files: Link[] = [];
  for (const part of partsOf(record, 'link')) {
    keepOthers(part, ofLink);
    const [url, type] = [words(part, 'URL'), words(part, 'content-type')];
    const mediaType = type === 'unspecified' ? undefined : type;
    const version = versionOf(part);
    if (url === undefined) continue;
    const isKnown = files.some(
      (file) => file.url === url && file.mediaType === mediaType && file.version === version,
    );
    if (!isKnown) files.push({ role: 'fulltext', url, mediaType, version });
  }
  return files;
}

const ofLicence = new Set(['URL', 'start', 'content-version', 'delay-in-days']);

/**
 * The licences, each once. One that begins with the work has no date of its own: Crossref fills in the day that is not
 * known.
 */
export function licencesOf(record: Part): readonly DraftLicence[] {
  const licences: DraftLicence[] = [];
  for (const part of partsOf(record, 'license')) {
    keepOthers(part, ofLicence);
    const url = words(part, 'URL');
    const appliesTo = versionOf(part);
    const from = Number(part.of['delay-in-days']) > 0 ? dateWords(part, 'start') : undefined;
    if (url === undefined) continue;
    const isKnown = licences.some(
      (each) => each.words === url && each.appliesTo === appliesTo && each.from === from,
    );
    if (!isKnown) licences.push({ words: url, appliesTo, from });
  }
  return licences;
}

const versions: ReadonlyMap<string, ArticleVersion> = new Map(
  Object.entries<ArticleVersion>({ vor: 'published', am: 'accepted' }),
);

function versionOf(part: Part): ArticleVersion | undefined {
  const said = words(part, 'content-version');
  const version = said === undefined ? undefined : versions.get(said);
  // A licence or a file for text mining is of no version.
  if (version === undefined && said !== 'unspecified') keep(part, 'content-version', said);
  return version;
}

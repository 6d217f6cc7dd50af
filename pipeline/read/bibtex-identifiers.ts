import type { DraftIdentifier } from '../base/draft.ts';
import type { Link, WorkType } from '../base/work.ts';
import { ownIsbn } from './bibtex-container.ts';
import { giveBack, type Reading, verbatim } from './bibtex-reading.ts';
import { bareDoi } from './doi.ts';

const resolver = /^https?:\/\/(?:dx\.|www\.)?doi\.org\/10\./i;
const halPage =
  /^https?:\/\/(?:[a-z0-9-]+\.)*(?:hal\.science|archives-ouvertes\.fr|hal\.[a-z-]+\.fr)\/[a-z][a-z0-9]*[-_]\d+(?:v\d+)?\/?$/i;
const address = /^https?:\/\/\S/i;

/** Fields that hold one identifier each, and its scheme. */
const schemes: readonly (readonly [field: string, scheme: string])[] = [
  ['doi', 'doi'],
  ['hal_id', 'hal'],
  ['pmid', 'pmid'],
  ['pmcid', 'pmcid'],
  ['arxiv', 'arxiv'],
  ['arxivid', 'arxiv'],
  ['nnt', 'nnt'],
  ['ark', 'ark'],
  ['hdl', 'handle'],
  ['handle', 'handle'],
  ['swhid', 'swhid'],
  ['isrn', 'isrn'],
  ['ismn', 'ismn'],
  ['iswc', 'iswc'],
  ['isan', 'isan'],
  ['lccn', 'lccn'],
  ['oclc', 'oclc'],
  ['mrnumber', 'mr'],
  ['zblnumber', 'zbl'],
];

/** What the `number` of a type counts, where it names the work itself. */
const numbered: ReadonlyMap<string, string> = new Map([
  ...['report', 'techreport'].map((type) => [type, 'report-number'] as const),
  ['patent', 'patent-number'],
  ['standard', 'standard-number'],
]);

/** The identifiers that fields name, and those that the address of the work is. */
export function identifiersOf(on: Reading, type: WorkType): readonly DraftIdentifier[] {
  const found = schemes.flatMap(([field, scheme]) => {
    const value = verbatim(on, field);
    return value === undefined ? [] : [{ scheme, value }];
  });
  const has = (scheme: string) => found.some((each) => each.scheme === scheme);
  const own = addressesIn(on, 'url').flatMap((url): readonly DraftIdentifier[] => {
    if (!has('doi') && resolver.test(url)) return [{ scheme: 'doi', value: url }];
    return !has('hal') && halPage.test(url) ? [{ scheme: 'hal', value: url }] : [];
  });
  return unique([...found, ...own.slice(0, 1), ...eprintOf(on), ...ownIsbn(on, type), ...numberOf(on)]);
}

const archives = ['eprinttype', 'archiveprefix'];
/** Archives by the words of BibLaTeX (manual, section 3.14.7) and of those that export for it. */
const archiveSchemes: ReadonlyMap<string, string> = new Map([
  ['arxiv', 'arxiv'],
  ['hal', 'hal'],
  ['pubmed', 'pmid'],
  ['pmid', 'pmid'],
  ['pmcid', 'pmcid'],
  ['pmc', 'pmcid'],
  ['hdl', 'handle'],
  ['handle', 'handle'],
  ['jstor', 'jstor'],
  ['googlebooks', 'googlebooks'],
]);

/** An `eprint` and its archive; one that is an address is a link. */
function eprintOf(on: Reading): readonly DraftIdentifier[] {
  const value = verbatim(on, 'eprint');
  if (value === undefined || address.test(value)) return [];
  const archive = archives.find((field) => on.values.has(field));
  const words = archive && verbatim(on, archive)?.toLowerCase();
  // A number without its archive may be anybody's.
  return [{ scheme: words === undefined ? undefined : (archiveSchemes.get(words) ?? words), value }];
}

function numberOf(on: Reading): readonly DraftIdentifier[] {
  const scheme = numbered.get(on.type);
  const value = scheme === undefined || on.taken.has('number') ? undefined : verbatim(on, 'number');
  return value === undefined ? [] : [{ scheme, value }];
}

function unique(all: readonly DraftIdentifier[]): readonly DraftIdentifier[] {
  return all.filter(
    ({ scheme, value }, index) =>
      index === all.findIndex((each) => each.scheme === scheme && each.value === value),
  );
}

/** The pages and files of the work; an address that is its DOI is not said again. */
export function linksOf(on: Reading): readonly Link[] {
  const doi = verbatim(on, 'doi');
  const isDoi = (url: string) => resolver.test(url) && (doi === undefined || bareDoi(url) === bareDoi(doi));
  const pages = ['url', 'howpublished']
    .flatMap((field) => addressesIn(on, field))
    .filter((url) => !isDoi(url));
  const files = ['pdf', 'eprint', 'file']
    .flatMap((field) => addressesIn(on, field))
    .filter((url) => !isDoi(url));
  const links = [...pages.map(link), ...files.map((url) => ({ ...link(url), role: 'fulltext' as const }))];
  return links.filter(({ url }, index) => index === links.findIndex((each) => each.url === url));
}

function link(url: string): Link {
  return /\.pdf$/i.test(url)
    ? { role: 'fulltext', url, mediaType: 'application/pdf' }
    : { role: 'landing', url };
}

/** The addresses of a field, one after another; what else it says is kept. */
function addressesIn(on: Reading, field: string): readonly string[] {
  const isRead = on.taken.has(field);
  const value = verbatim(on, field);
  if (value === undefined) return [];
  // JabRef and Zotero write `description:path:type`.
  const words = value.split(/[\s;]+(?=https?:)|,\s+(?=https?:)|\s+(?!https?:)/);
  if (words.every((word) => address.test(word))) return words;
  if (field === 'url') return [value];
  if (!isRead) giveBack(on, field);
  return [];
}

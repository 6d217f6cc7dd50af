import type { DraftIdentifier, DraftLicence } from '../base/draft.ts';
import type { Link } from '../base/work.ts';
import { licencesOf as statedLicences, linksOf as statedLinks } from './crossref-links.ts';
import { bareDoi } from './doi.ts';
import { keep, type Part, words } from './json-part.ts';

const none: readonly never[] = [];

const resolver = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i;

const halPage =
  /^https?:\/\/(?:[a-z0-9-]+\.)*(?:hal\.science|archives-ouvertes\.fr|hal\.[a-z-]+\.fr)\/[a-z][a-z0-9]*[-_]\d+(?:v\d+)?\/?$/i;

/** The page of the item, unless it is the address of its DOI; and the files, where Crossref gives them. */
export function linksOf(record: Part): readonly Link[] {
  const url = words(record, 'URL');
  const isDoi = url !== undefined && resolver.test(url) && isOf(doisOf(record), url);
  const landing = url === undefined || isDoi ? none : [{ role: 'landing' as const, url }];
  if (record.of.link === undefined && record.of.resource === undefined) return landing;
  const stated = statedLinks({ ...record, of: { ...record.of, URL: undefined } });
  return [...landing, ...stated.filter((link) => link.role !== 'landing' || link.url !== url)];
}

/** The DOI; where there is none, the address at doi.org that stands for it. */
export function doisOf(record: Part): readonly DraftIdentifier[] {
  const doi = words(record, 'DOI') ?? resolved(words(record, 'id')) ?? resolved(words(record, 'URL'));
  return doi === undefined ? none : [{ scheme: 'doi', value: doi }];
}

/** The HAL id that the address of the item is. */
export function halOf(record: Part): readonly DraftIdentifier[] {
  const url = words(record, 'URL');
  return url !== undefined && halPage.test(url) ? [{ scheme: 'hal', value: url }] : none;
}

/**
 * The id of a work that we wrote ourselves. Any other name of an item in its own list names nothing elsewhere, and is
 * kept, unless it is its address again.
 */
export function idOf(record: Part): string | undefined {
  const id = words(record, 'id');
  if (id === undefined || ownId.test(id)) return id;
  if (id !== words(record, 'URL') && !isOf(doisOf(record), id)) keep(record, 'id', id);
  return undefined;
}

const ownId = /^work\/(?!\.{0,2}(?:\/|$))(?!.*\/\.{1,2}(?:\/|$))[A-Za-z0-9._~!$&'()*+,;=:@%/-]{1,500}$/;

const resolved = (text: string | undefined) => (text !== undefined && resolver.test(text) ? text : undefined);

function isOf(dois: readonly DraftIdentifier[], text: string): boolean {
  return dois.some(({ value }) => plainDoi(value) === plainDoi(text));
}

function plainDoi(text: string): string {
  const decoded = text.includes('%') ? text.replace(/%2f/gi, '/') : text;
  return bareDoi(decoded) ?? decoded;
}

/** The words of a licence, or what Crossref says of it; DataCite calls it `copyright` in CSL. */
export function licencesOf(record: Part): readonly DraftLicence[] {
  const copyright = words(record, 'copyright');
  const said = copyright === undefined ? none : [{ words: copyright }];
  if (Array.isArray(record.of.license)) return [...statedLicences(record), ...said];
  const licence = words(record, 'license');
  return licence === undefined || licence === copyright ? said : [{ words: licence }, ...said];
}

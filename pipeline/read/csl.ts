import type { Draft, Origin } from '../base/draft.ts';
import { cslDraft } from './csl-draft.ts';
import { cutJson } from './json-cut.ts';
import { isObject, type Json, keepOthers, Leftovers } from './json-part.ts';
import { jsonObject } from './json-text.ts';
import type { Reader } from './reader.ts';
import { isLines } from './work-cut.ts';

// Zotero's and citeproc's servers wrap a list so; no item has such a key.
const replies = { start: /^\{\s*"items"\s*:/, inside: ['items'] };

// The types that only CSL 1.0.2 has; then those that others have too, and those that Crossref once gave instead.
const cslType =
  /"type"\s*:\s*"(?:article-(?:journal|magazine|newspaper)|paper-conference|post-weblog|entry-(?:dictionary|encyclopedia)|legal_case|motion_picture|musical_score|personal_communication|review-book)"/;
const anyType =
  /"type"\s*:\s*"(?:article|bill|book|broadcast|chapter|classic|collection|dataset|document|entry|event|figure|graphic|hearing|interview|legislation|manuscript|map|pamphlet|patent|performance|periodical|post|regulation|report|review|software|song|speech|standard|thesis|treaty|webpage|journal-article|proceedings-article|book-chapter|posted-content)"/;
const cslKey =
  /"(?:issued|accessed)"\s*:\s*\{|"(?:container-title(?:-short)?|title-short|publisher-place|event-(?:title|place)|collection-title|number-of-pages|citation-(?:key|label)|original-date)"\s*:|"(?:author|editor|translator|director)"\s*:\s*\[\s*\{\s*"(?:family|given|literal|non-dropping-particle)"\s*:/;
// What the first item says before anything in it is a list or an object.
const beginning = /^[\s\ufeff]*(?:\{\s*"items"\s*:\s*)?(?:\[\s*)?\{([^[\]{}]*)/;
const dated = /"(?:issued|accessed)"\s*:\s*\{\s*"(?:date-parts|raw|literal)"\s*:/;
const plainTitle = /"title"\s*:\s*"/;
// Keys of our own records, Crossref's API, DataCite, OpenAlex, HAL, JSON-LD and Zotero.
const other =
  /"(?:titles|creators|attributes|itemType|message-type|display_name|authorships|@context|@type|@graph|@id)"\s*:|"(?:docType|halId|uri|label|title|docid)_[a-z]+"\s*:|"id"\s*:\s*"https:\/\/openalex\.org\//;
const listedTitle = /"(?:container-)?title"\s*:\s*\[/;

/** CSL-JSON 1.0.2: one item, a list, items on lines, or `{"items": […]}` (crosswalk section 2). */
export const csl: Reader = {
  name: 'csl',
  title: { fr: 'CSL-JSON (citeproc, Zotero, Pandoc)', en: 'CSL-JSON (citeproc, Zotero, Pandoc)' },
  mediaType: 'application/vnd.citationstyles.csl+json',
  extensions: ['.json', '.csljson', '.jsonl', '.ndjson'],
  sniff: (head) => /^[\s\ufeff]*[[{]/.test(head) && isCsl(head),
  lines: isLines,
  cut: cutJson(replies),
  parse: (piece, origin) => draftOf(jsonObject(piece), origin),
};

function isCsl(head: string): boolean {
  if (other.test(head) || (listedTitle.test(head) && !plainTitle.test(head))) return false;
  const isTitled = plainTitle.test(head);
  if (cslType.test(head)) return isTitled || cslKey.test(head);
  if (anyType.test(head) && cslKey.test(head)) return true;
  if (isTitled && dated.test(head) && !listedTitle.test(head)) return true;
  const flat = beginning.exec(head)?.[1] ?? '';
  return anyType.test(flat) && plainTitle.test(flat) && /"id"\s*:/.test(flat);
}

/** The item itself, or the one that Zotero's server gives beside its own data. */
function draftOf(of: Json, origin: Origin): Draft {
  const left = new Leftovers(origin.source.name);
  const { csljson } = of;
  if (!isObject(csljson)) return cslDraft({ of, path: '', left }, 'csl', origin);
  keepOthers({ of, path: '', left }, ofServer);
  return cslDraft({ of: csljson, path: 'csljson', left }, 'csl', origin);
}

const ofServer = new Set(['csljson', 'key', 'version', 'library', 'links', 'meta']);

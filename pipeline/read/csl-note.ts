import { codeList } from '../base/code-list.ts';
import { nameVariables } from './csl-people.ts';
import type { Json } from './json-part.ts';

const names: ReadonlySet<string> = new Set([...nameVariables, 'container-author', 'reviewed-author']);

/** The variables of CSL 1.0.2 that a line of a note may hold; `note` and its likes are prose. */
const variables: ReadonlyMap<string, string> = new Map(
  [
    ...names,
    ...['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted', 'archive'],
    ...[
      'archive_collection',
      'archive_location',
      'archive-place',
      'authority',
      'call-number',
      'citation-key',
    ],
    ...[
      'chapter-number',
      'collection-number',
      'collection-title',
      'container-title',
      'container-title-short',
    ],
    ...['dimensions', 'division', 'DOI', 'edition', 'event', 'event-title', 'event-place', 'genre', 'ISBN'],
    ...['ISSN', 'issue', 'jurisdiction', 'keyword', 'language', 'license', 'medium', 'number'],
    ...['number-of-pages', 'number-of-volumes', 'original-publisher', 'original-publisher-place'],
    ...[
      'original-title',
      'page',
      'page-first',
      'part',
      'part-title',
      'PMCID',
      'PMID',
      'printing',
      'publisher',
    ],
    ...['publisher-place', 'references', 'reviewed-genre', 'reviewed-title', 'scale', 'section', 'source'],
    ...['status', 'supplement', 'title', 'title-short', 'type', 'URL', 'version', 'volume', 'volume-title'],
    // No variable, but what Zotero puts there for a preprint.
    'arXiv',
  ].map((name) => [labelled(name), name]),
);

/**
 * Puts the variables that a note holds for want of another place in theirs: `PMID: 25992719` on a line of its own, or
 * `{:original-date: 1990}`. What the item says elsewhere is not said again: such a line stays in the note. A type of CSL
 * in the note is finer than the item's own.
 */
export function unfolded(of: Json): Json {
  const { note } = of;
  if (typeof note !== 'string' || !note.includes(':')) return of;
  const found = new Map<string, unknown>();
  const take = (label: string, value: string): boolean => {
    const name = variables.get(labelled(label));
    if (name === undefined || value === '' || !isFree(of, name, value)) return false;
    if (names.has(name)) {
      const list = found.get(name);
      if (Array.isArray(list)) list.push(nameIn(value));
      else found.set(name, [nameIn(value)]);
    } else if (found.has(name)) return false;
    else found.set(name, value);
    return true;
  };
  const rest = note
    .split(/\r\n?|\n/)
    .map((line) =>
      line.replace(braced, (all, label: string, value: string) => (take(label, value.trim()) ? '' : all)),
    )
    .filter((line) => {
      const [, label, value = ''] = line.length > longest ? [] : (labelledLine.exec(line) ?? []);
      return label === undefined || !take(label, value.trim());
    });
  if (found.size === 0) return of;
  return { ...of, ...Object.fromEntries(found), note: rest.join('\n').trim() };
}

function isFree(of: Json, name: string, value: string): boolean {
  if (name === 'type') return codeList('types').read('csl', value) !== undefined;
  const said = of[name];
  return said === undefined || said === null || said === '';
}

// A line that is longer than any variable is prose.
const longest = 2000;
const braced = /\{:([A-Za-z_-]{2,30}):([^{}\n]*)\}/g;
const labelledLine = /^([A-Za-z][A-Za-z_ -]{1,30}):\s*(\S.*)$/;

/** `Original Date` and `original_date` are `original-date`. */
function labelled(name: string): string {
  return name.trim().toLowerCase().replace(/[ _]+/g, '-');
}

/** citeproc: `Family || Given`; without the bars, a name that cannot be split. */
function nameIn(value: string): Json {
  const [family = '', given = ''] = value.split('||').map((part) => part.trim());
  return given === '' ? { literal: family } : { family, given };
}

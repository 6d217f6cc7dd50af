import { parse } from 'yaml';
import type { Block } from './block.ts';
import { fieldsBlock } from './fields.ts';

/** The keys of site generators for what a work is, and the headings of tables that mean the same. */
// biome-ignore format: a table
const headings: Readonly<Record<string, string>> = {
  title: 'title', subtitle: 'subtitle', author: 'authors', authors: 'authors', auteur: 'authors', auteurs: 'authors',
  editor: 'editors', editors: 'editors', date: 'date', year: 'date', pubdate: 'date', annee: 'date', année: 'date',
  venue: 'venue', journal: 'journal', revue: 'journal', publication: 'venue', booktitle: 'book', conference: 'conference',
  volume: 'volume', number: 'issue', issue: 'issue', numero: 'issue', pages: 'pages', publisher: 'publisher', editeur: 'publisher',
  doi: 'DOI', hal: 'HAL', hal_id: 'HAL', isbn: 'ISBN', abstract: 'abstract', resume: 'abstract', résumé: 'abstract', lang: 'language',
  language: 'language', keywords: 'keywords', paperurl: 'URL', link: 'URL', url: 'URL', url_pdf: 'URL', pdf: 'URL', citation: 'citation',
};
/** Keys of which one shows that the page is of a work, and not about something else. */
const surely = new Set(['venue', 'journal', 'book', 'conference', 'publisher', 'DOI', 'HAL', 'ISBN']);
/** `publication_types: ["2"]` of Hugo. */
const numbered = ['', 'proceedingsPaper', 'article', 'preprint', 'report', 'book', 'chapter', 'thesis'];

/** The record that the front matter of a card holds: a title, authors, and where the work was published. */
export function cardRecord(source: string, line: number): Block | undefined {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(keysOf(source))) {
    const heading = headings[key.toLowerCase()] ?? key;
    const words = wordsOf(value);
    if (words === '') continue;
    const type = /^(?:publication_)?types?$/i.test(key) ? (numbered[Number(words)] ?? words) : undefined;
    const name = type === undefined ? heading : 'type';
    const isNew = !found.has(name);
    found.set(isNew ? name : key, type ?? words);
  }
  parted(found);
  const isWork =
    found.has('title') && found.has('authors') && [...found.keys()].some((name) => surely.has(name));
  return isWork ? fieldsBlock([...found.keys()], [...found.values()], line) : undefined;
}

function keysOf(source: string): Readonly<Record<string, unknown>> {
  try {
    const keys: unknown = parse(source, { schema: 'failsafe', logLevel: 'silent' });
    return keys !== null && typeof keys === 'object' && !Array.isArray(keys) ? { ...keys } : {};
  } catch {
    // Not YAML: the card is reported as text between the notices.
    return {};
  }
}

/** A list as its values between semicolons; of a person, the name. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(' ; ');
  if (value === null || typeof value !== 'object') return '';
  const { name, family, given } = value as Record<string, unknown>;
  if (typeof name === 'string') return name.trim();
  return [family, given].filter((part) => typeof part === 'string').join(', ');
}

const place =
  /^(?:in:?\s)?(?<name>.*?\p{L}[*_]*)[,.]?\s+(?:vol\.?\s?)?(?<volume>\d{1,4})(?:\s?\(\s?(?<issue>\d{1,3}(?:[-–]\d{1,3})?)\s?\))?(?:\s?[,:]\s?(?:pp?\.\s?)?(?<pages>\d{1,5}\s?[-–]+\s?\d{1,5}))?\.?$/iu;

/** `publication: "*Journal*, 12(3)"`: a journal and its numbers under one key. */
function parted(found: Map<string, string>): void {
  const words = found.get('venue')?.replace(/[*_]/g, '') ?? '';
  if (!/\d/.test(words) || ['volume', 'issue', 'pages'].some((name) => found.has(name))) return;
  const { name, volume, issue, pages } = place.exec(words)?.groups ?? {};
  if (!name || /^(?:19|20)\d\d$/.test(volume ?? '')) return;
  // What has a volume is a journal, though the key does not say so.
  found.delete('venue');
  found.set('journal', name);
  for (const [heading, value] of Object.entries({ volume, issue, pages }))
    if (value) found.set(heading, value);
}

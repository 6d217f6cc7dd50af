import type { Unmapped, Work } from '../base/work.ts';

/** The variables of CSL 1.0.2 that our record has no field for, and what may stand in them. */
const shapes: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ...[
    ...['archive', 'archive_collection', 'archive_location', 'archive-place', 'authority', 'call-number'],
    ...['dimensions', 'division', 'genre', 'jurisdiction', 'medium', 'original-publisher', 'part-title'],
    ...['original-publisher-place', 'reviewed-genre', 'scale', 'source', 'version', 'citation-key'],
  ].map((name) => [name, isText] as const),
  ...['chapter-number', 'edition', 'number-of-volumes', 'part', 'printing', 'supplement'].map(
    (name) => [name, isNumberOrText] as const,
  ),
  ...['accessed', 'original-date'].map((name) => [name, isDate] as const),
  ['custom', isObject],
]);

/** What an item of CSL-JSON said that found no place in our record: it goes back where it was. */
export function leftovers({ unmapped, provenance }: Work): readonly Unmapped[] {
  if (unmapped.length === 0) return unmapped;
  const isCsl = (name: string) =>
    provenance.some(({ source }) => source.system === 'csl' && source.name === name);
  const kept = unmapped.filter(({ source, path, value }) => shapes.get(path)?.(value) && isCsl(source));
  return kept.filter(({ path }, index) => kept.findIndex((each) => each.path === path) === index);
}

const ofDate: ReadonlySet<string> = new Set(['date-parts', 'season', 'circa', 'literal', 'raw']);

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isNumberOrText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDate(value: unknown): boolean {
  return isObject(value) && Object.keys(value).every((key) => ofDate.has(key));
}

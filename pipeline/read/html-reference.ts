import type { Reference } from '../base/work.ts';
import { doiIri } from './doi.ts';

const order: readonly string[] = [
  'author',
  'publication_date',
  'date',
  'year',
  'title',
  'journal_title',
  'volume',
  'issue',
];
const pages = ['firstpage', 'first_page', 'lastpage', 'last_page'];
const numbers = new Set(['number', 'id', 'doi', ...pages]);

/** `citation_reference`: a citation in words, or its pieces, `citation_title=…;citation_author=…`. */
export function referenceOf(content: string): Reference {
  if (!/^\s*citation_\w+=/.test(content)) {
    const id = doiIri(content);
    return id === undefined ? { citation: content } : { id };
  }
  const pieces = new Map<string, string[]>();
  for (const piece of content.split(/;\s*(?=citation_\w+=|$)/)) {
    const [, key = '', value = ''] = /^\s*citation_(\w+)=([\s\S]*)$/.exec(piece) ?? [];
    if (!/\S/.test(value)) continue;
    const said = pieces.get(key);
    if (said) said.push(value.trim());
    else pieces.set(key, [value.trim()]);
  }
  const id = doiIri(pieces.get('doi')?.[0] ?? '');
  const others = [...pieces.keys()].filter((key) => !order.includes(key) && !numbers.has(key));
  const [first, last] = [pages.slice(0, 2), pages.slice(2)].map(
    (keys) => keys.flatMap((key) => pieces.get(key) ?? [])[0],
  );
  const range =
    first === undefined || last === undefined || first === last ? (first ?? last) : `${first}-${last}`;
  const citation = [...order, ...others]
    .flatMap((key) => pieces.get(key) ?? [])
    .concat(range ?? [])
    .join(', ');
  return { ...(id === undefined ? {} : { id }), ...(citation === '' ? {} : { citation }) };
}

import { fold } from '../base/fold.ts';
import type { Page } from './html-page.ts';
import type { Layer } from './html-said.ts';
import { addressesOf } from './schema-links.ts';
import { type Node, textsOf } from './schema-node.ts';

/** What tells works apart: the DOIs and the title. */
export interface Identity {
  readonly dois: readonly string[];
  readonly title: string | undefined;
}

/** That of a draft. */
export function identityOf({ titles, identifiers }: Pick<Layer, 'titles' | 'identifiers'>): Identity {
  const title = titles?.find(({ role }) => role === 'main')?.text.value;
  const dois = (identifiers ?? []).flatMap(({ scheme, value }) =>
    scheme === undefined || scheme === 'doi' ? doiIn(value) : [],
  );
  return { dois, title: title === undefined ? undefined : fold(title) };
}

function doiIn(value: string): readonly string[] {
  const doi = /\b10\.\d{4,9}\/\S+$/.exec(value.toLowerCase())?.[0];
  return doi === undefined ? [] : [doi];
}

/** That of an object of JSON-LD. */
export function identityOfNode(node: Node): Identity {
  const [title] = [...textsOf(node, 'name'), ...textsOf(node, 'headline')];
  const titles = title && [{ role: 'main' as const, text: title }];
  return identityOf({ titles, identifiers: addressesOf(node, false).identifiers });
}

/** In the order of trust. */
const titleNames = [
  'citation_title',
  'bepress_citation_title',
  'dcterms.title',
  'dc.title',
  'eprints.title',
  'og:title',
];
const doiNames: ReadonlySet<string> = new Set([
  ...['citation_doi', 'bepress_citation_doi', 'prism.doi', 'dc.identifier', 'dc.identifier.doi'],
  ...['dcterms.identifier', 'dcterms.identifier.doi'],
]);

/** That of the work whose metadata the head of a page holds. */
export function identityOfHead({ metas }: Page): Identity {
  let first: string | undefined;
  for (const name of titleNames) first ||= metas.find((meta) => meta.name === name)?.content;
  const dois = metas.flatMap(({ name, content }) => (doiNames.has(name) ? doiIn(content) : []));
  return { dois, title: first === undefined ? undefined : fold(first) };
}

/** Whether two descriptions are of one work: by DOI when both have one, else by title; one that names none could be any. */
export function isSameWork(one: Identity, two: Identity): boolean {
  if (one.dois.length > 0 && two.dois.length > 0) return one.dois.some((doi) => two.dois.includes(doi));
  if (one.title === undefined || two.title === undefined)
    return one.dois.length === 0 || two.dois.length === 0;
  const [short, long] = one.title.length < two.title.length ? [one.title, two.title] : [two.title, one.title];
  return short === long || (short.length > 20 && long.includes(short));
}

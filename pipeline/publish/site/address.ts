import { encodeIriPart } from '../../base/iri.ts';
import type { Language } from '../../base/words.ts';
import { writerNamed } from '../../write/index.ts';

/**
 * A page without its language and extension, by its path below the site's root: `index`, `year/2023`, or the local id
 * of the thing that it is about, `work/sorin-2023-motifs-registres-et-epreuves`.
 */
export type PageName = string;

/**
 * The file of a page: `work/x.html` in the language of the site, `work/x.en.html` in the other one. What is a fragment of
 * the IRI of a thing is on its page: `work/x.html#contributor-1`.
 */
export function fileOf(page: PageName, language: Language, own: Language): string {
  const name = documentOf(page);
  const fragment = page.slice(name.length);
  return language === own ? `${name}.html${fragment}` : `${name}.${language}.html${fragment}`;
}

/**
 * Whether a thing has files of its own; a fragment of the IRI of a work or a journal is described in those of the work or
 * the journal.
 */
export function hasOwnFiles(id: string): boolean {
  return !id.includes('#');
}

/** The thing whose files describe a thing: itself, or what its IRI is a fragment of. */
export function documentOf(id: string): string {
  const at = id.indexOf('#');
  return at < 0 ? id : id.slice(0, at);
}

/** Where a page is, for whoever is not on the site. */
export function addressOf(base: string, page: PageName, language: Language, own: Language): string {
  const [file = '', fragment] = fileOf(page, language, own).split('#');
  return base + encodeIriPart(file) + (fragment === undefined ? '' : `#${encodeIriPart(fragment)}`);
}

/**
 * A file as a link from a page names it, so that the site works below any address: `../style.css`. `from` and `to`: paths
 * below the site's root.
 */
export function linkTo(to: string, from: PageName): string {
  let up = '';
  for (let at = from.indexOf('/'); at >= 0; at = from.indexOf('/', at + 1)) up += '../';
  return up + to;
}

const ofWorks = [
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
  ['csl', 'CSL-JSON'],
  ['hal-tei', 'TEI'],
] as const;

/** The forms that each work has beside its pages, of those that we write: what its file ends in, what it is, and what people call it. */
export const workForms = ofWorks.flatMap(([name, label]) => {
  const writer = writerNamed(name);
  if (writer === undefined) return [];
  const { extension, mediaType } = writer;
  return [{ extension, mediaType: mediaType.split(';')[0] ?? mediaType, label, writer }];
});

/** The forms of everything that has an IRI. */
export const graphForms = [
  { extension: '.ttl', mediaType: 'text/turtle', label: 'Turtle' },
  { extension: '.jsonld', mediaType: 'application/ld+json', label: 'JSON-LD' },
] as const;

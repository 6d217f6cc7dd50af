import type { Reviewed } from '../pipeline/base/finding.ts';
import type { Contribution, Work } from '../pipeline/base/work.ts';

/** A person signing a work. */
export function author(given: string, family: string, more: Partial<Contribution> = {}): Contribution {
  return {
    position: 1,
    role: 'author',
    kind: 'person',
    nameAsPrinted: `${given} ${family}`,
    given,
    family,
    identifiers: [],
    affiliations: [],
    ...more,
  };
}

/** A work of which only the fields given matter. `source`: name of the source that it is from. */
export function workOf(
  fields: Partial<Work> & { readonly title?: string; readonly source?: string } = {},
): Work {
  const { title = 'Essai sur le don', source = 'articles', ...rest } = fields;
  return {
    type: 'article',
    titles: [{ role: 'main', text: { value: title, lang: 'fr' } }],
    abstracts: [],
    contributions: [author('Marcel', 'Mauss')],
    dates: [{ event: 'published', value: '1925' }],
    identifiers: [],
    links: [],
    languages: ['fr'],
    subjects: [],
    licences: [],
    funding: [],
    relations: [],
    references: [],
    status: 'published',
    notes: [],
    provenance: [{ path: '*', source: { name: source, system: 'test' }, confidence: 'stated', chosen: true }],
    unmapped: [],
    ...rest,
  };
}

/** A journal, and nothing else said of it. */
export const annee = {
  type: 'journal',
  titles: [{ value: 'L’Année sociologique', lang: 'fr' }],
  shortTitles: [],
  issn: [],
  isbn: [],
  editors: [],
  identifiers: [],
} as const;

/** The work as it comes from check, with no finding yet. */
export function reviewed(work: Work, line = 1): Reviewed<Work> {
  return { thing: work, place: { file: 'sample.txt', line }, findings: [] };
}

export const doi = (value: string) => ({ scheme: 'doi', value, iri: `https://doi.org/${value}` });
export const orcid = (value: string) => ({ scheme: 'orcid', value, iri: `https://orcid.org/${value}` });

import { codeList } from '../../base/code-list.ts';
import type { Language } from '../../base/words.ts';
import type { Contribution, IdentifiedWork, Identifier } from '../../base/work.ts';
import { displayName } from '../../write/index.ts';
import { type Html, html, joined, type Piece } from './html.ts';
import type { LinkFrom } from './layout.ts';
import { number } from './page-words.ts';

/** A name as a link to the page of whoever bears it. */
export function nameLink(one: Contribution, link: LinkFrom): Html {
  const name = displayName(one);
  return one.agent === undefined ? html`${name}` : html`<a href="${link(one.agent)}">${name}</a>`;
}

// As many as fit on two lines; the landing page names everybody.
const mostNames = 6;

/** Whom a list names: the authors, else the editors, in their order; after six it says how many more there are. */
export function byline({ contributions }: IdentifiedWork, link: LinkFrom, language: Language): Piece {
  const authors = contributions.filter(({ role }) => role === 'author');
  const editors = contributions.filter(({ role }) => role === 'editor');
  const people = authors.length > 0 ? authors : editors;
  if (people.length === 0) return undefined;
  const named = people.slice(0, people.length > mostNames + 1 ? mostNames : people.length);
  const more = people.length - named.length;
  const others =
    more > 0 &&
    (language === 'fr' ? ` et ${number(more, language)} autres` : ` and ${number(more, language)} others`);
  const role = authors.length === 0 && (language === 'fr' ? ' (dir.)' : ' (ed.)');
  return html`<p class="by">${joined(
    named.map((one) => nameLink(one, link)),
    ', ',
  )}${others}${role}</p>`;
}

const roles = codeList('roles');
const relators = codeList('relators');

/** What somebody did, in words: the exact role where the source said it. */
export function roleWords({ role, marcRelator }: Contribution, language: Language): string {
  const exact = marcRelator === undefined ? undefined : relators.write(language, marcRelator);
  return exact ?? roles.write(language, role) ?? role;
}

const schemeNames: Readonly<Record<string, string>> = {
  doi: 'DOI',
  hal: 'HAL',
  orcid: 'ORCID',
  idref: 'IdRef',
  idhal: 'IdHAL',
  isni: 'ISNI',
  viaf: 'VIAF',
  ror: 'ROR',
  issn: 'ISSN',
  isbn: 'ISBN',
  pmid: 'PubMed',
  pmcid: 'PMC',
  arxiv: 'arXiv',
  ark: 'ARK',
  nnt: 'NNT',
  wikidata: 'Wikidata',
  openalex: 'OpenAlex',
};

/** An identifier with its scheme, a link where it leads somewhere: `ORCID 0000-0002-1825-0097`. */
export function identifierLink({ scheme, value, iri }: Identifier): Html {
  const known = schemeNames[scheme] ?? (scheme === 'unknown' || scheme === 'url' ? undefined : scheme);
  const text = known === undefined ? value : `${known}\u00a0${value}`;
  return iri !== undefined && /^https?:/.test(iri) ? html`<a href="${iri}">${text}</a>` : html`${text}`;
}

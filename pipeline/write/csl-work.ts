import { codeList } from '../base/code-list.ts';
import { cslHome } from '../base/csl-container.ts';
import { plainText } from '../base/plain-text.ts';
import type { Identifier, LangText, Licence, Link, Title, Work } from '../base/work.ts';
import { isPlainIsbn } from './csl-host.ts';
import { cslVariable } from './csl-names.ts';
import { cslRich } from './csl-text.ts';

/** The titles that CSL has a variable for; the subtitle stands in `title`. */
export interface CslTitles {
  readonly main: Title | undefined;
  readonly subtitle: Title | undefined;
  readonly short: Title | undefined;
  readonly original: Title | undefined;
}

/** The titles of a work by their variables. */
export function cslTitles({ titles }: Work): CslTitles {
  const main = titles.find(({ role }) => role === 'main');
  const short = titles.find(({ role, text }) => role === 'short' && text.value !== main?.text.value);
  return {
    main,
    subtitle: titles.find(({ role }) => role === 'subtitle'),
    short,
    // A title in the same language is no original of this one.
    original: titles.find(
      ({ role, text }) =>
        role === 'alternative' &&
        (text.lang === undefined || text.lang !== main?.text.lang) &&
        text.value !== main?.text.value &&
        text.value !== short?.text.value,
    ),
  };
}

/** `T : S` in French, `T: S` elsewhere (crosswalk section 3); after a question mark, a space will do. */
export function wholeTitle(work: Work): string | undefined {
  const { main, subtitle } = cslTitles(work);
  if (!main) return undefined;
  const title = cslRich(main.text);
  if (!subtitle) return title;
  const lang = main.text.lang ?? work.languages[0];
  const colon = /[?!…:]$/.test(title) ? ' ' : lang?.startsWith('fr') ? '\u00a0: ' : ': ';
  return title + colon + cslRich(subtitle.text);
}

/** The language that a title is read in: that of the work, where it is one that we know. */
export function titleLanguage({ languages }: Work): string | undefined {
  const [lang, ...others] = languages;
  if (lang === undefined || others.length > 0) return undefined;
  return codeList('languages').read('bcp47', lang.split('-')[0] ?? '') === undefined ? undefined : lang;
}

/** The abstract in the language of the title, else the first. */
export function cslAbstract(work: Work): LangText | undefined {
  const lang = cslTitles(work).main?.text.lang;
  return work.abstracts.find((text) => text.lang !== undefined && text.lang === lang) ?? work.abstracts[0];
}

/** L1: keywords that a semicolon can part, each once. */
export function cslKeywords({ subjects }: Work): readonly string[] {
  const words = subjects.map(({ text }) => plainText(text)).filter((text) => !/[;\n]/.test(text));
  return [...new Set(words)];
}

/** The code for the type, and a genre where the code alone would be read as another type of ours. */
export function cslType(work: Work): { readonly code: string; readonly genre: string | undefined } {
  const types = codeList('types');
  const code = types.write('csl', work.type) ?? 'document';
  const isRead =
    types.read('csl', code) === 'book' && isEdited(work) ? 'editedBook' : types.read('csl', code);
  if (isRead === work.type) return { code, genre: undefined };
  return { code, genre: types.write(work.languages[0]?.startsWith('fr') ? 'fr' : 'en', work.type) };
}

function isEdited({ contributions }: Work): boolean {
  const said = contributions.map((one) => cslVariable(one).name);
  return said.includes('editor') && !said.includes('author');
}

const shown = ['landing', 'publisher', 'fulltext'] as const;
const addressed: ReadonlySet<string> = new Set(['hal', 'nnt', 'arxiv', 'handle', 'ark']);
const resolver = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i;

/** The page of the work, else its file; what the DOI says already is not said again. */
export function cslLink(work: Work): Link | undefined {
  const hasDoi = work.identifiers.some((each) => each.scheme === 'doi' && each.iri);
  const links = work.links.filter(({ url }) => !hasDoi || !resolver.test(url));
  return shown.map((role) => links.find((link) => link.role === role)).find((link) => link !== undefined);
}

/** Whether the address of a link is read back as one, and not as the DOI that it is. */
export const isRead = ({ url }: Link): boolean => !resolver.test(url);

/** The address of the work: its link, else that of an identifier when nothing else leads to it. */
export function cslUrl(work: Work): string | undefined {
  const link = cslLink(work);
  if (link) return link.url;
  if (work.identifiers.some(({ scheme, iri }) => scheme === 'doi' && iri)) return undefined;
  return work.identifiers.find(({ scheme, iri }) => addressed.has(scheme) && iri)?.iri;
}

/** The identifiers that have a variable; one that failed its check would make a wrong link. */
export function cslIdentifiers(work: Work): {
  readonly doi: Identifier | undefined;
  readonly pmid: Identifier | undefined;
  readonly pmcid: Identifier | undefined;
  /** What the address says. */
  readonly hal: Identifier | undefined;
  /** What `number` says: the number of a report, the id of a preprint in its archive. */
  readonly number: Identifier | undefined;
} {
  const { identifiers } = work;
  const valid = (scheme: string) => identifiers.find((each) => each.scheme === scheme && each.iri);
  const page = halPage.exec(cslUrl(work) ?? '')?.[1]?.toLowerCase();
  return {
    doi: valid('doi'),
    pmid: valid('pmid'),
    pmcid: valid('pmcid'),
    hal: identifiers.find(({ scheme, value }) => scheme === 'hal' && value === page),
    number:
      work.type === 'report'
        ? identifiers.find(({ scheme }) => scheme === 'report-number')
        : codeList('types').write('csl', work.type) === 'article'
          ? valid('arxiv')
          : undefined,
  };
}

const halPage =
  /^https?:\/\/(?:[a-z0-9-]+\.)*(?:hal\.science|archives-ouvertes\.fr|hal\.[a-z-]+\.fr)\/([a-z][a-z0-9]*[-_]\d+)(?:v\d+)?\/?$/i;

/** Whether a work stands by itself, so that ISBNs are its own. */
export const isWhole = ({ type }: Work): boolean => cslHome(type) === undefined;

/** The ISBNs of a whole that can stand in a list of several. */
export function ownIsbn(work: Work): readonly Identifier[] {
  if (!isWhole(work)) return [];
  return work.identifiers.filter(({ scheme, value }) => scheme === 'isbn' && isPlainIsbn(value));
}

/** The first licence, by its address where it has one; Zotero reads it as the rights. */
export function cslLicence({ licences }: Work): Licence | undefined {
  return licences.find(({ iri, text }) => iri !== undefined || text !== undefined);
}

/** A note as paragraph of the one that CSL has: empty lines part notes. */
export function noteParagraph(note: string): string {
  return note.replace(/\n\s*\n/g, '\n');
}

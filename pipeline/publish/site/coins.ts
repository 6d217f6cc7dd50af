import { codeList } from '../../base/code-list.ts';
import { plainText } from '../../base/plain-text.ts';
import { type IdentifiedWork, identifierOf, mainTitle } from '../../base/work.ts';
import { referenceDate } from '../../write/index.ts';
import { type Html, html } from './html.ts';

type Pairs = readonly (readonly [string, string | undefined])[];

const genres: Readonly<Record<string, string>> = {
  article: 'article',
  reviewArticle: 'article',
  editorial: 'article',
  review: 'article',
  dataPaper: 'article',
  popularArticle: 'article',
  newspaperArticle: 'article',
  preprint: 'preprint',
  proceedingsPaper: 'proceeding',
  chapter: 'bookitem',
  book: 'book',
  editedBook: 'book',
  proceedings: 'conference',
  report: 'report',
};
const inJournals = new Set(['article', 'preprint']);

/**
 * The work as an OpenURL ContextObject in a `span` (COinS; ANSI/NISO Z39.88-2004, key/encoded-value formats `journal`,
 * `book`, `dissertation` and `dc`), which Zotero and library resolvers read.
 */
export function coins(work: IdentifiedWork): Html {
  const genre = genres[work.type];
  const format = formatOf(work, genre);
  const pairs: Pairs = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    ...(format === 'dc' ? dublinCore(work) : described(work, format, genre)),
    ...work.identifiers.flatMap(identifierPair),
  ];
  const text = pairs
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(wellFormed(value))}`] : []))
    .join('&');
  return html`<span class="Z3988" title="${text}" aria-hidden="true"></span>`;
}

function formatOf({ type, container }: IdentifiedWork, genre: string | undefined): string {
  if (type === 'thesis') return 'dissertation';
  if (genre === undefined) return 'dc';
  if (inJournals.has(genre)) return 'journal';
  return genre === 'proceeding' && container?.type === 'journal' ? 'journal' : 'book';
}

function described(work: IdentifiedWork, format: string, genre: string | undefined): Pairs {
  const { container, position, publisher } = work;
  const host = container?.titles[0] && plainText(container.titles[0]);
  const title = titleOf(work);
  const isBook = format === 'book';
  const titles: Pairs =
    format === 'dissertation'
      ? [['rft.title', title]]
      : host === undefined
        ? [[isBook ? 'rft.btitle' : 'rft.atitle', title]]
        : [
            ['rft.atitle', title],
            [isBook ? 'rft.btitle' : 'rft.jtitle', host],
          ];
  return [
    ...(format === 'dissertation' ? [] : ([['rft.genre', genre]] as const)),
    ...titles,
    ...authorPairs(work),
    ['rft.date', dateOf(work)],
    ['rft.volume', position?.volume],
    ['rft.issue', position?.issue],
    ['rft.spage', position?.pages?.start],
    ['rft.epage', position?.pages?.end],
    ['rft.pages', position?.pages?.raw],
    ...(container?.issn ?? []).slice(0, 1).map(({ value }) => ['rft.issn', value] as const),
    ['rft.isbn', container?.isbn[0] ?? identifierOf(work, 'isbn')],
    [format === 'dissertation' ? 'rft.inst' : 'rft.pub', publisher?.name],
    ['rft.place', publisher?.place],
    ['rft.language', work.languages[0]],
  ];
}

/** What is neither an article, nor a book, nor a thesis. */
function dublinCore(work: IdentifiedWork): Pairs {
  return [
    ['rft.type', codeList('types').write('zotero', work.type)],
    ['rft.title', titleOf(work)],
    ...work.contributions
      .filter(({ role }) => role === 'author')
      .map(({ nameAsPrinted }) => ['rft.creator', nameAsPrinted] as const),
    ['rft.date', dateOf(work)],
    ['rft.publisher', work.publisher?.name],
    ['rft.language', work.languages[0]],
  ];
}

/** The first author in parts, all of them whole. */
function authorPairs({ contributions }: IdentifiedWork): Pairs {
  const authors = contributions.filter(({ role }) => role === 'author');
  const [first] = authors;
  const parts: Pairs =
    first?.family === undefined
      ? []
      : [
          ['rft.aulast', [first.particle, first.family].filter(Boolean).join(' ')],
          ['rft.aufirst', first.given],
        ];
  return [
    ...parts,
    ...authors.map(
      ({ kind, nameAsPrinted }) =>
        [kind === 'organisation' ? 'rft.aucorp' : 'rft.au', nameAsPrinted] as const,
    ),
  ];
}

function identifierPair({ scheme, value, iri }: IdentifiedWork['identifiers'][number]): Pairs {
  if (iri === undefined) return [];
  if (scheme === 'doi') return [['rft_id', `info:doi/${value}`]];
  if (scheme === 'pmid') return [['rft_id', `info:pmid/${value}`]];
  return iri.startsWith('http') ? [['rft_id', iri]] : [];
}

/** Only what ISO 8601 has a place for: a year, a month, a day. */
function dateOf(work: IdentifiedWork): string | undefined {
  const date = referenceDate(work);
  return date !== undefined && /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(date) ? date : undefined;
}

function titleOf(work: IdentifiedWork): string | undefined {
  const main = mainTitle(work);
  const subtitle = work.titles.find(({ role }) => role === 'subtitle')?.text;
  if (!main) return undefined;
  return subtitle ? `${plainText(main)}: ${plainText(subtitle)}` : plainText(main);
}

/** Half of a character outside the basic plane cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

import type { Draft, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { rememberingLast } from '../base/remembering-last.ts';
import type { Issn, Link, Unmapped } from '../base/work.ts';
import { isPersistent } from './schema-identifiers.ts';

/** What the context object says about itself and who made it (Z39.88-2004): nothing of the work. */
const ignored = /^(?:ctx_|rfr|rfe|svc|req|res|url_|rft_val_fmt$)/;

/** One COinS, a work in key-value pairs: `rft.atitle=…&rft.aulast=…`. */
export function draftOfCoins(text: string, source: string): Omit<Draft, 'origin'> {
  const pairs = new Pairs(text);
  const genre = pairs.oneOf('rft.genre', genres)?.toLowerCase();
  const { format, part, host, book, title } = titlesOf(pairs);
  const inside = title === part ? (host ?? book) : undefined;
  const { identifiers, links } = namesOf(pairs);
  const isbn = pairs.all('rft.isbn');
  const type = typeOf(genre, format, part !== undefined);
  const date = pairs.first('rft.date');
  const isPart = inside !== undefined || type?.code === 'chapter';
  return {
    type,
    titles: title === undefined ? [] : [{ role: 'main', text: { value: title } }],
    abstracts: pairs.all('rft.description', 'rft.abstract').map((value) => ({ value })),
    contributions: peopleOf(pairs, genre === 'dissertation' || format === 'dissertation'),
    dates: date === undefined ? [] : [{ event: 'published', words: date }],
    container: containerOf(pairs, inside, host === undefined && book !== undefined, isPart ? isbn : []),
    position: positionOf(pairs),
    publisher: publisherOf(pairs),
    identifiers: [...identifiers, ...(isPart ? [] : isbn.map((value) => ({ scheme: 'isbn', value })))],
    links,
    languages: pairs.all('rft.language'),
    subjects: pairs.all('rft.subject').map((value) => ({ text: { value } })),
    licences: pairs.all('rft.rights').map((words) => ({ words })),
    // Last, when all that is read was asked for.
    unmapped: pairs.rest(source),
  };
}

/** Of one COinS, what tells its work apart from others. */
export function namesInCoins(text: string): Pick<Draft, 'titles' | 'identifiers'> {
  const pairs = new Pairs(text);
  const { title } = titlesOf(pairs);
  return {
    titles: title === undefined ? [] : [{ role: 'main', text: { value: title } }],
    identifiers: namesOf(pairs).identifiers,
  };
}

/** The titles of the work and of what it is in, by the format, which says what `rft.title` is. */
function titlesOf(pairs: Pairs) {
  const format = /[:/](journal|book|dissertation|patent|dc)$/i
    .exec(pairs.first('rft_val_fmt') ?? '')?.[1]
    ?.toLowerCase();
  const part = pairs.first('rft.atitle');
  const host = pairs.first('rft.jtitle') ?? (format === 'journal' ? pairs.first('rft.title') : undefined);
  const book = pairs.first('rft.btitle') ?? (format === 'book' ? pairs.first('rft.title') : undefined);
  return { format, part, host, book, title: part ?? book ?? pairs.first('rft.title') ?? host };
}

/** The values of one COinS by key; a page asks for them twice, where it is cut and where it is read. */
const pairsIn = rememberingLast((text: string): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(text.trim())) {
    if (!/\S/.test(value)) continue;
    const name = key.trim().toLowerCase();
    const said = values.get(name);
    if (said) said.push(value.trim());
    else values.set(name, [value.trim()]);
  }
  return values;
});

const distinct = (values: readonly string[]) => (values.length < 2 ? values : [...new Set(values)]);

/** The pairs of one COinS; what nobody asked for is the rest. */
class Pairs {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly asked = new Set<string>();

  constructor(text: string) {
    this.values = pairsIn(text);
  }

  /** The first value; the others of the same key stay in the rest. */
  first(name: string): string | undefined {
    const [first, ...others] = this.values.get(name) ?? [];
    if (others.every((each) => each === first)) this.asked.add(name);
    return first;
  }

  /** The first value, which stays in the rest unless the list knows it. */
  oneOf(name: string, list: ReadonlyMap<string, unknown>): string | undefined {
    const [first] = this.values.get(name) ?? [];
    if (first !== undefined && list.has(first.toLowerCase())) this.asked.add(name);
    return first;
  }

  all(...names: readonly string[]): readonly string[] {
    for (const name of names) this.asked.add(name);
    return names.flatMap((name) => distinct(this.values.get(name) ?? []));
  }

  rest(source: string): readonly Unmapped[] {
    return [...this.values]
      .filter(([name]) => !this.asked.has(name) && !ignored.test(name))
      .map(([name, values]) => ({
        source,
        path: `coins.${name}`,
        value: values.length === 1 ? values[0] : values,
      }));
  }
}

const genres: ReadonlyMap<string, string | undefined> = new Map([
  ['article', 'article'],
  ['proceeding', 'proceedingsPaper'],
  ['conference', 'proceedings'],
  ['preprint', 'preprint'],
  ['book', 'book'],
  ['bookitem', 'chapter'],
  ['report', 'report'],
  ['dissertation', 'thesis'],
  ['unknown', undefined],
]);

function typeOf(genre: string | undefined, format: string | undefined, hasPart: boolean): Draft['type'] {
  const code = genres.get(genre ?? '');
  if (code !== undefined) return { list: 'work', code };
  if (format === 'dissertation') return { list: 'work', code: 'thesis' };
  // Only a guess could say more of the genres `document` and `unknown`.
  const isSaid = genre === undefined;
  if (format === 'journal' && hasPart && isSaid) return { list: 'work', code: 'article' };
  if (format === 'book' && isSaid) return { list: 'work', code: hasPart ? 'chapter' : 'book' };
  return undefined;
}

/** `rft.aulast` and `rft.aufirst` are the parts of the first name that `rft.au` says whole. */
function peopleOf(pairs: Pairs, isThesis: boolean): readonly DraftContribution[] {
  const names = pairs.all('rft.au', 'rft.creator');
  const [family, given] = [pairs.first('rft.aulast'), pairs.first('rft.aufirst') ?? initials(pairs)];
  const suffix = pairs.first('rft.ausuffix');
  const first: DraftContribution | undefined =
    family === undefined ? undefined : { role: 'author', family, given, suffix };
  const isFirst = (name: string) => family !== undefined && name.toLowerCase().includes(family.toLowerCase());
  const others = first && isFirst(names[0] ?? '') ? names.slice(1) : names;
  const bodies = pairs.all('rft.aucorp');
  const corporate = bodies.map(
    (name): DraftContribution => ({
      role: 'author',
      kind: 'organisation',
      nameAsPrinted: name,
      literal: name,
    }),
  );
  return [
    ...(first ? [first] : []),
    ...others
      .filter((name) => !bodies.includes(name))
      .map((nameAsPrinted): DraftContribution => ({ role: 'author', nameAsPrinted })),
    ...corporate,
    ...pairs
      .all('rft.contributor')
      .map((nameAsPrinted): DraftContribution => ({ role: 'contributor', nameAsPrinted })),
    ...(isThesis ? pairs.all('rft.advisor') : []).map(
      (nameAsPrinted): DraftContribution => ({ role: 'supervisor', nameAsPrinted }),
    ),
  ];
}

function initials(pairs: Pairs): string | undefined {
  const whole = pairs.first('rft.auinit');
  const parts = [pairs.first('rft.auinit1'), pairs.first('rft.auinitm')].filter(Boolean);
  return whole ?? (parts.length > 0 ? parts.join(' ') : undefined);
}

function containerOf(
  pairs: Pairs,
  inside: string | undefined,
  isBook: boolean,
  isbn: readonly string[],
): Draft['container'] {
  const issn = [
    ...pairs.all('rft.issn').map((value): Issn => ({ value })),
    ...pairs.all('rft.eissn').map((value): Issn => ({ value, medium: 'electronic' })),
  ];
  const [short, series] = [pairs.all('rft.stitle'), pairs.first('rft.series')];
  if (inside === undefined && issn.length + isbn.length + short.length === 0 && series === undefined)
    return undefined;
  return {
    type:
      isBook || isbn.length > 0
        ? 'book'
        : inside === undefined && series !== undefined
          ? 'series'
          : 'journal',
    titles: [inside ?? series].flatMap((value) => (value === undefined ? [] : [{ value }])),
    shortTitles: short,
    issn,
    isbn,
    ...(inside !== undefined && series !== undefined ? { series: { title: { value: series } } } : {}),
  };
}

function positionOf(pairs: Pairs): Draft['position'] {
  const [start, end] = [pairs.first('rft.spage'), pairs.first('rft.epage')];
  const range =
    start === undefined || end === undefined || start === end ? (start ?? end) : `${start}-${end}`;
  const pages = pairs.first('rft.pages') ?? range ?? totalOf(pairs);
  const [volume, issue, articleNumber] = ['rft.volume', 'rft.issue', 'rft.artnum'].map((name) =>
    pairs.first(name),
  );
  if ([pages, volume, issue, articleNumber].every((each) => each === undefined)) return undefined;
  return { volume, issue, pages, articleNumber };
}

function totalOf(pairs: Pairs): string | undefined {
  const total = pairs.first('rft.tpages');
  return total !== undefined && /^\d+$/.test(total) ? `${total} p.` : total;
}

function publisherOf(pairs: Pairs): Draft['publisher'] {
  const name = pairs.first('rft.pub') ?? pairs.first('rft.publisher') ?? pairs.first('rft.inst');
  if (name === undefined) return undefined;
  return { name, place: pairs.first('rft.place') };
}

/** `rft_id`: `info:doi/10.…`, `info:pmid/…`, `urn:isbn:…`, an address. */
function namesOf(pairs: Pairs): { identifiers: readonly DraftIdentifier[]; links: readonly Link[] } {
  const identifiers: DraftIdentifier[] = [];
  const links: Link[] = [];
  for (const said of pairs.all('rft_id', 'rft.identifier', 'rft.doi')) {
    // `info:doi/http://dx.doi.org/10.…`
    const value = said.replace(/^info:doi\/(?=https?:)/i, '');
    const doi = /^(?:info:doi\/|doi:|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(value)?.[1];
    if (doi !== undefined) identifiers.push({ scheme: 'doi', value: doi });
    else if (/^https?:\/\//i.test(value) && !isPersistent(value)) links.push({ role: 'landing', url: value });
    else identifiers.push({ value });
  }
  return { identifiers, links };
}

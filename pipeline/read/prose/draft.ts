import type { Draft, DraftContribution, Evidence, Origin, Remark } from '../../base/draft.ts';
import type { Name } from './people.ts';
import { namesAt } from './people.ts';
import type { Reading } from './reading.ts';
import { reviewTongue } from './review.ts';
import type { Claim, Field } from './tape.ts';
import { tongueOf } from './tongue.ts';

/** What stands around the citation of a notice. */
export interface Around {
  readonly abstracts: readonly { readonly words: string; readonly line: number }[];
  /** The year that a heading gives. */
  readonly year?: string | undefined;
  /** The source of the citation, its first line in the file, and whether columns mean anything in it. */
  readonly source: string;
  readonly line: number;
  readonly hasColumns: boolean;
}

/** A reading as a draft: every value in its own words, with its place, its rule and how sure it is. */
export function draftOf(reading: Reading, around: Around, origin: Origin): Draft {
  const { tape, title, kind } = reading;
  const said = (field: Field) => tape.first(field);
  const spoken = title && (reviewTongue(title.words) ?? tongueOf(title.words));
  const named = said('language')?.value;
  const language = spoken ?? origin.language;
  const container = said('container');
  const series = said('series');
  const date = dateOf(tape.all('date'), tape.text);
  const isSeries = !container && series !== undefined;
  // A chapter is in a book, whose title nobody said; not in the series itself.
  const isPartOfUnknown = isSeries && kind.type === 'chapter';
  // The ISBN of a chapter is that of its book; of anything else, its own.
  const isHeld = container !== undefined && (kind.container === 'book' || kind.container === 'proceedings');
  const isbns = unique(tape.all('isbn'));
  const position = {
    volume: said('volume')?.value,
    issue: said('issue')?.value,
    pages: said('pages')?.value ?? totalOf(said('total')?.value),
    articleNumber: said('article')?.value,
    issueTitle: said('issueTitle') && { value: said('issueTitle')?.value ?? '' },
  };
  const identifiers = [
    ...unique(tape.all('doi')).map((value) => ({ scheme: 'doi', value })),
    ...unique(tape.all('hal')).map((value) => ({ scheme: 'hal', value })),
    ...(isHeld ? [] : isbns.map((value) => ({ scheme: 'isbn', value }))),
    ...unique(tape.all('pmid')).map((value) => ({ scheme: 'pmid', value })),
    ...unique(tape.all('pmcid')).map((value) => ({ scheme: 'pmcid', value })),
    ...unique(tape.all('nnt')).map((value) => ({ scheme: 'nnt', value })),
    ...unique(tape.all('arxiv')).map((value) => ({ scheme: 'arxiv', value })),
  ];
  const addresses = [
    ...tape.all('link').map(({ start, value }) => ({ start, address: value })),
    ...reading.links,
  ];
  const links = unique(
    addresses.sort((a, b) => a.start - b.start).map(({ address }) => ({ value: address })),
  ).filter((url) => !/doi\.org\//.test(url));

  return {
    origin,
    type: { list: 'work', code: kind.type },
    titles: title && [
      { role: 'main', text: { value: title.words, ...(language ? { lang: language } : {}) } },
      ...tape.all('translated').map(({ value }) => ({ role: 'translated' as const, text: { value } })),
    ],
    abstracts: abstractsOf(around.abstracts, origin.language),
    contributions: contributionsOf(reading),
    dates: dates(date, around.year),
    container:
      container || isSeries
        ? {
            type: isPartOfUnknown ? 'book' : isSeries ? 'series' : (kind.container ?? 'journal'),
            titles: isPartOfUnknown ? [] : [{ value: (container ?? series)?.value ?? '' }],
            ...(isHeld && isbns.length > 0 ? { isbn: isbns } : {}),
            ...(tape.all('issn').length > 0
              ? { issn: unique(tape.all('issn')).map((value) => ({ value })) }
              : {}),
            ...(isPart(reading) && container ? { editors: people(reading, 'editors', 'editor') } : {}),
            ...((container || isPartOfUnknown) && series
              ? { series: { title: { value: series.value } } }
              : {}),
          }
        : undefined,
    position: Object.values(position).some(Boolean) ? position : undefined,
    publisher: said('publisher') && { name: said('publisher')?.value ?? '', place: said('place')?.value },
    identifiers,
    links: links.map((url) => ({ role: 'landing' as const, url })),
    languages: named ? [named] : language ? [language] : [],
    notes: tape.all('note').map(({ value }) => ({ value })),
    citationText: { value: tape.text.replace(/\s+/g, ' ').trim() },
    evidence: evidence(reading, around, spoken !== undefined),
    remarks: remarks(reading, around),
    unmapped: [
      ...reading.open.map(({ words }) => ({ source: origin.source.name, path: 'citation', value: words })),
      // The ISSN of a journal that no rule found.
      ...(container || isSeries ? [] : tape.all('issn')).map(({ value }) => ({
        source: origin.source.name,
        path: 'issn',
        value,
      })),
      ...tape
        .all('kind')
        .filter(() => kind.type === 'thesis')
        .map(({ value }) => ({ source: origin.source.name, path: 'thesis', value })),
    ],
  };
}

const isPart = ({ tape, kind }: Reading) =>
  tape.first('editors') !== undefined &&
  tape.first('editors')?.rule !== 'editors-first' &&
  kind.type !== 'editedBook';

const unique = (claims: readonly Pick<Claim, 'value'>[]) => [...new Set(claims.map(({ value }) => value))];

/** The most precise of the dates that agree on the year of the first. */
function dateOf(claims: readonly Claim[], text: string): Claim | undefined {
  // `(12-14 mai 1997), …, 1998`: the days of a meeting in brackets, then the year of its book.
  const meeting = claims.find(({ start, value }) => text[start - 1] === '(' && /\d\s\p{L}{3}/u.test(value));
  const [first] = claims.filter(
    (claim) =>
      !meeting ||
      claim !== meeting ||
      !claims.some(({ start, rule }) => start > meeting.start && rule === 'date-year'),
  );
  const year = yearIn(first?.value);
  if (!first || year === undefined) return first;
  return claims
    .filter(({ value }) => yearIn(value) === year)
    .sort((a, b) => b.value.length - a.value.length)[0];
}

/** `Pagine: 304` numbers the pages as `304 p.` does. */
const totalOf = (words: string | undefined) =>
  words !== undefined && /^\d+$/.test(words) ? `${words} p.` : words;

/** `2015, 4 mai`, as APA has it, in the usual order. */
const dayFirst = (words: string) =>
  words
    .replace(/,?\s\((\d{4})\)$/, ' $1')
    .replace(/^(\d{4}),?\s(\d{1,2}\S*\s\p{L}+\.?)$/u, '$2 $1')
    .replace(/^(\d{4}),\s(\p{L}+\.?\s\d{1,2})$/u, '$1 $2')
    .replace(/^(\d{4}),?\s(\p{L}+\.?)\s(\d{1,2}\s?[-–]\s?\d{1,2})$/u, '$3 $2 $1');

const yearIn = (words: string | undefined) => /(?:1[6-9]|20)\d{2}/.exec(words ?? '')?.[0];

function dates(date: Claim | undefined, year: string | undefined): Draft['dates'] {
  if (date) return [{ event: 'published', words: dayFirst(date.value) }];
  return year ? [{ event: 'published', words: year }] : [];
}

function abstractsOf(abstracts: Around['abstracts'], fallback: string | undefined): Draft['abstracts'] {
  return abstracts.map(({ words }) => {
    const lang = tongueOf(words) ?? fallback;
    return { value: words, ...(lang ? { lang } : {}) };
  });
}

function contributionsOf(reading: Reading): readonly DraftContribution[] {
  return [
    ...people(reading, 'authors', 'author'),
    ...people(reading, 'with', reading.kind.type === 'editedBook' ? 'editor' : 'author'),
    ...(isPart(reading) && reading.tape.first('container')
      ? []
      : people(reading, 'editors', reading.kind.type === 'thesis' ? 'supervisor' : 'editor')),
    ...people(reading, 'translators', 'translator'),
    ...people(reading, 'supervisors', 'supervisor'),
  ];
}

function people(
  { tape, order }: Reading,
  field: Field,
  role: DraftContribution['role'],
): readonly DraftContribution[] {
  return tape.all(field).flatMap((claim) => {
    if (claim.rule === 'organisation-first') return [{ role, nameAsPrinted: claim.value }];
    const list = namesAt(tape.text, claim.start, order);
    return (list?.names ?? []).map((name) => contribution(name, role));
  });
}

function contribution({ printed, family, given }: Name, role: DraftContribution['role']): DraftContribution {
  const nameAsPrinted = printed.replace(/\s+/g, ' ');
  if (family === undefined || given === undefined) return { role, nameAsPrinted };
  return { role, nameAsPrinted, family, given };
}

const paths: Partial<Record<Field, string>> = {
  title: 'titles.main',
  translated: 'titles.translated',
  authors: 'contributions',
  date: 'dates.published',
  container: 'container',
  volume: 'position.volume',
  issue: 'position.issue',
  issueTitle: 'position.issueTitle',
  pages: 'position.pages',
  article: 'position.articleNumber',
  publisher: 'publisher',
  doi: 'identifiers',
  link: 'links',
};

function evidence(reading: Reading, around: Around, isKnown: boolean): readonly Evidence[] {
  const { tape, kind, title } = reading;
  const place = placed(reading, around);
  const found = tape.claims.flatMap((claim): readonly Evidence[] => {
    const path = paths[claim.field];
    if (path === undefined) return [];
    const words = tape.text.slice(claim.start, claim.end).replace(/\s+/g, ' ').trim();
    return [
      {
        path,
        words,
        rule: claim.rule,
        confidence: claim.inferred ? 'inferred' : undefined,
        ...place(claim.start),
      },
    ];
  });
  const [abstract] = around.abstracts;
  return [
    ...found,
    {
      path: 'type',
      words: kind.words || undefined,
      rule: kind.rule,
      confidence: kind.inferred ? 'inferred' : undefined,
      ...place(0),
    },
    ...(abstract ? [{ path: 'abstracts.1', rule: 'page-abstract', line: abstract.line, column: 1 }] : []),
    ...(around.year && !tape.first('date')
      ? [
          {
            path: 'dates.published',
            words: around.year,
            rule: 'year-of-heading',
            confidence: 'inferred' as const,
            ...place(0),
          },
        ]
      : []),
    {
      path: 'languages',
      rule: tape.first('language')?.rule ?? (isKnown ? 'title-language' : 'source-language'),
      confidence: tape.first('language') ? undefined : 'inferred',
      ...place(title?.start ?? 0),
    },
  ];
}

/** The line and column of an offset of the tape. */
function placed(
  { at }: Reading,
  { source, line, hasColumns }: Around,
): (offset: number) => { line: number; column: number } {
  return (offset) => {
    const before = source.slice(0, at[offset] ?? 0);
    const lines = before.split('\n');
    return hasColumns
      ? { line: line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 }
      : { line, column: 1 };
  };
}

function remarks(reading: Reading, around: Around): readonly Remark[] {
  const { tape, open } = reading;
  const place = placed(reading, around);
  const list = tape.claims.filter(({ field }) => field === 'authors' || field === 'editors');
  return [
    ...open.map(
      ({ words, start }): Remark => ({
        rule: 'words-not-understood',
        values: { words },
        field: 'citation',
        line: place(start).line,
      }),
    ),
    ...tape.all('mark').flatMap(({ rule, value, start }): readonly Remark[] =>
      rule === 'names-as-before'
        ? [
            {
              rule: 'creators-incomplete',
              values: { value },
              field: 'contributions',
              line: place(start).line,
            },
          ]
        : [],
    ),
    // The others are said, and not the one whose page it is.
    ...(list.length > 0 ? [] : tape.all('with')).map(
      ({ value, start }): Remark => ({
        rule: 'creators-incomplete',
        values: { value: `(avec ${value})` },
        field: 'contributions',
        line: place(start).line,
      }),
    ),
    ...list.flatMap(({ start }): readonly Remark[] => {
      const incomplete = namesAt(tape.text, start)?.incomplete;
      return incomplete
        ? [
            {
              rule: 'creators-incomplete',
              values: { value: incomplete },
              field: 'contributions',
              line: place(start).line,
            },
          ]
        : [];
    }),
  ];
}

import type { Draft, DraftContribution, Origin } from '../../base/draft.ts';
import type { Around } from './around.ts';
import { evidence, remarks } from './draft-evidence.ts';
import type { Name } from './people.ts';
import { namesAt } from './people.ts';
import type { Reading } from './reading.ts';
import { reviewTongue } from './review.ts';
import type { Claim, Field } from './tape.ts';
import { tongueOf } from './tongue.ts';

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
    pages: pagesOf(kind.type, said('pages')?.value) ?? totalOf(said('total')?.value),
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

/** HAL prints the number of pages of a book as `pp.250`. */
const pagesOf = (type: string, words: string | undefined) =>
  /^(?:book|editedBook|thesis|report)$/.test(type) ? totalOf(words) : words;

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

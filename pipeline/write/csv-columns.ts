import { codeList } from '../base/code-list.ts';
import { plainText } from '../base/plain-text.ts';
import { joinedList, joinedTexts } from '../base/table-cell.ts';
import { dateOf, type IdentifiedWork, type LangText } from '../base/work.ts';
import { fundingOf } from './csv-funding.ts';
import { columnSchemes, identifiersIn, linksIn, otherIdentifiers } from './csv-identifiers.ts';
import { authorIdentifiers, csvName, looksLikeSeveral, peopleAs, soleAffiliations } from './csv-people.ts';
import { isbnIn, placeOf, titleIn, typeWords } from './csv-place.ts';
import {
  type ColumnLanguage,
  columnLanguages,
  onlineDate,
  plainTexts,
  textsIn,
  titlesAs,
  translatedTitles,
} from './csv-texts.ts';

/** A column: its field in `ontology/headings.csv`, its language if it has one, and what it says of a work. */
export interface CsvColumn {
  readonly field: string;
  readonly language?: ColumnLanguage | undefined;
  of(work: IdentifiedWork): string | undefined;
}

type Of = CsvColumn['of'];

const column = (field: string, of: Of): CsvColumn => ({ field, of });
const list = (field: string, of: (work: IdentifiedWork) => readonly string[]) =>
  column(field, (work) => joinedList(of(work)));
/** Addresses and identifiers have no spaces, and may hold semicolons (I1). */
const marks = (field: string, of: (work: IdentifiedWork) => readonly string[]) =>
  column(field, (work) => of(work).join(' ; '));
const texts = (field: string, of: (work: IdentifiedWork) => readonly string[]) =>
  column(field, (work) => joinedTexts(of(work)));
const plain = (text: LangText | undefined) => text && plainText(text);

/** One column without a language, then one for each that has its own. */
function inLanguages(
  field: string,
  join: (values: readonly string[]) => string,
  of: (work: IdentifiedWork, language: ColumnLanguage | undefined) => readonly string[],
): readonly CsvColumn[] {
  return [undefined, ...languages].map((language) => ({
    field,
    language,
    of: (work) => join(of(work, language)),
  }));
}

const languages = Object.keys(columnLanguages).filter((key) => key === 'fr' || key === 'en');
const dated = (['accepted', 'submitted', 'defended', 'written', 'deposited'] as const).map((event) =>
  column(`dates.${event}`, (work) => dateOf(work, event)),
);
const others = (['editor', 'translator', 'supervisor', 'illustrator', 'contributor'] as const).map((role) =>
  column(`contributions.${role}`, (work) => names(work, role)),
);
const word = (name: string, term: string | undefined) =>
  term === undefined ? undefined : codeList(name).write('fr', term);
const yesOrNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'oui' : 'non');

/** All columns that the reader of tables knows and our record has, those that people look for first. */
export const csvColumns: readonly CsvColumn[] = [
  column('type', ({ type }) => word('types', type)),
  texts('titles.main', (work) => titlesAs(work, 'main').slice(0, 1)),
  texts('titles.subtitle', (work) => titlesAs(work, 'subtitle')),
  column('contributions.author', (work) => names(work, 'author')),
  column('dates.published', (work) => dateOf(work, 'published')),
  column('container.journal', (work) => titleIn(work, 'journal')),
  column('container.book', (work) => titleIn(work, 'book')),
  column('container.proceedings', (work) => titleIn(work, 'proceedings')),
  column('container.titles', (work) => titleIn(work, 'other')),
  column('container.type', typeWords),
  column('position.volume', ({ position }) => position?.volume),
  column('position.issue', ({ position }) => position?.issue),
  column('position.issueTitle', ({ position }) => plain(position?.issueTitle)),
  column('position.pages', ({ position }) => position?.pages?.raw),
  column('position.articleNumber', ({ position }) => position?.articleNumber),
  column('position.section', ({ position }) => plain(position?.section)),
  column('publisher.name', ({ publisher }) => publisher?.name),
  column('publisher.place', ({ publisher }) => (publisher?.name ? publisher.place : undefined)),
  ...columnSchemes.map((scheme) => marks(`identifiers.${scheme}`, (work) => identifiersIn(work, scheme))),
  marks('links.landing', (work) => linksIn(work, 'landing')),
  marks('links.fulltext', (work) => linksIn(work, 'fulltext')),
  marks('links.publisher', (work) => linksIn(work, 'publisher')),
  marks('links.other', (work) => linksIn(work, 'other')),
  list('languages', (work) => work.languages),
  ...inLanguages('subjects', joinedList, ({ subjects }, language) =>
    textsIn(
      subjects.map(({ text }) => text),
      language,
    ),
  ),
  ...inLanguages('abstracts', joinedTexts, ({ abstracts }, language) => textsIn(abstracts, language)),
  ...languages.map(
    (language): CsvColumn => ({
      field: 'titles.main',
      language,
      of: (work) => joinedTexts(translatedTitles(work, language)),
    }),
  ),
  texts('titles.translated', (work) => translatedTitles(work, undefined)),
  texts('titles.short', (work) => titlesAs(work, 'short')),
  texts('titles.alternative', (work) => titlesAs(work, 'alternative')),
  list('contributions.author.orcid', (work) => authorIdentifiers(work, 'orcid')),
  list('contributions.author.idhal', (work) => authorIdentifiers(work, 'idhal')),
  list('contributions.author.idref', (work) => authorIdentifiers(work, 'idref')),
  list('contributions.author.affiliation', soleAffiliations),
  ...others,
  texts('container.shortTitles', (work) => placeOf(work)?.shortTitles ?? []),
  column('container.series', (work) => titleIn(work, 'series')),
  column('container.series.number', (work) => placeOf(work)?.seriesNumber),
  list('container.issn', (work) => issnOf(work, false)),
  list('container.issn.electronic', (work) => issnOf(work, true)),
  list('isbn', isbnIn),
  column('event.name', ({ event }) => plain(event?.name)),
  column('event.place', ({ event }) => event?.place),
  column('event.country', ({ event }) => event?.country),
  column('event.start', ({ event }) => plainDate(event?.start)),
  column('event.end', ({ event }) => plainDate(event?.end)),
  column('dates.publishedOnline', onlineDate),
  ...dated,
  column('status', ({ status }) => (status === 'published' ? undefined : word('status', status))),
  column('access', ({ access }) => word('access', access?.status)),
  marks('licences', licencesOf),
  column('review.peerReviewed', ({ review }) => yesOrNo(review?.peerReviewed)),
  column('review.popularScience', ({ review }) => yesOrNo(review?.popularScience)),
  list('funding.funder', (work) => fundingOf(work).funders),
  list('funding.awardNumber', (work) => fundingOf(work).numbers),
  texts('notes', ({ notes }) => plainTexts(notes)),
  column('citationText', ({ citationText }) => plain(citationText)),
  marks('identifiers', otherIdentifiers),
  column('id', ({ id }) => id),
];

/** `Titre`, `Résumé (anglais)`: the French label of the field. */
export function headingOf({ field, language }: CsvColumn): string {
  const label = codeList('headings').write('fr', field) ?? field;
  // `arXiv` stays as it is.
  const heading = /^\p{Ll}*\p{Lu}/u.test(label) ? label : label.slice(0, 1).toUpperCase() + label.slice(1);
  return language === undefined ? heading : `${heading} (${columnLanguages[language]})`;
}

/** Names parted by semicolons; one that could be taken for several has its semicolon too. */
function names(work: IdentifiedWork, role: Parameters<typeof peopleAs>[1]): string {
  const all = peopleAs(work, role).map(csvName);
  const [only = '', ...more] = all;
  return more.length === 0 && looksLikeSeveral(only) ? `${joinedList(all)} ;` : joinedList(all);
}

function issnOf(work: IdentifiedWork, isElectronic: boolean): readonly string[] {
  const all = placeOf(work)?.issn ?? [];
  return all.filter(({ medium }) => (medium === 'electronic') === isElectronic).map(({ value }) => value);
}

/** The only dates of an event that a reader of tables takes. */
export function plainDate(date: string | undefined): string | undefined {
  return date !== undefined && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date) ? date : undefined;
}

/** The addresses of the licences, or the words of one. */
export function licencesOf({ licences }: Pick<IdentifiedWork, 'licences'>): readonly string[] {
  const addresses = licences.flatMap(({ iri }) => (iri && /^https?:/i.test(iri) ? [iri] : []));
  const [words] = licences.flatMap(({ text }) => (text ? [plainText(text)] : []));
  if (addresses.length > 0) return addresses;
  return words === undefined || /[;|\n]|https?:/i.test(words) ? [] : [words];
}

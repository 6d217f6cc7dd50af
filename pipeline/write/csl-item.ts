import { codeList } from '../base/code-list.ts';
import { dateOf, type IdentifiedWork, type Work } from '../base/work.ts';
import { availableDate, cslDate, issuedDate } from './csl-date.ts';
import { articleNumber, type CslHost, cslHost, cslPages, eventDate, issueTitle } from './csl-host.ts';
import { leftovers } from './csl-leftovers.ts';
import { cslPeople } from './csl-people.ts';
import { cslPlain, cslRich } from './csl-text.ts';
import {
  cslAbstract,
  cslIdentifiers,
  cslKeywords,
  cslLicence,
  cslTitles,
  cslType,
  cslUrl,
  isWhole,
  noteParagraph,
  ownIsbn,
  wholeTitle,
} from './csl-work.ts';
import { cased } from './language-tag.ts';

/** An item of CSL-JSON; a variable that is undefined is not written. */
export type CslItem = Readonly<Record<string, unknown>>;

/** A work as an item of CSL-JSON 1.0.2 (csl-data.json). */
export function cslItem(work: IdentifiedWork): CslItem {
  const { position, event, publisher, container } = work;
  const { code, genre } = cslType(work);
  const { short, original } = cslTitles(work);
  const people = cslPeople(work);
  const host = cslHost(work);
  const abstract = cslAbstract(work);
  const licence = cslLicence(work);
  const { doi, pmid, pmcid, number } = cslIdentifiers(work);
  const name = container?.titles[0];
  const submitted = dateOf(work, 'submitted');
  const item: Record<string, unknown> = {
    id: work.id,
    type: code,
    genre,
    title: wholeTitle(work),
    'title-short': short && cslRich(short.text),
    'original-title': original && cslRich(original.text),
    author: people.get('author'),
    editor: people.get('editor'),
    translator: people.get('translator'),
    issued: issuedDate(work),
    'available-date': availableDate(work),
    submitted: submitted === undefined ? undefined : cslDate(submitted),
    'container-title': name && !host.isSeries ? cslRich(name) : undefined,
    'container-title-short': host.isSeries ? undefined : container?.shortTitles[0],
    // Zotero has no other name for it.
    journalAbbreviation: host.isSeries ? undefined : container?.shortTitles[0],
    'collection-title': host.isSeries && name ? cslRich(name) : host.series && cslRich(host.series.title),
    'collection-number': host.isSeries ? position?.volume : host.series?.number,
    volume: host.isSeries ? undefined : position?.volume,
    'volume-title': issueTitle(work, host),
    issue: position?.issue,
    page: cslPages(position?.pages),
    'number-of-pages': position?.pages?.total,
    number:
      articleNumber(work) ?? (number && (number.scheme === 'arxiv' ? `arXiv:${number.value}` : number.value)),
    section: position?.section && cslRich(position.section),
    'event-title': event && cslRich(event.name),
    'event-date': eventDate(event),
    'event-place': event?.place,
    publisher: publisher?.name,
    'publisher-place': publisher?.place,
    DOI: doi?.value,
    PMID: pmid?.value,
    PMCID: pmcid?.value,
    ISBN: listed(isbnOf(work, host)),
    ISSN: listed(container?.issn.map(({ value }) => value) ?? []),
    URL: cslUrl(work),
    language: listed(work.languages.map(cased), '; '),
    keyword: listed(cslKeywords(work), '; '),
    abstract: abstract && cslPlain(abstract),
    note: listed(
      work.notes.map((note) => noteParagraph(cslPlain(note))),
      '\n\n',
    ),
    status: codeList('status').write('csl', work.status),
    license: licence && (licence.iri ?? (licence.text && cslPlain(licence.text))),
  };
  // Few works have others.
  for (const [variable, names] of people) item[variable] ??= names;
  for (const { path, value } of leftovers(work)) item[path] ??= value;
  return item;
}

/** The ISBNs of a whole are its own, those of a part are its container's. */
function isbnOf(work: Work, { isbn }: CslHost): readonly string[] {
  return isWhole(work) ? ownIsbn(work).map(({ value }) => value) : isbn;
}

/** Several values in one text. */
function listed(values: readonly string[], between = ', '): string | undefined {
  return values.length === 0 ? undefined : values.join(between);
}

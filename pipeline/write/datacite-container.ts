import { plainText } from '../base/plain-text.ts';
import type { Container, ContainerType, Identifier, Issn, Pages, Work } from '../base/work.ts';
import { type Pointer, pointerOf } from './datacite-identifiers.ts';
import { listed, titled } from './datacite-lists.ts';
import { editor } from './datacite-people.ts';
import { itemIdentifier } from './datacite-relations.ts';

/** DataCite's words for what a work appears in; it has none for a website. */
const types: Readonly<Record<ContainerType, string>> = {
  journal: 'Journal',
  magazine: 'Journal',
  newspaper: 'Journal',
  book: 'Book',
  proceedings: 'ConferenceProceeding',
  series: 'Collection',
  website: 'Other',
};

/** Where a work appeared, in the three places that DataCite's records say it. */
export interface Appearance {
  /** The journal or book, then its series (schema 4.4). */
  readonly items: readonly object[];
  /** ISSNs and ISBNs. */
  readonly identifiers: readonly object[];
  /** The journal or book as the REST API shows it. */
  readonly container: object | undefined;
}

/** The journal or book that a work appeared in, and the place there. */
export function appearance({ container, position }: Work): Appearance {
  const place = {
    volume: position?.volume,
    issue: position?.issue,
    number: position?.articleNumber,
    ...pageRange(position?.pages),
  };
  if (!container || !isNamed(container)) {
    return { items: [], identifiers: [], container: Object.values(place).some(Boolean) ? place : undefined };
  }
  const pointer = containerPointer(container);
  const { number, firstPage, lastPage, ...numbers } = place;
  const type = types[container.type];
  const item = {
    relatedItemType: type,
    relationType: 'IsPublishedIn',
    ...itemIdentifier(pointer),
    titles: container.titles.map((title, index) =>
      titled(title, index === 0 ? undefined : 'AlternativeTitle'),
    ),
    ...numbers,
    number,
    numberType: number === undefined ? undefined : 'Article',
    firstPage,
    lastPage,
    contributors: listed(container.editors.map(editor)),
  };
  const [title] = container.titles;
  return {
    // Schema 4.4: a related item has a title.
    items: title === undefined ? [] : [item, ...seriesItem(container)],
    identifiers: [
      ...container.issn.map(issnIdentifier),
      ...container.isbn.map((isbn) => published(isbn, 'ISBN')),
    ],
    container: {
      type,
      title: title && plainText(title),
      identifier: pointer?.value,
      identifierType: pointer?.type,
      ...place,
    },
  };
}

/** Whether there is a name or number by which a container can be told. */
export function isNamed({ titles, issn, isbn }: Container): boolean {
  return titles.length + issn.length + isbn.length > 0;
}

/** The identifier of its own that a container has room for: what is neither ISSN nor ISBN, which stand elsewhere too. */
export function ownIdentifier({ identifiers }: Container): Identifier | undefined {
  return identifiers.find((identifier) => pointerOf(identifier) !== undefined);
}

function containerPointer(container: Container): Pointer | undefined {
  const own = ownIdentifier(container);
  const [issn, isbn] = [container.issn[0], container.isbn[0]];
  if (own) return pointerOf(own);
  if (issn) return { value: issn.value, type: issnType(issn) };
  return isbn === undefined ? undefined : { value: isbn, type: 'ISBN' };
}

function seriesItem({ series }: Container): readonly object[] {
  if (!series) return [];
  const { title, number } = series;
  return [
    { relatedItemType: 'Collection', relationType: 'IsPublishedIn', titles: [titled(title)], volume: number },
  ];
}

const issnIdentifier = (issn: Issn) => published(issn.value, issnType(issn));

/** DataCite tells electronic and linking ISSNs apart, not printed ones. */
function issnType({ medium }: Issn): string {
  if (medium === 'electronic') return 'EISSN';
  return medium === 'linking' ? 'LISSN' : 'ISSN';
}

function published(relatedIdentifier: string, relatedIdentifierType: string) {
  return { relatedIdentifier, relatedIdentifierType, relationType: 'IsPublishedIn' };
}

function pageRange(pages: Pages | undefined) {
  return { firstPage: pages?.start, lastPage: pages?.end };
}

/** The pages as first and last page say them again. */
export function pagesAgain({ start, end, raw, total }: Pages): string | undefined {
  if (total !== undefined) return raw;
  return end === undefined || end === start ? start : `${start}-${end}`;
}

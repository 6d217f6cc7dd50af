import { codeList } from '../base/code-list.ts';
import type { Draft, DraftContainer, DraftIdentifier } from '../base/draft.ts';
import type { ContainerType } from '../base/work.ts';
import { identified } from './csv-people.ts';
import { type Cell, type Row, takeCells, takeWords } from './csv-row.ts';
import { distinctIssn, serialNumbers } from './serial-number.ts';

/** What each type of work appears in, for headings that do not say it. */
// biome-ignore format: a table
const containers: ReadonlyMap<string, ContainerType> = new Map<string, ContainerType>([
  ['article',          'journal'],
  ['reviewArticle',    'journal'],
  ['review',           'journal'],
  ['editorial',        'journal'],
  ['dataPaper',        'journal'],
  ['popularArticle',   'magazine'],
  ['newspaperArticle', 'newspaper'],
  ['proceedingsPaper', 'proceedings'],
  ['chapter',          'book'],
  ['book',             'series'],
  ['editedBook',       'series'],
  ['proceedings',      'series'],
  ['report',           'series'],
  ['thesis',           'series'],
  ['webArticle',       'website'],
  ['blogPost',         'website'],
]);

const named: readonly (readonly [field: string, type: ContainerType])[] = [
  ['container.journal', 'journal'],
  ['container.book', 'book'],
  ['container.proceedings', 'proceedings'],
];
const parts: ReadonlySet<ContainerType> = new Set(['book', 'proceedings']);

interface Found {
  readonly type: ContainerType | undefined;
  readonly cell: Cell | undefined;
}

/** What the work appeared in, as its heading or else its type says; and the ISBNs that are the work's own. */
export function containerOf(
  row: Row,
  word: string | undefined,
): { container?: DraftContainer | undefined; identifiers: readonly DraftIdentifier[] } {
  const said = saidType(row);
  const { type: shown, cell } = titleOf(row, said ?? (word === undefined ? undefined : containers.get(word)));
  const stated = said ?? shown;
  const { name, identifiers: inBrackets } = cell
    ? identified(cell.words)
    : { name: undefined, identifiers: [] };
  const issn = issnOf(row, inBrackets);
  const isbn = isbnOf(row, inBrackets);
  const shortTitles = takeCells(row, 'container.shortTitles').map(({ words }) => words);
  const series = takeWords(row, 'container.series');
  const isWhole = stated === 'series' || (stated === undefined && series !== undefined && name === undefined);
  const type = stated ?? (isWhole ? 'series' : issn.length > 0 ? 'journal' : undefined);
  const own = type !== undefined && parts.has(type) ? [] : isbn.map((value) => ({ scheme: 'isbn', value }));
  const title = name ?? (isWhole ? series : undefined);
  const inSeries = isWhole && name === undefined ? undefined : series;
  const number = inSeries === undefined ? undefined : takeWords(row, 'container.series.number');
  const count = issn.length + shortTitles.length + (own.length > 0 ? 0 : isbn.length);
  if (type === undefined || (title === undefined && inSeries === undefined && count === 0)) {
    if (cell) row.left.push(cell);
    return { identifiers: own };
  }
  const others = inBrackets.filter(({ scheme }) => scheme !== 'issn' && scheme !== 'isbn');
  return {
    identifiers: own,
    container: {
      type,
      titles: title === undefined ? [] : [{ value: title, lang: cell?.lang }],
      shortTitles: shortTitles.filter((short) => short !== title),
      issn,
      isbn: own.length > 0 ? [] : isbn,
      series: inSeries === undefined ? undefined : { title: { value: inSeries }, number },
      identifiers: others.length > 0 ? others : undefined,
    },
  };
}

/** What a column of its own says that it is. */
function saidType(row: Row): ContainerType | undefined {
  const words = row.fields.get('container.type')?.[0]?.words ?? '';
  const list = codeList('containers');
  const known = ['work', 'fr', 'en']
    .map((column) => list.read(column, words))
    .find((each) => each !== undefined);
  if (known !== undefined) takeWords(row, 'container.type');
  return known as ContainerType | undefined;
}

/** The column that says what it is, then the one that does not; others are left over. */
function titleOf(row: Row, byType: ContainerType | undefined): Found {
  // A row may have a journal and a book column: that of its type goes first.
  const ordered = named.toSorted(([, a], [, b]) => Number(b === byType) - Number(a === byType));
  const found = ordered.flatMap(([field, type]) => takeCells(row, field).map((cell) => ({ type, cell })));
  const plain = takeCells(row, 'container.titles').map((cell) => ({ type: byType, cell }));
  const [first, ...others] = [...found, ...plain];
  row.left.push(...others.map(({ cell }) => cell).filter(({ words }) => words !== first?.cell.words));
  return first ?? { type: byType, cell: undefined };
}

function issnOf(row: Row, inBrackets: readonly DraftIdentifier[]): NonNullable<DraftContainer['issn']> {
  const electronic = numbersIn(row, 'container.issn.electronic', 'issn');
  return distinctIssn([
    ...electronic.map((value) => ({ value, medium: 'electronic' as const })),
    ...numbersIn(row, 'container.issn', 'issn').map((value) => ({ value })),
    ...inBrackets.filter(({ scheme }) => scheme === 'issn').map(({ value }) => ({ value })),
  ]);
}

function isbnOf(row: Row, inBrackets: readonly DraftIdentifier[]): readonly string[] {
  const inside = inBrackets.filter(({ scheme }) => scheme === 'isbn').map(({ value }) => value);
  return [...new Set([...numbersIn(row, 'isbn', 'isbn'), ...inside])];
}

/** The numbers of one kind in some cells; a cell that says something else too is also left whole. */
function numbersIn(row: Row, field: string, kind: 'issn' | 'isbn'): readonly string[] {
  return takeCells(row, field).flatMap((cell) => {
    const found = serialNumbers(cell.words);
    const other = kind === 'issn' ? found.isbn : found.issn;
    if (found.rest !== '' || other.length > 0) row.left.push(cell);
    return kind === 'issn' ? found.issn.map(({ value }) => value) : found.isbn;
  });
}

/** A place without a publisher finds none in the model. */
export function publisherOf(row: Row): Draft['publisher'] {
  const words = takeWords(row, 'publisher.name');
  if (words === undefined) return undefined;
  const { name, identifiers } = identified(words);
  return {
    name,
    place: takeWords(row, 'publisher.place'),
    ids: identifiers.length > 0 ? identifiers : undefined,
  };
}

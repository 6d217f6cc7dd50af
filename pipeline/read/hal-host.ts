import type { DraftContainer, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { hostType, isWholeWork } from '../base/hal-words.ts';

/** What a record of HAL says of what holds the work, whichever form the record has. */
interface Host {
  /** HAL's type: `COUV`. */
  readonly code: string;
  readonly journal: DraftContainer | undefined;
  /** Titles of a book or of proceedings. */
  readonly books: readonly string[];
  readonly serie: string | undefined;
  readonly isbn: readonly string[];
  readonly editors: readonly string[];
  readonly seriesEditors: readonly string[];
}

/** What is the work's own and what is its container's. */
export interface Hosted {
  readonly container: DraftContainer | undefined;
  readonly identifiers: readonly DraftIdentifier[];
  readonly contributions: readonly DraftContribution[];
  /** Values that found no place, by the field of `Host`. */
  readonly left: readonly (readonly [field: 'books' | 'serie' | 'seriesEditors', value: string])[];
}

/** A journal before a book; the series of a whole book is its container, and that of a part belongs to the book. */
export function hosted(host: Host): Hosted {
  const isWhole = isWholeWork(host.code);
  return isWhole ? wholeWork(host) : partOfBook(host);
}

function wholeWork({ journal, books, serie, isbn, editors, seriesEditors }: Host): Hosted {
  const series: DraftContainer | undefined =
    serie === undefined || journal !== undefined
      ? undefined
      : { type: 'series', titles: [{ value: serie }], editors: seriesEditors.map(asEditor) };
  const isLeft = series === undefined;
  return {
    container: journal ?? series,
    identifiers: isbn.map((value) => ({ scheme: 'isbn', value })),
    contributions: editors.map(asEditor),
    left: [
      ...books.map((value) => ['books', value] as const),
      ...(isLeft && serie !== undefined ? [['serie', serie] as const] : []),
      ...(isLeft ? seriesEditors.map((value) => ['seriesEditors', value] as const) : []),
    ],
  };
}

function partOfBook(host: Host): Hosted {
  const { journal, books, serie, isbn, editors } = host;
  const [title, ...others] = journal ? [] : books;
  const isHeld = journal !== undefined || title !== undefined || serie !== undefined || isbn.length > 0;
  return {
    container: isHeld
      ? {
          type: journal?.type ?? hostType(host.code),
          titles: journal?.titles ?? (title === undefined ? [] : [{ value: title }]),
          shortTitles: journal?.shortTitles,
          issn: journal?.issn,
          isbn,
          editors: editors.map(asEditor),
          series: serie === undefined ? undefined : { title: { value: serie } },
          identifiers: journal?.identifiers,
          url: journal?.url,
        }
      : undefined,
    identifiers: [],
    contributions: isHeld ? [] : editors.map(asEditor),
    left: [
      ...(journal ? books : others).map((value) => ['books', value] as const),
      ...host.seriesEditors.map((value) => ['seriesEditors', value] as const),
    ],
  };
}

/** HAL gives editors in one phrase, often with the role that its field says: `Sofia Lodén, Vanessa Obry (dir.)`. */
const asEditor = (names: string): DraftContribution => ({ role: 'editor', names: names.replace(asRole, '') });

const asRole = /\s?\((?:dirs?|[eé]ds?|coords?|hrsg|a cura di|sous la direction de)\.?\)/gi;

/** Those who supervised a thesis, each phrase with its names. */
export const asSupervisor = (names: string): DraftContribution => ({ role: 'supervisor', names });

/** A collaboration or consortium signs as one. */
export const asConsortium = (name: string): DraftContribution => ({
  role: 'author',
  kind: 'organisation',
  nameAsPrinted: name,
  literal: name,
});

import { type Resolved, referencesOf } from './bibtex-resolve.ts';

/** What an entry hands down under the same name: what is true of the whole and of its parts alike. */
const shared = [
  ...['booktitle', 'booksubtitle', 'booktitleaddon', 'maintitle', 'mainsubtitle', 'maintitleaddon'],
  ...['journal', 'journaltitle', 'journalsubtitle', 'shortjournal', 'issuetitle', 'issuesubtitle'],
  ...['series', 'shortseries', 'volume', 'volumes', 'number', 'issue', 'edition', 'language', 'langid'],
  ...['editor', 'editortype', 'editora', 'editoratype', 'editorb', 'editorbtype', 'editorc', 'editorctype'],
  ...['publisher', 'address', 'location', 'organization', 'institution', 'school', 'isbn', 'issn'],
  ...['eventtitle', 'eventtitleaddon', 'eventdate', 'venue'],
];
const dates = ['date', 'year', 'month', 'day'];
const titles = ['title', 'subtitle', 'titleaddon'];

/** The fields that an entry may hand down. */
export const carriedFields: ReadonlySet<string> = new Set([
  ...shared,
  ...dates,
  ...titles,
  ...['author', 'crossref', 'xdata'],
]);

const multiVolume = /^mv(?:book|collection|proceedings|reference)$/;
const whole = /^(?:book|collection|proceedings|reference|booklet|manual)$/;
const part =
  /^(?:in(?:book|collection|proceedings|reference)|conference|bookinbook|supp(?:book|collection)|chapter)$/;
const chapterOfBook = /^(?:inbook|bookinbook|suppbook)$/;
const ofPeriodical = /^(?:article|suppperiodical)$/;
const deepest = 5;

/** An entry with what it inherits, and the keys that it names in vain. */
export interface Inherited {
  readonly values: ReadonlyMap<string, string>;
  readonly missing: readonly string[];
}

/**
 * BibLaTeX manual, appendix B: what is not said is taken from the `xdata` entries and from the `crossref` parent, whose
 * title becomes that of the book, journal or set. What identifies or describes the parent alone (DOI, address, abstract,
 * keywords, notes) is not handed down.
 */
export function inherited(entry: Resolved, parents: ReadonlyMap<string, Resolved>, depth = 0): Inherited {
  const keys = depth < deepest ? referencesOf(entry) : [];
  if (keys.length === 0) return { values: entry.values, missing: [] };
  const values = new Map(entry.values);
  const missing: string[] = [];
  for (const key of keys) {
    const found = parents.get(key.toLowerCase());
    if (!found) missing.push(key);
    else if (found !== entry) {
      const parent = { ...found, values: inherited(found, parents, depth + 1).values };
      for (const [name, value] of handedDown(parent, entry.type, values)) {
        if (!values.has(name)) values.set(name, value);
      }
    }
  }
  return { values, missing };
}

function handedDown(
  { type, values }: Resolved,
  child: string,
  said: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  if (type === 'xdata') return [...values].filter(([name]) => name !== 'xdata' && name !== 'crossref');
  const isDated = said.has('date') || said.has('year');
  return [...values].flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (titles.includes(name)) {
      const target = titleIn(name, type, child);
      // Classic BibTeX repeats the title as `booktitle`, to be handed down as it is.
      return target !== name && values.has(target) ? [] : [[target, value]];
    }
    if (name === 'author') return authorIn(value, type, child);
    if (dates.includes(name)) return isDated ? [] : [[name, value]];
    return shared.includes(name) ? [[name, value]] : [];
  });
}

/** The author of a set or a book is that of its volumes and chapters too; the parts of a collection have their own. */
function authorIn(author: string, parent: string, child: string): readonly (readonly [string, string])[] {
  if (chapterOfBook.test(child)) {
    return [
      ['author', author],
      ['bookauthor', author],
    ];
  }
  return whole.test(child) && /^(?:mv)?book$/.test(parent) ? [['author', author]] : [];
}

/** What the title of a parent is to its child: `booktitle`, `journaltitle`, `maintitle`; its own for one of its kind. */
function titleIn(name: string, parent: string, child: string): string {
  if (multiVolume.test(parent)) return `main${name}`;
  if (whole.test(parent) && part.test(child)) return `book${name}`;
  return parent === 'periodical' && ofPeriodical.test(child) ? `journal${name}` : name;
}

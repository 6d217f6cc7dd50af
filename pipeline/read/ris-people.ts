import type { DraftContribution } from '../base/draft.ts';
import type { Role } from '../base/work.ts';
import { refuseTooMany } from './name-count.ts';
import { leave, type RisRecord, take } from './ris-record.ts';

/** The people of a record, and those of the series that it stands in. */
export interface RisPeople {
  readonly contributions: readonly DraftContribution[];
  readonly ofSeries: readonly DraftContribution[];
}

const books: ReadonlySet<string> = new Set(['BOOK', 'EBOOK', 'EDBOOK', 'RPRT', 'GOVDOC']);
const theses: ReadonlySet<string> = new Set(['THES', 'DISS']);
const shown: ReadonlySet<string> = new Set(['SLIDE', 'VIDEO', 'MPCT', 'SOUND', 'MUSIC', 'ADVS', 'MULTI']);
/** Types whose fourth list holds no translators (sponsors of a conference, contributors to a film or to data). */
const withoutTranslators: ReadonlySet<string> = new Set(['CONF', 'CPAPER', 'DATA', ...shown]);

/**
 * Authors first, then the other lists, which mean what the type makes of them: `A2` is the editor of a chapter's book,
 * but of a book's series when its title stands in `T2`, as EndNote and Zotero have it.
 */
export function peopleOf(record: RisRecord, type: string): RisPeople {
  const { tags } = record;
  const isBook = books.has(type);
  const seriesIn = tags.has('T3') ? 'T3' : tags.has('T2') ? 'T2' : undefined;
  const editors = take(record, 'ED').flatMap((line) => signatures(line, 'editor'));
  const seconds = take(record, 'A2');
  const thirds = take(record, 'A3');
  // EndNote's edited book has its editors where others have authors.
  const isEdited = type === 'EDBOOK' && editors.length + seconds.length + thirds.length === 0;
  const authors = take(record, 'AU', 'A1').flatMap((line) =>
    signatures(line, isEdited ? 'editor' : 'author'),
  );
  const fourths = take(record, 'A4').flatMap((line) =>
    signatures(line, withoutTranslators.has(type) ? 'contributor' : 'translator'),
  );

  const second = seconds.flatMap((line) => signatures(line, secondRole(type)));
  const isSecondOfSeries = isBook && seriesIn === 'T2';
  const third = thirds.flatMap((line) => signatures(line, theses.has(type) ? 'supervisor' : 'editor'));
  refuseTooMany(authors.length + second.length + third.length + fourths.length + editors.length);
  const isThirdOfSeries = isBook && seriesIn === 'T3';
  const isThirdKnown = isBook || theses.has(type);
  if (!isThirdKnown) leave(record, 'A3', ...thirds);
  return {
    contributions: [
      ...withAddress(record, authors),
      ...(isSecondOfSeries ? [] : second),
      ...editors,
      ...(isThirdKnown && !isThirdOfSeries ? third : []),
      ...fourths,
    ],
    ofSeries: [...(isSecondOfSeries ? second : []), ...(isThirdOfSeries ? third : [])],
  };
}

/** Addresses are those of the author where there is one; of several, nothing says whose they are (N5). */
function withAddress(record: RisRecord, authors: readonly DraftContribution[]): readonly DraftContribution[] {
  const [only, ...more] = authors;
  if (only?.role !== 'author' || only.names !== undefined || more.length > 0) return authors;
  const affiliations = take(record, 'AD').map((nameAsPrinted) => ({ nameAsPrinted }));
  return affiliations.length === 0 ? authors : [{ ...only, affiliations }];
}

function secondRole(type: string): Role {
  return theses.has(type) || shown.has(type) ? 'contributor' : 'editor';
}

/** `et al.` is no name, and `Mazet, P. and Sorin, F.` are two: tidy says so. */
const severalNames = /,.* (?:and|et|&) .*,|^(?:et|and|&) |\bet al\b|\bet coll\b/i;
// Longer than any two names, so that no expression walks through a hostile line.
const longest = 500;

/** One name on a line, as the format has it, or several with semicolons, as some programs write them. */
function signatures(line: string, role: Role): readonly DraftContribution[] {
  const names = line.includes(';') ? line.split(';') : [line];
  return names.flatMap((each): readonly DraftContribution[] => {
    const body = organisation(each.trim());
    if (body !== undefined) return [{ role, kind: 'organisation', nameAsPrinted: body, literal: body }];
    const words = each.trim().replace(/,$/, '').trim();
    if (words === '') return [];
    const isSeveral = words.length <= longest && severalNames.test(words);
    return [isSeveral ? { role, names: words } : { role, nameAsPrinted: words }];
  });
}

/**
 * EndNote ends the name of an organisation with a comma, that it may not be split, and doubles the first comma inside;
 * U+201A stands for such a comma where a program would split at it. A comma after one word is only the place of a given
 * name that is missing.
 */
function organisation(words: string): string | undefined {
  if (!words.endsWith(',') || words.length > longest) return undefined;
  const name = words.slice(0, -1).trim();
  if (name.includes(',,') && name.indexOf(',') === name.lastIndexOf(',') - 1) return name.replace(',,', ',');
  return name.includes(' ') && !name.includes(',') ? name.replaceAll(lowComma, ',') : undefined;
}

const lowComma = '\u201a';

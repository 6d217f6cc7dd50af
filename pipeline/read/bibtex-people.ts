import type { DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { decodeLatex } from '../base/latex.ts';
import type { Role } from '../base/work.ts';
import { nameList, outsideBraces, separator } from './bibtex-names.ts';
import { keep, plain, type Reading, raw, sameWords } from './bibtex-reading.ts';
import { namesIn, refuseTooMany } from './name-count.ts';

interface Part {
  readonly role: Role;
  /** MARC relator code, where it says more than the role. */
  readonly marcRelator?: string | undefined;
}

/** What the people of each field did (BibLaTeX manual, section 2.2.2), authors first. */
const fields: readonly (readonly [field: string, part: Part])[] = [
  ['author', { role: 'author' }],
  ['editor', { role: 'editor' }],
  ['editora', { role: 'editor' }],
  ['editorb', { role: 'editor' }],
  ['editorc', { role: 'editor' }],
  ['translator', { role: 'translator' }],
  ['annotator', { role: 'contributor', marcRelator: 'ann' }],
  ['commentator', { role: 'contributor', marcRelator: 'cwt' }],
  ['introduction', { role: 'contributor', marcRelator: 'win' }],
  ['foreword', { role: 'contributor', marcRelator: 'aui' }],
  ['afterword', { role: 'contributor', marcRelator: 'aft' }],
  ['illustrator', { role: 'illustrator' }],
  ['collaborator', { role: 'contributor' }],
  ['contributor', { role: 'contributor' }],
  ['advisor', { role: 'supervisor' }],
  ['supervisor', { role: 'supervisor' }],
];

/** What an editor of another type did (manual, section 2.3.6); the words of other types are kept. */
const editorTypes: ReadonlyMap<string, Part> = new Map([
  ['editor', { role: 'editor' }],
  ['compiler', { role: 'compiler' }],
  ['translator', { role: 'translator' }],
  ['collaborator', { role: 'contributor' }],
  ['redactor', { role: 'editor', marcRelator: 'red' }],
  ['director', { role: 'contributor', marcRelator: 'drt' }],
  ['organizer', { role: 'contributor', marcRelator: 'orm' }],
]);

/** The people and organisations of an entry, field after field, each list in its order. */
export function peopleOf(on: Reading): readonly DraftContribution[] {
  return fields.flatMap(([field, part]) => listed(on, field, partOf(on, field, part)));
}

/** The author of the whole book, when it is not that of the part. */
export function bookAuthors(on: Reading): readonly DraftContribution[] {
  if (!sameWords(on, 'author', 'bookauthor')) return listed(on, 'bookauthor', { role: 'author' });
  on.taken.add('bookauthor');
  return [];
}

function partOf(on: Reading, field: string, part: Part): Part {
  if (!field.startsWith('editor')) return part;
  const said = editorTypes.get(on.values.get(`${field}type`)?.trim().toLowerCase() ?? '');
  if (said) on.taken.add(`${field}type`);
  return said ?? part;
}

function listed(on: Reading, field: string, part: Part): readonly DraftContribution[] {
  const value = raw(on, field);
  if (value === undefined) return [];
  refuseTooMany(namesIn(value, / and /gi));
  const { names, incomplete } = nameList(value);
  if (incomplete !== undefined) {
    on.remarks.push({
      rule: 'creators-incomplete',
      values: { value: incomplete },
      field: 'contributions',
      line: on.origin.line,
    });
    keep(on, field, incomplete);
  }
  if (names.length === 0 && incomplete === undefined) keep(on, field, decodeLatex(value).trim());
  const orcids = orcidsOf(on, field);
  return names.map((name, index) => {
    const identifiers = orcids.get(index + 1);
    return { role: part.role, marcRelator: part.marcRelator, identifiers, ...name };
  });
}

const semicolon = separator(/;/);

/** Annotations of names (manual, section 3.7): `author+an:orcid = {1="0000-0002-4751-4637"; 2="…"}`. */
function orcidsOf(on: Reading, field: string): ReadonlyMap<number, readonly DraftIdentifier[]> {
  const found = new Map<number, readonly DraftIdentifier[]>();
  const name = `${field}+an:orcid`;
  const annotations = plain(on, name);
  if (annotations === undefined) return found;
  for (const annotation of outsideBraces(annotations, semicolon)) {
    const [, position, value] = /^(\d{1,6})\s?=\s?["“”]*([^"“”]+)["“”]*$/.exec(annotation) ?? [];
    if (position === undefined || value === undefined) keep(on, name, annotation);
    else found.set(Number(position), [{ scheme: 'orcid', value }]);
  }
  return found;
}

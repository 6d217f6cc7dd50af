import { codeList } from '../base/code-list.ts';
import type { Draft, DraftLicence, Origin } from '../base/draft.ts';
import { decodeLatex } from '../base/latex.ts';
import { type LangText, type Subject, type Title, type WorkType, workTypes } from '../base/work.ts';
import { containerOf, eventOf, positionOf, publisherOf } from './bibtex-container.ts';
import { cutBibtex } from './bibtex-cut.ts';
import { datesOf } from './bibtex-dates.ts';
import { identifiersOf, linksOf } from './bibtex-identifiers.ts';
import { inherited } from './bibtex-inherit.ts';
import { type Languages, languagesOf, originalLanguage } from './bibtex-languages.ts';
import { outsideBraces, separator } from './bibtex-names.ts';
import { peopleOf } from './bibtex-people.ts';
import {
  firstOf,
  keep,
  keepOthers,
  leftover,
  marked,
  paragraphs,
  plain,
  type Reading,
  raw,
  reading,
  verbatim,
} from './bibtex-reading.ts';
import { entriesOf, type Resolved, resolved } from './bibtex-resolve.ts';
import { hasEntry } from './bibtex-spans.ts';
import { type Reader, Unreadable } from './reader.ts';

/** BibTeX and BibLaTeX, as reference managers, HAL and publishers export them (crosswalk section 2). */
export const bibtex: Reader = {
  name: 'bibtex',
  title: { fr: 'BibTeX et BibLaTeX', en: 'BibTeX and BibLaTeX' },
  mediaType: 'application/x-bibtex',
  extensions: ['.bib', '.bibtex', '.biblatex'],
  sniff: (head) => !/^[\s\ufeff]*[<{[]/.test(head) && hasEntry(head),
  cut: cutBibtex,

  parse(piece, origin) {
    const [entry, ...context] = entriesOf(piece.text, piece.line);
    if (!entry) throw new Unreadable({ fr: 'aucune entrée ici', en: 'no entry here' });
    const macros = new Map<string, string>();
    const noMacros = () => undefined;
    for (const each of context) {
      if (each.type === 'string')
        for (const [name, value] of resolved(each, noMacros).values) macros.set(name, value);
    }
    const parents = new Map(
      context
        .filter(({ type }) => type !== 'string')
        .map((each) => [each.key.toLowerCase(), resolved(each, noMacros)] as const),
    );
    return draftOf(
      resolved(entry, (name) => macros.get(name)),
      parents,
      origin,
    );
  },
};

function draftOf(entry: Resolved, parents: ReadonlyMap<string, Resolved>, origin: Origin): Draft {
  const { values, missing } = inherited(entry, parents);
  const on = reading(entry, values, origin);
  for (const id of missing) {
    on.remarks.push({ rule: 'relation-without-target', values: { type: 'crossref', id }, line: origin.line });
  }
  // What was found was inherited, and is said by what it gave.
  if (missing.length === 0) for (const name of ['crossref', 'xdata']) on.taken.add(name);
  for (const [name, value] of entry.repeated) keep(on, name, leftover(name, value));

  const { type, word } = typeOf(on);
  const languages = languagesOf(on);
  const container = containerOf(on, word);
  const notes = notesOf(on);
  const draft: Draft = {
    origin: entry.key === '' ? origin : { ...origin, source: { ...origin.source, recordId: entry.key } },
    type,
    titles: titlesOf(on, languages),
    abstracts: textsOf(on, ['abstract']),
    contributions: peopleOf(on),
    dates: datesOf(on),
    container,
    position: positionOf(on, container),
    event: eventOf(on),
    publisher: publisherOf(on),
    identifiers: identifiersOf(on, word),
    links: linksOf(on),
    languages: languages.ofWork,
    subjects: subjectsOf(on),
    licences: licencesOf(on),
    status: statusOf(on, notes),
    notes,
    remarks: on.remarks,
    unmapped: on.kept,
  };
  // Now that all that is read was asked for.
  keepOthers(on);
  return draft;
}

/** Zotero's word for an article that is not in a scholarly journal. */
const subtypes: ReadonlyMap<string, WorkType> = new Map([
  ['magazine', 'popularArticle'],
  ['newspaper', 'newspaperArticle'],
]);

/**
 * The entry type, made finer by `entrysubtype`, by a `type` that names one of ours, and for a book by who made it
 * (crosswalk 4.1). An entry type that the model's word does not give back is kept.
 */
function typeOf(on: Reading): { readonly type: Draft['type']; readonly word: WorkType } {
  const types = codeList('types');
  const general = workType(types.read('bibtex', on.type)) ?? 'other';
  const finer = subtypeOf(on) ?? genreOf(on, general);
  const isEdited = general === 'book' && on.values.has('editor') && !on.values.has('author');
  const word = finer ?? (isEdited ? 'editedBook' : general);
  if (types.read('bibtex', on.type) !== undefined && types.write('bibtex', word) !== on.type)
    keep(on, 'entrytype', on.type);
  return { type: word === general ? { list: 'bibtex', code: on.type } : { list: 'work', code: word }, word };
}

function subtypeOf(on: Reading): WorkType | undefined {
  const word =
    on.type === 'article' ? subtypes.get(on.values.get('entrysubtype')?.toLowerCase() ?? '') : undefined;
  if (word) on.taken.add('entrysubtype');
  return word;
}

/** `Working Paper`, `Poster`: a kind that is the name of a type which BibTeX has no other entry for. */
function genreOf(on: Reading, general: WorkType): WorkType | undefined {
  const kind = plain(on, 'type');
  const types = codeList('types');
  const word = kind === undefined ? undefined : workType(types.read('en', kind) ?? types.read('fr', kind));
  const isWrittenSo = word !== undefined && types.write('bibtex', word) === types.write('bibtex', general);
  if (!isWrittenSo) on.taken.delete('type');
  return isWrittenSo ? word : undefined;
}

const workType = (word: string | undefined) => workTypes.find((type) => type === word);

/** The title, which some give as the `booktitle` alone; the title of an original is in its own language. */
function titlesOf(on: Reading, { ofTitle: lang }: Languages): readonly Title[] {
  const main = marked(on, 'title') ?? (isWhole(on) ? marked(on, 'booktitle') : undefined);
  const short = marked(on, 'shorttitle');
  const original = marked(on, 'origtitle');
  return [
    ...titleAs('main', main, lang),
    ...titleAs('subtitle', marked(on, 'subtitle'), lang),
    ...(short?.value === main?.value ? [] : titleAs('short', short, lang)),
    ...titleAs('alternative', original, original && originalLanguage(on)),
  ];
}

const isWhole = ({ type, taken }: Reading) =>
  !taken.has('booktitle') && /^(?:book|proceedings|collection)$/.test(type);

function titleAs(
  role: Title['role'],
  text: LangText | undefined,
  lang: string | undefined,
): readonly Title[] {
  return text
    ? [{ role, text: lang === undefined ? text : { value: text.value, lang, markup: text.markup } }]
    : [];
}

function textsOf(on: Reading, fields: readonly string[]): readonly LangText[] {
  return fields.flatMap((field) => paragraphs(on, field) ?? []);
}

function notesOf(on: Reading): readonly LangText[] {
  const notes = textsOf(on, ['note', 'addendum', 'annotation', 'annote']);
  return notes.filter(({ value }, index) => index === notes.findIndex((each) => each.value === value));
}

const keywordFields = ['keywords', 'keyword', 'author_keywords'];
const semicolon = separator(/(?<!&#?\w{1,8});/, { brackets: true });
const comma = separator(/,/, { brackets: true });

/** L1: at semicolons, else at commas, which BibLaTeX parts keywords at; never between braces or brackets. */
function subjectsOf(on: Reading): readonly Subject[] {
  const field = firstOf(on, keywordFields, raw);
  if (field === undefined) return [];
  // Web of Science puts the whole list in braces.
  const list = /^\{[^{}]*;[^{}]*\}$/.test(field) ? field.slice(1, -1) : field;
  const parted = outsideBraces(list, semicolon);
  const pieces = parted.length > 1 ? parted : outsideBraces(list, comma);
  const words = pieces.map((piece) => decodeLatex(piece).trim()).filter((value) => value !== '');
  return [...new Set(words)].map((value) => ({ text: { value } }));
}

const licenceFields = ['license', 'licence', 'copyright', 'rights'];

function licencesOf(on: Reading): readonly DraftLicence[] {
  const found = licenceFields.flatMap((field) => {
    const words = /https?:/.test(on.values.get(field) ?? '') ? verbatim(on, field) : plain(on, field);
    return words === undefined ? [] : [words];
  });
  return [...new Set(found)].map((words) => ({ words }));
}

const inPress = /^(?:to appear|in press|forthcoming|à paraître|sous presse)\.?$/i;

/** `pubstate`, or a note that says only that the work is to appear. */
function statusOf(on: Reading, notes: readonly LangText[]): string | undefined {
  const said = plain(on, 'pubstate');
  const status = said === undefined ? undefined : codeList('status').read('bibtex', said);
  // The model has one word for what is submitted, in preparation or deposited before it is published.
  if (status === undefined || (status === 'preprint' && said !== 'prepublished')) keep(on, 'pubstate', said);
  return status ?? (notes.some(({ value }) => inPress.test(value)) ? 'inPress' : undefined);
}

import { codeList } from '../base/code-list.ts';
import { decodeLatex } from '../base/latex.ts';
import { outsideBraces, separator } from './bibtex-names.ts';
import { giveBack, plain, type Reading, raw } from './bibtex-reading.ts';

/** Identifiers of babel and polyglossia (BibLaTeX manual, section 3.9) that are no name of a language. */
const babel: ReadonlyMap<string, string> = new Map([
  ...tagged('fr', 'frenchb francais frenchle frenchpro'),
  ...tagged('fr-ca', 'acadian canadien'),
  ...tagged('en-us', 'american usenglish'),
  ...tagged('en-gb', 'british ukenglish'),
  ...tagged('en-ca', 'canadian'),
  ...tagged('en-au', 'australian'),
  ...tagged('en-nz', 'newzealand'),
  ...tagged('de', 'germanb ngerman'),
  ...tagged('de-at', 'austrian naustrian'),
  ...tagged('de-ch', 'swissgerman nswissgerman'),
  ...tagged('pt', 'portuges'),
  ...tagged('pt-br', 'brazil brazilian'),
  ...tagged('el', 'polutonikogreek'),
  ...tagged('hu', 'magyar'),
  ...tagged('id', 'bahasa bahasai indon'),
  ...tagged('ms', 'bahasam meyalu melayu'),
  ...tagged('nb', 'norsk'),
  ...tagged('nn', 'nynorsk'),
  ...tagged('sl', 'slovene'),
  ...tagged('hsb', 'uppersorbian'),
  ...tagged('dsb', 'lowersorbian'),
  ...tagged('gd', 'scottish'),
  ...tagged('fa', 'farsi'),
]);

const between = separator(/ and | ?[;,/] ?/);

/** The languages of the work, and the one of its title when it is said. */
export interface Languages {
  readonly ofWork: readonly string[];
  readonly ofTitle: string | undefined;
}

/** `language` lists those of the work, `langid` is the one of the title; each stands for the other when alone. */
export function languagesOf(on: Reading): Languages {
  const list = outsideBraces(raw(on, 'language') ?? '', between).flatMap((words) => {
    const name = decodeLatex(words).trim();
    return name === '' ? [] : [nameOf(name)];
  });
  const langid = plain(on, 'langid');
  const title = langid === undefined ? undefined : nameOf(langid);
  const ofWork = list.length > 0 || title === undefined ? list : [title];
  return { ofWork, ofTitle: known(title ?? (list.length === 1 ? list[0] : undefined)) };
}

/** The language of the title of an original; words that we do not know are kept. */
export function originalLanguage(on: Reading): string | undefined {
  const words = plain(on, 'origlanguage');
  const language = known(words && nameOf(words));
  if (language === undefined) giveBack(on, 'origlanguage');
  return language;
}

const known = (words: string | undefined) => (words !== undefined && isLanguage(words) ? words : undefined);

/** BibLaTeX's own keys begin with `lang`: `langfrench`. */
function nameOf(words: string): string {
  const name = words.toLowerCase().replace(/^lang(?=[a-z]{4})/, '');
  return babel.get(name) ?? (name.length < words.length ? name : words);
}

/** Whether the words are a language that we know, so that a title may bear it. */
function isLanguage(words: string): boolean {
  const code = /^[a-z]{2,3}(?=$|[-_][a-z0-9_-]+$)/i.exec(words)?.[0];
  const columns = code === undefined ? ['en', 'fr'] : ['bcp47', 'iso639-3', 'iso639-2b', 'iso639-2t'];
  return columns.some((column) => codeList('languages').read(column, code ?? words) !== undefined);
}

function tagged(tag: string, names: string): readonly (readonly [string, string])[] {
  return names.split(' ').map((name) => [name, tag] as const);
}

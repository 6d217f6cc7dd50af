import { codeList } from '../base/code-list.ts';
import { isIri } from '../base/iri.ts';
import type { LangText, Title } from '../base/work.ts';
import { domainSubject } from './hal-words.ts';
import { isNew, keepOn, type Sheet } from './sheet.ts';
import { keepStatement, type Statement, textIn } from './statement.ts';

/** Languages as said; tidying knows their codes and names. */
export function readLanguages(on: Sheet, said: readonly Statement[]): void {
  for (const { words } of said) if (isNew(on, 'language', words)) on.languages.push(words);
}

/**
 * The first title is the main one. Another in another language is a translation, else an alternative; one that repeats
 * a title and goes on after a colon, as HAL writes it, adds the subtitle.
 */
export function readTitles(on: Sheet, said: readonly Statement[]): void {
  const ordered = [
    ...said.filter(({ name }) => name === 'title'),
    ...said.filter(({ name }) => name !== 'title'),
  ];
  const first = new Map<string, string>();
  for (const statement of ordered) {
    const text = textIn(statement);
    const lang = text.lang ?? '';
    if (!isNew(on, 'title', `${lang}\t${text.value}`)) continue;
    const whole = first.get(lang);
    const rest = on.house === 'hal' && whole !== undefined ? afterColon(text.value, whole) : undefined;
    if (whole === undefined) first.set(lang, text.value);
    if (rest !== undefined) on.titles.push({ role: 'subtitle', text: { ...text, value: rest } });
    else if (!isSubtitle(on, text))
      on.titles.push({ role: isTranslation(on, statement) ? 'translated' : titleRole(on, text), text });
  }
}

/** A title that ends the main one after a colon is its subtitle, said again by itself (crosswalk section 3). */
function isSubtitle({ titles }: Sheet, text: LangText): boolean {
  const [main] = titles;
  const isSameLanguage = text.lang === undefined || main?.text.lang === text.lang;
  const end = isSameLanguage ? colonBefore(main?.text.value ?? '', text.value) : -1;
  if (!main || end <= 0) return false;
  const value = main.text.value.slice(0, end);
  titles.splice(0, 1, { ...main, text: { ...main.text, value } }, { role: 'subtitle', text });
  return true;
}

/** Where the colon and its spaces begin before the end of a text. */
function colonBefore(text: string, end: string): number {
  return text.endsWith(`: ${end}`) ? text.slice(0, -end.length - 2).trimEnd().length : -1;
}

const afterColon = (longer: string, title: string) =>
  longer.startsWith(`${title} : `) ? longer.slice(title.length + 3) : undefined;

/** OpenEdition documents `alternative` as the translated title, and leaves the language of the first one out. */
const isTranslation = ({ house, titles }: Sheet, { name, lang }: Statement) =>
  house === 'openedition' && name === 'alternative' && lang !== undefined && titles.length > 0;

/** What a title is to the titles before it, by its language. */
export function titleRole({ titles, languages }: Sheet, { lang }: LangText): Title['role'] {
  const [main] = titles;
  if (!main) return 'main';
  const [only] = languages.length === 1 ? languages : [];
  const original = main.text.lang ?? only;
  return lang !== undefined && original !== undefined && !isSame(lang, original)
    ? 'translated'
    : 'alternative';
}

/** Whether two codes are of one language, whatever part of ISO 639 each is from: `fr`, `fre`, `fra`, `fr-CA`. */
function isSame(a: string, b: string): boolean {
  return languageCode(a) === languageCode(b);
}

function languageCode(tag: string): string {
  const code = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  const list = codeList('languages');
  const columns = ['bcp47', 'iso639-3', 'iso639-2b', 'iso639-2t'];
  return columns.map((column) => list.read(column, code)).find((found) => found !== undefined) ?? code;
}

const audience = /^(international|national) audience$/i;

/**
 * Descriptions are abstracts, the longest one of each language; the shorter ones are notes. Where `abstract` is used a
 * description is something else: an excerpt, a remark.
 */
export function readTexts(on: Sheet, said: readonly Statement[]): void {
  const abstracts: LangText[] = [];
  const stated = said.some(({ name }) => name === 'abstract');
  for (const statement of said) {
    const text = textIn(statement);
    if (!isNew(on, 'text', text.value)) continue;
    const [, scope] = on.house === 'hal' ? (audience.exec(text.value) ?? []) : [];
    if (scope !== undefined)
      on.review = { audience: scope.toLowerCase() === 'national' ? 'national' : 'international' };
    else if (isAbstract(on, statement, stated)) abstracts.push(text);
    else on.notes.push(text);
  }
  const longest = new Map<string, LangText>();
  for (const text of abstracts) {
    const other = longest.get(text.lang ?? '');
    if (!other || text.value.length > other.value.length) longest.set(text.lang ?? '', text);
  }
  for (const text of abstracts) (longest.get(text.lang ?? '') === text ? on.abstracts : on.notes).push(text);
}

function isAbstract({ house }: Sheet, { name, isTerm, lang }: Statement, stated: boolean): boolean {
  if (name === 'abstract') return true;
  if (name !== 'description' || stated || isTerm) return false;
  // HAL gives every abstract its language, and no comment.
  return house !== 'hal' || lang !== undefined;
}

const classification = /^info:eu-repo\/classification\/([\w.-]+)\/(.+)$/;
const halDomain = /^\[\s?([A-Z][A-Z0-9]*(?:\.[A-Z0-9-]+)*)\s?\]\s?(.+)$/;
/** Encoding schemes that the DCMI terms name. */
const dcmiSchemes: ReadonlySet<string> = new Set(['DDC', 'LCC', 'LCSH', 'MESH', 'NLM', 'TGN', 'UDC']);

/** Keywords, one each (L1: only a semicolon parts them), codes of classifications and concepts. */
export function readSubjects(on: Sheet, said: readonly Statement[]): void {
  for (const statement of said) {
    const { words, lang, scheme } = statement;
    const [, list, code] = classification.exec(words) ?? [];
    const [, domain, label] = halDomain.exec(words) ?? [];
    if (list !== undefined && code !== undefined) {
      on.subjects.push({ text: { value: code }, scheme: `info:eu-repo/classification/${list}`, code });
    } else if (domain !== undefined && label !== undefined) {
      on.subjects.push(domainSubject(domain.toLowerCase(), textIn({ words: label, lang })));
    } else if (/^https?:\/\/\S+$/.test(words) && isIri(words)) {
      on.subjects.push({ text: { value: words }, concept: words });
    } else if (scheme === undefined || /^(?:keywords?|URI)$/i.test(scheme)) {
      for (const value of keywords(words)) {
        if (isNew(on, 'subject', `${lang ?? ''}\t${value}`))
          on.subjects.push({ text: textIn({ words: value, lang }) });
      }
    } else {
      classified(on, statement, scheme);
    }
  }
}

function classified(on: Sheet, statement: Statement, scheme: string): void {
  const text = textIn(statement);
  const isCode = /\d/.test(text.value) || /^[A-Z]{2,4}$/.test(text.value);
  const code = isCode && !/\s/.test(text.value) ? { code: text.value } : {};
  if (dcmiSchemes.has(scheme.toUpperCase())) {
    on.subjects.push({ text, scheme: `http://purl.org/dc/terms/${scheme.toUpperCase()}`, ...code });
    return;
  }
  on.subjects.push({ text, ...code });
  // The name of a scheme that has no address here.
  keepStatement(on, statement);
}

function keywords(words: string): readonly string[] {
  if (!words.includes(';')) return [words];
  return words
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** What HAL calls itself in its own records: a repository, which published nothing. */
const deposit = /^(?:HAL )?CCSD$/;

/** The first publisher; the others, a society or the journal's own name, are kept. */
export function readPublishers(on: Sheet, said: readonly Statement[]): void {
  for (const { name, words } of said) {
    if (on.publisher === undefined && !deposit.test(words)) on.publisher = words;
    else if (words !== on.publisher) keepOn(on, name, words);
  }
}

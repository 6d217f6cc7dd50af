import type { LangText } from '../base/work.ts';
import { terms } from './oai-record.ts';
import { keepElement, keepOn, type Sheet } from './sheet.ts';
import { attribute, type Element, rawText } from './xml-tree.ts';

/** One thing that a record says of its work: an element of Dublin Core, with what its attributes add. */
export interface Statement {
  /** Name without its prefix: `title`, `isPartOf`. */
  readonly name: string;
  readonly words: string;
  readonly lang?: string | undefined;
  /** What the value is said to be: `URI` of `xsi:type="dcterms:URI"` or of `scheme="URI"`. */
  readonly scheme?: string | undefined;
  /** Whether it is one of the DCMI terms, and not of the fifteen elements. */
  readonly isTerm: boolean;
  readonly line: number;
}

const understood: ReadonlySet<string> = new Set(['xml:lang', 'xsi:type', 'scheme', 'lang']);

/** The statement of an element, which is kept whole as well when it has attributes that nobody told us of. */
export function statementOf(on: Sheet, element: Element, around?: Element): Statement | undefined {
  const words = wordsIn(element);
  if (words === undefined) return undefined;
  for (const name of element.attributes.keys()) {
    if (!understood.has(name) && !name.startsWith('xmlns') && name !== 'xsi:schemaLocation') {
      keepElement(on, element.name, element);
      break;
    }
  }
  const type = attribute(element, 'xsi:type');
  return {
    name: element.name,
    words: words.length > 200 || hasEmptyLine(element) ? paragraphsOf(rawText(element)) : words,
    lang: languageOf(element) ?? (around && languageOf(around)),
    scheme: type?.slice(type.indexOf(':') + 1) ?? attribute(element, 'scheme'),
    isTerm: element.namespace === terms,
    line: element.line,
  };
}

/** The text of an element with the spaces of XML collapsed, and no others (T1); most need nothing done. */
export function wordsIn(element: Element): string | undefined {
  const [only, more] = element.children;
  if (more === undefined && typeof only === 'string' && isPlain(only)) return only;
  const text = rawText(element)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

const isPlain = (text: string) =>
  text.trim().length === text.length && text !== '' && !/ {2}|[\n\r\t]/.test(text);

function hasEmptyLine(element: Element): boolean {
  return /\n[ \t\r]*\n/.test(rawText(element).trim());
}

/** A long text with its lines joined, as XML breaks them anywhere, and an empty line between its paragraphs. */
function paragraphsOf(text: string): string {
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n')) {
    const words = line.replace(/[ \t\r]+/g, ' ').trim();
    if (words !== '') paragraphs.at(-1)?.push(words);
    else if (paragraphs.at(-1)?.length) paragraphs.push([]);
  }
  return paragraphs
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join(' '))
    .join('\n\n');
}

/** The language that an element states. */
export function languageOf(element: Element): string | undefined {
  return attribute(element, 'xml:lang') ?? attribute(element, 'lang');
}

/** A statement as a text with its language. */
export function textIn({ words, lang }: Pick<Statement, 'words' | 'lang'>): LangText {
  return lang === undefined ? { value: words } : { value: words, lang };
}

/** A language in the form of a tag, for the fields that tidying hands on as they are; none in any other form. */
export function tagOf(lang: string | undefined): string | undefined {
  const tag = lang?.toLowerCase().replaceAll('_', '-');
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(tag) ? tag : undefined;
}

/** Keeps a statement that found no place. */
export function keepStatement(
  on: Sheet,
  { name, words, lang, scheme }: Pick<Statement, 'name' | 'words' | 'lang' | 'scheme'>,
): void {
  const more = { ...(lang === undefined ? {} : { lang }), ...(scheme === undefined ? {} : { scheme }) };
  keepOn(on, name, Object.keys(more).length === 0 ? words : { value: words, ...more });
}

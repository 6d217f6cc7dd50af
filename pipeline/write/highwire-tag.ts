import { plainText } from '../base/plain-text.ts';
import type { LangText } from '../base/work.ts';

/** A `meta` of a page: its name, what it says, and in which language where that is not clear without. */
export interface Tag {
  readonly name: string;
  readonly content: string;
  /** `''`: nobody knows (HTML, the `lang` attribute). */
  readonly lang?: string | undefined;
}

/** One tag for each text, none empty. */
export function tags(name: string, ...contents: readonly (string | undefined)[]): readonly Tag[] {
  return contents.flatMap((content) => (content ? [{ name, content }] : []));
}

/** A text with its language; `around` is the one that it is read in without. */
export function textTag(name: string, text: LangText, around?: string | undefined): readonly Tag[] {
  const content = plainText(text);
  const lang = tagOf(text);
  return content === '' ? [] : [{ name, content, ...(lang === around ? {} : { lang: lang ?? '' }) }];
}

/** `mul` and `und` tag no text. */
export function tagOf({ lang }: LangText): string | undefined {
  return lang === 'mul' || lang === 'und' ? undefined : lang;
}

/** A tag as HTML. */
export function metaOf({ name, content, lang }: Tag): string {
  const language = lang === undefined ? '' : ` lang="${inAttribute(lang)}"`;
  return `<meta name="${name}" content="${inAttribute(content)}"${language}>\n`;
}

function inAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** A text inside an element. */
export const inElement = inAttribute;

import { plainText } from '../base/plain-text.ts';
import { type LangText, mainTitle, type Work } from '../base/work.ts';

/** A value of a JSON-LD text. */
export type Json = string | number | boolean | JsonObject | readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json;
}

/** An object with those keys alone that say something; a list of one is its value. */
export function object(values: Readonly<Record<string, Json | undefined>>): JsonObject {
  const said: Record<string, Json> = {};
  for (const key in values) {
    const value = values[key];
    const one = Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value;
    if (one !== undefined && one !== '' && !(Array.isArray(one) && one.length === 0)) said[key] = one;
  }
  return said;
}

/** The language in which bare texts are read: the work's own, when it has one alone and its title is in it. */
export function ownLanguage(work: Pick<Work, 'languages' | 'titles'>): string | undefined {
  const [only, ...more] = work.languages;
  const isOwn = more.length === 0 && only !== undefined && !isNoTag(only) && mainTitle(work)?.lang === only;
  return isOwn ? only : undefined;
}

/** `mul` and `und` tag no text. */
const isNoTag = (lang: string) => lang === 'mul' || lang === 'und';

/** The language that a text can be tagged with. */
export function tagOf({ lang }: LangText): string | undefined {
  return lang === undefined || isNoTag(lang) ? undefined : lang;
}

/** A text with its language, where nothing around says one. */
export function tagged(text: LangText): Json {
  return inLanguage(text, undefined);
}

/**
 * A text where bare texts are in the language `own`: bare when it is in that one, for the sake of readers that pass
 * over language objects. JSON-LD 1.1, section 4.2.4: `@value` without `@language` is a text of no known language.
 */
export function inLanguage(text: LangText, own: string | undefined): Json {
  const value = plainText(text);
  const tag = tagOf(text);
  if (tag === own) return value;
  return tag === undefined ? { '@value': value } : { '@value': value, '@language': tag };
}

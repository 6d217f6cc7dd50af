import { codeList } from '../base/code-list.ts';

const form = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/;
const none: ReadonlySet<string> = new Set(['mul', 'und', 'mis', 'zxx']);

/**
 * A language of the model as BCP 47 writes it (section 2.1.1): `fr-CA`, `zh-Hant`. Undefined for what is no tag, and
 * for `mul` and `und`, which no text is tagged with.
 */
export function languageTag(lang: string | undefined): string | undefined {
  if (lang === undefined || !form.test(lang) || none.has(lang)) return undefined;
  return cased(lang);
}

/** The code of ISO 639-3 for a language without a region or script; undefined where the tag says more, or there is none. */
export function iso6393(lang: string): string | undefined {
  if (none.has(lang)) return lang;
  return lang.includes('-') ? undefined : codeList('languages').write('iso639-3', lang);
}

/** A tag in its usual case, also one that no text is tagged with. */
export function cased(lang: string): string {
  const [language = '', ...subtags] = lang.toLowerCase().split('-');
  return [
    language,
    ...subtags.map((subtag, index) => (subtags.includes('x') ? subtag : shaped(subtag, index))),
  ].join('-');
}

function shaped(subtag: string, index: number): string {
  if (/^[a-z]{2}$/.test(subtag)) return subtag.toUpperCase();
  return index === 0 && /^[a-z]{4}$/.test(subtag) ? subtag.charAt(0).toUpperCase() + subtag.slice(1) : subtag;
}
